// SPDX-License-Identifier: MIT
// What is said about asynchronous requests, in both languages.
#include "room.h"
#include "words/story.h"

class ExplainAioTest : public QObject {
    Q_OBJECT
private slots:
    void init() { QTest::failOnWarning(QRegularExpression(".*")); }
    void says_data();
    void says();
};

void ExplainAioTest::says_data()
{
    const Tales row;
    const auto asked = [](Story &s) {
        listening(s);
        accepted(s);
        s.add("server aio_read(4, 4096, 0, SIGEV_NONE, 7) = 0");
    };
    row("aio_read begins", [](Story &s) { listening(s); accepted(s); s.begin("server aio_read(4, 4096)"); },
        {"4,096 bytes from descriptor 4", "not wait"}, {"4.096 byte", "không chờ"});
    row("aio_read", asked, {"returned at once", "request 7", "EINPROGRESS", "the program has to ask"}, {"trả về ngay", "yêu cầu 7", "EINPROGRESS"});
    row("aio_read, a thread will tell",
        [](Story &s) { listening(s); accepted(s); s.add("server aio_read(4, 4096, 0, SIGEV_THREAD, 7) = 0"); },
        {"start a thread"}, {"tạo một luồng"});
    row("aio_error, under way", [asked](Story &s) { asked(s); s.add("server aio_error(4, 7) = EINPROGRESS"); },
        {"Request 7", "not complete yet", "EINPROGRESS"}, {"Yêu cầu 7", "chưa hoàn tất"});
    row("aio_error, complete", [asked](Story &s) { asked(s); s.add("server aio_error(4, 7) = 0"); },
        {"Request 7", "is complete", "may start"}, {"Yêu cầu 7", "đã hoàn tất", "có thể bắt đầu"});
    row("aio_error, reset", [asked](Story &s) { asked(s); s.add("server aio_error(4, 7) = ECONNRESET"); },
        {"has failed", "ECONNRESET"}, {"thất bại", "ECONNRESET"});
    row("aio_return",
        [asked](Story &s) {
            asked(s);
            s.add("client 1 send(3, 3) = 3");
            s.add(R"(server aio_return(4, 7) = 3 "abc")");
        },
        {"3 bytes are in the application's buffer already", "Beside the program", "phase 1", "phase 2"},
        {"3 byte đã nằm sẵn", "bên cạnh chương trình", "giai đoạn 1", "giai đoạn 2"});
    row("aio_return, end of file", [asked](Story &s) { asked(s); s.add("server aio_return(4, 7) = 0"); },
        {"0 for request 7", "end of file"}, {"yêu cầu 7", "hết dữ liệu"});
    // Descriptor 4, connected to client 1's port 50001 and at the server's own; its first read is outstanding.
    const auto datagrams = [](Story &s) {
        s.add("server socket(AF_INET, SOCK_DGRAM) = 4");
        s.add("server setsockopt(4, SOL_SOCKET, SO_REUSEADDR, 1) = 0");
        s.add("server bind(4, :7000) = 0");
        s.add("server connect(4, :50001) = 0");
        s.add("server aio_read(4, 4096, 0, SIGEV_NONE, 7) = 0");
    };
    row("setsockopt, datagrams",
        [](Story &s) { s.add("server socket(AF_INET, SOCK_DGRAM) = 4").add("server setsockopt(4, SOL_SOCKET, SO_REUSEADDR, 1) = 0"); },
        {"the same port", "connected to its sender"}, {"cùng cổng", "bên gửi"});
    row("recvfrom with MSG_DONTWAIT",
        [datagrams](Story &s) { datagrams(s); s.add("server recvfrom(4, 4096, MSG_DONTWAIT) = -1 EAGAIN"); },
        {"as MSG_DONTWAIT asks for", "no datagram"}, {"MSG_DONTWAIT yêu cầu", "không có datagram"});
    row("aio_return, a datagram",
        [datagrams](Story &s) { datagrams(s); s.add(R"(server aio_return(4, 7) = 3 "abc")"); },
        {"a datagram, of which 3 bytes", "connected to port 50001"}, {"một datagram, trong đó 3 byte", "cổng 50001"});
    row("aio_return, an empty datagram",
        [datagrams](Story &s) { datagrams(s); s.add("server aio_return(4, 7) = 0"); },
        {"an empty datagram", "no end of file"}, {"datagram rỗng", "không có nghĩa là hết dữ liệu (EOF)"});
    row("aio_return, the peer's port is gone",
        [datagrams](Story &s) { datagrams(s); s.add("server aio_return(4, 7) = -1 ECONNREFUSED"); },
        {"ECONNREFUSED", "Nobody had the port"}, {"ECONNREFUSED", "Không ai giữ cổng"});
    row("a signal for a request",
        [asked](Story &s) { asked(s); s.add("server handler_begin(SIGRTMIN+1, SI_ASYNCIO, request=7)"); },
        {"request 7 is complete", "may start"}, {"yêu cầu 7 đã hoàn tất"});
    row("aio_suspend begins", [asked](Story &s) { asked(s); s.begin("server aio_suspend(1, 250'000'000)"); },
        {"has been read"}, {"đã đọc xong"});
    row("aio_suspend", [asked](Story &s) { asked(s); s.add("server aio_suspend(2) = 0"); }, {"at least one of 2 requests"},
        {"ít nhất một trong 2 yêu cầu"});
    row("aio_suspend, time is up", [asked](Story &s) { asked(s); s.add("server aio_suspend(2, 250'000'000) = -1 EAGAIN"); },
        {"time given to it is up"}, {"hết thời gian"});
    row("aio_cancel", [asked](Story &s) { asked(s); s.add("server aio_cancel(4) = AIO_NOTCANCELED"); }, {"cannot be broken off"},
        {"không huỷ được nữa"});
}

void ExplainAioTest::says()
{
    QCOMPARE(complaints(), QString());
}

ROOM_TEST(ExplainAioTest)
#include "explain_aio.moc"
