// SPDX-License-Identifier: MIT
#include "audience/web.h"

#include "audience/passage.h"
#include "posix/thread.h"

#include <algorithm>
#include <arpa/inet.h>
#include <atomic>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <libwebsockets.h>
#include <map>
#include <sys/socket.h>
#include <unistd.h>

namespace audience {
namespace {

constexpr size_t kept = 32 * 1024;  // bytes on their way to a browser; the rest waits at the door
constexpr size_t piece = 4096;
constexpr int turned_away = 4001;   // RFC 6455, 7.4.2: of the page's own
constexpr int pages_a_host = 12;    // connections of one address, for pages and for what is typed in them
constexpr int sockets = 512;        // in all
constexpr int newcomers = 200;      // a second; in a flood of more each is made to wait: the processor is the server's
constexpr auto flood_pause = std::chrono::milliseconds(5);

// A browser, and its side of the way through the door.
struct Tab {
    lws *browser = nullptr, *side = nullptr;
    std::string to_server, to_browser;
    std::shared_ptr<const std::atomic<bool>> turned_away;
};

uint32_t host_of(int fd)
{
    sockaddr_in peer{};
    socklen_t size = sizeof peer;
    return ::getpeername(fd, reinterpret_cast<sockaddr *>(&peer), &size) == 0 ? ntohl(peer.sin_addr.s_addr) : 0;
}

} // namespace

struct Web::State {
    Door &door;
    const Limits limits;
    const std::string page;
    lws_context *context = nullptr;
    lws_vhost *vhost = nullptr;
    Allowance coming{newcomers, Clock::now()};
    std::map<int, uint32_t> connections; // by descriptor: whose they are
    std::atomic<bool> ending = false;
    std::thread thread;

    State(Door &to, const Limits &given, std::string html) : door(to), limits(given), page(std::move(html)) {}
    ~State()
    {
        if (context)
            lws_context_destroy(context);
    }
    void run();
    bool may_connect(int fd);
    bool send_head(lws *wsi) const;
    bool send_page(lws *wsi) const;
    bool come_in(lws *wsi);
    static State &of(lws *wsi) { return *static_cast<State *>(lws_context_user(lws_get_context(wsi))); }
};

namespace {

bool passes_on(Tab &tab)
{
    const ssize_t n = ::send(lws_get_socket_fd(tab.side), tab.to_server.data(), tab.to_server.size(), MSG_NOSIGNAL);
    if (n == -1 && errno != EAGAIN && errno != EINTR)
        return false;
    tab.to_server.erase(0, size_t(std::max<ssize_t>(n, 0)));
    lws_rx_flow_control(tab.browser, tab.to_server.empty());
    if (!tab.to_server.empty())
        lws_callback_on_writable(tab.side);
    return true;
}

// What the server has sent, as one message. False: it has ended, and all of it is there.
bool hands_out(Tab &tab)
{
    if (tab.to_browser.empty()) {
        if (!tab.side && *tab.turned_away)
            lws_close_reason(tab.browser, lws_close_status(turned_away), nullptr, 0);
        return tab.side != nullptr;
    }
    std::string message(LWS_PRE, 0);
    message += tab.to_browser;
    auto *bytes = reinterpret_cast<unsigned char *>(message.data()) + LWS_PRE;
    if (lws_write(tab.browser, bytes, tab.to_browser.size(), LWS_WRITE_BINARY) < 0)
        return false;
    tab.to_browser.clear();
    if (tab.side)
        lws_rx_flow_control(tab.side, 1);
    else
        lws_callback_on_writable(tab.browser);
    return true;
}

// Of the side: what the server sends. False: no more.
bool takes(Tab &tab)
{
    char bytes[piece];
    const ssize_t n = ::recv(lws_get_socket_fd(tab.side), bytes, sizeof bytes, 0);
    if (n == 0 || (n == -1 && errno != EAGAIN && errno != EINTR))
        return false;
    if (n > 0) {
        tab.to_browser.append(bytes, size_t(n));
        lws_callback_on_writable(tab.browser);
        if (tab.to_browser.size() > kept)
            lws_rx_flow_control(tab.side, 0);
    }
    return true;
}

// Of a browser: its page, and what is typed in it. Not 0: its connection ends.
int on_browser(lws *wsi, lws_callback_reasons reason, void *user, void *in, size_t length)
{
    auto **tab = static_cast<Tab **>(user);
    switch (reason) {
    case LWS_CALLBACK_FILTER_NETWORK_CONNECTION: return !Web::State::of(wsi).may_connect(int(intptr_t(in)));
    case LWS_CALLBACK_HTTP: return !Web::State::of(wsi).send_head(wsi);
    case LWS_CALLBACK_HTTP_WRITEABLE: return !Web::State::of(wsi).send_page(wsi) || lws_http_transaction_completed(wsi);
    case LWS_CALLBACK_ESTABLISHED: return !Web::State::of(wsi).come_in(wsi);
    case LWS_CALLBACK_RECEIVE:
        if (!tab || !*tab || !(*tab)->side)
            return -1;
        (*tab)->to_server.append(static_cast<const char *>(in), length);
        return (*tab)->to_server.size() > kept || !passes_on(**tab) ? -1 : 0;
    case LWS_CALLBACK_SERVER_WRITEABLE: return tab && *tab && hands_out(**tab) ? 0 : -1;
    case LWS_CALLBACK_CLOSED_HTTP: Web::State::of(wsi).connections.erase(lws_get_socket_fd(wsi)); return 0;
    case LWS_CALLBACK_CLOSED:
        Web::State::of(wsi).connections.erase(lws_get_socket_fd(wsi));
        if (tab && *tab) {
            (*tab)->browser = nullptr;
            if ((*tab)->side)
                lws_callback_on_writable((*tab)->side); // it ends there
            else
                delete *tab;
            *tab = nullptr;
        }
        return 0;
    default: return 0;
    }
}

// Of its way through the door.
int on_side(lws *wsi, lws_callback_reasons reason, void *, void *, size_t)
{
    auto *tab = static_cast<Tab *>(lws_get_opaque_user_data(wsi));
    if (!tab)
        return 0;
    switch (reason) {
    case LWS_CALLBACK_RAW_RX_FILE: return tab->browser && takes(*tab) ? 0 : -1;
    case LWS_CALLBACK_RAW_WRITEABLE_FILE: return tab->browser && passes_on(*tab) ? 0 : -1;
    case LWS_CALLBACK_RAW_CLOSE_FILE:
        tab->side = nullptr;
        if (tab->browser)
            lws_callback_on_writable(tab->browser);
        else
            delete tab;
        lws_set_opaque_user_data(wsi, nullptr);
        return 0;
    default: return 0;
    }
}

const lws_protocols protocols[] = {
    {"http", on_browser, sizeof(Tab *), 1024, 0, nullptr, 0},
    {"audience", on_browser, sizeof(Tab *), 1024, 0, nullptr, 0},
    {"side", on_side, 0, 0, 0, nullptr, 0},
    {nullptr, nullptr, 0, 0, 0, nullptr, 0},
};

} // namespace

bool Web::State::may_connect(int fd)
{
    if (coming.left(Clock::now()) < 1)
        std::this_thread::sleep_for(flood_pause);
    coming.take(1, Clock::now());
    const uint32_t host = host_of(fd);
    std::erase_if(connections, [](const auto &each) { return host_of(each.first) != each.second; }); // those that are closed
    if (std::ranges::count(connections, host, [](const auto &each) { return each.second; }) >= pages_a_host)
        return false;
    ask_for_life(fd, limits.silence);
    connections[fd] = host;
    return true;
}

bool Web::State::send_head(lws *wsi) const
{
    unsigned char head[LWS_PRE + 1024];
    unsigned char *begin = head + LWS_PRE, *at = begin, *end = head + sizeof head;
    static constexpr char only_itself[] = "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; connect-src 'self' ws:; img-src data:";
    const auto named = [&](const char *name, const char *value) {
        return lws_add_http_header_by_name(wsi, reinterpret_cast<const unsigned char *>(name), reinterpret_cast<const unsigned char *>(value),
                                           int(std::strlen(value)), &at, end) == 0;
    };
    if (lws_add_http_common_headers(wsi, HTTP_STATUS_OK, "text/html; charset=utf-8", page.size(), &at, end) || !named("content-security-policy:", only_itself)
        || !named("cache-control:", "no-store") || lws_finalize_write_http_header(wsi, begin, &at, end))
        return false;
    lws_callback_on_writable(wsi);
    return true;
}

bool Web::State::send_page(lws *wsi) const
{
    std::string text(LWS_PRE, 0);
    text += page;
    auto *bytes = reinterpret_cast<unsigned char *>(text.data()) + LWS_PRE;
    return lws_write(wsi, bytes, page.size(), LWS_WRITE_HTTP_FINAL) == int(page.size());
}

bool Web::State::come_in(lws *wsi)
{
    if (std::strcmp(lws_get_protocol(wsi)->name, "audience") != 0)
        return false;
    int ends[2];
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0, ends) == -1)
        return false;
    Descriptor side(ends[0]);
    auto turned_away = door.admit(ends[1], host_of(lws_get_socket_fd(wsi)));
    lws_sock_file_fd_type descriptor;
    descriptor.filefd = side.fd();
    lws *adopted = lws_adopt_descriptor_vhost(vhost, LWS_ADOPT_RAW_FILE_DESC, descriptor, "side", nullptr);
    if (!adopted)
        return false;
    side.release();
    auto *tab = new Tab{wsi, adopted, {}, {}, std::move(turned_away)};
    lws_set_opaque_user_data(adopted, tab);
    *static_cast<Tab **>(lws_wsi_user(wsi)) = tab;
    return true;
}

void Web::State::run()
{
    sigset_t every;
    sigfillset(&every);
    pthread_sigmask(SIG_BLOCK, &every, nullptr);
    pthread_setname_np(pthread_self(), "audience web");
    while (!ending && lws_service(context, 0) >= 0) {
    }
}

Web::Web(std::unique_ptr<State> state) : m(std::move(state)) {}

Web::~Web()
{
    m->ending = true;
    lws_cancel_service(m->context);
    if (m->thread.joinable())
        m->thread.join();
}

std::variant<std::unique_ptr<Web>, Problem> Web::open(uint32_t address, uint16_t port, std::string page, Door &door, const Limits &limits)
{
    auto state = std::make_unique<State>(door, limits, std::move(page));
    const int free_one = listen_at(address, port, true); // libwebsockets does not tell why it got none
    if (free_one == -1)
        return Problem{Problem::other, errno};
    port = port_of(free_one);
    ::close(free_one);

    const in_addr binary{htonl(address)};
    char where[INET_ADDRSTRLEN];
    ::inet_ntop(AF_INET, &binary, where, sizeof where);
    lws_context_creation_info wanted{};
    wanted.options = LWS_SERVER_OPTION_EXPLICIT_VHOSTS | LWS_SERVER_OPTION_DISABLE_IPV6;
    wanted.fd_limit_per_thread = sockets;
    wanted.user = state.get();
    wanted.gid = gid_t(-1);
    wanted.uid = uid_t(-1);
    wanted.protocols = protocols;
    wanted.iface = where;
    wanted.port = port;
    lws_set_log_level(0, nullptr);
    struct sigaction before{};
    sigaction(SIGPIPE, nullptr, &before); // libwebsockets sets it: it is the whole process's
    state->context = lws_create_context(&wanted);
    sigaction(SIGPIPE, &before, nullptr);
    if (!state->context)
        return Problem{Problem::other, ENOMEM};
    state->vhost = lws_create_vhost(state->context, &wanted);
    if (!state->vhost)
        return Problem{Problem::in_use, EADDRINUSE};
    State &made = *state;
    std::unique_ptr<Web> web(new Web(std::move(state)));
    if (const int error = posix::start_thread(made.thread, [&made] { made.run(); }))
        return Problem{Problem::no_thread, error};
    return web;
}

uint16_t Web::port() const
{
    return uint16_t(lws_get_vhost_listen_port(m->vhost));
}

} // namespace audience
