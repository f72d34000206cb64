// SPDX-License-Identifier: MIT
// What a terminal shows at an instant: who has read a key, or has died of it, proves that it was pressed.
#include "replay/terminal.h"
#include "recording/builder.h"
#include "replay/replay.h"
#include "room.h"

#include <QRegularExpression>

#include <cstring>

using namespace recording;

class TerminalTest : public QObject {
    Q_OBJECT
private slots:
    void init() { QTest::failOnWarning(QRegularExpression(".*")); }

    void a_death_by_its_key_empties_the_terminal_though_the_keyboard_s_call_returns_later()
    {
        Builder builder;
        const uint16_t program = builder.thread("server", Part::server), keyboard = builder.thread("keyboard", Part::control);
        builder.lines(R"(
            10      server    terminal_opened(fd=0) = 0
            11      server    terminal_opened(fd=1) = 1
            12      server    terminal_opened(fd=2) = 2
            20..30  keyboard  typed(0, 4) = 4 "half"
            50      server    killed(SIGINT, SI_KERNEL)
            40..60  keyboard  typed(0, 1) = 1 "\x03"
        )");
        trace::Trace trace = builder.trace();
        trace.threads[keyboard].job = trace::Job::keyboard;
        const replay::Replay replay(trace);

        const size_t death = find(trace, program, Call::killed);
        const auto before = replay::terminal_of(replay, 0, replay.step(death - 1)), after = replay::terminal_of(replay, 0, replay.step(death));
        QVERIFY(before && after);
        QCOMPARE(before->unfinished, std::string("half"));
        QCOMPARE(after->unfinished, std::string());
        QCOMPARE(after->pieces.back().text, std::string("half^C"));
    }
};

ROOM_TEST(TerminalTest)
#include "terminal_test.moc"
