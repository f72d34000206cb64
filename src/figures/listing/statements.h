// SPDX-License-Identifier: MIT
// What a listing's reader needs to know about C++: where statements begin and end, and what is a comment or a keyword.
#pragma once

#include "words/language.h"

#include <QString>
#include <QStringList>

#include <vector>

namespace figures {

// Lines from 1, both inclusive.
struct Lines {
    int first = 0, last = 0;
    bool operator==(const Lines &) const = default;
};

// The lines of the statement that line `line` belongs to: up to the end of a call whose arguments go over several
// lines.
Lines statement_at(const QStringList &text, int line);

// A stretch of one line in one style; stretches follow one another and cover the line.
struct Stretch {
    enum Style : uint8_t { plain, keyword, comment, literal } style = plain;
    qsizetype from = 0, size = 0;
    bool operator==(const Stretch &) const = default;
};
// Comments to the end of the line, string and character literals, the language's own words. No comments over several
// lines: the listings have none.
std::vector<Stretch> stretches(const QString &line);

// `line` with its comment in that language; the code is as it was compiled.
QString commented(const QString &line, const words::Language &language);

// `line` with half its indentation.
QString narrowed(const QString &line);

// `line` in rows of at most `columns` letters, broken at spaces where there are any; rows but the first are indented.
// Each row is given by where it begins and how long it is.
struct Row {
    qsizetype from = 0, size = 0;
    int indent = 0; // columns
    bool operator==(const Row &) const = default;
};
std::vector<Row> rows_of(const QString &line, int columns);

} // namespace figures
