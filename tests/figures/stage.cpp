// SPDX-License-Identifier: MIT
// The stage shows each thread and socket, what waits where, and what crosses at the instant.
#include "lesson7.h"
#include "looks.h"

#include "room.h"

#include <QRegularExpression>

using namespace figures;
using recording::Lesson7;
using recording::shape_of;
using recording::words_of;
using trace::Call;

namespace {

Drawing stage_at(const Lesson7 &lesson, replay::Instant instant, QSizeF size = {900, 420}, const char *code = "en")
{
    const words::Language language(QString::fromLatin1(code));
    const replay::World world = lesson.replay->at(instant);
    return stage({*lesson.replay, world, instant, language, {}, {}, false, 0, false}, size);
}

// The shape of the bytes on their way: there is one connection with any.
const Shape *bytes(const Drawing &drawing)
{
    const auto found =
        std::ranges::find_if(drawing.shapes, [](const Shape &shape) { return shape.id.startsWith("bytes "); });
    return found == drawing.shapes.end() ? nullptr : &*found;
}

} // namespace

class StageTest : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void threads_and_sockets_have_cards()
    {
        const Lesson7 lesson;
        const Drawing drawing = stage_at(lesson, lesson.replay->last());
        for (const char *id : {"thread 0", "thread 1", "thread 2", "buffer", "socket 3", "socket 5"})
            QVERIFY2(recording::part_of(drawing, id), id);
        QVERIFY(!recording::part_of(drawing, "socket 4")); // closed
        const QString words = recording::all_words(drawing);
        for (const char *word :
             {"server", "tid 4000", "asleep", "client 2", "fd 3", "fd 5", "listening socket", "select(6"})
            QVERIFY2(words.contains(word), word);
    }

    void data_arrives_and_is_copied()
    {
        const Lesson7 lesson;
        const Drawing sent = stage_at(lesson, lesson.after(Lesson7::client1, Call::send));
        QCOMPARE(words_of(sent, "from client words"), "1 data arrives");
        QVERIFY(recording::all_words(sent).contains("3 bytes waiting"));
        const Drawing read = stage_at(lesson, lesson.after(Lesson7::server, Call::recv));
        QCOMPARE(words_of(read, "to buffer words"), "2 copy");
        QVERIFY(recording::all_words(read).contains("3 of 4,096 bytes"));
        QVERIFY(recording::all_words(read).contains("\"abc\""));
    }

    // On a low screen, too: its head is seen whole, with a piece of its line, and no part of it lies behind a card.
    void what_crosses_lies_in_the_gaps()
    {
        const Lesson7 lesson;
        int seen = 0;
        for (const QSizeF size : {QSizeF(760, 320), QSizeF(900, 380), QSizeF(900, 420), QSizeF(1400, 700)})
            for (size_t i = 0; i < lesson.replay->trace().events().size(); ++i) {
                const Drawing drawing = stage_at(lesson, lesson.replay->step(i), size);
                for (const Shape &way : drawing.shapes) {
                    if (!way.arrow || way.kind != Shape::path)
                        continue;
                    ++seen;
                    for (const Shape &card : drawing.shapes)
                        if (card.kind == Shape::box && card.id.endsWith("card"))
                            for (int at = 0; at <= 200; ++at)
                                QVERIFY2(!card.rect.adjusted(1, 1, -1, -1).contains(way.way.pointAtPercent(at / 200.)), qPrintable(way.id + u' ' + card.id));
                    if (way.id == u"to buffer")
                        QVERIFY(way.way.pointAtPercent(1 - 10 / way.way.length()).y() > way.way.currentPosition().y() + 9.5);
                }
            }
        QVERIFY(seen > 20);
    }

    void what_was_read_last_stays_in_the_buffer()
    {
        const Lesson7 lesson;
        QVERIFY(recording::all_words(stage_at(lesson, lesson.replay->last())).contains("3 of 4,096 bytes"));
        QVERIFY(recording::all_words(stage_at(lesson, lesson.after(Lesson7::server, Call::accept)))
                    .contains("nothing read yet"));
    }

    void the_same_bytes_move_from_the_client_to_the_kernel_to_the_application()
    {
        const Lesson7 lesson;
        const Drawing drawings[] = {stage_at(lesson, lesson.begin_of(Lesson7::client1, Call::send)),
                                    stage_at(lesson, lesson.after(Lesson7::client1, Call::send)),
                                    stage_at(lesson, lesson.after(Lesson7::server, Call::recv))};
        const Shape *at[3];
        for (int i = 0; i < 3; ++i) {
            at[i] = bytes(drawings[i]);
            QVERIFY2(at[i], qPrintable(QString::number(i)));
            QCOMPARE(at[i]->id, at[0]->id);
        }
        const qreal boundary = shape_of(drawings[0], "boundary")->rect.top();
        QVERIFY(at[0]->rect.bottom() < boundary);
        QVERIFY(at[1]->rect.top() > boundary);
        QVERIFY(at[2]->rect.bottom() < boundary);
        const Drawing half = between(drawings[1], drawings[2], 0.5);
        QCOMPARE(bytes(half)->rect.center().y(), (at[1]->rect.center().y() + at[2]->rect.center().y()) / 2);
    }

    void a_connection_waits_until_it_is_accepted()
    {
        const Lesson7 lesson;
        const Drawing connected = stage_at(lesson, lesson.after(Lesson7::client1, Call::connect));
        QCOMPARE(words_of(connected, "from client words"), "connects");
        QVERIFY(shape_of(connected, "queued 0"));
        QVERIFY(!recording::part_of(connected, "socket 4"));
        const Drawing accepted = stage_at(lesson, lesson.after(Lesson7::server, Call::accept));
        QVERIFY(!shape_of(accepted, "queued 0"));
        QVERIFY(shape_of(accepted, "accepted words"));
        QVERIFY(recording::part_of(accepted, "socket 4"));
    }

    void a_client_that_closes_sends_end_of_file()
    {
        const Lesson7 lesson;
        const Drawing drawing = stage_at(lesson, lesson.after(Lesson7::client1, Call::close));
        QCOMPARE(words_of(drawing, "from client words"), "end of file (FIN)");
        QVERIFY(recording::all_words(drawing).contains("end of file"));
    }

    void a_client_that_closes_after_the_server_sends_nothing()
    {
        recording::Maker maker;
        const trace::Trace &trace = recording::one_client(maker);
        trace::Batch late;
        late.in_flight_changed = true; // select() no longer is
        trace::Event close;
        close.call = Call::close;
        close.fd = 4;
        close.begin = trace.end() + 1'000;
        close.end = close.begin + 1'000;
        late.events.push_back(close);
        close.thread = 1;
        close.fd = 3;
        close.begin += 5'000;
        close.end += 5'000;
        late.events.push_back(close);
        maker.trace.append(std::move(late));
        const replay::Replay replay(maker.trace);
        const replay::Instant instant = replay.step(maker.trace.events().size() - 1);
        const replay::World world = replay.at(instant);
        const words::Language language;
        const Drawing drawing = stage({replay, world, instant, language, {}, {}, false, 0, false}, {900, 420});
        QVERIFY(!shape_of(drawing, "from client"));
    }

    void what_select_waits_for_is_marked()
    {
        const Lesson7 lesson;
        QCOMPARE(shape_of(stage_at(lesson, lesson.replay->last()), "watch 5")->stroke, Ink::waiting);
        const Drawing answered = stage_at(lesson, lesson.after(Lesson7::server, Call::select, 2));
        QCOMPARE(shape_of(answered, "watch 4")->fill, Ink::accent);
        QVERIFY(!shape_of(answered, "watch 3"));
    }

    void who_has_gone_makes_room_for_who_is_there()
    {
        recording::Maker maker;
        maker.lines(R"(
            10..20  server  socket(AF_INET, SOCK_STREAM) = 3
            30..40  server  listen(3, 128) = 0
            50..60  server  getsockname(3) = 0 :7000
        )");
        for (int i = 1; i <= 6; ++i) {
            maker.lines_after(100 * i, R"(
                0     client %d  thread_begin()
                1..2  client %d  socket(AF_INET, SOCK_STREAM) = 3
                3..4  client %d  connect(3, :7000) = 0
                5..6  client %d  getsockname(3) = 0 :%d
                7..8  server    accept(3) = %d :%d
            )", i, i, i, i, 50000 + i, 3 + i, 50000 + i);
        }
        for (const int gone : {1, 2, 3, 4}) {
            maker.lines_after(gone, R"(
                1000  client %d  close(3) = 0
                1010  server    close(%d) = 0
            )", gone, 3 + gone);
        }
        maker.lines("2000..2001 server setsockopt(3, SOL_SOCKET, SO_REUSEADDR, 1) = 0");
        const replay::Replay replay(maker.take());
        const replay::World world = replay.at(replay.last());
        const words::Language language;
        const Drawing drawing = stage({replay, world, replay.last(), language, {}, {}, false, 0, false}, {900, 380});
        QVERIFY(recording::part_of(drawing, "more clients"));
        QVERIFY(recording::part_of(drawing, "thread 5"));
        QVERIFY(recording::part_of(drawing, "thread 6"));
    }

    void a_terminal_stands_beside_the_sockets()
    {
        recording::Maker maker;
        maker.thread("server", recording::Part::server);
        const uint16_t keyboard = maker.thread("keyboard", recording::Part::control);
        maker.lines(R"(
            1       server    thread_begin()
            2       server    terminal_opened(5, 0) = 0
            3       server    terminal_opened(5, 1) = 1
            4       server    terminal_opened(5, 2) = 2
            10..11  server    socket(AF_INET, SOCK_STREAM) = 3
            20..21  keyboard  typed(0, 4) = 4 "abc\n"
            30..31  keyboard  typed(0, 2) = 2 "de"
            40..41  server    read(0, 100) = 4 "abc\n"
            50      server    close(0) = 0
            51      server    close(1) = 0
            52      server    close(2) = 0
        )");
        maker.take().threads[keyboard].job = trace::Job::keyboard;
        const replay::Replay replay(maker.trace);
        const words::Language language(QStringLiteral("en"));
        const auto at = [&](Call call, int fd) {
            size_t number = 0;
            while (replay.trace().events()[number].call != call || replay.trace().events()[number].fd != fd)
                ++number;
            const replay::Instant instant = replay.step(number);
            const replay::World world = replay.at(instant);
            return stage({replay, world, instant, language, {}, {}, false, 0, false}, {900, 420});
        };
        const Drawing typed = at(Call::typed, -1); // the first
        QVERIFY(recording::part_of(typed, "standard 0"));
        const QString words = recording::all_words(typed);
        for (const char *word : {"fd 0 1 2", "terminal /dev/pts/5", "4 bytes waiting", "fd 3"})
            QVERIFY2(words.contains(word), word);
        const Drawing taken = at(Call::read, 0);
        QCOMPARE(words_of(taken, "to buffer words"), "2 copy");
        QVERIFY(recording::all_words(taken).contains("2 bytes more without Enter"));
        QVERIFY(recording::all_words(at(Call::close, 0)).contains("fd 1 2"));
        QVERIFY(!recording::all_words(at(Call::close, 2)).contains("/dev/pts"));
    }

    void five_hundred_sockets_are_summed_up()
    {
        const Lesson7 lesson;
        const replay::Instant instant = lesson.replay->last();
        replay::World world = lesson.replay->at(instant);
        const auto server_end = std::ranges::find(world.sockets, 5, &replay::Socket::fd);
        QVERIFY(server_end != world.sockets.end());
        replay::Socket socket = *server_end;
        for (int i = 0; i < 500; ++i) {
            socket.fd = 6 + i;
            socket.outside = true;
            socket.peer = socket.peer_thread = -1;
            socket.peer_port = uint16_t(50000 + i);
            socket.receive_bytes = i == 400 ? std::optional<int64_t>(77) : std::nullopt;
            world.sockets.push_back(socket);
        }
        for (const char *code : {"en", "vi"}) {
            const words::Language language(QString::fromLatin1(code));
            for (const QSizeF size : {QSizeF(900, 420), QSizeF(1800, 1100)}) {
                const Drawing drawing =
                    stage({*lesson.replay, world, instant, language, {}, {}, false, 0, false}, size);
                QVERIFY(recording::part_of(drawing, "socket 3"));
                QVERIFY(recording::part_of(drawing, "socket 406")); // bytes wait there
                QVERIFY(recording::part_of(drawing, "more sockets"));
                QVERIFY(recording::part_of(drawing, "more clients"));
                QVERIFY2(recording::faults(drawing).isEmpty(), qPrintable(recording::faults(drawing).join('\n')));
            }
        }
    }

    void it_is_well_laid_out_data()
    {
        QTest::addColumn<QString>("code");
        QTest::addColumn<qreal>("factor");
        for (const char *code : {"en", "vi"})
            for (const qreal factor : {0.5, 0.8, 1.0, 1.7, 4.0})
                QTest::addRow("%s %g", code, factor) << QString(code) << factor;
    }
    void it_is_well_laid_out()
    {
        QFETCH(QString, code);
        QFETCH(qreal, factor);
        const Lesson7 lesson;
        for (replay::Instant at = lesson.replay->first();; at = lesson.replay->next(at)) {
            const Drawing drawing = stage_at(lesson, at, QSizeF(900, 420) * factor, code.toLatin1().constData());
            const QStringList faults = recording::faults(drawing);
            QVERIFY2(faults.isEmpty(), qPrintable(faults.join('\n')));
            if (lesson.replay->next(at) == at)
                break;
        }
    }
};

ROOM_TEST(StageTest)
#include "stage.moc"
