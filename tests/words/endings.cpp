// SPDX-License-Identifier: MIT
// What is said when connections end: FIN, RST or nothing, and of what a call keeps though its descriptor is closed.
#include "room.h"
#include "words/story.h"

#include <cerrno>
#include <linux/io_uring.h>
#include <sys/socket.h>

using trace::Call;

class EndingsTest : public QObject {
    Q_OBJECT
private slots:
    void init() { QTest::failOnWarning(QRegularExpression(".*")); }
    void says_data();
    void says();
};

namespace {

constexpr uint16_t client = 1, control = 2;

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
    s.add(s.event(Call::close, 4, 0, 0, control));
    s.add(s.event(Call::send, 3, 3, 0, client), 3);
}

} // namespace

void EndingsTest::says_data()
{
    const Tales row;
    row("unread bytes", [](Story &s) {
        talking(s);
        s.add(s.event(Call::send, 3, 3, 0, client), 3);
        s.add(s.event(Call::close, 4));
    }, {"3 bytes had come that nobody read", "RST", "ECONNRESET"}, {"3 byte", "RST thay vì FIN"}, {"sends a FIN"});
    row("a control thread that is held at the gate stops nothing", [](Story &s) {
        talking(s);
        s.add(s.event(Call::thread_begin, -1, 0, 0, control));
        s.add(s.event(Call::held, -1, 0, uint32_t(Call::close), control));
        s.add(s.event(Call::close, 4, 0, 0, control));
        s.add(s.event(Call::held, -1, 0, 0, control));
        s.begin(s.event(Call::accept, 3));
    }, {"asks for the next connection"}, {"kết nối"}, {"being stopped"});
    row("to an end that is closed", [](Story &s) {
        talking(s);
        s.add(s.event(Call::send, 3, 3, 0, client), 3);
        s.add(s.event(Call::close, 3, 0, 0, client));
        s.add(s.event(Call::close, 4));
    }, {"RST"}, {"RST"}, {"ECONNRESET"});
    row("the second FIN", [](Story &s) {
        talking(s);
        s.add(s.event(Call::close, 3, 0, 0, client));
        s.add(s.event(Call::close, 4));
    }, {"sends a FIN, too", "both directions", "Client 1, whose FIN came first, has TIME_WAIT"}, {"cũng gửi FIN", "TIME_WAIT"});
    row("after a reset told by send()", [](Story &s) {
        talking(s);
        s.add(s.event(Call::send, 4, 3), -1, ECONNRESET);
        s.add(s.event(Call::close, 4));
    }, {"had been reset already"}, {"từ trước"}, {"FIN"});
    row("a send in vain", [](Story &s) {
        talking(s);
        s.add(s.event(Call::close, 3, 0, 0, client));
        s.add(s.event(Call::send, 4, 3), 3);
    }, {"client 1 had closed its end", "RST", "The bytes are lost"}, {"client 1 đã đóng", "RST"}, {"They are in the kernel now"});
    row("a queue that nobody will accept from", [](Story &s) {
        listening(s);
        connected(s);
        s.add(s.event(Call::close, 3));
    }, {"1 connection waits in the queue", "resets it"}, {"1 kết nối", "RST"});
    row("a queue at the stop", [](Story &s) {
        listening(s);
        connected(s);
        s.add(s.event(Call::shutdown, 3, 0, SHUT_RDWR, control));
    }, {"The run is being stopped", "1 connection waits in the queue"}, {"RST"});
    row("close() of one that was in the queue", [](Story &s) {
        listening(s);
        connected(s);
        s.add(s.event(Call::close, 3));
        s.add(s.event(Call::close, 3, 0, 0, client));
    }, {"had been reset already"}, {"từ trước"}, {"FIN"});
    row("another program, all read or not", [](Story &s) {
        listening(s);
        s.add(s.event(Call::accept, 3, 51999), 4);
        s.add(s.event(Call::close, 4));
    }, {"a FIN or, if something has come that nobody read, a reset"}, {"FIN hoặc"});
    row("another program, whose FIN came first", [](Story &s) {
        listening(s);
        s.add(s.event(Call::accept, 3, 51999), 4);
        s.add(s.event(Call::recv, 4, 4096));
        s.add(s.event(Call::close, 4));
    }, {"sends a FIN, too", "TIME_WAIT, unless it has been closed by a reset"}, {"TIME_WAIT", "RST"});
    row("the end of a receive at stop", [](Story &s) {
        talking(s);
        s.add(s.event(Call::io_uring_setup, -1, 64), 9);
        s.add(s.event(Call::sqe_queued, 4, 4096, IORING_OP_RECV));
        s.add(s.event(Call::shutdown, 4, 0, SHUT_RDWR, control));
        s.add_long(s.event(Call::io_uring_enter, 9, 1, 1), 40'000, 1);
        s.add(s.event(Call::cqe_seen, 4, 0, IORING_OP_RECV));
    }, {"end of file", "this end was shut down, because the run is being stopped"}, {"lần chạy đang kết thúc"}, {"client 1"});
    row("a blocking send() that is cut short", [](Story &s) {
        talking(s);
        s.add(s.event(Call::send, 4, 4096), 3584);
    }, {"took only so many of", "something has ended the wait for room"}, {"send()"}, {"They are in the kernel now"});
    row("kept by a call", [](Story &s) {
        talking(s);
        s.add(s.event(Call::close, 4, 0, 0, control));
        trace::Event recv = s.event(Call::recv, 4, 4096);
        s.begin(recv, 11'500);
    }, {"wakes nobody", "a call that has not returned keeps it", "sends no FIN"}, {"đang giữ nó"});
    row("a listening socket that accept() had kept", [](Story &s) {
        listening(s);
        s.add(s.event(Call::close, 3, 0, 0, control));
        connected(s);
        s.add_long(s.event(Call::accept, 3, 51000), 44'500, 4);
    }, {"connected with client 1", "Descriptor 3 was closed meanwhile", "nobody can connect"}, {"đã giữ socket nghe"}, {"goes on listening"});
    row("kept by nobody", [](Story &s) { talking(s); s.add(s.event(Call::close, 4, 0, 0, control)); },
        {"wakes nobody", "sends a FIN"}, {"FIN"}, {"keeps it"});
    row("let go", [](Story &s) {
        closed_behind(s);
        s.add_long(s.event(Call::recv, 4, 4096), 22'500, 3);
    }, {"Descriptor 4 had been closed meanwhile", "Now nothing keeps it", "sends a FIN"}, {"không còn gì giữ nó"});
    row("let go, something unread", [](Story &s) {
        closed_behind(s);
        s.add_long(s.event(Call::recv, 4, 2), 22'500, 2);
    }, {"Now nothing keeps it", "1 byte had come that nobody read", "RST"}, {"1 byte", "RST thay vì FIN"});
}

void EndingsTest::says()
{
    QCOMPARE(complaints(), QString());
}

ROOM_TEST(EndingsTest)
#include "endings.moc"
