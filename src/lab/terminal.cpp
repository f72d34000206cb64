// SPDX-License-Identifier: MIT
#include "lab/terminal.h"

#include "calls/keys.h"
#include "lab/run.h"
#include "posix/interrupt.h"
#include "posix/thread.h"
#include "posix/traced_terminal.h"

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <climits>
#include <cstdlib>
#include <fcntl.h>
#include <poll.h>
#include <pty.h>
#include <sched.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>
#include <utility>

namespace lab {
namespace {

constexpr size_t at_a_time = 16; // bytes: so much of each call is recorded
constexpr auto signal_comes = std::chrono::seconds(1); // at most: a terminal may be told to send none

// A session of its own, in the foreground of its terminal, that lives until that hangs up. SIGINT ends its child, and on descriptor 3 it says
// when there is one that can be ended so, r, and when one has been, i.
constexpr const char *stands_in = "trap : INT; trap '' QUIT TSTP; "
                                  "while sh -c 'echo r >&3; exec sleep infinity'; test $? -gt 128; do echo i >&3; done";

void shut(int &fd)
{
    if (fd != -1)
        ::close(fd);
    fd = -1;
}

// "/dev/pts/7": 7; -1: it is none.
int number_of(int terminal)
{
    char name[PATH_MAX] = "";
    if (ttyname_r(terminal, name, sizeof name) != 0)
        return -1;
    const std::string_view path = name;
    return std::atoi(name + path.find_last_of('/') + 1);
}

} // namespace

std::optional<Problem> Terminal::open(bool pipe)
{
    if (openpty(&m_user, &m_program, nullptr, nullptr, nullptr) == -1)
        return Problem{"openpty", errno};
    for (const int fd : {m_user, m_program}) // no other program gets them; the user's side never makes a caller wait for ever
        ::fcntl(fd, F_SETFD, FD_CLOEXEC);
    m_number = number_of(m_program);
    if (::pipe2(m_signals, O_CLOEXEC) == -1 || (pipe && ::pipe2(m_pipe, O_CLOEXEC) == -1))
        return Problem{"pipe", errno};
    m_has_pipe = pipe;
    int error = posix::start_thread(m_keyboard, [this] { run_keyboard(); });
    error = error ? error : posix::start_thread(m_screen, [this] { run_screen(); });
    return error ? std::optional(Problem{"pthread_create", error}) : std::nullopt;
}

int Terminal::become_standard() noexcept
{
    if (unshare(CLONE_FILES) == -1)
        return errno;
    const int input = m_pipe[0] == -1 ? m_program : m_pipe[0];
    if (dup2(input, STDIN_FILENO) == -1 || dup2(m_program, STDOUT_FILENO) == -1 || dup2(m_program, STDERR_FILENO) == -1)
        return errno;
    return posix::own_descriptor_table(); // all others go
}

void Terminal::handed_over() noexcept
{
    shut(m_program);
    shut(m_pipe[0]);
}

// Only a session leader has a controlling terminal, and to its foreground the line discipline sends signals.
bool Terminal::stand_in()
{
    if (m_stand_in || m_hung_up || m_has_pipe)
        return m_stand_in != 0;
    const std::string name = "/dev/pts/" + std::to_string(m_number);
    posix_spawn_file_actions_t files;
    posix_spawnattr_t how;
    sigset_t none, all;
    sigemptyset(&none);
    sigfillset(&all);
    posix_spawn_file_actions_init(&files);
    posix_spawnattr_init(&how);
    posix_spawn_file_actions_adddup2(&files, m_signals[1], 3);
    posix_spawn_file_actions_addopen(&files, 0, name.c_str(), O_RDWR, 0); // it becomes the session's
    posix_spawn_file_actions_adddup2(&files, 0, 1);
    posix_spawn_file_actions_adddup2(&files, 0, 2);
    posix_spawn_file_actions_addclosefrom_np(&files, 4);
    posix_spawnattr_setflags(&how, POSIX_SPAWN_SETSID | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
    posix_spawnattr_setsigmask(&how, &none);
    posix_spawnattr_setsigdefault(&how, &all);
    const char *const arguments[] = {"sh", "-c", stands_in, nullptr};
    if (posix_spawnp(&m_stand_in, "sh", &files, &how, const_cast<char *const *>(arguments), environ) != 0)
        m_stand_in = 0;
    posix_spawn_file_actions_destroy(&files);
    posix_spawnattr_destroy(&how);
    return m_stand_in != 0;
}

void Terminal::type(std::string text)
{
    const std::scoped_lock lock(m_mutex);
    if (text.find(calls::interrupt_key) != std::string::npos)
        stand_in();
    m_typed.push_back({std::move(text)});
    m_changed.notify_all();
}

void Terminal::type_end()
{
    const std::scoped_lock lock(m_mutex);
    m_typed.push_back({std::string(1, calls::end_of_file_key), Typed::end});
    m_changed.notify_all();
}

void Terminal::hang_up()
{
    const std::scoped_lock lock(m_mutex);
    m_typed.push_back({{}, Typed::hang_up});
    m_changed.notify_all();
}

bool Terminal::all_typed() const
{
    const std::scoped_lock lock(m_mutex);
    return m_typed.empty() && !m_busy;
}

std::string Terminal::shown() const
{
    const std::scoped_lock lock(m_mutex);
    return m_shown;
}

bool Terminal::shows(std::string_view text) const
{
    const std::scoped_lock lock(m_mutex);
    return m_shown.find(text) != std::string::npos;
}

// As much as the terminal takes; the rest is dropped when the program has gone.
void Terminal::put(std::string_view text)
{
    const int fd = m_has_pipe ? m_pipe[1] : m_user;
    while (!text.empty()) {
        const size_t interrupt = text.find(calls::interrupt_key); // npos + 1: none
        const size_t next = std::min({text.size(), at_a_time, interrupt + 1 ? interrupt + 1 : at_a_time});
        const int before = interrupt + 1 == next ? interrupts() : 0;
        const ssize_t n = traced::type_text(fd, text.data(), next);
        if (n == -1 && errno == EINTR && !posix::stopping())
            continue;
        if (n <= 0)
            return;
        text.remove_prefix(size_t(n));
        if (interrupt + 1 == size_t(n)) {
            std::unique_lock lock(m_mutex); // what is typed next is for who is left
            if (m_stand_in)
                m_changed.wait_for(lock, signal_comes, [&] { return m_over || m_interrupts != before; });
        }
    }
}

// How many have come, once one can come.
int Terminal::interrupts()
{
    std::unique_lock lock(m_mutex);
    m_changed.wait_for(lock, signal_comes, [this] { return m_over || m_ready || !m_stand_in; });
    return m_interrupts;
}

// Once the screen has left: as long as somebody sleeps in a call on it, the kernel keeps it open.
void Terminal::close_user()
{
    std::unique_lock lock(m_mutex);
    m_hung_up = true;
    while (!m_screen_over && !m_over) {
        posix::interrupt(m_screen_tid);
        m_changed.wait_for(lock, std::chrono::milliseconds(1));
    }
    lock.unlock();
    traced::type_end(m_user);
    lock.lock();
    m_user = -1;
}

void Terminal::run_keyboard()
{
    posix::Context context;
    context.recorder = m_recorder;
    context.pulse = &m_pulse;
    context.gate = &gate;
    context.stop = &m_over;
    const posix::Measured measured(context);
    std::unique_lock lock(m_mutex);
    while (m_changed.wait(lock, [this] { return m_over || !m_typed.empty(); }), !m_over) {
        const Typed next = std::move(m_typed.front());
        m_typed.pop_front();
        m_busy = true;
        lock.unlock();
        if (next.what == Typed::hang_up)
            close_user();
        else if (next.what == Typed::end && m_has_pipe)
            traced::type_end(std::exchange(m_pipe[1], -1));
        else
            put(next.text);
        lock.lock();
        m_busy = false;
    }
    m_keyboard_over = true;
}

// Nobody records it: what it reads is what write() of the program has put there, and the echo.
void Terminal::run_screen()
{
    m_screen_tid = gettid();
    char buffer[4096];
    pollfd both[2] = {{m_user, POLLIN, 0}, {m_signals[0], POLLIN, 0}};
    for (pollfd &user = both[0]; !m_over && !m_hung_up;) {
        user.revents = both[1].revents = 0;
        if (::poll(both, 2, -1) == -1 && errno != EINTR)
            break;
        if (both[1].revents & POLLIN && ::read(m_signals[0], buffer, 1) == 1 && buffer[0] != '\n')
            pass_on(buffer[0] == 'i');
        if (user.revents & POLLIN) {
            const ssize_t n = ::read(m_user, buffer, sizeof buffer);
            const std::scoped_lock lock(m_mutex);
            if (n > 0)
                m_shown.append(buffer, size_t(n));
        } else if (user.revents) { // the program's side is closed
            break;
        }
    }
    m_screen_over = true;
    m_changed.notify_all();
}

// To who stands in for the program a signal has come, or it is ready for one.
void Terminal::pass_on(bool signal)
{
    int pid = 0;
    {
        const std::scoped_lock lock(m_mutex);
        pid = m_stand_in;
    }
    if (signal)
        m_interrupted(SIGINT, pid);
    const std::scoped_lock lock(m_mutex);
    m_ready = !signal;
    m_interrupts += signal;
    m_changed.notify_all();
}

void Terminal::release()
{
    {
        const std::scoped_lock lock(m_mutex);
        m_over = true;
    }
    gate.release();
    m_changed.notify_all();
}

void Terminal::end()
{
    release();
    // Their descriptors may not be those of this thread: only a signal wakes them from write() and poll().
    while ((m_keyboard.joinable() && !m_keyboard_over) || (m_screen.joinable() && !m_screen_over)) {
        if (!m_keyboard_over && m_pulse.tid)
            posix::interrupt(m_pulse.tid);
        if (!m_screen_over && m_screen_tid)
            posix::interrupt(m_screen_tid);
        std::unique_lock lock(m_mutex); // not a sleep, which would be a system call that is not recorded
        m_changed.wait_for(lock, std::chrono::milliseconds(1));
    }
    if (m_keyboard.joinable())
        m_keyboard.join();
    if (m_screen.joinable())
        m_screen.join();
}

Terminal::~Terminal()
{
    end();
    if (m_stand_in) {
        ::kill(-m_stand_in, SIGKILL);
        ::waitpid(m_stand_in, nullptr, 0);
    }
    for (int *fd : {&m_user, &m_program, &m_pipe[0], &m_pipe[1], &m_signals[0], &m_signals[1]})
        shut(*fd);
}

} // namespace lab
