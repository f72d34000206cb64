// SPDX-License-Identifier: MIT
#include "figures/stage/layout.h"

#include "calls/verbs.h"
#include "drawing/excerpt.h"
#include "drawing/sheet.h"
#include "figures/cast.h"
#include "replay/terminal.h"

#include <algorithm>

namespace figures {
namespace {

constexpr qreal socket_least = 196, socket_most = 250, socket_gap = 14;
constexpr qreal column_gap = 28; // between the cards of the process: arrows pass there

// Heights, px.
struct Heights {
    qreal peer, peer_gap, peer_top;
    qreal card_top, card; // server and buffer
    qreal user_least, kernel_head, labels, socket, foot;
    constexpr qreal least() const { return user_least + kernel_head + socket + foot; }
};
constexpr Heights roomy{50, 6, 12, 36, 112, 188, 46, 24, 136, 12};
constexpr Heights dense{41, 3, 8, 28, 98, 154, 42, 20, 118, 8}; // on a low screen: larger letters count for more than air

// The sockets and threads that the instant is about come first when there is no room for all.
struct Wanted {
    std::vector<int> sockets; // indices into World::sockets
    std::vector<int> threads;
};

Wanted wanted(const Scene &scene)
{
    Wanted wanted;
    const replay::World &world = scene.world;
    const size_t server = scene.front_thread();
    const auto add = [&](int socket) {
        if (socket >= 0 && size_t(socket) < world.sockets.size()) {
            wanted.sockets.push_back(socket);
            wanted.threads.push_back(world.sockets[size_t(socket)].peer_thread);
        }
    };
    if (const auto event = scene.replay.moment(scene.instant).event) {
        wanted.threads.push_back(event->thread);
        for (size_t i = 0; i < world.sockets.size(); ++i) {
            const replay::Socket &socket = world.sockets[i];
            const bool made = calls::accepts(*event) && event->end && socket.fd == event->result;
            const uint16_t table = world.table_of(event->thread);
            if (socket.thread == table && (socket.fd == event->fd || made))
                add(socket.thread == server ? int(i) : socket.peer);
            else if (socket.thread == server && socket.peer_thread == table && table != server)
                add(int(i));
        }
    }
    for (size_t i = 0; i < world.sockets.size(); ++i)
        if (world.sockets[i].thread == server && (world.sockets[i].role == replay::SocketState::listening || world.sockets[i].role == replay::SocketState::bound))
            add(int(i));
    for (size_t i = 0; i < world.sockets.size(); ++i)
        if (world.sockets[i].thread == server && world.sockets[i].receive_bytes.value_or(0) > 0)
            add(int(i));
    for (size_t i = 0; i < world.sockets.size(); ++i) // those who are there before those who have gone
        if (world.sockets[i].thread == server && world.sockets[i].role == replay::SocketState::connected)
            add(int(i));
    return wanted;
}

// Places `wanted` of `all` in `room` places and says how many are left over for the last one.
std::vector<int> take(const std::vector<int> &all, const std::vector<int> &wanted, int room, int &more)
{
    more = 0;
    if (int(all.size()) <= room)
        return all;
    std::vector<int> indices;
    for (const int item : wanted) {
        const auto at = std::ranges::find(all, item);
        if (at != all.end())
            indices.push_back(int(at - all.begin()));
    }
    std::vector<int> taken;
    for (const int index : some_of(int(all.size()), room - 1, indices))
        taken.push_back(all[size_t(index)]);
    more = int(all.size() - taken.size());
    return taken;
}

void place_peers(StageLayout &layout, const Scene &scene, const Wanted &wanted, const Heights &high, const QRectF &column)
{
    const replay::World &world = scene.world;
    const auto &threads = scene.replay.trace().threads;
    // Threads by their index, outside programs by their socket's index above all threads.
    const int outside = int(threads.size());
    std::vector<int> all, first = wanted.threads;
    for (size_t i = 0; i < threads.size() && i < world.threads.size(); ++i) {
        const replay::State state = world.threads[i].state;
        const bool tells = threads[i].job == trace::Job::library && state != replay::State::ended; // comes and goes
        const bool beside = trace::runs_listing(scene.replay.trace(), i) && threads[i].program != scene.front;
        if (state != replay::State::not_begun && (trace::origin(scene.replay.trace(), i) == trace::Origin::script || tells || beside))
            all.push_back(int(i));
    }
    for (size_t i = 0; i < world.sockets.size(); ++i)
        if (world.sockets[i].outside && world.sockets[i].thread == scene.front_thread())
            all.push_back(outside + int(i));
    for (const int socket : wanted.sockets)
        first.push_back(outside + socket);

    const int lines = std::max(2, int((column.height() + high.peer_gap) / (high.peer + high.peer_gap)));
    const int columns = std::max(1, int((column.width() + high.peer_gap) / (220 + high.peer_gap)));
    const qreal width = (column.width() - high.peer_gap * (columns - 1)) / columns;
    int more = 0;
    const std::vector<int> taken = take(all, first, lines * columns, more);
    const auto rect = [&](int at) {
        return QRectF(column.left() + (at / lines) * (width + high.peer_gap),
                      column.top() + (at % lines) * (high.peer + high.peer_gap), width, high.peer);
    };
    for (const int item : taken) {
        StageLayout::Peer peer;
        (item < outside ? peer.thread : peer.socket) = item < outside ? item : item - outside;
        peer.rect = rect(int(layout.peers.size()));
        layout.peers.push_back(peer);
    }
    if (more > 0)
        layout.peers.push_back({-1, -1, more, rect(int(layout.peers.size()))});
}

// Right of the first thread of the program, which makes room, those that it has started, and the bench that sits in its table.
void place_beside(StageLayout &layout, const Scene &scene)
{
    std::vector<int> all;
    const auto &threads = scene.replay.trace().threads;
    for (size_t i = 0; i < threads.size() && i < scene.world.threads.size(); ++i) {
        const replay::State state = scene.world.threads[i].state;
        const bool works = threads[i].job == trace::Job::worker || threads[i].job == trace::Job::bench;
        if (works && threads[i].program == scene.front && state != replay::State::not_begun && state != replay::State::ended)
            all.push_back(int(i));
    }
    if (all.empty())
        return;
    constexpr qreal gap = 8;
    QRectF column = layout.server;
    layout.server.setWidth((column.width() - gap) / 2);
    column.setLeft(layout.server.right() + gap);
    const qreal high = (column.height() - gap) / 2;
    const auto put = [&](int thread, int more) {
        const qreal top = column.top() + qreal(layout.beside.size()) * (high + gap);
        layout.beside.push_back({thread, -1, more, QRectF(column.left(), top, column.width(), high), true});
    };
    put(all[0], 0);
    if (all.size() == 2)
        put(all[1], 0);
    else if (all.size() > 2)
        put(-1, int(all.size()) - 1);
}

void place_sockets(StageLayout &layout, const Scene &scene, const Wanted &wanted, qreal high, const QRectF &area)
{
    std::vector<int> all;
    for (size_t i = 0; i < scene.world.sockets.size(); ++i)
        if (scene.world.sockets[i].thread == scene.front_thread())
            all.push_back(int(i));
    const int columns = std::max(2, int((area.width() + socket_gap) / (socket_least + socket_gap)));
    const qreal width = std::min(socket_most, (area.width() - socket_gap * (columns - 1)) / columns);
    const int rows = std::max(1, int((area.height() + socket_gap) / (high + socket_gap)));
    int more = 0;
    const auto standard = standard_descriptors(scene, scene.front);
    const std::vector<int> taken = take(all, wanted.sockets, std::max(2, rows * columns - int(standard.size())), more);
    const auto put = [&](int socket, int rest) {
        const int at = int(layout.places.size()), row = at / columns;
        const QRectF rect(area.left() + (at % columns) * (width + socket_gap),
                          area.top() + row * (high + socket_gap), width, high);
        layout.places.push_back({socket, rest, rect, row});
    };
    for (const std::vector<int> &group : standard) {
        put(-1, 0);
        layout.places.back().standard = group;
    }
    for (const int socket : taken)
        put(socket, 0);
    if (more > 0)
        put(-1, more);
}

} // namespace

std::vector<std::vector<int>> standard_descriptors(const Scene &scene, size_t program)
{
    std::vector<std::vector<int>> groups;
    const auto terminal = replay::terminal_of(scene.replay, program, scene.instant);
    for (int fd = 0; terminal && fd < 3; ++fd)
        if (terminal->open[fd]) {
            if (groups.empty() || (fd == 1 && terminal->pipe))
                groups.emplace_back();
            groups.back().push_back(fd);
        }
    return groups;
}

bool StageLayout::shows_all() const
{
    return (peers.empty() || peers.back().more == 0) && (beside.empty() || beside.back().more == 0) && (places.empty() || places.back().more == 0);
}

const StageLayout::Place *StageLayout::place_of(int socket) const
{
    const auto place = std::ranges::find(places, socket, &Place::socket);
    return socket < 0 || place == places.end() ? nullptr : &*place;
}

const StageLayout::Place *StageLayout::place_of_standard(int fd) const
{
    const auto place = std::ranges::find_if(places, [fd](const Place &one) { return std::ranges::count(one.standard, fd) > 0; });
    return place == places.end() ? nullptr : &*place;
}

const StageLayout::Peer *StageLayout::peer_of(const replay::World &world, int thread, int socket) const
{
    if (socket >= 0 && size_t(socket) < world.sockets.size() && thread < 0)
        thread = world.sockets[size_t(socket)].peer_thread;
    for (const Peer &peer : peers)
        if ((thread >= 0 && peer.thread == thread) || (socket >= 0 && peer.socket == socket))
            return &peer;
    return nullptr;
}

QSizeF stage_least()
{
    return {760, dense.least()};
}

StageLayout stage_layout(const Scene &scene, QSizeF size)
{
    StageLayout layout;
    layout.size = size;
    const qreal inner = size.width() - 2 * measure::margin - 2 * column_gap;
    const qreal server = std::clamp(inner * 0.42, 280.0, 420.0), buffer = std::clamp(inner * 0.25, 176.0, 260.0);
    const Heights &high = size.height() < roomy.least() ? dense : roomy;
    layout.server = QRectF(measure::margin, high.card_top, server, high.card);
    layout.buffer = QRectF(layout.server.right() + column_gap, high.card_top, buffer, high.card);

    place_beside(layout, scene);

    const size_t clients =
        size_t(std::ranges::count(scene.replay.trace().programs, trace::Origin::script, &trace::Program::origin));
    const qreal needed = high.peer_top + qreal(clients) * (high.peer + high.peer_gap) + high.foot;
    layout.boundary =
        std::clamp(needed, high.user_least, std::max(high.user_least, size.height() - high.kernel_head - high.socket - high.foot));
    layout.boundary = std::min(layout.boundary, std::max(high.user_least, size.height() / 2));

    constexpr qreal head = 18, apart = 6; // an arrow's head with a piece of its line; two ways
    layout.buffer_lane = std::max(layout.boundary - 22, layout.buffer.bottom() + head);
    layout.client_lane = std::max(layout.boundary - 10, layout.buffer_lane + apart);

    const qreal left = layout.buffer.right() + column_gap;
    const Wanted first = wanted(scene);
    place_peers(layout, scene, first, high,
                QRectF(left, high.peer_top, size.width() - measure::margin - left, layout.boundary - high.peer_top - high.foot));
    layout.labels = layout.boundary + high.labels;
    const qreal top = layout.boundary + high.kernel_head;
    place_sockets(layout, scene, first, high.socket,
                  QRectF(measure::margin, top, size.width() - 2 * measure::margin, size.height() - high.foot - top));
    return layout;
}

} // namespace figures
