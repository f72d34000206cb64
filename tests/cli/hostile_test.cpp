// SPDX-License-Identifier: MIT
// Recordings that somebody has made, and names that nobody expects: what cannot have happened is told, and nothing steers the terminal.
#include "archive/iotrace.h"
#include "calls/schema.h"
#include "cli/program.h"
#include "room.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QRegularExpression>
#include <QTemporaryDir>

#include <algorithm>

using program::Answer;
using program::run;
using program::shell;
using trace::Call;
using trace::Event;

namespace {

// A server that accepts a client and receives from it.
trace::Trace recording(const std::string &name = "server")
{
    trace::Trace trace;
    trace.run = {.server = "select", .port = 4000, .began = 1'000};
    trace::Batch batch;
    batch.programs = {{name, trace::Origin::listing, "select.cpp", Call::select}};
    batch.threads = {{name, 0, trace::Job::main, 11, {name, "maxfd"}}};
    batch.thread_index = {0};
    batch.files = {name + ".cpp"};
    const auto add = [&](Call call, int fd, int result, const char *field = "", int64_t value = 0) {
        Event &event = batch.events.emplace_back();
        event.call = call;
        event.fd = fd;
        event.result = result;
        calls::set(event, field, value);
        event.begin = int64_t(batch.events.size()) * 10'000;
        event.end = event.begin + 5'000;
        event.line = 7;
    };
    add(Call::socket, -1, 3);
    add(Call::listen, 3, 0, "backlog", 5);
    add(Call::accept, 3, 4, "peer_port", 40'000);
    add(Call::fd_set, 4, 0);
    add(Call::recv, 4, 3, "length", 4096);
    trace.append(std::move(batch));
    return trace;
}

bool steers(const QByteArray &text)
{
    static const QRegularExpression controls(QStringLiteral("[\\x00-\\x09\\x0b-\\x1f\\x7f-\\x9f\\x{202a}-\\x{202e}\\x{2066}-\\x{2069}]"));
    return controls.match(QString::fromUtf8(text)).hasMatch();
}

} // namespace

class HostileTest : public QObject {
    Q_OBJECT
    QTemporaryDir m_folder;
    QString file(const QString &name) const { return m_folder.filePath(name); }

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(".*")); }

    void what_contradicts_itself_is_told()
    {
        trace::Trace trace = recording();
        std::vector<Event> events = trace.events();
        events[2].result = -7;
        events[4].result = 5000;
        events[4].begin = events[2].begin;
        trace::Trace wrong;
        wrong.run = trace.run;
        trace::Batch batch{.events = events, .programs = trace.programs, .threads = trace.threads, .thread_index = {0}, .files = trace.files};
        wrong.append(std::move(batch));
        QVERIFY(archive::save(wrong, file("wrong.iotrace")));

        const Answer shown = run({"show", file("wrong.iotrace")});
        QCOMPARE(shown.code, 0);
        QCOMPARE(shown.out.count('\n'), qsizetype(events.size()));
        for (const char *said : {"contradicts itself in 3 places", "Step 2: accept() of server returned -7", "Step 4: recv() of server moved 5,000 bytes",
                                 "Step 4: recv() of server began before its call of step 2 had ended"})
            QVERIFY2(shown.err.contains(said), shown.err);

        const auto lines = program::objects(run({"show", file("wrong.iotrace"), "--json"}).out);
        QCOMPARE(lines.size(), qsizetype(events.size()));
        QCOMPARE(lines[2]["contradicts"].toString(), QString("below_minus_one"));
        QVERIFY(lines[4].contains("contradicts") && !lines[3].contains("contradicts"));
        for (size_t step = 0; step < events.size(); ++step) {
            const Answer world = run({"show", file("wrong.iotrace"), "--at", QString::number(step), "--json"});
            QCOMPARE(world.code, 0);
            QCOMPARE(program::objects(world.out).value(0)["contradictions"].toArray().size(), 3);
            QVERIFY(world.err.contains("contradicts itself"));
        }
        const Answer vietnamese = run({"show", file("wrong.iotrace"), "--lang", "vi"});
        QVERIFY2(vietnamese.err.contains("Bước 2: accept()") && !vietnamese.err.contains("step"), vietnamese.err);
        QVERIFY(archive::save(recording(), file("right.iotrace")));
        QCOMPARE(run({"show", file("right.iotrace")}).err, QByteArray());
    }

    void more_lost_than_there_can_have_been()
    {
        trace::Trace trace = recording();
        trace.dropped = uint64_t(1) << 63;
        QVERIFY(archive::save(trace, file("lost.iotrace")));
        const Answer shown = run({"show", file("lost.iotrace"), "--at", "end", "--json"});
        QCOMPARE(shown.code, 0);
        QVERIFY2(shown.err.contains("more than one a nanosecond"), shown.err);
        QVERIFY(program::objects(shown.out).value(0)["dropped"].toDouble() > 0);
    }

    void nothing_steers_the_terminal_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::newRow("colours and titles") << QByteArray("\x1b[31mred\x1b]0;title\x07");
        QTest::newRow("a carriage's return") << QByteArray("server\rclient\b\b");
        QTest::newRow("a line of its own") << QByteArray("a\n  0 nothing happened\t\v\f");
        QTest::newRow("8-bit controls") << QByteArray("a\xc2\x9b" "31m\xc2\x90\x7f");
        QTest::newRow("the other direction") << QByteArray("a\xe2\x80\xae" "b\xe2\x81\xa6");
    }
    void nothing_steers_the_terminal()
    {
        QFETCH(QByteArray, name);
        QVERIFY(archive::save(recording(name.toStdString()), file("named.iotrace")));
        for (const QStringList &options : {QStringList(), {"--json"}, {"--at", "end"}, {"--at", "2", "--json"}, {"--at", "4", "--lang", "vi"}}) {
            const Answer shown = run(QStringList{"show", file("named.iotrace")} + options);
            QCOMPARE(shown.code, 0);
            QVERIFY2(!shown.out.isEmpty() && !steers(shown.out), shown.out);
            if (options.contains("--json"))
                QVERIFY(!program::objects(shown.out).isEmpty());
        }
        QCOMPARE(run({"show", file("named.iotrace")}).out.count('\n'), 5);
        for (const QStringList &wrong : {QStringList{"show", name}, {"run", name}, {"run", "select", "--script", name}, {"show", file("named.iotrace"), "--at", name}, {name}}) {
            const Answer answer = run(wrong);
            QVERIFY(answer.code != 0);
            QVERIFY2(!answer.err.isEmpty() && !steers(answer.err) && answer.err.count('\n') == 1, answer.err);
        }
    }

    // A file's name is bytes; what is no text would become the name of another file.
    void a_name_that_is_no_text_is_refused()
    {
        const QString in = QStringLiteral("cd '%1' && name=$(printf 'a\\377b') && ").arg(m_folder.path());
        QCOMPARE(shell(in + "cp /dev/null \"$name.txt\"").code, 0);
        const QStringList before = QDir(m_folder.path()).entryList(QDir::Files);
        for (const char *command : {"run select --script select --save \"$name.iotrace\"", "run select --script \"$name.txt\"", "show \"$name.txt\"",
                                    "export \"$name.txt\" -o a.svg", "\"$name.txt\"", "compare -o \"$name.svg\""}) {
            const Answer answer = shell(in + "\"$iomodels\" " + command);
            QVERIFY2(answer.code == 2, answer.err);
            QVERIFY2(answer.err.contains("is no UTF-8"), answer.err);
        }
        QCOMPARE(QDir(m_folder.path()).entryList(QDir::Files), before);
        QCOMPARE(shell(in + "rm \"$name.txt\"").code, 0);
        const Answer inside = shell(in + "mkdir \"$name\" && cd \"$name\" && \"$iomodels\" run select --script select --save a.iotrace && "
                                         "\"$iomodels\" export a.iotrace --figure sets -o a.svg && ls && rm a.* && cd .. && rmdir \"$name\"");
        QVERIFY2(inside.code == 0 && inside.out == "a.iotrace\na.svg\n", inside.err);
    }
};

ROOM_TEST(HostileTest)
#include "hostile_test.moc"
