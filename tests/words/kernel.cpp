// SPDX-License-Identifier: MIT
// What is said where the usual sentence would be false: by the kernel's own rules, or since somebody else came in between.
#include "room.h"
#include "words/story.h"

using recording::Part;

class KernelTest : public QObject {
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
    with_sets(s);
    accepted(s);
}

// select() has answered that descriptor 4 can be read. The bench is a thread of the server's program.
void answered(Story &s)
{
    const uint16_t bench = s.builder.thread("bench", Part::control);
    talking(s);
    s.trace.threads[bench].job = trace::Job::bench;
    s.add("client 1 send(3, 3) = 3").add("server readfds = allset").add("server select(5, readfds {3, 4}) = 1 {4}");
}

void sets(const Tales &row)
{
    row("FD_ISSET on the set that was not passed", [](Story &s) {
        talking(s);
        s.add("server FD_SET(4, &allset)").add("server select(5, readfds {3, 4}) = 1 {3}").add("server FD_ISSET(4, &allset) = 1");
    }, {"bit 4 of allset is 1", "So FD_SET has left it", "the bit does not tell"}, {"FD_SET đã để nó như vậy", "không cho biết"}, {"select() left", "will not sleep"});
    row("FD_ISSET on a copy before any select()", [](Story &s) { with_sets(s); s.add("server FD_ISSET(3, &readfds) = 1"); },
        {"bit 3 of readfds is 1", "So it was in allset, which was copied there"}, {"allset"}, {"select() left", "waits for accept()"});
    row("FD_ISSET is false on the set that was not passed", [](Story &s) {
        talking(s);
        s.add("server select(5, readfds {3, 4}) = 1 {4}").add("server FD_ISSET(4, &allset) = 0");
    }, {"bit 4 of allset is 0", "So FD_ZERO has left it", "does not tell"}, {"FD_ZERO"}, {"is not ready"});
    row("FD_ISSET, read by another thread meanwhile", [](Story &s) { answered(s); s.add("bench recv(4, 4096) = 3").add("server FD_ISSET(4, &readfds) = 1"); },
        {"select() left bit 4 of readfds at 1", "was ready then", "not known"}, {"lúc đó sẵn sàng"}, {"will not sleep"});
    row("FD_ISSET of what is as select() said", [](Story &s) { answered(s); s.add("server FD_ISSET(4, &readfds) = 1"); },
        {"is ready, so recv() will not sleep"}, {"sẽ không ngủ"});
    row("a bit at the first argument", [](Story &s) { with_sets(s); s.begin("server select(3, readfds {})"); },
        {"look at bits 0 to 2", "The bits of {3} are 1, too", "the highest descriptor plus 1"}, {"Các bit của {3}"}, {"maxfd"});
    row("no maxfd", [](Story &s) { listening(s); s.begin("server select(6, readfds {3})"); }, {"look at bits 0 to 5."}, {"các bit từ 0 đến 5."},
        {"maxfd", "is the highest"});
}

void descriptors(const Tales &row)
{
    row("F_SETFL drops O_NONBLOCK", [](Story &s) {
        talking(s);
        s.add("server fcntl(4, F_SETFL, O_NONBLOCK) = 0").add("server fcntl(4, F_SETFL, O_ASYNC) = 0");
    }, {"O_NONBLOCK is off now, since F_SETFL was not given it", "O_ASYNC is on", "F_SETOWN"}, {"O_NONBLOCK giờ đã tắt", "O_ASYNC đang bật", "F_SETOWN"},
        {"no call on it waits", "From now on"});
    row("F_SETFL, who gets the signals is said", [](Story &s) {
        talking(s);
        s.add("server fcntl(4, F_SETOWN_EX, F_OWNER_TID, 100) = 0").add("server fcntl(4, F_SETFL, O_ASYNC|O_NONBLOCK) = 0");
    }, {"From now on descriptor 4 sends a signal", "no call on it waits"}, {"Từ giờ"}, {"F_SETOWN"});
    row("F_SETFL drops O_ASYNC", [](Story &s) {
        talking(s);
        s.add("server fcntl(4, F_SETFL, O_ASYNC|O_NONBLOCK) = 0").add("server fcntl(4, F_SETFL, O_NONBLOCK) = 0");
    }, {"Descriptor 4 is non-blocking now", "O_ASYNC is off now"}, {"O_ASYNC giờ đã tắt"}, {"F_SETOWN"});
    row("F_DUPFD", [](Story &s) { talking(s); s.add("server fcntl(4, F_DUPFD, argument=20) = 20"); },
        {"Descriptor 20 names the same open file as descriptor 4", "the smallest number that was free, from 20 on"}, {"Descriptor 20", "từ 20 trở đi"}, {"socket()"});
    row("F_GETFD of what never was", [](Story &s) { s.add("server fcntl(77, F_GETFD) = -1 EBADF"); }, {"There is no descriptor 77"}, {"77"},
        {"was closed", "taken out"});
    row("F_GETFD of what was closed", [](Story &s) { talking(s); s.add("server close(4) = 0").add("server fcntl(4, F_GETFD) = -1 EBADF"); },
        {"Descriptor 4 was closed", "taken out of the sets"}, {"đã bị đóng"});
}

} // namespace

void KernelTest::says_data()
{
    const Tales row;
    sets(row);
    descriptors(row);
}

void KernelTest::says()
{
    QCOMPARE(complaints(), QString());
}

ROOM_TEST(KernelTest)
#include "kernel.moc"
