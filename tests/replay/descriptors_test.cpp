// SPDX-License-Identifier: MIT
// A descriptor is not the open file description behind it: what is under way on a socket keeps it after close() by another
// thread (measured on Linux 6.18: no FIN is sent before that call returns, and what comes reaches it).
#include "replay/town.h"
#include "room.h"

#include <QRegularExpression>

using namespace recording;
using replay::Ending;
using replay::Replay;
using replay::Socket;
using replay::World;

namespace {

// Client 1 is descriptor 4 of the server; the control thread closes that from 2000 to 2010 ns.
struct Closed : Town {
    Closed()
    {
        connect(one, 1000, 50001);
        builder.lines(R"(
            1000..1100  server   accept(3) = 4 :50001
            2000..2010  control  close(4) = 0
        )");
    }
};

const Socket *kept(const World &world)
{
    const auto found = std::ranges::find(world.sockets, true, &Socket::closed);
    return found == world.sockets.end() ? nullptr : &*found;
}

} // namespace

class DescriptorsTest : public QObject {
    Q_OBJECT
private slots:
    void init() { QTest::failOnWarning(QRegularExpression(".*")); }
    void a_call_keeps_what_it_is_about_data();
    void a_call_keeps_what_it_is_about();
    void nobody_keeps_it_data();
    void nobody_keeps_it();
    void one_in_flight_keeps_it();
    void an_operation_keeps_it();
    void a_request_keeps_it();
    void the_number_is_given_away_meanwhile();
    void a_listening_socket_is_kept_by_accept();
    void a_datagram_reaches_the_call_that_keeps_its_socket();
    void epoll_forgets_what_nobody_keeps();
    void several_names_of_one_file();
    void dup2_closes_what_stood_there();
    void a_pair_is_joined_at_birth();
    void threads_share_a_table();
    void grows_like_it_was_made();
};

void DescriptorsTest::a_call_keeps_what_it_is_about_data()
{
    QTest::addColumn<Call>("call");
    QTest::newRow("recv") << Call::recv;
    QTest::newRow("read") << Call::read;
    QTest::newRow("select") << Call::select;
    QTest::newRow("poll") << Call::poll;
}

void DescriptorsTest::a_call_keeps_what_it_is_about()
{
    QFETCH(Call, call);
    Closed town;
    if (call == Call::select) {
        town.builder.lines("1500..3050 server select(5, {3, 4}) = 1 {4}");
    } else if (call == Call::poll) {
        town.builder.lines("1500..3050 server poll({4:POLLIN}, 1) = 1 {4:POLLIN}");
    } else {
        town.builder.call(town.server, call, 1500, 3050, 4, 3, 4096);
    }
    town.builder.lines("3000..3040 client 1 send(3, 3) = 3");
    const trace::Trace trace = town.builder.trace();
    const Replay replay(trace);
    const World before = replay.at(replay.at_time(2500)), after = replay.at(replay.at_time(3060));
    QVERIFY(!before.socket(town.server, 4));
    QVERIFY(kept(before));
    QCOMPARE(kept(before)->fd, 4);
    QVERIFY(!before.socket(town.one, 3)->peer_shut && !before.socket(town.one, 3)->reset);
    QCOMPARE(before.socket(town.one, 3)->peer, int(kept(before) - before.sockets.data()));
    const bool took = call == Call::recv || call == Call::read; // else the three bytes are there, and nobody reads them
    QVERIFY(!kept(after));
    QCOMPARE(after.socket(town.one, 3)->peer_shut, took);
    QCOMPARE(after.socket(town.one, 3)->reset, !took);
    QVERIFY(replay.endings(find(trace, town.control, Call::close)).empty());
    const auto endings = replay.endings(find(trace, town.server, call));
    QCOMPARE(endings.size(), size_t(1));
    QVERIFY(endings[0].kept);
    QCOMPARE(endings[0].sends, took ? Ending::fin : Ending::reset);
}

void DescriptorsTest::nobody_keeps_it_data()
{
    QTest::addColumn<Call>("call");
    QTest::addColumn<int>("begin");
    QTest::addColumn<int>("fd");
    QTest::addColumn<int>("error");
    QTest::newRow("nobody waits") << Call::nanosleep << 1500 << -1 << 0;
    QTest::newRow("another descriptor") << Call::accept << 1500 << 3 << 0;
    QTest::newRow("epoll_wait() holds nothing") << Call::epoll_wait << 1500 << 5 << 0;
    QTest::newRow("it came too late") << Call::recv << 2005 << 4 << EBADF;
    QTest::newRow("it was begun later") << Call::recv << 2020 << 4 << EBADF;
}

void DescriptorsTest::nobody_keeps_it()
{
    QFETCH(Call, call);
    QFETCH(int, begin);
    QFETCH(int, fd);
    QFETCH(int, error);
    Closed town;
    Event &other = town.builder.call(town.server, call, begin, 3050, fd, error ? -1 : 0, -1);
    other.error = uint8_t(error);
    const trace::Trace trace = town.builder.trace();
    const Replay replay(trace);
    const World world = replay.at(replay.at_time(2500));
    QVERIFY(!kept(world));
    QVERIFY(world.socket(town.one, 3)->peer_shut);
    QCOMPARE(replay.endings(find(trace, town.control, Call::close)).at(0).sends, Ending::fin);
}

void DescriptorsTest::one_in_flight_keeps_it()
{
    Closed town;
    town.builder.lines("1500.. server recv(4, 4096)");
    const trace::Trace trace = town.builder.trace();
    const Replay replay(trace);
    const World world = replay.at(replay.last());
    QVERIFY(kept(world));
    QVERIFY(!world.socket(town.one, 3)->peer_shut);
}

void DescriptorsTest::an_operation_keeps_it()
{
    Closed town;
    town.builder.lines(R"(
        1110..1120  server    io_uring_setup(64) = 9
        1130        server    sqe_queued(IORING_OP_RECV, 4, 4096)
        1140..3050  server    io_uring_enter(9, 1, 1) = 1
        3000..3040  client 1  send(3, 3) = 3
        3060        server    cqe_seen(IORING_OP_RECV, 4) = 3
    )");
    const trace::Trace trace = town.builder.trace();
    const Replay replay(trace);
    const World before = replay.at(replay.at_time(2500)), after = replay.at(replay.at_time(3070));
    QVERIFY(kept(before));
    QVERIFY(!before.socket(town.one, 3)->peer_shut);
    QVERIFY(!kept(after));
    QVERIFY(after.socket(town.one, 3)->peer_shut);
    QVERIFY(!after.socket(town.one, 3)->reset); // the three bytes were received
}

void DescriptorsTest::a_request_keeps_it()
{
    Closed town;
    town.builder.lines(R"(
        1200..1210  server    aio_read(4, 4096, request=1) = 0
        3000..3040  client 1  send(3, 3) = 3
        3050..3060  server    aio_error(4, 1) = 0
        3070..3080  server    aio_return(4, 1) = 3
    )");
    const trace::Trace trace = town.builder.trace();
    const Replay replay(trace);
    const World before = replay.at(replay.at_time(2500)), after = replay.at(replay.at_time(3090));
    QVERIFY(kept(before));
    QCOMPARE(before.requests.size(), size_t(1));
    QVERIFY(!before.socket(town.one, 3)->peer_shut);
    QVERIFY(!kept(after));
    QVERIFY(after.socket(town.one, 3)->peer_shut && !after.socket(town.one, 3)->reset);
}

// The next client gets number 4 while the notified thread still sleeps on the socket that had it.
void DescriptorsTest::the_number_is_given_away_meanwhile()
{
    Closed town;
    town.connect(town.two, 2500, 50002);
    town.builder.lines(R"(
        1500..4050  notification  recv(4, 4096) = 3
        2400..2600  server    accept(3) = 4 :50002
        3000..3010  client 2  send(3, 5) = 5
        4000..4040  client 1  send(3, 3) = 3
    )");
    const trace::Trace trace = town.builder.trace();
    const Replay replay(trace);
    const World before = replay.at(replay.at_time(3500));
    QVERIFY(kept(before));
    QCOMPARE(before.socket(town.server, 4)->peer_thread, int(town.two));
    QCOMPARE(kept(before)->peer_thread, int(town.one));
    QCOMPARE(before.socket(town.server, 4)->receive_bytes, std::optional<int64_t>(5));
    const World after = replay.at(replay.at_time(4060));
    QVERIFY(!kept(after));
    QCOMPARE(after.socket(town.server, 4)->receive_bytes, std::optional<int64_t>(5)); // the other's bytes were taken
    QVERIFY(after.socket(town.one, 3)->peer_shut && !after.socket(town.one, 3)->reset);
    const auto phases = replay.phases(find(trace, town.builder.thread_named("notification"), Call::recv));
    QVERIFY(!phases.empty());
    QCOMPARE(phases[0].latest, int64_t(4040));
}

void DescriptorsTest::a_listening_socket_is_kept_by_accept()
{
    Town town;
    town.builder.lines("500..510 control close(3) = 0");
    town.connect(town.one, 1000, 50001);
    town.builder.lines("400..1100 server accept(3) = 4 :50001");
    const trace::Trace trace = town.builder.trace();
    const Replay replay(trace);
    const World before = replay.at(replay.at_time(900)), after = replay.at(replay.at_time(1110));
    QVERIFY(kept(before));
    QCOMPARE(kept(before)->role, replay::SocketState::listening);
    QVERIFY(!kept(after));
    QCOMPARE(after.socket(town.server, 4)->peer_thread, int(town.one));
}

void DescriptorsTest::a_datagram_reaches_the_call_that_keeps_its_socket()
{
    Builder builder;
    const uint16_t server = builder.thread("server", recording::Part::server);
    builder.thread("control", recording::Part::control);
    builder.thread("client 1", recording::Part::client);
    builder.lines(R"(
        10..20    server    socket(AF_INET, SOCK_DGRAM) = 3
        30..40    server    bind(3, :0) = 0
        50..60    server    getsockname(3) = 0 :7000
        70..80    client 1  socket(AF_INET, SOCK_DGRAM) = 3
        81..82    client 1  connect(3, :7000) = 0
        83..84    client 1  getsockname(3) = 0 :50001
        200..210  control   close(3) = 0
        300..310  client 1  send(3, 5) = 5
        100..320  server    recvfrom(3, 4096) = 5 :50001
    )");
    const trace::Trace trace = builder.trace();
    const Replay replay(trace);
    QVERIFY(kept(replay.at(replay.at_time(250))));
    QVERIFY(!kept(replay.at(replay.last())));
    const auto phases = replay.phases(find(trace, server, Call::recvfrom));
    QVERIFY(!phases.empty());
    QCOMPARE(phases[0].known, replay::Known::bracketed);
    QCOMPARE(phases[0].latest, int64_t(310));
}

void DescriptorsTest::epoll_forgets_what_nobody_keeps()
{
    for (const bool keeps : {false, true}) {
        Closed town;
        town.builder.lines(R"(
            1110..1120  server  epoll_create1() = 5
            1130..1140  server  epoll_ctl(5, EPOLL_CTL_ADD, 4) = 0
        )");
        if (keeps)
            town.builder.lines("1500..3050 notification recv(4, 4096) = 3");
        town.builder.lines("3000..3040 client 1 send(3, 3) = 3");
        const trace::Trace trace = town.builder.trace();
        const Replay replay(trace);
        QCOMPARE(replay.at(replay.at_time(2500)).interests.at(0).entries.size(), size_t(keeps));
        QCOMPARE(replay.at(replay.last()).interests.at(0).entries.size(), size_t(0));
    }
}

void DescriptorsTest::several_names_of_one_file()
{
    Town town;
    town.connect(town.one, 1000, 50001);
    town.builder.lines(R"(
        1000..1100  server    accept(3) = 4 :50001
        1200..1210  server    dup(4) = 5
        1300..1310  server    close(4) = 0
        1400..1410  client 1  send(3, 3) = 3
        1500..1510  server    recv(5, 100) = 3
        1600..1610  server    close(5) = 0
    )");
    const trace::Trace trace = town.builder.trace();
    const Replay replay(trace);
    const World both = replay.at(replay.at_time(1250)), second = replay.at(replay.at_time(1450)), none = replay.at(replay.at_time(1650));
    QVERIFY(both.socket(town.server, 4) && both.socket(town.server, 4) == both.socket(town.server, 5));
    QCOMPARE(both.socket(town.server, 4)->also, std::vector<int>{5});
    QVERIFY(!second.socket(town.server, 4) && second.socket(town.server, 5));
    QCOMPARE(second.socket(town.server, 5)->receive_bytes, std::optional<int64_t>(3));
    QVERIFY(!second.socket(town.one, 3)->peer_shut); // close() of one name ends nothing
    QVERIFY(!none.socket(town.server, 5) && none.socket(town.one, 3)->peer_shut);
}

void DescriptorsTest::dup2_closes_what_stood_there()
{
    Town town;
    town.connect(town.one, 1000, 50001);
    town.connect(town.two, 1000, 50002);
    town.builder.lines(R"(
        1000..1100  server  accept(3) = 4 :50001
        1100..1150  server  accept(3) = 5 :50002
        1200..1210  server  dup2(4, 5) = 5
    )");
    const trace::Trace trace = town.builder.trace();
    const Replay replay(trace);
    const World after = replay.at(replay.at_time(1250));
    QVERIFY(after.socket(town.server, 5) && after.socket(town.server, 5) == after.socket(town.server, 4));
    QVERIFY(after.socket(town.two, 3)->peer_shut && !after.socket(town.one, 3)->peer_shut);
}

void DescriptorsTest::a_pair_is_joined_at_birth()
{
    Town town;
    town.builder.lines(R"(
        1000..1010  server  socketpair(AF_UNIX, SOCK_STREAM) = 0 one=8 other=9
        1100..1110  server  send(8, 3) = 3
        1200..1210  server  close(8) = 0
    )");
    const trace::Trace trace = town.builder.trace();
    const Replay replay(trace);
    const World world = replay.at(replay.at_time(1150)), after = replay.at(replay.at_time(1250));
    QVERIFY(world.socket(town.server, 8) && world.socket(town.server, 9));
    QCOMPARE(world.socket(town.server, 9)->peer, int(world.socket(town.server, 8) - world.sockets.data()));
    QCOMPARE(world.socket(town.server, 9)->receive_bytes, std::optional<int64_t>(3));
    QVERIFY(after.socket(town.server, 9)->peer_shut);
}

void DescriptorsTest::grows_like_it_was_made()
{
    Closed town;
    town.builder.lines(R"(
        1500..3050  server    recv(4, 4096) = 3
        3000..3040  client 1  send(3, 3) = 3
        3100..3200  client 1  recv(3, 4096) = 0
    )");
    const trace::Trace whole = town.builder.trace();
    trace::Trace trace;
    Replay replay(trace);
    for (const Event &event : whole.events()) {
        trace::Batch batch;
        if (trace.threads.empty()) {
            batch.programs = whole.programs;
            batch.threads = whole.threads;
            batch.thread_index = {0, 1, 2, 3};
        }
        batch.events = {event};
        batch.in_flight_changed = true;
        for (const Event &later : whole.events())
            if (later.begin <= event.end && later.end > event.end) {
                batch.in_flight.push_back(later);
                batch.in_flight.back().end = batch.in_flight.back().result = 0;
            }
        replay.extend(trace.append(std::move(batch)));
        const World now = replay.at(replay.last());
        if (event.end >= 2010 && event.end < 3050)
            QVERIFY(kept(now) && !now.socket(town.one, 3)->peer_shut);
    }
    const Replay fresh(whole);
    for (size_t step = 0; step < whole.events().size(); ++step)
        QVERIFY2(replay.at(replay.step(step)) == fresh.at(fresh.step(step)), qPrintable(QString::number(step)));
}

void DescriptorsTest::threads_share_a_table()
{
    Town town; // whose control thread stands for any second one: it serves client 1
    town.connect(town.one, 1000, 50001);
    town.builder.lines(R"(
        1000..1100  server    accept(3) = 4 :50001
        2000..2100  control   send(4, 5) = 5
        2150..2200  client 1  recv(3, 5) = 5
        3000..3100  control   shutdown(4, SHUT_WR) = 0
    )");
    const trace::Trace trace = town.builder.trace();
    const Replay replay(trace);
    const World sending = replay.at(replay.at_time(2050));
    QCOMPARE(sending.socket(town.control, 4), sending.socket(town.server, 4));
    QVERIFY(sending.socket(town.control, 4) && !sending.socket(town.one, 4));
    QCOMPARE(sending.table_of(town.control), town.server);
    const Socket *client = sending.socket(town.one, 3);
    QCOMPARE(std::pair(client->receive_bytes, client->arriving), std::pair(std::optional<int64_t>(0), int64_t(5)));
    const World sent = replay.at(replay.at_time(2120));
    QCOMPARE(sent.socket(town.one, 3)->receive_bytes, std::optional<int64_t>(5));
    QVERIFY(replay.at(replay.last()).socket(town.one, 3)->peer_shut);
}

ROOM_TEST(DescriptorsTest)
#include "descriptors_test.moc"
