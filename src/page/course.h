// SPDX-License-Identifier: MIT
// The index of a course: a row for each lesson, in the lecture's order, with what its server's thread did.
#pragma once

#include "lessons/lesson_file.h"

#include <QByteArray>
#include <QJsonArray>

#include <vector>

namespace page {

// A lesson, and its page.
struct Entry {
    lessons::LessonFile lesson;
    QString file;      // "select-server.html", beside the index; empty: it has no page
    QJsonArray strip = {};
    size_t chapters = 0, questions = 0;
};

// `language`: the code of the one it opens in.
QByteArray course_of(const std::vector<Entry> &entries, const QString &language);

} // namespace page
