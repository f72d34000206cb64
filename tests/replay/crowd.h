// SPDX-License-Identifier: MIT
// A long recording as the select() server and its clients would make it, from a seed: connections come and go,
// descriptors and ports are used again, calls of several threads overlap.
#pragma once

#include "recording/builder.h"
#include "replay/replay.h"

#include <random>

namespace recording {

class Crowd {
public:
    Crowd(unsigned seed, int clients);
    // Adds at least so many events.
    void grow(size_t events);
    // All of it, with the select() in flight at the end.
    trace::Batch batch();
    size_t events() const { return m_events; }

    static constexpr uint16_t server = 0;
    static constexpr int allset = 0, readfds = 1, client_FD = 2, maxfd = 3; // the server's variables

private:
    struct Client {
        uint16_t thread = 0;
        int fd = -1;     // at the server
        int port = 0;    // its own
        int64_t now = 0; // when its last call ended
    };

    void connect(Client &client);
    void talk(Client &client);
    void leave(Client &client);
    // The server's select() returns between `from` and `to` for `fd`; then it looks.
    void wake(int64_t from, int64_t to, int fd);
    void sleep();
    Event &add(uint16_t thread, Call call, int64_t length_of_it, int fd, int result, int64_t length);
    Event &step(Call call, int variable, int fd = -1, int64_t length = 0);
    int64_t random(int64_t from, int64_t to) { return from + int64_t(m_random() % uint64_t(to - from + 1)); }

    Builder m_builder;
    std::mt19937_64 m_random;
    std::vector<Client> m_clients;
    std::vector<int> m_slots;
    uint64_t m_all = 0;
    int m_maxfd = 3;
    int m_port = 0;            // given last
    int64_t m_now = 1000;      // the server's clock
    int64_t m_select = 0;      // when its select() began
    size_t m_events = 0;
};

} // namespace recording
