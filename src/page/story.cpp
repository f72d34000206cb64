// SPDX-License-Identifier: MIT
#include "page/story.h"

#include "figures/cast.h"
#include "figures/figure.h"
#include "lessons/catalogue.h"
#include "lessons/followed.h"
#include "page/steps.h"
#include "page/text.h"
#include "words/chapters.h"

#include <algorithm>

namespace page {
namespace {

using lessons::Item;
using replay::Instant;

constexpr qsizetype most_figures = 4;

QJsonObject question(const Item &item, const std::vector<const Item *> &each, const replay::Replay &replay,
                     const std::vector<Instant> &steps)
{
    QJsonArray told, wrong, choices, rows;
    for (const Item *one : each) {
        told += one->answer->text;
        wrong += one->wrong;
    }
    std::vector<std::vector<lessons::Offer>> offers;
    for (const words::Language &language : languages())
        offers.push_back(lessons::choices(language, replay, *item.question));
    for (size_t i = 0; i < offers.front().size(); ++i) {
        QJsonArray texts;
        for (const auto &offered : offers)
            texts += offered[i].text;
        choices += QJsonObject{{QStringLiteral("value"), offers.front()[i].value}, {QStringLiteral("text"), texts}};
    }
    for (const lessons::Switches &row : lessons::switches(replay, *item.question))
        rows += QJsonObject{{QStringLiteral("set"), row.set}, {QStringLiteral("names"), QJsonArray::fromStringList(row.names)}};
    return {{QStringLiteral("id"), item.moment + u' ' + lessons::name(item.question->about)},
            {QStringLiteral("about"), lessons::name(item.question->about)},
            {QStringLiteral("answer"), item.answer->value},
            {QStringLiteral("told"), told},
            {QStringLiteral("wrong"), wrong},
            {QStringLiteral("choices"), choices},
            {QStringLiteral("rows"), rows},
            {QStringLiteral("after"), qint64(index_at(steps, item.shown))}};
}

std::vector<lessons::Followed> followed(const Source &source, const replay::Replay &replay)
{
    std::vector<lessons::Followed> all;
    if (source.lesson)
        for (const words::Language &language : languages())
            all.push_back(lessons::follow(*source.lesson, replay, language));
    return all;
}

} // namespace

std::vector<Instant> anchors_of(const Source &source, const replay::Replay &replay)
{
    std::vector<Instant> anchors;
    for (const trace::Chapter &chapter : source.trace.chapters)
        anchors.push_back(replay.at_time(chapter.begin));
    if (source.lesson)
        for (const Item &item : lessons::follow(*source.lesson, replay, languages().front()).items) {
            anchors.push_back(item.instant);
            if (item.answer)
                anchors.push_back(item.shown);
        }
    return anchors;
}

QJsonArray story_of(const Source &source, const replay::Replay &replay, const std::vector<Instant> &steps)
{
    QJsonArray story;
    const auto all = followed(source, replay);
    for (size_t i = 0; !all.empty() && i < all.front().items.size(); ++i) {
        std::vector<const Item *> each;
        QJsonArray text;
        for (const lessons::Followed &one : all) {
            each.push_back(&one.items[i]);
            text += one.items[i].text;
        }
        const Item &item = *each.front();
        QJsonObject told{{QStringLiteral("kind"), lessons::name(item.kind)},
                         {QStringLiteral("text"), text},
                         {QStringLiteral("step"), qint64(index_at(steps, item.instant))},
                         {QStringLiteral("chapter"), qint64(item.in_chapter)}};
        if (!item.look.isEmpty())
            told[QStringLiteral("look")] = item.look;
        if (item.careful)
            told[QStringLiteral("careful")] = true;
        if (item.answer) {
            const QJsonObject asked = question(item, each, replay, steps);
            for (auto member = asked.begin(); member != asked.end(); ++member)
                told[member.key()] = member.value();
        }
        story += told;
    }
    return story;
}

std::vector<uint16_t> fronts_of(const Source &source, const replay::Replay &replay, const std::vector<Instant> &steps)
{
    std::vector<uint16_t> fronts(steps.size());
    if (!source.lesson)
        return fronts;
    std::optional<size_t> named; // the step of the last item that names a program
    for (const Item &item : lessons::follow(*source.lesson, replay, languages().front()).items) {
        const size_t step = index_at(steps, item.instant);
        const auto program = lessons::program_of(source.trace, item);
        if (step >= fronts.size() || (!program && named == step)) // what is said of both, at one step
            continue;
        std::fill(fronts.begin() + std::ptrdiff_t(step), fronts.end(), program.value_or(0));
        named = program ? std::optional(step) : std::nullopt;
    }
    return fronts;
}

std::vector<bool> bound_asked_at(const Source &source, const replay::Replay &replay, const std::vector<Instant> &steps)
{
    std::vector<bool> asked(steps.size());
    if (!source.lesson)
        return asked;
    size_t from = 0; // the first step after what was asked before, or of the chapter
    for (const Item &item : lessons::follow(*source.lesson, replay, languages().front()).items) {
        const size_t step = index_at(steps, item.instant);
        if (item.kind == Item::chapter)
            from = step;
        if (!item.question || step >= steps.size())
            continue;
        for (size_t i = std::min(from, step); i <= step && item.question->about == lessons::About::maxfd; ++i)
            asked[i] = true;
        from = step + 1;
    }
    return asked;
}

QJsonArray chapters_of(const trace::Trace &trace, const replay::Replay &replay, const std::vector<Instant> &steps)
{
    QJsonArray chapters;
    for (const trace::Chapter &chapter : trace.chapters)
        chapters += QJsonObject{
            {QStringLiteral("title"), in_all([&](const words::Language &language) { return words::chapter_title(language, chapter); })},
            {QStringLiteral("step"), qint64(index_at(steps, replay.at_time(chapter.begin)))}};
    return chapters;
}

QStringList figures_of(const Source &source, const replay::Replay &replay)
{
    static const QStringList as_text{QStringLiteral("stage"), QStringLiteral("listing"), QStringLiteral("words"), QStringLiteral("timeline"),
                                     QStringLiteral("totals"), QStringLiteral("overview")};
    QStringList named = source.lesson ? source.lesson->front : QStringList();
    if (source.lesson)
        for (const Item &item : lessons::follow(*source.lesson, replay, languages().front()).items)
            named += item.look;
    named += figures::asks_with_sets(source.trace, 0) ? QStringLiteral("sets") : QStringLiteral("phases");
    named.removeDuplicates();
    named.removeIf([](const QString &name) { return as_text.contains(name) || !figures::named(name); });
    return named.first(std::min(named.size(), most_figures));
}

QJsonArray title_of(const Source &source)
{
    return in_all([&](const words::Language &language) {
        if (source.lesson)
            return source.lesson->title.in(language);
        const QString server = lessons::server_name(source.trace);
        return server.isEmpty() ? source.name : lessons::server_title(language, server);
    });
}

} // namespace page
