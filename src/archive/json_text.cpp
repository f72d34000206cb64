// SPDX-License-Identifier: MIT
#include "archive/json_text.h"

#include <QString>

#include <algorithm>
#include <charconv>

namespace archive {
namespace {

bool is_ascii(char letter)
{
    return static_cast<unsigned char>(letter) < 0x80;
}

template <typename Number>
void append(std::string &text, Number value)
{
    char digits[24];
    text.append(digits, std::to_chars(digits, digits + sizeof digits, value).ptr);
}

void append_escaped(std::string &text, std::string_view utf8)
{
    static constexpr char digits[] = "0123456789abcdef";
    for (const char letter : utf8) {
        const auto code = static_cast<unsigned char>(letter);
        if (letter == '"' || letter == '\\') {
            text += '\\';
            text += letter;
        } else if (code < 0x20 || code == 0x7f) {
            text += "\\u00";
            text += digits[code >> 4];
            text += digits[code & 15];
        } else {
            text += letter;
        }
    }
}

} // namespace

void JsonText::separate()
{
    if (!m_text.empty() && m_text.back() != '{' && m_text.back() != '[' && m_text.back() != ':')
        m_text += ',';
}

void JsonText::begin(char bracket)
{
    separate();
    m_text += bracket;
}

void JsonText::key(std::string_view name)
{
    separate();
    m_text += '"';
    m_text += name;
    m_text += "\":";
}

void JsonText::number(int64_t value)
{
    separate();
    append(m_text, value);
}

void JsonText::counter(uint64_t value)
{
    separate();
    append(m_text, value);
}

void JsonText::as_it_is(std::string_view json)
{
    separate();
    m_text += json;
}

void JsonText::thousandths(int64_t value)
{
    separate();
    const uint64_t size = value < 0 ? 0 - uint64_t(value) : uint64_t(value);
    if (value < 0)
        m_text += '-';
    append(m_text, size / 1000);
    const unsigned rest = unsigned(size % 1000);
    const char point[] = {'.', char('0' + rest / 100), char('0' + rest / 10 % 10), char('0' + rest % 10)};
    m_text.append(point, sizeof point);
}

void JsonText::text(std::string_view utf8)
{
    separate();
    m_text += '"';
    if (std::ranges::all_of(utf8, is_ascii))
        append_escaped(m_text, utf8);
    else
        append_escaped(m_text, QString::fromUtf8(utf8.data(), qsizetype(utf8.size())).toStdString());
    m_text += '"';
}

} // namespace archive
