// SPDX-License-Identifier: MIT
// The lecture's table of socket options, as this kernel answers: for an audience and for slides, as many rows on a page as can be read.
#pragma once

#include "figures/figure.h"

namespace figures {

struct OptionLine {
    QString level, name, type;
    bool get = false, set = false, flag = false; // as the lecture's table has them
    QString value, set_to, read_back;            // "–": there is none
    QString made;                                // what the kernel did, or why it is not there
    bool here = true, other = false;             // other: not as it was set, or refused
};

struct OptionsScene {
    words::Language language;
    QString of; // the kind of socket
    std::vector<OptionLine> lines;
    size_t page = 0; // shown, from 0
};

// How many pages of that size they are; at least 1.
size_t option_pages(const OptionsScene &, QSizeF size);
// The page; its parts are "option SO_RCVBUF". No letters smaller than the usual ones.
Drawing options(const OptionsScene &, QSizeF size);
// It names them: what it draws is in no Scene.
const Figure &options_figure();

} // namespace figures
