// SPDX-License-Identifier: MIT
// Why a signal came: by its number and code, and of a descriptor's signal by what others did.
#include "calls/schema.h"
#include "replay/town.h"
#include "room.h"

#include <QRegularExpression>

#include <csignal>
#include <fcntl.h>
#include <random>

using namespace recording;
using replay::SignalCause;
using replay::SignalCauses;

namespace {

// A server with signals: it listens on 3, and 4 and 5 are its connections with client 1 and client 2.
struct Harbour : Town {
    explicit Harbour(bool queues = false) : signal(queues ? SIGRTMIN : SIGIO)
    {
        ask(3, 91);
        for (const auto &[client, time, port, fd] : {std::tuple(one, 110, 5001, 4), std::tuple(two, 310, 5002, 5)}) {
            connect(client, time, port);
            delivered(time + 20, POLL_IN, 3);
            builder.call(server, Call::accept, time + 22, time + 80, 3, fd, port);
            ask(fd, time + 81);
            left(time + 90);
        }
        work(450);
    }
    void ask(int fd, int64_t time)
    {
        if (signal != SIGIO)
            builder.call(server, Call::fcntl, time, time + 1, fd, 0, signal).flags = F_SETSIG;
        builder.call(server, Call::fcntl, time + 2, time + 3, fd, 0, O_ASYNC | O_NONBLOCK).flags = F_SETFL;
    }
    // A handler is entered: queued signals tell code and descriptor, SIGIO does not.
    void delivered(int64_t time, int code, int fd) { entered(time, signal, signal == SIGIO ? SI_KERNEL : code, signal == SIGIO ? -1 : fd); }
    void entered(int64_t time, int number, int code, int fd = -1) { builder.call(server, Call::handler_begin, time, time, fd, 0, number).flags = uint16_t(code); }
    void left(int64_t time, int number = 0) { builder.call(server, Call::handler_end, time, time, -1, 0, number ? number : signal); }
    // The main flow goes on: what was pending has been delivered.
    void work(int64_t time) { builder.step(server, Call::number_assigned, time, 0, -1, time); }
    void mask(int how, int64_t begin, int64_t end)
    {
        Event &call = builder.call(server, Call::pthread_sigmask, begin, end, -1, 0, int64_t(1) << (signal - 1) | int64_t(1) << (SIGIO - 1));
        call.flags = uint16_t(how);
        call.words[0] = how == SIG_UNBLOCK ? uint64_t(call.length) : 0;
    }
    void send(uint16_t client, int64_t begin, int64_t end, int bytes = 3) { builder.call(client, Call::send, begin, end, 3, bytes, bytes); }
    void receive(int fd, int64_t begin, int bytes) { builder.call(server, Call::recv, begin, begin + 1, fd, bytes, 4096); }

    const int signal;
};

// "client 1 send 500" for each: who, which call, when it began.
QStringList said(const trace::Trace &trace, const SignalCauses &why)
{
    QStringList all;
    for (const SignalCause &cause : why.causes) {
        const Event &event = trace.events()[cause.event];
        all << QStringLiteral("%1 %2 %3").arg(QString::fromStdString(trace.threads[event.thread].name), calls::row(event.call).name.data()).arg(event.begin);
    }
    return all;
}

// The causes of the signal that came at `time`.
SignalCauses causes(const trace::Trace &trace, int64_t time)
{
    const replay::Replay replay(trace);
    for (size_t i = 0; i < trace.events().size(); ++i)
        if (trace.events()[i].call == Call::handler_begin && trace.events()[i].begin == time)
            return replay.signal_causes(i);
    return {};
}

} // namespace

class SignalCausesTest : public QObject {
    Q_OBJECT
private slots:
    void init() { QTest::failOnWarning(QRegularExpression(".*")); }

    void by_number_and_code_data()
    {
        QTest::addColumn<int>("number");
        QTest::addColumn<int>("code");
        QTest::addColumn<int>("sender");
        const auto row = [](const char *name, int number, int code, SignalCauses::Sender sender) {
            QTest::newRow(name) << number << code << int(sender);
        };
        row("SIGIO of a descriptor", SIGIO, SI_KERNEL, SignalCauses::descriptor);
        row("pthread_kill", SIGUSR1, SI_TKILL, SignalCauses::thread);
        row("pthread_kill of SIGIO", SIGIO, SI_TKILL, SignalCauses::thread);
        row("kill", SIGUSR1, SI_USER, SignalCauses::process);
        row("kill of SIGIO", SIGIO, SI_USER, SignalCauses::process);
        row("sigqueue", SIGRTMIN, SI_QUEUE, SignalCauses::value);
        row("the terminal", SIGINT, SI_KERNEL, SignalCauses::kernel);
        row("a timer", SIGALRM, SI_TIMER, SignalCauses::timer);
        row("aio", SIGRTMIN + 1, SI_ASYNCIO, SignalCauses::request);
        row("no descriptor sends it", SIGCHLD, POLL_IN, SignalCauses::other);
    }
    void by_number_and_code()
    {
        QFETCH(int, number);
        QFETCH(int, code);
        Harbour harbour;
        harbour.send(harbour.one, 500, 520);
        harbour.entered(510, number, code);
        harbour.left(530, number);
        const trace::Trace trace = harbour.builder.trace();
        const SignalCauses why = causes(trace, 510);
        QTEST(int(why.sender), "sender");
        QCOMPARE(said(trace, why), why.sender == SignalCauses::descriptor ? QStringList("client 1 send 500") : QStringList());
    }

    void one_sigio_stands_for_all_whatever_comes_between()
    {
        Harbour harbour;
        harbour.mask(SIG_BLOCK, 460, 461);
        harbour.work(470);
        harbour.send(harbour.one, 500, 510);
        harbour.entered(520, SIGUSR1, SI_TKILL);
        harbour.left(525, SIGUSR1);
        harbour.send(harbour.two, 530, 540, 2);
        harbour.work(550);
        harbour.mask(SIG_UNBLOCK, 600, 640);
        harbour.delivered(610, POLL_IN, 4);
        harbour.left(630);
        const trace::Trace trace = harbour.builder.trace();
        QCOMPARE(said(trace, causes(trace, 520)), QStringList());
        QCOMPARE(said(trace, causes(trace, 610)), QStringList({"client 1 send 500", "client 2 send 530"}));
        QCOMPARE(causes(trace, 610).held_since, std::optional<int64_t>(460));
        QVERIFY(!causes(trace, 520).held_since);
    }

    void a_call_that_goes_on_when_the_signal_comes_is_its_cause_once()
    {
        for (const bool over : {true, false}) {
            Harbour harbour;
            harbour.send(harbour.one, 500, over ? 509 : 530);
            harbour.send(harbour.two, 505, 600);
            harbour.delivered(510, POLL_IN, 4); // of the second it is not known, but something must have sent the next one
            harbour.left(540);
            harbour.delivered(550, POLL_IN, 5);
            harbour.left(560);
            const trace::Trace trace = harbour.builder.trace();
            const QStringList either{"client 1 send 500", "client 2 send 505"};
            const SignalCauses first = causes(trace, 510), second = causes(trace, 550);
            QCOMPARE(said(trace, first), over ? either.first(1) : either);
            QCOMPARE(said(trace, second), over ? either.last(1) : either);
            QCOMPARE(first.one_of, !over);
            QCOMPARE(second.one_of, !over);
        }
    }

    void the_end_of_the_data_sends_two()
    {
        Harbour harbour;
        harbour.builder.call(harbour.one, Call::close, 500, 515, 3);
        harbour.delivered(510, POLL_IN, 4);
        harbour.left(540);
        harbour.delivered(541, POLL_IN, 4);
        harbour.left(560);
        harbour.work(570);
        harbour.delivered(580, POLL_IN, 4); // of no call that is recorded
        harbour.left(590);
        const trace::Trace trace = harbour.builder.trace();
        QCOMPARE(said(trace, causes(trace, 510)), QStringList("client 1 close 500"));
        QCOMPARE(said(trace, causes(trace, 541)), QStringList("client 1 close 500"));
        QCOMPARE(said(trace, causes(trace, 580)), QStringList());
    }

    void what_came_before_o_async_sent_none()
    {
        Harbour harbour;
        harbour.builder.call(harbour.server, Call::fcntl, 460, 461, 4, 0, O_NONBLOCK).flags = F_SETFL;
        harbour.mask(SIG_BLOCK, 462, 463);
        harbour.send(harbour.one, 470, 480);
        harbour.builder.call(harbour.server, Call::fcntl, 490, 491, 4, 0, O_ASYNC | O_NONBLOCK).flags = F_SETFL;
        harbour.send(harbour.two, 500, 510);
        harbour.mask(SIG_UNBLOCK, 600, 640);
        harbour.delivered(610, POLL_IN, 5);
        harbour.left(630);
        const trace::Trace trace = harbour.builder.trace();
        QCOMPARE(said(trace, causes(trace, 610)), QStringList("client 2 send 500"));
    }

    void queued_signals_are_one_each_in_order()
    {
        Harbour harbour(true);
        harbour.mask(SIG_BLOCK, 460, 461);
        for (int i = 0; i < 3; ++i)
            harbour.send(harbour.one, 500 + 20 * i, 510 + 20 * i);
        harbour.send(harbour.two, 570, 580);
        harbour.mask(SIG_UNBLOCK, 600, 700);
        for (int i = 0; i < 4; ++i) {
            harbour.delivered(610 + 20 * i, POLL_IN, i < 3 ? 4 : 5);
            if (i == 0)
                harbour.receive(4, 612, 9); // all of it: for the next two there is nothing left
            harbour.left(620 + 20 * i);
        }
        harbour.work(710);
        const trace::Trace trace = harbour.builder.trace();
        for (int i = 0; i < 3; ++i) {
            const SignalCauses why = causes(trace, 610 + 20 * i);
            QCOMPARE(said(trace, why), QStringList(QStringLiteral("client 1 send %1").arg(500 + 20 * i)));
            QCOMPARE(why.taken, i > 0);
            QVERIFY(!why.one_of);
        }
        QCOMPARE(said(trace, causes(trace, 670)), QStringList("client 2 send 570"));
    }

    void in_order_from_the_first_though_the_main_flow_was_not_seen_yet()
    {
        Town town;
        const uint16_t server = town.server;
        town.builder.call(server, Call::fcntl, 91, 92, 3, 0, SIGRTMIN).flags = F_SETSIG;
        town.builder.call(server, Call::fcntl, 93, 94, 3, 0, O_ASYNC | O_NONBLOCK).flags = F_SETFL;
        Event &mask = town.builder.call(server, Call::pthread_sigmask, 95, 96, -1, 0, int64_t(1) << (SIGRTMIN - 1));
        mask.flags = SIG_UNBLOCK;
        mask.words[0] = uint64_t(mask.length); // blocked since before the recording
        town.connect(town.one, 110, 5001);
        town.connect(town.two, 310, 5002);
        for (const int64_t time : {400, 420}) {
            town.builder.call(server, Call::handler_begin, time, time, 3, 0, SIGRTMIN).flags = uint16_t(POLL_IN);
            town.builder.call(server, Call::handler_end, time + 10, time + 10, -1, 0, SIGRTMIN);
        }
        town.builder.step(server, Call::number_assigned, 500, 0);
        const trace::Trace trace = town.builder.trace();
        QCOMPARE(said(trace, causes(trace, 400)), QStringList("client 1 connect 110"));
        QCOMPARE(said(trace, causes(trace, 420)), QStringList("client 2 connect 310"));
    }

    void fewer_signals_than_sends_are_for_some_of_them()
    {
        Harbour harbour(true);
        harbour.mask(SIG_BLOCK, 460, 461);
        for (int i = 0; i < 3; ++i) // two of them were sent together (Nagle)
            harbour.send(harbour.one, 500 + 20 * i, 510 + 20 * i);
        harbour.mask(SIG_UNBLOCK, 600, 700);
        harbour.delivered(610, POLL_IN, 4);
        harbour.left(620);
        harbour.delivered(630, POLL_IN, 4);
        harbour.left(640);
        harbour.work(710);
        const trace::Trace trace = harbour.builder.trace();
        QCOMPARE(said(trace, causes(trace, 610)), QStringList({"client 1 send 500", "client 1 send 520"}));
        QCOMPARE(said(trace, causes(trace, 630)), QStringList({"client 1 send 520", "client 1 send 540"}));
        QVERIFY(causes(trace, 610).one_of);
    }

    void the_end_of_the_data_is_the_last_two_of_the_queue()
    {
        Harbour harbour(true);
        harbour.mask(SIG_BLOCK, 460, 461);
        harbour.send(harbour.one, 500, 510, 200'000); // in several segments
        harbour.builder.call(harbour.one, Call::shutdown, 520, 530, 3).flags = SHUT_WR;
        harbour.mask(SIG_UNBLOCK, 600, 700);
        for (int i = 0; i < 4; ++i) {
            harbour.delivered(610 + 20 * i, POLL_IN, 4);
            harbour.left(620 + 20 * i);
        }
        harbour.work(710);
        const trace::Trace trace = harbour.builder.trace();
        for (int i = 0; i < 4; ++i)
            QCOMPARE(said(trace, causes(trace, 610 + 20 * i)), QStringList(i < 2 ? "client 1 send 500" : "client 1 shutdown 520"));
    }

    void of_a_later_send_though_an_earlier_one_returns_late()
    {
        Harbour harbour(true);
        harbour.send(harbour.one, 500, 600); // its thread did not run for a while
        harbour.delivered(510, POLL_IN, 4);
        harbour.receive(4, 512, 3);
        harbour.left(520);
        harbour.work(530);
        harbour.send(harbour.one, 610, 620);
        harbour.delivered(615, POLL_IN, 4);
        harbour.left(630);
        harbour.work(640);
        const trace::Trace trace = harbour.builder.trace();
        QCOMPARE(said(trace, causes(trace, 510)), QStringList("client 1 send 500"));
        QCOMPARE(said(trace, causes(trace, 615)), QStringList("client 1 send 610"));
    }

    void what_arrives_when_there_is_room_for_it()
    {
        Harbour harbour(true);
        harbour.send(harbour.one, 500, 520, 200'000); // more than the window: the rest is sent later, by the kernel
        harbour.delivered(510, POLL_IN, 4);
        harbour.receive(4, 530, 100'000);
        harbour.left(540);
        harbour.work(550);
        harbour.delivered(600, POLL_IN, 4);
        harbour.receive(4, 610, 100'000);
        harbour.left(620);
        harbour.work(630);
        harbour.delivered(700, POLL_IN, 4); // of no call that is recorded
        harbour.left(710);
        harbour.work(720);
        const trace::Trace trace = harbour.builder.trace();
        QCOMPARE(said(trace, causes(trace, 510)), QStringList("client 1 send 500"));
        QCOMPARE(said(trace, causes(trace, 600)), QStringList("client 1 send 500"));
        QCOMPARE(said(trace, causes(trace, 700)), QStringList());
    }

    void what_found_no_room_in_the_queue_is_for_sigio()
    {
        Harbour harbour(true);
        harbour.mask(SIG_BLOCK, 460, 461);
        harbour.send(harbour.one, 500, 510);
        harbour.send(harbour.two, 520, 530);
        harbour.send(harbour.one, 540, 550); // no room
        harbour.send(harbour.two, 560, 570); // no room
        harbour.mask(SIG_UNBLOCK, 600, 700);
        harbour.entered(610, SIGIO, SI_KERNEL);
        harbour.left(620, SIGIO);
        harbour.delivered(630, POLL_IN, 4);
        harbour.left(640);
        harbour.delivered(650, POLL_IN, 5);
        harbour.left(660);
        harbour.work(710);
        const trace::Trace trace = harbour.builder.trace();
        const SignalCauses plain = causes(trace, 610);
        QVERIFY(plain.overflow);
        QCOMPARE(said(trace, plain), QStringList({"client 1 send 540", "client 2 send 560"}));
        QCOMPARE(said(trace, causes(trace, 630)), QStringList("client 1 send 500"));
        QCOMPARE(said(trace, causes(trace, 650)), QStringList("client 2 send 520"));
    }

    void the_same_however_late_the_events_come()
    {
        Harbour harbour(true);
        harbour.mask(SIG_BLOCK, 460, 461);
        for (int i = 0; i < 3; ++i)
            harbour.send(i % 2 ? harbour.two : harbour.one, 500 + 20 * i, 510 + 20 * i);
        harbour.mask(SIG_UNBLOCK, 600, 700);
        harbour.entered(610, SIGIO, SI_KERNEL);
        harbour.left(620, SIGIO);
        harbour.delivered(630, POLL_IN, 4);
        harbour.left(640);
        harbour.entered(641, SIGUSR1, SI_TKILL);
        harbour.left(645, SIGUSR1);
        harbour.delivered(650, POLL_IN, 5);
        harbour.left(660);
        harbour.work(710);
        const trace::Batch whole = harbour.builder.batch();
        std::mt19937 random(7);
        for (int round = 0; round < 20; ++round) {
            trace::Trace trace;
            replay::Replay grown(trace);
            trace::Batch threads;
            threads.programs = whole.programs;
            threads.threads = whole.threads;
            threads.thread_index = whole.thread_index;
            grown.extend(trace.append(std::move(threads)));
            std::vector<std::vector<trace::Event>> left(whole.threads.size()); // each thread's in order
            for (const trace::Event &event : whole.events)
                left[event.thread].push_back(event);
            while (std::erase_if(left, [](const auto &events) { return events.empty(); }), !left.empty()) {
                auto &events = left[random() % left.size()];
                const size_t count = 1 + random() % events.size();
                trace::Batch batch;
                batch.events.assign(events.begin(), events.begin() + std::ptrdiff_t(count));
                events.erase(events.begin(), events.begin() + std::ptrdiff_t(count));
                grown.extend(trace.append(std::move(batch)));
                const replay::Replay fresh(trace);
                for (size_t i = 0; i < trace.events().size(); ++i) {
                    const SignalCauses a = grown.signal_causes(i), b = fresh.signal_causes(i);
                    QCOMPARE(said(trace, a), said(trace, b));
                    QVERIFY(a.sender == b.sender && a.one_of == b.one_of && a.overflow == b.overflow && a.taken == b.taken
                            && a.held_since == b.held_since);
                }
            }
        }
    }

    void who_sent_it_and_whether_calls_go_on()
    {
        for (const bool restart : {false, true}) {
            Builder builder;
            const uint16_t server = builder.thread("server", recording::Part::server);
            builder.call(server, Call::thread_begin, 10, 10, -1, 4711, 4712); // pid, tid
            Event &action = builder.call(server, Call::sigaction, 20, 30, -1, 0, SIGUSR1);
            action.words[0] = restart ? SA_RESTART : 0;
            action.words[1] = 1;
            builder.call(server, Call::handler_begin, 40, 40, -1, restart ? 4711 : 4800, SIGUSR1).flags = uint16_t(SI_TKILL);
            builder.call(server, Call::handler_end, 50, 50, -1, 0, SIGUSR1);
            builder.call(server, Call::handler_begin, 60, 60, -1, 0, SIGUSR2).flags = uint16_t(SI_TKILL);
            const trace::Trace trace = builder.trace();
            const SignalCauses why = causes(trace, 40);
            QCOMPARE(why.pid, restart ? 4711 : 4800);
            QCOMPARE(why.own, restart);
            QCOMPARE(why.restarts, std::optional(restart));
            QVERIFY(!causes(trace, 60).restarts && causes(trace, 60).pid == 0);
        }
    }

    void datagrams_from_sendto_and_connected_sockets()
    {
        Builder builder;
        const uint16_t server = builder.thread("server", recording::Part::server), one = builder.thread("client 1", recording::Part::client),
                       two = builder.thread("client 2", recording::Part::client);
        builder.call(server, Call::socket, 20, 30, -1, 3).flags = SOCK_DGRAM;
        builder.call(server, Call::bind, 40, 50, 3);
        builder.call(server, Call::getsockname, 60, 70, 3, 0, 7000);
        builder.call(server, Call::fcntl, 80, 90, 3, 0, O_ASYNC | O_NONBLOCK).flags = F_SETFL;
        for (const uint16_t client : {one, two}) {
            builder.call(client, Call::socket, 100, 110, -1, 3).flags = SOCK_DGRAM;
            builder.call(client, Call::bind, 120, 130, 3);
            builder.call(client, Call::getsockname, 140, 150, 3, 0, 5000 + client);
        }
        builder.call(one, Call::connect, 160, 170, 3, 0, 7000);
        builder.call(one, Call::send, 200, 230, 3, 3, 3);
        builder.call(server, Call::handler_begin, 210, 210, -1, 0, SIGIO).flags = uint16_t(SI_KERNEL);
        builder.call(server, Call::handler_end, 240, 240, -1, 0, SIGIO);
        builder.call(two, Call::sendto, 250, 280, 3, 0, 0).words[1] = 7000; // an empty one sends a signal, too
        builder.call(server, Call::handler_begin, 260, 260, -1, 0, SIGIO).flags = uint16_t(SI_KERNEL);
        builder.call(server, Call::handler_end, 290, 290, -1, 0, SIGIO);
        const trace::Trace trace = builder.trace();
        QCOMPARE(said(trace, causes(trace, 210)), QStringList("client 1 send 200"));
        QCOMPARE(said(trace, causes(trace, 260)), QStringList("client 2 sendto 250"));
    }

    void room_in_a_send_buffer_is_nobodys_call()
    {
        Harbour harbour(true);
        harbour.builder.call(harbour.one, Call::recv, 500, 520, 3, 100, 4096);
        harbour.delivered(510, POLL_OUT, 4);
        harbour.left(530);
        const trace::Trace trace = harbour.builder.trace();
        QCOMPARE(causes(trace, 510).sender, SignalCauses::descriptor);
        QCOMPARE(said(trace, causes(trace, 510)), QStringList());
    }
};

ROOM_TEST(SignalCausesTest)
#include "signal_causes_test.moc"
