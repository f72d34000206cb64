// SPDX-License-Identifier: MIT
// Each traced call, made with arguments that all differ, is read back field by field by its row. A row without a line here fails.
#include "calls/schema.h"
#include "posix/context.h"
#include "posix/killed.h"
#include "posix/traced.h"
#include "posix/traced_aio.h"
#include "posix/traced_epoll.h"
#include "posix/traced_signal.h"
#include "posix/traced_terminal.h"
#include "posix/traced_thread.h"
#include "posix/traced_uring.h"
#include "room.h"
#include "trace/recorder.h"

#include <QRegularExpression>

#include <algorithm>
#include <arpa/inet.h>
#include <cerrno>
#include <fcntl.h>
#include <netinet/tcp.h>
#include <linux/io_uring.h>
#include <poll.h>
#include <pty.h>
#include <set>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <termios.h>
#include <thread>
#include <unistd.h>

using calls::Call;
using trace::Event;

namespace {

struct Expected {
    Call call;
    std::vector<std::pair<const char *, int64_t>> fields;
};

sockaddr_in loopback(int port)
{
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(uint16_t(port));
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    return address;
}

int port_of(int fd)
{
    sockaddr_in own{};
    socklen_t size = sizeof own;
    ::getsockname(fd, reinterpret_cast<sockaddr *>(&own), &size);
    return ntohs(own.sin_port);
}

// What is expected, in the order of the calls: filled in as they are made.
std::vector<Expected> s_expected;

void expect(Call call, std::vector<std::pair<const char *, int64_t>> fields)
{
    s_expected.push_back({call, std::move(fields)});
}

// Numbers the requests; nobody is started for one here.
class Alone final : public posix::Company {
public:
    const posix::Context &enter() override { return posix::context(); }
    const posix::Context &enter_worker() override { return posix::context(); }
    void leave(const posix::Context &) noexcept override {}
};

void on_signal(int, siginfo_t *, void *) {}

void streams(char (&buffer)[64])
{
    const int listener = traced::socket(AF_INET, SOCK_STREAM, 0);
    expect(Call::socket, {{"domain", AF_INET}, {"type", SOCK_STREAM}, {"result", listener}});
    const linger five{1, 5};
    traced::setsockopt(listener, SOL_SOCKET, SO_LINGER, &five, sizeof five);
    expect(Call::setsockopt, {{"fd", listener}, {"level", SOL_SOCKET}, {"option", SO_LINGER}, {"value", 1}, {"size", sizeof five}});
    sockaddr_in any = loopback(0);
    traced::bind(listener, reinterpret_cast<sockaddr *>(&any), sizeof any);
    expect(Call::bind, {{"fd", listener}, {"port", 0}});
    traced::listen(listener, 17);
    expect(Call::listen, {{"fd", listener}, {"backlog", 17}});
    const int port = port_of(listener);
    socklen_t size = sizeof any;
    traced::getsockname(listener, reinterpret_cast<sockaddr *>(&any), &size);
    expect(Call::getsockname, {{"fd", listener}, {"port", port}});
    const int client = traced::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    expect(Call::socket, {{"domain", AF_INET}, {"type", SOCK_STREAM | SOCK_CLOEXEC}, {"result", client}});
    const sockaddr_in there = loopback(port);
    traced::connect(client, reinterpret_cast<const sockaddr *>(&there), sizeof there);
    expect(Call::connect, {{"fd", client}, {"port", port}});
    sockaddr_in peer{};
    size = sizeof peer;
    const int connection = traced::accept(listener, reinterpret_cast<sockaddr *>(&peer), &size);
    expect(Call::accept, {{"fd", listener}, {"peer_port", port_of(client)}, {"result", connection}});
    traced::send(client, "hello", 5, MSG_NOSIGNAL);
    expect(Call::send, {{"fd", client}, {"length", 5}, {"flags", MSG_NOSIGNAL}, {"result", 5}});
    traced::recv(connection, buffer, 33, MSG_PEEK | MSG_DONTWAIT);
    expect(Call::recv, {{"fd", connection}, {"length", 33}, {"flags", MSG_PEEK | MSG_DONTWAIT}, {"result", 5}});

    traced::fd_set readfds("readfds"), writefds("writefds");
    traced::FD_ZERO(&writefds);
    expect(Call::fd_zero, {{"set", 1}});
    traced::FD_ZERO(&readfds);
    expect(Call::fd_zero, {{"set", 0}});
    traced::FD_SET(connection, &writefds);
    expect(Call::fd_set, {{"fd", connection}, {"set", 1}});
    traced::FD_SET(connection, &readfds);
    expect(Call::fd_set, {{"fd", connection}, {"set", 0}});
    timeval timeout{3, 7};
    traced::select(connection + 1, &readfds, &writefds, nullptr, &timeout);
    expect(Call::select, {{"nfds", connection + 1}, {"timeout_ns", 3'000'007'000}, {"result", 2}});
    traced::FD_ISSET(connection, &readfds);
    expect(Call::fd_isset, {{"fd", connection}, {"set", 0}, {"result", 1}});
    traced::FD_CLR(connection, &writefds);
    expect(Call::fd_clr, {{"fd", connection}, {"set", 1}});
    readfds = writefds;
    expect(Call::set_assigned, {{"from", 1}});
    traced::table<3> table("client_FD", -1);
    expect(Call::table_assigned, {{"index", -1}, {"value", -1}});
    table[2] = connection;
    expect(Call::table_assigned, {{"index", 2}, {"value", connection}});
    traced::number highest("maxfd");
    highest = connection;
    expect(Call::number_assigned, {{"value", connection}});

    int kept = 0;
    socklen_t room = sizeof kept;
    traced::getsockopt(connection, IPPROTO_TCP, TCP_MAXSEG, &kept, &room);
    expect(Call::getsockopt, {{"fd", connection}, {"level", IPPROTO_TCP}, {"option", TCP_MAXSEG}, {"value", kept}, {"bytes", kept}, {"size", sizeof kept}});
    size = sizeof peer;
    traced::getpeername(connection, reinterpret_cast<sockaddr *>(&peer), &size);
    expect(Call::getpeername, {{"fd", connection}, {"port", port_of(client)}});
    int waiting = 0;
    traced::ioctl(connection, FIONREAD, &waiting);
    expect(Call::ioctl, {{"fd", connection}, {"request", FIONREAD}, {"value", 5}});
    int on = 7;
    traced::ioctl(connection, FIONBIO, &on);
    expect(Call::ioctl, {{"fd", connection}, {"request", FIONBIO}, {"argument", 7}});
    const int second = traced::dup(connection);
    expect(Call::dup, {{"fd", connection}, {"result", second}});
    traced::dup2(client, second);
    expect(Call::dup2, {{"fd", client}, {"to", second}, {"result", second}});
    const int another = ::socket(AF_INET, SOCK_STREAM, 0);
    ::connect(another, reinterpret_cast<const sockaddr *>(&there), sizeof there);
    size = sizeof peer;
    const int taken = traced::accept4(listener, reinterpret_cast<sockaddr *>(&peer), &size, SOCK_NONBLOCK | SOCK_CLOEXEC);
    expect(Call::accept4, {{"fd", listener}, {"flags", SOCK_NONBLOCK | SOCK_CLOEXEC}, {"peer_port", port_of(another)}, {"result", taken}});

    traced::shutdown(client, SHUT_WR);
    expect(Call::shutdown, {{"fd", client}, {"how", SHUT_WR}});
    traced::close(client);
    expect(Call::close, {{"fd", client}});
    const timespec nap{0, 12'345};
    traced::nanosleep(&nap, nullptr);
    expect(Call::nanosleep, {{"duration_ns", 12'345}});
    traced::fcntl(connection, F_SETFL, O_NONBLOCK);
    expect(Call::fcntl, {{"fd", connection}, {"command", F_SETFL}, {"flags", O_NONBLOCK}});
    traced::fcntl(connection, F_SETSIG, SIGUSR2);
    expect(Call::fcntl, {{"fd", connection}, {"command", F_SETSIG}, {"signal", SIGUSR2}});
    const f_owner_ex owner{F_OWNER_TID, gettid()};
    traced::fcntl(connection, F_SETOWN_EX, &owner);
    expect(Call::fcntl, {{"fd", connection}, {"command", F_SETOWN_EX}, {"owner", F_OWNER_TID}, {"argument", gettid()}});

    const int epfd = traced::epoll_create1(EPOLL_CLOEXEC);
    expect(Call::epoll_create1, {{"flags", EPOLL_CLOEXEC}, {"result", epfd}});
    epoll_event wanted{EPOLLIN | EPOLLET, {.fd = connection}};
    traced::epoll_ctl(epfd, EPOLL_CTL_ADD, connection, &wanted);
    expect(Call::epoll_ctl, {{"epfd", epfd}, {"operation", EPOLL_CTL_ADD}, {"fd", connection}, {"events", EPOLLIN | EPOLLET}});
    epoll_event told[9];
    traced::epoll_wait(epfd, told, 9, 4'000);
    expect(Call::epoll_wait, {{"epfd", epfd}, {"maxevents", 9}, {"timeout_ns", 4'000'000'000}, {"result", 1}});
}

void datagrams(char (&buffer)[64])
{
    const int here = traced::socket(AF_INET, SOCK_DGRAM, 0), other = traced::socket(AF_INET, SOCK_DGRAM, 0);
    expect(Call::socket, {{"type", SOCK_DGRAM}, {"result", here}});
    expect(Call::socket, {{"type", SOCK_DGRAM}, {"result", other}});
    sockaddr_in any = loopback(0);
    for (const int fd : {here, other})
        ::bind(fd, reinterpret_cast<sockaddr *>(&any), sizeof any);
    const sockaddr_in there = loopback(port_of(here));
    traced::sendto(other, "seven77", 7, MSG_NOSIGNAL, reinterpret_cast<const sockaddr *>(&there), sizeof there);
    expect(Call::sendto, {{"fd", other}, {"length", 7}, {"flags", MSG_NOSIGNAL}, {"peer_port", port_of(here)}, {"result", 7}});
    traced::pollfds<3> fds("client");
    expect(Call::table_assigned, {{"index", -1}, {"value", -1}});
    fds[1].fd = here;
    expect(Call::table_assigned, {{"index", 1}, {"value", here}});
    fds[1].events = POLLIN;
    traced::poll(fds, 3, 2'000);
    expect(Call::poll, {{"nfds", 3}, {"timeout_ns", 2'000'000'000}, {"result", 1}});
    sockaddr_in from{};
    socklen_t size = sizeof from;
    traced::recvfrom(here, buffer, 41, MSG_TRUNC, reinterpret_cast<sockaddr *>(&from), &size);
    expect(Call::recvfrom, {{"fd", here}, {"length", 41}, {"flags", MSG_TRUNC}, {"peer_port", port_of(other)}, {"result", 7}});
}

void requests(char (&buffer)[64])
{
    int ends[2];
    QCOMPARE(::pipe(ends), 0);
    QCOMPARE(::write(ends[1], "123456", 6), 6);
    traced::aiocb request;
    request.aio_fildes = ends[0];
    request.aio_buf = buffer;
    request.aio_nbytes = 21;
    request.aio_offset = 1'234;
    request.aio_sigevent.sigev_notify = SIGEV_NONE;
    traced::aio_read(&request);
    expect(Call::aio_read, {{"fd", ends[0]}, {"length", 21}, {"offset", 1'234}, {"notify", SIGEV_NONE}, {"request", 1}});
    const traced::aiocb *const both[2] = {nullptr, &request};
    const timespec patience{20, 5};
    while (traced::aio_suspend(both, 2, &patience) == -1 && errno == EINTR)
        ;
    expect(Call::aio_suspend, {{"requests", 1}, {"timeout_ns", 20'000'000'005}});
    traced::aio_error(&request);
    expect(Call::aio_error, {{"fd", ends[0]}, {"request", 1}});
    const ssize_t got = traced::aio_return(&request);
    expect(Call::aio_return, {{"fd", ends[0]}, {"request", 1}, {"result", got}});
    traced::aio_cancel(ends[0], &request);
    expect(Call::aio_cancel, {{"fd", ends[0]}, {"request", 1}, {"result", AIO_ALLDONE}});
}

void files(char (&buffer)[64])
{
    int ends[2];
    traced::pipe(ends);
    expect(Call::pipe, {{"reading", ends[0]}, {"writing", ends[1]}});
    traced::write(ends[1], "four", 4);
    expect(Call::write, {{"fd", ends[1]}, {"length", 4}, {"result", 4}});
    traced::read(ends[0], buffer, 37);
    expect(Call::read, {{"fd", ends[0]}, {"length", 37}, {"result", 4}});
    int pair[2];
    traced::socketpair(AF_UNIX, SOCK_DGRAM, 0, pair);
    expect(Call::socketpair, {{"domain", AF_UNIX}, {"type", SOCK_DGRAM}, {"one", pair[0]}, {"other", pair[1]}});
    int master = -1, slave = -1;
    QCOMPARE(::openpty(&master, &slave, nullptr, nullptr, nullptr), 0);
    traced::terminal_opened(slave, 23);
    expect(Call::terminal_opened, {{"fd", slave}, {"number", 23}, {"result", slave}});
    traced::type_text(master, "line\n", 5);
    expect(Call::typed, {{"to", master}, {"length", 5}, {"result", 5}});
    traced::stream keyboard(slave);
    char some[4];
    QCOMPARE(traced::fgets(some, sizeof some, keyboard), some);
    expect(Call::read, {{"fd", slave}, {"result", 5}});
    expect(Call::fgets, {{"fd", slave}, {"size", 4}, {"ahead", 2}, {"result", 3}});
    traced::type_end(ends[0]); // as if it were standard input's
    expect(Call::typed_end, {{"to", ends[0]}});
    QCOMPARE(::pipe(ends), 0);
    traced::tcflow(slave, TCOON);
    expect(Call::tcflow, {{"fd", slave}, {"action", TCOON}});
    traced::aiocb request;
    request.aio_fildes = ends[1];
    request.aio_buf = buffer;
    request.aio_nbytes = 3;
    request.aio_sigevent.sigev_notify = SIGEV_NONE;
    traced::aio_write(&request);
    expect(Call::aio_write, {{"fd", ends[1]}, {"length", 3}, {"notify", SIGEV_NONE}, {"request", 2}});
    const traced::aiocb *const one[1] = {&request};
    while (traced::aio_suspend(one, 1, nullptr) == -1 && errno == EINTR)
        ;
    expect(Call::aio_suspend, {{"requests", 1}, {"timeout_ns", -1}});
}

void delivered()
{
    struct sigaction action{};
    action.sa_sigaction = on_signal;
    action.sa_flags = SA_SIGINFO | SA_RESTART;
    sigemptyset(&action.sa_mask);
    traced::sigaction(SIGUSR2, &action, nullptr);
    expect(Call::sigaction, {{"signal", SIGUSR2}, {"handler", 1}, {"flags", SA_SIGINFO | SA_RESTART}});
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, SIGUSR2);
    traced::pthread_sigmask(SIG_UNBLOCK, &set, nullptr);
    expect(Call::pthread_sigmask, {{"how", SIG_UNBLOCK}, {"signals", int64_t(1) << (SIGUSR2 - 1)}});
    ::pthread_kill(::pthread_self(), SIGUSR2);
    expect(Call::handler_begin, {{"signal", SIGUSR2}, {"code", SI_TKILL}, {"pid", ::getpid()}});
    expect(Call::handler_end, {{"signal", SIGUSR2}});
}

void ended(Alone &alone)
{
    pthread_t made{};
    traced::pthread_create(&made, nullptr, [](void *) -> void * { return nullptr; }, nullptr);
    ::pthread_join(made, nullptr);
    expect(Call::pthread_create, {{"thread", int64_t(made)}, {"result", 0}});
    alone.mortal = true;
    traced::take_fatal_signals();
    posix::run_mortal([] { ::pthread_kill(::pthread_self(), SIGPIPE); });
    expect(Call::killed, {{"signal", SIGPIPE}, {"code", SI_TKILL}, {"pid", ::getpid()}, {"by", 0}});
}

void rings(char (&buffer)[64])
{
    int ends[2];
    QCOMPARE(::pipe(ends), 0);
    QCOMPARE(::write(ends[1], "abc", 3), 3);
    io_uring ring;
    if (traced::io_uring_queue_init(8, &ring, IORING_SETUP_CLAMP) != 0)
        return; // refused here: said by the test of the server
    expect(Call::io_uring_setup, {{"entries", 8}, {"flags", IORING_SETUP_CLAMP}, {"submission_entries", 8}, {"completion_entries", 16}});
    io_uring_sqe *sqe = io_uring_get_sqe(&ring);
    io_uring_prep_read(sqe, ends[0], buffer, 29, 0);
    const uint64_t label = traced::uring_label(IORING_OP_READ, ends[0]);
    traced::io_uring_sqe_set_data64(sqe, label);
    expect(Call::sqe_queued, {{"fd", ends[0]}, {"operation", IORING_OP_READ}, {"length", 29}, {"user_data", int64_t(label)}});
    traced::io_uring_submit_and_wait(&ring, 1);
    expect(Call::io_uring_enter, {{"to_submit", 1}, {"min_complete", 1}, {"result", 1}});
    io_uring_cqe *cqe = nullptr;
    QCOMPARE(io_uring_peek_cqe(&ring, &cqe), 0);
    traced::io_uring_cqe_seen(&ring, cqe);
    expect(Call::cqe_seen, {{"fd", ends[0]}, {"operation", IORING_OP_READ}, {"res", 3}});
    traced::io_uring_queue_exit(&ring);
}

} // namespace

class FieldsTest : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(".*")); }

    void each_argument_is_where_its_row_says()
    {
        trace::Recorder recorder(0, 1 << 12);
        std::thread thread([&] {
            QCOMPARE(posix::own_descriptor_table(), 0);
            posix::Context context;
            context.recorder = &recorder;
            Alone alone;
            context.company = &alone;
            const posix::Measured measured(context);
            char buffer[64];
            streams(buffer);
            datagrams(buffer);
            requests(buffer);
            delivered();
            files(buffer);
            rings(buffer);
            ended(alone);
        });
        thread.join();
        std::vector<Event> events;
        recorder.ring().drain([&](const Event &event, uint32_t, const uint64_t *, size_t) { events.push_back(event); },
                       [](const Event &, uint32_t, const uint64_t *, size_t) { qWarning("left in flight"); });
        std::ranges::stable_sort(events, {}, &Event::end);
        auto next = events.begin();
        std::set<Call> made;
        for (const Expected &expected : s_expected) {
            const std::string name(calls::name(expected.call));
            const auto found = std::find_if(next, events.end(), [&](const Event &event) { return event.call == expected.call; });
            QVERIFY2(found != events.end(), name.c_str());
            for (const auto &[field, value] : expected.fields)
                QVERIFY2(calls::value(*found, field) == value,
                         qPrintable(QStringLiteral("%1: %2 is %3, not %4").arg(name.c_str(), field)
                                        .arg(calls::value(*found, field).value_or(INT64_MIN)).arg(value)));
            made.insert(expected.call);
            next = found + 1;
        }
        for (const calls::Row &row : calls::rows())
            if (row.kind <= calls::Kind::step && !made.contains(row.call))
                QVERIFY2(row.call == Call::io_uring_setup || row.call == Call::io_uring_enter || row.call == Call::sqe_queued || row.call == Call::cqe_seen,
                         qPrintable(QStringLiteral("no traced object of %1 is tried here").arg(QLatin1String(row.name.data(), qsizetype(row.name.size())))));
    }
};

ROOM_TEST(FieldsTest)
#include "fields_test.moc"
