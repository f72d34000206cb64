// SPDX-License-Identifier: MIT
// POSIX asynchronous I/O: requests, their completion, and the threads that do the work.
#include "words/errors.h"
#include "words/explain/explain.h"

#include <aio.h>
#include <cerrno>
#include <csignal>

namespace words {
namespace {

using replay::Phase;
using trace::Call;

// The request's number, or nothing while the recording does not tell.
QString number(const Step &step)
{
    return step.plain(qint64(std::min(uint64_t(step.value("request")), uint64_t(INT32_MAX))));
}

QString how_told(const Step &step, int notification)
{
    switch (notification) {
    case SIGEV_SIGNAL: return step.language.say("Explain", "A signal is to say when it is complete.");
    case SIGEV_THREAD: return step.language.say("Explain", "The C library is to start a thread that says when it is complete.");
    default: return step.language.say("Explain", "Nobody says when it is complete: the program has to ask.");
    }
}

QString asked(const Step &step, const calls::Submission &read)
{
    const Language &language = step.language;
    const QString fd = step.plain(step.event.fd);
    if (step.begins)
        return language.say("Explain", "%1 asks for up to %n bytes from descriptor %2 with aio_read(), which does not wait for "
                                       "them: descriptor, buffer, size and offset say what is to be done.",
                            nullptr, plural(read.bytes)).arg(step.subject(), fd);
    return together({language.say("Explain", "aio_read() returned at once, after %1: request %2, on descriptor %3, is in progress "
                                             "(EINPROGRESS). Waiting and copying are left to a thread of the C library, and the "
                                             "program goes on.").arg(step.took(), number(step), fd),
                     how_told(step, read.notification)});
}

QString asked_about(const Step &step)
{
    const Language &language = step.language;
    const QString fd = step.plain(step.event.fd);
    if (step.begins)
        return language.say("Explain", "%1 asks how far the request on descriptor %2 is. aio_error() does not wait.").arg(step.subject(), fd);
    if (step.event.result == EINPROGRESS)
        return language.say("Explain", "Request %1, on descriptor %2, is not complete yet: aio_error() gives EINPROGRESS.")
            .arg(number(step), fd);
    if (step.event.result == 0)
        return language.say("Explain", "Request %1, on descriptor %2, is complete: whatever there was to wait for and to copy is "
                                       "over. SIGIO would only say that a read may start.").arg(number(step), fd);
    return language.say("Explain", "Request %1, on descriptor %2, is over and has failed: aio_error() gives %3: %4.")
        .arg(number(step), fd, error_name(step.event.result), error_meaning(language, step.event.result));
}

// Both phases of the read that is over.
QString phases(const Step &step)
{
    const Language &language = step.language;
    const Phase *wait = nullptr, *copy = nullptr;
    const std::vector<Phase> all = step.replay.phases(step.sequence);
    for (const Phase &phase : all)
        (phase.kind == Phase::wait ? wait : copy) = &phase;
    if (wait && wait->end && !copy && !perhaps_none(*wait))
        return together({language.say("Explain", "Beside the program, not in it: a thread of the library was seen asleep in the read %1 after "
                                                 "it had been asked for, so it waited at least so long (phase 1).")
                             .arg(language.duration(span(wait->begin, wait->earliest))), untold_arrival(step, *wait)});
    if (!copy || !copy->end)
        return wait ? untold_arrival(step, *wait) : QString();
    const QString copied = language.duration(span(copy->earliest, *copy->end));
    if (!wait)
        return language.say("Explain", "The data was in the kernel when it was asked for. That it was in the buffer was known %1 "
                                       "later, at most.").arg(copied);
    if (perhaps_none(*wait))
        return language.say("Explain", "Beside the program, not in it: how long the library waited for the data (phase 1), if at all, is "
                                       "not known. Waiting, copying it and telling of it (phase 2) took at most %1 together.")
            .arg(copied);
    return language.say("Explain", "Beside the program, not in it: the library waited at least %1 for the data (phase 1); copying "
                                   "it and telling of it took at most %2 (phase 2).")
        .arg(language.duration(span(wait->begin, wait->earliest)), copied);
}

// A datagram of which not all fitted into the buffer.
QString longer(const Step &step)
{
    const auto sent = step.replay.taken_by(step.sequence);
    return sent && sent->bytes > step.event.result ? cut_off(step, step.event.result) : QString();
}

QString datagram_returned(const Step &step)
{
    const Language &language = step.language;
    const replay::Socket *socket = step.socket(step.event.fd);
    if (step.event.result == 0)
        return step.stopping()
            ? language.say("Explain", "aio_return() gives 0 for request %1: the socket was shut down, because the run is being stopped.")
                  .arg(number(step))
            : language.say("Explain", "aio_return() gives 0 for request %1: an empty datagram has arrived. Over UDP 0 is no end of file.")
                  .arg(number(step));
    return together({language.say("Explain", "aio_return() gives the result of request %1: a datagram, of which %n bytes are in the "
                                             "application's buffer already.", nullptr, plural(step.event.result)).arg(number(step)),
                     longer(step), socket->peer_port ? language.say("Explain", "It does not tell who has sent it. That is known all the same: the "
                                                                 "socket is connected to port %1, and the kernel gives it nothing else.")
                                             .arg(socket->peer_port)
                                       : QString(),
                     phases(step)});
}

QString returned(const Step &step)
{
    const Language &language = step.language;
    if (step.begins)
        return language.say("Explain", "%1 takes the result of the request on descriptor %2. aio_return() does not wait.")
            .arg(step.subject(), step.plain(step.event.fd));
    if (step.event.result == -1)
        return step.event.error == ECONNREFUSED ? together({failed(step), refused_before(step)}) : failed(step);
    const replay::Socket *socket = step.socket(step.event.fd);
    if (socket && socket->datagrams)
        return datagram_returned(step);
    if (step.event.result == 0 && step.ended_by_stop(socket))
        return language.say("Explain", "aio_return() gives 0 for request %1: the socket was shut down, because the run is being stopped.")
            .arg(number(step));
    if (step.event.result == 0)
        return language.say("Explain", "aio_return() gives 0 for request %1, as recv() would have: end of file. Nothing more will "
                                       "come on descriptor %2.").arg(number(step), step.plain(step.event.fd));
    return together({language.say("Explain", "aio_return() gives the result of request %1, as recv() would have: %n bytes are in "
                                             "the application's buffer already.", nullptr, plural(step.event.result)).arg(number(step)),
                     phases(step)});
}

QString suspended(const Step &step)
{
    const Language &language = step.language;
    const int requests = plural(step.event.fd);
    if (step.begins)
        return language.say("Explain", "%1 waits in aio_suspend() until one of %n requests is complete: not for data that may be "
                                       "read, but for data that has been read.", nullptr, requests).arg(step.subject());
    if (step.event.result == 0)
        return language.say("Explain", "aio_suspend() returned after %1: at least one of %n requests is complete. Which one it does "
                                       "not say: aio_error() does.", nullptr, requests).arg(step.took());
    if (step.event.error == EAGAIN)
        return language.say("Explain", "aio_suspend() returned after %1: the time given to it is up, and none of %n requests is "
                                       "complete.", nullptr, requests).arg(step.took());
    return failed(step);
}

QString cancel(const Step &step)
{
    const Language &language = step.language;
    if (step.begins)
        return language.say("Explain", "%1 asks that the requests on descriptor %2 be given up.")
            .arg(step.subject(), step.plain(step.event.fd));
    switch (step.event.result) {
    case AIO_CANCELED: return language.say("Explain", "aio_cancel() gives AIO_CANCELED: the request had not been begun, and is given up.");
    case AIO_NOTCANCELED:
        return language.say("Explain", "aio_cancel() gives AIO_NOTCANCELED: a thread of the library reads already, and that cannot "
                                       "be broken off.");
    default: return language.say("Explain", "aio_cancel() gives AIO_ALLDONE: the request was complete.");
    }
}

} // namespace

QString explain_aio(const Step &step)
{
    const trace::Event &event = step.event;
    if (event.call == Call::aio_write) // by no listing
        return step.language.say("Explain", "%1 does this: %2.").arg(step.subject(), call_text(step.language, step.trace, event));
    if (event.call == Call::aio_error)
        return asked_about(step);
    if (calls::as_completion(event))
        return returned(step);
    if (calls::as_wait(event))
        return suspended(step);
    if (!step.begins && event.result == -1)
        return failed(step);
    const auto submission = calls::as_submission(event);
    return submission ? asked(step, *submission) : cancel(step);
}

} // namespace words
