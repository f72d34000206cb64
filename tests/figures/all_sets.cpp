// SPDX-License-Identifier: MIT
// select() on all three sets: what was asked and answered is readable, and the stage shows who waits for room and where urgent data
// waits.
#include "looks.h"
#include "recording.h"

#include "room.h"

#include <QRegularExpression>

#include <memory>

using namespace figures;
using recording::words_of;

namespace {

// The server has one client, descriptor 4, and waits for room; meanwhile an urgent byte comes.
class AllSets {
public:
    AllSets()
    {
        m_maker.lines(R"(
            10..20    server    socket(AF_INET, SOCK_STREAM) = 3
            30..40    server    bind(3, :0) = 0
            50..60    server    listen(3, 128) = 0
            70..80    server    getsockname(3) = 0 :7000
            90..100   client 1  socket(AF_INET, SOCK_STREAM) = 3
            110..120  client 1  connect(3, :7000) = 0
            130..140  client 1  getsockname(3) = 0 :50001
            150..160  server    accept(3) = 4 :50001
            170       server    FD_ZERO(&readfds)
            170       server    FD_ZERO(&writefds)
            170       server    FD_ZERO(&exceptfds)
            180       server    FD_SET(3, &readfds)
            180       server    FD_SET(4, &writefds)
            180       server    FD_SET(4, &exceptfds)
            200..900  server    select(5, readfds {3}, writefds {4}, exceptfds {4}) = 2 {} {4} {4}
            400..500  client 1  send(3, 1, MSG_OOB) = 1
        )");
        trace::Trace &trace = m_maker.take();
        replay = std::make_unique<replay::Replay>(trace);
    }
    Drawing draw(Drawing (*figure)(const Scene &, QSizeF), int64_t time, QSizeF size, const char *code) const
    {
        const words::Language language(QString::fromLatin1(code));
        const replay::Instant instant = replay->at_time(recording::began + time);
        const replay::World world = replay->at(instant);
        return figure({*replay, world, instant, language, {}, {}, false, 0, false}, size);
    }
    std::unique_ptr<replay::Replay> replay;

private:
    recording::Maker m_maker;
};

QString row(const Drawing &drawing, const QString &id)
{
    QString bits;
    for (int bit = 0; bit < 8; ++bit)
        bits += words_of(drawing, QStringLiteral("bit %1 %2 value").arg(id).arg(bit));
    return bits;
}

} // namespace

class AllSetsTest : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void asked_and_answered()
    {
        const AllSets all;
        const Drawing drawing = all.draw(sets, 950, {1280, 720}, "en");
        QStringList rows;
        for (const Shape &shape : drawing.shapes)
            if (shape.id.startsWith("row "))
                rows += shape.id.mid(4);
        QCOMPARE(rows.size(), 9); // the variables, and both of each
        QStringList bits;
        for (const QString &id : rows)
            bits += row(drawing, id);
        QCOMPARE(bits.mid(3), (QStringList{"00010000", "00000000", "00001000", "00001000", "00001000", "00001000"}));
    }

    void it_is_well_laid_out_data()
    {
        QTest::addColumn<QString>("code");
        QTest::addColumn<QSizeF>("size");
        for (const char *code : {"en", "vi"})
            for (const QSizeF size : {QSizeF(1280, 720), QSizeF(640, 300), QSizeF(880, 380)})
                QTest::addRow("%s %g", code, size.width()) << QString(code) << size;
    }
    void it_is_well_laid_out()
    {
        QFETCH(QString, code);
        QFETCH(QSizeF, size);
        const AllSets all;
        for (const int64_t time : {190, 300, 450, 600, 950})
            for (const auto figure : {&sets, &stage, &crossing}) {
                const Drawing drawing = all.draw(*figure, time, size, code.toLatin1().constData());
                const QStringList faults = recording::faults(drawing);
                QVERIFY2(faults.isEmpty(), qPrintable(faults.join('\n')));
            }
    }

    void room_and_urgent_data_on_the_stage()
    {
        const AllSets all;
        QVERIFY(recording::all_words(all.draw(stage, 300, {900, 420}, "en")).contains("waits for room"));
        QVERIFY(!recording::shape_of(all.draw(stage, 300, {900, 420}, "en"), "urgent 4"));
        const Drawing come = all.draw(stage, 600, {900, 420}, "en");
        QVERIFY(recording::shape_of(come, "urgent 4"));
        QVERIFY(recording::all_words(come).contains("+ 1 urgent"));
        QVERIFY(recording::all_words(all.draw(stage, 950, {900, 420}, "en")).contains("room again"));
        QVERIFY(recording::all_words(all.draw(stage, 600, {900, 420}, "vi")).contains("+ 1 khẩn"));
    }
};

ROOM_TEST(AllSetsTest)
#include "all_sets.moc"
