// SPDX-License-Identifier: MIT
#include "page/page.h"

#include "figures/listing/beside.h"
#include "figures/listing/place.h"
#include "figures/listing/statements.h"
#include "drawing/sheet.h"
#include "page/record.h"
#include "page/shapes.h"
#include "page/steps.h"
#include "page/story.h"
#include "words/sentences.h"

#include <QDateTime>
#include <QJsonDocument>

#include <algorithm>
#include <cmath>

namespace page {
namespace {

using figures::Figure;
using figures::Scene;
using replay::Instant;

constexpr size_t most_steps = 1500; // that are tried
// Of a desk's and of a telephone's drawings, px: on a desk stage and figure are seen at once.
constexpr qreal wide = 1000, stage_height = 382, below_height = 184, narrow = 420, narrow_height = 420;

// A figure in one of its widths.
struct Drawn {
    const Figure *figure;
    QSizeF size;
    bool narrow;
    QJsonArray steps = {}; // of each step, of each language, the shapes
    QJsonArray said = {};  // the same of what its parts say
    qreal used = 0;        // px of its height that something stands on, in some step
};

qreal used_height(const figures::Drawing &drawing)
{
    qreal used = 0;
    for (const figures::Shape &shape : drawing.shapes)
        used = std::max(used, shape.kind == figures::Shape::path ? shape.way.boundingRect().bottom() : shape.rect.bottom());
    return std::min(used + drawing::measure::gap, drawing.size.height());
}

struct Writer {
    const Source &source;
    const replay::Replay replay{source.trace};
    Palette palette = {};
    Texts texts = {}, shapes = {};
    std::vector<Drawn> drawn = {};
    QJsonObject listings = {};
    uint16_t front = 0; // whose program is drawn
    bool bound_asked = false; // Scene::bound_asked

    Scene scene(const replay::World &world, Instant instant, const words::Language &language) const
    {
        return {.replay = replay, .world = world, .instant = instant, .language = language, .range = {}, .selected = {}, .compact = true, .front = front, .bound_asked = bound_asked};
    }

    void choose_figures(const QStringList &names)
    {
        const Instant last = replay.last();
        const replay::World world = replay.at(last);
        const Scene at_end = scene(world, last, languages().front());
        drawn = {{figures::named(u"stage"), {wide, stage_height}, false}};
        for (const QString &name : names) {
            const Figure *figure = figures::named(name);
            const qreal liked = figure->preferred(at_end).height();
            drawn.push_back({figure, {wide, std::min(liked, below_height)}, false});
            drawn.push_back({figure, {narrow, std::min(liked, narrow_height)}, true});
        }
    }

    // The lines in each language.
    static QJsonArray commented(const QStringList &lines)
    {
        QJsonArray all;
        for (const words::Language &language : languages()) {
            QJsonArray each;
            for (const QString &line : lines)
                each += figures::commented(line, language);
            all += each;
        }
        return all;
    }

    // The number of the listing's file and the lines that are lit.
    QJsonArray place(const Scene &scene)
    {
        const figures::Place at = figures::place_of(scene);
        const QStringList text = figures::text_of(scene, at);
        if (!at.file.isEmpty() && !listings.contains(at.file)) {
            const QString right = figures::beside(text);
            QJsonArray marked;
            for (const figures::Difference &each : right.isEmpty() ? std::vector<figures::Difference>() : figures::differences(text, figures::listing_text(right)))
                marked += QJsonArray{each.first, each.last, commented(each.right)};
            listings[at.file] = QJsonObject{{QStringLiteral("text"), commented(text)}, {QStringLiteral("beside"), right}, {QStringLiteral("differs"), marked}};
        }
        const figures::Lines lit = at.line >= 1 && at.line <= text.size() ? figures::statement_at(text, at.line) : figures::Lines{};
        return {at.file, lit.first, lit.last, at.asleep};
    }

    QJsonArray said_at(const replay::World &world, Instant instant, Drawn &of, QJsonArray &shown)
    {
        QJsonArray said;
        for (const words::Language &language : languages()) {
            const figures::Drawing drawing = of.figure->draw(scene(world, instant, language), of.size);
            of.used = std::max(of.used, used_height(drawing));
            shown += texts.number(shapes_of(drawing, palette, shapes));
            QJsonArray sentences;
            for (const figures::Part &part : drawing.parts)
                sentences += texts.number(part.sentence);
            said += texts.number(sentences);
        }
        return said;
    }

    QJsonArray step(Instant instant)
    {
        const replay::World world = replay.at(instant);
        const auto moment = replay.moment(instant);
        for (Drawn &each : drawn) {
            QJsonArray shown;
            const QJsonArray said = said_at(world, instant, each, shown);
            each.steps += texts.number(shown);
            each.said += each.narrow ? 0 : texts.number(said);
        }
        const int64_t since = instant.time - std::min(instant.time, source.trace.begin());
        const Scene any = scene(world, instant, languages().front());
        const bool recorded = moment.event && moment.sequence < source.trace.events().size();
        return {qint64(instant.complete), qint64(since), recorded ? qint64(moment.sequence) : qint64(-1), int(moment.begins),
                moment.event ? int(moment.event->thread) : -1,
                texts.number(in_all([&](const words::Language &language) { return words::explain(language, replay, world, instant); })),
                texts.number(in_all([&](const words::Language &language) { return language.duration(since); })), texts.number(place(any)),
                texts.number(people_at(any, texts)), moment.event && moment.event->line > 0 ? texts.number(QString::fromStdString(trace::source(source.trace, *moment.event))) : -1};
    }

    QJsonArray figures_json() const
    {
        QJsonArray all;
        for (const Drawn &each : drawn)
            all += QJsonObject{{QStringLiteral("name"), QString::fromUtf8(each.figure->name)},
                               {QStringLiteral("title"), in_all([&](const words::Language &language) { return each.figure->title(language); })},
                               {QStringLiteral("size"), QJsonArray{each.size.width(), std::ceil(each.used)}},
                               {QStringLiteral("narrow"), each.narrow},
                               {QStringLiteral("steps"), each.steps},
                               {QStringLiteral("said"), each.said}};
        return all;
    }

    // "Recorded on 29.11.2026, on Linux 6.1.0".
    QString ran(const words::Language &language) const
    {
        const trace::Run &run = source.trace.run;
        const QString system = QString::fromStdString(run.system);
        if (run.began_utc == 0)
            return system;
        const QString day = language.locale().toString(QDateTime::fromMSecsSinceEpoch(run.began_utc / 1'000'000, Qt::UTC).date(), QLocale::ShortFormat);
        return language.say("Page", "Recorded on %1, on %2", "a date, a system").arg(day, system.isEmpty() ? QStringLiteral("Linux") : system);
    }

    // The page of these steps; empty: cancelled.
    QByteArray page(const std::vector<Instant> &steps, size_t left_out, const Progress &progress)
    {
        texts = shapes = {};
        listings = {};
        front = 0;
        bound_asked = false;
        choose_figures(figures_of(source, replay));
        const std::vector<uint16_t> fronts = fronts_of(source, replay, steps);
        const std::vector<bool> withheld = bound_asked_at(source, replay, steps);
        QJsonArray each;
        for (size_t i = 0; i < steps.size(); ++i) {
            if (progress && !progress(i, steps.size()))
                return {};
            front = fronts[i];
            bound_asked = withheld[i];
            each += step(steps[i]);
        }
        const QJsonArray title = title_of(source);
        const QJsonObject events = events_of(replay, steps, texts), story{{QStringLiteral("items"), story_of(source, replay, steps)}};
        const QJsonObject data{
            {QStringLiteral("format"), QStringLiteral("iomodels page")},
            {QStringLiteral("version"), 1},
            {QStringLiteral("name"), source.name},
            {QStringLiteral("languages"), QJsonArray::fromStringList(words::Language::codes())},
            {QStringLiteral("title"), title},
            {QStringLiteral("ran"), in_all([this](const words::Language &language) { return ran(language); })},
            {QStringLiteral("words"), ui_words()},
            {QStringLiteral("threads"), threads_of(source.trace)},
            {QStringLiteral("chapters"), chapters_of(source.trace, replay, steps)},
            {QStringLiteral("story"), story[QStringLiteral("items")]},
            {QStringLiteral("events"), events},
            {QStringLiteral("steps"), each},
            {QStringLiteral("total"), qint64(source.trace.events().size())},
            {QStringLiteral("leftOut"), qint64(left_out)},
            {QStringLiteral("figures"), figures_json()},
            {QStringLiteral("listings"), listings},
            {QStringLiteral("shapes"), shapes.all()},
            {QStringLiteral("texts"), texts.all()},
            {QStringLiteral("back"), source.back},
            {QStringLiteral("recording"), source.recording},
        };
        const QByteArray packed = qCompress(QJsonDocument(data).toJson(QJsonDocument::Compact), 9).sliced(4); // RFC 1950; Qt puts the size before it
        const qsizetype opens_in = std::max<qsizetype>(words::Language::codes().indexOf(source.language), 0);
        return filled(resource("page.html"),
                      {{"language", words::Language::codes()[opens_in].toUtf8()},
                       {"title", title[opens_in].toString().toHtmlEscaped().toUtf8()},
                       {"style", palette.css() + resource("page.css")},
                       {"data", packed.toBase64()},
                       {"script", resource("common.js") + resource("drawing.js") + resource("timeline.js") + resource("questions.js") + resource("page.js")}});
    }
};

} // namespace

Page page_of(const Source &source, const Progress &progress)
{
    Writer writer{source};
    const std::vector<Instant> all = moments_of(writer.replay, source.from, source.to);
    const std::vector<Instant> anchors = anchors_of(source, writer.replay);
    Page page;
    page.strip = strip_of(writer.replay);
    page.chapters = source.trace.chapters.size();
    // Only what is told of step by step can leave out the steps between.
    size_t most = anchors.empty() ? all.size() : std::min(all.size(), most_steps);
    if (all.empty() || most > 2 * most_steps)
        return page;
    constexpr int tries = 4;
    for (int i = 0; i < tries && most > 0; ++i) {
        const std::vector<Instant> steps = around(all, anchors, most);
        page.html = writer.page(steps, all.size() - steps.size(), progress);
        page.steps = steps.size();
        page.left_out = all.size() - steps.size();
        page.cancelled = page.html.isEmpty();
        if (page.cancelled || page.html.size() <= most_bytes)
            break;
        most = anchors.empty() ? 0 : steps.size() * size_t(most_bytes) * 9 / 10 / size_t(page.html.size());
        page.html.clear();
    }
    if (source.lesson)
        for (const lessons::LessonChapter &chapter : source.lesson->chapters)
            page.questions += chapter.ask.size();
    return page;
}

} // namespace page
