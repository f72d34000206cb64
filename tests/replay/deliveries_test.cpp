// SPDX-License-Identifier: MIT
// Who brought what to whom, asked from both sides.
#include "replay/crowd.h"
#include "replay/town.h"
#include "room.h"

#include "calls/verbs.h"

#include <QRegularExpression>

using namespace recording;
using replay::Delivery;
using replay::Known;
using replay::Replay;

class DeliveriesTest : public QObject {
    Q_OBJECT
private slots:
    void init() { QTest::failOnWarning(QRegularExpression(".*")); }
    void of_a_connection();
    void of_datagrams();
    void both_answers_agree();
};

namespace {

Delivery only(const std::vector<Delivery> &all)
{
    return all.size() == 1 ? all[0] : Delivery{.thread = -2};
}

} // namespace

void DeliveriesTest::of_a_connection()
{
    Town town;
    town.connect(town.one, 1000, 50001);
    town.builder.lines(R"(
        500..1080   server    accept(3) = 4 :50001
        1200..1210  client 1  send(3, 3) = 3
        1220..1230  client 1  send(3, 2) = 2
        1100..1250  server    recv(4, 4) = 4
        1260..1280  server    send(4, 4) = 4
        1300..1310  client 1  close(3) = 0
    )");
    const trace::Trace trace = town.builder.trace();
    const Replay replay(trace);
    const size_t connect = find(trace, town.one, Call::connect), accept = find(trace, town.server, Call::accept);
    const Delivery connected = only(replay.brought_by(connect));
    QCOMPARE(connected.what, Delivery::connection);
    QCOMPARE(std::pair(connected.thread, connected.fd), std::pair(int(town.server), 3));
    QCOMPARE(connected.taken, std::optional<size_t>(accept));
    QCOMPARE(replay.taken_by(accept)->by, connect);

    const size_t first = find(trace, town.one, Call::send), second = find(trace, town.one, Call::send, 1);
    const size_t recv = find(trace, town.server, Call::recv);
    const Delivery data = only(replay.brought_by(first));
    QCOMPARE(data.what, Delivery::data);
    QCOMPARE(std::pair(data.thread, data.fd), std::pair(int(town.server), 4));
    QCOMPARE(data.bytes, int64_t(3));
    QCOMPARE(data.taken, std::optional<size_t>(recv));
    QCOMPARE(std::pair(data.earliest, data.latest), std::pair(int64_t(1200), int64_t(1210)));
    QCOMPARE(data.known, Known::bracketed);
    QVERIFY(!only(replay.brought_by(second)).taken); // a byte of it is left
    QCOMPARE(replay.taken_by(recv)->by, first);
    QCOMPARE(only(replay.brought_by(find(trace, town.server, Call::send))).thread, int(town.one));
    // It is closed with bytes unread.
    QCOMPARE(only(replay.brought_by(find(trace, town.one, Call::close))).what, Delivery::reset);
    QVERIFY(replay.brought_by(recv).empty() && !replay.taken_by(first));
}

void DeliveriesTest::of_datagrams()
{
    Builder builder;
    const uint16_t server = builder.thread("server", Part::server), client = builder.thread("client 1", Part::client);
    builder.lines(R"(
        20..30  server    socket(AF_INET, SOCK_DGRAM) = 3
        40..50  server    bind(3, :7000) = 0
        80..82  client 1  socket(AF_INET, SOCK_DGRAM) = 3
        84..86  client 1  connect(3, :7000) = 0
        88..90  client 1  getsockname(3) = 0 :50001
        200..210  client 1  send(3, 3) = 3 "abc"
        100..220  server    recvfrom(3, 4096) = 3 "abc" :50001
        230..240  server    sendto(3, 3, 0, :50001) = 3 "abc"
        220..250  client 1  recv(3, 4096) = 3 "abc"
    )");
    const trace::Trace trace = builder.trace();
    const Replay replay(trace);
    for (const auto &[sends, send, takes, take] : {std::tuple(client, Call::send, server, Call::recvfrom), std::tuple(server, Call::sendto, client, Call::recv)}) {
        const size_t sent = find(trace, sends, send), taken = find(trace, takes, take);
        const Delivery datagram = only(replay.brought_by(sent));
        QCOMPARE(datagram.what, Delivery::datagram);
        QCOMPARE(datagram.thread, int(takes));
        QCOMPARE(datagram.bytes, int64_t(3));
        QCOMPARE(datagram.taken, std::optional<size_t>(taken));
        QCOMPARE(replay.taken_by(taken)->by, sent);
    }
}

void DeliveriesTest::both_answers_agree()
{
    Crowd crowd(7, 20);
    crowd.grow(5000);
    trace::Trace trace;
    trace.append(crowd.batch());
    const Replay replay(trace);
    size_t found = 0;
    for (size_t sequence = 0; sequence < trace.events().size(); ++sequence) {
        const Event &event = trace.events()[sequence];
        const auto taken = replay.taken_by(sequence);
        if (taken) {
            ++found;
            QVERIFY(taken->earliest <= taken->latest && taken->earliest <= event.end);
            QVERIFY(!calls::as_transfer(event) || event.result <= 0 || calls::as_transfer(trace.events()[taken->by])->sends());
            bool reverse = false;
            const std::vector<Delivery> all = replay.brought_by(taken->by);
            for (const Delivery &one : all)
                reverse |= one.thread == int(event.thread) && (one.fd == event.fd || calls::as_opening(event));
            QVERIFY(reverse);
        }
        const std::vector<Delivery> brought = replay.brought_by(sequence);
        for (const Delivery &one : brought) {
            QVERIFY(one.by == sequence && one.earliest <= one.latest);
            if (!one.taken)
                continue;
            QVERIFY(one.latest <= std::max(event.end, trace.events()[*one.taken].end));
            QVERIFY(replay.taken_by(*one.taken)); // this one, or what came before it
            QVERIFY(replay.taken_by(*one.taken)->by <= sequence);
        }
    }
    QVERIFY(found > 1000);
}

ROOM_TEST(DeliveriesTest)
#include "deliveries_test.moc"
