// SPDX-License-Identifier: MIT
#include "calls/schema.h"
#include "recording.h"

#include <aio.h>
#include <QStringList>

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <fcntl.h>
#include <linux/io_uring.h>
#include <sys/epoll.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <termios.h>
#include <tuple>

namespace recording {

using trace::Call;
using trace::Event;
using trace::Trace;
using trace::select_flags::passed;

Event words(Event event, uint64_t first, uint64_t second)
{
    event.words[0] = first;
    event.words[1] = second;
    return event;
}

namespace {

constexpr int64_t began = 5'000'000'000'000;

Event text(Event event, const char *bytes)
{
    std::memcpy(event.words, bytes, std::min(std::strlen(bytes), sizeof event.words));
    return event;
}

// One after the other, 1,500 ns long, 500 ns apart, from line 10 on.
void set_times(std::vector<Event> &events)
{
    int64_t now = began + 1'000'000;
    uint16_t line = 10;
    for (Event &event : events) {
        event.begin = now;
        event.end = now + 1'500;
        event.line = line++;
        now += 2'000;
    }
}

bool same_words(const Trace &a, const Event &of_a, const Trace &b, const Event &of_b)
{
    if (of_a.call != Call::select || !(of_a.flags & trace::payload_elsewhere))
        return of_a.words[0] == of_b.words[0] && of_a.words[1] == of_b.words[1];
    for (int set = 0; set < 3; ++set)
        if (!std::ranges::equal(asked(a, of_a, set), asked(b, of_b, set))
            || !std::ranges::equal(answered(a, of_a, set), answered(b, of_b, set)))
            return false;
    return of_a.words[1] == of_b.words[1];
}

QString difference(const Trace &a, const Event &of_a, const Trace &b, const Event &of_b)
{
    const auto tied = [](const Event &e) {
        return std::tie(e.begin, e.end, e.length, e.result, e.fd, e.count, e.file, e.line, e.flags, e.thread, e.call, e.error);
    };
    const auto fields = [](const Event &e) {
        return QStringLiteral("begin %1 end %2 length %3 result %4 fd %5 count %6 file %7 line %8 flags %9 thread %10 call %11 error %12")
            .arg(e.begin).arg(e.end).arg(e.length).arg(e.result).arg(e.fd).arg(e.count).arg(e.file).arg(e.line).arg(e.flags)
            .arg(e.thread).arg(int(e.call)).arg(e.error);
    };
    if (tied(of_a) != tied(of_b))
        return fields(of_a) + QStringLiteral(" != ") + fields(of_b);
    return same_words(a, of_a, b, of_b) ? QString() : QStringLiteral("words of ") + fields(of_a);
}

} // namespace

Event call(Call call, int fd, int64_t length, uint32_t flags, int result, int error)
{
    Event event;
    event.call = call;
    event.fd = fd;
    event.length = length;
    event.flags = flags;
    event.result = result;
    event.error = uint8_t(error);
    return event;
}

Trace everything()
{
    Trace trace;
    trace.run = {"select", 40001, 1'700'000'000'000'000'000, began, "Linux 6.1.0", true, {"two-phases", "title = {}\n" + std::string(5'000, '#')}};
    trace::Batch batch;
    batch.programs = {{"server", trace::Origin::listing, "select.cpp", Call::select}, {"client 1", trace::Origin::script}};
    batch.threads = {{"server", 0, trace::Job::main, 4711, {"readfds", "allset", "rset", "client_FD", "maxfd"}},
                     {"client 1", 1, trace::Job::main, 4712, {}},
                     {"điều khiển", 0, trace::Job::control, 4710, {}}};
    batch.thread_index = {0, 1, 2};
    batch.files = {"listening_socket.cpp", "select.cpp"};
    batch.dropped = 3;
    batch.words = {0x18, 1ull << 63, 0x10, 0, /* one set of two words; then two of one */ 0x8, 0x30, 0x8, 0x20,
                   /* one set of one, then a time */ 0x8, 2'000'000'000, 0x8, 1'250'000'000};
    const uint32_t one_set = passed(readfds);
    batch.events = {
        call(Call::thread_begin, -1, 4711),
        call(Call::socket, -1, 0, SOCK_STREAM, 3),
        call(Call::setsockopt, 3, 1, SOL_SOCKET << 16 | SO_REUSEADDR),
        call(Call::bind, 3, 0),
        call(Call::listen, 3, 128),
        call(Call::getsockname, 3, 40001),
        call(Call::table_assigned, -1, -1, client_FD),
        call(Call::number_assigned, -1, 3, maxfd),
        call(Call::fd_zero, -1, 0, allset),
        call(Call::fd_set, 3, 0, allset),
        call(Call::set_assigned, allset, 0, readfds),
        call(Call::held, -1, 0, int(Call::select)),
        words(call(Call::select, 4, -1, one_set, 1), 0x8, 0x8),
        call(Call::fd_isset, 3, 0, readfds, 1),
        call(Call::connect, 3, 40001),
        call(Call::accept, 3, 50312, 0, 4),
        call(Call::table_assigned, 0, 4, client_FD),
        words(call(Call::select, 100, 2'000'000'000, one_set | trace::payload_elsewhere, 1), 0, 4),
        words(call(Call::select, 6, 0, passed(readfds, rset) | trace::payload_elsewhere, 2), 4, 4),
        call(Call::poll, 2, -1, 0, 1),
        call(Call::epoll_create1, -1, 0, 0, 5),
        words(call(Call::epoll_ctl, 5, 3, EPOLL_CTL_ADD), EPOLLIN | EPOLLET, 0),
        words(call(Call::epoll_wait, 5, -1, 64, 1), trace::word_of({3, 0, EPOLLIN}), 0),
        words(call(Call::io_uring_setup, -1, 64, 0, 6), 64, 128),
        words(call(Call::sqe_queued, 5, 4096, IORING_OP_RECV), uint64_t(IORING_OP_RECV) << 32 | 5, 0),
        call(Call::io_uring_enter, 6, 1, 1, 1),
        text(call(Call::cqe_seen, 5, 0, IORING_OP_RECV, 3), "abc"),
        text(call(Call::recv, 4, 1024, 0, 3), "abc"),
        text(call(Call::send, 4, 3, MSG_NOSIGNAL, 3), "abc"),
        words(call(Call::recvfrom, 4, 1024, 0, 3), 0x636261, 50312),
        words(call(Call::sendto, 4, 3, 0, 3), 0x636261, 50312),
        call(Call::recv, 4, 1024, MSG_DONTWAIT, -1, EAGAIN),
        text(call(Call::read, 4, 10, 0, 2), "x\n"),
        text(call(Call::write, 4, 20, 0, 20), "0123456789abcdefghij"),
        text(call(Call::typed, -1, 3, 0, 3), "hi\n"),
        text(call(Call::fgets, 0, 2, 64, 3), "hi\n"),
        call(Call::typed_end, -1, 0, 0),
        call(Call::shutdown, 4, 0, SHUT_WR),
        call(Call::close, 4),
        call(Call::fcntl, 3, O_RDWR | O_NONBLOCK, F_SETFL),
        call(Call::fcntl, 3, 4711, F_SETOWN_EX),
        words(call(Call::sigaction, -1, SIGIO), SA_SIGINFO, 1),
        words(call(Call::pthread_sigmask, -1, 1 << (SIGIO - 1), SIG_UNBLOCK), 1 << (SIGIO - 1), 0),
        words(call(Call::handler_begin, 4, SIGRTMIN, POLL_IN), 0x41, 0),
        call(Call::handler_end, -1, SIGRTMIN),
        call(Call::fd_clr, 4, 0, allset),
        call(Call::nanosleep, -1, 1'000'000),
        words(call(Call::aio_read, 4, 4096, SIGEV_THREAD), 0, 7),
        words(call(Call::aio_write, 4, 3, SIGEV_SIGNAL), 0, 8),
        words(call(Call::aio_error, 4, 0, 0, EINPROGRESS), 0, 7),
        call(Call::aio_suspend, 2, 250'000'000),
        words(call(Call::aio_return, 4, 0, 0, 3), 0x636261, 7),
        words(call(Call::aio_cancel, 4, 0, 0, AIO_ALLDONE), 0, 8),
        call(Call::accept4, 3, 50312, SOCK_NONBLOCK, 7),
        words(call(Call::getsockopt, 4, 87'380, SOL_SOCKET << 16 | SO_RCVBUF), 87'380, 4),
        call(Call::getpeername, 4, 50312),
        words(call(Call::pipe, -1, 0), 8, 9),
        words(call(Call::socketpair, -1, AF_UNIX, SOCK_STREAM), 10, 11),
        call(Call::dup, 4, 0, 0, 12),
        call(Call::dup2, 4, 12, 0, 12),
        words(call(Call::ioctl, 4, 0, FIONREAD), 3, 0),
        call(Call::tcflow, 0, 0, TCOOFF),
        call(Call::terminal_opened, 2, 5, 0, 2),
        words(call(Call::pthread_create, -1), 0x7f1234, 0),
        words(call(Call::killed, -1, SIGPIPE, 0, 4711), 0, 0),
        call(Call::planned, -1, 5'000'001'000'000),
        call(Call::lost, -1, 1234),
        words(call(Call::observed_task, 4713, 0, 0, 'S'), 4, 0),
        call(Call::observed_state, 0, 0, 0, 'S'),
        words(call(Call::observed_socket, 0, 7, 0, 2), 40001, 50312),
        words(call(Call::observed_drops, -1, 0, 0, 4), 40001, 0),
        words(call(Call::observed_cpu, 0, 125'000), 12, 1),
        words(call(Call::thread_end, -1, 250'000), 20, UINT64_MAX),
    };
    set_times(batch.events);
    for (Event &event : batch.events) {
        event.file = event.call == Call::socket || event.call == Call::bind ? 0 : 1;
        event.thread = event.call == Call::connect || event.call == Call::planned ? 1 : calls::is_observation(event.call) ? 2 : 0;
        if (event.error)
            event.count = 1'279'629;
    }
    batch.events[0].line = 0;
    batch.events[0].file = 0;
    batch.in_flight = {call(Call::recv, 5, 1024), call(Call::recv, 4, 64, 0, -1, EAGAIN),
                       words(call(Call::select, 70, -1, one_set | trace::payload_elsewhere), 4, 4)};
    batch.in_flight_changed = true;
    for (Event &event : batch.in_flight)
        event.begin = batch.events.back().end + 100;
    batch.in_flight[1].end = batch.in_flight[1].begin + 50;
    batch.in_flight[1].count = 17;
    trace.append(std::move(batch));
    return trace;
}

Trace busy(size_t count)
{
    Trace trace = everything();
    trace::Batch batch;
    int64_t now = trace.events().back().end;
    for (size_t i = 0; batch.events.size() < count; ++i) {
        Event turn[] = {
            words(call(Call::select, 20, -1, passed(readfds), 1), 0xffff8, 1ull << (i % 16 + 4)),
            call(Call::fd_isset, int(i % 16 + 4), 0, readfds, 1),
            text(call(Call::recv, int(i % 16 + 4), 4096, 0, int(i % 4096)), "some data"),
            text(call(Call::send, int(i % 16 + 4), int64_t(i % 4096), MSG_NOSIGNAL, int(i % 4096)), "some data"),
        };
        for (Event &event : turn) {
            event.begin = now + 200;
            event.end = now += 2'000 + int64_t(i % 7) * 100'000;
            event.file = 1;
            event.line = uint16_t(40 + (&event - turn));
            batch.events.push_back(event);
        }
    }
    batch.events.resize(count);
    trace.append(std::move(batch));
    return trace;
}

QString difference(const Trace &a, const Trace &b)
{
    if (a.run != b.run)
        return QStringLiteral("run");
    if (a.threads != b.threads)
        return QStringLiteral("threads");
    if (a.files != b.files)
        return QStringLiteral("files");
    if (a.chapters != b.chapters)
        return QStringLiteral("chapters");
    if (a.dropped != b.dropped)
        return QStringLiteral("dropped");
    if (a.events().size() != b.events().size() || a.in_flight().size() != b.in_flight().size())
        return QStringLiteral("number of events");
    for (size_t i = 0; i < a.events().size(); ++i)
        if (const QString found = difference(a, a.events()[i], b, b.events()[i]); !found.isEmpty())
            return QStringLiteral("event %1: ").arg(i) + found;
    for (size_t i = 0; i < a.in_flight().size(); ++i)
        if (const QString found = difference(a, a.in_flight()[i], b, b.in_flight()[i]); !found.isEmpty())
            return QStringLiteral("in flight %1: ").arg(i) + found;
    return {};
}

} // namespace recording
