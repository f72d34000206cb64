// SPDX-License-Identifier: MIT
#include "lessons/option_words.h"

#include "words/quoted.h"

namespace lessons {

QString kinds_of(const std::vector<bench::SocketKind> &kinds)
{
    QStringList names;
    for (const bench::SocketKind kind : kinds)
        names += words::as_text(bench::name_of(kind));
    return names.join(QStringLiteral(", "));
}

QString why_missing(const words::Language &language, const bench::OptionRow &row, const bench::OptionAnswer &answer)
{
    switch (answer.missing) {
    case bench::OptionAnswer::header: return language.say("Bench", "missing in %1").arg(words::as_text(row.header));
    case bench::OptionAnswer::kernel: return language.say("Bench", "this kernel has no such option");
    case bench::OptionAnswer::protocol: return language.say("Bench", "no SCTP in this kernel");
    case bench::OptionAnswer::other_kind:
        return language.say("Bench", "not on this kind of socket, but on %1").arg(kinds_of(answer.kinds));
    case bench::OptionAnswer::right: return language.say("Bench", "needs the right to raw sockets: CAP_NET_RAW");
    case bench::OptionAnswer::several: return language.say("Bench", "stands for %1").arg(words::as_text(row.stands_for));
    case bench::OptionAnswer::nowhere: break;
    }
    return {};
}

} // namespace lessons
