// SPDX-License-Identifier: MIT
// What is said about each kind of event, at its begin and its end, in both languages.
#include "room.h"
#include "words/story.h"

#include <cerrno>
#include <climits>
#include <sys/syscall.h>

using trace::Call;
using trace::Event;
using words::Language;

class ExplainTest : public QObject {
    Q_OBJECT
private slots:
    void init() { QTest::failOnWarning(QRegularExpression(".*")); }
    void says_data();
    void says();
    void nothing_yet();
    void every_call();
    void any_values();

private:
    const Language m_en{"en"}, m_vi{"vi"};
};

void ExplainTest::says_data()
{
    const Tales row;
    row("socket", [](Story &s) { s.add("server socket(AF_INET, SOCK_STREAM) = 3"); }, {"descriptor 3", "smallest"},
        {"descriptor 3", "nhỏ nhất"});
    row("setsockopt", [](Story &s) { s.add("server setsockopt(3, SOL_SOCKET, SO_REUSEADDR, 1) = 0"); },
        {"TIME_WAIT"}, {"TIME_WAIT"});
    row("setsockopt, a buffer", [](Story &s) { s.add("server setsockopt(3, SOL_SOCKET, SO_SNDBUF, 4096) = 0"); },
        {"Option SO_SNDBUF of descriptor 3", "4096 was asked for", "twice the size", "does not tell"}, {"SO_SNDBUF", "4096", "gấp đôi"});
    row("setsockopt begins", [](Story &s) { s.begin("server setsockopt(3, SOL_SOCKET, SO_KEEPALIVE, 1)"); },
        {"option SO_KEEPALIVE of descriptor 3 be 1"}, {"SO_KEEPALIVE"});
    row("bind, any port", [](Story &s) { s.add("server bind(3, :0) = 0"); },
        {"chosen by the kernel"}, {"do hạt nhân chọn"});
    row("bind, port in use", [](Story &s) { s.add("server bind(3, :8080) = -1 EADDRINUSE"); },
        {"EADDRINUSE", "port 8080"}, {"EADDRINUSE", "cổng 8080"});
    row("bind, port in use all the same", [](Story &s) {
        s.add("server socket(AF_INET, SOCK_STREAM) = 3").add("server setsockopt(3, SOL_SOCKET, SO_REUSEADDR, 1) = 0");
        s.add("server bind(3, :8080) = -1 EADDRINUSE");
    }, {"EADDRINUSE", "That is set here"}, {"EADDRINUSE", "Ở đây tuỳ chọn ấy đã được đặt"});
    row("listen", [](Story &s) { s.add("server listen(3, 128) = 0"); }, {"listening socket"}, {"socket nghe"});
    row("getsockname", listening, {"listens on port 40123"}, {"nghe ở cổng 40123"});
    row("connect", [](Story &s) { listening(s); s.add("client 1 connect(3, :40123) = 0"); },
        {"Client 1 is connected to port 40123", "accept()"}, {"Client 1 đã kết nối tới cổng 40123"});
    row("accept begins, queue empty", [](Story &s) { listening(s); s.begin("server accept(3)"); },
        {"sleeps"}, {"ngủ"});
    row("accept begins, queue not empty",
        [](Story &s) { listening(s); connected(s); s.begin("server accept(3)"); },
        {"1 connection waits in the queue"},
        {"1 kết nối trong hàng đợi"});
    row("accept", [](Story &s) { listening(s); accepted(s); },
        {"descriptor 4", "connected with client 1", "Descriptor 3 goes on"},
        {"descriptor 4", "với client 1"});
    row("accept, outside", [](Story &s) { listening(s); s.add("server accept(3) = 4 :51999"); },
        {"another program (port 51999)"}, {"một chương trình khác (cổng 51999)"});
    row("accept, no descriptor left", [](Story &s) { with_sets(s); s.add("server accept(3) = -1 EMFILE"); },
        {"EMFILE", "stays in the queue"}, {"EMFILE", "vẫn nằm trong hàng đợi"});
    row("accept, beyond FD_SETSIZE",
        [](Story &s) { with_sets(s); connected(s); s.add("server accept(3) = 1024 :51000"); },
        {"1024 is beyond", "1023", "refuse"}, {"1024 vượt quá", "từ chối"});
    row("select begins",
        [](Story &s) { with_sets(s); s.begin("server select(4, readfds {3})"); },
        {"1 descriptor can be read: {3}", "bits 0 to 3", "sleep"},
        {"1 descriptor", "{3}", "các bit từ 0 đến 3", "ngủ"});
    row("select begins, timeout",
        [](Story &s) {
            with_sets(s);
            s.begin("server select(5, readfds {3, 4}, NULL, NULL, 10'200'000'000)");
        },
        {"2 descriptors can be read: {3, 4}", QString::fromUtf8("at most 10.2\u00a0s")},
        {QString::fromUtf8("nhiều nhất là 10,2\u00a0s")});
    row("select begins, does not wait",
        [](Story &s) { with_sets(s); s.begin("server select(4, readfds {3}, NULL, NULL, 0)"); },
        {"only asks"},
        {"chỉ hỏi"});
    row("select: a connection",
        [](Story &s) { with_sets(s); s.add("server select(4, readfds {3}) = 1 {3}"); },
        {"select() returned 1 after", "listening socket", "overwritten readfds"},
        {"trả về 1 sau", "socket nghe", "ghi đè lên readfds"});
    row("select: data",
        [](Story &s) {
            with_sets(s);
            accepted(s);
            s.add("server select(5, readfds {3, 4}) = 1 {4}");
        },
        {"of {3, 4}, these are ready: {4}", "recv() on {4}"}, {"trong {3, 4}", "recv() trên {4}"});
    row("select: time is up",
        [](Story &s) { with_sets(s); s.add("server select(4, readfds {3}, NULL, NULL, 1'000'000) = 0"); },
        {"returned 0", "time is up"}, {"trả về 0", "hết thời gian chờ"});
    row("select: some time is left",
        [](Story &s) {
            with_sets(s);
            s.add("server select(4, readfds {3}, NULL, NULL, 2s) = 1 {3} timeout_left_ns=1250ms");
        },
        {QString::fromUtf8("of 2.00\u00a0s, 1.25\u00a0s is left"), "set anew"},
        {QString::fromUtf8("trong 2,00\u00a0s còn lại 1,25\u00a0s"), "đặt lại"});
    row("select: interrupted",
        [](Story &s) { with_sets(s); s.add("server select(4, readfds {3}) = -1 EINTR"); },
        {"EINTR", "sets are as they were"}, {"EINTR", "vẫn như cũ"});
    row("recv begins, buffer empty",
        [](Story &s) { listening(s); accepted(s); s.begin("server recv(4, 4096)"); }, {"phase 1"},
        {"giai đoạn 1"});
    row("recv begins, data there",
        [](Story &s) {
            listening(s);
            accepted(s);
            s.add("client 1 send(3, 3) = 3");
            s.begin("server recv(4, 4096)");
        },
        {"3 bytes are in the receive buffer"}, {"đã có 3 byte"});
    row("recv, no wait",
        [](Story &s) {
            listening(s);
            accepted(s);
            s.add("client 1 send(3, 3) = 3");
            s.add("server recv(4, 4096) = 3");
        },
        {"did not sleep", "3 bytes", "phase 2 only"}, {"không ngủ", "3 byte"});
    row("recv, slept",
        [](Story &s) {
            listening(s);
            accepted(s);
            s.add("control FD_ZERO(&allset)"); // time passes
            s.add("client 1 send(3, 3) = 3");
            s.add_long(20'000, "server recv(4, 4096) = 3");
        },
        {QString::fromUtf8("slept for at least 9.00\u00a0µs"), "phase 1", "at most", "during the sender's send()"},
        {QString::fromUtf8("ngủ ít nhất 9,00\u00a0µs"), "nhiều nhất"}); // the send() began 9 µs after the recv()
    row("recv, perhaps slept",
        [](Story &s) {
            listening(s);
            accepted(s);
            s.add("client 1 send(3, 3) = 3");
            s.add_long(5'000, "server recv(4, 4096) = 3"); // begins within the send()
        },
        {"Whether the thread slept is not known", QString::fromUtf8("took 15.0\u00a0µs together"), "3 bytes"},
        {"Không biết luồng có ngủ hay không", "3 byte"});
    row("recv after select",
        [](Story &s) {
            with_sets(s);
            accepted(s);
            s.add("control FD_ZERO(&allset)");
            s.add("client 1 send(3, 3) = 3");
            s.add_long(20'000, "server select(5, readfds {3, 4}) = 1 {4}");
            s.add("server recv(4, 4096) = 3");
        },
        {"recv() did not sleep", "in select() (phase 1)", "3 bytes"}, {"recv() không ngủ", "trong select()"});
    row("recv begins after select",
        [](Story &s) {
            with_sets(s);
            accepted(s);
            s.add("client 1 send(3, 3) = 3");
            s.add("server select(5, readfds {3, 4}) = 1 {4}");
            s.begin("server recv(4, 4096)");
        },
        {"select() has said that descriptor 4 is ready"}, {"select() đã báo descriptor 4 sẵn sàng"});
    row("stop wakes select",
        [](Story &s) {
            with_sets(s);
            s.add("control thread_begin(5000)");
            s.add("control shutdown(3, SHUT_RDWR) = 0");
            s.add("server select(4, readfds {3}) = 1 {3}");
        },
        {"run is being stopped", "neither data nor a connection"}, {"đang kết thúc"});
    row("stop, nothing left",
        [](Story &s) { listening(s); s.add("control shutdown(4, SHUT_RDWR) = -1 EBADF"); },
        {"The run is being stopped.", "EBADF"}, {"Lần chạy đang kết thúc.", "EBADF"});
    row("stop, no connection, but somebody sleeps",
        [](Story &s) { listening(s); s.add("control shutdown(3, SHUT_RDWR) = -1 ENOTCONN"); },
        {"ENOTCONN", "wakes a thread that sleeps in a call on it all the same"}, {"ENOTCONN", "vẫn đánh thức"});
    row("recv, outside",
        [](Story &s) {
            listening(s);
            s.add("server accept(3) = 4 :51999");
            s.add("server recv(4, 4096) = 1");
        },
        {"1 byte into", "not known: the sender is another program"}, {"1 byte", "một chương trình khác"});
    row("recv, end of file",
        [](Story &s) {
            listening(s);
            accepted(s);
            s.add("client 1 shutdown(3, SHUT_WR) = 0");
            s.add("server recv(4, 4096) = 0");
        },
        {"returned 0", "client 1 has closed"}, {"trả về 0", "client 1 đã đóng"});
    row("recv, reset", [](Story &s) { listening(s); accepted(s); s.add("server recv(4, 4096) = -1 ECONNRESET"); },
        {"ECONNRESET", "must be closed"}, {"ECONNRESET", "phải đóng"});
    row("recv, the client's", [](Story &s) { listening(s); accepted(s); s.add("client 1 recv(3, 4096) = 0"); },
        {"the server has closed"}, {"server đã đóng"});
    row("polling",
        [](Story &s) {
            listening(s);
            accepted(s);
            s.add("server recv(4, 4096, MSG_DONTWAIT) = -1 EAGAIN × 7");
        },
        {"7 times", "polling"}, {"7 lần", "polling"});
    row("polling with select()",
        [](Story &s) {
            listening(s);
            s.add("server select(4, readfds {3}, NULL, NULL, 0) = 0 × 7");
        },
        {"select() was called 7 times", "polling", "All bits of readfds are 0 after each"},
        {"select() được gọi 7 lần", "polling", "Mọi bit của readfds"});
    row("polling with poll()",
        [](Story &s) {
            listening(s);
            s.add("server poll({3:POLLIN}, 1, 0, variable=client[].fd) = 0 × 7");
        },
        {"poll() was called 7 times", "timeout of 0"}, {"poll() được gọi 7 lần", "thời gian chờ bằng 0"});
    row("readfds = allset, folded",
        [](Story &s) {
            s.add("server readfds = allset × 7");
        },
        {"readfds is a copy of allset", "7 equal assignments"}, {"7 lần gán"});
    row("O_NONBLOCK", [](Story &s) { listening(s); s.add("server fcntl(3, F_SETFL, O_RDWR|O_NONBLOCK) = 0"); },
        {"Descriptor 3 is non-blocking now", "EWOULDBLOCK"}, {"không chặn", "EWOULDBLOCK"});
    row("F_GETFL", [](Story &s) { listening(s); s.add("server fcntl(3, F_GETFL) = O_RDWR"); },
        {"O_RDWR", "F_SETFL switches off"}, {"O_RDWR", "F_SETFL"});
    row("accept in a handler, nothing left",
        [](Story &s) {
            listening(s);
            s.add("server handler_begin(SIGIO, POLL_IN, 3, band=POLLIN)");
            s.add("server accept(3) = -1 EAGAIN");
        },
        {"all that had come on descriptor 3 has been taken", "an arrival from now on sends a signal"},
        {"đều đã được lấy", "từ nay có gì mới đến"});
    row("accept, nothing there", [](Story &s) { listening(s); s.add("server accept(3) = -1 EAGAIN"); },
        {"nothing for it on descriptor 3"}, {"descriptor 3"});
    row("send, full", [](Story &s) { listening(s); accepted(s); s.add("server send(4, 3) = -1 EAGAIN"); },
        {"send buffer of descriptor 4 is full"}, {"Vùng đệm gửi"});
    row("send", [](Story &s) { listening(s); accepted(s); s.add("server send(4, 3) = 3"); },
        {"all 3 bytes for client 1", "does not mean"}, {"3 byte", "client 1"});
    const auto asleep_in_send = [](Story &s) {
        s.begin("server send(4, 4096)");
        s.add("server observed_state(server, S)");
    };
    row("send, asleep", [asleep_in_send](Story &s) { listening(s); accepted(s); asleep_in_send(s); },
        {"thread sleeps and waits for room", "because client 1 reads too slowly or not at all"}, {"client 1 đọc quá chậm"}, {"other client"});
    row("send, asleep, and another client waits",
        [asleep_in_send](Story &s) { listening(s); accepted(s); s.add("server accept(3) = 5 :51999"); asleep_in_send(s); },
        {"As long as it does, 1 other client is not served", "no new one is accepted"}, {"1 client khác không được phục vụ"});
    row("send, has slept",
        [](Story &s) {
            listening(s);
            accepted(s);
            s.add("server accept(3) = 5 :51999");
            s.add("server observed_state(server, S)");
            s.add_long(20'000, "server send(4, 4096) = 4096");
        },
        {"has taken all 4,096 bytes", "the thread sleeps in send() for this one client", "1 other client is not served"}, {"client 1 đọc quá chậm"});
    row("send, in part", [](Story &s) { listening(s); accepted(s); s.add("server send(4, 4096) = 1000"); },
        {"returned 1,000", "4,096 bytes"}, {"trả về 1.000", "4.096 byte"});
    row("send, not accepted", [](Story &s) { listening(s); connected(s); s.add("client 1 send(3, 3) = 3"); },
        {"no accept() has returned"}, {"chưa có accept()"});
    row("half-close", [](Story &s) { listening(s); accepted(s); s.add("client 1 shutdown(3, SHUT_WR) = 0"); },
        {"Client 1 has closed its sending direction"}, {"Client 1 đã đóng chiều gửi"});
    row("stop", [](Story &s) { listening(s); s.add("control shutdown(3, SHUT_RDWR) = 0"); },
        {"The run is being stopped"},
        {"Lần chạy đang kết thúc"});
    row("close, listening", [](Story &s) { listening(s); s.add("server close(3) = 0"); }, {"nobody can connect"},
        {"không ai kết nối được"});
    row("close", [](Story &s) { listening(s); accepted(s); s.add("server close(4) = 0"); },
        {"number is free again", "FIN"},
        {"lại trống", "FIN"});
    row("reset by SO_LINGER", [](Story &s) {
        listening(s);
        accepted(s);
        s.add("client 1 setsockopt(3, SOL_SOCKET, SO_LINGER, 1) = 0");
        s.add("client 1 close(3) = 0");
    }, {"RST", "ECONNRESET"}, {"RST", "ECONNRESET"});
    row("FD_ZERO", [](Story &s) { s.add("server FD_ZERO(&allset)"); }, {"All bits of allset are 0"},
        {"Mọi bit của allset"});
    row("FD_SET", [](Story &s) { with_sets(s); accepted(s); s.add("server FD_SET(4, &allset)"); },
        {"Bit 4 of allset is 1", "(client 1)"}, {"Bit 4 của allset giờ bằng 1", "(client 1)"});
    row("FD_SET out of bounds", [](Story &s) { with_sets(s); s.add("server FD_SET(1024, &allset)"); },
        {"bits 0 to 1023", "nothing was changed"}, {"từ 0 đến 1023"});
    row("FD_CLR", [](Story &s) { with_sets(s); s.add("server FD_CLR(3, &allset)"); },
        {"Bit 3 of allset is 0", "listening socket"}, {"Bit 3 của allset giờ bằng 0"});
    const auto answered = [](Story &s) { with_sets(s); s.add("server select(5, readfds {3, 4}) = 1 {3}"); };
    row("FD_ISSET, yes", [answered](Story &s) { answered(s); s.add("server FD_ISSET(3, &readfds) = 1"); },
        {"true", "a connection waits"}, {"đúng", "đang chờ accept()"});
    row("FD_ISSET, no", [answered](Story &s) { answered(s); s.add("server FD_ISSET(4, &readfds) = 0"); },
        {"false", "not ready"}, {"sai", "chưa sẵn sàng"});
    row("readfds = allset", with_sets, {"readfds is a copy of allset"}, {"readfds giờ là bản sao của allset"});
    row("slot taken",
        [](Story &s) { with_sets(s); accepted(s); s.add("server client_FD[0] = 4"); },
        {"Slot 0 of client_FD holds descriptor 4", "client 1", "first free slot"},
        {"Ô 0 của client_FD", "ô trống đầu tiên"});
    row("slot freed",
        [](Story &s) {
            with_sets(s);
            accepted(s);
            s.add("server client_FD[0] = 4");
            s.add("server client_FD[0] = -1");
        },
        {"Slot 0 of client_FD is free again", "maxfd stays 3"}, {"Ô 0 của client_FD lại trống", "maxfd vẫn là 3"});
    row("maxfd", [](Story &s) { s.add("server maxfd = 5"); },
        {"maxfd + 1 = 6"}, {"maxfd + 1 = 6"});
    row("thread begins", [](Story &s) { s.add("server thread_begin(4127)"); }, {"The server begins", "4127"},
        {"Server bắt đầu", "4127"});
    row("planned", [](Story &s) { s.add("client 1 planned(5'000'000)"); },
        {"Client 1 is planned to send what comes next in 2.99"}, {"sau 2,99"});
    row("late", [](Story &s) { s.add("client 1 planned(1'010'000)"); },
        {"Client 1 was planned to send what comes next 1.00", "ago", "late"}, {"1,00", "trễ"});
    row("thread ends", [](Story &s) { s.add("client 1 thread_end(cpu_ns=310'000, voluntary=4)"); },
        {"Client 1 has ended", "4 times"}, {"Client 1 đã kết thúc", "4 lần"});
    row("held", [](Story &s) { s.begin("server held(select)"); },
        {"held at the gate before select()"},
        {"bị giữ ở chốt trước select()"});
    row("let go", [](Story &s) { s.add("server held(select)"); }, {"was held at the gate for"},
        {"đã bị giữ ở chốt"});
    row("seen asleep", [](Story &s) { s.add("server observed_state(server, S)"); },
        {"put the server to sleep"},
        {"đã cho server ngủ"});
}

void ExplainTest::says()
{
    QCOMPARE(complaints(), QString());
}

void ExplainTest::nothing_yet()
{
    const Story story;
    QVERIFY(story.said(m_en).contains("Nothing has been recorded"));
    QVERIFY(story.said(m_vi).contains("Chưa ghi được gì"));
}

// Each call has something to say at its begin and at its end, well or badly ended, whoever makes it.
void ExplainTest::every_call()
{
    for (int call = 0; call < int(Call::count_); ++call)
        for (const uint16_t thread : {0, 1, 2})
            for (const int result : {-1, 0, 1}) {
                Story ended, begun;
                const Event event = ended.event(Call(call), 4, 3, Story::readfds, thread);
                ended.add(event, result, result == -1 ? EBADF : 0);
                begun.begin(event);
                for (const Story *story : {&ended, &begun}) {
                    const QString en = story->said(m_en), vi = story->said(m_vi);
                    QVERIFY2(!en.isEmpty() && en != vi, qPrintable(en));
                    QVERIFY2(!en.contains("does not tell what this step was"), calls::name(Call(call)).data());
                    QVERIFY2(!en.contains('%') && !vi.contains('%'), qPrintable(en + vi));
                    QVERIFY2(en.endsWith('.') && vi.endsWith('.'), qPrintable(en + vi));
                    static const QRegularExpression name("^[a-z_0-9]+\\(\\)|^readfds|^maxfd|^allset|^\\?");
                    QVERIFY2(en[0].isUpper() || en.contains(name), qPrintable(en));
                    QVERIFY2(english_left(vi).isEmpty(), qPrintable(english_left(vi).join(' ') + " in: " + vi));
                }
            }
}

void ExplainTest::any_values()
{
    for (int call = 0; call <= int(Call::count_); ++call)
        for (const int fd : {INT_MIN, -1, 1023, 1024, INT_MAX})
            for (const int64_t length : {INT64_MIN, int64_t(0), INT64_MAX})
                for (const int flags : {0, 0xffff}) {
                    Story story;
                    with_sets(story);
                    Event event = story.event(Call(call), fd, length, uint32_t(flags));
                    std::ranges::fill(event.words, UINT64_MAX);
                    event.count = UINT32_MAX;
                    story.add(event, INT_MAX);
                    QVERIFY(!story.said(m_vi).isEmpty());
                    event.thread = 60'000;
                    story.add(event, INT_MIN);
                    QVERIFY(!story.said(m_vi).isEmpty());
                }
}

ROOM_TEST(ExplainTest)
#include "explain.moc"
