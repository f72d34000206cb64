// SPDX-License-Identifier: MIT
// The grammar of scripts: what is read, and which line and word an error names.
#include "lab/played.h"
#include "room.h"

#include <QRegularExpression>

#include <algorithm>
#include <cerrno>

using lab::Action;
using lab::ScriptProblem;

Q_DECLARE_METATYPE(lab::ScriptProblem::What)

class ScriptTest : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(".*")); }

    void every_action_is_read()
    {
        const auto script = played::script("# comment\n"
                                           "client 1 connect\n"
                                           "\twait server blocked in select   # here\n"
                                           "client 1 send \"a # \\\"b\\\"\\n\"\r\n"
                                           "wait client 1 received 3\n"
                                           "client 2..500 connect\n"
                                           "client 2 send 4096 bytes\n"
                                           "client 1 receive\n"
                                           "client 1 receive 10 bytes\n"
                                           "client 1 shutdown\n"
                                           "client 1 close\n"
                                           "client 2 reset\n"
                                           "wait server accepted 2\n"
                                           "wait client 1 closed\n"
                                           "pause 200 ms\n"
                                           "pause 2s\n"
                                           "stop");
        const auto &a = script.actions;
        QCOMPARE(a.size(), 16u);
        QCOMPARE(a[0].kind, Action::connect);
        QCOMPARE(a[0].line, 2);
        QCOMPARE(a[1].kind, Action::wait_asleep);
        QCOMPARE(a[1].call, trace::Call::select);
        QCOMPARE(QString::fromStdString(a[2].text), QString("a # \"b\"\n"));
        QCOMPARE(a[3].kind, Action::wait_received);
        QCOMPARE(a[3].count, 3);
        QCOMPARE(a[4].first, 2);
        QCOMPARE(a[4].last, 500);
        QCOMPARE(a[5].count, 4096);
        QCOMPARE(a[6].count, 0);
        QCOMPARE(a[7].count, 10);
        QCOMPARE(a[10].kind, Action::reset);
        QCOMPARE(a[11].kind, Action::wait_accepted);
        QCOMPARE(a[12].kind, Action::wait_closed);
        QCOMPARE(a[13].count, 200'000'000);
        QCOMPARE(a[14].count, 2'000'000'000);
        QCOMPARE(a[15].kind, Action::stop);
        QCOMPARE(a[15].line, 17);
    }

    void what_is_done_to_the_server_is_read()
    {
        const auto script = played::script("with timeout 500 ms\nwith send-buffer 4096 bytes\nclient 1 send urgent \"!\"\n"
                                           "client 1 receive urgent\ninterrupt server\nhold server\nwait server held\n"
                                           "close descriptor 5\nrelease server\n");
        const Action::Kind kinds[] = {Action::send_urgent, Action::receive_urgent,   Action::interrupt, Action::hold,
                                      Action::wait_held,   Action::close_descriptor, Action::release};
        QCOMPARE(script.actions.size(), std::size(kinds));
        for (size_t i = 0; i < std::size(kinds); ++i) {
            QCOMPARE(script.actions[i].kind, kinds[i]);
            QCOMPARE(script.actions[i].line, int(i) + 3);
        }
        QCOMPARE(script.actions[0].text, std::string("!"));
        QCOMPARE(script.actions[5].count, 5);
    }

    void what_is_chosen_goes_before_what_the_script_wants()
    {
        using Notify = servers::Settings::Notify;
        const auto script = played::script("with timeout 500 ms\nwith pause 2 ms\nwith send-buffer 4096 bytes\nwith queued signals\n"
                                           "with notify thread\nwith edge\nwith free descriptors 3\n");
        lab::Wishes chosen;
        chosen.send_buffer = 10'000;
        const lab::Wishes all = lab::together(chosen, script.wishes);
        QVERIFY(all.timeout == std::chrono::milliseconds(500) && all.pause == std::chrono::milliseconds(2));
        QVERIFY(all.send_buffer == 10'000 && all.queued_signals && all.edge_triggered && all.notify == Notify::thread);
        for (const servers::Server &server : servers::all()) { // each gets what it heeds, and is told of the rest
            const servers::Settings settings = lab::with({}, all, server.name);
            unsigned left_out = 0;
            for (const servers::Option option : lab::unheeded(all, server.name))
                left_out |= option;
            QCOMPARE(left_out, lab::options(all) & ~server.heeds);
            QCOMPARE(settings.timeout.has_value(), bool(server.heeds & servers::timeout_option));
            QCOMPARE(settings.pause.count() > 0, bool(server.heeds & servers::pause_option));
            QCOMPARE(settings.send_buffer, server.heeds & servers::send_buffer_option ? 10'000 : 0);
            QCOMPARE(settings.queued_signals, bool(server.heeds & servers::signal_option));
            QCOMPARE(settings.notify == Notify::thread, bool(server.heeds & servers::notify_option));
            QCOMPARE(settings.free_descriptors, server.heeds & servers::descriptors_option ? 3 : 0);
            QCOMPARE(settings.edge_triggered, bool(server.heeds & servers::edge_option));
        }
    }

    void an_empty_datagram_is_sent_and_comes_back_data()
    {
        QTest::addColumn<QString>("server");
        QTest::addColumn<QString>("line");
        for (const char *server : {"blocking-udp", "nonblocking-udp", "select-udp", "poll-udp", "sigio-udp", "aio-udp"})
            for (const char *line : {"client 1 send \"\"", "client 1 send 0 bytes"})
                QTest::addRow("%s: %s", server, line) << server << line;
    }
    void an_empty_datagram_is_sent_and_comes_back()
    {
        QFETCH(QString, server);
        QFETCH(QString, line);
        lab::Settings settings;
        settings.server = server.toStdString();
        lab::Run run(settings);
        QVERIFY(!run.start());
        const auto problem = played::play(run, qPrintable("client 1 connect\n" + line + "\nclient 1 receive\nclient 1 send \"x\"\n"
                                                          "wait client 1 received 1\n" + line + "\nclient 1 receive\n"));
        QVERIFY(!problem);
        const trace::Trace trace = played::taken(run);
        const auto sent = played::of(trace, trace::Call::send, "client 1"), came = played::of(trace, trace::Call::recv, "client 1");
        QCOMPARE(sent.size(), 3u);
        QCOMPARE(came.size(), 3u);
        for (const size_t empty : {0, 2}) {
            QCOMPARE(sent[empty].result, 0);
            QCOMPARE(came[empty].result, 0);
        }
    }

    // The kernel counts them, and the last look is taken while the socket is there.
    void datagrams_that_find_no_room_are_counted()
    {
        lab::Settings settings;
        settings.server = "blocking-udp";
        lab::Run run(settings);
        QVERIFY(!run.start());
        QVERIFY(!played::play(run, "client 1 connect\nclient 1 send \"a\"\nwait client 1 received 1\nhold server\nclient 1 send \"b\"\n"
                                   "wait server held\nclient 1 send 400000 bytes\nrelease server\n"));
        const trace::Trace trace = played::taken(run);
        const auto dropped = [](const trace::Event &event) {
            return event.call == trace::Call::observed_drops && event.result > 0;
        };
        QVERIFY(std::ranges::any_of(trace.events(), dropped));
    }

    void a_byte_order_mark_is_skipped()
    {
        const auto script = played::script("\xef\xbb\xbf" "client 1 connect\n");
        QCOMPARE(script.actions.size(), 1u);
        QCOMPARE(script.actions[0].line, 1);
    }

    void errors_name_the_line_and_the_word_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<ScriptProblem::What>("what");
        QTest::addColumn<QString>("word");
        QTest::newRow("verb") << "jump" << ScriptProblem::unknown_action << "jump";
        QTest::newRow("client verb") << "client 1 dance" << ScriptProblem::unknown_action << "dance";
        QTest::newRow("condition") << "wait server happy" << ScriptProblem::unknown_condition << "happy";
        QTest::newRow("whom") << "wait kernel" << ScriptProblem::unknown_condition << "kernel";
        QTest::newRow("call") << "wait server blocked in sleep" << ScriptProblem::unknown_call << "sleep";
        QTest::newRow("macro is no call") << "wait server blocked in FD_SET" << ScriptProblem::unknown_call << "FD_SET";
        QTest::newRow("client 0") << "client 0 connect" << ScriptProblem::bad_number << "0";
        QTest::newRow("client x") << "client x connect" << ScriptProblem::bad_number << "x";
        QTest::newRow("range") << "client 5..2 connect" << ScriptProblem::bad_number << "5..2";
        QTest::newRow("many") << "client 1..99999 connect" << ScriptProblem::bad_number << "1..99999";
        QTest::newRow("bytes") << "client 1 send -4 bytes" << ScriptProblem::bad_number << "-4";
        QTest::newRow("huge") << "client 1 send 99999999999999999999 bytes" << ScriptProblem::bad_number << "99999999999999999999";
        QTest::newRow("no unit") << "client 1 send 4" << ScriptProblem::missing_word << "4";
        QTest::newRow("send unit") << "client 1 send 4 stones" << ScriptProblem::bad_unit << "4";
        QTest::newRow("quote") << "client 1 send \"abc" << ScriptProblem::open_quote << "\"abc";
        QTest::newRow("missing") << "client 1" << ScriptProblem::missing_word << "1";
        QTest::newRow("extra") << "stop now" << ScriptProblem::extra_word << "now";
        QTest::newRow("pause unit") << "pause 3 weeks" << ScriptProblem::bad_unit << "weeks";
        QTest::newRow("empty urgent") << "client 1 send urgent \"\"" << ScriptProblem::no_text << "\"";
        QTest::newRow("notify") << "with notify smoke" << ScriptProblem::unknown_action << "with notify smoke";
        QTest::newRow("urgent bytes") << "client 1 send urgent 4 bytes" << ScriptProblem::no_text << "4";
        QTest::newRow("interrupt") << "interrupt client" << ScriptProblem::unknown_action << "interrupt client";
        QTest::newRow("close") << "close door" << ScriptProblem::unknown_action << "close door";
        QTest::newRow("standard input") << "close descriptor 0" << ScriptProblem::bad_number << "0";
        QTest::newRow("no statement") << "bench \"close(3\"" << ScriptProblem::no_statement << "close(3";
        QTest::newRow("a comment") << "bench \"// close(3);\"" << ScriptProblem::no_text << "// close(3);";
        QTest::newRow("bench without one") << "bench close(3);" << ScriptProblem::no_text << "close(3);";
        QTest::newRow("bench elsewhere") << "bench in client" << ScriptProblem::unknown_action << "bench in client";
        QTest::newRow("bench waits") << "wait bench busy" << ScriptProblem::unknown_condition << "busy";
        QTest::newRow("a program that is the bench") << "program 2 bench" << ScriptProblem::no_program << "bench";
        QTest::newRow("server") << "with speed 3" << ScriptProblem::unknown_action << "speed";
        QTest::newRow("pause") << "pause" << ScriptProblem::missing_word << "pause";
    }
    void errors_name_the_line_and_the_word()
    {
        QFETCH(QString, line);
        QFETCH(ScriptProblem::What, what);
        QFETCH(QString, word);
        const auto parsed = lab::parse(("# first\n\n" + line + "\nstop\n").toStdString());
        const auto *problem = std::get_if<ScriptProblem>(&parsed);
        QVERIFY(problem);
        QCOMPARE(problem->line, 3);
        QCOMPARE(int(problem->what), int(what));
        QCOMPARE(QString::fromStdString(problem->word), word);
    }

    void a_wait_that_never_comes_true_names_its_line()
    {
        lab::Run run({});
        QVERIFY(!run.start());
        const auto problem = lab::play(played::script("client 1 connect\nwait server accepted 2\n"), run,
                                       std::chrono::milliseconds(50), [] { return false; });
        QVERIFY(problem);
        QCOMPARE(int(problem->what), int(ScriptProblem::timed_out));
        QCOMPARE(problem->line, 2);
    }

    void a_script_for_another_model_is_refused_before_it_begins_data()
    {
        QTest::addColumn<QString>("server");
        QTest::addColumn<QString>("line");
        QTest::addColumn<ScriptProblem::What>("what");
        QTest::newRow("another call") << "blocking" << "wait server blocked in select" << ScriptProblem::never_sleeps;
        QTest::newRow("never blocked") << "sigio" << "wait server blocked in recv" << ScriptProblem::never_sleeps;
        for (const char *line : {"client 1 send \"\"", "client 1 send 0 bytes"})
            QTest::newRow(line) << "select" << line << ScriptProblem::nothing_to_send;
        QTest::newRow("nothing urgent") << "select" << "client 1 receive urgent" << ScriptProblem::no_urgent;
        QTest::newRow("connects itself") << "chat-select" << "wait server accepted 1" << ScriptProblem::accepts_nobody;
        for (const char *line : {"wait server accepted 1", "client 1 shutdown", "client 1 reset", "wait client 1 closed"})
            QTest::newRow(line) << "blocking-udp" << line << ScriptProblem::no_connection;
    }
    void a_script_for_another_model_is_refused_before_it_begins()
    {
        QFETCH(QString, server);
        QFETCH(QString, line);
        QFETCH(ScriptProblem::What, what);
        lab::Settings settings;
        settings.server = server.toStdString();
        lab::Run run(settings);
        QVERIFY(!run.start());
        const auto problem = played::play(run, qPrintable("client 1 connect\n" + line + "\n"));
        QVERIFY(problem);
        QCOMPARE(int(problem->what), int(what));
        QCOMPARE(problem->line, 2);
        QCOMPARE(run.clients(), 0);
    }

    void a_timeout_of_0_never_lets_the_server_sleep()
    {
        for (const auto &[server, call, timeout] : {std::tuple("select", "select", 0), {"poll", "poll", 999}, {"epoll", "epoll_wait", 0}}) {
            lab::Settings settings;
            settings.server = server;
            settings.serve.timeout = std::chrono::microseconds(timeout);
            lab::Run run(settings);
            QVERIFY(!run.start());
            const auto problem = played::play(run, qPrintable(QStringLiteral("wait server blocked in %1\n").arg(QLatin1String(call))));
            QVERIFY(problem);
            QCOMPARE(int(problem->what), int(ScriptProblem::only_asks));
        }
    }

    // Two connections fit into the queue behind the one that is served; from then on every client sleeps in connect().
    void clients_that_wait_in_connect_use_up_the_patience_together()
    {
        lab::Settings settings;
        settings.server = "blocking";
        settings.serve.backlog = 1;
        lab::Run run(settings);
        QVERIFY(!run.start());
        const auto problem = lab::play(played::script("client 1..2000 connect\n"), run, std::chrono::milliseconds(100), [] { return false; });
        QVERIFY(problem);
        QCOMPARE(int(problem->what), int(ScriptProblem::stuck));
        QCOMPARE(problem->word, std::string("connect"));
    }

    void a_client_must_be_connected_or_not_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<ScriptProblem::What>("what");
        QTest::newRow("connect twice") << "client 1..2 connect\nclient 2 connect\n" << ScriptProblem::already_connected;
        QTest::newRow("send after close") << "client 1..2 connect\nclient 2 close\nclient 2 send \"x\"\n" << ScriptProblem::not_connected;
        QTest::newRow("reset after reset") << "client 1..2 connect\nclient 2 reset\nclient 2 reset\n" << ScriptProblem::not_connected;
    }
    void a_client_must_be_connected_or_not()
    {
        QFETCH(QString, text);
        QFETCH(ScriptProblem::What, what);
        lab::Run run({});
        QVERIFY(!run.start());
        const auto problem = played::play(run, qPrintable(text));
        QVERIFY(problem);
        QCOMPARE(int(problem->what), int(what));
        QCOMPARE(problem->line, int(text.count('\n')));
        QCOMPARE(problem->word, std::string("2"));
    }

    void a_call_that_fails_is_named()
    {
        lab::Run run({});
        QVERIFY(!run.start());
        const auto problem = played::play(run, "client 1 connect\nclient 1 shutdown\nclient 1 send \"x\"\n");
        QVERIFY(problem);
        QCOMPARE(int(problem->what), int(ScriptProblem::call_failed));
        QCOMPARE(problem->line, 3);
        QCOMPARE(problem->word, std::string("send"));
        QCOMPARE(problem->error, EPIPE);
        const auto none = played::play(run, "client 7 close\n");
        QVERIFY(none);
        QCOMPARE(int(none->what), int(ScriptProblem::no_such_client));
    }

    void it_can_be_cancelled()
    {
        lab::Run run({});
        QVERIFY(!run.start());
        int asked = 0;
        QVERIFY(!lab::play(played::script("wait server accepted 1\nclient 1 connect\n"), run, std::chrono::hours(1),
                           [&] { return ++asked > 20; }));
        QCOMPARE(run.clients(), 0);
    }

    void hostile_text_does_no_harm()
    {
        const QByteArray seed = "client 1 send \"abc\" 4096 bytes wait server blocked in select\n..\\\"#";
        uint32_t state = 1;
        for (int round = 0; round < 20'000; ++round) {
            std::string text;
            for (int i = 0; i < 40; ++i) {
                state = state * 1664525 + 1013904223;
                text += (state >> 28) ? seed[int((state >> 8) % uint32_t(seed.size()))] : char(state >> 16);
            }
            (void)lab::parse(text);
        }
    }
};

ROOM_TEST(ScriptTest)
#include "script_test.moc"
