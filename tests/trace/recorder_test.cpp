// SPDX-License-Identifier: MIT
// The recorder: what is written is read, in order, completely or counted; and a signal handler may come in between.
#include "room.h"
#include "trace/drained.h"
#include "trace/trace.h"

#include <QRegularExpression>

#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <new>
#include <thread>

using namespace drained;

namespace {

std::atomic<size_t> allocations{0};
Recorder *interrupted = nullptr;
constexpr int handler_events = 3;

void handler(int)
{
    for (int i = 0; i < handler_events; ++i)
        interrupted->close(interrupted->open(asked(Call::send, 7)), {.result = 1});
}

} // namespace

void *operator new(size_t size)
{
    allocations.fetch_add(1, std::memory_order_relaxed);
    if (void *memory = std::malloc(size))
        return memory;
    throw std::bad_alloc();
}
void *operator new(size_t size, const std::nothrow_t &) noexcept
{
    allocations.fetch_add(1, std::memory_order_relaxed);
    return std::malloc(size);
}
// Not inlined: GCC takes the free() that it then sees for one that does not belong to the new before it.
[[gnu::noinline]] void operator delete(void *memory) noexcept { std::free(memory); }
[[gnu::noinline]] void operator delete(void *memory, size_t) noexcept { std::free(memory); }

class RecorderTest : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(".*")); }

    void a_call_is_seen_in_flight_and_then_complete()
    {
        Recorder recorder(4, 16);
        Slot *slot = recorder.open(asked(Call::recv, 5, 1024));
        auto seen = drain(recorder);
        QCOMPARE(seen.complete.size(), 0u);
        QCOMPARE(seen.in_flight.size(), 1u);
        QCOMPARE(seen.in_flight[0].call, Call::recv);
        QCOMPARE(seen.in_flight[0].length, 1024);
        QCOMPARE(seen.in_flight[0].end, 0);
        QVERIFY(seen.in_flight[0].begin > 0);
        const uint64_t preview[2] = {0x636261, 0};
        recorder.close(slot, {.result = 3, .words = preview, .count = 2});
        seen = drain(recorder);
        QCOMPARE(seen.in_flight.size(), 0u);
        QCOMPARE(seen.complete.size(), 1u);
        const Event &event = seen.complete[0];
        QCOMPARE(event.thread, 4);
        QCOMPARE(event.result, 3);
        QCOMPARE(event.words[0], 0x636261u);
        QCOMPARE(event.count, 1u);
        QVERIFY(event.end >= event.begin);
        QCOMPARE(drain(recorder).complete.size(), 0u);
    }

    void a_sleeping_call_does_not_hide_those_of_its_signal_handler()
    {
        Recorder recorder(0, 8);
        Slot *outer = recorder.open(asked(Call::recv, 3));
        recorder.close(recorder.open(asked(Call::send, 4)), {.result = 1});
        auto seen = drain(recorder);
        QCOMPARE(seen.complete.size(), 1u);
        QCOMPARE(seen.in_flight.size(), 1u);
        recorder.close(outer, {.result = 0});
        seen = drain(recorder);
        QCOMPARE(seen.complete.size(), 1u);
        QCOMPARE(seen.complete[0].call, Call::recv);
    }

    void epoll_wait_keeps_what_it_told_and_no_more()
    {
        Recorder recorder(0, 64);
        uint64_t words[40];
        for (const int told : {0, 1, 2, 3, 40, -1}) {
            Slot event = asked(Call::epoll_wait, 9, -1);
            event.flags = 40 | trace::payload_elsewhere;
            Slot *slot = recorder.open(event, nullptr, 40);
            QVERIFY(slot);
            const auto before = drain(recorder);
            QCOMPARE(before.in_flight.size(), 1u);
            QVERIFY(!trace::has_words_elsewhere(before.in_flight[0]));
            for (int i = 0; i < told; ++i)
                words[i] = uint64_t(100 + i);
            recorder.close(slot, {.result = told, .error = told < 0 ? EINTR : 0, .words = words, .count = size_t(std::max(0, told))});
            const auto seen = drain(recorder);
            QCOMPARE(seen.complete.size(), 1u);
            const bool elsewhere = told > 2;
            QCOMPARE(trace::has_words_elsewhere(seen.complete[0]), elsewhere);
            QCOMPARE(seen.words[0].size(), elsewhere ? size_t(told) : 0u);
            QCOMPARE(seen.complete[0].words[0], told == 1 || told == 2 ? uint64_t(100) : 0u);
            QCOMPARE(seen.complete[0].words[1], told == 2 ? uint64_t(101) : 0u);
            if (elsewhere)
                QCOMPARE(seen.words[0].back(), uint64_t(100 + told - 1));
        }
    }

    void a_reader_beside_the_writer_sees_everything_in_order()
    {
        constexpr int total = 200'000;
        Recorder recorder(0, 1 << 18);
        std::atomic<bool> over{false};
        std::thread writer([&] {
            for (int i = 0; i < total; ++i) {
                if (i % 3 == 0)
                    recorder.write(asked(Call::fd_isset, i));
                else
                    recorder.close(recorder.open(asked(Call::recv, i)), {.result = i});
            }
            over = true;
        });
        int next = 0;
        bool in_order = true;
        const auto read = [&] {
            for (const Event &event : drain(recorder).complete)
                in_order = in_order && event.fd == next++ && (event.call == Call::fd_isset || event.result == event.fd);
        };
        while (!over)
            read();
        writer.join();
        read();
        QVERIFY(in_order);
        QCOMPARE(next, total);
    }

    void a_signal_handler_may_record_in_the_middle_of_a_record()
    {
        Recorder recorder(0, 1 << 20);
        interrupted = &recorder;
        struct sigaction action{};
        action.sa_handler = handler;
        sigaction(SIGUSR1, &action, nullptr);
        std::atomic<bool> over{false};
        int written = 0;
        const pthread_t self = pthread_self();
        std::thread disturber([&] {
            while (!over) {
                pthread_kill(self, SIGUSR1);
                std::this_thread::yield();
            }
        });
        const size_t before = allocations;
        for (; written < 100'000; ++written) {
            if (written % 4 == 0)
                poll_once(recorder, 9, -1, EAGAIN);
            else
                recorder.close(recorder.open(asked(Call::recv, 3)), {.result = 2});
        }
        const size_t after = allocations;
        over = true;
        disturber.join();
        recorder.write(asked(Call::fd_zero, -1));
        uint64_t mine = 0, polls = 0, nested = 0;
        const auto seen = drain(recorder);
        for (const Event &event : seen.complete) {
            mine += event.call == Call::recv && event.fd == 3;
            polls += event.fd == 9 ? event.count : 0;
            nested += event.call == Call::send;
        }
        QCOMPARE(recorder.ring().dropped(), 0u);
        QCOMPARE(seen.in_flight.size(), 0u);
        QCOMPARE(mine, 75'000u);
        QCOMPARE(polls, 25'000u);
        QVERIFY(nested % handler_events == 0);
        QVERIFY(after - before < 1000); // the disturbing thread's start, not one for each record
    }

    void late_events_are_put_where_they_belong()
    {
        trace::Trace trace;
        const auto event = [](int64_t end) {
            Event e;
            e.call = Call::fd_set;
            e.begin = e.end = end;
            return e;
        };
        trace::Batch first, second;
        first.events = {event(10), event(20), event(30)};
        second.events = {event(15), event(40)};
        QCOMPARE(trace.append(first), 0u);
        QCOMPARE(trace.append(second), 1u);
        std::vector<int64_t> ends;
        for (const Event &e : trace.events())
            ends.push_back(e.end);
        QCOMPARE(ends, (std::vector<int64_t>{10, 15, 20, 30, 40}));
    }

    void a_thread_may_stand_for_several()
    {
        const auto begin = [](int64_t time, int tid) {
            Event e;
            e.call = Call::thread_begin;
            e.thread = 1;
            e.begin = e.end = time;
            e.length = tid;
            return e;
        };
        trace::Trace trace;
        trace.threads = {{"server", 0, trace::Job::main, 7, {}}, {"notification thread", 0, trace::Job::library, 13, {}}};
        trace::Batch first, late;
        first.events = {begin(10, 11), begin(30, 13)};
        late.events = {begin(20, 12)};
        trace.append(first);
        trace.append(late);
        QCOMPARE(trace.tid(0, 15), 7);
        for (const auto &[time, tid] : {std::pair(5, 11), {10, 11}, {19, 11}, {20, 12}, {29, 12}, {30, 13}, {99, 13}})
            QCOMPARE(trace.tid(1, time), tid);
        QCOMPARE(trace.tid(2, 15), 0);
    }
};

ROOM_TEST(RecorderTest)
#include "recorder_test.moc"
