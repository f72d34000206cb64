// SPDX-License-Identifier: MIT
// What the speaker sees, as one drawing; the audience's picture is painted into the place it leaves.
#pragma once

#include "drawing/drawing.h"
#include "words/language.h"

#include <QStringList>

namespace ui {

struct SpeakerPage {
    struct Line {
        enum Mark : uint8_t { done, now, open } mark = open;
        QString text, beside;
        bool operator==(const Line &) const = default;
    };
    QString clock, spent;             // of the day; since the lecture began
    double done = 0, planned = 0;     // shares of the time there is: gone, and where the lesson should be by its plan
    QString pace;                     // "2 minutes early"
    QString title, place;             // of the lesson; where in it
    QString screen;                   // what the audience sees: "shown", "black"
    QString next, next_note;          // the next sentence, and what is not known of it yet
    QString note;                     // of the lecturer for this chapter
    std::vector<Line> questions, chapters;
};

// `size`: px; `audience`: the proportions of its screen. `preview` gets where its picture goes.
drawing::Drawing speaker_page(const words::Language &language, const SpeakerPage &page, QSizeF size, QSizeF audience, QRectF &preview);

} // namespace ui
