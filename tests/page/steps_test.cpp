// SPDX-License-Identifier: MIT
// Which steps a page has of a recording that is too long for it.
#include "page/page.h"
#include "page/steps.h"
#include "room.h"

using replay::Instant;

namespace {

std::vector<Instant> moments(size_t count)
{
    std::vector<Instant> all;
    for (size_t i = 0; i < count; ++i)
        all.push_back({int64_t(i) * 10, i});
    return all;
}

} // namespace

class StepsTest : public QObject {
    Q_OBJECT
private slots:
    void few_are_all_there() { QCOMPARE(page::around(moments(5), {}, 5).size(), 5u); }

    void those_around_what_is_said_stay()
    {
        const std::vector<Instant> kept = page::around(moments(1000), {{5000, 500}}, 9);
        QCOMPARE(kept.size(), 9u);
        QCOMPARE(kept.front().complete, 0u);
        QCOMPARE(kept.back().complete, 999u);
        for (size_t i = 1; i < 8; ++i)
            QCOMPARE(kept[i].complete, 496 + i);
    }

    void an_instant_has_the_last_step_before_it()
    {
        const std::vector<Instant> all = moments(10);
        QCOMPARE(page::index_at(all, {45, 4}), 4u);
        QCOMPARE(page::index_at(all, {-1, 0}), 0u);
        QCOMPARE(page::index_at(all, {1000, 10}), 9u);
    }

    void a_long_recording_without_a_story_has_no_page_but_a_part_of_it_has()
    {
        trace::Trace trace;
        trace::Batch batch;
        batch.programs = {{.name = "server"}};
        batch.threads = {{.name = "server"}};
        batch.thread_index = {0};
        for (int64_t i = 1; i <= 5000; ++i) {
            trace::Event event;
            event.call = trace::Call::number_assigned;
            event.begin = event.end = i * 1000;
            batch.events.push_back(event);
        }
        trace.append(std::move(batch));
        QVERIFY(page::page_of({trace, nullptr, "a", {}}).html.isEmpty());
        const page::Page part = page::page_of({trace, nullptr, "a", {}, 10, 19});
        QVERIFY(!part.html.isEmpty());
        QCOMPARE(part.steps, 10u);
    }
};

ROOM_TEST(StepsTest)
#include "steps_test.moc"
