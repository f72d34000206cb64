// SPDX-License-Identifier: MIT
// What a question can be answered with, and whether that is the recording's answer.
#include "lessons/answer_words.h"
#include "lessons/question.h"

#include "calls/schema.h"
#include "words/sentences.h"

#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>

namespace lessons {

using trace::Event;
using words::Language;

QString error_text(const words::Language &language, const QString &name)
{
    return name.isEmpty() ? language.say("Lessons", "no error") : name == u"EAGAIN" ? QStringLiteral("EWOULDBLOCK (EAGAIN)") : name;
}

QString phase_text(const words::Language &language, const QString &which)
{
    return which == u"both"  ? language.say("Lessons", "phase 1 and phase 2: it waits, then copies")
        : which == u"copy"   ? language.say("Lessons", "phase 2 only: it copies")
        : which == u"wait"   ? language.say("Lessons", "phase 1 only: it waits")
                             : language.say("Lessons", "neither: both are over");
}

std::vector<Offer> choices(const Language &language, const replay::Replay &replay, const Ask &ask)
{
    const auto right = answer(language, replay, ask);
    std::vector<Offer> all;
    if (!right)
        return all;
    if (ask.below)
        return {{true, language.say("Lessons", "fewer")}, {false, language.say("Lessons", "all of them")}};
    switch (ask.about) {
    case About::asleep:
        all = {{true, language.say("Lessons", "it sleeps")}, {false, language.say("Lessons", "it does not sleep")}};
        break;
    case About::signal_handlers:
        if (!ask.of.isEmpty())
            all = {{true, language.say("Lessons", "yes")}, {false, language.say("Lessons", "no")}};
        break;
    case About::phase:
        for (const char *which : {"both", "copy", "none"})
            all.push_back({QLatin1String(which), phase_text(language, QLatin1String(which))});
        break;
    case About::error: {
        QStringList names{QString(), QStringLiteral("EAGAIN"), QStringLiteral("EINTR"), QStringLiteral("ECONNRESET"), QStringLiteral("EBADF")};
        if (const QString name = right->value.toString(); !names.contains(name))
            names += name;
        for (const QString &name : names)
            all.push_back({name.isEmpty() ? QJsonValue() : QJsonValue(name), error_text(language, name)});
        break;
    }
    case About::who:
        for (size_t i = 0; i < replay.trace().threads.size(); ++i)
            if (trace::origin(replay.trace(), i) == trace::Origin::script)
                all.push_back({QString::fromStdString(replay.trace().threads[i].name), words::thread_name(language, replay.trace(), i)});
        break;
    case About::next: {
        QStringList names{QStringLiteral("recv"), QStringLiteral("select"), QStringLiteral("accept"), QStringLiteral("close"), QStringLiteral("send")};
        if (const QString name = right->value.toString(); name != u"end" && !names.contains(name))
            names += name;
        for (const QString &name : names)
            all.push_back({name, name});
        all.push_back({QStringLiteral("end"), language.say("Lessons", "none: the program ends")});
        break;
    }
    default: break;
    }
    return all;
}

std::vector<Switches> switches(const replay::Replay &replay, const Ask &ask)
{
    const auto right = answer(words::Language(), replay, ask);
    if (!right || !(right->value.isArray() || right->value.isObject()))
        return {};
    const trace::Trace &trace = replay.trace();
    const Event *event = right->step ? &trace.events()[*right->step] : nullptr;
    QStringList bits;
    const int nfds = event && calls::row(event->call).field("sets") ? int(calls::value(*event, "nfds").value_or(0)) : 0;
    constexpr int fewest = 8, most = 32;
    for (int bit = 0; bit < std::clamp(nfds, fewest, most); ++bit)
        bits += QString::number(bit);
    const bool polls = event && calls::row(event->call).field("fds");
    const bool flags = event && calls::row(event->call).field("command");
    if (polls)
        bits = QStringList{QStringLiteral("POLLIN"), QStringLiteral("POLLPRI"), QStringLiteral("POLLOUT"), QStringLiteral("POLLERR"), QStringLiteral("POLLHUP"),
                           QStringLiteral("POLLNVAL")};
    if (flags)
        bits = QStringList{QStringLiteral("O_RDWR"), QStringLiteral("O_NONBLOCK"), QStringLiteral("O_ASYNC"), QStringLiteral("O_APPEND")};
    std::vector<Switches> rows;
    if (right->value.isArray())
        rows.push_back({{}, bits});
    else
        for (const char *set : {"readfds", "writefds", "exceptfds"})
            if (right->value.toObject().contains(QLatin1String(set)))
                rows.push_back({QLatin1String(set), bits});
    return rows;
}

namespace {

QStringList sorted(const QJsonArray &array)
{
    QStringList all;
    for (const QJsonValue &each : array)
        all += each.isString() ? each.toString() : QString::number(each.toInteger());
    all.sort();
    return all;
}

bool same(const QJsonValue &a, const QJsonValue &b)
{
    if (a.isArray() && b.isArray())
        return sorted(a.toArray()) == sorted(b.toArray());
    if (!a.isObject() || !b.isObject())
        return a == b;
    const QJsonObject one = a.toObject(), other = b.toObject();
    return one.keys() == other.keys() && std::ranges::all_of(one.keys(), [&](const QString &key) { return same(one[key], other[key]); });
}

} // namespace

bool is_right(const Answer &answer, const QJsonValue &given)
{
    return same(answer.value, given);
}

} // namespace lessons
