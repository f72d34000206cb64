// SPDX-License-Identifier: MIT
// Recordings as files: .iotrace, which is CBOR (RFC 8949) with the events in columns, as typed arrays (RFC 8746).
#pragma once

#include "trace/trace.h"

#include <QString>

#include <functional>
#include <memory>

namespace archive {

enum class Fault : uint8_t {
    none, cannot_read, not_a_trace, newer_version, truncated, damaged, too_large, no_memory, cannot_write,
    not_a_file, // a device or a pipe: renaming a file over it would remove it
    cancelled,
};

struct Result {
    Fault fault = Fault::none;
    QString detail; // the system's own words for cannot_read and cannot_write; else what is damaged, for developers
    qint64 byte = 0; // how far it was read
    bool unfinished = false; // of open(): the recording was kept while it was made, and its run did not end in order
    explicit operator bool() const { return fault == Fault::none; }
};

// Told how far it is, in bytes; answers false to cancel. Called a few times a second at most.
using Progress = std::function<bool(qint64 done, qint64 total)>;

// Writes `trace` to `path`. The file there before stays whole until the new one is complete (QSaveFile).
Result save(const trace::Trace &trace, const QString &path, const Progress &progress = {});

// Reads a recording. Every number is checked; memory follows what is really in the file, never what it claims.
Result open(const QString &path, std::unique_ptr<trace::Trace> &trace, const Progress &progress = {});

// Writes Chrome trace-event JSON, which Perfetto opens: a track per thread, complete events in µs from the run's
// beginning, the arguments as in the program's own JSON.
Result export_chrome(const trace::Trace &trace, const QString &path, const Progress &progress = {});

} // namespace archive
