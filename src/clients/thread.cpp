// SPDX-License-Identifier: MIT
// The thread of a client: takes commands, does them with a Connection, tells how far it is.
#include "clients/client.h"
#include "clients/connection.h"
#include "posix/thread.h"
#include "trace/recorder.h"

#include <algorithm>
#include <cerrno>
#include <condition_variable>
#include <csignal>
#include <cstdio>
#include <deque>
#include <fcntl.h>
#include <mutex>
#include <new>
#include <thread>
#include <unistd.h>

namespace clients {
namespace {

constexpr int wake_signal = SIGUSR2;

// Whether the signal has its handler, that does nothing, without SA_RESTART: the call it comes into returns EINTR (signal(7)).
bool wake_signal_is_handled()
{
    static const bool installed = [] {
        struct sigaction action{};
        action.sa_handler = [](int) {};
        sigemptyset(&action.sa_mask);
        return sigaction(wake_signal, &action, nullptr) == 0;
    }();
    return installed;
}

bool breaks_off(const Command &command)
{
    return command.kind == Command::close || command.kind == Command::reset;
}

} // namespace

struct Client::State {
    State(const posix::Context &given, uint32_t at, const std::atomic<int> &to, bool datagrams)
        : context(given), address(at), port(to), connection{.datagrams = datagrams}
    {
    }

    posix::Context context;
    const uint32_t address;
    const std::atomic<int> &port;
    std::atomic<bool> ending{false};
    std::atomic<bool> over{false};
    mutable std::mutex mutex;
    std::condition_variable_any changed;
    std::deque<Command> commands; // the first is being done while `busy`
    bool busy = false;
    Progress progress;
    Connection connection;
    std::thread thread;

    void run();
    int perform(const Command &command);
    int receive(int64_t until);
    void idle(int64_t until);
    bool closes_soon() const; // mutex held
    int receive_urgent();
    int receive_once(int64_t bytes);
    bool must_break_off() const;
    void publish(int error);
};

bool Client::State::closes_soon() const
{
    return std::any_of(commands.begin() + (commands.empty() ? 0 : 1), commands.end(), breaks_off);
}

bool Client::State::must_break_off() const
{
    if (ending)
        return true;
    const std::scoped_lock lock(mutex);
    return closes_soon();
}

void Client::State::idle(int64_t until)
{
    if (context.recorder) {
        trace::Slot planned;
        planned.call = trace::Call::planned;
        planned.length = until;
        context.recorder->write(planned);
    }
    const std::chrono::steady_clock::time_point time{std::chrono::nanoseconds(until)};
    std::unique_lock lock(mutex);
    changed.wait_until(lock, time, [this] { return ending || closes_soon(); });
}

int Client::State::receive_once(int64_t bytes)
{
    return connection.datagrams ? connection.receive_datagram() : connection.receive(bytes);
}

int Client::State::receive(int64_t until)
{
    while (connection.received < until && !connection.end_of_file) {
        const int error = receive_once(until - connection.received);
        if (error && !(error == EINTR && !must_break_off()))
            return error;
    }
    return 0;
}

int Client::State::receive_urgent()
{
    int error = 0;
    do
        error = connection.receive_urgent();
    while (error == EINTR && !must_break_off());
    return error;
}

int Client::State::perform(const Command &command)
{
    if (command.kind == Command::idle) {
        idle(command.bytes);
        return 0;
    }
    if (command.kind == Command::connect)
        return connection.sockfd == -1 ? connection.open(address, uint16_t(port.load()), command.bytes == 1) : EISCONN;
    if (connection.sockfd == -1)
        return command.kind == Command::close || command.kind == Command::finish ? 0 : ENOTCONN;
    switch (command.kind) {
    case Command::send:
        return connection.datagrams ? connection.send_datagrams(command.text, command.bytes)
                                    : connection.send_all(command.text, command.bytes);
    case Command::send_urgent: return connection.send_urgent(command.text);
    case Command::receive_urgent: return receive_urgent();
    case Command::receive:
        return command.bytes ? receive(connection.received + command.bytes) : receive_once(INT64_MAX);
    case Command::receive_until: return receive(command.bytes);
    case Command::shutdown: return connection.shut_down();
    case Command::reset: return connection.reset();
    default: return connection.close_down();
    }
}

void Client::State::publish(int error)
{
    const std::scoped_lock lock(mutex);
    progress.connected = connection.sockfd != -1;
    progress.half_closed = connection.half_closed;
    progress.closed_by_server = connection.end_of_file;
    progress.sent = connection.sent;
    progress.received = connection.received;
    progress.error = error;
    progress.failed = error ? connection.failed : trace::Call::count_;
}

void Client::State::run()
{
    const int table_error = posix::own_descriptor_table();
    {
        const posix::Measured measured(context);
        connection.moved = [this] { publish(0); };
        while (true) {
            Command command;
            {
                std::unique_lock lock(mutex);
                changed.wait(lock, [this] { return ending || !commands.empty(); });
                if (ending)
                    break;
                busy = true;
                command = std::move(commands.front());
            }
            connection.failed = trace::Call::count_;
            try {
                publish(table_error ? table_error : perform(command));
            } catch (const std::bad_alloc &) {
                publish(ENOMEM);
            }
            const std::scoped_lock lock(mutex);
            commands.pop_front();
            busy = false;
        }
        connection.close_down();
        publish(0);
    }
    over = true;
}

Client::Client(const posix::Context &context, uint32_t address, const std::atomic<int> &port, bool datagrams)
    : m(std::make_unique<State>(context, address, port, datagrams))
{
    wake_signal_is_handled();
    sigset_t wake, before;
    sigemptyset(&wake);
    sigaddset(&wake, wake_signal);
    pthread_sigmask(SIG_UNBLOCK, &wake, &before); // handed down: what the thread itself calls is recorded
    if (posix::start_thread(m->thread, [this] { m->run(); }) != 0)
        m->over = true;
    pthread_sigmask(SIG_SETMASK, &before, nullptr);
}

Client::~Client()
{
    request_end();
    while (!done()) {
        interrupt();
        std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }
    if (began())
        m->thread.join();
}

bool Client::began() const
{
    return m->thread.joinable();
}

void Client::tell(Command command)
{
    const std::scoped_lock lock(m->mutex);
    m->commands.push_back(std::move(command));
    m->changed.notify_all();
}

void Client::interrupt()
{
    if (!done() && wake_signal_is_handled())
        pthread_kill(m->thread.native_handle(), wake_signal);
}

bool Client::hurried() const
{
    const std::scoped_lock lock(m->mutex);
    return m->busy && m->closes_soon();
}

void Client::request_end()
{
    {
        const std::scoped_lock lock(m->mutex);
        m->ending = true;
    }
    m->changed.notify_all();
}

bool Client::done() const
{
    return m->over;
}

Progress Client::progress() const
{
    Progress copy;
    {
        const std::scoped_lock lock(m->mutex);
        copy = m->progress;
        copy.waiting = m->commands.size();
        copy.will_be_connected = copy.connected;
        copy.will_be_half_closed = copy.half_closed;
        for (const Command &command : m->commands) {
            if (command.kind == Command::connect)
                copy.will_be_half_closed = copy.will_be_half_closed && copy.will_be_connected;
            copy.will_be_half_closed |= command.kind == Command::shutdown;
            copy.will_be_connected = !breaks_off(command) && command.kind != Command::finish
                                     && (copy.will_be_connected || command.kind == Command::connect);
        }
    }
    const posix::Pulse &pulse = *m->context.pulse;
    copy.call = pulse.call;
    copy.asleep = copy.call != trace::Call::count_ && asleep(pulse.tid);
    return copy;
}

bool asleep(int tid)
{
    char path[64];
    std::snprintf(path, sizeof path, "/proc/self/task/%d/stat", tid);
    const int file = ::open(path, O_RDONLY | O_CLOEXEC);
    if (file == -1)
        return false;
    char text[512];
    const ssize_t size = ::read(file, text, sizeof text - 1);
    ::close(file);
    if (size <= 0)
        return false;
    // The state follows the name in parentheses, which may itself hold any character.
    const std::string_view stat(text, size_t(size));
    const size_t name_end = stat.rfind(')');
    return name_end + 2 < stat.size() && (stat[name_end + 2] == 'S' || stat[name_end + 2] == 'D');
}

} // namespace clients
