// SPDX-License-Identifier: MIT
#include "lab/shared_table.h"

#include "posix/context.h"

#include <condition_variable>
#include <mutex>
#include <optional>
#include <set>
#include <unistd.h>

namespace lab {
namespace {

// The lasting thread: as long as it lives, so does its table.
class Owner {
public:
    Owner() : m_thread([this] { run(); }) {}
    ~Owner()
    {
        {
            const std::scoped_lock lock(m_mutex);
            m_ending = true;
        }
        m_changed.notify_all();
        m_thread.join();
    }
    std::thread start(std::function<void()> work)
    {
        const std::scoped_lock one_at_a_time(m_starting);
        std::unique_lock lock(m_mutex);
        m_work = std::move(work);
        m_changed.notify_all();
        m_changed.wait(lock, [this] { return m_started.joinable(); });
        return std::move(m_started);
    }

private:
    void run()
    {
        const OwnThread own;
        posix::own_descriptor_table();
        pthread_setname_np(pthread_self(), shared_table_name);
        std::unique_lock lock(m_mutex);
        for (;;) {
            m_changed.wait(lock, [this] { return m_ending || m_work; });
            if (m_ending)
                return;
            m_started = std::thread([work = std::move(*m_work)] {
                const OwnThread own_too;
                work();
            });
            m_work.reset();
            m_changed.notify_all();
        }
    }

    std::mutex m_starting, m_mutex; // the second: all below
    std::condition_variable m_changed;
    std::optional<std::function<void()>> m_work;
    std::thread m_started;
    bool m_ending = false;
    std::thread m_thread; // last: uses the others
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

std::thread start_with_shared_table(std::function<void()> work)
{
    own_threads(); // outlives the owner
    static Owner owner;
    return owner.start(std::move(work));
}

} // namespace lab
