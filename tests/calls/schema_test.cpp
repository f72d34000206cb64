// SPDX-License-Identifier: MIT
// The rows: what stands where in an event, and what readers are told of it.
#include "calls/readiness.h"
#include "calls/verbs.h"
#include "recording/builder.h"
#include "room.h"

#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <linux/io_uring.h>
#include <netinet/in.h>
#include <set>
#include <sys/ioctl.h>
#include <sys/socket.h>

using namespace calls;

class SchemaTest : public QObject {
    Q_OBJECT
private slots:
    void init() { QTest::failOnWarning(QRegularExpression(".*")); }
    void a_name_is_one_call();
    void what_is_written_is_read_back();
    void what_is_written_has_its_fields();
    void what_is_not_answered_yet();
    void transfers();
    void openings_and_closings();
    void waits();
    void settings();
    void in_vain();
    void a_field_looked_up_once();
    void operations_beside_the_program();
    void assignments();
    void what_is_seen_from_outside();
    void what_is_found();
};

namespace {

Event over(Call call, int result = 0, int error = 0)
{
    Event event;
    event.call = call;
    event.begin = 1;
    event.end = 2;
    event.result = result;
    event.error = uint8_t(error);
    return event;
}

Event with(Event event, std::initializer_list<std::pair<const char *, int64_t>> fields)
{
    for (const auto &[name, number] : fields)
        if (!set(event, name, number))
            qFatal("%s has no %s", row(event.call).name.data(), name);
    return event;
}

} // namespace

void SchemaTest::a_name_is_one_call()
{
    std::set<std::string_view> names;
    for (const Row &each : rows()) {
        QVERIFY2(names.insert(each.name).second && !each.name.empty(), each.name.data());
        QVERIFY(named(each.name) == each.call && &row(each.call) == &each);
    }
    QCOMPARE(names.size(), size_t(Call::count_));
    QCOMPARE(named("no such call"), Call::count_);
    QCOMPARE(row(Call::count_).name, std::string_view("?"));
}

void SchemaTest::what_is_written_is_read_back()
{
    for (const Row &each : rows()) {
        Event event = over(each.call);
        int64_t number = 1;
        for (const Field &field : each.all())
            if (field.when == When::always && field.slot != Slot::payload && field.slot != Slot::both_words)
                QVERIFY(set(event, field.name, ++number));
        number = 1;
        for (const Field &field : each.all())
            if (field.when == When::always && field.slot != Slot::payload && field.slot != Slot::both_words)
                QVERIFY2(value(event, field) == ++number, qPrintable(QString("%1: %2").arg(each.name.data(), field.name.data())));
        QVERIFY(!set(event, "no such field", 1));
    }
}

void SchemaTest::what_is_written_has_its_fields()
{
    for (const Row &each : rows())
        if (is_call(each.call))
            QVERIFY2(!each.written.empty(), each.name.data());
}

void SchemaTest::what_is_not_answered_yet()
{
    Event accepting = with(over(Call::accept, 5), {{"peer_port", 4711}});
    QCOMPARE(value(accepting, "peer_port"), std::optional<int64_t>(4711));
    accepting.end = 0;
    QCOMPARE(value(accepting, "peer_port"), std::optional<int64_t>());
    const Event failed = over(Call::accept, -1, EMFILE);
    QCOMPARE(value(failed, "peer_port"), std::optional<int64_t>());
    QVERIFY(out_of_descriptors(failed));
    Event adding = with(over(Call::epoll_ctl), {{"events", 1}});
    adding.end = 0; // what stands in words is not written down before the end
    QCOMPARE(value(adding, "events"), std::optional<int64_t>());
}

void SchemaTest::transfers()
{
    const auto received = as_transfer(with(over(Call::recvfrom, 5), {{"fd", 4}, {"length", 100}, {"flags", MSG_PEEK}, {"peer_port", 4711}}));
    QVERIFY(received && received->reads() && received->moved == 5 && received->peeks && !received->in_stream());
    QCOMPARE(received->told_port, uint16_t(4711));
    const auto sent = as_transfer(with(over(Call::sendto, -1, EAGAIN), {{"flags", MSG_OOB | MSG_DONTWAIT}}));
    QVERIFY(sent && sent->sends() && !sent->moved && sent->found_nothing() && sent->urgent && sent->never_waits);
    const auto read = as_transfer(with(over(Call::read, 0), {{"fd", 4}, {"length", 100}}));
    QVERIFY(read && read->empty() && read->in_stream());
    const auto completed = as_transfer(with(over(Call::cqe_seen, 3), {{"fd", 4}, {"operation", IORING_OP_SEND}}));
    QVERIFY(completed && completed->sends() && completed->beside);
    QVERIFY(!as_transfer(with(over(Call::cqe_seen, 3), {{"operation", IORING_OP_ACCEPT}})));
    QVERIFY(as_transfer(over(Call::aio_return, 3))->beside);
    QVERIFY(!as_transfer(over(Call::accept, 3)));
}

void SchemaTest::openings_and_closings()
{
    const auto socket = as_opening(with(over(Call::socket, 3), {{"type", SOCK_DGRAM | SOCK_NONBLOCK}}));
    QVERIFY(socket && socket->what == Opening::socket && socket->made == 3 && !socket->stream);
    const auto accepted = as_opening(with(over(Call::cqe_seen, 5), {{"fd", 3}, {"operation", IORING_OP_ACCEPT}, {"peer_port", 99}}));
    QVERIFY(accepted && accepted->what == Opening::connection && accepted->from == 3 && accepted->peer_port == 99);
    QCOMPARE(as_opening(over(Call::epoll_create1, 4))->what, Opening::epoll);
    QCOMPARE(as_opening(over(Call::io_uring_setup, 4))->what, Opening::ring);
    QVERIFY(!as_opening(over(Call::recv, 4)));
    const auto pipe = as_opening(with(over(Call::pipe), {{"reading", 5}, {"writing", 6}}));
    QVERIFY(pipe && pipe->what == Opening::pipe && pipe->made == 5 && pipe->other == 6);
    const auto pair = as_opening(with(over(Call::socketpair), {{"type", SOCK_STREAM}, {"one", 5}, {"other", 6}}));
    QVERIFY(pair && pair->what == Opening::pair && pair->stream && pair->made == 5 && pair->other == 6);
    const auto duplicate = as_opening(with(over(Call::dup2, 7), {{"fd", 4}, {"to", 7}}));
    QVERIFY(duplicate && duplicate->what == Opening::duplicate && duplicate->made == 7 && duplicate->from == 4);
    QCOMPARE(as_opening(with(over(Call::terminal_opened, 2), {{"fd", 2}, {"number", 9}}))->what, Opening::terminal);
    QCOMPARE(as_opening(over(Call::pipe, -1, EMFILE))->made, -1);

    QVERIFY(as_closing(over(Call::close, -1, EINTR))->done);
    QVERIFY(!as_closing(over(Call::close, -1, EBADF))->done);
    const auto half = as_closing(with(over(Call::shutdown), {{"fd", 4}, {"how", SHUT_WR}}));
    QVERIFY(half && half->writing && !half->reading && !half->descriptor && half->done);
    QVERIFY(as_closing(over(Call::shutdown, -1, ENOTCONN))->not_connected);
    QVERIFY(as_closing(over(Call::thread_end))->everything);

    const auto connect = as_naming(with(over(Call::connect, -1, EINPROGRESS), {{"port", 80}}));
    QVERIFY(connect && connect->connects && connect->under_way && !connect->done && connect->port == 80);
    QVERIFY(as_naming(with(over(Call::bind), {{"port", 80}}))->whose == Naming::own);
    QVERIFY(!as_naming(over(Call::accept, 4)) && !as_naming(over(Call::sendto, 4)));
}

void SchemaTest::waits()
{
    QCOMPARE(as_wait(with(over(Call::recv, 1), {{"fd", 4}}))->what, Wait::data);
    QCOMPARE(as_wait(over(Call::send, 1))->what, Wait::room);
    QCOMPARE(as_wait(over(Call::accept, 1))->what, Wait::connection);
    QCOMPARE(as_wait(over(Call::connect))->what, Wait::established);
    QCOMPARE(as_wait(over(Call::aio_suspend))->what, Wait::request);
    QCOMPARE(as_wait(with(over(Call::nanosleep), {{"duration_ns", 7}}))->timeout, std::optional<int64_t>(7));
    const auto epoll = as_wait(with(over(Call::epoll_wait), {{"epfd", 4}, {"timeout_ns", 0}}));
    QVERIFY(epoll && epoll->what == Wait::many && epoll->fd == 4 && epoll->only_asks());
    QVERIFY(!as_wait(with(over(Call::poll), {{"timeout_ns", -1}}))->timeout);
    QVERIFY(as_wait(with(over(Call::io_uring_enter), {{"min_complete", 0}}))->only_asks());
    QVERIFY(!as_wait(over(Call::close)));
}

void SchemaTest::settings()
{
    const auto on = as_setting(with(over(Call::ioctl), {{"fd", 4}, {"request", FIONBIO}, {"argument", 1}}));
    QVERIFY(on && on->what == Setting::status_flags && on->changes == O_NONBLOCK && on->value == O_NONBLOCK && on->done);
    QVERIFY(!as_setting(with(over(Call::ioctl), {{"fd", 4}, {"request", FIONREAD}})));
    QVERIFY(as_setting(with(over(Call::setsockopt), {{"level", SOL_SOCKET}, {"option", SO_LINGER}, {"value", 1}}))->is(SOL_SOCKET, SO_LINGER));
    QVERIFY(!as_setting(with(over(Call::setsockopt), {{"level", IPPROTO_TCP}, {"option", SO_LINGER}}))->is(SOL_SOCKET, SO_LINGER)); // TCP_CONGESTION
    QCOMPARE(as_setting(with(over(Call::setsockopt), {{"bytes", int64_t(5) << 32 | 1}, {"size", 8}}))->second, std::optional<int64_t>(5));
    QVERIFY(!as_setting(over(Call::setsockopt))->second);
    QVERIFY(!as_setting(over(Call::setsockopt, -1, EBADF))->done);
    Event asking = with(over(Call::setsockopt), {{"level", SOL_SOCKET}, {"option", SO_REUSEADDR}, {"value", 1}});
    asking.end = 0;
    QVERIFY(as_setting(asking)->names(SOL_SOCKET, SO_REUSEADDR) && !as_setting(asking)->is(SOL_SOCKET, SO_REUSEADDR)); // in flight
    const auto flags = as_setting(with(over(Call::fcntl), {{"fd", 3}, {"command", F_SETFL}, {"flags", O_NONBLOCK}}));
    QVERIFY(flags && flags->what == Setting::status_flags && flags->value == O_NONBLOCK);
    QCOMPARE(as_setting(with(over(Call::fcntl), {{"command", F_SETSIG}, {"signal", SIGRTMIN}}))->value, int64_t(SIGRTMIN));
    QCOMPARE(as_setting(with(over(Call::listen), {{"backlog", 5}}))->value, int64_t(5));
    const auto interest = as_setting(with(over(Call::epoll_ctl), {{"epfd", 4}, {"operation", 1}, {"fd", 5}, {"events", 1}}));
    QVERIFY(interest && interest->what == Setting::interest && interest->fd == 4 && interest->name == 5);
    QCOMPARE(as_setting(with(over(Call::pthread_sigmask), {{"how", SIG_BLOCK}, {"signals", 6}}))->what, Setting::mask);
    QCOMPARE(as_setting(with(over(Call::sigaction), {{"signal", SIGIO}, {"handler", 1}}))->what, Setting::disposition);
}

void SchemaTest::in_vain()
{
    QVERIFY(calls::in_vain(over(Call::recv, -1, EAGAIN)));
    QVERIFY(!calls::in_vain(over(Call::aio_suspend, -1, EAGAIN))); // its time was up
    QVERIFY(!calls::in_vain(over(Call::recv, 0)));
    QVERIFY(calls::in_vain(with(over(Call::select, 0), {{"timeout_ns", 0}})));
    QVERIFY(!calls::in_vain(with(over(Call::select, 0), {{"timeout_ns", 5}})));
    Event flying = over(Call::recv, -1, EAGAIN);
    flying.end = 0;
    QVERIFY(!calls::in_vain(flying));
}

void SchemaTest::a_field_looked_up_once()
{
    for (const char *name : {"length", "flags", "argument", "peer_port", "timeout_ns", "fd"}) {
        const NamedField field(name);
        for (const Row &each : rows())
            for (const int64_t end : {0, 2})
                for (const uint32_t flags : {uint32_t(F_SETFL), uint32_t(F_GETFL), uint32_t(F_SETOWN_EX)}) {
                    Event event = over(each.call, 7);
                    event.end = end;
                    event.fd = 3;
                    event.length = 5;
                    event.flags = flags;
                    event.words[1] = 11;
                    QCOMPARE(field.of(event), value(event, name));
                }
    }
}

void SchemaTest::operations_beside_the_program()
{
    const Event entry = with(over(Call::sqe_queued), {{"fd", 4}, {"operation", IORING_OP_RECV}, {"length", 10}, {"user_data", 7}});
    QVERIFY(as_operation(entry)->receives() && !as_operation(entry)->complete && as_submission(entry)->request == 7);
    const auto accepted = as_operation(with(over(Call::cqe_seen, 5), {{"fd", 3}, {"operation", IORING_OP_ACCEPT}}));
    QVERIFY(accepted && accepted->accepts() && accepted->complete && accepted->waits() && accepted->fd == 3);
    QVERIFY(!as_operation(with(over(Call::cqe_seen, 5), {{"operation", IORING_OP_SEND}}))->waits());
    QVERIFY(!as_operation(over(Call::io_uring_enter, 1)) && hands_in(over(Call::io_uring_enter, 1)) && !hands_in(entry));
    QVERIFY(!as_operation(over(Call::aio_return, 1)));

    const Event asked = with(over(Call::aio_read), {{"fd", 4}, {"length", 10}, {"offset", 2}, {"request", 3}});
    const auto submission = as_submission(asked);
    QVERIFY(submission && submission->way == Way::in && submission->taken && submission->offset == 2 && submission->request == 3);
    QVERIFY(as_submission(over(Call::aio_write))->way == Way::out && !as_submission(over(Call::aio_read, -1, EAGAIN))->taken);
    QVERIFY(!told_complete(asked));
    QCOMPARE(told_complete(with(over(Call::aio_error), {{"request", 3}})), std::optional<uint64_t>(3));
    QVERIFY(!told_complete(with(over(Call::aio_error, EINPROGRESS), {{"request", 3}})));
    QCOMPARE(told_complete(with(over(Call::aio_return, 5), {{"request", 3}})), std::optional<uint64_t>(3));
    QCOMPARE(told_complete(with(over(Call::handler_begin), {{"request", 3}})), std::optional<uint64_t>(3));
    QVERIFY(!told_complete(over(Call::handler_begin)));
    QCOMPARE(waits_for_requests(with(over(Call::aio_suspend), {{"requests", 2}})), std::optional<int64_t>(2));
    QVERIFY(!waits_for_requests(over(Call::recv)));
}

void SchemaTest::assignments()
{
    const auto added = as_assignment(with(over(Call::fd_set), {{"fd", 4}, {"set", 2}}));
    QVERIFY(added && added->what == Assignment::added && added->fd == 4 && added->variable == 2);
    QCOMPARE(as_assignment(over(Call::fd_zero))->what, Assignment::cleared);
    QCOMPARE(as_assignment(with(over(Call::set_assigned), {{"from", 1}}))->from, std::optional<uint16_t>(1));
    QVERIFY(!as_assignment(with(over(Call::set_assigned), {{"from", -1}}))->from);
    const auto slot = as_assignment(with(over(Call::table_assigned), {{"index", 3}, {"value", 4}}));
    QVERIFY(slot && slot->what == Assignment::slot && slot->index == 3 && slot->value == 4);
    recording::Builder builder;
    builder.lines("1 server client_FD[0..9] = -1");
    const Event every = builder.trace().events().front();
    QVERIFY(as_assignment(every)->what == Assignment::every_slot && as_assignment(every)->size == 10);
    QCOMPARE(as_assignment(with(over(Call::number_assigned), {{"value", 9}}))->value, int64_t(9));
    QVERIFY(!as_assignment(over(Call::fd_isset)) && !as_assignment(over(Call::recv)));
}

void SchemaTest::what_is_seen_from_outside()
{
    const auto ours = as_seen_thread(with(over(Call::observed_state, 'S'), {{"thread", 2}}));
    QVERIFY(ours && ours->thread == 2 && ours->tid == 0 && ours->asleep());
    const auto helper = as_seen_thread(with(over(Call::observed_task, 'R'), {{"tid", 77}, {"system_call", 0}, {"fd", 4}}));
    QVERIFY(helper && helper->thread == -1 && helper->tid == 77 && helper->fd == 4 && helper->system_call == 0 && !helper->asleep());
    QVERIFY(!as_seen_thread(over(Call::thread_begin)));
    const auto used = as_usage(with(over(Call::observed_cpu), {{"thread", 1}, {"cpu_ns", 500}, {"voluntary", 3}}));
    QVERIFY(used && used->thread == 1 && used->cpu == 500 && used->voluntary == 3);
    QVERIFY(as_usage(with(over(Call::thread_end), {{"cpu_ns", 500}}))->thread == -1 && !as_usage(over(Call::recv)));
    const auto seen = as_seen_socket(with(over(Call::observed_socket, 2), {{"receive_bytes", 5}, {"send_bytes", 6}, {"local_port", 80}}));
    QVERIFY(seen && seen->local_port == 80 && seen->receive_bytes == 5 && seen->send_bytes == 6 && seen->queue == 2 && !seen->dropped);
    QCOMPARE(as_seen_socket(with(over(Call::observed_drops, 9), {{"local_port", 80}}))->dropped, std::optional<int64_t>(9));
    QVERIFY(!as_seen_socket(with(over(Call::observed_socket), {{"local_port", 1 << 20}})) && !as_seen_socket(over(Call::accept, 4)));
}

void SchemaTest::what_is_found()
{
    recording::Builder builder;
    builder.lines(R"(
        1..2  server  select(5, readfds {3, 4}) = 1 {4}
        1..2  server  poll({4:POLLIN|POLLOUT}, 1) = 1 {4:POLLOUT|POLLERR}
    )");
    const trace::Trace trace = builder.trace();
    const Event &select = trace.events().at(0), &poll = trace.events().at(1);
    QVERIFY(asking(select) == Asking::sets && variable_passed(select, 0) == 0 && variable_passed(select, 1) == trace::select_flags::none);
    QCOMPARE(asked_about(trace, select).size(), size_t(2));
    QCOMPARE(found(trace, select).size(), size_t(1));
    QVERIFY(found_on(trace, select, 4).sides.reading && !found_on(trace, select, 3).sides.any() && !found_on(trace, select, 64).sides.any());
    QVERIFY(asking(poll) == Asking::array && asking(over(Call::epoll_wait)) == Asking::list && asking(over(Call::recv)) == Asking::nothing);
    QVERIFY(found_on(trace, poll, 4).broken && !found_on(trace, poll, 4).sides.writing && !found_on(trace, poll, 5).sides.any());
    QCOMPARE(asked_about(trace, poll).at(0).sides, (Sides{true, true, false}));
}

ROOM_TEST(SchemaTest)
#include "schema_test.moc"
