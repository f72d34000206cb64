// SPDX-License-Identifier: MIT
// The book's figures 6.1 to 6.5 of a read: which one it is, where its phases are, one geometry for all.
#include "figures/comparison/six.h"
#include "lesson7.h"
#include "looks.h"
#include "room.h"

#include <QRegularExpression>

#include <cerrno>

using namespace figures;
using recording::all_words;
using recording::shape_of;

namespace {

// Two sockets are connected; then the client sends "abc" at 5 ms.
void connected(recording::Maker &maker, bool nonblocking)
{
    maker.thread("server", recording::Part::server);
    maker.thread("client 1", recording::Part::client);
    maker.lines(R"(
        10..20            server    socket(AF_INET, SOCK_STREAM) = 3
        30..40            server    listen(3, 128) = 0
        50..60            server    getsockname(3) = 0 :7000
        100..110          client 1  socket(AF_INET, SOCK_STREAM) = 3
        150..1'000'000    server    accept(3) = 4 :51344
        500'000..990'000  client 1  connect(3, :7000) = 0
        991'000..992'000  client 1  getsockname(3) = 0 :51344
    )");
    if (nonblocking)
        maker.lines("1'000'100..1'000'200 server fcntl(4, F_SETFL, O_NONBLOCK) = 0");
    maker.lines(R"(5'000'000..5'020'000 client 1 send(3, 3) = 3 "abc")");
}

trace::Trace &blocking(recording::Maker &maker)
{
    connected(maker, false);
    maker.lines(R"(1'001'000..5'040'000 server recv(4, 4096) = 3 "abc")");
    return maker.take();
}

trace::Trace &polling(recording::Maker &maker)
{
    connected(maker, true);
    maker.lines(R"(
        1'001'000..5'001'000  server  recv(4, 4096) = -1 EAGAIN × 2000
        5'022'000..5'025'000  server  recv(4, 4096) = 3 "abc"
    )");
    return maker.take();
}

trace::Trace &pausing(recording::Maker &maker)
{
    connected(maker, true);
    maker.lines(R"(
        1'001'000..1'002'000  server  recv(4, 4096) = -1 EAGAIN
        1'003'000..3'000'000  server  nanosleep(1'997'000) = 0
        3'001'000..3'002'000  server  recv(4, 4096) = -1 EAGAIN
        3'003'000..5'021'000  server  nanosleep(2'018'000) = 0
        5'022'000..5'025'000  server  recv(4, 4096) = 3 "abc"
    )");
    return maker.take();
}

trace::Trace &multiplexed(recording::Maker &maker)
{
    return recording::one_client(maker);
}

trace::Trace &at_once(recording::Maker &maker)
{
    connected(maker, false);
    maker.lines(R"(5'040'000..5'043'000 server recv(4, 4096) = 3 "abc")");
    return maker.take();
}

using Make = trace::Trace &(recording::Maker &);

Drawing drawn(const trace::Trace &trace, const char *code, QSizeF size = {1280, 720}, std::optional<replay::Instant> instant = {})
{
    const replay::Replay replay(trace);
    const words::Language language(QString::fromLatin1(code));
    const replay::Instant at = instant.value_or(replay.last());
    const replay::World world = replay.at(at);
    return phases({replay, world, at, language, {}, {}, false, 0, false}, size);
}

} // namespace

class PhasesTest : public QObject {
    Q_OBJECT

private slots:
    void who_pauses_is_told_from_who_does_not()
    {
        const words::Language language(QStringLiteral("en"));
        const auto how = [&](const trace::Trace &trace) {
            const auto row = six_row(language, replay::Replay(trace), {}, {});
            return row ? row->how : QString();
        };
        recording::Maker one, two;
        QCOMPARE(how(polling(one)), "asks again and again");
        QCOMPARE(how(pausing(two)), "asks, pauses, asks again");
    }

    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void the_read_says_whose_picture_it_is_data()
    {
        QTest::addColumn<Make *>("make");
        QTest::addColumn<QStringList>("said");
        QTest::newRow("asleep in the read") << &blocking << QStringList{"Figure 6.1 · Blocking I/O", "process blocks", "in recv()", "at most 40.0 µs", "0 to +20.0 µs", "= 3 \"abc\""};
        QTest::newRow("asking again and again") << &polling << QStringList{"Figure 6.2 · Non-blocking I/O", "2,000 polls in vain", "= -1 EAGAIN", "3 bytes in 3.00 µs", "4.00 ms"};
        QTest::newRow("asleep before the read") << &multiplexed << QStringList{"Figure 6.3 · I/O multiplexing", "in select()", "= 1 {4}", "3 bytes in 5.00 µs"};
        QTest::newRow("there already") << &at_once << QStringList{"A read that did not wait", "3 bytes in 3.00 µs"};
    }
    void the_read_says_whose_picture_it_is()
    {
        QFETCH(Make *, make);
        QFETCH(QStringList, said);
        recording::Maker maker;
        const trace::Trace &trace = make(maker);
        const QString words = all_words(drawn(trace, "en")).replace(QChar(QChar::Nbsp), u' ');
        for (const QString &one : said)
            QVERIFY2(words.contains(one), qPrintable(one + " | " + words));
        for (const char *code : {"en", "vi"})
            for (const QSizeF size : {QSizeF(1280, 720), QSizeF(960, 720)}) {
                const Drawing drawing = drawn(trace, code, size);
                QCOMPARE(drawing.size, size);
                const QStringList faults = recording::faults(drawing);
                QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
            }
    }

    void one_geometry_for_all()
    {
        recording::Maker one, two, three;
        const Drawing first = drawn(blocking(one), "en"), second = drawn(polling(two), "en"), third = drawn(multiplexed(three), "en");
        for (const char *what : {"kernel", "arrival"})
            for (const Drawing *other : {&second, &third})
                QCOMPARE(shape_of(*other, what)->rect, shape_of(first, what)->rect);
        for (const Drawing *other : {&second, &third})
            QCOMPARE(shape_of(*other, "phase 1")->rect.bottom(), shape_of(first, "phase 1")->rect.bottom());
        QCOMPARE(shape_of(second, "strip phase 1")->fill, Ink::running); // who polls does not sleep
        QCOMPARE(shape_of(third, "strip phase 1")->fill, Ink::waiting);
    }

    void the_strip_is_true()
    {
        recording::Maker maker;
        const Drawing drawing = drawn(blocking(maker), "en");
        const qreal wait = shape_of(drawing, "strip phase 1")->rect.width(), copy = shape_of(drawing, "strip phase 2")->rect.width();
        QVERIFY(qAbs(wait / copy - (5'000'000 - 1'001'000) / 40'000.) < 0.01);
    }

    void nothing_has_been_read_yet()
    {
        recording::Maker maker;
        const trace::Trace &trace = blocking(maker);
        const replay::Replay replay(trace);
        QVERIFY(all_words(drawn(trace, "en", {600, 400}, replay.first())).contains("there is none yet"));
    }
};

ROOM_TEST(PhasesTest)
#include "phases.moc"
