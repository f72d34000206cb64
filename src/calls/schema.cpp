// SPDX-License-Identifier: MIT
#include "calls/schema.h"

#include "trace/payload.h"

#include <algorithm>
#include <cassert>
#include <csignal>
#include <fcntl.h>
#include <linux/io_uring.h>
#include <sys/ioctl.h>

namespace calls {
namespace {

using S = Slot;
using T = Type;
using W = When;

constexpr Field asked(std::string_view name, T type, S slot, uint8_t shift = 0, uint8_t bits = 0, W when = W::always)
{
    return {name, type, Side::asked, slot, shift, bits, when};
}

constexpr Field told(std::string_view name, T type, S slot, uint8_t shift = 0, uint8_t bits = 0, W when = W::always)
{
    return {name, type, Side::answered, slot, shift, bits, when};
}

constexpr Field fd = asked("fd", T::descriptor, S::fd);
constexpr Field made = told("result", T::descriptor, S::result);
constexpr Field length = asked("length", T::bytes, S::length);
constexpr Field flags = asked("flags", T::message_flags, S::flags);
constexpr Field moved = told("result", T::bytes, S::result);
constexpr Field data = told("data", T::preview, S::both_words);
constexpr Field data8 = told("data", T::preview, S::word0);
constexpr Field ready = told("result", T::number, S::result);
constexpr Field request = asked("request", T::request, S::word1);
constexpr Field set_of = asked("set", T::variable, S::flags);

constexpr Kind step = Kind::step, life = Kind::life, observation = Kind::observation, library = Kind::library_call;
constexpr uint32_t in = waits | moves_in | polls, out = waits | moves_out | polls, many = waits | multiplexes | polls;

constexpr Row table[] = {
    {.call = Call::socket, .name = "socket", .traits = opens, .written = "domain;type;…",
     .fields = {asked("domain", T::domain, S::length), asked("type", T::socket_type, S::flags), made}},
    {.call = Call::setsockopt, .name = "setsockopt", .traits = sets, .written = "fd;level;option;value",
     .fields = {fd, asked("level", T::level, S::flags, 16, 15), asked("option", T::option, S::flags, 0, 16),
                asked("value", T::value, S::length), asked("bytes", T::hexadecimal, S::word0), asked("size", T::bytes, S::word1, 0, 32),
                asked("microseconds", T::number, S::word1, 32, 20, W::tells_microseconds)}},
    {.call = Call::bind, .name = "bind", .traits = names_own, .written = "fd;:port;…",
     .fields = {fd, asked("port", T::port, S::length)}},
    {.call = Call::listen, .name = "listen", .traits = sets, .written = "fd;backlog",
     .fields = {fd, asked("backlog", T::number, S::length)}},
    {.call = Call::getsockname, .name = "getsockname", .traits = names_own, .written = "fd;…", .answered = ":port",
     .fields = {fd, told("port", T::port, S::length)}},
    {.call = Call::connect, .name = "connect", .traits = waits | names_peer | polls, .written = "fd;:port;…",
     .fields = {fd, asked("port", T::port, S::length)}},
    {.call = Call::accept, .name = "accept", .traits = waits | opens | names_peer | polls, .written = "fd;…",
     .fields = {fd, told("peer_port", T::port, S::length), made}},
    {.call = Call::accept4, .name = "accept4", .traits = waits | opens | names_peer | polls, .written = "fd;…;…;flags",
     .fields = {fd, asked("flags", T::accept_flags, S::flags), told("peer_port", T::port, S::length), made}},
    {.call = Call::getsockopt, .name = "getsockopt", .written = "fd;level;option;…;…", .answered = "value",
     .fields = {fd, asked("level", T::level, S::flags, 16, 15), asked("option", T::option, S::flags, 0, 16),
                told("value", T::value, S::length), told("bytes", T::hexadecimal, S::word0), told("size", T::bytes, S::word1, 0, 32),
                told("microseconds", T::number, S::word1, 32, 20, W::tells_microseconds)}},
    {.call = Call::getpeername, .name = "getpeername", .written = "fd;…", .answered = ":port",
     .fields = {fd, told("port", T::port, S::length)}},
    {.call = Call::pipe, .name = "pipe", .kernel = "pipe2", .traits = opens, .written = "…", .answered = "[reading;writing]",
     .fields = {told("reading", T::descriptor, S::word0), told("writing", T::descriptor, S::word1)}},
    {.call = Call::socketpair, .name = "socketpair", .traits = opens, .written = "domain;type;…", .answered = "[one;other]",
     .fields = {asked("domain", T::domain, S::length), asked("type", T::socket_type, S::flags), told("one", T::descriptor, S::word0),
                told("other", T::descriptor, S::word1)}},
    {.call = Call::dup, .name = "dup", .traits = opens, .written = "fd", .fields = {fd, made}},
    {.call = Call::dup2, .name = "dup2", .traits = opens, .written = "fd;to", .fields = {fd, asked("to", T::descriptor, S::length), made}},
    {.call = Call::ioctl, .name = "ioctl", .traits = sets, .written = "fd;request;argument|…", .answered = "value",
     .fields = {fd, asked("request", T::control, S::flags), asked("argument", T::value, S::length, 0, 0, W::takes_number),
                told("value", T::value, S::word0, 0, 0, W::tells_number)}},
    {.call = Call::tcflow, .name = "tcflow", .kernel = "ioctl", .written = "fd;action",
     .fields = {fd, asked("action", T::flow, S::flags)}},
    {.call = Call::typed, .name = "typed", .kernel = "write", .written = "to;text;length", .answered = "data",
     .fields = {asked("to", T::descriptor, S::flags), length, data, moved}},
    {.call = Call::typed_end, .name = "typed end", .key = "typed_end", .kernel = "close", .written = "to",
     .fields = {asked("to", T::descriptor, S::flags)}},
    {.call = Call::select, .name = "select", .kernel = "pselect6", .traits = many, .written = "nfds;sets;timeout_ns",
     .answered = "sets_after;(left timeout_left_ns)",
     .fields = {asked("nfds", T::number, S::fd), asked("sets", T::sets, S::payload), asked("timeout_ns", T::timeval, S::length),
                asked("variables", T::set_variables, S::flags, 0, 24), told("sets_after", T::sets, S::payload),
                told("timeout_left_ns", T::left, S::payload), ready}},
    {.call = Call::poll, .name = "poll", .traits = many, .written = "fds;nfds;timeout_ns", .answered = "revents",
     .fields = {asked("nfds", T::number, S::fd), asked("timeout_ns", T::milliseconds, S::length),
                asked("variable", T::variable, S::flags, 0, 16), asked("fds", T::pollfds, S::payload),
                told("revents", T::pollfds, S::payload), ready}},
    {.call = Call::recv, .name = "recv", .kernel = "recvfrom", .traits = in, .written = "fd;buffer;length;flags", .answered = "data",
     .fields = {fd, length, flags, data, moved}},
    {.call = Call::send, .name = "send", .kernel = "sendto", .traits = out, .written = "fd;buffer;length;flags", .answered = "data",
     .fields = {fd, length, flags, data, moved}},
    {.call = Call::read, .name = "read", .traits = in, .written = "fd;buffer;length", .answered = "data",
     .fields = {fd, length, data, moved}},
    {.call = Call::write, .name = "write", .traits = out, .written = "fd;buffer;length", .answered = "data",
     .fields = {fd, length, data, moved}},
    {.call = Call::recvfrom, .name = "recvfrom", .traits = in | names_peer, .written = "fd;buffer;length;flags;…",
     .answered = "data;:peer_port", .fields = {fd, length, flags, data8, told("peer_port", T::port, S::word1), moved}},
    {.call = Call::sendto, .name = "sendto", .traits = out | names_peer, .written = "fd;buffer;length;flags;:peer_port",
     .answered = "data", .fields = {fd, length, flags, data8, asked("peer_port", T::port, S::word1), moved}},
    {.call = Call::shutdown, .name = "shutdown", .traits = ends, .written = "fd;how",
     .fields = {fd, asked("how", T::shutdown_way, S::flags)}},
    {.call = Call::close, .name = "close", .traits = ends, .written = "fd", .fields = {fd}},
    {.call = Call::fcntl, .name = "fcntl", .traits = sets | opens, .written = "fd;command;flags|signal|{owner, argument}|argument",
     .fields = {fd, asked("command", T::command, S::flags), told("flags", T::status_flags, S::result, 0, 0, W::gets_flags),
                asked("flags", T::status_flags, S::length, 0, 0, W::sets_flags),
                asked("signal", T::signal, S::length, 0, 0, W::sets_signal),
                asked("argument", T::number, S::length, 0, 0, W::sets_other),
                asked("argument", T::tid, S::length, 0, 0, W::sets_owner), asked("owner", T::owner, S::word0, 0, 0, W::sets_owner)}},
    {.call = Call::nanosleep, .name = "nanosleep", .kernel = "clock_nanosleep", .traits = waits, .written = "duration_ns;…",
     .fields = {asked("duration_ns", T::timespec, S::length)}},
    {.call = Call::sigaction, .name = "sigaction", .kernel = "rt_sigaction", .traits = sets, .written = "signal;handler;…",
     .fields = {asked("signal", T::signal, S::length), asked("handler", T::handler, S::word1),
                asked("flags", T::action_flags, S::word0)}},
    {.call = Call::pthread_sigmask, .name = "pthread_sigmask", .kernel = "rt_sigprocmask", .traits = sets, .written = "how;signals;…",
     .fields = {asked("how", T::mask_way, S::flags), asked("signals", T::signal_mask, S::length), told("before", T::signal_mask, S::word0)}},
    {.call = Call::epoll_create1, .name = "epoll_create1", .traits = opens, .written = "flags",
     .fields = {asked("flags", T::number, S::flags), made}},
    {.call = Call::epoll_ctl, .name = "epoll_ctl", .traits = sets, .written = "epfd;operation;fd;events",
     .fields = {asked("epfd", T::descriptor, S::fd), asked("operation", T::epoll_operation, S::flags),
                asked("fd", T::descriptor, S::length), asked("events", T::epoll_events, S::word0)}},
    {.call = Call::epoll_wait, .name = "epoll_wait", .traits = many, .written = "epfd;events;maxevents;timeout_ns",
     .answered = "events",
     .fields = {asked("epfd", T::descriptor, S::fd), asked("maxevents", T::number, S::flags, 0, 31),
                asked("timeout_ns", T::milliseconds, S::length), told("events", T::told, S::payload), ready}},
    {.call = Call::io_uring_setup, .name = "io_uring_setup", .traits = opens, .written = "entries;…",
     .fields = {asked("entries", T::number, S::length), asked("flags", T::hexadecimal, S::flags),
                told("submission_entries", T::number, S::word0), told("completion_entries", T::number, S::word1), made}},
    {.call = Call::io_uring_enter, .name = "io_uring_enter", .traits = waits | submits, .written = "fd;to_submit;min_complete;…",
     .fields = {fd, asked("to_submit", T::number, S::flags), asked("min_complete", T::number, S::length), ready}},
    {.call = Call::aio_read, .name = "aio_read", .kind = library, .traits = submits, .written = "{fd, buffer, length, offset, notify}",
     .fields = {fd, length, asked("offset", T::number, S::word0), asked("notify", T::notification, S::flags), request}},
    {.call = Call::aio_write, .name = "aio_write", .kind = library, .traits = submits, .written = "{fd, buffer, length, offset, notify}",
     .fields = {fd, length, asked("offset", T::number, S::word0), asked("notify", T::notification, S::flags), request}},
    {.call = Call::aio_error, .name = "aio_error", .kind = library, .written = "{fd, …}",
     .fields = {fd, request, told("status", T::error, S::result)}},
    {.call = Call::aio_return, .name = "aio_return", .kind = library, .traits = completes, .written = "{fd, …}",
     .fields = {fd, request, data8, moved}},
    {.call = Call::aio_suspend, .name = "aio_suspend", .kind = library, .traits = waits, .written = "…;requests;timeout_ns",
     .fields = {asked("requests", T::number, S::fd), asked("timeout_ns", T::timespec, S::length)}},
    {.call = Call::aio_cancel, .name = "aio_cancel", .kind = library, .written = "fd;…",
     .fields = {fd, request, told("result", T::cancelled, S::result)}},
    {.call = Call::pthread_create, .name = "pthread_create", .kind = library, .written = "…;…;…;…", .answered = "thread",
     .fields = {told("thread", T::hexadecimal, S::word0), told("result", T::error, S::result)}},
    {.call = Call::fd_zero, .name = "FD_ZERO", .kind = step, .traits = on_set, .written = "&set", .fields = {set_of}},
    {.call = Call::fd_set, .name = "FD_SET", .kind = step, .traits = on_set, .written = "fd;&set", .fields = {fd, set_of}},
    {.call = Call::fd_clr, .name = "FD_CLR", .kind = step, .traits = on_set, .written = "fd;&set", .fields = {fd, set_of}},
    {.call = Call::fd_isset, .name = "FD_ISSET", .kind = step, .traits = on_set, .written = "fd;&set", .fields = {fd, set_of, ready}},
    {.call = Call::set_assigned, .name = "set =", .key = "set_assigned", .kind = step, .traits = assigns | on_set, .written = "from",
     .fields = {asked("from", T::variable, S::fd)}},
    {.call = Call::table_assigned, .name = "table =", .key = "table_assigned", .kind = step, .traits = assigns, .written = "value",
     .fields = {asked("index", T::index, S::fd), asked("value", T::value, S::length)}},
    {.call = Call::number_assigned, .name = "number =", .key = "number_assigned", .kind = step, .traits = assigns, .written = "value",
     .fields = {asked("value", T::value, S::length)}},
    {.call = Call::handler_begin, .name = "handler begin", .key = "handler_begin", .kind = step, .traits = delivers,
     .written = "signal;code;si_fd fd",
     .fields = {asked("signal", T::signal, S::length), asked("code", T::si_code, S::flags, 0, 16), asked("fd", T::descriptor, S::fd),
                asked("band", T::poll_events, S::word0, 0, 16, W::names_descriptor),
                asked("value", T::hexadecimal, S::word0, 0, 0, W::carries_value),
                asked("pid", T::tid, S::result, 0, 0, W::tells_process), request}},
    {.call = Call::handler_end, .name = "handler end", .key = "handler_end", .kind = step, .written = "signal",
     .fields = {asked("signal", T::signal, S::length)}},
    {.call = Call::terminal_opened, .name = "terminal", .key = "terminal_opened", .kind = step, .traits = opens,
     .written = "/dev/pts/number", .fields = {fd, asked("number", T::number, S::length), made}},
    {.call = Call::fgets, .name = "fgets", .kind = step, .written = "line;size;fd", .answered = "data",
     .fields = {fd, asked("size", T::number, S::flags), told("ahead", T::bytes, S::length), data, moved}},
    {.call = Call::sqe_queued, .name = "SQE", .key = "sqe_queued", .kind = step, .traits = submits, .written = "operation;fd;length",
     .fields = {fd, asked("operation", T::uring_operation, S::flags, 0, 8), length, asked("user_data", T::hexadecimal, S::word0)}},
    {.call = Call::cqe_seen, .name = "CQE", .key = "cqe_seen", .kind = step, .traits = completes, .written = "operation;fd",
     .answered = "data",
     .fields = {fd, asked("operation", T::uring_operation, S::flags, 0, 8), told("flags", T::hexadecimal, S::flags, 8, 16),
                told("res", T::res, S::result), told("peer_port", T::port, S::length, 0, 0, W::accepts),
                told("data", T::preview, S::both_words, 0, 0, W::transfers)}},
    {.call = Call::thread_begin, .name = "thread begin", .key = "thread_begin", .kind = life, .traits = delivers,
     .fields = {asked("tid", T::tid, S::length), asked("pid", T::tid, S::result, 0, 0, W::tells_process), request}},
    {.call = Call::thread_end, .name = "thread end", .key = "thread_end", .kind = life, .traits = ends,
     .fields = {asked("cpu_ns", T::ns, S::length), asked("voluntary", T::number, S::word0), asked("involuntary", T::number, S::word1)}},
    {.call = Call::killed, .name = "killed", .kind = life, .written = "signal;code",
     .fields = {asked("signal", T::signal, S::length), asked("code", T::si_code, S::flags, 0, 16), asked("pid", T::tid, S::result, 0, 0, W::tells_process),
                asked("by", T::tid, S::word0)}},
    {.call = Call::held, .name = "held", .kind = life, .written = "before", .fields = {asked("before", T::call, S::flags)}},
    {.call = Call::lost, .name = "lost", .kind = life, .fields = {asked("events", T::number, S::length)}},
    {.call = Call::planned, .name = "planned", .kind = life, .fields = {asked("for_ns", T::ns, S::length)}},
    {.call = Call::observed_state, .name = "observed state", .key = "observed_state", .kind = observation,
     .fields = {asked("thread", T::thread, S::fd), asked("state", T::state, S::result)}},
    {.call = Call::observed_socket, .name = "observed socket", .key = "observed_socket", .kind = observation,
     .fields = {asked("receive_bytes", T::bytes, S::fd), asked("send_bytes", T::bytes, S::length),
                asked("accept_queue", T::number, S::result), asked("local_port", T::port, S::word0),
                asked("peer_port", T::port, S::word1)}},
    {.call = Call::observed_drops, .name = "observed drops", .key = "observed_drops", .kind = observation,
     .fields = {asked("dropped", T::number, S::result), asked("local_port", T::port, S::word0), asked("peer_port", T::port, S::word1)}},
    {.call = Call::observed_cpu, .name = "observed CPU", .key = "observed_cpu", .kind = observation,
     .fields = {asked("thread", T::thread, S::fd), asked("cpu_ns", T::ns, S::length), asked("voluntary", T::number, S::word0),
                asked("involuntary", T::number, S::word1)}},
    {.call = Call::observed_task, .name = "observed task", .key = "observed_task", .kind = observation,
     .fields = {asked("tid", T::tid, S::fd), asked("state", T::state, S::result), asked("system_call", T::index, S::length),
                asked("fd", T::index, S::word0)}},
};

constexpr size_t count = size_t(Call::count_);
constexpr auto place = [] {
    std::array<uint8_t, count> places{};
    places.fill(UINT8_MAX);
    for (size_t i = 0; i < std::size(table); ++i)
        places[size_t(table[i].call)] = uint8_t(i);
    return places;
}();
static_assert(std::size(table) == count && std::ranges::count(place, UINT8_MAX) == 0, "each call has one row");

// Whether two fields stand in the same bits of one event. What is in a payload has its own order.
constexpr bool overlap(const Field &a, const Field &b)
{
    const auto within = [](const Field &field, Slot which) {
        return field.slot == which || (field.slot == S::both_words && (which == S::word0 || which == S::word1));
    };
    if (a.slot == S::payload || !(within(a, b.slot) || within(b, a.slot)) || (a.when != b.when && a.when != W::always && b.when != W::always))
        return false;
    const int a_end = a.bits ? a.shift + a.bits : 64, b_end = b.bits ? b.shift + b.bits : 64;
    return a.shift < b_end && b.shift < a_end;
}
static_assert(std::ranges::none_of(table, [](const Row &row) {
    for (size_t i = 0; i < row.all().size(); ++i)
        for (size_t j = 0; j < i; ++j)
            if (overlap(row.fields[i], row.fields[j]))
                return true;
    return false;
}), "two fields in one place");

// The recorder goes by sets of its own, so that it need not look at a row.
template <typename Says>
constexpr bool agrees(trace::CallSet set, Says says)
{
    return std::ranges::all_of(table, [&](const Row &row) { return set.has(row.call) == says(row); });
}
static_assert(agrees(trace::multiplexing, [](const Row &row) { return row.has(multiplexes); }));
static_assert(agrees(trace::folded_on_error, [](const Row &row) { return row.has(polls) && !row.has(multiplexes); }));
static_assert(agrees(trace::answering_length, [](const Row &row) {
    return row.kind == Kind::system_call && std::ranges::any_of(row.all(), [](const Field &field) {
        return field.slot == S::length && field.side == Side::answered;
    });
}));

constexpr Row nothing{.name = "?"};

constexpr auto summed_up = [] {
    std::array<Summary, 256> all{};
    for (const Row &row : table)
        all[size_t(row.call)] = {row.traits, row.kind};
    return all;
}();

// What a failed call, or one in flight, has not answered.
bool answered(const Event &event)
{
    return event.end != 0 && !(event.result == -1 && is_call(event.call));
}

uint64_t raw(const Event &event, Slot slot)
{
    switch (slot) {
    case S::fd: return uint64_t(int64_t(event.fd));
    case S::length: return uint64_t(event.length);
    case S::flags: return event.flags;
    case S::result: return uint64_t(int64_t(event.result));
    case S::word0: return event.words[0];
    case S::word1: return event.words[1];
    case S::none:
    case S::both_words:
    case S::payload: break;
    }
    return 0;
}

constexpr bool in_words(Slot slot)
{
    return slot == S::word0 || slot == S::word1 || slot == S::both_words;
}

constexpr int flags_wide = 8 * int(sizeof Event::flags);

} // namespace

constinit const std::array<Summary, 256> summaries = summed_up;

const Field *Row::field(std::string_view of_name) const noexcept
{
    const auto found = std::ranges::find(all(), of_name, &Field::name);
    return found == all().end() ? nullptr : &*found;
}

const Row &row(Call call) noexcept
{
    return call < Call::count_ ? table[place[size_t(call)]] : nothing;
}

std::span<const Row> rows() noexcept
{
    return table;
}

Call named(std::string_view name) noexcept
{
    const auto found = std::ranges::find(table, name, &Row::name);
    return found == std::end(table) ? Call::count_ : found->call;
}

bool has_field(const Event &event, const Field &field) noexcept
{
    switch (field.when) {
    case W::always: return true;
    case W::gets_flags: return event.flags == F_GETFL;
    case W::sets_flags: return event.flags == F_SETFL;
    case W::sets_signal: return event.flags == F_SETSIG;
    case W::sets_owner: return event.flags == F_SETOWN_EX;
    case W::sets_other:
        return event.flags != F_GETFL && event.flags != F_SETFL && event.flags != F_SETSIG && event.flags != F_SETOWN_EX
            && event.flags != F_GETFD && event.flags != F_GETOWN && event.flags != F_GETSIG;
    case W::names_descriptor: return event.fd >= 0;
    case W::carries_value: // sigqueue(3), a timer, a message queue, aio(7)
        return event.fd < 0 && int16_t(event.flags) <= SI_QUEUE && int16_t(event.flags) >= SI_ASYNCIO;
    case W::takes_number: return event.flags == FIONBIO || event.flags == FIOASYNC;
    case W::tells_number: return event.flags != FIONBIO && event.flags != FIOASYNC;
    case W::tells_microseconds: return event.words[1] >> 63; // as it is marked by whoever recorded it
    case W::tells_process: return event.result > 0;
    case W::accepts: return (event.flags & 0xff) == IORING_OP_ACCEPT;
    case W::transfers: return (event.flags & 0xff) == IORING_OP_RECV || (event.flags & 0xff) == IORING_OP_SEND;
    }
    return false;
}

std::optional<int64_t> value(const Event &event, const Field &field) noexcept
{
    if (!has_field(event, field) || field.slot == S::payload || (field.side == Side::answered && !answered(event))
        || (field.side == Side::asked && in_words(field.slot) && event.end == 0))
        return {};
    if (field.type == T::res && event.result == -1)
        return -int64_t(event.error);
    uint64_t bits = raw(event, field.slot) >> field.shift;
    if (field.bits)
        bits &= (uint64_t(1) << field.bits) - 1;
    const bool is_signed = field.type == T::si_code || field.type == T::index;
    return field.slot == S::flags && is_signed ? int64_t(int16_t(bits)) : int64_t(bits); // 16 bits wide
}

std::optional<int64_t> value(const Event &event, std::string_view name) noexcept
{
    for (const Field &field : row(event.call).all())
        if (field.name == name && has_field(event, field))
            return value(event, field);
    return {};
}

NamedField::NamedField(std::string_view name) noexcept
{
    for (const Row &row : table) {
        const Field *field = row.field(name);
        m_fields[size_t(row.call)] = field;
        if (field)
            m_whole[size_t(row.call)] =
                field->when == W::always && field->bits == 0 && field->side == Side::asked && field->type != T::index ? field->slot : S::payload;
    }
}

std::optional<int64_t> NamedField::rest(const Event &event) const noexcept
{
    const Field *field = in(event.call);
    return has_field(event, *field) ? value(event, *field) : value(event, field->name);
}

Event begun(Event event) noexcept
{
    for (const Field &field : row(event.call).all()) {
        if (field.side != Side::answered)
            continue;
        if (field.slot == S::length)
            event.length = 0;
        else if (field.slot == S::flags)
            event.flags &= decltype(event.flags)(~(((1u << field.bits) - 1) << field.shift));
        if (field.slot == S::word0 || field.slot == S::both_words)
            event.words[0] = 0;
        if (field.slot == S::word1 || field.slot == S::both_words)
            event.words[1] = 0;
    }
    if (event.call == Call::epoll_wait) // all of its payload is answered
        event.flags &= trace::most_epoll_events;
    if (event.call == Call::epoll_wait)
        event.words[0] = 0;
    if (has(event, multiplexes) && !trace::has_words_elsewhere(event)) // else these say where both sides stand
        event.words[1] = 0;
    event.end = 0;
    event.result = 0;
    event.error = 0;
    event.count = 1;
    return event;
}

bool set(Event &event, std::string_view name, int64_t number) noexcept
{
    for (const Field &field : row(event.call).all()) {
        const bool there = has_field(event, field) || field.when == W::tells_process; // which it is there to tell
        if (field.name != name || !there || field.slot == S::payload || field.slot == S::both_words)
            continue;
        const int wide = field.slot == S::flags ? flags_wide : 64;
        const uint64_t ones = field.bits && field.bits < 64 ? (uint64_t(1) << field.bits) - 1 : wide < 64 ? (uint64_t(1) << wide) - 1 : ~uint64_t(0);
        const uint64_t mixed = (raw(event, field.slot) & ~(ones << field.shift)) | (uint64_t(number) & ones) << field.shift;
        switch (field.slot) {
        case S::fd: event.fd = int32_t(mixed); break;
        case S::length: event.length = int64_t(mixed); break;
        case S::flags: event.flags = decltype(event.flags)(mixed); break;
        case S::result: event.result = int32_t(mixed); break;
        case S::word0: event.words[0] = mixed; break;
        default: event.words[1] = mixed; break;
        }
        return true;
    }
    return false;
}

void set(Event &event, std::initializer_list<Value> values) noexcept
{
    for (const auto &[field, value] : values) {
        [[maybe_unused]] const bool there = set(event, field, value);
        assert(there);
    }
}

} // namespace calls
