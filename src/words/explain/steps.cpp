// SPDX-License-Identifier: MIT
// Steps in user space: the four macros, readfds = allset, client_FD[i] = fd, maxfd = fd.
#include "words/explain/explain.h"

#include "calls/names.h"
#include "calls/readiness.h"

#include <algorithm>

namespace words {
namespace {

using trace::Call;

// The set that a macro changes or asks, or that is assigned.
QString name_of_set(const trace::Trace &trace, const trace::Event &event)
{
    return QString::fromStdString(calls::variable_of(trace, event));
}

// The set that is copied.
QString name_of_source(const trace::Trace &trace, const trace::Event &event)
{
    return QString::fromStdString(trace::variable(trace, event, uint16_t(calls::value(event, "from").value_or(0))));
}

const replay::Selection *selection_of(const Step &step)
{
    for (const replay::Selection &selection : step.world.selections)
        if (selection.thread == step.event.thread)
            return &selection;
    return nullptr;
}

// As which set, 0 to 2, the last select() was passed the variable; -1: it was not.
int passed_as(const Step &step, const QString &name)
{
    const replay::Selection *selection = selection_of(step);
    for (int set = 0; selection && set < 3; ++set)
        if (selection->sets[set].name == name.toStdString())
            return set;
    return -1;
}

// The same of the variable, or of the one that was assigned its value last: allwrite, of which writefds is a copy.
int meant_for(const Step &step, const QString &name)
{
    constexpr size_t far = 1 << 16; // steps looked back at: a turn of the server's loop has an assignment
    const int passed = passed_as(step, name);
    if (passed != -1 || step.event.thread >= step.trace.threads.size())
        return passed;
    const auto &lane = step.replay.lane(step.event.thread).sequence;
    const auto here = std::ranges::lower_bound(lane, uint32_t(step.sequence));
    for (size_t i = size_t(here - lane.begin()), least = i > far ? i - far : 0; i > least; --i) {
        const trace::Event &event = step.trace.events()[lane[i - 1]];
        if (event.call == Call::set_assigned && name_of_source(step.trace, event) == name)
            return passed_as(step, name_of_set(step.trace, event));
    }
    return -1;
}

// The step that left the asked bit of a set as it is.
struct Writer {
    const trace::Event *event = nullptr; // none: the recording shows none
    int set = -1; // of a select(): as which set it was passed the variable
};

Writer writer_of(const Step &step, const QString &name)
{
    constexpr size_t far = 1 << 16; // steps looked back at
    constexpr int word = 64;        // the kernel writes whole words of a set (core_sys_select)
    if (step.event.thread >= step.trace.threads.size())
        return {};
    const auto &lane = step.replay.lane(step.event.thread).sequence;
    const auto here = std::ranges::lower_bound(lane, uint32_t(step.sequence));
    for (size_t i = size_t(here - lane.begin()), least = i > far ? i - far : 0; i > least; --i) {
        const trace::Event &event = step.trace.events()[lane[i - 1]];
        using calls::Assignment;
        if (const auto made = calls::as_assignment(event)) {
            const bool one = made->what == Assignment::added || made->what == Assignment::removed;
            const bool all = made->what == Assignment::cleared || made->what == Assignment::copied;
            if ((all || (one && made->fd == step.event.fd)) && name_of_set(step.trace, event) == name)
                return {&event};
        } else if (event.call == Call::select && event.result >= 0 && step.event.fd / word <= (int64_t(event.fd) - 1) / word) {
            for (int set = 0; set < 3; ++set)
                if (const uint16_t passed = calls::variable_passed(event, set);
                    passed != trace::select_flags::none && QString::fromStdString(trace::variable(step.trace, event, passed)) == name)
                    return {&event, set};
        }
    }
    return {};
}

// The bit is not what select() has left: it says nothing of readiness.
QString no_answer(const Step &step, const QString &name, const Writer &writer)
{
    const Language &language = step.language;
    const QString fd = step.plain(step.event.fd);
    const bool set = step.event.result != 0;
    const QString bit = set ? language.say("Explain", "FD_ISSET is true: bit %1 of %2 is 1.").arg(fd, name)
                            : language.say("Explain", "FD_ISSET is false: bit %1 of %2 is 0.").arg(fd, name);
    if (!writer.event)
        return together({bit, language.say("Explain", "No select() that was passed this set is recorded: whether descriptor %1 is ready the bit does not tell.")
                                  .arg(fd)});
    const QString by = writer.event->call == Call::set_assigned
        ? language.say("Explain", "So it was in %1, which was copied there.").arg(name_of_source(step.trace, *writer.event))
        : language.say("Explain", "So %1 has left it.").arg(call_name(step.trace, *writer.event));
    return together({bit, by, language.say("Explain", "No select() has answered in %2 since then: whether descriptor %1 is ready the bit does not tell.")
                                  .arg(fd, name)});
}

// FD_ISSET found the bit 0.
QString unset(const Step &step, const QString &name)
{
    const Language &language = step.language;
    const QString fd = step.plain(step.event.fd);
    const Writer writer = writer_of(step, name);
    const int set = writer.set;
    if (set == -1)
        return no_answer(step, name, writer);
    if (!std::ranges::binary_search(trace::members(trace::asked(step.trace, *writer.event, set), writer.event->fd), step.event.fd))
        return language.say("Explain", "FD_ISSET is false: bit %1 of %2 is 0, since select() was not asked about descriptor %1 there.").arg(fd, name);
    if (set == 1 && !step.socket(step.event.fd))
        return language.say("Explain", "FD_ISSET is false: bit %1 of %2 is 0, so descriptor %1 could not be written yet.").arg(fd, name);
    if (set == 1)
        return language.say("Explain", "FD_ISSET is false: bit %1 of %2 is 0, so there is no room in the send buffer of descriptor %1 yet.").arg(fd, name);
    if (set == 2)
        return language.say("Explain", "FD_ISSET is false: bit %1 of %2 is 0, so no urgent data has come on descriptor %1.").arg(fd, name);
    return language.say("Explain", "FD_ISSET is false: bit %1 of %2 is 0, so descriptor %1 is not ready.").arg(fd, name);
}

// FD_SET: what the next select() will be asked.
QString set(const Step &step, const QString &name)
{
    const Language &language = step.language;
    const QString fd = step.plain(step.event.fd), whose = step.meaning(step.event.fd);
    switch (meant_for(step, name)) {
    case 1:
        if (!step.socket(step.event.fd))
            return language.say("Explain", "Bit %1 of %2 is 1 now: a select() that is given this set, or a copy of it, is asked "
                                           "whether descriptor %1 (%3) can be written.").arg(fd, name, whose);
        return language.say("Explain", "Bit %1 of %2 is 1 now: a select() that is given this set, or a copy of it, is asked "
                                       "whether descriptor %1 (%3) can be written, which is whether there is room in its send "
                                       "buffer.").arg(fd, name, whose);
    case 2:
        return language.say("Explain", "Bit %1 of %2 is 1 now: a select() that is given this set, or a copy of it, is asked "
                                       "whether urgent data has come on descriptor %1 (%3).").arg(fd, name, whose);
    default:
        return language.say("Explain", "Bit %1 of %2 is 1 now: a select() that is given this set, or a copy of it, is asked "
                                       "about descriptor %1, too (%3).")
            .arg(fd, name, whose);
    }
}

// The socket came to be after the last select() had returned: what that has answered was said of another.
bool given_again(const Step &step, const replay::Socket &socket)
{
    for (const replay::Selection &last : step.world.selections)
        if (last.thread == step.event.thread && last.event && last.returned)
            return socket.since > step.trace.events()[*last.event].end;
    return false;
}

// Nothing has made use of what the last select() of the thread said there: no call on the descriptor, by whichever thread.
bool unused(const Step &step, const Writer &writer)
{
    const auto reads = [&](const replay::Thread &other) {
        return other.call && other.table == step.world.table_of(step.event.thread) && other.call->fd == step.event.fd && calls::reads(*other.call);
    };
    const replay::Selection *last = selection_of(step);
    return last && last->event && &step.trace.events()[*last->event] == writer.event && last->sets[writer.set].unused.test(size_t(step.event.fd))
        && std::ranges::none_of(step.world.threads, reads);
}

QString isset(const Step &step, const QString &name)
{
    const Language &language = step.language;
    const QString fd = step.plain(step.event.fd);
    if (step.event.result == 0)
        return unset(step, name);
    const Writer writer = writer_of(step, name);
    if (writer.set == -1)
        return no_answer(step, name, writer);
    if (step.stopping())
        return language.say("Explain", "FD_ISSET is true: select() left bit %1 of %2 at 1, because shutdown() has made "
                                       "descriptor %1 ready: the run is being stopped.").arg(fd, name);
    const replay::Socket *socket = step.socket(step.event.fd);
    if (step.closed(step.event.fd))
        return language.say("Explain", "FD_ISSET is true: select() left bit %1 of %2 at 1. Descriptor %1 has been closed "
                                       "meanwhile: no call on it waits, it fails with EBADF.").arg(fd, name);
    const int set = writer.set;
    if (socket && set == 0 && given_again(step, *socket))
        return language.say("Explain", "FD_ISSET is true: select() left bit %1 of %2 at 1. But that was said of another socket, which has been closed "
                                       "meanwhile: whether descriptor %1 as it is now (%3) can be read select() has not told.")
            .arg(fd, name, step.meaning(step.event.fd));
    if (!unused(step, writer))
        return language.say("Explain", "FD_ISSET is true: select() left bit %1 of %2 at 1, so descriptor %1 (%3) was ready then. Whether it still is "
                                       "is not known: another call came in between.").arg(fd, name, step.meaning(step.event.fd));
    if (set == 1 && !socket)
        return language.say("Explain", "FD_ISSET is true: select() left bit %1 of %2 at 1. Descriptor %1 (%3) can be written: there is room.")
            .arg(fd, name, step.meaning(step.event.fd));
    if (set == 1 && !socket->reset)
        return together({language.say("Explain", "FD_ISSET is true: select() left bit %1 of %2 at 1.").arg(fd, name),
                         found_room(step, {step.event.fd})});
    if (set == 2 && is_inline(step, step.event.thread, step.event.fd))
        return language.say("Explain", "FD_ISSET is true: select() left bit %1 of %2 at 1. Urgent data has come on descriptor %1 (%3): with "
                                       "SO_OOBINLINE a plain recv() gives it.").arg(fd, name, step.meaning(step.event.fd));
    if (set == 2)
        return language.say("Explain", "FD_ISSET is true: select() left bit %1 of %2 at 1. Urgent data has come on descriptor %1 (%3): "
                                       "recv() takes it with MSG_OOB.").arg(fd, name, step.meaning(step.event.fd));
    if (socket && socket->reset)
        return language.say("Explain", "FD_ISSET is true: select() left bit %1 of %2 at 1. The connection of descriptor %1 (%3) was reset, "
                                       "so no call on it waits: recv() gives what had come before, if it was not read, and then tells "
                                       "of the reset.").arg(fd, name, step.peer(socket));
    return socket && socket->role == replay::SocketState::listening
        ? language.say("Explain", "FD_ISSET is true: select() left bit %1 of %2 at 1. Descriptor %1 is the listening "
                                  "socket, so a connection waits for accept().").arg(fd, name)
        : language.say("Explain", "FD_ISSET is true: select() left bit %1 of %2 at 1. Descriptor %1 (%3) is ready, so "
                                  "%4() will not sleep.").arg(fd, name, step.meaning(step.event.fd), step.reader(step.event.fd));
}

QString cleared(const Step &step, const QString &name)
{
    const Language &language = step.language;
    const QString fd = step.plain(step.event.fd);
    const int set = meant_for(step, name);
    if (set == 1)
        return language.say("Explain", "Bit %1 of %2 is 0 now: a select() that is given this set, or a copy of it, is not asked "
                                       "whether descriptor %1 can be written.")
            .arg(fd, name);
    if (set == 2)
        return language.say("Explain", "Bit %1 of %2 is 0 now: a select() that is given this set, or a copy of it, is not asked "
                                       "about urgent data on descriptor %1.")
            .arg(fd, name);
    const replay::Selection *selection = selection_of(step);
    const bool several = selection && (!selection->sets[1].name.empty() || !selection->sets[2].name.empty());
    const QString off = several
        ? language.say("Explain", "Bit %1 of %2 is 0 now: a select() that is given this set, or a copy of it, is not asked "
                                  "whether descriptor %1 can be read.").arg(fd, name)
        : language.say("Explain", "Bit %1 of %2 is 0 now: a select() that is given this set, or a copy of it, is not asked about "
                                  "descriptor %1.").arg(fd, name);
    const replay::Socket *socket = step.socket(step.event.fd);
    return socket && socket->role == replay::SocketState::listening
        ? together({off, language.say("Explain", "It is the listening socket: while nobody can be accepted, select() "
                                                 "would find it ready again and again.")})
        : off;
}

QString slot(const Step &step)
{
    const Language &language = step.language;
    const int64_t index = step.value("index"), value = step.value("value");
    const QString name = call_name(step.trace, step.event), number = step.plain(index), fd = step.plain(value);
    if (index < 0)
        return language.say("Explain", "Every slot of %1 is %2 now: all are free.").arg(name, fd);
    const replay::Table *table = step.world.table(step.event.thread, name.toStdString());
    if (table ? value == table->empty : value < 0) {
        const replay::Number *maxfd = step.world.number(step.event.thread, "maxfd");
        const QString freed = language.say("Explain", "Slot %1 of %2 is free again: the next client can have it.")
            .arg(number, name);
        return maxfd ? together({freed, language.say("Explain", "maxfd stays %1: too large does no harm, select() "
                                                                "looks at a few bits too many.").arg(maxfd->value)})
                     : freed;
    }
    const replay::Socket *socket = step.socket(int(value));
    if (socket && socket->role != replay::SocketState::connected)
        return language.say("Explain", "Slot %1 of %2 holds descriptor %3 now: %4.", "the last: what kind of socket")
            .arg(number, name, fd, role_word(language, step.trace, *socket));
    const QString holds = language.say("Explain", "Slot %1 of %2 holds descriptor %3 now, the connection with %4.")
                              .arg(number, name, fd, step.peer(socket));
    const bool first = table && size_t(index) < table->values.size()
        && std::none_of(table->values.begin(), table->values.begin() + index, [&](int one) { return one == table->empty; });
    return first ? together({holds, language.say("Explain", "It was the first free slot.")}) : holds;
}

} // namespace

QString explain_set(const Step &step)
{
    const Language &language = step.language;
    const trace::Event &event = step.event;
    const QString fd = step.plain(event.fd);
    const QString name = name_of_set(step.trace, event);
    if (event.call == Call::fd_zero)
        return language.say("Explain", "All bits of %1 are 0 now: the set is empty.").arg(name);
    if (event.call == Call::set_assigned) {
        const QString copy = language.say("Explain", "%1 is a copy of %2 now. select() overwrites the set it is given, so the "
                                                     "program passes the copy and keeps %2.")
            .arg(name, name_of_source(step.trace, event));
        return event.count <= 1 ? copy
            : together({copy, language.say("Explain", "This stands for %n equal assignments, each before one of the select() "
                                                      "calls that found nothing; the last was made now.",
                                           nullptr, plural(event.count))});
    }
    if (event.fd < 0 || event.fd >= calls::descriptors_in_a_set)
        return language.say("Explain", "An fd_set has bits 0 to %2 only (FD_SETSIZE - 1): there is none for descriptor "
                                       "%1, and nothing was changed.").arg(fd, step.plain(calls::descriptors_in_a_set - 1));
    if (event.call == Call::fd_isset)
        return isset(step, name);
    if (event.call == Call::fd_clr)
        return cleared(step, name);
    return set(step, name);
}

QString explain_assignment(const Step &step)
{
    if (step.event.call == Call::table_assigned)
        return slot(step);
    const int64_t number = step.value("value");
    const QString name = call_name(step.trace, step.event), value = step.plain(number);
    if (name == QLatin1String("maxfd"))
        return step.language.say("Explain", "maxfd is %1 now, the highest descriptor so far. select() is given maxfd + "
                                            "1 = %2: how many bits to look at.")
            .arg(value, step.plain(qint64(uint64_t(number) + 1)));
    if (name == QLatin1String("work") && step.serves())
        return step.language.say("Explain", "The main flow computes: %1 primes found so far. It is blocked in no call.")
            .arg(step.language.number(qlonglong(number)));
    return step.language.say("Explain", "%1 is %2 now.").arg(name, value);
}

} // namespace words
