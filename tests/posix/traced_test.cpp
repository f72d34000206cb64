// SPDX-License-Identifier: MIT
// The traced calls do what the C library's do, and record it; the gate holds and steps; descriptor tables are private.
#include "posix/context.h"
#include "posix/traced.h"
#include "room.h"
#include "trace/payload.h"
#include "trace/place.h"
#include "trace/recorder.h"

#include <QRegularExpression>

#include <cerrno>
#include <fcntl.h>
#include <thread>
#include <unistd.h>

using trace::Call;
using trace::Event;

namespace {

// Runs `body` in a measured thread with a descriptor table of its own and gives back what it recorded.
template <typename Body>
std::vector<Event> recorded(Body body, posix::Gate *gate = nullptr, std::vector<uint32_t> *places = nullptr)
{
    trace::Recorder recorder(0, 1 << 12);
    std::thread thread([&] {
        QCOMPARE(posix::own_descriptor_table(), 0);
        posix::Context context;
        context.recorder = &recorder;
        context.gate = gate;
        const posix::Measured measured(context);
        body();
    });
    thread.join();
    std::vector<Event> events;
    recorder.ring().drain(
        [&](const Event &event, uint32_t place, const uint64_t *, size_t) {
            events.push_back(event);
            if (places)
                places->push_back(place);
        },
        [](const Event &, uint32_t, const uint64_t *, size_t) { qWarning("left in flight"); });
    return events;
}

bool wait_until_held(const posix::Gate &gate)
{
    return QTest::qWaitFor([&] { return gate.waiting_since() != 0; });
}

} // namespace

class TracedTest : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(".*")); }

    void descriptors_begin_at_three_and_stay_private()
    {
        const int before = open("/dev/null", O_RDONLY | O_CLOEXEC);
        int first = -1, second = -1;
        recorded([&] {
            first = traced::socket(AF_INET, SOCK_STREAM, 0);
            second = traced::socket(AF_INET, SOCK_STREAM, 0);
        });
        QCOMPARE(first, 3);
        QCOMPARE(second, 4);
        QVERIFY(fcntl(before, F_GETFD) != -1); // closed in the thread's table only
        close(before);
    }

    void errors_are_recorded_and_errno_is_kept()
    {
        int seen = 0;
        const auto events = recorded([&] {
            char byte;
            errno = 0;
            traced::recv(99, &byte, 1, 0);
            seen = errno;
        });
        QCOMPARE(seen, EBADF);
        QCOMPARE(events[1].call, Call::recv);
        QCOMPARE(events[1].result, -1);
        QCOMPARE(int(events[1].error), EBADF);
        QCOMPARE(events[1].fd, 99);
        QCOMPARE(events[1].length, 1);
    }

    void the_line_of_the_call_is_recorded()
    {
        unsigned line = 0;
        std::vector<uint32_t> places;
        const auto body = [&] {
            line = __LINE__ + 1;
            traced::close(99);
        };
        const auto events = recorded(body, nullptr, &places);
        QCOMPARE(unsigned(events[1].line), line);
        QCOMPARE(QString(trace::file_name(places[1])), QString("traced_test.cpp"));
    }

    void select_records_what_the_kernel_left_of_the_timeout()
    {
        timeval rest{1'000, 0};
        const auto events = recorded([&] {
            int ends[2];
            QCOMPARE(pipe(ends), 0); // 3 and 4
            QCOMPARE(write(4, "x", 1), 1);
            traced::fd_set ready("ready");
            traced::FD_ZERO(&ready);
            traced::FD_SET(3, &ready);
            QCOMPARE(traced::select(5, &ready, nullptr, nullptr, &rest), 1);
            traced::close(3);
            traced::close(4);
        });
        const auto made = std::ranges::find(events, Call::select, &Event::call);
        QVERIFY(made != events.end() && trace::has_words_elsewhere(*made));
        QCOMPARE(made->length, 1'000'000'000'000);
        QCOMPARE(made->words[1], 4u); // one set and a time, asked and answered
    }

    void select_records_what_was_asked_and_answered()
    {
        const auto events = recorded([] {
            int ends[2];
            QCOMPARE(pipe(ends), 0); // 3 and 4
            traced::fd_set all("all"), ready("ready");
            traced::FD_ZERO(&all);
            traced::FD_SET(3, &all);
            ready = all;
            timeval none{};
            QCOMPARE(traced::select(5, &ready, nullptr, nullptr, &none), 0);
            QCOMPARE(write(4, "x", 1), 1);
            ready = all;
            QCOMPARE(traced::select(5, &ready, nullptr, nullptr, nullptr), 1);
            QVERIFY(traced::FD_ISSET(3, &ready));
            traced::FD_CLR(3, &all);
        });
        std::vector<Event> selects;
        for (const Event &event : events)
            if (event.call == Call::select)
                selects.push_back(event);
        QCOMPARE(selects.size(), 2u);
        QCOMPARE(selects[0].words[0], 8u);
        QCOMPARE(selects[0].words[1], 0u);
        QCOMPARE(selects[0].length, 0);
        QCOMPARE(selects[1].words[0], 8u);
        QCOMPARE(selects[1].words[1], 8u);
        QCOMPARE(selects[1].length, -1);
        QCOMPARE(trace::select_flags::variable(selects[1].flags, 0), 1);
        QCOMPARE(trace::select_flags::variable(selects[1].flags, 1), trace::select_flags::none);
        const Event &assigned = *std::find_if(events.begin(), events.end(), [](const Event &e) { return e.call == Call::set_assigned; });
        QCOMPARE(assigned.fd, 0);     // from "all"
        QCOMPARE(int(assigned.flags), 1); // to "ready"
        QVERIFY(assigned.line > 0);
    }

    void no_bit_is_set_out_of_bounds()
    {
        const auto events = recorded([] {
            struct {
                uint64_t before = 0;
                traced::fd_set set{"set"};
                uint64_t after = 0;
            } guarded;
            for (const int fd : {-1, FD_SETSIZE, FD_SETSIZE + 63, INT32_MAX, INT32_MIN}) {
                traced::FD_SET(fd, &guarded.set);
                QCOMPARE(traced::FD_ISSET(fd, &guarded.set), 0);
                traced::FD_CLR(fd, &guarded.set);
            }
            traced::FD_SET(FD_SETSIZE - 1, &guarded.set);
            QCOMPARE(traced::FD_ISSET(FD_SETSIZE - 1, &guarded.set), 1);
            QCOMPARE(guarded.before, 0u);
            QCOMPARE(guarded.after, 0u);
        });
        QVERIFY(events.size() > 15);
    }

    void tables_and_numbers_record_their_assignments()
    {
        const auto events = recorded([] {
            traced::table<8> client_FD("client_FD", -1);
            traced::number highest("maxfd");
            client_FD[2] = 7;
            highest = int(client_FD[2]);
            QCOMPARE(int(highest), 7);
            QCOMPARE(int(client_FD[1]), -1);
        });
        QCOMPARE(events.size(), 5u); // begin, all slots, one slot, number, end
        QCOMPARE(events[1].fd, -1);
        QCOMPARE(events[1].length, -1);
        QCOMPARE(events[2].call, Call::table_assigned);
        QCOMPARE(events[2].fd, 2);
        QCOMPARE(events[2].length, 7);
        QCOMPARE(events[3].call, Call::number_assigned);
        QCOMPARE(events[3].length, 7);
        QVERIFY(events[2].line > 0 && events[3].line > events[2].line);
        QCOMPARE(events[4].call, Call::thread_end);
    }

    void a_closed_gate_holds_each_call_until_it_is_stepped()
    {
        posix::Gate gate;
        gate.close();
        std::atomic<int> done{0};
        std::vector<Event> events;
        std::thread thread([&] {
            events = recorded(
                [&] {
                    for (int i = 0; i < 3; ++i) {
                        traced::close(90 + i);
                        ++done;
                    }
                },
                &gate);
        });
        for (int i = 0; i < 2; ++i) {
            QVERIFY(wait_until_held(gate));
            QCOMPARE(done, i);
            gate.step();
            QVERIFY(QTest::qWaitFor([&] { return done == i + 1; }));
        }
        QVERIFY(wait_until_held(gate));
        gate.release();
        thread.join();
        QCOMPARE(done, 3);
        gate.close(); // too late: released for good
        QVERIFY(!gate.closed());
        QCOMPARE(events[1].call, Call::held);
        QCOMPARE(Call(events[1].flags), Call::close);
        QCOMPARE(events[2].call, Call::close);
        QVERIFY(events[1].end <= events[2].begin);
    }

    void calls_of_an_unmeasured_thread_are_made_but_not_recorded()
    {
        const int fd = traced::socket(AF_INET, SOCK_STREAM, 0);
        QVERIFY(fd >= 0);
        traced::fd_set set("set");
        traced::FD_SET(fd, &set);
        QVERIFY(traced::FD_ISSET(fd, &set));
        QCOMPARE(traced::close(fd), 0);
    }
};

ROOM_TEST(TracedTest)
#include "traced_test.moc"
