// SPDX-License-Identifier: MIT
// What cannot have happened is found, by its step; what only looks odd is left in peace.
#include "calls/contradictions.h"
#include "calls/schema.h"
#include "room.h"


#include <algorithm>
#include <cerrno>
#include <csignal>
#include <sys/socket.h>

using calls::Contradiction;
using trace::Call;
using trace::Event;
using trace::Trace;

namespace {

Event made(Call call, int64_t begin, int64_t end, int result = 0, int64_t length = 0)
{
    Event event;
    event.call = call;
    event.begin = begin;
    event.end = end;
    event.fd = 4;
    event.length = length;
    event.result = result;
    event.error = result == -1 ? EAGAIN : 0;
    return event;
}

Event polled(Event event, uint32_t count)
{
    event.count = count;
    return event;
}

Event of_thread(Event event, uint16_t thread)
{
    event.thread = thread;
    return event;
}

// Of a server and its notification thread; each event its own step.
Trace of(std::vector<Event> events, std::vector<Event> in_flight = {})
{
    Trace trace;
    std::ranges::stable_sort(events, {}, &Event::end);
    trace::Batch batch{.events = std::move(events), .in_flight = std::move(in_flight), .in_flight_changed = true};
    batch.programs = {{"server", trace::Origin::listing, "select.cpp"}};
    batch.threads = {{"server", 0, trace::Job::main, 11, {}}, {"notification thread", 0, trace::Job::library, 12, {}}};
    batch.thread_index = {0, 1};
    trace.append(std::move(batch));
    return trace;
}

QString text(const std::vector<Contradiction> &all)
{
    QStringList found;
    for (const Contradiction &one : all)
        found += QStringLiteral("%1 %2%3").arg(one.step ? QString::number(*one.step) : QStringLiteral("-"), QString::fromUtf8(calls::name(one.what)),
                                               one.other ? QStringLiteral(" %1").arg(*one.other) : QString());
    return found.join(u", ");
}

} // namespace

Q_DECLARE_METATYPE(Trace)

class ContradictionsTest : public QObject {
    Q_OBJECT
private slots:
    void found_data();
    void found();
    void every_one_has_a_name();
};

void ContradictionsTest::found_data()
{
    QTest::addColumn<Trace>("trace");
    QTest::addColumn<QString>("what");
    const auto row = [](const char *name, const Trace &trace, const char *what) { QTest::newRow(name) << trace << QString::fromUtf8(what); };
    Event datagram = made(Call::recvfrom, 1, 2, 5000, 4096), select = made(Call::select, 1, 2, 13), poll = made(Call::poll, 1, 2, 5), epoll = made(Call::epoll_wait, 1, 2, 65);
    row("nothing", {}, "");
    row("all that was asked for", of({made(Call::recv, 1, 2, 4096, 4096)}), "");
    row("more than that", of({made(Call::recv, 1, 2, 5000, 4096)}), "0 more_than_asked");
    row("a byte more sent", of({made(Call::socket, 1, 2, 3), made(Call::send, 3, 4, 4, 3)}), "1 more_than_asked");
    row("a datagram that was too long", of({datagram}), "0 more_than_asked");
    calls::set(datagram, "flags", MSG_TRUNC);
    row("its length asked for", of({datagram}), "");
    select.fd = 4;
    row("more ready than three sets of four", of({select}), "0 more_than_asked");
    poll.fd = 4;
    row("more ready than pollfds", of({poll}), "0 more_than_asked");
    calls::set(epoll, "maxevents", 64);
    row("more events than asked for", of({epoll}), "0 more_than_asked");
    row("a negative size", of({made(Call::recv, 1, 2, 0, -5)}), "0 negative_size");
    row("a negative descriptor accepted", of({made(Call::accept, 1, 2, -7)}), "0 below_minus_one");
    Event nowhere = made(Call::recv, 1, 2, 3, 9), closed = made(Call::close, 1, 2, 7), gone = made(Call::close, 3, 6, 0), beside = made(Call::accept, 3, 5, 4);
    nowhere.fd = -7;
    closed.fd = 4;
    gone.fd = 4;
    beside.fd = 3;
    row("read from a negative descriptor", of({nowhere}), "0 no_descriptor");
    row("closed more than once", of({closed}), "0 more_than_done");
    row("a number given twice", of({made(Call::socket, 1, 2, 3), made(Call::accept, 2, 3, 3)}), "1 given_twice 0");
    row("a number given again", of({made(Call::socket, 1, 2, 4), gone, made(Call::socket, 7, 8, 4)}), "");
    row("given again before close() has returned", of({made(Call::socket, 1, 2, 4), of_thread(beside, 1), gone}), "");
    row("failed with no error", of({[] {
            Event event = made(Call::bind, 1, 2, -1);
            event.error = 0;
            return event;
        }()}), "0 no_error");
    row("one after the other", of({made(Call::recv, 1, 5, 1, 9), made(Call::send, 5, 9, 1, 9)}), "");
    row("across", of({made(Call::recv, 1, 5, 1, 9), made(Call::send, 4, 9, 1, 9)}), "1 overlaps 0");
    row("one inside the other", of({made(Call::send, 2, 4, 1, 9), made(Call::recv, 1, 5, 1, 9)}), "1 overlaps 0");
    row("in flight beside it", of({made(Call::recv, 1, 5, 1, 9)}, {made(Call::send, 4, 0)}), "- overlaps 0");
    row("in a handler", of({made(Call::handler_begin, 3, 3), made(Call::recv, 4, 5, 1, 9), made(Call::send, 5, 6, 1, 9), made(Call::handler_end, 7, 7),
                            made(Call::nanosleep, 1, 9, -1)}), "");
    row("across in a handler", of({made(Call::handler_begin, 3, 3), made(Call::recv, 4, 6, 1, 9), made(Call::send, 5, 7, 1, 9), made(Call::handler_end, 8, 8)}),
        "2 overlaps 1");
    row("a handler whose end is not told", of({made(Call::handler_begin, 3, 3), made(Call::recv, 4, 5, 1, 9), made(Call::nanosleep, 1, 9, -1)}), "");
    row("polls in turn", of({polled(made(Call::accept, 1, 90, -1), 9), polled(made(Call::recv, 2, 91, -1), 9), made(Call::nanosleep, 10, 20)}), "");
    row("the library's threads are several", of({of_thread(made(Call::aio_return, 1, 5, 0), 1), of_thread(made(Call::aio_read, 4, 9, 0), 1)}), "");
    row("after its end", of({made(Call::thread_end, 5, 5), made(Call::recv, 6, 7, 1, 9)}), "1 after_its_end 0");
    row("a step after its end", of({made(Call::thread_end, 5, 5), made(Call::fd_set, 6, 6)}), "1 after_its_end 0");
    row("looked at after its end", of({made(Call::thread_end, 5, 5), made(Call::observed_state, 6, 6)}), "");
    row("more often than time has room for", of({polled(made(Call::recv, 10, 20, -1, 9), 12)}), "0 too_often");
    row("as often as it has", of({polled(made(Call::recv, 10, 20, -1, 9), 11)}), "");
    Trace lost = of({made(Call::recv, 1, 1'000'000, 1, 9)});
    lost.dropped = 1'000'000;
    row("some lost", lost, "");
    lost.dropped = uint64_t(1) << 63;
    row("more lost than there can have been", lost, "- too_many_lost");
}

void ContradictionsTest::found()
{
    QFETCH(Trace, trace);
    QFETCH(QString, what);
    QCOMPARE(text(calls::contradictions(trace)), what);
}

void ContradictionsTest::every_one_has_a_name()
{
    for (int what = 0; what < Contradiction::count_; ++what)
        QVERIFY(!calls::name(Contradiction::What(what)).empty());
}

ROOM_TEST(ContradictionsTest)
#include "contradictions_test.moc"
