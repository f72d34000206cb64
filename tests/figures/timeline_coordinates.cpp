// SPDX-License-Identifier: MIT
// Time, slot and pixel: there and back, and where there is nothing to divide by.
#include "figures/timeline/coordinates.h"
#include "recording.h"
#include "room.h"

#include <QRegularExpression>

#include <cmath>
#include <limits>

using namespace figures;

class TimelineCoordinatesTest : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void pixels_and_values_are_inverse()
    {
        const Range range{Axis::time, 7e9, 7.5e9};
        QCOMPARE(pixel_at(range, 7e9, 100, 800), 100.0);
        QCOMPARE(pixel_at(range, 7.25e9, 100, 800), 500.0);
        QCOMPARE(value_at(range, 900, 100, 800), 7.5e9);
        QCOMPARE(value_at(range, pixel_at(range, 7.1e9, 100, 800), 100, 800), 7.1e9);
    }

    void a_range_without_length_is_its_left_edge()
    {
        const double nan = std::numeric_limits<double>::quiet_NaN();
        for (const Range &range : {Range{Axis::time, 5, 5}, Range{Axis::time, 5, 4}, Range{Axis::time, 5, nan}}) {
            QCOMPARE(pixel_at(range, 7, 100, 800), 100.0);
            QCOMPARE(value_at(range, 300, 100, 800), 5.0);
        }
        QCOMPARE(pixel_at({Axis::time, 0, 1}, 0.5, 100, 0), 100.0);
        QCOMPARE(value_at({Axis::time, 0, 1}, 300, 100, 0), 0.0);
        QCOMPARE(pixel_at({Axis::time, 0, 1}, nan, 100, 800), 100.0);
    }

    void everything_is_the_whole_recording()
    {
        recording::Maker maker;
        const trace::Trace &trace = recording::one_client(maker);
        const replay::Replay replay(trace);
        const Range slots_shown = resolved({Axis::events, 0, 0}, replay);
        QCOMPARE(slots_shown.from, 0.0);
        QCOMPARE(slots_shown.to, double(trace.events().size()) + 1); // and what is in flight
        const Range time = resolved({Axis::time, 0, 0}, replay);
        QCOMPARE(time.from, double(recording::began));
        QCOMPARE(time.to, double(trace.end()));
        const Range asked = resolved({Axis::time, 3, 4}, replay);
        QCOMPARE(asked.from, 3.0);
        QCOMPARE(asked.to, 4.0);
        const trace::Trace none;
        const replay::Replay nothing(none);
        for (const Axis axis : {Axis::time, Axis::events}) {
            const Range range = resolved({axis, 0, 0}, nothing);
            QVERIFY(range.to > range.from);
        }
    }

    void marks_are_round_and_apart()
    {
        for (const double span : {1.0, 17.0, 999.0, 1e3, 12345.0, 1e6, 4.2e9, 1e13})
            for (const double width : {80.0, 333.0, 1920.0}) {
                const Range range{Axis::time, 7e9 + 0.3 * span, 7e9 + 1.3 * span};
                const Ruler marks = ruler(range, width, 70, 7e9);
                QVERIFY(marks.step > 0);
                if (marks.step > 1)
                    QVERIFY(marks.step / span * width >= 69.9);
                const double power = std::pow(10, std::floor(std::log10(marks.step) + 1e-9));
                const double digit = marks.step / power;
                QVERIFY(std::abs(digit - 1) < 1e-6 || std::abs(digit - 2) < 1e-6 || std::abs(digit - 5) < 1e-6);
                QVERIFY(marks.first >= range.from - marks.step * 1e-6);
                QVERIFY(marks.first < range.from + marks.step * 1.001);
                const double from_zero = (marks.first - 7e9) / marks.step;
                QVERIFY(std::abs(from_zero - std::round(from_zero)) < 1e-3);
            }
        QCOMPARE(ruler({Axis::time, 5, 5}, 800, 70, 0).step, 0.0);
        QCOMPARE(ruler({Axis::events, 0, 3}, 800, 70, 0).step, 1.0); // never parts of a step
    }

    void marks_are_written_as_exactly_as_they_stand()
    {
        const Ruler marks = ruler({Axis::time, 7e9, 7e9 + 2e6}, 800, 70, 7e9); // every 0.2 ms
        QCOMPARE(marks.step, 2e5);
        QCOMPARE(marks.unit, 1e6);
        QCOMPARE(marks.decimals, 1);
    }

    void the_slot_of_a_time_is_found_from_anywhere()
    {
        recording::Maker maker;
        const trace::Trace &trace = recording::one_client(maker);
        const size_t count = trace.events().size();
        for (int64_t time = recording::began - 500; time < trace.end() + 500; time += 251) {
            const size_t expected = size_t(std::ranges::upper_bound(trace.events(), time, {}, &trace::Event::end)
                                           - trace.events().begin());
            for (const size_t near : {size_t(0), count / 2, count, count + 100})
                QCOMPARE(slot_at(trace, time, near), expected);
        }
        QCOMPARE(slot_at(trace::Trace(), 17, 3), size_t(0));
    }

    void columns_cover_the_range()
    {
        recording::Maker maker;
        const trace::Trace &trace = recording::one_client(maker);
        for (const Axis axis : {Axis::time, Axis::events}) {
            const Range whole = resolved({axis, 0, 0}, replay::Replay(trace));
            const std::vector<int64_t> times = column_times(trace, whole, 50);
            QCOMPARE(times.size(), size_t(51));
            QVERIFY(std::ranges::is_sorted(times));
            QCOMPARE(times.front(), trace.begin());
            QCOMPARE(times.back(), trace.end());
            for (int column = 0; column < 50; ++column)
                if (times[size_t(column)] < times[size_t(column) + 1])
                    QCOMPARE(column_of(times, times[size_t(column)]), column);
            QCOMPARE(column_of(times, trace.begin() - 1), -1);
        }
        QCOMPARE(column_times(trace, {Axis::time, 1, 2}, -3).size(), size_t(1));
    }

    void the_first_above_is_what_a_search_finds()
    {
        std::vector<int64_t> values;
        for (int64_t i = 0; i < 200; ++i)
            values.push_back(i / 3 * 2);
        for (size_t from = 0; from <= values.size(); from += 7)
            for (int64_t limit = -1; limit < 140; ++limit) {
                const auto found = std::upper_bound(values.begin() + ptrdiff_t(from), values.end(), limit);
                for (const size_t guess :
                     {size_t(0), from, from + 1, from + 50, values.size() - 1, values.size(), size_t(-1)})
                    QCOMPARE(first_above(values, from, limit, guess), size_t(found - values.begin()));
            }
        QCOMPARE(first_above({}, 5, 1, 7), size_t(0));
    }

    void times_out_of_range_are_kept_in_it()
    {
        QCOMPARE(whole_ns(1e300), int64_t(9.2e18));
        QCOMPARE(whole_ns(-1e300), int64_t(-9.2e18));
        QCOMPARE(whole_ns(std::numeric_limits<double>::quiet_NaN()), int64_t(0));
    }
};

ROOM_TEST(TimelineCoordinatesTest)
#include "timeline_coordinates.moc"
