// SPDX-License-Identifier: MIT
// Figure 6.6 of the book as a slide: one message by each of several models on one axis, and what follows from it in one sentence.
#pragma once

#include "figures/phases/telling.h"

namespace figures {

// One model with its message: times in ns from when the client began to send it.
struct SixRow {
    struct Piece {
        enum Kind : uint8_t {
            waiting, polling, running, handler, call, // of the program
            copying,
            copy_at_most,  // asleep still, then copying: which when, is not known
            free_meanwhile, // it need not wait; a thread of the library does so for it, and copies
            free,
            again,         // asleep again
        } kind = running;
        int64_t from = 0, to = 0;
    };
    QString name, title;             // name: stable, of the parts
    QString how, waited, copied;     // `how`: a line below the title; `waited`, `copied`: in the bar. Between backticks is code
    OneRead::Way way = OneRead::at_once;
    Piece::Kind before = Piece::waiting; // what it did until the data came
    int64_t waited_from = 0;         // negative; 0: the data was there
    std::vector<Piece> pieces;       // from 0 on, in order
    int64_t in_hand = 0, until = 0;  // until: it is done with it
    CopyTime copy;
    int64_t bytes = 0;
    bool datagram = false;
};
// Of the last message in the recording that was awaited; nothing: none was read of which it is known when it came.
std::optional<SixRow> six_row(const words::Language &, const replay::Replay &replay, const QString &name, const QString &title);

struct SixScene {
    const words::Language &language;
    std::vector<SixRow> rows;
    QString title = {};    // instead of the usual one
    QString selected = {};
};
inline constexpr size_t most_in_six = 8; // rows
inline constexpr QSizeF six_size(1280, 720);
QString six_title(const SixScene &);
// What follows from these figures.
QString six_conclusion(const SixScene &);
// Laid out at six_size, as large as fits into `size`.
Drawing six(const SixScene &, QSizeF size = six_size);

} // namespace figures
