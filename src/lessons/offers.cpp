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

namespace {

QString call_of(const Ask &ask)
{
    return ask.before.of_chapter() ? ask.call : ask.before.name;
}

const calls::Row *row_of(const Ask &ask)
{
    const std::string name = call_of(ask).toStdString();
    const auto row = std::ranges::find_if(calls::rows(), [&](const calls::Row &each) { return each.in_json() == name; });
    return row == calls::rows().end() ? nullptr : &*row;
}

// What its man page lets one expect of a call.
QStringList plausible_errors(const QString &call)
{
    QStringList names{QString(), QStringLiteral("EAGAIN"), QStringLiteral("EINTR")};
    if (call.startsWith(u"accept"))
        names += {QStringLiteral("EMFILE"), QStringLiteral("ECONNABORTED")};
    else if (call == u"bind")
        names += {QStringLiteral("EADDRINUSE"), QStringLiteral("EACCES")};
    else if (call.endsWith(u"sockopt"))
        names += {QStringLiteral("ENOPROTOOPT"), QStringLiteral("EINVAL")};
    else if (call.startsWith(u"send") || call == u"write")
        names += {QStringLiteral("EPIPE"), QStringLiteral("EACCES")};
    else
        names += {QStringLiteral("ECONNRESET"), QStringLiteral("EBADF")};
    return names;
}

// Calls that a program makes in its loop, and those that this one has made.
QStringList plausible_next(const replay::Replay &replay, const Ask &ask)
{
    QStringList names{QStringLiteral("recv"), QStringLiteral("accept"), QStringLiteral("send"), QStringLiteral("close"), QStringLiteral("shutdown")};
    if (call_of(ask).startsWith(u"aio_"))
        names += {QStringLiteral("aio_return"), QStringLiteral("aio_suspend"), QStringLiteral("aio_cancel")};
    constexpr trace::CallSet once{trace::Call::socket, trace::Call::setsockopt, trace::Call::bind, trace::Call::listen, trace::Call::getsockname};
    for (const Event &event : replay.trace().events()) {
        const bool works = calls::is_call(event.call) || event.call == trace::Call::cqe_seen || event.call == trace::Call::sqe_queued;
        if (!works || once.has(event.call) || !is_of(replay.trace(), event.thread, ask.before.whom) || trace::job(replay.trace(), event.thread) == trace::Job::control)
            continue;
        if (const QString name = QString::fromStdString(std::string(calls::row(event.call).in_json())); !names.contains(name))
            names += name;
    }
    return names;
}

} // namespace

std::vector<Offer> choices(const Language &language, const replay::Replay &replay, const Ask &ask)
{
    const auto right = answer(language, replay, ask);
    std::vector<Offer> all;
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
        QStringList names = plausible_errors(call_of(ask));
        if (right && !names.contains(right->value.toString()))
            names += right->value.toString();
        for (const QString &name : names)
            all.push_back({name.isEmpty() ? QJsonValue() : QJsonValue(name), error_text(language, name)});
        break;
    }
    case About::who:
        for (size_t i = 0; i < replay.trace().threads.size(); ++i)
            if (trace::origin(replay.trace(), i) == trace::Origin::script && (ask.clients == 0 || int(all.size()) < ask.clients)) // not who comes in a later chapter
                all.push_back({QString::fromStdString(replay.trace().threads[i].name), words::thread_name(language, replay.trace(), i)});
        for (int client = int(all.size()) + 1; client <= ask.clients; ++client) { // who has not come yet
            trace::Trace one;
            one.threads.push_back({"client " + std::to_string(client)});
            all.push_back({QString::fromStdString(one.threads[0].name), words::thread_name(language, one, 0)});
        }
        break;
    case About::next: {
        QStringList names = plausible_next(replay, ask);
        if (right && right->value.toString() != u"end" && !names.contains(right->value.toString()))
            names += right->value.toString();
        for (const QString &name : names)
            all.push_back({name, name});
        all.push_back({QStringLiteral("end"), language.say("Lessons", "none: the program ends")});
        break;
    }
    default: break;
    }
    return all;
}

namespace {

// The last of these calls that the recording tells of.
const Event *last_of(const trace::Trace &trace, trace::Call call)
{
    const auto &events = trace.events();
    const auto found = std::find_if(events.rbegin(), events.rend(), [&](const Event &event) { return event.call == call; });
    return found == events.rend() ? nullptr : &*found;
}

// The sets that a select() is given, by their names; one alone has none.
QStringList asked_sets(const replay::Replay &replay, const Event *select)
{
    constexpr const char *names[] = {"readfds", "writefds", "exceptfds"};
    QStringList sets;
    for (int which = 0; which < 3 && select; ++which)
        if (trace::select_flags::variable(uint32_t(calls::value(*select, "variables").value_or(0)), which) != trace::select_flags::none)
            sets += QLatin1String(names[which]);
    const replay::World world = replay.at(replay.last());
    for (const char *name : names) // none yet: those that the program has
        if (!select && std::ranges::any_of(world.sets, [&](const replay::Set &set) { return set.name == name; }))
            sets += QLatin1String(name);
    return sets.size() == 1 ? QStringList{QString()} : sets;
}

} // namespace

std::vector<Switches> switches(const replay::Replay &replay, const Ask &ask)
{
    const calls::Row *row = ask.about == About::bits ? row_of(ask) : nullptr;
    if (!row)
        return {};
    const trace::Trace &trace = replay.trace();
    const auto right = answer(words::Language(), replay, ask);
    const Event *event = right && right->step ? &trace.events()[*right->step] : last_of(trace, row->call);
    QStringList bits;
    const int nfds = event && row->field("sets") ? int(calls::value(*event, "nfds").value_or(0)) : 0;
    constexpr int fewest = 8, most = 32;
    for (int bit = 0; bit < std::clamp(nfds, fewest, most); ++bit)
        bits += QString::number(bit);
    const bool polls = row->field("fds"), flags = row->field("command");
    if (polls)
        bits = QStringList{QStringLiteral("POLLIN"), QStringLiteral("POLLPRI"), QStringLiteral("POLLOUT"), QStringLiteral("POLLERR"), QStringLiteral("POLLHUP"),
                           QStringLiteral("POLLNVAL")};
    if (flags)
        bits = QStringList{QStringLiteral("O_RDWR"), QStringLiteral("O_NONBLOCK"), QStringLiteral("O_ASYNC"), QStringLiteral("O_APPEND")};
    std::vector<Switches> rows;
    for (const QString &set : row->field("sets") ? asked_sets(replay, event) : QStringList{QString()})
        rows.push_back({set, bits});
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
