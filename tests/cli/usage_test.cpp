// SPDX-License-Identifier: MIT
// The command line itself: help, languages, and one clear sentence for each kind of misuse.
#include "cli/program.h"
#include "room.h"

#include <QRegularExpression>
#include <QTemporaryDir>

using program::run;

class UsageTest : public QObject {
    Q_OBJECT
private slots:
    void init() { QTest::failOnWarning(QRegularExpression(".*")); }
    void help_needs_no_display_data();
    void help_needs_no_display();
    void misuse_is_explained_data();
    void misuse_is_explained();
    void failures_are_explained_data();
    void failures_are_explained();
    void the_version_is_told();
    void messages_follow_the_language();
    void a_locale_without_utf8_is_no_reason_to_complain();
    void lists_are_names_for_scripts();
};

void UsageTest::help_needs_no_display_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QStringList>("words");
    QTest::newRow("program") << QStringList{"--help"}
                             << QStringList{"Usage:", "list", "run", "show", "export", "Exit codes"};
    QTest::newRow("short") << QStringList{"-h"} << QStringList{"Usage:"};
    QTest::newRow("list") << QStringList{"list", "--help"} << QStringList{"iomodels list", "figures"};
    QTest::newRow("run") << QStringList{"run", "--help"}
                         << QStringList{"iomodels run SERVER", "--script", "--port", "--timeout", "--save", "--json"};
    QTest::newRow("show") << QStringList{"show", "--help"} << QStringList{"iomodels show", "--at", "--json"};
    QTest::newRow("export") << QStringList{"export", "--help"}
                            << QStringList{"iomodels export", "--figure", "--at",    "--lang",
                                           "--theme",         "--size",   "--scale", "-o"};
}

void UsageTest::help_needs_no_display()
{
    QFETCH(QStringList, arguments);
    QFETCH(QStringList, words);
    const auto answer = run(arguments);
    QCOMPARE(answer.code, 0);
    QCOMPARE(answer.err, QByteArray());
    for (const QString &word : words)
        QVERIFY2(answer.out.contains(word.toUtf8()), qPrintable(word));
    for (const QByteArray &line : answer.out.split('\n'))
        QVERIFY2(QString::fromUtf8(line).size() <= 80, line.constData());
}

void UsageTest::misuse_is_explained_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QByteArray>("sentence");
    const auto row = [](const char *name, const QStringList &arguments, const char *sentence) {
        QTest::newRow(name) << arguments << QByteArray(sentence);
    };
    row("command", {"lst"}, "There is no command \"lst\"");
    row("option", {"run", "select", "--prot", "80"}, "There is no option --prot");
    row("short option", {"list", "-x"}, "There is no option -x");
    row("option twice", {"run", "select", "--script", "select", "--script", "poll"}, "--script was given more than once");
    row("option's value", {"run", "select", "--port"}, "--port needs a value");
    row("value too many", {"run", "select", "--json=yes"}, "does not take");
    row("nothing to run", {"run"}, "Something is missing after \"run\": SERVER");
    row("too much to run", {"run", "select", "blocking"}, "\"blocking\" is one too many");
    row("server", {"run", "fork"}, "There is no server \"fork\"");
    row("port", {"run", "select", "--port", "65536"}, "--port takes a number from 0 to 65535, not \"65536\"");
    row("negative port", {"run", "select", "--port", "-1"}, "--port takes a number");
    row("half a port", {"run", "select", "--port", "80.5"}, "whole number");
    row("port in words", {"run", "select", "--port", "http"}, "not \"http\"");
    row("timeout", {"run", "select", "--timeout", "nan"}, "--timeout takes a number");
    row("list", {"list", "lesson"}, "only servers, lessons, scripts, benches and figures");
    row("no lesson", {"play"}, "Something is missing after \"play\": LESSON");
    row("patience", {"play", "two-phases", "--patience", "long"}, "--patience takes a number");
    row("no questions", {"quiz", "--questions", "0"}, "--questions takes a number from 1 to 100");
    row("no seed", {"quiz", "--seed", "x"}, "--seed takes a number");
    row("nothing to show", {"show"}, "FILE.iotrace");
    row("figure missing", {"export", "select", "-o", "a.png"}, "--figure");
    row("figure", {"export", "select", "--figure", "map", "-o", "a.png"}, "There is no figure \"map\"");
    row("output missing", {"export", "select", "--figure", "sets"}, "-o FILE");
    row("output", {"export", "select", "--figure", "sets", "-o", "a.bmp"}, "a.bmp ends neither");
    row("no ending", {"export", QCoreApplication::applicationFilePath(), "-o", "a"}, "a ends neither");
    row("page of a row", {"export", "L4", "-o", "a.html"}, "L4 stands for several lessons, and a page has one");
    row("frames", {"export", "select", "--frames", "some", "-o", "a.gif"}, "moments or chapters");
    row("frames of chapters", {"export", "select", "--frames", "chapters", "--range", "1-5", "-o", "a.gif"}, "goes with --frames moments");
    row("seconds", {"export", "select", "--seconds", "0", "-o", "a.gif"}, "above 0 and up to 600");
    row("seconds of a picture", {"export", "select", "--figure", "sets", "--seconds", "5", "-o", "a.png"}, "--seconds is for an animation");
    row("instant of an animation", {"export", "select", "--at", "end", "-o", "a.gif"}, "choose its steps by --range");
    row("theme", {"export", "select", "--figure", "sets", "--theme", "sepia", "-o", "a.png"}, "only light, dark, projector or print");
    row("size", {"export", "select", "--figure", "sets", "--size", "big", "-o", "a.png"}, "like 1200x800");
    row("no size", {"export", "select", "--figure", "sets", "--size", "0x5", "-o", "a.png"}, "like 1200x800");
    row("large size", {"export", "select", "--figure", "sets", "--size", "99999x99999", "-o", "a.png"}, "at most 32767 pixels");
    row("huge size", {"export", "select", "--figure", "sets", "--size", "5x999999999999", "-o", "a.png"}, "at most 32767 pixels");
    row("figure for JSON", {"export", "select", "--figure", "sets", "-o", "a.json"}, "--figure is for a picture, but a.json");
    row("instant for JSON", {"export", "select", "--at", "end", "-o", "a.json"}, "--at is for a picture, but a.json");
    row("pause of none", {"run", "select", "--pause", "1"}, "does not poll");
    row("timeout of none", {"run", "blocking", "--timeout", "1"}, "The server \"blocking\" has no timeout");
    row("send buffer of none", {"run", "select-udp", "--send-buffer", "4096"}, "The server \"select-udp\" has no connections");
    row("scale", {"export", "select", "--figure", "sets", "--scale", "-2", "-o", "a.png"}, "A scale is a number");
    row("range", {"export", "select", "--figure", "crossing", "--range", "9-3", "-o", "a.png"}, "A range is");
    row("window: server, no display", {"--server", "fork"}, "There is no server \"fork\"");
    row("window: server", {"-platform", "offscreen", "--server", "fork"}, "There is no server \"fork\"");
    row("window: server of another lesson", {"-platform", "offscreen", "--server", "poll", "--script", "sigio"}, "on the server \"sigio\"");
    row("window: port", {"-platform", "offscreen", "--port", "http"}, "from 0 to 65535, not \"http\"");
    row("window: option", {"-platform", "offscreen", "--prot", "80"}, "There is no option --prot");
    row("window: two recordings", {"-platform", "offscreen", "a.iotrace", "b.iotrace"}, "\"b.iotrace\" is one too many");
    row("window: language", {"-platform", "offscreen", "--lang", "fr"}, "There is no language \"fr\"");
    row("no range", {"export", "select", "--figure", "sets", "--range", "3-9", "-o", "a.png"},
        "The figure sets has no range; crossing, timeline, overview take one.");
    row("language", {"--lang", "fr", "list"}, "There is no language \"fr\"");
    row("no language", {"list", "--lang"}, "--lang needs a value");
}

void UsageTest::misuse_is_explained()
{
    QFETCH(QStringList, arguments);
    QFETCH(QByteArray, sentence);
    const auto answer = run(arguments);
    QCOMPARE(answer.code, 2);
    QCOMPARE(answer.out, QByteArray());
    QVERIFY2(answer.err.contains(sentence), answer.err.constData());
    QVERIFY2(answer.err.contains("--help"), answer.err.constData());
    QCOMPARE(answer.err.count('\n'), 1);
}

void UsageTest::failures_are_explained_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QByteArray>("sentence");
    const auto row = [](const char *name, const QStringList &arguments, const char *sentence) {
        QTest::newRow(name) << arguments << QByteArray(sentence);
    };
    row("no display", {}, "There is no display here");
    row("no display for a file", {"x.iotrace"}, "There is no display here");
    row("file", {"show", "/nowhere/x.iotrace"}, "/nowhere/x.iotrace");
    row("folder", {"show", "/tmp"}, "/tmp");
    row("not a recording", {"show", "/etc/passwd"}, "/etc/passwd");
    row("a device", {"show", "/dev/null"}, "/dev/null is not a recording");
    row("a script is no lesson", {"play", "select"}, "There is no lesson \"select\": it is neither a file nor one of \"iomodels list lessons\"");
    row("drawn from nowhere", {"export", "/nowhere/x.iotrace", "--figure", "sets", "-o", "a.png"},
        "/nowhere/x.iotrace");
    row("script", {"run", "select", "--script", "/nowhere/s.txt"}, "There is no script \"/nowhere/s.txt\"");
    row("folder as script", {"run", "select", "--script", "/tmp"}, "/tmp");
    row("endless script", {"run", "select", "--script", "/dev/zero"}, "too long");
}

void UsageTest::failures_are_explained()
{
    QFETCH(QStringList, arguments);
    QFETCH(QByteArray, sentence);
    const auto answer = run(arguments);
    QCOMPARE(answer.code, 1);
    QCOMPARE(answer.out, QByteArray());
    QVERIFY2(answer.err.contains(sentence), answer.err.constData());
    QCOMPARE(answer.err.count('\n'), 1);
}

void UsageTest::the_version_is_told()
{
    const auto answer = run({"--version"});
    QCOMPARE(answer.code, 0);
    QVERIFY(
        QRegularExpression("^iomodels [0-9]+\\.[0-9]+\\.[0-9]+\n$").match(QString::fromUtf8(answer.out)).hasMatch());
}

void UsageTest::messages_follow_the_language()
{
    const QByteArray english = run({"run", "--help"}).out, vietnamese = run({"--lang", "vi", "run", "--help"}).out;
    QVERIFY(vietnamese.contains("Cách dùng"));
    QVERIFY(!vietnamese.contains("Usage"));
    QCOMPARE(run({"run", "--help", "--lang=vi"}).out, vietnamese);
    QCOMPARE(program::shell("LC_ALL=vi_VN.UTF-8 \"$iomodels\" run --help").out, vietnamese);
    QCOMPARE(program::shell("LC_ALL=vi_VN.UTF-8 \"$iomodels\" --lang en run --help").out, english);
    QCOMPARE(program::shell("LC_ALL=ja_JP.UTF-8 \"$iomodels\" run --help").out, english);
}

void UsageTest::a_locale_without_utf8_is_no_reason_to_complain()
{
    const auto answer = program::shell("LC_ALL=C \"$iomodels\" --lang vi list");
    QCOMPARE(answer.code, 0);
    QCOMPARE(answer.err, QByteArray());
    QVERIFY(answer.out.contains("select"));
}

void UsageTest::lists_are_names_for_scripts()
{
    QCOMPARE(run({"list", "servers"}).out,
             QByteArray("two-inputs-blocking\ntwo-inputs-polling\ntwo-inputs-select\ntwo-inputs-stdio\nblocking\nblocking-udp\n"
                        "nonblocking\nnonblocking-udp\nselect\nselect-udp\nselect-all\npoll\npoll-udp\npoll-all\nsigio\n"
                        "sigio-udp\naio\naio-udp\nchat-blocking\nchat-blocking-udp\nchat-nonblocking\nchat-nonblocking-udp\n"
                        "chat-select\nchat-select-udp\nchat-sigio\nchat-sigio-udp\nchat-server\nchat-server-udp\nrelay\n"
                        "relay-udp\nepoll\nio_uring\nthreads\n"));
    const auto figures = run({"list", "figures"}).out.split('\n');
    for (const char *name : {"stage", "sets", "client_FD", "tables", "crossing", "phases", "timeline", "listing", "words", "terminal", "totals", "overview"})
        QVERIFY2(figures.contains(name), name);
    QVERIFY(run({"list", "scripts"}).out.split('\n').contains("select"));
    const auto everything = run({"list"});
    QCOMPARE(everything.code, 0);
    for (const QByteArray &name : figures)
        QVERIFY(everything.out.contains(name));
}

ROOM_TEST(UsageTest)
#include "usage_test.moc"
