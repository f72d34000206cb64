// SPDX-License-Identifier: MIT
// epoll at an instant: who is in the interest list, what was told and used, what is ready with level and with edge.
#include "replay/town.h"
#include "room.h"

#include <QRegularExpression>

#include <sys/epoll.h>

using namespace recording;
using replay::Interest;
using replay::Replay;
using replay::Watch;
using replay::World;

class EpollTest : public QObject {
    Q_OBJECT
private slots:
    void init() { QTest::failOnWarning(QRegularExpression(".*")); }
    void entries_come_and_go();
    void told_and_used();
    void level_and_edge_data();
    void level_and_edge();
    void a_send_in_progress_leaves_it_open();
    void the_wait_and_the_read();
    void asleep_in_flight();
    void grows_like_it_was_made();
};

namespace {

// A town whose server has an epoll instance with the listening socket, and client 1 as descriptor 4.
struct Lists : Town {
    explicit Lists(uint32_t edge = 0)
    {
        builder.lines("910..915 server epoll_create1() = 9");
        ctl(920, 3, EPOLL_CTL_ADD, EPOLLIN | edge);
        connect(one, 1000, 50001);
        builder.lines("1100..1110 server accept(3) = 4 :50001");
        ctl(1120, 4, EPOLL_CTL_ADD, EPOLLIN | edge);
    }
    void ctl(int64_t time, int fd, int operation, uint32_t events)
    {
        builder.lines_after(time, "0..5 server epoll_ctl(9, %d, %d, %u) = 0", operation, fd, events);
    }
    void wait(int64_t begin, int64_t end, int fd)
    {
        builder.lines("%ld..%ld server epoll_wait(9, 64) = 1 {%d:EPOLLIN}", begin, end, fd);
    }
};

const Interest::Entry *entry(const World &world, int fd)
{
    if (world.interests.empty())
        return nullptr;
    for (const Interest::Entry &one : world.interests[0].entries)
        if (one.fd == fd)
            return &one;
    return nullptr;
}

} // namespace

void EpollTest::entries_come_and_go()
{
    Lists town;
    town.ctl(1200, 4, EPOLL_CTL_MOD, EPOLLOUT);
    town.builder.lines("1300..1310 server close(4) = 0");
    town.ctl(1400, 3, EPOLL_CTL_DEL, 0);
    town.builder.lines("1500..1510 server close(9) = 0");
    const trace::Trace trace = town.builder.trace();
    const Replay replay(trace);
    const auto at = [&](int64_t time) { return replay.at(replay.at_time(time)); };
    QVERIFY(at(912).interests.empty());
    QCOMPARE(at(917).interests.size(), size_t(1));
    QVERIFY(at(917).interests[0].entries.empty());
    QCOMPARE(at(930).interests[0].changed, 3);
    QCOMPARE(at(1130).interests[0].entries.size(), size_t(2));
    QCOMPARE(entry(at(1130), 4)->events, uint32_t(EPOLLIN));
    QCOMPARE(entry(at(1250), 4)->events, uint32_t(EPOLLOUT));
    QVERIFY(!entry(at(1350), 4)); // close() was enough
    QVERIFY(entry(at(1350), 3) && !entry(at(1450), 3));
    QVERIFY(at(1550).interests.empty());
}

void EpollTest::told_and_used()
{
    Lists town;
    town.builder.lines("2000..2010 client 1 send(3, 5) = 5");
    town.wait(1900, 2020, 4);
    town.builder.lines("2100..2110 server recv(4, 1024) = 5");
    town.wait(2200, 2300, 3);
    const trace::Trace trace = town.builder.trace();
    const Replay replay(trace);
    const auto at = [&](int64_t time) { return replay.at(replay.at_time(time)); };
    QVERIFY(at(1950).interests[0].waiting);
    QCOMPARE(at(1950).watch(town.server, 4), Watch::watched);
    QCOMPARE(at(2050).watch(town.server, 4), Watch::ready);
    QCOMPARE(at(2050).watch(town.server, 3), Watch::no);
    QVERIFY(entry(at(2050), 4)->unused);
    QVERIFY(!entry(at(2150), 4)->unused);
    QCOMPARE(entry(at(2150), 4)->told, uint32_t(EPOLLIN));
    QCOMPARE(entry(at(2350), 4)->told, 0u);
    QCOMPARE(entry(at(2350), 3)->told, uint32_t(EPOLLIN));
}

void EpollTest::level_and_edge_data()
{
    QTest::addColumn<bool>("edge");
    QTest::newRow("level") << false;
    QTest::newRow("edge") << true;
}

// Five bytes come, two are read, then one more comes.
void EpollTest::level_and_edge()
{
    QFETCH(bool, edge);
    Lists town(edge ? uint32_t(EPOLLET) : 0);
    town.builder.lines("2000..2010 client 1 send(3, 5) = 5");
    town.wait(2020, 2030, 4);
    town.builder.lines(R"(
        2100..2110  server    recv(4, 2) = 2
        2200..2210  client 1  send(3, 1) = 1
        2300..2310  server    recv(4, 4) = 4
    )");
    const trace::Trace trace = town.builder.trace();
    const Replay replay(trace);
    const auto ready = [&](int64_t time) { return entry(replay.at(replay.at_time(time)), 4)->ready; };
    QCOMPARE(ready(1950), std::optional(false));
    QCOMPARE(ready(2015), std::optional(true));
    QCOMPARE(ready(2150), std::optional(!edge)); // with edge the three left are not told again
    QCOMPARE(ready(2250), std::optional(true));
    QCOMPARE(ready(2350), std::optional(false));
}

// epoll_wait() has told of what a send() brought that returns later: is that another arrival? Nobody can say.
void EpollTest::a_send_in_progress_leaves_it_open()
{
    Lists town{uint32_t(EPOLLET)};
    town.builder.lines("2000..2100 client 1 send(3, 5) = 5");
    town.wait(1900, 2050, 4);
    const trace::Trace trace = town.builder.trace();
    const Replay replay(trace);
    QVERIFY(!entry(replay.at(replay.at_time(2060)), 4)->ready.value_or(false));
    QCOMPARE(entry(replay.at(replay.at_time(2150)), 4)->ready, std::optional<bool>());
}

void EpollTest::the_wait_and_the_read()
{
    Lists town;
    town.builder.lines("2000..2010 client 1 send(3, 5) = 5");
    town.wait(1900, 2020, 4);
    town.builder.lines("2100..2110 server recv(4, 1024) = 5");
    const trace::Trace trace = town.builder.trace();
    const Replay replay(trace);
    const auto waited = replay.phases(find(trace, town.server, Call::epoll_wait));
    QCOMPARE(waited.size(), size_t(1));
    QCOMPARE(waited[0].fd, 4);
    QCOMPARE(waited[0].known, replay::Known::bracketed);
    QCOMPARE(waited[0].end.value(), int64_t(2010));
    const auto phases = replay.phases(find(trace, town.server, Call::recv));
    QCOMPARE(phases.size(), size_t(2));
    QCOMPARE(phases[0].begin, int64_t(1900)); // it had waited in epoll_wait()
    QCOMPARE(phases[1].begin, int64_t(2100));
    QVERIFY(!phases[1].with_wake);
}

void EpollTest::asleep_in_flight()
{
    Lists town;
    town.builder.lines("2000.. server epoll_wait(9, 64)");
    trace::Trace trace = town.builder.trace();
    Replay replay(trace);
    QCOMPARE(replay.at(replay.last()).threads[town.server].state, replay::State::asleep);
    town.builder.lines("2500..2510 client 1 send(3, 5) = 5");
    replay.extend(trace.append(town.builder.batch()));
    QVERIFY(replay.at(replay.last()).threads[town.server].state != replay::State::asleep); // what it watches has data
}

void EpollTest::grows_like_it_was_made()
{
    Lists town;
    town.wait(1900, 2020, 4);
    town.builder.lines(R"(
        2000..2010  client 1  send(3, 5) = 5
        2100..2110  server    close(4) = 0
    )");
    const trace::Trace whole = town.builder.trace();
    trace::Trace grown;
    trace::Batch threads;
    threads.programs = whole.programs;
    threads.threads = whole.threads;
    for (size_t i = 0; i < whole.threads.size(); ++i)
        threads.thread_index.push_back(i);
    grown.append(std::move(threads));
    Replay growing(grown);
    const auto append = [&](size_t i) {
        trace::Batch batch;
        batch.events = {whole.events()[i]};
        growing.extend(grown.append(std::move(batch)));
    };
    for (size_t i = 0; i + 1 < whole.events().size(); i += 2) { // every second comes late
        append(i + 1);
        append(i);
    }
    if (whole.events().size() % 2)
        append(whole.events().size() - 1);
    const Replay made(whole);
    for (size_t i = 0; i < whole.events().size(); ++i)
        QVERIFY(growing.at(growing.step(i)) == made.at(made.step(i)));
}

ROOM_TEST(EpollTest)
#include "epoll_test.moc"
