// SPDX-License-Identifier: MIT
#include "audience/door.h"

#include "audience/passage.h"
#include "posix/thread.h"

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <csignal>
#include <list>
#include <map>
#include <mutex>
#include <netinet/in.h>
#include <poll.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <unistd.h>

namespace audience {
namespace {

using namespace std::chrono_literals;

constexpr int at_once = 16;        // connections taken from the queue before those who are in have their turn
constexpr auto flood_pause = 20ms; // when so many have come at once the rest waits in the queue: the processor is the server's
constexpr size_t hosts_kept = 4096;

struct Admitted {
    Descriptor fd;
    uint32_t host = 0;
    std::shared_ptr<std::atomic<bool>> turned_away;
};

struct Host {
    int in = 0;
    Allowance newcomers;
};

Problem problem(uint32_t address, int error)
{
    switch (error) {
    case EADDRNOTAVAIL: return {Problem::not_ours, error};
    case EADDRINUSE: return {Problem::in_use, error};
    case EACCES:
    case EPERM: return {Problem::no_right, error};
    default: return {address >> 28 == 0xe ? Problem::not_ours : Problem::other, error}; // multicast
    }
}

} // namespace

struct Door::State {
    const Limits limits;
    Descriptor door, wake{::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)};
    std::atomic<uint16_t> server = 0;
    std::atomic<bool> ending = false, all_out = false;
    mutable std::mutex mutex; // of the next two
    Tally told;               // after a turn
    std::vector<Admitted> admitted; // who wait for the thread
    // The thread's own:
    Tally tally;
    std::list<Passage> passages;
    std::map<uint32_t, Host> hosts;
    Shared shared{{double(limits.bytes_in_all), Clock::now()}, {double(limits.pieces_in_all), Clock::now()}};
    Clock::time_point closed_until{};
    uint16_t led_to = 0; // the server that all passages lead to
    std::thread thread;

    explicit State(const Limits &given) : limits(given) {}
    void stir() const
    {
        const uint64_t one = 1;
        [[maybe_unused]] const ssize_t written = ::write(wake.fd(), &one, sizeof one);
    }
    void run();
    void turn();
    void take_newcomers(Clock::time_point now);
    void take_admitted(Clock::time_point now);
    bool may_come(uint32_t host, Clock::time_point now);
    bool let_in(Descriptor &visitor, uint32_t host, bool by_browser, Clock::time_point now);
    std::list<Passage>::iterator leave(std::list<Passage>::iterator who);
    void send_all_out();
    void follow();
    void tell();
};

void Door::State::send_all_out()
{
    while (!passages.empty())
        leave(passages.begin());
}

// To where it leads now: of another server those who are in know nothing.
void Door::State::follow()
{
    if (const uint16_t before = std::exchange(led_to, server.load()); before != led_to)
        send_all_out();
}

bool Door::State::may_come(uint32_t host, Clock::time_point now)
{
    if (hosts.size() >= hosts_kept)
        std::erase_if(hosts, [now](const auto &each) { return each.second.in == 0 && each.second.newcomers.full(now); });
    Host &his = hosts.try_emplace(host, Host{0, Allowance(limits.newcomers, now)}).first->second;
    if (led_to == 0 || passages.size() >= size_t(limits.in_all) || his.in >= limits.a_host || his.newcomers.left(now) < 1)
        return false;
    his.newcomers.take(1, now);
    return true;
}

// False: he is turned away, and `visitor` is still his.
bool Door::State::let_in(Descriptor &visitor, uint32_t host, bool by_browser, Clock::time_point now)
{
    follow(); // who has come since it leads elsewhere is not theirs who came before
    Descriptor connection(may_come(host, now) ? connect_to(led_to) : -1);
    if (!connection) {
        will_reset(visitor.fd());
        ++tally.turned_away;
        return false;
    }
    if (!by_browser)
        ask_for_life(visitor.fd(), limits.silence);
    ++hosts.at(host).in;
    ++tally.let_in;
    passages.emplace_back(std::move(visitor), std::move(connection), Visitor{.host = host, .by_browser = by_browser}, limits, now);
    return true;
}

void Door::State::take_newcomers(Clock::time_point now)
{
    for (int taken = 0; taken < at_once; ++taken) {
        sockaddr_in from{};
        socklen_t size = sizeof from;
        Descriptor visitor(::accept4(door.fd(), reinterpret_cast<sockaddr *>(&from), &size, SOCK_CLOEXEC | SOCK_NONBLOCK));
        if (!visitor && (errno == ECONNABORTED || errno == EINTR))
            continue;
        if (!visitor) {
            if (errno != EAGAIN) // no descriptor is left: it stays readable
                closed_until = now + flood_pause;
            return;
        }
        let_in(visitor, ntohl(from.sin_addr.s_addr), false, now);
    }
    closed_until = now + flood_pause;
}

void Door::State::take_admitted(Clock::time_point now)
{
    std::vector<Admitted> those;
    {
        const std::scoped_lock lock(mutex);
        those.swap(admitted);
    }
    for (Admitted &each : those)
        if (!let_in(each.fd, each.host, true, now))
            *each.turned_away = true;
}

std::list<Passage>::iterator Door::State::leave(std::list<Passage>::iterator who)
{
    --hosts.at(who->who().host).in;
    if (who->sent_out())
        ++tally.sent_out;
    return passages.erase(who);
}

void Door::State::tell()
{
    tally.in.clear();
    for (const Passage &passage : passages)
        tally.in.push_back(passage.who());
    const std::scoped_lock lock(mutex);
    told = tally;
}

// Waits until something can be done, and does it.
void Door::State::turn()
{
    Clock::time_point now = Clock::now(), next = Clock::time_point::max();
    std::vector<pollfd> all(2 + 2 * passages.size());
    const bool closed = now < closed_until;
    all[0] = {wake.fd(), POLLIN, 0};
    all[1] = {closed ? -1 : door.fd(), POLLIN, 0};
    if (closed)
        next = closed_until;
    size_t at = 2;
    passages.sort([now](const Passage &one, const Passage &other) { return one.sent_lately(now) < other.sent_lately(now); });
    for (Passage &passage : passages) {
        pollfd both[2];
        passage.ask(both, now, shared, next);
        all[at++] = both[0];
        all[at++] = both[1];
    }
    const auto left = next == Clock::time_point::max() ? -1ms : std::max(0ms, std::chrono::ceil<std::chrono::milliseconds>(next - now));
    if (::poll(all.data(), all.size(), int(std::min(left, 60'000ms).count())) == -1)
        return; // EINTR, ENOMEM
    now = Clock::now();
    if (all[0].revents) {
        uint64_t count = 0;
        [[maybe_unused]] const ssize_t read = ::read(wake.fd(), &count, sizeof count);
    }
    at = 2;
    for (auto passage = passages.begin(); passage != passages.end(); at += 2) {
        const pollfd both[2] = {all[at], all[at + 1]};
        passage = passage->serve(both, now, shared) ? std::next(passage) : leave(passage);
    }
    if (all_out.exchange(false))
        send_all_out();
    follow();
    take_admitted(now);
    if (all[1].revents)
        take_newcomers(now);
    tell();
}

void Door::State::run()
{
    sigset_t every; // of the process's signals none is the door's
    sigfillset(&every);
    pthread_sigmask(SIG_BLOCK, &every, nullptr);
    pthread_setname_np(pthread_self(), "audience");
    while (!ending)
        turn();
}

Door::Door(std::unique_ptr<State> state) : m(std::move(state)) {}

Door::~Door()
{
    m->ending = true;
    m->stir();
    if (m->thread.joinable())
        m->thread.join();
}

std::variant<std::unique_ptr<Door>, Problem> Door::open(uint32_t address, uint16_t port, bool or_another, const Limits &limits)
{
    if (address == INADDR_LOOPBACK || address == INADDR_ANY)
        return Problem{Problem::server_s};
    auto state = std::make_unique<State>(limits);
    state->door.reset(listen_at(address, port, or_another));
    if (!state->door)
        return problem(address, errno);
    if (!state->wake)
        return Problem{Problem::other, errno};
    State &made = *state;
    std::unique_ptr<Door> door(new Door(std::move(state)));
    if (const int error = posix::start_thread(made.thread, [&made] { made.run(); }))
        return Problem{Problem::no_thread, error};
    return door;
}

uint16_t Door::port() const
{
    return port_of(m->door.fd());
}

void Door::lead_to(uint16_t server)
{
    m->server = server;
    m->stir();
}

void Door::send_all_out()
{
    m->all_out = true;
    m->stir();
}

std::shared_ptr<const std::atomic<bool>> Door::admit(int fd, uint32_t host)
{
    auto turned_away = std::make_shared<std::atomic<bool>>(false);
    {
        const std::scoped_lock lock(m->mutex);
        m->admitted.push_back({Descriptor(fd), host, turned_away});
    }
    m->stir();
    return turned_away;
}

Tally Door::tally() const
{
    const std::scoped_lock lock(m->mutex);
    return m->told;
}

} // namespace audience
