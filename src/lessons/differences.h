// SPDX-License-Identifier: MIT
// Where a wrong answer and the kernel's differ, bit by bit, slot by slot: what is to be looked at, and what is to be said of each.
#pragma once

#include "lessons/followed.h"

namespace lessons {

struct Difference {
    QStringList parts; // of a figure, by their names (drawing/drawing.h): the first that it has
    QString sentence;  // as the figure says it of that part
};

// Of a question that was answered with `given` and whose answer the recording has told; empty: it is right, or no part of a figure shows it.
std::vector<Difference> differences(const words::Language &, const replay::Replay &, const Item &item, const QJsonValue &given);

} // namespace lessons
