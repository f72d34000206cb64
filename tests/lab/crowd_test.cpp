// SPDX-License-Identifier: MIT
// A thousand clients at once on the servers that have no limit of FD_SETSIZE.
#include "lab/played.h"

#include "posix/process.h"

#include <QRegularExpression>

class CrowdTest : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(".*")); }

    void a_thousand_clients_data()
    {
        QTest::addColumn<QString>("server");
        QTest::addColumn<bool>("edge");
        QTest::newRow("poll") << "poll" << false;
        QTest::newRow("epoll") << "epoll" << false;
        QTest::newRow("epoll, edge") << "epoll" << true;
        QTest::newRow("io_uring") << "io_uring" << false;
    }
    void a_thousand_clients()
    {
        QFETCH(QString, server);
        QFETCH(bool, edge);
        posix::prepare_process(); // more descriptors than FD_SETSIZE
        lab::Settings settings;
        settings.server = server.toStdString();
        settings.serve.backlog = 1024;
        settings.serve.edge_triggered = edge;
        const servers::Server *known = servers::named(settings.server);
        QVERIFY(known);
        if (known->lacks && known->lacks() != 0)
            QSKIP("this system refuses it");
        lab::Run run(settings);
        QVERIFY(!run.start());
        const auto script = played::script("client 1..1000 connect\nwait server accepted 1000\nclient 1..1000 send \"x\"\n"
                                           "wait client 1..1000 received 1\n");
        QVERIFY(!lab::play(script, run, std::chrono::seconds(120), [] { return false; }));
        QCOMPARE(run.accepted(), 1000);
        const trace::Trace trace = played::taken(run);
        QVERIFY(run.ended());
        QVERIFY(!run.problem());
        QVERIFY(trace.in_flight().empty());
    }
};

QTEST_GUILESS_MAIN(CrowdTest)
#include "crowd_test.moc"
