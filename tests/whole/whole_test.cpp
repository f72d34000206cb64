// SPDX-License-Identifier: MIT
// Whatever is said at an instant, the recording's later facts never contradict: by the World, its JSON, the words in both languages and the
// stage, at every step of stored recordings, of every lesson's script on servers that take it, and of scripts made by chance.
// The scripts are the same each time, SEED=n plays others, SEED=any some that nobody has seen; WHOLE=all plays every script on every server; WHOLE=n that many scripts by chance.
#include "room.h"
#include "whole/played.h"
#include "whole/sentences.h"
#include "whole/told.h"

#include "archive/iotrace.h"
#include "calls/contradictions.h"
#include "lessons/catalogue.h"
#include "servers/server.h"
#include "words/contradictions.h"

#include <QDirIterator>
#include <QElapsedTimer>

#include <random>

using namespace whole;

class WholeTest : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void the_program_has_these_sentences();
    void numbers_are_read_in_both_languages();
    void stored_recordings_data();
    void stored_recordings();
    void lessons_data();
    void lessons();
    void by_chance_data();
    void by_chance();
    void cleanupTestCase();

private:
    void hold(const trace::Trace &trace, const QString &of);

    Catalogue m_catalogue;
    QTemporaryDir m_folder;
    uint32_t m_seed = 0;
    bool m_all = false;
    int m_scripts = 40, m_played = 0, m_moments = 0;
};

void WholeTest::initTestCase()
{
    m_all = qEnvironmentVariable("WHOLE") == QLatin1String("all");
    if (const int scripts = qEnvironmentVariableIntValue("WHOLE"))
        m_scripts = scripts;
    const QString seed = qEnvironmentVariable("SEED", QStringLiteral("20261129"));
    m_seed = seed == u"any" ? std::random_device()() % 1'000'000 : seed.toUInt();
    qInfo("SEED=%u", m_seed);
}

void WholeTest::the_program_has_these_sentences()
{
    for (const Sentence &one : sentences())
        QVERIFY2(m_catalogue.knows(QString::fromUtf8(one.source)), one.source);
}

void WholeTest::numbers_are_read_in_both_languages()
{
    QCOMPARE(numbers("en", "1,234 bytes in 2.41 ms of {3, 4}"), numbers("vi", "{3, 4}: 1.234 byte trong 2,41 ms"));
    QVERIFY(numbers("en", "1,234") != numbers("vi", "1,234"));
    const auto said = m_catalogue.read("en", "1,234 bytes are still in the receive buffer. Descriptor 5 is closed, and its number is free again.");
    QVERIFY(said && said->size() == 2);
    QCOMPARE(said->front().n, 1234);
    QCOMPARE(said->back().number(1), 5);
    QVERIFY(!m_catalogue.read("en", "1,234 bytes are still somewhere."));
}

void WholeTest::hold(const trace::Trace &trace, const QString &of)
{
    const auto contradictions = calls::contradictions(trace);
    QVERIFY2(contradictions.empty(), qPrintable(of + ": " + words::contradictions(words::Language(), trace, contradictions)));
    const replay::Replay replay(trace);
    const Hindsight later(trace);
    Contradictions wrong;
    const size_t many = trace.events().size() / 400 + 1; // the stage of a long recording is drawn at some steps only
    size_t steps = 0;
    replay::Instant instant = replay.first();
    for (replay::Instant next = replay.next(instant); next != instant; next = replay.next(instant), ++steps) {
        instant = next;
        const Told now = told(replay, later, m_catalogue, instant, steps % many == 0);
        for (const auto check : {sleeping, readiness, bytes, queues, endings, results, agreement, languages})
            check(now, wrong);
    }
    m_moments += int(steps);
    if (!wrong.all().isEmpty() && qEnvironmentVariableIsSet("KEEP"))
        archive::save(trace, qEnvironmentVariable("KEEP") + QStringLiteral("/%1.iotrace").arg(QString::fromUtf8(QTest::currentDataTag()).replace(u' ', u'_')));
    QVERIFY2(wrong.all().isEmpty(), qPrintable(of + u'\n' + wrong.all().mid(0, 12).join(u'\n')));
}

void WholeTest::stored_recordings_data()
{
    QTest::addColumn<QString>("path");
    QDirIterator entries(STORED_RECORDINGS, {"*.iotrace"});
    while (entries.hasNext()) {
        const QString path = entries.next();
        QTest::newRow(qPrintable(QFileInfo(path).completeBaseName())) << path;
    }
}

void WholeTest::stored_recordings()
{
    QFETCH(QString, path);
    std::unique_ptr<trace::Trace> trace;
    QVERIFY(archive::open(path, trace));
    hold(*trace, path);
}

void WholeTest::lessons_data()
{
    QTest::addColumn<QString>("server");
    QTest::addColumn<QString>("script");
    std::mt19937 random(m_seed);
    constexpr uint32_t one_in = 20; // of the servers that are not the script's own
    for (const lessons::Lesson &lesson : lessons::all())
        for (const servers::Server &server : servers::all())
            if (const bool drawn = random() % one_in == 0; m_all || drawn || server.name == lesson.server) {
                const QString name = QString::fromUtf8(server.name.data(), qsizetype(server.name.size()));
                QTest::addRow("%s on %s", lesson.name, qPrintable(name)) << name << QString::fromUtf8(lesson.name);
            }
}

void WholeTest::lessons()
{
    QFETCH(QString, server);
    QFETCH(QString, script);
    const auto trace = played(server, script);
    if (!trace)
        return; // this server does not take it
    ++m_played;
    hold(*trace, script + " on " + server);
}

void WholeTest::by_chance_data()
{
    QTest::addColumn<QString>("server");
    QTest::addColumn<uint>("seed");
    const auto servers = servers::all();
    for (uint i = 0; i < uint(m_scripts); ++i) {
        const auto &server = servers[i % servers.size()];
        const QString name = QString::fromUtf8(server.name.data(), qsizetype(server.name.size()));
        QTest::addRow("%s by chance %u", qPrintable(name), m_seed + i) << name << m_seed + i;
    }
}

void WholeTest::by_chance()
{
    QFETCH(QString, server);
    QFETCH(uint, seed);
    const std::string text = random_script(seed, *servers::named(server.toStdString()));
    QFile file(m_folder.filePath("script.txt"));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(text.data(), qint64(text.size())) == qint64(text.size()));
    file.close();
    const auto trace = played(server, file.fileName());
    QVERIFY(trace);
    ++m_played;
    hold(*trace, QString::fromStdString(text));
}

void WholeTest::cleanupTestCase()
{
    qInfo("%d runs, %d moments", m_played, m_moments);
}

ROOM_TEST(WholeTest)
#include "whole_test.moc"
