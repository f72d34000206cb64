// SPDX-License-Identifier: MIT
#include "lessons/told.h"

#include "archive/json.h"
#include "calls/verbs.h"
#include "words/sentences.h"

#include <QRegularExpression>

#include <algorithm>

namespace lessons {
namespace {

using trace::Event;

// What there is to look at for a value.
struct Look {
    const words::Language &language;
    const replay::Replay &replay;
    const replay::World &world;
    const Moment &moment;
    const Place &place;
    const Event *event; // nullptr: none

    int fd() const
    {
        if (const auto opening = event ? calls::as_opening(*event) : std::nullopt)
            return opening->made;
        return event ? event->fd : -1;
    }
    // The main thread of the program in front.
    size_t front() const { return trace::main_thread(replay.trace(), 0).value_or(0); }
};

using Value = std::optional<QString>;

Value of_event(const Look &look, Value (*value)(const Look &, const Event &))
{
    return look.event ? value(look, *look.event) : std::nullopt;
}

struct Placeholder {
    const char *name;
    Value (*value)(const Look &);
};

Value descriptor(const Look &look)
{
    return look.fd() < 0 ? std::nullopt : Value(QString::number(look.fd()));
}

Value bytes(const Look &look)
{
    return of_event(look, [](const Look &l, const Event &event) {
        const auto transfer = calls::as_transfer(event);
        return transfer && transfer->moved ? Value(l.language.number(qlonglong(*transfer->moved)))
            : calls::has(event, calls::completes) && event.result >= 0 ? Value(l.language.number(qlonglong(event.result)))
                                                                       : std::nullopt;
    });
}

Value count(const Look &look)
{
    if (look.event)
        return look.language.number(qlonglong(look.event->count));
    const auto span = chapter(look.replay.trace(), look.moment.which);
    return span ? Value(look.language.number(qlonglong(calls_in(look.replay.trace(), *span)))) : std::nullopt;
}

Value client(const Look &look)
{
    const replay::Socket *socket = look.event ? look.world.socket(look.event->thread, look.fd()) : nullptr;
    const auto &threads = look.replay.trace().threads;
    if (!socket || socket->peer_thread < 0 || size_t(socket->peer_thread) >= threads.size())
        return {};
    return QString::fromStdString(threads[size_t(socket->peer_thread)].name).section(u' ', 1);
}

Value port(const Look &look)
{
    return of_event(look, [](const Look &, const Event &event) {
        const auto told = calls::value(event, "peer_port");
        return told && *told > 0 ? Value(QString::number(*told)) : std::nullopt;
    });
}

Value left(const Look &look)
{
    return of_event(look, [](const Look &l, const Event &event) {
        const auto ns = trace::time_left(l.replay.trace(), event);
        return ns ? Value(l.language.duration(*ns)) : std::nullopt;
    });
}

Value waiting(const Look &look)
{
    const replay::Socket *socket = look.event ? look.world.socket(look.event->thread, look.fd()) : nullptr;
    return socket && socket->receive_bytes ? Value(look.language.number(qlonglong(*socket->receive_bytes))) : std::nullopt;
}

Value greatest(const Look &look)
{
    const replay::Number *found = look.world.number(look.event ? size_t(look.event->thread) : look.front(), "maxfd");
    return found ? Value(QString::number(found->value)) : std::nullopt;
}

Value slot(const Look &look)
{
    for (const replay::Table &table : look.world.tables)
        if (table.changed >= 0)
            return QString::number(table.changed);
    return {};
}

Value handlers(const Look &look)
{
    const size_t front = look.front();
    return front < look.world.threads.size() ? Value(look.language.number(qlonglong(look.world.threads[front].delivered))) : std::nullopt;
}

Value flags(const Look &look)
{
    return of_event(look, [](const Look &l, const Event &event) {
        const QString all = archive::arguments(l.replay.trace(), event)[QStringLiteral("flags")].toString();
        return all.isEmpty() ? std::nullopt : Value(all);
    });
}

Value result(const Look &look)
{
    return of_event(look, [](const Look &, const Event &event) { return Value(QString::number(event.result)); });
}

Value answered(const Look &look)
{
    return of_event(look, [](const Look &l, const Event &event) {
        const auto value = calls::value(event, "value");
        return value ? Value(l.language.number(qlonglong(*value))) : std::nullopt;
    });
}

Value error(const Look &look)
{
    return of_event(look, [](const Look &, const Event &event) { return event.error ? Value(words::error_name(event.error)) : std::nullopt; });
}

Value took(const Look &look)
{
    return of_event(look, [](const Look &l, const Event &event) { return Value(l.language.duration(event.end - event.begin)); });
}

// At least, from its arrival in the kernel until the read began that took it.
Value waited(const Look &look)
{
    const auto delivery = look.place.event ? look.replay.taken_by(*look.place.event) : std::nullopt;
    if (!delivery || !look.event || delivery->known == replay::Known::unknown || delivery->latest > look.event->begin)
        return {};
    return look.language.duration(look.event->begin - delivery->latest);
}

constexpr Placeholder table[] = {
    {"fd", descriptor}, {"result", result}, {"errno", error},     {"bytes", bytes},   {"time", took},     {"count", count},       {"client", client},
    {"port", port},     {"left", left},     {"waiting", waiting}, {"maxfd", greatest}, {"slot", slot},    {"handlers", handlers}, {"flags", flags},
    {"value", answered}, {"waited", waited},
};

const QRegularExpression &pattern()
{
    static const QRegularExpression in_braces(QStringLiteral("\\{([a-z_]+)\\}"));
    return in_braces;
}

const Placeholder *named(QStringView name)
{
    const auto found = std::ranges::find_if(table, [&](const Placeholder &each) { return name == QLatin1String(each.name); });
    return found == std::end(table) ? nullptr : found;
}

} // namespace

QStringList placeholders()
{
    QStringList all;
    for (const Placeholder &each : table)
        all += u'{' + QLatin1String(each.name) + u'}';
    return all;
}

QString unknown_placeholder(const QString &text)
{
    for (auto match = pattern().globalMatch(text); match.hasNext();)
        if (const QString name = match.next().captured(1); !named(name))
            return name;
    return {};
}

QString told(const words::Language &language, const replay::Replay &replay, const Moment &moment, const Place &place, QString text, QStringList *missing)
{
    const auto &events = replay.trace().events();
    std::optional<replay::World> world;
    qsizetype from = 0;
    for (auto match = pattern().match(text, from); match.hasMatch(); match = pattern().match(text, from)) {
        const Placeholder *wanted = named(match.captured(1));
        if (!world)
            world = replay.at(place.instant);
        const Event *event = place.event && *place.event < events.size() ? &events[*place.event] : nullptr;
        const Value value = wanted ? wanted->value({language, replay, *world, moment, place, event}) : std::nullopt;
        if (!value && missing)
            *missing += match.captured(1);
        if (value)
            text.replace(match.capturedStart(), match.capturedLength(), *value);
        from = match.capturedStart() + (value ? value->size() : match.capturedLength());
    }
    return text.remove(u'`');
}

uint64_t calls_in(const trace::Trace &trace, Span span)
{
    uint64_t count = 0;
    for (const auto *events : {&trace.events(), &trace.in_flight()})
        for (const Event &event : *events)
            if (trace::serves(trace, event.thread) && calls::is_call(event.call) && event.begin < span.to && (!event.end || event.end > span.from))
                count += event.count;
    return count;
}

} // namespace lessons
