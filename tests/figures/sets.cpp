// SPDX-License-Identifier: MIT
// The bits are those of the recording, in the deck's states, and every one can be read and heard.
#include "lesson7.h"
#include "looks.h"

#include "room.h"
#include "words/sentences.h"

#include <QRegularExpression>

using namespace figures;
using recording::Lesson7;
using trace::Call;

namespace {

struct Shown {
    Shown(const Lesson7 &lesson, replay::Instant instant, QSizeF size = {}, const char *code = "en",
          bool compact = false)
        : language(QString::fromLatin1(code)),
          world(lesson.replay->at(instant)), scene{*lesson.replay, world, instant, language, {}, {}, false, 0, compact},
          drawing(sets(scene, size.isEmpty() ? sets_size(scene) : size))
    {
    }
    // "00011" of a row, from bit 0.
    QString row(const QString &name, int bits = 8) const
    {
        QString text;
        for (int bit = 0; bit < bits; ++bit)
            text += recording::words_of(drawing, QStringLiteral("bit %1 %2 value").arg(name).arg(bit));
        return text;
    }
    const words::Language language;
    const replay::World world;
    const Scene scene;
    const Drawing drawing;
};

} // namespace

class SetsTest : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void the_states_of_the_deck_data()
    {
        QTest::addColumn<int>("nth");
        QTest::addColumn<QString>("allset");
        QTest::addColumn<QString>("bracket");
        QTest::newRow("only the listening socket") << 0 << "00010000" << "maxfd + 1 = 4";
        QTest::newRow("first client") << 1 << "00011000" << "maxfd + 1 = 5";
        QTest::newRow("second client") << 2 << "00011100" << "maxfd + 1 = 6";
        QTest::newRow("first client gone, maxfd stays") << 4 << "00010100" << "maxfd + 1 = 6";
    }
    void the_states_of_the_deck()
    {
        QFETCH(int, nth);
        QFETCH(QString, allset);
        QFETCH(QString, bracket);
        const Lesson7 lesson;
        const Shown shown(lesson, lesson.after(Lesson7::server, Call::set_assigned, nth));
        QCOMPARE(shown.row("allset"), allset);
        QCOMPARE(shown.row("readfds"), allset); // just assigned
        QCOMPARE(recording::words_of(shown.drawing, "bracket words"), bracket);
    }

    void asked_and_answered_are_two_rows()
    {
        const Lesson7 lesson;
        const Shown shown(lesson, lesson.after(Lesson7::server, Call::select, 2));
        QCOMPARE(shown.row("readfds in"), "00011100");
        QCOMPARE(shown.row("readfds out"), "00001000");
        QCOMPARE(shown.row("readfds"), "00001000"); // overwritten
        QCOMPARE(shown.row("allset"), "00011100");  // that is why it is kept
        QVERIFY(recording::shape_of(shown.drawing, "bit readfds 3")->width > 1); // taken away by this step
        QCOMPARE(recording::shape_of(shown.drawing, "bit readfds 4")->width, 1.0);
    }

    void there_is_no_answer_before_select_returns()
    {
        const Lesson7 lesson;
        const Shown shown(lesson, lesson.replay->last());
        QCOMPARE(shown.row("readfds in"), "00010100");
        QCOMPARE(shown.row("readfds out"), QString());
    }

    void the_bit_just_changed_is_outlined()
    {
        const Lesson7 lesson;
        const Shown set(lesson, lesson.after(Lesson7::server, Call::fd_set, 1));
        QCOMPARE(recording::shape_of(set.drawing, "bit allset 4")->stroke, Ink::changed);
        QVERIFY(recording::all_words(set.drawing).contains("FD_SET(4, &allset)"));
        const Shown cleared(lesson, lesson.after(Lesson7::server, Call::fd_clr));
        QCOMPARE(recording::shape_of(cleared.drawing, "bit allset 4")->stroke, Ink::changed);
        QCOMPARE(recording::words_of(cleared.drawing, "bit allset 4 value"), "0");
        const Shown tested(lesson, lesson.after(Lesson7::server, Call::fd_isset, 3));
        QVERIFY(recording::shape_of(tested.drawing, "bit readfds 4")->dashed);
    }

    void every_bit_says_what_it_is()
    {
        const Lesson7 lesson;
        const Shown shown(lesson, lesson.after(Lesson7::server, Call::select, 2));
        QVERIFY(recording::part_of(shown.drawing, "bit allset 4")->sentence.contains('4'));
        QVERIFY(recording::part_of(shown.drawing, "bit readfds out 4")->sentence !=
                recording::part_of(shown.drawing, "bit readfds out 3")->sentence);
        QVERIFY(recording::part_of(shown.drawing, "number maxfd"));
    }

    void compact_ends_behind_the_highest_descriptor()
    {
        const Lesson7 lesson;
        const replay::Instant instant = lesson.after(Lesson7::server, Call::select, 2);
        QVERIFY(recording::shape_of(Shown(lesson, instant).drawing, "bit allset 12"));
        QVERIFY(!recording::shape_of(Shown(lesson, instant, {}, "en", true).drawing, "bit allset 12"));
    }

    void bits_far_apart_are_shown_with_a_gap()
    {
        const Lesson7 lesson;
        const replay::Instant instant = lesson.after(Lesson7::server, Call::select, 2);
        replay::World world = lesson.replay->at(instant);
        const words::Language language;
        for (replay::Number &number : world.numbers)
            number.value = 503;
        for (replay::Set &set : world.sets)
            for (size_t bit = 3; bit <= 503; ++bit)
                set.now.set(bit);
        const Scene scene{*lesson.replay, world, instant, language, {}, {}, false, 0, false};
        const Drawing drawing = sets(scene, sets_size(scene));
        QVERIFY(recording::shape_of(drawing, "bit allset 503"));
        QVERIFY(recording::shape_of(drawing, "bit readfds out 4")); // what the kernel answered
        QVERIFY(recording::all_words(drawing).contains("not shown"));
        QVERIFY2(recording::faults(drawing).isEmpty(), qPrintable(recording::faults(drawing).join('\n')));
    }

    void a_server_without_sets_says_so()
    {
        recording::Maker maker;
        maker.thread("server", recording::Part::server);
        maker.lines("0..1000 server socket(AF_INET, SOCK_STREAM) = 3");
        const replay::Replay replay(maker.take());
        const replay::World world = replay.at(replay.last());
        for (const char *code : {"en", "vi"}) {
            const words::Language language(QString::fromLatin1(code));
            const Drawing drawing = sets({replay, world, replay.last(), language, {}, {}, false, 0, false}, {880, 250});
            QCOMPARE(drawing.parts.size(), size_t(1));
            QVERIFY2(recording::faults(drawing).isEmpty(), qPrintable(recording::faults(drawing).join('\n')));
        }
    }

    // The program in front has no maxfd: the other one's is none of its.
    void another_programs_maxfd_is_not_its_own()
    {
        recording::Maker maker;
        maker.lines(R"(
            1000        server    maxfd = 5
            2000..3000  client 1  select(4, readfds {0, 3}) = 1 {0}
        )");
        const replay::Replay replay(maker.take());
        const replay::World world = replay.at(replay.last());
        const words::Language language;
        Scene scene{replay, world, replay.last(), language, {}, {}, false, 0, false};
        scene.front = replay.trace().threads[1].program;
        QCOMPARE(recording::words_of(sets(scene, sets_size(scene)), "bracket words"), "nfds = 4");
    }

    // Bit 3 was passed, and lies beyond nfds: the picture has it, and says that nobody looks at it. The words of nfds tell no more than 64 bits.
    void a_bit_from_nfds_on_is_there_and_not_looked_at()
    {
        recording::Maker maker;
        const uint16_t server = maker.thread("server", recording::Part::server, {"maxfd", "readfds"});
        maker.step(server, Call::number_assigned, 1'000, 0, -1, 3);
        maker.step(server, Call::fd_set, 2'000, 1, 3);
        maker.select(server, 3'000, 4'000, 3, 1, 0b1000, 0);
        maker.select_in_flight(server, 5'000, 3, 1, 0b1000);
        const replay::Replay replay(maker.take());
        const words::Language language;
        const QString call = words::call_text(replay.trace(), replay.trace().in_flight().back());
        QVERIFY2(call.startsWith("select(3, {3}, NULL, NULL"), qPrintable(call));
        const QString said = words::explain(language, replay, replay.at(replay.last()), replay.last());
        QVERIFY2(said.contains("The bits of {3} are 1, too, and the kernel does not look at them") && !said.contains("maxfd"), qPrintable(said));
        const auto drawn = [&](replay::Instant instant, QSizeF size) {
            const replay::World world = replay.at(instant);
            return sets({replay, world, instant, language, {}, {}, false, 0, false}, size);
        };
        const Drawing asleep = drawn(replay.last(), {3'000, 300});
        QCOMPARE(recording::words_of(asleep, "bracket words"), "nfds = 3"); // not maxfd + 1, which was not passed
        QCOMPARE(recording::words_of(asleep, "bit readfds in 3 value"), "1");
        QVERIFY(recording::shape_of(asleep, "bit readfds in 3")->fill != Ink::bit_on);
        QCOMPARE(recording::words_of(asleep, "words readfds in"), "not looked at from bit 3 on");
        QVERIFY(recording::part_of(asleep, "bit readfds in 3")->sentence.contains("does not look at it"));
        QCOMPARE(recording::words_of(asleep, "bit readfds in 63 value"), "0");
        QVERIFY(!recording::shape_of(asleep, "bit readfds in 64 value"));
        QVERIFY(recording::part_of(asleep, "bit readfds in 64")->sentence.contains("not recorded"));
        const Drawing before = drawn(replay.step(2), {880, 300}); // the thread begins at 0
        QCOMPARE(recording::words_of(before, "bracket words"), "nfds = 3");
    }

    void a_failed_select_has_no_answer()
    {
        recording::Maker maker;
        const uint16_t server = maker.thread("server", recording::Part::server, {"maxfd", "readfds"});
        maker.step(server, Call::fd_set, 2'000, 1, 3);
        trace::Event &select = maker.select(server, 3'000, 4'000, 4, 1, 0b1000, 0);
        select.result = -1;
        select.error = 4; // EINTR
        const replay::Replay replay(maker.take());
        const replay::World world = replay.at(replay.last());
        const words::Language language;
        const Scene scene{replay, world, replay.last(), language, {}, {}, false, 0, false};
        const Drawing drawing = sets(scene, sets_size(scene));
        QVERIFY(!recording::shape_of(drawing, "row readfds out") && !recording::shape_of(drawing, "changed readfds out"));
        QCOMPARE(recording::words_of(drawing, "words readfds in"), "unchanged: select() failed");
        QCOMPARE(recording::words_of(drawing, "bit readfds 3 value"), "1");
        QVERIFY(recording::part_of(drawing, "bit readfds in 3")->sentence.contains("tells nothing"));
    }

    void a_failed_poll_has_no_answer()
    {
        recording::Maker maker;
        const uint16_t server = maker.thread("server", recording::Part::server, {"client[].fd"});
        trace::Event &poll = maker.call(server, Call::poll, 3'000, 4'000, 1, -1, -1);
        poll.error = 4; // EINTR
        poll.words[0] = poll.words[1] = trace::word_of({3, 1, 0});
        const replay::Replay replay(maker.take());
        const replay::World world = replay.at(replay.last());
        const words::Language language;
        const Scene scene{replay, world, replay.last(), language, {}, {}, false, 0, false};
        const Drawing drawing = sets(scene, sets_size(scene));
        QCOMPARE(recording::words_of(drawing, "pollfd 0 revents value"), "–");
        QVERIFY(recording::all_words(drawing).contains("poll() failed: it has answered nothing"));
        QVERIFY(recording::part_of(drawing, "pollfd 0")->sentence.contains("tells nothing"));
    }

    void what_is_asked_about_the_first_argument_is_not_told()
    {
        const Lesson7 lesson;
        const replay::Instant instant = lesson.after(Lesson7::server, Call::set_assigned, 0);
        const replay::World world = lesson.replay->at(instant);
        const words::Language language;
        const Scene scene{.replay = *lesson.replay, .world = world, .instant = instant, .language = language, .range = {}, .selected = {}, .bound_asked = true};
        for (const Figure &figure : all()) {
            const Drawing drawing = figure.draw(scene, figure.preferred(scene));
            QVERIFY2(!recording::all_words(drawing).contains("= 4"), figure.name);
            QVERIFY2(!recording::shape_of(drawing, "bracket") && !recording::part_of(drawing, "number maxfd"), figure.name);
        }
    }

    void it_is_well_laid_out_data()
    {
        QTest::addColumn<QString>("code");
        QTest::addColumn<qreal>("factor");
        for (const char *code : {"en", "vi"})
            for (const qreal factor : {0.5, 0.7, 1.0, 1.6, 2.5, 4.0})
                QTest::addRow("%s %g", code, factor) << QString(code) << factor;
    }
    void it_is_well_laid_out()
    {
        QFETCH(QString, code);
        QFETCH(qreal, factor);
        const Lesson7 lesson;
        for (size_t i = 0; i < lesson.replay->trace().events().size(); ++i) {
            const replay::Instant instant = lesson.replay->step(i);
            const QSizeF size = QSizeF(880, 250) * factor;
            const Shown shown(lesson, instant, size, code.toLatin1().constData());
            QCOMPARE(shown.drawing.size.toSize(), size.toSize());
            const QStringList faults = recording::faults(shown.drawing);
            QVERIFY2(faults.isEmpty(), qPrintable(faults.join('\n')));
        }
    }

    void a_server_without_sets_says_what_it_has_instead()
    {
        const words::Language language;
        // With the call that makes it made, the picture before and after.
        const auto words = [&](Call told_by, Call makes, bool after) {
            recording::Maker maker;
            const uint16_t server = maker.thread("server", recording::Part::server);
            maker.lines("1000..2000 server socket(AF_INET, SOCK_STREAM) = 3");
            if (makes != Call::count_)
                maker.call(server, makes, 3'000, 4'000, -1, 4);
            maker.lines("5000..6000 server close(4) = 0");
            trace::Trace &trace = maker.take();
            trace.programs.at(0).told_by = told_by;
            const replay::Replay replay(trace);
            const replay::Instant instant = after ? replay.last() : replay.step(0);
            const replay::World world = replay.at(instant);
            return recording::all_words(sets({replay, world, instant, language, {}, {}, false, 0, false}, {880, 384}));
        };
        QVERIFY(words(Call::aio_read, Call::aio_read, false).contains("No read has been asked for yet"));
        QVERIFY(words(Call::aio_read, Call::aio_read, true).contains("No read is outstanding"));
        QVERIFY(words(Call::io_uring_enter, Call::io_uring_setup, false).contains("two rings"));
        QVERIFY(words(Call::io_uring_enter, Call::io_uring_setup, false).contains("not been made yet"));
        QVERIFY(words(Call::io_uring_enter, Call::io_uring_setup, true).contains("closed now"));
        QVERIFY(words(Call::epoll_wait, Call::epoll_create1, false).contains("interest list"));
        QVERIFY(words(Call::epoll_wait, Call::epoll_create1, true).contains("closed now"));
        QVERIFY(words(Call::poll, Call::count_, true).contains("array of pollfd"));
        QVERIFY(words(Call::select, Call::count_, true).contains("no descriptor sets yet"));
        QVERIFY(words(Call::recv, Call::count_, true).contains("belong to select()"));
        QVERIFY(!words(Call::recv, Call::fd_zero, false).contains("belong to select()")); // it will have some
    }
};

ROOM_TEST(SetsTest)
#include "sets.moc"
