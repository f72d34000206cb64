// SPDX-License-Identifier: MIT
// Lessons and examinations on the command line.
#include "archive/iotrace.h"
#include "program.h"
#include "room.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>

class PlayTest : public QObject {
    Q_OBJECT
private slots:
    void init() { QTest::failOnWarning(QRegularExpression(".*")); }
    void a_lesson_is_told_in_order();
    void its_chapters_are_in_the_recording();
    void a_recording_is_gone_through_again();
    void a_script_has_chapters_too();
    void a_lecturers_own();
    void a_mistake_starts_nothing();
    void a_moment_that_never_comes_is_told();
    void the_same_seed_asks_the_same();
    void no_question_tells_another_ones_answer();

private:
    QString own(const QByteArray &text) const
    {
        QFile file(m_dir.filePath("own.lesson"));
        return file.open(QIODevice::WriteOnly) && file.write(text) == text.size() ? file.fileName() : QString();
    }
    QTemporaryDir m_dir;
};

namespace {

QByteArray lesson(const QByteArray &at)
{
    return "title = {en = \"A\", vi = \"B\"}\ngoal = {en = \"Goal\", vi = \"Mục tiêu\"}\nrun = \"select\"\n[[chapter]]\ntitle = {en = \"One\", vi = \"Một\"}\n"
           "script = '''\nclient 1 connect\nwait server accepted 1\nwait server blocked in select\n'''\n[[chapter.say]]\nat = \"" + at
        + "\"\nen = \"It is {fd}\"\nvi = \"Là {fd}\"\n[[chapter.ask]]\nbefore = \"accept:1\"\nabout = \"descriptor\"\nen = \"Which?\"\nvi = \"Số nào?\"\n[end]\nen = \"So\"\nvi = "
          "\"Vậy\"\n";
}

} // namespace

void PlayTest::a_lesson_is_told_in_order()
{
    for (const char *language : {"en", "vi"}) {
        const auto answer = program::run({"play", "two-phases", "--json", "--lang", language});
        QCOMPARE(answer.code, 0);
        const auto items = program::objects(answer.out);
        QVERIFY(items.size() > 10);
        QCOMPARE(items.front()["kind"].toString(), QString("goal"));
        QCOMPARE(items.back()["kind"].toString(), QString("end"));
        int asked = 0;
        for (const QJsonObject &item : items) {
            QVERIFY(!item["text"].toString().isEmpty());
            asked += item["kind"] == "ask";
            QVERIFY(item["kind"] != "ask" || (item.contains("answer") && item.contains("step") && item.contains("about")));
        }
        QCOMPARE(asked, 4);
    }
}

void PlayTest::its_chapters_are_in_the_recording()
{
    const QString file = m_dir.filePath("a.iotrace");
    const auto items = program::objects(program::run({"play", "blocking-one-client", "--json", "--save", file}).out);
    std::unique_ptr<trace::Trace> trace;
    QVERIFY(archive::open(file, trace));
    QCOMPARE(trace->chapters.size(), size_t(3));
    const auto events = program::objects(program::run({"show", file, "--json"}).out);
    for (const QJsonObject &item : items)
        if (item["about"] == "asleep") // the event asked about, before accept:2
            QCOMPARE(events[item["step"].toInt()]["call"].toString(), QString("accept"));
    const auto at = program::objects(program::run({"show", file, "--at", "chapter:2", "--json"}).out);
    QCOMPARE(at.size(), 1);
    QCOMPARE(at[0]["chapter"]["number"].toInt(), 2);
    QVERIFY(program::run({"show", file, "--at", "end of chapter:3", "--lang", "vi"}).out.contains("Chương 3: Client thứ nhất đi rồi"));
    QVERIFY(program::run({"show", file, "--at", "in recv:2"}).out.contains("asleep"));
    QVERIFY(program::run({"show", file}).out.contains("Chapter 1: The first client"));
    QCOMPARE(program::run({"show", file, "--at", "chapter:4"}).code, 1);
}

// Without a run, and without the lesson's file.
void PlayTest::a_recording_is_gone_through_again()
{
    const QString own = this->own(lesson("accept:1")), file = m_dir.filePath("own.iotrace");
    const auto played = program::run({"play", own, "--json", "--save", file});
    QVERIFY2(played.code == 0 && QFile::remove(own), played.err.constData());
    const auto again = program::run({"play", file, "--json"});
    QCOMPARE(again.code, 0);
    QCOMPARE(again.out, played.out);
    QCOMPARE(program::run({"play", file, "--save", m_dir.filePath("b.iotrace")}).code, 2);
    QCOMPARE(program::run({"run", "select", "--script", "select", "--save", file}).code, 0);
    const auto no_lesson = program::run({"play", file});
    QVERIFY(no_lesson.code == 1 && no_lesson.err.contains("was not made of a lesson"));
}

void PlayTest::a_script_has_chapters_too()
{
    QFile script(m_dir.filePath("chapters.txt"));
    QVERIFY(script.open(QIODevice::WriteOnly));
    script.write("client 1 connect\nwait server accepted 1\nchapter \"Hôm nay\"\nclient 1 send \"abc\"\nwait client 1 received 3\nchapter \"The end\"\nclient 1 close\n");
    script.close();
    const QString file = m_dir.filePath("chapters.iotrace");
    QCOMPARE(program::run({"run", "select", "--script", script.fileName(), "--save", file}).code, 0);
    std::unique_ptr<trace::Trace> trace;
    QVERIFY(archive::open(file, trace));
    QCOMPARE(trace->chapters.size(), size_t(2));
    QCOMPARE(QString::fromStdString(trace->chapters[0].titles.at(0).second), QString::fromUtf8("Hôm nay"));
    QVERIFY(trace->chapters[0].end == trace->chapters[1].begin && trace->chapters[1].end >= trace->chapters[1].begin);
    QVERIFY(program::run({"show", file, "--at", "chapter:2"}).out.contains("Chapter 2: The end"));
    QVERIFY(script.open(QIODevice::WriteOnly) && script.write("chapter one\n") > 0);
    script.close();
    QVERIFY(program::run({"run", "select", "--script", script.fileName()}).err.contains("line 1: a text in quotation marks is wanted"));
}

void PlayTest::a_lecturers_own()
{
    const auto answer = program::run({"play", own(lesson("accept:1")), "--lang", "vi"});
    QCOMPARE(answer.code, 0);
    QVERIFY(answer.out.contains("Là 4") && answer.out.contains("= 4") && answer.out.contains("Chương 1: Một"));
}

void PlayTest::a_mistake_starts_nothing()
{
    const QString recording = m_dir.filePath("none.iotrace");
    const auto answer = program::run({"play", own(lesson("acept:1")), "--save", recording});
    QCOMPARE(answer.code, 1);
    QCOMPARE(answer.out, QByteArray());
    QCOMPARE(answer.err.count('\n'), 1);
    QVERIFY2(answer.err.contains("own.lesson, line 12: there is no call “acept”."), answer.err.constData());
    QVERIFY(!QFile::exists(recording));
    QCOMPARE(program::run({"play", "no-such-lesson"}).code, 1);
}

void PlayTest::a_moment_that_never_comes_is_told()
{
    const auto answer = program::run({"play", own(lesson("accept:2"))});
    QCOMPARE(answer.code, 1);
    QVERIFY(answer.out.contains("Which?") && !answer.out.contains("It is"));
    QVERIFY2(answer.err.contains("own.lesson, line 11: this moment did not come"), answer.err.constData());
}

void PlayTest::the_same_seed_asks_the_same()
{
    const auto texts = [](const QStringList &arguments) {
        QStringList all;
        for (const QJsonObject &question : program::objects(program::run(QStringList{"quiz", "--questions", "6", "--json"} + arguments).out))
            all += question["about"].toString() + question["text"].toString() + question["answer"].toVariant().toString();
        return all;
    };
    const QString sheet = m_dir.filePath("exam"), key = m_dir.filePath("key");
    const QStringList first = texts({"--seed", "7", "--sheet", sheet, "--solutions", key});
    QCOMPARE(first.size(), 6);
    QCOMPARE(texts({"--seed", "7"}), first);
    QVERIFY(texts({"--seed", "8"}) != first);
    for (const QString &path : {sheet, key}) {
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly) && file.read(5) == "%PDF-");
    }
    QVERIFY(!QDir(m_dir.path()).entryList({"key.1-*.iotrace"}).isEmpty());
}

// Of one run; and its questions come in the order in which the run answers them.
void PlayTest::no_question_tells_another_ones_answer()
{
    const auto questions = program::objects(program::run({"quiz", "--seed", "4711", "--questions", "40", "--json"}).out);
    QCOMPARE(questions.size(), 40);
    static const QRegularExpression call(QStringLiteral("\\w\\((\\d+), ")), chapter(QStringLiteral("chapter (\\d+)\\."));
    int pairs = 0;
    for (qsizetype i = 0; i + 1 < questions.size(); ++i)
        for (qsizetype j = i + 1; j < questions.size(); ++j) {
            const QJsonObject &one = questions[i], &other = questions[j];
            const bool of_lesson = one.contains("lesson");
            const QString run = of_lesson ? QStringLiteral("lesson") : QStringLiteral("script");
            if (one[run] != other[run])
                continue;
            ++pairs;
            if (of_lesson)
                QVERIFY(chapter.match(one["text"].toString()).captured(1).toInt() <= chapter.match(other["text"].toString()).captured(1).toInt());
            for (const auto &[asked, beside] : {std::pair(one, other), std::pair(other, one)})
                if (!of_lesson && (asked["about"] == "descriptor" || asked["about"] == "maxfd"))
                    QVERIFY2(call.match(beside["text"].toString()).captured(1).toInt() != asked["answer"].toInt(),
                             qPrintable(asked["text"].toString() + u'\n' + beside["text"].toString()));
        }
    QVERIFY(pairs > 20);
}

ROOM_TEST(PlayTest)
#include "play_test.moc"
