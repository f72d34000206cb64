// SPDX-License-Identifier: MIT
#include "figures/comparison/six.h"

#include "calls/schema.h"
#include "replay/measures/stretches.h"
#include "replay/times.h"
#include "words/sentences.h"

#include <algorithm>

namespace figures {
namespace {

using Piece = SixRow::Piece;
using replay::span;
using words::Language;

bool suspended(const OneRead &one)
{
    return one.told && one.told->call == trace::Call::aio_suspend;
}

// The wait of a message, ns; -1: it was not awaited, or nothing tells.
int64_t awaited(const OneRead &one)
{
    return one.wait ? span(one.wait->begin, one.zero()) : -1;
}

// Asleep of its own accord for most of the time between its polls.
bool rests(const OneRead &one)
{
    return one.between_polls > awaited(one) / 2;
}

// What the book calls it: its UDP and its call stand elsewhere.
QString model_name(const OneRead &one, const QString &otherwise)
{
    switch (one.way) {
    case OneRead::asleep: return QStringLiteral("Blocking I/O");
    case OneRead::polling: return QStringLiteral("Non-blocking I/O");
    case OneRead::multiplexed: return QStringLiteral("I/O multiplexing");
    case OneRead::signalled: return QStringLiteral("Signal-driven I/O");
    case OneRead::requested: return QStringLiteral("Asynchronous I/O");
    case OneRead::at_once: break;
    }
    return otherwise;
}

std::optional<OneRead> last_awaited(const Language &language, const replay::Replay &replay)
{
    std::optional<OneRead> best;
    const replay::World nothing;
    for (const replay::Message &message : replay::messages(replay)) {
        if (!message.taken)
            continue;
        const Scene scene{.replay = replay, .world = nothing, .instant = {message.in_hand, *message.taken + 1}, .language = language, .range = {}, .selected = {}};
        const auto one = one_read(scene);
        if (one && one->sequence == *message.taken && (!best || awaited(*one) > 0 || awaited(*best) <= 0))
            best = one;
    }
    return best;
}

void say(SixRow &row, const Language &language, const trace::Trace &trace, const OneRead &one)
{
    const auto name = [&](const trace::Event &event) { return words::call_name(trace, event); };
    const QString waited = language.duration(awaited(one)), copied = language.duration(row.copy.ns);
    const QString blocked = language.say("Figures", "blocked in `%1()`: %2", "a call, a duration");
    row.copied = language.say("Figures", "copy %1", "phase 2, a duration").arg(copied);
    switch (one.way) {
    case OneRead::asleep:
        row.how = language.say("Figures", "asleep in both phases");
        row.waited = blocked.arg(name(one.read), waited);
        row.copied = language.say("Figures", "woken, copied", "phase 2");
        return;
    case OneRead::polling: {
        row.how = rests(one) ? language.say("Figures", "asks, pauses, asks again") : language.say("Figures", "asks again and again");
        const int polls = int(std::min<uint64_t>(one.polls, INT32_MAX));
        row.waited = rests(one) ? language.say("Figures", "asked %n times, asleep in between, %1", "polls, a duration", polls)
                                                          : language.say("Figures", "asked %n times, busy for %1", "polls, a duration", polls);
        row.waited = row.waited.arg(waited);
        return;
    }
    case OneRead::multiplexed:
        row.how = language.say("Figures", "asleep, but in `%1()`", "a call").arg(name(*one.asked));
        row.waited = blocked.arg(name(*one.asked), waited);
        return;
    case OneRead::signalled:
        row.how = language.say("Figures", "told: a read may be started");
        row.waited = language.say("Figures", "does something else: %1", "a duration").arg(waited);
        row.copied = language.say("Figures", "copy %1 in the handler", "phase 2, a duration").arg(copied);
        return;
    case OneRead::requested:
        row.how = language.say("Figures", "told: the read is complete");
        row.copied = language.say("Figures", "copied by the library", "phase 2");
        row.waited = suspended(one) ? blocked.arg(QStringLiteral("aio_suspend"), waited)
            : one.asked             ? language.say("Figures", "free: `%1()` returned after %2", "a call, a duration").arg(name(*one.asked), language.duration(span(one.asked->begin, one.asked->end)))
                                    : language.say("Figures", "free: %1", "a duration").arg(waited);
        return;
    case OneRead::at_once:
        row.how = language.say("Figures", "the data was there before it asked");
        return;
    }
}

void add(SixRow &row, Piece::Kind kind, int64_t to)
{
    const int64_t from = row.pieces.empty() ? 0 : row.pieces.back().to;
    if (to > from)
        row.pieces.push_back({kind, from, to});
}

// What the program did after it had the data.
void add_after(SixRow &row, const replay::Replay &replay, const OneRead &one)
{
    constexpr int64_t most = 20; // times as long as it took
    const int64_t from = row.pieces.empty() ? 0 : row.pieces.back().to, until = std::max<int64_t>(most * row.until, 1'000'000);
    if (one.way == OneRead::requested && !suspended(one)) {
        add(row, Piece::free, until);
        return;
    }
    for (const replay::Stretch &stretch : replay::stretches(replay, one.read.thread, replay::sum(one.zero(), from), replay::sum(one.zero(), until))) {
        const Piece::Kind kind = stretch.kind == replay::Stretch::waiting ? Piece::again
            : stretch.kind == replay::Stretch::polling                    ? Piece::polling
            : stretch.kind == replay::Stretch::copying                    ? Piece::copying
            : stretch.handler                                             ? Piece::handler
            : stretch.kind == replay::Stretch::in_call                    ? Piece::call
                                                                          : Piece::running;
        add(row, kind, stretch.end - one.zero());
    }
    if (one.way == OneRead::signalled) // without any call
        add(row, Piece::running, std::min(until, span(one.zero(), replay.last().time)));
}

void add_pieces(SixRow &row, const OneRead &one)
{
    const auto at = [&](int64_t time) { return time - one.zero(); };
    const auto copied = [&](Piece::Kind until) {
        add(row, until, at(one.read.begin));
        add(row, Piece::copying, at(one.read.end));
    };
    switch (one.way) {
    case OneRead::asleep: add(row, Piece::copy_at_most, at(one.read.end)); break;
    case OneRead::polling: copied(row.before); break;
    case OneRead::multiplexed:
        add(row, Piece::waiting, at(one.asked->end));
        copied(Piece::running);
        break;
    case OneRead::signalled:
        add(row, Piece::running, at(one.told->end));
        copied(Piece::handler);
        break;
    case OneRead::requested:
        add(row, suspended(one) ? Piece::waiting : Piece::free_meanwhile, at(one.told ? one.told->end : one.read.end));
        add(row, suspended(one) ? Piece::running : Piece::handler, at(one.read.end));
        break;
    case OneRead::at_once: copied(Piece::running); break;
    }
    if (one.over)
        add(row, Piece::handler, at(one.over->end));
}

} // namespace

std::optional<SixRow> six_row(const Language &language, const replay::Replay &replay, const QString &name, const QString &title)
{
    const auto one = last_awaited(language, replay);
    if (!one)
        return {};
    SixRow row;
    row.name = name;
    row.title = model_name(*one, title);
    row.way = one->way;
    row.copy = copy_time(*one);
    row.bytes = one->arrival.bytes;
    row.datagram = one->arrival.what == replay::Delivery::datagram;
    row.waited_from = -std::max<int64_t>(awaited(*one), 0);
    row.in_hand = one->read.end - one->zero();
    row.until = std::max(row.in_hand, one->over ? one->over->end - one->zero() : 0);
    row.before = one->way == OneRead::polling && !rests(*one) ? Piece::polling
        : one->way == OneRead::signalled      ? Piece::running
        : one->way == OneRead::requested && !suspended(*one) ? Piece::free
                                              : Piece::waiting;
    say(row, language, replay.trace(), *one);
    add_pieces(row, *one);
    add_after(row, replay, *one);
    return row;
}

} // namespace figures
