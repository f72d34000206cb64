// SPDX-License-Identifier: MIT
// The house keeps its own rules: arrows between rooms, no Qt in the engine, short files, licence, complete source
// lists.
#include "source_tree.h"

#include "room.h"

#include <QFile>

using namespace house;

class HouseTest : public QObject {
    Q_OBJECT
private slots:
    void init();
    void rules_see_what_is_wrong_data();
    void rules_see_what_is_wrong();
    void a_forgotten_source_is_seen();
    void the_house_is_as_drawn();
    void all_sources_are_built();
    void what_has_one_place_is_found_there_alone();
    void a_second_place_is_seen();
    void the_readme_names_what_there_is();
};

namespace {

using Rule = QStringList (*)(const File &);
const QStringList rooms{"src", "ui", "tests"};

} // namespace

Q_DECLARE_METATYPE(Rule)

void HouseTest::init()
{
    QTest::failOnWarning(QRegularExpression(".*"));
}

void HouseTest::rules_see_what_is_wrong_data()
{
    QTest::addColumn<Rule>("rule");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("allowed");
    const auto row = [](const char *name, Rule rule, const char *path, const QString &text, bool allowed) {
        QTest::newRow(name) << rule << QString(path) << text << allowed;
    };
    row("downwards", against_the_arrows, "src/lab/run.cpp", "#include \"servers/server.h\"\n", true);
    row("own room", against_the_arrows, "src/trace/trace.cpp", "#include \"trace/trace.h\"\n", true);
    row("the library", against_the_arrows, "src/trace/trace.cpp", "#include <vector>\n", true);
    row("upwards", against_the_arrows, "src/trace/trace.cpp", "#include \"replay/world.h\"\n", false);
    row("upwards in brackets", against_the_arrows, "src/trace/trace.cpp", "#  include <posix/gate.h>\n", false);
    row("a window", against_the_arrows, "src/figures/stage/stage.cpp", "#include \"ui/window/main_window.h\"\n", false);
    row("threads in a sentence", against_the_arrows, "src/words/explain/data.cpp", "#include \"lab/script.h\"\n", false);
    row("threads in a figure", against_the_arrows, "src/figures/stage/stage.cpp", "#include \"lab/run.h\"\n", false);
    row("up to a wing", up_to_a_wing, "src/words/parts.cpp", "#include \"words/explain/explain.h\"\n", false);
    row("within a wing", up_to_a_wing, "src/words/explain/aio.cpp", "#include \"words/explain/explain.h\"\n", true);
    row("linked upwards", against_the_arrows, "src/posix/CMakeLists.txt", "iomodels_room(posix LINK iomodels_lab)",
        false);
    row("linked downwards", against_the_arrows, "src/posix/CMakeLists.txt", "iomodels_room(posix LINK iomodels_trace)",
        true);
    row("unknown room", against_the_arrows, "src/misc/a.cpp", "", false);
    row("Qt below", qt_in_the_engine, "src/servers/select.cpp", "#include <QString>\n", false);
    row("Qt header below", qt_in_the_engine, "src/servers/select.cpp", "#include <qglobal.h>\n", false);
    row("Qt linked below", qt_in_the_engine, "src/replay/CMakeLists.txt", "Qt6::Core", false);
    row("queue below", qt_in_the_engine, "src/servers/select.cpp", "#include <queue>\n", true);
    row("Qt above", qt_in_the_engine, "src/words/language.h", "#include <QString>\n", true);
    row("Qt Network", qt_network, "ui/main.cpp", "#include <QTcpSocket>\n", false);
    row("Qt Network linked", qt_network, "ui/CMakeLists.txt", "Qt6::Network", false);
    row("Qt Core", qt_network, "ui/CMakeLists.txt", "Qt6::Core", true);
    row("500 lines", too_long, "ui/main.cpp", QString("a\n").repeated(500), true);
    row("501 lines", too_long, "ui/main.cpp", QString("a\n").repeated(501), false);
    row("a call after another", order_of_calls, "src/figures/stage/stage.cpp", "if (event.call >= trace::Call::observed_state)", false);
    row("a call in a stream", order_of_calls, "tests/trace/fold_test.cpp", "<< Call::select << 5", true);
    row("all calls", order_of_calls, "src/archive/save.cpp", "call < trace::Call::count_", true);
    row("a name", tables_of_names, "src/words/call_text.cpp", "{SO_LINGER, \"SO_LINGER\"},", false);
    row("the table of names", tables_of_names, "src/calls/constants.cpp", "{SO_LINGER, \"SO_LINGER\"},", true);
    row("a file", names_what_is_not_there, "README.md", "see `src/trace/event.h`, and `select.cpp` in `src/servers`", true);
    row("a file to be written", names_what_is_not_there, "README.md", "`src/servers/NAME.cpp`", true);
    row("no such file", names_what_is_not_there, "README.md", "see `src/trace/events.h`.", false);
    row("no file of that name", names_what_is_not_there, "README.md", "(`elect.cpp`)", false);
    row("licence", without_licence, "ui/run", "#!/bin/sh\n# SPDX-License-Identifier: MIT\n", true);
    row("no licence", without_licence, "ui/run", "#!/bin/sh\n# a\n# SPDX-License-Identifier: MIT\n", false);
}

void HouseTest::rules_see_what_is_wrong()
{
    QFETCH(Rule, rule);
    QFETCH(QString, path);
    QFETCH(QString, text);
    QFETCH(bool, allowed);
    QCOMPARE(rule({path, text}).isEmpty(), allowed);
}

void HouseTest::a_forgotten_source_is_seen()
{
    const File list{"src/trace/CMakeLists.txt", "iomodels_room(trace SOURCES event.cpp parts/a.cpp)"};
    QCOMPARE(not_built({list, {"src/trace/event.cpp", ""}, {"src/trace/parts/a.cpp", ""}}), QStringList());
    QCOMPARE(not_built({list, {"src/trace/vent.cpp", ""}}).size(), 1);
}

void HouseTest::the_house_is_as_drawn()
{
    QStringList wrong;
    const auto tree = files(rooms);
    QVERIFY(tree.size() > 30);
    for (const File &file : tree)
        for (const Rule rule : {against_the_arrows, up_to_a_wing, qt_in_the_engine, qt_network, too_long, order_of_calls, tables_of_names, without_licence})
            wrong += rule(file);
    QVERIFY2(wrong.isEmpty(), qPrintable("\n" + wrong.join('\n')));
}

void HouseTest::all_sources_are_built()
{
    const QStringList wrong = not_built(files(rooms));
    QVERIFY2(wrong.isEmpty(), qPrintable("\n" + wrong.join('\n')));
}

void HouseTest::the_readme_names_what_there_is()
{
    QFile readme(QStringLiteral(IOMODELS_SOURCE_DIR "/README.md"));
    QVERIFY(readme.open(QIODevice::ReadOnly));
    const QStringList wrong = names_what_is_not_there({"README.md", QString::fromUtf8(readme.readAll())});
    QVERIFY2(wrong.isEmpty(), qPrintable("\n" + wrong.join('\n')));
}

void HouseTest::what_has_one_place_is_found_there_alone()
{
    const std::vector<File> all = files(rooms);
    QStringList wrong;
    for (const Bound &bound : bounds())
        wrong += beyond(bound, all);
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
}

void HouseTest::a_second_place_is_seen()
{
    const std::vector<File> few{{"src/words/a.cpp", "if (event.call == Call::send || event.call == Call::sendto)"},
                                {"src/calls/b.cpp", "case Call::send: return row.flags;"},
                                {"ui/c.cpp", "language == \"vi\" ? \"vi\" : \"en\""},
                                {"src/words/d.cpp", "\"en\""},
                                {"tests/trace/e.cpp", QString("event.%1 = 1;\n").arg("flags").repeated(99)},
                                {"tests/replay/f.cpp", QString("event.%1 = 1;\n").arg("length").repeated(99)}};
    QStringList wrong;
    for (const Bound &bound : bounds())
        wrong += beyond(bound, few);
    QCOMPARE(wrong, (QStringList{"who sends is told by as_transfer(): src/words/a.cpp",
                                 "languages stand in one table: ui/c.cpp, src/words/d.cpp",
                                 "tests write events as lines of text: tests/replay/f.cpp"}));
}

ROOM_TEST(HouseTest)
#include "house_test.moc"
