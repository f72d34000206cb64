// SPDX-License-Identifier: MIT
#include "ui/window/file_actions.h"

#include "lessons/catalogue.h"
#include "lessons/problems.h"
#include "ui/common/actions.h"
#include "ui/common/announcer.h"
#include "ui/common/message_bar.h"
#include "ui/common/preferences.h"
#include "ui/lesson/lecture.h"
#include "ui/window/recovery.h"
#include "ui/window/status_line.h"
#include "ui/window/unsaved.h"
#include "words/contradictions.h"

#include <QAction>
#include <QDir>
#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
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

FileActions::FileActions(const Around &around) : QObject(&around.window), m(around)
{
    wire();
}

void FileActions::wire()
{
    connect(m.actions.open, &QAction::triggered, this, [this] { unless_unsaved([this] { choose_open(); }); });
    connect(m.actions.save, &QAction::triggered, this, [this] { choose_save({}); });
    connect(m.actions.export_chrome, &QAction::triggered, this, &FileActions::choose_chrome);
    connect(m.actions.open_script, &QAction::triggered, this, [this] { unless_unsaved([this] { choose_script(); }); });

    connect(&m.files, &Files::begun, this, [this](Files::Kind kind, const QString &path) { say_work(kind, path, -1); });
    connect(&m.files, &Files::progressed, this, [this](qint64 done, qint64 total) {
        if (m.files.busy())
            say_work(m_work_kind, m_work_path, total > 0 ? int(done * 100 / total) : -1);
    });
    connect(&m.files, &Files::over, &m.status, &StatusLine::hide_work);
    connect(&m.files, &Files::failed, this, &FileActions::say_fault);
    connect(&m.files, &Files::opened, this, [this](std::shared_ptr<Recording> recording, const QString &) {
        m.lecture.show_opened(std::move(recording));
    });
    connect(&m.files, &Files::unfinished, this, [this](const QString &path) {
        m.messages.say(MessageBar::Tone::notice, [this, path] { return lessons::unfinished(m.preferences.language(), QFileInfo(path).fileName()); });
    });
    connect(&m.files, &Files::contradictory, this, [this](std::shared_ptr<Recording> recording, const std::vector<calls::Contradiction> &all) {
        m.messages.say(MessageBar::Tone::notice, [this, recording, all] { return words::contradictions(m.preferences.language(), *recording->trace, all); });
    });
    connect(&m.files, &Files::saved, this, [this](Files::Kind kind, const QString &path) {
        const QString said = tr("Saved as %1", "a file").arg(QFileInfo(path).fileName());
        m.status.showMessage(said, 5000);
        m.announcer.say(said);
        if (kind == Files::Kind::saving && m_after_save)
            std::exchange(m_after_save, nullptr)();
    });
    connect(&m.status, &StatusLine::cancelled, this, [this] { m.files.cancel(); });
}

void FileActions::say_work(Files::Kind kind, const QString &path, int percent)
{
    m_work_kind = kind;
    m_work_path = path;
    const QString name = QFileInfo(path).fileName();
    m.status.show_work(kind == Files::Kind::opening ? tr("Opening %1").arg(name) : tr("Saving %1").arg(name), percent);
}

void FileActions::say_busy()
{
    m_after_save = nullptr;
    m.messages.say(MessageBar::Tone::notice,
                    [] { return tr("Another file is being read or written: wait until it is done, or cancel it."); });
}

void FileActions::say_fault(const archive::Result &result, const QString &path)
{
    m_after_save = nullptr;
    if (result.fault != archive::Fault::cancelled)
        m.messages.say(MessageBar::Tone::problem, [this, result, path] {
            return lessons::fault(m.preferences.language(), result, path);
        });
}

void FileActions::unless_unsaved(std::function<void()> then)
{
    if (!m.session.unsaved())
        return then();
    ask_about_unsaved(&m.window, [this, then](Unsaved answer) {
        if (answer == Unsaved::save)
            choose_save(then);
        else if (answer == Unsaved::discard)
            then();
        emit answered();
    });
}

void FileActions::open(const QString &path)
{
    unless_unsaved([this, path] {
        if (!m.files.open(path))
            say_busy();
    });
}

void FileActions::choose_open()
{
    choose(&m.window, QFileDialog::AcceptOpen, tr("Open a recording"), tr("Recordings (*.iotrace);;All files (*)"), {},
           [this](const QString &path) {
               if (!m.files.open(path))
                   say_busy();
           });
}

QString FileActions::name_of_recording(const QString &suffix) const
{
    const QString server = lessons::server_name(m.session.trace());
    return QStringLiteral("%1.%2").arg(server.isEmpty() ? QStringLiteral("recording") : server, suffix);
}

void FileActions::choose_save(std::function<void()> then)
{
    choose(&m.window, QFileDialog::AcceptSave, tr("Save the recording"), tr("Recordings (*.iotrace)"), name_of_recording(QStringLiteral("iotrace")),
           [this, then](const QString &path) {
               m_after_save = then;
               if (!m.files.save(path))
                   say_busy();
           });
}

void FileActions::choose_chrome()
{
    choose(&m.window, QFileDialog::AcceptSave, tr("Export for Perfetto"), tr("Chrome trace (*.json)"), name_of_recording(QStringLiteral("json")),
           [this](const QString &path) {
               if (!m.files.export_chrome(path))
                   say_busy();
           });
}

void FileActions::export_by(const QString &path, const Files::Writer &writer)
{
    if (!m.files.export_by(path, writer))
        say_busy();
}

void FileActions::choose_script()
{
    choose(&m.window, QFileDialog::AcceptOpen, tr("Play a script"), tr("Scripts (*.txt);;All files (*)"), {},
           [this](const QString &path) { emit script_chosen(path); });
}

void FileActions::offer_recovery(const QString &folder)
{
    for (const QString &path : Recovery::left(folder)) {
        const auto text = [written = QFileInfo(path).lastModified()] {
            return tr("Last time the program ended without saving. What it had recorded was kept, from %1.")
                .arg(QLocale().toString(written, QLocale::ShortFormat));
        };
        // Under another name it is the user's own and not offered again.
        const auto open_kept = [this, path] {
            const QString kept = QFileInfo(path).dir().filePath(
                QStringLiteral("kept-%1.iotrace").arg(QFileInfo(path).lastModified().toString(QStringLiteral("yyyyMMdd-hhmmss"))));
            open(QFile::rename(path, kept) ? kept : path);
        };
        m.messages.say(MessageBar::Tone::notice, text,
                        {{[] { return tr("Open it"); }, open_kept}, {[] { return tr("Delete it"); }, [path] { QFile::remove(path); }}});
    }
}

} // namespace ui
