// SPDX-License-Identifier: MIT
// The signal-driven servers: each cause of a signal provoked and told apart, coalesced and queued signals, two at once, the gate.
#include "calls/schema.h"
#include "lab/played.h"
#include "posix/process.h"
#include "room.h"

#include <QRegularExpression>

#include <arpa/inet.h>
#include <csignal>
#include <set>
#include <thread>
#include <unistd.h>

#if defined(__SANITIZE_THREAD__)
constexpr bool delivers_late = true; // its runtime keeps one signal of a kind, and delivers it at the thread's next call
#else
constexpr bool delivers_late = false;
#endif

namespace {

using trace::Call;
using trace::Event;

lab::Settings settings(bool queued, int send_buffer = 0, const char *server = "sigio")
{
    lab::Settings settings;
    settings.server = server;
    settings.serve.queued_signals = queued;
    settings.serve.send_buffer = send_buffer;
    return settings;
}

struct Told {
    int fd = -1, code = 0;
    long band = 0;
};

// The signals delivered, as text: what another kernel told, should a test fail on it.
QString text(const std::vector<Event> &handlers)
{
    QStringList all;
    for (const Event &event : handlers)
        all << QString("signal %1 si_code %2 si_band 0x%3 si_fd %4")
                   .arg(event.length).arg(int16_t(event.flags)).arg(event.words[0], 0, 16).arg(event.fd);
    return "this kernel told: " + all.join("; ");
}

bool has(const std::vector<Event> &handlers, const Told &told)
{
    return std::ranges::any_of(handlers, [&](const Event &event) {
        return event.fd == told.fd && int16_t(event.flags) == told.code && long(event.words[0]) == told.band;
    });
}

// The handlers entered while the server's call with this flag lasted, the last such call.
std::vector<Event> during(const trace::Trace &trace, uint32_t how)
{
    std::vector<Event> calls = played::of(trace, Call::pthread_sigmask);
    std::erase_if(calls, [&](const Event &call) { return call.flags != how; });
    std::vector<Event> handlers = played::of(trace, Call::handler_begin);
    std::erase_if(handlers, [&](const Event &event) {
        return calls.empty() || event.begin < calls.back().begin || event.begin > calls.back().end;
    });
    return handlers;
}

} // namespace

class SigioTest : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(".*")); }
    void initTestCase() { posix::prepare_process(); }

    void each_cause_sends_its_signal_data()
    {
        QTest::addColumn<QByteArray>("script");
        QTest::addColumn<int>("fd");
        QTest::addColumn<int>("code");
        QTest::addColumn<int>("band");
        QTest::addColumn<int>("send_buffer");
        // The echo tells that the connection's signals are switched on; another's connection, that those before were delivered.
        const QByteArray there = "client 1 connect\nclient 1 send \"hi\"\nwait client 1 received 2\n";
        const QByteArray after = "client 2 connect\nclient 2 send \"hi\"\nwait client 2 received 2\n";
        QTest::newRow("1 a connection has been completed") << there + after << 3 << int(POLL_IN) << 0x41 << 0;
        QTest::newRow("2 a disconnect has been initiated") << there + "client 1 close\n" + after << 4 << int(POLL_IN) << 0x41 << 0;
        QTest::newRow("3 a disconnect has been completed")
            << there + "client 1 send \"quit\"\nwait client 1 closed\nclient 1 close\n" + after << 4 << int(POLL_HUP) << 0x18 << 0;
        QTest::newRow("4 half of the connection has been shut down")
            << there + "client 1 shutdown\nwait client 1 closed\n" << 4 << int(POLL_IN) << 0x41 << 0;
        QTest::newRow("5 data has arrived") << there + "client 1 send \"abc\"\nwait client 1 received 3\n" << 4 << int(POLL_IN) << 0x41 << 0;
        QTest::newRow("6 data has been sent, and there is room again")
            << there + "client 1 send 1000000 bytes\nwait client 1 received 1000000\n" << 4 << int(POLL_OUT) << 0x304 << 4096;
        QTest::newRow("urgent data has arrived") << there + "client 1 send urgent \"!\"\n" + after << 4 << int(POLL_PRI) << 0x82 << 0;
        QTest::newRow("7 an asynchronous error has occurred") << there + "client 1 reset\n" + after << 4 << int(POLL_ERR) << 0x8 << 0;
    }
    void each_cause_sends_its_signal()
    {
        QFETCH(QByteArray, script);
        QFETCH(int, fd);
        QFETCH(int, code);
        QFETCH(int, band);
        QFETCH(int, send_buffer);
        if (delivers_late)
            QSKIP("the thread sanitizer keeps one signal of a kind: of those queued some are lost");
        lab::Run run(settings(true, send_buffer));
        QVERIFY(!run.start());
        QVERIFY(!played::play(run, script));
        const std::vector<Event> handlers = played::of(played::taken(run), Call::handler_begin);
        QVERIFY2(has(handlers, {fd, code, band}), qPrintable(text(handlers)));
    }

    void plain_sigio_tells_neither_descriptor_nor_cause()
    {
        lab::Run run(settings(false));
        QVERIFY(!run.start());
        QVERIFY(!played::play(run, "client 1 connect\nwait server accepted 1\nclient 1 send \"abc\"\nwait client 1 received 3\n"));
        const std::vector<Event> handlers = played::of(played::taken(run), Call::handler_begin);
        QVERIFY(!handlers.empty());
        for (const Event &event : handlers)
            QVERIFY2(event.length == SIGIO && event.fd == -1 && int16_t(event.flags) == SI_KERNEL, qPrintable(text(handlers)));
    }

    void ten_arrivals_are_one_sigio_or_ten_queued_signals()
    {
        if (delivers_late)
            QSKIP("the thread sanitizer delivers signals itself");
        for (const bool queued : {false, true}) {
            lab::Run run(settings(queued));
            QVERIFY(!run.start());
            QVERIFY(!played::play(run, "client 1..10 connect\nwait server accepted 10\nserver holds signals\nclient 1..10 send \"x\"\n"
                                       "server takes signals\nwait client 1..10 received 1\n"));
            const trace::Trace trace = played::taken(run);
            const std::vector<Event> handlers = during(trace, SIG_UNBLOCK);
            QCOMPARE(handlers.size(), size_t(queued ? 10 : 1));
            std::set<int> descriptors;
            for (const Event &event : handlers)
                descriptors.insert(event.fd);
            QCOMPARE(descriptors.size(), size_t(queued ? 10 : 1));
        }
    }

    void datagrams_that_arrive_together_are_one_sigio_or_a_queued_signal_each()
    {
        if (delivers_late)
            QSKIP("the thread sanitizer delivers signals itself");
        for (const bool queued : {false, true}) {
            lab::Run run(settings(queued, 0, "sigio-udp"));
            QVERIFY(!run.start());
            QVERIFY(!played::play(run, "client 1..3 connect\nclient 1 send \"hi\"\nwait client 1 received 2\nserver holds signals\n"
                                       "client 1..3 send \"x\"\nserver takes signals\nwait client 1 received 3\n"
                                       "wait client 2..3 received 1\n"));
            const trace::Trace trace = played::taken(run);
            const std::vector<Event> handlers = during(trace, SIG_UNBLOCK);
            QCOMPARE(handlers.size(), size_t(queued ? 3 : 1));
            if (queued)
                QVERIFY2(has(handlers, {3, POLL_IN, 0x41}), qPrintable(text(handlers)));
        }
    }

    void signals_are_held_only_by_servers_that_have_some()
    {
        lab::Run run(settings(false, 0, "select"));
        QVERIFY(!run.start());
        const auto problem = played::play(run, "server holds signals\n");
        QVERIFY(problem && problem->what == lab::ScriptProblem::no_signals);
    }

    void the_main_flow_computes_on()
    {
        lab::Run run(settings(false));
        QVERIFY(!run.start());
        QVERIFY(!played::play(run, "client 1 connect\nwait server accepted 1\npause 50 ms\nclient 1 send \"abc\"\nwait client 1 received 3\n"
                                   "pause 50 ms\n"));
        const trace::Trace trace = played::taken(run);
        const std::vector<Event> work = played::of(trace, Call::number_assigned);
        QVERIFY(work.size() > 2);
        const auto value = [](const Event &event) { return calls::value(event, "value"); };
        QVERIFY(std::ranges::is_sorted(work, {}, value) && value(work.front()) < value(work.back()));
        for (const Call call : {Call::accept, Call::recv, Call::send}) // each of them in a handler, but the first accept()
            for (const Event &event : played::of(trace, call)) {
                int depth = 0;
                for (const Event &other : trace.events())
                    if (other.thread == event.thread && other.end <= event.end)
                        depth += (other.call == Call::handler_begin) - (other.call == Call::handler_end);
                QVERIFY(depth == 1 || event.begin < work.front().begin);
            }
    }

    void two_at_once_and_in_a_row_do_not_meet()
    {
        for (int round = 0; round < 3; ++round) {
            lab::Run one(settings(false)), two(settings(round % 2));
            QVERIFY(!one.start());
            QVERIFY(!two.start());
            QVERIFY(!played::play(one, "client 1 connect\nwait server accepted 1\nclient 1 send \"one\"\nwait client 1 received 3\n"));
            QVERIFY(!played::play(two, "client 1 connect\nwait server accepted 1\nclient 1 send \"two\"\nwait client 1 received 3\n"));
            if (round == 2)
                one.stop(); // its end takes nothing away from the other
            QVERIFY(!played::play(two, "client 1 send \"more\"\nwait client 1 received 7\nclient 1 close\n"));
            for (lab::Run *run : {&one, &two}) {
                const trace::Trace trace = played::taken(*run);
                QCOMPARE(played::of(trace, Call::accept)[1].fd, 3); // both number from 3
                QCOMPARE(played::of(trace, Call::handler_begin).size(), played::of(trace, Call::handler_end).size());
            }
        }
    }

    void a_handler_is_held_at_the_gate_and_stepped()
    {
        lab::Run run(settings(true));
        QVERIFY(!run.start());
        run.pause();
        QVERIFY(QTest::qWaitFor([&] { return run.held(); }));
        const int fd = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0); // somebody who does not pause
        sockaddr_in to{};
        to.sin_family = AF_INET;
        to.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        to.sin_port = htons(uint16_t(run.port()));
        QCOMPARE(::connect(fd, reinterpret_cast<sockaddr *>(&to), sizeof to), 0);
        // It may be held while its signals are still blocked: the handler comes when it is let on to unblock them.
        for (int turn = 0; turn < 1000 && run.accepted() == 0; ++turn) {
            run.step();
            QTest::qWait(1);
        }
        QCOMPARE(run.accepted(), 1);
        QVERIFY(QTest::qWaitFor([&] { return run.held(); })); // before its next call
        run.resume();
        QCOMPARE(::write(fd, "abc", 3), 3);
        char echo[3];
        QCOMPARE(::read(fd, echo, sizeof echo), ssize_t(sizeof echo));
        ::close(fd);
        const trace::Trace trace = played::taken(run);
        QVERIFY(trace.in_flight().empty());
        QVERIFY(!played::of(trace, Call::handler_begin).empty());
    }
};

ROOM_TEST(SigioTest)
#include "sigio_test.moc"
