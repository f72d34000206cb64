// SPDX-License-Identifier: MIT
// The chapters of a recording, as they are told.
#pragma once

#include "trace/trace.h"
#include "words/language.h"

namespace words {

// In which chapter, counted from 1, the recording was at `time` ns; 0: in none, before the first or after the last.
size_t chapter_at(const trace::Trace &, int64_t time);
// Its title in this language, or in the one that it has.
QString chapter_title(const Language &, const trace::Chapter &);
// "Chapter 2: The first client"; empty for chapter 0.
QString chapter_words(const Language &, const trace::Trace &, size_t chapter);

} // namespace words
