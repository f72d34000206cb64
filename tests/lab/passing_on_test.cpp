// SPDX-License-Identifier: MIT
// Servers that pass on what one client sends: whole, to the right ones, in both directions, whatever the others do.
#include "lab/played.h"
#include "room.h"

#include <QRegularExpression>

#include <cerrno>

using played::of;
using trace::Call;
using trace::Event;

namespace {

lab::Settings settings(const char *server, int send_buffer = 0)
{
    lab::Settings settings;
    settings.server = server;
    settings.serve.send_buffer = send_buffer;
    return settings;
}

constexpr const char *two = "client 1 connect\nwait server accepted 1\nclient 2 connect\nwait server accepted 2\nwait server blocked in select\n";

int64_t received(const lab::Run &run, int client)
{
    return run.progress(client)->received;
}

} // namespace

class PassingOnTest : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(".*")); }

    void a_slow_reader_does_not_stop_the_other_direction()
    {
        lab::Run run(settings("relay", 4096));
        QVERIFY(!run.start());
        QVERIFY(!played::play(run, two));
        QVERIFY(!played::play(run, "client 1 send 400000 bytes\nwait server blocked in select\nclient 2 send \"still\"\nwait client 1 received 5\n"));
        QVERIFY(received(run, 2) == 0);
        QVERIFY(!played::play(run, "interrupt server\nwait client 2 received 400000\nclient 1 shutdown\nwait client 2 closed\n"
                                   "client 2 send \"last\"\nwait client 1 received 9\nclient 2 close\nwait client 1 closed\n"
                                   "wait server blocked in select\nclient 3 connect\nwait server accepted 3\n"));
        const trace::Trace trace = played::taken(run);
        QVERIFY(!run.problem());
        for (const Event &event : of(trace, Call::send))
            QVERIFY(event.error == 0 || event.error == EAGAIN);
    }

    void a_third_is_refused_and_the_two_go_on()
    {
        lab::Run run(settings("relay"));
        QVERIFY(!run.start());
        QVERIFY(!played::play(run, two));
        QVERIFY(!played::play(run, "client 3 connect\nwait client 3 closed\nclient 1 send \"abc\"\nwait client 2 received 3\n"));
        QCOMPARE(received(run, 3), 0);
    }

    void who_came_first_may_send_before_the_other_is_there()
    {
        lab::Run run(settings("relay"));
        QVERIFY(!run.start());
        QVERIFY(!played::play(run, "client 1 connect\nwait server accepted 1\nclient 1 send 100000 bytes\nclient 1 shutdown\n"
                                   "wait server blocked in select\nclient 2 connect\nwait client 2 received 100000\nwait client 2 closed\n"));
        QVERIFY(!played::play(run, "client 2 close\nclient 1 close\nwait server blocked in select\n"));
        QVERIFY(!played::play(run, "client 3 connect\nwait server accepted 3\nclient 3 close\nwait server blocked in select\n" // and left alone
                                   "client 4..5 connect\nwait server accepted 5\nclient 5 send \"x\"\nwait client 4 received 1\n"));
    }

    void who_resets_ends_nothing_but_its_own_direction()
    {
        lab::Run run(settings("relay"));
        QVERIFY(!run.start());
        QVERIFY(!played::play(run, two));
        QVERIFY(!played::play(run, "client 1 send \"abc\"\nwait client 2 received 3\nclient 1 reset\nwait client 2 closed\n"
                                   "client 2 send \"nobody\"\nclient 2 close\nwait server blocked in select\n"
                                   "client 3..4 connect\nwait server accepted 4\nclient 3 send \"new\"\nwait client 4 received 3\n"));
        QVERIFY(!run.problem());
    }

    void a_line_reaches_all_others_and_is_never_torn()
    {
        lab::Run run(settings("chat-server"));
        QVERIFY(!run.start());
        QVERIFY(!played::play(run, "client 1..3 connect\nwait server accepted 3\nwait server blocked in select\nclient 1 send \"half\"\n"
                                   "wait server blocked in select\nclient 2 send \"whole\\n\"\nwait client 3 received 6\n"));
        QVERIFY(!played::play(run, "interrupt server\nclient 1 send \" a line\\n\"\nwait client 2 received 12\nwait client 3 received 18\n"
                                   "client 2 send \"last\"\nclient 2 close\nwait client 3 received 23\nwait client 1 received 11\n"));
        const auto sent = of(played::taken(run), Call::send);
        const auto whole = std::ranges::count(sent, 12, &Event::result);
        QCOMPARE(whole, 2); // "half a line\n" in one piece to each
    }

    void who_never_reads_stops_nobody()
    {
        lab::Run run(settings("chat-server", 4096));
        QVERIFY(!run.start());
        QVERIFY(!played::play(run, "client 1..3 connect\nwait server accepted 3\nclient 1 send 8000000 bytes\n"));
        QVERIFY(!played::play(run, "wait client 3 closed\n")); // its turn in reading came too late
        QVERIFY(!played::play(run, "client 2 close\nclient 4..5 connect\nwait server accepted 5\nclient 4 send \"abc\\n\"\nwait client 5 received 4\n"));
        QVERIFY(!run.problem());
    }

    void without_a_descriptor_they_wait_and_go_on_data()
    {
        QTest::addColumn<QString>("server");
        for (const char *server : {"relay", "chat-server"})
            QTest::newRow(server) << server;
    }
    void without_a_descriptor_they_wait_and_go_on()
    {
        QFETCH(QString, server);
        lab::Run run(settings(qPrintable(server)));
        QVERIFY(!run.start());
        QVERIFY(!played::play(run, "client 1 connect\nwait server accepted 1\n"));
        {
            const played::DescriptorLimit limit(5);
            QVERIFY(!played::play(run, "client 2 connect\n"));
            QTRY_VERIFY(run.refused() == EMFILE);
            QVERIFY(!played::play(run, "client 1 close\n"));
            QTRY_COMPARE(run.accepted(), 2);
        }
        QVERIFY(!played::play(run, "client 3 connect\nwait server accepted 3\nclient 3 send \"abc\\n\"\nwait client 2 received 4\n"));
        const auto accepts = of(played::taken(run), Call::accept);
        QCOMPARE(std::ranges::count(accepts, EMFILE, [](const Event &event) { return int(event.error); }), 1); // not again and again
    }

    void over_udp_the_first_two_talk()
    {
        lab::Run run(settings("relay-udp"));
        QVERIFY(!run.start());
        QVERIFY(!played::play(run, "client 1..3 connect\nclient 1 send \"lost\"\nwait server blocked in select\nclient 2 send \"abc\"\nwait client 1 received 3\n"
                                   "client 3 send \"third\"\nclient 1 send 60000 bytes\nwait client 2 received 60000\nclient 2 send \"\"\nclient 2 send \"x\"\n"
                                   "wait client 1 received 4\n"));
        QCOMPARE(received(run, 3), 0);
        QCOMPARE(received(run, 2), 60'000);
    }

    void over_udp_who_has_sent_is_told()
    {
        lab::Run run(settings("chat-server-udp"));
        QVERIFY(!run.start());
        QVERIFY(!played::play(run, "client 1..3 connect\nclient 1 send \"abc\"\nclient 2 send \"hello\"\nwait client 1 received 5\nclient 3 send \"x\"\n"
                                   "wait client 1 received 6\nwait client 2 received 1\nclient 2 close\nclient 1 send \"still\"\nwait client 3 received 5\n"));
        QVERIFY(!run.problem());
    }
};

ROOM_TEST(PassingOnTest)
#include "passing_on_test.moc"
