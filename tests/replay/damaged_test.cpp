// SPDX-License-Identifier: MIT
// Recordings with any number in any field: no crash, no huge allocation, the same after growing as when opened whole.
#include "recording/builder.h"
#include "replay/replay.h"
#include "room.h"

#include <QRegularExpression>

#include <random>

using namespace recording;
using replay::Replay;

namespace {

class Noise {
public:
    explicit Noise(unsigned seed) : m_random(seed) {}
    // Small numbers, borders of types and anything.
    int64_t number()
    {
        constexpr int64_t borders[] = {INT64_MIN, INT64_MAX, INT32_MIN, INT32_MAX, -1, 0, 1, 1023, 1024, 65535, 65536};
        switch (m_random() % 4) {
        case 0: return borders[m_random() % std::size(borders)];
        case 1: return int64_t(m_random());
        default: return int64_t(m_random() % 8);
        }
    }
    trace::Event event(int threads, int64_t now)
    {
        trace::Event event;
        event.begin = m_random() % 8 ? now - int64_t(m_random() % 200) : number();
        event.end = now;
        event.length = number();
        event.words[0] = uint64_t(number());
        event.words[1] = uint64_t(number());
        event.result = int32_t(number());
        event.fd = int32_t(number());
        event.count = uint32_t(number());
        event.flags = uint32_t(number());
        event.thread = uint16_t(m_random() % uint64_t(threads));
        event.call = Call(m_random() % uint64_t(Call::count_));
        constexpr int errors[] = {0, EAGAIN, EINTR, ECONNRESET, EINPROGRESS};
        event.error = uint8_t(errors[m_random() % std::size(errors)]);
        return event;
    }

private:
    std::mt19937_64 m_random;
};

trace::Batch threads(int count)
{
    trace::Batch batch;
    batch.programs = {{"one"}, {"two", trace::Origin::script}, {"three"}};
    for (int i = 0; i < count; ++i) {
        batch.threads.push_back({"t", uint16_t(i % 4), trace::Job(i % 3), i, {"a", "b"}}); // of a program that is not there, too
        batch.thread_index.push_back(size_t(i));
    }
    batch.words = {1, 2, 3};
    return batch;
}

void look_at_everything(const Replay &replay, size_t every)
{
    const size_t size = replay.trace().events().size();
    for (size_t step = 0; step < size; step += every) {
        const auto instant = replay.step(step);
        const replay::World world = replay.at(instant);
        for (const auto &socket : world.sockets)
            QVERIFY(socket.receive_bytes.value_or(0) >= 0);
        for (const auto &table : world.tables)
            QVERIFY(table.values.size() <= 65536);
        replay.phases(step);
        totals(replay, instant);
        replay.moment(instant);
        const auto next = replay.next(instant);
        QVERIFY(next.time >= instant.time);
        replay.previous(instant);
        replay.at_time(instant.time);
    }
}

} // namespace

class DamagedTest : public QObject {
    Q_OBJECT
private slots:
    void init() { QTest::failOnWarning(QRegularExpression(".*")); }
    void any_number_in_any_field();
    void growing_gives_the_same();
    void extreme_descriptors_and_slots();
    void times_at_the_borders();
};

void DamagedTest::any_number_in_any_field()
{
    for (unsigned seed = 0; seed < 12; ++seed) {
        Noise noise(seed);
        trace::Trace trace;
        trace::Batch batch = threads(5);
        for (int64_t i = 1; i <= 1500; ++i)
            batch.events.push_back(noise.event(5, i * 10));
        for (int i = 0; i < 4; ++i) {
            batch.in_flight.push_back(noise.event(5, 0));
            batch.in_flight_changed = true;
        }
        trace.append(std::move(batch));
        const Replay replay(trace);
        look_at_everything(replay, 7);
    }
}

void DamagedTest::growing_gives_the_same()
{
    for (unsigned seed = 100; seed < 108; ++seed) {
        Noise noise(seed);
        std::mt19937_64 random(seed);
        trace::Trace trace;
        Replay replay(trace);
        replay.extend(trace.append(threads(4)));
        for (int64_t round = 1; round <= 60; ++round) {
            trace::Batch batch;
            int64_t now = round * 300 - int64_t(random() % 600); // some come late
            for (int i = 0; i < 10; ++i)
                batch.events.push_back(noise.event(4, std::max<int64_t>(1, now += int64_t(random() % 40))));
            replay.extend(trace.append(std::move(batch)));
        }
        const Replay fresh(trace);
        for (size_t step = 0; step < trace.events().size(); ++step) {
            QVERIFY2(replay.at(replay.step(step)) == fresh.at(fresh.step(step)),
                     qPrintable(QString("%1 %2").arg(seed).arg(step)));
            QCOMPARE(replay.next(replay.step(step)), fresh.next(fresh.step(step)));
        }
        for (size_t thread = 0; thread < trace.threads.size(); ++thread) {
            QCOMPARE(replay.lane(thread).sequence, fresh.lane(thread).sequence);
            QCOMPARE(replay.lane(thread).asleep, fresh.lane(thread).asleep);
            QCOMPARE(replay.lane(thread).handlers, fresh.lane(thread).handlers);
            QCOMPARE(replay.lane(thread).milestone_ends, fresh.lane(thread).milestone_ends);
        }
    }
}

void DamagedTest::extreme_descriptors_and_slots()
{
    Builder builder;
    const uint16_t server = builder.thread("server", recording::Part::server, {"set", "table"});
    for (const int fd : {INT32_MAX, INT32_MIN, -2, 1024, 65536}) {
        builder.step(server, Call::fd_set, 10, 0, fd);
        builder.step(server, Call::fd_clr, 20, 0, fd);
        builder.step(server, Call::table_assigned, 30, 1, fd, INT64_MAX);
    }
    builder.step(server, Call::table_assigned, 40, 1, 65535, 7);
    builder.call(server, Call::socket, 50, 60, -1, INT32_MAX);
    builder.select(server, 70, 80, INT32_MAX, 0, 1, 1).flags |= trace::payload_elsewhere;
    builder.select(server, 90, 100, INT32_MIN, 0, 1, 1);
    for (int variable = 4; variable < 2000; ++variable)
        builder.step(server, Call::table_assigned, 110, variable, 65535, 7);
    const trace::Trace trace = builder.trace();
    const Replay replay(trace);
    const replay::World world = replay.at(replay.last());
    QVERIFY(world.sets[0].now.none());
    QCOMPARE(world.table(0, "table")->values.size(), size_t(65536));
    QVERIFY(world.socket(server, INT32_MAX));
    size_t all = 0;
    for (const auto &table : world.tables)
        all += table.values.size();
    QVERIFY(all <= 1 << 20);
}

void DamagedTest::times_at_the_borders()
{
    Builder builder;
    const uint16_t server = builder.thread("server", recording::Part::server);
    builder.call(server, Call::nanosleep, INT64_MIN, INT64_MIN + 1);
    builder.call(server, Call::nanosleep, INT64_MIN, INT64_MAX);
    builder.call(server, Call::nanosleep, INT64_MAX, INT64_MAX - 1);
    builder.in_flight(server, Call::accept, INT64_MIN, 3);
    const trace::Trace trace = builder.trace();
    const Replay replay(trace);
    look_at_everything(replay, 1);
    QCOMPARE(totals(replay, replay.last()).rows[0].longest_wait, INT64_MAX);
}

ROOM_TEST(DamagedTest)
#include "damaged_test.moc"
