// SPDX-License-Identifier: MIT
// Where bytes wait: the receive buffers and the accept queue in the kernel, and the application's own buffer.
#include "calls/verbs.h"
#include "figures/cast.h"
#include "figures/stage/cards.h"
#include "words/parts.h"
#include "words/quoted.h"
#include "words/requests.h"
#include "words/sentences.h"

#include <algorithm>
#include <cmath>

namespace figures {
namespace {

using words::Language;

constexpr double full_bar = 1 << 20; // bytes

// A bar's filled part, 0 to 1. Logarithmic: 3 bytes and 60,000 are both to be seen; the number stands beside it.
double filled(int64_t bytes, double full)
{
    return bytes <= 0 ? 0 : std::clamp(std::log2(1 + double(bytes)) / std::log2(1 + std::max(full, 2.0)), 0.04, 1.0);
}

} // namespace

double share_of(int64_t bytes)
{
    return filled(bytes, full_bar);
}

void draw_bar(Sheet &sheet, const QRectF &rect, double share, const QString &id, const QRectF &origin)
{
    Shape &trough = sheet.box(rect, Ink::faint);
    trough.stroked = true;
    trough.radius = 3;
    trough.hatched = share < 0;
    if (share <= 0)
        return;
    Shape &fill = sheet.box({rect.left(), rect.top(), rect.width() * share, rect.height()}, Ink::copying, id);
    fill.radius = 3;
    fill.origin = origin;
}

namespace {

// One small box for each connection in the queue.
void draw_queue(Sheet &sheet, const QRectF &rect, int64_t waiting)
{
    constexpr qreal side = 14, apart = 4;
    Shape &trough = sheet.box(rect, Ink::faint);
    trough.stroked = true;
    trough.radius = 3;
    const int room = std::max(1, int((rect.width() - 4 + apart) / (side + apart)));
    for (int i = 0; i < std::min<int64_t>(waiting, room); ++i) {
        const QRectF box(rect.left() + 3 + i * (side + apart), rect.top() + 2.5, side, rect.height() - 5);
        sheet.box(box, Ink::signal, QStringLiteral("queued %1").arg(i)).radius = 2;
    }
}

QString queue_words(const Language &language, const replay::Socket &socket)
{
    if (!socket.queue)
        return language.say("Figures", "unknown how many wait", "connections in the accept queue");
    if (socket.arriving > 0)
        return language.say("Figures", "%1 to %2 connections waiting", "in the accept queue, while more are being made")
            .arg(language.number(qlonglong(*socket.queue)), language.number(qlonglong(*socket.queue + socket.arriving)));
    if (*socket.queue <= 0)
        return language.say("Figures", "empty", "a buffer or a queue");
    const int waiting = int(std::min<int64_t>(*socket.queue, 1'000'000));
    if (socket.full())
        return language.say("Figures", "%n connections: full", "an accept queue", waiting);
    return language.say("Figures", "%n connections waiting", nullptr, waiting);
}

QString buffer_words(const Language &language, const replay::Socket &socket)
{
    if (socket.reset && socket.receive_bytes && *socket.receive_bytes + socket.arriving > 0)
        return socket.arriving > 0
            ? language.say("Figures", "at most %1, then reset", "how many bytes").arg(language.bytes(*socket.receive_bytes + socket.arriving))
            : language.say("Figures", "%1, then reset", "how many bytes").arg(language.bytes(*socket.receive_bytes));
    if (socket.reset)
        return language.say("Figures", "connection reset", "in place of a receive buffer's content");
    if (!socket.receive_bytes)
        return language.say("Figures", "unknown how many bytes", "in a receive buffer");
    const int64_t bytes = std::max<int64_t>(*socket.receive_bytes, 0);
    const int datagrams = socket.datagrams ? int(std::min<int64_t>(socket.queue.value_or(0), 1'000'000)) : 0;
    if (datagrams > 0 && socket.arriving == 0) // one may be empty
        return language.say("Figures", "%n datagrams: %1", "in a receive buffer, and their bytes in all", datagrams).arg(language.bytes(bytes));
    if (socket.peer_shut)
        return bytes == 0
                   ? language.say("Figures", "end of file", "all that is left in a receive buffer")
                   : language.say("Figures", "%1, then end of file", "how many bytes")
                         .arg(language.bytes(bytes + socket.arriving + socket.on_the_way));
    if (socket.on_the_way > 0)
        return language.say("Figures", "at least %1 waiting", "how many bytes, while more are in the sender's buffer")
            .arg(language.bytes(bytes));
    if (socket.arriving > 0)
        return language.say("Figures", "%1 to %2 waiting", "how many bytes, while more are being sent")
            .arg(language.number(qlonglong(bytes)), language.bytes(bytes + socket.arriving));
    if (bytes == 0)
        return language.say("Figures", "empty", "a buffer or a queue");
    return language.say("Figures", "%1 waiting", "how many bytes").arg(language.bytes(bytes));
}

} // namespace

QString content_words(const Language &language, const replay::Socket &socket)
{
    if (socket.closed)
        return language.say("Figures", "closed, but a call keeps it", "in place of a receive buffer's content");
    return socket.role == replay::SocketState::listening ? queue_words(language, socket) : buffer_words(language, socket);
}

namespace {

QString watch_word(const Language &language, bool ready, replay::Sides sides)
{
    if (sides.writing && !sides.reading)
        return ready ? language.say("Figures", "room again", "in a socket's send buffer, as select() answered")
                     : language.say("Figures", "waits for room", "in a socket's send buffer: select() is asked about it");
    if (ready && sides.exceptional && !sides.reading)
        return language.say("Figures", "ready: urgent", "a socket, as select() answered");
    return ready ? language.say("Figures", "ready", "a socket, as select() answered")
                 : language.say("Figures", "watched", "a socket that select() is asked about");
}

// An urgent byte that waits to be taken, beside the stream; datagrams that are gone.
void draw_beside(Sheet &sheet, const Scene &scene, const replay::Socket &socket, const QRectF &row)
{
    if (!socket.urgent && socket.dropped <= 0)
        return;
    const int dropped = int(std::min<int64_t>(socket.dropped, 1'000'000));
    const QString word = socket.urgent ? scene.language.say("Figures", "+ 1 urgent", "byte, beside those in the receive buffer")
                                       : scene.language.say("Figures", "%n dropped", "datagrams, for which a receive buffer had no room", dropped);
    const qreal width = width_of(word, 13, true) + 14;
    const QRectF rect(row.right() - width, row.top() + 1, width, row.height() - 1);
    sheet.box(rect, Ink::signal, QStringLiteral("%1 %2").arg(socket.urgent ? "urgent" : "dropped").arg(socket.fd)).radius = 4;
    Shape &text = sheet.text(rect, word, Ink::paper, Ink::signal);
    text.align = Qt::AlignCenter;
    text.bold = true;
}

} // namespace

void draw_watch(Sheet &sheet, const Scene &scene, uint16_t table, int fd, const QRectF &row)
{
    const replay::Watch watch = scene.world.watch(table, fd);
    if (watch == replay::Watch::no)
        return;
    const bool ready = watch == replay::Watch::ready;
    const QString word = watch_word(scene.language, ready, ready ? scene.world.answered(table, fd)
                                                                 : scene.world.awaited(table, fd));
    const qreal width = width_of(word, 13, ready) + 18;
    const QRectF rect(row.right() - width, row.top() + 1, width, row.height() - 2);
    Shape &plate = sheet.box(rect, ready ? Ink::accent : Ink::paper, QStringLiteral("watch %1").arg(fd));
    plate.stroked = true;
    plate.stroke = ready ? Ink::accent : Ink::waiting;
    plate.width = 1.5;
    plate.radius = 10;
    Shape &text = sheet.text(rect, word, ready ? Ink::paper : Ink::text, ready ? Ink::accent : Ink::paper);
    text.align = Qt::AlignCenter;
    text.bold = ready;
}

namespace {

// The asynchronous read asked for on it: how far it is, and below that the library's thread seen at work.
void draw_request(Sheet &sheet, const Scene &scene, const replay::Socket &socket, const QRectF &row, const QRectF &below)
{
    const auto asked = [&](const replay::Request &request) { return request.table == socket.thread && request.fd == socket.fd; };
    const auto request = std::ranges::find_if(scene.world.requests, asked);
    if (request == scene.world.requests.end())
        return;
    const bool open = request->state == replay::Request::in_progress;
    const QString word = QStringLiteral("aio: ") + words::request_state(scene.language, *request);
    const qreal width = std::min(width_of(word, 13, !open) + 18, row.width() - 44);
    const QRectF rect(row.right() - width, row.top() + 1, width, row.height() - 2);
    Shape &plate = sheet.box(rect, open ? Ink::paper : Ink::accent, QStringLiteral("request %1").arg(socket.fd));
    plate.stroked = true;
    plate.stroke = open ? Ink::waiting : Ink::accent;
    plate.width = 1.5;
    plate.radius = 10;
    Shape &text = sheet.text(rect.adjusted(6, 0, -6, 0), word, open ? Ink::text : Ink::paper, open ? Ink::paper : Ink::accent);
    text.align = Qt::AlignCenter;
    text.bold = !open;
    narrow(text);
    if (!open || (request->arrived && !request->unattended) || (!request->helper && !request->unattended))
        return;
    const QString who = request->helper ? scene.language.say("Figures", "tid %1 waits", "a thread of the C library").arg(request->helper)
                                        : scene.language.say("Figures", "no thread yet", "of the C library, for a request");
    const qreal room = below.width() - width_of(scene.language.say("Figures", "receive buffer")) - measure::gap;
    Shape &thread = sheet.text({below.right() - room, below.top(), room, below.height()}, who, request->helper ? Ink::waiting : Ink::signal);
    thread.align = Qt::AlignRight | Qt::AlignVCenter;
    thread.id = QStringLiteral("helper %1").arg(socket.fd);
    narrow(thread);
}

} // namespace

QString bytes_id(const replay::Socket &socket, int64_t offset)
{
    return QStringLiteral("bytes %1 %2 %3").arg(socket.fd).arg(socket.since).arg(offset);
}

namespace {

LastRead last_read_of(const Scene &scene, size_t thread)
{
    const replay::Replay::Lane &lane = scene.replay.lane(thread);
    const auto &events = scene.replay.trace().events();
    constexpr ptrdiff_t far_back = 10'000; // events: a fraction of a ms
    const ptrdiff_t from = std::ranges::upper_bound(lane.begin, scene.world.time) - lane.begin.begin() - 1;
    for (ptrdiff_t i = from; i >= 0; --i) {
        if (from - i == far_back)
            return {nullptr, false};
        const size_t sequence = lane.sequence[size_t(i)];
        if (sequence >= scene.world.complete || sequence >= events.size())
            continue;
        const trace::Event &event = events[sequence];
        if (event.result <= 0 || !(calls::reads(event) || calls::has(event, calls::completes)))
            continue;
        if (const auto transfer = calls::as_transfer(event); transfer && transfer->reads())
            return {&event, true};
    }
    return {};
}

} // namespace

LastRead last_read(const Scene &scene)
{
    const auto &threads = scene.replay.trace().threads;
    LastRead last;
    for (size_t i = 0; i < threads.size(); ++i) {
        if (!scene.in_front(i))
            continue;
        const LastRead one = last_read_of(scene, i);
        if (!last.event || (one.event && one.event->end > last.event->end))
            last = {one.event ? one.event : last.event, last.certain && one.certain};
    }
    return last;
}

void buffer_card(Sheet &sheet, const Scene &scene, const QRectF &rect)
{
    const Language &language = scene.language;
    sheet.card(rect, QStringLiteral("buffer card"));
    const QRectF inner = rect.adjusted(12, 8, -12, -6);
    sheet.text({inner.left(), inner.top(), inner.width(), 22}, language.say("Figures", "Application buffer")).bold =
        true;
    const qreal line = (inner.height() - 20) / 3.15; // title, bar, how many bytes, which
    const QRectF bar(inner.left() + 0.5, inner.top() + 1.1 * line, inner.width() - 1, line - 6);
    const auto [event, certain] = last_read(scene);
    QString sentence = language.say("Figures", "Application buffer: nothing has been read into it lately.");
    if (event) {
        const replay::Socket *socket = scene.world.socket(event->thread, event->fd);
        const bool copied = event->call != trace::Call::aio_return; // that one copies nothing: the data was there before
        const auto transfer = calls::as_transfer(*event);
        const int64_t room = transfer ? transfer->room : 0;
        const QString id = socket && copied ? bytes_id(*socket, socket->received - event->result) : QStringLiteral("bytes read");
        draw_bar(sheet, bar, filled(event->result, double(room)), id);
        const QString count = room <= 0
            ? language.bytes(event->result)
            : language.say("Figures", "%1 of %2 bytes", "in a buffer, of its size")
                .arg(language.number(qlonglong(event->result)), language.number(qlonglong(room)));
        sheet.text({inner.left(), inner.top() + 2.1 * line, inner.width(), 20}, count, Ink::muted);
        QString data = words::quoted(*event);
        if (width_of(data, 13, false, true) > inner.width())
            data =
                data.left(std::max(1, int(inner.width() / width_of(QStringLiteral("0"), 13, false, true)) - 2)) + u'…';
        sheet.code({inner.left(), inner.top() + 3.1 * line, inner.width(), 20}, data);
        sentence = language
                       .say("Figures", "Application buffer: the last read put %n bytes into it, from descriptor %1.",
                            nullptr, event->result)
                       .arg(event->fd);
    } else {
        draw_bar(sheet, bar, 0, {});
        const QString nothing =
            certain ? language.say("Figures", "nothing read yet") : language.say("Figures", "nothing read lately");
        sheet.text({inner.left(), inner.top() + 2.1 * line, inner.width(), 20}, nothing, Ink::muted);
    }
    sheet.part(QStringLiteral("buffer"), rect, sentence);
}

void socket_card(Sheet &sheet, const Scene &scene, const StageLayout::Place &place, const QRectF &origin)
{
    const Language &language = scene.language;
    const QRectF inner = place.rect.adjusted(12, 8, -12, -6);
    if (place.more > 0) {
        const QString words = language.say("Figures", "… and %n more sockets", nullptr, place.more);
        sheet.card(place.rect, QStringLiteral("more sockets"));
        sheet.text(inner, words, Ink::muted).align = Qt::AlignCenter;
        sheet.part(QStringLiteral("more sockets"), place.rect, words);
        return;
    }
    const replay::Socket &socket = scene.world.sockets[size_t(place.socket)];
    const QString id = QStringLiteral("socket %1").arg(socket.fd);
    const bool listening = socket.role == replay::SocketState::listening;
    const bool waiting =
        listening || socket.datagrams ? socket.queue.value_or(0) > 0 : socket.receive_bytes.value_or(0) > 0 || socket.peer_shut;
    Shape &card = sheet.card(place.rect, id);
    card.stroke = socket.reset ? Ink::signal : waiting ? Ink::accent : Ink::line;
    card.width = waiting || socket.reset ? 2 : 1;
    const qreal line = (inner.height() - 20) / 5; // number, whose it is, what waits, bar, how much, how it is known
    const auto row = [&inner, line](qreal lines, qreal high = 20) {
        return QRectF(inner.left(), inner.top() + lines * line, inner.width(), high);
    };

    const QString number = QStringLiteral("fd %1").arg(socket.fd);
    Shape &name = sheet.code({inner.left(), inner.top(), width_of(number, 16, true, true), 23}, number);
    name.bold = true;
    name.size = 16;
    const QRectF badge = row(0, std::min(23.0, 1.1 * line)); // above the next words
    draw_watch(sheet, scene, socket.thread, socket.fd, badge);
    draw_request(sheet, scene, socket, badge, row(2.1));
    sheet.text(row(1.1), who(scene, socket, inner.width()), Ink::muted);
    sheet.part(id, place.rect, words::socket_sentence(language, scene.world, scene.replay.trace(), socket));
    if (socket.role == replay::SocketState::fresh)
        return;
    narrow(sheet.text(row(2.1),
                      listening ? language.say("Figures", "accept queue") : language.say("Figures", "receive buffer"),
                      Ink::muted));
    const QRectF bar = row(3.15, line - 3).adjusted(0.5, 0, -0.5, 0);
    if (listening)
        draw_queue(sheet, bar, socket.queue.value_or(0));
    else
        draw_bar(sheet, bar, socket.receive_bytes ? filled(*socket.receive_bytes, full_bar) : -1, bytes_id(socket, socket.received),
                 origin);
    Shape &count = sheet.text(row(4), content_words(language, socket),
                              socket.reset ? Ink::signal : waiting ? Ink::text : Ink::muted);
    count.bold = waiting || socket.reset;
    narrow(count);
    draw_beside(sheet, scene, socket, row(4));
    if (listening ? !socket.queue : !socket.receive_bytes)
        return;
    const replay::Known how = listening ? socket.queue_known : socket.receive_known;
    const QString word = words::known_word(language, how);
    const QString known = how == replay::Known::unknown ? language.say("Figures", "not known for certain", "what a thread does, how much waits")
                                                        : language.say("Figures", "how it is known: %1").arg(word);
    narrow(sheet.text(row(5), width_of(known) <= inner.width() ? known : word, Ink::muted));
}

} // namespace figures
