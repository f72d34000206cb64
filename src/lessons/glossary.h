// SPDX-License-Identifier: MIT
// The words of the lecture: each in every language, what it means in a sentence, and the lesson that shows it.
#pragma once

#include "lessons/lesson_file.h"

namespace lessons {

struct Term {
    Text word, means;
    QString lesson; // of the lecture
};

std::span<const Term> glossary();
// Those that stand in `text` as words, in the order in which they do; at most `most`.
std::vector<const Term *> terms_in(const QString &text, const words::Language &language, size_t most);
// Whether the word, in any language, or its meaning has `query` in it, whether with accents and in capitals or not.
bool matches(const Term &term, const words::Language &language, const QString &query);

} // namespace lessons
