// SPDX-License-Identifier: MIT
#include "archive/journal.h"

#include "archive/document.h"
#include "archive/format.h"

#include <cerrno>
#include <cstdio>
#include <new>
#include <unistd.h>
#include <utility>

namespace archive {
namespace {

// A Trace that goes on where `part` ends: the same threads, and what is in flight still is.
trace::Trace continued(trace::Trace &part)
{
    trace::Trace next;
    next.programs = std::move(part.programs);
    next.threads = std::move(part.threads);
    next.files = std::move(part.files);
    next.chapters = std::move(part.chapters);
    trace::Batch batch{.in_flight = part.in_flight(), .in_flight_changed = true};
    for (trace::Event &event : batch.in_flight) {
        if (!trace::has_words_elsewhere(event))
            continue;
        const auto payload = trace::payload::all(event, part.words);
        trace::payload::stands_at(event, batch.words.size(), payload.size());
        batch.words.insert(batch.words.end(), payload.begin(), payload.end());
    }
    next.append(std::move(batch));
    return next;
}

} // namespace

Journal::Journal(const QString &path, const trace::Run &run) : m_file(path)
{
    if (!m_file.open(QIODevice::WriteOnly | QIODevice::Truncate))
        m_result = {Fault::cannot_write, m_file.errorString()};
    m_part.run = run;
    m_taken = true; // the first part may be empty
    write(run);
}

void Journal::take(const trace::Batch &batch)
{
    if (!m_result || batch.empty())
        return;
    try {
        m_part.append(batch);
    } catch (const std::bad_alloc &) {
        m_result = {Fault::no_memory, {}};
        throw;
    }
    m_taken = true;
}

bool Journal::write(const trace::Run &run)
{
    if (!m_result || !m_taken)
        return bool(m_result);
    m_part.run = run;
    if (std::exchange(m_lesson_told, m_lesson_told || !run.lesson.text.empty()))
        m_part.run.lesson = {};
    try {
        add_part();
    } catch (const Broken &broken) {
        m_result = {broken.fault, broken.detail};
    } catch (const std::bad_alloc &) {
        m_result = {Fault::no_memory, {}};
    }
    if (!m_result)
        m_part = {};
    return bool(m_result);
}

void Journal::add_part()
{
    const auto still_good = [this] {
        errno = 0;
        if (!m_file.flush() || m_file.error() != QFileDevice::NoError)
            throw Broken{Fault::cannot_write, errno ? qt_error_string(errno) : m_file.errorString()};
    };
    write_document(m_file, m_part, m_parts, [&](size_t) { still_good(); });
    still_good();
    ++m_parts;
    m_part = continued(m_part);
    m_taken = false;
}

bool Journal::write_to_disk(const trace::Run &run)
{
    if (write(run) && fdatasync(m_file.handle()) == -1)
        m_result = {Fault::cannot_write, qt_error_string(errno)};
    return bool(m_result);
}

void Journal::remove()
{
    m_file.close();
    QFile::remove(path()); // QFile's own does nothing once a write has failed
}

// rename(2): the file that has the name is replaced.
bool Journal::rename(const QString &path)
{
    if (std::rename(QFile::encodeName(m_file.fileName()).constData(), QFile::encodeName(path).constData()) == -1)
        return false;
    m_file.close();
    m_file.setFileName(path);
    return true;
}

} // namespace archive
