// SPDX-License-Identifier: MIT
// What cannot have happened is found, by its step; what only looks odd is left in peace.
#include "calls/contradictions.h"
#include "recording/builder.h"
#include "room.h"

using calls::Contradiction;
using trace::Trace;

namespace {

// Of a server and its notification thread; each event its own step.
Trace of(const char *lines)
{
    recording::Builder builder;
    builder.thread("server", recording::Part::server);
    builder.thread("notification", recording::Part::notification);
    builder.lines("%s", lines);
    return builder.trace();
}

QString text(const std::vector<Contradiction> &all)
{
    QStringList found;
    for (const Contradiction &one : all)
        found += QStringLiteral("%1 %2%3").arg(one.step ? QString::number(*one.step) : QStringLiteral("-"), QString::fromUtf8(calls::name(one.what)),
                                               one.other ? QStringLiteral(" %1").arg(*one.other) : QString());
    return found.join(u", ");
}

} // namespace

Q_DECLARE_METATYPE(Trace)

class ContradictionsTest : public QObject {
    Q_OBJECT
private slots:
    void found_data();
    void found();
    void every_one_has_a_name();
};

void ContradictionsTest::found_data()
{
    QTest::addColumn<Trace>("trace");
    QTest::addColumn<QString>("what");
    const auto row = [](const char *name, const char *lines, const char *what) { QTest::newRow(name) << of(lines) << QString::fromUtf8(what); };
    row("nothing", "", "");
    row("all that was asked for", "1..2 server recv(4, 4096) = 4096", "");
    row("more than that", "1..2 server recv(4, 4096) = 5000", "0 more_than_asked");
    row("a byte more sent", R"(
        1..2  server  socket(AF_INET, SOCK_STREAM) = 3
        3..4  server  send(4, 3) = 4
    )", "1 more_than_asked");
    row("a datagram that was too long", "1..2 server recvfrom(4, 4096) = 5000", "0 more_than_asked");
    row("its length asked for", "1..2 server recvfrom(4, 4096, MSG_TRUNC) = 5000", "");
    row("more ready than three sets of four", "1..2 server select(4, {0, 1, 2, 3}, {0, 1, 2, 3}, {0, 1, 2, 3}) = 13", "0 more_than_asked");
    row("more ready than pollfds", "1..2 server poll({4:POLLIN, 5:POLLIN, 6:POLLIN, 7:POLLIN}, 4) = 5", "0 more_than_asked");
    row("more events than asked for", "1..2 server epoll_wait(4, 64) = 65", "0 more_than_asked");
    row("a negative size", "1..2 server recv(4, -5) = 0", "0 negative_size");
    row("a negative descriptor accepted", "1..2 server accept(4) = -7", "0 below_minus_one");
    row("read from a negative descriptor", "1..2 server recv(-7, 9) = 3", "0 no_descriptor");
    row("closed more than once", "1..2 server close(4) = 7", "0 more_than_done");
    row("a number given twice", R"(
        1..2  server  socket(AF_INET, SOCK_STREAM) = 3
        2..3  server  accept(4) = 3
    )", "1 given_twice 0");
    row("a number given again", R"(
        1..2  server  socket(AF_INET, SOCK_STREAM) = 4
        3..6  server  close(4) = 0
        7..8  server  socket(AF_INET, SOCK_STREAM) = 4
    )", "");
    row("given again before close() has returned", R"(
        1..2  server        socket(AF_INET, SOCK_STREAM) = 4
        3..5  notification  accept(3) = 4
        3..6  server        close(4) = 0
    )", "");
    row("failed with no error", "1..2 server bind(4, :80) = -1 0", "0 no_error");
    row("one after the other", R"(
        1..5  server  recv(4, 9) = 1
        5..9  server  send(4, 9) = 1
    )", "");
    row("across", R"(
        1..5  server  recv(4, 9) = 1
        4..9  server  send(4, 9) = 1
    )", "1 overlaps 0");
    row("one inside the other", R"(
        2..4  server  send(4, 9) = 1
        1..5  server  recv(4, 9) = 1
    )", "1 overlaps 0");
    row("in flight beside it", R"(
        1..5  server  recv(4, 9) = 1
        4..   server  send(4, 9)
    )", "- overlaps 0");
    row("in a handler", R"(
        3     server  handler_begin(SIGIO)
        4..5  server  recv(4, 9) = 1
        5..6  server  send(4, 9) = 1
        7     server  handler_end(SIGIO)
        1..9  server  nanosleep(50) = -1 EINTR
    )", "");
    row("across in a handler", R"(
        3     server  handler_begin(SIGIO)
        4..6  server  recv(4, 9) = 1
        5..7  server  send(4, 9) = 1
        8     server  handler_end(SIGIO)
    )", "2 overlaps 1");
    row("a handler whose end is not told", R"(
        3     server  handler_begin(SIGIO)
        4..5  server  recv(4, 9) = 1
        1..9  server  nanosleep(50) = -1 EINTR
    )", "");
    row("polls in turn", R"(
        1..90   server  accept(3) = -1 EAGAIN × 9
        2..91   server  recv(4, 9) = -1 EAGAIN × 9
        10..20  server  nanosleep(10) = 0
    )", "");
    row("the library's threads are several", R"(
        1..5  notification  aio_return(4) = 0
        4..9  notification  aio_read(4, 9) = 0
    )", "");
    row("after its end", R"(
        5     server  thread_end()
        6..7  server  recv(4, 9) = 1
    )", "1 after_its_end 0");
    row("a step after its end", R"(
        5  server  thread_end()
        6  server  FD_SET(4, &readfds)
    )", "1 after_its_end 0");
    row("looked at after its end", R"(
        5  server  thread_end()
        6  server  observed_state(server, S)
    )", "");
    row("more often than time has room for", "10..20 server recv(4, 9) = -1 EAGAIN × 12", "0 too_often");
    row("as often as it has", "10..20 server recv(4, 9) = -1 EAGAIN × 11", "");
    const auto recorded = [](const char *name, const Trace &trace, const char *what) { QTest::newRow(name) << trace << QString::fromUtf8(what); };
    Trace lost = of("1..1'000'000 server recv(4, 9) = 1");
    lost.dropped = 1'000'000;
    recorded("some lost", lost, "");
    lost.dropped = uint64_t(1) << 63;
    recorded("more lost than there can have been", lost, "- too_many_lost");
}

void ContradictionsTest::found()
{
    QFETCH(Trace, trace);
    QFETCH(QString, what);
    QCOMPARE(text(calls::contradictions(trace)), what);
}

void ContradictionsTest::every_one_has_a_name()
{
    for (int what = 0; what < Contradiction::count_; ++what)
        QVERIFY(!calls::name(Contradiction::What(what)).empty());
}

ROOM_TEST(ContradictionsTest)
#include "contradictions_test.moc"
