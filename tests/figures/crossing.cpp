// SPDX-License-Identifier: MIT
// The crossing shows each call going into the kernel and coming back, and where the thread slept meanwhile.
#include "calls/schema.h"
#include "lesson7.h"
#include "looks.h"
#include "room.h"

#include <QElapsedTimer>
#include <QRegularExpression>

#include <cerrno>

using namespace figures;
using recording::all_words;
using recording::Lesson7;
using recording::shape_of;
using trace::Call;

namespace {

Drawing drawn(const replay::Replay &replay, replay::Instant instant, QSizeF size = {900, 560}, const char *code = "en",
              Range range = {})
{
    const words::Language language(QString::fromLatin1(code));
    const replay::World world = replay.at(instant);
    return crossing({replay, world, instant, language, range, {}, false, 0, false}, size);
}

const trace::Event &nth(const replay::Replay &replay, Call call, int n = 0, uint16_t thread = 0)
{
    for (const trace::Event &event : replay.trace().events())
        if (event.call == call && event.thread == thread && n-- == 0)
            return event;
    qFatal("no such event");
}

QString id(const trace::Event &event, const char *what)
{
    return QStringLiteral("call %1 %2").arg(event.begin).arg(QLatin1String(what));
}

// Between a number and its unit there is a space that does not break.
QString words_of(const Drawing &drawing, const QString &id)
{
    return recording::words_of(drawing, id).replace(QChar(QChar::Nbsp), u' ');
}

// How many shapes have an id that ends so.
int count_of(const Drawing &drawing, const char *what)
{
    return int(std::ranges::count_if(
        drawing.shapes, [what](const Shape &shape) { return shape.id.endsWith(QLatin1Char(' ') + QLatin1String(what)); }));
}

// A blocking server: the first recv() sleeps, the second finds its data there.
trace::Trace &blocking(recording::Maker &maker)
{
    maker.thread("server", recording::Part::server);
    maker.thread("client 1", recording::Part::client);
    maker.lines(R"(
        10..20                server    socket(AF_INET, SOCK_STREAM) = 3
        30..40                server    listen(3, 128) = 0
        50..60                server    getsockname(3) = 0 :7000
        100..110              client 1  socket(AF_INET, SOCK_STREAM) = 3
        150..1'000'000        server    accept(3) = 4 :51344
        500'000..990'000      client 1  connect(3, :7000) = 0
        991'000..992'000      client 1  getsockname(3) = 0 :51344
        1'001'000..3'010'000  server    recv(4, 4096) = 3
        3'000'000..3'004'000  client 1  send(3, 3) = 3
        3'020'000..3'024'000  client 1  send(3, 3) = 3
        3'030'000..3'034'000  server    recv(4, 4096) = 3
    )");
    return maker.take();
}

} // namespace

class CrossingTest : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void a_datagram_is_asked_with_its_port_and_answered_without()
    {
        recording::Maker maker;
        maker.lines(R"(
            10..20    server  socket(AF_INET, SOCK_DGRAM) = 3
            100..200  server  sendto(3, 1, 0, :57708) = 1 "x"
        )");
        const replay::Replay replay(maker.take());
        const trace::Event &event = nth(replay, Call::sendto);
        const Drawing drawing = drawn(replay, replay.last());
        QCOMPARE(words_of(drawing, id(event, "asked")), "sendto(3, buffer, 1, 0, :57708)");
        QCOMPARE(words_of(drawing, id(event, "answered")), "= 1 \"x\"");
    }

    void a_call_goes_in_and_comes_back()
    {
        const Lesson7 lesson;
        const trace::Event &recv = nth(*lesson.replay, Call::recv);
        const Drawing drawing = drawn(*lesson.replay, lesson.after(0, Call::recv));
        QCOMPARE(words_of(drawing, id(recv, "asked")), "recv(4, buffer, 4096, 0)");
        QCOMPARE(words_of(drawing, id(recv, "answered")), "= 3 \"abc\"");
        const Shape *in = shape_of(drawing, id(recv, "in")), *out = shape_of(drawing, id(recv, "out"));
        QVERIFY(in && out && in->arrow && out->arrow);
        QVERIFY(in->rect.width() > 0 && out->rect.width() < 0);
        QVERIFY(in->rect.top() < out->rect.top());
        QCOMPARE(shape_of(drawing, id(recv, "copy bar"))->fill, Ink::copying);
        QVERIFY(!shape_of(drawing, id(recv, "wait bar"))); // the wait was in the select() before
        QVERIFY(words_of(drawing, id(recv, "copy detail")).startsWith("3 bytes"));
        const size_t sequence = lesson.after(0, Call::recv).complete - 1;
        const Part *part = recording::part_of(drawing, QStringLiteral("event %1").arg(sequence));
        QVERIFY(part && part->sentence.contains("recv(4") && part->sentence.contains("phase 2"));
        QVERIFY(!part->sentence.contains("phase 1"));
    }

    void what_arrives_ends_the_wait()
    {
        const Lesson7 lesson;
        const Drawing drawing = drawn(*lesson.replay, lesson.after(0, Call::select, 2));
        const trace::Event &select = nth(*lesson.replay, Call::select, 2);
        QCOMPARE(shape_of(drawing, id(select, "wait bar"))->fill, Ink::waiting);
        QVERIFY(words_of(drawing, id(select, "wait words")).startsWith("wait for data: 2.0"));
        QCOMPARE(words_of(drawing, id(select, "wait detail")), "data arrives within client 1's send()");
        const Shape *arrival = shape_of(drawing, id(select, "wait arrival"));
        QVERIFY(arrival && arrival->arrow && arrival->stroke == Ink::signal && arrival->rect.width() < 0);
        QVERIFY(arrival->rect.top() < shape_of(drawing, id(select, "out"))->rect.top());
        QVERIFY(all_words(drawing).contains("a connection arrives within client 2's connect()"));
        const Drawing closed = drawn(*lesson.replay, lesson.after(0, Call::select, 3));
        QVERIFY(all_words(closed).contains("end of file arrives within client 1's close()"));
    }

    void steps_of_the_program_are_summed_up()
    {
        const Lesson7 lesson;
        const Drawing drawing = drawn(*lesson.replay, lesson.after(0, Call::recv));
        QVERIFY(all_words(drawing).contains("2 steps in the program")); // before recv(): FD_ISSET two times
        QVERIFY(all_words(drawing).contains("1 step in the program"));
        const Drawing after = drawn(*lesson.replay, lesson.after(0, Call::number_assigned, 2));
        QCOMPARE(words_of(after, "after"), "3 steps in the program"); // client_FD, FD_SET, maxfd
        QCOMPARE(words_of(after, "runs"), "running");
    }

    void a_call_in_flight_has_no_arrow_out()
    {
        const Lesson7 lesson;
        const replay::Instant last = lesson.replay->last();
        const trace::Event &flying = lesson.replay->trace().in_flight().front();
        const replay::Instant sleeping = lesson.begin_of(0, Call::select, 1);
        const trace::Event &select = nth(*lesson.replay, Call::select, 1);
        for (const auto &[instant, event] : {std::pair(last, flying), std::pair(sleeping, select)}) {
            const Drawing drawing = drawn(*lesson.replay, instant);
            QVERIFY(shape_of(drawing, id(event, "in")));
            QVERIFY(!shape_of(drawing, id(event, "out")));
            QVERIFY(!shape_of(drawing, id(event, "answered")));
            QCOMPARE(words_of(drawing, id(event, "open")), "not returned yet");
            QVERIFY(shape_of(drawing, id(event, "wait bracket"))->dashed);
            QCOMPARE(words_of(drawing, id(event, "asleep words")), "process blocks");
            QVERIFY(!shape_of(drawing, "runs"));
            QVERIFY(recording::part_of(drawing, "in flight 0"));
        }
        const Drawing returned = drawn(*lesson.replay, lesson.after(0, Call::select, 1));
        QVERIFY(shape_of(returned, id(select, "out"))); // of the same id: it stays where it is
        QVERIFY(!shape_of(returned, id(select, "wait bracket"))->dashed);
    }

    void a_process_blocks_only_where_it_slept()
    {
        recording::Maker maker;
        const replay::Replay replay(blocking(maker));
        const Drawing drawing = drawn(replay, replay.last(), {900, 900});
        QCOMPARE(count_of(drawing, "asleep"), 2); // accept() and the first recv()
        const trace::Event &first = nth(replay, Call::recv), &second = nth(replay, Call::recv, 1);
        QCOMPARE(words_of(drawing, id(first, "asleep words")), "process blocks");
        QCOMPARE(words_of(drawing, id(first, "asleep time")), "2.00 ms");
        QVERIFY(shape_of(drawing, id(first, "wait bar")) && shape_of(drawing, id(first, "copy bar")));
        const Shape *arrival = shape_of(drawing, id(first, "wait arrival"));
        QVERIFY(arrival);
        QCOMPARE(shape_of(drawing, id(first, "asleep"))->rect.bottom(), arrival->rect.top());
        QVERIFY(!shape_of(drawing, id(second, "asleep")) && !shape_of(drawing, id(second, "wait bar")));
        QVERIFY(shape_of(drawing, id(second, "copy bar")));
        QCOMPARE(words_of(drawing, id(first, "copy detail")), "3 bytes in at most 10.0 µs, waking up included");
        QCOMPARE(words_of(drawing, id(second, "copy detail")), "3 bytes in 4.00 µs");
        QVERIFY(all_words(drawing).contains("wait for a connection: "));
        QVERIFY(!all_words(drawing).contains("earlier"));
    }

    void what_cannot_be_told_is_said_to_be_unknown()
    {
        recording::Maker maker;
        maker.thread("server", recording::Part::server);
        maker.lines("1000..3'001'000 server recv(4, 4096) = 3"); // of another program
        const replay::Replay replay(maker.take());
        const Drawing drawing = drawn(replay, replay.last());
        const trace::Event &recv = nth(replay, Call::recv);
        QCOMPARE(words_of(drawing, id(recv, "wait detail")), "boundary: unknown");
        QCOMPARE(words_of(drawing, id(recv, "asleep time")), "at most 3.00 ms");
        QVERIFY(!shape_of(drawing, id(recv, "wait arrival")));
        QCOMPARE(words_of(drawing, id(recv, "copy detail")), "3 bytes; both phases: 3.00 ms");
    }

    void folded_polls_are_one_arrow()
    {
        recording::Maker maker;
        maker.thread("server", recording::Part::server);
        maker.lines("1000..5'001'000 server recv(4, 4096) = -1 EAGAIN × 12'345");
        const replay::Replay replay(maker.take());
        const Drawing drawing = drawn(replay, replay.last());
        const trace::Event &event = nth(replay, Call::recv);
        QCOMPARE(words_of(drawing, id(event, "count")), "× 12,345");
        QCOMPARE(shape_of(drawing, id(event, "count plate"))->fill, Ink::failed);
        QCOMPARE(shape_of(drawing, id(event, "failed bar"))->fill, Ink::failed);
        QCOMPARE(words_of(drawing, id(event, "failed detail")), "asked 12,345 times in 5.00 ms");
        QCOMPARE(words_of(drawing, id(event, "answered")), "-1 EAGAIN");
        QCOMPARE(count_of(drawing, "in"), 1);
        QCOMPARE(count_of(drawing, "asleep"), 0);
    }

    void a_folded_select_is_one_arrow_and_its_assignments_go_with_it()
    {
        recording::Maker maker;
        maker.thread("server", recording::Part::server, {"allset", "readfds"});
        maker.lines(R"(
            1000..5'001'000  server  select(4, readfds {3}, NULL, NULL, 0) = 0 × 12'345
            5'000'000        server  readfds = allset × 12'344
        )");
        const replay::Replay replay(maker.take());
        const Drawing drawing = drawn(replay, replay.last());
        const trace::Event &event = nth(replay, Call::select);
        QCOMPARE(words_of(drawing, id(event, "count")), "× 12,345");
        QCOMPARE(shape_of(drawing, id(event, "failed bar"))->fill, Ink::failed);
        QCOMPARE(words_of(drawing, id(event, "failed detail")), "asked 12,345 times in 5.00 ms");
        QCOMPARE(count_of(drawing, "in"), 1);
        QCOMPARE(count_of(drawing, "asleep"), 0);
    }

    // While polls go on nobody knows how many there will be; those that take turns are all there.
    void polls_in_progress_are_not_counted()
    {
        recording::Maker maker;
        maker.lines(R"(
            3000..5'001'003  server  accept(3) = -1 EAGAIN × 12'345
            4000..5'001'004  server  recv(4, 4096) = -1 EAGAIN × 12'345
        )");
        const replay::Replay replay(maker.take());
        const Drawing drawing = drawn(replay, replay.at_time(recording::began + 2'004'000));
        for (const trace::Event &event : replay.trace().events()) {
            QCOMPARE(words_of(drawing, id(event, "count")), "× …");
            QCOMPARE(words_of(drawing, id(event, "failed words")), "nothing there yet");
            QVERIFY(words_of(drawing, id(event, "failed detail")).startsWith("asked again and again, for 2.00 ms"));
            QCOMPARE(words_of(drawing, id(event, "answered")), "-1 EAGAIN");
            QVERIFY(!shape_of(drawing, id(event, "open")));
        }
        QVERIFY(!all_words(drawing).contains("12,345"));
        QVERIFY(!all_words(drawing).contains("so far"));
        QCOMPARE(recording::faults(drawing), QStringList());
    }

    // A range shows how it was at its end: what had not returned by then has not returned.
    void a_range_has_the_calls_in_flight_at_its_end()
    {
        recording::Maker maker;
        maker.thread("server", recording::Part::server);
        maker.thread("client 1", recording::Part::client);
        maker.lines(R"(
            10..20           server  socket(AF_INET, SOCK_STREAM) = 3
            1000..9'000'000  server  recv(4, 4096) = 3
        )");
        for (const int64_t time : {10'000, 20'000, 30'000, 40'000})
            maker.lines_after(time, "0..10 client 1 socket(AF_INET, SOCK_STREAM) = 3");
        const replay::Replay replay(maker.take());
        const trace::Event &recv = nth(replay, Call::recv);
        const Drawing part = drawn(replay, replay.last(), {900, 560}, "en", {Axis::events, 1, 4});
        QCOMPARE(words_of(part, id(recv, "open")), "not returned yet");
        QVERIFY(!shape_of(part, id(recv, "answered")));
        QCOMPARE(count_of(part, "in"), 1);
        const Drawing at = drawn(replay, replay.step(3));
        QCOMPARE(words_of(at, id(recv, "wait detail")), words_of(part, id(recv, "wait detail")));
        QVERIFY(shape_of(drawn(replay, replay.last(), {900, 560}, "en", {Axis::events, 1, 6}), id(recv, "answered")));
        // Begun before the range, over within it, while others began and ended before it.
        QVERIFY(shape_of(drawn(replay, replay.last(), {900, 560}, "en", {Axis::events, 4, 6}), id(recv, "answered")));
    }

    // Its last failure was recorded after the moment until which the run is known to have gone on.
    void polling_that_goes_on_has_returned_each_time()
    {
        recording::Maker maker;
        maker.lines(R"(
            100..200      server  socket(AF_INET, SOCK_STREAM) = 4
            1000..10'000  server  recv(4, 4096) = -1 EAGAIN × 17 …
        )");
        trace::Trace &trace = maker.take();
        const trace::Event event = trace.in_flight().front();
        trace::Batch later;
        later.until = event.end - 5;
        trace.append(std::move(later));
        const replay::Replay replay(trace);
        const Drawing drawing = drawn(replay, replay.last());
        QCOMPARE(words_of(drawing, id(event, "count")), "× 17");
        QCOMPARE(words_of(drawing, id(event, "answered")), "-1 EAGAIN");
        QVERIFY(!shape_of(drawing, id(event, "open")));
    }

    void a_single_poll_has_no_count()
    {
        recording::Maker maker;
        maker.thread("server", recording::Part::server);
        maker.lines("1000..3000 server recv(4, 4096) = -1 EAGAIN");
        const replay::Replay replay(maker.take());
        const Drawing drawing = drawn(replay, replay.last());
        const trace::Event &event = nth(replay, Call::recv);
        QCOMPARE(words_of(drawing, id(event, "failed words")), "nothing there yet");
        QCOMPARE(words_of(drawing, id(event, "failed detail")), "2.00 µs");
        QVERIFY(!shape_of(drawing, id(event, "count")));
    }

    void a_timeout_is_a_result()
    {
        recording::Maker maker;
        maker.lines("1us..2001us server select(4, readfds {3}, NULL, NULL, 2ms) = 0");
        const replay::Replay replay(maker.take());
        const Drawing drawing = drawn(replay, replay.last());
        const trace::Event &event = nth(replay, Call::select);
        QCOMPARE(words_of(drawing, id(event, "answered")), "0: time is up");
        QCOMPARE(words_of(drawing, id(event, "wait detail")), "boundary: measured");
        QVERIFY(!shape_of(drawing, id(event, "wait arrival")));
    }

    void a_range_shows_its_calls()
    {
        const Lesson7 lesson;
        const auto sequence = [&](Call call, int n) { return double(lesson.after(0, call, n).complete) - 1; };
        const Range range{Axis::events, sequence(Call::select, 1), sequence(Call::recv, 0) + 1};
        const Drawing drawing = drawn(*lesson.replay, lesson.replay->last(), {900, 1200}, "en", range);
        QCOMPARE(count_of(drawing, "in"), 4); // select, accept, select, recv
        QCOMPARE(words_of(drawing, "earlier"), "… 6 earlier calls"); // socket, bind, listen, getsockname, select, accept
    }

    void what_has_no_room_is_counted()
    {
        const Lesson7 lesson;
        const Drawing drawing = drawn(*lesson.replay, lesson.replay->last());
        const int shown = count_of(drawing, "in");
        QVERIFY(shown >= 4);
        int calls = 1; // in flight
        for (const trace::Event &event : lesson.replay->trace().events())
            calls += event.thread == 0 && calls::is_call(event.call);
        QCOMPARE(words_of(drawing, "earlier"), QStringLiteral("… %1 earlier calls").arg(calls - shown));
    }

    void a_million_events_cost_what_is_shown()
    {
        recording::Maker maker;
        maker.thread("server", recording::Part::server);
        for (int i = 0; i < 500'000; ++i) {
            maker.lines_after(40 * i, R"(
                1000..1010  server  recv(4, 4096) = 3
                1020        server  step = 0
            )");
        }
        const replay::Replay replay(maker.take());
        for (const replay::Instant &instant : {replay.last(), replay.step(500'000)}) {
            const Drawing drawing = drawn(replay, instant);
            QVERIFY2(drawing.shapes.size() < 250, qPrintable(QString::number(drawing.shapes.size())));
            QVERIFY(count_of(drawing, "in") > 2);
            const words::Language language;
            const replay::World world = replay.at(instant);
            const Scene scene{replay, world, instant, language, {}, {}, false, 0, false};
            QElapsedTimer clock;
            clock.start();
            for (int i = 0; i < 20; ++i)
                crossing(scene, {900, 560});
            QVERIFY2(clock.nsecsElapsed() / 20 < 20'000'000, qPrintable(QString::number(clock.nsecsElapsed() / 20)));
        }
    }

    void without_a_call_it_says_so()
    {
        const Lesson7 lesson;
        QVERIFY(all_words(drawn(*lesson.replay, lesson.replay->first())).contains("no system call yet"));
    }

    void it_is_well_laid_out_data()
    {
        QTest::addColumn<QString>("code");
        QTest::addColumn<QSizeF>("size");
        for (const char *code : {"en", "vi"})
            for (const QSizeF &size : {QSizeF(300, 120), QSizeF(700, 260), QSizeF(900, 560), QSizeF(1400, 240), QSizeF(1800, 1100)})
                QTest::addRow("%s %gx%g", code, size.width(), size.height()) << QString(code) << size;
    }
    void it_is_well_laid_out()
    {
        QFETCH(QString, code);
        QFETCH(QSizeF, size);
        const Lesson7 lesson;
        for (replay::Instant at = lesson.replay->first();; at = lesson.replay->next(at)) {
            const Drawing drawing = drawn(*lesson.replay, at, size, code.toLatin1().constData());
            QCOMPARE(drawing.size.toSize(), size.toSize());
            const QStringList faults = recording::faults(drawing);
            QVERIFY2(faults.isEmpty(), qPrintable(faults.join('\n')));
            if (lesson.replay->next(at) == at)
                break;
        }
    }
};

ROOM_TEST(CrossingTest)
#include "crossing.moc"
