// SPDX-License-Identifier: MIT
// client_FD[] in the deck's states: slots, owners, the change just made.
#include "lesson7.h"
#include "looks.h"

#include "room.h"

#include <QRegularExpression>

#include <sys/socket.h>

using namespace figures;
using recording::Lesson7;
using recording::words_of;
using trace::Call;

namespace {

Drawing table_at(const Lesson7 &lesson, replay::Instant instant, QSizeF size = {380, 284}, const char *code = "en")
{
    const words::Language language(QString::fromLatin1(code));
    const replay::World world = lesson.replay->at(instant);
    return client_table({*lesson.replay, world, instant, language, {}, {}, false, 0, false}, size);
}

} // namespace

class ClientTableTest : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void a_slot_is_taken()
    {
        const Lesson7 lesson;
        const Drawing drawing = table_at(lesson, lesson.after(Lesson7::server, Call::table_assigned, 1));
        QCOMPARE(words_of(drawing, "slot client_FD 0 value"), "4");
        QCOMPARE(words_of(drawing, "slot client_FD 1 value"), "-1");
        QCOMPARE(words_of(drawing, "slot client_FD 1 who"), "free");
        QCOMPARE(words_of(drawing, "slot client_FD 1023 value"), "-1");
        QVERIFY(words_of(drawing, "slot client_FD 0 who").contains("client 1"));
        QCOMPARE(words_of(drawing, "slot change"), "new");
        QCOMPARE(recording::shape_of(drawing, "slot client_FD 0")->stroke, Ink::changed);
    }

    void a_slot_is_freed_and_the_other_stays()
    {
        const Lesson7 lesson;
        const Drawing drawing = table_at(lesson, lesson.after(Lesson7::server, Call::table_assigned, 3));
        QCOMPARE(words_of(drawing, "slot client_FD 0 value"), "-1");
        QCOMPARE(words_of(drawing, "slot client_FD 1 value"), "5");
        QVERIFY(words_of(drawing, "slot client_FD 1 who").contains("client 2"));
        QCOMPARE(words_of(drawing, "slot change"), "freed");
    }

    void a_change_is_news_for_one_step_only()
    {
        const Lesson7 lesson;
        const Drawing drawing = table_at(lesson, lesson.after(Lesson7::server, Call::number_assigned, 1));
        QCOMPARE(words_of(drawing, "slot client_FD 0 value"), "4");
        QVERIFY(!recording::shape_of(drawing, "slot change"));
    }

    void every_slot_says_what_it_is()
    {
        const Lesson7 lesson;
        const Drawing drawing = table_at(lesson, lesson.after(Lesson7::server, Call::table_assigned, 1));
        QVERIFY(recording::part_of(drawing, "slot client_FD 0")->sentence.contains('4'));
        QVERIFY(recording::part_of(drawing, "slot client_FD 1023"));
    }

    void of_five_hundred_the_one_changed_is_shown()
    {
        const Lesson7 lesson;
        const replay::Instant instant = lesson.after(Lesson7::server, Call::table_assigned, 1);
        replay::World world = lesson.replay->at(instant);
        world.tables[0].values.clear();
        for (int slot = 0; slot < 500; ++slot)
            world.tables[0].values.push_back(slot + 4);
        world.tables[0].changed = 321;
        const words::Language language;
        const Drawing drawing =
            client_table({*lesson.replay, world, instant, language, {}, {}, false, 0, false}, {380, 284});
        QCOMPARE(words_of(drawing, "slot client_FD 321 value"), "325");
        QCOMPARE(words_of(drawing, "slot change"), "new");
        QVERIFY2(recording::faults(drawing).isEmpty(), qPrintable(recording::faults(drawing).join('\n')));
    }

    // Before it has asked for a client nobody can know whether it will keep a table.
    void a_server_without_a_table_says_so_once_it_asks_for_a_client()
    {
        const words::Language language;
        const auto words = [&](Call asks, int type = SOCK_STREAM) {
            recording::Maker maker;
            const uint16_t server = maker.thread("server", recording::Part::server);
            maker.lines("1000..2000 server socket(AF_INET, %d) = 3", type);
            if (asks != Call::count_)
                maker.call(server, asks, 3'000, 4'000, 3, 4);
            const replay::Replay replay(maker.take());
            const replay::World world = replay.at(replay.last());
            return recording::all_words(client_table({replay, world, replay.last(), language, {}, {}, false, 0, false}, {380, 284}));
        };
        QVERIFY(words(Call::count_).contains(QLatin1String("yet")));
        QVERIFY(words(Call::accept).contains(QLatin1String("one at a time")));
        QVERIFY(words(Call::epoll_create1).contains(QLatin1String("interest list")));
        QVERIFY(words(Call::count_, SOCK_DGRAM).contains(QLatin1String("one socket")));
    }

    void it_is_well_laid_out_data()
    {
        QTest::addColumn<QString>("code");
        QTest::addColumn<qreal>("factor");
        for (const char *code : {"en", "vi"})
            for (const qreal factor : {0.5, 0.7, 1.0, 1.6, 4.0})
                QTest::addRow("%s %g", code, factor) << QString(code) << factor;
    }
    void it_is_well_laid_out()
    {
        QFETCH(QString, code);
        QFETCH(qreal, factor);
        const Lesson7 lesson;
        for (size_t i = 0; i < lesson.replay->trace().events().size(); ++i) {
            const Drawing drawing =
                table_at(lesson, lesson.replay->step(i), QSizeF(380, 284) * factor, code.toLatin1().constData());
            const QStringList faults = recording::faults(drawing);
            QVERIFY2(faults.isEmpty(), qPrintable(faults.join('\n')));
        }
    }
};

ROOM_TEST(ClientTableTest)
#include "client_table.moc"
