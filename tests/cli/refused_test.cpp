// SPDX-License-Identifier: MIT
// A system that refuses io_uring: the program says so in one sentence, and everything else works.
#include "cli/program.h"
#include "room.h"

#include <QRegularExpression>

#include <cstddef>
#include <cerrno>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sys/prctl.h>
#include <sys/syscall.h>

using program::Answer;

namespace {

// In the process to be: io_uring_setup(2) fails with EPERM. seccomp(2); an ordinary user may, without new privileges.
void refuse_io_uring()
{
    static sock_filter steps[] = {
        BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(seccomp_data, nr)),
        BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_io_uring_setup, 0, 1),
        BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | EPERM),
        BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
    };
    static const sock_fprog filter{std::size(steps), steps};
    prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
    prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &filter);
}

Answer refused(const QStringList &arguments)
{
    QProcess process;
    program::prepare(process, arguments);
    process.setChildProcessModifier(refuse_io_uring);
    process.start();
    Answer answer;
    if (process.waitForFinished(60'000) && process.exitStatus() == QProcess::NormalExit)
        answer.code = process.exitCode();
    answer.out = process.readAllStandardOutput();
    answer.err = process.readAllStandardError();
    return answer;
}

} // namespace

class RefusedTest : public QObject {
    Q_OBJECT
private slots:
    void init() { QTest::failOnWarning(QRegularExpression(".*")); }

    void the_list_says_so()
    {
        QVERIFY(refused({"list"}).out.contains("io_uring.cpp (beyond the lecture; this system refuses it: EPERM)"));
    }

    void the_run_says_so()
    {
        const Answer answer = refused({"run", "io_uring", "--script", "io_uring"});
        QCOMPARE(answer.code, 1);
        QVERIFY2(answer.err.contains("This system does not permit io_uring (io_uring_setup: EPERM)"), answer.err);
    }

    void everything_else_works()
    {
        for (const QString server : {"select", "epoll"})
            QCOMPARE(refused({"run", server, "--script", server}).code, 0);
    }
};

ROOM_TEST(RefusedTest)
#include "refused_test.moc"
