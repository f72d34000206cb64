// SPDX-License-Identifier: MIT
// The servers: one function each, called in a measured thread with a descriptor table of its own.
#pragma once

#include "trace/event.h"

#include <chrono>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include <netinet/in.h>

namespace servers {

// How a server is asked to run.
struct Settings {
    uint32_t address = 0x7f000001; // IPv4, host byte order: 127.0.0.1
    uint16_t port = 0;             // 0: the kernel chooses
    int backlog = 128;             // listen(2)
    std::optional<std::chrono::microseconds> timeout; // select(2)'s; none: wait forever
    std::chrono::microseconds pause{0};                // between two rounds of polling; 0: none, the processor never rests
    int send_buffer = 0;                               // SO_SNDBUF of the connections, bytes; 0: the kernel's choice
    bool queued_signals = false; // F_SETSIG with a real-time signal, which is queued and names the descriptor; else SIGIO
    enum class Notify : uint8_t { suspend, signal, thread } notify = Notify::suspend; // how a completed aio request tells
    bool edge_triggered = false; // EPOLLET
    uint16_t connect = 0;        // of a program that connects to another one: where that listens
    int free_descriptors = 0;    // so many numbers are left in its table, the others are taken; 0: all but 0, 1 and 2
    bool stdin_pipe = false;     // its standard input is a pipe, not its terminal
    bool operator==(const Settings &) const = default;
};

// "suspend", "signal", "thread"; nothing: there is no such way.
std::optional<Settings::Notify> notify_named(std::string_view name) noexcept;

// How it ended: `call` failed with `error` before it could serve, or nothing failed and `call` is null.
struct Ending {
    const char *call = nullptr;
    int error = 0;
};

// A listening TCP socket at the address wanted, or -1 with `ending` filled in. UNP 4.2-4.5.
int listening_socket(const Settings &settings, Ending &ending);
// A UDP socket bound to the address wanted, or -1 with `ending` filled in. UNP 8.3.
int bound_socket(const Settings &settings, Ending &ending);
// A second one at the port of `sockfd`, both with SO_REUSEADDR, connected to `peer` and empty; -1: none. UNP 22.7.
int connected_socket(int sockfd, const sockaddr_in &peer);
// What a program is really there for: how many primes there are among the `numbers` numbers from `from` on.
int primes(long from, int numbers);

// The models of UNP 6.2, and what is beyond the lecture.
enum class Model : uint8_t { blocking, nonblocking, multiplexing, signal_driven, asynchronous, beyond };

// What of Settings not every server heeds.
enum Option : unsigned {
    timeout_option = 1, pause_option = 2, send_buffer_option = 4, signal_option = 8, notify_option = 16, edge_option = 32,
    pipe_option = 64, descriptors_option = 128,
};

// The catalogue: `name` as the user types it, `file` its listing. To add one: its listing, its row in server.cpp, and its name in
// the room's list of sources.
struct Server {
    std::string_view name;
    std::string_view file;
    const char *title;       // English source text, context "Servers": "I/O multiplexing: select()"
    Ending (*serve)(const Settings &); // null: of the bench, which does what is typed
    trace::Call told_by;     // the call that tells it what can be done now, a signal's handler, or the read itself
    Model model = Model::blocking;
    bool datagrams = false;  // UDP: no connections, nothing is accepted
    bool terminal = false;   // descriptors 0, 1 and 2 are a terminal of its own
    std::string_view peer{}; // it connects to a server: the one that is started with it when there is no other; empty: it listens itself
    bool echoes = true;      // who sends gets the same back: such servers can be compared
    bool sends_urgent = false; // it answers an urgent byte with one (MSG_OOB)
    unsigned heeds = 0;      // the Options it heeds
    trace::CallSet sleeps_in{}; // the calls in which it may be found asleep
    std::string_view instead_of{}; // it is wrong on purpose: the server that is right
    int (*lacks)() noexcept = nullptr; // the errno with which this system refuses what it needs, or 0; null: all have it
};
std::span<const Server> all() noexcept;
// Those that are wrong on purpose; none of all().
std::span<const Server> mistakes() noexcept;
// The server of that name, one that is wrong on purpose and the bench too, or nullptr.
const Server *named(std::string_view name) noexcept;

} // namespace servers
