// SPDX-License-Identifier: MIT
// How a program of a run begins and is controlled, and how it ends: it is woken by what wakes it least roughly first. Every stop has
// a deadline: who does not end, because nothing can wake him, is left behind asleep, and told.
#include "lab/participant.h"

#include "bench/signals.h"
#include "calls/schema.h"
#include "clients/client.h"
#include "lab/observe/observe.h"
#include "lab/shared_table.h"
#include "posix/interrupt.h"
#include "posix/killed.h"
#include "posix/thread.h"
#include "posix/traced.h"

#include <cerrno>
#include <fcntl.h>
#include <new>
#include <unistd.h>

namespace lab {
namespace {

using namespace std::chrono_literals;

constexpr size_t program_slots = 1 << 16, control_slots = 1 << 12, keyboard_slots = 1 << 12;
constexpr size_t program_folds = 1 << 11; // two for each descriptor that an fd_set can name
constexpr auto again_every = 10ms;
constexpr int deaf_after = 10;    // rounds: it sleeps where no socket wakes it, in epoll_wait() with none to watch
constexpr int clients_after = 20; // rounds: only the peer's end wakes it, since its own descriptor is closed
constexpr auto last_chance = 50ms;

// The C library puts requests for one number in a row, behind a read that never returns, too: nobody else must get that number.
void keep_number(int fd)
{
    const int any = ::open("/dev/null", O_RDONLY | O_CLOEXEC);
    if (const int next = ::fcntl(any, F_DUPFD_CLOEXEC, fd); next != fd && next != -1) // it is taken already
        ::close(next);
    if (any != fd && any != -1)
        ::close(any);
}

std::string name_of(trace::Call call)
{
    return call == trace::Call::count_ ? std::string() : std::string(calls::name(call));
}

trace::Program told(const servers::Server *listing, const std::string &name)
{
    trace::Program program{name};
    if (listing) {
        program.listing = listing->file;
        program.told_by = listing->told_by;
    }
    return program;
}

} // namespace

Participant::Participant(Common &common, const servers::Server *of, const servers::Settings &given, const std::string &called, bool is_first,
                         std::atomic<int> *port, bench::Seat *of_bench)
    : seat(of_bench), listing(of), serve(given), name(called), first(is_first), company(common.collector, common.stop, common.settings.recorded),
      m_common(common), m_port(port), m_program(common.collector.add(told(of, called)))
{
    company.program = m_program;
    company.mortal = !of_bench;
    const auto &questions = common.settings.questions;
    for (size_t i = 0; i < questions.size(); ++i)
        if (questions[i].chapter == 0 && (is_first ? questions[i].program == 1 : called == "program " + std::to_string(questions[i].program)))
            gate.ask_before(int(i), uint32_t(questions[i].call), questions[i].which);
    recorder = &common.collector.add({name, m_program}, program_slots, program_folds);
    if (listing && listing->terminal)
        terminal = std::make_unique<Terminal>(
            common.settings.recorded ? &common.collector.add({first ? "keyboard" : "keyboard of " + name, m_program, trace::Job::keyboard}, keyboard_slots)
                                     : nullptr,
            [this](int signal, int pid) { kill(signal, pid); });
}

Participant::~Participant()
{
    join();
}

void Participant::join()
{
    if (m_control.joinable())
        m_control.join();
}

std::optional<Problem> Participant::begin()
{
    if (terminal)
        if (auto problem = terminal->open(serve.stdin_pipe))
            return problem;
    begun = true;
    std::optional<Problem> problem;
    if (shares_table())
        problem = start_with_shared_table(m_control, [this] { run_control(); });
    else if (const int error = posix::start_thread(m_control, [this] { run_control(); }))
        problem = Problem{"pthread_create", error};
    begun = !problem;
    if (terminal && begun) {
        std::unique_lock lock(m_common.wake_mutex);
        m_common.wake.wait(lock, [this] { return m_has_table; });
        terminal->handed_over();
    }
    return problem;
}

bool Participant::asleep_in(trace::Call call) const
{
    const uint64_t calls = pulse.calls;
    return (pulse.call == call && clients::asleep(pulse.tid) && pulse.calls == calls) || company.asleep_in(call);
}

void Participant::interrupt()
{
    if (!over && pulse.tid)
        posix::interrupt(pulse.tid);
}

void Participant::kill(int signal, int by)
{
    if (!company.mortal)
        return interrupt();
    posix::kill_program(company, gate, signal, by);
    hurry_death();
    std::unique_lock lock(m_common.wake_mutex);
    m_common.wake.wait(lock, [this] { return over || m_common.stop; });
}

void Participant::hurry_death()
{
    if (company.killed_by && !over) {
        gate.kill();
        interrupt();
    }
}

void Participant::close_descriptor(int fd)
{
    std::unique_lock lock(m_common.wake_mutex);
    if (m_common.stop || over || !begun)
        return;
    m_to_close.push_back(fd);
    m_common.wake.notify_all();
    m_common.wake.wait(lock, [this] { return m_to_close.empty() || ended; });
}

void Participant::look(Observer &observer)
{
    if (!begun || over)
        return;
    if (shares_table() || (seat && company.requests > 0))
        observer.look_at_helpers(recorder->thread(), [this](int fd) { return is_ours(fd); });
    company.look(observer);
    observer.look_at_thread(recorder->thread(), pulse.tid, pulse.calls);
}

std::optional<Problem> Participant::attach(bench::Seat &one)
{
    std::unique_lock lock(m_common.wake_mutex);
    if (m_common.stop || over || !begun || m_guest_bench)
        return Problem{"bench", m_guest_bench ? EBUSY : ESRCH};
    m_guest_bench = &one;
    m_common.wake.notify_all();
    m_common.wake.wait(lock, [this] { return m_attached || ended; });
    const int error = m_attached.value_or(ESRCH);
    return error ? std::optional(Problem{"pthread_create", error}) : std::nullopt;
}

// In the control thread, which has the program's table. Holds wake_mutex.
void Participant::start_guest()
{
    m_guest_over = false;
    m_attached = posix::start_thread(m_guest, [this] {
        const OwnThread own;
        run_guest();
    });
    if (*m_attached)
        m_guest_over = true;
    m_common.wake.notify_all();
}

void Participant::run_guest()
{
    const posix::Context &context = company.enter("bench", trace::Job::bench);
    {
        const posix::Measured measured(context);
        m_guest_bench->serve([this](std::string text) { m_common.collector.tell(m_program, std::move(text)); });
    }
    company.leave(context);
    {
        const std::scoped_lock lock(m_common.wake_mutex);
        m_guest_over = true;
    }
    m_common.wake.notify_all();
}

// In the program's own thread.
void Participant::run()
{
    servers::Ending ending;
    servers::Settings given = serve; // which others look at meanwhile
    if (peer_port > 0)
        given.connect = uint16_t(peer_port);
    {
        posix::Context context;
        context.recorder = m_common.settings.recorded ? recorder : nullptr;
        context.pulse = &pulse;
        context.gate = &gate;
        context.company = &company;
        context.stop = &m_common.stop;
        context.hold = &hold;
        context.port = m_port;
        if (seat)
            bench::take_signals();
        const posix::Measured measured(context);
        if (terminal)
            for (const int fd : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO})
                if (fd != STDIN_FILENO || !terminal->has_pipe())
                    traced::terminal_opened(fd, terminal->number(), trace::Here("", 0));
        try {
            if (seat)
                seat->serve([this](std::string text) { m_common.collector.tell(m_program, std::move(text)); });
            else
                posix::run_mortal([&] { ending = listing->serve(given); });
        } catch (const std::bad_alloc &) {
            ending = {"malloc", ENOMEM};
        }
    }
    while (company.awaited.load(std::memory_order_acquire) > 0 && !m_common.giving_up) // threads of the C library are about to leave
        std::this_thread::yield();
    if (ending.call) {
        const std::scoped_lock lock(m_common.mutex);
        failed = Problem{ending.call, ending.error, listing->peer.empty() ? given.port : given.connect};
        if (first)
            m_common.problem = failed;
    }
    tell_no_port();
    {
        const std::scoped_lock lock(m_common.wake_mutex);
        over = true;
    }
    m_common.wake.notify_all();
}

// It does not listen any more, or never has.
void Participant::tell_no_port()
{
    if (!m_port)
        return;
    int none = 0;
    m_port->compare_exchange_strong(none, -1);
    m_port->notify_all();
}

// Waits until it is known where the peer listens. False: the run ends before.
bool Participant::has_peer()
{
    std::unique_lock lock(m_common.wake_mutex);
    m_common.wake.wait(lock, [this] { return m_common.stop || !waits_for_peer(); });
    return !waits_for_peer();
}

// Owns the descriptor table that the program uses: only a thread that shares it can shut its sockets down.
void Participant::run_control()
{
    const int no_table = shares_table() ? 0 : terminal ? terminal->become_standard() : posix::own_descriptor_table();
    {
        const std::scoped_lock lock(m_common.wake_mutex);
        m_has_table = true;
    }
    m_common.wake.notify_all();
    const int not_filled = no_table || serve.free_descriptors == 0 ? 0 : posix::leave_descriptors(serve.free_descriptors);
    const bool begins = !no_table && !not_filled && has_peer();
    const int no_thread = !begins ? 0 : posix::start_thread(m_thread, [this] {
        const OwnThread own;
        run();
    });
    if (no_table || not_filled || no_thread) {
        const std::scoped_lock lock(m_common.mutex);
        failed = Problem{no_table ? "close_range" : not_filled ? "dup" : "pthread_create", no_table ? no_table : not_filled ? not_filled : no_thread, serve.port};
        if (first)
            m_common.problem = failed;
    }
    if (!begins || no_thread) {
        tell_no_port();
        over = true;
    }
    if (!over) {
        std::unique_lock lock(m_common.wake_mutex);
        const auto asked = [this] { return m_common.stop || over || !m_to_close.empty() || (m_guest_bench && !m_attached); };
        while (m_common.wake.wait(lock, asked), !m_common.stop && !over) {
            if (m_guest_bench && !m_attached)
                start_guest();
            close_asked_for();
        }
        m_to_close.clear();
    }
    m_common.wake.notify_all();
    end_program();
    if (first)
        m_common.end_rest();
    if (m_common.giving_up)
        give_up();
    if (terminal)
        terminal->end();
    {
        const std::scoped_lock lock(m_common.wake_mutex);
        ended = true;
    }
    m_common.wake.notify_all();
    if (first)
        m_common.all_ended();
}

// The control thread is recorded from its first call on the program's descriptors.
void Participant::record_control()
{
    if (m_measured_control)
        return;
    posix::Context context;
    try {
        if (m_common.settings.recorded)
            context.recorder = &m_common.collector.add({first ? "control" : "control of " + name, m_program, trace::Job::control}, control_slots);
    } catch (const std::bad_alloc &) {
        m_common.out_of_memory(); // what it does is done all the same
    }
    context.company = &company;
    m_measured_control.emplace(context);
}

// Holds wake_mutex: whoever asked waits until it is done.
void Participant::close_asked_for()
{
    if (m_to_close.empty())
        return;
    record_control();
    for (const int fd : m_to_close) {
        m_closed_behind.gave(fd);
        traced::close(fd);
    }
    m_to_close.clear();
    m_common.wake.notify_all();
}

// shutdown(2) wakes accept, select, recv and send alike, loses no race and lasts, but only on sockets that exist: so again and
// again, for those that are new, until the program has seen the wish. All of it is recorded: it is why its calls return.
void Participant::end_program()
{
    const auto goes_on = [this] { return !over || !m_guest_over; };
    end_benches();
    if (goes_on()) {
        gate.release();
        if (!seat)
            record_control();
        company.release_gates();
    }
    // A stream that is neither connected nor listens yet forgets it; ENOTCONN of datagrams is no failure.
    const auto shut = [this](int fd) { return traced::shutdown(fd, SHUT_RDWR) == 0 || errno != ENOTCONN || listing->datagrams; };
    const int deaf = terminal ? 0 : deaf_after; // at its keyboard nothing else wakes it
    for (int round = 0; goes_on() && m_common.anything_ends(); ++round) {
        if (!seat) // of which a signal is enough
            company.descriptors.each(shut);
        if (round > deaf && round % 10 == 1) {
            posix::interrupt(pulse.tid);
            company.interrupt();
        }
        if (round > clients_after && round % 10 == 1)
            m_common.hurry_clients();
        std::unique_lock lock(m_common.wake_mutex);
        m_common.wake.wait_for(lock, again_every, [&] { return !goes_on(); });
    }
    if (goes_on())
        return;
    if (m_guest.joinable())
        m_guest.join();
    if (m_thread.joinable())
        m_thread.join();
    close_all();
}

// A bench that has nothing to do ends by itself.
void Participant::end_benches()
{
    for (bench::Seat *const one : {seat, m_guest_bench})
        if (one)
            one->end();
    std::unique_lock lock(m_common.wake_mutex);
    if (seat && seat->done({}))
        m_common.wake.wait(lock, [this] { return over.load(); });
    if (m_guest_bench && m_guest_bench->done({}))
        m_common.wake.wait(lock, [this] { return m_guest_over.load(); });
}

// What is its still, because it could not end in order: its port is free again, its peers are told. The kernel does so for a bench.
void Participant::close_all()
{
    for (int fd; (fd = company.descriptors.first()) != -1;) {
        if (seat) {
            company.descriptors.closes(fd);
            ::close(fd);
            continue;
        }
        record_control();
        traced::close(fd);
    }
    if (!company.killed_by || m_common.giving_up)
        return;
    record_control(); // as the kernel does: also what it was begun with
    for (int fd = STDIN_FILENO; terminal && fd <= STDERR_FILENO; ++fd)
        traced::close(fd);
}

std::vector<Left> Participant::left()
{
    std::vector<Left> all;
    if (!begun)
        return all;
    if (!over)
        all.push_back({name, name_of(pulse.call)});
    for (const auto &[thread, call] : company.calls())
        all.push_back({thread, name_of(call)});
    if (shares_table() && !over)
        for (const int fd : Observer::helpers_reading([this](int each) { return is_ours(each); }))
            all.push_back({{}, "read", fd});
    return all;
}

// Its gates are shut, so that it never makes another call.
void Participant::give_up()
{
    {
        std::unique_lock lock(m_common.wake_mutex); // who only waits for a thread of the C library that never comes waits no more
        m_common.wake.wait_for(lock, last_chance, [this] { return over && m_guest_over; });
    }
    m_behind = left();
    gate.shut();
    company.shut_gates();
    for (const auto &[thread, is_over] : {std::pair(&m_thread, over.load()), {&m_guest, m_guest_over.load()}})
        if (thread->joinable())
            is_over ? thread->join() : thread->detach();
    close_all();
    for (const Left &one : m_behind)
        if (one.fd != -1)
            keep_number(one.fd);
    m_measured_control.reset();
}

} // namespace lab
