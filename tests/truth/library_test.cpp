// SPDX-License-Identifier: MIT
// What aio_return() gives against what strace saw the C library's own threads read.
#include "room.h"
#include "truth/strace_log.h"
#include "truth/watched.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>

class LibraryTest : public WatchedTest {
    Q_OBJECT

private slots:
    // What aio_return() gives is what a thread of the C library, none of those recorded, has read.
    void the_library_reads_what_aio_return_gives()
    {
        QFile file(m_folder.filePath("aio.txt"));
        QVERIFY(file.open(QIODevice::WriteOnly)
                && file.write("client 1..2 connect\nwait server accepted 2\nclient 1 send \"abc\"\nwait client 1 received 3\n"
                              "client 2 send 5000 bytes\nwait client 2 received 5000\nclient 1 close\n"));
        file.close();
        const QString log = m_folder.filePath("aio.log");
        QProcess program;
        program.start("strace", {"-f", "-qq", "-o", log, "-s", "0", "-e", "signal=none", "-e", "trace=read,pread64",
                                 IOMODELS_PROGRAM, "run", "aio", "--script", file.fileName(), "--json"});
        QVERIFY(program.waitForFinished(120'000));
        QVERIFY2(program.exitCode() == 0, program.readAllStandardError());
        QMap<int, QList<int>> given, read; // by descriptor
        QSet<int> recorded;
        for (const QByteArray &line : program.readAllStandardOutput().split('\n')) {
            const QJsonObject event = QJsonDocument::fromJson(line).object();
            recorded << event["tid"].toInt();
            if (event["call"] == "aio_return" && event["result"].toInt() > 0)
                given[event["args"]["fd"].toInt()] << event["result"].toInt();
        }
        QSet<int> library; // the threads that try pread64() on a socket first: ESPIPE
        const auto seen = strace::read(log);
        for (auto it = seen.begin(); it != seen.end(); ++it)
            for (const strace::Call &call : *it)
                if (call.name == "pread64" && call.error == "ESPIPE")
                    library << it.key();
        QVERIFY(!library.isEmpty());
        for (const int tid : library) {
            QVERIFY(!recorded.contains(tid));
            for (const strace::Call &call : seen[tid])
                if (call.name == "read" && call.result > 0)
                    read[call.args[0].toInt()] << call.result;
        }
        QVERIFY(given.size() == 2);
        for (const int fd : given.keys()) { // different threads may have read one after the other
            std::ranges::sort(given[fd]);
            std::ranges::sort(read[fd]);
        }
        QCOMPARE(read, given);
    }
};

ROOM_TEST(LibraryTest)
#include "library_test.moc"
