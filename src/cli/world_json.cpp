// SPDX-License-Identifier: MIT
#include "cli/world_json.h"

#include "archive/json.h"
#include "calls/contradictions.h"
#include "calls/schema.h"
#include "words/chapters.h"
#include "words/sentences.h"

#include <QJsonArray>

namespace cli {
namespace {

using replay::World;
using trace::Trace;

QJsonValue text(std::string_view words)
{
    return QString::fromUtf8(words.data(), qsizetype(words.size()));
}

QJsonValue thread_name(const Trace &trace, size_t thread)
{
    return thread < trace.threads.size() ? text(trace.threads[thread].name) : QJsonValue();
}

QJsonValue known_json(replay::Known known)
{
    switch (known) {
    case replay::Known::measured: return QStringLiteral("measured");
    case replay::Known::bracketed: return QStringLiteral("bracketed");
    case replay::Known::derived: return QStringLiteral("derived");
    case replay::Known::observed: return QStringLiteral("observed");
    case replay::Known::unknown: break;
    }
    return QStringLiteral("unknown");
}

QJsonValue state_json(replay::State state)
{
    switch (state) {
    case replay::State::not_begun: break;
    case replay::State::running: return QStringLiteral("running");
    case replay::State::asleep: return QStringLiteral("asleep");
    case replay::State::copying: return QStringLiteral("copying");
    case replay::State::idle: return QStringLiteral("idle");
    case replay::State::held: return QStringLiteral("held");
    case replay::State::ended: return QStringLiteral("ended");
    }
    return QStringLiteral("not_begun");
}

QJsonValue role_json(replay::SocketState role)
{
    switch (role) {
    case replay::SocketState::fresh: break;
    case replay::SocketState::listening: return QStringLiteral("listening");
    case replay::SocketState::connected: return QStringLiteral("connected");
    case replay::SocketState::bound: return QStringLiteral("bound");
    }
    return QStringLiteral("fresh");
}

QJsonValue optional_json(const std::optional<int64_t> &value)
{
    return value ? QJsonValue(qint64(*value)) : QJsonValue();
}

QJsonArray bits(const replay::DescriptorSet &set)
{
    QJsonArray members;
    for (int bit = 0; bit < int(set.size()); ++bit)
        if (set[size_t(bit)])
            members += bit;
    return members;
}

// What a select(), poll() or epoll_wait() waits for, or has found, on a descriptor.
QJsonArray sides_json(replay::Sides sides)
{
    QJsonArray array;
    if (sides.reading)
        array += QLatin1String("read");
    if (sides.writing)
        array += QLatin1String("write");
    if (sides.exceptional)
        array += QLatin1String("except");
    return array;
}

QJsonValue what_json(const replay::Phase &phase)
{
    switch (phase.what) {
    case replay::Phase::room: return QStringLiteral("room");
    case replay::Phase::urgent: return QStringLiteral("urgent");
    case replay::Phase::connection: return QStringLiteral("connection");
    case replay::Phase::several: return QStringLiteral("several");
    case replay::Phase::data: break;
    }
    return QStringLiteral("data");
}

const char *sender_json(replay::SignalCauses::Sender sender)
{
    using enum replay::SignalCauses::Sender;
    switch (sender) {
    case descriptor: return "descriptor";
    case request: return "request";
    case thread: return "thread";
    case process: return "process";
    case value: return "value";
    case timer: return "timer";
    case kernel: return "kernel";
    case other: break;
    }
    return "other";
}

QJsonObject causes_json(const replay::SignalCauses &why)
{
    QJsonArray events;
    for (const replay::SignalCause &cause : why.causes)
        events += qint64(cause.event);
    return {{"sender", sender_json(why.sender)}, {"events", events}, {"one_of", why.one_of}, {"overflow", why.overflow}};
}

QJsonArray threads_json(const World &world, const replay::Replay &replay)
{
    const Trace &trace = replay.trace();
    QJsonArray array;
    for (size_t i = 0; i < world.threads.size() && i < trace.threads.size(); ++i) {
        const replay::Thread &thread = world.threads[i];
        QJsonValue call;
        if (thread.call && thread.call->call == trace::Call::held)
            call = archive::arguments(trace, *thread.call)[QLatin1String("before")];
        else if (thread.call)
            call = text(archive::call_name(trace, *thread.call));
        QJsonObject row{{"name", thread_name(trace, i)},
                        {"tid", trace.tid(i, world.time)},
                        {"state", state_json(thread.state)},
                        {"known", known_json(thread.known)},
                        {"call", call}};
        if (thread.repeats()) { // again and again, in turn, nobody knows how often by now
            QJsonArray polls;
            for (const trace::Event &poll : thread.polls)
                polls += QJsonObject{{"call", text(archive::call_name(trace, poll))}, {"fd", poll.fd},
                                     {"count", poll.end ? QJsonValue(qint64(poll.count)) : QJsonValue()}};
            row.insert("polls", polls);
            row.insert("processor_share", thread.busy ? QJsonValue(*thread.busy) : QJsonValue());
        }
        if (thread.delivered > 0) {
            row.insert("signals", qint64(thread.delivered));
            row.insert("handler", thread.handler ? QJsonValue(words::constant(calls::Type::signal, thread.handler->signal)) : QJsonValue());
            row.insert("handler_causes", thread.handler ? causes_json(replay.signal_causes(thread.handler->event)) : QJsonValue());
        }
        array += row;
    }
    return array;
}

QJsonArray sockets_json(const World &world, const Trace &trace)
{
    QJsonArray array;
    for (const replay::Socket &socket : world.sockets) {
        QJsonValue peer;
        if (socket.peer >= 0 && size_t(socket.peer) < world.sockets.size()) {
            const replay::Socket &other = world.sockets[size_t(socket.peer)];
            peer = QJsonObject{{"thread", thread_name(trace, other.thread)}, {"fd", other.fd}};
        }
        array += QJsonObject{{"fd", socket.fd},
                             {"thread", thread_name(trace, socket.thread)},
                             {"role", role_json(socket.role)},
                             {"datagrams", socket.datagrams},
                             {"local_port", socket.local_port},
                             {"peer_port", socket.peer_port},
                             {"peer", peer},
                             {"outside", socket.outside},
                             {"receive_bytes", optional_json(socket.receive_bytes)},
                             {"arriving", qint64(socket.arriving)},
                             {"on_the_way", qint64(socket.on_the_way)},
                             {"receive_known", known_json(socket.receive_known)},
                             {"urgent", socket.urgent},
                             {"urgent_kept", socket.urgent_kept},
                             {"awaited", sides_json(world.awaited(socket.thread, socket.fd))},
                             {"found", sides_json(world.answered(socket.thread, socket.fd))},
                             {"queue", optional_json(socket.queue)},
                             {"queue_known", known_json(socket.queue_known)},
                             {"backlog", socket.role == replay::SocketState::listening ? QJsonValue(socket.backlog) : QJsonValue()},
                             {"full", socket.full()},
                             {"dropped", qint64(socket.dropped)},
                             {"received", qint64(socket.received)},
                             {"sent", qint64(socket.sent)},
                             {"closed", socket.closed},
                             {"peer_shut", socket.peer_shut},
                             {"peer_closed", socket.peer_closed},
                             {"shut", socket.shut},
                             {"reset", socket.reset}};
    }
    return array;
}

QJsonObject sets_json(const World &world)
{
    QJsonObject sets;
    const auto add = [&](const QString &name, const char *key, const QJsonValue &value) {
        QJsonObject set = sets[name].toObject();
        set[QLatin1String(key)] = value;
        sets[name] = set;
    };
    for (const replay::Set &set : world.sets)
        add(text(set.name).toString(), "now", bits(set.now));
    for (const replay::Selection &selection : world.selections) {
        for (const auto &passed : selection.sets) {
            if (passed.name.empty())
                continue;
            const bool answered = selection.returned && selection.result >= 0;
            add(text(passed.name).toString(), "asked", bits(passed.asked));
            add(text(passed.name).toString(), "answered", answered ? QJsonValue(bits(passed.answered)) : QJsonValue());
        }
    }
    return sets;
}

QJsonValue select_json(const World &world, const Trace &trace)
{
    if (world.selections.empty())
        return {};
    const replay::Selection &last = world.selections.back();
    return QJsonObject{{"thread", thread_name(trace, last.thread)}, {"nfds", last.nfds},
                       {"timeout_ns", last.timeout < 0 ? QJsonValue() : QJsonValue(qint64(last.timeout))},
                       {"returned", last.returned}, {"result", last.returned ? QJsonValue(last.result) : QJsonValue()}};
}

QJsonArray poll_json(const World &world, const Trace &trace)
{
    QJsonArray array;
    for (const replay::Polling &polling : world.pollings) {
        QJsonArray fds;
        for (const auto &entry : polling.entries)
            fds += QJsonObject{{"fd", entry.fd},
                               {"events", words::constant(calls::Type::poll_events, entry.events)},
                               {"revents", polling.returned ? QJsonValue(words::constant(calls::Type::poll_events, entry.revents)) : QJsonValue()},
                               {"unused", sides_json(entry.unused)}};
        array += QJsonObject{{"thread", thread_name(trace, polling.thread)}, {"name", text(polling.name)},
                             {"timeout_ns", polling.timeout < 0 ? QJsonValue() : QJsonValue(qint64(polling.timeout))},
                             {"returned", polling.returned}, {"result", polling.returned ? QJsonValue(polling.result) : QJsonValue()},
                             {"fds", fds}};
    }
    return array;
}

QJsonArray aio_json(const World &world, const Trace &trace)
{
    constexpr const char *states[] = {"in_progress", "complete", "returned"};
    QJsonArray array;
    for (const replay::Request &request : world.requests)
        array += QJsonObject{{"request", qint64(request.number)},
                             {"thread", thread_name(trace, request.thread)},
                             {"fd", request.fd},
                             {"bytes", qint64(request.bytes)},
                             {"offset", qint64(request.offset)},
                             {"notify", words::constant(calls::Type::notification, request.notify)},
                             {"state", QLatin1String(states[request.state])},
                             {"result", request.result ? QJsonValue(*request.result) : QJsonValue()},
                             {"arrived", request.arrived},
                             {"helper", request.helper ? QJsonValue(request.helper) : QJsonValue()},
                             {"unattended", request.unattended},
                             {"since_ns", qint64(request.since)}};
    return array;
}

QJsonArray helpers_json(const World &world)
{
    QJsonArray array;
    for (const replay::HelperThread &helper : world.helpers)
        array += QJsonObject{{"tid", helper.tid}, {"state", QString(QLatin1Char(helper.state))},
                             {"system_call", helper.call < 0 ? QJsonValue() : QJsonValue(helper.call)},
                             {"fd", helper.fd < 0 ? QJsonValue() : QJsonValue(helper.fd)}, {"seen_ns", qint64(helper.seen)}};
    return array;
}

QJsonArray epoll_json(const World &world, const Trace &trace)
{
    QJsonArray array;
    for (const replay::Interest &interest : world.interests) {
        QJsonArray entries;
        for (const auto &entry : interest.entries)
            entries += QJsonObject{{"fd", entry.fd},
                                   {"events", words::constant(calls::Type::epoll_events, entry.events)},
                                   {"told", interest.waiting ? QJsonValue() : QJsonValue(words::constant(calls::Type::epoll_events, entry.told))},
                                   {"unused", entry.unused},
                                   {"ready", entry.ready ? QJsonValue(*entry.ready) : QJsonValue()}};
        array += QJsonObject{{"thread", thread_name(trace, interest.thread)}, {"fd", interest.fd},
                             {"waiting", interest.waiting}, {"result", interest.result ? QJsonValue(*interest.result) : QJsonValue()},
                             {"interest", entries}};
    }
    return array;
}

QJsonArray uring_json(const World &world, const Trace &trace)
{
    QJsonArray array;
    for (const replay::Uring &uring : world.urings) {
        QJsonArray operations;
        for (const auto &one : uring.operations)
            operations += QJsonObject{{"operation", words::constant(calls::Type::uring_operation, one.code)}, {"fd", one.fd},
                                      {"bytes", qint64(one.bytes)}, {"handed_in", one.handed_in}, {"done", one.done ? QJsonValue(*one.done) : QJsonValue()}};
        QJsonArray completions;
        for (const auto &one : uring.seen)
            completions += QJsonObject{{"operation", words::constant(calls::Type::uring_operation, one.code)}, {"fd", one.fd}, {"result", one.result},
                                       {"errno", one.error ? QJsonValue(words::constant(calls::Type::error, one.error)) : QJsonValue()}};
        array += QJsonObject{{"thread", thread_name(trace, uring.thread)}, {"fd", uring.fd}, {"entering", uring.entering},
                             {"queued", qint64(uring.queued_in_all)}, {"seen", qint64(uring.seen_in_all)},
                             {"entries", qint64(uring.entries)}, {"completion_entries", qint64(uring.completion_entries)},
                             {"operations", operations}, {"completions", completions}};
    }
    return array;
}

QJsonArray phases_json(const World &world, const Trace &trace)
{
    QJsonArray array;
    for (const replay::Phase &phase : world.phases)
        array += QJsonObject{
            {"kind", phase.kind == replay::Phase::wait ? "wait" : "copy"}, {"thread", thread_name(trace, phase.thread)},
            {"fd", phase.fd}, {"what", what_json(phase)}, {"begin_ns", qint64(phase.begin)}, {"end_ns", optional_json(phase.end)},
            {"known", known_json(phase.known)}, {"bytes", qint64(phase.bytes)}, {"by", phase.by ? QJsonValue(qint64(*phase.by)) : QJsonValue()},
            {"kept_back", phase.kept_back}, {"earliest_ns", qint64(phase.earliest)},
            {"latest_ns", qint64(phase.latest)}, {"with_wake", phase.with_wake}};
    return array;
}

QJsonArray contradictions_json(const Trace &trace)
{
    QJsonArray array;
    for (const calls::Contradiction &one : calls::contradictions(trace))
        array += QJsonObject{{"step", one.step ? QJsonValue(qint64(*one.step)) : QJsonValue()}, {"what", text(calls::name(one.what)).toString()}};
    return array;
}

QJsonValue chapter_json(const World &world, const Trace &trace)
{
    const size_t number = words::chapter_at(trace, world.time);
    if (number == 0)
        return {};
    QJsonObject titles;
    for (const auto &[language, title] : trace.chapters[number - 1].titles)
        titles[QString::fromStdString(language)] = QString::fromStdString(title);
    return QJsonObject{{"number", qint64(number)}, {"titles", titles}};
}

} // namespace

QJsonObject world_json(const World &world, const replay::Replay &replay)
{
    const Trace &trace = replay.trace();
    const size_t first = trace::main_thread(trace, 0).value_or(0); // the keys are the first program's
    QJsonValue table_json;
    if (const replay::Table *table = world.table(first, "client_FD")) {
        QJsonArray array;
        for (const int slot : table->values)
            array += slot;
        table_json = array;
    }
    const replay::Number *maxfd = world.number(first, "maxfd");
    return {
        {"step", qint64(world.complete) - 1},
        {"time_ns", qint64(world.time)},
        {"chapter", chapter_json(world, trace)},
        {"threads", threads_json(world, replay)},
        {"sockets", sockets_json(world, trace)},
        {"sets", sets_json(world)},
        {"select", select_json(world, trace)},
        {"poll", poll_json(world, trace)},
        {"epoll", epoll_json(world, trace)},
        {"io_uring", uring_json(world, trace)},
        {"aio", aio_json(world, trace)},
        {"helpers", helpers_json(world)},
        {"client_FD", table_json},
        {"maxfd", maxfd ? QJsonValue(maxfd->value) : QJsonValue()},
        {"phases", phases_json(world, trace)},
        {"dropped", qint64(world.dropped)},
        {"contradictions", contradictions_json(trace)},
    };
}

} // namespace cli
