// SPDX-License-Identifier: MIT
// The measured figures of the run, up to the instant shown. What the recording has not got says so.
#include "drawing/fitted.h"
#include "drawing/sheet.h"
#include "figures/figure.h"
#include "words/measures.h"

#include <algorithm>

namespace figures {
namespace {

struct Line {
    QString id, name, value;
    bool known = true;
    Ink sign = Ink::paper; // a mark before the name; paper: none
};

// The sum over the threads of the program in front.
struct Sum {
    uint64_t system_calls = 0, library_calls = 0, failed_polls = 0, slept = 0, delivered = 0, bytes_in = 0, bytes_out = 0;
    uint64_t perhaps = 0;
    int64_t waiting = 0, waiting_least = 0, copying = 0, longest_wait = 0;
    std::optional<int64_t> cpu;
    std::optional<uint64_t> voluntary, involuntary;
    bool polling = false;
    bool over = true; // else what the system has counted was read some time ago
};

// A damaged recording's durations may be anything: their sum wraps.
int64_t added(int64_t one, int64_t other)
{
    return int64_t(uint64_t(one) + uint64_t(other));
}

Sum servers(const replay::Totals &totals, const Scene &scene)
{
    Sum sum;
    for (size_t i = 0; i < totals.rows.size(); ++i) {
        if (!scene.in_front(i))
            continue;
        const replay::Totals::Row &row = totals.rows[i];
        sum.system_calls += row.system_calls;
        sum.library_calls += row.library_calls;
        sum.failed_polls += row.failed_polls;
        sum.polling |= row.polling;
        sum.over &= row.over;
        sum.slept += row.slept;
        sum.delivered += row.delivered;
        sum.bytes_in += row.bytes_in;
        sum.bytes_out += row.bytes_out;
        sum.perhaps += row.perhaps;
        sum.waiting = added(sum.waiting, row.waiting);
        sum.waiting_least = added(sum.waiting_least, row.waiting_least);
        sum.copying = added(sum.copying, row.copying);
        sum.longest_wait = std::max(sum.longest_wait, row.longest_wait);
        if (row.cpu)
            sum.cpu = added(sum.cpu.value_or(0), *row.cpu);
        if (row.voluntary)
            sum.voluntary = sum.voluntary.value_or(0) + *row.voluntary;
        if (row.involuntary)
            sum.involuntary = sum.involuntary.value_or(0) + *row.involuntary;
    }
    return sum;
}

std::vector<Line> lines_of(const Scene &scene)
{
    const words::Language &language = scene.language;
    const replay::Totals totals = replay::totals(scene.replay, scene.instant);
    const Sum server = servers(totals, scene);
    const QString missing = language.say("Figures", "not recorded", "a measured figure");
    const auto number = [&](uint64_t value) { return language.number(qlonglong(value)); };
    const auto of_two = [&](const QString &part, const QString &whole) {
        return language.say("Figures", "%1 of %2", "a part, the whole").arg(part, whole);
    };
    const auto counted = [&](uint64_t value) { // polls that are being repeated are counted once they are over
        return server.polling ? language.say("Figures", "more than %1", "a count").arg(number(value)) : number(value);
    };
    std::vector<Line> lines{
        {"calls", language.say("Figures", "system calls of the server"), counted(server.system_calls)},
        {"slept", language.say("Figures", "of these, calls that slept"),
         server.perhaps > 0 ? language.say("Figures", "%1 to %2", "a number that is not known exactly")
                                  .arg(number(server.slept - std::min(server.perhaps, server.slept)), number(server.slept))
                            : number(server.slept)},
    };
    if (server.library_calls > 0)
        lines.push_back({"library", language.say("Figures", "calls into the C library (aio)"), number(server.library_calls)});
    if (server.failed_polls > 0 || server.polling)
        lines.push_back(
            {"failed", language.say("Figures", "failed polls"), counted(server.failed_polls), true, Ink::failed});
    if (server.delivered > 0)
        lines.push_back({"signals", language.say("Figures", "signals delivered"), number(server.delivered), true, Ink::signal});
    if (const replay::Number *work = scene.world.number(scene.front_thread(), "work"))
        lines.push_back({"work", language.say("Figures", "work of the main flow (primes found)"), number(uint64_t(std::max(work->value, 0)))});
    lines.push_back({"cpu", language.say("Figures", "CPU time of the server's thread"),
                     !server.cpu   ? missing
                     : server.over ? of_two(language.duration(*server.cpu), language.duration(totals.elapsed))
                                   : language.say("Figures", "at least %1 of %2", "a part, the whole")
                                         .arg(language.duration(*server.cpu), language.duration(totals.elapsed)),
                     server.cpu.has_value()});
    lines.push_back({"waiting", language.say("Figures", "waiting for data (phase 1)"),
                     server.perhaps > 0 ? words::interval(language, server.waiting_least, server.waiting) : language.duration(server.waiting),
                     true, Ink::waiting});
    const bool inside = server.copying == 0 && server.bytes_in > 0; // io_uring: the kernel copies on its own, in no call
    lines.push_back({"copying", language.say("Figures", "copying (phase 2)"),
                     inside ? language.say("Figures", "unknown", "a measured figure") : language.duration(server.copying), !inside,
                     Ink::copying});
    const QString longest = language.duration(server.longest_wait);
    lines.push_back({"longest", language.say("Figures", "longest wait"),
                     server.perhaps > 0 ? language.say("Figures", "at most %1", "a duration").arg(longest) : longest});
    lines.push_back({"in", language.say("Figures", "bytes received"), number(server.bytes_in)});
    lines.push_back({"out", language.say("Figures", "bytes sent"), number(server.bytes_out)});
    lines.push_back({"switches", language.say("Figures", "context switches (voluntary + forced)"),
                     server.voluntary && server.involuntary
                         ? (server.over ? language.say("Figures", "%1 + %2", "two counts") : language.say("Figures", "at least %1 + %2", "two counts"))
                               .arg(number(*server.voluntary), number(*server.involuntary))
                         : missing,
                     server.voluntary && server.involuntary});
    lines.push_back({"events", language.say("Figures", "events recorded so far"), number(totals.events)});
    lines.push_back({"dropped", language.say("Figures", "events lost"), number(totals.dropped), true,
                     totals.dropped ? Ink::changed : Ink::paper});
    return lines;
}

Drawing at_width(const Scene &scene, QSizeF size, qreal &bottom)
{
    Sheet sheet(size);
    const qreal left = measure::margin, width = size.width() - 2 * measure::margin;
    qreal y = measure::gap;
    bool first = true;
    for (const Line &line : lines_of(scene)) {
        const qreal indent = line.sign == Ink::paper ? 0 : 20, least_name = 80;
        const qreal value = std::min(width_of(line.value, measure::text, line.known) + 2,
                                     width - indent - least_name - 2 * measure::gap);
        const qreal room = width - value - 2 * measure::gap - indent;
        const QStringList name = wrapped(line.name, room);
        const qreal height = measure::row * qreal(name.size()) + 4;
        if (!first)
            sheet.line({left, y}, {left + width, y}, Ink::faint);
        first = false;
        if (indent > 0)
            sheet.box(QRectF(left, y + 6, 12, 12), line.sign);
        for (qsizetype i = 0; i < name.size(); ++i)
            sheet.text(QRectF(left + indent, y + 2 + qreal(i) * measure::row, room, measure::row), name[i]);
        Shape &number = sheet.text(QRectF(left + width - value, y + 2, value, measure::row), line.value,
                                   line.known ? Ink::text : Ink::muted);
        number.align = Qt::AlignRight | Qt::AlignVCenter;
        number.bold = line.known;
        narrow(number);
        sheet.part(
            QStringLiteral("total %1").arg(line.id), QRectF(left - 4, y, width + 8, height),
            scene.language.say("Figures", "%1: %2", "name of a measured figure, its value").arg(line.name, line.value));
        y += height;
    }
    if (scene.replay.trace().run.stepped) {
        y += 6;
        const QString note =
            scene.language.say("Figures", "Threads were held at the gate: timings are not representative.");
        for (const QString &line : wrapped(note, width)) {
            sheet.text(QRectF(left, y, width, measure::row), line, Ink::changed);
            y += measure::row;
        }
    }
    bottom = y + measure::gap;
    sheet.mark(scene.selected);
    return sheet.take();
}

} // namespace

QSizeF totals_size(const Scene &scene)
{
    qreal bottom = 0;
    at_width(scene, {380, 100}, bottom);
    return {380, bottom};
}

Drawing totals(const Scene &scene, QSizeF size)
{
    if (size.isEmpty())
        size = totals_size(scene);
    return fitted(size, 240, [&](QSizeF room, qreal &bottom) { return at_width(scene, room, bottom); });
}

} // namespace figures
