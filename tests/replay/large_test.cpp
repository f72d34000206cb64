// SPDX-License-Identifier: MIT
// A million events: any instant is what the slow and simple way gives.
#include "calls/schema.h"
#include "replay/crowd.h"
#include "replay/naive.h"
#include "room.h"

#include <QRegularExpression>

using namespace recording;
using replay::Replay;

class LargeTest : public QObject {
    Q_OBJECT
private slots:
    void init() { QTest::failOnWarning(QRegularExpression(".*")); }
    void every_step_of_a_small_one();
    void instants_of_a_million_events();
};

void LargeTest::every_step_of_a_small_one()
{
    Crowd crowd(21, 9);
    crowd.grow(1200);
    trace::Trace trace;
    trace.append(crowd.batch());
    const Replay replay(trace);
    for (size_t step = 0; step < trace.events().size(); ++step)
        QCOMPARE(QString::fromStdString(differs(trace, replay.at(replay.step(step)))), QString());
}

void LargeTest::instants_of_a_million_events()
{
    Crowd crowd(22, 50);
    crowd.grow(1'000'000);
    trace::Trace trace;
    trace.append(crowd.batch());
    const Replay replay(trace);
    std::mt19937_64 random(23);
    for (int i = 0; i < 12; ++i) {
        const size_t step = random() % trace.events().size();
        QCOMPARE(QString::fromStdString(differs(trace, replay.at(replay.step(step)))), QString());
    }
    QCOMPARE(QString::fromStdString(differs(trace, replay.at(replay.last()))), QString());
    uint64_t calls = 0;
    for (const Event &event : trace.events())
        calls += event.thread == Crowd::server && calls::is_system_call(event.call);
    QCOMPARE(totals(replay, replay.last()).rows[0].system_calls, calls);
    QCOMPARE(totals(replay, replay.last()).rows[0].waiting + totals(replay, replay.last()).rows[0].copying > 0, true);
}

ROOM_TEST(LargeTest)
#include "large_test.moc"
