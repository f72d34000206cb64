// SPDX-License-Identifier: MIT
// What one event after another leaves behind: the program's variables and each thread's counts.
#pragma once

#include "replay/sockets/connections.h"

#include "calls/verbs.h"

#include <array>
#include <map>
#include <optional>

namespace replay {

struct Fold {
    struct Thread {
        bool begun = false, ended = false;
        uint32_t last = none;   // event it completed
        uint32_t select = none; // select() or poll() it completed
        uint32_t read = none;   // recv, recvfrom, read, accept, select or poll it completed
        int64_t cpu = -1;       // ns, -1: not told
        int64_t voluntary = -1, involuntary = -1; // context switches, -1: not told
        int64_t cpu_before = 0, voluntary_before = 0, involuntary_before = 0; // of threads that stood in the same place before
        uint64_t system_calls = 0, library_calls = 0, failed_polls = 0, bytes_in = 0, bytes_out = 0;
        uint64_t delivered = 0; // handlers of signals entered
        int killed = 0;         // by this signal
        int nested = 0;         // of them not left: their handler_begin, the innermost last, as far as there is room
        std::array<uint32_t, 4> handlers{};
        // The innermost handler's begin, `none` when there is none.
        uint32_t handler() const { return nested > 0 && nested <= int(handlers.size()) ? handlers[size_t(nested) - 1] : none; }
    };
    using Bits = std::array<uint64_t, calls::descriptors_in_a_set / 64>;
    struct Set {
        Bits now{};
        uint32_t event = none;
    };
    struct Table {
        std::vector<int> slots;
        int empty = -1, changed = -1;
        int size = 0; // 0: not told
        uint32_t event = none;
    };
    struct Number {
        int value = 0;
        uint32_t event = none;
    };
    using Variable = uint32_t; // thread << 16 | number of the variable

    size_t complete = 0; // events taken in
    std::vector<Thread> threads;
    std::map<Variable, Set> sets;
    std::map<Variable, Table> tables;
    std::map<Variable, Number> numbers;
    std::map<int32_t, uint32_t> helpers; // by tid: the event that saw it last
    std::map<std::pair<uint16_t, int>, uint32_t> told; // by thread and descriptor: the epoll_wait() that told of it last
    size_t slots = 0; // in all tables

    // Takes event `complete` of the trace in.
    void step(const trace::Trace &trace);
    // Bytes a copy takes, roughly.
    size_t size() const;

private:
    void observe(const trace::Event &event, uint32_t sequence);
    void count(const trace::Event &event, uint32_t sequence);
    void assign(const trace::Trace &trace, const trace::Event &event, const calls::Assignment &step, uint32_t sequence);
    void assign_slot(Table &table, const calls::Assignment &step);
    void tell(const trace::Trace &trace, const trace::Event &event, uint32_t sequence);
    void answer(const trace::Trace &trace, const trace::Event &event, uint32_t sequence);
};

} // namespace replay
