// SPDX-License-Identifier: MIT
// Compact JSON (RFC 8259), written from left to right: a recording has millions of objects.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace archive {

class JsonText {
public:
    // Every begin has its end; the caller keeps them in order.
    void begin_object() { begin('{'); }
    void end_object() { m_text += '}'; }
    void begin_array() { begin('['); }
    void end_array() { m_text += ']'; }
    // In an object, before each value. `name` is written as it is: letters, digits and _.
    void key(std::string_view name);

    void number(int64_t value);
    void counter(uint64_t value);
    void text(std::string_view utf8); // what is no UTF-8 becomes U+FFFD
    void null() { as_it_is("null"); }
    // JSON already.
    void as_it_is(std::string_view json);
    // A number of thousandths, with its point: 1500 as 1.500.
    void thousandths(int64_t value);

    const std::string &written() const { return m_text; }
    void clear() { m_text.clear(); }

private:
    void begin(char bracket);
    void separate();
    std::string m_text;
};

} // namespace archive
