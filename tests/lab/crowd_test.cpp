// SPDX-License-Identifier: MIT
// A thousand clients at once: on the servers that have no limit of FD_SETSIZE, and on those that meet it.
#include "lab/played.h"
#include "room.h"

#include "posix/process.h"

#include <QRegularExpression>

#include <algorithm>
#include <sys/select.h>

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
        QTest::newRow("threads") << "threads" << false;
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

    void select_refuses_what_fits_in_no_set_data()
    {
        QTest::addColumn<QString>("server");
        QTest::newRow("select") << "select";
        QTest::newRow("select-all") << "select-all";
    }
    // Descriptors 4 to 1023 are clients 1 to 1,020; each further one gets 1024, for which an fd_set has no bit.
    void select_refuses_what_fits_in_no_set()
    {
        QFETCH(QString, server);
        posix::prepare_process();
        lab::Settings settings;
        settings.server = server.toStdString();
        settings.serve.backlog = 1024;
        lab::Run run(settings);
        QVERIFY(!run.start());
        const auto script = played::script("client 1..1030 connect\nwait server accepted 1030\nwait client 1021..1030 closed\n"
                                           "client 1..1020 send \"x\"\nwait client 1..1020 received 1\n");
        QVERIFY(!lab::play(script, run, std::chrono::seconds(120), [] { return false; }));
        for (int client = 1; client <= 1030; ++client)
            QCOMPARE(run.progress(client)->closed_by_server, client > 1020);
        const trace::Trace trace = played::taken(run);
        QVERIFY(!run.problem());
        const auto beyond = [&](trace::Call call) {
            return std::ranges::count_if(played::of(trace, call), [call](const trace::Event &event) {
                return (call == trace::Call::accept ? event.result : event.fd) >= FD_SETSIZE;
            });
        };
        QCOMPARE(beyond(trace::Call::accept), 10);
        QCOMPARE(beyond(trace::Call::close), 10);
        QCOMPARE(beyond(trace::Call::fd_set), 0);
        QCOMPARE(played::of(trace, trace::Call::fd_set).back().fd, 1023);
    }
};

ROOM_TEST(CrowdTest)
#include "crowd_test.moc"
