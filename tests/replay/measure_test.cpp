// SPDX-License-Identifier: MIT
// The figures of a whole run, from recordings made by hand: every number is known.
#include "replay/measures/measure.h"
#include "replay/pair.h"
#include "room.h"

#include <QRegularExpression>

#include <cerrno>

using namespace recording;
using replay::Measure;
using replay::Measured;
using replay::Replay;

namespace {

Measured measured(const trace::Trace &trace)
{
    return replay::measured(Replay(trace));
}

} // namespace

class MeasureTest : public QObject {
    Q_OBJECT
private slots:
    void init() { QTest::failOnWarning(QRegularExpression(".*")); }
    void counts();
    void folded_polls_count_one_by_one();
    void a_message_lies_between_two_ends();
    void a_message_in_hand_before_its_send_returned();
    void a_message_read_in_pieces();
    void messages_read_together();
    void a_message_never_read();
    void a_late_message_counts_from_when_it_was_planned();
    void messages_not_all_planned_have_no_figure();
    void a_datagram_is_a_message();
    void a_read_that_shutdown_has_ended_took_no_message();
    void datagrams_of_unknown_senders_are_no_messages();
    void descriptors_open_at_once();
    void that_descriptors_ran_out_is_told();
    void helpers_are_seen();
    void threads_that_tell_of_a_completion_are_the_servers();
    void one_that_has_not_told_what_it_used_leaves_it_unknown();
    void what_is_not_told_is_unknown();
    void no_server_no_figures();
    void spread_of_runs();
};

void MeasureTest::counts()
{
    Pair pair;
    pair.message(3, 1000, 1020, 200, 1050);
    pair.end(2000, 500, 7, 2);
    const Measured one = measured(pair.builder.trace());
    QCOMPARE(one.of(Measure::system_calls), int64_t(5)); // socket, listen, getsockname, accept, recv
    QCOMPARE(one.of(Measure::failed_polls), int64_t(0));
    QCOMPARE(one.of(Measure::cpu), int64_t(500));
    QCOMPARE(one.of(Measure::voluntary), int64_t(7));
    QCOMPARE(one.of(Measure::involuntary), int64_t(2));
    QCOMPARE(one.of(Measure::longest_blocked), int64_t(820)); // from the begin of recv() to the latest arrival
    QCOMPARE(one.of(Measure::threads), int64_t(1));
    QCOMPARE(one.of(Measure::descriptors), int64_t(2));
    QCOMPARE(one.messages, size_t(1));
}

void MeasureTest::folded_polls_count_one_by_one()
{
    Pair pair;
    pair.builder.lines(R"(
        200..900  server  recv(4, 0) = -1 EAGAIN × 1234
        210..910  server  accept(3) = -1 EAGAIN × 1235
    )");
    const Measured one = measured(pair.builder.trace());
    QCOMPARE(one.of(Measure::failed_polls), int64_t(1234 + 1235));
    QCOMPARE(one.of(Measure::system_calls), int64_t(4 + 1234 + 1235));
}

void MeasureTest::a_message_lies_between_two_ends()
{
    Pair pair;
    pair.message(3, 1000, 1020, 200, 1050); // 30 to 50
    pair.message(3, 2000, 2010, 1100, 2200); // 190 to 200
    pair.message(3, 3000, 3030, 2300, 3060); // 30 to 60
    const Measured one = measured(pair.builder.trace());
    QCOMPARE(one.of(Measure::median_least), int64_t(30));
    QCOMPARE(one.of(Measure::median), int64_t(60));
    QCOMPARE(one.of(Measure::worst_least), int64_t(190));
    QCOMPARE(one.of(Measure::worst), int64_t(200));
}

void MeasureTest::a_message_in_hand_before_its_send_returned()
{
    Pair pair;
    pair.message(3, 1000, 1090, 200, 1050);
    const Measured one = measured(pair.builder.trace());
    QCOMPARE(one.of(Measure::median_least), int64_t(0));
    QCOMPARE(one.of(Measure::median), int64_t(50));
}

void MeasureTest::a_message_read_in_pieces()
{
    Pair pair;
    pair.builder.lines(R"(
        1000..1020  client 1  send(3, 10) = 10
        200..1050   server    recv(4, 6) = 6
        1100..1150  server    recv(4, 6) = 4  # the last byte counts
    )");
    const trace::Trace trace = pair.builder.trace();
    const Replay replay(trace);
    const auto messages = replay::messages(replay);
    QCOMPARE(messages.size(), size_t(1));
    QCOMPARE(messages[0].taken, find(trace, pair.server, Call::recv, 1));
    QCOMPARE(messages[0].bytes, int64_t(10));
    QCOMPARE(messages[0].in_hand, int64_t(1150));
}

void MeasureTest::messages_read_together()
{
    Pair pair;
    pair.builder.lines(R"(
        1000..1020  client 1  send(3, 5) = 5
        1030..1040  client 1  send(3, 7) = 7
        1100..1150  server    recv(4, 4096) = 12
    )");
    const trace::Trace trace = pair.builder.trace();
    const Replay replay(trace);
    const auto messages = replay::messages(replay);
    QCOMPARE(messages.size(), size_t(2));
    QCOMPARE(messages[0].taken, messages[1].taken);
    QCOMPARE(messages[0].earliest, int64_t(1000));
    QCOMPARE(messages[1].earliest, int64_t(1030));
    QCOMPARE(messages[1].bytes, int64_t(7));
}

void MeasureTest::a_message_never_read()
{
    Pair pair;
    pair.message(3, 1000, 1020, 200, 1050);
    pair.builder.lines("2000..2020 client 1 send(3, 3) = 3");
    const Measured one = measured(pair.builder.trace());
    QCOMPARE(one.messages, size_t(2));
    QCOMPARE(one.taken, size_t(1));
    QCOMPARE(one.of(Measure::worst), int64_t(50));
}

// Told at 900 to send at `planned`.
static void plan(Pair &pair, int64_t planned)
{
    pair.builder.lines("900 client 1 planned(%ld)", planned);
}

void MeasureTest::a_late_message_counts_from_when_it_was_planned()
{
    Pair pair;
    plan(pair, 950);
    pair.message(3, 1000, 1020, 200, 1050);  // 100
    pair.message(3, 2000, 2010, 1100, 2200); // 1250: told no more, it was planned for the same moment
    const trace::Trace trace = pair.builder.trace();
    for (const replay::Message &message : replay::messages(Replay(trace)))
        QCOMPARE(message.planned, std::optional<int64_t>(950));
    const Measured one = measured(trace);
    QCOMPARE(one.of(Measure::planned_median), int64_t(100));
    QCOMPARE(one.of(Measure::planned_worst), int64_t(1250));
    QCOMPARE(one.of(Measure::worst), int64_t(200)); // from arrival as before
    QVERIFY(replay::planned({&one, 1}));
}

void MeasureTest::messages_not_all_planned_have_no_figure()
{
    Pair pair;
    pair.message(3, 800, 820, 200, 850);
    plan(pair, 950);
    pair.message(3, 1000, 1020, 860, 1050);
    const Measured one = measured(pair.builder.trace());
    QVERIFY(one.of(Measure::median));
    QVERIFY(!one.of(Measure::planned_median) && !one.of(Measure::planned_worst));
    QVERIFY(!replay::planned({&one, 1}));
}

// A UDP server at port 7000 and a client at port 50001, which sends "a" and "b".
static void post(Builder &builder, bool tell_port)
{
    builder.lines(R"(
        20..30      server    socket(AF_INET, SOCK_DGRAM) = 3
        40..50      server    bind(3, :0) = 0
        60..70      server    getsockname(3) = 0 :7000
        80..82      client 1  socket(AF_INET, SOCK_DGRAM) = 3
        84..86      client 1  connect(3, :7000) = 0
        88..90      client 1  getsockname(3) = 0 :50001
        1000..1020  client 1  send(3, 1) = 1 "a"
        1100..1130  client 1  send(3, 1) = 1 "b"
        200..1050   server    recvfrom(3, 4096) = 1 "a" :%d
    )", tell_port ? 50001 : 0);
}

void MeasureTest::a_datagram_is_a_message()
{
    Builder builder;
    post(builder, true);
    const Measured one = measured(builder.trace());
    QCOMPARE(one.messages, size_t(2));
    QCOMPARE(one.taken, size_t(1)); // "b" still waits
    QCOMPARE(one.of(Measure::median_least), int64_t(30));
    QCOMPARE(one.of(Measure::median), int64_t(50));
}

void MeasureTest::a_read_that_shutdown_has_ended_took_no_message()
{
    Builder builder;
    post(builder, true);
    builder.lines("1200..1300 server recv(3, 4096) = 0"); // 0 bytes, and shutdown() is not complete yet
    const Measured one = measured(builder.trace());
    QCOMPARE(one.messages, size_t(2));
    QCOMPARE(one.taken, size_t(1));
}

void MeasureTest::datagrams_of_unknown_senders_are_no_messages()
{
    Builder builder;
    post(builder, false);
    const Measured one = measured(builder.trace());
    QCOMPARE(one.messages, size_t(0));
    QVERIFY(!one.of(Measure::median));
}

void MeasureTest::descriptors_open_at_once()
{
    Pair pair;
    pair.builder.lines("200..210 server close(4) = 0");
    for (int i = 0; i < 3; ++i) { // one after the other
        pair.builder.lines_after(20 * i, R"(
            300..305  server  accept(3) = 4 :%d
            310..315  server  close(4) = 0
        )", 50002 + i);
    }
    pair.builder.lines("400..410 server accept(3) = -1 EMFILE");
    QCOMPARE(measured(pair.builder.trace()).of(Measure::descriptors), int64_t(2));
}

void MeasureTest::that_descriptors_ran_out_is_told()
{
    QVERIFY(!measured(Pair().builder.trace()).out_of_descriptors);
    for (const char *call : {"accept(3)", "cqe_seen(IORING_OP_ACCEPT, 3)"}) { // io_uring's, too
        Pair pair;
        pair.builder.lines("300..310 server %s = -1 EMFILE", call);
        QVERIFY(measured(pair.builder.trace()).out_of_descriptors);
    }
}

void MeasureTest::helpers_are_seen()
{
    Pair pair;
    for (const int tid : {77, 78, 77})
        pair.builder.lines("300..310 server observed_task(%d)", tid);
    const Measured one = measured(pair.builder.trace());
    QCOMPARE(one.helpers, size_t(2));
    QCOMPARE(one.of(Measure::threads), int64_t(3));
    QCOMPARE(one.of(Measure::system_calls), int64_t(4));
}

// Two of them in one place, one after the other: tids 90 and 91.
static void notify(Pair &pair, bool second_ends)
{
    pair.builder.lines(R"(
        1000        notification  thread_begin(90)
        1010..1020  notification  aio_return(4) = 3
        1030..1040  notification  send(4, 3) = 3
        1100        notification  thread_end(cpu_ns=40, voluntary=1, involuntary=2)
        1200        notification  thread_begin(91)
        1210..1220  notification  close(4) = 0
        1230..1240  server        accept(3) = 4 :50002  # never more than two descriptors
    )");
    if (second_ends)
        pair.builder.lines("1300 notification thread_end(cpu_ns=60, voluntary=10, involuntary=20)");
}

void MeasureTest::threads_that_tell_of_a_completion_are_the_servers()
{
    Pair pair;
    notify(pair, true);
    for (const int tid : {77, 91}) // the second is seen just before its beginning
        pair.builder.lines("1150..1160 server observed_task(%d)", tid);
    pair.end(2000, 500, 7, 2);
    const Measured one = measured(pair.builder.trace());
    QCOMPARE(one.notifications, size_t(2));
    QCOMPARE(one.helpers, size_t(1));
    QCOMPARE(one.of(Measure::threads), int64_t(4));
    QCOMPARE(one.of(Measure::system_calls), int64_t(4 + 1 + 2)); // aio_return() is none
    QCOMPARE(one.of(Measure::cpu), int64_t(500 + 40 + 60));
    QCOMPARE(one.of(Measure::voluntary), int64_t(7 + 1 + 10));
    QCOMPARE(one.of(Measure::involuntary), int64_t(2 + 2 + 20));
    QCOMPARE(one.of(Measure::descriptors), int64_t(2));
}

void MeasureTest::one_that_has_not_told_what_it_used_leaves_it_unknown()
{
    Pair pair;
    notify(pair, false);
    pair.end(2000, 500, 7, 2);
    const Measured one = measured(pair.builder.trace());
    QCOMPARE(one.notifications, size_t(2));
    QCOMPARE(one.of(Measure::threads), int64_t(3));
    for (const Measure measure : {Measure::cpu, Measure::voluntary, Measure::involuntary})
        QVERIFY2(!one.of(measure), replay::name(measure).data());
}

void MeasureTest::what_is_not_told_is_unknown()
{
    const Measured one = measured(Pair().builder.trace()); // no thread_end, no message
    for (const Measure measure : {Measure::cpu, Measure::voluntary, Measure::involuntary, Measure::median, Measure::worst,
                                  Measure::median_least, Measure::worst_least, Measure::planned_median, Measure::planned_worst})
        QVERIFY2(!one.of(measure), replay::name(measure).data());
    QVERIFY(one.of(Measure::system_calls));
}

void MeasureTest::no_server_no_figures()
{
    Builder builder;
    builder.lines("10..20 client 1 socket(AF_INET, SOCK_STREAM) = 3");
    QCOMPARE(measured(builder.trace()), Measured());
    QCOMPARE(measured(trace::Trace()), Measured());
}

void MeasureTest::spread_of_runs()
{
    std::vector<Measured> runs(5);
    const int64_t cpu[] = {50, 10, 40, 20};
    for (size_t i = 0; i < 4; ++i)
        runs[i].values[size_t(Measure::cpu)] = cpu[i]; // the fifth does not tell
    const replay::Spread spread = replay::spread(runs, Measure::cpu);
    QCOMPARE(spread.values, (std::vector<int64_t>{10, 20, 40, 50}));
    QCOMPARE(spread.least(), int64_t(10));
    QCOMPARE(spread.median(), int64_t(20));
    QCOMPARE(spread.most(), int64_t(50));
    QVERIFY(replay::spread(runs, Measure::threads).empty());
}

ROOM_TEST(MeasureTest)
#include "measure_test.moc"
