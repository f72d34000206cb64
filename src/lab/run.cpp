// SPDX-License-Identifier: MIT
#include "lab/run.h"

#include "bench/seat.h"
#include "lab/observe/observe.h"
#include "lab/state.h"
#include "posix/interrupt.h"
#include "posix/thread.h"
#include "posix/traced_signal.h"
#include "trace/clock.h"

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <new>
#include <sys/utsname.h>

namespace lab {
namespace {

using namespace std::chrono_literals;

constexpr size_t client_slots = 1 << 10;
constexpr auto drain_every = 4ms, observe_every = 100ms;
constexpr size_t observed_clients = 16; // beyond it looking would cost more than it tells

} // namespace

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
            each_program([](Participant &one) { one.hurry_death(); });
        }
        tell_where_the_peer_is();
        const auto now = std::chrono::steady_clock::now();
        const bool last = last_look;
        if ((last || now - observed >= observe_every) && (port > 0 || first().seat) && settings.recorded) {
            observed = now;
            try {
                if (server()->datagrams)
                    observer.look_at_drops(port);
                else if (port > 0)
                    observer.look_at_sockets(port);
                look_at_threads(observer);
            } catch (const std::bad_alloc &) {
                out_of_memory();
            }
        }
        std::unique_lock lock(wake_mutex);
        if (last) {
            last_look = false;
            stop = true;
            wake.notify_all();
        }
        wake.wait_for(lock, drain_every, [this] { return ended || last_look; });
    }
}

// The run ends, and what was recorded is there.
void Common::out_of_memory()
{
    {
        const std::scoped_lock lock(mutex);
        if (!problem)
            problem = Problem{"malloc", ENOMEM};
    }
    stop = true;
}

// A program that connects to another one waits for this.
void Run::State::tell_where_the_peer_is()
{
    if (port == -1 && first().begun && first().waits_for_peer() && !stop) { // nobody is there for it
        {
            const std::scoped_lock lock(mutex);
            if (!problem)
                problem = host && host->failed ? *host->failed : Problem{"connect", ECONNREFUSED};
        }
        const std::scoped_lock lock(wake_mutex);
        stop = true;
        wake.notify_all();
    }
    if (port <= 0)
        return;
    std::vector<Participant *> waiting;
    {
        const std::scoped_lock lock(mutex);
        each_program([&](Participant &one) {
            if (one.waits_for_peer())
                waiting.push_back(&one);
        });
    }
    if (waiting.empty())
        return;
    {
        const std::scoped_lock lock(wake_mutex);
        for (Participant *one : waiting)
            one->peer_port = port.load();
    }
    wake.notify_all();
}

void Run::State::look_at_threads(Observer &observer)
{
    const std::scoped_lock lock(mutex);
    each_program([&](Participant &one) { one.look(observer); });
    for (size_t i = 0; i < std::min(guests.size(), observed_clients); ++i)
        if (guests[i]->client && !guests[i]->client->done())
            observer.look_at_thread(guests[i]->recorder->thread(), guests[i]->pulse.tid, guests[i]->pulse.calls);
}

Participant *Run::State::program(int number) const
{
    const std::scoped_lock lock(mutex);
    if (number == 0)
        return first().seat ? programs.front().get() : beside.get();
    return number >= 1 && size_t(number) <= programs.size() ? programs[size_t(number) - 1].get() : nullptr;
}

template <typename Visit>
void Run::State::each_gate(Visit visit)
{
    const std::scoped_lock lock(mutex);
    each_program([&](Participant &one) {
        one.each_gate(visit);
    });
    for (const auto &guest : guests)
        visit(guest->gate, guest->recorder);
}

Run::State::State(const Settings &given) : Common(given)
{
    const servers::Server *listing = given.occupant ? servers::named("bench") : given.stranger ? given.stranger : servers::named(given.server);
    const servers::Settings serve = given.serve;
    if (listing && !listing->peer.empty() && serve.connect)
        port = serve.connect;
    if (listing && !listing->serve)
        bench = given.occupant ? given.occupant : std::make_shared<bench::Seat>(false);
    programs.push_back(std::make_unique<Participant>(*this, listing, serve, bench ? "bench" : "server", true,
                                                     listing && listing->peer.empty() ? &port : nullptr, bench.get()));
}

Run::Run(const Settings &settings) : m(std::make_shared<State>(settings))
{
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
    m->each_program([](Participant &one) { one.join(); });
    m->wake.notify_all();
    if (m->housekeeping.joinable())
        m->housekeeping.join();
}

std::optional<Problem> Run::start()
{
    if (!m->server())
        return Problem{"server", 0, 0};
    {
        const std::scoped_lock lock(m->mutex);
        if (m->started)
            return m->problem;
        m->started = true;
    }
    traced::take_fatal_signals();
    posix::accept_interrupts(); // handed down to the server: what the threads of a run call themselves is recorded
    if (auto problem = m->begin())
        return m->end_before_it_began(*std::move(problem));
    if (!m->settings.paused && !m->settings.awaits_host && !m->first().seat)
        m->port.wait(0);
    const std::scoped_lock lock(m->mutex);
    return m->problem;
}

// Its own threads: the one that keeps house first, without which no other could be ended.
std::optional<Problem> Run::State::begin()
{
    if (const int error = posix::start_thread(housekeeping, [this] { keep_house(); }))
        return Problem{"pthread_create", error};
    if (first().waits_for_peer() && !settings.awaits_host) {
        const servers::Server *listing = servers::named(server()->peer);
        servers::Settings serve;
        serve.port = settings.serve.port;
        serve.address = address;
        const std::scoped_lock lock(mutex);
        host = std::make_unique<Participant>(*this, listing, serve, std::string(listing->name), false, &port);
    }
    if (auto why = first().begin())
        return why;
    return host ? host->begin() : std::nullopt;
}

Problem Run::State::end_before_it_began(Problem why)
{
    why.port = settings.serve.port;
    {
        const std::scoped_lock lock(mutex);
        problem = why;
    }
    end();
    return why;
}

// All its threads but those that call this have ended, or there are none.
void Run::State::end()
{
    int none = 0;
    port.compare_exchange_strong(none, -1);
    port.notify_all();
    {
        const std::scoped_lock lock(wake_mutex);
        ended = true;
    }
    wake.notify_all();
    ended.notify_all();
}

void Run::request_stop(std::chrono::milliseconds patience)
{
    {
        const std::scoped_lock lock(m->wake_mutex);
        m->patience = std::min(m->patience.load(), int64_t(std::chrono::nanoseconds(patience).count()));
        // How many datagrams were dropped is known as long as the socket is there, and the server ends when it sees the wish.
        const bool looks = m->server() && m->server()->datagrams && m->settings.recorded && m->port > 0 && !m->stop && !m->ended;
        (looks ? m->last_look : m->stop) = true;
    }
    m->wake.notify_all();
}

void Run::stop(std::chrono::milliseconds patience)
{
    request_stop(patience);
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
    const std::string name = "client " + std::to_string(number);
    guest->recorder = &m->collector.add({name, m->collector.add(trace::Program{name, trace::Origin::script})}, client_slots);
    if (m->paused)
        guest->gate.close();
    posix::Context context;
    context.recorder = guest->recorder;
    context.pulse = &guest->pulse;
    context.gate = &guest->gate;
    context.stop = &m->stop;
    if (m->accepting_guests)
        guest->client = std::make_unique<clients::Client>(context, m->address, m->port,
                                                            m->server() && m->server()->datagrams);
    if (guest->client && !guest->client->began())
        return 0;
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
    {
        const std::scoped_lock lock(m->mutex);
        m->each_program([](Participant &one) { one.company.close_gates(true); });
    }
    m->each_gate([](posix::Gate &gate, auto *) { gate.close(); });
}

void Run::resume()
{
    m->paused = false;
    {
        const std::scoped_lock lock(m->mutex);
        m->each_program([](Participant &one) { one.company.close_gates(false); });
    }
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
    return m->first().asleep_in(call);
}

int Run::accepted() const
{
    return m->first().pulse.accepted;
}

int Run::refused() const
{
    return m->first().pulse.refused;
}

const Settings &Run::settings() const
{
    return m->settings;
}

int Run::handlers() const
{
    return m->first().pulse.handlers;
}

bool Run::hold_signals(bool hold)
{
    if (!m->server() || !(m->server()->heeds & servers::signal_option))
        return false;
    m->first().hold = hold;
    return true;
}

bool Run::signals_held() const
{
    return m->first().pulse.blocked >> (SIGIO - 1) & 1;
}

bool Run::holding_signals() const
{
    return m->first().hold;
}

void Run::interrupt_server()
{
    m->first().interrupt();
}

void Run::interrupt(int number)
{
    if (Participant *program = m->program(number))
        program->interrupt();
}

void Run::hold_server(bool held)
{
    m->stepped = true;
    held || m->paused ? m->first().gate.close() : m->first().gate.open();
}

bool Run::server_held() const
{
    return m->first().gate.waiting_since() != 0;
}

void Run::close_descriptor(int fd)
{
    if (m->port > 0)
        m->first().close_descriptor(fd);
}

std::optional<size_t> Run::asked() const
{
    if (m->settings.questions.empty())
        return {};
    std::optional<size_t> open;
    if (const int of_chapter = m->asked_of_chapter; of_chapter >= 0)
        open = size_t(of_chapter);
    const std::scoped_lock lock(m->mutex);
    m->each_program([&](const Participant &one) {
        if (const int question = one.gate.asked(); question >= 0)
            open = open.value_or(size_t(question));
    });
    if (open)
        m->stepped = true;
    return open;
}

void Run::answered()
{
    m->asked_of_chapter = -1;
    const std::scoped_lock lock(m->mutex);
    m->each_program([](Participant &one) { one.gate.answered(); });
}

// Who sleeps sleeps on; who polls would go on for as long as somebody thinks.
void Run::come_to_chapter(size_t number)
{
    const auto &all = m->settings.questions;
    const auto found = std::ranges::find_if(all, [&](const Question &one) { return one.chapter == number; });
    if (found == all.end() || m->stop)
        return;
    const std::scoped_lock lock(m->mutex);
    m->each_program([](Participant &one) { one.gate.ask(); });
    m->asked_of_chapter = int(found - all.begin());
}

void Run::begin_chapter(std::vector<std::pair<std::string, std::string>> titles)
{
    m->collector.begin_chapter(std::move(titles));
}

void Run::end_chapter()
{
    m->collector.begin_chapter({});
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
            std::string(system.sysname) + " " + system.release, m->stepped, m->settings.lesson};
}

} // namespace lab
