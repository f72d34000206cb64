// SPDX-License-Identifier: MIT
// select() on all three sets: what was asked and answered is readable, and the stage shows who waits for room and where urgent data
// waits.
#include "looks.h"
#include "recording.h"

#include "room.h"

#include <QRegularExpression>

#include <memory>
#include <sys/socket.h>

using namespace figures;
using recording::words_of;
using trace::Call;

namespace {

// The server has one client, descriptor 4, and waits for room; meanwhile an urgent byte comes.
class AllSets {
public:
    AllSets()
    {
        const uint16_t server = m_maker.thread("server", recording::Part::server, {"readfds", "writefds", "exceptfds"});
        const uint16_t client = m_maker.thread("client 1", recording::Part::client);
        m_maker.event(server, Call::socket, 10, 20, -1, 3).flags = SOCK_STREAM;
        m_maker.event(server, Call::bind, 30, 40, 3);
        m_maker.event(server, Call::listen, 50, 60, 3).length = 128;
        m_maker.event(server, Call::getsockname, 70, 80, 3).length = 7000;
        m_maker.event(client, Call::socket, 90, 100, -1, 3).flags = SOCK_STREAM;
        m_maker.event(client, Call::connect, 110, 120, 3).length = 7000;
        m_maker.event(client, Call::getsockname, 130, 140, 3).length = 50001;
        m_maker.event(server, Call::accept, 150, 160, 3, 4).length = 50001;
        for (const auto &[set, fd] : {std::pair(0, 3), {1, 4}, {2, 4}}) {
            m_maker.event(server, Call::fd_zero, 170, 170).flags = uint32_t(set);
            m_maker.event(server, Call::fd_set, 180, 180, fd).flags = uint32_t(set);
        }
        trace::Event &select = m_maker.event(server, Call::select, 200, 900, 5, 2);
        select.length = -1;
        select.flags = trace::select_flags::passed(0, 1, 2) | trace::payload_elsewhere;
        select.words[0] = uint64_t(-6); // those before what the batch brings
        select.words[1] = 6;
        m_maker.event(client, Call::send, 400, 500, 3, 1).flags = MSG_OOB;
        m_maker.trace.words = {8, 16, 16, 0, 16, 16};
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
