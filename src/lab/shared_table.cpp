// SPDX-License-Identifier: MIT
#include "lab/shared_table.h"

#include "posix/context.h"
#include "posix/thread.h"

#include <condition_variable>
#include <mutex>
#include <optional>
#include <set>
#include <unistd.h>
#include <utility>

namespace lab {
namespace {

// The lasting thread: as long as it lives, so does its table.
class Owner {
public:
    Owner() : m_failed(posix::start_thread(m_thread, [this] { run(); })) {}
    ~Owner()
    {
        {
            const std::scoped_lock lock(m_mutex);
            m_ending = true;
        }
        m_changed.notify_all();
        if (m_thread.joinable())
            m_thread.join();
    }
    std::optional<Problem> start(std::thread &thread, std::function<void()> work)
    {
        const std::scoped_lock one_at_a_time(m_starting);
        std::unique_lock lock(m_mutex);
        if (!m_thread.joinable())
            m_failed = posix::start_thread(m_thread, [this] { run(); });
        if (m_failed)
            return Problem{"pthread_create", m_failed};
        m_work = std::move(work);
        m_changed.notify_all();
        m_changed.wait(lock, [this] { return !m_work; });
        thread = std::move(m_started);
        return std::exchange(m_problem, std::nullopt);
    }

private:
    void run()
    {
        const OwnThread own;
        pthread_setname_np(pthread_self(), shared_table_name);
        std::unique_lock lock(m_mutex);
        for (bool shares = true;;) { // the table of the whole process, until it has one of its own
            m_changed.wait(lock, [this] { return m_ending || m_work; });
            if (m_ending)
                return;
            if (const int error = shares ? posix::own_descriptor_table() : 0)
                m_problem = Problem{"close_range", error};
            else
                shares = false;
            const auto begin = [work = *m_work] {
                const OwnThread own_too;
                work();
            };
            if (const int error = m_problem ? 0 : posix::start_thread(m_started, begin))
                m_problem = Problem{"pthread_create", error};
            m_work.reset();
            m_changed.notify_all();
        }
    }

    std::mutex m_starting, m_mutex; // the second: all below
    std::condition_variable m_changed;
    std::optional<std::function<void()>> m_work;
    std::thread m_started;
    std::optional<Problem> m_problem; // of the latest
    bool m_ending = false;
    std::thread m_thread; // uses the others
    int m_failed = 0;     // errno: there is no such thread
};

struct OwnThreads {
    std::mutex mutex;
    std::set<int> tids;
};

OwnThreads &own_threads()
{
    static OwnThreads threads;
    return threads;
}

} // namespace

OwnThread::OwnThread()
{
    const std::scoped_lock lock(own_threads().mutex);
    own_threads().tids.insert(gettid());
}

OwnThread::~OwnThread()
{
    const std::scoped_lock lock(own_threads().mutex);
    own_threads().tids.erase(gettid());
}

bool is_own_thread(int tid)
{
    const std::scoped_lock lock(own_threads().mutex);
    return own_threads().tids.contains(tid);
}

std::optional<Problem> start_with_shared_table(std::thread &thread, std::function<void()> work)
{
    own_threads(); // outlives the owner
    static Owner owner;
    return owner.start(thread, std::move(work));
}

} // namespace lab
