// SPDX-License-Identifier: MIT
#include "archive/upgrade.h"

#include "calls/schema.h"

#include <algorithm>
#include <sys/socket.h>

namespace archive {
namespace {

using trace::Call;
using trace::CallSet;
using trace::Event;

// Until version 2.
constexpr uint32_t long_form = 0x1000;
constexpr uint32_t most_variables = 14, null_set = 15;
constexpr uint32_t no_descriptor = UINT16_MAX;

uint32_t variable(uint32_t old)
{
    return old == null_set ? trace::select_flags::none : old == most_variables ? trace::unnamed_variable : old;
}

constexpr CallSet about_a_variable{Call::set_assigned, Call::fd_zero, Call::fd_set, Call::fd_clr, Call::fd_isset, Call::table_assigned,
                                   Call::number_assigned};

void upgrade_2(Event &event)
{
    uint32_t &flags = event.flags;
    const uint32_t old = flags;
    if (event.call == Call::select)
        flags = trace::select_flags::passed(variable(old & 15), variable(old >> 4 & 15), variable(old >> 8 & 15));
    else if (event.call == Call::poll || about_a_variable.has(event.call))
        flags = variable(event.call == Call::poll ? old & 15 : old);
    else if (event.call == Call::epoll_wait)
        flags = old & (long_form - 1);
    if (trace::multiplexing.has(event.call) && old & long_form)
        flags |= trace::payload_elsewhere;
    if (event.call == Call::set_assigned && event.fd == int32_t(most_variables))
        event.fd = trace::unnamed_variable;
    if (event.call == Call::setsockopt) { // no listing of then used another level; the value's size was not told
        flags = 0;
        calls::set(event, {{"level", SOL_SOCKET}, {"option", old & UINT16_MAX}, {"bytes", calls::value(event, "value").value_or(0)}, {"size", 0}});
    }
    if (event.call == Call::observed_task) {
        calls::set(event, "fd", old == no_descriptor ? -1 : int64_t(old));
        flags = 0;
    }
    if (event.call == Call::close)
        event.length = 0; // was to tell of SO_LINGER, which no program recorded
}

} // namespace

void upgrade(Event &event, int64_t version) noexcept
{
    if (version <= 2)
        upgrade_2(event);
}

bool upgrade(trace::Trace &trace, const std::vector<std::string> &roles, int64_t version)
{
    if (version > 2)
        return true;
    trace.programs = {{"server", trace::Origin::listing, trace.run.server.empty() ? std::string() : trace.run.server + ".cpp"}};
    std::ranges::replace(trace.programs[0].listing, '-', '_');
    for (size_t i = 0; i < trace.threads.size(); ++i) {
        trace::Thread &thread = trace.threads[i];
        if (roles[i] == "client") {
            thread.program = uint16_t(trace.programs.size());
            trace.programs.push_back({thread.name, trace::Origin::script});
        } else if (roles[i] == "notification" || roles[i] == "control") {
            thread.job = roles[i] == "control" ? trace::Job::control : trace::Job::library;
        } else if (roles[i] != "server" && !roles[i].empty()) {
            return false;
        }
    }
    return true;
}

} // namespace archive
