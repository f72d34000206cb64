// SPDX-License-Identifier: MIT
// iomodels export … -o a.html and -o FOLDER, as a person would.
#include "page/pages.h"
#include "room.h"

#include <QDir>
#include <QTemporaryDir>

#include <csignal>

using namespace pages;

class CourseTest : public QObject {
    Q_OBJECT
private slots:
    void init() { QTest::failOnWarning(QRegularExpression(".*")); }

    void a_row_of_the_lecture_becomes_pages_and_an_index()
    {
        QTemporaryDir folder;
        const QString course = folder.filePath("course");
        const Answer answer = program({"export", "L6", "five-models", "-o", course});
        QVERIFY2(answer.code == 0, answer.err);
        const QByteArray index = content(course + "/index.html");
        const QStringList pages = QDir(course).entryList({"*.html"});
        QVERIFY(pages.size() >= 2);
        for (const QString &page : pages)
            if (page != "index.html") {
                QVERIFY(index.contains(page.toUtf8()));
                QVERIFY(content(course + '/' + page).endsWith("</html>\n"));
                QCOMPARE(data_of(content(course + '/' + page))["recording"].toString(), page.section('.', 0, 0) + ".iotrace");
                QVERIFY(QFile::exists(course + '/' + page.section('.', 0, 0) + ".iotrace"));
            }
        QVERIFY(index.contains("five-models") && !QFile::exists(course + "/five-models.html"));
        QCOMPARE(answer.out.count('\n'), pages.size());
    }

    void a_recording_becomes_a_page_of_its_lesson()
    {
        QTemporaryDir folder;
        const QString trace = folder.filePath("a.iotrace"), html = folder.filePath("a.html");
        QCOMPARE(program({"play", "fcntl-flags", "--save", trace}).code, 0);
        const Answer answer = program({"export", trace, "-o", html});
        QVERIFY2(answer.code == 0, answer.err);
        const QJsonObject data = data_of(content(html));
        QCOMPARE(data["name"].toString(), "fcntl-flags");
        QVERIFY(data["story"].toArray().size() > 3);
        QCOMPARE(program({"export", trace, "--range", "3-7", "-o", html}).code, 0);
        QCOMPARE(data_of(content(html))["steps"].toArray().size(), 5);
    }

    void failures_are_explained_and_leave_no_file_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<int>("code");
        QTest::addColumn<QByteArray>("said");
        QTest::newRow("no lesson") << QStringList{"export", "nobody", "-o", "DIR/course"} << 2 << QByteArray("nobody is none");
        QTest::newRow("it compares") << QStringList{"export", "five-models", "-o", "DIR/a.html"} << 1 << QByteArray("compares several runs");
        QTest::newRow("of a picture") << QStringList{"export", "fcntl-flags", "--figure", "sets", "-o", "DIR/a.html"} << 2 << QByteArray("--figure");
        QTest::newRow("two for one page") << QStringList{"export", "fcntl-flags", "two-phases", "-o", "DIR/a.html"} << 2 << QByteArray("one too many");
        QTest::newRow("a bad range") << QStringList{"export", "fcntl-flags", "--range", "9-2", "-o", "DIR/a.html"} << 2 << QByteArray("9-2");
        QTest::newRow("no folder") << QStringList{"export", "fcntl-flags", "-o", "DIR/none/a.html"} << 1 << QByteArray("cannot be written");
        QTest::newRow("a file for a folder") << QStringList{"export", "fcntl-flags", "-o", "DIR/file/course"} << 1 << QByteArray("cannot be made");
        QTest::newRow("a full disk") << QStringList{"export", "fcntl-flags", "-o", "/dev/full"} << 1 << QByteArray();
    }
    void failures_are_explained_and_leave_no_file()
    {
        QFETCH(QStringList, arguments);
        QFETCH(int, code);
        QFETCH(QByteArray, said);
        QTemporaryDir folder;
        QFile file(folder.filePath("file"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        const Answer answer = program(arguments.replaceInStrings("DIR", folder.path()));
        QCOMPARE(answer.code, code);
        QVERIFY2(answer.err.contains(said) && answer.err.count('\n') <= 2, answer.err);
        QCOMPARE(QDir(folder.path()).entryList(QDir::NoDotAndDotDot | QDir::AllEntries), QStringList("file"));
    }

    void no_half_of_a_page_is_left_when_files_may_not_grow()
    {
        QTemporaryDir folder;
        QProcess shell;
        prepare(shell, {});
        shell.setProgram("sh");
        shell.setArguments({"-c", QStringLiteral("ulimit -f 20; trap '' XFSZ; exec '%1' export fcntl-flags -o '%2/a.html' --lang en").arg(QStringLiteral(IOMODELS_PROGRAM), folder.path())});
        shell.start();
        QVERIFY(shell.waitForFinished(120'000));
        QCOMPARE(shell.exitCode(), 1);
        QVERIFY(!shell.readAllStandardError().isEmpty());
        QVERIFY(QDir(folder.path()).isEmpty());
    }

    void ctrl_c_leaves_whole_pages_only()
    {
        QTemporaryDir folder;
        QProcess process;
        prepare(process, {"export", "lecture", "-o", folder.filePath("course")});
        process.start();
        QVERIFY(process.waitForReadyRead(120'000)); // the first page is there
        QCOMPARE(::kill(pid_t(process.processId()), SIGINT), 0);
        QVERIFY(process.waitForFinished(120'000));
        QCOMPARE(process.exitStatus(), QProcess::NormalExit);
        QCOMPARE(process.exitCode(), 1);
        const QDir course(folder.filePath("course"));
        const QStringList pages = course.entryList({"*.html"});
        QVERIFY(!pages.isEmpty() && pages.size() < 20);
        for (const QString &page : pages)
            QVERIFY(content(course.filePath(page)).endsWith("</html>\n"));
    }
};

ROOM_TEST(CourseTest)
#include "course_test.moc"
