// SPDX-License-Identifier: MIT
// Work that may wait, done away from the window's thread.
#pragma once

#include <QObject>

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace ui {

class Background : public QObject {
    Q_OBJECT
public:
    // What is to be done in the window's thread once the work is over; may be empty.
    using After = std::function<void()>;

    // At most `threads` at a time; with one, work is done in the order it was asked for.
    explicit Background(int threads, QObject *parent = nullptr);
    // Waits for all work; what should follow it is forgotten.
    ~Background() override;

    // Does `work` in another thread, then what it returned in the window's. When the system allows no thread at all, the window's
    // does it, and the window waits.
    void run(std::function<After()> work);
    // Waits for all work there is.
    void finish();
    // From any thread: does `what` in the window's thread soon.
    void in_window(std::function<void()> what);

private:
    void serve();

    const size_t m_most;
    std::mutex m_mutex; // all below
    std::condition_variable m_changed;
    std::deque<std::function<After()>> m_waiting;
    size_t m_busy = 0; // threads at work
    bool m_ending = false;
    std::vector<std::thread> m_threads;
};

} // namespace ui
