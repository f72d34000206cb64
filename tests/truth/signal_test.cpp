// SPDX-License-Identifier: MIT
// What strace saw of signals: those delivered, in order, with what they told; how they were asked for and held back.
#include "room.h"
#include "truth/strace_log.h"
#include "truth/watched.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QRegularExpression>

namespace {

QString field(const QString &line, const char *name)
{
    return QRegularExpression(QString("%1=([A-Z_0-9a-z]+)").arg(name)).match(line).captured(1);
}

// strace numbers real-time signals from 32, and the C library keeps two of them for itself.
QString name_of(QString signal)
{
    return signal == "SIGRT_2" ? "SIGRTMIN" : signal;
}

// Of real-time signals it gives the number only, and no descriptor.
QString code_of(const QString &code)
{
    static const QStringList names{"", "POLL_IN", "POLL_OUT", "POLL_MSG", "POLL_ERR", "POLL_PRI", "POLL_HUP"};
    return code.startsWith("0x") ? names.value(code.toInt(nullptr, 16), code) : code;
}

struct Seen {
    QStringList delivered, calls;
};

// A thread's signals and the calls about them, as strace wrote them.
Seen seen(const QString &path, int tid)
{
    Seen seen;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return seen;
    for (const QByteArray &bytes : file.readAll().split('\n')) {
        const QString line = QString::fromUtf8(bytes);
        // Urgent data sends the owner SIGURG as well, which no handler is for: it is ignored.
        if (line.startsWith(QString::number(tid)) && line.contains("--- SIG") && !line.contains("--- SIGURG")) {
            seen.delivered << name_of(line.section(' ', 2, 2, QString::SectionSkipEmpty)) + ' ' + code_of(field(line, "si_code"));
        }
    }
    const auto threads = strace::read(path);
    for (const strace::Call &call : threads[tid]) {
        if (call.name == "rt_sigaction")
            seen.calls << "sigaction " + name_of(call.args[0]);
        else if (call.name == "rt_sigprocmask" && call.args[0] != "SIG_SETMASK" && !call.args[1].startsWith('~')) // those of the C library
            seen.calls << "pthread_sigmask " + call.args[0];
        else if (call.name == "fcntl" && call.args[1] == "F_SETOWN_EX")
            seen.calls << QString("F_SETOWN_EX %1 %2 %3").arg(call.args[0], field(call.args[2], "type"), field(call.args[2], "pid"));
        else if (call.name == "fcntl" && call.args[1] == "F_SETSIG")
            seen.calls << QString("F_SETSIG %1 %2").arg(call.args[0], name_of(call.args[2]));
    }
    return seen;
}

Seen recorded(const QByteArray &json, int &tid)
{
    Seen recorded;
    QList<QPair<qint64, QString>> calls; // as strace lists them: by begin
    for (const QByteArray &line : json.split('\n')) {
        const QJsonObject event = QJsonDocument::fromJson(line).object(), args = event["args"].toObject();
        if (event["thread"].toString() != "server")
            continue;
        tid = event["tid"].toInt();
        const QString call = event["call"].toString(), command = args["command"].toString();
        const auto add = [&](const QString &text) { calls << qMakePair(event["begin_ns"].toInteger(), text); };
        if (call == "handler_begin")
            recorded.delivered << args["signal"].toString() + ' ' + args["code"].toString();
        else if (call == "sigaction")
            add("sigaction " + args["signal"].toString());
        else if (call == "pthread_sigmask")
            add("pthread_sigmask " + args["how"].toString());
        else if (command == "F_SETOWN_EX")
            add(QString("F_SETOWN_EX %1 %2 %3").arg(args["fd"].toInt()).arg(args["owner"].toString()).arg(args["argument"].toInteger()));
        else if (command == "F_SETSIG")
            add(QString("F_SETSIG %1 %2").arg(args["fd"].toInt()).arg(args["signal"].toString()));
    }
    std::stable_sort(calls.begin(), calls.end(), [](const auto &a, const auto &b) { return a.first < b.first; });
    for (const auto &call : calls)
        recorded.calls << call.second;
    return recorded;
}

} // namespace

class SignalTruthTest : public WatchedTest {
    Q_OBJECT

private slots:
    void every_signal_was_delivered_and_none_is_missing_data()
    {
        QTest::addColumn<QString>("server");
        QTest::addColumn<QString>("script");
        QTest::newRow("plain") << "sigio" << "sigio";
        QTest::newRow("causes, queued") << "sigio" << "sigio-causes";
        QTest::newRow("ten, one signal") << "sigio" << "sigio-ten";
        QTest::newRow("ten, queued") << "sigio" << "sigio-queued";
        QTest::newRow("datagrams") << "sigio-udp" << "sigio-udp";
    }
    void every_signal_was_delivered_and_none_is_missing()
    {
        QFETCH(QString, server);
        QFETCH(QString, script);
        const QString log = m_folder.filePath("strace.log");
        QProcess program;
        program.start("strace", {"-f", "-v", "-qq", "-o", log, "-s", "0", "-e", "signal=all", "-e", "trace=rt_sigaction,rt_sigprocmask,fcntl",
                                 IOMODELS_PROGRAM, "run", server, "--script", script, "--json"});
        QVERIFY(program.waitForFinished(120'000));
        QVERIFY2(program.exitCode() == 0, program.readAllStandardError());
        int tid = 0;
        const Seen mine = recorded(program.readAllStandardOutput(), tid), theirs = seen(log, tid);
        QVERIFY(!mine.delivered.isEmpty());
        QCOMPARE(mine.delivered.join('\n'), theirs.delivered.join('\n'));
        QCOMPARE(mine.calls.join('\n'), theirs.calls.join('\n'));
    }

    // What kills a program came from the kernel: SIGPIPE to its own thread, SIGINT to who stands in its terminal's foreground for it.
    void what_kills_came_from_the_kernel_data()
    {
        QTest::addColumn<QString>("server");
        QTest::addColumn<QByteArray>("script");
        QTest::addColumn<QString>("signal");
        QTest::newRow("SIGPIPE") << "mistake-sigpipe"
                                 << QByteArray("client 1 connect\nwait server accepted 1\nwait server blocked in select\nhold server\nclient 1 send \"ab\"\n"
                                               "wait server held\nclient 1 close\nrelease server\npause 100 ms\n")
                                 << "SIGPIPE";
        QTest::newRow("Ctrl-C") << "chat-server"
                                << QByteArray("program 2 chat-select\nwait server accepted 1\nprogram 2 type interrupt\nwait program 2 ended\n") << "SIGINT";
    }
    void what_kills_came_from_the_kernel()
    {
        QFETCH(QString, server);
        QFETCH(QByteArray, script);
        QFETCH(QString, signal);
        const QString log = m_folder.filePath("strace.log");
        QFile file(m_folder.filePath("script.txt"));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(script) == script.size());
        file.close();
        QProcess program;
        program.start("strace", {"-f", "-v", "-qq", "-o", log, "-s", "0", "-e", "signal=all", "-e", "trace=sendto,exit", IOMODELS_PROGRAM, "run", server, "--script",
                                 file.fileName(), "--json"});
        QVERIFY(program.waitForFinished(120'000));
        QVERIFY2(program.exitCode() == 0, program.readAllStandardError());
        QList<QJsonObject> killed;
        for (const QByteArray &line : program.readAllStandardOutput().split('\n'))
            if (const QJsonObject event = QJsonDocument::fromJson(line).object(); event["call"].toString() == "killed")
                killed << event;
        QCOMPARE(killed.size(), 1);
        const QJsonObject args = killed[0]["args"].toObject();
        QCOMPARE(args["signal"].toString(), signal);
        const int whose = args["by"].toInt() ? args["by"].toInt() : killed[0]["tid"].toInt();
        QStringList codes;
        QVERIFY(QFile::exists(log));
        QFile seen(log);
        QVERIFY(seen.open(QIODevice::ReadOnly));
        for (const QByteArray &bytes : seen.readAll().split('\n'))
            if (const QString line = QString::fromUtf8(bytes); line.startsWith(QString::number(whose) + ' ') && line.contains("--- " + signal))
                codes << field(line, "si_code");
        QCOMPARE(codes, QStringList(args["code"].toString()));
    }
};

ROOM_TEST(SignalTruthTest)
#include "signal_test.moc"
