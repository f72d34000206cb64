// SPDX-License-Identifier: MIT
// select(), as it asks and as it answers; poll() in short.
#include "words/explain/explain.h"

#include "calls/names.h"
#include "calls/readiness.h"
#include "words/quoted.h"

#include <QStringList>

#include <algorithm>
#include <cerrno>
#include <iterator>
#include <poll.h>

namespace words {
namespace {

using replay::SocketState;
using trace::Call;

struct Sets {
    std::vector<int> asked[3], answered[3]; // read, write, except
    size_t count = 0;                       // asked in all
};

Sets sets_of(const Step &step)
{
    Sets sets;
    const int bound = std::min(step.event.fd, calls::descriptors_in_a_set);
    for (int set = 0; set < 3; ++set) {
        sets.asked[set] = trace::members(trace::asked(step.trace, step.event, set), bound);
        sets.answered[set] = trace::members(trace::answered(step.trace, step.event, set), bound);
        sets.count += sets.asked[set].size();
    }
    return sets;
}

// Which variables were passed to select().
uint32_t variables(const Step &step)
{
    return uint32_t(step.value("variables"));
}

// Which sets there are to tell of: for those where NULL was passed nothing was asked, and of an empty one beside that for reading.
enum class Passed : uint8_t { reading, without_exceptional, without_writing, all };
Passed passed_to(const Step &step)
{
    const auto none = [&](int set) { return trace::select_flags::variable(variables(step), set) == trace::select_flags::none; };
    const Sets sets = sets_of(step);
    if (sets.asked[1].empty() && sets.asked[2].empty())
        return Passed::reading;
    return none(2) && sets.asked[2].empty() ? Passed::without_exceptional : none(1) && sets.asked[1].empty() ? Passed::without_writing : Passed::all;
}

// The name of the set passed for reading: select() overwrites it.
QString read_set(const Step &step)
{
    return QString::fromStdString(trace::variable(step.trace, step.event, trace::select_flags::variable(variables(step), 0)));
}

QString waiting(const Step &step)
{
    const Language &language = step.language;
    const auto timeout = calls::as_wait(step.event)->timeout;
    const QString endless = step.event.call == Call::poll ? QStringLiteral("-1") : QStringLiteral("NULL");
    if (timeout == 0)
        return language.say("Explain", "With a timeout of 0 it only asks, and does not sleep.");
    if (!timeout)
        return step.asleep()
            ? language.say("Explain", "None is ready, so the thread sleeps here for all of them at once, without a limit of time "
                                      "(timeout %1).").arg(endless)
            : language.say("Explain", "If none is ready, the thread sleeps, without a limit of time (timeout %1).").arg(endless);
    return step.asleep()
        ? language.say("Explain", "None is ready, so the thread sleeps here for all of them at once, but for at most "
                                  "%1.")
              .arg(language.duration(*timeout))
        : language.say("Explain", "If none is ready, the thread sleeps, but for at most %1.")
            .arg(language.duration(*timeout));
}

// The descriptors whose bits are 1 in a set passed, at or beyond the first argument: as the call was recorded, which may go no further
// than a word, and as the program's variable had it.
std::vector<int> not_looked_at(const Step &step)
{
    replay::DescriptorSet bits;
    for (int set = 0; set < 3; ++set)
        for (const int fd : trace::members(trace::asked(step.trace, step.event, set), calls::descriptors_in_a_set))
            bits.set(size_t(fd));
    for (int set = 0; set < 3; ++set)
        if (const uint16_t passed = calls::variable_passed(step.event, set); passed != trace::select_flags::none)
            if (const replay::Set *one = step.world.set(step.event.thread, trace::variable(step.trace, step.event, passed)))
                bits |= one->now;
    std::vector<int> beyond;
    for (size_t fd = size_t(std::max(0, step.event.fd)); fd < bits.size(); ++fd)
        if (bits.test(fd))
            beyond.push_back(int(fd));
    return beyond;
}

// The first argument, and why it is what it is.
QString bound(const Step &step, const Sets &sets)
{
    const Language &language = step.language;
    int highest = -1;
    for (const auto &asked : sets.asked)
        highest = std::max(highest, asked.empty() ? -1 : asked.back());
    if (step.event.fd <= 0)
        return {};
    const QString first = step.plain(step.event.fd), last = step.plain(step.event.fd - 1);
    if (const std::vector<int> beyond = not_looked_at(step); !beyond.empty())
        return together({language.say("Explain", "The first argument, %1, makes the kernel look at bits 0 to %2.").arg(first, last),
                         language.say("Explain", "The bits of %1 are 1, too, and the kernel does not look at them: the first argument must be the highest "
                                                 "descriptor plus 1.", "descriptors").arg(set_text(beyond))});
    if (highest + 1 == step.event.fd)
        return language.say("Explain", "The first argument, %1, is the highest descriptor plus 1: the kernel looks at bits "
                                       "0 to %2.").arg(first, last);
    const replay::Number *maxfd = step.world.number(step.event.thread, "maxfd");
    return maxfd && int64_t(maxfd->value) + 1 == step.event.fd
        ? language.say("Explain", "The first argument, %1, makes the kernel look at bits 0 to %2: it is maxfd + 1, and "
                                  "maxfd is the highest descriptor there has been.").arg(first, last)
        : language.say("Explain", "The first argument, %1, makes the kernel look at bits 0 to %2.").arg(first, last);
}

QString begins(const Step &step)
{
    const Language &language = step.language;
    const Sets sets = sets_of(step);
    const Passed passed = passed_to(step);
    const QString asking = sets.count == 0 ? language.say("Explain", "%1 asks the kernel about no descriptor.", "who").arg(step.subject())
        : passed == Passed::reading
        ? language.say("Explain", "%1 asks the kernel which of %n descriptors can be read: %2.",
                       nullptr, plural(qint64(sets.count)))
              .arg(step.subject(), set_text(sets.asked[0]))
        : passed == Passed::without_exceptional
        ? language.say("Explain", "%1 asks the kernel which descriptors are ready: for reading %2, for writing %3.")
              .arg(step.subject(), set_text(sets.asked[0]), set_text(sets.asked[1]))
        : passed == Passed::without_writing
        ? language.say("Explain", "%1 asks the kernel which descriptors are ready: for reading %2, for exceptional conditions %3.")
              .arg(step.subject(), set_text(sets.asked[0]), set_text(sets.asked[2]))
        : language.say("Explain", "%1 asks the kernel which descriptors are ready: for reading %2, for writing %3, for "
                                  "exceptional conditions %4.")
              .arg(step.subject(), set_text(sets.asked[0]), set_text(sets.asked[1]), set_text(sets.asked[2]));
    return together({asking, asks_room(step, sets.asked[1]), asks_urgent(step, sets.asked[2]), bound(step, sets), waiting(step)});
}

// What Linux has made of the timeval.
QString left(const Step &step)
{
    const std::optional<int64_t> time = trace::time_left(step.trace, step.event);
    if (!time)
        return {};
    return step.language.say("Explain", "Linux has overwritten the timeval as well: of %1, %2 is left in it. It must be set anew "
                                        "before the next select().")
        .arg(step.language.duration(step.value("timeout_ns")), step.language.duration(*time));
}

// What the descriptors ready for reading are.
QString readable(const Step &step, const std::vector<int> &ready)
{
    const Language &language = step.language;
    if (step.stopping())
        return language.say("Explain", "The run is being stopped: shutdown() makes a descriptor ready, even if neither "
                                       "data nor a connection has come.");
    QStringList said;
    std::vector<int> data, other, closed;
    for (const int fd : ready) {
        const replay::Socket *socket = step.socket(fd);
        if (socket && socket->role == SocketState::listening)
            said += language.say("Explain", "Descriptor %1 is the listening socket: a connection waits for accept().")
                .arg(fd);
        else if (socket && socket->datagrams)
            said += language.say("Explain", "recvfrom() on descriptor %1 will not sleep: a datagram waits there, or an error.").arg(fd);
        else if (!socket && fd == 0 && has_terminal(step))
            said += language.say("Explain", "read() on descriptor 0 will not sleep: a line has been typed, or end of file waits there.");
        else
            (step.closed(fd) ? closed : socket ? data : other).push_back(fd);
    }
    if (!data.empty())
        said += language.say("Explain", "recv() on %1 will not sleep: data, end of file or an error waits there.")
                    .arg(set_text(data));
    if (!other.empty())
        said += language.say("Explain", "read() on %1 will not sleep: data, end of file or an error waits there.").arg(set_text(other));
    said += found_closed(step, closed);
    return together(said);
}

QString ends(const Step &step)
{
    const Language &language = step.language;
    const trace::Event &event = step.event;
    if (event.result == -1)
        return failed_to_wait(step);
    const Sets sets = sets_of(step);
    const bool several = trace::select_flags::sets_passed(variables(step)) > 1;
    if (event.result == 0 && event.count > 1)
        return together({in_vain(step), several ? QString()
                                                : language.say("Explain", "All bits of %1 are 0 after each.").arg(read_set(step))});
    if (event.result == 0 && several)
        return together({language.say("Explain", "select() returned 0 after %1: the time is up and no descriptor was ready. All bits of "
                                                 "the sets passed are 0 now.").arg(step.took()), left(step)});
    if (event.result == 0)
        return together({language.say("Explain", "select() returned 0 after %1: the time is up and no descriptor was ready. All "
                                                 "bits of %2 are 0 now.").arg(step.took(), read_set(step)), left(step)});
    const Passed passed = passed_to(step);
    const QString answer = passed == Passed::reading
        ? language.say("Explain", "select() returned %1 after %2: of %3, these are ready: %4.")
              .arg(step.plain(event.result), step.took(), set_text(sets.asked[0]), set_text(sets.answered[0]))
        : passed == Passed::without_exceptional
        ? language.say("Explain", "select() returned %1 after %2: ready for reading %3, for writing %4.")
              .arg(step.plain(event.result), step.took(), set_text(sets.answered[0]), set_text(sets.answered[1]))
        : passed == Passed::without_writing
        ? language.say("Explain", "select() returned %1 after %2: ready for reading %3, for exceptional conditions %4.")
              .arg(step.plain(event.result), step.took(), set_text(sets.answered[0]), set_text(sets.answered[2]))
        : language.say("Explain", "select() returned %1 after %2: ready for reading %3, for writing %4, for "
                                  "exceptional conditions %5.")
              .arg(step.plain(event.result), step.took(), set_text(sets.answered[0]), set_text(sets.answered[1]),
                   set_text(sets.answered[2]));
    const QString overwritten = several
        ? language.say("Explain", "The kernel has overwritten all sets passed: only these bits are still 1.")
        : sets.answered[0].empty()
        ? QString()
        : language.say("Explain", "The kernel has overwritten %1: only their bits are still 1.").arg(read_set(step));
    std::vector<int> can_be_either; // read, or written
    std::ranges::set_union(sets.answered[0], sets.answered[1], std::back_inserter(can_be_either));
    return together({answer, readable(step, sets.answered[0]), found_room(step, sets.answered[1]), found_urgent(step, sets.answered[2]),
                     found_reset(step, can_be_either), overwritten, left(step)});
}

// Those with some of these bits in events, before the answer, or in revents.
std::vector<int> with(const std::vector<trace::Polled> &entries, int bits, bool asked = false)
{
    std::vector<int> found;
    for (const trace::Polled &one : entries)
        if (one.fd >= 0 && ((asked ? one.events : one.revents) & bits))
            found.push_back(one.fd);
    return found;
}

QString poll_begins(const Step &step, const std::vector<int> &asked)
{
    const Language &language = step.language;
    const std::vector<trace::Polled> entries = trace::polled(step.trace, step.event, false);
    const std::vector<int> room = with(entries, POLLOUT, true), urgent = with(entries, POLLPRI, true);
    const QString asking = room.empty() && urgent.empty()
        ? language.say("Explain", "%1 asks the kernel with poll() which of %n descriptors can be read: %2.", nullptr,
                       plural(qint64(asked.size())))
        : language.say("Explain", "%1 asks the kernel with poll() which of %n descriptors are ready for what their events say: %2.",
                       nullptr, plural(qint64(asked.size())));
    return together({asking.arg(step.subject(), set_text(asked)), asks_room(step, room), asks_urgent(step, urgent), waiting(step)});
}

QString polling(const Step &step)
{
    const Language &language = step.language;
    const std::vector<int> asked = trace::polled_descriptors(step.trace, step.event, false);
    if (step.begins)
        return poll_begins(step, asked);
    if (step.event.result == -1)
        return failed_to_wait(step);
    if (step.event.result == 0 && step.event.count > 1)
        return in_vain(step);
    if (step.event.result == 0)
        return language.say("Explain", "poll() returned 0 after %1: the time is up and no descriptor was ready.")
            .arg(step.took());
    const std::vector<int> ready = trace::polled_descriptors(step.trace, step.event, true);
    const std::vector<trace::Polled> answered = trace::polled(step.trace, step.event, true);
    return together({language.say("Explain", "poll() returned %1 after %2: of %3, these are ready: %4. Their revents tell why; "
                                             "events stay as they were.")
                         .arg(step.plain(step.event.result), step.took(), set_text(asked), set_text(ready)),
                     readable(step, with(answered, ~(POLLOUT | POLLPRI | POLLERR | POLLHUP | POLLNVAL))),
                     found_by_poll(step, answered), found_reset(step, ready)});
}

} // namespace

QString explain_select(const Step &step)
{
    if (step.event.call == Call::poll)
        return polling(step);
    return step.begins ? begins(step) : ends(step);
}

} // namespace words
