// SPDX-License-Identifier: MIT
#include "cli/slide_deck.h"

namespace cli {
namespace {

using enum DeckSlide::Kind;

// Slides of one lesson or server stand together: it is run once for them. At most nine in a row, so that their names sort.
constexpr DeckSlide deck[] = {
    {"L01", chapter, "two-inputs-blocking", 2},
    {"L01", chapter, "two-inputs-blocking", 4},
    {"L01", chapter, "two-inputs-polling", 2},
    {"L01", chapter, "two-inputs-polling", 4},
    {"L01", chapter, "two-inputs-select", 2},
    {"L01", chapter, "two-inputs-select", 3},
    {"L02", chapter, "two-phases", 1},
    {"L02", chapter, "two-phases", 2},
    {"L02", chapter, "two-phases", 3},
    {"L03", phases, "blocking-udp"},
    {"L03", chapter, "blocking-one-client", 1},
    {"L03", chapter, "blocking-one-client", 2},
    {"L03", chapter, "blocking-udp", 1},
    {"L04", phases, "nonblocking-udp"},
    {"L04", chapter, "fcntl-flags", 2},
    {"L04", chapter, "fcntl-flags", 3},
    {"L04", chapter, "nonblocking-recv", 2},
    {"L04", chapter, "nonblocking-recv", 3},
    {"L04", chapter, "nonblocking-send", 2},
    {"L05", phases, "select-udp"},
    {"L05", chapter, "select-deck-case", 1},
    {"L05", chapter, "select-deck-case", 2},
    {"L05", chapter, "select-timeout-and-results", 1},
    {"L05", chapter, "select-timeout-and-results", 3},
    {"L05", chapter, "select-timeout-and-results", 5},
    {"L05", chapter, "select-three-sets", 2},
    {"L05", chapter, "select-three-sets", 4},
    {"L05", chapter, "poll-server", 2},
    {"L06", chapter, "fd-set-macros", 1},
    {"L06", chapter, "fd-set-macros", 2},
    {"L06", chapter, "fd-set-macros", 3},
    {"L07", chapter, "select-server", 1, "tables", "end of chapter:1"},
    {"L07", chapter, "select-server", 2, "tables"},
    {"L07", chapter, "select-server", 3, "tables", "end of chapter:3"},
    {"L07", chapter, "select-server", 4, "tables", "end of chapter:4"},
    {"L07", chapter, "select-server", 5, "tables", "end of chapter:5"},
    {"L07", chapter, "select-server", 6},
    {"L08", chapter, "stdin-and-socket", 1},
    {"L08", chapter, "stdin-and-socket", 3},
    {"L08", chapter, "stdin-stdio-trap", 2},
    {"L09", six},
    {"L10", phases, "sigio-udp"},
    {"L10", chapter, "sigio-steps", 1},
    {"L10", chapter, "sigio-steps", 3},
    {"L10", chapter, "sigio-causes", 1},
    {"L10", chapter, "sigio-causes", 4},
    {"L10", chapter, "sigio-ten", 2},
    {"L11", phases, "aio-udp"},
    {"L11", chapter, "aio-read", 1},
    {"L11", chapter, "aio-read", 2},
    {"L11", chapter, "aio-signal", 2},
    {"L11", chapter, "aio-notify", 2, "crossing"},
    {"L12", chapter, "socket-options", 1},
    {"L12", chapter, "socket-options", 2},
    {"L12", options, "socket-options", 5, nullptr, nullptr, 0},
    {"L12", options, "socket-options", 5, nullptr, nullptr, 1},
    {"L12", options, "socket-options", 5, nullptr, nullptr, 2},
    {"L12", options, "socket-options", 5, nullptr, nullptr, 3},
    {"L12", options, "socket-options", 5, nullptr, nullptr, 4},
    {"L12", chapter, "option-effects", 2},
    {"L12", chapter, "option-effects", 4},
    {"L13", chapter, "chat-nonblocking", 2},
    {"L13", chapter, "chat-select", 2},
    {"L13", chapter, "chat-select", 3},
    {"L13", chapter, "chat-udp", 2},
    {"L13", chapter, "chat-sigio", 1},
    {"L14", chapter, "relay", 1},
    {"L14", chapter, "relay", 2},
    {"L14", chapter, "relay", 3},
    {"M", compared},
    {"M", cost},
    {"M", delay},
    {"X", chapter, "epoll", 1},
    {"X", chapter, "epoll", 3},
    {"X", chapter, "epoll-edge", 4},
    {"X", chapter, "io_uring", 2},
};

} // namespace

std::span<const DeckSlide> slide_deck()
{
    return deck;
}

} // namespace cli
