// SPDX-License-Identifier: MIT
// The recording of a run that is to be saved, from before the run begins: it is kept beside its file while it is made, so that
// nothing ends the program that takes more of it than the last half second.
#pragma once

#include "cli/live.h"
#include "cli/terminal.h"

#include "archive/journal.h"

#include <QElapsedTimer>

namespace cli {

class Kept {
public:
    // `path`: where it is to be saved; empty: nowhere, and nothing is kept.
    Kept(Terminal &terminal, const QString &path, const trace::Run &run);

    // False, after one sentence: nothing can be written there, which is better known before the run than after.
    bool can_be_saved() const { return m_good; }
    // From the run's own thread, while it goes on. Throws std::bad_alloc.
    void take(const trace::Batch &batch, const trace::Run &run);
    // Saves what was recorded; what cannot be saved there is kept elsewhere, and where is said. False: the file asked for has not
    // got it.
    bool save(const Recorded &recorded);

private:
    void say_limit();
    bool keep_elsewhere(const Recorded &recorded);

    Terminal &m_terminal;
    const QString m_path;
    std::optional<archive::Journal> m_journal;
    QElapsedTimer m_written;
    bool m_good = true;
};

} // namespace cli
