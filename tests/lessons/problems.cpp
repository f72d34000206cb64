// SPDX-License-Identifier: MIT
// The sentences for problems of a run, for files and scripts, in both languages.
#include "lessons/problems.h"
#include "room.h"
#include "words/story.h"

#include <cerrno>

using words::Language;

class ProblemsTest : public QObject {
    Q_OBJECT
private slots:
    void init() { QTest::failOnWarning(QRegularExpression(".*")); }
    void faults();
    void script_problems();
    void problems();

private:
    const Language m_en{"en"}, m_vi{"vi"};
};

void ProblemsTest::faults()
{
    using archive::Fault;
    QCOMPARE(lessons::fault(m_en, {}, "a"), "");
    for (int fault = 1; fault <= int(Fault::cancelled); ++fault) {
        const QString en = lessons::fault(m_en, {Fault(fault), "D"}, "/home/x/a.iotrace"),
                      vi = lessons::fault(m_vi, {Fault(fault), "D"}, "/home/x/a.iotrace");
        QVERIFY2(en.contains("/home/x/a.iotrace") && vi.contains("/home/x/a.iotrace") && en != vi, qPrintable(en + vi));
    }
    QCOMPARE(lessons::fault(m_vi, {Fault::damaged, "role", 1234}, "a"), "a bị hỏng ở byte 1.234.");
    QCOMPARE(lessons::fault(m_vi, {Fault::cannot_read, "Không có quyền"}, "a"), "Không đọc được a: Không có quyền");
}

void ProblemsTest::script_problems()
{
    for (int what = 0; what <= int(lab::ScriptProblem::stuck); ++what) {
        const lab::ScriptProblem problem{lab::ScriptProblem::What(what), 12, "connnect", ECONNREFUSED};
        const QString en = lessons::script_problem(m_en, problem), vi = lessons::script_problem(m_vi, problem);
        QVERIFY2(en.contains("line 12") && vi.contains("dòng 12"), qPrintable(en + vi));
        QCOMPARE(english_left(vi), QStringList());
    }
}

void ProblemsTest::problems()
{
    QVERIFY(lessons::problem(m_en, "bind", EADDRINUSE, 8080).contains("Port 8080 is in use"));
    QVERIFY(lessons::problem(m_vi, "bind", EADDRINUSE, 8080).contains("Cổng 8080 đang được dùng"));
    QVERIFY(lessons::problem(m_vi, "bind", EACCES, 80).contains("1024"));
    QVERIFY(lessons::problem(m_en, "accept", EMFILE, 0).contains("ulimit"));
    QVERIFY(lessons::problem(m_en, "server", 0, 0).contains("no server"));
    QCOMPARE(english_left(lessons::problem(m_vi, "listen", EINVAL, 1)), QStringList());
    QVERIFY(lessons::problem(m_en, "pthread_create", EAGAIN, 0).contains("ulimit -u"));
    const QString no_thread = lessons::script_problem(m_en, {lab::ScriptProblem::call_failed, 3, "pthread_create", EAGAIN});
    QVERIFY2(no_thread.startsWith("Script, line 3: ") && no_thread.contains("does not allow another thread"), qPrintable(no_thread));
    QVERIFY(lessons::problem(m_en, "malloc", ENOMEM, 0).contains("no memory left"));
    const lab::Problem left{"stop", ETIMEDOUT, 0, {{"server", "nanosleep"}, {"client 1", ""}, {"", "read", 4}, {"", "read", 7}}};
    const QString told = lessons::problem(m_en, left);
    for (const char *part : {"“server” did not end and was left behind: it is in nanosleep()", "“client 1” did not end", "2 threads of the C library",
                             "descriptors 4 and 7"})
        QVERIFY2(told.contains(part), qPrintable(told));
    QVERIFY(!told.contains("ETIMEDOUT"));
    QCOMPARE(english_left(lessons::problem(m_vi, left)), QStringList());
    QVERIFY(lessons::problem(m_en, lab::Problem{"accept", EMFILE, 0, left.left}).contains("ulimit"));
}

ROOM_TEST(ProblemsTest)
#include "problems.moc"
