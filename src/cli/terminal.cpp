// SPDX-License-Identifier: MIT
#include "cli/terminal.h"

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <poll.h>
#include <unistd.h>

namespace cli {
namespace {

constexpr qsizetype at_once = 1 << 16;

// ECMA-48's control functions, also the 8-bit ones, and what turns the direction of all that follows.
bool is_obeyed(char16_t unit)
{
    return unit < 0x20 || (unit >= 0x7f && unit < 0xa0) || (unit >= 0x202a && unit <= 0x202e) || (unit >= 0x2066 && unit <= 0x2069);
}

QByteArray only_shown(const QByteArray &utf8)
{
    const auto may_be_obeyed = [](char byte) { return (byte >= 0 && byte < 0x20) || byte == 0x7f || byte == '\xc2' || byte == '\xe2'; };
    if (std::ranges::none_of(utf8, may_be_obeyed))
        return utf8;
    QString shown;
    for (const QChar letter : QString::fromUtf8(utf8))
        shown += is_obeyed(letter.unicode()) ? QStringLiteral("\\u%1").arg(letter.unicode(), 4, 16, QLatin1Char('0')) : QString(letter);
    return shown.toUtf8();
}

} // namespace

void Terminal::lines(const QString &text)
{
    for (const QString &each : text.split(u'\n'))
        line(each);
}

bool Terminal::line(const QByteArray &text)
{
    m_kept += only_shown(text);
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
    const QByteArray text = "iomodels: " + only_shown(sentence.toUtf8()) + '\n';
    // Who reads it may not: a signal that is to end the program gets through all the same, and the sentence is given up.
    sigset_t through;
    pthread_sigmask(SIG_BLOCK, nullptr, &through);
    for (const int signal : {SIGINT, SIGTERM, SIGHUP})
        sigdelset(&through, signal);
    pollfd room{STDERR_FILENO, POLLOUT, 0};
    if (ppoll(&room, 1, nullptr, &through) != -1)
        [[maybe_unused]] const ssize_t written = ::write(STDERR_FILENO, text.constData(), size_t(text.size()));
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
