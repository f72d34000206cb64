// SPDX-License-Identifier: MIT
// The repository's own files as text, and the rules of the house as functions of such text.
#pragma once

#include <QString>
#include <QStringList>

#include <vector>

namespace house {

// A file of the repository: `path` as from its top, with slashes.
struct File {
    QString path;
    QString text;
};

// All C++, CMake and shell files below `folders` of the repository, ordered by path.
std::vector<File> files(const QStringList &folders);

// Every rule answers with what is wrong, one line each, beginning with the path; empty: all is well.

// Rooms only include and link the rooms their arrows lead to.
QStringList against_the_arrows(const File &file);
// What a room's wing is built upon does not look up to the wing.
QStringList up_to_a_wing(const File &file);
// The engine's rooms know no Qt.
QStringList qt_in_the_engine(const File &file);
// Nobody uses Qt Network: the core is POSIX.
QStringList qt_network(const File &file);
// At most 500 lines.
QStringList too_long(const File &file);
// The order of trace::Call means nothing: nobody compares two of them.
QStringList order_of_calls(const File &file);
// Constants of the kernel are named in src/calls alone: nobody else keeps a table of them.
QStringList tables_of_names(const File &file);
// What may be found only so often in the house, since it has one place: `pattern` in the C++ of rooms below `folders` that are not
// among `apart`.
struct Bound {
    const char *what;
    const char *pattern;
    QStringList folders, apart;
    int most = 0;       // hits; of files, when `files`
    bool files = false;
};
const std::vector<Bound> &bounds();
QStringList beyond(const Bound &bound, const std::vector<File> &files);
// The licence stands in one of the first two lines.
QStringList without_licence(const File &file);
// A text for people names only files that there are: "src/trace/event.h" at its place, "select.cpp" somewhere. What has NAME in it
// is to be written.
QStringList names_what_is_not_there(const File &file);
// Each .cpp file of `files` is named in the CMakeLists.txt of its folder or of one above.
QStringList not_built(const std::vector<File> &files);

} // namespace house
