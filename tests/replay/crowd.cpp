// SPDX-License-Identifier: MIT
#include "replay/crowd.h"

namespace recording {

Crowd::Crowd(unsigned seed, int clients) : m_random(seed)
{
    m_builder.thread("server", recording::Part::server, {"allset", "readfds", "client_FD", "maxfd"});
    m_builder.thread("control", recording::Part::control);
    for (int i = 0; i < clients; ++i) {
        m_clients.emplace_back().thread = m_builder.thread("client", recording::Part::client);
        m_builder.call(m_clients.back().thread, Call::thread_begin, 900 + i, 900 + i);
    }
    m_events += size_t(clients);
    add(server, Call::thread_begin, 0, -1, 0, 0);
    calls::set(add(server, Call::socket, 10, -1, 3, 0), "type", SOCK_STREAM);
    add(server, Call::bind, 10, 3, 0, 0);
    add(server, Call::listen, 10, 3, 0, 128);
    add(server, Call::getsockname, 10, 3, 0, 7000);
    step(Call::table_assigned, client_FD, -1, -1);
    step(Call::number_assigned, maxfd, -1, 3);
    step(Call::fd_zero, allset);
    step(Call::fd_set, allset, 3);
    m_all = 8;
    sleep();
}

// The server's or a client's next call; the thread's clock moves on.
Event &Crowd::add(uint16_t thread, Call call, int64_t takes, int fd, int result, int64_t length)
{
    int64_t &now = thread == server ? m_now : m_clients[size_t(thread - 2)].now;
    now += random(1, 5);
    const int64_t begin = now;
    now += takes;
    ++m_events;
    return m_builder.call(thread, call, begin, now, fd, result, length);
}

// A step of the server's.
Event &Crowd::step(Call call, int variable, int fd, int64_t length)
{
    m_now += random(1, 5);
    ++m_events;
    return m_builder.step(server, call, m_now, variable, fd, length);
}

void Crowd::sleep()
{
    step(Call::set_assigned, readfds, allset);
    m_now += random(1, 4);
    m_select = m_now;
}

void Crowd::wake(int64_t from, int64_t to, int fd)
{
    m_now = std::max(random(from, to), m_select + 1);
    ++m_events;
    m_builder.select(server, m_select, m_now, m_maxfd + 1, readfds, m_all, uint64_t(1) << fd);
    step(Call::fd_isset, readfds, fd).result = 1;
}

void Crowd::connect(Client &client)
{
    client.now = std::max(client.now, m_select) + random(1, 50);
    do
        m_port = m_port % 300 + 1; // soon used again, but never by two at once
    while (std::ranges::find(m_clients, m_port, &Client::port) != m_clients.end());
    client.port = m_port;
    calls::set(add(client.thread, Call::socket, 5, -1, 3, 0), "type", SOCK_STREAM);
    const int64_t begin = client.now + 6;
    add(client.thread, Call::connect, random(10, 40), 3, 0, 7000);
    const int64_t end = client.now;
    add(client.thread, Call::getsockname, random(1, 60), 3, 0, client.port);
    wake(begin, end + 20, 3);
    client.fd = 4;
    while (m_all >> client.fd & 1)
        ++client.fd;
    add(server, Call::accept, random(1, 30), 3, client.fd, client.port);
    const auto free = std::ranges::find(m_slots, -1);
    const int slot = int(free - m_slots.begin());
    if (free == m_slots.end())
        m_slots.push_back(-1);
    m_slots[size_t(slot)] = client.fd;
    step(Call::table_assigned, client_FD, slot, client.fd);
    step(Call::fd_set, allset, client.fd);
    m_all |= uint64_t(1) << client.fd;
    if (client.fd > m_maxfd) {
        m_maxfd = client.fd;
        step(Call::number_assigned, maxfd, -1, m_maxfd);
    }
    sleep();
}

void Crowd::talk(Client &client)
{
    const int bytes = int(random(1, 100));
    client.now = std::max(client.now, m_select) + random(1, 50);
    const int64_t begin = client.now + 6;
    add(client.thread, Call::send, random(5, 40), 3, bytes, bytes);
    wake(begin, client.now + 20, client.fd);
    const int first = int(random(1, bytes)); // the rest stays in the kernel for a while
    for (const int part : {first, bytes - first})
        if (part > 0)
            add(server, Call::recv, random(1, 10), client.fd, part, 4096);
    add(server, Call::send, random(5, 20), client.fd, bytes, bytes);
    const int64_t back = m_now;
    ++m_events;
    const int64_t asked = client.now + random(1, 30);
    client.now = std::max(asked, back) + random(0, 20);
    m_builder.call(client.thread, Call::recv, asked, client.now, 3, bytes, 4096);
    sleep();
}

void Crowd::leave(Client &client)
{
    client.now = std::max(client.now, m_select) + random(1, 50);
    const bool reset = random(0, 3) == 0;
    if (reset)
        calls::set(add(client.thread, Call::setsockopt, 2, 3, 0, 1), {{"level", SOL_SOCKET}, {"option", SO_LINGER}});
    else if (random(0, 1))
        calls::set(add(client.thread, Call::shutdown, 5, 3, 0, 0), "how", SHUT_WR);
    const int64_t begin = client.now + 6;
    add(client.thread, Call::close, random(5, 30), 3, 0, 0);
    wake(begin, client.now + 20, client.fd);
    Event &last = add(server, Call::recv, 5, client.fd, reset ? -1 : 0, 4096);
    last.error = reset ? ECONNRESET : 0;
    add(server, Call::close, 5, client.fd, 0, 0);
    step(Call::fd_clr, allset, client.fd);
    m_all &= ~(uint64_t(1) << client.fd);
    const auto slot = std::ranges::find(m_slots, client.fd);
    *slot = -1;
    step(Call::table_assigned, client_FD, int(slot - m_slots.begin()), -1);
    client.fd = -1;
    client.port = 0;
    sleep();
}

void Crowd::grow(size_t events)
{
    const size_t until = m_events + events;
    while (m_events < until) {
        Client &client = m_clients[size_t(random(0, int64_t(m_clients.size()) - 1))];
        if (client.fd == -1)
            connect(client);
        else if (random(0, 5) == 0)
            leave(client);
        else
            talk(client);
    }
}

trace::Batch Crowd::batch()
{
    m_builder.select_in_flight(server, m_select, m_maxfd + 1, readfds, m_all);
    return m_builder.batch();
}

} // namespace recording
