// SPDX-License-Identifier: MIT
// What is looked for in a recording: each condition by itself and together.
#include "replay/find.h"

#include "recording/builder.h"
#include "room.h"

#include <QTest>

#include <cerrno>

using namespace replay;
using trace::Call;
using trace::Event;

namespace {

Event made(Call call, int fd = -1, int result = 0, int error = 0)
{
    Event event;
    event.call = call;
    event.begin = 1;
    event.end = 2;
    event.fd = fd;
    event.result = result;
    event.error = uint8_t(error);
    return event;
}

trace::Trace recorded(const char *lines)
{
    recording::Builder builder;
    builder.lines("%s", lines);
    return builder.trace();
}

} // namespace

class FindTest : public QObject {
    Q_OBJECT
private slots:
    void what_was_seen_from_outside_is_not_told()
    {
        QVERIFY(is_told(made(Call::recv, 4)));
        QVERIFY(is_told(made(Call::fd_set, 4)));
        QVERIFY(!is_told(made(Call::observed_state)));
        QVERIFY(!is_told(made(Call::held)));
    }

    void each_condition_counts()
    {
        const trace::Trace trace = recorded("1..2 client 1 close(3) = 0\n1..2 client 2 close(3) = 0\n1..2 server recv(4, 4096) = 3 \"abc\"");
        const Event recv = trace.events().at(2);
        QVERIFY(is_wanted(trace, recv, {}));
        QVERIFY(is_wanted(trace, recv, {.thread = 2, .call = Call::recv, .fd = 4, .data = "bc"}));
        QVERIFY(!is_wanted(trace, recv, {.thread = 1}));
        QVERIFY(!is_wanted(trace, recv, {.call = Call::send}));
        QVERIFY(!is_wanted(trace, recv, {.fd = 5}));
        QVERIFY(!is_wanted(trace, recv, {.data = "abcd"})); // only what it moved
        QVERIFY(!is_wanted(trace, recv, {.outcome = Wanted::failed}));
        const Event failed = made(Call::recv, 4, -1, EAGAIN);
        QVERIFY(is_wanted(trace, failed, {.outcome = Wanted::failed}));
        QVERIFY(is_wanted(trace, failed, {.outcome = Wanted::with_error, .error = EAGAIN}));
        QVERIFY(!is_wanted(trace, failed, {.outcome = Wanted::with_error, .error = EINTR}));
    }

    void a_descriptor_is_found_wherever_it_stands()
    {
        const trace::Trace trace = recorded("1..2 server select(5, {3, 4}, NULL, NULL, 0) = 1 {4}\n1..2 server poll({7:POLLIN}, 1, 0) = 0");
        QVERIFY(is_about(trace, made(Call::accept, 3, 4), 3));
        QVERIFY(is_about(trace, made(Call::accept, 3, 4), 4)); // that it gives
        QVERIFY(!is_about(trace, made(Call::accept, 3, -1, EAGAIN), -1));
        const Event select = trace.events().at(0), poll = trace.events().at(1); // whose first arguments are no descriptors
        QVERIFY(is_about(trace, select, 3) && is_about(trace, select, 4));
        QVERIFY(!is_about(trace, select, 5) && !is_about(trace, select, 1000));
        QVERIFY(is_about(trace, poll, 7));
        QVERIFY(!is_about(trace, poll, 1));
    }

    void there_is_to_choose_what_was_seen()
    {
        Seen seen;
        seen.add(made(Call::accept, 3, 4));
        seen.add(made(Call::recv, 4, -1, EAGAIN));
        seen.add(made(Call::observed_socket, 9));
        QCOMPARE(seen.descriptors, (std::set<int>{3, 4}));
        QCOMPARE(seen.errors, (std::set<int>{EAGAIN}));
        QVERIFY(seen.calls[size_t(Call::accept)] && !seen.calls[size_t(Call::observed_socket)]);
    }
};

ROOM_TEST(FindTest)
#include "find_test.moc"
