// SPDX-License-Identifier: MIT
// What compare does with recordings that are there already, and how its pictures look.
#pragma once

#include "cli/command.h"
#include "cli/compared.h"
#include "cli/pictures.h"
#include "figures/comparison/six.h"

namespace cli {

// What the options ask of the picture.
struct ComparedPicture {
    drawing::ThemeName theme = drawing::ThemeName::light;
    QSizeF size;        // empty: as it likes
    bool table = true;
    QString title;      // empty: the usual one
};
// On misuse says what is wrong and returns nothing. `table`: whether it has one if nobody says.
std::optional<ComparedPicture> compared_picture(const Given &given, bool table);

// With the table: the figure below its title; without: the slide of the book's figure 6.6.
bool draw_compared(const Given &given, const ComparedPicture &wish, const figures::ComparisonScene &whole, const figures::SixScene &slide, const QString &path);

// compare --from; returns the exit code.
int compare_recordings(const Given &given);

} // namespace cli
