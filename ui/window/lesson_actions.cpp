// SPDX-License-Identifier: MIT
#include "ui/window/lesson_actions.h"

#include "archive/new_file.h"
#include "lessons/problems.h"
#include "servers/server.h"
#include "ui/common/actions.h"
#include "ui/common/announcer.h"
#include "ui/common/message_bar.h"
#include "ui/common/preferences.h"
#include "ui/figure/view.h"
#include "ui/lesson/glossary.h"
#include "ui/lesson/panel.h"
#include "ui/live/player.h"
#include "ui/live/run_bar.h"
#include "ui/window/file_actions.h"
#include "ui/window/panels.h"

#include <QAction>
#include <QFileDialog>
#include <QFileInfo>
#include <QMainWindow>
#include <QSettings>

namespace ui {

// The one that is offered to be run: of one that is wrong on purpose the right one.
static QString right_server(const QString &name)
{
    const servers::Server *server = servers::named(name.toStdString());
    return server && !server->instead_of.empty() ? QString::fromLatin1(server->instead_of.data(), qsizetype(server->instead_of.size())) : name;
}

LessonActions::LessonActions(const Around &around) : QObject(&around.window), m(around)
{
    wire();
    show_state();
    say_kept_aside();
}

void LessonActions::wire()
{
    const auto on = [this](QAction *action, auto act) { connect(action, &QAction::triggered, this, act); };
    on(m.actions.forward, [this] {
        if (m.lecture.state() == Lecture::State::none)
            m.actions.step->trigger();
        else if (m.lecture.state() == Lecture::State::ready)
            begin();
        else
            m.lecture.next();
    });
    on(m.actions.backward, [this] { m.lecture.state() == Lecture::State::none ? m.actions.step_back->trigger() : m.lecture.previous(); });
    on(m.actions.next_chapter, [this] { m.lecture.next_chapter(); });
    on(m.actions.previous_chapter, [this] { m.lecture.previous_chapter(); });
    on(m.actions.catalogue, [this] {
        m_shown = true;
        if (m.panels.mode() != Panels::Mode::lesson)
            m.panels.show_lesson({});
        m.panels.lesson().toggle_catalogue();
    });
    on(m.actions.open_lesson, [this] { open(); });
    on(m.actions.leave_lesson, [this] {
        m.lecture.leave();
        m_shown = false;
        m.panels.leave_lesson();
    });
    on(m.actions.glossary, [this] {
        auto *words = new Glossary(m.preferences, &m.window);
        words->setAttribute(Qt::WA_DeleteOnClose);
        connect(words, &Glossary::lesson_wanted, this, &LessonActions::choose);
        words->show();
    });
    on(m.actions.keep_progress, [this](bool keeps) { m.lecture.set_keeps_progress(keeps); });
    on(m.actions.forget_progress, [this] { forget_progress(); });
    on(m.actions.export_progress, [this] { export_progress(); });
    m.actions.keep_progress->setChecked(m.lecture.keeps_progress());
    connect(&m.panels.lesson(), &LessonPanel::lesson_wanted, this, &LessonActions::choose);
    connect(&m.panels.lesson(), &LessonPanel::begin_wanted, this, &LessonActions::begin);
    connect(&m.panels.lesson(), &LessonPanel::said, &m.announcer, &Announcer::say);
    for (FigureView *view : m.panels.views())
        connect(view, &FigureView::part_chosen, &m.panels.lesson(), &LessonPanel::take);
    connect(&m.lecture, &Lecture::changed, this, &LessonActions::show_state);
    const auto tell = [this](const QString &sentence) { m.messages.say(MessageBar::Tone::problem, [sentence] { return sentence; }); };
    connect(&m.lecture, &Lecture::refused, this, tell);
    connect(&m.lecture, &Lecture::failed, this, tell);
    connect(&m.lecture, &Lecture::unsaved_progress, this, tell);
}

void LessonActions::choose(const QString &lesson)
{
    m.files.unless_unsaved([this, lesson] {
        m.player.pause();
        m.lecture.choose(lesson);
        QSettings().setValue(QStringLiteral("lesson"), lesson);
        if (m.lecture.state() != Lecture::State::none && m.panels.mode() != Panels::Mode::lesson)
            m.panels.show_lesson({});
    });
}

void LessonActions::go_back_to(const QString &lesson)
{
    m.player.pause();
    if (!m.lecture.return_to(lesson))
        return choose(lesson);
    QSettings().setValue(QStringLiteral("lesson"), lesson);
}

void LessonActions::offer(const QString &lesson)
{
    m_shown = true;
    m.panels.offer_lesson();
    m.lecture.choose(lesson);
}

// Its run takes the place of the one there is.
void LessonActions::begin()
{
    m.files.unless_unsaved([this] {
        m.player.pause();
        m.lecture.begin();
    });
}

void LessonActions::show()
{
    m_shown = true;
    if (m.panels.mode() != Panels::Mode::lesson)
        m.panels.show_lesson({});
    if (m.lecture.state() == Lecture::State::none)
        m.panels.lesson().show_catalogue();
    show_state();
}

void LessonActions::show_state()
{
    const Lecture::State state = m.lecture.state();
    const bool any = state != Lecture::State::none;
    if (any && m.lecture.lesson() && !m.lecture.lesson()->server.isEmpty() && !m.session.run()) // a run that goes on has its own
        m.bar.set_server(right_server(m.lecture.lesson()->server));
    if (any && !std::exchange(m_shown, true))
        m.panels.show_lesson({});
    if (state == Lecture::State::running && m.panels.offers_lesson())
        m.panels.show_lesson({});
    if (m.panels.mode() != Panels::Mode::bench && state == Lecture::State::open && m.lecture.item()->kind == lessons::Item::goal)
        m.panels.show_lesson(m.lecture.lesson()->front, lessons::looks_at(*m.lecture.lesson(), u"terminal"));
    look_at();
    m.actions.leave_lesson->setEnabled(m_shown);
    for (QAction *action : {m.actions.next_chapter, m.actions.previous_chapter})
        action->setEnabled(state == Lecture::State::open);
}

// What the sentence is about; of a wrong answer, each bit and slot that is not as it was said to be.
void LessonActions::look_at()
{
    const lessons::Item *item = m.lecture.item();
    if (!item)
        return m.panels.look_at({});
    const auto differences = m.lecture.differences();
    if (differences.empty())
        return m.panels.look_at(item->look, {lessons::parts_looked_at(m.session.trace(), *item)});
    std::vector<QStringList> marks;
    for (const lessons::Difference &each : differences)
        marks.push_back(each.parts);
    const bool shows_them = item->look == u"sets" || item->look == u"client_FD";
    m.panels.look_at(shows_them ? item->look : item->question->about == lessons::About::slot ? QStringLiteral("client_FD") : QStringLiteral("sets"), marks);
}

void LessonActions::open()
{
    auto *dialog = new QFileDialog(&m.window, tr("Open a lesson"), QSettings().value("folder").toString(), tr("Lessons (*.lesson)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) {
        QSettings().setValue("folder", QFileInfo(path).absolutePath());
        choose(path);
    });
    dialog->open();
}

void LessonActions::export_progress()
{
    auto *dialog = new QFileDialog(&m.window, tr("Export my progress"), QSettings().value("folder").toString(), tr("Tables (*.csv)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("csv"));
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) {
        const auto result =
            archive::new_file(path, [this](QIODevice &file, const archive::StillGood &) { file.write(m.lecture.progress().csv()); });
        if (!result)
            m.messages.say(MessageBar::Tone::problem, [this, result, path] { return lessons::fault(m.preferences.language(), result, path); });
    });
    dialog->open();
}

void LessonActions::forget_progress()
{
    m.messages.say(MessageBar::Tone::notice, [] { return tr("All answers and finished lessons are forgotten."); },
                   {{[] { return tr("Forget them"); }, [this] {
                         m.lecture.progress().forget();
                         m.lecture.progress().save();
                         emit m.lecture.changed();
                     }}});
}

void LessonActions::say_kept_aside()
{
    const QString aside = m.lecture.progress().kept_aside();
    if (!aside.isEmpty())
        m.messages.say(MessageBar::Tone::notice, [aside] {
            return tr("The file of your progress is damaged or from a later version: it was kept as %1, and a new one is begun.").arg(QFileInfo(aside).fileName());
        });
}

} // namespace ui
