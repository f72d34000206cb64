// SPDX-License-Identifier: MIT
#include "cli/cli.h"

#include "cli/command.h"

#include <QFile>
#include <QFileInfo>
#include <QGuiApplication>

#include <algorithm>
#include <array>
#include <csignal>
#include <cstdio>
#include <cstring>
#include <memory>
#include <new>
#include <system_error>

namespace cli {
namespace {

constexpr std::array<const Command *, 10> all_commands{&list_command, &play_command, &quiz_command, &run_command, &bench_command,
                                                       &options_command, &show_command, &compare_command, &export_command, &slides_command};

bool display_there()
{
    for (const char *name : {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"})
        if (!qEnvironmentVariableIsEmpty(name))
            return true;
    return false;
}

// The command line without the program's name and --lang, which may stand anywhere.
struct Line {
    QStringList arguments;
    QString language; // as given; null: not given
    bool language_missing = false;
    QString unreadable; // the first word that is no text of this system: as the name of a file it would be another one's

    explicit Line(const QStringList &given)
    {
        for (qsizetype i = 1; i < given.size(); ++i) {
            const QString &word = given[i];
            if (word == u"--lang" && i + 1 < given.size())
                language = given[++i];
            else if (word == u"--lang")
                language_missing = true;
            else if (word.startsWith(u"--lang="))
                language = word.mid(7);
            else
                arguments += word;
        }
    }
    Line(int argc, char **argv) : Line(as_strings(argc, argv))
    {
        for (int i = 1; i < argc && unreadable.isEmpty(); ++i)
            if (const QString word = QString::fromLocal8Bit(argv[i]); QFile::encodeName(word) != argv[i])
                unreadable = word;
    }
    static QStringList as_strings(int argc, char **argv)
    {
        QStringList words;
        for (int i = 0; i < argc; ++i)
            words += QString::fromLocal8Bit(argv[i]);
        return words;
    }
    QString first() const { return arguments.value(0); }
    bool has_platform() const { return arguments.contains(u"-platform") || arguments.contains(u"--platform"); }
};

// Neither an option nor a file: someone has mistyped a command.
bool mistyped(const QString &word)
{
    return !word.isEmpty() && !word.startsWith(u'-') && !word.contains(u'.') && !word.contains(u'/')
           && !QFileInfo::exists(word);
}

std::unique_ptr<QCoreApplication> application(int &argc, char **argv, bool draws)
{
    const QtMessageHandler usual = qInstallMessageHandler(only_errors);
    std::unique_ptr<QCoreApplication> made;
    if (draws) {
        qputenv("QT_QPA_PLATFORM", "offscreen");
        made = std::make_unique<QGuiApplication>(argc, argv);
    } else {
        made = std::make_unique<QCoreApplication>(argc, argv);
    }
    qInstallMessageHandler(usual);
    return made;
}

void declare(QCommandLineParser &parser, const Command &command)
{
    for (const Option &option : command.options)
        parser.addOption(
            {QString::fromLatin1(option.name).split(u','), QString(), QLatin1String(option.value ? option.value : "")});
    parser.addOption({{QStringLiteral("h"), QStringLiteral("help")}, QString()});
}

int perform(Terminal &terminal, const Command &command, const QStringList &words)
{
    const QString name = QLatin1String(command.name);
    QCommandLineParser parser;
    declare(parser, command);
    const bool understood = parser.parse(words);
    if (const QStringList unknown = parser.unknownOptionNames(); !unknown.isEmpty())
        return terminal.misuse(
            terminal.say("Cli", "There is no option %1.").arg((unknown[0].size() > 1 ? "--" : "-") + unknown[0]), name);
    if (!understood && words.back().startsWith(u'-') && !words.back().contains(u'='))
        return terminal.misuse(terminal.say("Cli", "The option %1 needs a value.").arg(words.back()), name);
    if (!understood)
        return terminal.misuse(terminal.say("Cli", "An option was given a value that it does not take."), name);
    if (parser.isSet(QStringLiteral("help"))) {
        terminal.lines(help(terminal, &command).chopped(1));
        return terminal.finish();
    }
    for (const Option &option : command.options)
        if (const QString given = QString::fromLatin1(option.name).section(u',', -1); option.value && parser.values(given).size() > 1)
            return terminal.misuse(terminal.say("Cli", "The option %1 was given more than once.").arg(QStringLiteral("--") + given), name);
    const QStringList arguments = parser.positionalArguments();
    if (arguments.size() < command.least)
        return terminal.misuse(
            terminal.say("Cli", "Something is missing after \"%1\": %2.").arg(name, QLatin1String(command.arguments)),
            name);
    if (arguments.size() > command.most)
        return terminal.misuse(terminal.say("Cli", "\"%1\" is one too many.").arg(arguments[command.most]), name);
    return command.run({terminal, parser, arguments});
}

int check_language(Terminal &terminal, const Line &line)
{
    if (line.language_missing)
        return terminal.misuse(terminal.say("Cli", "The option %1 needs a value.").arg(QStringLiteral("--lang")));
    const QStringList codes = words::Language::codes();
    if (!line.language.isNull() && !codes.contains(line.language))
        return terminal.misuse(terminal.say("Cli", "There is no language \"%1\", only %2.")
                                   .arg(line.language, terminal.language().all_of(codes)));
    return done;
}

int dispatch(Terminal &terminal, const Line &line)
{
    const QString first = line.first();
    if (!line.unreadable.isEmpty())
        return terminal.misuse(terminal.say("Cli", "\"%1\" is no UTF-8: rename the file first.").arg(line.unreadable));
    if (const int wrong = check_language(terminal, line))
        return wrong;
    if (const Command *command = command_named(first))
        return perform(terminal, *command, line.arguments);
    if (line.arguments.contains(u"--help") || line.arguments.contains(u"-h")) {
        terminal.lines(help(terminal, nullptr).chopped(1));
        return terminal.finish();
    }
    if (line.arguments.contains(u"--version")) {
        terminal.line(QStringLiteral("iomodels " IOMODELS_VERSION));
        return terminal.finish();
    }
    if (mistyped(first))
        return terminal.misuse(terminal.say("Cli", "There is no command \"%1\".").arg(first));
    if (const int wrong = perform(terminal, window_command, QStringList(QStringLiteral("iomodels")) + line.arguments))
        return wrong;
    return terminal.fail(terminal.say("Cli", "There is no display here, so no window can be opened. The commands of "
                                      "\"iomodels --help\" need none."));
}

} // namespace

void only_errors(QtMsgType type, const QMessageLogContext &, const QString &text)
{
    if (type == QtCriticalMsg || type == QtFatalMsg)
        std::fprintf(stderr, "%s\n", qUtf8Printable(text));
}

std::span<const Command *const> commands()
{
    return all_commands;
}

const Command *command_named(const QString &name)
{
    const auto found =
        std::ranges::find(all_commands, name, [](const Command *command) { return QLatin1String(command->name); });
    return found == all_commands.end() ? nullptr : *found;
}

bool wants(int argc, char **argv)
{
    const Line line(argc, argv);
    for (const char16_t *option : {u"--help", u"-h", u"--version"})
        if (line.arguments.contains(QStringView(option)))
            return true;
    return !line.unreadable.isEmpty() || command_named(line.first()) || mistyped(line.first()) || (!display_there() && !line.has_platform());
}

int main(int argc, char **argv)
{
    const Line line(argc, argv);
    const words::Language language(line.language.isNull() ? words::Language::of_system() : line.language);
    Terminal terminal(language);
    std::signal(SIGPIPE, SIG_IGN); // a closed pipe is an error of write(2)
    const Command *command = command_named(line.first());
    const auto app = application(argc, argv, command && command->draws);
    QCoreApplication::installTranslator(language.translator()); // the system's errors, as Qt says them
    try {
        return dispatch(terminal, line);
    } catch (const std::bad_alloc &) {
        return terminal.fail(terminal.say("Cli", "There is not enough memory."));
    } catch (const std::system_error &error) {
        const QString why = QString::fromLocal8Bit(std::strerror(error.code().value()));
        return terminal.fail(terminal.say("Cli", "The system does not allow another thread: %1.").arg(why));
    }
}

std::optional<WindowWish> window_wish(const QStringList &arguments)
{
    const Line line(arguments);
    const words::Language language(line.language.isNull() ? words::Language::of_system() : line.language);
    Terminal terminal(language);
    const QStringList words = arguments.first(1) + line.arguments;
    if (check_language(terminal, line) || perform(terminal, window_command, words))
        return {};
    QCommandLineParser parser;
    declare(parser, window_command);
    parser.parse(words);
    return WindowWish{parser.positionalArguments().value(0), parser.value(QStringLiteral("server")), parser.value(QStringLiteral("script")),
                      line.language, parser.value(QStringLiteral("theme")), parser.value(QStringLiteral("port")).toUShort(), parser.isSet(QStringLiteral("paused"))};
}

} // namespace cli
