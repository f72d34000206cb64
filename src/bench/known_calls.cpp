// SPDX-License-Identifier: MIT
#include "bench/known_calls.h"

#include "bench/looks.h"
#include "bench/options.h"
#include "calls/names.h"
#include "posix/traced_epoll.h"
#include "posix/traced_signal.h"

#include <algorithm>
#include <arpa/inet.h>
#include <climits>
#include <unistd.h>

namespace bench {
namespace {

using traced::Here;
using calls::Call;
using A = const Arguments &;
using P = Param;

int i(const Argument &argument) { return int(argument.number); }
size_t bytes(const Argument &argument) { return size_t(argument.number); }
sockaddr *place(const Argument &argument) { return argument.pointer<sockaddr>(); }
socklen_t *length(const Argument &argument) { return reinterpret_cast<socklen_t *>(argument.pointer<int>()); }
traced::fd_set *set(const Argument &argument) { return argument.variable ? argument.variable->descriptors.get() : nullptr; }
traced::aiocb *asked(const Argument &argument)
{
    argument.variable->asked = true;
    return argument.variable->block.get();
}
traced::pollfd_array array(const Argument &argument)
{
    return {argument.pointer<::pollfd>(), argument.variable ? argument.variable->recorded : trace::unnamed_variable};
}

constexpr Parameter number{P::number}, size{P::size}, address{P::address}, peer{P::peer, true}, len{P::length, true}, set_or_null{P::set, true};

constexpr KnownCall table[] = {
    {"socket", Call::socket, {number, number, number}, [](A a, Here h) { return int64_t(traced::socket(i(a[0]), i(a[1]), i(a[2]), h)); }},
    {"bind", Call::bind, {number, address, size}, [](A a, Here h) { return int64_t(traced::bind(i(a[0]), place(a[1]), socklen_t(a[2].number), h)); }},
    {"listen", Call::listen, {number, number}, [](A a, Here h) { return int64_t(listen_and_look(i(a[0]), i(a[1]), h)); }},
    {"connect", Call::connect, {number, address, size}, [](A a, Here h) { return int64_t(connect_and_look(i(a[0]), place(a[1]), socklen_t(a[2].number), h)); }},
    {"accept", Call::accept, {number, peer, len}, 
     [](A a, Here h) { return int64_t(a[1].variable ? traced::accept(i(a[0]), place(a[1]), length(a[2]), h) : accept_and_look(i(a[0]), nullptr, h)); }},
    {"accept4", Call::accept4, {number, peer, len, number}, 
     [](A a, Here h) {
         const int flags = i(a[3]);
         return int64_t(a[1].variable ? traced::accept4(i(a[0]), place(a[1]), length(a[2]), flags, h) : accept_and_look(i(a[0]), &flags, h));
     }},
    {"getsockname", Call::getsockname, {number, {P::peer}, {P::length}},
     [](A a, Here h) { return int64_t(traced::getsockname(i(a[0]), place(a[1]), length(a[2]), h)); }},
    {"getpeername", Call::getpeername, {number, {P::peer}, {P::length}},
     [](A a, Here h) { return int64_t(traced::getpeername(i(a[0]), place(a[1]), length(a[2]), h)); }},
    {"recv", Call::recv, {number, {P::in}, size, number},
     [](A a, Here h) { return int64_t(traced::recv(i(a[0]), a[1].variable->data(), bytes(a[2]), i(a[3]), h)); }},
    {"send", Call::send, {number, {P::out}, size, number}, [](A a, Here h) { return int64_t(traced::send(i(a[0]), a[1].bytes(), bytes(a[2]), i(a[3]), h)); }},
    {"recvfrom", Call::recvfrom, {number, {P::in}, size, number, peer, len},
     [](A a, Here h) { return int64_t(traced::recvfrom(i(a[0]), a[1].variable->data(), bytes(a[2]), i(a[3]), place(a[4]), length(a[5]), h)); }},
    {"sendto", Call::sendto, {number, {P::out}, size, number, address, size},
     [](A a, Here h) { return int64_t(traced::sendto(i(a[0]), a[1].bytes(), bytes(a[2]), i(a[3]), place(a[4]), socklen_t(a[5].number), h)); }},
    {"read", Call::read, {number, {P::in}, size}, [](A a, Here h) { return int64_t(traced::read(i(a[0]), a[1].variable->data(), bytes(a[2]), h)); }},
    {"fgets", Call::fgets, {{P::in}, size, {P::input}},
     [](A a, Here h) { return int64_t(traced::fgets(a[0].pointer<char>(), i(a[1]), *a[2].input, h) != nullptr); }, false},
    {"write", Call::write, {number, {P::out}, size}, [](A a, Here h) { return int64_t(traced::write(i(a[0]), a[1].bytes(), bytes(a[2]), h)); }},
    {"close", Call::close, {number}, [](A a, Here h) { return int64_t(traced::close(i(a[0]), h)); }},
    {"shutdown", Call::shutdown, {number, number}, [](A a, Here h) { return int64_t(traced::shutdown(i(a[0]), i(a[1]), h)); }},
    {"pipe", Call::pipe, {{P::pair}}, [](A a, Here h) { return int64_t(traced::pipe(a[0].pointer<int>(), h)); }},
    {"socketpair", Call::socketpair, {number, number, number, {P::pair}},
     [](A a, Here h) { return int64_t(traced::socketpair(i(a[0]), i(a[1]), i(a[2]), a[3].pointer<int>(), h)); }},
    {"dup", Call::dup, {number}, [](A a, Here h) { return int64_t(traced::dup(i(a[0]), h)); }},
    {"dup2", Call::dup2, {number, number}, [](A a, Here h) { return int64_t(traced::dup2(i(a[0]), i(a[1]), h)); }},
    {"fcntl", Call::fcntl, {number, number, number}, [](A a, Here h) { return int64_t(fcntl_and_look(i(a[0]), i(a[1]), i(a[2]), h)); }},
    {"ioctl", Call::ioctl, {number, number, {P::integer}},
     [](A a, Here h) { return int64_t(traced::ioctl(i(a[0]), uint32_t(a[1].number), a[2].pointer<int>(), h)); }},
    {"tcflow", Call::tcflow, {number, number}, [](A a, Here h) { return int64_t(traced::tcflow(i(a[0]), i(a[1]), h)); }},
    {"getsockopt", Call::getsockopt, {number, number, number, {P::answer}, {P::length}},
     [](A a, Here h) { return int64_t(traced::getsockopt(i(a[0]), i(a[1]), i(a[2]), a[3].variable->data(), length(a[4]), h)); }},
    {"setsockopt", Call::setsockopt, {number, number, number, {P::value}, size},
     [](A a, Here h) { return int64_t(traced::setsockopt(i(a[0]), i(a[1]), i(a[2]), a[3].bytes(), socklen_t(a[4].number), h)); }},
    {"select", Call::select, {number, set_or_null, set_or_null, set_or_null, {P::timeval, true}},
     [](A a, Here h) { return int64_t(traced::select(i(a[0]), set(a[1]), set(a[2]), set(a[3]), a[4].pointer<::timeval>(), h)); }},
    {"poll", Call::poll, {{P::pollfds}, size, number}, [](A a, Here h) { return int64_t(traced::poll(array(a[0]), nfds_t(a[1].number), i(a[2]), h)); }},
    {"epoll_create1", Call::epoll_create1, {number}, [](A a, Here h) { return int64_t(traced::epoll_create1(i(a[0]), h)); }},
    {"epoll_ctl", Call::epoll_ctl, {number, number, number, {P::event, true}},
     [](A a, Here h) { return int64_t(traced::epoll_ctl(i(a[0]), i(a[1]), i(a[2]), a[3].pointer<epoll_event>(), h)); }},
    {"epoll_wait", Call::epoll_wait, {number, {P::events}, size, number},
     [](A a, Here h) { return int64_t(traced::epoll_wait(i(a[0]), a[1].pointer<epoll_event>(), i(a[2]), i(a[3]), h)); }},
    {"nanosleep", Call::nanosleep, {{P::timespec}, {P::timespec, true}},
     [](A a, Here h) { return int64_t(traced::nanosleep(a[0].pointer<::timespec>(), a[1].pointer<::timespec>(), h)); }},
    {"sigaction", Call::sigaction, {number, {P::action}, {P::null, true}},
     [](A a, Here h) { return int64_t(traced::sigaction(i(a[0]), a[1].pointer<struct sigaction>(), nullptr, h)); }},
    {"sigprocmask", Call::pthread_sigmask, {number, {P::mask, true}, {P::mask, true}},
     [](A a, Here h) {
         const int error = traced::pthread_sigmask(i(a[0]), a[1].pointer<sigset_t>(), a[2].pointer<sigset_t>(), h);
         errno = error;
         return int64_t(error ? -1 : 0);
     }},
    {"aio_read", Call::aio_read, {{P::request}}, [](A a, Here h) { return int64_t(traced::aio_read(asked(a[0]), h)); }},
    {"aio_write", Call::aio_write, {{P::request}}, [](A a, Here h) { return int64_t(traced::aio_write(asked(a[0]), h)); }},
    {"aio_error", Call::aio_error, {{P::request}}, [](A a, Here h) { return int64_t(traced::aio_error(a[0].variable->block.get(), h)); }},
    {"aio_return", Call::aio_return, {{P::request}}, [](A a, Here h) { return int64_t(traced::aio_return(a[0].variable->block.get(), h)); }},
    {"aio_cancel", Call::aio_cancel, {number, {P::request, true}},
     [](A a, Here h) { return int64_t(traced::aio_cancel(i(a[0]), a[1].variable ? a[1].variable->block.get() : nullptr, h)); }},
    {"aio_suspend", Call::aio_suspend, {{P::requests}, size, {P::timespec, true}},
     [](A a, Here h) {
         std::vector<const traced::aiocb *> list;
         for (const Variable *one : a[0].variable->listed)
             list.push_back(one->block.get());
         return int64_t(traced::aio_suspend(list.data(), i(a[1]), a[2].pointer<::timespec>(), h));
     }},
    {"FD_ZERO", Call::fd_zero, {{P::set}}, [](A a, Here h) { traced::FD_ZERO(set(a[0]), h); return int64_t(0); }, false},
    {"FD_SET", Call::fd_set, {number, {P::set}}, [](A a, Here h) { traced::FD_SET(i(a[0]), set(a[1]), h); return int64_t(0); }, false},
    {"FD_CLR", Call::fd_clr, {number, {P::set}}, [](A a, Here h) { traced::FD_CLR(i(a[0]), set(a[1]), h); return int64_t(0); }, false},
    {"FD_ISSET", Call::fd_isset, {number, {P::set}}, [](A a, Here h) { return int64_t(traced::FD_ISSET(i(a[0]), set(a[1]), h)); }},
};

struct Computed {
    std::string_view name;
    size_t arguments;
    int64_t (*value)(int64_t);
};
constexpr Computed computed_table[] = {
    {"htons", 1, [](int64_t n) { return int64_t(htons(uint16_t(n))); }},
    {"ntohs", 1, [](int64_t n) { return int64_t(ntohs(uint16_t(n))); }},
    {"htonl", 1, [](int64_t n) { return int64_t(htonl(uint32_t(n))); }},
    {"ntohl", 1, [](int64_t n) { return int64_t(ntohl(uint32_t(n))); }},
    {"gettid", 0, [](int64_t) { return int64_t(gettid()); }},
    {"getpid", 0, [](int64_t) { return int64_t(getpid()); }},
};

constexpr std::string_view handler_name = "count"; // beside SIG_DFL and SIG_IGN, which are 0 and 1
constexpr int64_t handler_value = 2;
constexpr calls::Type typed[] = {
    calls::Type::domain, calls::Type::socket_type, calls::Type::level, calls::Type::option, calls::Type::message_flags, calls::Type::shutdown_way,
    calls::Type::command, calls::Type::status_flags, calls::Type::poll_events, calls::Type::epoll_operation, calls::Type::epoll_events,
    calls::Type::action_flags, calls::Type::mask_way, calls::Type::notification, calls::Type::cancelled, calls::Type::control, calls::Type::flow,
};

} // namespace

std::span<const KnownCall> known_calls() noexcept
{
    return table;
}

const KnownCall *known_call(std::string_view name) noexcept
{
    const auto found = std::ranges::find(table, name, &KnownCall::name);
    return found == std::end(table) ? nullptr : &*found;
}

bool computes(std::string_view name) noexcept
{
    return name == "stdin" || std::ranges::find(computed_table, name, &Computed::name) != std::end(computed_table);
}

std::optional<int64_t> computed(std::string_view name, const std::vector<int64_t> &arguments)
{
    const auto found = std::ranges::find(computed_table, name, &Computed::name);
    if (found == std::end(computed_table) || found->arguments != arguments.size())
        return {};
    return found->value(arguments.empty() ? 0 : arguments[0]);
}

std::optional<int64_t> constant(std::string_view name)
{
    if (name == handler_name)
        return handler_value;
    for (const calls::Constant &one : calls::further_constants())
        if (one.name == name)
            return one.value;
    for (const calls::Type type : typed)
        for (const calls::Constant &one : calls::constants(type))
            if (one.name == name)
                return one.value;
    if (name.starts_with("SIG"))
        return calls::number_of(calls::Type::signal, name);
    return header_constant(name);
}

std::vector<std::string_view> constant_names()
{
    std::vector<std::string_view> names{handler_name};
    for (const calls::Constant &one : calls::further_constants())
        names.push_back(one.name);
    for (const calls::Type type : typed)
        for (const calls::Constant &one : calls::constants(type))
            names.push_back(one.name);
    for (const OptionRow &row : option_rows())
        names.push_back(row.name);
    return names;
}

} // namespace bench
