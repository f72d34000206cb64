// SPDX-License-Identifier: MIT
// A listing that is wrong on purpose, beside the right one.
#pragma once

#include <QStringList>

#include <vector>

namespace figures {

// The right listing's file, as the wrong one's first lines name it: "// Wrong on purpose, beside select.cpp: …"; empty: it is none.
QString beside(const QStringList &text);

// Where the two differ: lines of the wrong one, counted from 1, and what stands there in the right one.
struct Difference {
    int first = 0, last = 0; // last < first: lines are missing before `first`
    QStringList right;
};
std::vector<Difference> differences(const QStringList &wrong, const QStringList &right);

} // namespace figures
