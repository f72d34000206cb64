// SPDX-License-Identifier: MIT
// io_uring: entries written into one ring, operations done by the kernel, completions read from the other ring.
#include "words/errors.h"
#include "words/explain/explain.h"
#include "words/quoted.h"

#include <QStringList>

#include <cerrno>
#include <linux/io_uring.h>

namespace words {
namespace {

using replay::Phase;

QString set_up(const Step &step)
{
    const Language &language = step.language;
    const QString beyond = language.say("Explain", "io_uring is beyond the lecture: it exists on Linux only.");
    if (step.begins)
        return together({language.say("Explain", "%1 asks the kernel for two rings in memory that both share: one for operations to be "
                                                 "done, one for those that are complete.").arg(step.subject()), beyond});
    return together({language.say("Explain", "io_uring_queue_init() made the system call io_uring_setup(), which returned descriptor %1. "
                                             "The program writes operations into the submission ring; the kernel writes into the "
                                             "completion ring.").arg(step.event.result), beyond});
}

QString enters(const Step &step)
{
    const Language &language = step.language;
    const int count = int(step.value("to_submit"));
    const QString hands_in = count
        ? language.say("Explain", "%1 hands in the %n queued operations with one system call.", nullptr, count).arg(step.subject())
        : language.say("Explain", "%1 hands in nothing new.").arg(step.subject());
    if (step.value("min_complete") <= 0)
        return hands_in;
    return together({hands_in, step.asleep()
        ? language.say("Explain", "No operation is complete, so the thread sleeps here. What it waits for, and the copying, is the "
                                  "kernel's work.")
        : language.say("Explain", "If no operation is complete, the thread sleeps until one is.")});
}

QString ring_entered(const Step &step)
{
    const Language &language = step.language;
    if (step.value("min_complete") <= 0)
        return language.say("Explain", "io_uring_enter() returned %1: so many operations have been handed in to the kernel.")
            .arg(step.event.result);
    if (const QString signal = interrupted_by(step); step.serves() && step.event.result > 0 && !signal.isEmpty())
        return together({language.say("Explain", "io_uring_enter() returned %1 after %2: so many operations were handed in. Its wait was ended "
                                                 "by a signal, so that none need be complete.").arg(step.plain(step.event.result), step.took()),
                         signal});
    return language.say("Explain", "io_uring_enter() returned %1 after %2: so many operations were handed in, and one at least is "
                                   "complete. Which, stands in the completion ring: reading it takes no system call.")
        .arg(step.plain(step.event.result), step.took());
}

QString queued(const Step &step, const calls::Submission &entry)
{
    const Language &language = step.language;
    const QString fd = step.plain(step.event.fd);
    const QString later = language.say("Explain", "That is no system call: the kernel sees it only when io_uring_enter() hands "
                                                  "it in.");
    switch (entry.operation) {
    case IORING_OP_ACCEPT:
        return together({language.say("Explain", "An accept on descriptor %1 stands in the submission ring.").arg(fd), later});
    case IORING_OP_RECV: {
        const int bytes = plural(entry.bytes);
        return together({language.say("Explain", "A receive on descriptor %1 (%2) of at most %n bytes stands in the submission "
                                                 "ring: the kernel is to wait for the data (phase 1) and to copy it (phase 2).", nullptr, bytes)
                             .arg(fd, step.peer(step.event.fd)), later});
    }
    case IORING_OP_SEND: {
        const int bytes = plural(entry.bytes);
        return together({language.say("Explain", "A send of %n bytes on descriptor %1 (%2) stands in the submission ring.", nullptr, bytes)
                             .arg(fd, step.peer(step.event.fd)), later});
    }
    case IORING_OP_ASYNC_CANCEL:
        return language.say("Explain", "The run is being stopped: all operations in the kernel's hands are to be cancelled. They "
                                       "would outlive close().");
    default:
        return language.say("Explain", "Operation %1 on descriptor %2 stands in the submission ring.")
            .arg(constant(calls::Type::uring_operation, entry.operation), fd);
    }
}

// How the kernel spent the time since the receive was handed in.
QString kernels_work(const Step &step)
{
    const Language &language = step.language;
    for (const Phase &phase : step.replay.phases(step.sequence))
        if (phase.kind == Phase::wait && between(phase) && !perhaps_none(phase))
            return language.say("Explain", "The kernel had waited at least %1 for the data (phase 1) and copied it by itself (phase 2): "
                                           "no recv() was called.").arg(language.duration(span(phase.begin, phase.earliest)));
    return language.say("Explain", "The kernel did both phases by itself: no recv() was called.");
}

// Who has sent the data: another one than the descriptor's peer, if its number has been given away again meanwhile.
QString its_sender(const Step &step)
{
    for (const Phase &phase : step.replay.phases(step.sequence))
        if (phase.by && *phase.by < step.trace.events().size())
            return step.thread(step.trace.events()[*phase.by].thread);
    return step.peer(step.event.fd);
}

QString seen(const Step &step, const calls::Completion &entry)
{
    const Language &language = step.language;
    const trace::Event &event = step.event;
    const QString fd = step.plain(event.fd), name = constant(calls::Type::uring_operation, entry.operation);
    if (event.result == -1 && event.error == ECANCELED)
        return language.say("Explain", "Completion: %1 on descriptor %2 was cancelled.").arg(name, fd);
    if (event.result == -1)
        return language.say("Explain", "Completion: %1 on descriptor %2 failed with %3: %4.")
            .arg(name, fd, error_name(event.error), error_meaning(language, event.error));
    const int count = plural(event.result);
    switch (entry.operation) {
    case IORING_OP_ACCEPT:
        return language.say("Explain", "Completion: the accept is done. Descriptor %1 is the connection with %2.")
            .arg(step.plain(event.result), step.peer(event.result));
    case IORING_OP_RECV:
        if (event.result == 0 && step.ended_by_stop(step.socket(event.fd)))
            return language.say("Explain", "Completion: end of file on descriptor %1: this end was shut down, because the run is being "
                                           "stopped.").arg(fd);
        if (event.result == 0)
            return language.say("Explain", "Completion: end of file on descriptor %1: %2 has closed its sending direction.")
                .arg(fd, step.peer(event.fd));
        return together({language.say("Explain", "Completion: %n bytes from %1 are in the application's buffer already.", nullptr, count)
                             .arg(its_sender(step)), kernels_work(step)});
    case IORING_OP_SEND:
        return language.say("Explain", "Completion: the kernel has taken %n bytes for %1.", nullptr, count)
            .arg(step.peer(event.fd));
    default: return language.say("Explain", "Completion: %1 is done, with result %2.").arg(name, step.plain(event.result));
    }
}

} // namespace

QString explain_uring(const Step &step)
{
    if (!step.begins && calls::is_call(step.event.call) && step.event.result == -1)
        return failed(step);
    if (calls::as_wait(step.event))
        return step.begins ? enters(step) : ring_entered(step);
    if (const auto submission = calls::as_submission(step.event))
        return queued(step, *submission);
    if (const auto completion = calls::as_completion(step.event))
        return seen(step, *completion);
    return set_up(step);
}

} // namespace words
