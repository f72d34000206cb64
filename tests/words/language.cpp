// SPDX-License-Identifier: MIT
// Languages: texts, plurals, numbers, durations.
#include "room.h"
#include "words/language.h"

#include <QCoreApplication>
#include <QFile>
#include <QRegularExpression>
#include <QTranslator>

using words::Language;

class LanguageTest : public QObject {
    Q_OBJECT
private slots:
    void init() { QTest::failOnWarning(QRegularExpression(".*")); }
    void codes();
    void texts();
    void plurals();
    void numbers();
    void durations_data();
    void durations();
    void listings_are_in_the_program_data();
    void listings_are_in_the_program();
};

void LanguageTest::codes()
{
    QCOMPARE(Language("vi").code(), "vi");
    QCOMPARE(Language("en").code(), "en");
    QCOMPARE(Language("xx").code(), "en");
    QCOMPARE(Language("vi").locale().name(), "vi_VN");
    QCOMPARE(Language().locale().name(), "en_US");
}

void LanguageTest::texts()
{
    const Language vi("vi"), en("en");
    QCOMPARE(vi.say("Words", "asleep", "a thread's state"), "đang ngủ");
    QCOMPARE(en.say("Words", "asleep", "a thread's state"), "asleep");
    QCOMPARE(vi.say("Words", "there is no such text"), "there is no such text");
    // Qt's own texts that Qt has no Vietnamese for.
    QCOMPARE(vi.say("QPlatformTheme", "Cancel"), "Huỷ");
    // A copy outlives its original, and so does the translator.
    Language copy("en");
    {
        const Language other("vi");
        copy = other;
    }
    QCoreApplication::installTranslator(copy.translator());
    QCOMPARE(QCoreApplication::translate("Words", "asleep", "a thread's state"), "đang ngủ");
    QCoreApplication::removeTranslator(copy.translator());
}

void LanguageTest::plurals()
{
    const Language vi("vi"), en("en");
    QCOMPARE(en.bytes(0), "0 bytes");
    QCOMPARE(en.bytes(1), "1 byte");
    QCOMPARE(en.bytes(4096), "4,096 bytes");
    QCOMPARE(en.bytes(5'000'000'000), "5,000,000,000 bytes");
    QCOMPARE(vi.bytes(1), "1 byte");
    QCOMPARE(vi.bytes(4096), "4.096 byte");
    QCOMPARE(en.say("Figures", "%n free slots", nullptr, 1), "1 free slot");
    QCOMPARE(en.say("Figures", "%n free slots", nullptr, 1023), "1,023 free slots");
    QCOMPARE(vi.say("Figures", "%n free slots", nullptr, 1023), "1.023 ô trống");
}

void LanguageTest::numbers()
{
    const Language vi("vi"), en("en");
    QCOMPARE(en.number(qlonglong(1234567)), "1,234,567");
    QCOMPARE(vi.number(qlonglong(1234567)), "1.234.567");
    QCOMPARE(en.number(1234.5, 1), "1,234.5");
    QCOMPARE(vi.number(1234.5, 1), "1.234,5");
}

void LanguageTest::durations_data()
{
    QTest::addColumn<qint64>("ns");
    QTest::addColumn<QString>("en");
    QTest::addColumn<QString>("vi");
    const auto unbroken = [](const char *text) { return QString::fromUtf8(text).replace(' ', QChar(0xA0)); };
    const auto row = [&](qint64 ns, const char *en, const char *vi) {
        QTest::newRow(en) << ns << unbroken(en) << unbroken(vi);
    };
    row(0, "0 ns", "0 ns");
    row(850, "850 ns", "850 ns");
    row(999, "999 ns", "999 ns");
    row(1000, "1.00 µs", "1,00 µs");
    row(2'413'000, "2.41 ms", "2,41 ms");
    row(24'130'000, "24.1 ms", "24,1 ms");
    row(241'300'000, "241 ms", "241 ms");
    row(9'996, "10.0 µs", "10,0 µs");
    row(99'960, "100 µs", "100 µs");
    row(999'600, "1.00 ms", "1,00 ms");
    row(10'200'000'000, "10.2 s", "10,2 s");
    row(12'345'000'000'000, "12,345 s", "12.345 s");
    row(-2'413'000, "-2.41 ms", "-2,41 ms");
}

void LanguageTest::durations()
{
    QFETCH(qint64, ns);
    QTEST(Language("en").duration(ns), "en");
    QTEST(Language("vi").duration(ns), "vi");
}

void LanguageTest::listings_are_in_the_program_data()
{
    QTest::addColumn<QString>("path");
    for (const char *name :
         {"servers/select.cpp", "servers/blocking.cpp", "servers/listening_socket.cpp", "clients/client.cpp"})
        QTest::newRow(name) << QString::fromLatin1(name);
}

void LanguageTest::listings_are_in_the_program()
{
    QFETCH(QString, path);
    const Language language;
    QFile source(QStringLiteral(SOURCE_ROOT "/src/") + path);
    QFile listing(QStringLiteral(":/listings/") + path.section('/', 1));
    QVERIFY(source.open(QIODevice::ReadOnly));
    QVERIFY(listing.open(QIODevice::ReadOnly));
    QCOMPARE(listing.readAll(), source.readAll());
}

ROOM_TEST(LanguageTest)
#include "language.moc"
