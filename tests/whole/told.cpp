// SPDX-License-Identifier: MIT
#include "whole/told.h"

#include "cli/world_json.h"
#include "words/parts.h"
#include "words/sentences.h"

namespace whole {

const Event *Told::event() const
{
    const auto &events = replay.trace().events();
    return moment.event && moment.sequence < events.size() && calls::is_call(moment.event->call) ? &events[moment.sequence] : nullptr;
}

namespace {

Voice voice(const Told &now, const Catalogue &catalogue, const words::Language &language, bool drawn)
{
    const trace::Trace &trace = now.replay.trace();
    Voice voice{.language = language.code(), .words = words::explain(language, now.replay, now.world, now.instant)};
    voice.said = catalogue.read(voice.language, voice.words);
    for (size_t i = 0; i < now.world.threads.size(); ++i)
        voice.threads.emplace_back(i, words::thread_sentence(language, now.world, trace, i));
    for (size_t i = 0; i < now.world.sockets.size(); ++i)
        voice.sockets.emplace_back(i, words::socket_sentence(language, now.world, trace, now.world.sockets[i]));
    if (!drawn)
        return voice;
    const figures::Scene scene{.replay = now.replay, .world = now.world, .instant = now.instant, .language = language, .range = {}, .selected = {}};
    voice.stage = figures::stage(scene, figures::stage_size(scene));
    for (const drawing::Part &part : voice.stage.parts)
        voice.parts += part.sentence;
    for (const drawing::Shape &shape : voice.stage.shapes)
        if (shape.kind == drawing::Shape::text)
            voice.parts += shape.words;
    return voice;
}

} // namespace

Told told(const replay::Replay &replay, const Hindsight &later, const Catalogue &catalogue, replay::Instant instant, bool drawn)
{
    static const words::Language en("en"), vi("vi");
    Told now{.replay = replay, .later = later, .instant = instant, .world = replay.at(instant), .moment = replay.moment(instant)};
    now.json = cli::world_json(now.world, replay);
    now.en = voice(now, catalogue, en, drawn);
    now.vi = voice(now, catalogue, vi, drawn);
    return now;
}

void Contradictions::add(const Told &now, int kind, const QString &what)
{
    ++m_of[kind];
    static const QRegularExpression number("[0-9.,]+");
    const QString shape = QString(what).replace(number, QStringLiteral("#")); // one of each is enough
    if (m_said.count(shape) >= 3)
        return;
    m_said += shape;
    m_all += QStringLiteral("%1 | step %2%3, %4 ns: %5\n      \"%6\"")
                 .arg(kind).arg(qint64(now.complete()) - 1).arg(now.moment.begins ? QStringLiteral(" (begins)") : QString())
                 .arg(now.time() - now.replay.trace().begin()).arg(what, now.en.words.left(400));
}

} // namespace whole
