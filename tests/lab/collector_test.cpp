// SPDX-License-Identifier: MIT
// What recorders hold becomes a batch: in order, with the names of files, and with a row where something is missing.
#include "calls/schema.h"
#include "lab/collector.h"
#include "room.h"
#include "trace/clock.h"
#include "trace/place.h"

#include <QRegularExpression>

#include <algorithm>

using trace::Call;
using trace::Event;

namespace {

void step(trace::Recorder &recorder, int fd)
{
    trace::Slot slot;
    slot.call = Call::fd_set;
    slot.fd = fd;
    slot.place = trace::place_of("somewhere/select.cpp");
    slot.line = 42;
    recorder.write(slot);
}

} // namespace

class CollectorTest : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(".*")); }

    void what_found_no_room_in_a_ring_is_a_row()
    {
        lab::Collector collector(1000);
        collector.add(trace::Thread{"client 1", 1, trace::Job::main, 0, {}}, 8);
        trace::Recorder &recorder = collector.add(trace::Thread{"server", 0, trace::Job::main, 0, {}}, 8);
        for (int i = 0; i < 20; ++i)
            step(recorder, i);
        const trace::Batch batch = collector.take();
        QCOMPARE(batch.dropped, 12u);
        QCOMPARE(batch.events.size(), 9u);
        QVERIFY(std::ranges::is_sorted(batch.events, {}, &Event::end));
        QCOMPARE(batch.files, std::vector<std::string>{"select.cpp"});
        for (int i = 0; i < 8; ++i) {
            QCOMPARE(batch.events[size_t(i)].fd, i);
            QCOMPARE(batch.events[size_t(i)].thread, 1);
            QCOMPARE(batch.events[size_t(i)].file, 0);
            QCOMPARE(batch.events[size_t(i)].line, 42);
        }
        const Event &lost = batch.events.back();
        QCOMPARE(lost.call, Call::lost);
        QCOMPARE(lost.thread, 1);
        QCOMPARE(calls::value(lost, "events"), std::optional<int64_t>(12));
        QVERIFY(batch.events[7].end <= lost.begin && lost.begin <= lost.end && lost.end <= trace::now());
        step(recorder, 20); // there is room again
        const trace::Batch next = collector.take();
        QCOMPARE(next.dropped, 0u);
        QCOMPARE(next.events.size(), 1u);
        QCOMPARE(next.events[0].fd, 20);
    }
};

ROOM_TEST(CollectorTest)
#include "collector_test.moc"
