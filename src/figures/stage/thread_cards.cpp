// SPDX-License-Identifier: MIT
// Threads on the stage: name, state with its sign, the call they are in.
#include "calls/schema.h"
#include "figures/cast.h"
#include "figures/stage/cards.h"
#include "words/parts.h"
#include "words/sentences.h"

#include <algorithm>

namespace figures {
namespace {

using replay::State;

Ink state_ink(const replay::Thread &thread)
{
    if (thread.repeats())
        return Ink::failed;
    switch (thread.state) {
    case State::running: return Ink::running;
    case State::asleep: return Ink::waiting;
    case State::copying: return Ink::copying;
    case State::held: return Ink::held;
    default: return Ink::line;
    }
}

// A sign for each state, so that colour is not all there is.
QPainterPath state_sign(State state, const QRectF &box)
{
    QPainterPath sign;
    const qreal left = box.left(), top = box.top(), right = box.right(), bottom = box.bottom(),
                middle = box.center().x();
    const qreal third = box.width() / 3;
    switch (state) {
    case State::running:
        sign.addPolygon(QPolygonF{{left, top}, {right, box.center().y()}, {left, bottom}});
        sign.closeSubpath();
        break;
    case State::asleep: { // a moon
        QPainterPath disc, shadow;
        disc.addEllipse(box);
        shadow.addEllipse(box.translated(box.width() * 0.42, -box.height() * 0.12));
        sign = disc.subtracted(shadow);
        break;
    }
    case State::copying: // an arrow up, out of the kernel
        sign.addPolygon(QPolygonF{{middle, top}, {right, top + 1.5 * third}, {middle + third / 2, top + 1.5 * third},
                                  {middle + third / 2, bottom}, {middle - third / 2, bottom},
                                  {middle - third / 2, top + 1.5 * third}, {left, top + 1.5 * third}});
        sign.closeSubpath();
        break;
    case State::held:
        sign.addRect(left, top, third, box.height());
        sign.addRect(right - third, top, third, box.height());
        break;
    case State::idle: sign.addRect(left, box.center().y() - 1, box.width(), 2); break;
    case State::ended: sign.addRect(box.adjusted(1, 1, -1, -1)); break;
    case State::not_begun: sign.addEllipse(box.adjusted(1, 1, -1, -1)); break;
    }
    return sign;
}

Shape &draw_sign(Sheet &sheet, State state, const QRectF &box, Ink ink, const QString &id)
{
    Shape &sign = sheet.path(state_sign(state, box), ink, id);
    sign.filled = true;
    sign.fill = ink;
    sign.stroked = ink == Ink::line;
    return sign;
}

// The longest way to write the call that `width` px have room for: all of it, its name and result, its name.
QString call_that_fits(const words::Language &language, const trace::Trace &trace, const trace::Event &event, qreal width)
{
    const QString name = words::call_name(language, trace, event);
    QString brief = event.fd < 0 ? name + QStringLiteral("(…)") : QStringLiteral("%1(%2, …)").arg(name).arg(event.fd);
    QString shortest = name + QStringLiteral("()");
    if (event.end != 0 && calls::is_call(event.call)) {
        brief += QStringLiteral(" = %1").arg(event.result);
        shortest += QStringLiteral(" = %1").arg(event.result);
    }
    for (const QString &text : {words::call_text(language, trace, event), brief, shortest})
        if (width_of(text, measure::text, false, true) <= width)
            return text;
    return name;
}

// The call a thread is in, or else the one it has completed last; nothing before its first.
QString call_of(const Scene &scene, size_t thread, qreal width)
{
    const replay::Thread &now = scene.world.threads[thread];
    const trace::Trace &trace = scene.replay.trace();
    if (now.call) {
        if (!now.repeats())
            return call_that_fits(scene.language, trace, *now.call, width);
        if (now.polls.size() == 1)
            return call_that_fits(scene.language, trace, now.polls.front(), width);
        size_t most = now.polls.size();
        while (most > 1 && width_of(words::repeated_text(trace, now, most), measure::text, false, true) > width)
            --most;
        return words::repeated_text(trace, now, most);
    }
    if (now.last && *now.last < trace.events().size()) {
        const trace::Event &last = trace.events()[*now.last];
        if (calls::is_call(last.call) ||
            calls::has(last, calls::on_set) || calls::has(last, calls::assigns) ||
            last.call == trace::Call::sqe_queued || last.call == trace::Call::cqe_seen)
            return call_that_fits(scene.language, trace, last, width);
    }
    return {};
}

QString name_with_tid(const Scene &scene, size_t thread)
{
    const trace::Trace &trace = scene.replay.trace();
    const QString name = words::thread_name(scene.language, trace, thread);
    const int32_t tid = trace.tid(thread, scene.world.time);
    if (tid <= 0)
        return name;
    return scene.language.say("Figures", "%1 · tid %2", "a thread and its Linux thread id")
        .arg(name)
        .arg(tid);
}

QString since_words(const Scene &scene, const replay::Thread &now)
{
    const int64_t ns = int64_t(uint64_t(scene.world.time) - uint64_t(now.since));
    if (now.repeats())
        return scene.language.say("Figures", "again and again, for %1", "a thread that polls, and how long already")
            .arg(scene.language.duration(ns));
    return scene.language.say("Figures", "for %1", "how long a thread has been in its state")
        .arg(scene.language.duration(ns));
}

// "in its handler of SIGIO", with a flag.
void draw_handler(Sheet &sheet, const Scene &scene, const replay::Thread &now, const QRectF &room)
{
    const QString text = scene.language.say("Figures", "in the handler: %1", "of a signal").arg(words::constant(calls::Type::signal, now.handler->signal));
    const QRectF plate(room.left(), room.top(), std::min(width_of(text, 13, true) + 36, room.width()), room.height());
    sheet.box(plate, Ink::signal, QStringLiteral("server handler plate")).radius = 4;
    const qreal x = plate.left() + 10, y = plate.top() + 5;
    QPainterPath flag({x, y + 14});
    flag.lineTo(x, y);
    flag.lineTo(x + 11, y + 4);
    flag.lineTo(x, y + 8);
    Shape &sign = sheet.path(flag, Ink::paper, QStringLiteral("server handler sign"));
    sign.filled = true;
    sign.fill = Ink::paper;
    Shape &words = sheet.text(plate.adjusted(27, 0, -6, 0), text, Ink::paper, Ink::signal);
    words.bold = true;
    words.id = QStringLiteral("server handler");
    narrow(words);
}

} // namespace

QString last_call(const Scene &scene, size_t thread, qreal width)
{
    return call_of(scene, thread, width);
}

void server_card(Sheet &sheet, const Scene &scene, const QRectF &rect)
{
    const words::Language &language = scene.language;
    const size_t server = scene.front_thread();
    if (server >= scene.world.threads.size() || server >= scene.replay.trace().threads.size())
        return;
    const replay::Thread &now = scene.world.threads[server];
    const Ink ink = state_ink(now);
    Shape &card = sheet.card(rect, QStringLiteral("server card"));
    card.stroke = ink;
    card.width = 2;
    const QRectF inner = rect.adjusted(14, 8, -12, -6);
    const qreal line = inner.height() / 4; // name, call, state, how it is known
    sheet.text({inner.left(), inner.top(), inner.width(), 22}, name_with_tid(scene, server)).bold = true;
    sheet.code({inner.left(), inner.top() + line - 1, inner.width(), 22}, call_of(scene, server, inner.width()),
               now.call ? Ink::text : Ink::muted);

    const QString word = words::state_word(language, now);
    const QRectF pill(inner.left(), inner.top() + 2 * line - 1, width_of(word, 13, true) + 40, 24);
    Shape &plate = sheet.box(pill, ink, QStringLiteral("server state plate"));
    plate.radius = 12;
    const Ink letters = ink == Ink::copying || ink == Ink::held ? Ink::paper : Ink::text;
    Shape &sign = draw_sign(sheet, now.state, {pill.left() + 10, pill.top() + 6, 12, 12}, letters, QStringLiteral("server state sign"));
    sign.sign = true;
    sign.ground = ink;
    Shape &state = sheet.text({pill.left() + 28, pill.top(), pill.width() - 36, 24}, word, letters, ink);
    state.bold = true;
    const QString since = since_words(scene, now);
    if (now.handler) {
        draw_handler(sheet, scene, now, {pill.right() + 10, pill.top(), inner.right() - pill.right() - 10, 24});
    } else if (now.state != State::ended && now.state != State::not_begun && scene.world.time > now.since)
        sheet.text({pill.right() + 10, pill.top(), std::min(width_of(since), inner.right() - pill.right() - 10), 24},
                   since, Ink::muted);
    const QString known = now.known == replay::Known::unknown ? language.say("Figures", "not known for certain", "what a thread does, how much waits")
                                                              : language.say("Figures", "how it is known: %1").arg(words::known_word(language, now.known));
    sheet.text({inner.left(), inner.bottom() - 21, inner.width(), 20}, known, Ink::muted);
    sheet.part(QStringLiteral("thread %1").arg(server), rect,
               words::thread_sentence(language, scene.world, scene.replay.trace(), server));
}

void peer_card(Sheet &sheet, const Scene &scene, const StageLayout::Peer &peer)
{
    const words::Language &language = scene.language;
    const trace::Trace &trace = scene.replay.trace();
    constexpr qreal line = measure::row;
    const qreal edge = (peer.rect.height() - 2 * line) / 4;
    const QRectF inner = peer.rect.adjusted(12, edge, -12, -edge);
    const QRectF upper(inner.left(), inner.top(), inner.width(), line),
        lower(inner.left(), inner.bottom() - line, inner.width(), line);
    const QString id = peer.thread >= 0 ? QStringLiteral("thread %1").arg(peer.thread)
                       : peer.beside    ? QStringLiteral("more threads")
                       : peer.more > 0  ? QStringLiteral("more clients")
                                        : QStringLiteral("outside %1").arg(peer.socket);
    Shape &card = sheet.card(peer.rect, id);
    if (peer.more > 0) {
        const QString words = peer.beside ? language.say("Figures", "… and %n more threads", nullptr, peer.more)
                                          : language.say("Figures", "… and %n more clients", nullptr, peer.more);
        sheet.text(inner, words, Ink::muted);
        sheet.part(id, peer.rect, words);
        return;
    }
    if (peer.thread < 0) {
        const replay::Socket &socket = scene.world.sockets[size_t(peer.socket)];
        card.dashed = true;
        sheet.text(upper, words::role_word(language, trace, socket)).bold = true;
        sheet.text(lower, language.say("Figures", "its calls are not recorded", "a program outside this one"),
                   Ink::muted);
        sheet.part(id, peer.rect, words::socket_sentence(language, scene.world, trace, socket));
        return;
    }
    const size_t thread = size_t(peer.thread);
    const replay::Thread &now = scene.world.threads[thread];
    const QString called = words::thread_name(language, trace, thread);
    QString word = words::state_word(language, now);
    if (18 + width_of(called, measure::text, true) + 8 + width_of(word) > upper.width())
        word.clear(); // the sign tells
    const qreal word_width = width_of(word);
    draw_sign(sheet, now.state, {upper.left(), upper.center().y() - 5.5, 11, 11}, state_ink(now),
              id + QStringLiteral(" sign"));
    const QRectF name(upper.left() + 18, upper.top(), upper.width() - 26 - word_width, line);
    sheet.text(name, called).bold = true;
    Shape &state = sheet.text({upper.right() - word_width, upper.top(), word_width, line}, word, Ink::muted);
    state.align = Qt::AlignRight | Qt::AlignVCenter;
    sheet.code(lower, call_of(scene, thread, lower.width()), now.call ? Ink::text : Ink::muted);
    sheet.part(id, peer.rect, words::thread_sentence(language, scene.world, trace, thread));
}

} // namespace figures
