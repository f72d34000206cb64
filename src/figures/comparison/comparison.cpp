// SPDX-License-Identifier: MIT
#include "figures/comparison/comparison.h"

#include "calls/verbs.h"
#include "drawing/fitted.h"
#include "drawing/sheet.h"
#include "figures/figure.h"
#include "words/requests.h"

namespace figures {
namespace {

constexpr qreal liked_width = 1240, least_width = 1000;
constexpr int64_t longest_shown = 1'000'000'000; // ns of one wait

qreal paragraph(Sheet &sheet, const QString &words, qreal top, Ink ink)
{
    const qreal left = measure::margin, width = sheet.size().width() - 2 * measure::margin;
    for (const QString &line : wrapped(words, width)) {
        sheet.text(QRectF(left, top, width, measure::row), line, ink);
        top += measure::row;
    }
    return top;
}

Drawing at_width(const ComparisonScene &scene, QSizeF size, qreal &bottom)
{
    Sheet sheet(size);
    qreal y = paragraph(sheet, scene.work, measure::gap, Ink::text) + measure::gap;
    y = comparison_rows(sheet, scene, y);
    y = comparison_table(sheet, scene, y);
    for (const Compared &model : scene.models)
        if (!model.failure.isEmpty()) {
            const qreal from = y;
            y = paragraph(sheet, model.failure, y, Ink::changed);
            sheet.part(QStringLiteral("failure %1").arg(model.name),
                       QRectF(measure::margin - 4, from, size.width() - 2 * measure::margin + 8, y - from), model.failure);
        }
    for (qsizetype i = 0; i < scene.notes.size(); ++i) {
        const qreal from = y;
        y = paragraph(sheet, scene.notes[i], y, Ink::muted);
        sheet.part(QStringLiteral("note %1").arg(i),
                   QRectF(measure::margin - 4, from, size.width() - 2 * measure::margin + 8, y - from), scene.notes[i]);
    }
    bottom = y + measure::gap;
    sheet.mark(scene.selected);
    return sheet.take();
}

} // namespace

QString comparison_title(const words::Language &language)
{
    return language.say("Figures", "Comparison of the models", "title of a figure");
}

QSizeF comparison_size(const ComparisonScene &scene)
{
    qreal bottom = 0;
    at_width(scene, {liked_width, 100}, bottom);
    return {liked_width, bottom};
}

Drawing comparison(const ComparisonScene &scene, QSizeF size)
{
    if (size.isEmpty())
        size = comparison_size(scene);
    return fitted(size, scene.columns.empty() ? least_width : least_width * 0.6, [&](QSizeF room, qreal &bottom) { return at_width(scene, room, bottom); });
}

const Figure &comparison_figure()
{
    static const Figure figure{"comparison", comparison_title,
                               [](const Scene &scene) { return scene.comparison ? comparison_size(*scene.comparison) : QSizeF(least_width, 100); },
                               [](const Scene &scene, QSizeF size) {
                                   Drawing nothing;
                                   nothing.size = size;
                                   if (!scene.comparison)
                                       return nothing;
                                   ComparisonScene shown = *scene.comparison;
                                   shown.selected = scene.selected;
                                   return comparison(shown, size);
                               }};
    return figure;
}

const Figure &one_message_figure()
{
    static const Figure figure{"comparison", comparison_title, comparison_figure().preferred, [](const Scene &scene, QSizeF size) {
                                   Sheet sheet(size);
                                   if (scene.comparison)
                                       comparison_rows(sheet, *scene.comparison, measure::gap, size.height());
                                   return sheet.take();
                               }};
    return figure;
}

const Figure &cost_figure()
{
    static const Figure figure{"cost", [](const words::Language &l) { return l.say("Figures", "What each model cost", "title of a figure"); },
                               comparison_figure().preferred, [](const Scene &scene, QSizeF size) {
                                   using enum replay::Measure;
                                   Sheet sheet(size);
                                   if (!scene.comparison)
                                       return sheet.take();
                                   ComparisonScene table{.language = scene.language, .models = scene.comparison->models, .work = {}, .notes = {}, .selected = {}};
                                   table.columns = {system_calls, failed_polls, cpu, voluntary, threads, longest_blocked, median};
                                   comparison_table(sheet, table, measure::gap, size.height());
                                   return sheet.take();
                               }};
    return figure;
}

void show(Compared &model, const replay::Replay &replay)
{
    model.example = replay::example(replay);
    if (!model.example)
        return;
    const replay::Message &message = model.example->message;
    const trace::Trace &trace = replay.trace();
    for (const trace::Event &event : trace.events()) {
        if (event.call == trace::Call::observed_task && (model.helper.isEmpty() || event.end <= message.earliest)) {
            const replay::HelperThread seen = words::helper_of(event);
            if (seen.state == 'S' && seen.fd >= 0)
                model.helper = words::system_call_name(seen.call);
        }
        const bool serves = event.thread == message.server
                            || trace::job(trace, event.thread) == trace::Job::library;
        if (!model.answered && calls::writes(event) && serves && event.end >= message.in_hand)
            model.answered = event.end;
    }
    const int64_t since = std::max(model.example->since, message.earliest - longest_shown);
    const int64_t until = std::max(model.answered, message.in_hand);
    const int64_t more = std::max(2 * (until - message.earliest), (message.earliest - since) / 2);
    model.stretches = replay::stretches(replay, message.server, since, until + more);
}

} // namespace figures
