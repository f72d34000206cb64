// SPDX-License-Identifier: MIT
// What the options of export ask of a picture, still or moving.
#pragma once

#include "cli/command.h"
#include "drawing/drawing.h"
#include "figures/figure.h"

#include <optional>

namespace cli {

struct Wish {
    const figures::Figure *figure = nullptr;
    drawing::ThemeName theme = drawing::ThemeName::light;
    QSizeF size;
    qreal scale = 2; // of what moves 1, unless --scale says another
    figures::Range range;
};

// On misuse says what is wrong and returns nothing. What `moves` needs no figure, and any of them may have a range.
std::optional<Wish> wish(const Given &given, bool moves);
// The program that is to be in front; nothing: there is none, which has been said.
std::optional<uint16_t> front_of(const Given &given, const trace::Trace &trace);

} // namespace cli
