// SPDX-License-Identifier: MIT
#include "figures/timeline/layout.h"

#include "drawing/sheet.h"
#include "figures/timeline/block.h"
#include "words/sentences.h"

#include <algorithm>
#include <cmath>

namespace figures {
namespace {

constexpr qreal sign_width = 22, lowest_lane = 28, highest_lane = 76, ruler_height = 26, flag_height = 22;

std::vector<TimelineLayout::Entry> legend_entries(const Scene &scene)
{
    using Entry = TimelineLayout::Entry;
    const words::Language &language = scene.language;
    std::vector<Entry> entries{
        {Entry::line, Ink::running, language.say("Figures", "running", "legend of the timeline"), {}},
        {Entry::block, Ink::waiting, language.say("Figures", "asleep, waiting for data", "legend of the timeline"), {}},
        {Entry::block, Ink::copying, language.say("Figures", "copying", "legend of the timeline"), {}},
        {Entry::block, other_call_ink, language.say("Figures", "other system call", "legend of the timeline"), {}},
        {Entry::boundary,
         Ink::paper,
         language.say("Figures", "arrived within this stretch", "legend of the timeline: hatched"),
         {}},
        {Entry::arrival, Ink::signal, language.say("Figures", "arrives in the kernel", "legend of the timeline"), {}},
    };
    const auto polled = [](const replay::Totals::Row &row) { return row.failed_polls > 0; };
    if (std::ranges::any_of(replay::totals(scene.replay, scene.instant).rows, polled))
        entries.push_back(
            {Entry::block, Ink::failed, language.say("Figures", "nothing there yet", "legend of the timeline"), {}});
    if (std::ranges::any_of(scene.world.threads, [](const replay::Thread &thread) { return thread.delivered > 0; }))
        entries.push_back(
            {Entry::line, Ink::signal, language.say("Figures", "in a signal's handler", "legend of the timeline"), {}});
    if (scene.replay.trace().run.stepped)
        entries.push_back(
            {Entry::block, Ink::held, language.say("Figures", "held at the gate", "legend of the timeline"), {}});
    return entries;
}

QString warning_text(const Scene &scene)
{
    const words::Language &language = scene.language;
    const uint64_t dropped = scene.replay.trace().dropped;
    QStringList sentences;
    if (dropped > 0)
        sentences += language.say("Figures", "Events not recorded because there was no room: %1. Gaps may hide calls.")
                         .arg(language.number(qlonglong(dropped)));
    if (scene.replay.trace().run.stepped)
        sentences += language.say("Figures", "Threads were held at the gate: timings are not representative.");
    return sentences.join(QLatin1Char(' '));
}

// Places the entries from left to right, in one row if slightly smaller letters do, else in as many as it takes; returns
// where the last one ends.
qreal place_legend(std::vector<TimelineLayout::Entry> &entries, qreal left, qreal top, qreal right)
{
    constexpr qreal least_share = 0.8, apart = 2 * measure::gap;
    const auto width = [](const TimelineLayout::Entry &entry) { return sign_width + width_of(entry.words) + 4; };
    qreal all = -apart;
    for (const TimelineLayout::Entry &entry : entries)
        all += width(entry) + apart;
    const qreal wanted = all > right - left ? (right - left) / all : 1, share = wanted < least_share ? 1 : wanted;
    qreal x = left, y = top;
    for (TimelineLayout::Entry &entry : entries) {
        const qreal wide = share * width(entry);
        if (x > left && x + wide > right + 1) {
            x = left;
            y += measure::row;
        }
        entry.rect = QRectF(x, y, std::min(wide, right - left), measure::row);
        x += wide + share * apart;
    }
    return y + measure::row;
}

} // namespace

std::vector<size_t> timeline_threads(const replay::Replay &replay)
{
    const trace::Trace &trace = replay.trace();
    std::vector<size_t> threads;
    for (size_t i = 0; i < trace.threads.size(); ++i) {
        const auto in_flight = [i](const trace::Event &event) { return event.thread == i; };
        if (trace::runs_listing(trace, i) || !replay.lane(i).begin.empty() || std::ranges::any_of(trace.in_flight(), in_flight))
            threads.push_back(i);
    }
    // Programs with a listing, those that the library starts for them, the peers, and what ends the run.
    std::ranges::stable_sort(threads, {}, [&](size_t i) {
        return std::pair(trace::job(trace, i) == trace::Job::control, std::pair(trace::origin(trace, i), trace::job(trace, i)));
    });
    return threads;
}

TimelineLayout timeline_layout(const Scene &scene, QSizeF size)
{
    TimelineLayout layout;
    const qreal left = measure::margin, right = std::max(size.width() - measure::margin, left + 1);
    layout.legend = legend_entries(scene);
    qreal y = place_legend(layout.legend, left, measure::gap, right);
    layout.warning = warning_text(scene);
    if (!layout.warning.isEmpty()) {
        const qsizetype rows = wrapped(layout.warning, right - left).size();
        layout.warning_rect = QRectF(left, y, right - left, qreal(rows) * measure::row);
        y = layout.warning_rect.bottom();
    }

    std::vector<size_t> threads = timeline_threads(scene.replay);
    if (scene.left_out)
        layout.left_out = int(std::erase_if(threads, [&](size_t thread) { return scene.left_out->contains(thread); }));
    qreal names = 40;
    for (size_t i = 0; i < std::min<size_t>(threads.size(), 64); ++i)
        names = std::max(names, width_of(words::thread_name(scene.language, scene.replay.trace(), threads[i]),
                                         measure::text, true));
    for (int state = 0; state <= int(replay::State::ended); ++state)
        names = std::max(names, width_of(words::state_word(scene.language, replay::State(state))));
    for (const replay::Thread &thread : scene.world.threads)
        names = std::max(names, thread.repeats() ? width_of(words::state_word(scene.language, thread)) : 0);
    names = std::ceil(std::min(names, (right - left) * 0.3)) + measure::gap;

    const qreal top = std::ceil(y + flag_height), bottom = std::floor(size.height() - ruler_height - measure::gap);
    const qreal height = std::max(bottom - top, 1.0);
    const size_t room = size_t(std::max(1.0, std::floor(height / lowest_lane)));
    layout.complete = bottom - top >= lowest_lane * double(std::clamp<size_t>(threads.size(), 1, 2));
    layout.lanes = threads;
    if (threads.size() + (layout.left_out > 0) > room && !threads.empty()) {
        const size_t shown = std::max<size_t>(1, room - (room > 1)); // the last row says how many more
        layout.more = int(threads.size() - shown);
        const size_t acts = scene.instant.complete > 0 && scene.instant.complete <= scene.replay.trace().events().size()
            ? scene.replay.trace().events()[scene.instant.complete - 1].thread : threads.front();
        layout.lanes.resize(shown);
        if (std::ranges::find(threads, acts) != threads.end() && std::ranges::find(layout.lanes, acts) == layout.lanes.end())
            layout.lanes.back() = acts; // whose step it is, is seen
    }
    const qreal rows = qreal(layout.lanes.size()) + (layout.more || layout.left_out ? 0.7 : 0);
    layout.lane_height =
        std::floor(std::clamp(height / std::max(rows, 1.0), std::min(lowest_lane, height), highest_lane));

    const qreal plot_left = std::ceil(left + names);
    layout.flag = QRectF(plot_left, top - flag_height, std::max(std::floor(right) - plot_left, 1.0), flag_height);
    layout.plot = QRectF(plot_left, top, layout.flag.width(),
                         std::min(height, layout.lane_height * std::max(qreal(layout.lanes.size()), 1.0)));
    layout.names = QRectF(left, top, names - measure::gap, layout.plot.height());
    const qreal more = layout.more || layout.left_out ? measure::row : 0;
    layout.ruler = QRectF(plot_left, layout.plot.bottom() + more, layout.plot.width(), ruler_height);
    return layout;
}

qreal timeline_factor(const Scene &scene, QSizeF size)
{
    constexpr qreal least_width = 420, smallest = 0.1, readable = 0.74;
    constexpr size_t usual = 4; // lanes worth slightly smaller letters
    qreal factor = std::min(1.0, size.width() / least_width);
    const auto few = [&](const TimelineLayout &layout) { return layout.more > 0 && layout.lanes.size() < usual; };
    while (factor > readable && few(timeline_layout(scene, size / factor)))
        factor *= 0.93;
    while (factor > smallest && !timeline_layout(scene, size / factor).complete)
        factor *= 0.93;
    return std::max(factor, smallest);
}

QRectF timeline_plot(const Scene &scene, QSizeF size)
{
    if (size.isEmpty())
        size = timeline_size(scene);
    const qreal factor = timeline_factor(scene, size);
    const QRectF plot = timeline_layout(scene, size / factor).plot;
    return {plot.topLeft() * factor, plot.size() * factor};
}

} // namespace figures
