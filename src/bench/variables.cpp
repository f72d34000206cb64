// SPDX-License-Identifier: MIT
#include "bench/variables.h"

#include <algorithm>
#include <arpa/inet.h>
#include <atomic>
#include <cerrno>
#include <mutex>
#include <utility>

namespace bench {
namespace {

constexpr size_t most_variables = 200, most_bytes = 64 << 20, most_places = 4096;

std::atomic<int> s_signals{0};

// What a thread of the C library calls when a request is complete, SIGEV_THREAD: that it comes is all there is to see.
void completed(sigval) {}

} // namespace

void count_signal(int, siginfo_t *, void *)
{
    ++s_signals;
}

void *Variable::data() noexcept
{
    switch (kind) {
    case number: return &value;
    case buffer: return bytes.data();
    case set: return static_cast<::fd_set *>(descriptors.get());
    case timeval: return &time;
    case timespec: return &precise;
    case linger: return &lingers;
    case address: return &place;
    case pollfds: return polled.data();
    case numbers: return several.data();
    case events: return told.data();
    case mask: return &masked;
    case action: return &acts;
    case request: return block.get();
    case requests:
    case braces: break;
    }
    return nullptr;
}

size_t Variable::size() const noexcept
{
    switch (kind) {
    case number: return sizeof value;
    case buffer: return bytes.size();
    case set: return sizeof(::fd_set);
    case timeval: return sizeof time;
    case timespec: return sizeof precise;
    case linger: return sizeof lingers;
    case address: return sizeof place;
    case pollfds: return polled.size() * sizeof(::pollfd);
    case numbers: return several.size() * sizeof(int);
    case events: return told.size() * sizeof(epoll_event);
    case mask: return sizeof masked;
    case action: return sizeof acts;
    case request: return sizeof(::aiocb);
    case requests: return listed.size() * sizeof(void *);
    case braces: break;
    }
    return 0;
}

size_t Variable::places() const noexcept
{
    switch (kind) {
    case buffer: return bytes.size();
    case pollfds: return polled.size();
    case numbers: return several.size();
    case events: return told.size();
    case requests: return listed.size();
    default: return 1;
    }
}

std::optional<int64_t> Variable::get(size_t index, std::string_view member) const noexcept
{
    if (index >= places())
        return {};
    if (kind == number && member.empty())
        return value;
    if (kind == buffer && member.empty())
        return bytes[index];
    if (kind == numbers && member.empty())
        return several[index];
    if (kind == timeval)
        return member == "tv_sec" ? std::optional<int64_t>(time.tv_sec) : member == "tv_usec" ? std::optional<int64_t>(time.tv_usec) : std::nullopt;
    if (kind == timespec)
        return member == "tv_sec" ? std::optional<int64_t>(precise.tv_sec) : member == "tv_nsec" ? std::optional<int64_t>(precise.tv_nsec) : std::nullopt;
    if (kind == linger)
        return member == "l_onoff" ? std::optional<int64_t>(lingers.l_onoff) : member == "l_linger" ? std::optional<int64_t>(lingers.l_linger) : std::nullopt;
    if (kind == address)
        return member == "sin_family" ? std::optional<int64_t>(place.sin_family)
            : member == "sin_port"    ? std::optional<int64_t>(place.sin_port)
            : member == "sin_addr.s_addr" ? std::optional<int64_t>(place.sin_addr.s_addr) : std::nullopt;
    if (kind == pollfds)
        return member == "fd"   ? std::optional<int64_t>(polled[index].fd)
            : member == "events" ? std::optional<int64_t>(polled[index].events)
            : member == "revents" ? std::optional<int64_t>(polled[index].revents) : std::nullopt;
    if (kind == request)
        return member == "aio_fildes" ? std::optional<int64_t>(block->aio_fildes)
            : member == "aio_nbytes"  ? std::optional<int64_t>(block->aio_nbytes)
            : member == "aio_offset"  ? std::optional<int64_t>(block->aio_offset)
            : member == "aio_sigevent.sigev_notify" ? std::optional<int64_t>(block->aio_sigevent.sigev_notify)
            : member == "aio_sigevent.sigev_signo"  ? std::optional<int64_t>(block->aio_sigevent.sigev_signo) : std::nullopt;
    if (kind == events)
        return member == "events"  ? std::optional<int64_t>(told[index].events)
            : member == "data.fd" ? std::optional<int64_t>(told[index].data.fd) : std::nullopt;
    return {};
}

bool Variable::set_member(size_t index, std::string_view member, int64_t to) noexcept
{
    if (!get(index, member) || outstanding())
        return false;
    switch (kind) {
    case number: value = int(to); break;
    case buffer: bytes[index] = char(to); break;
    case numbers: several[index] = int(to); break;
    case timeval: (member == "tv_sec" ? time.tv_sec : time.tv_usec) = to; break;
    case timespec: (member == "tv_sec" ? precise.tv_sec : precise.tv_nsec) = to; break;
    case linger: (member == "l_onoff" ? lingers.l_onoff : lingers.l_linger) = int(to); break;
    case address:
        if (member == "sin_family")
            place.sin_family = sa_family_t(to);
        else if (member == "sin_port")
            place.sin_port = in_port_t(to);
        else
            place.sin_addr.s_addr = in_addr_t(to);
        break;
    case pollfds:
        if (member == "fd")
            polled[index].fd = int(to);
        else
            (member == "events" ? polled[index].events : polled[index].revents) = short(to);
        break;
    case request:
        if (member == "aio_fildes")
            block->aio_fildes = int(to);
        else if (member == "aio_nbytes")
            block->aio_nbytes = size_t(to);
        else if (member == "aio_offset")
            block->aio_offset = off_t(to);
        else
            (member == "aio_sigevent.sigev_notify" ? block->aio_sigevent.sigev_notify : block->aio_sigevent.sigev_signo) = int(to);
        break;
    case events:
        if (member == "events")
            told[index].events = uint32_t(to);
        else
            told[index].data.fd = int(to);
        break;
    default: return false;
    }
    return true;
}

std::string Variable::type() const
{
    switch (kind) {
    case number: return length ? "socklen_t" : "int";
    case numbers: return "int";
    case buffer: return "char";
    case set: return "fd_set";
    case timeval: return "struct timeval";
    case timespec: return "struct timespec";
    case linger: return "struct linger";
    case address: return "struct sockaddr_in";
    case pollfds: return "struct pollfd";
    case events: return "struct epoll_event";
    case mask: return "sigset_t";
    case action: return "struct sigaction";
    case request: return "struct aiocb";
    case requests: return "const struct aiocb *";
    case braces: break;
    }
    return "int";
}

std::string Variable::extent() const
{
    if (kind != braces && kind != buffer && kind != pollfds && kind != numbers && kind != events && kind != requests)
        return {};
    std::string text("[");
    text += std::to_string(kind == braces ? std::max<size_t>(1, given.empty() ? 0 : given.front().size()) : places());
    text += ']';
    return text;
}

bool Variable::outstanding() const noexcept
{
    return kind == request && asked && ::aio_error(block.get()) == EINPROGRESS;
}

// What the C library is still doing with one of them goes on in memory that stays.
Variables::~Variables()
{
    bool kept = false;
    for (const auto &variable : m_all)
        if (variable->outstanding()) {
            ::aio_cancel(variable->block->aio_fildes, variable->block.get());
            kept = kept || variable->outstanding();
        }
    static std::mutex mutex;
    static std::vector<std::unique_ptr<Variable>> left;
    const std::scoped_lock lock(mutex);
    for (auto &variable : m_all)
        if (kept)
            left.push_back(std::move(variable));
}

Variable *Variables::find(std::string_view name) noexcept
{
    const auto found = std::ranges::find_if(m_all, [&](const auto &variable) { return variable->name == name; });
    return found == m_all.end() ? nullptr : found->get();
}

bool Variables::give_room(Variable &variable, size_t places)
{
    const bool array = variable.kind == Variable::pollfds || variable.kind == Variable::numbers || variable.kind == Variable::events;
    if (places == 0 || (array && places > most_places) || (variable.kind == Variable::buffer && places > most_bytes - std::min(most_bytes, m_used)))
        return false;
    switch (variable.kind) {
    case Variable::buffer:
        variable.bytes.resize(places);
        m_used += places;
        break;
    case Variable::pollfds: variable.polled.assign(places, {-1, 0, 0}); break;
    case Variable::numbers: variable.several.assign(places, 0); break;
    case Variable::events: variable.told.resize(places); break;
    case Variable::set:
        variable.descriptors = std::make_unique<traced::fd_set>(variable.name.c_str(), traced::Here("bench", 0));
        variable.recorded = variable.descriptors->variable;
        return true;
    case Variable::mask: sigemptyset(&variable.masked); break;
    case Variable::request:
        variable.block = std::make_unique<traced::aiocb>();
        variable.block->aio_sigevent.sigev_notify = SIGEV_NONE;
        variable.block->aio_sigevent.sigev_notify_function = completed;
        break;
    default: break;
    }
    const char *const after = variable.kind == Variable::pollfds ? "[].fd" : variable.kind == Variable::numbers ? "[]" : "";
    const std::string recorded = variable.name + after;
    if (variable.kind == Variable::number || array)
        variable.recorded = traced::name_variable(recorded.c_str());
    return true;
}

Variable *Variables::make(std::string_view name, Variable::Kind kind, size_t places)
{
    if (m_all.size() == most_variables)
        return nullptr;
    auto made = std::make_unique<Variable>();
    made->name = name;
    made->kind = kind;
    if (!give_room(*made, places))
        return nullptr;
    return m_all.emplace_back(std::move(made)).get();
}

bool Variables::become(Variable &variable, Variable::Kind kind, size_t places)
{
    const auto groups = std::move(variable.given);
    variable.given.clear();
    variable.kind = kind;
    const bool grouped = kind == Variable::pollfds || kind == Variable::events;
    const size_t needed = grouped ? groups.size() : kind == Variable::numbers && !groups.empty() ? groups[0].size() : 1;
    Variables unbounded;
    return unbounded.give_room(variable, std::max({places, needed, size_t(1)})) && assign(variable, groups);
}

bool Variables::assign(Variable &variable, const std::vector<std::vector<int64_t>> &groups)
{
    static const std::vector<int64_t> nothing;
    const std::vector<int64_t> &first = groups.empty() ? nothing : groups.front();
    const auto at = [](const std::vector<int64_t> &group, size_t i) { return i < group.size() ? group[i] : 0; };
    const auto fits = [&](size_t most) { return groups.size() <= 1 && first.size() <= most; };
    switch (variable.kind) {
    case Variable::timeval: variable.time = {at(first, 0), at(first, 1)}; return fits(2);
    case Variable::timespec: variable.precise = {at(first, 0), at(first, 1)}; return fits(2);
    case Variable::linger: variable.lingers = {int(at(first, 0)), int(at(first, 1))}; return fits(2);
    case Variable::address: {
        std::vector<int64_t> all;
        for (const auto &group : groups)
            all.insert(all.end(), group.begin(), group.end());
        variable.place = {};
        variable.place.sin_family = sa_family_t(at(all, 0));
        variable.place.sin_port = in_port_t(at(all, 1));
        variable.place.sin_addr.s_addr = in_addr_t(at(all, 2));
        return all.size() <= 3;
    }
    case Variable::numbers:
        if (!fits(variable.several.size()))
            return false;
        for (size_t i = 0; i < variable.several.size(); ++i)
            variable.several[i] = int(at(first, i));
        return true;
    case Variable::pollfds:
        if (groups.size() > variable.polled.size())
            return false;
        for (size_t i = 0; i < variable.polled.size(); ++i) {
            const std::vector<int64_t> &group = i < groups.size() ? groups[i] : nothing;
            if (group.size() > 3)
                return false;
            variable.polled[i] = {int(at(group, 0)), short(at(group, 1)), short(at(group, 2))};
        }
        return true;
    case Variable::events:
        if (groups.size() > variable.told.size())
            return false;
        for (size_t i = 0; i < variable.told.size(); ++i) {
            const std::vector<int64_t> &group = i < groups.size() ? groups[i] : nothing;
            if (group.size() > 2)
                return false;
            variable.told[i] = {};
            variable.told[i].events = uint32_t(at(group, 0));
            variable.told[i].data.fd = int(at(group, 1));
        }
        return true;
    case Variable::mask:
        sigemptyset(&variable.masked);
        for (const int64_t signal : first)
            if (sigaddset(&variable.masked, int(signal)) == -1)
                return false;
        return groups.size() <= 1;
    case Variable::action: // {count, flags}, {SIG_DFL}, {SIG_IGN}
        if (!fits(2) || at(first, 0) < 0 || at(first, 0) > 2)
            return false;
        variable.acts = {};
        if (at(first, 0) == 2)
            variable.acts.sa_sigaction = count_signal;
        else
            variable.acts.sa_handler = at(first, 0) == 1 ? SIG_IGN : SIG_DFL;
        variable.acts.sa_flags = int(at(first, 1) & (SA_RESTART | SA_SIGINFO | SA_NODEFER)) | (at(first, 0) == 2 ? SA_SIGINFO : 0);
        sigemptyset(&variable.acts.sa_mask);
        return true;
    case Variable::braces: variable.given = groups; return true;
    case Variable::number:
        if (!fits(1) || first.empty())
            return false;
        variable.value = int(first[0]);
        return true;
    default: return false;
    }
}

std::vector<std::string_view> Variables::names() const
{
    std::vector<std::string_view> names;
    for (const auto &variable : m_all)
        names.push_back(variable->name);
    return names;
}

} // namespace bench
