// SPDX-License-Identifier: MIT
#include "bench/bench.h"

#include "clients/client.h"
#include "lab/collector.h"
#include "lab/company.h"
#include "lab/observe/observe.h"
#include "posix/interrupt.h"
#include "posix/thread.h"
#include "posix/traced_signal.h"
#include "trace/clock.h"

#include <atomic>
#include <condition_variable>
#include <csignal>
#include <cstdlib>
#include <mutex>
#include <new>
#include <pty.h>
#include <sched.h>
#include <sys/utsname.h>
#include <unistd.h>

namespace bench {
namespace {

using namespace std::chrono_literals;

constexpr size_t slots = 1 << 12;
constexpr auto look_every = 20ms;

// The signals that may come to it have the handler of posix/traced_signal.h from now on, and none of the thread's own: without one
// that counts they do nothing here, where they would end a program.
void take_signals()
{
    sigset_t all;
    sigemptyset(&all);
    struct sigaction counts{}, none{};
    counts.sa_sigaction = count_signal;
    counts.sa_flags = SA_SIGINFO;
    none.sa_handler = SIG_DFL;
    for (int signal = 1; signal < NSIG; ++signal) {
        if (signal != SIGIO && signal != SIGURG && !(signal >= SIGRTMIN && signal <= SIGRTMAX))
            continue;
        sigaddset(&all, signal);
        traced::sigaction(signal, &counts, nullptr, traced::Here("bench", 0));
        traced::sigaction(signal, &none, nullptr, traced::Here("bench", 0));
    }
    ::pthread_sigmask(SIG_UNBLOCK, &all, nullptr);
}

} // namespace

struct Bench::State {
    explicit State(const Settings &given) : settings(given), collector(given.max_events), machine(given.other_addresses) {}

    const Settings settings;
    lab::Collector collector;
    Machine machine; // of the thread
    trace::Recorder *recorder = nullptr;
    uint16_t program = 0;
    posix::Pulse pulse;
    std::atomic<bool> stopping{false};
    lab::Company company{collector, stopping, true}; // numbers its asynchronous requests
    lab::Observer observer{[this](const trace::Event &event) { collector.observe(event); }};
    int64_t began = 0, began_utc = 0;

    mutable std::mutex mutex; // all below
    std::condition_variable changed;
    bool busy = false, ending = false, over = false, ready = false;
    int refused = 0;
    std::optional<Statement> statement;
    int line = 0;
    std::variant<Outcome, Wrong> last;
    std::vector<Statement> executed;
    std::string text; // of the program: what it was given, each on its line
    int lines = 0;
    std::thread thread;

    int keyboard = -1, terminal = -1; // the two sides of it, in the table of who made the bench
    int number = 0;                   // /dev/pts/…

    int own_table();
    void run();
    void read_screen();
};

// A table of its own, in which 0 to 2 are the terminal, and nothing else is: the terminal's other side is not.
int Bench::State::own_table()
{
    if (::unshare(CLONE_FILES) == -1)
        return errno;
    for (const int fd : {0, 1, 2})
        if (::dup2(terminal, fd) == -1)
            return errno;
    return posix::own_descriptor_table();
}

// What is written to the terminal is taken away, as a screen does.
void Bench::State::read_screen()
{
    char shown[4096];
    while (::read(keyboard, shown, sizeof shown) > 0) {
    }
}

void Bench::State::run()
{
    const int error = own_table();
    if (!error)
        take_signals();
    {
        const std::scoped_lock lock(mutex);
        refused = error;
        ready = true;
        over = error != 0;
    }
    changed.notify_all();
    if (error)
        return;
    posix::Context context;
    context.recorder = recorder;
    context.pulse = &pulse;
    context.company = &company;
    const posix::Measured measured(context);
    for (const int fd : {0, 1, 2})
        traced::terminal_opened(fd, number, traced::Here("bench", 0));
    std::unique_lock lock(mutex);
    while (true) {
        changed.wait(lock, [this] { return ending || statement; });
        if (ending)
            break;
        const Statement now = *std::exchange(statement, std::nullopt);
        const int at = line;
        lock.unlock();
        std::variant<Outcome, Wrong> outcome;
        try {
            outcome = machine.execute(now, at);
        } catch (const std::bad_alloc &) {
            outcome = Wrong{.what = Wrong::too_large};
        }
        lock.lock();
        if (std::holds_alternative<Outcome>(outcome))
            executed.push_back(now);
        last = std::move(outcome);
        busy = false;
        changed.notify_all();
    }
    over = true;
}

Bench::Bench(const Settings &settings) : m(std::make_unique<State>(settings))
{
    m->program = m->collector.add(trace::Program{"bench", trace::Origin::listing, ""});
    m->recorder = &m->collector.add({"bench", m->program}, slots);
    timespec utc;
    clock_gettime(CLOCK_REALTIME, &utc);
    m->began_utc = int64_t(utc.tv_sec) * 1'000'000'000 + utc.tv_nsec;
    m->began = trace::now();
}

Bench::~Bench()
{
    stop();
}

int Bench::start()
{
    posix::accept_interrupts(); // handed down
    char name[64] = "";
    if (::openpty(&m->keyboard, &m->terminal, name, nullptr, nullptr) == -1)
        return errno;
    m->number = std::atoi(name + std::string_view(name).find_last_of('/') + 1);
    ::fcntl(m->keyboard, F_SETFL, O_NONBLOCK);
    for (const int fd : {m->keyboard, m->terminal})
        ::fcntl(fd, F_SETFD, FD_CLOEXEC);
    if (const int error = posix::start_thread(m->thread, [this] { m->run(); }))
        return error;
    std::unique_lock lock(m->mutex);
    m->changed.wait(lock, [this] { return m->ready; });
    ::close(std::exchange(m->terminal, -1));
    return m->refused;
}

void Bench::give(Statement statement, int line)
{
    const std::scoped_lock lock(m->mutex);
    while (m->lines < line) {
        m->text += m->lines > 0 ? "\n" : "";
        ++m->lines;
    }
    m->text += statement.text;
    m->text += ';';
    m->collector.tell(m->program, m->text);
    m->busy = true;
    m->line = line;
    m->statement = std::move(statement);
    m->changed.notify_all();
}

bool Bench::done(std::chrono::milliseconds patience)
{
    const auto until = std::chrono::steady_clock::now() + patience;
    std::unique_lock lock(m->mutex);
    while (m->busy) {
        const auto next = std::min(until, std::chrono::steady_clock::now() + look_every);
        if (m->changed.wait_until(lock, next, [this] { return !m->busy; }))
            break;
        lock.unlock();
        m->read_screen();
        m->collector.drain();
        m->observer.look_at_thread(m->recorder->thread(), m->pulse.tid, m->pulse.calls);
        if (m->company.requests > 0)
            m->observer.look_at_helpers(m->recorder->thread(), [this](int fd) { return m->company.descriptors.has(fd); });
        lock.lock();
        if (std::chrono::steady_clock::now() >= until)
            break;
    }
    return !m->busy;
}

const std::variant<Outcome, Wrong> &Bench::last() const
{
    return m->last;
}

void Bench::interrupt()
{
    if (const int tid = m->pulse.tid)
        posix::interrupt(tid);
}

void Bench::type(std::string_view text)
{
    [[maybe_unused]] const ssize_t typed = ::write(m->keyboard, text.data(), text.size());
}

bool Bench::asleep_in(calls::Call call) const
{
    const uint64_t calls = m->pulse.calls;
    return m->pulse.call == call && clients::asleep(m->pulse.tid) && m->pulse.calls == calls;
}

trace::Batch Bench::take()
{
    const int64_t now = trace::now();
    bool goes_on = false;
    {
        const std::scoped_lock lock(m->mutex);
        goes_on = !m->over;
    }
    trace::Batch batch = m->collector.take();
    batch.until = goes_on ? now : 0;
    return batch;
}

trace::Run Bench::description() const
{
    utsname system{};
    uname(&system);
    return {"bench", 0, m->began_utc, m->began, std::string(system.sysname) + " " + system.release, false};
}

void Bench::stop()
{
    {
        const std::scoped_lock lock(m->mutex);
        m->ending = true;
    }
    m->changed.notify_all();
    if (!m->thread.joinable())
        return;
    while (!done(20ms))
        interrupt();
    m->thread.join();
    for (const int fd : {m->keyboard, m->terminal})
        if (fd != -1)
            ::close(fd);
    m->keyboard = m->terminal = -1;
}

std::string Bench::in_c() const
{
    const std::scoped_lock lock(m->mutex);
    return as_c(m->executed, m->machine.variables());
}

} // namespace bench
