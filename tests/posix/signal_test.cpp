// SPDX-License-Identifier: MIT
// A signal's handler is recorded wherever it comes: between any two instructions of the recorder, and at the gate. That takes
// no lock and no memory.
#include "archive/allocations.h"
#include "posix/context.h"
#include "posix/traced.h"
#include "posix/traced_signal.h"
#include "room.h"
#include "trace/recorder.h"

#include <QRegularExpression>

#include <atomic>
#include <cerrno>
#include <csignal>
#include <sys/syscall.h>
#include <thread>
#include <unistd.h>

using trace::Call;
using trace::Event;

namespace {

thread_local std::atomic<uint64_t> *t_entered = nullptr;

void on_signal(int, siginfo_t *, void *)
{
    t_entered->fetch_add(1, std::memory_order_relaxed);
    traced::fcntl(0, F_GETFD, 0);
    traced::fcntl(-1, F_GETFD, 0); // fails: errno must be as it was for those that are interrupted
}

void handle(int signal)
{
    struct sigaction action{};
    action.sa_sigaction = on_signal;
    action.sa_flags = SA_SIGINFO | SA_RESTART;
    sigemptyset(&action.sa_mask);
    QCOMPARE(traced::sigaction(signal, &action, nullptr), 0);
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, signal);
    QCOMPARE(traced::pthread_sigmask(SIG_UNBLOCK, &set, nullptr), 0);
}

// A timer that signals the calling thread every so many ns.
class Alarm {
public:
    Alarm(int signal, long ns)
    {
        sigevent event{};
        event.sigev_notify = SIGEV_THREAD_ID;
        event.sigev_signo = signal;
        event._sigev_un._tid = gettid();
        timer_create(CLOCK_MONOTONIC, &event, &m_timer);
        const itimerspec every{{0, ns}, {0, ns}};
        timer_settime(m_timer, 0, &every, nullptr);
    }
    ~Alarm() { timer_delete(m_timer); }
    Alarm(const Alarm &) = delete;
    Alarm &operator=(const Alarm &) = delete;

private:
    timer_t m_timer{};
};

struct Measure {
    explicit Measure(size_t size) : recorder(0, size) {}
    trace::Recorder recorder;
    posix::Pulse pulse;
    posix::Gate gate;
    std::atomic<uint64_t> entered{0};
    posix::Context context()
    {
        posix::Context context;
        context.recorder = &recorder;
        context.pulse = &pulse;
        context.gate = &gate;
        return context;
    }
    std::vector<Event> events()
    {
        std::vector<Event> all;
        recorder.ring().drain([&](const Event &event, uint32_t, const uint64_t *, size_t) { all.push_back(event); },
                       [](const Event &, uint32_t, const uint64_t *, size_t) {});
        return all;
    }
};

uint64_t count(const std::vector<Event> &events, Call call, int fd = INT_MIN)
{
    return uint64_t(std::ranges::count_if(events, [&](const Event &event) {
        return event.call == call && (fd == INT_MIN || event.fd == fd);
    }));
}

static_assert(std::atomic<uint64_t>::is_always_lock_free && std::atomic<int64_t>::is_always_lock_free
              && std::atomic<uint32_t>::is_always_lock_free && std::atomic<bool>::is_always_lock_free
              && std::atomic<trace::Slot *>::is_always_lock_free && std::atomic<int>::is_always_lock_free
              && std::atomic<Call>::is_always_lock_free);

} // namespace

class SignalTest : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(".*")); }

    void every_event_is_there_wherever_a_handler_comes()
    {
        Measure measure(1 << 20);
        std::vector<Event> events;
        std::atomic<bool> over{false};
        constexpr int wanted = 3000, most = 250'000; // handlers; calls of the main flow, three events of a handler's aside
        uint64_t calls = 0;
        bool errno_kept = true;
        std::thread thread([&] {
            t_entered = &measure.entered;
            const posix::Measured measured(measure.context());
            handle(SIGRTMIN + 5);
            const Alarm alarm(SIGRTMIN + 5, 20'000);
            for (; measure.entered < wanted && calls < most; ++calls) {
                errno = EISDIR;
                traced::fcntl(1, F_GETFD, 0);
                errno_kept = errno_kept && errno == EISDIR;
            }
            sigset_t set;
            sigemptyset(&set);
            sigaddset(&set, SIGRTMIN + 5);
            traced::pthread_sigmask(SIG_BLOCK, &set, nullptr);
            over = true;
        });
        const auto drain = [&] {
            for (const Event &event : measure.events())
                events.push_back(event);
        };
        while (!over)
            drain();
        thread.join();
        drain();
        QCOMPARE(measure.recorder.ring().dropped(), uint64_t(0));
        QVERIFY(measure.entered > 0);
        QVERIFY(errno_kept);
        QCOMPARE(count(events, Call::handler_begin), measure.entered.load());
        QCOMPARE(count(events, Call::handler_end), measure.entered.load());
        QCOMPARE(count(events, Call::fcntl, 1), calls);
        QCOMPARE(count(events, Call::fcntl, 0), measure.entered.load());
        QCOMPARE(count(events, Call::fcntl, -1), measure.entered.load());
        QCOMPARE(uint64_t(measure.pulse.handlers), measure.entered.load());
        int depth = 0;
        for (const Event &event : events) {
            depth += event.call == Call::handler_begin;
            depth -= event.call == Call::handler_end;
            QVERIFY(depth == 0 || depth == 1);
        }
    }

    void recording_a_handler_takes_no_memory()
    {
        if (!allocations::watched())
            QSKIP("a sanitizer has an allocator of its own");
        Measure measure(1 << 12);
        size_t taken = 1;
        std::thread thread([&] {
            t_entered = &measure.entered;
            const posix::Measured measured(measure.context());
            handle(SIGRTMIN + 6);
            pthread_kill(pthread_self(), SIGRTMIN + 6); // the first may meet what the C library does once
            allocations::forget();
            for (int i = 0; i < 100; ++i)
                pthread_kill(pthread_self(), SIGRTMIN + 6);
            taken = allocations::sum();
        });
        thread.join();
        QCOMPARE(measure.entered.load(), uint64_t(101));
        QCOMPARE(taken, size_t(0));
    }

    void a_handler_that_comes_at_the_gate_is_held_and_stepped_and_the_gate_is_not_forgotten()
    {
#if defined(__SANITIZE_THREAD__)
        QSKIP("the thread sanitizer delivers no signal while the thread waits at the gate");
#endif
        Measure measure(1 << 12);
        std::atomic<bool> ready{false};
        std::atomic<int> done{0};
        std::thread thread([&] {
            t_entered = &measure.entered;
            const posix::Measured measured(measure.context());
            handle(SIGRTMIN + 7);
            ready = true;
            ready.notify_all();
            while (!measure.gate.closed())
                std::this_thread::yield();
            traced::fcntl(1, F_GETFD, 0);
            done = 1;
            traced::fcntl(2, F_GETFD, 0);
            done = 2;
        });
        ready.wait(false);
        measure.gate.close();
        const auto held = [&] { return QTest::qWaitFor([&] { return measure.gate.waiting_since() != 0; }); };
        QVERIFY(held());
        const int64_t outer = measure.gate.waiting_since();
        pthread_kill(thread.native_handle(), SIGRTMIN + 7);
        QVERIFY(QTest::qWaitFor([&] { return measure.entered == 1 && measure.gate.waiting_since() > outer; })); // before its first call
        measure.gate.step();
        QVERIFY(QTest::qWaitFor([&] { return measure.pulse.calls >= 3 && measure.gate.waiting_since() > outer; })); // its second
        QCOMPARE(done.load(), 0);
        measure.gate.step();
        QVERIFY(QTest::qWaitFor([&] { return measure.gate.waiting_since() == outer; })); // the call that was held is held again
        QCOMPARE(done.load(), 0);
        measure.gate.step();
        QVERIFY(QTest::qWaitFor([&] { return done == 1; }));
        QVERIFY(held());
        QCOMPARE(done.load(), 1);
        measure.gate.release();
        thread.join();
        QCOMPARE(done.load(), 2);
        const std::vector<Event> events = measure.events();
        QCOMPARE(count(events, Call::handler_end), uint64_t(1));
        QCOMPARE(count(events, Call::held), uint64_t(4));
    }

    void each_thread_has_a_handler_of_its_own()
    {
        Measure one(1 << 8), two(1 << 8);
        std::atomic<int> ready{0};
        std::atomic<bool> go{false};
        const auto body = [&](Measure &measure, bool handles) {
            t_entered = &measure.entered;
            const posix::Measured measured(measure.context());
            if (handles)
                handle(SIGRTMIN + 8);
            ++ready;
            go.wait(false);
            pthread_kill(pthread_self(), SIGRTMIN + 8);
        };
        std::thread first(body, std::ref(one), true);
        QVERIFY(QTest::qWaitFor([&] { return ready == 1; }));
        std::thread second(body, std::ref(two), false);
        QVERIFY(QTest::qWaitFor([&] { return ready == 2; }));
        go = true;
        go.notify_all();
        first.join();
        second.join();
        QCOMPARE(one.entered.load(), uint64_t(1));
        QCOMPARE(two.entered.load(), uint64_t(0));
        QCOMPARE(count(two.events(), Call::handler_begin), uint64_t(0));
    }

    void what_cannot_be_recorded_is_refused()
    {
        struct sigaction action{};
        action.sa_handler = [](int) {};
        QCOMPARE(traced::sigaction(SIGRTMIN + 9, &action, nullptr), -1);
        QCOMPARE(errno, EINVAL);
        QCOMPARE(traced::sigaction(1000, &action, nullptr), -1);
    }
};

ROOM_TEST(SignalTest)
#include "signal_test.moc"
