// SPDX-License-Identifier: MIT
// Events as lines of the program.
#include "calls/schema.h"
#include "room.h"
#include "words/quoted.h"
#include "words/story.h"

#include <cerrno>
#include <climits>
#include <cstring>

using trace::Call;
using trace::Event;

class CallsTest : public QObject {
    Q_OBJECT
private slots:
    void init() { QTest::failOnWarning(QRegularExpression(".*")); }
    void text_data();
    void text();
    void a_poll_whose_array_is_not_told();
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
    QTest::addColumn<QString>("line");
    QTest::addColumn<bool>("in_flight");
    QTest::addColumn<QString>("name");
    const auto row = [](const char *expected, const char *line, const char *name, bool in_flight = false) {
        QTest::newRow(expected) << QString::fromUtf8(line) << in_flight << QString::fromLatin1(name);
    };
    row("select(5, {3, 4}, NULL, NULL, NULL) = 1 {4}", "server select(5, readfds {3, 4}) = 1 {4}", "select");
    row("select(5, {3, 4}, NULL, NULL, NULL)", "server select(5, readfds {3, 4})", "select", true);
    row("select(5, {3, 4}, NULL, NULL, {10, 200000}) = 0 {}", "server select(5, readfds {3, 4}, NULL, NULL, 10'200'000'000) = 0", "select");
    row("select(5, {3, 4}, NULL, NULL, NULL) = -1 EBADF", "server select(5, readfds {3, 4}) = -1 EBADF", "select");
    row("recv(4, buffer, 4096, 0) = 3 \"abc\"", R"(server recv(4, 4096) = 3 "abc")", "recv");
    row("recvfrom(3, buffer, 4096, 0, …) = 3 \"abc\" :50312", R"(server recvfrom(3, 4096) = 3 "abc" :50312)", "recvfrom");
    row("sendto(3, buffer, 3, 0, :50312) = 3 \"abc\"", R"(server sendto(3, 3, 0, :50312) = 3 "abc")", "sendto");
    row("recv(4, buffer, 4096, 0) = 0", "server recv(4, 4096) = 0", "recv");
    row("recv(4, buffer, 4096, 0) = -1 ECONNRESET", "server recv(4, 4096) = -1 ECONNRESET", "recv");
    row("recv(4, buffer, 4096, 0)", "server recv(4, 4096)", "recv", true);
    row("send(4, buffer, 3, MSG_NOSIGNAL) = 3 \"abc\"", R"(server send(4, 3, MSG_NOSIGNAL) = 3 "abc")", "send");
    row("read(0, buffer, 10) = 3 \"abc\"", R"(server read(0, 10) = 3 "abc")", "read");
    row("FD_ZERO(&allset)", "server FD_ZERO(&allset)", "FD_ZERO");
    row("FD_SET(4, &allset)", "server FD_SET(4, &allset)", "FD_SET");
    row("FD_CLR(4, &allset)", "server FD_CLR(4, &allset)", "FD_CLR");
    row("FD_ISSET(4, &readfds) = 1", "server FD_ISSET(4, &readfds) = 1", "FD_ISSET");
    row("readfds = allset", "server readfds = allset", "readfds");
    row("client[1].fd = 4", "server client[1].fd = 4", "client[].fd");
    row("client_FD[0] = 4", "server client_FD[0] = 4", "client_FD");
    row("client_FD[] = -1", "server client_FD[] = -1", "client_FD");
    row("maxfd = 4", "server maxfd = 4", "maxfd");
    row("accept(3, …) = 4", "server accept(3) = 4 :51344", "accept");
    row("accept(3, …) = -1 EMFILE", "server accept(3) = -1 EMFILE", "accept");
    row("socket(AF_INET, SOCK_STREAM, …) = 3", "server socket(AF_INET, SOCK_STREAM) = 3", "socket");
    row("setsockopt(3, SOL_SOCKET, SO_REUSEADDR, 1) = 0", "server setsockopt(3, SOL_SOCKET, SO_REUSEADDR, 1) = 0", "setsockopt");
    row("bind(3, :0, …) = 0", "server bind(3, :0) = 0", "bind");
    row("bind(3, :8080, …) = -1 EADDRINUSE", "server bind(3, :8080) = -1 EADDRINUSE", "bind");
    row("listen(3, 128) = 0", "server listen(3, 128) = 0", "listen");
    row("fcntl(3, F_GETFL) = O_RDWR", "server fcntl(3, F_GETFL) = O_RDWR", "fcntl");
    row("fcntl(3, F_SETFL, O_RDWR|O_NONBLOCK) = 0", "server fcntl(3, F_SETFL, O_RDWR|O_NONBLOCK) = 0", "fcntl");
    row("getsockname(3, …) = 0 :40123", "server getsockname(3) = 0 :40123", "getsockname");
    row("connect(3, :40123, …)", "client 1 connect(3, :40123)", "connect", true);
    row("shutdown(3, SHUT_WR) = 0", "server shutdown(3, SHUT_WR) = 0", "shutdown");
    row("close(4) = 0", "server close(4) = 0", "close");
    row("nanosleep({0, 10000000}, …) = 0", "server nanosleep(10'000'000) = 0", "nanosleep");
    row("poll({3}, 1, -1) = 1 {3}", "server poll({3:POLLIN}, 1) = 1 {3:POLLIN}", "poll");
    row("epoll_create1(0) = 4", "server epoll_create1() = 4", "epoll_create1");
    row("epoll_ctl(4, EPOLL_CTL_ADD, 3, EPOLLIN|EPOLLET) = 0", "server epoll_ctl(4, EPOLL_CTL_ADD, 3, EPOLLIN|EPOLLET) = 0", "epoll_ctl");
    row("epoll_wait(4, events, 64, -1) = 1 {3}", "server epoll_wait(4, 64) = 1 {3:EPOLLIN}", "epoll_wait");
    row("epoll_wait(4, events, 64, -1)", "server epoll_wait(4, 64)", "epoll_wait", true);
    row("io_uring_setup(64, …) = 4", "server io_uring_setup(64) = 4", "io_uring_setup");
    row("io_uring_enter(4, 2, 1, …) = 2", "server io_uring_enter(4, 2, 1) = 2", "io_uring_enter");
    row("SQE {IORING_OP_RECV, 5, 4096}", "server sqe_queued(IORING_OP_RECV, 5, 4096)", "SQE");
    row("CQE {IORING_OP_RECV, 5} = -1 ECONNRESET", "server cqe_seen(IORING_OP_RECV, 5) = -1 ECONNRESET", "CQE");
    row("held: … = …", "server held(number_assigned)", "held");
    row("held: select", "server held(select)", "held");
    row("recv(4, buffer, 1, MSG_DONTWAIT) = -1 EAGAIN × 1279629", "server recv(4, 1, MSG_DONTWAIT) = -1 EAGAIN × 1'279'629", "recv");
    row("select(5, {3, 4}, NULL, NULL, {0, 0}) = 0 {} × 1000", "server select(5, readfds {3, 4}, NULL, NULL, 0) = 0 × 1000", "select");
}

void CallsTest::text()
{
    QFETCH(QString, line);
    QFETCH(bool, in_flight);
    Story story;
    in_flight ? story.begin("%s", qUtf8Printable(line)) : story.add("%s", qUtf8Printable(line));
    const Event event = in_flight ? story.trace.in_flight().front() : story.trace.events().back();
    QCOMPARE(words::call_text(story.trace, event), QString::fromUtf8(QTest::currentDataTag()));
    QTEST(words::call_name(story.trace, event), "name");
    if (calls::row(event.call).kind <= calls::Kind::step) // names of a program are the same in every language
        QCOMPARE(words::call_text(words::Language("vi"), story.trace, event), QString::fromUtf8(QTest::currentDataTag()));
}

// As an older or a damaged recording has it.
void CallsTest::a_poll_whose_array_is_not_told()
{
    Event event = m_story.event(Call::poll, 2, -1);
    event.end = event.begin + 1;
    event.result = 1;
    QCOMPARE(words::call_text(m_story.trace, event), QString::fromUtf8("poll(…, 2, -1) = 1 …"));
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
    Event event = m_story.event(Call::recv, 4, 4096);
    event.end = event.begin + 1;
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
                    std::ranges::fill(event.words, UINT64_MAX);
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
