// SPDX-License-Identifier: MIT
// Data and descriptor sets as a listing writes them.
#pragma once

#include "trace/event.h"

#include <QString>

#include <string_view>
#include <vector>

namespace words {

// What C++ keeps as UTF-8: a name of the field, a word that was typed.
QString as_text(std::string_view utf8);

// The first bytes that a recv(), send(), read() or write() moved, as a string literal: "abc"; what is no text as \x41.
// An ellipsis follows when there were more than the recording keeps.
QString quoted(const trace::Event &event);

// "{3, 4}"; long sets are cut short in the middle: "{3, 4, 5, 6, 7, 8, …, 503}".
QString set_text(const std::vector<int> &members);

} // namespace words
