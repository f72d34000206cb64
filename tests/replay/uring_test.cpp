// SPDX-License-Identifier: MIT
// io_uring at an instant: what is queued, in the kernel's hands, complete; whose waiting and copying it was.
#include "replay/town.h"
#include "room.h"

#include <QRegularExpression>

#include <linux/io_uring.h>

using namespace recording;
using replay::Phase;
using replay::Replay;
using replay::Uring;
using replay::World;

class UringTest : public QObject {
    Q_OBJECT
private slots:
    void init() { QTest::failOnWarning(QRegularExpression(".*")); }
    void from_ring_to_ring();
    void the_kernel_takes_what_comes();
    void both_phases_are_the_kernels();
    void an_enter_sleeps_until_something_is_complete();
    void grows_like_it_was_made();
    void an_urgent_byte_may_have_been_gone_past();
    void a_number_given_away_again_is_another_receive();
};

namespace {

// A town whose server has rings, has accepted client 1 as descriptor 4 and handed in a receive on it at 1200 ns.
struct Rings : Town {
    Rings()
    {
        builder.lines("910..915 server io_uring_setup(64) = 9 submission_entries=64 completion_entries=128");
        queue(920, IORING_OP_ACCEPT, 3);
        connect(one, 1000, 50001);
        enter(930, 1060, 1);
        builder.lines("1100 server cqe_seen(IORING_OP_ACCEPT, 3) = 4 :50001");
        queue(1150, IORING_OP_RECV, 4, 4096);
    }
    void queue(int64_t time, int code, int fd, int length = 0) { builder.lines_after(time, "0 server sqe_queued(%d, %d, %d)", code, fd, length); }
    void enter(int64_t begin, int64_t end, int count)
    {
        builder.lines("%ld..%ld server io_uring_enter(9, %d, 1) = %d", begin, end, count, count);
    }
    void seen(int64_t time, int code, int fd, int result) { builder.lines_after(time, "0 server cqe_seen(%d, %d) = %d", code, fd, result); }
    // Five bytes come while the receive is in the kernel's hands.
    void receive()
    {
        enter(1200, 2050, 1);
        builder.lines("2000..2010 client 1 send(3, 5) = 5");
        seen(2100, IORING_OP_RECV, 4, 5);
    }
};

} // namespace

// The descriptor of a receive in the kernel's hands is closed by another thread, and its number is the next client's: what the first
// client sends completes the first receive.
void UringTest::a_number_given_away_again_is_another_receive()
{
    Rings town;
    town.enter(1200, 1290, 1);
    town.builder.lines("1300..1310 control close(4) = 0");
    town.queue(1320, IORING_OP_ACCEPT, 3);
    town.enter(1330, 1590, 1);
    town.connect(town.two, 1500, 50002);
    town.builder.lines("1600 server cqe_seen(IORING_OP_ACCEPT, 3) = 4 :50002");
    town.queue(1700, IORING_OP_RECV, 4, 4096);
    town.enter(1710, 2050, 1);
    town.builder.lines("2000..2010 client 1 send(3, 5) = 5");
    town.seen(2100, IORING_OP_RECV, 4, 5);
    const trace::Trace trace = town.builder.trace();
    const Replay replay(trace);
    const size_t completion = find(trace, town.server, Call::cqe_seen, 2);
    const auto phases = replay.phases(completion);
    QVERIFY(!phases.empty());
    QCOMPARE(phases[0].by, std::optional<size_t>(find(trace, town.one, Call::send)));
    QVERIFY(replay.endings(find(trace, town.control, Call::close)).empty()); // no FIN: the receive kept it
    QVERIFY(replay.endings(find(trace, town.one, Call::send)).empty());
    const World after = replay.at(replay.step(completion));
    QCOMPARE(after.urings.at(0).operations.size(), size_t(1)); // the second is still to come
}

// A receive in the kernel's hands goes past an urgent byte, and tells nobody: whether close() finds it unread is open.
void UringTest::an_urgent_byte_may_have_been_gone_past()
{
    Rings town;
    town.enter(1200, 2500, 1);
    town.builder.lines("2000..2010 client 1 send(3, 1, MSG_OOB) = 1");
    town.builder.lines("2600 server cqe_seen(IORING_OP_RECV, 4) = -1 ECANCELED"); // until then it keeps the socket
    town.builder.lines("3000..3010 server close(4) = 0");
    const trace::Trace trace = town.builder.trace();
    const Replay replay(trace);
    const auto endings = replay.endings(find(trace, town.server, Call::close));
    QCOMPARE(endings.size(), size_t(1));
    QCOMPARE(endings[0].sends, replay::Ending::either);
    QVERIFY(!replay.at(replay.last()).socket(town.one, 3)->reset);
}

void UringTest::from_ring_to_ring()
{
    Rings town;
    town.receive();
    const trace::Trace trace = town.builder.trace();
    const Replay replay(trace);
    const auto at = [&](int64_t time) { return replay.at(replay.at_time(time)).urings.at(0); };
    QVERIFY(replay.at(replay.at_time(912)).urings.empty());
    QCOMPARE(at(925).completion_entries, int64_t(128));
    QVERIFY(!at(925).operations.at(0).handed_in);
    QVERIFY(at(950).entering && at(950).operations.at(0).handed_in); // the call in progress hands it in
    QVERIFY(at(1110).operations.empty());
    QCOMPARE(at(1110).seen.at(0).result, 4);
    QCOMPARE(at(1160).queued_in_all, uint64_t(2));
    QVERIFY(!at(1160).operations.at(0).handed_in);
    QCOMPARE(at(1300).operations.at(0).done, std::optional(false));
    QCOMPARE(at(2060).operations.at(0).done, std::optional(true));
    QCOMPARE(at(2110).seen.size(), size_t(2));
}

// Bytes do not wait in the receive buffer of a socket on which a receive is pending: they are in the program's buffer.
void UringTest::the_kernel_takes_what_comes()
{
    Rings town;
    town.receive();
    const trace::Trace trace = town.builder.trace();
    const Replay replay(trace);
    const World world = replay.at(replay.at_time(2060));
    QCOMPARE(world.socket(town.server, 4)->receive_bytes, std::optional<int64_t>(0));
    QCOMPARE(world.urings.at(0).operations.at(0).moved, int64_t(5));
    QCOMPARE(replay.at(replay.at_time(2110)).socket(town.server, 4)->received, int64_t(5));
}

void UringTest::both_phases_are_the_kernels()
{
    Rings town;
    town.receive();
    const trace::Trace trace = town.builder.trace();
    const Replay replay(trace);
    const auto phases = replay.phases(find(trace, town.server, Call::cqe_seen, 1));
    QCOMPARE(phases.size(), size_t(2));
    QCOMPARE(phases[0].kind, Phase::wait);
    QCOMPARE(phases[0].begin, int64_t(1200)); // handed in
    QCOMPARE(phases[0].end.value(), int64_t(2010));
    QCOMPARE(phases[0].known, replay::Known::bracketed);
    QCOMPARE(phases[1].end.value(), int64_t(2050));
    QCOMPARE(phases[1].bytes, int64_t(5));
}

void UringTest::an_enter_sleeps_until_something_is_complete()
{
    Rings town;
    town.receive();
    const trace::Trace trace = town.builder.trace();
    const Replay replay(trace);
    QCOMPARE(replay.at(replay.at_time(1500)).threads[town.server].state, replay::State::asleep);
    QVERIFY(replay.at(replay.at_time(2040)).threads[town.server].state != replay::State::asleep);
    const auto &lane = replay.lane(town.server);
    QCOMPARE(lane.asleep.back(), int64_t(1050 - 930 + 2010 - 1200));
}

// The io_uring_enter() is known before the completions that tell what it waited for.
void UringTest::grows_like_it_was_made()
{
    Rings town;
    town.receive();
    town.queue(2200, IORING_OP_SEND, 4, 5);
    town.enter(2210, 2230, 1);
    town.seen(2300, IORING_OP_SEND, 4, 5);
    const trace::Trace whole = town.builder.trace();
    trace::Trace grown;
    trace::Batch threads;
    threads.programs = whole.programs;
    threads.threads = whole.threads;
    for (size_t i = 0; i < whole.threads.size(); ++i)
        threads.thread_index.push_back(i);
    grown.append(std::move(threads));
    Replay growing(grown);
    for (const Event &event : whole.events()) {
        trace::Batch batch;
        batch.events = {event};
        growing.extend(grown.append(std::move(batch)));
    }
    const Replay made(whole);
    for (size_t i = 0; i < whole.events().size(); ++i)
        QVERIFY(growing.at(growing.step(i)) == made.at(made.step(i)));
    QCOMPARE(growing.lane(town.server).asleep, made.lane(town.server).asleep);
}

ROOM_TEST(UringTest)
#include "uring_test.moc"
