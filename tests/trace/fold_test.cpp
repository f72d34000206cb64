// SPDX-License-Identifier: MIT
// Polls in vain: equal ones become one event with their exact number, and what belongs to them folds with them.
#include "room.h"
#include "trace/drained.h"

#include <QRegularExpression>

#include <algorithm>
#include <cerrno>
#include <thread>

using namespace drained;
using trace::Folding;

namespace {

// Over at `end`, in vain.
Slot kept(Slot slot, int64_t begin, int64_t end)
{
    slot.begin = begin;
    slot.end = -end;
    slot.result = -1;
    slot.error = EAGAIN;
    return slot;
}

} // namespace

class FoldTest : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(".*")); }

    void equal_failing_polls_become_one_event_with_their_exact_number()
    {
        Recorder recorder(0, 64);
        for (int i = 0; i < 1000; ++i)
            poll_once(recorder, 4, -1, EAGAIN);
        auto seen = drain(recorder);
        QCOMPARE(seen.complete.size(), 0u);
        QCOMPARE(seen.in_flight.size(), 1u); // it may still grow
        QCOMPARE(seen.in_flight[0].count, 1000u);
        QVERIFY(seen.in_flight[0].end >= seen.in_flight[0].begin);
        poll_once(recorder, 4, 5, 0);
        for (int i = 0; i < 7; ++i)
            poll_once(recorder, 4, -1, EAGAIN);
        poll_once(recorder, 6, -1, EAGAIN); // another descriptor: not the same
        recorder.write(asked(Call::fd_zero, -1));
        seen = drain(recorder);
        QCOMPARE(seen.in_flight.size(), 0u);
        QCOMPARE(seen.complete.size(), 5u);
        QCOMPARE(seen.complete[0].count, 1000u);
        QCOMPARE(seen.complete[0].error, uint8_t(EAGAIN));
        QCOMPARE(seen.complete[1].result, 5);
        QCOMPARE(seen.complete[2].count, 7u);
        QCOMPARE(seen.complete[3].count, 1u);
        QCOMPARE(seen.complete[3].fd, 6);
        QCOMPARE(seen.complete[3].words[0], 0u);
    }

    void what_is_kept_is_counted_until_it_is_finished()
    {
        Folding folding(64);
        QVERIFY(!folding.any() && !folding.kept_like(asked(Call::recv, 4)));
        Slot first = kept(asked(Call::recv, 4), 10, 20), other = kept(asked(Call::recv, 4, 7), 50, 60);
        QVERIFY(!folding.count(first, EAGAIN, 30)); // nothing to be counted to
        folding.keep(first);
        QVERIFY(folding.any());
        QCOMPARE(folding.kept_like(asked(Call::recv, 4)), &first);
        for (const Slot &unlike : {asked(Call::recv, 5), asked(Call::read, 4), other})
            QVERIFY(!folding.kept_like(unlike) && !folding.count(unlike, EAGAIN, 30));
        QVERIFY(folding.count(first, EAGAIN, 30) && folding.count(first, EAGAIN, 40));
        QVERIFY(!folding.count(first, EMFILE, 45)); // it ended otherwise
        QCOMPARE(first.count, 3u);
        QCOMPARE(first.end, -40);
        folding.keep(other); // in its place
        QCOMPARE(first.end, 40);
        QCOMPARE(other.end, -60);
        folding.finish();
        QCOMPARE(other.end, 60);
        QVERIFY(!folding.any() && !folding.kept_like(other));
        folding.finish();
        QCOMPARE(other.end, 60);
    }

    void no_number_is_too_large()
    {
        Folding folding(64);
        Slot full = kept(asked(Call::recv, 4), 10, 20);
        full.count = UINT32_MAX;
        folding.keep(full);
        QVERIFY(!folding.count(full, EAGAIN, 30));
        QCOMPARE(full.count, UINT32_MAX);
        QCOMPARE(full.end, -20);
    }

    void datagrams_to_another_are_another_call()
    {
        Recorder recorder(0, 64);
        for (const uint64_t port : {7, 7, 7, 8, 8}) {
            Slot to = asked(Call::sendto, 4, 100);
            to.words[1] = port;
            const uint64_t words[2] = {0, port};
            make(recorder, to, {.result = -1, .error = EAGAIN, .words = words, .count = 2});
        }
        recorder.write(asked(Call::fd_zero, -1));
        const auto seen = drain(recorder);
        QCOMPARE(seen.complete.size(), 3u);
        QCOMPARE(seen.complete[0].count, 3u);
        QCOMPARE(seen.complete[0].words[1], 7u);
        QCOMPARE(seen.complete[1].count, 2u);
        QCOMPARE(seen.complete[1].words[1], 8u);
    }

    void a_fold_goes_on_over_a_drain()
    {
        Recorder recorder(0, 64);
        poll_once(recorder, 4, -1, EAGAIN);
        const auto begun = drain(recorder);
        QCOMPARE(begun.in_flight.size(), 1u);
        poll_once(recorder, 4, -1, EAGAIN);
        poll_once(recorder, 4, -1, EAGAIN);
        const auto later = drain(recorder);
        QCOMPARE(later.complete.size(), 0u);
        QCOMPARE(later.in_flight.size(), 1u);
        QCOMPARE(later.in_flight[0].count, 3u);
        QCOMPARE(later.in_flight[0].begin, begun.in_flight[0].begin);
        QVERIFY(later.in_flight[0].end >= begun.in_flight[0].end);
        poll_once(recorder, 4, -1, EAGAIN);
        poll_once(recorder, 4, 5, 0);
        const auto over = drain(recorder);
        QCOMPARE(over.in_flight.size(), 0u);
        QCOMPARE(over.complete.size(), 2u);
        QCOMPARE(over.complete[0].count, 4u);
        QCOMPARE(over.complete[0].begin, begun.in_flight[0].begin);
        QVERIFY(over.complete[0].end >= later.in_flight[0].end && over.complete[0].end <= over.complete[1].begin);
        QCOMPARE(drain(recorder).complete.size(), 0u);
    }

    void a_reader_beside_loses_no_poll()
    {
        constexpr int rounds = 20'000;
        Recorder recorder(0, 1 << 18);
        std::atomic<bool> over{false};
        std::thread writer([&] {
            for (int i = 0; i < rounds; ++i)
                for (int fd = 3; fd < 6; ++fd)
                    poll_once(recorder, fd, i % 100 == 99 && fd == 5 ? 1 : -1, EAGAIN);
            recorder.write(asked(Call::fd_zero, -1));
            over = true;
        });
        uint64_t polls = 0;
        bool plausible = true;
        const auto read = [&] {
            const auto seen = drain(recorder);
            for (const Event &event : seen.complete)
                polls += event.call == Call::recv ? event.count : 0;
            for (const Event &event : seen.in_flight) // in flight, or so many so far
                plausible = plausible && event.begin > 0 && event.count > 0 && (event.end == 0 ? event.count == 1 : event.end >= event.begin);
        };
        while (!over)
            read();
        writer.join();
        read();
        QVERIFY(plausible);
        QCOMPARE(polls, uint64_t(3 * rounds));
        QCOMPARE(recorder.ring().dropped(), 0u);
    }

    void polls_that_take_turns_are_counted_each()
    {
        Recorder recorder(0, 512, 256);
        for (int round = 0; round < 1000; ++round)
            for (int fd = 3; fd < 103; ++fd)
                poll_once(recorder, fd, -1, EAGAIN);
        for (int fd = 3; fd < 53; ++fd)
            poll_once(recorder, fd, -1, EAGAIN);
        auto seen = drain(recorder);
        QCOMPARE(seen.complete.size(), 0u);
        QCOMPARE(seen.in_flight.size(), 100u);
        poll_once(recorder, 60, 5, 0); // data: with it all of them end
        seen = drain(recorder);
        QCOMPARE(seen.in_flight.size(), 0u);
        QCOMPARE(seen.complete.size(), 101u);
        for (int i = 0; i < 100; ++i) {
            QCOMPARE(seen.complete[size_t(i)].fd, 3 + i);
            QCOMPARE(seen.complete[size_t(i)].count, i < 50 ? 1001u : 1000u);
        }
        QCOMPARE(seen.complete[100].result, 5);
        QCOMPARE(recorder.ring().dropped(), 0u);
    }

    void polls_that_multiplex_fold_while_they_ask_the_same_data()
    {
        QTest::addColumn<Call>("call");
        QTest::addColumn<int>("nfds");
        QTest::addRow("select, one word") << Call::select << 5;
        QTest::addRow("select, long sets") << Call::select << 1000;
        QTest::addRow("poll, one") << Call::poll << 1;
        QTest::addRow("poll, many") << Call::poll << 16;
        QTest::addRow("epoll_wait") << Call::epoll_wait << 9;
    }
    void polls_that_multiplex_fold_while_they_ask_the_same()
    {
        QFETCH(Call, call);
        QFETCH(int, nfds);
        Recorder recorder(0, 64);
        const bool asks = call != Call::epoll_wait, one_word = nfds < 6;
        const size_t count = one_word ? 1 : 16;
        uint64_t words[16], answer[16];
        const auto poll = [&](int fd, int result) { // what was asked stands in `words`
            for (size_t i = 0; i < count; ++i) {
                words[i] += uint64_t(fd) << 32;
                answer[i] = call == Call::poll ? words[i] | uint64_t(result > 0) : result > 0 ? words[i] : 0;
            }
            Slot event = asked(call, nfds);
            event.flags = uint32_t((call == Call::select ? 0xffff00 : 0) | (one_word ? 0 : trace::payload_elsewhere));
            if (one_word)
                event.words[0] = words[0];
            const uint64_t *given = asks && !one_word ? words : nullptr;
            const size_t room = one_word ? 0 : count;
            make(recorder, event, {.result = result, .words = answer, .count = asks || result > 0 ? count : 0}, given, room);
        };
        for (size_t i = 0; i < 16; ++i)
            words[i] = uint64_t(3 + i) << 32 | 1 << 16;
        for (int i = 0; i < 1000; ++i)
            poll(0, 0);
        auto seen = drain(recorder);
        QCOMPARE(seen.complete.size(), 0u);
        QCOMPARE(seen.in_flight.size(), 1u);
        QCOMPARE(seen.in_flight[0].count, 1000u);
        QCOMPARE(seen.in_flight[0].result, 0);
        QVERIFY(seen.in_flight[0].end >= seen.in_flight[0].begin);
        poll(0, 1);
        poll(0, 0);
        poll(asks, 0); // asks for others
        for (int i = 0; i < 6; ++i)
            poll(0, 0);
        recorder.write(asked(Call::fd_zero, -1));
        seen = drain(recorder);
        QCOMPARE(seen.in_flight.size(), 0u);
        QCOMPARE(seen.complete.size(), asks ? 5u : 4u);
        QCOMPARE(seen.complete[0].count, 1000u);
        QCOMPARE(seen.complete[1].count, 1u);
        QCOMPARE(seen.complete[1].result, 1);
        QCOMPARE(seen.complete[2].count, asks ? 1u : 8u);
        if (asks)
            QCOMPARE(seen.complete[3].count, 7u);
        for (size_t i = 0; asks && i < 4; ++i) {
            const Event &event = seen.complete[i];
            const std::vector<uint64_t> all = one_word ? std::vector(event.words, event.words + 2) : seen.words[i];
            QCOMPARE(all.size(), 2 * count);
            for (size_t word = 0; word < count; ++word) {
                const uint64_t was = (uint64_t(3 + word + (i == 3)) << 32) | 1 << 16;
                QCOMPARE(all[word], was);
                QCOMPARE(all[count + word], event.result > 0 ? (call == Call::poll ? was | 1 : was) : call == Call::poll ? was : 0u);
            }
        }
    }

    void assignments_to_the_set_of_a_folded_select_fold_with_it()
    {
        Recorder recorder(0, 64);
        Slot select = asked(Call::select, 5);
        select.flags = trace::select_flags::passed(1); // reads variable 1
        select.words[0] = 8;
        Slot assigned = asked(Call::set_assigned, 0); // from variable 0
        assigned.flags = 1;
        const auto round = [&] {
            recorder.write(assigned);
            make(recorder, select, {.result = 0});
        };
        for (int i = 0; i < 1000; ++i)
            round();
        recorder.write(assigned);
        QCOMPARE(drain(recorder).complete.size(), 1u);
        Slot kept = assigned; // from the set that select() overwrites: it gives another value each time
        kept.fd = 1;
        kept.flags = 2;
        recorder.write(kept);
        auto seen = drain(recorder);
        QCOMPARE(seen.complete.size(), 3u);
        QCOMPARE(seen.in_flight.size(), 0u);
        std::ranges::stable_sort(seen.complete, {}, &Event::end);
        QCOMPARE(seen.complete[0].call, Call::select);
        QCOMPARE(seen.complete[0].count, 1000u);
        QCOMPARE(seen.complete[1].call, Call::set_assigned);
        QCOMPARE(seen.complete[1].count, 1000u);
        QCOMPARE(seen.complete[1].begin, seen.complete[1].end); // the last one's moment
        QCOMPARE(seen.complete[1].words[0], 0u);
        QCOMPARE(seen.complete[2].fd, 1);
        round();
        kept.flags = 1;
        recorder.write(kept);
        QCOMPARE(drain(recorder).complete.size(), 3u);
        for (int i = 0; i < 3; ++i) {
            round();
            recorder.write(asked(Call::fd_set, 4)); // something else: nothing folds over it
        }
        seen = drain(recorder);
        QCOMPARE(seen.complete.size(), 9u);
        QVERIFY(std::ranges::all_of(seen.complete, [](const Event &event) { return event.count == 1; }));
    }
};

ROOM_TEST(FoldTest)
#include "fold_test.moc"
