// SPDX-License-Identifier: MIT
#include "words/measures.h"

namespace words {

using replay::Measure;
using replay::Spread;

namespace {

QString value_text(const Language &language, Measure measure, int64_t value)
{
    return replay::is_time(measure) ? language.duration(value) : language.number(qlonglong(value));
}

// "12–23 µs": the unit once if both have the same; from a duration of 0: "≤ 23 µs".
QString interval(const Language &language, Measure measure, int64_t from, int64_t to)
{
    if (from == 0 && to > 0 && replay::is_time(measure))
        return QStringLiteral("≤") + QChar::Nbsp + value_text(language, measure, to);
    const QString first = value_text(language, measure, from), last = value_text(language, measure, to);
    if (first == last)
        return first;
    const auto number = [](const QString &text) { return text.section(QChar::Nbsp, 0, 0); };
    const auto unit = [](const QString &text) { return text.section(QChar::Nbsp, 1); };
    return (unit(first) == unit(last) ? number(first) : first) + QStringLiteral("–") + last;
}

} // namespace

QString interval(const Language &language, int64_t from, int64_t to)
{
    return interval(language, Measure::median, from, to);
}

std::vector<MeasureColumn> measure_columns(const Language &language, bool planned)
{
    std::vector<MeasureColumn> columns{
        {Measure::system_calls, {}, language.say("Comparison", "system calls", "a column")},
        {Measure::failed_polls, {}, language.say("Comparison", "failed polls", "a column")},
        {Measure::cpu, {}, language.say("Comparison", "CPU time", "a column")},
        {Measure::voluntary, {}, language.say("Comparison", "voluntary switches", "a column")},
        {Measure::involuntary, {}, language.say("Comparison", "involuntary switches", "a column")},
        {Measure::longest_blocked, {}, language.say("Comparison", "longest time blocked", "a column")},
        {Measure::median, Measure::median_least, language.say("Comparison", "arrival to data in hand, median", "a column")},
        {Measure::worst, Measure::worst_least, language.say("Comparison", "arrival to data in hand, worst", "a column")},
        {Measure::planned_median, {}, language.say("Comparison", "planned to data in hand, median", "a column")},
        {Measure::planned_worst, {}, language.say("Comparison", "planned to data in hand, worst", "a column")},
        {Measure::threads, {}, language.say("Comparison", "threads used", "a column")},
        {Measure::descriptors, {}, language.say("Comparison", "descriptors used", "a column")},
    };
    if (!planned)
        std::erase_if(columns, [](const MeasureColumn &column) {
            return column.most == Measure::planned_median || column.most == Measure::planned_worst;
        });
    return columns;
}

MeasureCell measure_cell(const Language &language, const MeasureColumn &column, std::span<const replay::Measured> runs)
{
    const Spread most = replay::spread(runs, column.most);
    const Spread least = column.least ? replay::spread(runs, *column.least) : most;
    if (most.empty() || least.empty())
        return {language.say("Comparison", "unknown", "a measured figure"), {}, false};
    MeasureCell cell{interval(language, column.most, least.median(), most.median()), {}, true};
    if (most.values.size() > 1)
        cell.spread = interval(language, column.most, least.least(), most.most());
    return cell;
}

} // namespace words
