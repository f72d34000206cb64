// SPDX-License-Identifier: MIT
// What is said when connections end: FIN, RST or nothing, and of what a call keeps though its descriptor is closed.
#include "room.h"
#include "words/story.h"

class EndingsTest : public QObject {
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
    listening(s);
    accepted(s);
}

// The control thread closes descriptor 4, then three bytes come.
void closed_behind(Story &s)
{
    talking(s);
    s.add("control close(4) = 0");
    s.add("client 1 send(3, 3) = 3");
}

} // namespace

void EndingsTest::says_data()
{
    const Tales row;
    row("unread bytes", [](Story &s) {
        talking(s);
        s.add("client 1 send(3, 3) = 3");
        s.add("server close(4) = 0");
    }, {"3 bytes had come that nobody read", "RST", "ECONNRESET"}, {"3 byte", "RST thay vì FIN"}, {"sends a FIN"});
    row("a control thread that is held at the gate stops nothing", [](Story &s) {
        talking(s);
        s.add("control thread_begin()");
        s.add("control held(close)");
        s.add("control close(4) = 0");
        s.add("control held(socket)");
        s.begin("server accept(3)");
    }, {"asks for the next connection"}, {"kết nối"}, {"being stopped"});
    row("to an end that is closed", [](Story &s) {
        talking(s);
        s.add("client 1 send(3, 3) = 3");
        s.add("client 1 close(3) = 0");
        s.add("server close(4) = 0");
    }, {"RST"}, {"RST"}, {"ECONNRESET"});
    row("the second FIN", [](Story &s) {
        talking(s);
        s.add("client 1 close(3) = 0");
        s.add("server close(4) = 0");
    }, {"sends a FIN, too", "both directions", "Client 1, whose FIN came first, has TIME_WAIT"}, {"cũng gửi FIN", "TIME_WAIT"});
    row("after a reset told by send()", [](Story &s) {
        talking(s);
        s.add("server send(4, 3) = -1 ECONNRESET");
        s.add("server close(4) = 0");
    }, {"had been reset already"}, {"từ trước"}, {"FIN"});
    row("a send in vain", [](Story &s) {
        talking(s);
        s.add("client 1 close(3) = 0");
        s.add("server send(4, 3) = 3");
    }, {"client 1 had closed its end", "RST", "The bytes are lost"}, {"client 1 đã đóng", "RST"}, {"They are in the kernel now"});
    row("a queue that nobody will accept from", [](Story &s) {
        listening(s);
        connected(s);
        s.add("server close(3) = 0");
    }, {"1 connection waits in the queue", "resets it"}, {"1 kết nối", "RST"});
    row("a queue at the stop", [](Story &s) {
        listening(s);
        connected(s);
        s.add("control shutdown(3, SHUT_RDWR) = 0");
    }, {"The run is being stopped", "1 connection waits in the queue"}, {"RST"});
    row("close() of one that was in the queue", [](Story &s) {
        listening(s);
        connected(s);
        s.add("server close(3) = 0");
        s.add("client 1 close(3) = 0");
    }, {"had been reset already"}, {"từ trước"}, {"FIN"});
    row("another program, all read or not", [](Story &s) {
        listening(s);
        s.add("server accept(3) = 4 :51999");
        s.add("server close(4) = 0");
    }, {"a FIN or, if something has come that nobody read, a reset"}, {"FIN hoặc"});
    row("another program, whose FIN came first", [](Story &s) {
        listening(s);
        s.add("server accept(3) = 4 :51999");
        s.add("server recv(4, 4096) = 0");
        s.add("server close(4) = 0");
    }, {"sends a FIN, too", "TIME_WAIT, unless it has been closed by a reset"}, {"TIME_WAIT", "RST"});
    row("the end of a receive at stop", [](Story &s) {
        talking(s);
        s.add("server io_uring_setup(64) = 9");
        s.add("server sqe_queued(IORING_OP_RECV, 4, 4096)");
        s.add("control shutdown(4, SHUT_RDWR) = 0");
        s.add_long(40'000, "server io_uring_enter(9, 1, 1) = 1");
        s.add("server cqe_seen(IORING_OP_RECV, 4) = 0");
    }, {"end of file", "this end was shut down, because the run is being stopped"}, {"lần chạy đang kết thúc"}, {"client 1"});
    row("a blocking send() that is cut short", [](Story &s) {
        talking(s);
        s.add("server send(4, 4096) = 3584");
    }, {"took only so many of", "something has ended the wait for room"}, {"send()"}, {"They are in the kernel now"});
    row("kept by a call", [](Story &s) {
        talking(s);
        s.begin("server recv(4, 4096)");
        s.add("control FD_ZERO(&allset)"); // time passes
        s.add("control close(4) = 0");
    }, {"wakes nobody", "a call that has not returned keeps it", "sends no FIN"}, {"đang giữ nó"});
    row("a listening socket that accept() had kept", [](Story &s) {
        listening(s);
        s.add("control close(3) = 0");
        connected(s);
        s.add_long(44'500, "server accept(3) = 4 :51000");
    }, {"connected with client 1", "Descriptor 3 was closed meanwhile", "nobody can connect"}, {"đã giữ socket nghe"}, {"goes on listening"});
    row("kept by nobody", [](Story &s) { talking(s); s.add("control close(4) = 0"); },
        {"wakes nobody", "sends a FIN"}, {"FIN"}, {"keeps it"});
    row("let go", [](Story &s) {
        closed_behind(s);
        s.add_long(22'500, "server recv(4, 4096) = 3");
    }, {"Descriptor 4 had been closed meanwhile", "Now nothing keeps it", "sends a FIN"}, {"không còn gì giữ nó"});
    row("let go, something unread", [](Story &s) {
        closed_behind(s);
        s.add_long(22'500, "server recv(4, 2) = 2");
    }, {"Now nothing keeps it", "1 byte had come that nobody read", "RST"}, {"1 byte", "RST thay vì FIN"});
}

void EndingsTest::says()
{
    QCOMPARE(complaints(), QString());
}

ROOM_TEST(EndingsTest)
#include "endings.moc"
