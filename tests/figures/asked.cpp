// SPDX-License-Identifier: MIT
// What is asked of the kernel besides sets, as it is drawn from stored recordings: pollfd[], epoll's lists, io_uring's rings, aio's
// requests. The texts of the picture, row by row.
#include "archive/iotrace.h"
#include "figures/figure.h"
#include "room.h"

#include <QGuiApplication>
#include <QRegularExpression>

class AskedTest : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(".*")); }

    void rows_data()
    {
        QTest::addColumn<QString>("recording");
        QTest::addColumn<int>("step");
        QTest::addColumn<QStringList>("rows");
        const auto row = [](const char *recording, int step, const QStringList &rows) {
            QTest::addRow("%s, step %d", recording, step) << QString::fromLatin1(recording) << step << rows;
        };
        row("poll", 14, {"[0] 3 POLLIN ? listening socket · port 34633", "[1] 4 POLLIN ? client 1 · port 46268", "nfds = 2"});
        row("poll", 20, {"[0] 3 POLLIN 0 listening", "[1] 4 POLLIN POLLIN client 1", "nfds = 2"});
        row("poll", 26, {"[0] 3 POLLIN ? listening", "[1] -1 POLLIN ? free: poll() passes it over"});
        row("epoll", 14, {"epoll 4", "3 EPOLLIN ready ? listening socket · port 34487"});
        row("epoll", 20, {"3 EPOLLIN – EPOLLIN listening", "5 EPOLLIN – – client 1 · port 40278"});
        row("epoll", 26, {"3 EPOLLIN – ? listening", "5 EPOLLIN ready ? client 1"});
        row("io_uring", 14, {"io_uring 4", "submission ring 64 places", "kernel’s hands none", "completion ring 128 places ACCEPT 3 0 1"});
        row("io_uring", 20, {"kernel’s hands ACCEPT 3", "128 places ACCEPT 3 = 5 0 RECV 5 = 3 1"});
        row("io_uring", 26, {"kernel’s hands ACCEPT 3", "ACCEPT 3 = 5 0 RECV 5 = 3 1 SEND 5 = 3 2 RECV 5 3"});
        row("aio", 14, {"No read has been asked for yet."});
        row("aio", 20, {"#1 4 buffer 4096 0 SIGEV_NONE is complete", "0 requests outstanding"});
        row("aio", 26, {"#2 4 buffer 4096 0 SIGEV_NONE EINPROGRESS", "1 request outstanding"});
    }
    void rows()
    {
        QFETCH(QString, recording);
        QFETCH(int, step);
        QFETCH(QStringList, rows);
        std::unique_ptr<trace::Trace> trace;
        QVERIFY(archive::open(QStringLiteral(STORED_RECORDINGS "/%1-2.iotrace").arg(recording), trace));
        const replay::Replay replay(*trace);
        const replay::Instant instant = replay.step(size_t(step));
        const replay::World world = replay.at(instant);
        const words::Language language(QStringLiteral("en"));
        const figures::Scene scene{replay, world, instant, language};
        const drawing::Drawing drawing = figures::sets(scene, figures::sets_size(scene));
        QStringList texts;
        for (const drawing::Shape &shape : drawing.shapes)
            if (shape.kind == drawing::Shape::text)
                texts += shape.words;
        const QString all = texts.join(u' ');
        for (const QString &each : rows)
            QVERIFY2(all.contains(each), qPrintable(QStringLiteral("%1: not in: %2").arg(each, all)));
    }
};

ROOM_TEST(AskedTest)
#include "asked.moc"
