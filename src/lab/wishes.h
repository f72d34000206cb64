// SPDX-License-Identifier: MIT
// What a run is asked for beside its server: by the user, and by a script ("with timeout 500 ms").
#pragma once

#include "servers/server.h"

#include <chrono>
#include <optional>
#include <string_view>
#include <vector>

namespace lab {

// What is left open here is up to whoever is asked next: first the user, then the script, at last the server itself.
struct Wishes {
    std::optional<std::chrono::microseconds> timeout, pause; // see servers::Settings
    std::optional<int> send_buffer;                          // bytes
    std::optional<int> free_descriptors;
    std::optional<servers::Settings::Notify> notify;
    bool queued_signals = false, edge_triggered = false, stdin_pipe = false;
    bool operator==(const Wishes &) const = default;
};

// What is wished for, as a set of servers::Option.
unsigned options(const Wishes &wishes);
// What `chosen` says, and where it leaves something open what `script` says.
Wishes together(const Wishes &chosen, const Wishes &script);
// `settings` of the server of that name with what is wished for, as far as it heeds it.
servers::Settings with(servers::Settings settings, const Wishes &wishes, std::string_view server);
// What of it the server of that name does not heed.
std::vector<servers::Option> unheeded(const Wishes &wishes, std::string_view server);

// The longest timeout that the call of the server of that name can be given; nothing: it takes any that can be asked for.
std::optional<std::chrono::microseconds> longest_timeout(std::string_view server);

} // namespace lab
