// SPDX-License-Identifier: MIT
// How a run ends: its programs, each by itself (participant.cpp), then its clients. Who does not end is left behind, and told.
#include "lab/state.h"

#include "calls/schema.h"
#include "trace/clock.h"

#include <algorithm>
#include <cerrno>

namespace lab {
namespace {

using namespace std::chrono_literals;

constexpr auto again_every = 10ms;
constexpr auto last_chance = 50ms;

// Nobody takes them any more, and what they use must not go.
void keep_for_ever(std::shared_ptr<void> state)
{
    static auto &mutex = *new std::mutex;
    static auto &kept = *new std::vector<std::shared_ptr<void>>;
    const std::scoped_lock lock(mutex);
    kept.push_back(std::move(state));
}

} // namespace

bool Run::State::anything_ends()
{
    int now = 0;
    const std::scoped_lock lock(mutex);
    each_program([&](const Participant &one) { now += one.remaining(); });
    now += int(std::ranges::count_if(guests, [](const auto &guest) { return guest->client && !guest->client->done(); }));
    if (now != remaining || remaining_since == INT64_MAX) {
        remaining = now;
        remaining_since = trace::now();
    }
    giving_up = giving_up || trace::now() - remaining_since > patience;
    return !giving_up;
}

void Run::State::end_rest()
{
    {
        const std::scoped_lock lock(wake_mutex);
        stop = true; // the first program has ended by itself: without it there is no run
    }
    wake.notify_all();
    const auto others_ended = [this] {
        bool all = true;
        const std::scoped_lock lock(mutex);
        each_program([&](const Participant &one) { all = all && (one.first || !one.begun || one.ended); });
        return all;
    };
    while (!others_ended() && anything_ends()) {
        std::unique_lock lock(wake_mutex);
        wake.wait_for(lock, again_every);
    }
    end_clients(true);
    while (!others_ended()) { // they give up, too, and that does not take long
        std::unique_lock lock(wake_mutex);
        wake.wait_for(lock, again_every);
    }
}

void Run::State::end_clients(bool wait)
{
    std::vector<clients::Client *> left;
    {
        const std::scoped_lock lock(mutex);
        accepting_guests = false;
        for (const auto &guest : guests) {
            guest->gate.release();
            if (guest->client)
                left.push_back(guest->client.get());
        }
    }
    for (clients::Client *client : left)
        client->request_end();
    const auto chance = std::chrono::steady_clock::now() + last_chance;
    do {
        std::erase_if(left, [](clients::Client *client) { return client->done(); });
        for (clients::Client *client : left)
            client->interrupt();
        if (!wait)
            return;
        std::unique_lock lock(wake_mutex);
        wake.wait_for(lock, 1ms, [&left] { return left.empty(); });
    } while (!left.empty() && (anything_ends() || std::chrono::steady_clock::now() < chance));
    const std::scoped_lock lock(mutex);
    for (const auto &guest : guests)
        if (guest->client && guest->client->done())
            guest->client.reset(); // joins; its progress is over
}

// Who has not ended is left behind: what he uses must not go, and he never makes another call.
void Run::State::all_ended()
{
    if (giving_up) {
        const std::scoped_lock lock(mutex);
        std::vector<Left> behind;
        bool keep = false;
        each_program([&](Participant &one) {
            behind.insert(behind.end(), one.behind().begin(), one.behind().end());
            keep = keep || one.left_behind();
        });
        for (size_t i = 0; i < guests.size(); ++i) {
            guests[i]->gate.shut();
            const trace::Call call = guests[i]->pulse.call;
            if (guests[i]->client)
                behind.push_back({"client " + std::to_string(i + 1), call == trace::Call::count_ ? std::string() : std::string(calls::name(call))});
        }
        if (keep || !behind.empty())
            keep_for_ever(shared_from_this());
        if (!behind.empty()) {
            if (!problem)
                problem = Problem{"stop", ETIMEDOUT};
            problem->left = std::move(behind);
        }
    }
    collector.drain();
    end();
}

} // namespace lab
