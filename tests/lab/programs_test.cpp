// SPDX-License-Identifier: MIT
// Several programs in one run, each with a table and a terminal of its own: what is typed arrives, whole and once, what waits is told,
// and who ends ends alone.
#include "lab/played.h"
#include "replay/terminal.h"
#include "room.h"

#include <QRegularExpression>

#include <cerrno>
#include <set>
#include <string>

using played::of;
using trace::Call;
using trace::Event;

// The thread sanitizer's runtime delivers a signal at the thread's next call: one that is asleep in read() already is not told.
#ifdef __SANITIZE_THREAD__
#define BY_SIGNAL "chat-nonblocking"
#else
#define BY_SIGNAL "chat-sigio"
#endif

namespace {

lab::Settings settings(const char *server, bool pipe = false)
{
    lab::Settings settings;
    settings.server = server;
    settings.serve.stdin_pipe = pipe;
    return settings;
}

int64_t bytes(const trace::Trace &trace, Call call, const std::string &thread)
{
    int64_t sum = 0;
    for (const Event &event : of(trace, call, thread))
        sum += std::max(0, event.result);
    return sum;
}

// Line `number` of who says `letter`: 8 bytes.
std::string line(char letter, int number)
{
    char text[16];
    std::snprintf(text, sizeof text, "%c %05d\n", letter, number);
    return text;
}

void type_lines(lab::Run &run, int program, char letter, int count)
{
    std::string all;
    for (int i = 0; i < count; ++i)
        all += line(letter, i);
    run.type(program, all);
}

bool shows_all(const lab::Run &run, int program, char letter, int count)
{
    for (int i = 0; i < count; ++i)
        if (!run.shows(program, line(letter, i).substr(0, 7)))
            return false;
    return true;
}

constexpr const char *two_inputs = "client 1 connect\nwait server accepted 1\n";
constexpr int lines = 1000;

} // namespace

class ProgramsTest : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(".*")); }

    void a_thousand_lines_arrive_once_data()
    {
        QTest::addColumn<QString>("client");
        QTest::addColumn<bool>("both");
        for (const std::string &client : std::set<std::string>{"chat-select", "chat-nonblocking", BY_SIGNAL})
            for (const bool both : {false, true})
                QTest::addRow("%s%s", client.c_str(), both ? ", both at once" : "") << QString::fromStdString(client) << both;
    }
    void a_thousand_lines_arrive_once()
    {
        QFETCH(QString, client);
        QFETCH(bool, both);
        lab::Run run(settings("chat-server"));
        QVERIFY(!run.start());
        const QByteArray script = QString("program 2 %1\nwait server accepted 1\nprogram 3 %1\nwait server accepted 2\n").arg(client).toUtf8();
        QVERIFY(!played::play(run, script.constData()));
        type_lines(run, 2, 'a', lines);
        if (both)
            type_lines(run, 3, 'b', lines);
        QTRY_VERIFY_WITH_TIMEOUT(shows_all(run, 3, 'a', lines), 30'000);
        if (both)
            QTRY_VERIFY_WITH_TIMEOUT(shows_all(run, 2, 'b', lines), 30'000);
        const trace::Trace trace = played::taken(run);
        QVERIFY(!run.problem());
        const int64_t all = lines * 8;
        QCOMPARE(bytes(trace, Call::typed, "keyboard of program 2"), all);
        QCOMPARE(bytes(trace, Call::send, "program 2"), all);
        QCOMPARE(bytes(trace, Call::recv, "program 3"), all); // each line is there: then none is there twice
        QCOMPARE(bytes(trace, Call::write, "program 3"), all);
        QCOMPARE(bytes(trace, Call::recv, "program 2"), both ? all : 0);
    }

    void what_the_kernel_drops_is_told_data()
    {
        QTest::addColumn<QString>("client");
        for (const char *client : {"chat-select-udp", "chat-nonblocking-udp"})
            QTest::newRow(client) << client;
    }
    void what_the_kernel_drops_is_told()
    {
        QFETCH(QString, client);
        lab::Run run(settings("chat-server-udp"));
        QVERIFY(!run.start());
        QVERIFY(!played::play(run, QString("program 2 %1\nprogram 3 chat-select-udp\nprogram 3 type \"abc\\n\"\nhold server\n"
                                           "program 3 type \"def\\n\"\nwait server held\n").arg(client).toUtf8().constData()));
        type_lines(run, 2, 'a', lines);
        QTRY_VERIFY(run.all_typed(2));
        trace::Trace trace;
        const auto sent = [&] {
            trace.append(run.take());
            return of(trace, Call::send, "program 2").size();
        };
        QTRY_COMPARE_WITH_TIMEOUT(sent(), size_t(lines), 20'000);
        run.hold_server(false);
        QTRY_VERIFY(run.server_asleep_in(Call::select));
        run.stop();
        trace.append(run.take());
        trace.run = run.description();
        const replay::Replay replay(trace);
        const auto received = of(trace, Call::recvfrom);
        const auto taken = std::ranges::count(received, 8, &Event::result);
        int64_t dropped = 0;
        for (const Event &event : trace.events())
            if (event.call == Call::observed_drops && calls::value(event, "peer_port") == 0)
                dropped = std::max(dropped, calls::value(event, "dropped").value_or(0));
        QVERIFY(taken < lines); // its receive buffer has no room for all
        QCOMPARE(taken + dropped, int64_t(lines));
    }

    // Its output is stopped, Ctrl-S: it sleeps in write(), and meanwhile its socket's own buffer fills.
    void what_a_chat_program_itself_loses_is_told()
    {
        lab::Run run(settings("chat-server-udp"));
        QVERIFY(!run.start());
        QVERIFY(!played::play(run, "program 2 chat-select-udp\nprogram 3 chat-select-udp\nprogram 3 type \"abc\\n\"\nwait program 2 blocked in select\n"
                                   "wait program 3 blocked in select\n"));
        run.type(3, "\x13");
        QTRY_VERIFY(run.all_typed(3));
        type_lines(run, 2, 'a', lines);
        QTRY_VERIFY(run.all_typed(2));
        trace::Trace trace;
        const auto sent = [&] {
            trace.append(run.take());
            return of(trace, Call::send, "program 2").size();
        };
        QTRY_COMPARE_WITH_TIMEOUT(sent(), size_t(lines), 20'000);
        QTRY_VERIFY(run.server_asleep_in(Call::select) && run.asleep_in(2, Call::select));
        run.type(3, "\x11"); // Ctrl-Q
        QTRY_VERIFY_WITH_TIMEOUT(run.asleep_in(3, Call::select), 20'000);
        run.stop();
        trace.append(run.take());
        trace.run = run.description();
        const auto received = std::ranges::count(of(trace, Call::recv, "program 3"), 8, &Event::result),
                   passed_on = std::ranges::count(of(trace, Call::sendto), 8, &Event::result);
        int64_t dropped = 0;
        for (const Event &event : trace.events())
            if (event.call == Call::observed_drops && calls::value(event, "peer_port") == run.port())
                dropped = std::max(dropped, calls::value(event, "dropped").value_or(0));
        QVERIFY(received < passed_on);
        QCOMPARE(received + dropped, passed_on);
    }

    void what_waits_in_the_terminal_is_told()
    {
        lab::Run run(settings("two-inputs-blocking"));
        QVERIFY(!run.start());
        QVERIFY(!played::play(run, two_inputs));
        QVERIFY(!played::play(run, "wait server blocked in read\ntype \"one\\n\"\nwait server blocked in recv\ntype \"two\\nthr\"\npause 20 ms\n"));
        const trace::Trace trace = played::taken(run);
        const replay::Replay replay(trace);
        // After the last thing typed nothing has been read.
        size_t last = 0;
        for (size_t i = 0; i < trace.events().size(); ++i)
            if (trace.events()[i].call == Call::typed)
                last = i;
        const auto terminal = replay::terminal_of(replay, 0, replay.step(last));
        QVERIFY(terminal);
        QCOMPARE(QString::fromStdString(terminal->waiting), QString("two\n"));
        QCOMPARE(QString::fromStdString(terminal->unfinished), QString("thr"));
        QVERIFY(terminal->readable() && !terminal->end_waits);
        QCOMPARE(terminal->pieces.size(), size_t(3));
        QVERIFY(terminal->pieces[1].whole && !terminal->pieces[2].whole);
        QVERIFY(!replay::terminal_of(replay, 1, replay.step(last))); // the client has none
    }

    void what_fgets_has_read_ahead_is_told()
    {
        lab::Run run(settings("two-inputs-stdio"));
        QVERIFY(!run.start());
        QVERIFY(!played::play(run, two_inputs));
        QVERIFY(!played::play(run, "type \"0123456789abcdefghij\\n\"\nwait client 1 received 15\nwait server blocked in select\n"
                                   "type \"x\\n\"\nwait client 1 received 23\nwait server blocked in select\n"));
        const trace::Trace trace = played::taken(run);
        const auto given = of(trace, Call::fgets);
        QCOMPARE(given.size(), size_t(3)); // 15 of them, the other 6, and the line that has come since
        QCOMPARE(given[0].result, 15);
        QCOMPARE(calls::value(given[0], "ahead"), 6);
        QCOMPARE(calls::value(given[1], "ahead"), 0);
        QCOMPARE(of(trace, Call::read).size(), size_t(2));
        const replay::Replay replay(trace);
        for (size_t i = 0; i < trace.events().size(); ++i)
            if (trace.events()[i] == given[0])
                QCOMPARE(QString::fromStdString(replay::terminal_of(replay, 0, replay.step(i))->ahead_text), QString("fghij\n"));
    }

    void a_pipe_gives_many_lines_at_once_and_ends()
    {
        lab::Run run(settings("two-inputs-select", true));
        QVERIFY(!run.start());
        QVERIFY(!played::play(run, "client 1 connect\nwait server accepted 1\nwait server blocked in select\nhold server\ntype \"o\\n\"\n"
                                   "wait server held\ntype \"one\\n\"\ntype \"two\\n\"\nrelease server\nwait client 1 received 10\ntype end\n"
                                   "wait client 1 closed\nclient 1 send \"still\"\nwait program shows \"still\"\n"));
        const trace::Trace trace = played::taken(run);
        const auto reads = of(trace, Call::read);
        QCOMPARE(reads.size(), size_t(2));
        QCOMPARE(reads[0].result, 10);
        QCOMPARE(reads[1].result, 0);
        QCOMPARE(of(trace, Call::typed_end, "keyboard").size(), size_t(1));
        const replay::Replay replay(trace);
        const auto terminal = replay::terminal_of(replay, 0, replay.last());
        QVERIFY(terminal && terminal->pipe && terminal->waiting.empty() && !terminal->end_waits);
    }

    void who_ends_at_its_keyboard_ends_alone()
    {
        lab::Run run(settings("chat-server"));
        QVERIFY(!run.start());
        QVERIFY(!played::play(run, "program 2 chat-select\nwait server accepted 1\nprogram 3 chat-blocking\nwait server accepted 2\n"
                                   "program 3 type end\nwait program 3 ended\nprogram 3 type \"nobody reads this\\n\"\n"
                                   "program 2 type \"abc\\n\"\nwait program 2 blocked in select\nprogram 4 " BY_SIGNAL "\nwait server accepted 3\n"
                                   "program 2 type \"def\\n\"\nwait program 4 shows \"def\"\n"));
        QVERIFY(!run.ended());
        const auto late = played::play(run, "wait program 3 shows \"abc\"\n");
        QVERIFY(late && late->what == lab::ScriptProblem::program_ended);
        const trace::Trace trace = played::taken(run);
        QVERIFY(!run.problem());
        QCOMPARE(of(trace, Call::thread_end, "program 3").size(), size_t(1));
        for (const char *name : {"server", "program 2", "program 3", "program 4"})
            QCOMPARE(of(trace, Call::thread_begin, name).size(), size_t(1));
    }

    void any_keys_do_no_harm_data()
    {
        QTest::addColumn<QString>("server");
        for (const servers::Server &server : servers::all())
            if (server.terminal)
                QTest::newRow(std::string(server.name).c_str()) << QString::fromLatin1(server.name.data(), qsizetype(server.name.size()));
    }
    void any_keys_do_no_harm()
    {
        QFETCH(QString, server);
        lab::Run run(settings(qPrintable(server)));
        QVERIFY(!run.start());
        if (servers::named(server.toStdString())->peer.empty())
            QVERIFY(!played::play(run, two_inputs));
        std::string keys(100'000, 'x'); // no terminal takes so long a line: it keeps 4095 bytes of it
        keys += "\n\x01\x02\x1c\x7f\xff\xfe\n";
        keys += std::string(3, '\0') + "\n";
        QVERIFY(run.type(1, keys));
        QVERIFY(run.type_end(1));
        QVERIFY(run.type_end(1));
        QVERIFY(run.type(1, "\x03\x03\x1c\n"));
        QTest::qWait(50);
        run.interrupt_server();
        run.stop();
        QVERIFY2(!run.problem(), run.problem() ? run.problem()->call.c_str() : "");
    }

    void a_chat_program_has_a_server_of_its_own_or_another()
    {
        lab::Run host(settings("chat-server"));
        QVERIFY(!host.start());
        lab::Run alone(settings("chat-select"));
        QVERIFY(!alone.start());
        QVERIFY(alone.port() > 0 && alone.port() != host.port());
        lab::Settings connecting = settings("chat-select");
        connecting.serve.connect = uint16_t(host.port());
        lab::Run guest(connecting), other(connecting);
        QVERIFY(!guest.start());
        QVERIFY(!other.start());
        QTRY_COMPARE(host.accepted(), 2);
        QVERIFY(guest.type(1, "hello\n"));
        QTRY_VERIFY(other.shows(1, "hello"));
        connecting.serve.connect = 1; // nobody listens there
        lab::Run lost(connecting);
        lost.start();
        QTRY_VERIFY(lost.ended());
        QCOMPARE(QString::fromStdString(lost.problem()->call), QString("connect"));
        QCOMPARE(lost.problem()->error, ECONNREFUSED);
    }

    void a_paused_keyboard_types_step_by_step()
    {
        lab::Settings paused = settings("two-inputs-select");
        paused.paused = true;
        lab::Run run(paused);
        QVERIFY(!run.start());
        QVERIFY(run.type(1, "abc\n"));
        QTest::qWait(30);
        QVERIFY(!run.all_typed(1));
        QTRY_VERIFY((run.step(), run.all_typed(1)));
        run.stop();
        QVERIFY(!run.problem());
    }

    void what_a_script_says_wrong_is_told_by_line_data()
    {
        using What = lab::ScriptProblem;
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("what");
        QTest::addColumn<QString>("word");
        const auto row = [](const char *text, What::What what, const char *word) { QTest::newRow(text) << text << int(what) << word; };
        row("program 2 no-such", What::no_program, "no-such");
        row("program 2", What::missing_word, "2");
        row("program x chat-select", What::bad_number, "x");
        row("program 2 type", What::missing_word, "type");
        row("type abc", What::no_text, "abc");
        row("type \"abc", What::open_quote, "\"abc");
        row("type end now", What::extra_word, "now");
        row("wait program 2 sleeps", What::unknown_condition, "sleeps");
        row("wait program shows", What::missing_word, "shows");
        row("wait program 2 blocked in nothing", What::unknown_call, "nothing");
        row("with stdin file", What::unknown_action, "file");
    }
    void what_a_script_says_wrong_is_told_by_line()
    {
        QFETCH(QString, text);
        QFETCH(int, what);
        QFETCH(QString, word);
        const auto parsed = lab::parse(("# first\n" + text).toStdString());
        const auto *problem = std::get_if<lab::ScriptProblem>(&parsed);
        QVERIFY(problem);
        QCOMPARE(problem->line, 2);
        QCOMPARE(int(problem->what), what);
        QCOMPARE(QString::fromStdString(problem->word), word);
    }

    void what_cannot_be_done_is_told()
    {
        using What = lab::ScriptProblem;
        lab::Run run(settings("chat-server"));
        QVERIFY(!run.start());
        const auto problem = [&](const char *text) { return played::play(run, text).value_or(What{}).what; };
        QCOMPARE(int(problem("type \"abc\\n\"\n")), int(What::no_terminal));
        QCOMPARE(int(problem("program 3 chat-select\n")), int(What::wrong_number));
        QCOMPARE(int(problem("program 2 type \"abc\\n\"\n")), int(What::no_program));
        QCOMPARE(int(problem("program 2 chat-select\nwait program 2 blocked in poll\n")), int(What::never_sleeps));
    }
};

ROOM_TEST(ProgramsTest)
#include "programs_test.moc"
