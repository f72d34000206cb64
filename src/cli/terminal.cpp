// SPDX-License-Identifier: MIT
#include "cli/terminal.h"

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <unistd.h>

namespace cli {
namespace {

constexpr qsizetype at_once = 1 << 16;

} // namespace

bool Terminal::line(const QByteArray &text)
{
    m_kept += text;
    m_kept += '\n';
    if (m_kept.size() >= at_once)
        flush();
    return m_error == 0;
}

void Terminal::flush()
{
    const char *next = m_kept.constData();
    qsizetype left = m_error ? 0 : m_kept.size();
    while (left > 0) {
        const ssize_t written = ::write(STDOUT_FILENO, next, size_t(left));
        if (written >= 0) {
            next += written;
            left -= written;
        } else if (errno != EINTR) {
            m_error = errno;
            break;
        }
    }
    m_kept.clear();
}

int Terminal::finish(int code)
{
    flush();
    if (!m_error)
        return code;
    if (m_error == EPIPE)
        return fail(say("Cli", "The program that reads the output has ended; not everything was written."));
    return fail(say("Cli", "The output cannot be written: %1.").arg(QString::fromLocal8Bit(std::strerror(m_error))));
}

void Terminal::note(const QString &sentence)
{
    const QByteArray text = "iomodels: " + sentence.toUtf8() + '\n';
    std::fwrite(text.constData(), 1, size_t(text.size()), stderr);
}

int Terminal::fail(const QString &sentence)
{
    note(sentence);
    return failed;
}

int Terminal::misuse(const QString &sentence, const QString &command)
{
    const QString help =
        command.isEmpty() ? QStringLiteral("iomodels --help") : QStringLiteral("iomodels %1 --help").arg(command);
    note(sentence + u' ' + say("Cli", "See: %1").arg(help));
    return wrong_usage;
}

} // namespace cli
