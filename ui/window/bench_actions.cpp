// SPDX-License-Identifier: MIT
#include "ui/window/bench_actions.h"

#include "archive/new_file.h"
#include "lessons/problems.h"
#include "ui/bench/panel.h"
#include "ui/bench/variables.h"
#include "ui/common/actions.h"
#include "ui/common/announcer.h"
#include "ui/common/message_bar.h"
#include "ui/common/preferences.h"
#include "ui/live/player.h"
#include "ui/live/run_bar.h"
#include "ui/window/file_actions.h"
#include "ui/window/lesson_actions.h"
#include "ui/window/panels.h"

#include <QAction>
#include <QFileDialog>
#include <QFileInfo>
#include <QKeyEvent>
#include <QMainWindow>
#include <QSettings>

#include <utility>

namespace ui {

BenchActions::BenchActions(const Around &around) : QObject(&around.window), m(around)
{
    wire();
    show_state();
}

void BenchActions::wire()
{
    const auto on = [this](QAction *action, auto act) { connect(action, &QAction::triggered, this, act); };
    on(m.actions.mode_watch, [this] {
        m.panels.leave_lesson();
        m.panels.leave_bench();
    });
    on(m.actions.mode_lesson, [this] { m.lessons.show(); });
    on(m.actions.mode_bench, [this] {
        m.panels.show_bench();
        if (!m.session.run() && m.session.trace().events().empty())
            begin();
        m.panels.bench().focus_statement();
    });
    Desk &desk = m.panels.bench().desk();
    on(m.actions.run_again, [&desk] { desk.again(); });
    on(m.actions.export_c, [this] { export_c(); });
    on(m.actions.new_bench, [this] {
        m.actions.mode_bench->trigger();
        m.files.unless_unsaved([this] { begin(); });
    });
    on(m.actions.other_addresses, [&desk](bool allowed) { desk.set_other_addresses(allowed); });
    connect(&m.panels.bench(), &BenchPanel::export_wanted, this, &BenchActions::export_c);
    connect(&m.panels.bench(), &BenchPanel::failed, this, [this](const QString &sentence) { m.messages.say(MessageBar::Tone::problem, [sentence] { return sentence; }); });
    connect(&desk, &Desk::wanted, this, [this] { m.files.unless_unsaved([this] { begin(); }); });
    connect(&desk, &Desk::changed, this, &BenchActions::show_state);
    connect(&desk, &Desk::refused, this, [this] {
        const QString refused = tr("The statement has not been run.");
        m.announcer.say(refused);
    });
    connect(&m.panels, &Panels::mode_changed, this, &BenchActions::show_state);
    connect(&m.panels.bench(), &BenchPanel::tab_changed, &m.panels, &Panels::fit_bench);
}

void BenchActions::begin()
{
    m.player.pause();
    m.panels.bench().desk().begin();
}

QString BenchActions::remembered()
{
    return QSettings().value(QStringLiteral("mode")).toString();
}

void BenchActions::show_state()
{
    const Panels::Mode mode = m.panels.mode();
    const std::pair<QAction *, const char *> modes[] = {{m.actions.mode_watch, "watch"}, {m.actions.mode_lesson, "lesson"}, {m.actions.mode_bench, "bench"}};
    const auto &[action, name] = modes[size_t(mode)];
    if (std::exchange(m_remembered, int(mode)) != int(mode))
        QSettings().setValue(QStringLiteral("mode"), QLatin1String(name));
    action->setChecked(true);
    m.bar.show_servers(mode != Panels::Mode::bench);
    m.panels.bench().variables().setVisible(mode == Panels::Mode::bench);
    const Desk &desk = m.panels.bench().desk();
    m.actions.run_again->setEnabled(!desk.entries().empty() && !desk.begins());
    m.actions.export_c->setEnabled(!desk.entries().empty() && desk.sits() && !desk.busy());
}

void BenchActions::export_c()
{
    const QString text = m.panels.bench().desk().in_c();
    if (text.isEmpty())
        return;
    auto *dialog = new QFileDialog(&m.window, tr("Export as C"), QSettings().value("folder").toString(), tr("C programs (*.c)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setObjectName(QStringLiteral("export_c_dialog"));
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("c"));
    connect(dialog, &QFileDialog::fileSelected, this, [this, text](const QString &path) {
        QSettings().setValue("folder", QFileInfo(path).absolutePath());
        const auto result = archive::new_file(path, [&](QIODevice &file, const archive::StillGood &) { file.write(text.toUtf8()); });
        if (!result)
            m.messages.say(MessageBar::Tone::problem, [this, result, path] { return lessons::fault(m.preferences.language(), result, path); });
    });
    dialog->open();
}

bool BenchActions::owns(const QKeyEvent &event) const
{
    const bool control = event.modifiers() == Qt::ControlModifier;
    return m.panels.mode() == Panels::Mode::bench && control && (event.key() == Qt::Key_L || event.key() == Qt::Key_PageUp || event.key() == Qt::Key_PageDown);
}

void BenchActions::press(const QKeyEvent &event)
{
    BenchPanel &bench = m.panels.bench();
    if (event.key() == Qt::Key_L)
        bench.focus_statement();
    else
        bench.set_tab(bench.tab() + (event.key() == Qt::Key_PageDown ? 1 : -1));
}

} // namespace ui
