// SPDX-License-Identifier: MIT
#include "lab/run.h"

#include "lab/collector.h"
#include "lab/company.h"
#include "lab/observe.h"
#include "lab/shared_table.h"
#include "posix/interrupt.h"
#include "posix/traced.h"
#include "trace/clock.h"

#include <algorithm>
#include <condition_variable>
#include <csignal>
#include <mutex>
#include <sys/utsname.h>
#include <thread>

namespace lab {
namespace {

using namespace std::chrono_literals;

constexpr size_t server_slots = 1 << 16, client_slots = 1 << 10, control_slots = 1 << 12;
constexpr size_t server_folds = 1 << 11; // two for each descriptor that an fd_set can name
constexpr auto drain_every = 4ms, observe_every = 100ms, stop_again_every = 10ms;
constexpr size_t observed_clients = 16; // beyond it looking would cost more than it tells

// A measured thread's gate and, for clients, the thread itself.
struct Guest {
    posix::Gate gate;
    posix::Pulse pulse;
    trace::Recorder *recorder = nullptr;
    std::unique_ptr<clients::Client> client; // last: ends before what it uses
};

} // namespace

struct Run::State {
    explicit State(const Settings &given) : settings(given), collector(given.max_events) {}

    const Settings settings;
    const servers::Server *server = nullptr;
    const uint32_t address = settings.serve.address ? settings.serve.address : 0x7f000001; // a client's way to it
    Collector collector;
    std::atomic<bool> stop{false}, ended{false}, paused{false}, stepped{false}, hold{false};
    std::atomic<int> port{0}; // -1: the server ended before it listened
    trace::Recorder *server_recorder = nullptr;
    posix::Gate server_gate;
    posix::Pulse server_pulse;
    Company company{collector, stop, settings.recorded};
    std::atomic<bool> server_over{false};
    int64_t began = 0, began_utc = 0;

    mutable std::mutex mutex; // the four below
    std::vector<std::unique_ptr<Guest>> guests;
    std::optional<Problem> problem;
    bool started = false, accepting_guests = true;

    std::mutex wake_mutex;
    std::condition_variable wake;
    std::optional<posix::Measured> measured_control; // of the control thread
    std::vector<int> to_close; // by the control thread, behind the server's back
    std::thread control, housekeeping;

    bool shares_table() const { return server->model == servers::Model::asynchronous; }
    void serve();
    void run_control();
    void keep_house();
    void look_at_threads(Observer &observer);
    void close_asked_for();
    void record_control();
    void stop_server(std::thread &thread);
    void stop_clients();
    template <typename Visit>
    void each_gate(Visit visit);
};

// In the server's own thread.
void Run::State::serve()
{
    servers::Ending ending;
    {
        posix::Context context;
        context.recorder = settings.recorded ? server_recorder : nullptr;
        context.pulse = &server_pulse;
        context.gate = &server_gate;
        context.company = &company;
        context.stop = &stop;
        context.hold = &hold;
        context.port = &port;
        const posix::Measured measured(context);
        ending = server->serve(settings.serve);
    }
    while (company.awaited.load(std::memory_order_acquire) > 0) // threads of the C library are about to leave
        std::this_thread::yield();
    if (ending.call) {
        const std::scoped_lock lock(mutex);
        problem = Problem{ending.call, ending.error, settings.serve.port};
    }
    int none = 0;
    port.compare_exchange_strong(none, -1);
    port.notify_all();
    {
        const std::scoped_lock lock(wake_mutex);
        server_over = true;
    }
    wake.notify_all();
}

// Owns the descriptor table that the server uses: only a thread that shares it can shut its sockets down.
void Run::State::run_control()
{
    if (const int error = shares_table() ? 0 : posix::own_descriptor_table()) {
        const std::scoped_lock lock(mutex);
        problem = Problem{"close_range", error, settings.serve.port};
        port = -1;
        port.notify_all();
    } else {
        posix::accept_interrupts(); // handed down to the server, whose own calls are the listing's only
        std::thread thread([this] {
            const OwnThread own;
            serve();
        });
        {
            std::unique_lock lock(wake_mutex);
            while (wake.wait(lock, [this] { return stop || server_over || !to_close.empty(); }), !stop && !server_over)
                close_asked_for();
            to_close.clear();
        }
        wake.notify_all();
        stop_server(thread);
    }
    stop_clients();
    collector.drain();
    ended = true;
    ended.notify_all();
}

// The control thread is recorded from its first call on the server's descriptors.
void Run::State::record_control()
{
    if (measured_control)
        return;
    posix::Context context;
    context.recorder = settings.recorded ? &collector.add("control", trace::Role::control, control_slots) : nullptr;
    measured_control.emplace(context);
}

// Holds wake_mutex: whoever asked waits until it is done.
void Run::State::close_asked_for()
{
    record_control();
    for (const int fd : to_close)
        traced::close(fd);
    to_close.clear();
    wake.notify_all();
}

// shutdown(2) wakes accept, select, recv and send alike and loses no race, but only on sockets that exist: so again and
// again until the server has seen the wish. The first round is recorded, since it is why the server's calls return.
void Run::State::stop_server(std::thread &thread)
{
    if (!server_over) {
        server_gate.release();
        record_control();
        company.release_gates();
        company.descriptors.each([](int fd) { traced::shutdown(fd, SHUT_RDWR); });
    }
    while (!server_over) {
        company.descriptors.each([](int fd) { ::shutdown(fd, SHUT_RDWR); });
        std::unique_lock lock(wake_mutex);
        wake.wait_for(lock, stop_again_every, [this] { return server_over.load(); });
    }
    thread.join();
    measured_control.reset();
}

void Run::State::stop_clients()
{
    std::vector<clients::Client *> left;
    {
        const std::scoped_lock lock(mutex);
        accepting_guests = false;
        for (const auto &guest : guests)
            left.push_back(guest->client.get());
        for (const auto &guest : guests)
            guest->gate.release();
    }
    for (clients::Client *client : left)
        client->request_end();
    while (!left.empty()) {
        std::erase_if(left, [](clients::Client *client) { return client->done(); });
        for (clients::Client *client : left)
            client->interrupt();
        if (!left.empty())
            std::this_thread::sleep_for(1ms);
    }
    const std::scoped_lock lock(mutex);
    for (const auto &guest : guests)
        guest->client.reset(); // joins; its progress is over
}

// Empties the recorders in time, looks at the threads from outside, and wakes clients that must break off a call.
void Run::State::keep_house()
{
    Observer observer([this](const trace::Event &event) { collector.observe(event); });
    auto observed = std::chrono::steady_clock::time_point();
    while (!ended) {
        collector.drain();
        {
            const std::scoped_lock lock(mutex);
            for (const auto &guest : guests)
                if (guest->client && guest->client->hurried())
                    guest->client->interrupt();
        }
        const auto now = std::chrono::steady_clock::now();
        if (now - observed >= observe_every && port > 0 && settings.recorded) {
            observed = now;
            observer.look_at_sockets(port);
            look_at_threads(observer);
        }
        std::unique_lock lock(wake_mutex);
        wake.wait_for(lock, drain_every, [this] { return ended.load(); });
    }
}

void Run::State::look_at_threads(Observer &observer)
{
    if (!server_over && shares_table())
        observer.look_at_helpers(server_recorder->thread(), [this](int fd) { return company.descriptors.has(fd); });
    if (!server_over)
        observer.look_at_thread(server_recorder->thread(), server_pulse.tid, server_pulse.calls);
    const std::scoped_lock lock(mutex);
    for (size_t i = 0; i < std::min(guests.size(), observed_clients); ++i)
        if (guests[i]->client && !guests[i]->client->done())
            observer.look_at_thread(guests[i]->recorder->thread(), guests[i]->pulse.tid, guests[i]->pulse.calls);
}

template <typename Visit>
void Run::State::each_gate(Visit visit)
{
    visit(server_gate, server_recorder);
    company.each_gate(visit);
    const std::scoped_lock lock(mutex);
    for (const auto &guest : guests)
        visit(guest->gate, guest->recorder);
}

Run::Run(const Settings &settings) : m(std::make_unique<State>(settings))
{
    m->server = settings.stranger ? settings.stranger : servers::named(settings.server);
    m->server_recorder = &m->collector.add("server", trace::Role::server, server_slots, server_folds);
    timespec utc;
    clock_gettime(CLOCK_REALTIME, &utc);
    m->began_utc = int64_t(utc.tv_sec) * 1'000'000'000 + utc.tv_nsec;
    m->began = trace::now();
    if (settings.paused)
        pause();
}

Run::~Run()
{
    stop();
    if (m->control.joinable())
        m->control.join();
    m->wake.notify_all();
    if (m->housekeeping.joinable())
        m->housekeeping.join();
}

std::optional<Problem> Run::start()
{
    if (!m->server)
        return Problem{"server", 0, 0};
    {
        const std::scoped_lock lock(m->mutex);
        if (m->started)
            return m->problem;
        m->started = true;
    }
    m->control = m->shares_table() ? start_with_shared_table([this] { m->run_control(); })
                                   : std::thread([this] { m->run_control(); });
    m->housekeeping = std::thread([this] { m->keep_house(); });
    if (!m->settings.paused)
        m->port.wait(0);
    const std::scoped_lock lock(m->mutex);
    return m->problem;
}

void Run::request_stop()
{
    {
        const std::scoped_lock lock(m->wake_mutex);
        m->stop = true;
    }
    m->wake.notify_all();
}

void Run::stop()
{
    request_stop();
    {
        const std::scoped_lock lock(m->mutex);
        if (!m->started)
            return;
    }
    m->ended.wait(false);
}

bool Run::ended() const
{
    return m->ended;
}

std::optional<Problem> Run::problem() const
{
    const std::scoped_lock lock(m->mutex);
    return m->problem;
}

int Run::port() const
{
    return std::max(0, m->port.load());
}

int Run::add_client()
{
    const std::scoped_lock lock(m->mutex);
    const int number = int(m->guests.size()) + 1;
    auto guest = std::make_unique<Guest>();
    guest->recorder = &m->collector.add("client " + std::to_string(number), trace::Role::client, client_slots);
    if (m->paused)
        guest->gate.close();
    posix::Context context;
    context.recorder = guest->recorder;
    context.pulse = &guest->pulse;
    context.gate = &guest->gate;
    context.stop = &m->stop;
    if (m->accepting_guests)
        guest->client = std::make_unique<clients::Client>(context, m->address, m->port,
                                                            m->server && m->server->datagrams);
    m->guests.push_back(std::move(guest));
    return number;
}

int Run::clients() const
{
    const std::scoped_lock lock(m->mutex);
    return int(m->guests.size());
}

bool Run::tell(int number, clients::Command command)
{
    const std::scoped_lock lock(m->mutex);
    if (number < 1 || size_t(number) > m->guests.size() || !m->guests[size_t(number) - 1]->client)
        return false;
    m->guests[size_t(number) - 1]->client->tell(std::move(command));
    return true;
}

std::optional<clients::Progress> Run::progress(int number) const
{
    const std::scoped_lock lock(m->mutex);
    if (number < 1 || size_t(number) > m->guests.size() || !m->guests[size_t(number) - 1]->client)
        return {};
    return m->guests[size_t(number) - 1]->client->progress();
}

void Run::pause()
{
    m->paused = true;
    m->stepped = true;
    m->company.close_gates(true);
    m->each_gate([](posix::Gate &gate, auto *) { gate.close(); });
}

void Run::resume()
{
    m->paused = false;
    m->company.close_gates(false);
    m->each_gate([](posix::Gate &gate, auto *) { gate.open(); });
}

bool Run::paused() const
{
    return m->paused;
}

bool Run::step(int thread)
{
    posix::Gate *first = nullptr;
    m->each_gate([&](posix::Gate &gate, const trace::Recorder *recorder) {
        const int64_t since = gate.waiting_since();
        if (since && (thread < 0 || recorder->thread() == thread) && (!first || since < first->waiting_since()))
            first = &gate;
    });
    if (first)
        first->step();
    return first != nullptr;
}

bool Run::held() const
{
    bool any = false;
    m->each_gate([&](posix::Gate &gate, auto *) { any = any || gate.waiting_since() != 0; });
    return any;
}

bool Run::server_asleep_in(trace::Call call) const
{
    const posix::Pulse &server = m->server_pulse;
    const uint64_t calls = server.calls;
    return server.call == call && clients::asleep(server.tid) && server.calls == calls;
}

int Run::accepted() const
{
    return m->server_pulse.accepted;
}

int Run::refused() const
{
    return m->server_pulse.refused;
}

const Settings &Run::settings() const
{
    return m->settings;
}

int Run::handlers() const
{
    return m->server_pulse.handlers;
}

bool Run::hold_signals(bool hold)
{
    if (!m->server || !(m->server->heeds & servers::signal_option))
        return false;
    m->hold = hold;
    return true;
}

bool Run::signals_held() const
{
    return m->server_pulse.blocked >> (SIGIO - 1) & 1;
}

bool Run::holding_signals() const
{
    return m->hold;
}

void Run::interrupt_server()
{
    if (!m->server_over)
        posix::interrupt(m->server_pulse.tid);
}

void Run::hold_server(bool held)
{
    m->stepped = true;
    held || m->paused ? m->server_gate.close() : m->server_gate.open();
}

bool Run::server_held() const
{
    return m->server_gate.waiting_since() != 0;
}

void Run::close_descriptor(int fd)
{
    std::unique_lock lock(m->wake_mutex);
    if (m->stop || m->server_over || m->port <= 0)
        return;
    m->to_close.push_back(fd);
    m->wake.notify_all();
    m->wake.wait(lock, [this] { return m->to_close.empty() || m->ended; });
}

trace::Batch Run::take()
{
    const bool goes_on = !m->ended; // asked first: what has ended is then in the batch
    const int64_t now = trace::now();
    trace::Batch batch = m->collector.take();
    batch.until = goes_on ? now : 0;
    return batch;
}

trace::Run Run::description() const
{
    utsname system{};
    uname(&system);
    return {m->settings.server, uint16_t(port()), m->began_utc, m->began,
            std::string(system.sysname) + " " + system.release, m->stepped};
}

} // namespace lab
