// SPDX-License-Identifier: MIT
// Events as lines of the program.
#include "calls/schema.h"
#include "room.h"
#include "words/quoted.h"
#include "words/story.h"

#include <fcntl.h>
#include <cerrno>
#include <climits>
#include <cstring>
#include <linux/io_uring.h>
#include <sys/epoll.h>
#include <sys/socket.h>

using trace::Call;
using trace::Event;

// One entry, descriptor 3, found readable.
trace::Event polled(trace::Event event)
{
    event.words[0] = trace::word_of({3, 1, 0});
    event.words[1] = trace::word_of({3, 1, 1});
    return event;
}

class CallsTest : public QObject {
    Q_OBJECT
private slots:
    void init() { QTest::failOnWarning(QRegularExpression(".*")); }
    void text_data();
    void text();
    void data_data();
    void data();
    void sets();
    void any_values();
    void errors();
    void steps_have_names_in_both_languages();

private:
    Story m_story;
};

void CallsTest::text_data()
{
    QTest::addColumn<Event>("event");
    QTest::addColumn<QString>("name");
    const auto row = [](const char *expected, Event event, int result, const char *name, int error = 0) {
        event.result = result;
        event.error = uint8_t(error);
        event.end = result == INT_MIN ? 0 : event.begin + 1;
        QTest::newRow(expected) << event << QString::fromLatin1(name);
    };
    constexpr int in_flight = INT_MIN;
    Story story;
    const auto with = [](Event event, uint64_t first, uint64_t second) {
        event.words[0] = first;
        event.words[1] = second;
        return event;
    };
    uint64_t abc = 0;
    std::memcpy(&abc, "abc", 3);
    const Event select = with(story.event(Call::select, 5, -1, Story::reading), 0b11000, 0b10000);
    row("select(5, {3, 4}, NULL, NULL, NULL) = 1 {4}", select, 1, "select");
    row("select(5, {3, 4}, NULL, NULL, NULL)", select, in_flight, "select");
    row("select(5, {3, 4}, NULL, NULL, {10, 200000}) = 0 {}",
        with(story.event(Call::select, 5, 10'200'000'000, Story::reading), 0b11000, 0), 0, "select");
    row("select(5, {3, 4}, NULL, NULL, NULL) = -1 EBADF", select, -1, "select", EBADF);
    row("recv(4, buffer, 4096, 0) = 3 \"abc\"", with(story.event(Call::recv, 4, 4096), abc, 0), 3, "recv");
    row("recvfrom(3, buffer, 4096, 0, …) = 3 \"abc\" :50312", with(story.event(Call::recvfrom, 3, 4096), abc, 50312), 3, "recvfrom");
    row("sendto(3, buffer, 3, 0, :50312) = 3 \"abc\"", with(story.event(Call::sendto, 3, 3), abc, 50312), 3, "sendto");
    row("recv(4, buffer, 4096, 0) = 0", story.event(Call::recv, 4, 4096), 0, "recv");
    row("recv(4, buffer, 4096, 0) = -1 ECONNRESET", story.event(Call::recv, 4, 4096), -1, "recv", ECONNRESET);
    row("recv(4, buffer, 4096, 0)", story.event(Call::recv, 4, 4096), in_flight, "recv");
    row("send(4, buffer, 3, MSG_NOSIGNAL) = 3 \"abc\"", with(story.event(Call::send, 4, 3, MSG_NOSIGNAL), abc, 0), 3,
        "send");
    row("read(0, buffer, 10) = 3 \"abc\"", with(story.event(Call::read, 0, 10), abc, 0), 3, "read");
    row("FD_ZERO(&allset)", story.event(Call::fd_zero, -1, 0, Story::allset), 0, "FD_ZERO");
    row("FD_SET(4, &allset)", story.event(Call::fd_set, 4, 0, Story::allset), 0, "FD_SET");
    row("FD_CLR(4, &allset)", story.event(Call::fd_clr, 4, 0, Story::allset), 0, "FD_CLR");
    row("FD_ISSET(4, &readfds) = 1", story.event(Call::fd_isset, 4, 0, Story::readfds), 1, "FD_ISSET");
    row("readfds = allset", story.event(Call::set_assigned, Story::allset, 0, Story::readfds), 0, "readfds");
    row("client[1].fd = 4", story.event(Call::table_assigned, 1, 4, Story::member), 0, "client[].fd");
    row("client_FD[0] = 4", story.event(Call::table_assigned, 0, 4, Story::client_FD), 0, "client_FD");
    row("client_FD[] = -1", story.event(Call::table_assigned, -1, -1, Story::client_FD), 0, "client_FD");
    row("maxfd = 4", story.event(Call::number_assigned, -1, 4, Story::maxfd), 0, "maxfd");
    row("accept(3, …) = 4", story.event(Call::accept, 3, 51344), 4, "accept");
    row("accept(3, …) = -1 EMFILE", story.event(Call::accept, 3), -1, "accept", EMFILE);
    row("socket(AF_INET, SOCK_STREAM, …) = 3", story.event(Call::socket, -1, AF_INET, SOCK_STREAM), 3, "socket");
    row("setsockopt(3, SOL_SOCKET, SO_REUSEADDR, 1) = 0", story.event(Call::setsockopt, 3, 1, SOL_SOCKET << 16 | SO_REUSEADDR), 0, "setsockopt");
    row("bind(3, :0, …) = 0", story.event(Call::bind, 3, 0), 0, "bind");
    row("bind(3, :8080, …) = -1 EADDRINUSE", story.event(Call::bind, 3, 8080), -1, "bind", EADDRINUSE);
    row("listen(3, 128) = 0", story.event(Call::listen, 3, 128), 0, "listen");
    row("fcntl(3, F_GETFL) = O_RDWR", story.event(Call::fcntl, 3, 0, F_GETFL), O_RDWR, "fcntl");
    row("fcntl(3, F_SETFL, O_RDWR|O_NONBLOCK) = 0", story.event(Call::fcntl, 3, O_RDWR | O_NONBLOCK, F_SETFL), 0, "fcntl");
    row("getsockname(3, …) = 0 :40123", story.event(Call::getsockname, 3, 40123), 0, "getsockname");
    row("connect(3, :40123, …)", story.event(Call::connect, 3, 40123, 0, 1), in_flight, "connect");
    row("shutdown(3, SHUT_WR) = 0", story.event(Call::shutdown, 3, 0, SHUT_WR), 0, "shutdown");
    row("close(4) = 0", story.event(Call::close, 4), 0, "close");
    row("nanosleep({0, 10000000}, …) = 0", story.event(Call::nanosleep, -1, 10'000'000), 0, "nanosleep");
    row("poll(…, 2, -1) = 1 …", story.event(Call::poll, 2, -1), 1, "poll");
    row("poll({3}, 1, -1) = 1 {3}", polled(story.event(Call::poll, 1, -1)), 1, "poll");
    row("epoll_create1(0) = 4", story.event(Call::epoll_create1), 4, "epoll_create1");
    Event added = story.event(Call::epoll_ctl, 4, 3, EPOLL_CTL_ADD);
    added.words[0] = EPOLLIN | EPOLLET;
    row("epoll_ctl(4, EPOLL_CTL_ADD, 3, EPOLLIN|EPOLLET) = 0", added, 0, "epoll_ctl");
    Event told = story.event(Call::epoll_wait, 4, -1, 64);
    told.words[0] = trace::word_of({3, 0, EPOLLIN});
    row("epoll_wait(4, events, 64, -1) = 1 {3}", told, 1, "epoll_wait");
    row("epoll_wait(4, events, 64, -1)", told, in_flight, "epoll_wait");
    row("io_uring_setup(64, …) = 4", story.event(Call::io_uring_setup, -1, 64), 4, "io_uring_setup");
    row("io_uring_enter(4, 2, 1, …) = 2", story.event(Call::io_uring_enter, 4, 1, 2), 2, "io_uring_enter");
    row("SQE {IORING_OP_RECV, 5, 4096}", story.event(Call::sqe_queued, 5, 4096, IORING_OP_RECV), 0, "SQE");
    row("CQE {IORING_OP_RECV, 5} = -1 ECONNRESET", story.event(Call::cqe_seen, 5, 0, IORING_OP_RECV), -1, "CQE", ECONNRESET);
    row("held: … = …", story.event(Call::held, -1, 0, int(Call::number_assigned)), 0, "held");
    row("held: select", story.event(Call::held, -1, 0, int(Call::select)), 0, "held");
    Event polls = story.event(Call::recv, 4, 1, MSG_DONTWAIT);
    polls.count = 1279629;
    row("recv(4, buffer, 1, MSG_DONTWAIT) = -1 EAGAIN × 1279629", polls, -1, "recv", EAGAIN);
    Event asks = select;
    asks.length = 0;
    asks.words[1] = 0;
    asks.count = 1000;
    row("select(5, {3, 4}, NULL, NULL, {0, 0}) = 0 {} × 1000", asks, 0, "select");
}

void CallsTest::text()
{
    QFETCH(Event, event);
    QCOMPARE(words::call_text(m_story.trace, event), QString::fromUtf8(QTest::currentDataTag()));
    QTEST(words::call_name(m_story.trace, event), "name");
    if (calls::row(event.call).kind <= calls::Kind::step) // names of a program are the same in every language
        QCOMPARE(words::call_text(words::Language("vi"), m_story.trace, event), QString::fromUtf8(QTest::currentDataTag()));
}

// What is no system call and no name of the program is told in the reader's language, alone and where it begins a line.
void CallsTest::steps_have_names_in_both_languages()
{
    const words::Language english("en"), vietnamese("vi");
    for (const Call call : {Call::handler_begin, Call::handler_end, Call::thread_begin, Call::thread_end, Call::held, Call::lost, Call::observed_state,
                            Call::observed_socket, Call::observed_drops, Call::observed_cpu, Call::observed_task}) {
        const Event event = m_story.event(call, 0);
        const QString en = words::call_name(english, m_story.trace, event), vi = words::call_name(vietnamese, m_story.trace, event);
        QVERIFY2(!en.isEmpty() && en != vi, qPrintable(vi));
        QVERIFY2(words::call_text(vietnamese, m_story.trace, event).startsWith(vi), qPrintable(vi));
    }
}

void CallsTest::data_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("moved");
    QTest::newRow("\"abc\"") << QByteArray("abc") << 3;
    QTest::newRow("\"a\\nb\\t\\\"\\\\\"") << QByteArray("a\nb\t\"\\") << 6;
    QTest::newRow("\"chào\"") << QByteArray("chào") << 5;
    QTest::newRow("\"\\x00\\x01\"") << QByteArray("\0\1", 2) << 2;
    QTest::newRow("\"a\\xff\\xc3\"") << QByteArray("a\xff\xc3") << 3; // not UTF-8
    QTest::newRow("\"xxxxxxxxxxxxxxxx\"…") << QByteArray(16, 'x') << 4096;
    QTest::newRow("\"xxxxxxxxxxxxxxx\"…") << QByteArray(15, 'x') + '\xc3' << 17; // cut within a letter
}

void CallsTest::data()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, moved);
    Event event;
    event.call = Call::recv;
    event.length = 4096;
    event.result = moved;
    std::memcpy(event.words, bytes.constData(), size_t(bytes.size()));
    QCOMPARE(words::quoted(event), QString::fromUtf8(QTest::currentDataTag()));
}

void CallsTest::sets()
{
    QCOMPARE(words::set_text({}), "{}");
    QCOMPARE(words::set_text({3}), "{3}");
    QCOMPARE(words::set_text({3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14}), "{3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14}");
    std::vector<int> many(500);
    for (size_t i = 0; i < many.size(); ++i)
        many[i] = int(i) + 4;
    QCOMPARE(words::set_text(many), "{4, 5, 6, 7, 8, 9, …, 503}");
}

// A damaged recording may hold anything: there is still a text.
void CallsTest::any_values()
{
    for (int call = 0; call <= int(Call::count_); ++call)
        for (const int fd : {INT_MIN, -1, 0, 1024, INT_MAX})
            for (const int64_t length : {INT64_MIN, int64_t(-1), int64_t(0), INT64_MAX})
                for (const uint32_t flags : {0u, 0xffffu, UINT32_MAX}) {
                    Event event = m_story.event(Call(call), fd, length, flags, uint16_t(flags));
                    event.words[0] = event.words[1] = UINT64_MAX;
                    event.file = UINT16_MAX;
                    for (const int result : {INT_MIN, -1, INT_MAX}) {
                        event.result = result;
                        event.end = result == -1 ? 0 : INT64_MAX;
                        event.error = 255;
                        QVERIFY(!words::call_text(m_story.trace, event).isEmpty());
                        QVERIFY(!words::event_sentence(words::Language("vi"), m_story.trace, event).isEmpty());
                    }
                }
}

void CallsTest::errors()
{
    QCOMPARE(words::error_name(0), "");
    QCOMPARE(words::error_name(ECONNRESET), "ECONNRESET");
    QCOMPARE(words::error_name(EAGAIN), "EAGAIN");
    QCOMPARE(words::error_name(12345), "12345");
}

ROOM_TEST(CallsTest)
#include "calls.moc"
