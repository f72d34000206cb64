// SPDX-License-Identifier: MIT
// What is said of what a call does not tell: a SYN dropped, a datagram empty, cut or refused, a descriptor that epoll forgets.
#include "room.h"
#include "words/story.h"

#include <cerrno>
#include <sys/epoll.h>

using trace::Call;

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
        full.add(full.event(Call::socket, -1, 0, SOCK_STREAM, 1), 5);
        Story waiting = full;
        waiting.begin(waiting.event(Call::connect, 5, 40123, 0, 1));
        QCOMPARE(missing(waiting, {"queue of descriptor 3 is full", "2 connections wait", "backlog of 1", "SYN"},
                         {"descriptor 3 đang đầy", "2 kết nối chờ", "SYN"}), QString());
        Story quick = full;
        quick.add(quick.event(Call::connect, 5, 40123, 0, 1));
        QCOMPARE(missing(quick, {"connected to port 40123"}, {}, {"full", "SYN"}), QString());
        Story slow = full;
        slow.add_slow(slow.event(Call::connect, 5, 40123, 0, 1), 1'030'000'000, 0);
        QCOMPARE(missing(slow, {QString::fromUtf8("took 1.03\u00a0s"), "queue of descriptor 3 was full", "2 connections waited", "backlog of 1", "SYN"},
                         {QString::fromUtf8("mất 1,03\u00a0s"), "đang đầy", "SYN"}), QString());
        Story room;
        listen(room, 2);
        for (const int fd : {3, 4})
            connect(room, fd, 51000 + fd);
        room.add(room.event(Call::socket, -1, 0, SOCK_STREAM, 1), 5);
        room.add_slow(room.event(Call::connect, 5, 40123, 0, 1), 1'030'000'000, 0); // whatever that was
        QCOMPARE(missing(room, {"connected to port 40123"}, {}, {"full", "SYN"}), QString());
    }

    void an_empty_datagram_is_one()
    {
        Story story;
        datagrams(story);
        story.add(story.event(Call::send, 3, 0, 0, 1));
        QCOMPARE(missing(story, {"taken the empty datagram"}, {"datagram rỗng"}), QString());
        story.add(with(story.event(Call::recvfrom, 3, 4096), 0, 50001));
        QCOMPARE(missing(story, {"an empty datagram has arrived", "no end of file", "Its sender has port 50001"}, {"datagram rỗng", "50001"}),
                 QString());
    }

    void what_was_refused_is_named()
    {
        Story story;
        datagrams(story);
        story.add(story.event(Call::send, 3, 3, 0, 1), 3);
        const QString step = QString::number(story.trace.events().size() - 1);
        Story sent = story;
        sent.add(sent.event(Call::send, 3, 3, 0, 1), -1, ECONNREFUSED);
        QCOMPARE(missing(sent, {"ECONNREFUSED", "datagram of step " + step, "port unreachable", "This one was not sent"},
                         {"datagram của bước " + step, "không được gửi"}), QString());
        story.add(story.event(Call::recv, 3, 4096, 0, 1), -1, ECONNREFUSED);
        QCOMPARE(missing(story, {"datagram of step " + step}, {"datagram của bước " + step}, {"not sent"}), QString());
        story.add(story.event(Call::send, 3, 3, 0, 1), 3); // that error has been told: this one is to blame for the next
        const QString next = QString::number(story.trace.events().size() - 1);
        story.add(story.event(Call::recv, 3, 4096, 0, 1), -1, ECONNREFUSED);
        QCOMPARE(missing(story, {"datagram of step " + next}, {}), QString());
        story.add(story.event(Call::send, 3, 3, 0, 1), 3).add(story.event(Call::send, 3, 3, 0, 1), 3);
        story.add(story.event(Call::recv, 3, 4096, 0, 1), -1, ECONNREFUSED);
        QCOMPARE(missing(story, {"one of the 2 datagrams"}, {"2 datagram"}), QString());
    }

    void a_time_limit_of_a_socket_is_a_wait()
    {
        Story story;
        datagrams(story);
        trace::Event limited = story.event(Call::recv, 3, 4096);
        limited.error = EAGAIN;
        story.add_slow(limited, 200'000'000, -1);
        QCOMPARE(missing(story, {"recv() waited", "nothing had come", "SO_RCVTIMEO"}, {"đã chờ", "SO_RCVTIMEO"}, {"at once", "did not wait"}), QString());
    }

    // Not connected, it is told nothing.
    void a_port_that_nobody_has_any_more_is_named()
    {
        Story story;
        story.add(story.event(Call::socket, -1, 0, SOCK_DGRAM), 3);
        story.add(story.event(Call::bind, 3, 40123));
        story.add(story.event(Call::socket, -1, 0, SOCK_DGRAM, 1), 3);
        Story there = story;
        there.add(with(there.event(Call::sendto, 3, 5, 0, 1), 0, 40123), 5);
        QCOMPARE(missing(there, {"taken the datagram of 5 bytes"}, {}, {"ICMP", "unreachable"}), QString());
        story.add(story.event(Call::close, 3));
        story.add(with(story.event(Call::sendto, 3, 5, 0, 1), 0, 40123), 5);
        QCOMPARE(missing(story, {"had port 40123 is closed", "unless another program has the port now", "ICMP", "lost in silence"}, {"40123", "ICMP"}), QString());
    }

    void what_does_not_fit_is_told()
    {
        Story story;
        datagrams(story);
        story.add(with(story.event(Call::send, 3, 5000, 0, 1), 0x78787878, 0x78787878), 5000);
        Story unknown;
        datagrams(unknown);
        for (Story *one : {&story, &unknown})
            one->add(with(one->event(Call::recvfrom, 3, 4096), 0x78787878, 50001), 4096);
        QCOMPARE(missing(story, {"had 5,000 bytes", "904 bytes, is lost"}, {"904"}), QString());
        QCOMPARE(missing(unknown, {"filled the buffer", "MSG_TRUNC"}, {"MSG_TRUNC"}, {"904"}), QString());
        Story fits;
        datagrams(fits);
        fits.add(fits.event(Call::send, 3, 3, 0, 1), 3).add(with(fits.event(Call::recvfrom, 3, 4096), 0, 50001), 3);
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
        story.add(story.event(Call::send, 3, send.size(), MSG_OOB, 1), int(send.size()));
        QCOMPARE(missing(story, {}, {}, {"one urgent byte at most"}), QString());
        if (read)
            story.add(story.event(Call::recv, 4, read), read);
        if (taken)
            story.add(story.event(Call::recv, 4, 1, MSG_OOB), 1);
        story.add(story.event(Call::send, 3, 1, MSG_OOB, 1), 1);
        if (said.isEmpty())
            QCOMPARE(missing(story, {"beside the stream"}, {}, {"one urgent byte at most"}), QString());
        else
            QCOMPARE(missing(story, {"one urgent byte at most", said}, {"nhiều nhất một byte khẩn"}), QString());
    }

    void epoll_forgets_what_is_closed()
    {
        Story story;
        listening(story);
        story.add(story.event(Call::epoll_create1), 5);
        accepted(story);
        story.add(with(story.event(Call::epoll_ctl, 5, 4, EPOLL_CTL_ADD), EPOLLIN, 0));
        Story taken_out = story;
        story.add(story.event(Call::close, 4));
        QCOMPARE(missing(story, {"left the interest list of epoll descriptor 5"}, {"rời danh sách theo dõi của descriptor epoll 5"}), QString());
        taken_out.add(taken_out.event(Call::epoll_ctl, 5, 4, EPOLL_CTL_DEL)).add(taken_out.event(Call::close, 4));
        QCOMPARE(missing(taken_out, {"closed"}, {}, {"interest list"}), QString());
    }

private:
    static void listen(Story &story, int backlog)
    {
        story.add(story.event(Call::socket, -1, 0, SOCK_STREAM), 3).add(story.event(Call::bind, 3));
        story.add(story.event(Call::listen, 3, backlog)).add(story.event(Call::getsockname, 3, 40123));
    }
    static void connect(Story &story, int fd, int port)
    {
        story.add(story.event(Call::socket, -1, 0, SOCK_STREAM, 1), fd).add(story.event(Call::connect, fd, 40123, 0, 1));
        story.add(story.event(Call::getsockname, fd, port, 0, 1));
    }
    // The server is bound to port 40123 with descriptor 3, client 1 sends from port 50001 with its own 3.
    static void datagrams(Story &story)
    {
        story.add(story.event(Call::socket, -1, 0, SOCK_DGRAM), 3).add(story.event(Call::bind, 3));
        story.add(story.event(Call::getsockname, 3, 40123));
        story.add(story.event(Call::socket, -1, 0, SOCK_DGRAM, 1), 3).add(story.event(Call::connect, 3, 40123, 0, 1));
        story.add(story.event(Call::getsockname, 3, 50001, 0, 1));
    }
};

ROOM_TEST(ExplainLossesTest)
#include "explain_losses.moc"
