// SPDX-License-Identifier: MIT
// 7 Words, World, JSON and stage say one thing; 8 both languages say it.
#include "whole/sentences.h"
#include "whole/told.h"

#include "words/sentences.h"

#include <QJsonArray>

#include <algorithm>

namespace whole {
namespace {

const words::Language &english()
{
    static const words::Language language("en");
    return language;
}

void threads(const Told &now, Contradictions &wrong)
{
    const QJsonArray json = now.json["threads"].toArray();
    constexpr const char *states[] = {"not_begun", "running", "idle", "asleep", "copying", "held", "ended"};
    for (const auto &[number, sentence] : now.en.threads) {
        const replay::Thread &thread = now.world.threads[number];
        const QString word = words::state_word(english(), thread);
        if (!sentence.contains(word))
            wrong.add(now, 7, QStringLiteral("the World has %1, and: %2").arg(word, sentence));
        for (const char *other : {"running", "asleep", "copying", "polling"})
            if (word != QLatin1String(other) && sentence.contains(QLatin1String(other)))
                wrong.add(now, 7, QStringLiteral("the World has %1, and: %2").arg(word, sentence));
        if (json[qsizetype(number)]["state"] != QLatin1String(states[size_t(thread.state)]))
            wrong.add(now, 7, QStringLiteral("the World has %1, the JSON %2").arg(word, json[qsizetype(number)]["state"].toString()));
    }
    if (!now.moment.event || !now.en.said || !now.moment.begins || now.moment.event->thread >= now.world.threads.size())
        return;
    const replay::Thread &thread = now.world.threads[now.moment.event->thread];
    for (const Saying &saying : *now.en.said)
        if (const Sentence *sentence = stated(saying)) {
            if (sentence->states == Sentence::asleep && thread.state != replay::State::asleep)
                wrong.add(now, 7, "words: asleep, World: " + words::state_word(english(), thread));
            if (sentence->states == Sentence::will_not && thread.state == replay::State::asleep && thread.known != replay::Known::unknown)
                wrong.add(now, 7, "words: it will not sleep, World: asleep");
            if (sentence->states == Sentence::bytes && thread.state == replay::State::asleep
                && thread.known != replay::Known::unknown && calls::as_wait(*now.moment.event)->fd == now.moment.event->fd)
                wrong.add(now, 7, "words: something is there, World: asleep");
        }
}

void sockets(const Told &now, Contradictions &wrong)
{
    const QJsonArray json = now.json["sockets"].toArray();
    for (const auto &[number, sentence] : now.en.sockets) {
        const replay::Socket &socket = now.world.sockets[number];
        const QJsonValue row = json[qsizetype(number)];
        const auto differs = [&](const char *key, const QJsonValue &value) {
            if (row[QLatin1String(key)] != value)
                wrong.add(now, 7, QStringLiteral("JSON and World of descriptor %1: %2").arg(socket.fd).arg(QLatin1String(key)));
        };
        differs("receive_bytes", socket.receive_bytes ? QJsonValue(qint64(*socket.receive_bytes)) : QJsonValue());
        differs("queue", socket.queue ? QJsonValue(qint64(*socket.queue)) : QJsonValue());
        differs("peer_shut", socket.peer_shut);
        differs("reset", socket.reset);
        differs("closed", socket.closed);
        const bool connected = socket.role == replay::SocketState::connected && !socket.datagrams;
        if (connected && sentence.contains(QLatin1String("The connection was reset.")) != socket.reset)
            wrong.add(now, 7, "reset: World and sentence differ: " + sentence);
        if (connected && sentence.contains(QLatin1String("after these bytes comes end of file")) != (socket.peer_shut && !socket.reset))
            wrong.add(now, 7, "end of file: World and sentence differ: " + sentence);
        const int64_t stated_bytes = socket.receive_bytes.value_or(-1);
        if (connected && stated_bytes >= 0 && !sentence.contains(english().number(qlonglong(stated_bytes))))
            wrong.add(now, 7, QStringLiteral("%1 bytes in the World, and: %2").arg(stated_bytes).arg(sentence));
        // A thread that sleeps in a read of it for want of what is said to be there. While another thread of its own shuts it down, it may
        // have been woken.
        const Life *life = now.life(socket);
        if (life && any_during(life->ends, now.complete(), now.time()))
            continue;
        for (const replay::Thread &thread : now.world.threads) {
            if (thread.state != replay::State::asleep || thread.known == replay::Known::unknown || !thread.call)
                continue;
            const auto wait = calls::as_wait(*thread.call);
            if (!wait || wait->fd != socket.fd || size_t(&thread - now.world.threads.data()) != socket.thread)
                continue;
            if (wait->what == calls::Wait::data && connected && socket.receive_bytes.value_or(0) > 0 && socket.receive_known == replay::Known::derived
                && !calls::as_transfer(*thread.call)->urgent)
                wrong.add(now, 7, QStringLiteral("asleep in a read, and %1 bytes wait on descriptor %2").arg(*socket.receive_bytes).arg(socket.fd));
            if (wait->what == calls::Wait::data && connected && (socket.peer_shut || socket.reset))
                wrong.add(now, 7, QStringLiteral("asleep in a read, and descriptor %1 is at its end").arg(socket.fd));
            if (wait->what == calls::Wait::connection && socket.queue.value_or(0) > 0 && socket.queue_known == replay::Known::derived)
                wrong.add(now, 7, QStringLiteral("asleep in accept(), and %1 connections wait").arg(*socket.queue));
        }
    }
    if (!now.moment.event || !now.en.said)
        return;
    for (const Saying &saying : *now.en.said) {
        const Sentence *sentence = stated(saying);
        if (!sentence || (sentence->states != Sentence::bytes && sentence->states != Sentence::bytes_at_least))
            continue;
        const replay::Socket *socket = now.socket(sentence->arg ? int(saying.number(sentence->arg)) : now.moment.event->fd);
        if (socket && saying.n && saying.n != socket->receive_bytes)
            wrong.add(now, 7, QStringLiteral("words: %1 bytes, World: %2").arg(*saying.n).arg(socket->receive_bytes.value_or(-1)));
    }
}

// What crosses on the stage, and what the words say of it.
void stage(const Told &now, Contradictions &wrong)
{
    if (!now.en.said || now.en.stage.shapes.empty() || !now.moment.event)
        return;
    const auto drawn = [&](const char *words) { return now.en.parts.contains(QLatin1String(words)); };
    const auto said = [&](Sentence::States states) {
        return std::ranges::any_of(*now.en.said, [&](const Saying &one) { const Sentence *sentence = stated(one); return sentence && sentence->states == states; });
    };
    if (said(Sentence::fin) && (drawn("reset (RST)") || drawn("FIN or RST")))
        wrong.add(now, 7, "words: a FIN, stage: a RST, or either");
    if (said(Sentence::reset) && (drawn("end of file (FIN)") || drawn("FIN or RST")))
        wrong.add(now, 7, "words: a RST, stage: a FIN, or either");
    const Event *call = now.event();
    const auto transfer = call ? calls::as_transfer(*call) : std::nullopt;
    if (transfer && now.moment.begins && drawn("2 copy") && now.world.threads[call->thread].state != replay::State::copying)
        wrong.add(now, 7, "stage: it copies, World: it does not");
    if (transfer && !now.moment.begins && transfer->reads() && transfer->in_stream() && transfer->moved == 0 && drawn("2 copy"))
        wrong.add(now, 7, "stage: a copy of nothing");
    const auto card = [&](const drawing::Shape &shape) { return shape.id == QLatin1String("server state plate"); };
    const size_t server = 0;
    if (std::ranges::any_of(now.en.stage.shapes, card) && now.later.table(server) == server
        && !now.en.parts.contains(words::state_word(english(), now.world.threads[server])))
        wrong.add(now, 7, "the server's card has another state than the World");
}

// That the run is being stopped is said once a thread of the program has begun to.
void stopping(const Told &now, Contradictions &wrong)
{
    if (!now.en.words.contains(QLatin1String("run is being stopped")))
        return;
    const trace::Trace &trace = now.replay.trace();
    const auto stops = [&](const Event &event) {
        const bool control = event.thread < trace.threads.size() && trace.threads[event.thread].job == trace::Job::control;
        const bool cancels = event.call == trace::Call::sqe_queued; // so it does with io_uring
        const bool harmless = event.call == trace::Call::close || event.call == trace::Call::thread_begin || event.call == trace::Call::held;
        return event.begin <= now.time() && ((control && !harmless) || cancels);
    };
    // Of the programs each has such a thread, which may also begin to close a descriptor.
    const auto closes = [&](uint16_t thread) {
        return std::ranges::any_of(trace.events(), [&](const Event &event) { return event.call == trace::Call::close && event.thread == thread; });
    };
    const bool begun = std::ranges::any_of(trace.events(), [&](const Event &event) {
        return event.call == trace::Call::thread_begin && trace.threads[event.thread].job == trace::Job::control && event.begin <= now.time() && !closes(event.thread);
    });
    if (!begun && std::ranges::none_of(trace.events(), stops) && std::ranges::none_of(trace.in_flight(), stops))
        wrong.add(now, 7, "nothing stops the run yet");
}

} // namespace

void agreement(const Told &now, Contradictions &wrong)
{
    threads(now, wrong);
    sockets(now, wrong);
    stage(now, wrong);
    stopping(now, wrong);
}

void languages(const Told &now, Contradictions &wrong)
{
    for (const Voice *voice : {&now.en, &now.vi})
        if (!voice->said)
            wrong.add(now, 8, "no row of the program's sentences, in " + voice->language + ": " + voice->words);
    const auto same = [&](const QString &en, const QString &vi) {
        if (numbers("en", en) != numbers("vi", vi))
            wrong.add(now, 8, QStringLiteral("other numbers: \"%1\" and \"%2\"").arg(en, vi));
    };
    same(now.en.words, now.vi.words);
    for (size_t i = 0; i < now.en.threads.size(); ++i)
        same(now.en.threads[i].second, now.vi.threads[i].second);
    for (size_t i = 0; i < now.en.sockets.size(); ++i)
        same(now.en.sockets[i].second, now.vi.sockets[i].second);
    if (now.en.parts.size() != now.vi.parts.size())
        wrong.add(now, 8, "the stage has other texts");
    if (!now.en.said || !now.vi.said)
        return;
    QStringList en, vi;
    for (const Saying &one : *now.en.said)
        en += one.source;
    for (const Saying &one : *now.vi.said)
        vi += one.source;
    if (en != vi)
        wrong.add(now, 8, "other sentences: " + en.join(u'|') + " and " + vi.join(u'|'));
}

} // namespace whole
