// SPDX-License-Identifier: MIT
// Bench files under strace: each recorded call is one that strace saw, none is missing; and the program in C that a bench exports makes
// the same calls, with the same arguments and results.
#include "lessons/catalogue.h"
#include "room.h"
#include "truth/difference.h"
#include "truth/recorded_calls.h"
#include "truth/strace_log.h"
#include "truth/watched.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QRegularExpression>

#include <pty.h>
#include <unistd.h>

using namespace truth;

namespace {

const char *const watched = "trace=socket,setsockopt,getsockopt,bind,listen,getsockname,getpeername,connect,accept,accept4,pselect6,poll,ppoll,"
                            "epoll_create1,epoll_ctl,epoll_wait,fcntl,clock_nanosleep,recvfrom,sendto,read,write,shutdown,close,pipe,pipe2,"
                            "socketpair,dup,dup2,ioctl,close_range";

const QStringList strace_options{"-f", "-v", "-qq", "-xx", "-s", "16", "-e", "signal=none", "-e", watched};

// The calls a thread made once it had its table.
QList<strace::Call> after_its_table(const QList<strace::Call> &all)
{
    for (qsizetype i = 0; i < all.size(); ++i)
        if (all[i].name == u"close_range")
            return all.mid(i + 1);
    return all;
}

// What stands in both the same, however the run went: addresses and ports, the times that were left, the bench's own tid.
QString steady(const strace::Call &call)
{
    QString text = call.line;
    text.replace(QRegularExpression("sin_port=htons\\(\\d+\\)"), "sin_port");
    text.replace(QRegularExpression(" \\(.*left \\{.*\\}\\)$"), "");
    text.replace(QRegularExpression("0x[0-9a-f]{6,}"), "pointer");
    text.replace(QRegularExpression("\\s+"), " ");
    text.replace(" )", ")");
    return text;
}

} // namespace

class BenchTest : public WatchedTest {
    Q_OBJECT
private slots:
    void what_a_bench_does_data()
    {
        QTest::addColumn<QByteArray>("statements");
        QTest::newRow("a server and its client") << QByteArray(R"(
s1 = socket(AF_INET, SOCK_STREAM, 0);
on = 1;
setsockopt(s1, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
addr = {AF_INET, htons(0), htonl(INADDR_LOOPBACK)};
n = bind(s1, &addr, sizeof addr);
listen(s1, 5);
getsockname(s1, &addr, &len);
c = socket(AF_INET, SOCK_STREAM, 0);
connect(c, &addr, sizeof addr);
t = accept(s1, NULL, NULL);
n = send(c, "hello\n\x01" "2?", 9, MSG_NOSIGNAL);
FD_ZERO(&readfds);
FD_SET(t, &readfds);
writefds = readfds;
tv = {10, 500000};
n = select(t + 1, &readfds, &writefds, NULL, &tv);
n = recv(t, buffer, sizeof buffer, 0);
flags = fcntl(t, F_GETFL);
fcntl(t, F_SETFL, flags | O_NONBLOCK);
n = recv(t, buffer, 10, 0);
l = {1, 0};
setsockopt(t, SOL_SOCKET, SO_LINGER, &l, sizeof l);
n = getsockopt(t, SOL_SOCKET, SO_RCVBUF, &size, &optlen);
shutdown(c, SHUT_WR);
n = recv(t, buffer, 10, 0);
d = fcntl(t, F_DUPFD, 20);
close(t);
close(d);
n = recv(c, buffer, 10, 0);
close(99);
)");
        QTest::newRow("pipes, pairs, polls") << QByteArray(R"(
pipe(ends);
write(ends[1], "abc", 3);
struct pollfd fds[2];
fds[0] = {ends[0], POLLIN};
fds[1].fd = ends[1];
fds[1].events = POLLOUT;
n = poll(fds, 2, 1000);
ioctl(ends[0], FIONREAD, &waiting);
n = read(ends[0], buffer, 2);
n = dup(ends[0]);
close(ends[0]);
r = read(n, buffer, 16);
socketpair(AF_UNIX, SOCK_STREAM, 0, two);
dup2(two[1], 9);
close(two[1]);
on = 1;
ioctl(two[0], FIONBIO, &on);
n = recv(two[0], buffer, 1, 0);
n = send(9, "xyz", 2, 0);
ep = epoll_create1(0);
struct epoll_event ev[4];
ev[0] = {EPOLLIN, two[0]};
epoll_ctl(ep, EPOLL_CTL_ADD, two[0], &ev[0]);
n = epoll_wait(ep, ev, 4, 1000);
m = ev[0].events & EPOLLIN;
ts = {0, 2000000};
nanosleep(&ts, NULL);
n = poll(NULL, 0, 5);
)");
        QTest::newRow("datagrams") << QByteArray(R"(
here = socket(AF_INET, SOCK_DGRAM, 0);
a = {AF_INET, 0, htonl(INADDR_LOOPBACK)};
bind(here, &a, sizeof a);
getsockname(here, &a, &len);
there = socket(AF_INET, SOCK_DGRAM, 0);
n = sendto(there, "seven", 5, 0, &a, sizeof a);
struct sockaddr_in from;
flen = sizeof from;
n = recvfrom(here, buffer, 3, MSG_TRUNC, &from, &flen);
n = recvfrom(here, buffer, 3, MSG_DONTWAIT, NULL, NULL);
)");
        QTest::newRow("aio, told by a thread") << QByteArray(R"(
pipe(ends);
struct aiocb r;
char b[16];
r.aio_fildes = ends[0];
r.aio_buf = b;
r.aio_nbytes = 16;
r.aio_sigevent.sigev_notify = SIGEV_THREAD;
n = aio_read(&r);
n = write(ends[1], "abc", 3);
list = {&r};
n = aio_suspend(list, 1, NULL);
n = aio_error(&r);
n = aio_return(&r);
close(ends[0]);
)");
        QTest::newRow("socket options") << QByteArray(R"(
s = socket(AF_INET, SOCK_DGRAM, 0);
n = setsockopt(s, SOL_SOCKET, SO_BINDTODEVICE, "lo", 3);
char device[16];
dlen = sizeof device;
n = getsockopt(s, SOL_SOCKET, SO_BINDTODEVICE, &device, &dlen);
n = setsockopt(s, SOL_SOCKET, SO_BINDTODEVICE, "no-such", 8);
tv = {2, 123456};
n = setsockopt(s, SOL_SOCKET, SO_RCVTIMEO, &tv, sizeof tv);
on = 1;
n = setsockopt(s, SOL_SOCKET, SO_BROADCAST, &on, sizeof on);
n = getsockopt(s, SOL_SOCKET, SO_RCVBUF, &now, &nlen);
half = 10000;
n = setsockopt(s, SOL_SOCKET, SO_RCVBUF, &half, sizeof half);
n = getsockopt(s, SOL_SOCKET, SO_RCVBUF, &now, &nlen);
ttl = 33;
n = setsockopt(s, IPPROTO_IP, IP_TTL, &ttl, sizeof ttl);
n = getsockopt(s, IPPROTO_IP, IP_TTL, &ttl, &nlen);
n = getsockopt(s, IPPROTO_TCP, TCP_MAXSEG, &now, &nlen);
t = socket(AF_INET, SOCK_STREAM, 0);
n = getsockopt(t, IPPROTO_TCP, TCP_MAXSEG, &now, &nlen);
l = {1, 5};
n = setsockopt(t, SOL_SOCKET, SO_LINGER, &l, sizeof l);
n = getsockopt(t, SOL_SOCKET, SO_LINGER, &l, &nlen);
n = getsockopt(t, SOL_SOCKET, SO_ERROR, &now, &nlen);
)");
        for (const lessons::BenchFile &file : lessons::benches())
            QTest::newRow(file.name) << lessons::statements(file).toUtf8();
    }
    void what_a_bench_does()
    {
        QFETCH(QByteArray, statements);
        QFile file(m_folder.filePath("bench.txt"));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(statements) == statements.size());
        file.close();
        const QString log = m_folder.filePath("strace.log"), c = m_folder.filePath("bench.c"), own_log = m_folder.filePath("own.log");
        QProcess program;
        program.start("strace", strace_options + QStringList{"-o", log, IOMODELS_PROGRAM, "bench", file.fileName(), "--json", "--export-c", c});
        QVERIFY(program.waitForFinished(120'000));
        QVERIFY2(program.exitCode() == 0, program.readAllStandardError());

        const auto threads = recorded_calls(program.readAllStandardOutput());
        const auto seen = strace::read(log);
        QCOMPARE(threads.size(), 1);
        const QList<QJsonObject> mine = threads.first().calls;
        const QList<strace::Call> theirs = after_its_table(seen[threads.firstKey()]);
        for (qsizetype i = 0; i < std::min(mine.size(), theirs.size()); ++i) {
            const QString what = difference(mine[i], theirs[i]);
            QVERIFY2(what.isEmpty(), qPrintable(QString("call %1: %2\nrecorded: %3\nstrace:   %4")
                                                    .arg(i).arg(what, QJsonDocument(mine[i]).toJson(QJsonDocument::Compact), theirs[i].line)));
        }
        QCOMPARE(mine.size(), theirs.size());

        // The exported program, at a terminal of its own.
        const QString made = m_folder.filePath("exported");
        QProcess compiler;
        compiler.start("cc", {"-Wall", "-Wextra", "-Werror", "-o", made, c});
        QVERIFY(compiler.waitForFinished(60'000));
        QVERIFY2(compiler.exitCode() == 0, compiler.readAllStandardError());
        int keyboard = -1, terminal = -1;
        QCOMPARE(::openpty(&keyboard, &terminal, nullptr, nullptr, nullptr), 0);
        QProcess exported;
        exported.setChildProcessModifier([=] {
            for (const int fd : {0, 1, 2})
                ::dup2(terminal, fd);
            ::close_range(3, ~0U, 0);
        });
        exported.start("strace", strace_options + QStringList{"-o", own_log, made});
        QVERIFY(exported.waitForFinished(120'000));
        ::close(terminal);
        ::close(keyboard);
        QCOMPARE(exported.exitCode(), 0);
        QList<strace::Call> its = strace::read(own_log).first();
        const auto first = std::ranges::find_if(its, [&](const strace::Call &call) { return call.name == theirs.first().name && steady(call) == steady(theirs.first()); });
        its = its.mid(first - its.begin()); // what the C library does before main()
        QStringList of_bench, of_program;
        for (qsizetype i = 0; i < mine.size(); ++i)
            if (!mine[i]["source"].isNull()) // what no statement made is not exported
                of_bench << steady(theirs[i]);
        for (const strace::Call &call : its)
            of_program << steady(call);
        QCOMPARE(of_program, of_bench);
    }
};

ROOM_TEST(BenchTest)
#include "bench_test.moc"
