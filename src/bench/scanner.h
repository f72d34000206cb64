// SPDX-License-Identifier: MIT
// The letters of a statement: where one is, what stands there, and what is wrong with it.
#pragma once

#include "bench/statement.h"

#include <algorithm>
#include <charconv>

namespace bench {

class Scanner {
protected:
    explicit Scanner(std::string_view line) : m_line(line) {}

    static bool begins_name(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; }
    static bool is_digit(char c) { return c >= '0' && c <= '9'; }
    static bool in_name(char c) { return begins_name(c) || is_digit(c); }

    bool quoted(char quote, std::string &into)
    {
        const int begin = column();
        for (++m_at; m_at < m_line.size(); ++m_at) {
            const char c = m_line[m_at];
            if (c == quote) {
                ++m_at;
                return true;
            }
            if (c != '\\')
                into += c;
            else if (!escape(into))
                return false;
        }
        return fail(Wrong::open_text, {}, begin);
    }

    bool escape(std::string &into)
    {
        const int begin = column();
        const char c = ++m_at < m_line.size() ? m_line[m_at] : 0;
        constexpr std::string_view letters = "ntr0\\\"'abfv", meant("\n\t\r\0\\\"'\a\b\f\v", 11);
        if (c == 'x') {
            int value = 0;
            const char *first = m_line.data() + m_at + 1, *last = m_line.data() + std::min(m_at + 3, m_line.size());
            const auto [stop, error] = std::from_chars(first, last, value, 16);
            if (error != std::errc())
                return fail(Wrong::bad_escape, "\\x", begin);
            into += char(value);
            m_at += size_t(stop - first);
            return true;
        }
        const size_t place = c ? letters.find(c) : std::string_view::npos;
        if (place == std::string_view::npos)
            return fail(Wrong::bad_escape, c ? std::string("\\") + c : "\\", begin);
        into += meant[place];
        return true;
    }

    // White space and comments.
    void skip()
    {
        while (m_at < m_line.size()) {
            if (is_space(m_line[m_at])) {
                ++m_at;
            } else if (m_line[m_at] == '#' || m_line.substr(m_at, 2) == "//") {
                m_at = m_line.size();
            } else if (m_line.substr(m_at, 2) == "/*") {
                const size_t end = m_line.find("*/", m_at + 2);
                m_at = end == std::string_view::npos ? m_line.size() : end + 2;
            } else {
                return;
            }
        }
    }

    static bool is_space(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == '\f' || c == '\v'; }
    bool at_end() const { return m_at >= m_line.size(); }
    char peek() const { return at_end() ? '\0' : m_line[m_at]; }
    int column() const { return int(m_at) + 1; }
    bool take(char c)
    {
        if (peek() != c || at_end())
            return false;
        ++m_at;
        return true;
    }
    std::string word()
    {
        const size_t begin = m_at;
        if (begins_name(peek()))
            while (!at_end() && in_name(m_line[m_at]))
                ++m_at;
        return std::string(m_line.substr(begin, m_at - begin));
    }
    std::string peek_word()
    {
        const size_t before = m_at;
        std::string next = word();
        m_at = before;
        return next;
    }
    bool fail(Wrong::What what, std::string word = {}, int at = 0)
    {
        if (!m_failed)
            m_wrong = Wrong{.what = what, .column = at ? at : column(), .word = std::move(word)};
        m_failed = true;
        return false;
    }

    const std::string_view m_line;
    size_t m_at = 0;
    bool m_failed = false;
    Wrong m_wrong;
};

} // namespace bench
