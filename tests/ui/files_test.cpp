// SPDX-License-Identifier: MIT
// Recordings to disk and back, damaged ones, cancelling, the question about unsaved ones, what survives a crash.
#include "shown.h"

#include "calls/schema.h"
#include "room.h"
#include "ui/bench/panel.h"
#include "ui/common/actions.h"
#include "ui/common/message_bar.h"
#include "ui/window/panels.h"
#include "ui/window/recovery.h"

#include "archive/iotrace.h"

#include <QAction>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPointer>
#include <QSignalSpy>
#include <QSettings>

#include <algorithm>

using shown::comes_true;

class FilesTest : public QObject {
    Q_OBJECT
private slots:
    void init();
    void what_is_saved_opens_again();
    void saving_suggests_a_name_in_the_last_folder();
    void a_damaged_file_keeps_the_recording();
    void what_contradicts_itself_is_told_and_is_no_markup();
    void opening_can_be_cancelled();
    void an_unsaved_recording_is_asked_about();
    void a_copy_survives_a_crash();
    void a_clean_end_leaves_no_copy();

private:
    QTemporaryDir m_folder;
};

void FilesTest::init()
{
    shown::fail_on_warning();
    QSettings().clear();
}

void FilesTest::what_is_saved_opens_again()
{
    shown::Window shown;
    shown.connect_client(1);
    QVERIFY(comes_true([&] { return shown.contains("stage", "fd 4"); }));
    shown.session().pause();
    QSignalSpy saved(&shown.window->files(), &ui::Files::saved);
    const QString path = m_folder.filePath("a.iotrace");
    QVERIFY(shown.window->files().save(path));
    QVERIFY(comes_true([&] { return saved.size() == 1; }));
    QVERIFY(!shown.session().unsaved());
    QCOMPARE(shown.window->files().recent().value(0), path);

    const size_t events = shown.session().trace().events().size();
    shown.window->open_file(path);
    QVERIFY(comes_true([&] { return !shown.session().run(); }));
    QVERIFY(shown.session().trace().events().size() <= events + 8);
    QVERIFY(!shown.session().trace().events().empty());
    QCOMPARE(shown.session().instant().complete, size_t(0));
    shown.session().go_last();
    QVERIFY(comes_true([&] { return shown.contains("stage", "fd 4"); }));
}

void FilesTest::saving_suggests_a_name_in_the_last_folder()
{
    shown::Window shown;
    const auto dialog = [&] {
        shown.window->actions().save->trigger();
        return shown.window->findChild<QFileDialog *>();
    };
    QPointer<QFileDialog> first = dialog();
    QVERIFY(first);
    QCOMPARE(QFileInfo(first->selectedFiles().value(0)).fileName(), QString("select.iotrace"));
    first->findChild<QLineEdit *>()->setText(m_folder.filePath("mine.iotrace"));
    QSignalSpy saved(&shown.window->files(), &ui::Files::saved);
    static_cast<QDialog *>(first)->accept();
    QVERIFY(comes_true([&] { return saved.size() == 1 && !first; }));
    QCOMPARE(dialog()->selectedFiles().value(0), m_folder.filePath("select.iotrace"));
}

void FilesTest::a_damaged_file_keeps_the_recording()
{
    shown::Window shown;
    const QString path = m_folder.filePath("damaged.iotrace");
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("this is no recording");
    file.close();
    const auto before = shown.session().recording();
    shown.window->open_file(path);
    QVERIFY(comes_true([&] { return !shown.window->messages().texts().isEmpty(); }));
    QVERIFY(shown.window->messages().texts().constFirst().contains("damaged.iotrace"));
    QCOMPARE(shown.session().recording(), before);
    QVERIFY(shown.session().run());
}

void FilesTest::what_contradicts_itself_is_told_and_is_no_markup()
{
    QTemporaryDir folder;
    const std::string name = "<b>server</b><img src='x'>";
    trace::Trace trace;
    trace::Batch batch;
    batch.programs = {{name, trace::Origin::listing, "select.cpp"}};
    batch.threads = {{name, 0, trace::Job::main, 11, {name}}};
    batch.thread_index = {0};
    for (const trace::Call call : {trace::Call::socket, trace::Call::accept, trace::Call::recv}) {
        trace::Event &event = batch.events.emplace_back();
        event.call = call;
        event.fd = 3;
        event.result = call == trace::Call::recv ? 5000 : 3 + (call == trace::Call::accept);
        calls::set(event, "length", 4096);
        event.begin = int64_t(batch.events.size()) * 1000;
        event.end = event.begin + 500;
    }
    trace.append(std::move(batch));
    const QString path = folder.filePath("<b>a&b.iotrace");
    QVERIFY(archive::save(trace, path));
    shown::Window shown;
    shown.window->open_file(path);
    QVERIFY(comes_true([&] { return shown.window->messages().texts().size() == 1; }));
    const QString told = shown.window->messages().texts().constFirst();
    QVERIFY2(told.contains("contradicts itself in 1 place") && told.contains("5,000 bytes"), qPrintable(told));
    for (size_t step = 0; step < 3; ++step) {
        shown.session().go(shown.session().replay().step(step));
        QTest::qWait(0);
        for (const QLabel *label : shown.window->findChildren<QLabel *>())
            QVERIFY2(label->textFormat() == Qt::PlainText || !Qt::mightBeRichText(label->text())
                         || (label->textFormat() == Qt::RichText && shown.window->panels().bench().isAncestorOf(label)), // whose words are its own
                     qPrintable(label->text()));
    }
    for (const QAction *action : shown.window->findChildren<QAction *>())
        if (action->text().contains("a&&b"))
            QVERIFY(!action->toolTip().contains("<b>"));
}

void FilesTest::opening_can_be_cancelled()
{
    shown::Window shown;
    const QString path = m_folder.filePath("b.iotrace");
    QVERIFY(shown.window->files().save(path));
    QVERIFY(comes_true([&] { return !shown.window->files().busy(); }));
    const auto before = shown.session().recording();
    QVERIFY(shown.window->files().open(path));
    QVERIFY(!shown.window->files().open(path)); // one at a time
    shown.window->files().cancel();
    QVERIFY(comes_true([&] { return !shown.window->files().busy(); }));
    QCOMPARE(shown.session().recording(), before);
    QVERIFY(shown.window->messages().texts().isEmpty()); // cancelling is no failure
}

void FilesTest::an_unsaved_recording_is_asked_about()
{
    shown::Window shown;
    shown.connect_client(1);
    QVERIFY(comes_true([&] { return shown.session().unsaved(); }));
    shown.window->close();
    QVERIFY(shown.window->isVisible());
    auto *question = shown.window->findChild<QMessageBox *>("unsaved");
    QVERIFY(question);
    QTest::keyClick(question, Qt::Key_Escape);
    QVERIFY(comes_true([&] { return !shown.window->findChild<QMessageBox *>("unsaved"); }));
    QVERIFY(shown.window->isVisible());
    shown.session().set_saved();
    shown.window->close();
    QVERIFY(!shown.window->isVisible());
}

void FilesTest::a_copy_survives_a_crash()
{
    QTemporaryDir folder;
    shown::Window shown;
    ui::Recovery recovery(shown.session(), folder.path());
    // As a program would leave it that no longer runs.
    const QString crashed = folder.filePath("recovery-2147483646.iotrace");
    const auto kept = [&] { // connections accepted, in the copy
        std::unique_ptr<trace::Trace> trace;
        return !archive::open(recovery.path(), trace) ? 0 : std::ranges::count_if(trace->events(), [](const trace::Event &event) {
            return event.call == trace::Call::accept && event.result >= 0;
        });
    };
    for (int client = 1; client <= 3; ++client) { // while the run goes on, and nobody asks for it
        shown.connect_client(client);
        QVERIFY(comes_true([&] { return kept() == client; }));
    }
    shown.session().stop();
    QVERIFY(comes_true([&] { return !shown.session().run() && !recovery.writing(); }));
    QVERIFY(QFile::copy(recovery.path(), crashed));
    QCOMPARE(ui::Recovery::left(folder.path()), QStringList{crashed}); // ours is not left: we still run

    shown::Window next("en", {1280, 720}, {.recovery_folder = folder.path()});
    QVERIFY(comes_true([&] { return next.window->messages().texts().size() == 1; }));
    QVERIFY(next.window->messages().texts().constFirst().contains("without saving"));
}

void FilesTest::a_clean_end_leaves_no_copy()
{
    QTemporaryDir folder;
    {
        shown::Window shown;
        ui::Recovery recovery(shown.session(), folder.path());
        shown.connect_client(1);
        QVERIFY(comes_true([&] { return shown.session().unsaved(); }));
        recovery.write();
        QVERIFY(comes_true([&] { return QFile::exists(recovery.path()); }));
    }
    QVERIFY(QDir(folder.path()).isEmpty());
}

ROOM_TEST(FilesTest)

#include "files_test.moc"
