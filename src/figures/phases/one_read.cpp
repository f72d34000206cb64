// SPDX-License-Identifier: MIT
#include "figures/phases/one_read.h"

#include "calls/verbs.h"
#include "replay/times.h"
#include "words/requests.h"

#include <algorithm>
#include <fcntl.h>

namespace figures {
namespace {

using replay::begin_of;
using trace::Call;
using trace::Event;

constexpr size_t farthest = 20'000; // events of a thread looked at, backwards

// What a thread did before an event, latest first, until `see` has seen enough.
template <typename See> // bool(const Event &)
void backwards(const Scene &scene, size_t thread, size_t before, See see)
{
    const replay::Replay::Lane &lane = scene.replay.lane(thread);
    const auto &events = scene.replay.trace().events();
    size_t index = size_t(std::ranges::upper_bound(lane.begin, scene.instant.time) - lane.begin.begin());
    for (size_t looked = 0; index-- > 0 && looked < farthest; ++looked)
        if (const uint32_t sequence = lane.sequence[index]; sequence < before && see(events[sequence], sequence))
            return;
}

bool gives_data(const Event &event)
{
    const auto transfer = calls::as_transfer(event);
    return transfer && transfer->reads() && transfer->in_stream() && transfer->moved.value_or(0) > 0;
}

std::optional<size_t> latest_read(const Scene &scene)
{
    std::optional<size_t> latest;
    for (size_t thread = 0; thread < scene.replay.trace().threads.size(); ++thread)
        if (scene.in_front(thread))
            backwards(scene, thread, scene.instant.complete, [&](const Event &event, size_t sequence) {
                if (!gives_data(event))
                    return false;
                latest = std::max(latest.value_or(0), sequence);
                return true;
            });
    return latest;
}

void find_phases(OneRead &one, const Scene &scene)
{
    for (const replay::Phase &phase : scene.replay.phases(one.sequence))
        (phase.kind == replay::Phase::wait ? one.wait : one.copy) = phase;
    if (one.wait && one.wait->begin >= one.zero())
        one.wait.reset();
}

// The handler that the read is made in, or the thread that the library has started for it.
void find_told(OneRead &one, const Scene &scene)
{
    bool inside = true;
    backwards(scene, one.read.thread, one.sequence, [&](const Event &event, size_t) {
        const bool begins = event.call == Call::handler_begin || event.call == Call::thread_begin;
        const bool main = trace::job(scene.replay.trace(), event.thread) == trace::Job::main;
        if (event.call == Call::handler_end || (event.call == Call::thread_begin && main))
            inside = false;
        else if (inside && begins)
            one.told = event;
        return begins || !inside;
    });
    if (!one.told || one.told->call != Call::handler_begin)
        return;
    const replay::Replay::Lane &lane = scene.replay.lane(one.read.thread);
    const auto &events = scene.replay.trace().events();
    const auto from = size_t(std::ranges::lower_bound(lane.begin, one.read.end) - lane.begin.begin());
    for (size_t i = from; i < std::min(lane.begin.size(), from + farthest) && !one.over; ++i)
        if (events[lane.sequence[i]].call == Call::handler_end && lane.sequence[i] < scene.instant.complete)
            one.over = events[lane.sequence[i]];
}

void find_request(OneRead &one, const Scene &scene, uint64_t number)
{
    one.way = OneRead::requested;
    const auto &threads = scene.replay.trace().threads;
    for (size_t thread = 0; thread < threads.size() && !one.asked; ++thread)
        if (scene.in_front(thread))
            backwards(scene, thread, one.sequence, [&](const Event &event, size_t) {
                const auto submitted = calls::as_submission(event);
                if (submitted && submitted->taken && submitted->request == number)
                    one.asked = event;
                return one.asked.has_value();
            });
    const auto main = scene.front_thread();
    backwards(scene, main, one.sequence, [&](const Event &event, size_t) {
        if (calls::waits_for_requests(event) && !one.told && event.end >= one.zero())
            one.told = event;
        return event.end < one.zero();
    });
    backwards(scene, one.read.thread, one.sequence, [&](const Event &event, size_t) {
        if (event.call == Call::aio_error && calls::told_complete(event) == number)
            one.looked = event;
        return one.looked || event.end < one.zero();
    });
    const auto slept_in = [&](const Event &event) { // it began before the data came, and went on
        return calls::is_call(event.call) && begin_of(event) < one.zero() && replay::end_of(event) > one.zero();
    };
    if (main < threads.size()) {
        backwards(scene, main, scene.replay.trace().events().size(), [&](const Event &event, size_t) {
            if (slept_in(event) && !calls::waits_for_requests(event))
                one.meanwhile = event;
            return one.meanwhile || replay::end_of(event) < one.zero();
        });
        for (const Event &event : scene.replay.trace().in_flight())
            if (!one.meanwhile && event.thread == main && slept_in(event))
                one.meanwhile = event;
    }
    const auto &events = scene.replay.trace().events();
    for (size_t i = one.sequence, looked = 0; i-- > 0 && looked < farthest && one.asked && events[i].end >= one.asked->begin; ++looked)
        if (const auto seen = calls::as_seen_thread(events[i]); seen && seen->thread < 0 && seen->fd == one.asked->fd && !one.helper)
            one.helper = words::helper_of(events[i]);
}

// The call that the wait began in, before the read.
void find_multiplexer(OneRead &one, const Scene &scene)
{
    backwards(scene, one.read.thread, one.sequence, [&](const Event &event, size_t) {
        if (begin_of(event) == one.wait->begin && calls::as_wait(event))
            one.asked = event;
        return one.asked || event.end < one.wait->begin;
    });
    one.way = one.asked ? OneRead::multiplexed : OneRead::at_once;
    if (!one.asked)
        one.wait.reset();
}

// From the first poll in vain after what was read before.
void find_polls(OneRead &one, const Scene &scene)
{
    backwards(scene, one.read.thread, one.sequence, [&](const Event &event, size_t) {
        if (calls::in_vain(event) && event.fd == one.read.fd && calls::reads(event)) {
            one.polls += event.count;
            one.asked = event;
        } else if (const auto wait = calls::as_wait(event); wait && wait->what == calls::Wait::time) {
            one.between_polls += event.begin < one.zero() ? replay::span(event.begin, std::min(event.end, one.zero())) : 0;
        }
        return event.fd == one.read.fd && gives_data(event);
    });
    if (!one.asked || begin_of(*one.asked) >= one.zero())
        return;
    one.way = OneRead::polling;
    one.wait->begin = begin_of(*one.asked);
}

void find_setup(OneRead &one, const Scene &scene)
{
    one.way = OneRead::signalled;
    backwards(scene, scene.front_thread(), one.sequence, [&](const Event &event, size_t) {
        const auto setting = calls::as_setting(event);
        if (setting && setting->what == calls::Setting::status_flags && (setting->value & O_ASYNC) && setting->fd == one.read.fd)
            one.setup = event;
        return one.setup.has_value();
    });
}

} // namespace

std::optional<OneRead> one_read(const Scene &scene)
{
    const auto sequence = latest_read(scene);
    const auto arrival = sequence ? scene.replay.taken_by(*sequence) : std::nullopt;
    if (!arrival || arrival->known == replay::Known::unknown)
        return {};
    OneRead one;
    one.sequence = *sequence;
    one.read = scene.replay.trace().events()[*sequence];
    one.arrival = *arrival;
    find_phases(one, scene);
    find_told(one, scene);
    if (const auto request = calls::told_complete(one.read)) {
        find_request(one, scene, *request);
        if (one.told) // it was there by then
            one.arrival.latest = std::max(one.zero(), std::min(one.arrival.latest, one.told->end));
        return one;
    }
    if (!calls::is_call(one.read.call)) // io_uring's: the book does not know it
        return {};
    if (one.wait) {
        one.way = OneRead::asleep;
        if (one.wait->begin < begin_of(one.read))
            find_multiplexer(one, scene);
        return one;
    }
    one.wait = scene.replay.unblocked_wait(one.sequence);
    if (one.wait && one.told && one.wait->begin < one.zero())
        find_setup(one, scene);
    else if (one.wait && !one.told)
        find_polls(one, scene);
    if (one.way == OneRead::at_once)
        one.wait.reset();
    return one;
}

} // namespace figures
