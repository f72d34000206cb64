// SPDX-License-Identifier: MIT
// The current step in plain words: its number, its call, what it does, its phases and how they are known.
#include "calls/schema.h"
#include "drawing/fitted.h"
#include "drawing/sheet.h"
#include "figures/figure.h"
#include "words/measures.h"
#include "words/parts.h"
#include "words/sentences.h"

#include <algorithm>

namespace figures {
namespace {

constexpr qreal body_size = 15, body_row = 22, head_size = 15;

// One phase of the step, or its duration as a whole.
struct Measure {
    Ink ink = Ink::line;
    QString name, value, sentence;
};

QString head_of(const Scene &scene, const replay::Replay::Moment &moment)
{
    const words::Language &language = scene.language;
    const size_t count = scene.replay.trace().events().size();
    if (!moment.event)
        return count ? language.say("Figures", "Before the first step") : language.say("Figures", "No step yet");
    if (moment.sequence >= count)
        return language.say("Figures", "A call in progress, after step %1", "number of the last step")
            .arg(language.number(qlonglong(scene.instant.complete) - 1));
    const QString last = language.number(qlonglong(count) - 1);
    if (!moment.begins)
        return language.say("Figures", "Step %1 of %2", "numbers of this and of the last step")
            .arg(language.number(qlonglong(moment.sequence)), last);
    if (scene.instant.complete == 0)
        return language.say("Figures", "Before the first step");
    return language.say("Figures", "After step %1 of %2", "numbers of the step before and of the last step")
        .arg(language.number(qlonglong(scene.instant.complete) - 1), last);
}

Measure measure_of(const Scene &scene, const replay::Phase &phase)
{
    const words::Language &language = scene.language;
    const bool wait = phase.kind == replay::Phase::wait;
    Measure measure{wait ? Ink::waiting : Ink::copying, {}, {},
                    words::phase_sentence(language, scene.replay.trace(), phase)};
    const bool data = phase.what == replay::Phase::data;
    measure.name = wait && phase.what == replay::Phase::room ? language.say("Figures", "waiting for room in a send buffer")
        : wait && phase.what == replay::Phase::urgent        ? language.say("Figures", "waiting for urgent data")
        : wait && phase.what == replay::Phase::connection    ? language.say("Figures", "waiting for a connection (phase 1)")
        : wait && !data                                      ? language.say("Figures", "waiting for one to be ready")
        : wait              ? language.say("Figures", "waiting for data (phase 1)")
        : phase.request   ? language.say("Figures", "copying and telling of it (phase 2)")
        : phase.with_wake ? language.say("Figures", "waking up and copying (phase 2)")
                          : language.say("Figures", "copying (phase 2)");
    const auto since = [](int64_t begin, int64_t end) { return int64_t(uint64_t(end) - uint64_t(begin)); };
    const bool between = phase.end && phase.known != replay::Known::measured && phase.earliest < phase.latest; // one ends there, the other begins
    measure.value = phase.end && between
        ? wait ? words::interval(language, since(phase.begin, phase.earliest), since(phase.begin, phase.latest))
               : words::interval(language, since(phase.latest, *phase.end), since(phase.earliest, *phase.end))
        : phase.end ? language.duration(since(phase.begin, *phase.end))
                    : language.say("Figures", "still lasts", "a phase");
    return measure;
}

std::vector<Measure> measures_of(const Scene &scene, const replay::Replay::Moment &moment)
{
    if (!moment.event)
        return {};
    std::vector<Measure> found;
    if (moment.begins) {
        for (const replay::Phase &phase : scene.world.phases)
            if (phase.thread == moment.event->thread && !phase.end && phase.begin >= moment.event->begin)
                found.push_back(measure_of(scene, phase));
        return found;
    }
    for (const replay::Phase &phase : scene.replay.phases(moment.sequence))
        found.push_back(measure_of(scene, phase));
    if (!found.empty() || !calls::is_call(moment.event->call))
        return found;
    const int64_t length = int64_t(uint64_t(moment.event->end) - uint64_t(moment.event->begin));
    return {{Ink::line, scene.language.say("Figures", "the whole call", "its duration follows"),
             scene.language.duration(length), scene.language.say("Parts", "Measured by our own clock.")}};
}

// `words` from `y` on, in as many rows as it takes; returns where the next row goes.
qreal paragraph(Sheet &sheet, const QString &words, qreal left, qreal y, qreal width, Ink ink, qreal size, qreal row)
{
    for (const QString &line : wrapped(words, width, size)) {
        sheet.text(QRectF(left, y, width, row), line, ink).size = size;
        y += row;
    }
    return y;
}

// The call as the program made it, broken where the line is full.
qreal draw_call(Sheet &sheet, const QString &call, qreal left, qreal y, qreal width)
{
    const qreal padding = 8;
    const int columns = std::max(8, int((width - 2 * padding) / width_of(QStringLiteral("0"), body_size, false, true)));
    QStringList lines;
    for (QString rest = call; !rest.isEmpty();) {
        qsizetype end = rest.size() <= columns ? rest.size() : rest.lastIndexOf(u' ', columns);
        if (end <= 0)
            end = columns;
        lines += rest.left(end);
        rest = rest.mid(end).trimmed();
    }
    const QRectF frame(left, y, width, body_row * qreal(lines.size()) + padding);
    sheet.box(frame, Ink::faint).radius = 4;
    qreal top = y + padding / 2;
    for (const QString &line : lines) {
        sheet.code(QRectF(left + padding, top, width - 2 * padding, body_row), line, Ink::text, Ink::faint).size =
            body_size;
        top += body_row;
    }
    return frame.bottom();
}

// The drawing at this width, as high as it needs.
Drawing at_width(const Scene &scene, QSizeF size, qreal &bottom)
{
    Sheet sheet(size);
    const replay::Replay::Moment moment = scene.replay.moment(scene.instant);
    const qreal left = measure::margin, width = size.width() - 2 * measure::margin;
    qreal y = 12;
    const qreal part_top = y;
    const QString head = head_of(scene, moment);
    for (const QString &line : wrapped(head, width, head_size, true)) {
        Shape &title = sheet.text(QRectF(left, y, width, body_row), line);
        title.size = head_size;
        title.bold = true;
        y += body_row;
    }
    if (moment.event) {
        const trace::Trace &trace = scene.replay.trace();
        const QString thread = words::thread_name(scene.language, trace, moment.event->thread);
        const QString place = QString::fromStdString(trace::source(trace, *moment.event));
        const QString where = place.isEmpty()
                                  ? thread
                                  : scene.language.say("Figures", "%1, %2", "thread, source line").arg(thread, place);
        y = paragraph(sheet, where, left, y, width, Ink::muted, measure::text, measure::row) + 4;
        y = draw_call(sheet, words::call_text(scene.language, trace, *moment.event), left, y, width) + 10;
    }
    const QString said = words::explain(scene.language, scene.replay, scene.world, scene.instant);
    y = paragraph(sheet, said, left, y, width, Ink::text, body_size, body_row) + 6;
    sheet.part(QStringLiteral("step"), QRectF(left - 4, part_top, width + 8, y - part_top),
               head + QStringLiteral(". ") + said);

    int index = 0;
    for (const Measure &measured : measures_of(scene, moment)) {
        const qreal top = y;
        sheet.box(QRectF(left, y + 4, 12, 12), measured.ink);
        const qreal value = width_of(measured.value, measure::text, true) + 2;
        const QStringList name = wrapped(measured.name, width - 20 - value - measure::gap);
        for (qsizetype i = 0; i < name.size(); ++i)
            sheet.text(QRectF(left + 20, y + qreal(i) * measure::row, width - 20 - value - measure::gap, measure::row),
                       name[i]);
        Shape &number = sheet.text(QRectF(left + width - value, y, value, measure::row), measured.value);
        number.align = Qt::AlignRight | Qt::AlignVCenter;
        number.bold = true;
        y += measure::row * qreal(name.size());
        sheet.part(QStringLiteral("phase %1").arg(index++), QRectF(left - 4, top, width + 8, y - top),
                   measured.sentence);
    }
    bottom = y + measure::gap;
    sheet.mark(scene.selected);
    return sheet.take();
}

} // namespace

QSizeF explanation_size(const Scene &)
{
    return {380, 340};
}

Drawing explanation(const Scene &scene, QSizeF size)
{
    if (size.isEmpty())
        size = explanation_size(scene);
    return fitted(size, 220, [&](QSizeF room, qreal &bottom) { return at_width(scene, room, bottom); });
}

} // namespace figures
