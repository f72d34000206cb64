// SPDX-License-Identifier: MIT
// How a run ends: its server and its clients are woken, by what wakes them least roughly first. Every stop has a deadline: who does
// not end, because nothing can wake him, is left behind asleep, and told.
#include "lab/state.h"

#include "calls/schema.h"
#include "lab/observe/observe.h"
#include "posix/interrupt.h"
#include "posix/traced.h"
#include "trace/clock.h"

#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <unistd.h>

namespace lab {
namespace {

using namespace std::chrono_literals;

constexpr auto again_every = 10ms;
constexpr int deaf_after = 10;    // rounds: it sleeps where no socket wakes it, in epoll_wait() with none to watch
constexpr int clients_after = 20; // rounds: only the peer's end wakes it, since its own descriptor is closed
constexpr auto last_chance = 50ms;

// Nobody takes them any more, and what they use must not go.
void keep_for_ever(std::shared_ptr<void> state)
{
    static auto &mutex = *new std::mutex;
    static auto &kept = *new std::vector<std::shared_ptr<void>>;
    const std::scoped_lock lock(mutex);
    kept.push_back(std::move(state));
}

// The C library puts requests for one number in a row, behind a read that never returns, too: nobody else must get that number.
void keep_number(int fd)
{
    const int any = ::open("/dev/null", O_RDONLY | O_CLOEXEC);
    if (const int next = ::fcntl(any, F_DUPFD_CLOEXEC, fd); next != fd && next != -1) // it is taken already
        ::close(next);
    if (any != fd && any != -1)
        ::close(any);
}

std::string name_of(trace::Call call)
{
    return call == trace::Call::count_ ? std::string() : std::string(calls::name(call));
}

} // namespace

void Run::State::end_all(std::thread &thread)
{
    remaining_since = trace::now();
    end_server(thread);
    end_clients(true);
    if (giving_up)
        give_up(thread);
}

// False once nothing has ended for as long as the patience lasts: a descriptor of the server, or a client.
bool Run::State::anything_ends()
{
    int now = company.descriptors.count() + !server_over;
    {
        const std::scoped_lock lock(mutex);
        now += int(std::ranges::count_if(guests, [](const auto &guest) { return guest->client && !guest->client->done(); }));
    }
    if (now != remaining) {
        remaining = now;
        remaining_since = trace::now();
    }
    giving_up = giving_up || trace::now() - remaining_since > patience;
    return !giving_up;
}

// shutdown(2) wakes accept, select, recv and send alike, loses no race and lasts, but only on sockets that exist: so again and
// again, for those that are new, until the server has seen the wish. All of it is recorded: it is why the server's calls return.
void Run::State::end_server(std::thread &thread)
{
    if (!server_over) {
        server_gate.release();
        record_control();
        company.release_gates();
    }
    // A stream that is neither connected nor listens yet forgets it; ENOTCONN of datagrams is no failure.
    const auto shut = [this](int fd) { return traced::shutdown(fd, SHUT_RDWR) == 0 || errno != ENOTCONN || server->datagrams; };
    for (int round = 0; !server_over && anything_ends(); ++round) {
        company.descriptors.each(shut);
        if (round > deaf_after && round % 10 == 1) {
            posix::interrupt(server_pulse.tid);
            company.interrupt();
        }
        if (round > clients_after && round % 10 == 1)
            end_clients(false);
        std::unique_lock lock(wake_mutex);
        wake.wait_for(lock, again_every, [this] { return server_over.load(); });
    }
    if (!server_over)
        return;
    if (thread.joinable())
        thread.join();
    close_all();
}

// What is the server's still, because it could not end in order: its port is free again, its clients are told.
void Run::State::close_all()
{
    for (int fd; (fd = company.descriptors.first()) != -1;) {
        record_control();
        traced::close(fd);
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

// Who has not ended, and where he sleeps.
std::vector<Left> Run::State::left()
{
    std::vector<Left> all;
    if (!server_over)
        all.push_back({"server", name_of(server_pulse.call)});
    for (const trace::Call call : company.calls())
        all.push_back({"notification thread", name_of(call)});
    if (shares_table() && !server_over)
        for (const int fd : Observer::helpers_reading([this](int each) { return is_ours(each); }))
            all.push_back({{}, "read", fd});
    const std::scoped_lock lock(mutex);
    for (size_t i = 0; i < guests.size(); ++i)
        if (guests[i]->client)
            all.push_back({"client " + std::to_string(i + 1), name_of(guests[i]->pulse.call)});
    return all;
}

// Their gates are shut, so that they never make another call.
void Run::State::give_up(std::thread &thread)
{
    {
        std::unique_lock lock(wake_mutex); // who only waits for a thread of the C library that never comes waits no more
        wake.wait_for(lock, last_chance, [this] { return server_over.load(); });
    }
    std::vector<Left> behind = left();
    server_gate.shut();
    company.shut_gates();
    if (thread.joinable() && server_over)
        thread.join();
    else if (thread.joinable())
        thread.detach();
    close_all();
    for (const Left &one : behind)
        if (one.fd != -1)
            keep_number(one.fd);
    measured_control.reset();
    if (!behind.empty() || company.awaited > 0)
        keep_for_ever(shared_from_this());
    if (behind.empty())
        return;
    const std::scoped_lock lock(mutex);
    for (const auto &guest : guests)
        guest->gate.shut();
    if (!problem)
        problem = Problem{"stop", ETIMEDOUT};
    problem->left = std::move(behind);
}

} // namespace lab
