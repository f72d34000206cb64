// SPDX-License-Identifier: MIT
// What is said about signals: who sent them, what they came into, and what that call makes of it, in both languages.
#include "room.h"
#include "words/story.h"

#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <linux/io_uring.h>
#include <poll.h>

using trace::Call;
using trace::Event;

class SignalsTest : public QObject {
    Q_OBJECT
private slots:
    void init() { QTest::failOnWarning(QRegularExpression(".*")); }
    void says_data();
    void says();
};

namespace {

void entered(Story &s, int signal, int code, int fd = -1) { s.add(s.event(Call::handler_begin, fd, signal, uint16_t(code))); }

void left(Story &s, int signal) { s.add(s.event(Call::handler_end, -1, signal)); }

// Client 1 is descriptor 4, which sends `signal`.
void with_signals(Story &s, int signal = SIGIO)
{
    listening(s);
    accepted(s);
    if (signal != SIGIO)
        s.add(s.event(Call::fcntl, 4, signal, F_SETSIG));
    s.add(s.event(Call::fcntl, 4, O_ASYNC | O_NONBLOCK, F_SETFL));
}

void send(Story &s) { s.add(s.event(Call::send, 3, 3, 0, 1), 3); }

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
        s.add(s.event(Call::thread_begin, -1, 100), 4711);
        s.add(s.event(Call::handler_begin, -1, SIGUSR1, uint16_t(SI_TKILL)), 4711);
    }, {"A thread of this program has sent it"}, {"Một luồng của chương trình này"});
    row("kill by another process", [](Story &s) {
        s.add(s.event(Call::thread_begin, -1, 100), 4711);
        s.add(s.event(Call::handler_begin, -1, SIGUSR1, uint16_t(SI_USER)), 4800);
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
        s.add(s.event(Call::recv, 4, 4096), 6);
        left(s, SIGRTMIN);
        entered(s, SIGRTMIN, POLL_IN, 4);
    }, {"client 1 has sent 3 bytes", "has taken it already"}, {"đã lấy rồi"});
    row("no room in the queue", [](Story &s) { with_signals(s, SIGRTMIN); send(s); send(s); entered(s, SIGIO, SI_KERNEL); },
        {"RLIMIT_SIGPENDING", "2 arrivals that no queued signal is for"}, {"RLIMIT_SIGPENDING"});
    row("room to send", [](Story &s) { with_signals(s, SIGRTMIN); s.add(s.event(Call::recv, 3, 100, 0, 1), 100); entered(s, SIGRTMIN, POLL_OUT, 4); },
        {"POLL_OUT", "in no call that is recorded"}, {"tự báo"}, {"has read"});
    row("the end of the data", [](Story &s) {
        with_signals(s, SIGRTMIN);
        s.add(s.event(Call::close, 3, 0, 0, 1));
        entered(s, SIGRTMIN, POLL_IN, 4);
    }, {"client 1 has closed its connection", "sends two signals"}, {"hai tín hiệu"});
    row("it was blocked", [](Story &s) {
        with_signals(s);
        s.add(with(s.event(Call::pthread_sigmask, -1, int64_t(1) << (SIGIO - 1), SIG_BLOCK), 0, 0));
        send(s);
        entered(s, SIGIO, SI_KERNEL);
    }, {"It had been blocked for", "client 1 has sent 3 bytes"}, {"đã bị chặn trong"});
    const auto sleeping = [](Story &s, const Event &call) {
        s.begin(call);
        entered(s, SIGUSR1, SI_TKILL);
    };
    row("it comes into a call", [sleeping](Story &s) { sleeping(s, s.event(Call::poll, 1, -1)); }, {"interrupts the server in poll()"},
        {"khi đang ở trong poll()"});
    row("never continued", [sleeping](Story &s) { sleeping(s, s.event(Call::poll, 1, -1)); left(s, SIGUSR1); },
        {"poll() is never continued", "EINTR if it has found nothing"}, {"poll() không bao giờ được tiếp tục"});
    row("never continued, but it may have handed in", [sleeping](Story &s) {
        sleeping(s, s.event(Call::io_uring_enter, 4, 1, 1));
        left(s, SIGUSR1);
    }, {"io_uring_enter() is never continued"}, {"io_uring_enter() không bao giờ được tiếp tục"}, {"EINTR"});
    const auto installed = [sleeping](Story &s, int flags) {
        listening(s);
        accepted(s);
        s.add(with(s.event(Call::sigaction, -1, SIGUSR1), uint64_t(flags), 1));
        sleeping(s, s.event(Call::recv, 4, 4096));
        left(s, SIGUSR1);
    };
    row("continued", [installed](Story &s) { installed(s, SA_RESTART); }, {"recv() is continued", "with SA_RESTART"}, {"recv() được tiếp tục"});
    row("not continued", [installed](Story &s) { installed(s, 0); }, {"recv() is not continued", "without SA_RESTART"}, {"recv() không được tiếp tục"});
    row("it comes beside a call that does not wait", [sleeping](Story &s) { sleeping(s, s.event(Call::poll, 1, 0)); }, {"where it is"}, {}, {"in poll()"});
    row("continued as SA_RESTART says", [sleeping](Story &s) { listening(s); accepted(s); sleeping(s, s.event(Call::recv, 4, 4096)); left(s, SIGUSR1); },
        {"Whether recv() is continued", "SA_RESTART"}, {"SA_RESTART"});
    row("EINTR", [](Story &s) {
        listening(s);
        accepted(s);
        entered(s, SIGUSR1, SI_TKILL);
        left(s, SIGUSR1);
        Event call = s.event(Call::recv, 4, 4096);
        call.result = -1;
        call.error = EINTR;
        s.add_long(call, 40'000, -1);
    }, {"EINTR", "It was SIGUSR1", "pthread_kill()", "Its handler has run"}, {"Đó là SIGUSR1"});
    row("EINTR, by another process", [](Story &s) {
        listening(s);
        accepted(s);
        Event signal = s.event(Call::handler_begin, -1, SIGUSR1, uint16_t(SI_TKILL));
        s.add(signal, 4711);
        left(s, SIGUSR1);
        Event call = s.event(Call::recv, 4, 4096);
        call.error = EINTR;
        s.add_long(call, 40'000, -1);
    }, {"process 4711 had sent", "tgkill() or tkill()"}, {"tiến trình 4711", "tgkill()"}, {"pthread_kill()"});
    row("sent by another process", [](Story &s) {
        s.add(s.event(Call::handler_begin, -1, SIGUSR1, uint16_t(SI_TKILL)), 4711);
    }, {"process 4711", "tgkill() or tkill()"}, {"tiến trình 4711", "tgkill()"}, {"pthread_kill()"});
    row("a sleep that is cut short", [](Story &s) {
        s.add(s.event(Call::nanosleep, -1, 50'000'000), -1, EINTR);
    }, {"has slept for", "only", "EINTR"}, {"EINTR"});
    row("operations handed in, and no completion waited for", [](Story &s) {
        s.add(s.event(Call::io_uring_setup, -1, 64), 9);
        s.add(s.event(Call::sqe_queued, 3, 0, IORING_OP_ACCEPT));
        entered(s, SIGUSR1, SI_TKILL);
        left(s, SIGUSR1);
        s.add_long(s.event(Call::io_uring_enter, 9, 1, 1), 40'000, 1);
    }, {"1 after", "none need be complete", "It was SIGUSR1"}, {"SIGUSR1"}, {"one at least is complete"});
    row("EINTR, no handler recorded", [](Story &s) { listening(s); accepted(s); s.add(s.event(Call::recv, 4, 4096), -1, EINTR); }, {"EINTR"},
        {"EINTR"}, {"It was"});
}

void SignalsTest::says()
{
    QCOMPARE(complaints(), QString());
}

ROOM_TEST(SignalsTest)
#include "signals.moc"
