// SPDX-License-Identifier: MIT
#include "figures/cast.h"

#include "figures/sheet.h"
#include "words/sentences.h"

#include <algorithm>

namespace figures {

size_t server_thread(const trace::Trace &trace)
{
    const auto server = std::ranges::find(trace.threads, trace::Role::server, &trace::Thread::role);
    return server == trace.threads.end() ? 0 : size_t(server - trace.threads.begin());
}

bool asks_with_sets(const trace::Trace &trace)
{
    const std::string &server = trace.run.server;
    constexpr std::string_view others[] = {"", "select", "select-all", "poll", "poll-all", "epoll", "io_uring"};
    return std::ranges::find(others, server) != std::end(others) || server.starts_with("aio");
}

std::optional<size_t> first_step(const trace::Trace &trace, const std::function<bool(const trace::Event &)> &is, size_t among)
{
    const size_t server = server_thread(trace), count = trace.events().size();
    const auto here = [&](const trace::Event &event) { return event.thread == server && is(event); };
    for (size_t i = 0; i < std::min(count, among); ++i)
        if (here(trace.events()[i]))
            return i;
    return std::ranges::any_of(trace.in_flight(), here) ? std::optional(count) : std::nullopt;
}

std::optional<size_t> first_step(const trace::Trace &trace, trace::Call call, size_t among)
{
    return first_step(trace, [call](const trace::Event &event) { return event.call == call; }, among);
}

const trace::Event *server_step(const Scene &scene)
{
    const replay::Replay::Moment moment = scene.replay.moment(scene.instant);
    const bool ours = moment.event && !moment.begins && moment.event->thread == server_thread(scene.replay.trace());
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
    const QString role = words::role_word(language, scene.world, scene.replay.trace(), socket);
    const bool own = socket.role == replay::SocketRole::listening || socket.role == replay::SocketRole::bound;
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
