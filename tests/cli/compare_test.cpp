// SPDX-License-Identifier: MIT
// iomodels compare: table, JSON, CSV and recordings tell the same; wrong usage and signals end it with a sentence.
#include "archive/iotrace.h"
#include "cli/program.h"
#include "replay/measures/measure.h"
#include "room.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QRegularExpression>
#include <QTemporaryDir>

#include <algorithm>
#include <cmath>
#include <csignal>

using program::run;

class CompareTest : public QObject {
    Q_OBJECT
private slots:
    void init() { QTest::failOnWarning(QRegularExpression(".*")); }
    void the_table_shows_the_medians_of_the_csv();
    void the_table_tells_of_a_slowed_model();
    void json_and_csv_agree();
    void recordings_are_those_that_were_measured();
    void marks_of_single_runs_are_named_where_there_are_some();
    void the_same_seed_gives_the_same_order();
    void vietnamese();
    void wrong_usage_is_explained_data();
    void wrong_usage_is_explained();
    void a_signal_ends_it_early();
    void too_few_descriptors_are_noted();
    void an_unwritable_file_is_explained();

private:
    QString file(const QString &name) const { return m_folder.filePath(name); }
    // The lines of a CSV, each by its heads.
    QList<QMap<QString, QString>> csv(const QString &path) const;
    QTemporaryDir m_folder;
};

namespace {

const QStringList small{"compare", "--models", "blocking,nonblocking:1,select", "--messages", "3", "--pace", "1",
                        "--repeat", "3"};

// The middle one of the runs of `model`.
qint64 median(const QList<QMap<QString, QString>> &runs, const QString &model, const QString &measure)
{
    QList<qint64> values;
    for (const auto &one : runs)
        if (one["model"] == model)
            values += one[measure].toLongLong();
    std::ranges::sort(values);
    return values.value((values.size() - 1) / 2, -1);
}

// "12.3–45.6 µs": the larger.
double nanoseconds(const QString &cell)
{
    const QStringList words = cell.trimmed().split(QChar::Nbsp);
    const QMap<QString, double> units{{"ns", 1}, {"µs", 1e3}, {"ms", 1e6}, {"s", 1e9}};
    return words.value(words.size() - 2).section(QStringLiteral("–"), -1).toDouble() * units.value(words.last());
}

} // namespace

QList<QMap<QString, QString>> CompareTest::csv(const QString &path) const
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QStringList lines = QString::fromUtf8(file.readAll()).split("\r\n", Qt::SkipEmptyParts);
    const QStringList heads = lines.takeFirst().split(',');
    QList<QMap<QString, QString>> all;
    for (const QString &line : lines) {
        const QStringList cells = line.split(',');
        QMap<QString, QString> one;
        for (qsizetype i = 0; i < heads.size(); ++i)
            one[heads[i]] = cells.value(i);
        all += one;
    }
    return all;
}

void CompareTest::the_table_shows_the_medians_of_the_csv()
{
    const auto answer = run(small + QStringList{"--csv", file("a.csv")});
    QCOMPARE(answer.err, QByteArray());
    QCOMPARE(answer.code, 0);
    const auto runs = csv(file("a.csv"));
    QCOMPARE(runs.size(), 9);
    const QStringList lines = QString::fromUtf8(answer.out).split('\n');
    const auto row = [&](const QString &title) {
        for (const QString &line : lines)
            if (line.startsWith(title))
                return line.mid(title.size()).split(QRegularExpression(" {2,}"), Qt::SkipEmptyParts);
        return QStringList();
    };
    for (const auto &[model, title] : {std::pair("blocking", "Blocking I/O  "), std::pair("select", "I/O multiplexing: select()")}) {
        const QStringList cells = row(title);
        QCOMPARE(cells.size(), 12);
        QCOMPARE(cells[0].trimmed().remove(','), QString::number(median(runs, model, "system_calls")));
        QCOMPARE(cells[1].trimmed(), QString::number(median(runs, model, "failed_polls")));
        QCOMPARE(cells[3].trimmed(), QString::number(median(runs, model, "voluntary_switches")));
        QCOMPARE(cells[11].trimmed(), QString::number(median(runs, model, "descriptors")));
    }
}

void CompareTest::the_table_tells_of_a_slowed_model()
{
    const auto answer = run({"compare", "--models", "nonblocking:1,nonblocking:20", "--messages", "3", "--pace", "1", "--repeat", "1",
                             "--csv", file("slow.csv")});
    QCOMPARE(answer.code, 0);
    const auto runs = csv(file("slow.csv"));
    QList<QStringList> rows;
    for (const QString &line : QString::fromUtf8(answer.out).split('\n'))
        if (line.startsWith("Non-blocking I/O, pause"))
            rows += line.split(QRegularExpression(" {2,}"), Qt::SkipEmptyParts).mid(1);
    QCOMPARE(rows.size(), 2);
    for (const auto &[model, cells] : {std::pair("nonblocking:1", rows[0]), std::pair("nonblocking:20", rows[1])}) {
        QCOMPARE(cells.size(), 12);
        const std::pair<int, const char *> times[] = {{6, "latency_median_ns"}, {7, "latency_worst_ns"},
                                                      {8, "planned_latency_median_ns"}, {9, "planned_latency_worst_ns"}};
        for (const auto &[column, measure] : times) {
            const double measured = double(median(runs, model, measure));
            QVERIFY2(std::abs(nanoseconds(cells[column]) / measured - 1) < 0.01, qPrintable(cells[column]));
        }
    }
    // Its client sends as soon as it has an answer, and the server has just begun to sleep.
    QVERIFY(median(runs, "nonblocking:20", "latency_median_ns") > 10'000'000);
}

void CompareTest::json_and_csv_agree()
{
    const auto answer = run(small + QStringList{"--json", "--csv", file("b.csv")});
    QCOMPARE(answer.code, 0);
    const auto objects = program::objects(answer.out);
    QCOMPARE(objects.size(), 1);
    const auto runs = csv(file("b.csv"));
    const QJsonArray models = objects[0]["models"].toArray();
    QCOMPARE(models.size(), 3);
    qsizetype compared = 0;
    for (const QJsonValue model : models)
        for (const QJsonValue value : model["runs"].toArray()) {
            const QJsonObject one = value.toObject();
            const auto same = std::ranges::find_if(runs, [&](const auto &line) {
                return line["model"] == model["model"].toString() && line["round"].toInt() == one["round"].toInt();
            });
            QVERIFY(same != runs.end());
            for (const QString &key : one.keys()) {
                QVERIFY2(same->contains(key), qPrintable(key));
                QCOMPARE(same->value(key), one[key].isNull() ? QString() : QString::number(one[key].toInteger()));
            }
            ++compared;
        }
    QCOMPARE(compared, 9);
    for (const QJsonValue model : models) {
        const QString name = model["model"].toString();
        QCOMPARE(model["summary"]["cpu_ns"]["median"].toInteger(), median(runs, name, "cpu_ns"));
        QCOMPARE(model["runs"][0]["messages"].toInt(), 3);
        QCOMPARE(model["runs"][0]["taken"].toInt(), 3);
    }
}

void CompareTest::recordings_are_those_that_were_measured()
{
    const auto answer = run(small + QStringList{"--json", "--save-traces", file("traces")});
    QCOMPARE(answer.code, 0);
    QCOMPARE(QDir(file("traces")).entryList(QDir::Files).size(), 9);
    QVERIFY(QFile::exists(file("traces/nonblocking-1-3.iotrace")));
    qint64 calls = 0; // in its source this server has no other steps
    for (const QJsonObject &event : program::objects(run({"show", file("traces/blocking-2.iotrace"), "--json"}).out))
        if (event["thread"] == "server" && event["source"].isString())
            calls += event["count"].toInteger();
    const QJsonValue model = program::objects(answer.out).value(0)["models"][0];
    QCOMPARE(model["model"].toString(), "blocking");
    QCOMPARE(model["runs"][1]["round"].toInt(), 2);
    QCOMPARE(model["runs"][1]["system_calls"].toInteger(), calls);

    std::unique_ptr<trace::Trace> saved; // every figure follows from what was saved
    QVERIFY(archive::open(file("traces/blocking-2.iotrace"), saved));
    const replay::Measured again = replay::measured(replay::Replay(*saved));
    QVERIFY(again.of(replay::Measure::planned_median));
    for (size_t i = 0; i < replay::measures; ++i) {
        const auto measure = replay::Measure(i);
        const QJsonValue said = model["runs"][1][QString::fromUtf8(replay::name(measure).data())];
        QCOMPARE(said, again.of(measure) ? QJsonValue(qint64(*again.of(measure))) : QJsonValue());
    }
}

void CompareTest::marks_of_single_runs_are_named_where_there_are_some()
{
    for (const int runs : {1, 2}) {
        const auto answer = run({"compare", "--models", "blocking", "--messages", "3", "--pace", "1", "--repeat", QString::number(runs),
                                 "-o", file("a.svg")});
        QCOMPARE(answer.code, 0);
        QFile picture(file("a.svg"));
        QVERIFY(picture.open(QIODevice::ReadOnly));
        const QByteArray text = picture.readAll();
        QVERIFY(text.contains("The picture shows one message"));
        QCOMPARE(text.contains("single runs"), runs > 1);
    }
}

void CompareTest::the_same_seed_gives_the_same_order()
{
    const auto order = [&] {
        return program::objects(run(small + QStringList{"--json", "--seed", "5"}).out).value(0)["order"].toArray();
    };
    const QJsonArray once = order();
    QCOMPARE(once.size(), 9);
    QCOMPARE(order(), once);
}

void CompareTest::vietnamese()
{
    const auto answer = run(small + QStringList{"--lang", "vi"});
    QCOMPARE(answer.code, 0);
    const QString text = QString::fromUtf8(answer.out);
    for (const char *words : {"lời gọi hệ thống", "số luồng"})
        QVERIFY2(text.contains(QString::fromUtf8(words)), qPrintable(text));
    for (const char *words : {"system calls", "unknown", "Clients"})
        QVERIFY2(!text.contains(words), words);
}

void CompareTest::wrong_usage_is_explained_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<QByteArray>("says");
    QTest::newRow("model") << QStringList{"--models", "select,qubes"} << QByteArray("There is no model \"qubes\"");
    QTest::newRow("variant") << QStringList{"--models", "select:2"} << QByteArray("There is no model \"select:2\"");
    QTest::newRow("empty") << QStringList{"--models", ""} << QByteArray("There is no model \"\"");
    QTest::newRow("clients") << QStringList{"--clients", "0"} << QByteArray("1 to 1,000 clients");
    QTest::newRow("many clients") << QStringList{"--clients", "99999999999"} << QByteArray("1 to 1,000 clients");
    QTest::newRow("no number") << QStringList{"--clients", "two"} << QByteArray("--clients takes a whole number");
    QTest::newRow("bytes") << QStringList{"--bytes", "1048577"} << QByteArray("1 to 1,048,576 bytes");
    QTest::newRow("repeat") << QStringList{"--repeat", "0"} << QByteArray("1 to 100 times");
    QTest::newRow("pace") << QStringList{"--pace", "0"} << QByteArray("Messages can come every");
    QTest::newRow("no pace") << QStringList{"--pace", "nan"} << QByteArray("takes a number of milliseconds");
    QTest::newRow("arrivals") << QStringList{"--arrivals", "often"} << QByteArray("paced or bursty");
    QTest::newRow("both") << QStringList{"--arrivals", "bursty", "--pace", "4"} << QByteArray("A burst has no pace");
    QTest::newRow("burst") << QStringList{"--arrivals", "bursty", "--bytes", "1048576"} << QByteArray("wait for each other forever");
    QTest::newRow("argument") << QStringList{"select"} << QByteArray("one too many");
}

void CompareTest::wrong_usage_is_explained()
{
    QFETCH(const QStringList, words);
    QFETCH(const QByteArray, says);
    const auto answer = run(QStringList{"compare"} + words);
    QCOMPARE(answer.code, 2);
    QCOMPARE(answer.out, QByteArray());
    QVERIFY2(answer.err.contains(says) && answer.err.count('\n') == 1, answer.err);
}

void CompareTest::a_signal_ends_it_early()
{
    QProcess process;
    program::prepare(process, {"compare", "--models", "blocking,select", "--pace", "1", "--repeat", "100", "--messages", "100",
                               "--save-traces", file("early")});
    process.start();
    // Once some runs are over.
    QTRY_VERIFY_WITH_TIMEOUT(QDir(file("early")).entryList(QDir::Files).size() >= 2, 20'000);
    ::kill(pid_t(process.processId()), SIGINT);
    QVERIFY(process.waitForFinished(20'000));
    QCOMPARE(process.exitStatus(), QProcess::NormalExit);
    QCOMPARE(process.exitCode(), 1);
    QVERIFY(process.readAllStandardError().contains("A signal ended the comparison early"));
    QVERIFY(process.readAllStandardOutput().contains("Blocking I/O"));
}

void CompareTest::too_few_descriptors_are_noted()
{
    const auto answer = program::shell(QStringLiteral("ulimit -n 12; \"$iomodels\" compare --models select --clients 10 --repeat 1"));
    QCOMPARE(answer.code, 0);
    QVERIFY2(answer.out.contains("EMFILE") && answer.out.contains("ulimit -n"), answer.out.constData());
}

void CompareTest::an_unwritable_file_is_explained()
{
    const auto answer = run(small + QStringList{"--csv", file("no folder/a.csv")});
    QCOMPARE(answer.code, 1);
    QVERIFY2(answer.err.contains("cannot be written"), answer.err);
    QVERIFY(answer.out.isEmpty()); // told before anything runs
}

ROOM_TEST(CompareTest)
#include "compare_test.moc"
