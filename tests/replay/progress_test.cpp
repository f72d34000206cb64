// SPDX-License-Identifier: MIT
// Calls in progress at an instant: what is known of them then, polls that are being repeated, calls that a signal interrupts.
#include "recording/builder.h"
#include "replay/replay.h"
#include "room.h"

#include <QRegularExpression>

#include <cmath>

using namespace recording;
using replay::Replay;
using replay::World;

namespace {

class ProgressTest : public QObject {
    Q_OBJECT
private slots:
    void init() { QTest::failOnWarning(QRegularExpression(".*")); }
    void a_call_tells_nothing_of_its_end_before_it();
    void what_a_select_waits_for_is_what_it_is_asked();
    void polls_in_turn_are_all_in_progress();
    void a_handler_comes_during_a_call();
};

// Whatever a call will answer: while it goes on the World and the moment of its begin have what was asked.
void ProgressTest::a_call_tells_nothing_of_its_end_before_it()
{
    Builder builder;
    const uint16_t server = builder.thread("server", recording::Part::server, {"readfds"});
    builder.lines(R"(
        100..190  server  accept(3) = 4 :51000
        200..290  server  select(5, readfds {3, 4}) = 1 {4}
        300..390  server  recv(4, 4096) = 3 "abc"
        400..490  server  recvfrom(4, 4096) = 3 :51000
        500..590  server  epoll_wait(6, 64, 0) = 1 {4:EPOLLIN}
        600..690  server  recv(4, 0) = -1 EAGAIN × 1000
    )");
    for (const int64_t time : {150, 250, 350, 450, 550, 650})
        builder.lines_after(time, "0..1 client 1 shutdown(3) = 0"); // so that the begins are moments
    const trace::Trace trace = builder.trace();
    const Replay replay(trace);
    for (const int64_t begin : {100, 200, 300, 400, 500, 600})
        for (const int64_t time : {begin, begin + 50}) {
            const Event call = *replay.at(replay.at_time(time)).threads[server].call;
            QCOMPARE(call.begin, begin);
            QCOMPARE(call.end, int64_t(0));
            QCOMPARE(call.result, 0);
            QCOMPARE(call.error, uint8_t(0));
            QCOMPARE(call.count, 1u);
            QCOMPARE(call.words[1], uint64_t(0));
            QCOMPARE(call.words[0], uint64_t(call.call == Call::select ? 0b11000 : 0));
            QVERIFY(call.call != Call::accept || call.length == 0);
            QVERIFY(trace::answered(trace, call, 0).empty());
            if (time == begin)
                QVERIFY(replay.moment(replay.at_time(time)).begins && *replay.moment(replay.at_time(time)).event == call);
        }
    const World polling = replay.at(replay.at_time(650));
    QCOMPARE(polling.threads[server].polls.size(), 1u);
    QCOMPARE(polling.threads[server].polls[0].error, EAGAIN); // what each of them has returned so far
    QCOMPARE(polling.threads[server].polls[0].count, 1u);     // how many it will have been in the end is not known yet
}

void ProgressTest::polls_in_turn_are_all_in_progress()
{
    Builder builder;
    const uint16_t server = builder.thread("server", recording::Part::server);
    builder.lines(R"(
        10..20          server  socket(AF_INET, SOCK_STREAM) = 3
        100..5'000'000  server  accept(3) = -1 EAGAIN × 30
        200..5'000'100  server  recv(4, 0) = -1 EAGAIN × 29
        300..4'999'000  server  recv(5, 0) = -1 EAGAIN × 28
        1'000'000..1'000'100  server  observed_cpu(server, 1'000'000)
        3'000'000..3'000'100  server  observed_cpu(server, 2'500'000)
    )");
    const trace::Trace trace = builder.trace();
    const Replay replay(trace);
    const auto polls = [&](int64_t time) {
        std::vector<int> descriptors;
        const replay::World world = replay.at(replay.at_time(time));
        for (const Event &poll : world.threads[server].polls)
            descriptors.push_back(poll.fd);
        return descriptors;
    };
    QCOMPARE(polls(50), std::vector<int>());
    QCOMPARE(polls(100), std::vector<int>()); // the first has just begun
    QCOMPARE(polls(250), (std::vector{3, 4}));
    QCOMPARE(polls(4'000'000), (std::vector{3, 4, 5}));
    QCOMPARE(polls(4'999'500), (std::vector{3, 4}));
    QCOMPARE(polls(5'000'050), (std::vector{4}));
    QVERIFY(!replay.at(replay.at_time(2'000'000)).threads[server].busy); // looked at once
    QVERIFY(std::abs(*replay.at(replay.at_time(4'000'000)).threads[server].busy - 0.75) < 1e-9);
    QVERIFY(replay::totals(replay, replay.at_time(4'000'000)).rows[server].polling);
    QCOMPARE(replay::totals(replay, replay.at_time(4'000'000)).rows[server].system_calls, uint64_t(1));
}

void ProgressTest::a_handler_comes_during_a_call()
{
    Builder builder;
    const uint16_t server = builder.thread("server", recording::Part::server);
    builder.lines(R"(
        100..500  server  pthread_sigmask(SIG_BLOCK, 0) = 0
        200       server  handler_begin(SIGIO, 0, 3)
        300..400  server  recv(3, 10) = 5
        450       server  handler_end(SIGIO)
    )");
    const trace::Trace trace = builder.trace();
    const Replay replay(trace);
    const replay::Thread reading = replay.at(replay.at_time(350)).threads[server];
    QCOMPARE(reading.call->call, Call::recv);
    QCOMPARE(reading.interrupted.size(), 1u);
    QCOMPARE(reading.interrupted[0].call, Call::pthread_sigmask);
    QCOMPARE(reading.interrupted[0].end, int64_t(0));
    QVERIFY(replay.at(replay.at_time(250)).threads[server].interrupted.empty()); // it is the call the thread is in
    QVERIFY(replay.at(replay.at_time(470)).threads[server].interrupted.empty());
}

// Its answer, one descriptor to be read, is not known while it sleeps for two, one of them to be written.
void ProgressTest::what_a_select_waits_for_is_what_it_is_asked()
{
    Builder builder;
    builder.lines("100..900 server select(5, readfds {3}, writefds {4}) = 1 {3} {}");
    const trace::Trace trace = builder.trace();
    const Replay replay(trace);
    const World world = replay.at(replay.at_time(500));
    QCOMPARE(world.phases.size(), 1u);
    QCOMPARE(world.phases[0].what, replay::Phase::several);
    QCOMPARE(world.phases[0].fd, -1);
    QCOMPARE(replay.phases(0)[0].what, replay::Phase::data); // as it turned out
    QCOMPARE(replay.phases(0)[0].fd, 3);
}

} // namespace

ROOM_TEST(ProgressTest)
#include "progress_test.moc"
