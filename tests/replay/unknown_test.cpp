// SPDX-License-Identifier: MIT
// What came by no recorded call, or later than the call that sent it: whether and how long a thread slept is then known only within
// bounds. What was seen from outside narrows them: it slept at some moment of the look.
#include "replay/measures/measure.h"
#include "replay/town.h"
#include "room.h"

#include <QRegularExpression>

#include <numeric>

using namespace recording;
using replay::Known;
using replay::Phase;
using replay::Replay;
using replay::State;
using replay::Thread;

namespace {

constexpr int64_t ms = 1'000'000;

// A socket of datagrams at port 7000, descriptor 3 of the server's.
struct Mailbox {
    Builder builder;
    uint16_t server = builder.thread("server", recording::Part::server);
    uint16_t client = builder.thread("client 1", recording::Part::client);

    Mailbox()
    {
        builder.lines(R"(
            20..30  server    socket(AF_INET, SOCK_DGRAM) = 3
            40..50  server    bind(3, :0) = 0
            60..70  server    getsockname(3) = 0 :7000
            80..82  client 1  socket(AF_INET, SOCK_DGRAM) = 3
            84..86  client 1  connect(3, :7000) = 0
            88..90  client 1  getsockname(3) = 0 :50001
        )");
    }
    void seen_asleep(int64_t begin, int64_t end) { builder.lines("%ld..%ld server observed_state(server, S)", begin, end); }
    void recvfrom(int64_t begin, int64_t end, int port) { builder.lines("%ld..%ld server recvfrom(3, 4096) = 5 :%d", begin, end, port); }
};

// Of the first event of that thread that is such a call.
std::vector<Phase> phases(const trace::Trace &trace, uint16_t thread, Call call, int nth = 0)
{
    return Replay(trace).phases(find(trace, thread, call, nth));
}

Thread last_of(const trace::Trace &trace, uint16_t thread)
{
    const Replay replay(trace);
    return replay.at(replay.last()).threads[thread];
}

// A connection between client 1 and descriptor 4 of the server, whose call it is in milliseconds.
struct Connected : Town {
    Connected()
    {
        connect(one, 1000, 50001);
        builder.lines("500..1080 server accept(3) = 4 :50001");
    }
    void send(double begin, double end) { builder.call(one, Call::send, int64_t(begin * ms), int64_t(end * ms), 3, 1, 1); }
    void recv(double begin, double end) { builder.call(server, Call::recv, int64_t(begin * ms), int64_t(end * ms), 4, 1, 4096); }
};

} // namespace

class UnknownTest : public QObject {
    Q_OBJECT
private slots:
    void init() { QTest::failOnWarning(QRegularExpression(".*")); }

    void a_datagram_from_another_program_is_waited_for()
    {
        Mailbox mailbox;
        mailbox.recvfrom(100, 900, 60001);
        const trace::Trace trace = mailbox.builder.trace();
        const auto found = phases(trace, mailbox.server, Call::recvfrom);
        QCOMPARE(found.size(), size_t(1));
        QCOMPARE(found[0].kind, Phase::wait);
        QCOMPARE(found[0].known, Known::unknown);
        QVERIFY(!found[0].by);
        QCOMPARE(std::pair(found[0].earliest, found[0].latest), std::pair(int64_t(100), int64_t(900)));
        const replay::Totals totals = replay::totals(Replay(trace), Replay(trace).last());
        QCOMPARE(std::pair(totals.rows[0].slept, totals.rows[0].perhaps), std::pair(uint64_t(1), uint64_t(1)));
        QCOMPARE(std::pair(totals.rows[0].waiting_least, totals.rows[0].waiting), std::pair(int64_t(0), int64_t(800)));
    }

    void it_came_after_the_thread_was_last_seen_asleep()
    {
        Mailbox mailbox;
        mailbox.seen_asleep(200, 300);
        mailbox.seen_asleep(500, 600);
        mailbox.seen_asleep(850, 950); // may have been after the call
        mailbox.recvfrom(100, 900, 60001);
        const trace::Trace trace = mailbox.builder.trace();
        const auto found = phases(trace, mailbox.server, Call::recvfrom);
        QCOMPARE(std::pair(found[0].earliest, found[0].latest), std::pair(int64_t(500), int64_t(900)));
        const Replay replay(trace);
        QCOMPARE(replay.at(replay.at_time(250)).threads[mailbox.server].known, Known::unknown); // not seen yet
        QCOMPARE(replay.at(replay.at_time(700)).threads[mailbox.server].known, Known::observed);
        const replay::Totals totals = replay::totals(replay, replay.last());
        QCOMPARE(totals.rows[0].perhaps, uint64_t(0));
        QCOMPARE(std::pair(totals.rows[0].waiting_least, totals.rows[0].waiting), std::pair(int64_t(400), int64_t(800)));
    }

    void a_look_that_began_before_the_call_tells_nothing_of_it()
    {
        Mailbox mailbox;
        mailbox.seen_asleep(50, 200);
        mailbox.recvfrom(100, 900, 60001);
        const trace::Trace trace = mailbox.builder.trace();
        QCOMPARE(phases(trace, mailbox.server, Call::recvfrom)[0].earliest, int64_t(100));
    }

    void what_may_come_from_elsewhere_is_not_known_to_be_absent()
    {
        Mailbox mailbox;
        mailbox.builder.lines(R"(
            100..  server    recvfrom(3, 4096)
            100..  client 1  recv(3, 4096)  # connected: only the server's port sends to it
        )");
        const trace::Trace trace = mailbox.builder.trace();
        QCOMPARE(last_of(trace, mailbox.server).state, State::asleep);
        QCOMPARE(last_of(trace, mailbox.server).known, Known::unknown);
        QCOMPARE(last_of(trace, mailbox.client).known, Known::derived);

        Town town;
        town.builder.lines("200.. server accept(3)");
        const trace::Trace accepting = town.builder.trace();
        QCOMPARE(last_of(accepting, town.server).state, State::asleep);
        QCOMPARE(last_of(accepting, town.server).known, Known::unknown);
    }

    // Readable is one descriptor because of a recorded send(), another one nobody knows why: which came first is not known.
    void one_of_two_came_from_elsewhere()
    {
        Connected town;
        town.builder.lines(R"(
            1090..1100  server  accept(3) = 5 :60001
            1ms..9ms    server  select(6, {3, 4, 5}) = 2 {4, 5}
        )");
        town.send(5, 6);
        const trace::Trace trace = town.builder.trace();
        const auto found = phases(trace, town.server, Call::select);
        QCOMPARE(found.size(), size_t(1));
        QCOMPARE(found[0].known, Known::unknown);
        QCOMPARE(std::pair(found[0].earliest, found[0].latest), std::pair(1 * ms, 6 * ms));
    }

    // The second small segment waits for the acknowledgement of the first, which the receiver delays.
    void tcp_may_keep_a_small_segment_back()
    {
        Connected town;
        town.send(10, 10.01);
        town.recv(5, 10.02);
        town.send(11, 11.01);
        town.recv(10.5, 52);
        const trace::Trace trace = town.builder.trace();
        const auto found = phases(trace, town.server, Call::recv, 1);
        QCOMPARE(found.size(), size_t(1)); // no copy of 41 ms
        QCOMPARE(found[0].known, Known::unknown);
        QVERIFY(found[0].kept_back);
        QCOMPARE(found[0].by, std::optional(find(trace, town.one, Call::send, 1)));
        QCOMPARE(std::pair(found[0].earliest, found[0].latest), std::pair(11 * ms, 52 * ms));
        QCOMPARE(found[0].end, std::optional(52 * ms));
        const Replay replay(trace);
        QCOMPARE(replay.at(replay.at_time(30 * ms)).threads[town.server].state, State::asleep);
        QCOMPARE(replay::messages(replay)[1].latest, 52 * ms);
    }

    void not_when_the_first_was_acknowledged()
    {
        Connected answered;
        answered.send(10, 10.01);
        answered.recv(5, 10.02);
        answered.builder.lines(R"(
            10'030us..10'040us  server    send(4, 1) = 1
            10'020us..10'050us  client 1  recv(3, 4096) = 1
        )");
        answered.send(11, 11.01);
        answered.recv(10.5, 52);
        const trace::Trace trace = answered.builder.trace();
        QCOMPARE(phases(trace, answered.server, Call::recv, 1)[0].known, Known::bracketed);

        Connected long_ago;
        long_ago.send(10, 10.01);
        long_ago.recv(5, 10.02);
        long_ago.send(1000, 1000.01);
        long_ago.recv(900, 1042);
        QCOMPARE(phases(long_ago.builder.trace(), long_ago.server, Call::recv, 1)[0].known, Known::bracketed);

        Connected soon; // an acknowledgement is not delayed for less than 40 ms
        soon.send(10, 10.01);
        soon.recv(5, 10.02);
        soon.send(11, 11.01);
        soon.recv(10.5, 11.5);
        QCOMPARE(phases(soon.builder.trace(), soon.server, Call::recv, 1)[0].known, Known::bracketed);
    }

    void who_is_seen_asleep_after_send_has_returned_waits_on()
    {
        Connected town;
        town.send(10, 10.01);
        town.recv(5, 30);
        town.builder.lines("20ms..21ms server observed_state(server, S)");
        const trace::Trace trace = town.builder.trace();
        const auto found = phases(trace, town.server, Call::recv);
        QCOMPARE(found.size(), size_t(1));
        QCOMPARE(std::pair(found[0].earliest, found[0].latest), std::pair(20 * ms, 30 * ms));
        QVERIFY(found[0].kept_back);
    }

    // The first send() of a connection has nothing to wait for.
    void of_a_bracket_a_look_leaves_the_later_part()
    {
        Connected town;
        town.send(10, 20);
        town.recv(5, 30);
        town.builder.lines("15ms..16ms server observed_state(server, S)");
        const trace::Trace trace = town.builder.trace();
        const auto found = phases(trace, town.server, Call::recv);
        QCOMPARE(found[0].known, Known::bracketed);
        QCOMPARE(std::pair(found[0].earliest, found[0].latest), std::pair(15 * ms, 20 * ms));
        QCOMPARE(found.size(), size_t(2));
    }

    void the_librarys_thread_was_seen_asleep_in_an_asynchronous_read()
    {
        Mailbox mailbox;
        mailbox.builder.lines(R"(
            100..105  server  aio_read(3, 4096, request=1) = 0
            400..450  server  observed_task(4711, S, fd=3)
            900..910  server  aio_error(3, 1) = 0
            920..930  server  aio_return(3, 1) = 5
        )");
        const trace::Trace trace = mailbox.builder.trace();
        const auto found = phases(trace, mailbox.server, Call::aio_return);
        QCOMPARE(found.size(), size_t(1));
        QCOMPARE(std::pair(found[0].earliest, found[0].latest), std::pair(int64_t(400), int64_t(910)));
    }

    void where_events_are_missing_nothing_is_known()
    {
        Connected town;
        town.send(10, 10.01);
        town.builder.lines("20ms..30ms server lost(7)");
        town.builder.lines("40ms..40'000'010 server recv(4, 1) = 1");
        const trace::Trace trace = town.builder.trace();
        const Replay replay(trace);
        const auto at = [&](int64_t time) { return replay.at(replay.at_time(time)); };
        QCOMPARE(at(15 * ms).threads[town.server].known, Known::measured);
        QVERIFY(at(15 * ms).socket(town.server, 4)->receive_bytes > 0);
        for (const int64_t time : {25 * ms, 35 * ms})
            QCOMPARE(at(time).threads[town.server].known, Known::unknown);
        QCOMPARE(at(41 * ms).threads[town.server].known, Known::measured);
        for (const int64_t time : {35 * ms, 41 * ms}) {
            QVERIFY(!at(time).socket(town.server, 4)->receive_bytes && !at(time).socket(town.one, 3)->receive_bytes);
            QVERIFY(!at(time).socket(town.server, 3)->queue);
        }
        trace::Trace grown; // what came after is taken back, and told again
        Replay again(grown);
        for (const bool whole : {false, true}) {
            trace::Batch batch;
            if (!whole) {
                batch.programs = trace.programs, batch.threads = trace.threads;
                batch.thread_index.resize(trace.threads.size());
                std::iota(batch.thread_index.begin(), batch.thread_index.end(), size_t(0));
            }
            for (const trace::Event &event : trace.events())
                if ((event.end > 35 * ms) == whole)
                    batch.events.push_back(event);
            again.extend(grown.append(std::move(batch)));
        }
        QVERIFY(again.at(again.last()) == replay.at(replay.last()));
    }
};

ROOM_TEST(UnknownTest)
#include "unknown_test.moc"
