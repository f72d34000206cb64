// SPDX-License-Identifier: MIT
#include "comparison/entry.h"

#include <algorithm>
#include <charconv>
#include <initializer_list>
#include <iterator>

namespace comparison {
namespace {

using servers::Settings;

constexpr double longest_pause = 10'000; // ms

bool set_pause(Settings &settings, std::string_view ms)
{
    double pause = 0;
    const auto [end, error] = std::from_chars(ms.data(), ms.data() + ms.size(), pause);
    if (error != std::errc() || end != ms.data() + ms.size() || !(pause > 0 && pause <= longest_pause))
        return false;
    settings.pause = std::chrono::microseconds(int64_t(pause * 1000));
    return settings.pause.count() > 0;
}

// False when this server has no such variant.
bool set_variant(const servers::Server &server, Settings &settings, std::string_view variant)
{
    const auto heeds = [&](servers::Option option) { return (server.heeds & option) != 0; };
    if (variant == "queued" && heeds(servers::signal_option))
        settings.queued_signals = true;
    else if (variant == "edge" && heeds(servers::edge_option))
        settings.edge_triggered = true;
    else if (variant == "suspend" && heeds(servers::notify_option))
        settings.notify = Settings::Notify::suspend;
    else if (variant == "signal" && heeds(servers::notify_option))
        settings.notify = Settings::Notify::signal;
    else if (variant == "thread" && heeds(servers::notify_option))
        settings.notify = Settings::Notify::thread;
    else
        return heeds(servers::pause_option) && set_pause(settings, variant);
    return true;
}

// In the order of UNP 6.2.
std::vector<Entry> named(std::initializer_list<const char *> names)
{
    std::vector<Entry> entries;
    for (const char *name : names)
        entries.push_back(entry(name));
    return entries;
}

} // namespace

std::string Entry::name() const
{
    return std::string(server->name) + (variant.empty() ? "" : ":" + variant);
}

Entry entry(std::string_view name)
{
    const size_t colon = name.find(':');
    Entry entry;
    entry.server = servers::named(name.substr(0, colon));
    if (entry.server && !entry.server->echoes && !has_two_inputs(*entry.server))
        entry.server = nullptr;
    if (!entry.server || colon == std::string_view::npos)
        return entry;
    entry.variant = name.substr(colon + 1);
    if (!set_variant(*entry.server, entry.settings, entry.variant))
        entry.server = nullptr;
    return entry;
}

std::vector<Entry> usual()
{
    return named({"blocking", "nonblocking", "nonblocking:1", "select", "poll", "sigio", "aio"});
}

std::vector<Entry> usual_udp()
{
    return named({"blocking-udp", "nonblocking-udp", "nonblocking-udp:1", "select-udp", "poll-udp", "sigio-udp", "aio-udp"});
}

std::vector<Entry> two_inputs()
{
    return named({"two-inputs-blocking", "two-inputs-polling", "two-inputs-select"});
}

bool has_two_inputs(const servers::Server &server)
{
    return server.serve && server.terminal && server.peer.empty() && !server.datagrams;
}

std::vector<Entry> every()
{
    std::vector<Entry> entries = usual();
    const auto add_others = [&](bool datagrams) {
        for (const servers::Server &server : servers::all())
            if (server.echoes && server.datagrams == datagrams && std::ranges::find(entries, server.name, &Entry::name) == entries.end())
                entries.push_back(entry(server.name));
    };
    add_others(false);
    std::ranges::copy(usual_udp(), std::back_inserter(entries));
    add_others(true);
    return entries;
}

bool any_datagrams(const std::vector<Entry> &entries)
{
    return std::ranges::any_of(entries, [](const Entry &one) { return one.server->datagrams; });
}

} // namespace comparison
