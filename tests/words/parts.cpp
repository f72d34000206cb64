// SPDX-License-Identifier: MIT
// The sentences for the parts of a figure, in both languages.
#include "room.h"
#include "words/parts.h"
#include "words/story.h"

#include <cerrno>

using words::Language;

class PartsTest : public QObject {
    Q_OBJECT
private slots:
    void init() { QTest::failOnWarning(QRegularExpression(".*")); }
    void bits_and_slots();
    void sockets();
    void phases();
    void threads();
    void events();

private:
    const Language m_en{"en"}, m_vi{"vi"};
};

void PartsTest::bits_and_slots()
{
    QCOMPARE(words::bit_sentence(m_en, "allset", 4, true), "allset, bit 4: 1. Descriptor 4 is in the set.");
    QCOMPARE(words::bit_sentence(m_vi, "allset", 4, false), "allset, bit 4: 0. Descriptor 4 không thuộc tập.");
    QCOMPARE(words::asked_bit_sentence(m_en, "readfds", 3, true, false),
             "readfds, asked, bit 3: 1, and answered 0. Descriptor 3 is not ready.");
    QVERIFY(words::asked_bit_sentence(m_en, "readfds", 3, true, {}).contains("has not found it ready so far"));
    QVERIFY(words::asked_bit_sentence(m_en, "readfds", 3, false, true).contains("was not asked"));
    QVERIFY(words::asked_bit_sentence(m_vi, "readfds", 3, true, true).contains("Descriptor 3 sẵn sàng"));
    QCOMPARE(words::answered_bit_sentence(m_en, "readfds", 3, true, false),
             "readfds, answered, bit 3: 0, and asked 1. Descriptor 3 is not ready."); // the two rows have names of their own
    for (const bool answered : {false, true})
        QVERIFY(words::answered_bit_sentence(m_vi, "readfds", 3, true, answered) != words::asked_bit_sentence(m_vi, "readfds", 3, true, answered));
    QCOMPARE(words::slot_sentence(m_en, "client_FD", 0, -1, -1, true),
             "client_FD, slot 0: -1, free. This step has freed it.");
    QCOMPARE(words::slot_sentence(m_vi, "client_FD", 1, 5, -1, false), "client_FD, ô 1: descriptor 5.");
    QCOMPARE(words::number_sentence(m_en, "maxfd", 4), "maxfd is 4: select() looks at bits 0 to 4.");
}

void PartsTest::sockets()
{
    const Story story;
    replay::World world;
    replay::Socket socket;
    socket.fd = 3;
    socket.role = replay::SocketState::listening;
    socket.local_port = 40123;
    socket.queue = 1;
    QCOMPARE(words::socket_sentence(m_en, world, story.trace, socket),
             "Server, descriptor 3: the listening socket, port 40123. 1 connection waits in its queue (inferred).");
    socket.backlog = 0;
    QVERIFY(words::socket_sentence(m_en, world, story.trace, socket).endsWith("It is full: the backlog is 0, and Linux lets one more wait."));
    replay::Socket datagrams = socket;
    datagrams.datagrams = true;
    datagrams.role = replay::SocketState::bound;
    datagrams.receive_bytes = 0; // an empty one
    datagrams.dropped = 4;
    QCOMPARE(words::socket_sentence(m_en, world, story.trace, datagrams),
             QString("Server, descriptor 3: a datagram socket, port 40123. 1 datagram waits in its receive buffer, with 0 bytes "
                               "(inferred). The kernel has dropped 4 datagrams for it so far, as a rule because the buffer is full (its "
                               "own count, seen from outside)."));
    datagrams.queue.reset();
    QVERIFY(words::socket_sentence(m_en, world, story.trace, datagrams).contains("is not known. The kernel has dropped 4"));
    QCOMPARE(english_left(words::socket_sentence(m_vi, world, story.trace, datagrams)), QStringList());
    socket.role = replay::SocketState::connected;
    socket.peer_thread = 1;
    socket.receive_bytes = 3;
    socket.peer_shut = true;
    const QString en = words::socket_sentence(m_en, world, story.trace, socket);
    QVERIFY2(en.startsWith("Server, descriptor 3, client 1: 3 bytes wait in the receive buffer"), qPrintable(en));
    QVERIFY(en.contains("end of file"));
    socket.receive_bytes.reset();
    socket.peer_thread = -1;
    socket.outside = true;
    socket.peer_port = 51999;
    QVERIFY(words::socket_sentence(m_vi, world, story.trace, socket).contains("chương trình khác, cổng 51999"));
    QCOMPARE(english_left(words::socket_sentence(m_vi, world, story.trace, socket)), QStringList());
}

void PartsTest::phases()
{
    const Story story;
    replay::Phase phase;
    phase.fd = 4;
    phase.begin = 1000;
    phase.end = 2'414'000;
    phase.bytes = 3;
    phase.earliest = 2'410'000;
    phase.latest = 2'414'000;
    phase.known = replay::Known::bracketed;
    const QChar space(0xA0);
    QCOMPARE(words::phase_sentence(m_en, story.trace, phase),
             QStringLiteral("Server, descriptor 4: phase 1, waiting for data, 2.41%1ms. What it waited for came within a "
                            "call of another thread, as send() or connect(): the boundary is known to within 4.00%1µs.").arg(space));
    phase.earliest = phase.begin; // it may have been there
    QVERIFY(words::phase_sentence(m_en, story.trace, phase).startsWith(
        QStringLiteral("Server, descriptor 4: phase 1, waiting for data, at most 2.41%1ms and perhaps not at all.").arg(space)));
    phase.fd = -1; // select() waited for several
    QVERIFY(words::phase_sentence(m_en, story.trace, phase).startsWith("Server: phase 1, waiting for one of several descriptors, "));
    phase.fd = 3;
    phase.what = replay::Phase::connection; // in accept()
    QVERIFY(words::phase_sentence(m_en, story.trace, phase).startsWith(
        QStringLiteral("Server, descriptor 3: phase 1, waiting for a connection, at most 2.41%1ms and perhaps not at all.").arg(space)));
    QVERIFY(words::phase_sentence(m_vi, story.trace, phase).contains("chờ kết nối"));
    phase.what = replay::Phase::data;
    phase.fd = 4;
    phase.kind = replay::Phase::copy;
    phase.with_wake = true;
    phase.begin = phase.latest = *phase.end; // the peer's send() returned later than the read
    phase.earliest = *phase.end - 4000;
    const QString bounded = words::phase_sentence(m_en, story.trace, phase);
    QVERIFY2(bounded.contains(QStringLiteral("copying 3 bytes, at most 4.00%1µs.").arg(space)), qPrintable(bounded));
    phase.known = replay::Known::unknown;
    const QString vi = words::phase_sentence(m_vi, story.trace, phase);
    QVERIFY2(vi.contains("thức dậy và copy 3 byte") && vi.contains("Không biết"), qPrintable(vi));
    phase.end.reset();
    QVERIFY(words::phase_sentence(m_en, story.trace, phase).contains("still lasts"));
}

void PartsTest::threads()
{
    const Story story;
    replay::World world;
    QCOMPARE(words::thread_sentence(m_en, world, story.trace, 0), "");
    world.threads.resize(2);
    world.threads[0].state = replay::State::asleep;
    world.threads[0].known = replay::Known::derived;
    world.threads[0].since = story.trace.run.began + 2'410'000;
    trace::Event call;
    call.call = trace::Call::select;
    world.threads[0].call = call;
    QCOMPARE(words::thread_sentence(m_en, world, story.trace, 0),
             QStringLiteral("Server: asleep in select() since 2.41%1ms (inferred).").arg(QChar(0xA0)));
    QCOMPARE(words::thread_sentence(m_vi, world, story.trace, 1), "Client 1: chưa bắt đầu.");
}

void PartsTest::events()
{
    Story story;
    trace::Event event = story.event(trace::Call::accept, 3);
    event.end = event.begin + 2'410'000;
    event.result = 4;
    QCOMPARE(words::event_sentence(m_en, story.trace, event),
             QStringLiteral("server: accept(3, …) = 4, took 2.41%1ms.").arg(QChar(0xA0)));
    event.end = 0;
    QCOMPARE(words::event_sentence(m_vi, story.trace, event), "server: accept(3, …), chưa trả về.");
    QCOMPARE(words::thread_name(m_vi, story.trace, 2), "điều khiển");
    QCOMPARE(words::thread_name(m_en, story.trace, 99), "unknown thread");
}

ROOM_TEST(PartsTest)
#include "parts.moc"
