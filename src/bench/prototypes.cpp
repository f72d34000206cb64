// SPDX-License-Identifier: MIT
#include "bench/prototypes.h"

#include <algorithm>
#include <cctype>
#include <iterator>

namespace bench {
namespace {

using calls::Type;

constexpr std::string_view table[] = {
    "int socket(int domain, int type, int protocol)", "int bind(int fd, const struct sockaddr *addr, socklen_t len)", "int listen(int fd, int backlog)",
    "int connect(int fd, const struct sockaddr *addr, socklen_t len)", "int accept(int fd, struct sockaddr *addr, socklen_t *len)",
    "int accept4(int fd, struct sockaddr *addr, socklen_t *len, int flags)", "int getsockname(int fd, struct sockaddr *addr, socklen_t *len)",
    "int getpeername(int fd, struct sockaddr *addr, socklen_t *len)", "ssize_t recv(int fd, void *buf, size_t len, int flags)",
    "ssize_t send(int fd, const void *buf, size_t len, int flags)",
    "ssize_t recvfrom(int fd, void *buf, size_t len, int flags, struct sockaddr *from, socklen_t *fromlen)",
    "ssize_t sendto(int fd, const void *buf, size_t len, int flags, const struct sockaddr *to, socklen_t tolen)", "ssize_t read(int fd, void *buf, size_t count)",
    "ssize_t write(int fd, const void *buf, size_t count)", "int close(int fd)", "int shutdown(int fd, int how)", "int pipe(int fds[2])",
    "int socketpair(int domain, int type, int protocol, int fds[2])", "int dup(int oldfd)", "int dup2(int oldfd, int newfd)", "int fcntl(int fd, int cmd, int arg)",
    "int ioctl(int fd, unsigned long request, int *arg)", "int tcflow(int fd, int action)",
    "int getsockopt(int fd, int level, int optname, void *optval, socklen_t *optlen)",
    "int setsockopt(int fd, int level, int optname, const void *optval, socklen_t optlen)",
    "int select(int nfds, fd_set *readfds, fd_set *writefds, fd_set *exceptfds, struct timeval *timeout)", "int poll(struct pollfd fds[], nfds_t nfds, int timeout)",
    "int epoll_create1(int flags)", "int epoll_ctl(int epfd, int op, int fd, struct epoll_event *event)",
    "int epoll_wait(int epfd, struct epoll_event *events, int maxevents, int timeout)", "int nanosleep(const struct timespec *duration, struct timespec *rem)",
    "char * fgets(char *s, int size, FILE *stream)",
    "int sigaction(int signum, const struct sigaction *act, struct sigaction *oldact)", "int sigprocmask(int how, const sigset_t *set, sigset_t *oldset)",
    "int aio_read(struct aiocb *request)", "int aio_write(struct aiocb *request)", "int aio_error(const struct aiocb *request)",
    "ssize_t aio_return(struct aiocb *request)", "int aio_cancel(int fd, struct aiocb *request)",
    "int aio_suspend(const struct aiocb *const list[], int n, const struct timespec *timeout)", "void FD_ZERO(fd_set *set)", "void FD_SET(int fd, fd_set *set)",
    "void FD_CLR(int fd, fd_set *set)", "int FD_ISSET(int fd, fd_set *set)",
};

struct Constants {
    std::string_view call;
    size_t parameter;
    Type type;
};
constexpr Constants places[] = {
    {"socket", 0, Type::domain}, {"socket", 1, Type::socket_type}, {"socketpair", 0, Type::domain}, {"socketpair", 1, Type::socket_type},
    {"recv", 3, Type::message_flags}, {"send", 3, Type::message_flags}, {"recvfrom", 3, Type::message_flags}, {"sendto", 3, Type::message_flags},
    {"accept4", 3, Type::socket_type}, {"shutdown", 1, Type::shutdown_way}, {"fcntl", 1, Type::command}, {"fcntl", 2, Type::status_flags},
    {"ioctl", 1, Type::control}, {"tcflow", 1, Type::flow}, {"getsockopt", 1, Type::level}, {"getsockopt", 2, Type::option}, {"setsockopt", 1, Type::level},
    {"setsockopt", 2, Type::option}, {"epoll_ctl", 1, Type::epoll_operation}, {"sigprocmask", 0, Type::mask_way}, {"sigaction", 0, Type::signal},
};

bool in_name(char letter)
{
    return std::isalnum(static_cast<unsigned char>(letter)) || letter == '_';
}

std::string_view trimmed(std::string_view text)
{
    while (!text.empty() && text.front() == ' ')
        text.remove_prefix(1);
    while (!text.empty() && text.back() == ' ')
        text.remove_suffix(1);
    return text;
}

} // namespace

Prototype prototype(std::string_view name)
{
    for (const std::string_view line : table) {
        const size_t open = line.find('('), begin = line.rfind(' ', open) + 1;
        if (line.substr(begin, open - begin) != name)
            continue;
        Prototype found{name, line.substr(0, begin - 1), {}};
        for (std::string_view rest = line.substr(open + 1, line.size() - open - 2); !rest.empty();) {
            const size_t comma = std::min(rest.find(','), rest.size());
            found.parameters.push_back(trimmed(rest.substr(0, comma)));
            rest.remove_prefix(std::min(comma + 1, rest.size()));
        }
        return found;
    }
    return {};
}

calls::Type constants_in(std::string_view call, size_t parameter)
{
    const auto found = std::ranges::find_if(places, [&](const Constants &one) { return one.call == call && one.parameter == parameter; });
    return found == std::end(places) ? Type::number : found->type;
}

Place place_in(std::string_view statement, size_t cursor)
{
    struct Open {
        std::string call;
        size_t begin; // of the argument
        std::vector<std::string> before;
    };
    std::vector<Open> open;
    statement = statement.substr(0, cursor);
    bool quoted = false;
    size_t word = 0; // where the name begins that may be going on
    for (size_t i = 0; i < statement.size(); ++i) {
        const char letter = statement[i];
        if (quoted) {
            i += letter == '\\';
            quoted = letter != '"' || (i >= statement.size());
            word = i + 1;
        } else if (letter == '"') {
            quoted = true;
        } else if (letter == '(' || letter == '{') {
            open.push_back({letter == '(' ? std::string(statement.substr(word, i - word)) : std::string(), i + 1, {}});
            word = i + 1;
        } else if (letter == ')' || letter == '}') {
            if (!open.empty())
                open.pop_back();
            word = i + 1;
        } else if (letter == ',' && !open.empty()) {
            open.back().before.emplace_back(trimmed(statement.substr(open.back().begin, i - open.back().begin)));
            open.back().begin = word = i + 1;
        } else if (letter == ';') {
            open.clear();
            word = i + 1;
        } else if (!in_name(letter)) {
            word = i + 1;
        }
    }
    Place place;
    if (!quoted)
        place.word = statement.substr(std::min(word, statement.size()));
    if (!open.empty()) {
        place.call = std::move(open.back().call);
        place.parameter = int(open.back().before.size());
        place.before = std::move(open.back().before);
    }
    return place;
}

} // namespace bench
