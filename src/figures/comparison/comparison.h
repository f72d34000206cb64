// SPDX-License-Identifier: MIT
// The comparison of the models (UNP 6.6): one message of each on one axis, both phases, and the measured table.
#pragma once

#include "drawing/sheet.h"
#include "figures/figure.h"
#include "replay/measures/stretches.h"
#include "words/measures.h"

namespace figures {

using namespace drawing;

// One model, measured.
struct Compared {
    QString name;                             // stable: "nonblocking:1"
    QString title;
    QString failure;                          // a sentence, when it did not do its work; then there is nothing else
    std::vector<replay::Measured> runs;
    std::optional<replay::Example> example;   // of the latest run; none: its recording was not kept
    std::vector<replay::Stretch> stretches;   // of the server's thread around that message
    int64_t answered = 0;                     // ns, when the server's next send() had returned; 0: it did not
    // The system call in which a thread of the C library was seen asleep, waiting for data; empty: none was.
    QString helper;
};

struct ComparisonScene {
    const words::Language &language;
    std::vector<Compared> models;
    QString work;      // a line above all
    QStringList notes; // sentences below
    QString selected;  // id of the part with the keyboard's focus, or empty
    std::vector<replay::Measure> columns = {}; // of the table; none: all
};

QString comparison_title(const words::Language &);
QSizeF comparison_size(const ComparisonScene &);
Drawing comparison(const ComparisonScene &, QSizeF);

// For an audience, in letters no smaller than the usual ones: "comparison", one message of each model, and "cost", what was measured.
const Figure &one_message_figure();
const Figure &cost_figure();

// What the figure shows of a recording.
void show(Compared &model, const replay::Replay &replay);

// --- its pieces, each laid out from `top` down; return where they end, px

// `bottom`: no lower than there, and what does not fit in the usual letters, or into a row that ends above it, is left out; 0: as high as
// they like.
// Axis and rows; nothing when no model has a message.
qreal comparison_rows(Sheet &, const ComparisonScene &, qreal top, qreal bottom = 0);
qreal comparison_table(Sheet &, const ComparisonScene &, qreal top, qreal bottom = 0);

} // namespace figures
