// SPDX-License-Identifier: MIT
// What is said about select() and poll() beyond "can be read", and about urgent data, in both languages.
#include "room.h"
#include "words/story.h"

class SidesTest : public QObject {
    Q_OBJECT
private slots:
    void init() { QTest::failOnWarning(QRegularExpression(".*")); }
    void says_data();
    void says();
};

namespace {

// Client 1 is descriptor 4 of the server.
void with_client(Story &s)
{
    s.trace.run.server = "select-all";
    listening(s);
    accepted(s);
}

void reset(Story &s)
{
    s.add("client 1 setsockopt(3, SOL_SOCKET, SO_LINGER, 1) = 0");
    s.add("client 1 close(3) = 0");
}

} // namespace

void SidesTest::says_data()
{
    const Tales row(with_client);
    row("select begins", [](Story &s) { s.begin("server select(5, readfds {3}, writefds {4}, exceptfds {4})"); },
        {"{4} can be written as soon as there is room in the send buffer", "On {4} an exceptional condition would be urgent data"},
        {"vùng đệm gửi có chỗ", "dữ liệu khẩn"});
    const auto full = [](Story &s) { s.add("server send(4, 10, MSG_DONTWAIT) = -1 EAGAIN"); };
    row("room", [full](Story &s) { full(s); s.add("server select(5, readfds {3}, writefds {4}, exceptfds {4}) = 1 {} {4} {}"); },
        {"There is room in the send buffer of {4} again: send() can take some at once", "Since when is not known", "overwritten all sets"},
        {"lại có chỗ", "không biết"}, {"reset", "recv()"});
    row("urgent", [](Story &s) { s.add("server select(5, readfds {3, 4}, writefds {}, exceptfds {4}) = 1 {} {} {4}"); },
        {"On {4} urgent data has come", "MSG_OOB"}, {"Trên {4} có dữ liệu khẩn đến"}, {"room"});
    row("reset", [](Story &s) { reset(s); s.add("server select(5, readfds {3, 4}, writefds {4}, exceptfds {4}) = 2 {4} {4} {}"); },
        {"The connection of {4} was reset", "readable and writable", "does not set except"}, {"RST", "exceptfds"}, {"room in its"});
    row("closed by another thread", [](Story &s) {
        s.add("control close(4) = 0");
        s.add("server select(5, readfds {3, 4}, writefds {}, exceptfds {4}) = 2 {4} {} {4}");
    }, {"{4} has been closed meanwhile, which woke nobody", "EBADF"}, {"{4} đã bị đóng trong lúc đó"}, {"urgent", "failed"});
    row("time is up", [](Story &s) { s.add("server select(5, readfds {3}, writefds {4}, exceptfds {4}) = 0 {} {} {}"); }, {"All bits of the sets passed are 0"}, {"hết thời gian chờ"});
    row("EINTR", [](Story &s) { s.add("server select(5, readfds {3}, writefds {4}, exceptfds {4}) = -1 EINTR"); },
        {"EINTR", "Asking again is left to the program", "The sets are as they were"}, {"EINTR", "việc của chương trình"});
    row("EBADF", [](Story &s) { s.add("server select(5, readfds {3}, writefds {4}, exceptfds {4}) = -1 EBADF"); },
        {"EBADF", "does not say which", "fcntl(F_GETFD)"}, {"EBADF", "fcntl(F_GETFD)"});
    row("another thread closes", [](Story &s) { s.add("control close(4) = 0"); },
        {"sleeps on, and will not fail because of it", "called from now on"}, {"không đánh thức ai", "EBADF"});
    row("FD_ISSET, writefds", [full](Story &s) {
        full(s);
        s.add("server select(5, readfds {3}, writefds {4}, exceptfds {4}) = 1 {} {4} {}");
        s.add("server FD_ISSET(4, &writefds) = 1");
    }, {"bit 4 of writefds", "room in the send buffer"}, {"lại có chỗ"}, {"recv()"});
    row("FD_ISSET, exceptfds", [](Story &s) {
        s.add("server select(5, readfds {3, 4}, writefds {}, exceptfds {4}) = 1 {} {} {4}");
        s.add("server FD_ISSET(4, &exceptfds) = 1");
    }, {"bit 4 of exceptfds", "Urgent data has come", "MSG_OOB"}, {"dữ liệu khẩn"});
    // allwrite is what writefds is a copy of.
    const auto asked = [](Story &s) {
        s.add("server writefds = allwrite").add("server exceptfds = allexcept");
        s.add("server select(5, readfds {3, 4}, writefds {}, exceptfds {4}) = 1 {4} {} {}");
    };
    row("FD_SET, allwrite", [asked](Story &s) { asked(s); s.add("server FD_SET(4, &allwrite)"); },
        {"Bit 4 of allwrite is 1", "whether descriptor 4 (client 1) can be written"}, {"có ghi được không"});
    row("FD_SET, allexcept", [asked](Story &s) { asked(s); s.add("server FD_SET(4, &allexcept)"); },
        {"whether urgent data has come on descriptor 4 (client 1)"}, {"dữ liệu khẩn"});
    row("FD_CLR, allwrite", [asked](Story &s) { asked(s); s.add("server FD_CLR(4, &allwrite)"); },
        {"is not asked whether descriptor 4 can be written"}, {"không được hỏi descriptor 4 có ghi được không"});
    row("FD_CLR, exceptfds", [asked](Story &s) { asked(s); s.add("server FD_CLR(4, &exceptfds)"); },
        {"is not asked about urgent data"}, {"dữ liệu khẩn"});
    row("FD_CLR, readfds", [asked](Story &s) { asked(s); s.add("server FD_CLR(4, &readfds)"); }, {"whether descriptor 4 can be read"},
        {"không được hỏi descriptor 4 có đọc được không"});
    row("FD_ISSET is false, writefds", [asked](Story &s) { asked(s); s.add("server FD_ISSET(4, &writefds) = 0"); },
        {"was not asked about descriptor 4"}, {"không được hỏi"});
    row("FD_ISSET is false, exceptfds", [asked](Story &s) { asked(s); s.add("server FD_ISSET(4, &exceptfds) = 0"); },
        {"no urgent data has come"}, {"chưa có dữ liệu khẩn"});
    row("poll begins", [](Story &s) { s.begin("server poll({4:POLLOUT|POLLPRI}, 1, NULL, client[].fd)"); },
        {"ready for what its events say", "room in the send buffer", "urgent data"}, {"events", "vùng đệm gửi có chỗ"});
    row("POLLOUT", [full](Story &s) { full(s); s.add("server poll({4:POLLOUT}, 1, NULL, client[].fd) = 1 {4:POLLOUT}"); }, {"There is room in the send buffer of {4} again"}, {"lại có chỗ"},
        {"recv()", "POLLERR"});
    row("POLLPRI", [](Story &s) { s.add("server poll({4:POLLIN|POLLPRI}, 1, NULL, client[].fd) = 1 {4:POLLPRI}"); }, {"urgent data has come"}, {"dữ liệu khẩn"}, {"data, end"});
    row("POLLERR, POLLHUP", [](Story &s) { reset(s); s.add("server poll({4:POLLIN|POLLOUT}, 1, NULL, client[].fd) = 1 {4:POLLIN|POLLOUT|POLLERR|POLLHUP}"); },
        {"POLLERR on {4}", "POLLHUP on {4}", "without having been asked", "readable and writable"}, {"POLLERR trên {4}", "POLLHUP trên {4}"},
        {"room in its", "set except"}); // that is a word of select()
    row("POLLNVAL", [](Story &s) { s.add("server poll({4:POLLIN}, 1, NULL, client[].fd) = 1 {4:POLLNVAL}"); }, {"POLLNVAL on {4}", "poll() does not fail"}, {"POLLNVAL trên {4}"},
        {"recv()"});
    row("poll, EINTR", [](Story &s) {
        s.add("server poll({4:POLLIN}, 1, NULL, client[].fd) = -1 EINTR");
    }, {"EINTR", "Asking again is left to the program", "revents say nothing"}, {"EINTR"});
    row("send urgent begins", [](Story &s) { s.begin("client 1 send(3, 4, MSG_OOB)"); }, {"4 bytes", "the last of them is urgent"},
        {"byte cuối là dữ liệu khẩn"});
    row("send urgent", [](Story &s) { s.add("client 1 send(3, 4, MSG_OOB) = 4"); }, {"3 bytes of the stream, then the urgent one"},
        {"3 byte trong dòng byte"});
    row("send one urgent", [](Story &s) { s.add("client 1 send(3, 1, MSG_OOB) = 1"); }, {"one byte for the server, the urgent one"},
        {"byte khẩn"});
    row("receive urgent", [](Story &s) {
        s.add("client 1 send(3, 4, MSG_OOB) = 4");
        s.add("server recv(4, 1, MSG_OOB) = 1");
    }, {"recv() took the urgent byte"}, {"đã lấy byte khẩn"}, {"phase"});
    row("no urgent data", [](Story &s) { s.add("server recv(4, 1, MSG_OOB) = -1 EINVAL"); }, {"EINVAL", "No urgent data waits"},
        {"EINVAL"});
    row("close, urgent not taken", [](Story &s) {
        s.add("client 1 send(3, 1, MSG_OOB) = 1");
        s.add("server close(4) = 0");
    }, {"nobody took", "RST"}, {"RST thay vì FIN"});
    row("close, urgent taken", [](Story &s) {
        s.add("client 1 send(3, 1, MSG_OOB) = 1");
        s.add("server recv(4, 1, MSG_OOB) = 1");
        s.add("server close(4) = 0");
    }, {"recv() has taken it with MSG_OOB", "RST"}, {"RST thay vì FIN"});
}

void SidesTest::says()
{
    QCOMPARE(complaints(), QString());
}

ROOM_TEST(SidesTest)
#include "sides.moc"
