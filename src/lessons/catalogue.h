// SPDX-License-Identifier: MIT
// The lessons: which server, and the script its clients follow.
#pragma once

#include <QString>

#include <span>

namespace lessons {

struct Lesson {
    const char *name;   // "select", as the command line takes it
    const char *server; // servers::named()
    const char *title;  // English source text, context "Lessons"
    bool edge = false;  // servers::Settings::edge_triggered
};

std::span<const Lesson> all();
const Lesson *named(QStringView name);
// The lesson's script, from the program's resources (resources/scripts/NAME.txt).
QString script(const Lesson &lesson);

} // namespace lessons
