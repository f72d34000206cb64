// SPDX-License-Identifier: MIT
#include "figures/stage/arrows.h"

#include "calls/verbs.h"
#include "figures/cast.h"
#include "figures/stage/cards.h"

#include <algorithm>
#include <utility>

namespace figures {
namespace {

using replay::Socket;
using replay::SocketState;
using trace::Call;
using trace::Event;

// Straight lines through the points, corners rounded; never across a card, because the points lie in the gaps.
QPainterPath rounded(const std::vector<QPointF> &points)
{
    constexpr qreal radius = 6;
    QPainterPath way(points.front());
    for (size_t i = 1; i + 1 < points.size(); ++i) {
        const QLineF in(points[i], points[i - 1]), out(points[i], points[i + 1]);
        const qreal bend = std::min({radius, in.length() / 2, out.length() / 2});
        if (bend < 0.5)
            continue;
        way.lineTo(in.pointAt(bend / in.length()));
        way.quadTo(points[i], out.pointAt(bend / out.length()));
    }
    way.lineTo(points.back());
    return way;
}

class Crossings {
public:
    // `endings`: those that the moment has brought about.
    Crossings(const Scene &scene, const StageLayout &layout, std::vector<replay::Ending> endings)
        : m_scene(scene), m_world(scene.world), m_layout(layout), m_server(scene.front_thread()),
          m_endings(std::move(endings))
    {
        std::erase_if(m_endings, [](const replay::Ending &ending) { return ending.sends == replay::Ending::nothing; });
    }

    // `ended`: the instant is the event's end, else its beginning. `own`: the socket of its descriptor before it.
    std::vector<Crossing> of(const Event &event, bool ended, const Socket *own)
    {
        const trace::Trace &trace = m_scene.replay.trace();
        const trace::Job job = trace::job(trace, event.thread);
        const bool works = job == trace::Job::worker || job == trace::Job::bench; // at the program's descriptors
        if (event.thread == m_server || (works && trace.threads[event.thread].program == m_scene.front))
            of_server(event, ended);
        else
            of_client(event, ended, own);
        of_endings();
        return std::move(m_crossings);
    }

private:
    void of_server(const Event &event, bool ended);
    void of_client(const Event &event, bool ended, const Socket *own);
    void of_endings();
    // The call that sent the datagram which the moment's event has taken is recorded.
    bool sent_by(const Event &event) const;
    // What it has sent has surely arrived.
    bool arrived(const Event &event) const;
    QString words_of(const replay::Ending &ending) const;
    // From a client's card to a socket's; `from_socket` turns it round.
    void with_client(int thread, int socket, const QString &words, bool from_socket = false);
    void with_buffer(const StageLayout::Place *place, const QString &words, Ink ink, bool to_socket = false);
    void accepted(int listening, int socket);

    // As Language::say(): lupdate knows it by its name and its arguments.
    QString say(const char *context, const char *text, const char *comment) const
    {
        return m_scene.language.say(context, text, comment);
    }
    // The server's end of the connection of client `thread`'s socket `own`, also once the client has closed it; else
    // the listening socket in whose queue it may be. An index into World::sockets; -1: neither.
    int server_end(int thread, const Socket &own) const;
    int listening(int port) const;
    int server_socket(int fd) const;
    // Where a way ends at a socket's card: from above, or for those in a lower row from the gap at the left.
    std::vector<QPointF> to_card(const StageLayout::Place &place, qreal lane, qreal offset) const;

    const Scene &m_scene;
    const replay::World &m_world;
    const StageLayout &m_layout;
    const size_t m_server;
    std::vector<replay::Ending> m_endings;
    std::vector<Crossing> m_crossings;
};

int Crossings::listening(int port) const
{
    int found = -1;
    for (size_t i = 0; i < m_world.sockets.size(); ++i) {
        const Socket &socket = m_world.sockets[i];
        if (socket.thread == m_server && socket.role == SocketState::listening &&
            (found < 0 || socket.local_port == port))
            found = int(i);
    }
    return found;
}

int Crossings::server_socket(int fd) const
{
    for (size_t i = 0; i < m_world.sockets.size(); ++i)
        if (m_world.sockets[i].thread == m_server && m_world.sockets[i].fd == fd) // before one that is closed and kept
            return int(i);
    return -1;
}

int Crossings::server_end(int thread, const Socket &own) const
{
    if (own.peer >= 0 && size_t(own.peer) < m_world.sockets.size() &&
        m_world.sockets[size_t(own.peer)].thread == m_server)
        return own.peer;
    for (size_t i = 0; i < m_world.sockets.size(); ++i) {
        const Socket &socket = m_world.sockets[i];
        if (socket.thread == m_server && socket.peer_thread == thread && socket.peer_port == own.local_port)
            return int(i);
    }
    const int queue = listening(own.peer_port);
    return queue >= 0 && m_world.sockets[size_t(queue)].queue.value_or(0) > 0 ? queue : -1;
}

std::vector<QPointF> Crossings::to_card(const StageLayout::Place &place, qreal lane, qreal offset) const
{
    const QRectF &rect = place.rect;
    if (place.row == 0)
        return {{rect.center().x() + offset, lane}, {rect.center().x() + offset, rect.top() - 1}};
    const qreal gap = rect.left() - 7;
    return {{gap, lane}, {gap, rect.top() + 30}, {rect.left() - 1, rect.top() + 30}};
}

void Crossings::with_client(int thread, int socket, const QString &words, bool from_socket)
{
    const StageLayout::Peer *peer = m_layout.peer_of(m_world, thread, socket);
    const StageLayout::Place *place = m_layout.place_of(socket);
    if (!peer || !place)
        return;
    const qreal gap = peer->rect.left() - 18, lane = m_layout.client_lane;
    std::vector<QPointF> points{{peer->rect.left(), peer->rect.center().y()},
                                {gap, peer->rect.center().y()},
                                {gap, lane}};
    const std::vector<QPointF> end = to_card(*place, lane, 14);
    points.insert(points.end(), end.begin(), end.end());
    if (from_socket) {
        std::ranges::reverse(points);
        points.back().rx() -= 1;
    }
    Crossing &crossing = m_crossings.emplace_back();
    crossing.id = from_socket ? QStringLiteral("to client") : QStringLiteral("from client");
    crossing.way = rounded(points);
    crossing.words = words;
    crossing.label = {end.front().x() + 8, m_layout.labels};
    crossing.dashed = true;
}

void Crossings::with_buffer(const StageLayout::Place *place, const QString &words, Ink ink, bool to_socket)
{
    if (!place)
        return;
    const qreal lane = m_layout.buffer_lane, x = m_layout.buffer.center().x();
    std::vector<QPointF> points = to_card(*place, lane, -14);
    points.insert(points.begin(), {{x, m_layout.buffer.bottom() + 1}, {x, lane}});
    const QPointF label(points[2].x() - 8, m_layout.labels); // its words end here
    if (!to_socket)
        std::ranges::reverse(points);
    Crossing &crossing = m_crossings.emplace_back();
    crossing.id = to_socket ? QStringLiteral("from buffer") : QStringLiteral("to buffer");
    crossing.way = rounded(points);
    crossing.words = words;
    crossing.label = label - QPointF(width_of(words, 13, true) + 8, 0);
    crossing.ink = ink;
}

void Crossings::accepted(int from, int to)
{
    const StageLayout::Place *old = m_layout.place_of(from), *made = m_layout.place_of(to);
    if (!old || !made)
        return;
    const qreal lane = m_layout.labels + 12;
    std::vector<QPointF> points{{old->rect.center().x(), old->rect.top()}, {old->rect.center().x(), lane}};
    const std::vector<QPointF> end = to_card(*made, lane, 0);
    points.insert(points.end(), end.begin(), end.end());
    Crossing &crossing = m_crossings.emplace_back();
    crossing.id = QStringLiteral("accepted");
    crossing.way = rounded(points);
    crossing.words = say("Figures", "accept() makes a new socket", "beside an arrow");
    crossing.label = {old->rect.center().x() + 14, m_layout.labels};
    crossing.ink = Ink::running;
}

void Crossings::of_server(const Event &event, bool ended)
{
    if (event.call == Call::aio_read && ended && event.result == 0)
        with_buffer(m_layout.place_of(server_socket(event.fd)), say("Figures", "asked for: EINPROGRESS", "beside an arrow: a read"), Ink::waiting, true);
    if (calls::accepts(event) && ended && event.result >= 0)
        accepted(server_socket(event.fd), server_socket(event.result));
    const auto transfer = calls::as_transfer(event);
    if (!transfer || transfer->beside)
        return;
    const int64_t moved = ended ? transfer->moved.value_or(-1) : -1;
    const int socket = server_socket(transfer->fd);
    const StageLayout::Place *place = socket < 0 ? m_layout.place_of_standard(transfer->fd) : m_layout.place_of(socket);
    if (transfer->reads()) {
        const bool copies = ended ? moved > 0 : m_world.threads[event.thread].state == replay::State::copying;
        const Socket *own = m_world.socket(event.thread, event.fd);
        const bool datagrams = calls::has(event, calls::names_peer) || (own && own->datagrams); // 0 is no end there
        if (moved == 0 && datagrams && (transfer->told_port || sent_by(event)))
            with_buffer(place, say("Figures", "an empty datagram", "beside an arrow"), Ink::copying);
        else if (moved == 0 && !datagrams)
            with_buffer(place, say("Figures", "2 end of file", "beside an arrow"), Ink::copying);
        else if (copies)
            with_buffer(place, say("Figures", "2 copy", "beside an arrow: the second phase of a read"), Ink::copying);
    } else if (moved > 0 || (moved == 0 && transfer->asked == 0)) {
        if (moved > 0)
            with_buffer(place, say("Figures", "copy into the kernel", "beside an arrow"), Ink::copying, true);
        with_client(-1, socket, say("Figures", "to the client", "beside an arrow"), true);
    }
}

void Crossings::of_client(const Event &event, bool ended, const Socket *own)
{
    const int thread = event.thread;
    if (size_t(thread) >= m_world.threads.size() || (ended && event.result == -1))
        return;
    if (const auto naming = calls::as_naming(event); naming && naming->connects)
        with_client(thread, listening(naming->port),
                    say("Figures", "connects", "a client, beside an arrow"));
    if (!own)
        return;
    const int end = server_end(thread, *own);
    if (!own->reset && calls::writes(event))
        with_client(thread, end, ended && arrived(event) ? say("Figures", "1 data arrives", "beside an arrow: the first phase of a read ends")
                                       : say("Figures", "sends", "a client, beside an arrow"));
    for (const replay::Ending &ending : m_endings)
        if (ending.thread == thread && ending.fd == event.fd)
            with_client(thread, end, words_of(ending));
}

bool Crossings::sent_by(const Event &event) const
{
    const replay::Replay::Moment moment = m_scene.replay.moment(m_scene.instant);
    if (moment.event != event || moment.begins)
        return false;
    const auto taken = m_scene.replay.taken_by(moment.sequence);
    return taken && taken->what == replay::Delivery::datagram;
}

bool Crossings::arrived(const Event &event) const
{
    const replay::Replay::Moment moment = m_scene.replay.moment(m_scene.instant);
    return moment.event != event || moment.begins || m_scene.replay.passed_on(moment.sequence);
}

// What the server's kernel sends to clients, or one of theirs answers: the RST for what came too late.
void Crossings::of_endings()
{
    for (const replay::Ending &ending : m_endings) {
        if (ending.thread == m_server)
            with_client(ending.peer_thread, server_socket(ending.fd), words_of(ending), true);
        else if (ending.why == replay::Ending::nobody)
            with_client(ending.thread, server_socket(ending.peer_fd), words_of(ending));
    }
}

QString Crossings::words_of(const replay::Ending &ending) const
{
    switch (ending.sends) {
    case replay::Ending::fin: return say("Figures", "end of file (FIN)", "beside an arrow");
    case replay::Ending::reset: return say("Figures", "reset (RST)", "beside an arrow");
    default: return say("Figures", "FIN or RST", "beside an arrow: what the recording does not tell");
    }
}

// The socket of a call as it was before: close() leaves none, and only the first shutdown() reaches the other end.
std::optional<Socket> before(const Scene &scene, const replay::Replay::Moment &moment)
{
    const Event &event = *moment.event;
    const auto closing = calls::as_closing(event);
    const bool ends = !moment.begins && closing && !closing->everything && moment.sequence > 0;
    const replay::World earlier = ends ? scene.replay.at(scene.replay.step(moment.sequence - 1)) : replay::World();
    const Socket *own = (ends ? earlier : scene.world).socket(event.thread, event.fd);
    return own ? std::optional(*own) : std::nullopt;
}

} // namespace

std::vector<Crossing> crossings(const Scene &scene, const StageLayout &layout)
{
    if (scene.front_thread() >= scene.world.threads.size())
        return {};
    const replay::Replay::Moment moment = scene.replay.moment(scene.instant);
    if (!moment.event)
        return {};
    const std::optional<Socket> own = before(scene, moment);
    std::vector<replay::Ending> endings;
    if (!moment.begins)
        endings = scene.replay.endings(moment.sequence);
    return Crossings(scene, layout, std::move(endings)).of(*moment.event, !moment.begins, own ? &*own : nullptr);
}

std::optional<Sent> sent(const Scene &scene, const StageLayout &layout)
{
    const replay::Replay::Moment moment = scene.replay.moment(scene.instant);
    if (!moment.event || !calls::writes(*moment.event))
        return {};
    const Socket *own = scene.world.socket(moment.event->thread, moment.event->fd);
    const StageLayout::Peer *peer = layout.peer_of(scene.world, moment.event->thread, -1);
    if (!own || !peer || own->peer < 0 || size_t(own->peer) >= scene.world.sockets.size())
        return {};
    const QPointF middle(peer->rect.left(), peer->rect.center().y());
    return Sent{own->peer, QRectF(middle - QPointF(8, 8), QSizeF(16, 16)), moment.begins};
}

void draw_ways(Sheet &sheet, const std::vector<Crossing> &crossings)
{
    for (const Crossing &crossing : crossings) {
        Shape &way = sheet.path(crossing.way, crossing.ink, crossing.id);
        way.width = 2;
        way.dashed = crossing.dashed;
        way.arrow = true;
    }
}

void draw_words(Sheet &sheet, std::vector<Crossing> crossings, const StageLayout &layout)
{
    for (Crossing &crossing : crossings) {
        const qreal width = width_of(crossing.words, measure::text, true) + 8;
        const qreal right = layout.size.width() - measure::margin;
        const qreal x = std::clamp(crossing.label.x(), measure::margin, std::max(measure::margin, right - width));
        const QRectF rect(x, crossing.label.y(), width, 20);
        sheet.box(rect, Ink::kernel, crossing.id + QStringLiteral(" plate"));
        Shape &text = sheet.text(rect, crossing.words, crossing.ink, Ink::kernel);
        text.bold = true;
        text.align = Qt::AlignCenter;
        text.id = crossing.id + QStringLiteral(" words");
    }
}

} // namespace figures
