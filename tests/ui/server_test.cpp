// SPDX-License-Identifier: MIT
// What the window does to a server besides connecting clients: urgent data, signals, a descriptor closed behind its back.
#include "shown.h"

#include "lessons/run.h"
#include "room.h"
#include "ui/common/actions.h"

#include <QAction>
#include <QInputDialog>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>
#include <QSpinBox>

#include <algorithm>
#include <cerrno>
#include <sys/socket.h>

using shown::comes_true;

class ServerTest : public QObject {
    Q_OBJECT
private slots:
    void init();
    void an_urgent_byte_comes_back();
    void only_a_server_that_sends_urgent_data_is_waited_for();
    void datagrams_know_nothing_urgent();
    void an_empty_datagram_is_sent();
    void a_script_gets_the_run_it_wants();
    void the_server_is_interrupted();
    void only_a_signal_driven_server_holds_signals();
    void a_descriptor_is_closed_behind_its_back();
    void a_server_that_cannot_be_woken_holds_up_no_other();
};

namespace {

bool recorded(shown::Window &shown, trace::Call call, int error)
{
    return std::ranges::any_of(shown.session().trace().events(), [&](const trace::Event &event) {
        return event.call == call && event.error == error && trace::runs_listing(shown.session().trace(), event.thread);
    });
}

} // namespace

void ServerTest::init()
{
    shown::fail_on_warning();
    QSettings().clear();
}

void ServerTest::an_urgent_byte_comes_back()
{
    shown::Window shown("en", {1280, 720}, {.server = "select-all"});
    const ui::Actions &actions = shown.window->actions();
    QVERIFY(!actions.send_urgent->isEnabled() && !actions.receive_urgent->isEnabled());
    shown.connect_client(1);
    QVERIFY(comes_true([&] { return actions.send_urgent->isEnabled() && actions.receive_urgent->isEnabled(); }));
    QTest::mouseClick(shown.window->findChild<QPushButton *>("send_urgent_text"), Qt::LeftButton); // "abc"
    actions.receive_urgent->trigger();
    QVERIFY(comes_true([&] { return shown.session().run()->progress(1)->waiting == 0; }));
    QCOMPARE(shown.session().run()->progress(1)->error, 0);
    QVERIFY(comes_true([&] {
        return std::ranges::any_of(shown.session().trace().events(), [&](const trace::Event &event) {
            return event.call == trace::Call::recv && (event.flags & MSG_OOB) && event.result == 1
                && trace::origin(shown.session().trace(), event.thread) == trace::Origin::script;
        });
    }));
    shown.session().stop();
    QVERIFY(comes_true([&] { return !actions.send_urgent->isEnabled() && !actions.receive_urgent->isEnabled(); }));
}

void ServerTest::only_a_server_that_sends_urgent_data_is_waited_for()
{
    shown::Window shown("en", {1280, 720}, {.server = "select"});
    const ui::Actions &actions = shown.window->actions();
    shown.connect_client(1);
    QVERIFY(comes_true([&] { return actions.send_urgent->isEnabled(); }));
    QVERIFY(!actions.receive_urgent->isEnabled());
    QVERIFY(!shown.window->findChild<QPushButton *>("receive_urgent_byte")->isEnabled());
}

void ServerTest::datagrams_know_nothing_urgent()
{
    shown::Window shown("en", {1280, 720}, {.server = "blocking-udp"});
    QTest::mouseClick(shown.window->findChild<QPushButton *>("connect"), Qt::LeftButton);
    const auto enabled = [&](const char *name) { return shown.window->findChild<QPushButton *>(QLatin1String(name))->isEnabled(); };
    QVERIFY(comes_true([&] { return enabled("send_text") && enabled("close"); }));
    for (const char *name : {"send_urgent_text", "receive_urgent_byte", "half_close", "reset"})
        QVERIFY2(!enabled(name), name);
    QVERIFY(!shown.window->actions().send_urgent->isEnabled());
}

void ServerTest::an_empty_datagram_is_sent()
{
    shown::Window shown("en", {1280, 720}, {.server = "blocking-udp"});
    QTest::mouseClick(shown.window->findChild<QPushButton *>("connect"), Qt::LeftButton);
    auto *send = shown.window->findChild<QPushButton *>("send_text");
    QVERIFY(comes_true([&] { return send->isEnabled(); }));
    const auto came_back = [&](int times) { // as often as it was sent
        return comes_true([&] {
            return times == std::ranges::count_if(shown.session().trace().events(), [&](const trace::Event &event) {
                return event.call == trace::Call::recv && event.result == 0
                    && trace::origin(shown.session().trace(), event.thread) == trace::Origin::script;
            });
        });
    };
    shown.window->findChild<QLineEdit *>("text")->clear();
    QTest::mouseClick(send, Qt::LeftButton);
    QVERIFY(came_back(1));
    shown.window->findChild<QSpinBox *>("bytes")->setValue(0);
    QTest::mouseClick(shown.window->findChild<QPushButton *>("send_bytes"), Qt::LeftButton);
    QVERIFY(came_back(2));
}

void ServerTest::a_script_gets_the_run_it_wants()
{
    shown::Window shown;
    std::optional<lab::Settings> had; // kept as it begins: a short script is over before it is looked for
    connect(&shown.session(), &ui::Session::recording_changed, this, [&] {
        if (const auto run = shown.session().run())
            had = run->settings();
    });
    for (const char *lesson : {"writefds", "sigio-queued", "epoll-edge", "timeouts"}) {
        shown.window->play_script(QLatin1String(lesson));
        const auto planned = lessons::run_of({.script = QLatin1String(lesson)});
        const lab::Settings wanted = std::get<lessons::PlannedRun>(planned).settings;
        QVERIFY2(comes_true([&] { return had == wanted; }), lesson);
    }
}

void ServerTest::the_server_is_interrupted()
{
    shown::Window shown;
    QVERIFY(comes_true([&] { return shown.session().run()->server_asleep_in(trace::Call::select); }));
    shown.window->actions().interrupt_server->trigger();
    QVERIFY(comes_true([&] { return recorded(shown, trace::Call::select, EINTR); }));
    QVERIFY(shown.session().run());
}

void ServerTest::only_a_signal_driven_server_holds_signals()
{
    {
        shown::Window shown;
        QVERIFY(!shown.window->actions().hold_signals->isEnabled());
    }
    shown::Window shown("en", {1280, 720}, {.server = "sigio"});
    QAction *hold = shown.window->actions().hold_signals;
    QVERIFY(comes_true([&] { return hold->isEnabled(); }));
    hold->trigger();
    QVERIFY(comes_true([&] { return shown.session().run()->signals_held(); }));
    QVERIFY(hold->isChecked());
    hold->trigger();
    QVERIFY(comes_true([&] { return !shown.session().run()->signals_held(); }));
    shown.session().run()->hold_signals(true); // as a script does
    QVERIFY(comes_true([&] { return hold->isChecked(); }));
}

void ServerTest::a_descriptor_is_closed_behind_its_back()
{
    shown::Window shown("en", {1280, 720}, {.server = "select-all"});
    shown.connect_client(1);
    shown.window->actions().close_descriptor->trigger();
    auto *dialog = shown.window->findChild<QInputDialog *>("close_descriptor_dialog");
    QVERIFY(dialog);
    QCOMPARE(dialog->comboBoxItems(), QStringList({"3", "4"}));
    dialog->setTextValue("4");
    dialog->accept();
    shown.window->actions().interrupt_server->trigger(); // a select() that sleeps does not notice
    // Linux may report the descriptor as ready first, and then it is recv() that fails.
    QVERIFY(comes_true([&] { return recorded(shown, trace::Call::select, EBADF) || recorded(shown, trace::Call::recv, EBADF); }));
    QVERIFY(shown.session().run());
}

void ServerTest::a_server_that_cannot_be_woken_holds_up_no_other()
{
    shown::Window shown("en", {1280, 720}, {.server = "aio-udp"});
    QTest::mouseClick(shown.window->findChild<QPushButton *>("connect"), Qt::LeftButton);
    shown.session().run()->tell(1, {.kind = clients::Command::send, .text = "abc"});
    int connected = -1;
    QVERIFY(comes_true([&] { // the socket of this peer, which is read from
        for (const trace::Event &event : shown.session().trace().events())
            if (event.call == trace::Call::aio_read)
                connected = event.fd;
        return connected != -1;
    }));
    const std::shared_ptr<lab::Run> asleep = shown.session().run();
    asleep->close_descriptor(connected);
    shown.session().start({.server = "select"});
    QVERIFY(comes_true([&] { return shown.session().activity() == ui::Session::Activity::running && shown.session().run() != asleep; }));
    QVERIFY(asleep->ended());
    QCOMPARE(QString::fromStdString(asleep->problem()->call), QString("stop"));
}

ROOM_TEST(ServerTest)

#include "server_test.moc"
