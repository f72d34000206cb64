// SPDX-License-Identifier: MIT
// A command of the command line: its options, its help, what it does.
#pragma once

#include "cli/terminal.h"

#include <QCommandLineParser>
#include <QStringList>

#include <span>

namespace cli {

struct Option {
    const char *name;  // "save"; a letter before a comma is its short form: "o,output"
    const char *value; // "FILE"; nullptr: the option takes none
    const char *help;  // English source text, context "Cli"
    QString (*listed)(const words::Language &) = nullptr; // what %1 in `help` stands for
};

// What a command was given.
struct Given {
    Terminal &terminal;
    const QCommandLineParser &options;
    QStringList arguments; // without the command's own name

    QString say(const char *context, const char *text, const char *comment = nullptr, int n = -1) const
    {
        return terminal.say(context, text, comment, n);
    }
    bool has(const char *option) const { return options.isSet(QString::fromLatin1(option)); }
    QString value(const char *option) const { return options.value(QString::fromLatin1(option)); }
};

struct Command {
    const char *name;
    const char *arguments; // as help shows them: "SERVER"
    const char *summary;   // English source text, context "Cli"
    const char *more;      // the same, a paragraph for its own help; or nullptr
    std::span<const Option> options;
    bool draws;            // needs fonts
    int least, most;       // how many arguments
    int (*run)(const Given &);
};

extern const Command list_command, play_command, quiz_command, run_command, bench_command, options_command, show_command, compare_command,
    export_command, slides_command;
extern const Command window_command; // only looks at what was given

// All of them, in the order help shows them.
std::span<const Command *const> commands();
// The command of that name, or nullptr.
const Command *command_named(const QString &name);

// The help of one command, or, with nullptr, of the program.
QString help(const Terminal &terminal, const Command *command);

} // namespace cli
