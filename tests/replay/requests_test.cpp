// SPDX-License-Identifier: MIT
// Asynchronous reads in the World: how far each is, as far as was known, and what it leaves open about the kernel's buffer.
#include "calls/schema.h"
#include "recording/builder.h"
#include "replay/replay.h"

#include "room.h"

#include <QRegularExpression>

#include <cerrno>

using recording::Builder;
using recording::find;
using replay::Request;
using trace::Call;

class RequestsTest : public QObject {
    Q_OBJECT

    static constexpr uint16_t server = 0, client = 1;

    // The server accepts client 1 as descriptor 4 at 100 and asks for a read at 110; "abc" is sent from 200 to 210, seen to be
    // complete at 220, when aio_suspend() returns, asked about at 230 and taken at 240.
    static trace::Trace told()
    {
        Builder made;
        made.thread("server", recording::Part::server);
        made.thread("client 1", recording::Part::client);
        made.lines(R"(
            10..11    server    socket(AF_INET, SOCK_STREAM) = 3
            12..13    server    bind(3, :7000) = 0
            14..15    server    listen(3, 5) = 0
            20..21    client 1  socket(AF_INET, SOCK_STREAM) = 3
            80..90    client 1  connect(3, :7000) = 0
            91..92    client 1  getsockname(3) = 0 :50000
            70..100   server    accept(3) = 4 :50000
            105..110  server    aio_read(4, 2, 0, SIGEV_NONE, 1) = 0
            120..121  server    aio_error(4, 1) = EINPROGRESS
            150..151  server    observed_task(77, S, fd=4)
            200..210  client 1  send(3, 3) = 3
            130..220  server    aio_suspend(1) = 0
            225..230  server    aio_error(4, 1) = 0
            235..240  server    aio_return(4, 1) = 2
        )");
        return made.trace();
    }
    static replay::World after(const trace::Trace &trace, Call call, int nth = 0, uint16_t thread = server)
    {
        const replay::Replay replay(trace);
        return replay.at(replay.step(find(trace, thread, call, nth)));
    }

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(".*")); }

    void a_request_from_asking_to_its_result()
    {
        const trace::Trace trace = told();
        QVERIFY(after(trace, Call::accept).requests.empty());
        const Request asked = after(trace, Call::aio_read).requests.at(0);
        QCOMPARE(asked.fd, 4);
        QCOMPARE(asked.bytes, 2);
        QCOMPARE(asked.number, 1u);
        QCOMPARE(asked.state, Request::in_progress);
        QVERIFY(!asked.arrived);
        QCOMPARE(after(trace, Call::aio_error).requests.at(0).state, Request::in_progress);
        QVERIFY(after(trace, Call::send, 0, client).requests.at(0).arrived);
        const Request seen = after(trace, Call::aio_error, 1).requests.at(0);
        QCOMPARE(seen.state, Request::complete);
        QCOMPARE(seen.told, Call::aio_suspend); // it waited for nothing else
        QCOMPARE(after(trace, Call::aio_suspend).requests.at(0).state, Request::complete);
        QVERIFY(!seen.result);
        const Request returned = after(trace, Call::aio_return).requests.at(0);
        QCOMPARE(returned.state, Request::returned);
        QCOMPARE(returned.result, std::optional(2));
    }

    void a_thread_of_the_library_stands_at_its_descriptor()
    {
        const trace::Trace trace = told();
        QVERIFY(after(trace, Call::aio_error).helpers.empty());
        const replay::World world = after(trace, Call::observed_task);
        QCOMPARE(world.helpers.size(), size_t(1));
        QCOMPARE(world.helpers[0].tid, 77);
        QCOMPARE(world.helpers[0].fd, 4);
        QCOMPARE(world.requests.at(0).helper, 77);
    }

    // Three bytes were sent, two asked for: one to three wait until the result is known, then one.
    void how_many_bytes_wait_is_not_known_meanwhile()
    {
        const trace::Trace trace = told();
        const replay::World sent = after(trace, Call::send, 0, client);
        QCOMPARE(sent.socket(server, 4)->receive_bytes, std::optional<int64_t>(1));
        QCOMPARE(sent.socket(server, 4)->arriving, 2);
        const replay::World taken = after(trace, Call::aio_return);
        QCOMPARE(taken.socket(server, 4)->receive_bytes, std::optional<int64_t>(1));
        QCOMPARE(taken.socket(server, 4)->arriving, 0);
    }

    void both_phases_go_on_beside_the_program()
    {
        const trace::Trace trace = told();
        const replay::Replay replay(trace);
        const std::vector<replay::Phase> phases = replay.phases(find(trace, server, Call::aio_return));
        QCOMPARE(phases.size(), size_t(2));
        QCOMPARE(phases[0].kind, replay::Phase::wait);
        QCOMPARE(phases[0].begin, 105);
        QCOMPARE(phases[0].earliest, 200);
        QCOMPARE(phases[0].end, std::optional<int64_t>(210));
        QCOMPARE(phases[0].known, replay::Known::bracketed);
        QCOMPARE(phases[1].kind, replay::Phase::copy);
        QCOMPARE(phases[1].end, std::optional<int64_t>(220)); // when it was seen to be complete
        QCOMPARE(phases[1].bytes, 2);
        // The program itself waited in aio_suspend() only.
        const replay::Totals totals = replay::totals(replay, replay.last());
        QCOMPARE(totals.rows[server].library_calls, 5u);
        QCOMPARE(totals.rows[server].system_calls, 4u);
        QCOMPARE(totals.rows[server].copying, 0);
        QCOMPARE(totals.rows[server].longest_wait, 80); // aio_suspend(), from 130 to the end of the send() that brought the data
    }

    void of_two_requests_aio_suspend_does_not_tell_which_is_complete()
    {
        Builder made;
        made.thread("server", recording::Part::server);
        for (const int fd : {4, 5}) {
            made.lines_after(100 * fd, "0..5 server aio_read(%d, 2, request=%d) = 0", fd, fd);
        }
        made.lines("600..700 server aio_suspend(1) = 0");
        const trace::Trace trace = made.trace();
        for (const Request &request : after(trace, Call::aio_suspend).requests)
            QCOMPARE(request.state, Request::in_progress);
    }

    // The only thread of the library sleeps on descriptor 4; what comes on descriptor 5 nobody copies, until that thread may be free.
    void data_waits_where_no_thread_is_free()
    {
        Builder made;
        made.thread("server", recording::Part::server);
        made.thread("client 1", recording::Part::client);
        made.thread("client 2", recording::Part::client);
        made.call(server, Call::socket, 10, 11, -1, 3);
        made.call(server, Call::bind, 12, 13, 3, 0, 7000);
        made.call(server, Call::listen, 14, 15, 3, 0, 5);
        for (const int number : {1, 2}) {
            const uint16_t one = uint16_t(number);
            const int64_t at = 100 * number;
            made.call(one, Call::socket, at, at + 1, -1, 3);
            made.call(one, Call::connect, at + 10, at + 20, 3, 0, 7000);
            made.call(one, Call::getsockname, at + 21, at + 22, 3, 0, 50000 + number);
            made.call(server, Call::accept, at + 30, at + 40, 3, 3 + number, 50000 + number);
            calls::set(made.call(server, Call::aio_read, at + 50, at + 55, 3 + number, 0, 2), "request", number);
        }
        calls::set(made.call(server, Call::observed_task, 300'000'000, 300'000'001, 77, 'S'), "fd", 4);
        made.call(2, Call::send, 400'000'000, 400'000'010, 3, 2, 2);
        made.call(client, Call::send, 500'000'000, 500'000'010, 3, 2, 2);
        const trace::Trace trace = made.trace();
        const auto of_5 = [](const replay::World &world) { return *std::ranges::find(world.requests, 5, &Request::fd); };
        const Request waits = of_5(after(trace, Call::send, 0, 2));
        QVERIFY(waits.arrived && waits.unattended);
        const Request perhaps = of_5(after(trace, Call::send, 0, client));
        QVERIFY(perhaps.arrived && !perhaps.unattended);
    }

    void an_aio_suspend_whose_time_is_up_has_waited_and_not_polled()
    {
        Builder made;
        made.thread("server", recording::Part::server);
        made.lines("100..350 server aio_suspend(1, 250) = -1 EAGAIN");
        const trace::Trace trace = made.trace();
        const replay::Replay replay(trace);
        const auto row = replay::totals(replay, replay.last()).rows.at(server);
        QCOMPARE(row.failed_polls, 0u);
        QCOMPARE(row.waiting, 250);
    }

    void what_came_late_leaves_the_same_world()
    {
        const trace::Trace trace = told();
        const replay::Replay whole(trace);
        trace::Trace grown;
        replay::Replay growing(grown);
        for (size_t part = 0; part <= trace.events().size(); ++part) {
            trace::Batch batch;
            if (part == 0) {
                batch.programs = trace.programs;
                batch.threads = trace.threads;
                batch.thread_index = {0, 1};
            } else { // the second half before the first
                const size_t half = trace.events().size() / 2;
                batch.events = {trace.events()[(part - 1 + half) % trace.events().size()]};
            }
            growing.extend(grown.append(batch));
        }
        for (size_t step = 0; step < trace.events().size(); ++step)
            QVERIFY(whole.at(whole.step(step)) == growing.at(growing.step(step)));
    }
};

ROOM_TEST(RequestsTest)
#include "requests_test.moc"
