// SPDX-License-Identifier: MIT
// The window's dealings with files: recordings, scripts, pictures, and what it says when something fails.
#include "ui/common/actions.h"
#include "ui/common/announcer.h"
#include "ui/common/message_bar.h"
#include "ui/common/preferences.h"
#include "ui/comparison/window.h"
#include "ui/figure/export_dialog.h"
#include "ui/figure/pictures.h"
#include "ui/figure/view.h"
#include "ui/live/player.h"
#include "ui/live/run_bar.h"
#include "ui/live/run_options.h"
#include "ui/window/main_window.h"
#include "ui/window/panels.h"
#include "ui/window/recovery.h"
#include "ui/window/status_line.h"
#include "ui/window/unsaved.h"

#include "lessons/catalogue.h"
#include "lessons/problems.h"
#include "words/contradictions.h"
#include "words/sentences.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QDir>
#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QMimeData>
#include <QSettings>

namespace ui {
namespace {

// A file dialog that does not stop the window, in the folder used last; `chosen` gets the path. `name`: to suggest.
void choose(QWidget *parent, QFileDialog::AcceptMode mode, const QString &title, const QString &filter, const QString &name,
            std::function<void(const QString &)> chosen)
{
    auto *dialog = new QFileDialog(parent, title, QSettings().value("folder").toString(), filter);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(mode);
    dialog->setFileMode(mode == QFileDialog::AcceptOpen ? QFileDialog::ExistingFile : QFileDialog::AnyFile);
    dialog->setDefaultSuffix(QFileInfo(name).suffix());
    if (!name.isEmpty())
        dialog->selectFile(name);
    QObject::connect(dialog, &QFileDialog::fileSelected, parent, [chosen = std::move(chosen)](const QString &path) {
        QSettings().setValue("folder", QFileInfo(path).absolutePath());
        chosen(path);
    });
    dialog->open();
}

} // namespace

void MainWindow::wire_files()
{
    connect(m_actions->open, &QAction::triggered, this, [this] { unless_unsaved([this] { choose_open(); }); });
    connect(m_actions->save, &QAction::triggered, this, [this] { choose_save({}); });
    connect(m_actions->export_chrome, &QAction::triggered, this, &MainWindow::choose_chrome);
    connect(m_actions->export_picture, &QAction::triggered, this, &MainWindow::choose_picture);
    connect(m_actions->copy_picture, &QAction::triggered, this, &MainWindow::copy_picture);
    connect(m_actions->open_script, &QAction::triggered, this, [this] { unless_unsaved([this] { choose_script(); }); });
    connect(m_actions->keys, &QAction::triggered, this, &MainWindow::show_keys);
    connect(m_actions->about, &QAction::triggered, this, &MainWindow::show_about);

    connect(&m_files, &Files::begun, this, [this](Files::Kind kind, const QString &path) { say_work(kind, path, -1); });
    connect(&m_files, &Files::progressed, this, [this](qint64 done, qint64 total) {
        if (m_files.busy())
            say_work(m_work_kind, m_work_path, total > 0 ? int(done * 100 / total) : -1);
    });
    connect(&m_files, &Files::over, m_status, &StatusLine::hide_work);
    connect(&m_files, &Files::failed, this, &MainWindow::say_fault);
    connect(&m_files, &Files::opened, this, [this](std::shared_ptr<Recording> recording, const QString &) {
        m_session.show(std::move(recording));
    });
    connect(&m_files, &Files::unfinished, this, [this](const QString &path) {
        m_messages->say(MessageBar::Tone::notice, [this, path] { return lessons::unfinished(m_preferences.language(), QFileInfo(path).fileName()); });
    });
    connect(&m_files, &Files::contradictory, this, [this](std::shared_ptr<Recording> recording, const std::vector<calls::Contradiction> &all) {
        m_messages->say(MessageBar::Tone::notice, [this, recording, all] { return words::contradictions(m_preferences.language(), *recording->trace, all); });
    });
    connect(&m_files, &Files::saved, this, [this](Files::Kind kind, const QString &path) {
        const QString said = tr("Saved as %1", "a file").arg(QFileInfo(path).fileName());
        m_status->showMessage(said, 5000);
        m_announcer->say(said);
        if (kind == Files::Kind::saving && m_after_save)
            std::exchange(m_after_save, nullptr)();
    });
    connect(m_status, &StatusLine::cancelled, this, [this] {
        m_files.cancel();
        m_scripts.cancel();
    });

    connect(&m_session, &Session::failed, this, &MainWindow::say_problem);
    connect(&m_session, &Session::started, m_messages, &MessageBar::clear_problems);
    connect(&m_session, &Session::nothing_held, this, [this] {
        m_messages->say(MessageBar::Tone::notice, [] {
            return tr("No thread waits at the gate: all of them sleep in the kernel. Connect a client or send something.");
        });
    });
    connect(&m_session, &Session::memory_exhausted, this, [this] {
        m_messages->say(MessageBar::Tone::problem, [] {
            return tr("There is no memory left for the recording, so the run was stopped. What was recorded is still here: save it.");
        });
    });
    connect(&m_scripts, &ScriptPlayer::begun, this,
            [this](const QString &name) { m_status->show_work(tr("Playing the script %1").arg(name), -1); });
    connect(&m_scripts, &ScriptPlayer::over, m_status, &StatusLine::hide_work);
    connect(&m_scripts, &ScriptPlayer::failed, this, [this](const lab::ScriptProblem &problem, const QString &name) {
        m_messages->say(MessageBar::Tone::problem, [this, problem, name] {
            return tr("The script %1 has stopped. %2").arg(name, lessons::script_problem(m_preferences.language(), problem));
        });
    });
}

void MainWindow::say_work(Files::Kind kind, const QString &path, int percent)
{
    m_work_kind = kind;
    m_work_path = path;
    const QString name = QFileInfo(path).fileName();
    m_status->show_work(kind == Files::Kind::opening ? tr("Opening %1").arg(name) : tr("Saving %1").arg(name), percent);
}

void MainWindow::say_busy()
{
    m_after_save = nullptr;
    m_messages->say(MessageBar::Tone::notice,
                    [] { return tr("Another file is being read or written: wait until it is done, or cancel it."); });
}

void MainWindow::say_problem(const lab::Problem &problem)
{
    const auto again = [this] { m_actions->new_run->trigger(); };
    std::vector<MessageBar::Answer> answers = {{[] { return tr("Try again"); }, again}};
    if (problem.port != 0)
        answers.push_back({[] { return tr("Let the kernel choose the port"); }, [this, again] {
                               m_panels->options().set_port(0);
                               again();
                           }});
    const auto text = [this, problem] {
        return lessons::problem(m_preferences.language(), problem);
    };
    m_messages->say(MessageBar::Tone::problem, text, std::move(answers));
}

void MainWindow::say_fault(const archive::Result &result, const QString &path)
{
    m_after_save = nullptr;
    if (result.fault != archive::Fault::cancelled)
        m_messages->say(MessageBar::Tone::problem, [this, result, path] {
            return lessons::fault(m_preferences.language(), result, path);
        });
}

void MainWindow::unless_unsaved(std::function<void()> then)
{
    if (!m_session.unsaved())
        return then();
    ask_about_unsaved(this, [this, then](Unsaved answer) {
        if (answer == Unsaved::save)
            choose_save(then);
        else if (answer == Unsaved::discard)
            then();
        show_state();
    });
}

void MainWindow::open_file(const QString &path)
{
    unless_unsaved([this, path] {
        if (!m_files.open(path))
            say_busy();
    });
}

void MainWindow::choose_open()
{
    choose(this, QFileDialog::AcceptOpen, tr("Open a recording"), tr("Recordings (*.iotrace);;All files (*)"), {},
           [this](const QString &path) {
               if (!m_files.open(path))
                   say_busy();
           });
}

QString MainWindow::name_of_recording(const QString &suffix) const
{
    const QString server = lessons::server_name(m_session.trace());
    return QStringLiteral("%1.%2").arg(server.isEmpty() ? QStringLiteral("recording") : server, suffix);
}

void MainWindow::choose_save(std::function<void()> then)
{
    choose(this, QFileDialog::AcceptSave, tr("Save the recording"), tr("Recordings (*.iotrace)"), name_of_recording(QStringLiteral("iotrace")),
           [this, then](const QString &path) {
               m_after_save = then;
               if (!m_files.save(path))
                   say_busy();
           });
}

void MainWindow::choose_chrome()
{
    choose(this, QFileDialog::AcceptSave, tr("Export for Perfetto"), tr("Chrome trace (*.json)"), name_of_recording(QStringLiteral("json")),
           [this](const QString &path) {
               if (!m_files.export_chrome(path))
                   say_busy();
           });
}

void MainWindow::choose_script()
{
    choose(this, QFileDialog::AcceptOpen, tr("Play a script"), tr("Scripts (*.txt);;All files (*)"), {},
           [this](const QString &path) { play_script(path); });
}

// A run as it is chosen, with the script if it is not empty. Nothing: it has been said why there is none.
std::optional<lessons::PlannedRun> MainWindow::planned_run(const QString &script)
{
    if (const lessons::Lesson *lesson = lessons::named(script))
        m_run_bar->set_server(QString::fromLatin1(lesson->server));
    lessons::Choice chosen = choice();
    chosen.script = script;
    if (!script.isEmpty() && !m_panels->options().chosen())
        chosen.wishes = {};
    auto plan = lessons::run_of(chosen);
    if (const auto *refusal = std::get_if<lessons::Refusal>(&plan)) {
        m_messages->say(MessageBar::Tone::problem, [this, refusal = *refusal] { return lessons::sentence(m_preferences.language(), refusal); });
        return {};
    }
    auto &run = std::get<lessons::PlannedRun>(plan);
    if (!script.isEmpty())
        m_panels->options().show(run.settings.serve);
    for (const servers::Option option : run.left_out)
        m_messages->say(MessageBar::Tone::notice, [this, option, server = QString::fromStdString(run.settings.server)] {
            return lessons::unheeded(m_preferences.language(), option, server);
        });
    return std::move(run);
}

void MainWindow::play_script(const QString &script)
{
    const auto plan = planned_run(script);
    if (!plan)
        return;
    m_player->pause();
    m_script_runs = true;
    m_scripts.play(*plan);
}

FigureView &MainWindow::focused_view() const
{
    return m_last_view ? *m_last_view : m_panels->stage();
}

void MainWindow::choose_picture()
{
    auto *dialog = new ExportDialog(*this, m_panels->views(), focused_view(), m_preferences);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &ExportDialog::failed, this,
            [this](const QString &sentence) { m_messages->say(MessageBar::Tone::problem, [sentence] { return sentence; }); });
    dialog->open();
}

void MainWindow::show_comparison()
{
    if (!m_comparison) {
        m_comparison = new ComparisonWindow(m_session, m_preferences, this);
        connect(m_comparison, &ComparisonWindow::compared, this, [this] {
            const QString over = tr("The comparison is over.");
            m_announcer->say(over);
        });
        connect(m_comparison, &ComparisonWindow::recording_wanted, this, [this](std::shared_ptr<Recording> recording) {
            unless_unsaved([this, recording] {
                m_player->pause();
                m_session.show(recording);
            });
        });
    }
    if (m_comparison->isVisible())
        m_comparison->raise();
    m_comparison->show();
    m_comparison->activateWindow();
    if (!m_comparison->runner().latest())
        m_comparison->run();
}

void MainWindow::copy_picture()
{
    FigureView &view = focused_view();
    QApplication::clipboard()->setMimeData(clipboard_content(view.drawing(), m_preferences.theme(), 2 * m_preferences.scale()));
    m_status->showMessage(tr("The picture is on the clipboard: %1").arg(view.title()), 3000);
}

void MainWindow::offer_recovery(const QString &folder)
{
    for (const QString &path : Recovery::left(folder)) {
        const auto text = [written = QFileInfo(path).lastModified()] {
            return tr("Last time the program ended without saving. What it had recorded was kept, from %1.")
                .arg(QLocale().toString(written, QLocale::ShortFormat));
        };
        // Under another name it is the user's own and not offered again.
        const auto open = [this, path] {
            const QString kept = QFileInfo(path).dir().filePath(
                QStringLiteral("kept-%1.iotrace").arg(QFileInfo(path).lastModified().toString(QStringLiteral("yyyyMMdd-hhmmss"))));
            open_file(QFile::rename(path, kept) ? kept : path);
        };
        m_messages->say(MessageBar::Tone::notice, text,
                        {{[] { return tr("Open it"); }, open}, {[] { return tr("Delete it"); }, [path] { QFile::remove(path); }}});
    }
}

} // namespace ui
