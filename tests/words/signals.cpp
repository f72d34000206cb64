// SPDX-License-Identifier: MIT
// What is said about signals: who sent them, what they came into, and what that call makes of it, in both languages.
#include "room.h"
#include "words/story.h"

#include <cerrno>
#include <csignal>
#include <poll.h>

class SignalsTest : public QObject {
    Q_OBJECT
private slots:
    void init() { QTest::failOnWarning(QRegularExpression(".*")); }
    void says_data();
    void says();
};

namespace {

void entered(Story &s, int signal, int code, int fd = -1) { s.add("server handler_begin(%d, %d, %d)", signal, code, fd); }

void left(Story &s, int signal) { s.add("server handler_end(%d)", signal); }

// Client 1 is descriptor 4, which sends `signal`.
void with_signals(Story &s, int signal = SIGIO)
{
    listening(s);
    accepted(s);
    if (signal != SIGIO)
        s.add("server fcntl(4, F_SETSIG, %d) = 0", signal);
    s.add("server fcntl(4, F_SETFL, O_ASYNC|O_NONBLOCK) = 0");
}

void send(Story &s) { s.add("client 1 send(3, 3) = 3"); }

} // namespace

void SignalsTest::says_data()
{
    const Tales row;
    row("plain SIGIO", [](Story &s) { with_signals(s); send(s); entered(s, SIGIO, SI_KERNEL); },
        {"neither which descriptor", "client 1 has sent 3 bytes"}, {"client 1 đã gửi 3 byte"});
    row("several arrivals", [](Story &s) { with_signals(s); send(s); send(s); entered(s, SIGIO, SI_KERNEL); },
        {"2 arrivals since the signal before", "client 1 has sent 3 bytes"}, {"2 việc"});
    row("pthread_kill beside an arrival", [](Story &s) { with_signals(s); send(s); entered(s, SIGUSR1, SI_TKILL); },
        {"pthread_kill()", "nothing to do with any descriptor"}, {"pthread_kill()", "không liên quan đến descriptor"}, {"client 1", "arrival"});
    row("pthread_kill within the program", [](Story &s) {
        s.add("server thread_begin(100, pid=4711)");
        s.add("server handler_begin(SIGUSR1, SI_TKILL, pid=4711)");
    }, {"A thread of this program has sent it"}, {"Một luồng của chương trình này"});
    row("kill by another process", [](Story &s) {
        s.add("server thread_begin(100, pid=4711)");
        s.add("server handler_begin(SIGUSR1, SI_USER, pid=4800)");
    }, {"Process 4800 has sent it by kill()"}, {"Tiến trình 4800"});
    row("kill of SIGIO", [](Story &s) { with_signals(s); send(s); entered(s, SIGIO, SI_USER); }, {"kill()", "nothing to do"}, {"kill()"},
        {"client 1", "tells neither"});
    row("sigqueue", [](Story &s) { entered(s, SIGRTMIN, SI_QUEUE); }, {"sigqueue()"}, {"sigqueue()"});
    row("the terminal", [](Story &s) { with_signals(s); send(s); entered(s, SIGINT, SI_KERNEL); }, {"the terminal"}, {"terminal"}, {"client 1"});
    row("a timer", [](Story &s) { entered(s, SIGALRM, SI_TIMER); }, {"A timer"}, {"bộ định thời"});
    row("a queued signal", [](Story &s) { with_signals(s, SIGRTMIN); send(s); entered(s, SIGRTMIN, POLL_IN, 4); },
        {"names descriptor 4", "client 1 has sent 3 bytes"}, {"descriptor 4", "client 1 đã gửi 3 byte"}, {"already"});
    row("what a queued signal is for was read", [](Story &s) {
        with_signals(s, SIGRTMIN);
        send(s);
        send(s);
        entered(s, SIGRTMIN, POLL_IN, 4);
        s.add("server recv(4, 4096) = 6");
        left(s, SIGRTMIN);
        entered(s, SIGRTMIN, POLL_IN, 4);
    }, {"client 1 has sent 3 bytes", "has taken it already"}, {"đã lấy rồi"});
    row("no room in the queue", [](Story &s) { with_signals(s, SIGRTMIN); send(s); send(s); entered(s, SIGIO, SI_KERNEL); },
        {"RLIMIT_SIGPENDING", "2 arrivals that no queued signal is for"}, {"RLIMIT_SIGPENDING"});
    row("room to send", [](Story &s) { with_signals(s, SIGRTMIN); s.add("client 1 recv(3, 100) = 100"); entered(s, SIGRTMIN, POLL_OUT, 4); },
        {"POLL_OUT", "in no call that is recorded"}, {"tự báo"}, {"has read"});
    row("the end of the data", [](Story &s) {
        with_signals(s, SIGRTMIN);
        s.add("client 1 close(3) = 0");
        entered(s, SIGRTMIN, POLL_IN, 4);
    }, {"client 1 has closed its connection", "sends two signals"}, {"hai tín hiệu"});
    row("it was blocked", [](Story &s) {
        with_signals(s);
        s.add("server pthread_sigmask(SIG_BLOCK, SIGIO) = 0");
        send(s);
        entered(s, SIGIO, SI_KERNEL);
    }, {"It had been blocked for", "client 1 has sent 3 bytes"}, {"đã bị chặn trong"});
    const auto sleeping = [](Story &s, const char *call) {
        s.begin("server %s", call);
        entered(s, SIGUSR1, SI_TKILL);
    };
    row("it comes into a call", [sleeping](Story &s) { sleeping(s, "poll({3:POLLIN}, 1)"); }, {"interrupts the server in poll()"},
        {"khi đang ở trong poll()"});
    row("never continued", [sleeping](Story &s) { sleeping(s, "poll({3:POLLIN}, 1)"); left(s, SIGUSR1); },
        {"poll() is never continued", "EINTR if it has found nothing"}, {"poll() không bao giờ được tiếp tục"});
    row("never continued, but it may have handed in", [sleeping](Story &s) {
        sleeping(s, "io_uring_enter(4, 1, 1)");
        left(s, SIGUSR1);
    }, {"io_uring_enter() is never continued"}, {"io_uring_enter() không bao giờ được tiếp tục"}, {"EINTR"});
    const auto installed = [sleeping](Story &s, int flags) {
        listening(s);
        accepted(s);
        s.add("server sigaction(SIGUSR1, 1, %d) = 0", flags);
        sleeping(s, "recv(4, 4096)");
        left(s, SIGUSR1);
    };
    row("continued", [installed](Story &s) { installed(s, SA_RESTART); }, {"recv() is continued", "with SA_RESTART"}, {"recv() được tiếp tục"});
    row("not continued", [installed](Story &s) { installed(s, 0); }, {"recv() is not continued", "without SA_RESTART"}, {"recv() không được tiếp tục"});
    row("it comes beside a call that does not wait", [sleeping](Story &s) { sleeping(s, "poll({3:POLLIN}, 1, 0)"); }, {"where it is"}, {}, {"in poll()"});
    row("continued as SA_RESTART says", [sleeping](Story &s) { listening(s); accepted(s); sleeping(s, "recv(4, 4096)"); left(s, SIGUSR1); },
        {"Whether recv() is continued", "SA_RESTART"}, {"SA_RESTART"});
    row("EINTR", [](Story &s) {
        listening(s);
        accepted(s);
        entered(s, SIGUSR1, SI_TKILL);
        left(s, SIGUSR1);
        s.add_long(40'000, "server recv(4, 4096) = -1 EINTR");
    }, {"EINTR", "It was SIGUSR1", "pthread_kill()", "Its handler has run"}, {"Đó là SIGUSR1"});
    row("EINTR, by another process", [](Story &s) {
        listening(s);
        accepted(s);
        s.add("server handler_begin(SIGUSR1, SI_TKILL, pid=4711)");
        left(s, SIGUSR1);
        s.add_long(40'000, "server recv(4, 4096) = -1 EINTR");
    }, {"process 4711 had sent", "tgkill() or tkill()"}, {"tiến trình 4711", "tgkill()"}, {"pthread_kill()"});
    row("sent by another process", [](Story &s) {
        s.add("server handler_begin(SIGUSR1, SI_TKILL, pid=4711)");
    }, {"process 4711", "tgkill() or tkill()"}, {"tiến trình 4711", "tgkill()"}, {"pthread_kill()"});
    row("a sleep that is cut short", [](Story &s) {
        s.add("server nanosleep(50'000'000) = -1 EINTR");
    }, {"has slept for", "only", "EINTR"}, {"EINTR"});
    row("operations handed in, and no completion waited for", [](Story &s) {
        s.add("server io_uring_setup(64) = 9");
        s.add("server sqe_queued(IORING_OP_ACCEPT, 3)");
        entered(s, SIGUSR1, SI_TKILL);
        left(s, SIGUSR1);
        s.add_long(40'000, "server io_uring_enter(9, 1, 1) = 1");
    }, {"1 after", "none need be complete", "It was SIGUSR1"}, {"SIGUSR1"}, {"one at least is complete"});
    row("EINTR, no handler recorded", [](Story &s) { listening(s); accepted(s); s.add("server recv(4, 4096) = -1 EINTR"); }, {"EINTR"},
        {"EINTR"}, {"It was"});
}

void SignalsTest::says()
{
    QCOMPARE(complaints(), QString());
}

ROOM_TEST(SignalsTest)
#include "signals.moc"
