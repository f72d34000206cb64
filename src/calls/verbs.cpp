// SPDX-License-Identifier: MIT
#include "calls/verbs.h"

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <linux/io_uring.h>
#include <sys/ioctl.h>
#include <sys/socket.h>

namespace calls {
namespace {

uint16_t port_of(std::optional<int64_t> number)
{
    return number && *number > 0 && *number <= UINT16_MAX ? uint16_t(*number) : 0;
}

int error_of(const Event &event)
{
    return event.end && event.result == -1 ? event.error : 0;
}

const NamedField length_field("length"), flags_field("flags"), peer_port("peer_port"), operation_field("operation"),
    timeout_ns("timeout_ns"), status("status"), request_field("request"), requests("requests");

int64_t number(const Event &event, std::string_view field, int64_t otherwise = 0)
{
    return value(event, field).value_or(otherwise);
}

// A number as an int, -1 if it is none: a damaged recording may hold any.
int narrow(std::optional<int64_t> number)
{
    return number && *number == int(*number) ? int(*number) : -1;
}

int operation_of(const Event &event)
{
    return int(operation_field.of(event).value_or(-1));
}

bool is_message(const Event &event)
{
    static const auto messages = [] {
        std::array<bool, 256> all{};
        for (const Row &row : rows())
            if (const Field *field = row.field("flags"))
                all[size_t(row.call)] = field->type == Type::message_flags;
        return all;
    }();
    return messages[size_t(event.call)];
}

std::optional<int64_t> timeout_of(const Event &event)
{
    const auto ns = timeout_ns.of(event);
    return ns && *ns >= 0 ? ns : std::nullopt;
}

} // namespace

bool Transfer::found_nothing() const
{
    return error == EAGAIN;
}

std::optional<Transfer> as_transfer(const Event &event)
{
    if (!reads(event) && !writes(event) && !has(event, completes))
        return {};
    Transfer transfer;
    transfer.fd = event.fd;
    transfer.error = error_of(event);
    if (event.end && event.result >= 0)
        transfer.moved = event.result;
    if (has(event, completes)) { // of aio or io_uring
        const int operation = operation_of(event);
        if (operation != -1 && operation != IORING_OP_RECV && operation != IORING_OP_SEND)
            return {};
        transfer.way = operation == IORING_OP_SEND ? Way::out : Way::in;
        transfer.asked = INT64_MAX;
        transfer.room = operation == -1 ? 0 : event.length;
        transfer.beside = true;
        return transfer;
    }
    transfer.way = reads(event) ? Way::in : Way::out;
    transfer.asked = transfer.room = length_field.of(event).value_or(0);
    transfer.tells_port = has(event, names_peer);
    if (transfer.tells_port)
        transfer.told_port = port_of(peer_port.of(event));
    if (const int64_t flags = is_message(event) ? flags_field.of(event).value_or(0) : 0) {
        transfer.peeks = reads(event) && flags & MSG_PEEK;
        transfer.urgent = flags & MSG_OOB;
        transfer.truncates = flags & MSG_TRUNC;
        transfer.never_waits = flags & MSG_DONTWAIT || (transfer.urgent && reads(event));
        transfer.waits_all = reads(event) && flags & MSG_WAITALL && !transfer.never_waits;
        transfer.more_follows = writes(event) && flags & MSG_MORE;
    }
    return transfer;
}

bool Opening::out_of_descriptors() const
{
    return error == EMFILE || error == ENFILE;
}

std::optional<Opening> opening_in(const Event &event)
{
    const bool completed = has(event, completes) && operation_of(event) == IORING_OP_ACCEPT;
    if (!has(event, opens) && !completed)
        return {};
    if (const auto command = value(event, "command"); command && *command != F_DUPFD && *command != F_DUPFD_CLOEXEC)
        return {};
    Opening opening;
    opening.made = event.end && event.result >= 0 ? event.result : -1;
    opening.error = event.end && event.result == -1 ? event.error : 0;
    if (accepts(event) || completed) {
        opening.what = Opening::connection;
        opening.from = event.fd;
        opening.peer_port = port_of(peer_port.of(event));
        return opening;
    }
    const Row &call = row(event.call);
    const auto second = [&](std::string_view one, std::string_view two) {
        if (opening.made < 0)
            return;
        opening.made = narrow(value(event, one));
        opening.other = narrow(value(event, two));
        if (opening.other < 0) // damaged
            opening.made = -1;
    };
    if (const auto type = value(event, "type")) {
        const int64_t kind = *type & 15;
        opening.stream = kind == SOCK_STREAM || kind == 0; // 0: not recorded
        if (call.field("other")) {
            opening.what = Opening::pair;
            second("one", "other");
        }
    } else if (call.field("reading")) {
        opening.what = Opening::pipe;
        second("reading", "writing");
    } else if (call.field("entries")) {
        opening.what = Opening::ring;
    } else if (!is_call(event.call)) {
        opening.what = Opening::terminal;
    } else if (call.field("fd")) {
        opening.what = Opening::duplicate;
        opening.from = event.fd;
    } else {
        opening.what = Opening::epoll;
    }
    return opening;
}

bool out_of_descriptors(const Event &event)
{
    const auto opening = as_opening(event);
    return opening && opening->what == Opening::connection && opening->out_of_descriptors();
}

std::optional<Naming> as_naming(const Event &event)
{
    const bool connects = has(event, names_peer) && has(event, waits) && !has(event, opens) && !reads(event) && !writes(event);
    if (!has(event, names_own) && !connects)
        return {};
    Naming naming;
    naming.whose = connects ? Naming::peer : Naming::own;
    naming.fd = event.fd;
    naming.port = port_of(value(event, "port"));
    naming.connects = connects;
    naming.asked = !connects && row(event.call).field("port")->side == Side::answered;
    naming.done = event.end && event.result >= 0;
    naming.under_way = error_of(event) == EINPROGRESS || error_of(event) == EINTR;
    return naming;
}

std::optional<Closing> as_closing(const Event &event)
{
    if (!has(event, ends))
        return {};
    Closing closing;
    if (!is_call(event.call)) {
        closing.everything = closing.done = true;
        return closing;
    }
    closing.fd = event.fd;
    const auto how = value(event, "how");
    closing.descriptor = !how;
    closing.reading = how && *how != SHUT_WR;
    closing.writing = how && *how != SHUT_RD;
    closing.done = event.end && (event.result >= 0 || (closing.descriptor && event.error == EINTR));
    closing.not_connected = !closing.descriptor && error_of(event) == ENOTCONN;
    return closing;
}

std::optional<Wait> as_wait(const Event &event)
{
    if (!has(event, waits))
        return {};
    Wait wait;
    wait.fd = event.fd;
    if (has(event, multiplexes)) {
        wait.what = Wait::many;
        wait.fd = int(number(event, "epfd", -1));
        wait.timeout = timeout_of(event);
    } else if (hands_in(event)) {
        wait.what = Wait::completion;
        wait.timeout = number(event, "min_complete") == 0 ? std::optional<int64_t>(0) : std::nullopt; // it only hands in
    } else if (reads(event)) {
        wait.what = Wait::data;
    } else if (writes(event)) {
        wait.what = Wait::room;
    } else if (has(event, opens)) {
        wait.what = Wait::connection;
    } else if (has(event, names_peer)) {
        wait.what = Wait::established;
    } else if (const auto duration = value(event, "duration_ns")) {
        wait.what = Wait::time;
        wait.fd = -1;
        wait.timeout = duration;
    } else {
        wait.what = Wait::request;
        wait.fd = -1;
        wait.timeout = timeout_of(event);
    }
    return wait;
}

std::optional<Setting> as_setting(const Event &event)
{
    if (!has(event, sets))
        return {};
    Setting setting;
    setting.fd = event.fd;
    setting.done = event.end && event.result >= 0;
    if (const auto option = value(event, "option")) {
        setting.level = int(number(event, "level"));
        setting.name = int(*option);
        if (number(event, "size") >= int64_t(2 * sizeof(int)))
            setting.second = number(event, "bytes") >> 32;
        setting.value = number(event, "value");
    } else if (const auto control = value(event, "request")) {
        if (*control != FIONBIO && *control != FIOASYNC)
            return {};
        setting.what = Setting::status_flags;
        setting.changes = *control == FIONBIO ? O_NONBLOCK : O_ASYNC;
        setting.value = number(event, "argument") ? setting.changes : 0;
    } else if (const auto command = value(event, "command")) {
        setting.what = *command == F_SETFL ? Setting::status_flags
            : *command == F_SETOWN || *command == F_SETOWN_EX ? Setting::owner
            : *command == F_SETSIG ? Setting::owner_signal : Setting::other;
        setting.name = int(*command);
        setting.changes = ~int64_t(0);
        setting.value = number(event, setting.what == Setting::status_flags ? "flags" : setting.what == Setting::owner_signal ? "signal" : "argument");
    } else if (const auto backlog = value(event, "backlog")) {
        setting.what = Setting::listening;
        setting.value = *backlog;
    } else if (row(event.call).field("epfd")) {
        setting.what = Setting::interest;
        setting.operation = operation_of(event);
        setting.name = narrow(value(event, "fd"));
        setting.value = number(event, "events");
    } else if (const auto way = value(event, "how")) {
        setting.what = Setting::mask;
        setting.operation = int(*way);
        setting.value = number(event, "signals");
    } else {
        setting.what = Setting::disposition;
        setting.name = int(number(event, "signal"));
        setting.value = number(event, "handler");
    }
    return setting;
}

std::optional<Submission> as_submission(const Event &event)
{
    if (!has(event, submits) || hands_in(event)) // what was queued before
        return {};
    Submission submission;
    submission.fd = event.fd;
    submission.bytes = number(event, "length");
    submission.offset = number(event, "offset");
    submission.operation = operation_of(event);
    const bool sends = submission.operation == -1 ? event.call == Call::aio_write : submission.operation == IORING_OP_SEND;
    submission.way = sends ? Way::out : Way::in;
    submission.request = uint64_t(number(event, submission.operation == -1 ? "request" : "user_data"));
    submission.notification = int(number(event, "notify"));
    submission.taken = event.end && event.result == 0;
    return submission;
}

std::optional<Completion> as_completion(const Event &event)
{
    if (!has(event, completes))
        return {};
    return Completion{uint64_t(number(event, "request")), event.fd, operation_of(event), event.result, event.result == -1 ? int(event.error) : 0};
}

bool Operation::receives() const
{
    return code == IORING_OP_RECV;
}

bool Operation::accepts() const
{
    return code == IORING_OP_ACCEPT;
}

std::optional<int64_t> waits_for_requests(const Event &event)
{
    return requests.of(event);
}

std::optional<Operation> operation_in(const Event &event)
{
    const int code = operation_of(event);
    return code == -1 ? std::nullopt : std::optional(Operation{code, event.fd, has(event, completes)});
}

std::optional<uint64_t> told_complete(const Event &event)
{
    const auto request = request_field.of(event);
    if (request.value_or(0) == 0)
        return {};
    const auto error = status.of(event); // aio_error(): EINPROGRESS, or what became of it
    const bool tells = has(event, delivers) || has(event, completes) || (error && *error != EINPROGRESS);
    return tells ? std::optional(uint64_t(*request)) : std::nullopt;
}

bool Signal::about_descriptor() const
{
    return code == SI_KERNEL || (code >= POLL_IN && code <= POLL_HUP);
}

std::optional<Signal> as_signal(const Event &event)
{
    const auto code = has(event, delivers) ? value(event, "code") : std::nullopt;
    if (!code)
        return {};
    return Signal{narrow(value(event, "signal")), int(*code), event.fd, uint32_t(number(event, "band")), uint64_t(number(event, "request")),
                  int(number(event, "pid"))};
}

const std::string &variable_of(const trace::Trace &trace, const Event &event)
{
    const bool about_one = has(event, on_set) || has(event, assigns);
    return trace::variable(trace, event, about_one ? uint16_t(event.flags) : trace::unnamed_variable);
}

bool in_vain(const Event &event) noexcept
{
    if (event.end == 0 || !has(event, polls))
        return false;
    if (has(event, multiplexes))
        return event.result == 0 && timeout_ns.of(event) == 0;
    return event.result == -1 && event.error == EAGAIN;
}

std::optional<SeenSocket> as_seen_socket(const Event &event)
{
    if (!is_observation(event.call))
        return {};
    const auto local = value(event, "local_port"), peer = value(event, "peer_port");
    if (!local || !peer || *local < 0 || *local > UINT16_MAX || *peer < 0 || *peer > UINT16_MAX)
        return {};
    const auto at_least_0 = [&](const char *field) { return std::max<int64_t>(0, number(event, field)); };
    return SeenSocket{uint16_t(*local), uint16_t(*peer), at_least_0("receive_bytes"), at_least_0("send_bytes"), at_least_0("accept_queue"),
                      value(event, "dropped")};
}

std::optional<SeenThread> as_seen_thread(const Event &event)
{
    const auto state = is_observation(event.call) ? value(event, "state") : std::nullopt;
    if (!state)
        return {};
    return SeenThread{narrow(value(event, "thread")), std::max(0, narrow(value(event, "tid"))), char(*state), narrow(value(event, "system_call")),
                      narrow(value(event, "fd"))};
}

std::optional<Usage> as_usage(const Event &event)
{
    const auto cpu = is_call(event.call) ? std::nullopt : value(event, "cpu_ns");
    if (!cpu)
        return {};
    const auto count = [&](const char *field) { return int64_t(std::min(uint64_t(number(event, field)), uint64_t(INT64_MAX))); };
    return Usage{narrow(value(event, "thread")), std::max<int64_t>(0, *cpu), count("voluntary"), count("involuntary")};
}

std::optional<Assignment> as_assignment(const Event &event)
{
    Assignment made;
    made.variable = uint16_t(event.flags);
    made.fd = event.fd;
    switch (event.call) {
    case Call::fd_zero: made.what = Assignment::cleared; return made;
    case Call::fd_set: made.what = Assignment::added; return made;
    case Call::fd_clr: made.what = Assignment::removed; return made;
    case Call::set_assigned:
        made.what = Assignment::copied;
        made.from = event.fd >= 0 ? std::optional(uint16_t(event.fd)) : std::nullopt;
        return made;
    case Call::table_assigned:
        made.what = event.fd == -1 ? Assignment::every_slot : Assignment::slot;
        made.index = event.fd;
        made.size = event.fd == -1 ? int64_t(std::min(event.words[0], uint64_t(INT64_MAX))) : 0;
        made.value = event.length;
        return made;
    case Call::number_assigned:
        made.what = Assignment::number;
        made.value = event.length;
        return made;
    default: return {};
    }
}

} // namespace calls
