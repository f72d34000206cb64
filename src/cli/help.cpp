// SPDX-License-Identifier: MIT
// What --help prints.
#include "cli/command.h"

#include <vector>

namespace cli {
namespace {

constexpr qsizetype columns = 80;
constexpr auto window_usage = "iomodels [--server NAME] [--script FILE|NAME] [--port N] [--paused]\n"
                              "                [--theme NAME] [RECORDING.iotrace|FILE.lesson]";

// `text` in lines that begin after `indent` columns; the first is continued where it is.
QString wrapped(const QString &text, qsizetype indent)
{
    QString lines;
    qsizetype column = indent;
    for (const QString &word : text.split(u' ')) {
        if (column > indent && column + 1 + word.size() > columns) {
            lines += u'\n' + QString(indent, u' ');
            column = indent;
        } else if (column > indent) {
            lines += u' ';
            ++column;
        }
        lines += word;
        column += word.size();
    }
    return lines + u'\n';
}

// Two columns: what to type, what it does.
QString table(const std::vector<std::pair<QString, QString>> &rows)
{
    qsizetype width = 0;
    for (const auto &[typed, meaning] : rows)
        width = std::max(width, typed.size());
    QString lines;
    for (const auto &[typed, meaning] : rows)
        lines += QStringLiteral("  ") + typed.leftJustified(width + 2) + wrapped(meaning, width + 4);
    return lines;
}

QString typed(const Option &option)
{
    const QStringList names = QString::fromLatin1(option.name).split(u',');
    QString text = names.size() > 1 ? u'-' + names[0] + QStringLiteral(", ") : QString();
    text += QStringLiteral("--") + names.back();
    return option.value ? text + u' ' + QLatin1String(option.value) : text;
}

} // namespace

QString help(const Terminal &terminal, const Command *command)
{
    std::vector<std::pair<QString, QString>> options;
    QString text;
    if (command) {
        text = terminal.say("Cli", "Usage: %1").arg(QStringLiteral("iomodels %1 %2%3").arg(QLatin1String(command->name),
            QLatin1String(command->arguments), QLatin1String(*command->arguments ? " [OPTIONS]" : "[OPTIONS]")));
        text += QStringLiteral("\n\n") + wrapped(terminal.say("Cli", command->summary), 0);
        if (command->more)
            text += u'\n' + wrapped(terminal.say("Cli", command->more), 0);
        for (const Option &option : command->options)
            options.emplace_back(typed(option), option.listed ? terminal.say("Cli", option.help).arg(option.listed(terminal.language()))
                                                              : terminal.say("Cli", option.help));
    } else {
        text = terminal.say("Cli", "Usage: %1").arg(QLatin1String(window_usage))
               + QLatin1String("\n       iomodels COMMAND [OPTIONS]\n\n");
        text += wrapped(terminal.say("Cli", "Real servers and clients, recorded call by call. Without a command the "
                                            "window is opened."), 0);
        std::vector<std::pair<QString, QString>> rows;
        for (const Command *each : commands())
            rows.emplace_back(QLatin1String(each->name), terminal.say("Cli", each->summary));
        text += u'\n' + terminal.say("Cli", "Commands (they need no display):") + u'\n' + table(rows);
        options.emplace_back(QStringLiteral("--version"), terminal.say("Cli", "Print the version."));
    }
    options.emplace_back(QStringLiteral("--lang ") + words::Language::codes().join(u'|'),
                         terminal.say("Cli", "Language of messages and pictures; otherwise the system's."));
    options.emplace_back(QStringLiteral("-h, --help"), terminal.say("Cli", "Print this help, or that of a command."));
    text += u'\n' + terminal.say("Cli", "Options:") + u'\n' + table(options);
    text += u'\n' + wrapped(terminal.say("Cli", "Exit codes: 0 done, 1 it failed and said why, 2 wrong usage."), 0);
    return text;
}

} // namespace cli
