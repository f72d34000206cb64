// SPDX-License-Identifier: MIT
// A recording that is kept while it is made: a file to which a part is added now and then, and which opens whenever the program
// ended, however it did. format.h tells of its parts.
#pragma once

#include "archive/iotrace.h"

#include <QFile>

namespace archive {

// For one thread. What has failed once is not tried again: a recording with a hole would be none.
class Journal {
public:
    // Begins the file: one that is there is replaced. Where it cannot be written, result() says so.
    Journal(const QString &path, const trace::Run &run);

    // Remembers what was recorded; throws std::bad_alloc.
    void take(const trace::Batch &batch);
    // Adds what was remembered to the file, if anything was. False once something has failed.
    bool write(const trace::Run &run);
    // The same, and waits until it is on the disk.
    bool write_to_disk(const trace::Run &run);

    const Result &result() const { return m_result; }
    QString path() const { return m_file.fileName(); }
    // Some parts are in a file that is still there.
    bool has_parts() const { return m_parts > 1 && m_file.exists(); }
    // The file goes, or gets another name; false: it could not.
    void remove();
    bool rename(const QString &path);

private:
    void add_part();

    QFile m_file;
    trace::Trace m_part; // what is not in the file yet; its programs, threads and files are all there are
    bool m_taken = false, m_lesson_told = false;
    int64_t m_parts = 0;
    Result m_result;
};

} // namespace archive
