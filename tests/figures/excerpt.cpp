// SPDX-License-Identifier: MIT
// Which numbers are shown when there is no room for all.
#include "drawing/excerpt.h"
#include "room.h"

#include <QRegularExpression>

using drawing::excerpt;
using drawing::left_out;
using Places = std::vector<int>;

class ExcerptTest : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void all_are_shown_if_there_is_room()
    {
        QCOMPARE(excerpt(3, 3, {}), (Places{0, 1, 2}));
        QCOMPARE(excerpt(0, 3, {}), Places{});
    }

    void the_end_is_left_out_first()
    {
        QCOMPARE(excerpt(1024, 5, {}), (Places{0, 1, 2, 3, left_out}));
    }

    void what_is_wanted_is_shown_with_what_is_left_out_between()
    {
        const int wanted[] = {1023, 500};
        QCOMPARE(excerpt(1024, 7, wanted), (Places{0, 1, 2, left_out, 500, left_out, 1023}));
    }

    void a_stretch_of_one_is_shown_itself()
    {
        const int wanted[] = {4};
        QCOMPARE(excerpt(5, 4, wanted), (Places{0, 1, left_out, 4}));
        QCOMPARE(excerpt(100, 5, wanted), (Places{0, 1, left_out, 4, left_out}));
        QCOMPARE(excerpt(100, 6, wanted), (Places{0, 1, 2, 3, 4, left_out}));
        QCOMPARE(excerpt(100, 7, wanted), (Places{0, 1, 2, 3, 4, 5, left_out}));
    }

    void some_are_the_wanted_ones_and_the_lowest()
    {
        const int wanted[] = {7, 400, -3, 7, 5};
        QCOMPARE(drawing::some_of(10, 4, wanted), (Places{0, 1, 5, 7}));
        QCOMPARE(drawing::some_of(10, 1, wanted), Places{7});
        QCOMPARE(drawing::some_of(2, 9, wanted), (Places{0, 1}));
        QCOMPARE(drawing::some_of(10, 0, wanted), Places{});
    }

    void it_never_takes_more_places_than_there_are()
    {
        for (int capacity = 0; capacity < 40; ++capacity) {
            std::vector<int> wanted;
            for (int i = 0; i < 30; ++i)
                wanted.push_back((i * 389 + capacity) % 1100 - 20); // out of range, too
            const Places places = excerpt(1024, capacity, wanted);
            QVERIFY(int(places.size()) <= std::max(capacity, 0));
            int before = -1;
            for (const int place : places)
                if (place != left_out) {
                    QVERIFY(place > before && place < 1024);
                    before = place;
                }
        }
    }
};

ROOM_TEST(ExcerptTest)
#include "excerpt.moc"
