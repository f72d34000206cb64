// SPDX-License-Identifier: MIT
#include "ui/common/background.h"

#include "posix/thread.h"

namespace ui {

Background::Background(int threads, QObject *parent) : QObject(parent), m_most(size_t(threads)) {}

Background::~Background()
{
    finish();
    {
        const std::scoped_lock lock(m_mutex);
        m_ending = true;
    }
    m_changed.notify_all();
    for (std::thread &thread : m_threads)
        thread.join();
}

void Background::finish()
{
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [this] { return m_waiting.empty() && m_busy == 0; });
}

void Background::run(std::function<After()> work)
{
    {
        const std::scoped_lock lock(m_mutex);
        std::thread thread;
        if (m_threads.size() < m_most && m_busy + m_waiting.size() >= m_threads.size()
            && posix::start_thread(thread, [this] { serve(); }) == 0)
            m_threads.push_back(std::move(thread));
        if (!m_threads.empty()) {
            m_waiting.push_back(std::move(work));
            work = nullptr;
        }
    }
    m_changed.notify_all();
    if (work)
        in_window([work = std::move(work)] {
            if (const After after = work())
                after();
        });
}

// One of its threads.
void Background::serve()
{
    std::unique_lock lock(m_mutex);
    for (;;) {
        m_changed.wait(lock, [this] { return m_ending || !m_waiting.empty(); });
        if (m_waiting.empty())
            return;
        {
            const std::function<After()> work = std::move(m_waiting.front());
            m_waiting.pop_front();
            ++m_busy;
            lock.unlock();
            if (After after = work())
                in_window(std::move(after));
        } // what it held goes here, not in the window's thread
        lock.lock();
        --m_busy;
        m_changed.notify_all();
    }
}

void Background::in_window(std::function<void()> what)
{
    QMetaObject::invokeMethod(this, std::move(what), Qt::QueuedConnection);
}

} // namespace ui
