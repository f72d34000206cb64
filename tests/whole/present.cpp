// SPDX-License-Identifier: MIT
// 6 Nothing of what has not come yet: of a call in progress neither result nor length, of polls not how often they will have been made.
#include "whole/sentences.h"
#include "whole/told.h"

#include "words/sentences.h"

#include <QJsonArray>

#include <algorithm>

namespace whole {
namespace {

// All that is told in one language.
QStringList texts(const Voice &voice)
{
    QStringList all{voice.words};
    all += voice.parts;
    for (const auto &[number, sentence] : voice.threads)
        all += sentence;
    for (const auto &[number, sentence] : voice.sockets)
        all += sentence;
    return all;
}

// Every number that the recording has told by now.
bool known_by_now(const Told &now, int64_t number)
{
    const trace::Trace &trace = now.replay.trace();
    const auto has = [&](Event event) {
        if (event.begin > now.time())
            return false;
        if (event.end == 0 || event.end > now.time())
            event = calls::begun(event);
        return event.result == number || event.length == number || event.fd == number || int64_t(event.count) == number
            || event.words[0] == uint64_t(number) || event.words[1] == uint64_t(number);
    };
    const auto here = [&](const replay::Socket &socket) {
        const int64_t low = socket.receive_bytes.value_or(0);
        return number == low || number == low + socket.arriving || number == low + socket.on_the_way || number == low + socket.arriving + socket.on_the_way
            || number == socket.received || number == socket.sent || number == socket.local_port || number == socket.peer_port || number == socket.queue
            || number == socket.dropped;
    };
    return std::ranges::any_of(now.world.sockets, here) || number == int64_t(now.complete()) || std::ranges::any_of(trace.events(), has)
        || std::ranges::any_of(trace.in_flight(), has)
        || std::ranges::any_of(trace.threads, [&](const trace::Thread &thread) { return thread.tid == number; });
}

// That `number` stands in no text, written as the language does or plainly.
void nowhere(const Told &now, int64_t number, const QString &what, Contradictions &wrong)
{
    if (number < 100) // a small number stands for something else as well
        return;
    bool known = false, asked = false;
    for (const Voice *voice : {&now.en, &now.vi}) {
        static const words::Language languages[] = {words::Language("en"), words::Language("vi")};
        const words::Language &language = languages[voice->language == QLatin1String("vi")];
        for (const QString &text : texts(*voice))
            for (const QString &written : {QString::number(number), language.number(qlonglong(number))}) {
                const qsizetype at = text.indexOf(written);
                const auto digit = [&](qsizetype i) { return i >= 0 && i < text.size() && (text[i].isDigit() || text[i] == u'.' || text[i] == u','); };
                const bool more = at + written.size() + 1 < text.size() && digit(at + written.size()) && text[at + written.size() + 1].isDigit();
                if (at < 0 || digit(at - 1) || more || (at + written.size() < text.size() && text[at + written.size()].isDigit()))
                    continue;
                static const QRegularExpression time(QStringLiteral("^[   ]?(ns|µs|ms|s)\\b"), QRegularExpression::UseUnicodePropertiesOption);
                if (QStringView(text).mid(at + written.size()).toString().contains(time)) // how long it has lasted so far: length_nowhere()
                    continue;
                if (!asked)
                    known = known_by_now(now, number);
                asked = true;
                if (!known)
                    wrong.add(now, 6, what + QStringLiteral(", %1, stands in \"%2\"").arg(number).arg(text.left(200)));
            }
    }
}

// What is told of `thread` while its call `event` goes on: how long that will have taken stands nowhere.
void length_nowhere(const Told &now, size_t thread, const Event &event, const QString &what, Contradictions &wrong)
{
    const int64_t length = event.end - event.begin;
    if (event.count > 1 || length < 10'000 || event.end <= now.time()) // ns; a short one is written as another by chance
        return;
    static const words::Language languages[] = {words::Language("en"), words::Language("vi")};
    for (const Voice *voice : {&now.en, &now.vi}) {
        const words::Language &language = languages[voice->language == QLatin1String("vi")];
        const QString written = language.duration(length);
        if (written == language.duration(event.length) || written == language.duration(now.time() - event.begin)
            || written == language.duration(now.world.threads[thread].since - now.replay.trace().begin()))
            continue; // asked for, or so far
        QStringList texts{voice->threads[thread].second};
        if (now.moment.begins && now.moment.event && now.moment.event->begin == event.begin && now.moment.event->thread == event.thread)
            texts += voice->words;
        for (const QString &text : texts)
            if (const qsizetype at = text.indexOf(written); at >= 0 && (at == 0 || !text[at - 1].isDigit()))
                wrong.add(now, 6, what + QStringLiteral(": how long it will have taken, %1, stands in \"%2\"").arg(written, text.left(200)));
    }
}

// A number of the World's own: of calls and selections in progress.
void in_world(const Told &now, Contradictions &wrong)
{
    for (const replay::Thread &thread : now.world.threads) {
        if (thread.call && (thread.call->end || thread.call->result || thread.call->error || thread.call->count != 1))
            wrong.add(now, 6, "the World has the end of a call in progress");
        for (const Event &poll : thread.polls)
            if (poll.count > 1 && poll.end > now.time())
                wrong.add(now, 6, "the World has how often a poll in progress will have been made");
    }
    const auto &threads = now.world.threads;
    const auto in_progress = [&](uint16_t thread, trace::Call call) { return thread < threads.size() && threads[thread].call && threads[thread].call->call == call; };
    for (const replay::Selection &one : now.world.selections)
        for (const auto &passed : one.sets)
            if (in_progress(one.thread, trace::Call::select) && (one.returned || passed.answered.any() || passed.unused.any()))
                wrong.add(now, 6, "a select() in progress has its answer");
    for (const replay::Polling &one : now.world.pollings)
        for (const auto &entry : one.entries)
            if (in_progress(one.thread, trace::Call::poll) && (one.returned || entry.revents))
                wrong.add(now, 6, "a poll() in progress has its answer");
    const QJsonArray polls = now.json["poll"].toArray();
    for (const QJsonValue &one : polls)
        if (!one["returned"].toBool() && !one["result"].isNull())
            wrong.add(now, 6, "the JSON of a poll() in progress has its result");
}

void totals(const Told &now, Contradictions &wrong)
{
    const replay::Totals totals = replay::totals(now.replay, now.instant);
    for (size_t i = 0; i < totals.rows.size() && i < now.replay.trace().threads.size(); ++i) {
        uint64_t over = 0;
        for (const size_t index : now.later.of_thread(uint16_t(i)))
            if (const Event &event = now.replay.trace().events()[index]; index < now.complete() && calls::in_vain(event))
                over += event.count;
        if (totals.rows[i].failed_polls > over)
            wrong.add(now, 6, QStringLiteral("%1 failed polls of thread %2, and %3 are over").arg(totals.rows[i].failed_polls).arg(i).arg(over));
    }
}

} // namespace

void results(const Told &now, Contradictions &wrong)
{
    in_world(now, wrong);
    totals(now, wrong);
    for (size_t i = 0; i < now.world.threads.size(); ++i) {
        const replay::Thread &thread = now.world.threads[i];
        if (!thread.call || !thread.event)
            continue;
        const Event &call = now.replay.trace().events()[*thread.event];
        const auto name = calls::name(call.call);
        const QString what = QStringLiteral("of %1() in progress ").arg(QString::fromUtf8(name.data(), qsizetype(name.size())));
        nowhere(now, call.result, what + "the result", wrong);
        if (call.count > 1)
            nowhere(now, call.count, what + "the number", wrong);
        length_nowhere(now, i, call, what, wrong);
    }
    if (now.moment.begins && now.en.said)
        for (const Saying &saying : *now.en.said)
            if (const Sentence *sentence = stated(saying); sentence && (sentence->states == Sentence::result || sentence->states == Sentence::did_not
                                                                        || sentence->states == Sentence::slept || sentence->states == Sentence::fin
                                                                        || sentence->states == Sentence::reset))
                wrong.add(now, 6, "a call begins, and is told as over: " + saying.source);
}

} // namespace whole
