// SPDX-License-Identifier: MIT
// The bench's variables: all the memory that a statement can name.
#pragma once

#include "posix/traced.h"
#include "posix/traced_aio.h"

#include <csignal>
#include <cstdint>
#include <ctime>
#include <map>
#include <memory>
#include <netinet/in.h>
#include <optional>
#include <poll.h>
#include <string>
#include <string_view>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <vector>

namespace bench {

struct Variable {
    enum Kind : uint8_t {
        number,   // int, socklen_t, ssize_t
        buffer,   // char[]
        set,      // fd_set
        timeval, timespec, linger, address, // struct sockaddr_in
        pollfds,  // struct pollfd[]
        numbers,  // int[]
        events,   // struct epoll_event[]
        mask, action, // sigset_t, struct sigaction
        request,  // struct aiocb
        requests, // const struct aiocb *[]: of other variables
        braces,   // given in {…}, and not used yet: what it is shows then
    } kind = number;
    std::string name;
    uint16_t recorded = trace::unnamed_variable; // its number in the recording
    int value = 0;
    bool length = false; // passed where the kernel writes a socklen_t
    int initial = 0;     // what there was room for when it was first named there
    std::vector<char> bytes;
    std::unique_ptr<traced::fd_set> descriptors;
    ::timeval time{};
    ::timespec precise{};
    ::linger lingers{};
    sockaddr_in place{};
    std::vector<::pollfd> polled;
    std::vector<int> several;
    std::vector<epoll_event> told;
    sigset_t masked{};
    struct sigaction acts{};
    std::unique_ptr<traced::aiocb> block;    // request; it reads into, or writes from, `buffer_of`
    Variable *buffer_of = nullptr;
    bool asked = false;                      // it has been handed to the C library once
    std::vector<Variable *> listed;          // requests
    std::vector<std::vector<int64_t>> given; // braces; of these, nested ones are groups

    // The memory behind it; {nullptr, 0} of braces.
    void *data() noexcept;
    size_t size() const noexcept; // sizeof
    // The places of an array; 1 of what is none.
    size_t places() const noexcept;
    // A number within it, as tv.tv_sec, fds[1].revents, ends[0] name it; nullopt: it has no such member.
    std::optional<int64_t> get(size_t index, std::string_view member) const noexcept;
    bool set_member(size_t index, std::string_view member, int64_t value) noexcept;
    // A request that the C library is doing: neither it nor its buffer may be touched.
    bool outstanding() const noexcept;
    // What stands in C before its name, and behind: {"struct pollfd", "[3]"}.
    std::string type() const;
    std::string extent() const;
    // What it holds, as it is shown: 3, {0, 4}, "abc" up to the first 0. Of a longer one `most` bytes, or members.
    std::string text(size_t most) const;
};

class Variables {
public:
    Variables() = default;
    ~Variables();
    Variables(const Variables &) = delete;
    Variables &operator=(const Variables &) = delete;

    Variable *find(std::string_view name) noexcept;
    // A new one of that kind and, for arrays, so many places. nullptr: more memory than there is for the bench.
    Variable *make(std::string_view name, Variable::Kind kind, size_t places = 1);
    // What was given in braces becomes `kind`. False: too many values, or one too large.
    static bool become(Variable &variable, Variable::Kind kind, size_t places = 1);
    // Puts values into one whose kind is known.
    static bool assign(Variable &variable, const std::vector<std::vector<int64_t>> &groups);

    const std::vector<std::unique_ptr<Variable>> &all() const { return m_all; } // in the order of their making
    std::vector<std::string_view> names() const;

private:
    bool give_room(Variable &variable, size_t places);
    std::vector<std::unique_ptr<Variable>> m_all;
    size_t m_used = 0; // bytes
};

// The signal handler of the bench, that counts; how many it has.
void count_signal(int signal, siginfo_t *info, void *context);

} // namespace bench
