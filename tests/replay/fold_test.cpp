// SPDX-License-Identifier: MIT
// A server that asks with select() and a timeout of 0, again and again: its folded recording tells what the unfolded one
// does, wherever both have an event.
#include "calls/verbs.h"
#include "recording/builder.h"
#include "replay/replay.h"
#include "room.h"
#include "trace/clock.h"
#include "trace/recorder.h"

#include <QRegularExpression>

#include <random>

using namespace recording;
using namespace replay;
using trace::Slot;

namespace {

constexpr int allset = 0, readfds = 1, allwrite = 2, writefds = 3, maxfd = 4; // the server's variables

// The same calls, written down one by one and by a recorder that folds.
class Twice {
public:
    explicit Twice(unsigned seed) : m_random(seed)
    {
        for (Builder *builder : {&m_plain, &m_folded})
            builder->thread("server", recording::Part::server, {"allset", "readfds", "allwrite", "writefds", "maxfd"});
        for (const int set : {allset, allwrite})
            step(Call::fd_zero, -1, set);
    }
    void run(int rounds)
    {
        for (int i = 0; i < rounds; ++i) {
            const int what = random(6);
            if (what == 0) {
                step(random(1) ? Call::fd_set : Call::fd_clr, 3 + random(40), random(1) ? allset : allwrite);
            } else if (what == 1) {
                step(Call::number_assigned, -1, maxfd, 50);
            } else if (what == 2) {
                step(Call::set_assigned, readfds, writefds); // of one that select() overwrites
            } else {
                const int set = random(1) ? readfds : writefds;
                const bool both = random(9) == 0; // the other is not passed: its assignments are kept one by one
                for (int idle = random(5) ? random(50) : 0; idle > 0; --idle)
                    ask(set, both, 0);
                if (random(1))
                    ask(set, both, 2);
            }
        }
        step(Call::fd_zero, -1, allset);
        m_recorder.ring().drain([&](const Event &event, uint32_t, const uint64_t *, size_t) { keep(m_folded, event); },
                         [](const Event &, uint32_t, const uint64_t *, size_t) { qFatal("left in flight"); });
    }
    trace::Trace plain() { return m_plain.trace(); }
    trace::Trace folded() { return m_folded.trace(); }

private:
    int random(int most) { return int(m_random() % unsigned(most + 1)); }
    static void keep(Builder &builder, const Event &event)
    {
        builder.call(0, event.call, event.begin, event.end) = event;
    }
    void step(Call call, int fd, int variable, int64_t length = 0)
    {
        Slot slot;
        slot.call = call;
        slot.fd = fd;
        slot.length = length;
        slot.flags = uint32_t(variable);
        m_recorder.write(slot);
        slot.begin = slot.end = trace::now();
        keep(m_plain, trace::as_event(slot, 0));
    }
    // `set` is assigned, and perhaps the other; select() on `set` answers `ready`.
    void ask(int set, bool both, int ready)
    {
        for (const int to : {readfds, writefds})
            if (to == set || both)
                step(Call::set_assigned, to == readfds ? allset : allwrite, to);
        Slot select;
        select.call = Call::select;
        select.fd = 50;
        using namespace trace::select_flags;
        select.flags = set == readfds ? passed(readfds) : passed(none, writefds);
        select.words[0] = 0xff0;
        const uint64_t answered = ready ? 0x30 : 0;
        const trace::Recorder::Outcome outcome{.result = ready, .words = &answered, .count = 1};
        const int64_t begin = trace::now();
        if (!m_recorder.repeats(select)) {
            m_recorder.close(m_recorder.open(select), outcome);
            select.begin = begin;
        } else {
            select.begin = begin;
            m_recorder.close_repeated(select, outcome, trace::now());
        }
        select.end = trace::now();
        select.result = ready;
        select.words[1] = answered;
        keep(m_plain, trace::as_event(select, 0));
    }

    Builder m_plain, m_folded;
    trace::Recorder m_recorder{0, 1 << 14};
    std::mt19937 m_random;
};

// Events that no fold can stand for.
std::vector<size_t> alone(const trace::Trace &trace)
{
    std::vector<size_t> all;
    for (size_t i = 0; i < trace.events().size(); ++i)
        if (!calls::in_vain(trace.events()[i]) && trace.events()[i].call != Call::set_assigned)
            all.push_back(i);
    return all;
}

} // namespace

class FoldTest : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(".*")); }

    void folded_and_unfolded_tell_the_same()
    {
        for (unsigned seed = 0; seed < 40; ++seed) {
            Twice twice(seed);
            twice.run(60);
            const trace::Trace plain = twice.plain(), folded = twice.folded();
            QVERIFY(folded.events().size() < plain.events().size() / 2);
            const std::vector<size_t> a = alone(plain), b = alone(folded);
            QCOMPARE(a.size(), b.size());
            const Replay one(plain), other(folded);
            for (size_t i = 0; i < a.size(); ++i) {
                const Event &first = plain.events()[a[i]], &second = folded.events()[b[i]];
                QCOMPARE(first.call, second.call);
                const Instant at{first.end, a[i] + 1}, there{second.end, b[i] + 1};
                const World world = one.at(at), same = other.at(there);
                QCOMPARE(same.sets.size(), world.sets.size());
                for (const Set &set : world.sets)
                    QVERIFY2(same.set(set.thread, set.name) && same.set(set.thread, set.name)->now == set.now,
                             qPrintable(QString("seed %1, event %2: %3").arg(seed).arg(a[i]).arg(QString::fromStdString(set.name))));
                QCOMPARE(same.threads[0].state, world.threads[0].state);
                const Totals::Row row = totals(one, at).rows[0], sum = totals(other, there).rows[0];
                QCOMPARE(sum.system_calls, row.system_calls);
                QCOMPARE(sum.failed_polls, row.failed_polls);
                QCOMPARE(sum.waiting, 0);
            }
        }
    }

    // While it goes on, the last select() is the call that the thread is in, and its set is as it was assigned.
    void an_idle_server_is_in_select()
    {
        Builder builder;
        builder.thread("server", recording::Part::server, {"allset", "readfds"});
        builder.lines(R"(
            10  server  FD_SET(3, &allset)
            20  server  readfds = allset
        )");
        builder.lines(R"(
            30..90  server  select(4, readfds {3}, NULL, NULL, 0) = 0 × 100 …
            85      server  readfds = allset × 99 …
        )");
        const trace::Trace trace = builder.trace();
        const Replay replay(trace);
        const World world = replay.at(replay.last());
        QVERIFY(world.threads[0].call);
        QCOMPARE(world.threads[0].call->call, Call::select);
        QVERIFY(world.threads[0].repeats());
        QCOMPARE(world.threads[0].polls.front().count, 100u); // all by now
        QCOMPARE(world.threads[0].state, State::running);
        QCOMPARE(world.threads[0].known, Known::derived);
        QVERIFY(world.set(0, "readfds")->now.test(3));
        QCOMPARE(world.selections.size(), 1u);
        QCOMPARE(world.phases.size(), 1u); // nothing has come yet
    }
};

ROOM_TEST(FoldTest)
#include "fold_test.moc"
