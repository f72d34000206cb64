// SPDX-License-Identifier: MIT
// Any instant of a million events: how long it takes to follow the recording, to look, to step and to let it grow.
#include "replay/crowd.h"

#include <QTest>

#include <malloc.h>

using namespace recording;
using replay::Replay;

namespace {

constexpr size_t million = 1'000'000;

trace::Batch crowd(size_t events)
{
    Crowd crowd(1, 50);
    crowd.grow(events);
    return crowd.batch();
}

// A thousand clients of one server: each is connected, each sends now and then.
trace::Batch thousand()
{
    constexpr int clients = 1000;
    Builder builder;
    const uint16_t server = builder.thread("server", recording::Part::server);
    int64_t now = 100;
    builder.lines(R"(
        1..2  server  socket(AF_INET, SOCK_STREAM) = 3
        3..4  server  listen(3, 4096) = 0
        5..6  server  getsockname(3) = 0 :7000
    )");
    for (int i = 0; i < clients; ++i, now += 100) {
        builder.lines_after(now, R"(
            0..5    client %d  socket(AF_INET, SOCK_STREAM) = 3
            10..20  client %d  connect(3, :7000) = 0
            25..26  client %d  getsockname(3) = 0 :%d
            30..35  server     accept(3) = %d :%d
        )", i, i, i, 30'000 + i, 4 + i, 30'000 + i);
    }
    std::mt19937 random(2);
    for (size_t i = 0; i < million / 4; ++i, now += 100) {
        const int client = int(random() % clients);
        builder.call(uint16_t(client + 1), Call::send, now, now + 10, 3, 20, 20);
        builder.call(server, Call::recv, now - 30, now + 15, 4 + client, 20, 4096);
        builder.call(server, Call::send, now + 20, now + 30, 4 + client, 20, 20);
        builder.call(uint16_t(client + 1), Call::recv, now + 11, now + 40, 3, 20, 4096);
    }
    for (int i = 0; i < clients; ++i)
        builder.in_flight(uint16_t(i + 1), Call::recv, now, 3, 4096);
    return builder.batch();
}

} // namespace

class ReplayBench : public QObject {
    Q_OBJECT
private slots:
    void initTestCase()
    {
        m_crowd.append(crowd(million));
        m_thousand.append(thousand());
        m_of_crowd = std::make_unique<Replay>(m_crowd);
        m_of_thousand = std::make_unique<Replay>(m_thousand);
    }
    void memory_per_event()
    {
        const auto used = [] { const auto info = mallinfo2(); return info.uordblks + info.hblkhd; };
        const size_t before = used();
        const Replay replay(m_crowd);
        QTest::setBenchmarkResult(qreal(used() - before) / qreal(m_crowd.events().size()), QTest::BytesAllocated);
    }
    void follow_a_million_data() { recordings(); }
    void follow_a_million()
    {
        const trace::Trace &trace = chosen().trace();
        QBENCHMARK { Replay replay(trace); }
    }
    void any_instant_data() { recordings(); }
    void any_instant()
    {
        std::mt19937 random(3);
        const size_t size = chosen().trace().events().size();
        QBENCHMARK { chosen().at(chosen().step(random() % size)); }
    }
    void next_step_data() { recordings(); }
    void next_step()
    {
        replay::Instant instant = chosen().step(million / 2);
        QBENCHMARK {
            instant = chosen().next(instant);
            chosen().at(instant);
        }
    }
    void last_data() { recordings(); }
    void last() { QBENCHMARK { chosen().at(chosen().last()); } }
    void totals_data() { recordings(); }
    void totals()
    {
        std::mt19937 random(4);
        const size_t size = chosen().trace().events().size();
        QBENCHMARK { replay::totals(chosen(), chosen().step(random() % size)); }
    }
    // 300 events more, in order, and with some that belong before the last ones known.
    void grow_data()
    {
        QTest::addColumn<int>("late");
        QTest::newRow("in order") << 0;
        QTest::newRow("late") << 100;
    }
    void grow()
    {
        QFETCH(int, late);
        trace::Trace trace;
        trace::Batch whole = crowd(million + 300'000);
        trace::Batch begin = whole;
        begin.events.assign(whole.events.begin(), whole.events.begin() + ptrdiff_t(million));
        trace.append(std::move(begin));
        Replay replay(trace);
        size_t next = million;
        QBENCHMARK {
            trace::Batch batch;
            batch.events.assign(whole.events.begin() + ptrdiff_t(next), whole.events.begin() + ptrdiff_t(next + 300));
            next += 300;
            const size_t first = trace.append(std::move(batch));
            replay.extend(first - size_t(late));
        }
    }

private:
    void recordings()
    {
        QTest::addColumn<bool>("many_threads");
        QTest::newRow("50 clients of select()") << false;
        QTest::newRow("1000 clients") << true;
    }
    const Replay &chosen() const
    {
        const bool *const many = static_cast<bool *>(QTest::qData("many_threads", qMetaTypeId<bool>()));
        return *many ? *m_of_thousand : *m_of_crowd;
    }

    trace::Trace m_crowd, m_thousand;
    std::unique_ptr<Replay> m_of_crowd, m_of_thousand;
};

QTEST_GUILESS_MAIN(ReplayBench)
#include "replay_bench.moc"
