// SPDX-License-Identifier: MIT
// Asks the caller's Progress now and then.
#pragma once

#include "archive/format.h"

#include <QElapsedTimer>

namespace archive {

class Pace {
public:
    Pace(const Progress &progress, qint64 total) : m_progress(progress), m_total(total) { ask(0); }
    // `done` bytes of the total are done. Throws Broken when the answer is to cancel.
    void at(qint64 done)
    {
        if (m_since.elapsed() >= interval_ms)
            ask(done);
    }
    void finished() { ask(m_total); }

private:
    static constexpr qint64 interval_ms = 200;

    void ask(qint64 done)
    {
        if (m_progress && !m_progress(done, m_total))
            throw Broken{Fault::cancelled, {}};
        m_since.start();
    }

    const Progress &m_progress;
    const qint64 m_total;
    QElapsedTimer m_since;
};

} // namespace archive
