// SPDX-License-Identifier: MIT
// What the window may be given on the command line.
#include "cli/command.h"
#include "cli/pictures.h"

#include "lessons/catalogue.h"
#include "servers/server.h"

#include <array>

namespace cli {
namespace {

int run(const Given &given)
{
    Terminal &terminal = given.terminal;
    const QString server = given.value("server"), script = given.value("script");
    if (given.has("server") && !servers::named(server.toStdString()))
        return terminal.misuse(given.say("Cli", "There is no server \"%1\"; \"iomodels list servers\" names them.").arg(server));
    if (const lessons::Lesson *lesson = lessons::named(script); lesson && given.has("server") && server != QLatin1String(lesson->server))
        return terminal.misuse(given.say("Cli", "The lesson \"%1\" is played on the server \"%2\": leave --server out, or name that one.")
                                   .arg(script, QLatin1String(lesson->server)));
    if (!wished_theme(given))
        return terminal.misuse(no_theme(given));
    bool number = true;
    if (given.has("port"))
        given.value("port").toUShort(&number);
    if (!number)
        return terminal.misuse(given.say("Cli", "A port is a whole number from 0 to 65535, not \"%1\".").arg(given.value("port")));
    return done;
}

constexpr std::array options{Option{"server", "NAME", nullptr}, Option{"script", "FILE|NAME", nullptr}, Option{"port", "N", nullptr},
                             Option{"paused", nullptr, nullptr}, Option{"theme", "light|dark|projector|print", nullptr}};

} // namespace

constinit const Command window_command{
    .name = "", .arguments = "[RECORDING.iotrace|FILE.lesson]", .summary = nullptr, .more = nullptr,
    .options = options, .draws = false, .least = 0, .most = 1, .run = run,
};

} // namespace cli
