// SPDX-License-Identifier: MIT
// What takes part in a comparison: a server with its settings.
#pragma once

#include "servers/server.h"

#include <string>
#include <vector>

namespace comparison {

struct Entry {
    const servers::Server *server = nullptr; // never null
    std::string variant;                     // as written after the colon: "2", "edge"; empty: none
    servers::Settings settings;
    // "nonblocking:2"
    std::string name() const;
};

// "select", or with a variant: "nonblocking:MS" (a pause of that many ms between rounds of polling), "sigio:queued",
// "aio:signal", "aio:thread", "epoll:edge". Without a server when there is none like that.
Entry entry(std::string_view name);
// One for each model of the lecture, TCP, with both ways of polling.
std::vector<Entry> usual();
// The same over UDP.
std::vector<Entry> usual_udp();
// Every server there is: those above, then the others over TCP, then those over UDP.
std::vector<Entry> every();
// The ways to wait for a keyboard and a socket.
std::vector<Entry> two_inputs();
// It has a keyboard and one client, and does not answer: its work is another one.
bool has_two_inputs(const servers::Server &server);
// True if the messages of one of them are datagrams.
bool any_datagrams(const std::vector<Entry> &entries);

} // namespace comparison
