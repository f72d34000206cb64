// SPDX-License-Identifier: MIT
// iomodels run: a server, with a script's clients or with whoever connects.
#include "cli/audience.h"
#include "cli/event_lines.h"
#include "cli/kept.h"
#include "cli/sources.h"

#include "lessons/catalogue.h"
#include "servers/server.h"

#include <cmath>

namespace cli {
namespace {

constexpr double longest_wait = 1e9; // s
constexpr double most_bytes = 1 << 30;

const Option options[] = {
    {"script", "FILE|NAME",
     QT_TRANSLATE_NOOP("Cli", "Clients that do what this script says: a file, or a name from "
                              "\"iomodels list scripts\". Without it the server serves until Ctrl-C or SIGTERM.")},
    {"port", "N", QT_TRANSLATE_NOOP("Cli", "The port to listen on, at 127.0.0.1. Otherwise the kernel chooses one.")},
    {"listen", "ADDRESS",
     QT_TRANSLATE_NOOP("Cli", "Let others in at this IPv4 address of this machine, from other machines too: with nc, or with a page in a browser. "
                              "Each is led to the server, within limits, as a client of 127.0.0.1. Otherwise nobody can come from elsewhere.")},
    {"connect", "PORT", QT_TRANSLATE_NOOP("Cli", "Where a chat program connects to, at 127.0.0.1. Otherwise a chat server is started with it.")},
    {"stdin-pipe", nullptr, QT_TRANSLATE_NOOP("Cli", "The standard input of a program with a terminal is a pipe instead.")},
    {"timeout", "SECONDS", QT_TRANSLATE_NOOP("Cli", "The timeout of the servers that wait in select(), poll() or epoll_wait(); the last two "
                                 "count whole milliseconds. 0: they only ask. Otherwise they wait forever.")},
    {"pause", "MILLISECONDS",
     QT_TRANSLATE_NOOP("Cli", "How long the nonblocking servers sleep between two rounds of polling; otherwise not at all.")},
    {"send-buffer", "BYTES",
     QT_TRANSLATE_NOOP("Cli", "SO_SNDBUF of a TCP server's connections: a small one is soon full. Otherwise as the kernel "
                              "chooses.")},
    {"free-descriptors", "N",
     QT_TRANSLATE_NOOP("Cli", "How many descriptors the servers of select(), poll() and epoll may still get: then EMFILE. Otherwise as many as the "
                              "system allows.")},
    {"queued-signals", nullptr,
     QT_TRANSLATE_NOOP("Cli", "The sigio servers ask with F_SETSIG for a real-time signal, which is queued and names its "
                              "descriptor. Otherwise SIGIO.")},
    {"notify", "HOW",
     QT_TRANSLATE_NOOP("Cli", "How the aio servers are told that a read is complete: suspend, signal or thread; otherwise suspend.")},
    {"edge", nullptr,
     QT_TRANSLATE_NOOP("Cli", "The epoll server watches with EPOLLET: it is told once for each arrival, and reads until EAGAIN.")},
    {"patience", "SECONDS",
     QT_TRANSLATE_NOOP("Cli", "How long a wait of the script may take before the run fails; otherwise 30.")},
    {"save", "FILE.iotrace", QT_TRANSLATE_NOOP("Cli", "Save the recording. While the run goes on it is kept in FILE.unfinished-PID.iotrace, which stays "
                                                   "and can be opened if the program is killed.")},
    {"json", nullptr,
     QT_TRANSLATE_NOOP("Cli", "When the run has ended, print every event as JSON, one object a line.")},
};

// The number given as `option`, or `otherwise` when it was not; nothing: it was misused, which has been said.
std::optional<double> number(const Given &given, const char *option, double otherwise, double least, double most)
{
    if (!given.has(option))
        return otherwise;
    bool good = false;
    const double value = given.value(option).toDouble(&good);
    if (good && value >= least && value <= most)
        return value;
    given.terminal.misuse(given.say("Cli", "--%1 takes a number from %2 to %3, not \"%4\".")
                              .arg(QLatin1String(option))
                              .arg(least, 0, 'f', 0)
                              .arg(most, 0, 'f', 0)
                              .arg(given.value(option)),
                          QStringLiteral("run"));
    return {};
}

// What only some servers heed, and what is said to the others.
struct Heeded {
    const char *option;
    servers::Option heeds;
    const char *otherwise; // English source text, context "Cli"
};
constexpr Heeded heeded[] = {
    {"timeout", servers::timeout_option, QT_TRANSLATE_NOOP("Cli", "The server \"%1\" has no timeout.")},
    {"pause", servers::pause_option, QT_TRANSLATE_NOOP("Cli", "The server \"%1\" does not poll: it has no pause.")},
    {"send-buffer", servers::send_buffer_option, QT_TRANSLATE_NOOP("Cli", "The server \"%1\" has no connections whose send buffer could be set.")},
    {"free-descriptors", servers::descriptors_option, QT_TRANSLATE_NOOP("Cli", "The server \"%1\" cannot be left so few descriptors.")},
    {"queued-signals", servers::signal_option, QT_TRANSLATE_NOOP("Cli", "The server \"%1\" is not driven by signals.")},
    {"notify", servers::notify_option, QT_TRANSLATE_NOOP("Cli", "The server \"%1\" does not use aio: nobody tells it of complete reads.")},
    {"stdin-pipe", servers::pipe_option, QT_TRANSLATE_NOOP("Cli", "The server \"%1\" reads no standard input.")},
    {"edge", servers::edge_option, QT_TRANSLATE_NOOP("Cli", "The server \"%1\" knows no edge: that is epoll's.")},
};

// What the options ask for; nothing: they were misused, which has been said.
std::optional<lessons::Choice> choice(const Given &given)
{
    const QString name = given.arguments[0];
    const auto wrong = [&](const QString &why) {
        given.terminal.misuse(why, QStringLiteral("run"));
        return std::nullopt;
    };
    const servers::Server *server = servers::named(name.toStdString());
    if (!server)
        return wrong(given.say("Cli", "There is no server \"%1\"; \"iomodels list servers\" names them.").arg(name));
    for (const Heeded &one : heeded)
        if (given.has(one.option) && !(server->heeds & one.heeds))
            return wrong(given.say("Cli", one.otherwise).arg(name));
    lessons::Choice choice{.server = name, .script = given.value("script")};
    if (given.has("notify")) {
        choice.wishes.notify = servers::notify_named(given.value("notify").toStdString());
        if (!choice.wishes.notify)
            return wrong(given.say("Cli", "--notify takes suspend, signal or thread, not \"%1\".").arg(given.value("notify")));
    }
    const auto port = number(given, "port", 0, 0, 65535);
    const auto connect = number(given, "connect", 0, 1, 65535);
    const auto timeout = number(given, "timeout", 0, 0, longest_wait);
    const auto pause = number(given, "pause", 0, 0, longest_wait);
    const auto send_buffer = number(given, "send-buffer", 0, 0, most_bytes);
    const auto left = number(given, "free-descriptors", 1, 1, 1000);
    if (!port || !connect || !timeout || !pause || !send_buffer || !left)
        return {};
    for (const auto &[value, option] : {std::pair(*port, "port"), {*connect, "connect"}})
        if (value != std::floor(value))
            return wrong(given.say("Cli", "A port is a whole number, not \"%1\".").arg(given.value(option)));
    if (*connect > 0 && server->peer.empty())
        return wrong(given.say("Cli", "The server \"%1\" connects to nobody.").arg(name));
    choice.port = uint16_t(*port);
    choice.connect = uint16_t(*connect);
    if (given.has("timeout"))
        choice.wishes.timeout = std::chrono::microseconds(int64_t(std::ceil(*timeout * 1e6)));
    if (given.has("pause"))
        choice.wishes.pause = std::chrono::microseconds(std::llround(*pause * 1e3));
    if (given.has("send-buffer"))
        choice.wishes.send_buffer = int(*send_buffer);
    if (given.has("free-descriptors"))
        choice.wishes.free_descriptors = int(*left);
    choice.wishes.queued_signals = given.has("queued-signals");
    choice.wishes.edge_triggered = given.has("edge");
    choice.wishes.stdin_pipe = given.has("stdin-pipe");
    return choice;
}

QString summary(const Given &given, const trace::Trace &trace)
{
    return given.say("Cli", "%n events were recorded in %1.", nullptr, plural(trace.events().size()))
        .arg(given.terminal.language().duration(trace.end() - trace.begin()));
}

int run(const Given &given)
{
    Terminal &terminal = given.terminal;
    const QString script = given.value("script"), file = given.value("save");
    const auto chosen = choice(given);
    const auto patience = chosen ? number(given, "patience", 30, 0, longest_wait) : std::nullopt;
    if (!patience)
        return wrong_usage;
    const auto plan = planned_run(terminal, *chosen);
    if (!plan)
        return failed;

    if (given.has("save") && (file.isEmpty() || (!lessons::named(script) && is_same_file(file, script))))
        return terminal.misuse(file.isEmpty() ? given.say("Cli", "The option %1 needs a value.").arg(QStringLiteral("--save"))
                                              : given.say("Cli", "The recording would replace the script %1: save it under another name.").arg(script),
                               QStringLiteral("run"));
    Kept kept(terminal, file, {.server = plan->settings.server});
    if (!kept.can_be_saved())
        return failed;
    std::optional<HeldSignals> held(std::in_place); // until the recording is saved
    Audience audience(terminal);
    if (given.has("listen"))
        if (const int code = audience.open(given.value("listen"), QString::fromStdString(plan->settings.server)); code != done)
            return code;
    const std::chrono::milliseconds longest(std::llround(*patience * 1e3));
    const Recorded recorded = record(*plan, longest, *held, [&](int listening) {
        if (plan->settings.serve.connect == 0) // else it is another program that listens, if one does
            terminal.note(servers::named(plan->settings.server)->datagrams
                              ? given.say("Cli", "127.0.0.1:%1 takes datagrams. Try: nc -u 127.0.0.1 %1").arg(listening)
                              : given.say("Cli", "127.0.0.1:%1 is listening. Try: nc 127.0.0.1 %1").arg(listening));
        audience.lead_to(uint16_t(listening));
    }, [&kept](const trace::Batch &batch, const trace::Run &of) { kept.take(batch, of); });
    audience.close();
    int code = judge(terminal, recorded, script);
    if (!kept.save(recorded))
        code = failed;
    held.reset(); // who reads the output may not read: a signal ends the program then
    if (given.has("json")) {
        print_events(terminal, *recorded.trace, true);
        return terminal.finish(code);
    }
    terminal.note(summary(given, *recorded.trace));
    return code;
}

} // namespace

constinit const Command run_command{
    .name = "run",
    .arguments = "SERVER",
    .summary = QT_TRANSLATE_NOOP("Cli", "Run a server and record it."),
    .more = QT_TRANSLATE_NOOP("Cli", "The recording can be looked at with \"iomodels show\", drawn with \"iomodels "
                                     "export\" and opened in the window."),
    .options = options,
    .draws = false,
    .least = 1,
    .most = 1,
    .run = run,
};

} // namespace cli
