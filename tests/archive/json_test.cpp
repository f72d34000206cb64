// SPDX-License-Identifier: MIT
// The JSON of every kind of event, as documented in archive/json.h.
#include "archive/json.h"
#include "recording.h"
#include "room.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <fcntl.h>
#include <poll.h>
#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <netinet/in.h>
#include <set>
#include <linux/io_uring.h>
#include <sys/epoll.h>
#include <sys/socket.h>

using recording::call;
using trace::select_flags::passed;
using trace::Call;
using trace::Event;
using trace::Trace;
namespace flags = trace::select_flags;

class JsonTest : public QObject {
    Q_OBJECT
private slots:
    void init();
    void a_whole_line();
    void a_failed_poll();
    void in_flight();
    void nothing_there();
    void arguments_data();
    void arguments();
    void every_call_has_a_row();
    void results_data();
    void results();
    void damaged_events_do_no_harm();
    void any_text_is_json_data();
    void any_text_is_json();
    void numbers_are_whole();
};

Q_DECLARE_METATYPE(trace::Event)

namespace {

QByteArray line(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

Event with(Event event, uint64_t first, uint64_t second = 0)
{
    event = recording::words(event, first, second);
    event.begin = 1;
    event.end = 2;
    return event;
}

Event data(Event event, const QByteArray &bytes)
{
    event = with(event, 0);
    std::memcpy(event.words, bytes.constData(), size_t(qMin(bytes.size(), qsizetype(sizeof event.words))));
    return event;
}

} // namespace

void JsonTest::init()
{
    QTest::failOnWarning(QRegularExpression(".*"));
}

void JsonTest::a_whole_line()
{
    const Trace trace = recording::everything();
    QCOMPARE(line(archive::event_json(trace, 12)),
             QByteArray("{\"args\":{\"exceptfds\":null,\"nfds\":4,\"readfds\":[3],\"readfds_after\":[3],\"timeout_ns\":null,"
                        "\"writefds\":null},\"begin_ns\":5000001024000,\"call\":\"select\",\"count\":1,"
                        "\"end_ns\":5000001025500,\"errno\":null,\"result\":1,\"seq\":12,\"source\":\"select.cpp:22\","
                        "\"thread\":\"server\",\"tid\":4711}"));
}

void JsonTest::a_failed_poll()
{
    const Trace trace = recording::everything();
    const auto failed = std::ranges::find_if(trace.events(), [](const trace::Event &event) {
        return event.call == Call::recv && event.error == EAGAIN;
    });
    const QJsonObject object = archive::event_json(trace, size_t(failed - trace.events().begin()));
    QCOMPARE(object["call"], QJsonValue("recv"));
    QCOMPARE(object["result"], QJsonValue(-1));
    QCOMPARE(object["errno"], QJsonValue("EAGAIN"));
    QCOMPARE(object["count"], QJsonValue(1'279'629));
    QCOMPARE(object["args"]["data"], QJsonValue(QJsonValue::Null));
    QCOMPARE(object["args"]["flags"], QJsonValue("MSG_DONTWAIT"));
}

void JsonTest::in_flight()
{
    const Trace trace = recording::everything();
    QCOMPARE(line(archive::in_flight_json(trace, 0)),
             QByteArray("{\"args\":{\"data\":null,\"fd\":5,\"flags\":\"0\",\"length\":1024},\"begin_ns\":")
                 + QByteArray::number(qint64(trace.in_flight()[0].begin))
                 + QByteArray(",\"call\":\"recv\",\"count\":1,\"end_ns\":null,\"errno\":null,\"result\":null,\"seq\":null,"
                        "\"source\":null,\"thread\":\"server\",\"tid\":4711}"));
    const QJsonObject polled = archive::in_flight_json(trace, 1); // may still be repeated
    QCOMPARE(polled["errno"], QJsonValue("EAGAIN"));
    QCOMPARE(polled["count"], QJsonValue(17));
    QCOMPARE(polled["end_ns"].toInteger() - polled["begin_ns"].toInteger(), 50);
    const QJsonObject selecting = archive::in_flight_json(trace, 2)["args"].toObject();
    QCOMPARE(selecting["readfds"], QJsonValue(QJsonArray({3, 68, 69})));
    QCOMPARE(selecting["readfds_after"], QJsonValue(QJsonValue::Null));
}

void JsonTest::nothing_there()
{
    const Trace trace = recording::everything();
    QVERIFY(archive::event_json(trace, trace.events().size()).isEmpty());
    QVERIFY(archive::in_flight_json(trace, trace.in_flight().size()).isEmpty());
}

void JsonTest::arguments_data()
{
    QTest::addColumn<Event>("event");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("arguments");
    const auto row = [](const char *title, const Event &event, const char *name, const QByteArray &arguments) {
        QTest::newRow(title) << event << QString(name) << arguments;
    };
    row("socket", call(Call::socket, -1, 0, SOCK_STREAM, 3), "socket", R"({"type":"SOCK_STREAM"})");
    row("socket with its domain", call(Call::socket, -1, AF_INET, SOCK_DGRAM | SOCK_NONBLOCK, 3), "socket",
        R"({"domain":"AF_INET","type":"SOCK_DGRAM|SOCK_NONBLOCK"})");
    row("setsockopt", call(Call::setsockopt, 3, 1, SOL_SOCKET << 16 | SO_REUSEADDR), "setsockopt", R"({"bytes":null,"fd":3,"level":"SOL_SOCKET","option":"SO_REUSEADDR","size":null,"value":1})");
    row("another option", with(call(Call::setsockopt, 3, 1, IPPROTO_TCP << 16 | 9999), 1, 4), "setsockopt",
        R"({"bytes":"0x1","fd":3,"level":"IPPROTO_TCP","option":"9999","size":4,"value":1})");
    row("bind", call(Call::bind, 3, 8080), "bind", R"({"fd":3,"port":8080})");
    row("listen", call(Call::listen, 3, 128), "listen", R"({"backlog":128,"fd":3})");
    row("getsockname", with(call(Call::getsockname, 3, 40001), 0), "getsockname", R"({"fd":3,"port":40001})");
    row("fcntl, asking", with(call(Call::fcntl, 3, 0, F_GETFL, O_RDWR | O_NONBLOCK), 0), "fcntl",
        R"({"command":"F_GETFL","fd":3,"flags":"O_RDWR|O_NONBLOCK"})");
    row("fcntl, setting", with(call(Call::fcntl, 3, O_RDWR | O_ASYNC, F_SETFL), 0), "fcntl",
        R"({"command":"F_SETFL","fd":3,"flags":"O_RDWR|O_ASYNC"})");
    row("fcntl, another command", with(call(Call::fcntl, 3, 1, 77), 0), "fcntl", R"({"argument":1,"command":"77","fd":3})");
    row("getsockname fails", with(call(Call::getsockname, 3, 0, 0, -1, EBADF), 0), "getsockname", R"({"fd":3,"port":null})");
    row("connect", call(Call::connect, 3, 40001), "connect", R"({"fd":3,"port":40001})");
    row("accept", with(call(Call::accept, 3, 50312, 0, 4), 0), "accept", R"({"fd":3,"peer_port":50312})");
    row("accept fails", with(call(Call::accept, 3, 0, 0, -1, EMFILE), 0), "accept", R"({"fd":3,"peer_port":null})");
    row("select", with(call(Call::select, 5, -1, passed(recording::readfds), 1), 0x18, 0x10), "select",
        R"({"exceptfds":null,"nfds":5,"readfds":[3,4],"readfds_after":[4],"timeout_ns":null,"writefds":null})");
    row("select on another variable", with(call(Call::select, 4, 1'500'000, passed(recording::rset), 0), 0x8, 0), "select",
        R"({"exceptfds":null,"nfds":4,"readfds":[3],"readfds_after":[],"timeout_ns":1500000,"variables":{"readfds":"rset"},"writefds":null})");
    row("select on an unnamed set", with(call(Call::select, 4, 0, passed(flags::none, trace::unnamed_variable), 1), 0x8, 0x8), "select",
        R"({"exceptfds":null,"nfds":4,"readfds":null,"timeout_ns":0,"writefds":[3],"writefds_after":[3]})");
    row("select fails", with(call(Call::select, 5, -1, passed(recording::readfds), -1, EBADF), 0x18, 0), "select",
        R"({"exceptfds":null,"nfds":5,"readfds":[3,4],"readfds_after":null,"timeout_ns":null,"writefds":null})");
    row("select on two sets", with(call(Call::select, 6, 0, passed(recording::readfds, recording::rset) | trace::payload_elsewhere, 2), 4, 4),
        "select",
        R"({"exceptfds":null,"nfds":6,"readfds":[3],"readfds_after":[3],"timeout_ns":0,"variables":{"writefds":"rset"},"writefds":[4,5],"writefds_after":[5]})");
    row("select on many", with(call(Call::select, 128, -1, passed(recording::readfds) | trace::payload_elsewhere, 1), 0, 4), "select",
        R"({"exceptfds":null,"nfds":128,"readfds":[3,4,127],"readfds_after":[4],"timeout_ns":null,"writefds":null})");
    row("select, some time is left", with(call(Call::select, 4, 2'000'000'000, passed(recording::readfds) | trace::payload_elsewhere, 1), 8, 4),
        "select",
        R"({"exceptfds":null,"nfds":4,"readfds":[3],"readfds_after":[3],"timeout_left_ns":1250000000,"timeout_ns":2000000000,"writefds":null})");
    row("select, bits at and above nfds", with(call(Call::select, 4, -1, passed(recording::readfds), 1), 0x18, 0x18), "select",
        R"({"exceptfds":null,"nfds":4,"readfds":[3],"readfds_after":[3],"timeout_ns":null,"writefds":null})");
    row("poll", call(Call::poll, 2, -1, 0, 1), "poll", R"({"fds":null,"nfds":2,"timeout_ns":null,"variable":"readfds"})");
    row("poll on one", with(call(Call::poll, 1, 5'000'000, 0, 1), trace::word_of({3, POLLIN, 0}), trace::word_of({3, POLLIN, POLLIN | POLLHUP})), "poll",
        R"({"fds":[{"events":"POLLIN","fd":3,"revents":"POLLIN|POLLHUP"}],"nfds":1,"timeout_ns":5000000,"variable":"readfds"})");
    row("epoll_create1", call(Call::epoll_create1, -1, 0, 0, 4), "epoll_create1", R"({"flags":0})");
    row("epoll_ctl", with(call(Call::epoll_ctl, 4, 3, EPOLL_CTL_ADD), EPOLLIN | EPOLLET, 0), "epoll_ctl",
        R"({"epfd":4,"events":"EPOLLIN|EPOLLET","fd":3,"operation":"EPOLL_CTL_ADD"})");
    row("epoll_wait", with(call(Call::epoll_wait, 4, -1, 64, 2), trace::word_of({3, 0, EPOLLIN}), trace::word_of({5, 0, EPOLLIN | EPOLLHUP})),
        "epoll_wait",
        R"({"epfd":4,"events":[{"events":"EPOLLIN","fd":3},{"events":"EPOLLIN|EPOLLHUP","fd":5}],"maxevents":64,"timeout_ns":null})");
    row("epoll_wait interrupted", call(Call::epoll_wait, 4, 5'000'000, 64, -1, EINTR), "epoll_wait",
        R"({"epfd":4,"events":null,"maxevents":64,"timeout_ns":5000000})");
    row("io_uring_setup", with(call(Call::io_uring_setup, -1, 64, 0, 4), 64, 128), "io_uring_setup",
        R"({"completion_entries":128,"entries":64,"flags":"0x0","submission_entries":64})");
    row("io_uring_enter", call(Call::io_uring_enter, 4, 1, 2, 2), "io_uring_enter", R"({"fd":4,"min_complete":1,"to_submit":2})");
    row("an entry queued", with(call(Call::sqe_queued, 5, 4096, IORING_OP_RECV), 0x1b05), "sqe_queued",
        R"({"fd":5,"length":4096,"operation":"IORING_OP_RECV","user_data":"0x1b05"})");
    row("a completion", with(call(Call::cqe_seen, 3, 50312, IORING_OP_ACCEPT, 5), 0), "cqe_seen",
        R"({"fd":3,"flags":"0x0","operation":"IORING_OP_ACCEPT","peer_port":50312,"res":5})");
    row("a failed completion", with(call(Call::cqe_seen, 5, 0, IORING_OP_RECV, -1, ECONNRESET), 0), "cqe_seen",
        R"({"data":null,"fd":5,"flags":"0x0","operation":"IORING_OP_RECV","res":-104})");
    row("recv", data(call(Call::recv, 4, 1024, 0, 3), "abc"), "recv", R"({"data":"abc","fd":4,"flags":"0","length":1024})");
    row("recv at the end", data(call(Call::recv, 4, 1024, 0, 0), ""), "recv", R"({"data":"","fd":4,"flags":"0","length":1024})");
    row("send", data(call(Call::send, 4, 11, MSG_NOSIGNAL | MSG_DONTWAIT, 11), QByteArray("a\\\"\n\r\t\0\x7fé", 11)), "send",
        R"({"data":"a\\\\\"\\n\\r\\t\\x00\\x7f\\xc3\\xa9\\x00","fd":4,"flags":"MSG_DONTWAIT|MSG_NOSIGNAL","length":11})");
    row("send unknown flags", data(call(Call::send, 4, 1, 0x1400, 1), "a"), "send", R"({"data":"a","fd":4,"flags":"0x1400","length":1})");
    row("recvfrom", with(call(Call::recvfrom, 4, 1024, 0, 3), 0x636261, 50312), "recvfrom",
        R"({"data":"abc","fd":4,"flags":"0","length":1024,"peer_port":50312})");
    row("sendto", with(call(Call::sendto, 4, 9, 0, 9), 0x6867666564636261, 50312), "sendto",
        R"({"data":"abcdefgh","fd":4,"flags":"0","length":9,"peer_port":50312})");
    row("only the first 16 bytes", data(call(Call::read, 4, 100, 0, 20), "0123456789abcdefghij"), "read",
        R"({"data":"0123456789abcdef","fd":4,"length":100})");
    row("write", data(call(Call::write, 1, 2, 0, 2), "ab"), "write", R"({"data":"ab","fd":1,"length":2})");
    row("shutdown", call(Call::shutdown, 4, 0, SHUT_WR), "shutdown", R"({"fd":4,"how":"SHUT_WR"})");
    row("close", call(Call::close, 4), "close", R"({"fd":4})");
    row("fcntl, the owner of signals", with(call(Call::fcntl, 3, 4711, F_SETOWN_EX), F_OWNER_TID), "fcntl",
        R"({"argument":4711,"command":"F_SETOWN_EX","fd":3,"owner":"F_OWNER_TID"})");
    row("fcntl, which signal", with(call(Call::fcntl, 3, SIGRTMIN + 1, F_SETSIG), 0), "fcntl",
        R"({"command":"F_SETSIG","fd":3,"signal":"SIGRTMIN+1"})");
    row("sigaction", with(call(Call::sigaction, -1, SIGIO), SA_SIGINFO | SA_RESTART, 1), "sigaction",
        R"({"flags":"SA_SIGINFO|SA_RESTART","handler":"handler","signal":"SIGIO"})");
    row("pthread_sigmask", with(call(Call::pthread_sigmask, -1, (1 << (SIGIO - 1)) | (1 << (SIGUSR1 - 1)), SIG_BLOCK), 0), "pthread_sigmask",
        R"({"before":"0","how":"SIG_BLOCK","signals":"SIGUSR1|SIGIO"})");
    row("a queued signal", with(call(Call::handler_begin, 4, SIGRTMIN, POLL_OUT), 0x304), "handler_begin",
        R"({"band":"POLLOUT|POLLWRNORM|POLLWRBAND","code":"POLL_OUT","fd":4,"signal":"SIGRTMIN"})");
    row("a program that is killed", with(call(Call::killed, -1, SIGINT, SI_KERNEL), 4711), "killed", R"({"by":4711,"code":"SI_KERNEL","signal":"SIGINT"})");
    row("a thread is started", with(call(Call::pthread_create, -1), 0x7f1234), "pthread_create", R"({"thread":"0x7f1234"})");
    row("plain SIGIO", with(call(Call::handler_begin, -1, SIGIO, SI_KERNEL), 0), "handler_begin",
        R"({"code":"SI_KERNEL","fd":null,"signal":"SIGIO"})");
    row("a value with it", with(call(Call::handler_begin, -1, SIGRTMIN, SI_ASYNCIO), 7), "handler_begin",
        R"({"code":"SI_ASYNCIO","fd":null,"signal":"SIGRTMIN","value":"0x7"})");
    row("handler left", call(Call::handler_end, -1, SIGIO), "handler_end", R"({"signal":"SIGIO"})");
    row("nanosleep", call(Call::nanosleep, -1, 1'000'000), "nanosleep", R"({"duration_ns":1000000})");
    row("FD_ZERO", call(Call::fd_zero, -1, 0, recording::allset), "FD_ZERO", R"({"set":"allset"})");
    row("FD_SET", call(Call::fd_set, 4, 0, recording::allset), "FD_SET", R"({"fd":4,"set":"allset"})");
    row("FD_CLR", call(Call::fd_clr, 4, 0, recording::allset), "FD_CLR", R"({"fd":4,"set":"allset"})");
    row("FD_ISSET", call(Call::fd_isset, 4, 0, recording::readfds, 1), "FD_ISSET", R"({"fd":4,"set":"readfds"})");
    row("set", call(Call::set_assigned, recording::allset, 0, recording::readfds), "readfds", R"({"from":"allset"})");
    row("slot", call(Call::table_assigned, 0, 4, recording::client_FD), "client_FD", R"({"index":0,"value":4})");
    row("every slot", call(Call::table_assigned, -1, -1, recording::client_FD), "client_FD", R"({"index":null,"value":-1})");
    row("number", call(Call::number_assigned, -1, 4, recording::maxfd), "maxfd", R"({"value":4})");
    row("aio_read", with(call(Call::aio_read, 4, 4096, SIGEV_THREAD), 0, 7), "aio_read",
        R"({"fd":4,"length":4096,"notify":"SIGEV_THREAD","offset":0,"request":7})");
    row("aio_read in flight", call(Call::aio_read, 4, 4096, SIGEV_NONE), "aio_read",
        R"({"fd":4,"length":4096,"notify":"SIGEV_NONE","offset":null,"request":null})");
    row("aio_write", with(call(Call::aio_write, 4, 3, SIGEV_SIGNAL), 5, 8), "aio_write",
        R"({"fd":4,"length":3,"notify":"SIGEV_SIGNAL","offset":5,"request":8})");
    row("aio_error, under way", with(call(Call::aio_error, 4, 0, 0, EINPROGRESS), 0, 7), "aio_error",
        R"({"fd":4,"request":7,"status":"EINPROGRESS"})");
    row("aio_error, complete", with(call(Call::aio_error, 4, 0, 0, 0), 0, 7), "aio_error", R"({"fd":4,"request":7,"status":null})");
    row("aio_return", with(call(Call::aio_return, 4, 0, 0, 3), 0x0a6261, 7), "aio_return", R"({"data":"ab\\n","fd":4,"request":7})");
    row("aio_return, failed", with(call(Call::aio_return, 4, 0, 0, -1, ECONNRESET), 0, 7), "aio_return",
        R"({"data":null,"fd":4,"request":7})");
    row("aio_suspend", with(call(Call::aio_suspend, 2, 250'000'000), 0), "aio_suspend", R"({"requests":2,"timeout_ns":250000000})");
    row("aio_suspend for ever", with(call(Call::aio_suspend, 2, -1), 0), "aio_suspend", R"({"requests":2,"timeout_ns":null})");
    row("aio_cancel", with(call(Call::aio_cancel, 4, 0, 0, 1), 0, 7), "aio_cancel", R"({"fd":4,"request":7})");
    row("a library's thread", with(call(Call::observed_task, 4713, 0, 0, 'S'), 4), "observed_task",
        R"({"fd":4,"state":"S","system_call":0,"tid":4713})");
    row("a library's thread, idle", with(call(Call::observed_task, 4713, 202, 0, 'S'), UINT64_MAX), "observed_task",
        R"({"fd":null,"state":"S","system_call":202,"tid":4713})");
    row("a library's thread, running", with(call(Call::observed_task, 4713, -1, 0, 'R'), UINT64_MAX), "observed_task",
        R"({"fd":null,"state":"R","system_call":null,"tid":4713})");
    row("thread begins", call(Call::thread_begin, -1, 4711), "thread_begin", R"({"tid":4711})");
    row("planned", call(Call::planned, -1, 5'000'001'000'000), "planned", R"({"for_ns":5000001000000})");
    row("events lost", call(Call::lost, -1, 1234), "lost", R"({"events":1234})");
    row("thread ends", with(call(Call::thread_end, -1, 125'000), 12, 1), "thread_end",
        R"({"cpu_ns":125000,"involuntary":1,"voluntary":12})");
    row("held", call(Call::held, -1, 0, int(Call::select)), "held", R"({"before":"select"})");
    row("held before a step", call(Call::held, -1, 0, int(Call::table_assigned)), "held", R"({"before":"table_assigned"})");
    row("state", call(Call::observed_state, 1, 0, 0, 'S'), "observed_state", R"({"state":"S","thread":"client 1"})");
    row("socket's queues", with(call(Call::observed_socket, 5, 7, 0, 2), 40001, 50312), "observed_socket",
        R"({"accept_queue":2,"local_port":40001,"peer_port":50312,"receive_bytes":5,"send_bytes":7})");
    row("datagrams dropped", with(call(Call::observed_drops, -1, 0, 0, 4), 40001, 0), "observed_drops",
        R"({"dropped":4,"local_port":40001,"peer_port":0})");
    row("CPU time", with(call(Call::observed_cpu, 0, 125'000), 12, 1), "observed_cpu",
        R"({"cpu_ns":125000,"involuntary":1,"thread":"server","voluntary":12})");
}

void JsonTest::arguments()
{
    QFETCH(Event, event);
    QFETCH(QString, name);
    QFETCH(QByteArray, arguments);
    const Trace trace = recording::everything();
    QCOMPARE(QString::fromUtf8(archive::call_name(trace, event)), name);
    QCOMPARE(line(archive::arguments(trace, event)), arguments);
}

void JsonTest::every_call_has_a_row()
{
    const Trace trace = recording::everything();
    std::set<Call> seen;
    for (size_t i = 0; i < trace.events().size(); ++i) {
        seen.insert(trace.events()[i].call);
        QVERIFY2(!archive::event_json(trace, i)["args"].toObject().isEmpty(), qPrintable(QString::number(i)));
    }
    QCOMPARE(seen.size(), size_t(Call::count_));
}

void JsonTest::results_data()
{
    QTest::addColumn<Event>("event");
    QTest::addColumn<QJsonValue>("result");
    QTest::addColumn<QJsonValue>("error");
    const QJsonValue null(QJsonValue::Null);
    QTest::newRow("descriptor") << with(call(Call::accept, 3, 0, 0, 4), 0) << QJsonValue(4) << null;
    QTest::newRow("failed") << with(call(Call::bind, 3, 80, 0, -1, EADDRINUSE), 0) << QJsonValue(-1) << QJsonValue("EADDRINUSE");
    QTest::newRow("no such errno") << with(call(Call::bind, 3, 80, 0, -1, 250), 0) << QJsonValue(-1) << QJsonValue("250");
    QTest::newRow("not yet") << call(Call::accept, 3) << null << null;
    QTest::newRow("bit") << with(call(Call::fd_isset, 3, 0, 0, 1), 0) << QJsonValue(1) << null;
    QTest::newRow("returns nothing") << with(call(Call::fd_set, 3), 0) << null << null;
    QTest::newRow("observed") << with(call(Call::observed_state, 0, 0, 0, 'S'), 0) << null << null;
}

void JsonTest::results()
{
    QFETCH(Event, event);
    QFETCH(QJsonValue, result);
    QFETCH(QJsonValue, error);
    Trace trace = recording::everything();
    trace.append({.in_flight = {event}, .in_flight_changed = true});
    const QJsonObject object = archive::in_flight_json(trace, 0);
    QCOMPARE(object["result"], result);
    QCOMPARE(object["errno"], error);
}

// Fields that contradict each other, of any call: something is printed that is JSON again.
void JsonTest::damaged_events_do_no_harm()
{
    for (uint8_t number = 0; number < uint8_t(Call::count_); ++number)
        for (int64_t value : {int64_t(0), int64_t(-1), int64_t(65), int64_t(INT32_MAX), INT64_MIN, INT64_MAX})
            for (uint32_t given : {0u, 0x0fffu, 0xffffu, 0x1fffu, 0x80000fffu, UINT32_MAX}) {
                Event damaged = call(Call(number), int(value), value, given, int(value), int(value & 255));
                damaged.begin = 1;
                damaged.end = 2;
                damaged.thread = uint16_t(value);
                damaged.file = uint16_t(value);
                damaged.line = 1;
                damaged.words[0] = damaged.words[1] = uint64_t(value);
                Trace trace = recording::everything();
                trace::Batch batch;
                batch.in_flight = {damaged};
                batch.in_flight_changed = true;
                trace.append(std::move(batch));
                QJsonParseError error;
                QVERIFY(!QJsonDocument::fromJson(line(archive::in_flight_json(trace, 0)), &error).isNull());
                QCOMPARE(error.error, QJsonParseError::NoError);
            }
}

void JsonTest::any_text_is_json_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("read");
    QTest::newRow("quotation marks") << QByteArray("a\"b\\c") << QString("a\"b\\c");
    QTest::newRow("control characters") << QByteArray("\0\x01\n\r\t\x1b\x1f\x7f", 8) << QString::fromLatin1("\0\x01\n\r\t\x1b\x1f\x7f", 8);
    QTest::newRow("Vietnamese") << QByteArray("tiến trình ấy") << QString::fromUtf8("tiến trình ấy");
    QTest::newRow("no UTF-8") << QByteArray("a\xff\xc0z") << QString::fromUtf8("a\ufffd\ufffdz");
}

void JsonTest::any_text_is_json()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, read);
    archive::JsonText json;
    json.begin_array();
    json.text(bytes.toStdString());
    json.text("after");
    json.end_array();
    QJsonParseError error;
    const QByteArray written = QByteArray::fromStdString(json.written());
    const QJsonArray array = QJsonDocument::fromJson(written, &error).array();
    QVERIFY2(error.error == QJsonParseError::NoError, written.constData());
    QCOMPARE(array, QJsonArray({read, "after"}));
    QVERIFY(std::ranges::none_of(written, [](char byte) { return (byte >= 0 && byte < 0x20) || byte == 0x7f; }));
}

void JsonTest::numbers_are_whole()
{
    archive::JsonText json;
    json.begin_array();
    json.number(INT64_MIN);
    json.counter(UINT64_MAX);
    for (const int64_t ns : {int64_t(0), int64_t(7), int64_t(1'234'567), int64_t(-1), int64_t(INT64_MIN)})
        json.thousandths(ns);
    json.end_array();
    QCOMPARE(json.written(), std::string("[-9223372036854775808,18446744073709551615,0.000,0.007,1234.567,-0.001,-9223372036854775.808]"));
}

ROOM_TEST(JsonTest)
#include "json_test.moc"
