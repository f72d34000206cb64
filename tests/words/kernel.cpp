// SPDX-License-Identifier: MIT
// What is said where the usual sentence would be false: by the kernel's own rules, or since somebody else came in between.
#include "room.h"
#include "words/story.h"

#include <csignal>

using recording::Part;

class KernelTest : public QObject {
    Q_OBJECT
private slots:
    void init() { QTest::failOnWarning(QRegularExpression(".*")); }
    void says_data();
    void says();
};

namespace {

// Client 1 is descriptor 4 of the server.
void talking(Story &s)
{
    with_sets(s);
    accepted(s);
}

// select() has answered that descriptor 4 can be read. The bench is a thread of the server's program.
void answered(Story &s)
{
    const uint16_t bench = s.builder.thread("bench", Part::control);
    talking(s);
    s.trace.threads[bench].job = trace::Job::bench;
    s.add("client 1 send(3, 3) = 3").add("server readfds = allset").add("server select(5, readfds {3, 4}) = 1 {4}");
}

// The server has port 40123 with descriptor 3, client 1 sends from port 50001 with its own 3.
void datagrams(Story &s)
{
    s.add("server socket(AF_INET, SOCK_DGRAM) = 3").add("server bind(3, :0) = 0").add("server getsockname(3) = 0 :40123");
    s.add("client 1 socket(AF_INET, SOCK_DGRAM) = 3").add("client 1 connect(3, :40123) = 0").add("client 1 getsockname(3) = 0 :50001");
}

void pair(Story &s)
{
    s.add("server socketpair(AF_UNIX, SOCK_STREAM) = 0 one=6 other=7");
}

// The program has a keyboard, or a pipe at its standard input.
void keyboard(Story &s, bool pipe)
{
    const uint16_t keyboard = s.builder.thread("keyboard", Part::control);
    for (int fd = pipe ? 1 : 0; fd < 3; ++fd)
        s.add("server terminal_opened(7, %d) = %d", fd, fd);
    s.trace.threads[keyboard].job = trace::Job::keyboard;
}

void epoll(Story &s, const char *events)
{
    talking(s);
    s.add("server epoll_create1() = 5").add("server epoll_ctl(5, EPOLL_CTL_ADD, 4, %s) = 0", events);
}

void sets(const Tales &row)
{
    row("MSG_WAITALL with fewer there", [](Story &s) { talking(s); s.add("client 1 send(3, 3) = 3").begin("server recv(4, 10, MSG_WAITALL)"); },
        {"3 bytes are in the receive buffer", "waits for 10"}, {"chờ đủ 10"}, {"only copies"});
    row("SO_RCVLOWAT with fewer there", [](Story &s) {
        talking(s);
        s.add("server setsockopt(4, SOL_SOCKET, SO_RCVLOWAT, 5) = 0").add("client 1 send(3, 3) = 3").begin("server recv(4, 4096)");
    }, {"waits for 5"}, {"chờ đủ 5"}, {"only copies"});
    row("FD_ISSET on the set that was not passed", [](Story &s) {
        talking(s);
        s.add("server FD_SET(4, &allset)").add("server select(5, readfds {3, 4}) = 1 {3}").add("server FD_ISSET(4, &allset) = 1");
    }, {"bit 4 of allset is 1", "So FD_SET has left it", "the bit does not tell"}, {"FD_SET đã để nó như vậy", "không cho biết"}, {"select() left", "will not sleep"});
    row("FD_ISSET on a copy before any select()", [](Story &s) { with_sets(s); s.add("server FD_ISSET(3, &readfds) = 1"); },
        {"bit 3 of readfds is 1", "So it was in allset, which was copied there"}, {"allset"}, {"select() left", "waits for accept()"});
    row("FD_ISSET is false on the set that was not passed", [](Story &s) {
        talking(s);
        s.add("server select(5, readfds {3, 4}) = 1 {4}").add("server FD_ISSET(4, &allset) = 0");
    }, {"bit 4 of allset is 0", "So FD_ZERO has left it", "does not tell"}, {"FD_ZERO"}, {"is not ready"});
    row("FD_ISSET, read by another thread meanwhile", [](Story &s) { answered(s); s.add("bench recv(4, 4096) = 3").add("server FD_ISSET(4, &readfds) = 1"); },
        {"select() left bit 4 of readfds at 1", "was ready then", "not known"}, {"lúc đó sẵn sàng"}, {"will not sleep"});
    row("FD_ISSET of what is as select() said", [](Story &s) { answered(s); s.add("server FD_ISSET(4, &readfds) = 1"); },
        {"is ready, so recv() will not sleep"}, {"sẽ không ngủ"});
    row("a bit at the first argument", [](Story &s) { with_sets(s); s.begin("server select(3, readfds {})"); },
        {"look at bits 0 to 2", "The bits of {3} are 1, too", "the highest descriptor plus 1"}, {"Các bit của {3}"}, {"maxfd"});
    row("no maxfd", [](Story &s) { listening(s); s.begin("server select(6, readfds {3})"); }, {"look at bits 0 to 5."}, {"các bit từ 0 đến 5."},
        {"maxfd", "is the highest"});
}

void descriptors(const Tales &row)
{
    row("F_SETFL drops O_NONBLOCK", [](Story &s) {
        talking(s);
        s.add("server fcntl(4, F_SETFL, O_NONBLOCK) = 0").add("server fcntl(4, F_SETFL, O_ASYNC) = 0");
    }, {"O_NONBLOCK is off now, since F_SETFL was not given it", "O_ASYNC is on", "F_SETOWN"}, {"O_NONBLOCK giờ đã tắt", "O_ASYNC đang bật", "F_SETOWN"},
        {"no call on it waits", "From now on"});
    row("F_SETFL, who gets the signals is said", [](Story &s) {
        talking(s);
        s.add("server fcntl(4, F_SETOWN_EX, F_OWNER_TID, 100) = 0").add("server fcntl(4, F_SETFL, O_ASYNC|O_NONBLOCK) = 0");
    }, {"From now on descriptor 4 sends a signal", "no call on it waits"}, {"Từ giờ"}, {"F_SETOWN"});
    row("F_SETFL drops O_ASYNC", [](Story &s) {
        talking(s);
        s.add("server fcntl(4, F_SETFL, O_ASYNC|O_NONBLOCK) = 0").add("server fcntl(4, F_SETFL, O_NONBLOCK) = 0");
    }, {"Descriptor 4 is non-blocking now", "O_ASYNC is off now"}, {"O_ASYNC giờ đã tắt"}, {"F_SETOWN"});
    row("F_DUPFD", [](Story &s) { talking(s); s.add("server fcntl(4, F_DUPFD, argument=20) = 20"); },
        {"Descriptor 20 names the same open file as descriptor 4", "the smallest number that was free, from 20 on"}, {"Descriptor 20", "từ 20 trở đi"}, {"socket()"});
    row("F_GETFD of what never was", [](Story &s) { s.add("server fcntl(77, F_GETFD) = -1 EBADF"); }, {"There is no descriptor 77"}, {"77"},
        {"was closed", "taken out"});
    row("F_GETFD of what was closed", [](Story &s) { talking(s); s.add("server close(4) = 0").add("server fcntl(4, F_GETFD) = -1 EBADF"); },
        {"Descriptor 4 was closed", "taken out of the sets"}, {"đã bị đóng"});
}

void reads(const Tales &row)
{
    const auto sent = [](Story &s) { datagrams(s); s.add("client 1 send(3, 5) = 5"); };
    row("0 bytes asked for", [](Story &s) { talking(s); s.add("client 1 send(3, 3) = 3").add("server recv(4, 0) = 0"); }, {"asked for 0 bytes"}, {"0 byte"},
        {"closed its sending", "0 is no error"});
    row("0 bytes of a datagram", [sent](Story &s) { sent(s); s.add("server recv(3, 0) = 0"); }, {"asked for 0 bytes", "is lost"}, {"0 byte"}, {"empty datagram"});
    row("0 bytes of a datagram that is only looked at", [sent](Story &s) { sent(s); s.add("server recv(3, 0, MSG_PEEK) = 0"); },
        {"asked for 0 bytes", "MSG_PEEK only looks"}, {"MSG_PEEK"}, {"empty datagram", "is lost"});
    row("read() of 0 bytes", [sent](Story &s) { sent(s); s.add("server read(3, 0) = 0"); }, {"asked for 0 bytes"}, {"0 byte"}, {"empty datagram", "is lost"});
    row("an empty datagram of a pair", [](Story &s) {
        s.add("server socketpair(AF_UNIX, SOCK_DGRAM) = 0 one=6 other=7").add("server send(6, 0) = 0").add("server recv(7, 10) = 0");
    }, {"an empty datagram has arrived"}, {"datagram rỗng"}, {"0: end of file"});
    row("0 after one's own SHUT_RD", [](Story &s) { talking(s); s.add("server shutdown(4, SHUT_RD) = 0").add("server recv(4, 10) = 0"); },
        {"was shut by shutdown() at this end"}, {"ở đầu này"}, {"client 1 has closed"});
    row("0 after SHUT_RD of datagrams", [](Story &s) { datagrams(s); s.add("client 1 shutdown(3, SHUT_RD) = 0").add("client 1 recv(3, 10) = 0"); },
        {"was shut by shutdown() at this end"}, {"ở đầu này"}, {"empty datagram"});
    row("a datagram longer than the buffer, MSG_TRUNC", [sent](Story &s) { sent(s); s.add("server recv(3, 2, MSG_TRUNC) = 5"); },
        {"2 bytes into the application's buffer", "3 bytes, is lost"}, {"2 byte"}, {"5 bytes into"});
    row("a datagram that is only looked at", [sent](Story &s) { sent(s); s.add("server recv(3, 4, MSG_PEEK|MSG_TRUNC) = 5"); },
        {"4 bytes into", "stays in the receive buffer"}, {"MSG_PEEK chỉ xem"}, {"lost", "takes one datagram"});
    row("TCP throws bytes away", [](Story &s) { talking(s); s.add("client 1 send(3, 3) = 3").add("server recv(4, 2, MSG_TRUNC) = 2"); },
        {"thrown them away", "Nothing was copied", "1 byte is still"}, {"MSG_TRUNC"}, {"into the application's buffer"});
    row("a pipe gives as many as were asked for", [](Story &s) {
        keyboard(s, true);
        s.add("keyboard typed(0, 4) = 4 \"abc\\n\"").add("server read(0, 2) = 2 \"ab\"");
    }, {"as many as it had asked for"}, {"có thể còn"}, {"all there were"});
    row("a pipe gives fewer", [](Story &s) {
        keyboard(s, true);
        s.add("keyboard typed(0, 4) = 4 \"abc\\n\"").add("server read(0, 1024) = 4 \"abc\\n\"");
    }, {"all there were then"}, {"4 byte"});
    row("a terminal that was closed", [](Story &s) { keyboard(s, false); s.add("keyboard typed_end(0) = 0").add("server read(0, 1024) = 0"); },
        {"the terminal was closed at the user's side"}, {"phía người dùng"}, {"Ctrl-D", "wait again"});
}

void waits(const Tales &row)
{
    const auto limited = [](Story &s, const char *value) {
        talking(s);
        s.add("server setsockopt(4, SOL_SOCKET, SO_RCVTIMEO, %s) = 0", value).add("server sigaction(SIGUSR1, 1, %d) = 0", SA_RESTART);
        s.begin("server recv(4, 4096)");
        s.add("server handler_begin(SIGUSR1, SI_TKILL)").add("server handler_end(SIGUSR1)");
    };
    row("SA_RESTART and a time limit", [limited](Story &s) { limited(s, "5"); }, {"recv() is not continued", "a time limit is set on descriptor 4", "signal(7)"},
        {"SO_RCVTIMEO", "không được tiếp tục"}, {"recv() is continued"});
    row("SA_RESTART and a time limit that is perhaps one", [limited](Story &s) { limited(s, "0"); }, {"if that is less than a second", "does not tell"}, {"SO_RCVTIMEO"},
        {"recv() is continued"});
    row("recv() that must not wait", [](Story &s) { talking(s); s.begin("server recv(4, 4096, MSG_DONTWAIT)"); }, {"MSG_DONTWAIT", "EWOULDBLOCK"},
        {"MSG_DONTWAIT"}, {"phase 1"});
    row("send() that must not wait", [](Story &s) { talking(s); s.begin("server send(4, 10, MSG_DONTWAIT)"); }, {"it does not wait"}, {"không chờ"}, {"sleeps"});
    row("connect() that does not wait", [](Story &s) {
        listening(s);
        s.add("client 1 socket(AF_INET, SOCK_STREAM|SOCK_NONBLOCK) = 3").begin("client 1 connect(3, :40123)");
    }, {"is non-blocking", "EINPROGRESS"}, {"EINPROGRESS"}, {"waits until"});
    row("connect() under way", [](Story &s) {
        listening(s);
        s.add("client 1 socket(AF_INET, SOCK_STREAM|SOCK_NONBLOCK) = 3").add("client 1 connect(3, :40123) = -1 EINPROGRESS");
    }, {"did not wait for it", "SO_ERROR"}, {"SO_ERROR"}, {"failed:", "time limit"});
}

void ends(const Tales &row)
{
    row("SHUT_WR of UDP", [](Story &s) { datagrams(s); s.add("client 1 shutdown(3, SHUT_WR) = 0"); }, {"UDP has no FIN", "EPIPE"}, {"FIN"},
        {"(FIN)", "recv() returns 0"});
    row("SHUT_RD of UDP without a connection", [](Story &s) { datagrams(s); s.add("server shutdown(3, SHUT_RD) = -1 ENOTCONN"); },
        {"ENOTCONN", "all the same", "returns 0 from now on"}, {"ENOTCONN"});
    row("SHUT_RD", [](Story &s) { talking(s); s.add("server shutdown(4, SHUT_RD) = 0"); }, {"receiving direction of descriptor 4 is shut", "Nothing is sent"},
        {"Chiều nhận"}, {"FIN", "shuts down the connection"});
    row("SHUT_RDWR", [](Story &s) { talking(s); s.add("server shutdown(4, SHUT_RDWR) = 0"); }, {"receiving direction", "sends a FIN", "must be closed"}, {"FIN"});
    row("a second SHUT_WR", [](Story &s) { talking(s); s.add("server shutdown(4, SHUT_WR) = 0").add("server shutdown(4, SHUT_WR) = 0"); },
        {"closed before, so nothing is sent"}, {"không gì được gửi"}, {"FIN"});
    row("SHUT_RDWR of a listening socket", [](Story &s) { listening(s); s.add("server shutdown(3, SHUT_RDWR) = 0"); }, {"listens no more", "EINVAL"}, {"EINVAL"},
        {"connection of descriptor", "FIN"});
    row("close() of an epoll instance by another thread", [](Story &s) { epoll(s, "EPOLLIN"); s.add("control close(5) = 0"); },
        {"the epoll instance, is closed, which wakes nobody"}, {"epoll"}, {"select()", "poll() answers"});
    row("close() of one of two names", [](Story &s) { listening(s); s.add("server dup(3) = 7").add("server close(3) = 0"); },
        {"descriptor 7 names the same open file"}, {"descriptor 7"}, {"nobody can connect"});
    row("SHUT_WR of a pair", [](Story &s) { pair(s); s.add("server shutdown(6, SHUT_WR) = 0"); }, {"the other end of the pair reads end of file", "no FIN"},
        {"không có FIN"}, {"(FIN)"});
    row("close() of a pair", [](Story &s) { pair(s); s.add("server close(6) = 0"); }, {"the other end of the pair reads end of file", "no FIN"},
        {"không có FIN"}, {"sends a FIN"});
    row("close() of a pair, something unread", [](Story &s) { pair(s); s.add("server send(7, 3) = 3").add("server close(6) = 0"); },
        {"no RST", "ECONNRESET"}, {"không có RST"}, {"sends a reset"});
}

void sides(const Tales &row)
{
    row("room where it was never full", [](Story &s) { talking(s); s.add("server poll({4:POLLOUT}, 1, NULL, client[].fd) = 1 {4:POLLOUT}"); },
        {"There is room in the send buffer of {4}: send()"}, {"Vùng đệm gửi của {4} còn chỗ"}, {"again", "Since when"});
    row("room where it was full", [](Story &s) {
        talking(s);
        s.add("server send(4, 10, MSG_DONTWAIT) = -1 EAGAIN").add("server poll({4:POLLOUT}, 1, NULL, client[].fd) = 1 {4:POLLOUT}");
    }, {"There is room in the send buffer of {4} again"}, {"lại có chỗ"});
    row("a terminal can be written", [](Story &s) { keyboard(s, false); s.add("server poll({1:POLLOUT}, 1, NULL, client[].fd) = 1 {1:POLLOUT}"); },
        {"A call that writes to {1} would not sleep"}, {"{1}"}, {"send buffer", "again"});
    row("UDP can be written", [](Story &s) { datagrams(s); s.add("server poll({3:POLLOUT}, 1, NULL, client[].fd) = 1 {3:POLLOUT}"); },
        {"writes to {3} would not sleep"}, {"{3}"}, {"again"});
    row("a terminal is asked about", [](Story &s) { keyboard(s, false); s.begin("server poll({1:POLLOUT}, 1, NULL, client[].fd)"); },
        {"as soon as a write() would not sleep"}, {"write()"}, {"send buffer"});
    row("connect() has come to its end", [](Story &s) {
        s.add("server socket(AF_INET, SOCK_STREAM|SOCK_NONBLOCK) = 6").add("server connect(6, :40123) = -1 EINPROGRESS");
        s.add("server poll({6:POLLOUT}, 1, NULL, client[].fd) = 1 {6:POLLOUT}");
    }, {"The connect() on {6} has come to its end", "SO_ERROR"}, {"SO_ERROR"}, {"send buffer"});
    row("EPOLLOUT where it was never full", [](Story &s) { epoll(s, "EPOLLIN"); s.add("server epoll_ctl(5, EPOLL_CTL_MOD, 4, EPOLLIN|EPOLLOUT) = 0"); },
        {"asked about EPOLLIN|EPOLLOUT"}, {"EPOLLOUT"}, {"was full"});
    row("an epoll instance closed under epoll_wait()", [](Story &s) {
        epoll(s, "EPOLLIN");
        s.add("control close(5) = 0").add_long(40'000, "server epoll_wait(5, 64, -1) = 1 {4:EPOLLIN}");
    }, {"epoll_wait() returned 1", "the epoll instance, has been closed meanwhile"}, {"epoll_wait()"}, {"of 0 descriptors"});
    const auto in_stream = [](Story &s) {
        talking(s);
        s.add("server setsockopt(4, SOL_SOCKET, SO_OOBINLINE, 1) = 0").add("client 1 send(3, 2, MSG_OOB) = 2");
    };
    row("an urgent byte that stays in the stream", in_stream, {"SO_OOBINLINE is on", "a plain recv() gives it"}, {"SO_OOBINLINE"}, {"beside the stream"});
    row("urgent data in the stream", [in_stream](Story &s) { in_stream(s); s.add("server poll({4:POLLPRI}, 1, NULL, client[].fd) = 1 {4:POLLPRI}"); },
        {"SO_OOBINLINE is on: the byte is in the stream"}, {"SO_OOBINLINE"}, {"beside", "takes with"});
    row("MSG_OOB of what is in the stream", [in_stream](Story &s) { in_stream(s); s.add("server recv(4, 1, MSG_OOB) = -1 EINVAL"); },
        {"SO_OOBINLINE is on: an urgent byte is in the stream"}, {"SO_OOBINLINE"}, {"none has come"});
}

} // namespace

void KernelTest::says_data()
{
    const Tales row;
    sets(row);
    descriptors(row);
    reads(row);
    waits(row);
    ends(row);
    sides(row);
}

void KernelTest::says()
{
    QCOMPARE(complaints(), QString());
}

ROOM_TEST(KernelTest)
#include "kernel.moc"
