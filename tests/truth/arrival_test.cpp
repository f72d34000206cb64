// SPDX-License-Identifier: MIT
// The arrival of data lies between the begin and the end of the peer's recorded send(): held against the kernel's own
// time stamp of the segment (SO_TIMESTAMPNS, socket(7)).
#include "clients/client.h"
#include "posix/traced.h"
#include "room.h"
#include "trace/clock.h"
#include "trace/recorder.h"

#include <QRegularExpression>
#include <QDeadlineTimer>

#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

namespace {

// How far CLOCK_REALTIME is ahead of CLOCK_MONOTONIC, and how sure we are: the narrowest of many sandwiches of readings.
struct Offset {
    int64_t ns = 0, uncertainty = INT64_MAX;
};
Offset realtime_offset()
{
    Offset best;
    for (int i = 0; i < 200; ++i) {
        const int64_t before = trace::now();
        timespec utc;
        clock_gettime(CLOCK_REALTIME, &utc);
        const int64_t after = trace::now();
        if (after - before < best.uncertainty)
            best = {int64_t(utc.tv_sec) * 1'000'000'000 + utc.tv_nsec - (before + after) / 2, after - before};
    }
    return best;
}

// Reads once; gives the kernel's stamp of the data in CLOCK_REALTIME ns, 0 when there is none.
int64_t receive_with_stamp(int fd)
{
    char data[64], control[256];
    iovec part{data, sizeof data};
    msghdr message{};
    message.msg_iov = &part;
    message.msg_iovlen = 1;
    message.msg_control = control;
    message.msg_controllen = sizeof control;
    if (recvmsg(fd, &message, 0) <= 0)
        return 0;
    for (cmsghdr *c = CMSG_FIRSTHDR(&message); c; c = CMSG_NXTHDR(&message, c))
        if (c->cmsg_level == SOL_SOCKET && c->cmsg_type == SCM_TIMESTAMPNS) {
            timespec stamp;
            memcpy(&stamp, CMSG_DATA(c), sizeof stamp);
            return int64_t(stamp.tv_sec) * 1'000'000'000 + stamp.tv_nsec;
        }
    return 0;
}

} // namespace

class ArrivalTest : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(".*")); }

    void the_kernel_stamps_arrivals_inside_the_peers_send()
    {
        const int listener = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        const int on = 1;
        QCOMPARE(setsockopt(listener, SOL_SOCKET, SO_TIMESTAMPNS, &on, sizeof on), 0); // accept() hands it down
        QCOMPARE(bind(listener, reinterpret_cast<sockaddr *>(&address), sizeof address), 0);
        QCOMPARE(listen(listener, 1), 0);
        socklen_t size = sizeof address;
        getsockname(listener, reinterpret_cast<sockaddr *>(&address), &size);

        trace::Recorder recorder(0, 1 << 12);
        posix::Pulse pulse;
        posix::Context context;
        context.recorder = &recorder;
        context.pulse = &pulse;
        const std::atomic<int> port{ntohs(address.sin_port)};
        constexpr int rounds = 60;
        const auto forget = [](const trace::Event &, uint32_t, const uint64_t *, size_t) {};
        std::vector<int64_t> stamps;
        std::vector<Offset> offsets;
        {
            clients::Client client(context, INADDR_LOOPBACK, port);
            client.tell({clients::Command::connect, {}, 0});
            const int connection = accept4(listener, nullptr, nullptr, SOCK_CLOEXEC);
            QVERIFY(connection >= 0);
            // The kernel switches stamping on a little after it was asked to: wait for the first stamp.
            bool stamping = false;
            for (QDeadlineTimer patience(20'000); !stamping && !patience.hasExpired(); QTest::qSleep(1)) {
                client.tell({clients::Command::send, "abc", 0});
                stamping = receive_with_stamp(connection) != 0;
                recorder.ring().drain(forget, forget);
            }
            QVERIFY(stamping);
            for (int i = 0; i < rounds; ++i) {
                client.tell({clients::Command::send, "abc", 0});
                stamps.push_back(receive_with_stamp(connection));
                offsets.push_back(realtime_offset());
            }
            close(connection);
        }
        close(listener);
        std::vector<trace::Event> sends;
        recorder.ring().drain(
            [&](const trace::Event &event, uint32_t, const uint64_t *, size_t) {
                if (event.call == trace::Call::send)
                    sends.push_back(event);
            },
            forget);
        QVERIFY(sends.size() >= rounds); // and perhaps the last one before them
        sends.erase(sends.begin(), sends.end() - rounds);
        int inside = 0;
        for (size_t i = 0; i < rounds; ++i) {
            QVERIFY(stamps[i] != 0);
            const int64_t arrival = stamps[i] - offsets[i].ns;
            // CLOCK_REALTIME may be slewed against CLOCK_MONOTONIC meanwhile: both run on the same rate within 500 ppm.
            const int64_t slack = offsets[i].uncertainty + 1000;
            if (arrival >= sends[i].begin - slack && arrival <= sends[i].end + slack)
                ++inside;
            else
                qInfo("round %zu: %lld ns after begin, send took %lld ns", i, (long long)(arrival - sends[i].begin),
                      (long long)(sends[i].end - sends[i].begin));
        }
        QCOMPARE(inside, rounds);
    }
};

ROOM_TEST(ArrivalTest)
#include "arrival_test.moc"
