// SPDX-License-Identifier: MIT
#include "visit.h"

#include <QTest>

#include <cerrno>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace visit {
namespace {

constexpr int minute = 60'000; // ms

sockaddr_in at(uint32_t address, uint16_t port)
{
    sockaddr_in there{};
    there.sin_family = AF_INET;
    there.sin_addr.s_addr = htonl(address);
    there.sin_port = htons(port);
    return there;
}

bool readable(int fd)
{
    pollfd one{fd, POLLIN, 0};
    return ::poll(&one, 1, minute) == 1;
}

} // namespace

bool soon(const std::function<bool()> &condition)
{
    return QTest::qWaitFor(condition, minute);
}

std::vector<trace::Event> Server::calls(trace::Call call)
{
    recorded.append(run.take());
    std::vector<trace::Event> found;
    for (const trace::Event &event : recorded.events())
        if (event.call == call)
            found.push_back(event);
    return found;
}

Visitor::Visitor(uint16_t port, uint32_t from, uint32_t to) : fd(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0))
{
    const sockaddr_in source = at(from, 0), target = at(to, port);
    if (::bind(fd, reinterpret_cast<const sockaddr *>(&source), sizeof source) == -1 || ::connect(fd, reinterpret_cast<const sockaddr *>(&target), sizeof target) == -1) {
        m_refused = errno;
        close();
    }
}

void Visitor::close()
{
    if (fd != -1)
        ::close(std::exchange(fd, -1));
}

bool Visitor::send(const QByteArray &bytes) const
{
    return ::send(fd, bytes.data(), size_t(bytes.size()), MSG_NOSIGNAL) == bytes.size();
}

QByteArray Visitor::receive(qsizetype bytes) const
{
    QByteArray all;
    char part[4096];
    while (all.size() < bytes && readable(fd)) {
        const ssize_t n = ::recv(fd, part, std::min(sizeof part, size_t(bytes - all.size())), 0);
        if (n <= 0)
            break;
        all.append(part, n);
    }
    return all;
}

int Visitor::gone() const
{
    if (fd == -1)
        return m_refused;
    char part[4096];
    for (;;) {
        if (!readable(fd))
            return ETIMEDOUT;
        const ssize_t n = ::recv(fd, part, sizeof part, 0);
        if (n <= 0)
            return n == 0 ? 0 : errno;
    }
}

std::unique_ptr<audience::Door> door_to(const Server &server, const audience::Limits &limits)
{
    auto opened = audience::Door::open(here, 0, false, limits);
    if (!std::holds_alternative<std::unique_ptr<audience::Door>>(opened))
        qFatal("no door");
    auto door = std::move(std::get<std::unique_ptr<audience::Door>>(opened));
    door->lead_to(uint16_t(server.run.port()));
    return door;
}

} // namespace visit
