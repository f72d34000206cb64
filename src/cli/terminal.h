// SPDX-License-Identifier: MIT
// Standard output and standard error: results on the one, what a person should know on the other.
#pragma once

#include "words/language.h"

#include <QByteArray>

#include <algorithm>
#include <cstdint>

namespace cli {

// The exit codes.
inline constexpr int done = 0, failed = 1, wrong_usage = 2;

// A count as say() takes it.
constexpr int plural(uint64_t count) { return int(std::min<uint64_t>(count, INT32_MAX)); }

class Terminal {
public:
    explicit Terminal(const words::Language &language) : m_language(language) {}
    ~Terminal() { flush(); }
    Terminal(const Terminal &) = delete;
    Terminal &operator=(const Terminal &) = delete;

    const words::Language &language() const { return m_language; }
    // words::Language::say() in the user's language.
    QString say(const char *context, const char *text, const char *comment = nullptr, int n = -1) const
    {
        return m_language.say(context, text, comment, n);
    }

    // A line of the result; the line's end is added. False once it cannot be written any more: stop then. What a terminal would obey
    // instead of showing it, from a recording, a peer or a file's name, is written as JSON writes it: \u001b.
    bool line(const QByteArray &text);
    bool line(const QString &text) { return line(text.toUtf8()); }
    // Several, of the program's own: `text` has their ends.
    void lines(const QString &text);
    // Writes what is still kept back. Returns `code`, or, when standard output cannot be written, says so and returns
    // failed.
    int finish(int code = done);

    // A sentence on stderr, with the program's name, as line() writes it.
    void note(const QString &sentence);
    // The same; returns failed.
    int fail(const QString &sentence);
    // The same, with where to find help; returns wrong_usage.
    int misuse(const QString &sentence, const QString &command = {});

private:
    void flush();

    const words::Language &m_language;
    QByteArray m_kept;
    int m_error = 0; // errno of the write that failed
};

} // namespace cli
