// SPDX-License-Identifier: MIT
// Walking through a recording: every moment once in either direction, the same World both ways.
#include "calls/schema.h"
#include "replay/crowd.h"
#include "room.h"

#include <QRegularExpression>

#include <algorithm>
#include <set>

using namespace recording;
using replay::Instant;
using replay::Replay;

namespace {

std::vector<Instant> walk(const Replay &replay)
{
    std::vector<Instant> moments{replay.first()};
    for (;;) {
        const Instant next = replay.next(moments.back());
        if (next == moments.back())
            return moments;
        moments.push_back(next);
    }
}

} // namespace

class StepsTest : public QObject {
    Q_OBJECT
private slots:
    void init() { QTest::failOnWarning(QRegularExpression(".*")); }
    void every_moment_both_ways();
    void forward_and_back_show_the_same();
    void ends_and_begins();
    void a_handlers_calls_are_no_company();
    void observations_are_no_steps();
    void several_at_one_time();
    void between_moments();
    void times_are_kept_inside();
};

void StepsTest::every_moment_both_ways()
{
    Crowd crowd(7, 6);
    crowd.grow(2000);
    trace::Trace trace;
    trace.append(crowd.batch());
    const Replay replay(trace);
    const auto moments = walk(replay);
    QVERIFY(moments.size() > trace.events().size());
    QCOMPARE(moments.back(), replay.last());
    std::set<size_t> ends, begins;
    for (size_t i = 0; i < moments.size(); ++i) {
        const Replay::Moment moment = replay.moment(moments[i]);
        QCOMPARE(!moment.event, i == 0);
        if (i > 0)
            QCOMPARE(replay.previous(moments[i]), moments[i - 1]);
        if (moment.event)
            (moment.begins ? begins : ends).insert(moment.sequence);
        if (moment.event && moment.sequence < trace.events().size())
            QVERIFY(*moment.event == (moment.begins ? calls::begun(trace.events()[moment.sequence]) : trace.events()[moment.sequence]));
    }
    QCOMPARE(replay.previous(replay.first()), replay.first());
    // Ends of all, and begins of those calls into which the end of another thread's call falls.
    QCOMPARE(ends.size(), trace.events().size());
    std::set<size_t> expected{trace.events().size()}; // the one in flight
    for (size_t i = 0; i < trace.events().size(); ++i) {
        const Event &call = trace.events()[i];
        const bool company = std::ranges::any_of(trace.events(), [&](const Event &other) {
            return other.thread != call.thread && other.end > call.begin && &other < &call;
        });
        const bool alone = std::ranges::find(trace.events(), call.begin, &Event::end) == trace.events().end();
        if (calls::is_call(call.call) && company && alone)
            expected.insert(i);
    }
    std::erase_if(begins, [&](size_t i) { // of several that begin at once, one stands for all
        return i < trace.events().size() && !expected.contains(i);
    });
    for (const size_t missing : expected)
        QVERIFY(begins.contains(missing) || std::ranges::any_of(begins, [&](size_t i) {
            return i < trace.events().size() && trace.events()[i].begin == trace.events()[missing].begin;
        }));
}

void StepsTest::forward_and_back_show_the_same()
{
    Crowd crowd(8, 5);
    crowd.grow(600);
    trace::Trace trace;
    trace.append(crowd.batch());
    const Replay replay(trace);
    const auto moments = walk(replay);
    std::vector<replay::World> worlds;
    for (const Instant instant : moments)
        worlds.push_back(replay.at(instant));
    for (size_t i = moments.size(); i-- > 0;)
        QVERIFY(replay.at(moments[i]) == worlds[i]);
}

void StepsTest::ends_and_begins()
{
    Builder builder;
    builder.thread("server", recording::Part::server);
    const uint16_t client = builder.thread("client 1", recording::Part::client);
    builder.lines(R"(
        100..110  server    socket(AF_INET, SOCK_STREAM) = 3
        200..500  server    recv(3, 1) = 1  # during which the client does something
        300..310  client 1  send(3, 1) = 1
        320..     client 1  recv(3, 0)
    )");
    const trace::Trace trace = builder.trace();
    const Replay replay(trace);
    const auto moments = walk(replay);
    QCOMPARE(moments.size(), size_t(6));
    QCOMPARE(moments[1], (Instant{110, 1}));
    QCOMPARE(moments[2], (Instant{200, 1}));
    QCOMPARE(moments[3], (Instant{310, 2}));
    QCOMPARE(moments[4], (Instant{320, 2}));
    QCOMPARE(moments[5], (Instant{500, 3}));
    const Replay::Moment begin = replay.moment(moments[2]);
    QVERIFY(begin.begins);
    QCOMPARE(begin.sequence, size_t(2));
    QCOMPARE(begin.event->call, Call::recv);
    const Replay::Moment flying = replay.moment(moments[4]);
    QVERIFY(flying.begins);
    QCOMPARE(flying.sequence, size_t(3));
    QCOMPARE(flying.event->thread, client);
}

void StepsTest::a_handlers_calls_are_no_company()
{
    Builder builder;
    builder.lines(R"(
        100..1000  server  nanosleep(900) = 0
        200..210   server  write(1, 1) = 1
    )");
    const trace::Trace trace = builder.trace();
    const Replay replay(trace);
    QCOMPARE(walk(replay), (std::vector<Instant>{replay.first(), {210, 1}, {1000, 2}}));
}

void StepsTest::observations_are_no_steps()
{
    Builder builder;
    builder.lines(R"(
        100..110  server  socket(AF_INET, SOCK_STREAM) = 3
        200..210  server  observed_state(server, S)
        210..220  server  observed_cpu(server, cpu_ns=5)
        120..300  server  nanosleep(180) = 0
        400..410  server  observed_state(server, S)
    )");
    const trace::Trace trace = builder.trace();
    const Replay replay(trace);
    // No step on the way, but who goes on steps to the end of the recording, or playing it would never end.
    QCOMPARE(walk(replay), (std::vector<Instant>{replay.first(), {110, 1}, {300, 4}, replay.last()}));
    QCOMPARE(replay.previous(replay.last()), (Instant{300, 4}));
    QCOMPARE(replay.next(replay.last()), replay.last());
    QCOMPARE(replay.previous({300, 4}), (Instant{110, 1}));
    QCOMPARE(replay.next(replay.step(1)), (Instant{300, 4}));
    QCOMPARE(replay.moment(replay.last()).sequence, size_t(3));
}

void StepsTest::several_at_one_time()
{
    Builder builder;
    builder.lines(R"(
        100..200  server    socket(AF_INET, SOCK_STREAM) = 3
        100..200  client 1  socket(AF_INET, SOCK_STREAM) = 3
        200..400  server    nanosleep(200) = 0
        200..400  client 1  nanosleep(200) = 0
    )");
    const trace::Trace trace = builder.trace();
    const Replay replay(trace);
    const auto moments = walk(replay);
    // Begins at 200 are the same instant as the second end; at 100 one moment stands for both begins.
    QCOMPARE(moments, (std::vector<Instant>{replay.first(), {100, 0}, {200, 1}, {200, 2}, {400, 3}, {400, 4}}));
    for (size_t i = 1; i < moments.size(); ++i)
        QCOMPARE(replay.previous(moments[i]), moments[i - 1]);
    QVERIFY(!replay.moment(moments[3]).begins);
    QCOMPARE(replay.moment(moments[3]).sequence, size_t(1));
}

void StepsTest::between_moments()
{
    Builder builder;
    builder.lines(R"(
        100..200  server  socket(AF_INET, SOCK_STREAM) = 3
        300..400  server  socket(AF_INET, SOCK_STREAM) = 4
    )");
    const trace::Trace trace = builder.trace();
    const Replay replay(trace);
    const Instant between = replay.at_time(250);
    QCOMPARE(between, (Instant{250, 1}));
    QCOMPARE(replay.previous(between), (Instant{200, 1}));
    QCOMPARE(replay.next(between), (Instant{400, 2}));
    QCOMPARE(replay.moment(between).sequence, size_t(0));
    QVERIFY(!replay.moment(replay.at_time(150)).event);
    QCOMPARE(replay.previous(replay.at_time(150)), replay.first());
}

void StepsTest::times_are_kept_inside()
{
    Builder builder;
    builder.lines("100..200 server socket(AF_INET, SOCK_STREAM) = 3");
    const trace::Trace trace = builder.trace();
    const Replay replay(trace);
    QCOMPARE(replay.at_time(INT64_MIN), replay.first());
    QCOMPARE(replay.at_time(INT64_MAX), replay.last());
    QCOMPARE(replay.step(SIZE_MAX), replay.last());
    QVERIFY(replay.first().time < 100);
    QCOMPARE(replay.at(replay.first()).threads[0].state, replay::State::not_begun);
}

ROOM_TEST(StepsTest)
#include "steps_test.moc"
