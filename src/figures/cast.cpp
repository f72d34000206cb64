// SPDX-License-Identifier: MIT
#include "figures/cast.h"

#include "calls/verbs.h"
#include "drawing/sheet.h"
#include "words/sentences.h"

#include <algorithm>

namespace figures {

size_t Scene::front_thread() const
{
    return trace::main_thread(replay.trace(), front).value_or(replay.trace().threads.size());
}

bool Scene::in_front(size_t thread) const
{
    const auto &threads = replay.trace().threads;
    return thread < threads.size() && threads[thread].program == front && trace::serves(replay.trace(), thread);
}

namespace {

std::optional<size_t> first_of(const trace::Trace &trace, size_t program, const std::function<bool(const trace::Event &)> &is, size_t among)
{
    const auto main = trace::main_thread(trace, program);
    const auto here = [&](const trace::Event &event) { return event.thread == main && is(event); };
    const size_t count = trace.events().size();
    for (size_t i = 0; i < std::min(count, among); ++i)
        if (here(trace.events()[i]))
            return i;
    return std::ranges::any_of(trace.in_flight(), here) ? std::optional(count) : std::nullopt;
}

// It tells by itself what can be done: no read is tried before.
bool tells(const trace::Event &event)
{
    return calls::has(event, calls::multiplexes) || calls::has(event, calls::submits) || event.call == trace::Call::handler_begin;
}

} // namespace

trace::Call told_by(const trace::Trace &trace, size_t program)
{
    if (program < trace.programs.size() && trace.programs[program].told_by != trace::Call::count_)
        return trace.programs[program].told_by;
    const auto first = [&](const std::function<bool(const trace::Event &)> &is) {
        const auto found = first_of(trace, program, is, 10'000);
        return found && *found < trace.events().size() ? trace.events()[*found].call : trace::Call::count_;
    };
    const trace::Call call = first(tells);
    return call != trace::Call::count_ ? call : first([](const trace::Event &event) { return calls::reads(event); });
}

bool asks_with_sets(const trace::Trace &trace, size_t program)
{
    const trace::Call call = told_by(trace, program);
    return call == trace::Call::count_ || calls::has(call, calls::multiplexes) || calls::has(call, calls::submits);
}

std::optional<size_t> first_step(const Scene &scene, const std::function<bool(const trace::Event &)> &is, size_t among)
{
    return first_of(scene.replay.trace(), scene.front, is, among);
}

std::optional<size_t> first_step(const Scene &scene, trace::Call call, size_t among)
{
    return first_step(scene, [call](const trace::Event &event) { return event.call == call; }, among);
}

const trace::Event *server_step(const Scene &scene)
{
    const replay::Replay::Moment moment = scene.replay.moment(scene.instant);
    const bool ours = moment.event && !moment.begins && moment.event->thread == scene.front_thread();
    return ours ? &scene.replay.trace().events()[moment.sequence] : nullptr;
}

bool is_step(const Scene &scene, const std::optional<size_t> &sequence)
{
    const replay::Replay::Moment moment = scene.replay.moment(scene.instant);
    return moment.event && !moment.begins && sequence == moment.sequence;
}

QString who(const Scene &scene, const replay::Socket &socket, qreal width)
{
    const words::Language &language = scene.language;
    const QString role = words::role_word(language, scene.replay.trace(), socket);
    const bool own = socket.role == replay::SocketState::listening || socket.role == replay::SocketState::bound;
    const uint16_t port = own ? socket.local_port : socket.peer_port;
    const auto fits_in = [width](const QString &words) { return width_of(words) <= width; };
    if (socket.outside && !fits_in(role)) { // it has no other name than its port
        const QString shorter =
            language.say("Figures", "outside · port %1", "a client that is another program").arg(port);
        return fits_in(shorter) ? shorter
                                : language.say("Figures", "port %1", "a client that is another program").arg(port);
    }
    const QString full =
        language.say("Figures", "%1 · port %2", "whose socket it is, and its TCP port").arg(role).arg(port);
    return port != 0 && !socket.outside && fits_in(full) ? full : role;
}

Drawing nothing_to_draw(QSizeF size, const QString &sentence)
{
    return at_least({240, 80}, size, [&](QSizeF place) {
        Sheet sheet(place);
        const QStringList lines = wrapped(sentence, std::min(520.0, place.width() - 2 * measure::margin));
        qreal y = (place.height() - measure::row * qreal(lines.size())) / 2;
        for (const QString &line : lines) {
            sheet.text({measure::margin, y, place.width() - 2 * measure::margin, measure::row}, line, Ink::muted)
                .align = Qt::AlignHCenter | Qt::AlignVCenter;
            y += measure::row;
        }
        sheet.part(QStringLiteral("nothing"), {QPointF(), place}, sentence);
        return sheet.take();
    });
}

} // namespace figures
