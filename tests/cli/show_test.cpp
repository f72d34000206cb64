// SPDX-License-Identifier: MIT
// iomodels show --at for every model: what poll(), epoll, io_uring and aio are at, as text and as JSON; a moment is found whichever
// thread made the call, and the thread is the one that did.
#include "cli/program.h"
#include "room.h"

#include <QFile>
#include <QJsonArray>
#include <QRegularExpression>
#include <QTemporaryDir>

#include <algorithm>

class ShowTest : public QObject {
    Q_OBJECT
private slots:
    void init() { QTest::failOnWarning(QRegularExpression(".*")); }
    void poll_is_told_entry_by_entry();
    void epoll_is_told();
    void io_uring_is_told();
    void requests_are_told_data();
    void requests_are_told();
    void each_thread_that_tells_has_its_own_number();
    void an_export_of_a_server_is_the_run_of_its_lesson();

private:
    // Records the script; false when that failed.
    bool record(const QString &server, const QByteArray &script, const QStringList &options = {});
    QJsonObject world(const QString &at);
    QByteArray text(const QString &at) { return program::run({"show", m_recording, "--at", at}).out; }

    QTemporaryDir m_folder;
    QString m_recording = m_folder.filePath("a.iotrace");
    QList<QJsonObject> m_events;
};

namespace {

const QByteArray talk = "client 1 connect\nclient 1 send \"abc\"\nwait client 1 received 3\n";

// That one of `array` whose fd it is.
QJsonObject of(const QJsonValue &array, int fd)
{
    for (const QJsonValue &one : array.toArray())
        if (one["fd"].toInt(-1) == fd)
            return one.toObject();
    return {};
}

} // namespace

bool ShowTest::record(const QString &server, const QByteArray &script, const QStringList &options)
{
    QFile file(m_folder.filePath("script.txt"));
    if (!file.open(QIODevice::WriteOnly) || file.write(script) != script.size())
        return false;
    file.close();
    const auto answer = program::run(QStringList{"run", server, "--script", file.fileName(), "--save", m_recording, "--json"} + options);
    m_events = program::objects(answer.out);
    return answer.code == 0 && !m_events.isEmpty();
}

QJsonObject ShowTest::world(const QString &at)
{
    return program::objects(program::run({"show", m_recording, "--at", at, "--json"}).out).value(0);
}

void ShowTest::poll_is_told_entry_by_entry()
{
    QVERIFY(record("poll", talk));
    const QJsonObject poll = world("poll:1")["poll"][0].toObject();
    QCOMPARE(poll["thread"].toString(), QString("server"));
    QVERIFY(poll["returned"].toBool() && poll["result"].toInt() == 1 && poll["timeout_ns"].isNull());
    const QJsonObject listening = of(poll["fds"], 3);
    QCOMPARE(listening["events"].toString(), QString("POLLIN"));
    QCOMPARE(listening["revents"].toString(), QString("POLLIN"));
    QCOMPARE(listening["unused"].toArray(), QJsonArray{"read"});
    QVERIFY(of(world("accept:1")["poll"][0]["fds"], 3)["unused"].toArray().isEmpty());
    QVERIFY(text("poll:1").contains("returned 1:") && text("poll:1").contains("descriptor 3, asked about POLLIN, was ready: POLLIN"));
}

void ShowTest::epoll_is_told()
{
    QVERIFY(record("epoll", talk));
    const QJsonObject epoll = world("epoll_wait:1")["epoll"][0].toObject();
    QVERIFY(epoll["result"].toInt() == 1 && !epoll["waiting"].toBool());
    QCOMPARE(of(epoll["interest"], 3)["told"].toString(), QString("EPOLLIN"));
    QVERIFY(text("epoll_wait:1").contains("The last epoll_wait() told: EPOLLIN"));
}

void ShowTest::io_uring_is_told()
{
    if (!record("io_uring", talk))
        QSKIP("this system has no io_uring");
    const QJsonObject first = world("io_uring_enter:1")["io_uring"][0].toObject();
    QVERIFY(first["entries"].toInt() == 64 && first["completion_entries"].toInt() == 128 && first["queued"].toInt() >= 1);
    QCOMPARE(of(first["operations"], 3)["operation"].toString(), QString("IORING_OP_ACCEPT"));
    const QJsonObject seen = world("cqe_seen:1")["io_uring"][0].toObject();
    QCOMPARE(of(seen["completions"], 3)["operation"].toString(), QString("IORING_OP_ACCEPT"));
    QVERIFY(of(seen["completions"], 3)["result"].toInt() > 3 && of(seen["completions"], 3)["errno"].isNull());
    QVERIFY(text("cqe_seen:1").contains("IORING_OP_ACCEPT, descriptor 3: completed with result"));
}

void ShowTest::requests_are_told_data()
{
    QTest::addColumn<QString>("notify");
    for (const char *notify : {"suspend", "signal", "thread"})
        QTest::newRow(notify) << notify;
}

void ShowTest::requests_are_told()
{
    QFETCH(QString, notify);
    QVERIFY(record("aio", "client 1 connect\nwait server accepted 1\npause 250 ms\nclient 1 send \"abc\"\nwait client 1 received 3\n",
                   {"--notify", notify}));
    const QJsonObject asked = of(world("aio_read:1")["aio"], 4);
    QCOMPARE(asked["state"].toString(), QString("in_progress"));
    QVERIFY(asked["bytes"].toInt() == 4096 && asked["result"].isNull() && asked["request"].toInt() == 1);
    const QJsonObject returned = of(world("aio_return:1")["aio"], 4); // whichever thread has taken it
    QCOMPARE(returned["state"].toString(), QString("returned"));
    QCOMPARE(returned["result"].toInt(), 3);
    QVERIFY(text("aio_return:1").contains("Its result has been taken"));
    // The library's thread was seen while it waited.
    const QJsonArray helpers = world("aio_return:1")["helpers"].toArray();
    QVERIFY(!helpers.isEmpty() && helpers[0]["tid"].toInt() > 0);
}

void ShowTest::each_thread_that_tells_has_its_own_number()
{
    QVERIFY(record("aio", talk + "client 1 send \"abc\"\nwait client 1 received 6\nclient 1 send \"abc\"\nwait client 1 received 9\n",
                   {"--notify", "thread"}));
    int tid = 0, begun = 0;
    for (const QJsonObject &event : m_events) {
        if (event["thread"] != "notification thread")
            continue;
        if (event["call"] == "thread_begin") {
            tid = event["args"]["tid"].toInt();
            ++begun;
            const QJsonArray threads = world(QString::number(event["seq"].toInt()))["threads"].toArray();
            QVERIFY(std::ranges::any_of(threads, [tid](const QJsonValue &thread) { return thread["tid"].toInt() == tid; }));
        }
        QCOMPARE(event["tid"].toInt(), tid);
    }
    QVERIFY(begun >= 3);
}

// Every wish of its script reaches it.
void ShowTest::an_export_of_a_server_is_the_run_of_its_lesson()
{
    const QString path = m_folder.filePath("lesson.json");
    const auto answer = program::run({"export", "select-all", "-o", path}); // its first lesson has a send buffer of its own
    QVERIFY2(answer.code == 0, answer.err.constData());
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray exported = file.readAll();
    QVERIFY(exported.contains("SO_SNDBUF"));
    m_events = program::objects(program::run({"run", "select-all", "--script", "writefds", "--json"}).out);
    QVERIFY(std::ranges::any_of(m_events, [](const QJsonObject &event) { return event["args"]["option"] == "SO_SNDBUF"; }));
}

ROOM_TEST(ShowTest)
#include "show_test.moc"
