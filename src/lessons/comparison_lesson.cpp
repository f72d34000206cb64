// SPDX-License-Identifier: MIT
#include "lessons/comparison_lesson.h"

#include "archive/json.h"
#include "calls/verbs.h"
#include "lessons/answer_words.h"
#include "lessons/comparison.h"

#include <algorithm>

namespace lessons {
namespace {

using comparison::Result;

QString name_of(const Result &result, size_t entry)
{
    return QString::fromStdString(result.plan.entries[entry].name());
}

std::vector<size_t> among(const Result &result, const Ask &ask)
{
    std::vector<size_t> all;
    for (size_t i = 0; i < result.plan.entries.size(); ++i)
        if (ask.among.isEmpty() || ask.among.contains(name_of(result, i)))
            all.push_back(i);
    return all;
}

// Who has most of a measure, or least.
std::optional<Answer> who(const words::Language &language, const Result &result, const Ask &ask)
{
    size_t measure = 0;
    while (measure < replay::measures && ask.of != QLatin1String(replay::name(replay::Measure(measure)).data(), qsizetype(replay::name(replay::Measure(measure)).size())))
        ++measure;
    std::optional<std::pair<int64_t, size_t>> best;
    for (const size_t entry : among(result, ask)) {
        const replay::Spread spread = measure < replay::measures ? replay::spread(result.measured(entry), replay::Measure(measure)) : replay::Spread();
        if (spread.empty())
            return {};
        const std::pair one(ask.least ? -spread.median() : spread.median(), entry);
        if (!best || one.first > best->first)
            best = one;
    }
    if (!best)
        return {};
    return Answer{name_of(result, best->second), entry_title(language, result.plan.entries[best->second]), {}, {}};
}

// The phases of the first read of model `of` that has brought something.
std::optional<Answer> phase(const words::Language &language, const Result &result, const Ask &ask)
{
    for (size_t entry = 0; entry < result.plan.entries.size(); ++entry) {
        const comparison::Run *run = ask.of == name_of(result, entry) ? result.latest(entry) : nullptr;
        if (!run || !run->trace)
            continue;
        const replay::Replay replay(*run->trace);
        size_t which = 0;
        for (const trace::Event &event : run->trace->events()) {
            const auto transfer = calls::as_transfer(event);
            if (!trace::serves(*run->trace, event.thread) || archive::call_name(*run->trace, event) != "recv")
                continue;
            ++which;
            if (!transfer || transfer->moved.value_or(0) <= 0)
                continue;
            Ask of_call;
            of_call.about = About::phase;
            of_call.before = {Moment::before_call, {}, QStringLiteral("recv"), which};
            auto right = answer(language, replay, of_call);
            if (right)
                right->step.reset(); // of one recording of several
            return right;
        }
    }
    return {};
}

} // namespace

Followed follow(const LessonFile &lesson, const Result &result, const words::Language &language)
{
    Followed followed;
    followed.items.push_back({Item::goal, lesson.goal.in(language), {}});
    for (size_t number = 1; number <= lesson.chapters.size(); ++number) {
        const LessonChapter &chapter = lesson.chapters[number - 1];
        std::vector<Item> items{{Item::chapter, chapter.title.in(language), {}}};
        for (const Ask &ask : chapter.ask) {
            auto right = ask.about == About::who ? who(language, result, ask) : phase(language, result, ask);
            if (!right) {
                followed.missing.push_back(ask.line);
                continue;
            }
            Item item{Item::ask, ask.text.in(language).remove(u'`'), {}};
            item.look = ask.look;
            item.moment = ask.moment;
            item.question = &ask;
            item.wrong = ask.wrong.in(language).remove(u'`');
            item.answer = std::move(right);
            items.push_back(std::move(item));
        }
        for (const Say &say : chapter.say) {
            Item item{Item::say, say.text.in(language).remove(u'`'), {}};
            item.look = say.look;
            item.careful = say.careful;
            item.moment = say.moment;
            items.push_back(std::move(item));
        }
        for (Item &item : items) {
            item.in_chapter = number;
            followed.items.push_back(std::move(item));
        }
    }
    Item end{Item::end, lesson.conclusion.in(language), {}};
    end.in_chapter = lesson.chapters.size();
    end.look = lesson.figure;
    followed.items.push_back(std::move(end));
    return followed;
}

std::vector<Offer> choices(const words::Language &language, const Result &result, const Ask &ask)
{
    std::vector<Offer> all;
    if (ask.about == About::who)
        for (const size_t entry : among(result, ask))
            all.push_back({name_of(result, entry), entry_title(language, result.plan.entries[entry])});
    else
        for (const char *which : {"both", "copy", "none"})
            all.push_back({QLatin1String(which), phase_text(language, QLatin1String(which))});
    return all;
}

} // namespace lessons
