// SPDX-License-Identifier: MIT
// What is said of what a call does not tell: a SYN dropped, a datagram empty, cut or refused, a descriptor that epoll forgets.
#include "room.h"
#include "words/story.h"

#include <cerrno>

class ExplainLossesTest : public QObject {
    Q_OBJECT
private slots:
    void init() { QTest::failOnWarning(QRegularExpression(".*")); }

    void a_full_queue_is_why_connect_took_so_long()
    {
        Story full;
        listen(full, 1);
        for (const int fd : {3, 4})
            connect(full, fd, 51000 + fd);
        full.add("client 1 socket(AF_INET, SOCK_STREAM) = 5");
        Story waiting = full;
        waiting.begin("client 1 connect(5, :40123)");
        QCOMPARE(missing(waiting, {"queue of descriptor 3 is full", "2 connections wait", "backlog of 1", "SYN"},
                         {"descriptor 3 đang đầy", "2 kết nối chờ", "SYN"}), QString());
        Story quick = full;
        quick.add("client 1 connect(5, :40123) = 0");
        QCOMPARE(missing(quick, {"connected to port 40123"}, {}, {"full", "SYN"}), QString());
        Story slow = full;
        slow.add_slow(1'030'000'000, "client 1 connect(5, :40123) = 0");
        QCOMPARE(missing(slow, {QString::fromUtf8("took 1.03\u00a0s"), "queue of descriptor 3 was full", "2 connections waited", "backlog of 1", "SYN"},
                         {QString::fromUtf8("mất 1,03\u00a0s"), "đang đầy", "SYN"}), QString());
        Story room;
        listen(room, 2);
        for (const int fd : {3, 4})
            connect(room, fd, 51000 + fd);
        room.add("client 1 socket(AF_INET, SOCK_STREAM) = 5");
        room.add_slow(1'030'000'000, "client 1 connect(5, :40123) = 0"); // whatever that was
        QCOMPARE(missing(room, {"connected to port 40123"}, {}, {"full", "SYN"}), QString());
    }

    void an_empty_datagram_is_one()
    {
        Story story;
        datagrams(story);
        story.add("client 1 send(3, 0) = 0");
        QCOMPARE(missing(story, {"taken the empty datagram"}, {"datagram rỗng"}), QString());
        story.add("server recvfrom(3, 4096) = 0 :50001");
        QCOMPARE(missing(story, {"an empty datagram has arrived", "no end of file", "Its sender has port 50001"}, {"datagram rỗng", "50001"}),
                 QString());
    }

    void what_was_refused_is_named()
    {
        Story story;
        datagrams(story);
        story.add("client 1 send(3, 3) = 3");
        const QString step = QString::number(story.trace.events().size() - 1);
        Story sent = story;
        sent.add("client 1 send(3, 3) = -1 ECONNREFUSED");
        QCOMPARE(missing(sent, {"ECONNREFUSED", "datagram of step " + step, "port unreachable", "This one was not sent"},
                         {"datagram của bước " + step, "không được gửi"}), QString());
        story.add("client 1 recv(3, 4096) = -1 ECONNREFUSED");
        QCOMPARE(missing(story, {"datagram of step " + step}, {"datagram của bước " + step}, {"not sent"}), QString());
        story.add("client 1 send(3, 3) = 3"); // that error has been told: this one is to blame for the next
        const QString next = QString::number(story.trace.events().size() - 1);
        story.add("client 1 recv(3, 4096) = -1 ECONNREFUSED");
        QCOMPARE(missing(story, {"datagram of step " + next}, {}), QString());
        story.add("client 1 send(3, 3) = 3").add("client 1 send(3, 3) = 3");
        story.add("client 1 recv(3, 4096) = -1 ECONNREFUSED");
        QCOMPARE(missing(story, {"one of the 2 datagrams"}, {"2 datagram"}), QString());
    }

    void a_time_limit_of_a_socket_is_a_wait()
    {
        Story story;
        datagrams(story);
        story.add_slow(200'000'000, "server recv(3, 4096) = -1 EAGAIN");
        QCOMPARE(missing(story, {"recv() waited", "nothing had come", "SO_RCVTIMEO"}, {"đã chờ", "SO_RCVTIMEO"}, {"at once", "did not wait"}), QString());
    }

    // Not connected, it is told nothing.
    void a_port_that_nobody_has_any_more_is_named()
    {
        Story story;
        story.add("server socket(AF_INET, SOCK_DGRAM) = 3");
        story.add("server bind(3, :40123) = 0");
        story.add("client 1 socket(AF_INET, SOCK_DGRAM) = 3");
        Story there = story;
        there.add("client 1 sendto(3, 5, 0, :40123) = 5");
        QCOMPARE(missing(there, {"taken the datagram of 5 bytes"}, {}, {"ICMP", "unreachable"}), QString());
        story.add("server close(3) = 0");
        story.add("client 1 sendto(3, 5, 0, :40123) = 5");
        QCOMPARE(missing(story, {"had port 40123 is closed", "unless another program has the port now", "ICMP", "lost in silence"}, {"40123", "ICMP"}), QString());
    }

    void what_does_not_fit_is_told()
    {
        Story story;
        datagrams(story);
        story.add(R"(client 1 send(3, 5000) = 5000 "xxxx\x00\x00\x00\x00xxxx")");
        Story unknown;
        datagrams(unknown);
        for (Story *one : {&story, &unknown})
            one->add(R"(server recvfrom(3, 4096) = 4096 "xxxx" :50001)");
        QCOMPARE(missing(story, {"had 5,000 bytes", "904 bytes, is lost"}, {"904"}), QString());
        QCOMPARE(missing(unknown, {"filled the buffer", "MSG_TRUNC"}, {"MSG_TRUNC"}, {"904"}), QString());
        Story fits;
        datagrams(fits);
        fits.add("client 1 send(3, 3) = 3").add("server recvfrom(3, 4096) = 3 :50001");
        QCOMPARE(missing(fits, {"what does not fit into the buffer is lost"}, {}, {"filled"}), QString());
    }

    void a_second_urgent_byte_displaces_the_first_data()
    {
        QTest::addColumn<QString>("send"); // before it: bytes of the stream, then the urgent one
        QTest::addColumn<int>("read");
        QTest::addColumn<bool>("taken");
        QTest::addColumn<QString>("said");
        QTest::newRow("bytes before it") << "xyA" << 0 << false << "is a byte of the stream like the others now";
        QTest::newRow("taken, bytes before it") << "xyA" << 0 << true << "although recv() had taken it";
        QTest::newRow("read up to it") << "xyA" << 2 << false << "is lost";
        QTest::newRow("nothing before it") << "A" << 0 << false << "is lost";
        QTest::newRow("nothing before it, taken") << "A" << 0 << true << "";
    }
    void a_second_urgent_byte_displaces_the_first()
    {
        QFETCH(QString, send);
        QFETCH(int, read);
        QFETCH(bool, taken);
        QFETCH(QString, said);
        Story story;
        listening(story);
        accepted(story);
        story.add("client 1 send(3, %d, MSG_OOB) = %d", int(send.size()), int(send.size()));
        QCOMPARE(missing(story, {}, {}, {"one urgent byte at most"}), QString());
        if (read)
            story.add("server recv(4, %d) = %d", read, read);
        if (taken)
            story.add("server recv(4, 1, MSG_OOB) = 1");
        story.add("client 1 send(3, 1, MSG_OOB) = 1");
        if (said.isEmpty())
            QCOMPARE(missing(story, {"beside the stream"}, {}, {"one urgent byte at most"}), QString());
        else
            QCOMPARE(missing(story, {"one urgent byte at most", said}, {"nhiều nhất một byte khẩn"}), QString());
    }

    void epoll_forgets_what_is_closed()
    {
        Story story;
        listening(story);
        story.add("server epoll_create1() = 5");
        accepted(story);
        story.add("server epoll_ctl(5, EPOLL_CTL_ADD, 4, EPOLLIN) = 0");
        Story taken_out = story;
        story.add("server close(4) = 0");
        QCOMPARE(missing(story, {"left the interest list of epoll descriptor 5"}, {"rời danh sách theo dõi của descriptor epoll 5"}), QString());
        taken_out.add("server epoll_ctl(5, EPOLL_CTL_DEL, 4) = 0").add("server close(4) = 0");
        QCOMPARE(missing(taken_out, {"closed"}, {}, {"interest list"}), QString());
    }

private:
    static void listen(Story &story, int backlog)
    {
        story.add("server socket(AF_INET, SOCK_STREAM) = 3").add("server bind(3, :0) = 0");
        story.add("server listen(3, %d) = 0", backlog).add("server getsockname(3) = 0 :40123");
    }
    static void connect(Story &story, int fd, int port)
    {
        story.add("client 1 socket(AF_INET, SOCK_STREAM) = %d", fd).add("client 1 connect(%d, :40123) = 0", fd);
        story.add("client 1 getsockname(%d) = 0 :%d", fd, port);
    }
    // The server is bound to port 40123 with descriptor 3, client 1 sends from port 50001 with its own 3.
    static void datagrams(Story &story)
    {
        story.add("server socket(AF_INET, SOCK_DGRAM) = 3").add("server bind(3, :0) = 0");
        story.add("server getsockname(3) = 0 :40123");
        story.add("client 1 socket(AF_INET, SOCK_DGRAM) = 3").add("client 1 connect(3, :40123) = 0");
        story.add("client 1 getsockname(3) = 0 :50001");
    }
};

ROOM_TEST(ExplainLossesTest)
#include "explain_losses.moc"
