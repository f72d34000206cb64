// SPDX-License-Identifier: MIT
// The Chrome trace, read back: every event on its thread's track, at its time, as long as it was.
#include "archive/iotrace.h"
#include "archive/json.h"
#include "recording.h"
#include "room.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRandomGenerator>
#include <QTemporaryDir>

#include <algorithm>
#include <map>
#include <set>

using trace::Trace;

Q_DECLARE_METATYPE(trace::Trace)

class ChromeTest : public QObject {
    Q_OBJECT
private slots:
    void init();
    void every_event_is_there_data();
    void every_event_is_there();
    void threads_are_named();
    void threads_without_a_number_have_tracks_of_their_own();
    void the_run_is_described();
    void slices_nest_data();
    void slices_nest();
    void what_lies_across_stands_beside();

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

namespace {

// An event of thread `thread`, `count` equal calls from `begin` to `end` µs after the beginning of time.
trace::Event between(trace::Call call, int64_t begin, int64_t end, uint32_t count = 1, uint16_t thread = 0)
{
    trace::Event event = recording::call(call, 4);
    event.begin = begin * 1000;
    event.end = end * 1000;
    event.count = count;
    event.thread = thread;
    return event;
}

Trace of(std::vector<trace::Event> events, std::vector<trace::Event> in_flight = {})
{
    Trace trace;
    std::ranges::stable_sort(events, {}, &trace::Event::end);
    trace::Batch batch{.events = std::move(events), .in_flight = std::move(in_flight), .in_flight_changed = true};
    batch.programs = {{"server", trace::Origin::listing, "nonblocking.cpp"}};
    batch.threads = {{"server", 0, trace::Job::main, 11, {}}, {"client 1", 0, trace::Job::main, 12, {}}};
    batch.thread_index = {0, 1};
    trace.append(std::move(batch));
    return trace;
}

// The slices that lie across another one of their track: neither inside it nor beside it.
QStringList across(const QJsonObject &file)
{
    struct Slice {
        qint64 begin, end;
        QString name;
    };
    std::map<int, std::vector<Slice>> tracks;
    for (const QJsonObject &event : of_phase(file, "X")) {
        const qint64 begin = qRound64(event["ts"].toDouble() * 1000);
        tracks[event["tid"].toInt()].push_back({begin, begin + qRound64(event["dur"].toDouble() * 1000), event["name"].toString()});
    }
    QStringList found;
    for (const auto &[track, slices] : tracks)
        for (const Slice &a : slices)
            for (const Slice &b : slices)
                if (a.begin < b.begin && b.begin < a.end && a.end < b.end)
                    found += a.name + " and " + b.name;
    return found;
}

} // namespace

void ChromeTest::slices_nest_data()
{
    using trace::Call;
    QTest::addColumn<Trace>("trace");
    QTest::newRow("one of everything") << recording::everything();
    QTest::newRow("polls in turn") << of({between(Call::accept, 10, 100, 500), between(Call::recv, 11, 101, 500), between(Call::recv, 12, 102, 500),
                                          between(Call::nanosleep, 20, 30), between(Call::send, 103, 104)});
    QTest::newRow("polls that begin one after the other") << of({between(Call::accept, 10, 100, 9), between(Call::recv, 50, 150, 9), between(Call::read, 120, 170, 9)});
    QTest::newRow("calls that overlap, as none can") << of({between(Call::recv, 10, 30), between(Call::send, 20, 40), between(Call::read, 25, 50)});
    QTest::newRow("polls that may be repeated") << of({between(Call::accept, 10, 100, 9), between(Call::send, 105, 110)},
                                                      {between(Call::recv, 50, 160, 9), between(Call::recv, 60, 170, 9)});
    Trace one_number = of({between(Call::recv, 10, 30), between(Call::send, 20, 40, 1, 1)});
    one_number.threads[1].tid = one_number.threads[0].tid;
    QTest::newRow("two threads of one number") << one_number;
    QRandomGenerator random(11);
    std::vector<trace::Event> any;
    for (int i = 0; i < 400; ++i) {
        const int64_t begin = random.bounded(300);
        any.push_back(between(Call::recv, begin, begin + random.bounded(40), 1 + random.bounded(2u), uint16_t(random.bounded(2))));
    }
    QTest::newRow("anything") << of(any);
}

void ChromeTest::slices_nest()
{
    QFETCH(Trace, trace);
    const QJsonObject file = exported(trace);
    QCOMPARE(across(file), QStringList());
    const size_t polled = size_t(std::ranges::count_if(trace.in_flight(), [](const trace::Event &event) { return event.end != 0; }));
    QCOMPARE(of_phase(file, "X").size(), trace.events().size() + polled);
    std::set<int> named;
    for (const QJsonObject &event : of_phase(file, "M"))
        if (event["name"] == QLatin1String("thread_name"))
            QVERIFY(named.insert(event["tid"].toInt()).second);
    for (const QJsonObject &event : of_phase(file, "X"))
        QVERIFY(named.contains(event["tid"].toInt()));
}

// A poll repeated between other calls gives way to them, and is still told to be the server's.
void ChromeTest::what_lies_across_stands_beside()
{
    using trace::Call;
    const QJsonObject file = exported(of({between(Call::accept, 10, 100, 500), between(Call::nanosleep, 20, 30), between(Call::recv, 200, 210, 9)}));
    std::map<QString, int> track;
    for (const QJsonObject &event : of_phase(file, "X"))
        track[event["name"].toString()] = event["tid"].toInt();
    QCOMPARE(track["nanosleep"], 11);
    QCOMPARE(track["recv"], 11); // in vain, but alone at its time
    QVERIFY(track["accept"] != 11);
    QStringList names;
    for (const QJsonObject &event : of_phase(file, "M"))
        if (event["name"] == QLatin1String("thread_name"))
            names += event["args"]["name"].toString();
    QCOMPARE(names, QStringList({"server", "server (2)", "client 1"}));
}

ROOM_TEST(ChromeTest)
#include "chrome_test.moc"
