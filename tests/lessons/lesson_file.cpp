// SPDX-License-Identifier: MIT
// A lecturer's own lesson: what is good is taken, and every mistake is told with its line in every language; then nothing begins.
#include "lessons/followed.h"
#include "lessons/run.h"
#include "lessons/told.h"
#include "room.h"

#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>

class LessonFileTest : public QObject {
    Q_OBJECT
private slots:
    void init() { QTest::failOnWarning(QRegularExpression(".*")); }
    void moments_are_read();
    void a_good_one();
    void a_mistake_has_its_line_data();
    void a_mistake_has_its_line();
    void a_file_that_is_none();
};

namespace {

using lessons::LessonMistake;
using What = LessonMistake::What;

// A lesson that is good; its lines are numbered for the rows below.
const QByteArray good = R"(title = {en = "A lesson", vi = "Một bài học"}
row = "L7"
goal = {en = "Know it", vi = "Biết nó"}
run = "select"
front = ["sets"]
[[chapter]]
title = {en = "One", vi = "Một"}
script = '''
client 1 connect
wait server accepted 1
'''
[[chapter.say]]
at = "accept:1"
look = "stage"
en = "Descriptor {fd}"
vi = "Descriptor số {fd}"
[[chapter.ask]]
before = "accept:1"
about = "descriptor"
en = "Which?"
vi = "Số mấy?"
wrong = {en = "The smallest", vi = "Nhỏ nhất"}
[end]
en = "So it is"
vi = "Là vậy"
)";

QByteArray with(const QByteArray &line, const QByteArray &other)
{
    QByteArray changed = good;
    return changed.replace(line, other);
}

} // namespace

void LessonFileTest::moments_are_read()
{
    using lessons::Moment;
    const auto read = [](QStringView words) { return lessons::moment(words).value_or(Moment{Moment::step, "none", {}, 0}); };
    QCOMPARE(read(u"end"), (Moment{Moment::end, {}, {}, 0}));
    QCOMPARE(read(u"17"), (Moment{Moment::step, {}, {}, 17}));
    QCOMPARE(read(u"accept:2"), (Moment{Moment::call, {}, "accept", 2}));
    QCOMPARE(read(u"recv"), (Moment{Moment::call, {}, "recv", 0}));
    QCOMPARE(read(u"client 12 send:1"), (Moment{Moment::call, "client 12", "send", 1}));
    QCOMPARE(read(u"in program 2 recv:1"), (Moment{Moment::in_call, "program 2", "recv", 1}));
    QCOMPARE(read(u"before FD_SET:3"), (Moment{Moment::before_call, {}, "FD_SET", 3}));
    QCOMPARE(read(u"chapter:3"), (Moment{Moment::chapter, {}, "chapter", 3}));
    QCOMPARE(read(u"before chapter:3"), (Moment{Moment::before_chapter, {}, "chapter", 3}));
    QCOMPARE(read(u"end of chapter:3"), (Moment{Moment::chapter_end, {}, "chapter", 3}));
    for (const char16_t *none : {u"", u"recv:0", u"recv:x", u"recv 2", u"client send:1", u"in chapter:1", u"chapter", u"end of recv:1", u"recv:1:2", u"client 0 send:1", u"-1"})
        QVERIFY2(!lessons::moment(QStringView(none)), qPrintable(QStringView(none).toString()));
    QVERIFY(lessons::names_a_call(*lessons::moment(u"handler_begin:1")) && !lessons::names_a_call(*lessons::moment(u"recieve:1")));
}

void LessonFileTest::a_good_one()
{
    const auto read = lessons::lesson_file(good, "own");
    const auto *mistake = std::get_if<LessonMistake>(&read);
    QVERIFY2(!mistake, mistake ? qPrintable(lessons::sentence(words::Language(), "own.lesson", *mistake)) : "");
    const auto &lesson = std::get<lessons::LessonFile>(read);
    QCOMPARE(lesson.name, QString("own"));
    QCOMPARE(lesson.chapters.size(), size_t(1));
    QCOMPARE(lesson.script.actions.size(), size_t(3)); // the chapter begins, and two of its own
    QCOMPARE(lesson.script.actions[2].line, 10);       // of the file
    QCOMPARE(lesson.chapters[0].say[0].text.in(words::Language("vi")), QString("Descriptor số {fd}"));
    QVERIFY(lesson.chapters[0].note.by_language.empty() && lesson.chapters[0].minutes == 0); // the lecturer's own
    const auto noted = lessons::lesson_file(with("script =", "note = {en = \"Ask first\", vi = \"Hỏi trước\"}\nminutes = 8\nscript ="), "mine");
    QCOMPARE(std::get<lessons::LessonFile>(noted).chapters[0].note.by_language.at("vi"), "Hỏi trước");
    QCOMPARE(std::get<lessons::LessonFile>(noted).chapters[0].minutes, 8);
    QVERIFY(!lesson.chapters[0].say[0].careful && lesson.chapters[0].ask[0].about == lessons::About::descriptor);
}

void LessonFileTest::a_mistake_has_its_line_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("what");
    QTest::addColumn<int>("line");
    QTest::addColumn<QString>("word"); // that the sentence has
    const auto row = [](const char *name, const QByteArray &text, What what, int line, const char *word) {
        QTest::newRow(name) << text << int(what) << line << QString::fromUtf8(word);
    };
    row("no TOML", with("run = \"select\"", "run = select\""), What::no_toml, 4, "4");
    row("no UTF-8", with("vi = \"Là vậy\"", "vi = \"L\xff\""), What::no_text, 25, "UTF-8");
    row("a NUL", with("So it is", QByteArray("So\0it", 5)), What::no_text, 24, "UTF-8");
    row("unknown key", with("look = \"stage\"", "lok = \"stage\""), What::unknown_key, 14, "lok");
    row("unknown key at the top", with("row = \"L7\"", "rows = \"L7\""), What::unknown_key, 2, "rows");
    row("unknown chapter", with("[[chapter]]", "[[chaptr]]"), What::unknown_key, 6, "chaptr");
    row("no goal", with("goal = {en = \"Know it\", vi = \"Biết nó\"}", ""), What::missing_key, 1, "goal");
    row("no moment", with("at = \"accept:1\"\n", ""), What::missing_key, 12, "at");
    row("a language is missing", with("vi = \"Descriptor số {fd}\"\n", ""), What::missing_language, 12, "vi");
    row("a language is empty", with("\"Biết nó\"", "\" \""), What::missing_language, 3, "vi");
    row("another kind", with("row = \"L7\"", "row = 7"), What::wrong_type, 2, "row");
    row("another kind of text", with("en = \"Which?\"", "en = [1]"), What::wrong_type, 20, "en");
    row("no server", with("\"select\"", "\"selekt\""), What::no_server, 4, "selekt");
    row("no such moment", with("at = \"accept:1\"", "at = \"after accept\""), What::no_moment, 13, "after accept");
    row("a step's number", with("at = \"accept:1\"", "at = \"17\""), What::no_moment, 13, "17");
    row("no call", with("at = \"accept:1\"", "at = \"acept:1\""), What::no_call, 13, "acept");
    row("nothing to ask about", with("\"descriptor\"", "\"number\""), What::no_about, 19, "number");
    row("no figure", with("look = \"stage\"", "look = \"stages\""), What::no_figure, 14, "stages");
    row("no figure in front", with("[\"sets\"]", "[\"set\"]"), What::no_figure, 5, "set");
    row("no row", with("\"L7\"", "\"L15\""), What::no_row, 2, "L15");
    row("no value", with("run = \"select\"", "run = \"select\"\ntimeout = -1"), What::no_value, 5, "timeout");
    row("no placeholder", with("Descriptor {fd}", "Descriptor {df}"), What::no_placeholder, 15, "df");
    row("no such chapter", with("at = \"accept:1\"", "at = \"end of chapter:2\""), What::no_chapter, 12, "chapter:2");
    row("script", with("client 1 connect", "client 1 conect"), What::script, 9, "conect");
    row("a script in one line", with("script = '''\nclient 1 connect\nwait server accepted 1\n'''", "script = \"client 1 conect\""), What::script, 8, "conect");
    row("no chapter", good.first(good.indexOf("[[chapter]]")) + "[end]\nen = \"a\"\nvi = \"b\"\n", What::missing_key, 1, "chapter");
    row("ten megabytes", QByteArray(10 << 20, '#'), What::too_long, 0, "");
}

void LessonFileTest::a_mistake_has_its_line()
{
    QFETCH(QByteArray, text);
    QFETCH(int, what);
    QFETCH(int, line);
    QFETCH(QString, word);
    const auto read = lessons::lesson_file(text, "own");
    const auto *mistake = std::get_if<LessonMistake>(&read);
    QVERIFY(mistake);
    QCOMPARE(int(mistake->what), what);
    QCOMPARE(mistake->line, line);
    QStringList sentences;
    for (const QString &code : words::Language::codes()) {
        const QString told = lessons::sentence(words::Language(code), "/tmp/own.lesson", *mistake);
        QVERIFY2(told.startsWith("/tmp/own.lesson") && told.contains(word) && !told.contains('\n'), qPrintable(told));
        QVERIFY2(line == 0 || told.contains(QString::number(line)), qPrintable(told));
        sentences += told;
    }
    QCOMPARE(sentences.removeDuplicates(), 0);
}

void LessonFileTest::a_file_that_is_none()
{
    QTemporaryDir folder;
    const auto refused = [](const QString &path) {
        const auto planned = lessons::run_of({.lesson = path});
        const auto *refusal = std::get_if<lessons::Refusal>(&planned);
        return refusal ? lessons::sentence(words::Language(), *refusal) : QString();
    };
    QVERIFY(refused(folder.filePath("none.lesson")).contains("none.lesson"));
    QVERIFY(refused(folder.path()).contains(folder.path()));
    QCOMPARE(refused("/dev/null.lesson").isEmpty(), false);
    const auto device = lessons::lesson_at("/dev/null");
    QVERIFY(std::holds_alternative<LessonMistake>(device) && std::get<LessonMistake>(device).what == What::no_file);
    QFile file(folder.filePath("own.lesson"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(with("client 1 connect", "client 1 conect"));
    file.close();
    QCOMPARE(refused(file.fileName()), file.fileName() + ": Script, line 9: there is no action “conect”.");
}

ROOM_TEST(LessonFileTest)
#include "lesson_file.moc"
