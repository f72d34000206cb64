// SPDX-License-Identifier: MIT
// A recording that grows while it is shown gives the same Worlds as one that was opened whole.
#include "replay/crowd.h"
#include "room.h"

#include <QRegularExpression>

using namespace recording;
using replay::Replay;

namespace {

// Cuts a recording into batches as a run hands them over: each thread's events in order, those of one thread sooner, of
// another later. What has begun and is not told of yet is in flight.
std::vector<trace::Batch> batches(const trace::Batch &whole, unsigned seed, size_t size, int most_late)
{
    std::mt19937_64 random(seed);
    const size_t count = whole.events.size() / size + size_t(most_late) + 1;
    std::vector<trace::Batch> cut(count);
    std::vector<size_t> last(whole.threads.size()), late(whole.threads.size());
    for (size_t i = 0; i < whole.events.size(); ++i) {
        if (i % size == 0)
            for (size_t &batches_late : late)
                batches_late = random() % size_t(most_late + 1);
        size_t &batch = last[whole.events[i].thread];
        batch = std::max(batch, i / size + late[whole.events[i].thread]);
        cut[batch].events.push_back(whole.events[i]);
        // In flight in the batches before, if it had begun when the last event before was complete.
        for (size_t early = i / size; early < batch; ++early)
            if (!cut[early].events.empty() && whole.events[i].begin <= cut[early].events.back().end
                && whole.events[i].begin < whole.events[i].end) {
                trace::Event flying = whole.events[i];
                flying.end = 0;
                flying.result = 0;
                cut[early].in_flight.push_back(flying);
            }
    }
    for (trace::Batch &batch : cut)
        batch.in_flight_changed = true;
    cut.front().programs = whole.programs;
    cut.front().threads = whole.threads;
    cut.front().thread_index = whole.thread_index;
    cut.back().in_flight = whole.in_flight;
    return cut;
}

void compare(const trace::Trace &trace, const Replay &grown, size_t every)
{
    const Replay fresh(trace);
    QCOMPARE(grown.first(), fresh.first());
    QCOMPARE(grown.last(), fresh.last());
    for (size_t thread = 0; thread < trace.threads.size(); ++thread) {
        const auto &a = grown.lane(thread), &b = fresh.lane(thread);
        QCOMPARE(a.sequence, b.sequence);
        QCOMPARE(a.begin, b.begin);
        QCOMPARE(a.end, b.end);
        QCOMPARE(a.asleep, b.asleep);
        QCOMPARE(a.copying, b.copying);
        QCOMPARE(a.calls, b.calls);
        QCOMPARE(a.handlers, b.handlers);
        QCOMPARE(a.milestone_ends, b.milestone_ends);
        QCOMPARE(a.milestones.size(), a.sequence.size() / Replay::Lane::apart);
        for (size_t i = 0; i < a.milestones.size(); ++i) { // a milestone is what the sums before an event are
            const size_t before = (i + 1) * Replay::Lane::apart;
            QCOMPARE(a.milestones[i].asleep, a.asleep[before]);
            QCOMPARE(a.milestones[i].copying, a.copying[before]);
            QCOMPARE(a.milestones[i].calls, a.calls[before]);
            QCOMPARE(a.milestone_ends[i], *std::max_element(a.end.begin(), a.end.begin() + ptrdiff_t(before)));
        }
    }
    for (size_t step = 0; step < trace.events().size(); step += every) {
        QVERIFY2(grown.at(grown.step(step)) == fresh.at(fresh.step(step)), qPrintable(QString::number(step)));
        QCOMPARE(grown.next(grown.step(step)), fresh.next(fresh.step(step)));
        QCOMPARE(grown.previous(grown.step(step)), fresh.previous(fresh.step(step)));
        const auto a = totals(grown, grown.step(step)), b = totals(fresh, fresh.step(step));
        for (size_t row = 0; row < a.rows.size(); ++row) {
            QCOMPARE(a.rows[row].waiting, b.rows[row].waiting);
            QCOMPARE(a.rows[row].longest_wait, b.rows[row].longest_wait);
            QCOMPARE(a.rows[row].slept, b.rows[row].slept);
            QCOMPARE(a.rows[row].system_calls, b.rows[row].system_calls);
        }
    }
    QVERIFY(grown.at(grown.last()) == fresh.at(fresh.last()));
}

} // namespace

class AppendTest : public QObject {
    Q_OBJECT
private slots:
    void init() { QTest::failOnWarning(QRegularExpression(".*")); }
    void in_batches_data();
    void in_batches();
    void one_by_one_in_any_order();
    void a_thread_that_comes_later();
    void a_port_that_is_told_later();
    void a_call_around_others_that_comes_again();
    void only_what_is_in_flight_changes();
};

void AppendTest::in_batches_data()
{
    QTest::addColumn<int>("size");
    QTest::addColumn<int>("late");
    QTest::newRow("in order") << 50 << 0;
    QTest::newRow("one batch late") << 50 << 1;
    QTest::newRow("small, several late") << 7 << 4;
    QTest::newRow("large, late") << 9000 << 2;
}

void AppendTest::in_batches()
{
    QFETCH(int, size);
    QFETCH(int, late);
    Crowd crowd(unsigned(size), 8);
    crowd.grow(size > 1000 ? 40'000 : 1500);
    trace::Trace trace;
    Replay replay(trace);
    size_t number = 0;
    bool was_late = false;
    for (trace::Batch &batch : batches(crowd.batch(), 5, size_t(size), late)) {
        const size_t before = trace.events().size();
        const size_t first = trace.append(std::move(batch));
        was_late |= first < before;
        replay.extend(first);
        if (number % 3 == 0 && !trace.events().empty())
            replay.at(replay.step(trace.events().size() * 9 / 10)); // look, so that something is remembered
        if (++number % 25 == 0)
            compare(trace, replay, 97);
        if (QTest::currentTestFailed())
            return;
    }
    QCOMPARE(was_late, late > 0);
    compare(trace, replay, size > 1000 ? 211 : 1);
}

void AppendTest::one_by_one_in_any_order()
{
    Crowd crowd(3, 3);
    crowd.grow(150);
    trace::Batch whole = crowd.batch();
    std::mt19937_64 random(11);
    std::ranges::shuffle(whole.events, random);
    trace::Trace trace;
    Replay replay(trace);
    trace::Batch threads;
    threads.programs = whole.programs;
    threads.threads = whole.threads;
    threads.thread_index = whole.thread_index;
    replay.extend(trace.append(std::move(threads)));
    for (const trace::Event &event : whole.events) {
        trace::Batch batch;
        batch.events = {event};
        replay.extend(trace.append(std::move(batch)));
        compare(trace, replay, 13);
        if (QTest::currentTestFailed())
            return;
    }
    compare(trace, replay, 1);
}

void AppendTest::a_thread_that_comes_later()
{
    Builder builder;
    builder.lines("10 control thread_begin()");
    trace::Trace trace = builder.trace();
    Replay replay(trace);
    const uint16_t server = builder.thread("server", recording::Part::server);
    builder.lines(R"(
        20..30  server   socket(AF_INET, SOCK_STREAM) = 3
        40..50  control  shutdown(3, SHUT_RDWR) = 0
    )");
    trace::Batch batch = builder.batch();
    replay.extend(trace.append(std::move(batch)));
    QVERIFY(replay.at(replay.last()).socket(server, 3)->shut);
    compare(trace, replay, 1);
}

void AppendTest::a_port_that_is_told_later()
{
    Builder builder;
    const uint16_t server = builder.thread("server", recording::Part::server);
    builder.lines(R"(
        10..20  server    socket(AF_INET, SOCK_STREAM) = 3
        21..22  server    listen(3, 5) = 0
        23..24  server    getsockname(3) = 0 :7000
        30..40  client 1  socket(AF_INET, SOCK_STREAM) = 3
        50..60  client 1  connect(3, :7000) = 0
        25..80  server    accept(3) = 4 :50001
    )");
    trace::Trace trace = builder.trace();
    Replay replay(trace);
    QCOMPARE(replay.lane(server).asleep.back(), int64_t(80 - 25)); // not told yet what it waited for
    builder.lines("90..100 client 1 getsockname(3) = 0 :50001");
    replay.extend(trace.append(builder.batch()));
    QCOMPARE(replay.lane(server).asleep.back(), int64_t(60 - 25));
    compare(trace, replay, 1);
}

// What was done during a call stays when that call is forgotten for a moment, because a late event comes before its
// end.
void AppendTest::a_call_around_others_that_comes_again()
{
    Builder builder;
    const uint16_t server = builder.thread("server", recording::Part::server);
    builder.thread("client 1", recording::Part::client);
    builder.lines(R"(
        100..1000  server  nanosleep(900) = 0
        200..210   server  write(1, 1) = 1
        300..310   server  write(1, 1) = 1
    )");
    trace::Trace trace = builder.trace();
    Replay replay(trace);
    builder.lines("400..500 client 1 nanosleep(100) = 0");
    replay.extend(trace.append(builder.batch()));
    QCOMPARE(replay.lane(server).begin, (std::vector<int64_t>{100, 200, 300}));
    compare(trace, replay, 1);
}

void AppendTest::only_what_is_in_flight_changes()
{
    Builder builder;
    builder.lines("20..30 server socket(AF_INET, SOCK_STREAM) = 3");
    trace::Trace trace = builder.trace();
    Replay replay(trace);
    QCOMPARE(replay.at(replay.last()).threads[0].state, replay::State::running);
    builder.lines("40.. server accept(3)");
    replay.extend(trace.append(builder.batch()));
    QCOMPARE(replay.last().time, int64_t(40));
    QCOMPARE(replay.at(replay.last()).threads[0].state, replay::State::asleep);
}

ROOM_TEST(AppendTest)
#include "append_test.moc"
