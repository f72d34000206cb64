// SPDX-License-Identifier: MIT
// What each recorded call is: one row a call, one field an argument. Every reader that shows, writes, compares or builds
// events goes through these rows; what a call does is asked of calls/verbs.h.
//
// To add a call of a kind that is there (accept4, readv, ppoll):
//   1. its name in trace::Call, anywhere: the order means nothing, files carry the names;
//   2. its row in schema.cpp: how it is written, its traits, and where each argument stands in the event;
//   3. its traced object in src/posix, which fills an event just so;
//   4. a line in tests/posix, which calls it with arguments all different and reads each field back by the row.
// Its verbs follow from the traits; a row of a new kind needs a verb of its own as well.
#pragma once

#include "trace/event.h"

#include <array>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <span>
#include <string_view>
#include <utility>

namespace calls {

using trace::Call;
using trace::Event;

enum class Kind : uint8_t {
    system_call,
    library_call, // into the C library: the system calls inside are not seen
    step,         // in user space, of the program that is watched
    life,         // of a thread
    observation,  // a fact seen from outside
};

// What readers may ask of a row without knowing the call.
enum Trait : uint32_t {
    waits       = 1 << 0,  // may put its thread to sleep
    multiplexes = 1 << 1,  // waits for many descriptors; with a timeout of 0 it only asks
    moves_in    = 1 << 2,  // bytes come out of the kernel, and
    moves_out   = 1 << 3,  // go into it, when the call itself returns
    opens       = 1 << 4,  // gives a descriptor
    ends        = 1 << 5,  // takes one away, or a direction of a connection
    names_own   = 1 << 6,  // tells the socket's own address
    names_peer  = 1 << 7,  // tells the other's
    sets        = 1 << 8,  // changes a descriptor or a disposition
    submits     = 1 << 9,  // hands an operation to be done beside the program
    completes   = 1 << 10, // takes the result of one
    polls       = 1 << 11, // may find nothing without waiting: then it is folded with its equals
    delivers    = 1 << 12, // a signal, a notification: it comes without having been called for
    assigns     = 1 << 13, // an assignment: its name is the variable's
    on_set      = 1 << 14, // changes or asks one of the program's descriptor sets
};

enum class Side : uint8_t { asked, answered };

// Where a field stands in the event. In a payload each has its own place, trace/trace.h.
enum class Slot : uint8_t { none, fd, length, flags, result, word0, word1, both_words, payload };

// What a number means; how it is written is told by calls/names.h.
enum class Type : uint8_t {
    descriptor, bytes, number, index, value, port, request, tid, thread, call, state, variable, preview,
    ns, timeval, timespec, milliseconds, // all in ns; how the call itself takes them
    domain, socket_type, level, option, message_flags, shutdown_way, command, status_flags, owner,
    poll_events, epoll_operation, epoll_events, signal, signal_mask, si_code, action_flags, handler, mask_way, notification,
    uring_operation, res, error, cancelled, accept_flags, control, flow, hexadecimal, // res: of a completion, negative is an errno
    set_variables, sets, left, pollfds, told, // of a payload
};

// Which events of the call have the field at all.
enum class When : uint8_t {
    always,
    gets_flags, sets_flags, sets_signal, sets_owner, sets_other, // fcntl(2), by its command
    names_descriptor, carries_value,                             // a signal: si_fd is there; sent with a value
    tells_process,                                               // the process is told
    accepts, transfers,                                          // an operation of io_uring
    tells_number, takes_number,                                  // ioctl(2), by its request
    tells_microseconds,                                          // a timeval, whose second half is recorded
};

struct Field {
    std::string_view name; // the key in JSON. What stands in the event's result as "result" is no argument
    Type type = Type::number;
    Side side = Side::asked;
    Slot slot = Slot::none;
    uint8_t shift = 0, bits = 0; // within the slot; 0 bits: all of it
    When when = When::always;
};

struct Row {
    Call call = Call::count_;
    std::string_view name;   // as in a listing, and in files: "select", "FD_SET"
    std::string_view key;    // in JSON, where that differs: "thread_begin"
    std::string_view kernel; // what strace(1) calls it, where that differs: "pselect6"
    Kind kind = Kind::system_call;
    uint32_t traits = 0;
    // How it is written: what stands between the parentheses, and after the result. Parts are separated by ';', each with
    // names of fields and other text; of a part's alternatives, between '|', the first whose fields this event has is taken.
    std::string_view written, answered;
    std::array<Field, 8> fields{};

    constexpr bool has(Trait trait) const { return traits & trait; }
    constexpr std::span<const Field> all() const
    {
        size_t count = 0;
        while (count < fields.size() && fields[count].slot != Slot::none)
            ++count;
        return {fields.data(), count};
    }
    constexpr std::string_view in_json() const { return key.empty() ? name : key; }
    // What strace(1) calls it; empty when it enters no kernel that is seen.
    constexpr std::string_view in_kernel() const { return kind != Kind::system_call ? std::string_view() : kernel.empty() ? name : kernel; }
    const Field *field(std::string_view of_name) const noexcept; // nullptr: there is none
};

const Row &row(Call call) noexcept; // of count_: an empty one, named "?"
std::span<const Row> rows() noexcept;
Call named(std::string_view name) noexcept; // by Row::name; count_: none

// What is asked of each of a million events stands close together.
struct Summary {
    uint32_t traits = 0;
    Kind kind = Kind::life;
};
extern const std::array<Summary, 256> summaries; // by Call; of what is none an empty one

inline std::string_view name(Call call) noexcept { return row(call).name; }
inline bool has(Call call, Trait trait) noexcept { return summaries[size_t(call)].traits & trait; }
inline bool has(const Event &event, Trait trait) noexcept { return has(event.call, trait); }
inline bool is_system_call(Call call) noexcept { return summaries[size_t(call)].kind == Kind::system_call; }
// True for what is called and returns: a system call, or a call into the C library.
inline bool is_call(Call call) noexcept { return summaries[size_t(call)].kind <= Kind::library_call; }
inline bool is_observation(Call call) noexcept { return summaries[size_t(call)].kind == Kind::observation; }

// Whether `event` has the field at all, by Field::when.
bool has_field(const Event &event, const Field &field) noexcept;
// A field's number in an event. Nothing when it is not there, when an answered one was not answered (in flight, failed), and
// when it is asked but not written down before the call returns (what stands in words, of a call in flight). Not for
// fields of a payload.
std::optional<int64_t> value(const Event &event, const Field &field) noexcept;
std::optional<int64_t> value(const Event &event, std::string_view field) noexcept;
// A field that is asked for with each of a million events: its name is looked up once, in all rows.
class NamedField {
public:
    explicit NamedField(std::string_view name) noexcept;
    const Field *in(Call call) const noexcept { return m_fields[size_t(call)]; } // the first; nullptr: the row has none
    std::optional<int64_t> of(const Event &event) const noexcept // as value()
    {
        switch (m_whole[size_t(event.call)]) {
        case Slot::none: return {};
        case Slot::length: return event.length;
        case Slot::flags: return event.flags;
        default: return rest(event);
        }
    }

private:
    std::optional<int64_t> rest(const Event &event) const noexcept;
    std::array<const Field *, 256> m_fields{};
    std::array<Slot, 256> m_whole{}; // that it fills, if it always does and needs no more than reading
};
// An event as it stood while it went on: what was asked, nothing of what was answered later, nor how often it was repeated.
Event begun(Event event) noexcept;
// The reverse: for tests, and for traced calls of no hot path. False: the row has no such field, or it is in a payload.
bool set(Event &event, std::string_view field, int64_t value) noexcept;
// Several at once; no field that the row has not.
using Value = std::pair<std::string_view, int64_t>;
void set(Event &event, std::initializer_list<Value> values) noexcept;

} // namespace calls
