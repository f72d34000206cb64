// SPDX-License-Identifier: MIT
// What recording costs: one call against its floor, and a whole server against the same code unrecorded, in one run.
#include "calls/schema.h"
#include "lab/collector.h"
#include "lab/run.h"
#include "posix/traced.h"
#include "trace/clock.h"

#include <QTest>

#include <algorithm>
#include <cstring>
#include <netinet/in.h>
#include <sched.h>
#include <sys/socket.h>
#include <thread>
#include <unistd.h>

namespace {

double median(std::vector<double> values)
{
    std::ranges::nth_element(values, values.begin() + ptrdiff_t(values.size() / 2));
    return values[values.size() / 2];
}

// ns for one of `calls` calls of `body`.
template <typename Body>
double time_of(int calls, Body body)
{
    const int64_t begin = trace::now();
    for (int i = 0; i < calls; ++i)
        body();
    return double(trace::now() - begin) / calls;
}

// The select server without any recording: the very function, in a thread that carries no recorder.
class Unrecorded {
public:
    Unrecorded()
    {
        m_thread = std::thread([this] {
            m_tid = gettid();
            posix::own_descriptor_table();
            posix::Context context;
            context.stop = &m_stop;
            context.port = &m_port;
            const posix::Measured measured(context);
            servers::named("select")->serve({});
        });
        m_port.wait(0);
    }
    ~Unrecorded();
    int port() const { return m_port; }
    int tid() const { return m_tid; }

private:
    std::atomic<bool> m_stop{false};
    std::atomic<int> m_port{0}, m_tid{0};
    std::thread m_thread;
};

int connected(int port)
{
    const int fd = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(uint16_t(port));
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (::connect(fd, reinterpret_cast<sockaddr *>(&address), sizeof address) == 0)
        return fd;
    ::close(fd);
    return -1;
}

// Where the scheduler puts two threads decides more than what they do: so it is told. False: there is no such processor.
bool pin(int tid, int processor)
{
    cpu_set_t only;
    CPU_ZERO(&only);
    CPU_SET(processor, &only);
    return sched_setaffinity(tid, sizeof only, &only) == 0;
}

Unrecorded::~Unrecorded()
{
    m_stop = true;
    ::close(connected(m_port)); // wakes select(), unless it is gone already
    m_thread.join();
}

// Echoes of 64 bytes a second, over one connection.
double echoes(int fd, int count)
{
    char data[64] = {};
    const int64_t begin = trace::now();
    for (int i = 0; i < count; ++i)
        if (::send(fd, data, sizeof data, 0) != sizeof data || ::recv(fd, data, sizeof data, MSG_WAITALL) != sizeof data)
            qFatal("the echo broke off");
    return count * 1e9 / double(trace::now() - begin);
}

// The server's thread, once it has been recorded; 0 before.
int tid_of(lab::Run &run)
{
    for (const trace::Thread &thread : run.take().threads)
        if (thread.program == lab::server_program && thread.job == trace::Job::main && thread.tid)
            return thread.tid;
    return 0;
}

} // namespace

class RecordingBench : public QObject {
    Q_OBJECT

private slots:
    void one_call_over_the_bare_call()
    {
        trace::Recorder recorder(0, 1 << 16);
        posix::Pulse pulse;
        posix::Gate gate;
        posix::Context context;
        context.recorder = &recorder;
        context.pulse = &pulse;
        context.gate = &gate;
        const posix::Measured measured(context);
        const auto forget = [](const trace::Event &, uint32_t, const uint64_t *, size_t) {};
        constexpr int calls = 50'000;
        std::vector<trace::Event> buffer(calls);
        std::vector<double> bare, recorded, floor;
        for (int round = 0; round < 41; ++round) {
            bare.push_back(time_of(calls, [] { ::close(-1); }));
            recorded.push_back(time_of(calls, [] { traced::close(-1); }));
            recorder.ring().drain(forget, forget);
            trace::Event *next = buffer.data();
            floor.push_back(time_of(calls, [&next] {
                trace::Event event;
                event.begin = trace::now();
                event.end = trace::now();
                *next++ = event;
                asm volatile("" : : "r"(next) : "memory");
            }));
        }
        QCOMPARE(recorder.ring().dropped(), 0u);
        const double over = median(recorded) - median(bare);
        qInfo("bare %.1f ns, recorded %.1f ns: recording costs %.1f ns; two clock readings and a store %.1f ns: ratio %.2f",
              median(bare), median(recorded), over, median(floor), over / median(floor));
    }

    void echo_throughput_recorded_over_unrecorded_data()
    {
        QTest::addColumn<int>("processor");
        QTest::addRow("client and server on two processors") << 1;
        QTest::addRow("client and server on one processor") << 0;
    }
    void echo_throughput_recorded_over_unrecorded()
    {
        QFETCH(int, processor);
        const Unrecorded unrecorded;
        lab::Run run({});
        if (run.start())
            qFatal("the server did not start");
        const int plain = connected(unrecorded.port()), watched = connected(run.port());
        cpu_set_t everywhere;
        sched_getaffinity(0, sizeof everywhere, &everywhere);
        int server = 0;
        while (server == 0)
            server = tid_of(run);
        if (!pin(0, 0) || !pin(unrecorded.tid(), processor) || !pin(server, processor))
            QSKIP("there is only one processor");
        constexpr int count = 5'000;
        std::vector<double> ratios, a, b;
        size_t events = 0, words = 0, calls = 0;
        const auto take = [&] {
            const trace::Batch batch = run.take();
            events += batch.events.size();
            words += batch.words.size();
            calls += size_t(std::ranges::count_if(batch.events, [](const trace::Event &e) { return calls::is_system_call(e.call); }));
        };
        for (int round = 0; round < 31; ++round) {
            const bool first = round % 2;
            const double one = first ? echoes(watched, count) : echoes(plain, count);
            const double two = first ? echoes(plain, count) : echoes(watched, count);
            take();
            a.push_back(first ? one : two);
            b.push_back(first ? two : one);
            ratios.push_back(a.back() / b.back());
        }
        std::ranges::sort(ratios);
        qInfo("recorded %.0f echoes/s, unrecorded %.0f: ratio median %.3f (%.3f to %.3f)", median(a), median(b), median(ratios),
              ratios[ratios.size() / 4], ratios[ratios.size() * 3 / 4]);
        ::close(plain);
        ::close(watched);
        sched_setaffinity(0, sizeof everywhere, &everywhere);
        run.stop();
        take();
        const double bytes = double(events * sizeof(trace::Event) + words * sizeof(uint64_t));
        qInfo("%zu events, of them %zu system calls: %.1f bytes an event, %.1f a system call", events, calls, bytes / double(events),
              bytes / double(calls));
    }
};

QTEST_GUILESS_MAIN(RecordingBench)
#include "recording_bench.moc"
