// SPDX-License-Identifier: MIT
// Every server recorded against its unrecorded self: echoes a second, in turns within one run.
#include "lab/run.h"
#include "trace/clock.h"

#include <QTest>

#include <algorithm>
#include <netinet/in.h>
#include <sched.h>
#include <sys/socket.h>
#include <unistd.h>

namespace {

// Where the scheduler puts two threads decides more than what they do. Threads inherit it. False: no such processor.
bool stay_on(int processor)
{
    cpu_set_t only;
    CPU_ZERO(&only);
    CPU_SET(processor, &only);
    return sched_setaffinity(0, sizeof only, &only) == 0;
}

int connected(int port, bool datagrams)
{
    const int fd = ::socket(AF_INET, (datagrams ? SOCK_DGRAM : SOCK_STREAM) | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(uint16_t(port));
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (::connect(fd, reinterpret_cast<sockaddr *>(&address), sizeof address) != 0)
        qFatal("no connection to the server");
    return fd;
}

// Echoes of 64 bytes a second; the first few warm up.
double echoes(int fd, int count)
{
    char data[64] = {};
    int64_t begin = 0;
    for (int i = -100; i < count; ++i) {
        if (i == 0)
            begin = trace::now();
        if (::send(fd, data, sizeof data, 0) != sizeof data || ::recv(fd, data, sizeof data, MSG_WAITALL) != sizeof data)
            qFatal("the echo broke off");
    }
    return count * 1e9 / double(trace::now() - begin);
}

double echoes_of(const servers::Server &server, bool recorded, int count)
{
    lab::Settings settings;
    settings.server = std::string(server.name);
    settings.recorded = recorded;
    stay_on(1);
    lab::Run run(settings);
    if (run.start())
        qFatal("the server did not start");
    stay_on(0);
    const int fd = connected(run.port(), server.datagrams);
    const double rate = echoes(fd, count);
    ::close(fd);
    run.stop();
    const trace::Batch batch = run.take();
    if (recorded ? batch.events.size() < size_t(count) || batch.dropped > 0 : !batch.events.empty())
        qFatal("recorded: %d, but %zu events, %zu dropped", recorded, batch.events.size(), size_t(batch.dropped));
    return rate;
}

} // namespace

class ModelsBench : public QObject {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        if (!stay_on(1))
            QSKIP("there is only one processor");
    }

    void echo_throughput_recorded_over_unrecorded_data()
    {
        QTest::addColumn<QString>("server");
        for (const servers::Server &server : servers::all())
            if (server.echoes)
                QTest::newRow(std::string(server.name).c_str()) << QString::fromLatin1(server.name.data(), int(server.name.size()));
    }
    void echo_throughput_recorded_over_unrecorded()
    {
        QFETCH(QString, server);
        const servers::Server &model = *servers::named(server.toStdString());
        if (model.lacks && model.lacks())
            QSKIP("this system lacks what it needs");
        constexpr int count = 3'000, rounds = 25;
        std::vector<double> ratios, with, without;
        for (int round = 0; round < rounds; ++round) {
            const bool first = round % 2; // whether the recorded one goes first
            const double one = echoes_of(model, first, count), two = echoes_of(model, !first, count);
            with.push_back(first ? one : two);
            without.push_back(first ? two : one);
            ratios.push_back(with.back() / without.back());
        }
        for (auto *values : {&ratios, &with, &without})
            std::ranges::sort(*values);
        qInfo("%-16s recorded %.0f echoes/s, unrecorded %.0f: ratio median %.3f (quartiles %.3f to %.3f)", qPrintable(server),
              with[rounds / 2], without[rounds / 2], ratios[rounds / 2], ratios[rounds / 4], ratios[rounds * 3 / 4]);
    }
};

QTEST_GUILESS_MAIN(ModelsBench)
#include "models_bench.moc"
