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

} // namespace

void KernelTest::says_data()
{
    const Tales row;
    sets(row);
}

void KernelTest::says()
{
    QCOMPARE(complaints(), QString());
}

ROOM_TEST(KernelTest)
#include "kernel.moc"
