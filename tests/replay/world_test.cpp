// SPDX-License-Identifier: MIT
// Variables and threads at an instant: the lecture's states, selects of every form, threads asleep, held, begun and
// ended.
#include "recording/builder.h"
#include "replay/replay.h"
#include "room.h"

#include <QRegularExpression>

using namespace recording;
using replay::Instant;
using replay::Known;
using replay::Replay;
using replay::State;
using replay::World;

namespace {

constexpr int allset = 0, readfds = 1, client_FD = 2, maxfd = 3;

// Row L7 of the lecture: only listening; first client; second; first gone.
struct Lecture {
    Builder builder;
    uint16_t server = builder.thread("server", recording::Part::server, {"allset", "readfds", "client_FD", "maxfd"});
    uint16_t one = builder.thread("client 1", recording::Part::client);
    uint16_t two = builder.thread("client 2", recording::Part::client);

    Lecture()
    {
        builder.lines(R"(
            10         server  thread_begin()
            20..30     server  socket(AF_INET, SOCK_STREAM) = 3
            40..50     server  bind(3, :0) = 0
            60..70     server  listen(3, 128) = 0
            80..90     server  getsockname(3) = 0 :7000
            100        server  client_FD[] = -1
            110        server  maxfd = 3
            120        server  FD_ZERO(&allset)
            130        server  FD_SET(3, &allset)
            140        server  readfds = allset
            150..2040  server  select(4, readfds {3}) = 1 {3}
        )");
        arrive(1, 2000, 50001, 4, 0);
        builder.lines("2150..3040 server select(5, readfds {3, 4}) = 1 {3}");
        arrive(2, 3000, 50002, 5, 1);
        builder.lines(R"(
            3150..4040  server    select(6, readfds {3, 4, 5}) = 1 {4}
            4000..4050  client 1  close(3) = 0
            4060        client 1  thread_end(cpu_ns=70'000, voluntary=5)
            4060        server    FD_ISSET(4, &readfds) = 1
            4070..4080  server    recv(4, 4096) = 0
            4090..4100  server    close(4) = 0
            4110        server    FD_CLR(4, &allset)
            4120        server    client_FD[0] = -1
            4130        server    readfds = allset
            4140..      server    select(6, readfds {3, 5})
        )");
    }
    void arrive(int client, int64_t time, int port, int fd, int slot)
    {
        builder.lines_after(time, R"(
            -40       client %d  thread_begin()
            -30..-20  client %d  socket(AF_INET, SOCK_STREAM) = 3
            0..50     client %d  connect(3, :7000) = 0
            60..70    client %d  getsockname(3) = 0 :%d
            60        server    FD_ISSET(3, &readfds) = 1
            80..90    server    accept(3) = %d :%d
            100       server    client_FD[%d] = %d
            110       server    FD_SET(%d, &allset)
            120       server    maxfd = %d
            130       server    readfds = allset
        )", client, client, client, client, port, fd, port, slot, fd, fd, fd);
    }
};

std::vector<int> bits(const std::bitset<1024> &set)
{
    std::vector<int> on;
    for (size_t i = 0; i < set.size(); ++i)
        if (set[i])
            on.push_back(int(i));
    return on;
}

using Ints = std::vector<int>;

} // namespace

class WorldTest : public QObject {
    Q_OBJECT
private slots:
    void init() { QTest::failOnWarning(QRegularExpression(".*")); }
    void the_lectures_states_data();
    void the_lectures_states();
    void select_overwrites_the_set_it_was_given();
    void a_select_in_flight_sleeps();
    void time_up_clears_and_failure_leaves_the_sets();
    void sets_of_several_words();
    void only_descriptors_below_nfds_count();
    void threads_begin_and_end();
    void held_at_the_gate();
    void seen_asleep();
    void a_failing_poll_in_flight_goes_on();
    void one_failing_call_is_no_polling();
    void variables_are_their_programs();
    void a_handler_interrupts_a_call();
    void totals_of_a_run();
    void nothing_recorded();
};

void WorldTest::the_lectures_states_data()
{
    QTest::addColumn<int>("select");
    QTest::addColumn<Ints>("watched");
    QTest::addColumn<Ints>("slots_used");
    QTest::addColumn<int>("highest");
    QTest::newRow("only the listening socket") << 0 << Ints{3} << Ints{} << 3;
    QTest::newRow("first client") << 1 << Ints{3, 4} << Ints{4} << 4;
    QTest::newRow("second client") << 2 << Ints{3, 4, 5} << Ints{4, 5} << 5;
    QTest::newRow("first client gone") << 3 << Ints{3, 5} << Ints{-1, 5} << 5;
}

void WorldTest::the_lectures_states()
{
    QFETCH(int, select);
    QFETCH(Ints, watched);
    QFETCH(Ints, slots_used);
    QFETCH(int, highest);
    Lecture lecture;
    const trace::Trace trace = lecture.builder.trace();
    const Replay replay(trace);
    // While the server sleeps in that select().
    const size_t call = find(trace, 0, Call::select, select);
    const Instant instant = select == 3 ? replay.last() : replay.at_time(trace.events()[call].begin);
    const World world = replay.at(instant);
    QCOMPARE(bits(world.set(0, "allset")->now), watched);
    QCOMPARE(bits(world.set(0, "readfds")->now), watched);
    QCOMPARE(world.table(0, "client_FD")->values, slots_used);
    QCOMPARE(world.table(0, "client_FD")->empty, -1);
    QCOMPARE(world.number(0, "maxfd")->value, highest);
    QCOMPARE(world.selections.size(), size_t(1));
    QCOMPARE(bits(world.selections[0].sets[0].asked), watched);
    QCOMPARE(world.selections[0].nfds, highest + 1);
    QVERIFY(!world.selections[0].returned);
    QCOMPARE(world.threads[0].state, State::asleep);
    // In flight nobody knows whether another program has connected.
    QCOMPARE(world.threads[0].known, select == 3 ? Known::unknown : Known::derived);
    QCOMPARE(world.threads[0].call->call, Call::select);
    Ints descriptors;
    for (const auto &socket : world.sockets)
        if (socket.thread == 0)
            descriptors.push_back(socket.fd);
    QCOMPARE(descriptors, watched);
}

void WorldTest::select_overwrites_the_set_it_was_given()
{
    Lecture lecture;
    const trace::Trace trace = lecture.builder.trace();
    const Replay replay(trace);
    const size_t select = find(trace, 0, Call::select, 2);
    const World world = replay.at(replay.step(select));
    QCOMPARE(bits(world.set(0, "readfds")->now), Ints{4});
    QCOMPARE(world.set(0, "readfds")->event, std::optional(select));
    QCOMPARE(bits(world.set(0, "allset")->now), (Ints{3, 4, 5}));
    const replay::Selection &shown = world.selections[0];
    QVERIFY(shown.returned);
    QCOMPARE(shown.result, 1);
    QCOMPARE(shown.event, std::optional(select));
    QCOMPARE(QString::fromStdString(shown.sets[0].name), QString("readfds"));
    QVERIFY(shown.sets[1].name.empty());
    QCOMPARE(bits(shown.sets[0].asked), (Ints{3, 4, 5}));
    QCOMPARE(bits(shown.sets[0].answered), Ints{4});
    const World change = replay.at(replay.step(find(trace, 0, Call::table_assigned, 3)));
    QCOMPARE(change.table(0, "client_FD")->changed, 0);
}

void WorldTest::a_select_in_flight_sleeps()
{
    Lecture lecture;
    const trace::Trace trace = lecture.builder.trace();
    const Replay replay(trace);
    const World world = replay.at(replay.last());
    QCOMPARE(world.time, int64_t(4140));
    QCOMPARE(world.complete, trace.events().size());
    QCOMPARE(world.threads[0].state, State::asleep);
    QVERIFY(!world.threads[0].event);
    QCOMPARE(world.threads[0].since, int64_t(4140));
    QCOMPARE(world.phases.size(), size_t(1));
    QCOMPARE(world.phases[0].kind, replay::Phase::wait);
    QVERIFY(!world.phases[0].end);
    // The same call seen from before its end, which the recording has.
    const World earlier = replay.at(replay.at_time(1500));
    QCOMPARE(earlier.threads[0].event, std::optional(find(trace, 0, Call::select)));
    QCOMPARE(earlier.threads[0].state, State::asleep);
    // While the client connects the server is still asleep; once the connection is there it is being woken.
    const size_t connect = find(trace, lecture.two, Call::connect);
    QCOMPARE(replay.at(replay.at_time(3010)).threads[0].state, State::asleep);
    QCOMPARE(replay.at(replay.step(connect)).threads[0].state, State::running);
}

void WorldTest::time_up_clears_and_failure_leaves_the_sets()
{
    Builder builder;
    builder.thread("server", recording::Part::server, {"allset", "readfds"});
    builder.lines(R"(
        10      server  FD_SET(3, &readfds)
        20..30  server  select(4, readfds {}, NULL, NULL, 0) = -1 EINTR
        40..50  server  select(4, readfds {3}, NULL, NULL, 10) = 0
    )");
    const trace::Trace trace = builder.trace();
    const Replay replay(trace);
    QCOMPARE(bits(replay.at(replay.step(1)).set(0, "readfds")->now), Ints{3});
    QCOMPARE(bits(replay.at(replay.step(2)).set(0, "readfds")->now), Ints{});
    QCOMPARE(replay.at(replay.step(2)).selections[0].timeout, int64_t(10));
}

void WorldTest::sets_of_several_words()
{
    Builder builder;
    builder.thread("server", recording::Part::server, {"allset", "readfds", "writefds"});
    builder.lines(R"(
        10      server  FD_SET(3, &readfds)
        11      server  FD_SET(1023, &readfds)
        12      server  FD_SET(70, &writefds)
        20..30  server  select(71, readfds {3}, writefds {70}) = 2 {3} {70}
    )");
    const trace::Trace trace = builder.trace();
    const Replay replay(trace);
    const World world = replay.at(replay.step(3));
    QCOMPARE(bits(world.selections[0].sets[0].asked), Ints{3});
    QCOMPARE(bits(world.selections[0].sets[1].asked), Ints{70});
    QCOMPARE(bits(world.selections[0].sets[1].answered), Ints{70});
    // The kernel writes as many words as nfds has: what is above stays.
    QCOMPARE(bits(world.set(0, "readfds")->now), (Ints{3, 1023}));
    QCOMPARE(bits(world.set(0, "writefds")->now), Ints{70});
}

void WorldTest::only_descriptors_below_nfds_count()
{
    Builder builder;
    const uint16_t server = builder.thread("server", recording::Part::server, {"allset", "readfds"});
    builder.lines("20..30 server select(5, readfds {4, 5}) = 1 {4}");
    builder.select_in_flight(server, 40, 0, readfds, 0x30);
    const trace::Trace trace = builder.trace();
    const Replay replay(trace);
    QCOMPARE(bits(replay.at(replay.step(0)).selections[0].sets[0].asked), Ints{4});
    QCOMPARE(bits(replay.at(replay.last()).selections[0].sets[0].asked), Ints{});
}

void WorldTest::threads_begin_and_end()
{
    Lecture lecture;
    const trace::Trace trace = lecture.builder.trace();
    const Replay replay(trace);
    const World before = replay.at(replay.first());
    QCOMPARE(before.complete, size_t(0));
    QCOMPARE(before.threads.size(), size_t(3));
    for (const auto &thread : before.threads)
        QCOMPARE(thread.state, State::not_begun);
    QVERIFY(before.sockets.empty());
    const World begun = replay.at(replay.step(0));
    QCOMPARE(begun.threads[0].state, State::running);
    QCOMPARE(begun.threads[0].last, std::optional<size_t>(0));
    QCOMPARE(begun.threads[1].state, State::not_begun);
    const World after = replay.at(replay.last());
    QCOMPARE(after.threads[1].state, State::ended);
    QCOMPARE(after.threads[1].cpu, int64_t(70'000));
    QCOMPARE(after.threads[2].state, State::idle);
}

void WorldTest::held_at_the_gate()
{
    Builder builder;
    const uint16_t server = builder.thread("server", recording::Part::server);
    builder.lines(R"(
        10        server  thread_begin()
        20..500   server  held(socket)
        501..510  server  socket(AF_INET, SOCK_STREAM) = 3
    )");
    calls::set(builder.in_flight(server, Call::held, 520, 3), "before", int64_t(Call::bind));
    const trace::Trace trace = builder.trace();
    const Replay replay(trace);
    const World first = replay.at(replay.at_time(100));
    QCOMPARE(first.threads[0].state, State::held);
    QCOMPARE(first.threads[0].since, int64_t(20));
    QCOMPARE(Call(first.threads[0].call->flags), Call::socket);
    const World last = replay.at(replay.last());
    QCOMPARE(last.threads[0].state, State::held);
    QCOMPARE(last.threads[0].call->fd, 3);
    QCOMPARE(totals(replay, replay.last()).rows[0].waiting, int64_t(0)); // at the gate is not in the kernel
}

void WorldTest::seen_asleep()
{
    Builder builder;
    const uint16_t server = builder.thread("server", recording::Part::server);
    builder.lines(R"(
        10..20    server  socket(AF_INET, SOCK_STREAM) = 3
        30..40    server  accept(3) = 4 :50001  # from outside: no client of ours has that port
        21..22    server  listen(3, 5) = 0
        23..24    server  getsockname(3) = 0 :7000
        100..900  server  recv(4, 4096) = 7
        300..310  server  observed_state(server, S)
        400..410  server  observed_cpu(server, cpu_ns=12'345, voluntary=2)
        980..990  server  observed_state(server, S)
    )");
    const trace::Trace trace = builder.trace();
    const Replay replay(trace);
    const World early = replay.at(replay.at_time(200));
    QCOMPARE(early.threads[0].state, State::asleep);
    QCOMPARE(early.threads[0].known, Known::unknown);
    const World seen = replay.at(replay.at_time(350));
    QCOMPARE(replay.last().time, int64_t(990));
    QCOMPARE(seen.threads[0].state, State::asleep);
    QCOMPARE(seen.threads[0].known, Known::observed);
    QCOMPARE(*seen.threads[0].last, find(trace, server, Call::accept)); // the thread itself did nothing
    QCOMPARE(replay.at(replay.at_time(500)).threads[0].cpu, int64_t(12'345));
    QCOMPARE(replay.lane(0).sequence.size(), size_t(5));
    // Between calls, too: nothing else is known of a client that waits to be told what to do.
    QCOMPARE(replay.at(replay.at_time(950)).threads[0].state, State::running);
    QCOMPARE(replay.at(replay.last()).threads[0].state, State::asleep);
    QCOMPARE(replay.at(replay.last()).threads[0].known, Known::observed);
    QVERIFY(!replay.at(replay.last()).threads[0].call);
}

void WorldTest::a_failing_poll_in_flight_goes_on()
{
    Builder builder;
    builder.lines(R"(
        10..20   server  socket(AF_INET, SOCK_STREAM) = 3
        30..900  server  recv(3, 10) = -1 EAGAIN × 17 …
    )");
    const trace::Trace trace = builder.trace();
    const Replay replay(trace);
    QCOMPARE(replay.at(replay.last()).threads[0].state, State::running);
    QVERIFY(replay.at(replay.last()).threads[0].repeats());
    QCOMPARE(replay.at(replay.last()).threads[0].polls.front().count, 17u);
    QVERIFY(replay.at(replay.at_time(500)).threads[0].repeats());
    QCOMPARE(replay.at(replay.at_time(500)).threads[0].polls.front().count, 1u); // how many by then nobody knows
    QCOMPARE(replay.at(replay.at_time(500)).threads[0].polls.front().end, int64_t(0));
    QVERIFY(replay::totals(replay, replay.at_time(500)).rows[0].polling);
    QVERIFY(!replay::totals(replay, replay.last()).rows[0].polling);
    QCOMPARE(replay.moment(replay.last()).event->call, Call::recv);
    const replay::Totals::Row now = replay::totals(replay, replay.last()).rows[0], before = replay::totals(replay, replay.at_time(25)).rows[0];
    QCOMPARE(now.failed_polls, uint64_t(17));
    QCOMPARE(now.system_calls, uint64_t(18));
    QCOMPARE(before.failed_polls, uint64_t(0));
    QCOMPARE(before.system_calls, uint64_t(1));
}

// The recorder keeps it open, since more of the same may come; but it is over.
void WorldTest::one_failing_call_is_no_polling()
{
    Builder builder;
    builder.lines(R"(
        10..20   server  socket(AF_INET, SOCK_STREAM) = 3
        30..900  server  recv(3, 10) = -1 EAGAIN …
    )");
    const trace::Trace trace = builder.trace();
    const Replay replay(trace);
    QVERIFY(replay.at(replay.at_time(500)).threads[0].call);
    QVERIFY(!replay.at(replay.last()).threads[0].repeats());
    QVERIFY(!replay.at(replay.last()).threads[0].call);
}

// Two programs with a maxfd and an allset each.
void WorldTest::variables_are_their_programs()
{
    Builder builder;
    const uint16_t one = builder.thread("server", recording::Part::server, {"allset", "maxfd"});
    const uint16_t two = builder.thread("client 1", recording::Part::client, {"allset", "maxfd"});
    builder.lines(R"(
        100  server    maxfd = 5
        110  client 1  maxfd = 3
        120  client 1  FD_SET(3, &allset)
    )");
    const trace::Trace trace = builder.trace();
    const World world = Replay(trace).at(Replay(trace).last());
    QCOMPARE(world.number(one, "maxfd")->value, 5);
    QCOMPARE(world.number(two, "maxfd")->value, 3);
    QVERIFY(!world.set(one, "allset"));
    QVERIFY(world.set(two, "allset")->now.test(3));
}

void WorldTest::a_handler_interrupts_a_call()
{
    Builder builder;
    builder.lines(R"(
        10          server  thread_begin()
        100..1000   server  nanosleep(900) = 0
        200..210    server  write(1, 1) = 1
        300..310    server  write(1, 1) = 1
        1100..1110  server  write(1, 1) = 1
    )");
    const trace::Trace trace = builder.trace();
    const Replay replay(trace);
    QCOMPARE(replay.at(replay.at_time(150)).threads[0].call->call, Call::nanosleep);
    QCOMPARE(replay.at(replay.at_time(205)).threads[0].call->call, Call::write);
    QCOMPARE(replay.at(replay.at_time(250)).threads[0].call->call, Call::nanosleep);
    QCOMPARE(replay.at(replay.at_time(500)).threads[0].state, State::asleep);
    QVERIFY(!replay.at(replay.at_time(1050)).threads[0].call);
    QCOMPARE(replay.lane(0).begin, (std::vector<int64_t>{10, 100, 200, 300, 1100}));
    QCOMPARE(totals(replay, replay.at_time(500)).rows[0].waiting, int64_t(400));
    QCOMPARE(totals(replay, replay.at_time(500)).rows[0].slept, uint64_t(1)); // it still does
    QCOMPARE(totals(replay, replay.last()).rows[0].waiting, int64_t(900));
    QCOMPARE(totals(replay, replay.last()).rows[0].longest_wait, int64_t(900));
}

void WorldTest::totals_of_a_run()
{
    Lecture lecture;
    lecture.builder.lines(R"(
        3500..3600  client 2  recv(3, 0) = -1 EAGAIN × 1000
        4200..4210  client 2  send(3, 5) = 5
    )");
    const trace::Trace trace = lecture.builder.trace();
    const Replay replay(trace);
    const replay::Totals totals = replay::totals(replay, replay.at_time(5000));
    QCOMPARE(totals.events, trace.events().size());
    QCOMPARE(totals.rows.size(), size_t(3));
    const auto &server = totals.rows[0];
    QCOMPARE(server.system_calls, uint64_t(4 + 3 + 2 + 2)); // up to getsockname, selects, accepts, recv and close
    QCOMPARE(server.slept, uint64_t(4)); // the last one still does
    // Each select() slept until its connect(), close() or send() had returned, or it had itself.
    const int64_t so_far = replay.last().time - 4140;
    QCOMPARE(server.waiting, int64_t((2040 - 150) + (3040 - 2150) + (4040 - 3150) + so_far));
    QCOMPARE(server.longest_wait, int64_t(2040 - 150));
    QVERIFY(!server.cpu);
    QCOMPARE(totals.rows[1].cpu, std::optional<int64_t>(70'000));
    QCOMPARE(totals.rows[1].voluntary, std::optional<uint64_t>(5));
    QCOMPARE(totals.rows[2].system_calls, uint64_t(3 + 1000 + 1));
    QCOMPARE(totals.rows[2].failed_polls, uint64_t(1000));
    QCOMPARE(totals.rows[2].bytes_out, uint64_t(5));
    QCOMPARE(totals.elapsed, replay.last().time - trace.begin());
}

void WorldTest::nothing_recorded()
{
    const trace::Trace trace;
    const Replay replay(trace);
    QCOMPARE(replay.first(), replay.last());
    QCOMPARE(replay.step(5), replay.first());
    QCOMPARE(replay.next(replay.first()), replay.first());
    QCOMPARE(replay.previous(replay.first()), replay.first());
    QVERIFY(!replay.moment(replay.first()).event);
    QVERIFY(replay.at(replay.last()).threads.empty());
    QVERIFY(replay.phases(0).empty());
    QCOMPARE(totals(replay, replay.last()).events, size_t(0));
}

ROOM_TEST(WorldTest)
#include "world_test.moc"
