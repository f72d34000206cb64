// SPDX-License-Identifier: MIT
// What is said of a descriptor that is no connection, of a call by its own name, and of what other threads did to it.
#include "room.h"
#include "words/story.h"

#include <cerrno>

class MeaningsTest : public QObject {
    Q_OBJECT
private slots:
    void init() { QTest::failOnWarning(QRegularExpression(".*")); }
    void says_data();
    void says();
};

namespace {

void terminal(Story &s)
{
    for (int fd = 0; fd < 3; ++fd)
        s.add("server terminal_opened(7, %d) = %d", fd, fd);
}

// Descriptor 5 is the end that is read, 6 the other one.
void pipe(Story &s)
{
    s.add("server pipe() = 0 reading=5 writing=6");
}

// A thread of the server's program beside it: the same descriptors.
void with_bench(Story &s)
{
    const uint16_t bench = s.builder.thread("bench", recording::Part::control, {"readfds"});
    with_sets(s);
    s.trace.threads[bench].job = trace::Job::bench;
    accepted(s);
}

} // namespace

void MeaningsTest::says_data()
{
    const Tales row;
    const QStringList other{"the other end"};
    row("FD_SET of the keyboard", [](Story &s) { terminal(s); with_sets(s); s.add("server FD_SET(0, &allset)"); },
        {"about descriptor 0, too (the keyboard)"}, {"(bàn phím)"}, other);
    row("FD_SET of a pipe", [](Story &s) { with_sets(s); pipe(s); s.add("server FD_SET(5, &allset)"); },
        {"(a pipe)"}, {"(một đường ống)"}, other);
    row("FD_SET of a UDP socket", [](Story &s) {
        with_sets(s);
        s.add("server socket(AF_INET, SOCK_DGRAM) = 5").add("server FD_SET(5, &allset)");
    },
        {"(a UDP socket)"}, {"(một socket UDP)"}, other);
    row("FD_SET of a fresh socket", [](Story &s) {
        with_sets(s);
        s.add("server socket(AF_INET, SOCK_STREAM) = 5").add("server FD_SET(5, &allset)");
    },
        {"(a socket without a connection)"}, {"(một socket chưa có kết nối)"}, other);
    row("FD_SET of what is not known", [](Story &s) { with_sets(s); s.add("server FD_SET(9, &allset)"); }, {"(nothing is known of it)"},
        {"(không biết gì về nó)"}, other);
    row("FD_ISSET of the keyboard", [](Story &s) {
        terminal(s);
        with_sets(s);
        s.add("server select(4, readfds {0, 3}) = 1 {0}");
        s.add("server FD_ISSET(0, &readfds) = 1");
    }, {"Descriptor 0 (the keyboard) is ready, so read() will not sleep"}, {"(bàn phím)", "read()"}, {"the other end", "recv()"});
    row("select of a pipe", [](Story &s) {
        with_sets(s);
        pipe(s);
        s.add("server select(6, readfds {3, 5}) = 1 {5}");
    }, {"read() on {5} will not sleep"}, {"read() trên {5}"}, {"recv()"});
    row("write into a pipe begins", [](Story &s) { pipe(s); s.begin("server write(6, 3)"); }, {"for a pipe (descriptor 6)"}, {"một đường ống"}, other);
    row("the end of a pipe", [](Story &s) { pipe(s); s.add("server read(5, 4096) = 0"); },
        {"read() returned 0", "nobody has the pipe open for writing"}, {"read() trả về 0", "để ghi"}, {"recv()", "server"});
    row("read of a pipe", [](Story &s) { pipe(s); s.add("server read(5, 4096) = 3"); }, {"read()"}, {"read()"}, {"recv()"});
    row("read of a connection", [](Story &s) {
        listening(s);
        accepted(s);
        s.add("client 1 send(3, 3) = 3");
        s.add("server read(4, 4096) = 3");
    }, {"so read() did not sleep"}, {"read()"}, {"recv()"});
    // What took long, and did not wait.
    row("preempted, O_NONBLOCK", [](Story &s) {
        listening(s);
        accepted(s);
        s.add("server fcntl(4, F_SETFL, O_NONBLOCK) = 0");
        s.add_slow(37'000'000, "server recv(4, 4096) = -1 EAGAIN");
    }, {"no wait for that", "may not have been given the processor"}, {"được cấp CPU"}, {"SO_RCVTIMEO", "time limit", "at once"});
    row("preempted, MSG_DONTWAIT", [](Story &s) {
        listening(s);
        accepted(s);
        s.add_slow(37'000'000, "server recv(4, 4096, MSG_DONTWAIT) = -1 EAGAIN");
    }, {"no wait for that"}, {"được cấp CPU"}, {"SO_RCVTIMEO", "at once"});
    row("preempted, accept4", [](Story &s) {
        listening(s);
        connected(s);
        s.add("server accept4(3, SOCK_NONBLOCK) = 4 :51000");
        s.add_slow(37'000'000, "server recv(4, 4096) = -1 EAGAIN");
    }, {"no wait for that"}, {"được cấp CPU"}, {"SO_RCVTIMEO"});
    row("preempted, accept", [](Story &s) {
        listening(s);
        s.add("server fcntl(3, F_SETFL, O_NONBLOCK) = 0");
        s.add_slow(4'000'000, "server accept(3) = -1 EAGAIN");
    }, {"accept() returned", "no wait for that"}, {"accept()"}, {"SO_RCVTIMEO"});
    row("preempted, send", [](Story &s) {
        listening(s);
        accepted(s);
        s.add("server fcntl(4, F_SETFL, O_NONBLOCK) = 0");
        s.add_slow(37'000'000, "server send(4, 4096) = -1 EAGAIN");
    }, {"must not wait"}, {"EWOULDBLOCK"}, {"SO_SNDTIMEO"});
    row("a time limit for send", [](Story &s) {
        listening(s);
        accepted(s);
        s.add_slow(200'000'000, "server send(4, 4096) = -1 EAGAIN");
    }, {"send() waited", "SO_SNDTIMEO"}, {"SO_SNDTIMEO"});
    // accept() gives EINVAL.
    row("no listening socket", [](Story &s) { listening(s); accepted(s); s.add("server accept(4) = -1 EINVAL"); },
        {"Descriptor 4 is no listening socket"}, {"Descriptor 4 không phải là socket nghe"}, {"being stopped"});
    row("shut down", [](Story &s) { listening(s); s.add("server shutdown(3, SHUT_RDWR) = 0"); s.add("server accept(3) = -1 EINVAL"); },
        {"The listening socket has been shut down"}, {"Socket nghe đã bị shutdown()"}, {"being stopped"});
    // Another thread closes.
    row("closed by the bench", [](Story &s) {
        with_bench(s);
        s.add("bench close(4) = 0");
        s.add("server select(5, readfds {3, 4}) = 1 {4}");
    }, {"{4} has been closed meanwhile", "EBADF"}, {"{4} đã bị đóng"}, {"recv()"});
    row("the bench closes under a select()", [](Story &s) {
        with_bench(s);
        s.begin("server select(5, readfds {3, 4})");
        s.add("bench close(4) = 0");
    }, {"Descriptor 4 is closed, which wakes nobody"}, {"không đánh thức ai"});
    row("end of file at the bench", [](Story &s) {
        with_bench(s);
        s.add("client 1 close(3) = 0");
        s.add("bench recv(4, 4096) = 0");
    }, {"client 1 has closed its sending direction"}, {"client 1 đã đóng chiều gửi"}, {"the server"});
    row("the bench looks", [](Story &s) {
        with_bench(s);
        s.add("bench fcntl(4, F_GETFL) = O_RDWR|O_NONBLOCK @0");
    }, {"No statement has asked"}, {"Không câu lệnh nào hỏi"}, {"asks first"});
    row("SO_ERROR", [](Story &s) { s.add("server getsockopt(4, SOL_SOCKET, SO_ERROR) = 0 value=111 bytes=111 size=4"); },
        {"is 111, ECONNREFUSED: nobody listens"}, {"111, ECONNREFUSED"});
    row("poll, reset", [](Story &s) {
        listening(s);
        accepted(s);
        s.add("client 1 setsockopt(3, SOL_SOCKET, SO_LINGER, 1) = 0");
        s.add("client 1 close(3) = 0");
        s.add("server poll({4:POLLIN}, 1, NULL, client[].fd) = 1 {4:POLLIN|POLLERR|POLLHUP}");
    }, {"The connection of {4} was reset"}, {"reset"}, {"set except"});
    row("select, no exceptional conditions", [](Story &s) {
        with_sets(s);
        s.add("server select(4, readfds {3}, allset {3}) = 2 {3} {3}");
    }, {"for reading {3}, for writing {3}"}, {"để ghi {3}"}, {"exceptional"});
    row("data of which a signal told", [](Story &s) {
        listening(s);
        accepted(s);
        s.add("server fcntl(4, F_SETFL, O_ASYNC|O_NONBLOCK) = 0");
        s.add("server handler_begin(SIGIO, SI_KERNEL)");
        s.add_long(12'000, "client 1 send(3, 3) = 3"); // it returns after the signal
        s.add("server recv(4, 4096) = 3");
    }, {"It was over at least 11.0", "before this call"}, {"ít nhất"}, {"at least 0"});
}

void MeaningsTest::says()
{
    QCOMPARE(complaints(), QString());
}

ROOM_TEST(MeaningsTest)
#include "meanings.moc"
