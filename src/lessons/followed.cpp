// SPDX-License-Identifier: MIT
#include "lessons/followed.h"

#include "calls/verbs.h"
#include "lessons/told.h"

#include <algorithm>

namespace lessons {
namespace {

struct Follower {
    const replay::Replay &replay;
    const words::Language &language;
    const GoesOn *goes_on;
    Followed followed;

    bool is_over(size_t chapter) const
    {
        const bool stands_behind = goes_on && goes_on->open && goes_on->open->kind == Moment::before_chapter && goes_on->open->which == chapter + 1;
        return !goes_on || stands_behind || (chapter <= replay.trace().chapters.size() && replay.trace().chapters[chapter - 1].end != 0);
    }
    void miss(int line)
    {
        if (!goes_on)
            followed.missing.push_back(line);
    }

    std::optional<Item> said(const Say &say)
    {
        const auto there = say.at.kind == Moment::chapter_end && !is_over(say.at.which) ? std::nullopt : place(replay, say.at);
        QStringList untold;
        Item item{Item::say, say.text.in(language)};
        if (there)
            item.text = told(language, replay, say.at, *there, item.text, &untold);
        if (!there || !untold.isEmpty()) {
            miss(say.line);
            return {};
        }
        item.instant = there->instant;
        item.step = there->event;
        item.look = say.look;
        item.careful = say.careful;
        item.moment = say.moment;
        return item;
    }

    std::optional<Item> asked(const Ask &ask)
    {
        const bool open = goes_on && goes_on->open == ask.before;
        const auto there = open ? Place{replay.last(), {}} : place(replay, ask.before);
        const bool of_whole_chapter = ask.before.of_chapter() && ask.call.isEmpty();
        auto right = open || (of_whole_chapter && !is_over(ask.before.which)) ? std::nullopt : answer(language, replay, ask);
        if (!there || (!right && !goes_on)) {
            miss(ask.line);
            return {};
        }
        Item item{Item::ask, ask.text.in(language).remove(u'`'), there->instant};
        item.step = right ? right->step : std::nullopt;
        item.shown = !right ? there->instant : right->shown_at ? *right->shown_at : item.step ? replay.step(right->shown_by.value_or(*item.step)) : there->instant;
        item.look = ask.look;
        item.moment = ask.moment;
        item.question = &ask;
        const Place asked_about{item.step ? replay.step(*item.step) : there->instant, item.step};
        item.wrong = told(language, replay, ask.before, asked_about, ask.wrong.in(language));
        item.answer = std::move(right);
        return item;
    }

    void chapter(const LessonChapter &of, size_t number)
    {
        const auto span = lessons::chapter(replay.trace(), number);
        const bool asks = goes_on && std::ranges::any_of(of.ask, [&](const Ask &ask) { return goes_on->open == ask.before; });
        if (!span && !asks)
            return miss(of.line);
        Item begins{Item::chapter, of.title.in(language), span ? replay.at_time(span->from) : replay.last()};
        std::vector<Item> items;
        for (const Ask &ask : of.ask)
            if (auto item = asked(ask))
                items.push_back(*std::move(item));
        for (const Say &say : of.say)
            if (auto item = said(say))
                items.push_back(*std::move(item));
        std::ranges::stable_sort(items, {}, [](const Item &item) { return std::pair(item.instant.time, item.instant.complete); });
        items.insert(items.begin(), begins);
        for (Item &item : items) {
            item.in_chapter = number;
            followed.items.push_back(std::move(item));
        }
    }
};

} // namespace

Followed follow(const LessonFile &lesson, const replay::Replay &replay, const words::Language &language, const GoesOn *goes_on)
{
    Follower follower{replay, language, goes_on, {}};
    follower.followed.items.push_back({Item::goal, lesson.goal.in(language), replay.first()});
    for (size_t i = 0; i < lesson.chapters.size(); ++i)
        follower.chapter(lesson.chapters[i], i + 1);
    if (goes_on)
        return std::move(follower.followed);
    const auto last = chapter(replay.trace(), lesson.chapters.size());
    Item end{Item::end, lesson.conclusion.in(language).remove(u'`'), last ? replay.at_time(last->to) : replay.last()};
    end.in_chapter = lesson.chapters.size();
    end.look = lesson.figure;
    follower.followed.items.push_back(std::move(end));
    std::ranges::sort(follower.followed.missing);
    return std::move(follower.followed);
}

std::optional<uint16_t> program_of(const trace::Trace &trace, const Item &item)
{
    const auto listing = [&](size_t thread) { return thread < trace.threads.size() && trace::origin(trace, thread) == trace::Origin::listing; };
    if (item.step && *item.step < trace.events().size())
        if (const size_t thread = trace.events()[*item.step].thread; listing(thread))
            return trace.threads[thread].program;
    if (!item.question)
        return {};
    const auto of = [&](const QString &whom) -> std::optional<uint16_t> {
        for (size_t i = 0; !whom.isEmpty() && i < trace.threads.size(); ++i)
            if (listing(i) && is_of(trace, i, whom))
                return trace.threads[i].program;
        return {};
    };
    const auto asked_of = item.question->before.of_chapter() ? of(item.question->of) : std::nullopt;
    return asked_of ? asked_of : of(item.question->before.whom);
}

QStringList parts_looked_at(const trace::Trace &trace, const Item &item)
{
    const trace::Event *event = item.step && *item.step < trace.events().size() ? &trace.events()[*item.step] : nullptr;
    if (!event && item.question) // held before it: what is held says of which descriptor
        for (const trace::Event &held : trace.in_flight())
            if (held.call == trace::Call::held && is_of(trace, held.thread, item.question->before.whom))
                event = &held;
    if (!event)
        return {};
    QStringList parts;
    const size_t owner = trace::main_thread(trace, trace.threads[event->thread].program).value_or(event->thread);
    const auto socket = [&](int fd) { parts += QStringLiteral("socket %1 %2").arg(owner).arg(fd); };
    if (const auto assigned = calls::as_assignment(*event); assigned && assigned->what == calls::Assignment::slot)
        parts += QStringLiteral("slot %1 %2").arg(QString::fromStdString(calls::variable_of(trace, *event))).arg(assigned->index);
    if (calls::row(event->call).has(calls::on_set))
        parts += QStringLiteral("bit %1 %2").arg(QString::fromStdString(calls::variable_of(trace, *event))).arg(event->fd);
    if (const auto opening = calls::as_opening(*event); opening && opening->made >= 0)
        socket(opening->made);
    if (event->fd >= 0)
        socket(event->fd);
    if (item.step)
        parts += QStringLiteral("event %1").arg(*item.step);
    if (event->line > 0)
        parts += QStringLiteral("line %1").arg(event->line);
    parts += QStringLiteral("thread %1").arg(event->thread);
    return parts;
}

QString name(Item::Kind kind)
{
    constexpr const char *names[] = {"goal", "chapter", "say", "ask", "end"};
    return QLatin1String(names[kind]);
}

} // namespace lessons
