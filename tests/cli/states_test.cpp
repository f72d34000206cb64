// SPDX-License-Identifier: MIT
// The lecture's states of a select server (coverage L7), reached by a script and compared set by set and slot by slot:
// only the listening socket, the first client, the second client, the first client gone.
#include "cli/program.h"
#include "room.h"

#include <QFile>
#include <QJsonArray>
#include <QRegularExpression>
#include <QTemporaryDir>

class StatesTest : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void init();
    void after_each_select_data();
    void after_each_select();
    void it_sleeps_until_a_client_comes_data();
    void it_sleeps_until_a_client_comes();
    void each_change_is_one_step();
    void the_end_is_empty();
    void a_moment_is_found_by_number_and_by_call();
    void readable_text_says_the_same();

private:
    QJsonObject world(const QString &at) const;
    // Sequence numbers of a thread's events of that name.
    QList<qint64> steps(const QString &call, const QString &thread = QStringLiteral("server")) const;

    QTemporaryDir m_folder;
    QString m_recording;
    QList<QJsonObject> m_events;
};

namespace {

// Conditions only: a client that was answered, or has read its end of file, proves that the server has been there.
const QByteArray script = "wait server blocked in select\n"
                          "client 1 connect\n"
                          "wait server accepted 1\n"
                          "wait server blocked in select\n"
                          "client 1 send \"abc\"\n"
                          "wait client 1 received 3\n"
                          "wait server blocked in select\n"
                          "client 2 connect\n"
                          "wait server accepted 2\n"
                          "wait server blocked in select\n"
                          "client 1 shutdown\n"
                          "wait client 1 closed\n"
                          "wait server blocked in select\n"
                          "stop\n";

using List = QList<int>;

List list(const QJsonValue &array)
{
    List members;
    for (const QJsonValue &member : array.toArray())
        members += member.toInt(-99);
    return members;
}

QJsonObject thread_of(const QJsonObject &world, const QString &name)
{
    for (const QJsonValue &each : world["threads"].toArray())
        if (each["name"] == name)
            return each.toObject();
    return {};
}

List descriptors(const QJsonObject &world, const QString &owner)
{
    List found;
    for (const QJsonValue &socket : world["sockets"].toArray())
        if (socket["thread"] == owner)
            found += socket["fd"].toInt();
    return found;
}

} // namespace

void StatesTest::initTestCase()
{
    QFile written(m_folder.filePath("script.txt"));
    QVERIFY(written.open(QIODevice::WriteOnly) && written.write(script) == script.size());
    written.close();
    m_recording = m_folder.filePath("states.iotrace");
    const auto answer =
        program::run({"run", "select", "--script", written.fileName(), "--save", m_recording, "--json"});
    QVERIFY2(answer.code == 0, answer.err.constData());
    m_events = program::objects(answer.out);
}

void StatesTest::init()
{
    QTest::failOnWarning(QRegularExpression(".*"));
}

QJsonObject StatesTest::world(const QString &at) const
{
    const auto answer = program::run({"show", m_recording, "--at", at, "--json"});
    return program::objects(answer.out).value(0);
}

QList<qint64> StatesTest::steps(const QString &call, const QString &thread) const
{
    QList<qint64> found;
    for (const QJsonObject &event : m_events)
        if (event["thread"] == thread && event["call"] == call)
            found += event["seq"].toInteger();
    return found;
}

void StatesTest::after_each_select_data()
{
    QTest::addColumn<int>("select"); // which one, from 0
    QTest::addColumn<List>("asked");
    QTest::addColumn<List>("answered");
    QTest::addColumn<List>("client_FD");
    QTest::addColumn<int>("maxfd");
    QTest::newRow("only the listening socket") << 0 << List{3} << List{3} << List{} << 3;
    QTest::newRow("first client") << 1 << List{3, 4} << List{4} << List{4} << 4;
    QTest::newRow("first client was answered") << 2 << List{3, 4} << List{3} << List{4} << 4;
    QTest::newRow("second client") << 3 << List{3, 4, 5} << List{4} << List{4, 5} << 5;
}

void StatesTest::after_each_select()
{
    QFETCH(int, select);
    QFETCH(List, asked);
    QFETCH(List, answered);
    QFETCH(List, client_FD);
    QFETCH(int, maxfd);
    const auto selects = steps("select");
    QVERIFY(selects.size() > select);

    // The kernel has overwritten readfds, allset is as it was.
    const QJsonObject after = world(QString::number(selects[select]));
    QCOMPARE(after["step"].toInteger(), selects[select]);
    QCOMPARE(list(after["sets"]["allset"]["now"]), asked);
    QCOMPARE(list(after["sets"]["readfds"]["now"]), answered);
    QCOMPARE(list(after["sets"]["readfds"]["asked"]), asked);
    QCOMPARE(list(after["sets"]["readfds"]["answered"]), answered);
    QCOMPARE(after["select"]["nfds"].toInt(), maxfd + 1);
    QCOMPARE(after["select"]["result"].toInt(), int(answered.size()));
    QVERIFY(after["select"]["timeout_ns"].isNull());
    QCOMPARE(list(after["client_FD"]), client_FD);
    QCOMPARE(after["maxfd"].toInt(), maxfd);

    QCOMPARE(descriptors(after, "server"), asked);
}

void StatesTest::it_sleeps_until_a_client_comes_data()
{
    QTest::addColumn<QString>("client"); // whose thread begins meanwhile
    QTest::addColumn<List>("asked");
    QTest::addColumn<List>("client_FD");
    QTest::addColumn<int>("maxfd");
    QTest::newRow("only the listening socket") << "client 1" << List{3} << List{} << 3;
    QTest::newRow("first client") << "client 2" << List{3, 4} << List{4} << 4;
}

void StatesTest::it_sleeps_until_a_client_comes()
{
    QFETCH(QString, client);
    QFETCH(List, asked);
    QFETCH(List, client_FD);
    QFETCH(int, maxfd);
    const auto begun = steps("thread_begin", client);
    QCOMPARE(begun.size(), 1);
    const QJsonObject now = world(QString::number(begun[0]));
    QCOMPARE(thread_of(now, "server")["call"].toString(), QString("select"));
    QCOMPARE(thread_of(now, "server")["state"].toString(), QString("asleep"));
    QCOMPARE(list(now["sets"]["allset"]["now"]), asked);
    QCOMPARE(list(now["sets"]["readfds"]["now"]), asked);
    QCOMPARE(list(now["sets"]["readfds"]["asked"]), asked);
    QVERIFY(now["sets"]["readfds"]["answered"].isNull());
    QVERIFY(!now["select"]["returned"].toBool());
    QVERIFY(now["select"]["result"].isNull());
    QCOMPARE(now["select"]["nfds"].toInt(), maxfd + 1);
    QCOMPARE(list(now["client_FD"]), client_FD);
    QCOMPARE(now["maxfd"].toInt(), maxfd);
}

void StatesTest::each_change_is_one_step()
{
    const auto table = steps("client_FD");
    QCOMPARE(table.size(), 4); // all slots -1, two clients, the first gone
    QCOMPARE(list(world(QString::number(table[0]))["client_FD"]), List{});
    QCOMPARE(list(world(QString::number(table[1]))["client_FD"]), List{4});
    QCOMPARE(list(world(QString::number(table[2]))["client_FD"]), (List{4, 5}));

    // First client gone: closed, then its bit clear, then its slot free; maxfd unchanged.
    const QJsonObject closed = world("close:1"), cleared = world("FD_CLR:1"), freed = world(QString::number(table[3]));
    QCOMPARE(descriptors(closed, "server"), (List{3, 5}));
    QCOMPARE(list(closed["sets"]["allset"]["now"]), (List{3, 4, 5}));
    QCOMPARE(list(cleared["sets"]["allset"]["now"]), (List{3, 5}));
    QCOMPARE(list(cleared["client_FD"]), (List{4, 5}));
    QCOMPARE(list(freed["client_FD"]), (List{-1, 5}));
    QCOMPARE(freed["maxfd"].toInt(), 5);

    // And the next select() asks for those that are left, with the same bracket.
    const auto selects = steps("select");
    QVERIFY(selects.size() >= 5);
    const QJsonObject last = world(QString::number(selects[4]));
    QCOMPARE(list(last["sets"]["readfds"]["asked"]), (List{3, 5}));
    QCOMPARE(last["select"]["nfds"].toInt(), 6);
    QCOMPARE(list(last["client_FD"]), (List{-1, 5}));
}

void StatesTest::the_end_is_empty()
{
    const QJsonObject end = world("end");
    QCOMPARE(end["step"].toInteger(), m_events.size() - 1);
    QCOMPARE(end["sockets"].toArray().size(), 0);
    QCOMPARE(thread_of(end, "server")["state"].toString(), QString("ended"));
    QCOMPARE(end["dropped"].toInteger(-1), 0);
}

void StatesTest::a_moment_is_found_by_number_and_by_call()
{
    const auto accepts = steps("accept");
    QVERIFY(accepts.size() >= 2);
    QCOMPARE(world("accept:2")["step"].toInteger(), accepts[1]);
    QCOMPARE(world("accept")["step"].toInteger(), accepts.back());
    QCOMPARE(world("0")["step"].toInteger(-1), 0);
    for (const QString &nowhere : {QString("accept:9"), QString("accept:0"), QString("accept:x"), QString("fork"),
                                   QString("-1"), QString(), QString::number(m_events.size())}) {
        const auto answer = program::run({"show", m_recording, "--at", nowhere, "--json"});
        QCOMPARE(answer.code, 1);
        QCOMPARE(answer.out, QByteArray());
        QVERIFY2(answer.err.contains(nowhere.toUtf8()), answer.err.constData());
    }
}

void StatesTest::readable_text_says_the_same()
{
    const auto answer = program::run({"show", m_recording, "--at", QString::number(steps("select")[3])});
    QCOMPARE(answer.code, 0);
    for (const char *words : {"allset = {3, 4, 5}", "readfds = {4}", "client_FD[] = {4, 5}", "maxfd = 5"})
        QVERIFY2(answer.out.contains(words), answer.out.constData());
}

ROOM_TEST(StatesTest)
#include "states_test.moc"
