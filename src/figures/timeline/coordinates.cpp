// SPDX-License-Identifier: MIT
#include "figures/timeline/coordinates.h"

#include <algorithm>
#include <cmath>

namespace figures {

double pixel_at(const Range &range, double value, double left, double width)
{
    const double span = range.to - range.from;
    if (!(span > 0) || !(width > 0) || !std::isfinite(value))
        return left;
    return left + (value - range.from) / span * width;
}

double value_at(const Range &range, double pixel, double left, double width)
{
    const double span = range.to - range.from;
    if (!(span > 0) || !(width > 0) || !std::isfinite(pixel))
        return range.from;
    return range.from + (pixel - left) / width * span;
}

Range resolved(const Range &range, const replay::Replay &replay)
{
    const bool usable = std::isfinite(range.from) && std::isfinite(range.to);
    if (usable && range.to > range.from)
        return range;
    const trace::Trace &trace = replay.trace();
    if (range.axis == Axis::events) {
        const double count = double(trace.events().size()) + (trace.in_flight().empty() ? 0 : 1);
        return {Axis::events, 0, std::max(count, 1.0)};
    }
    const double from = double(trace.begin());
    return {Axis::time, from, std::max(double(trace.end()), from + 1000)};
}

Ruler ruler(const Range &range, double width, double apart, double zero)
{
    const double span = range.to - range.from;
    if (!(span > 0) || !(width > 0) || !(apart > 0) || !std::isfinite(span))
        return {};
    const double least = std::max(span * std::min(apart / width, 1.0), 1.0);
    const double power = std::pow(10, std::floor(std::log10(least)));
    Ruler marks;
    marks.step = 10 * power;
    for (const double digit : {1.0, 2.0, 5.0})
        if (digit * power >= least * (1 - 1e-9)) {
            marks.step = digit * power;
            break;
        }
    if (range.axis == Axis::events)
        zero = 0;
    marks.first = zero + std::ceil((range.from - zero) / marks.step) * marks.step;
    if (range.axis == Axis::time) {
        const double reach = std::max(std::abs(range.from - zero), std::abs(range.to - zero));
        marks.unit = reach >= 1e9 ? 1e9 : reach >= 1e6 ? 1e6 : 1e3;
        marks.decimals = std::clamp(int(std::ceil(-std::log10(marks.step / marks.unit) - 1e-9)), 0, 9);
    }
    return marks;
}

size_t slot_at(const trace::Trace &trace, int64_t time, size_t near)
{
    const auto &events = trace.events();
    const auto complete = [&](size_t count) { return count == 0 || events[count - 1].end <= time; };
    size_t low = 0, high = events.size(); // complete(low), and not complete(high + 1)
    size_t at = std::min(near, high);
    for (size_t reach = 1;; reach *= 2) {
        if (complete(at)) {
            low = std::max(low, at);
            if (at >= high)
                break;
            const size_t next = at + std::min(reach, high - at);
            if (!complete(next)) {
                high = next - 1;
                break;
            }
            at = next;
        } else {
            high = at - 1;
            const size_t next = at - std::min(reach, at);
            if (complete(next)) {
                low = next;
                break;
            }
            at = next;
        }
    }
    while (low < high) {
        const size_t middle = low + (high - low + 1) / 2;
        if (complete(middle))
            low = middle;
        else
            high = middle - 1;
    }
    return low;
}

int64_t slot_begins(const trace::Trace &trace, double slot)
{
    const auto &events = trace.events();
    if (!(slot >= 1) || events.empty())
        return trace.begin();
    if (slot >= double(events.size()) + 1)
        return trace.end();
    return events[size_t(slot) - 1].end;
}

std::vector<int64_t> column_times(const trace::Trace &trace, const Range &range, int columns)
{
    std::vector<int64_t> times(size_t(std::max(columns, 0)) + 1);
    for (size_t i = 0; i < times.size(); ++i) {
        const double value = value_at(range, double(i), 0, columns);
        const int64_t time = range.axis == Axis::time ? whole_ns(value) : slot_begins(trace, value);
        times[i] = i ? std::max(times[i - 1], time) : time;
    }
    return times;
}

int column_of(const std::vector<int64_t> &times, int64_t time)
{
    return int(std::upper_bound(times.begin(), times.end(), time) - times.begin()) - 1;
}

size_t first_above(const std::vector<int64_t> &values, size_t from, int64_t limit, size_t guess)
{
    size_t low = std::min(from, values.size()), high = values.size(); // it is not before low, not after high
    size_t at = std::clamp(guess, low, high);
    for (size_t reach = 1; at < high; reach *= 2) {
        if (values[at] > limit) {
            high = at;
            if (at == low)
                return low;
            at -= std::min(reach, at - low);
            if (values[at] <= limit) {
                low = at + 1;
                break;
            }
        } else {
            low = at + 1;
            if (high - at <= reach || values[at + reach] > limit) {
                high = std::min(high, at + reach);
                break;
            }
            at += reach;
        }
    }
    return size_t(std::upper_bound(values.begin() + ptrdiff_t(low), values.begin() + ptrdiff_t(high), limit)
                  - values.begin());
}

int64_t whole_ns(double ns)
{
    constexpr double most = 9.2e18;
    return std::isnan(ns) ? 0 : int64_t(std::clamp(ns, -most, most));
}

} // namespace figures
