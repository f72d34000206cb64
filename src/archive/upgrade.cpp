// SPDX-License-Identifier: MIT
#include "archive/upgrade.h"

#include <algorithm>
#include <sys/socket.h>

namespace archive {
namespace {

using trace::Call;
using trace::Event;

// Until version 2.
constexpr uint32_t long_form = 0x1000;
constexpr uint32_t most_variables = 14, null_set = 15;
constexpr uint32_t no_descriptor = UINT16_MAX;

uint32_t variable(uint32_t old)
{
    return old == null_set ? trace::select_flags::none : old == most_variables ? trace::unnamed_variable : old;
}

void upgrade_2(Event &event)
{
    const uint32_t flags = event.flags, elsewhere = flags & long_form ? trace::payload_elsewhere : 0;
    switch (event.call) {
    case Call::select:
        event.flags = variable(flags & 15) | variable(flags >> 4 & 15) << 8 | variable(flags >> 8 & 15) << 16 | elsewhere;
        break;
    case Call::poll: event.flags = variable(flags & 15) | elsewhere; break;
    case Call::epoll_wait: event.flags = (flags & (long_form - 1)) | elsewhere; break;
    case Call::set_assigned:
        if (event.fd == int32_t(most_variables))
            event.fd = trace::unnamed_variable;
        [[fallthrough]];
    case Call::fd_zero:
    case Call::fd_set:
    case Call::fd_clr:
    case Call::fd_isset:
    case Call::table_assigned:
    case Call::number_assigned: event.flags = variable(flags); break;
    case Call::setsockopt: // no listing of then used another level; the value's size was not told
        event.flags = uint32_t(SOL_SOCKET) << 16 | (flags & UINT16_MAX);
        event.words[0] = uint64_t(event.length);
        event.words[1] = 0;
        break;
    case Call::observed_task:
        event.words[0] = flags == no_descriptor ? UINT64_MAX : flags;
        event.flags = 0;
        break;
    case Call::close: event.length = 0; break; // was to tell of SO_LINGER, which no program recorded
    default: break;
    }
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
