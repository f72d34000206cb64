// SPDX-License-Identifier: MIT
// What students copy from the listings is right: a signal, a short send, no descriptor left, a descriptor that is none, a long timeout.
#include "calls/schema.h"
#include "lab/played.h"
#include "room.h"

#include <QRegularExpression>

#include <cerrno>
#include <climits>

using played::of;
using played::served;
using trace::Call;
using trace::Event;
using Notify = servers::Settings::Notify;

namespace {

// A server that can be chosen in the rows of a test.
struct Row {
    const char *name;
    const char *server;
    servers::Settings serve;
};

const Row rows[] = {
    {"blocking", "blocking", {}},
    {"nonblocking", "nonblocking", {.pause = std::chrono::milliseconds(1)}},
    {"select", "select", {}},
    {"select-all", "select-all", {}},
    {"poll", "poll", {}},
    {"poll-all", "poll-all", {}},
    {"sigio", "sigio", {}},
#ifndef __SANITIZE_THREAD__ // its runtime keeps one signal of a kind: of those that queue the others are lost
    {"sigio, queued", "sigio", {.queued_signals = true}},
#endif
#ifndef __SANITIZE_THREAD__ // it crashes when a thread that it does not know, one of the C library's for aio, starts another one
    {"aio, suspend", "aio", {.notify = Notify::suspend}},
    {"aio, signal", "aio", {.notify = Notify::signal}},
    {"aio, thread", "aio", {.notify = Notify::thread}},
#endif
    {"epoll", "epoll", {}},
    {"epoll, edge", "epoll", {.edge_triggered = true}},
    {"io_uring", "io_uring", {}},
    {"threads", "threads", {}},
};

void add_rows()
{
    QTest::addColumn<int>("row");
    for (size_t i = 0; i < std::size(rows); ++i)
        if (const servers::Server *server = servers::named(rows[i].server); !server->lacks || !server->lacks())
            QTest::newRow(rows[i].name) << int(i);
}

lab::Settings settings(int row)
{
    lab::Settings settings;
    settings.server = rows[row].server;
    settings.serve = rows[row].serve;
    return settings;
}

size_t count(const std::vector<Event> &events, int error)
{
    return size_t(std::ranges::count(events, error, [](const Event &event) { return int(event.error); }));
}

} // namespace

class ListingsTest : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(".*")); }

    void a_signal_closes_nobody_data() { add_rows(); }
    void a_signal_closes_nobody()
    {
        QFETCH(int, row);
        lab::Run run(settings(row));
        QVERIFY(!run.start());
        QVERIFY(!played::play(run, "client 1 connect\nwait server accepted 1\nclient 1 send \"abc\"\nwait client 1 received 3\npause 30 ms\n"));
        QVERIFY(!played::play(run, "interrupt server\npause 20 ms\ninterrupt server\nclient 1 send \"def\"\nwait client 1 received 6\n"));
        QVERIFY(!played::play(run, "client 1 close\nclient 2 connect\nclient 2 send \"abc\"\nwait client 2 received 3\n"));
        QVERIFY(!run.problem());
    }

    void an_interrupted_send_goes_on_data()
    {
        add_rows();
    }
    void an_interrupted_send_goes_on()
    {
        QFETCH(int, row);
        lab::Settings wanted = settings(row);
        wanted.serve.send_buffer = 4096;
        lab::Run run(wanted);
        QVERIFY(!run.start());
        QVERIFY(!played::play(run, "client 1 connect\nwait server accepted 1\nclient 1 send 1000000 bytes\npause 50 ms\n"));
        for (int time = 0; time < 3; ++time)
            QVERIFY(!played::play(run, "interrupt server\npause 10 ms\n"));
        QVERIFY(!played::play(run, "wait client 1 received 1000000\n"));
        QVERIFY(of(played::taken(run), Call::handler_begin).size() >= 3); // it was the server that was interrupted
    }

    void who_queues_without_a_descriptor_is_accepted_when_there_is_one_data() { add_rows(); }
    void who_queues_without_a_descriptor_is_accepted_when_there_is_one()
    {
        QFETCH(int, row);
        if (rows[row].server == std::string("blocking"))
            QSKIP("it has one client at a time, and with it a descriptor for the next");
        lab::Run run(settings(row));
        QVERIFY(!run.start());
        {
            const played::DescriptorLimit limit(20); // some may be taken already, of the table that all servers with aio share
            QVERIFY(!played::play(run, "client 1..17 connect\n"));
            QTRY_VERIFY(run.refused() == EMFILE); // with fewer clients than there are
            const int accepted = run.accepted();
            QVERIFY(accepted < 17);
            QVERIFY(!played::play(run, "client 1 send \"abc\"\nwait client 1 received 3\n")); // goes on with those that it has
            QVERIFY(!played::play(run, "client 1 close\n"));
            QTRY_COMPARE(run.accepted(), accepted + 1);
            QVERIFY(!played::play(run, "client 2..4 close\n"));
            QTRY_COMPARE(run.accepted(), std::min(17, accepted + 4));
            QVERIFY(!played::play(run, "client 5..16 close\n"));
        }
        QVERIFY(!played::play(run, "client 17 send \"late\"\nwait client 17 received 4\n"));
        const trace::Trace trace = played::taken(run);
        QVERIFY(!run.problem());
        if (rows[row].server != std::string("nonblocking")) // which asks again and again, as it does for everything
            QVERIFY(count(served(trace, Call::accept), EMFILE) <= 17);
    }

    // Nobody of its own could give one back: to wait for that would be to be deaf for ever.
    void who_has_no_client_does_not_wait_for_a_descriptor_data()
    {
        QTest::addColumn<QString>("server");
        for (const char *server : {"select", "select-all", "poll", "poll-all", "epoll"})
            QTest::newRow(server) << server;
    }
    void who_has_no_client_does_not_wait_for_a_descriptor()
    {
        QFETCH(QString, server);
        lab::Settings wanted;
        wanted.server = server.toStdString();
        lab::Run run(wanted);
        QVERIFY(!run.start());
        const played::DescriptorLimit limit(server == u"epoll" ? 5 : 4);
        QVERIFY(!played::play(run, "client 1 connect\n"));
        QTRY_VERIFY(run.problem());
        QCOMPARE(run.problem()->call, std::string("accept"));
        QCOMPARE(run.problem()->error, EMFILE);
    }

    void a_descriptor_that_is_none_is_not_closed_data()
    {
        QTest::addColumn<QString>("server");
        for (const char *server : {"poll", "poll-all"})
            QTest::newRow(server) << server;
    }
    void a_descriptor_that_is_none_is_not_closed()
    {
        QFETCH(QString, server);
        lab::Settings wanted;
        wanted.server = server.toStdString();
        lab::Run run(wanted);
        QVERIFY(!run.start());
        QVERIFY(!played::play(run, "client 1..2 connect\nwait server accepted 2\nwait server blocked in poll\nhold server\n"
                                   "client 2 send \"a\"\nwait server held\nclose descriptor 4\nrelease server\nwait client 2 received 1\n"
                                   "wait server blocked in poll\nclient 2 send \"b\"\nwait client 2 received 2\n"));
        const trace::Trace trace = played::taken(run);
        QVERIFY(!of(trace, Call::close, "control").empty());
        for (const Event &close : of(trace, Call::close))
            QVERIFY(close.fd != 4);
        QCOMPARE(count(of(trace, Call::close), EBADF), 0u);
    }

    void a_timeout_is_as_long_as_the_call_can_take_data()
    {
        QTest::addColumn<QString>("server");
        QTest::addColumn<qint64>("seconds");
        QTest::addColumn<qint64>("given"); // ms
        for (const char *server : {"select", "select-udp", "select-all", "poll", "poll-udp", "poll-all", "epoll"})
            for (const qint64 seconds : {qint64(2'147'483), qint64(2'147'484), qint64(4'294'967), qint64(4'294'968), qint64(1'000'000'000)}) {
                const bool milliseconds = QByteArray(server).startsWith("select") == false;
                QTest::addRow("%s %lld", server, seconds) << server << seconds
                    << (milliseconds ? std::min(seconds * 1000, qint64(INT_MAX)) : seconds * 1000);
            }
    }
    void a_timeout_is_as_long_as_the_call_can_take()
    {
        QFETCH(QString, server);
        QFETCH(qint64, seconds);
        QFETCH(qint64, given);
        lab::Settings wanted;
        wanted.server = server.toStdString();
        wanted.serve.timeout = std::chrono::seconds(seconds);
        const Call call = servers::named(wanted.server)->told_by;
        QCOMPARE(lab::longest_timeout(wanted.server).has_value(), call != Call::select);
        lab::Run run(wanted);
        QVERIFY(!run.start());
        QTRY_VERIFY(run.server_asleep_in(call));
        const auto asked = of(played::taken(run), call);
        QCOMPARE(calls::value(asked.at(0), "timeout_ns"), std::optional(given * 1'000'000));
        QVERIFY(asked.size() <= 2); // it slept until the stop
    }
};

ROOM_TEST(ListingsTest)
#include "listings_test.moc"
