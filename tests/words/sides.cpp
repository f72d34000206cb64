// SPDX-License-Identifier: MIT
// What is said about select() and poll() beyond "can be read", and about urgent data, in both languages.
#include "room.h"
#include "words/story.h"

#include <array>
#include <cerrno>
#include <poll.h>
#include <sys/socket.h>

using trace::Call;
using trace::Event;

class SidesTest : public QObject {
    Q_OBJECT
private slots:
    void init() { QTest::failOnWarning(QRegularExpression(".*")); }
    void says_data();
    void says();
};

namespace {

constexpr uint32_t three_sets = trace::select_flags::passed(Story::readfds, 1, 2) | trace::payload_elsewhere;

// Client 1 is descriptor 4 of the server.
void with_client(Story &s)
{
    s.trace.run.server = "select-all";
    s.trace.threads[0].variables = {"readfds", "writefds", "exceptfds", "readfds", "allwrite", "allexcept"};
    listening(s);
    accepted(s);
}

Event selecting(Story &s, std::array<uint64_t, 3> asked, std::array<uint64_t, 3> answered = {})
{
    trace::Batch batch;
    batch.words = {asked[0], asked[1], asked[2], answered[0], answered[1], answered[2]};
    s.trace.append(std::move(batch));
    Event event = s.event(Call::select, 5, -1, three_sets);
    event.words[0] = uint64_t(-6); // those before what the next batch brings
    event.words[1] = 6;
    return event;
}

Event polling(Story &s, int16_t events, int16_t revents)
{
    Event event = s.event(Call::poll, 1, -1, Story::member);
    event.words[0] = trace::word_of({4, events, 0});
    event.words[1] = trace::word_of({4, events, revents});
    return event;
}

void reset(Story &s)
{
    s.add(s.event(Call::setsockopt, 3, 1, SOL_SOCKET << 16 | SO_LINGER, 1));
    s.add(s.event(Call::close, 3, 0, 0, 1));
}

} // namespace

void SidesTest::says_data()
{
    const Tales row(with_client);
    row("select begins", [](Story &s) { s.begin(selecting(s, {8, 16, 16})); },
        {"{4} can be written as soon as there is room in the send buffer", "On {4} an exceptional condition would be urgent data"},
        {"vùng đệm gửi có chỗ", "dữ liệu khẩn"});
    row("room", [](Story &s) { s.add(selecting(s, {8, 16, 16}, {0, 16, 0}), 1); },
        {"There is room in the send buffer of {4} again: send() can take some at once", "Since when is not known", "overwritten all sets"},
        {"lại có chỗ", "không biết"}, {"reset", "recv()"});
    row("urgent", [](Story &s) { s.add(selecting(s, {24, 0, 16}, {0, 0, 16}), 1); },
        {"On {4} urgent data has come", "MSG_OOB"}, {"Trên {4} có dữ liệu khẩn đến"}, {"room"});
    row("reset", [](Story &s) { reset(s); s.add(selecting(s, {24, 16, 16}, {16, 16, 0}), 2); },
        {"The connection of {4} was reset", "readable and writable", "does not set except"}, {"RST", "exceptfds"}, {"room in its"});
    row("closed by another thread", [](Story &s) {
        s.add(s.event(Call::close, 4, 0, 0, 2));
        s.add(selecting(s, {24, 0, 16}, {16, 0, 16}), 2);
    }, {"{4} has been closed meanwhile, which woke nobody", "EBADF"}, {"{4} đã bị đóng trong lúc đó"}, {"urgent", "failed"});
    row("time is up", [](Story &s) { s.add(selecting(s, {8, 16, 16}), 0); }, {"All bits of the sets passed are 0"}, {"hết thời gian chờ"});
    row("EINTR", [](Story &s) { s.add(selecting(s, {8, 16, 16}), -1, EINTR); },
        {"EINTR", "Asking again is left to the program", "The sets are as they were"}, {"EINTR", "việc của chương trình"});
    row("EBADF", [](Story &s) { s.add(selecting(s, {8, 16, 16}), -1, EBADF); },
        {"EBADF", "does not say which", "fcntl(F_GETFD)"}, {"EBADF", "fcntl(F_GETFD)"});
    row("another thread closes", [](Story &s) { s.add(s.event(Call::close, 4, 0, 0, 2)); },
        {"sleeps on, and will not fail because of it", "called from now on"}, {"không đánh thức ai", "EBADF"});
    row("FD_ISSET, writefds", [](Story &s) {
        s.add(selecting(s, {8, 16, 16}, {0, 16, 0}), 1);
        s.add(s.event(Call::fd_isset, 4, 0, 1), 1);
    }, {"bit 4 of writefds", "room in the send buffer"}, {"lại có chỗ"}, {"recv()"});
    row("FD_ISSET, exceptfds", [](Story &s) {
        s.add(selecting(s, {24, 0, 16}, {0, 0, 16}), 1);
        s.add(s.event(Call::fd_isset, 4, 0, 2), 1);
    }, {"bit 4 of exceptfds", "Urgent data has come", "MSG_OOB"}, {"dữ liệu khẩn"});
    // allwrite is what writefds is a copy of.
    constexpr int writefds = 1, exceptfds = 2, allwrite = 4, allexcept = 5;
    const auto asked = [](Story &s) {
        s.add(s.event(Call::set_assigned, allwrite, 0, writefds)).add(s.event(Call::set_assigned, allexcept, 0, exceptfds));
        s.add(selecting(s, {24, 0, 16}, {16, 0, 0}), 1);
    };
    row("FD_SET, allwrite", [asked](Story &s) { asked(s); s.add(s.event(Call::fd_set, 4, 0, allwrite)); },
        {"Bit 4 of allwrite is 1", "whether descriptor 4 (client 1) can be written"}, {"có ghi được không"});
    row("FD_SET, allexcept", [asked](Story &s) { asked(s); s.add(s.event(Call::fd_set, 4, 0, allexcept)); },
        {"whether urgent data has come on descriptor 4 (client 1)"}, {"dữ liệu khẩn"});
    row("FD_CLR, allwrite", [asked](Story &s) { asked(s); s.add(s.event(Call::fd_clr, 4, 0, allwrite)); },
        {"is not asked whether descriptor 4 can be written"}, {"không được hỏi descriptor 4 có ghi được không"});
    row("FD_CLR, exceptfds", [asked](Story &s) { asked(s); s.add(s.event(Call::fd_clr, 4, 0, exceptfds)); },
        {"is not asked about urgent data"}, {"dữ liệu khẩn"});
    row("FD_CLR, readfds", [asked](Story &s) { asked(s); s.add(s.event(Call::fd_clr, 4, 0, 3)); }, {"whether descriptor 4 can be read"},
        {"không được hỏi descriptor 4 có đọc được không"});
    row("FD_ISSET is false, writefds", [asked](Story &s) { asked(s); s.add(s.event(Call::fd_isset, 4, 0, writefds), 0); },
        {"was not asked about descriptor 4"}, {"không được hỏi"});
    row("FD_ISSET is false, exceptfds", [asked](Story &s) { asked(s); s.add(s.event(Call::fd_isset, 4, 0, exceptfds), 0); },
        {"no urgent data has come"}, {"chưa có dữ liệu khẩn"});
    row("poll begins", [](Story &s) { s.begin(polling(s, POLLOUT | POLLPRI, 0)); },
        {"ready for what its events say", "room in the send buffer", "urgent data"}, {"events", "vùng đệm gửi có chỗ"});
    row("POLLOUT", [](Story &s) { s.add(polling(s, POLLOUT, POLLOUT), 1); }, {"There is room in the send buffer of {4} again"}, {"lại có chỗ"},
        {"recv()", "POLLERR"});
    row("POLLPRI", [](Story &s) { s.add(polling(s, POLLIN | POLLPRI, POLLPRI), 1); }, {"urgent data has come"}, {"dữ liệu khẩn"}, {"data, end"});
    row("POLLERR, POLLHUP", [](Story &s) { reset(s); s.add(polling(s, POLLIN | POLLOUT, POLLIN | POLLOUT | POLLERR | POLLHUP), 1); },
        {"POLLERR on {4}", "POLLHUP on {4}", "without having been asked", "readable and writable"}, {"POLLERR trên {4}", "POLLHUP trên {4}"},
        {"room in its", "set except"}); // that is a word of select()
    row("POLLNVAL", [](Story &s) { s.add(polling(s, POLLIN, POLLNVAL), 1); }, {"POLLNVAL on {4}", "poll() does not fail"}, {"POLLNVAL trên {4}"},
        {"recv()"});
    row("poll, EINTR", [](Story &s) {
        Event event = polling(s, POLLIN, 0);
        s.add(event, -1, EINTR);
    }, {"EINTR", "Asking again is left to the program", "revents say nothing"}, {"EINTR"});
    row("send urgent begins", [](Story &s) { s.begin(s.event(Call::send, 3, 4, MSG_OOB, 1)); }, {"4 bytes", "the last of them is urgent"},
        {"byte cuối là dữ liệu khẩn"});
    row("send urgent", [](Story &s) { s.add(s.event(Call::send, 3, 4, MSG_OOB, 1), 4); }, {"3 bytes of the stream, then the urgent one"},
        {"3 byte trong dòng byte"});
    row("send one urgent", [](Story &s) { s.add(s.event(Call::send, 3, 1, MSG_OOB, 1), 1); }, {"one byte for the server, the urgent one"},
        {"byte khẩn"});
    row("receive urgent", [](Story &s) {
        s.add(s.event(Call::send, 3, 4, MSG_OOB, 1), 4);
        s.add(s.event(Call::recv, 4, 1, MSG_OOB), 1);
    }, {"recv() took the urgent byte"}, {"đã lấy byte khẩn"}, {"phase"});
    row("no urgent data", [](Story &s) { s.add(s.event(Call::recv, 4, 1, MSG_OOB), -1, EINVAL); }, {"EINVAL", "No urgent data waits"},
        {"EINVAL"});
    row("close, urgent not taken", [](Story &s) {
        s.add(s.event(Call::send, 3, 1, MSG_OOB, 1), 1);
        s.add(s.event(Call::close, 4));
    }, {"nobody took", "RST"}, {"RST thay vì FIN"});
    row("close, urgent taken", [](Story &s) {
        s.add(s.event(Call::send, 3, 1, MSG_OOB, 1), 1);
        s.add(s.event(Call::recv, 4, 1, MSG_OOB), 1);
        s.add(s.event(Call::close, 4));
    }, {"recv() has taken it with MSG_OOB", "RST"}, {"RST thay vì FIN"});
}

void SidesTest::says()
{
    QCOMPARE(complaints(), QString());
}

ROOM_TEST(SidesTest)
#include "sides.moc"
