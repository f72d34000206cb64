// SPDX-License-Identifier: MIT
// What is looked for in a recording: each condition by itself and together.
#include "replay/find.h"

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
        const trace::Trace trace;
        Event recv = made(Call::recv, 4, 3);
        recv.length = 4096;
        recv.words[0] = 0x636261; // "abc"
        recv.thread = 2;
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
        const trace::Trace trace;
        QVERIFY(is_about(trace, made(Call::accept, 3, 4), 3));
        QVERIFY(is_about(trace, made(Call::accept, 3, 4), 4)); // that it gives
        QVERIFY(!is_about(trace, made(Call::accept, 3, -1, EAGAIN), -1));
        Event select = made(Call::select, 5, 1); // whose first argument is no descriptor
        select.flags = trace::select_flags::passed(0);
        select.words[0] = 0x18;
        select.words[1] = 0x10;
        QVERIFY(is_about(trace, select, 3) && is_about(trace, select, 4));
        QVERIFY(!is_about(trace, select, 5) && !is_about(trace, select, 1000));
        Event poll = made(Call::poll, 1, 0);
        poll.words[0] = trace::word_of({7, 1, 0});
        poll.words[1] = trace::word_of({7, 1, 0});
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
