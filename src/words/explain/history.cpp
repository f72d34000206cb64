// SPDX-License-Identifier: MIT
// What was done before, to what a descriptor names: its flags, its options, its directions.
#include "words/explain/explain.h"

#include <fcntl.h>
#include <sys/socket.h>

#include <algorithm>
#include <functional>

namespace words {
namespace {

using calls::Setting;
using trace::Event;
using Is = std::function<bool(const Event &)>;

constexpr size_t most_steps_back = 10'000; // events

// Events complete before that of the step.
size_t before(const Step &step)
{
    return std::min({step.sequence, step.world.complete, step.trace.events().size()});
}

// The event that made what `fd` of the table of `thread` names when `complete` events are.
std::optional<size_t> made_by(const Step &step, uint16_t thread, int fd, size_t complete)
{
    return step.replay.opened(thread, fd, {step.world.time, complete});
}

// Without what made the file: its descriptor begins or ends here.
bool begins_or_ends(const Event &event, int fd)
{
    const auto closing = calls::as_closing(event);
    const auto opening = calls::as_opening(event);
    return (closing && closing->descriptor && closing->done && closing->fd == fd) || (opening && (opening->made == fd || opening->other == fd));
}

// The last call among the first `complete` events that `is` true of, on what `fd` of the table of `thread` names then, by whichever
// descriptor; nullptr: the recording shows none.
const Event *last_on(const Step &step, uint16_t thread, int fd, size_t complete, const Is &is)
{
    const auto &events = step.trace.events();
    const auto made = made_by(step, thread, fd, complete);
    for (size_t i = complete, looked = 0; i-- > made.value_or(0) && looked < most_steps_back; ++looked) {
        const Event &event = events[i];
        if (!calls::is_call(event.call) || step.world.table_of(event.thread) != step.world.table_of(thread))
            continue;
        if (is(event) && (made ? made_by(step, event.thread, event.fd, i) == made : event.fd == fd))
            return &event;
        if (!made && begins_or_ends(event, fd))
            break;
    }
    return nullptr;
}

const Event *last_on(const Step &step, int fd, const Is &is)
{
    return last_on(step, step.event.thread, fd, before(step), is);
}

} // namespace

const Event *option_set(const Step &step, uint16_t thread, int fd, int level, int option)
{
    const Is sets = [&](const Event &event) {
        const auto setting = calls::as_setting(event);
        return setting && setting->is(level, option);
    };
    const size_t complete = before(step);
    if (const Event *event = last_on(step, thread, fd, complete, sets))
        return event;
    const auto made = made_by(step, thread, fd, complete);
    const auto opening = made ? calls::as_opening(step.trace.events()[*made]) : std::nullopt;
    if (!opening || opening->what != calls::Opening::connection)
        return nullptr;
    return last_on(step, thread, opening->from, *made, sets); // an accepted socket has what its listening socket had
}

bool is_inline(const Step &step, uint16_t thread, int fd)
{
    const Event *set = option_set(step, thread, fd, SOL_SOCKET, SO_OOBINLINE);
    return set && calls::as_setting(*set)->value != 0;
}

bool flag_was_on(const Step &step, int fd, int flag)
{
    const Event *event = last_on(step, fd, [flag](const Event &one) {
        const auto setting = calls::as_setting(one);
        return setting && setting->what == Setting::status_flags && setting->done && (setting->changes & flag);
    });
    if (event)
        return calls::as_setting(*event)->value & flag;
    const auto made = made_by(step, step.event.thread, fd, before(step));
    const auto type = made && flag == O_NONBLOCK ? calls::value(step.trace.events()[*made], "type") : std::nullopt; // SOCK_NONBLOCK
    return type && (*type & flag);
}

bool has_owner(const Step &step, int fd)
{
    const Event *event = last_on(step, fd, [](const Event &one) {
        const auto setting = calls::as_setting(one);
        return setting && setting->what == Setting::owner && setting->done;
    });
    return event && calls::as_setting(*event)->value != 0;
}

bool never_waits(const Step &step)
{
    const auto transfer = calls::as_transfer(step.event);
    const replay::Socket *socket = step.socket(step.event.fd);
    return (transfer && transfer->never_waits) || (socket ? socket->nonblocking : flag_was_on(step, step.event.fd, O_NONBLOCK));
}

bool seen_full(const Step &step, int fd)
{
    const Event *event = last_on(step, fd, [](const Event &one) { return calls::writes(one); });
    const auto transfer = event ? calls::as_transfer(*event) : std::nullopt;
    return transfer && (transfer->found_nothing() || transfer->moved.value_or(transfer->asked) < transfer->asked);
}

bool being_connected(const Step &step, int fd)
{
    const Event *event = last_on(step, fd, [](const Event &one) {
        const auto naming = calls::as_naming(one);
        return (naming && naming->connects) || calls::reads(one) || calls::writes(one);
    });
    const auto naming = event ? calls::as_naming(*event) : std::nullopt;
    return naming && naming->under_way;
}

bool shut_for_reading(const Step &step, int fd)
{
    return last_on(step, fd, [](const Event &one) {
        const auto closing = calls::as_closing(one);
        return closing && !closing->descriptor && closing->reading && (closing->done || closing->not_connected);
    });
}

bool is_local(const Step &step, uint16_t thread, int fd)
{
    const auto made = made_by(step, thread, fd, before(step));
    return made && calls::value(step.trace.events()[*made], "domain") == AF_UNIX;
}

} // namespace words
