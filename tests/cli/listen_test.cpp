// SPDX-License-Identifier: MIT
// iomodels run --listen: others are let in where it was said, and nowhere else.
#include "cli/program.h"
#include "room.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QRegularExpression>
#include <QSet>
#include <QTemporaryDir>

#include <arpa/inet.h>
#include <sys/socket.h>
#include <unistd.h>

using program::run;

namespace {

// The addresses at which the process listens, as /proc/net/tcp writes them; its threads have tables of their own.
QSet<QByteArray> listens_at(qint64 process)
{
    QSet<QByteArray> inodes, addresses;
    const QString tasks = QStringLiteral("/proc/%1/task").arg(process);
    for (const QString &task : QDir(tasks).entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        const QString folder = tasks + '/' + task + "/fd";
        for (const QString &fd : QDir(folder).entryList(QDir::System | QDir::Files | QDir::NoDotAndDotDot)) {
            char target[64] = {};
            if (::readlink(QFile::encodeName(folder + '/' + fd).constData(), target, sizeof target - 1) > 0 && QByteArray(target).startsWith("socket:["))
                inodes += QByteArray(target).sliced(8).chopped(1);
        }
    }
    QFile tcp(QStringLiteral("/proc/%1/net/tcp").arg(process));
    if (!tcp.open(QIODevice::ReadOnly))
        return {};
    for (const QByteArray &line : tcp.readAll().split('\n')) {
        const QList<QByteArray> columns = line.simplified().split(' ');
        if (columns.size() > 9 && columns[3] == "0A" && inodes.contains(columns[9]))
            addresses += columns[1].split(':').first();
    }
    return addresses;
}

const QByteArray loopback = "0100007F", other = "0200007F"; // 127.0.0.1, 127.0.0.2

QByteArray echo(const QString &address, int port, const QByteArray &text)
{
    const int fd = ::socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in there{};
    there.sin_family = AF_INET;
    there.sin_port = htons(uint16_t(port));
    ::inet_pton(AF_INET, address.toUtf8().constData(), &there.sin_addr);
    char bytes[64];
    ssize_t n = -1;
    if (::connect(fd, reinterpret_cast<sockaddr *>(&there), sizeof there) == 0 && ::send(fd, text.data(), size_t(text.size()), MSG_NOSIGNAL) == text.size())
        n = ::recv(fd, bytes, sizeof bytes, 0);
    ::close(fd);
    return {bytes, std::max<ssize_t>(n, 0)};
}

} // namespace

class ListenTest : public QObject {
    Q_OBJECT
private slots:
    void init() { QTest::failOnWarning(QRegularExpression(".*")); }

    void nobody_comes_in_unasked()
    {
        QProcess process;
        program::prepare(process, {"run", "select"});
        process.start(QIODevice::ReadOnly);
        QVERIFY(program::listening_port(process) > 0);
        QCOMPARE(listens_at(process.processId()), QSet<QByteArray>{loopback});
        process.terminate();
        QVERIFY(process.waitForFinished());
    }

    void who_comes_is_a_client_of_the_server()
    {
        const QTemporaryDir folder;
        QProcess process;
        program::prepare(process, {"run", "select", "--listen", "127.0.0.2", "--save", folder.filePath("a.iotrace")});
        process.start(QIODevice::ReadOnly);
        static const QRegularExpression told("nc 127\\.0\\.0\\.2 ([0-9]+).*http://127\\.0\\.0\\.2:([0-9]+)/");
        QString said;
        process.setReadChannel(QProcess::StandardError);
        do
            said += QString::fromUtf8(process.readAllStandardError());
        while (!told.match(said).hasMatch() && process.waitForReadyRead(60'000));
        const auto match = told.match(said);
        QVERIFY2(match.hasMatch(), qPrintable(said));
        QCOMPARE(listens_at(process.processId()), (QSet<QByteArray>{loopback, other}));
        QCOMPARE(echo("127.0.0.2", match.captured(1).toInt(), "abc"), QByteArray("abc"));
        QVERIFY(echo("127.0.0.2", match.captured(2).toInt(), "GET / HTTP/1.1\r\nHost: a\r\n\r\n").startsWith("HTTP/1.1 200"));
        process.terminate();
        QVERIFY(process.waitForFinished());
        QCOMPARE(process.exitCode(), 0);
        QVERIFY(process.readAllStandardError().contains("Connections of the audience: 1 let in, 0 turned away"));

        // The door's own calls are nobody's here, and the server's client is one from outside.
        const auto world = program::objects(run({"show", folder.filePath("a.iotrace"), "--at", "recv:1", "--json"}).out);
        QCOMPARE(world.size(), 1);
        QCOMPARE(world[0]["sockets"].toArray().last()["outside"], QJsonValue(true));
    }

    void where_nobody_can_be_let_in_is_said_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<int>("code");
        QTest::addColumn<QByteArray>("sentence");
        const auto row = [](const char *name, const QStringList &arguments, int code, const char *sentence) {
            QTest::newRow(name) << QStringList{"run"} + arguments << code << QByteArray(sentence);
        };
        row("no address", {"select", "--listen", "everywhere"}, 2, "\"everywhere\" is no IPv4 address. This machine ");
        row("a port, too", {"select", "--listen", "127.0.0.2:80"}, 2, "is no IPv4 address");
        row("somebody else's", {"select", "--listen", "192.0.2.1"}, 1, "192.0.2.1 is no address of this machine");
        row("the server's", {"select", "--listen", "127.0.0.1"}, 1, "At 127.0.0.1 the server itself is");
        row("all", {"select", "--listen", "0.0.0.0"}, 1, "At 0.0.0.0 the server itself is");
        row("UDP", {"select-udp", "--listen", "127.0.0.2"}, 2, "The server \"select-udp\" talks UDP");
    }
    void where_nobody_can_be_let_in_is_said()
    {
        QFETCH(QStringList, arguments);
        QFETCH(int, code);
        QFETCH(QByteArray, sentence);
        const auto answer = run(arguments);
        QCOMPARE(answer.code, code);
        QVERIFY2(answer.err.contains(sentence) && answer.err.count('\n') == 1, answer.err);
    }
};

ROOM_TEST(ListenTest)
#include "listen_test.moc"
