// SPDX-License-Identifier: MIT
// The ring: what one thread puts down another takes, whole, in order, completely or counted as lost.
#include "room.h"
#include "trace/drained.h"

#include <QRegularExpression>

#include <algorithm>
#include <atomic>
#include <thread>

using namespace drained;

namespace {

Slot *put(Ring &ring, int fd)
{
    const int64_t time = trace::now();
    return ring.put(asked(Call::fd_set, fd), time, time);
}

} // namespace

class RingTest : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(".*")); }

    void a_full_ring_counts_what_it_drops_and_recovers()
    {
        Ring ring(0, 8);
        QCOMPARE(ring.take_loss().events, 0u);
        const int64_t before = trace::now();
        for (int i = 0; i < 20; ++i)
            put(ring, i);
        QCOMPARE(ring.dropped(), 12u);
        auto seen = drain(ring);
        const Ring::Loss loss = ring.take_loss();
        QCOMPARE(loss.events, 12u);
        QVERIFY(before <= seen.complete[7].end && seen.complete[7].end <= loss.since && loss.since <= loss.until && loss.until <= trace::now());
        QCOMPARE(ring.take_loss().events, 0u);
        QCOMPARE(seen.complete.size(), 8u);
        QCOMPARE(seen.complete[7].fd, 7);
        for (int round = 0; round < 5; ++round) {
            for (int i = 0; i < 6; ++i)
                put(ring, 100 + i);
            seen = drain(ring);
            QCOMPARE(seen.complete.size(), 6u);
            QCOMPARE(seen.complete[5].fd, 105);
        }
        QCOMPARE(ring.dropped(), 12u);
    }

    void a_call_in_flight_keeps_its_slot_and_those_behind_it()
    {
        Ring ring(3, 8);
        for (int lap = 0; lap < 20; ++lap) { // begins at each slot in turn
            Slot *sleeps = ring.open(asked(Call::recv, lap));
            for (int i = 0; i < 9; ++i)
                QCOMPARE(put(ring, i) != nullptr, i < 7);
            auto seen = drain(ring);
            QCOMPARE(seen.complete.size(), 7u);
            QCOMPARE(seen.in_flight.size(), 1u);
            QVERIFY(!put(ring, 9)); // it is the first of them: none is free
            Ring::end(*sleeps, trace::now());
            seen = drain(ring);
            QCOMPARE(seen.complete.size(), 1u);
            QCOMPARE(seen.complete[0].fd, lap);
            QCOMPARE(seen.complete[0].thread, 3);
            QVERIFY(put(ring, 10)); // one slot further than the lap before
            QCOMPARE(drain(ring).complete.size(), 1u);
        }
        QCOMPARE(ring.dropped(), 20u * 3);
    }

    void what_may_go_on_is_in_flight_with_its_number()
    {
        Ring ring(0, 8);
        Slot *slot = ring.open(asked(Call::recv, 4, 100));
        slot->result = -1;
        Ring::end(*slot, -(slot->begin + 5));
        slot->count = 3;
        auto seen = drain(ring);
        QCOMPARE(seen.complete.size(), 0u);
        QCOMPARE(seen.in_flight.size(), 1u);
        QCOMPARE(seen.in_flight[0].count, 3u);
        QCOMPARE(seen.in_flight[0].result, -1);
        QCOMPARE(seen.in_flight[0].end, slot->begin + 5);
        Ring::end(*slot, -slot->end);
        seen = drain(ring);
        QCOMPARE(seen.complete.size(), 1u);
        QCOMPARE(seen.in_flight.size(), 0u);
        QCOMPARE(seen.complete[0].count, 3u);
        QCOMPARE(seen.complete[0].end, seen.complete[0].begin + 5);
    }

    void a_payload_goes_around_the_end()
    {
        Ring ring(0, 16);
        uint64_t words[16];
        for (int round = 0; round < 20; ++round) {
            for (size_t i = 0; i < 16; ++i)
                words[i] = uint64_t(round) * 100 + i;
            Slot event = asked(Call::select, 1000);
            event.flags = 0xffff00 | trace::payload_elsewhere;
            Slot *slot = ring.open(event, words, 16); // of 5
            QVERIFY(slot && ring.asks(*slot, words, 16));
            const auto before = drain(ring);
            QCOMPARE(before.in_flight.size(), 1u);
            words[3] += 50;
            QVERIFY(!ring.asks(*slot, words, 16));
            ring.answer(*slot, words, round % 2 ? 16 : 8); // what is not answered is 0
            Ring::end(*slot, trace::now());
            const auto seen = drain(ring);
            QCOMPARE(seen.words.size(), 1u);
            QCOMPARE(seen.words[0].size(), 32u);
            for (size_t i = 0; i < 16; ++i) {
                const uint64_t was = uint64_t(round) * 100 + i;
                QCOMPARE(seen.words[0][i], was);
                QCOMPARE(seen.words[0][16 + i], i < 8 || round % 2 ? was + (i == 3 ? 50 : 0) : 0);
            }
        }
    }

    void every_event_of_a_fast_writer_is_read_or_counted()
    {
        Ring ring(0, 256);
        constexpr uint64_t total = 100'000;
        std::atomic<bool> over{false};
        std::thread writer([&] {
            for (uint64_t i = 0; i < total; ++i)
                put(ring, int(i));
            over = true;
        });
        uint64_t read = 0;
        while (!over)
            read += drain(ring).complete.size();
        writer.join();
        read += drain(ring).complete.size();
        QCOMPARE(read + ring.dropped(), total);
    }

    // Also under the thread sanitizer: calls, steps and payloads, in a ring that runs full.
    void a_reader_beside_the_writer_sees_no_half_event()
    {
        constexpr uint64_t total = 60'000;
        Ring ring(0, 512);
        std::atomic<bool> over{false};
        std::thread writer([&] {
            for (uint64_t i = 0; i < total; ++i) {
                if (i % 3 == 0) {
                    put(ring, int(i));
                } else if (i % 3 == 1) {
                    if (Slot *slot = ring.open(asked(Call::recv, int(i), int64_t(i)))) {
                        slot->result = int(i);
                        slot->words[0] = slot->words[1] = i;
                        Ring::end(*slot, trace::now());
                    }
                } else {
                    Slot poll = asked(Call::poll, int(i), int64_t(i));
                    poll.flags = trace::payload_elsewhere;
                    const uint64_t words[5] = {i, i + 1, i + 2, i + 3, i + 4};
                    if (Slot *slot = ring.open(poll, words, 5)) {
                        ring.answer(*slot, words, 5);
                        slot->result = int(i);
                        Ring::end(*slot, trace::now());
                    }
                }
            }
            over = true;
        });
        uint64_t read = 0;
        int last = -1;
        bool whole = true, in_order = true;
        const auto take = [&] {
            const auto seen = drain(ring);
            for (size_t n = 0; n < seen.complete.size(); ++n) {
                const Event &event = seen.complete[n];
                const auto is = uint64_t(event.fd);
                in_order = in_order && event.fd > last;
                last = event.fd;
                whole = whole && event.begin > 0 && event.end >= event.begin && event.count == 1;
                if (event.call == Call::recv)
                    whole = whole && event.result == event.fd && event.length == event.fd && event.words[0] == is && event.words[1] == is;
                for (size_t i = 0; i < seen.words[n].size(); ++i)
                    whole = whole && event.result == event.fd && seen.words[n][i] == is + i % 5;
                whole = whole && seen.words[n].size() == (event.call == Call::poll ? 10 : 0);
            }
            for (const Event &event : seen.in_flight) // never a step: it is written at once
                whole = whole && event.call != Call::fd_set && event.begin > 0 && event.end == 0 && event.length == event.fd;
            read += seen.complete.size();
        };
        while (!over)
            take();
        writer.join();
        take();
        QVERIFY(whole);
        QVERIFY(in_order);
        QCOMPARE(read + ring.dropped(), total);
    }
};

ROOM_TEST(RingTest)
#include "ring_test.moc"
