// SPDX-License-Identifier: MIT
// The lessons: which server, and the script its clients follow; what servers are called.
#pragma once

#include "servers/server.h"
#include "trace/trace.h"
#include "words/language.h"

#include <QString>

#include <span>

namespace lessons {

struct Lesson {
    const char *name;   // "select", as the command line takes it
    const char *server; // servers::named()
    const char *title;  // English source text, context "Lessons"
};

std::span<const Lesson> all();
const Lesson *named(QStringView name);
// The lesson called like the server, or the first that is played on it; nullptr: there is none.
const Lesson *of_server(QStringView server);
// The lesson's script, from the program's resources (resources/scripts/NAME.txt).
QString script(const Lesson &lesson);

// A text of statements for the bench.
struct BenchFile {
    const char *name;  // "deck-case", as the command line takes it
    const char *title; // English source text, context "Lessons"
};
std::span<const BenchFile> benches();
const BenchFile *bench_named(QStringView name);
// Its statements, from the program's resources (resources/benches/NAME.txt).
QString statements(const BenchFile &file);

// The server that was recorded, and its name; nullptr and "": it is not told, or none of this program's.
const servers::Server *server_of(const trace::Trace &trace);
QString server_name(const trace::Trace &trace);
// What a server is called in a list: "I/O multiplexing: select()"; `name` itself when it has no title.
QString server_title(const words::Language &, const QString &name);

} // namespace lessons
