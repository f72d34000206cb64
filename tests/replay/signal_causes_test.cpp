// SPDX-License-Identifier: MIT
// Why a signal came: by its number and code, and of a descriptor's signal by what others did.
#include "calls/schema.h"
#include "replay/town.h"
#include "room.h"

#include <QRegularExpression>

#include <csignal>
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
            builder.lines_after(time, "22..80 server accept(3) = %d :%d", fd, port);
            ask(fd, time + 81);
            left(time + 90);
        }
        work(450);
    }
    void ask(int fd, int64_t time)
    {
        if (signal != SIGIO)
            builder.lines_after(time, "0..1 server fcntl(%d, F_SETSIG, %d) = 0", fd, signal);
        builder.lines_after(time, "2..3 server fcntl(%d, F_SETFL, O_ASYNC|O_NONBLOCK) = 0", fd);
    }
    // A handler is entered: queued signals tell code and descriptor, SIGIO does not.
    void delivered(int64_t time, int code, int fd) { entered(time, signal, signal == SIGIO ? SI_KERNEL : code, signal == SIGIO ? -1 : fd); }
    void entered(int64_t time, int number, int code, int fd = -1) { builder.lines_after(time, "0 server handler_begin(%d, %d, %d)", number, code, fd); }
    void left(int64_t time, int number = 0) { builder.lines_after(time, "0 server handler_end(%d)", number ? number : signal); }
    // The main flow goes on: what was pending has been delivered.
    void work(int64_t time) { builder.lines_after(time, "0 server work = %ld", time); }
    void mask(int how, int64_t begin, int64_t end)
    {
        const char *which = signal == SIGIO ? "SIGIO" : "SIGIO|SIGRTMIN";
        builder.lines("%ld..%ld server pthread_sigmask(%d, %s) = 0 before=%s", begin, end, how, which, how == SIG_UNBLOCK ? which : "0");
    }
    void send(uint16_t client, int64_t begin, int64_t end, int bytes = 3)
    {
        builder.lines("%ld..%ld %s send(3, %d) = %d", begin, end, builder.name(client), bytes, bytes);
    }
    void receive(int fd, int64_t begin, int bytes) { builder.lines_after(begin, "0..1 server recv(%d, 4096) = %d", fd, bytes); }

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
        harbour.builder.lines("500..515 client 1 close(3) = 0");
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
        harbour.builder.lines("460..461 server fcntl(4, F_SETFL, O_NONBLOCK) = 0");
        harbour.mask(SIG_BLOCK, 462, 463);
        harbour.send(harbour.one, 470, 480);
        harbour.builder.lines("490..491 server fcntl(4, F_SETFL, O_ASYNC|O_NONBLOCK) = 0");
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
        town.builder.lines(R"(
            91..92  server  fcntl(3, F_SETSIG, SIGRTMIN) = 0
            93..94  server  fcntl(3, F_SETFL, O_ASYNC|O_NONBLOCK) = 0
            95..96  server  pthread_sigmask(SIG_UNBLOCK, SIGRTMIN) = 0 before=SIGRTMIN  # blocked since before the recording
            400     server  handler_begin(SIGRTMIN, POLL_IN, 3)
            410     server  handler_end(SIGRTMIN)
            420     server  handler_begin(SIGRTMIN, POLL_IN, 3)
            430     server  handler_end(SIGRTMIN)
            500     server  work = 0
        )");
        town.connect(town.one, 110, 5001);
        town.connect(town.two, 310, 5002);
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
        harbour.builder.lines("520..530 client 1 shutdown(3, SHUT_WR) = 0");
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
            builder.lines(R"(
                10      server  thread_begin(4712, pid=4711)
                20..30  server  sigaction(SIGUSR1, 1, %d) = 0
                40      server  handler_begin(SIGUSR1, SI_TKILL, pid=%d)
                50      server  handler_end(SIGUSR1)
                60      server  handler_begin(SIGUSR2, SI_TKILL)
            )", restart ? SA_RESTART : 0, restart ? 4711 : 4800);
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
        builder.lines(R"(
            20..30  server  socket(AF_INET, SOCK_DGRAM) = 3
            40..50  server  bind(3, :0) = 0
            60..70  server  getsockname(3) = 0 :7000
            80..90  server  fcntl(3, F_SETFL, O_ASYNC|O_NONBLOCK) = 0
        )");
        for (const int client : {1, 2}) {
            builder.lines(R"(
                100..110  client %d  socket(AF_INET, SOCK_DGRAM) = 3
                120..130  client %d  bind(3, :0) = 0
                140..150  client %d  getsockname(3) = 0 :%d
            )", client, client, client, 5000 + client);
        }
        builder.lines(R"(
            160..170  client 1  connect(3, :7000) = 0
            200..230  client 1  send(3, 3) = 3
            210       server    handler_begin(SIGIO, SI_KERNEL)
            240       server    handler_end(SIGIO)
            250..280  client 2  sendto(3, 0, 0, :7000) = 0  # an empty one sends a signal, too
            260       server    handler_begin(SIGIO, SI_KERNEL)
            290       server    handler_end(SIGIO)
        )");
        const trace::Trace trace = builder.trace();
        QCOMPARE(said(trace, causes(trace, 210)), QStringList("client 1 send 200"));
        QCOMPARE(said(trace, causes(trace, 260)), QStringList("client 2 sendto 250"));
    }

    void room_in_a_send_buffer_is_nobodys_call()
    {
        Harbour harbour(true);
        harbour.builder.lines("500..520 client 1 recv(3, 4096) = 100");
        harbour.delivered(510, POLL_OUT, 4);
        harbour.left(530);
        const trace::Trace trace = harbour.builder.trace();
        QCOMPARE(causes(trace, 510).sender, SignalCauses::descriptor);
        QCOMPARE(said(trace, causes(trace, 510)), QStringList());
    }
};

ROOM_TEST(SignalCausesTest)
#include "signal_causes_test.moc"
