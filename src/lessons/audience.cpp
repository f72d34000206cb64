// SPDX-License-Identifier: MIT
#include "lessons/audience.h"

#include "audience/entrance.h"
#include "servers/server.h"
#include "words/errors.h"
#include "words/sentences.h"

namespace lessons {

QString audience_problem(const words::Language &language, const audience::Problem &problem, const QString &address)
{
    using audience::Problem;
    QStringList ours;
    for (const uint32_t each : audience::addresses_of_this_machine())
        ours += QString::fromStdString(audience::text_of(each));
    const QString there_are = ours.isEmpty() ? language.say("Problems", "This machine has no address at which others could reach it: is it in a network?")
                                             : language.say("Problems", "This machine can be reached at %1.").arg(language.either(ours));
    switch (problem.what) {
    case Problem::no_address:
        if (address.isEmpty())
            return there_are;
        return language.say("Problems", "\"%1\" is no IPv4 address. %2", "%2 is a sentence").arg(address, there_are);
    case Problem::not_ours: return language.say("Problems", "%1 is no address of this machine. %2", "%2 is a sentence").arg(address, there_are);
    case Problem::server_s:
        return language.say("Problems", "At %1 the server itself is: no other machine is let in there. %2", "%2 is a sentence").arg(address, there_are);
    case Problem::in_use: return language.say("Problems", "At %1 no port is free.").arg(address);
    case Problem::no_right: return language.say("Problems", "The system does not permit anybody to be let in at %1.").arg(address);
    case Problem::no_thread:
        return language.say("Problems", "The system does not allow another thread (pthread_create: %1). Close some clients or other programs, or "
                                        "raise the limit with “ulimit -u”.").arg(words::error_name(problem.error));
    case Problem::other: break;
    }
    return language.say("Problems", "Nobody can be let in at %1 (%2): %3.")
        .arg(address, words::error_name(problem.error), words::error_meaning(language, problem.error));
}

QString audience_address_gone(const words::Language &language, const QString &address)
{
    return language.say("Problems", "This machine has no longer the address %1, nobody reaches it there: close, and let the audience in at another one.").arg(address);
}

QString keeps_out(const words::Language &language, const QString &name)
{
    const servers::Server *server = servers::named(name.toStdString());
    if (server && server->datagrams)
        return language.say("Problems", "The server \"%1\" talks UDP: an audience can come in over TCP only.").arg(name);
    if (server && !server->serve)
        return language.say("Problems", "The bench is no server: an audience finds nobody there.");
    return {};
}

} // namespace lessons
