// SPDX-License-Identifier: MIT
// What is said of a descriptor that is no connection, of a call by its own name, and of what other threads did to it.
#include "room.h"
#include "words/story.h"

#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <poll.h>
#include <sys/socket.h>

using trace::Call;
using trace::Event;

class MeaningsTest : public QObject {
    Q_OBJECT
private slots:
    void init() { QTest::failOnWarning(QRegularExpression(".*")); }
    void says_data();
    void says();
};

namespace {

constexpr uint16_t bench = 3;

void terminal(Story &s)
{
    for (int fd = 0; fd < 3; ++fd)
        s.add(s.event(Call::terminal_opened, fd, 7), fd);
}

// Descriptor 5 is the end that is read, 6 the other one.
void pipe(Story &s)
{
    s.add(with(s.event(Call::pipe), 5, 6));
}

Event failing(Story &s, Call call, uint32_t flags = 0)
{
    Event event = s.event(call, call == Call::accept ? 3 : 4, 4096, flags);
    event.error = EAGAIN;
    return event;
}

// A thread of the server's program beside it: the same descriptors.
void with_bench(Story &s)
{
    s.trace.threads.push_back({"bench", 0, trace::Job::bench, 103, {"readfds"}});
    with_sets(s);
    accepted(s);
}

} // namespace

void MeaningsTest::says_data()
{
    const Tales row;
    const QStringList other{"the other end"};
    row("FD_SET of the keyboard", [](Story &s) { terminal(s); with_sets(s); s.add(s.event(Call::fd_set, 0, 0, Story::allset)); },
        {"about descriptor 0, too (the keyboard)"}, {"(bàn phím)"}, other);
    row("FD_SET of a pipe", [](Story &s) { with_sets(s); pipe(s); s.add(s.event(Call::fd_set, 5, 0, Story::allset)); },
        {"(a pipe)"}, {"(một đường ống)"}, other);
    row("FD_SET of a UDP socket", [](Story &s) {
        with_sets(s);
        s.add(s.event(Call::socket, -1, 0, SOCK_DGRAM), 5).add(s.event(Call::fd_set, 5, 0, Story::allset));
    },
        {"(a UDP socket)"}, {"(một socket UDP)"}, other);
    row("FD_SET of a fresh socket", [](Story &s) {
        with_sets(s);
        s.add(s.event(Call::socket, -1, 0, SOCK_STREAM), 5).add(s.event(Call::fd_set, 5, 0, Story::allset));
    },
        {"(a socket without a connection)"}, {"(một socket chưa có kết nối)"}, other);
    row("FD_SET of what is not known", [](Story &s) { with_sets(s); s.add(s.event(Call::fd_set, 9, 0, Story::allset)); }, {"(nothing is known of it)"},
        {"(không biết gì về nó)"}, other);
    row("FD_ISSET of the keyboard", [](Story &s) {
        terminal(s);
        with_sets(s);
        s.add(with(s.event(Call::select, 4, -1, Story::reading), 0b1001, 0b0001), 1);
        s.add(s.event(Call::fd_isset, 0, 0, Story::readfds), 1);
    }, {"Descriptor 0 (the keyboard) is ready, so read() will not sleep"}, {"(bàn phím)", "read()"}, {"the other end", "recv()"});
    row("select of a pipe", [](Story &s) {
        with_sets(s);
        pipe(s);
        s.add(with(s.event(Call::select, 6, -1, Story::reading), 0b101000, 0b100000), 1);
    }, {"read() on {5} will not sleep"}, {"read() trên {5}"}, {"recv()"});
    row("write into a pipe begins", [](Story &s) { pipe(s); s.begin(s.event(Call::write, 6, 3)); }, {"for a pipe (descriptor 6)"}, {"một đường ống"}, other);
    row("the end of a pipe", [](Story &s) { pipe(s); s.add(s.event(Call::read, 5, 4096), 0); },
        {"read() returned 0", "nobody has the pipe open for writing"}, {"read() trả về 0", "để ghi"}, {"recv()", "server"});
    row("read of a pipe", [](Story &s) { pipe(s); s.add(s.event(Call::read, 5, 4096), 3); }, {"read()"}, {"read()"}, {"recv()"});
    row("read of a connection", [](Story &s) {
        listening(s);
        accepted(s);
        s.add(s.event(Call::send, 3, 3, 0, 1), 3);
        s.add(s.event(Call::read, 4, 4096), 3);
    }, {"so read() did not sleep"}, {"read()"}, {"recv()"});
    // What took long, and did not wait.
    row("preempted, O_NONBLOCK", [](Story &s) {
        listening(s);
        accepted(s);
        s.add(s.event(Call::fcntl, 4, O_NONBLOCK, F_SETFL));
        s.add_slow(failing(s, Call::recv), 37'000'000, -1);
    }, {"no wait for that", "may not have been given the processor"}, {"được cấp CPU"}, {"SO_RCVTIMEO", "time limit", "at once"});
    row("preempted, MSG_DONTWAIT", [](Story &s) {
        listening(s);
        accepted(s);
        s.add_slow(failing(s, Call::recv, MSG_DONTWAIT), 37'000'000, -1);
    }, {"no wait for that"}, {"được cấp CPU"}, {"SO_RCVTIMEO", "at once"});
    row("preempted, accept4", [](Story &s) {
        listening(s);
        connected(s);
        s.add(s.event(Call::accept4, 3, 51000, SOCK_NONBLOCK), 4);
        s.add_slow(failing(s, Call::recv), 37'000'000, -1);
    }, {"no wait for that"}, {"được cấp CPU"}, {"SO_RCVTIMEO"});
    row("preempted, accept", [](Story &s) {
        listening(s);
        s.add(s.event(Call::fcntl, 3, O_NONBLOCK, F_SETFL));
        s.add_slow(failing(s, Call::accept), 4'000'000, -1);
    }, {"accept() returned", "no wait for that"}, {"accept()"}, {"SO_RCVTIMEO"});
    row("preempted, send", [](Story &s) {
        listening(s);
        accepted(s);
        s.add(s.event(Call::fcntl, 4, O_NONBLOCK, F_SETFL));
        s.add_slow(failing(s, Call::send), 37'000'000, -1);
    }, {"must not wait"}, {"EWOULDBLOCK"}, {"SO_SNDTIMEO"});
    row("a time limit for send", [](Story &s) {
        listening(s);
        accepted(s);
        s.add_slow(failing(s, Call::send), 200'000'000, -1);
    }, {"send() waited", "SO_SNDTIMEO"}, {"SO_SNDTIMEO"});
    // accept() gives EINVAL.
    row("no listening socket", [](Story &s) { listening(s); accepted(s); s.add(s.event(Call::accept, 4), -1, EINVAL); },
        {"Descriptor 4 is no listening socket"}, {"Descriptor 4 không phải là socket nghe"}, {"being stopped"});
    row("shut down", [](Story &s) { listening(s); s.add(s.event(Call::shutdown, 3, 0, SHUT_RDWR)); s.add(s.event(Call::accept, 3), -1, EINVAL); },
        {"The listening socket has been shut down"}, {"Socket nghe đã bị shutdown()"}, {"being stopped"});
    // Another thread closes.
    row("closed by the bench", [](Story &s) {
        with_bench(s);
        s.add(s.event(Call::close, 4, 0, 0, bench));
        s.add(with(s.event(Call::select, 5, -1, Story::reading), 0b11000, 0b10000), 1);
    }, {"{4} has been closed meanwhile", "EBADF"}, {"{4} đã bị đóng"}, {"recv()"});
    row("the bench closes under a select()", [](Story &s) {
        with_bench(s);
        s.begin(with(s.event(Call::select, 5, -1, Story::reading), 0b11000, 0));
        s.add(s.event(Call::close, 4, 0, 0, bench));
    }, {"Descriptor 4 is closed, which wakes nobody"}, {"không đánh thức ai"});
    row("end of file at the bench", [](Story &s) {
        with_bench(s);
        s.add(s.event(Call::close, 3, 0, 0, 1));
        s.add(s.event(Call::recv, 4, 4096, 0, bench), 0);
    }, {"client 1 has closed its sending direction"}, {"client 1 đã đóng chiều gửi"}, {"the server"});
    row("the bench looks", [](Story &s) {
        with_bench(s);
        Event look = s.event(Call::fcntl, 4, 0, F_GETFL, bench);
        look.line = 0;
        s.add(look, O_RDWR | O_NONBLOCK);
    }, {"No statement has asked"}, {"Không câu lệnh nào hỏi"}, {"asks first"});
    row("SO_ERROR", [](Story &s) { s.add(with(s.event(Call::getsockopt, 4, ECONNREFUSED, SOL_SOCKET << 16 | SO_ERROR), ECONNREFUSED, 4)); },
        {"is 111, ECONNREFUSED: nobody listens"}, {"111, ECONNREFUSED"});
    row("poll, reset", [](Story &s) {
        listening(s);
        accepted(s);
        s.add(s.event(Call::setsockopt, 3, 1, SOL_SOCKET << 16 | SO_LINGER, 1));
        s.add(s.event(Call::close, 3, 0, 0, 1));
        Event poll = s.event(Call::poll, 1, -1, Story::member);
        s.add(with(poll, trace::word_of({4, POLLIN, 0}), trace::word_of({4, POLLIN, POLLIN | POLLERR | POLLHUP})), 1);
    }, {"The connection of {4} was reset"}, {"reset"}, {"set except"});
    row("select, no exceptional conditions", [](Story &s) {
        with_sets(s);
        trace::Batch batch;
        batch.words = {8, 8, 8, 8};
        s.trace.append(std::move(batch));
        Event event = s.event(Call::select, 4, -1, trace::select_flags::passed(Story::readfds, Story::allset) | trace::payload_elsewhere);
        s.add(with(event, uint64_t(-4), 4), 2);
    }, {"for reading {3}, for writing {3}"}, {"để ghi {3}"}, {"exceptional"});
    row("data of which a signal told", [](Story &s) {
        listening(s);
        accepted(s);
        s.add(s.event(Call::fcntl, 4, O_ASYNC | O_NONBLOCK, F_SETFL));
        Event sent = s.event(Call::send, 3, 3, 0, 1);
        s.add(s.event(Call::handler_begin, -1, SIGIO, uint16_t(SI_KERNEL)));
        s.add_long(sent, 12'000, 3); // it returns after the signal
        s.add(s.event(Call::recv, 4, 4096), 3);
    }, {"It was over at least 11.0", "before this call"}, {"ít nhất"}, {"at least 0"});
}

void MeaningsTest::says()
{
    QCOMPARE(complaints(), QString());
}

ROOM_TEST(MeaningsTest)
#include "meanings.moc"
