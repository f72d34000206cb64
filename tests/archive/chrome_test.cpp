// SPDX-License-Identifier: MIT
// The Chrome trace, read back: every event on its thread's track, at its time, as long as it was.
#include "archive/iotrace.h"
#include "archive/json.h"
#include "recording.h"
#include "room.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>

#include <set>

using trace::Trace;

class ChromeTest : public QObject {
    Q_OBJECT
private slots:
    void init();
    void every_event_is_there_data();
    void every_event_is_there();
    void threads_are_named();
    void threads_without_a_number_have_tracks_of_their_own();
    void the_run_is_described();

private:
    QJsonObject exported(const Trace &trace);
    QTemporaryDir m_dir;
};

namespace {

// The events of one phase: "X", "B", "M".
std::vector<QJsonObject> of_phase(const QJsonObject &file, const char *phase)
{
    std::vector<QJsonObject> found;
    for (const QJsonValue event : file["traceEvents"].toArray())
        if (event["ph"].toString() == QLatin1String(phase))
            found.push_back(event.toObject());
    return found;
}

} // namespace

void ChromeTest::init()
{
    QTest::failOnWarning(QRegularExpression(".*"));
}

QJsonObject ChromeTest::exported(const Trace &trace)
{
    const QString path = m_dir.filePath("a.json");
    QFile file(path);
    if (!archive::export_chrome(trace, path) || !file.open(QIODevice::ReadOnly))
        return {};
    QJsonParseError error;
    const QJsonObject object = QJsonDocument::fromJson(file.readAll(), &error).object();
    return error.error == QJsonParseError::NoError ? object : QJsonObject();
}

void ChromeTest::every_event_is_there_data()
{
    QTest::addColumn<int>("more");
    QTest::newRow("one of everything") << 0;
    QTest::newRow("several thousand") << 5000;
}

void ChromeTest::every_event_is_there()
{
    QFETCH(int, more);
    const Trace trace = recording::busy(size_t(more));
    const QJsonObject file = exported(trace);
    const auto complete = of_phase(file, "X");
    QCOMPARE(complete.size(), trace.events().size() + 1); // and a poll that may still be repeated
    for (size_t i = 0; i < trace.events().size(); ++i) {
        const trace::Event &event = trace.events()[i];
        const QJsonObject &found = complete[i];
        QCOMPARE(found["tid"].toInt(), trace.threads[event.thread].tid);
        QCOMPARE(found["pid"].toInt(), 1);
        QCOMPARE(qRound64(found["ts"].toDouble() * 1000), event.begin - trace.run.began);
        QCOMPARE(qRound64(found["dur"].toDouble() * 1000), event.end - event.begin);
        const QJsonObject line = archive::event_json(trace, i), details = found["args"].toObject();
        QCOMPARE(found["name"], line["call"]);
        for (const char *key : {"seq", "result", "errno", "count", "source"})
            QCOMPARE(details[QLatin1String(key)], line[QLatin1String(key)]);
        const QJsonObject arguments = line["args"].toObject();
        for (auto argument = arguments.begin(); argument != arguments.end(); ++argument)
            QCOMPARE(details[argument.key()], argument.value());
    }
    const auto begun = of_phase(file, "B");
    QCOMPARE(begun.size(), trace.in_flight().size() - 1);
    QCOMPARE(begun[0]["name"].toString(), QString("recv"));
    QCOMPARE(qRound64(begun[0]["ts"].toDouble() * 1000), trace.in_flight()[0].begin - trace.run.began);
    QVERIFY(!begun[0].contains(QLatin1String("dur")));
    QCOMPARE(file["traceEvents"].toArray().size(), qsizetype(complete.size() + begun.size() + of_phase(file, "M").size()));
}

void ChromeTest::threads_are_named()
{
    const Trace trace = recording::everything();
    std::set<std::pair<int, QString>> names;
    QString process;
    for (const QJsonObject &event : of_phase(exported(trace), "M")) {
        if (event["name"] == QLatin1String("thread_name"))
            names.emplace(event["tid"].toInt(), event["args"]["name"].toString());
        if (event["name"] == QLatin1String("process_name"))
            process = event["args"]["name"].toString();
    }
    const std::set<std::pair<int, QString>> wanted{
        {4711, "server"}, {4712, "client 1"}, {4710, QString::fromUtf8("điều khiển")}};
    QCOMPARE(names, wanted);
    QVERIFY(process.contains(QLatin1String("select")));
}

void ChromeTest::threads_without_a_number_have_tracks_of_their_own()
{
    Trace trace = recording::everything();
    trace.threads[1].tid = trace.threads[2].tid = 0;
    std::set<int> tracks;
    for (const QJsonObject &event : of_phase(exported(trace), "M"))
        if (event["name"] == QLatin1String("thread_name"))
            tracks.insert(event["tid"].toInt());
    QCOMPARE(tracks.size(), 3u);
    QVERIFY(*tracks.begin() > 0);
}

void ChromeTest::the_run_is_described()
{
    const QJsonObject run = exported(recording::everything())["otherData"].toObject();
    QCOMPARE(run["server"].toString(), QString("select"));
    QCOMPARE(run["port"].toInt(), 40001);
    QCOMPARE(run["dropped_events"].toInt(), 3);
    QCOMPARE(run["stepped"].toBool(), true);
}

ROOM_TEST(ChromeTest)
#include "chrome_test.moc"
