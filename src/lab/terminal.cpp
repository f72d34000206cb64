// SPDX-License-Identifier: MIT
#include "lab/terminal.h"

#include "calls/keys.h"
#include "lab/run.h"
#include "posix/interrupt.h"
#include "posix/thread.h"
#include "posix/traced_terminal.h"

#include <algorithm>
#include <cerrno>
#include <climits>
#include <cstdlib>
#include <fcntl.h>
#include <poll.h>
#include <pty.h>
#include <sched.h>
#include <unistd.h>

namespace lab {
namespace {

constexpr size_t at_a_time = 16; // bytes: so much of each call is recorded

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
    if (pipe && ::pipe2(m_pipe, O_CLOEXEC) == -1)
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

void Terminal::type(std::string text)
{
    const std::scoped_lock lock(m_mutex);
    m_typed.push_back({std::move(text), false});
    m_changed.notify_all();
}

void Terminal::type_end()
{
    const std::scoped_lock lock(m_mutex);
    m_typed.push_back({std::string(1, calls::end_of_file_key), true});
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
        const ssize_t n = traced::type_text(fd, text.data(), std::min(text.size(), at_a_time));
        if (n == -1 && errno == EINTR && !posix::stopping())
            continue;
        if (n <= 0)
            return;
        text.remove_prefix(size_t(n));
    }
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
        if (next.end && m_has_pipe)
            traced::type_end(m_pipe[1]);
        else
            put(next.text);
        lock.lock();
        if (next.end && m_has_pipe)
            m_pipe[1] = -1;
        m_busy = false;
    }
    m_keyboard_over = true;
}

// Nobody records it: what it reads is what write() of the program has put there, and the echo.
void Terminal::run_screen()
{
    m_screen_tid = gettid();
    char buffer[4096];
    for (pollfd user{m_user, POLLIN, 0}; !m_over;) {
        user.revents = 0;
        if (::poll(&user, 1, -1) == -1 && errno != EINTR)
            break;
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
    for (int *fd : {&m_user, &m_program, &m_pipe[0], &m_pipe[1]})
        shut(*fd);
}

} // namespace lab
