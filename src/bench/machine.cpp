// SPDX-License-Identifier: MIT
#include "bench/machine.h"

#include "calls/names.h"

#include <algorithm>
#include <arpa/inet.h>
#include <cerrno>
#include <csignal>
#include <netinet/tcp.h>
#include <sys/ioctl.h>
#include <unistd.h>

namespace bench {
namespace {

using traced::Here;

constexpr size_t most_shown = 200; // bytes of a buffer, members of an array

// The signals whose handler counts: no other may come to the bench by its own doing.
bool may_handle(int64_t signal)
{
    return signal == SIGIO || signal == SIGURG || (signal >= SIGRTMIN && signal <= SIGRTMAX);
}

} // namespace

std::variant<Outcome, Wrong> Machine::execute(const Statement &statement, int line)
{
    Outcome outcome;
    const Here here("bench", uint32_t(line));
    for (const Statement::Part &part : statement.parts)
        if (!do_part(statement, part, here, outcome))
            return m_wrong;
    return outcome;
}

bool Machine::do_part(const Statement &statement, const Statement::Part &part, Here here, Outcome &outcome)
{
    const Term *named_first = part.target ? &*part.target : nullptr;
    while (named_first && (named_first->kind == Term::index || named_first->kind == Term::member))
        named_first = &named_first->parts[0];
    if (named_first && named_first->word == "stdin") // it is one of the C library's
        return fail({.what = Wrong::reserved, .column = named_first->column, .word = named_first->word});
    if (!statement.type.empty() && !declare(statement, *part.target))
        return false;
    if (!part.value)
        return true;
    const Term &value = *part.value;
    const bool calls_kernel = value.kind == Term::call && !computes(value.word);
    const Variable *whole = !part.target && value.kind == Term::name ? m_variables.find(value.word) : nullptr;
    if (whole && whole->kind != Variable::number) {
        outcome.shown = whole->text(most_shown);
        return true;
    }
    if (!part.target && !calls_kernel) { // a value alone: it is shown
        const auto shown = number(value);
        outcome.value = shown;
        return shown.has_value();
    }
    if (!part.target)
        return make_call(value, here, outcome);
    Term target = *part.target;
    if (!statement.type.empty() && target.kind == Term::index) { // char text[6] = "hello"
        Term name = std::move(target.parts[0]);
        target = std::move(name);
    }
    if (calls_kernel) {
        const KnownCall *call = known_call(value.word);
        if (call && !call->gives)
            return fail({.what = Wrong::wrong_kind, .column = value.column, .wanted = Wrong::a_number});
        if (target.kind == Term::name && !m_variables.find(target.word) && constant(target.word))
            return fail({.what = Wrong::reserved, .column = target.column, .word = target.word});
        return make_call(value, here, outcome) && assign(target, outcome.value.value_or(0), here);
    }
    bool done = false;
    if (!assign_whole(target, value, here, done))
        return false;
    if (done)
        return true;
    const auto result = number(value);
    if (!result || !assign(target, *result, here))
        return false;
    outcome.value = number(target); // of an assignment C's value is what the variable holds then
    return outcome.value.has_value();
}

bool Machine::loopback(const Argument &address)
{
    const sockaddr_in &place = address.variable->place;
    const bool here = place.sin_family == AF_UNSPEC || (place.sin_family == AF_INET && ntohl(place.sin_addr.s_addr) >> 24 == 127);
    const bool allowed = m_other_addresses && place.sin_family == AF_INET;
    if (here || allowed)
        return true;
    char read[INET_ADDRSTRLEN] = "";
    if (place.sin_family == AF_INET)
        ::inet_ntop(AF_INET, &place.sin_addr, read, sizeof read);
    const bool swapped = place.sin_family == AF_INET && place.sin_addr.s_addr >> 24 == 127; // as htonl() would have had it
    return fail({.what = swapped ? Wrong::host_order : Wrong::other_address, .column = address.column, .word = read});
}

// What the kernel would do, and the bench does not let it.
bool Machine::may(const KnownCall &call, const Arguments &a)
{
    using calls::Call;
    const auto column = [&](size_t i) { return a[i].column; };
    switch (call.call) {
    case Call::socket:
        return a[0].number == AF_INET || a[0].number == AF_INET6 || fail({.what = Wrong::other_domain, .column = column(0)});
    case Call::socketpair:
        return a[0].number == AF_UNIX || fail({.what = Wrong::other_domain, .column = column(0)});
    case Call::bind:
    case Call::connect: return loopback(a[1]);
    case Call::sendto: return loopback(a[4]);
    case Call::fd_set:
    case Call::fd_clr:
    case Call::fd_isset:
        return (a[0].number >= 0 && a[0].number < FD_SETSIZE) || fail({.what = Wrong::outside_set, .column = column(0), .number = a[0].number});
    case Call::select:
        return a[0].number <= FD_SETSIZE || fail({.what = Wrong::outside_set, .column = column(0), .number = a[0].number - 1});
    case Call::epoll_wait:
        return a[2].number <= trace::most_epoll_events || fail({.what = Wrong::too_large, .column = column(2), .number = a[2].number});
    case Call::fcntl: {
        const int64_t command = a[1].number;
        constexpr int known[] = {F_GETFL, F_SETFL, F_GETFD, F_SETFD, F_GETOWN, F_SETOWN, F_GETSIG, F_SETSIG, F_DUPFD, F_DUPFD_CLOEXEC};
        if (std::ranges::find(known, command) == std::end(known))
            return fail({.what = Wrong::other_command, .column = column(1)});
        if (command == F_SETOWN && a[2].number != getpid() && a[2].number != gettid() && a[2].number != 0)
            return fail({.what = Wrong::other_process, .column = column(2)});
        if (command == F_SETSIG && a[2].number != 0 && !may_handle(a[2].number))
            return fail({.what = Wrong::other_signal, .column = column(2)});
        return true;
    }
    case Call::ioctl: {
        const auto known = calls::constants(calls::Type::control);
        return std::ranges::find(known, a[1].number, &calls::Constant::value) != known.end() || fail({.what = Wrong::other_command, .column = column(1)});
    }
    case Call::setsockopt:
    case Call::getsockopt: {
        const auto known = calls::constants(calls::Type::option);
        const auto is = [&](const calls::Constant &one) { return one.value == a[2].number && one.level == a[1].number; };
        return std::ranges::any_of(known, is) || fail({.what = Wrong::other_option, .column = column(2)});
    }
    case Call::aio_read:
    case Call::aio_write: {
        const Variable &request = *a[0].variable;
        const sigevent &told = request.block->aio_sigevent;
        if (request.outstanding())
            return fail({.what = Wrong::busy, .column = column(0), .word = request.name});
        if (!request.buffer_of)
            return fail({.what = Wrong::no_buffer, .column = column(0), .word = request.name});
        if (request.block->aio_nbytes > request.buffer_of->size())
            return fail({.what = Wrong::outside_array, .column = column(0), .word = request.buffer_of->name, .number = int64_t(request.block->aio_nbytes)});
        const bool tells = told.sigev_notify == SIGEV_NONE || told.sigev_notify == SIGEV_THREAD || (told.sigev_notify == SIGEV_SIGNAL && may_handle(told.sigev_signo));
        return tells || fail({.what = Wrong::other_signal, .column = column(0)});
    }
    case Call::sigaction: return may_handle(a[0].number) || fail({.what = Wrong::other_signal, .column = column(0)});
    default: return true;
    }
}

bool Machine::make_call(const Term &term, Here here, Outcome &outcome)
{
    const KnownCall *call = known_call(term.word);
    if (!call) {
        std::vector<std::string_view> names;
        for (const KnownCall &known : known_calls())
            names.push_back(known.name);
        return fail({.what = Wrong::unknown_call, .column = term.column, .word = term.word, .nearest = nearest(term.word, names)});
    }
    const size_t count = call->arity();
    const bool short_fcntl = call->call == calls::Call::fcntl && term.parts.size() == 2; // F_GETFL takes none
    if (term.parts.size() != count && !short_fcntl)
        return fail({.what = Wrong::wrong_count, .column = term.column, .word = term.word, .number = int64_t(count)});
    Arguments arguments;
    for (size_t i = 0; i < term.parts.size(); ++i)
        if (!argument(call->parameters[i], term.parts[i], arguments, i))
            return false;
    if (!may(*call, arguments))
        return false;
    outcome.call = call->call;
    if (m_allowed && !m_allowed(call->call))
        return true;
    errno = 0;
    const int64_t result = call->run(arguments, here);
    outcome.error = result == -1 ? errno : 0;
    if (call->gives)
        outcome.value = result;
    if (call->call == calls::Call::fgets)
        outcome.shown = result ? arguments[0].variable->text(most_shown) : "NULL";
    return true;
}

} // namespace bench
