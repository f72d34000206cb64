// SPDX-License-Identifier: MIT
#include "lessons/option_words.h"

#include "words/errors.h"
#include "words/quoted.h"
#include "words/sentences.h"

#include <algorithm>
#include <arpa/inet.h>
#include <cstring>
#include <sys/socket.h>
#include <sys/time.h>

namespace lessons {

template <typename T>
static T as(const bench::Bytes &bytes)
{
    T value{};
    std::memcpy(&value, bytes.data(), std::min(bytes.size(), sizeof value));
    return value;
}

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

QString made_of(const words::Language &language, const bench::OptionRow &row, const bench::OptionAnswer &answer)
{
    if (answer.missing != bench::OptionAnswer::nowhere)
        return why_missing(language, row, answer);
    const auto error = [&](int number) { return QStringLiteral("%1: %2").arg(words::error_name(number), words::error_meaning(language, number)); };
    if (answer.set_error)
        return error(answer.set_error);
    if (!answer.set_to)
        return answer.error ? error(answer.error) : language.say("Bench", "can only be read");
    if (!answer.read_back)
        return language.say("Bench", "can only be set");
    if (*answer.read_back == *answer.set_to)
        return language.say("Bench", "as it was set");
    const auto asked = bench::number_in(row.layout, *answer.set_to), got = bench::number_in(row.layout, *answer.read_back);
    if (!asked || !got)
        return language.say("Bench", "something else than was set");
    return *got == 2 * *asked ? language.say("Bench", "doubled")
        : *got > *asked       ? language.say("Bench", "raised to a floor")
        : *got == 0           ? language.say("Bench", "reading it clears it")
                              : language.say("Bench", "taken, but not as it was set");
}

QString value_text(const bench::OptionRow &row, const std::optional<bench::Bytes> &bytes)
{
    if (!bytes)
        return QStringLiteral("–");
    if (const auto number = bench::number_in(row.layout, *bytes))
        return QString::number(*number);
    const auto pair = [](qint64 a, qint64 b) { return QStringLiteral("{%1, %2}").arg(a).arg(b); };
    if (row.layout == bench::Layout::linger)
        return pair(as<linger>(*bytes).l_onoff, as<linger>(*bytes).l_linger);
    if (row.layout == bench::Layout::timeval)
        return pair(as<timeval>(*bytes).tv_sec, as<timeval>(*bytes).tv_usec);
    if (row.layout == bench::Layout::address) {
        char text[INET_ADDRSTRLEN] = "";
        const auto address = as<in_addr>(*bytes);
        return QString::fromLatin1(inet_ntop(AF_INET, &address, text, sizeof text));
    }
    return QString::fromLatin1(QByteArray(reinterpret_cast<const char *>(bytes->data()), qsizetype(std::min<size_t>(bytes->size(), 8))).toHex(' '));
}

} // namespace lessons
