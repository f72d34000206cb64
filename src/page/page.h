// SPDX-License-Identifier: MIT
// A recording as one page for a browser: drawings, sentences in every language, questions. It asks for nothing from a network.
#pragma once

#include "lessons/lesson_file.h"
#include "trace/trace.h"

#include <QByteArray>
#include <QJsonArray>
#include <QString>

#include <functional>
#include <optional>

namespace page {

inline constexpr qsizetype most_bytes = 300'000; // of a page

// What becomes a page.
struct Source {
    const trace::Trace &trace;
    const lessons::LessonFile *lesson = nullptr; // whose run it is; nullptr: none's
    QString name;            // of the file, without its suffix: under it the browser keeps what was answered
    QString language;        // code of the one it opens in
    size_t from = 0, to = 0; // steps, both inclusive; to == 0: all
    QString back = {}, recording = {}; // files beside it: of the course's index, of the recording; or empty
};

struct Page {
    QByteArray html;      // empty: even the steps around what is said and asked do not fit into most_bytes, or it was cancelled
    size_t steps = 0;     // that are in it
    size_t left_out = 0;  // that are not: those far from what is said and asked
    QJsonArray strip;     // what the first program's thread did, for the index: [kind, share], …
    size_t chapters = 0, questions = 0;
    bool cancelled = false;
};

// Told how many steps are drawn, of how many; answers false to cancel.
using Progress = std::function<bool(size_t done, size_t total)>;

Page page_of(const Source &source, const Progress &progress = {});

} // namespace page
