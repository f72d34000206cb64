// SPDX-License-Identifier: MIT
#include "cli/kept.h"

#include "cli/sources.h"

#include "lessons/problems.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

#include <sys/resource.h>

namespace cli {
namespace {

constexpr qint64 write_every = 500; // ms
constexpr rlim_t roomy = 64 << 20;  // bytes: what a long lecture's recording takes

// "a.iotrace" as "a.WHAT-4711.iotrace", in `folder`.
QString beside(const QFileInfo &file, const QString &folder, const QString &what)
{
    const QString suffix = QStringLiteral(".iotrace"), name = file.fileName();
    return QDir(folder).filePath(QStringLiteral("%1.%2-%3%4")
                                     .arg(name.endsWith(suffix) ? name.chopped(suffix.size()) : name, what)
                                     .arg(QCoreApplication::applicationPid())
                                     .arg(suffix));
}

} // namespace

Kept::Kept(Terminal &terminal, const QString &path, const trace::Run &run) : m_terminal(terminal), m_path(path)
{
    if (path.isEmpty())
        return;
    m_good = can_write(terminal, path);
    if (!m_good)
        return;
    m_journal.emplace(beside(QFileInfo(path), QFileInfo(path).path(), QStringLiteral("unfinished")), run);
    m_good = bool(m_journal->result());
    if (!m_good) {
        m_journal->remove();
        terminal.fail(lessons::fault(terminal.language(), m_journal->result(), path));
    }
    say_limit();
    m_written.start();
}

void Kept::say_limit()
{
    rlimit size{};
    if (m_good && getrlimit(RLIMIT_FSIZE, &size) == 0 && size.rlim_cur < roomy)
        m_terminal.note(m_terminal.say("Cli", "The system lets this program write files of %n bytes at most (ulimit -f): a longer recording cannot "
                                              "be saved.", nullptr, plural(size.rlim_cur)));
}

void Kept::take(const trace::Batch &batch, const trace::Run &run)
{
    if (!m_journal)
        return;
    m_journal->take(batch);
    if (m_written.elapsed() < write_every)
        return;
    m_journal->write(run);
    m_written.start();
}

bool Kept::save(const Recorded &recorded)
{
    if (!m_journal)
        return true;
    const bool nothing = recorded.trace->events().empty(), over_a_good_one = !recorded.began && QFileInfo::exists(m_path);
    if (nothing || over_a_good_one) {
        m_journal->remove();
        if (over_a_good_one)
            m_terminal.note(m_terminal.say("Cli", "The run did not begin: %1 is as it was.").arg(m_path));
        return true;
    }
    const bool lacks = recorded.out_of_memory && m_journal->result(); // then there is more in the journal
    archive::Result result = lacks ? archive::Result{archive::Fault::no_memory, {}} : archive::save(*recorded.trace, m_path);
    if (result) {
        m_journal->remove();
        return true;
    }
    if (result.fault == archive::Fault::no_memory && m_journal->write_to_disk(recorded.trace->run) && m_journal->rename(m_path))
        return true;
    m_terminal.fail(lessons::fault(m_terminal.language(), result, m_path));
    if (!keep_elsewhere(recorded))
        m_terminal.note(m_terminal.say("Cli", "What was recorded could not be kept anywhere else either."));
    return false;
}

bool Kept::keep_elsewhere(const Recorded &recorded)
{
    const auto is_in = [this](const QString &path) {
        m_terminal.note(m_terminal.say("Cli", "What was recorded is in %1.").arg(path));
        return true;
    };
    if (m_journal->write_to_disk(recorded.trace->run) && m_journal->has_parts())
        return is_in(m_journal->path());
    for (const QString &folder : {QDir::homePath(), QDir::tempPath()}) {
        const QString path = beside(QFileInfo(m_path), folder, QStringLiteral("kept"));
        if (!archive::save(*recorded.trace, path))
            continue;
        m_journal->remove();
        return is_in(path);
    }
    if (!m_journal->has_parts()) {
        m_journal->remove();
        return false;
    }
    m_terminal.note(m_terminal.say("Cli", "The beginning of what was recorded is in %1.").arg(m_journal->path()));
    return true;
}

} // namespace cli
