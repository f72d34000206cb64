// SPDX-License-Identifier: MIT
// Urgent data: send() and recv() with MSG_OOB.
#include "words/explain/explain.h"

#include <cerrno>

namespace words {

// There is one urgent byte at most: what this one did to the one before.
static QString displaced(const Step &step)
{
    const Language &language = step.language;
    switch (step.begins ? replay::Displaced::nothing : step.replay.displaced_urgent(step.sequence)) {
    case replay::Displaced::ordinary:
        return language.say("Explain", "There is one urgent byte at most: the one before, which nobody had taken, is a byte of the stream like "
                                       "the others now (inferred).");
    case replay::Displaced::again:
        return language.say("Explain", "There is one urgent byte at most: the one before is a byte of the stream now, although recv() had taken "
                                       "it with MSG_OOB: it comes a second time (inferred).");
    case replay::Displaced::lost:
        return language.say("Explain", "There is one urgent byte at most: the one before, which reads of the stream had come to and nobody had "
                                       "taken, is lost (inferred).");
    case replay::Displaced::open:
        return language.say("Explain", "There is one urgent byte at most: the one before is lost if the read that is under way has come to it, "
                                       "and a byte of the stream like the others if not.");
    case replay::Displaced::nothing: break;
    }
    return {};
}

QString explain_urgent(const Step &step)
{
    const Language &language = step.language;
    const QString fd = step.plain(step.event.fd), peer = step.peer(step.event.fd);
    const int in_stream = plural(qint64(step.event.result) - 1);
    const calls::Transfer transfer = *calls::as_transfer(step.event);
    const bool sends = transfer.sends();
    const replay::Socket *socket = step.socket(step.event.fd);
    const replay::Socket *to = socket && socket->peer >= 0 && size_t(socket->peer) < step.world.sockets.size() ? &step.world.sockets[size_t(socket->peer)] : nullptr;
    const bool in_stream_there = sends && to && is_inline(step, to->thread, to->fd);
    if (in_stream_there && !step.begins && step.event.result > 0)
        return together({language.say("Explain", "The kernel has taken %n bytes for %1, the last of them urgent. There SO_OOBINLINE is on: it stays in the "
                                                 "stream, and a plain recv() gives it.", nullptr, plural(step.event.result)).arg(peer), displaced(step)});
    if (sends && step.begins)
        return language.say("Explain", "%1 gives the kernel %n bytes for %2 (descriptor %3) with MSG_OOB: the last of them is urgent data.",
                            nullptr, plural(transfer.asked)).arg(step.subject(), peer, fd);
    if (sends && step.event.result == 1)
        return together({language.say("Explain", "The kernel has taken one byte for %1, the urgent one. It goes beside the stream: a plain recv() "
                                                 "does not give it out.").arg(peer),
                         displaced(step)});
    if (sends && step.event.result > 0)
        return together({language.say("Explain", "The kernel has taken all for %1: %n bytes of the stream, then the urgent one, which goes beside "
                                                 "the stream.", nullptr, in_stream).arg(peer),
                         displaced(step)});
    if (step.begins)
        return language.say("Explain", "%1 asks for the urgent byte on descriptor %2 (MSG_OOB). Such a call never waits.")
            .arg(step.subject(), fd);
    if (step.event.result > 0)
        return language.say("Explain", "recv() took the urgent byte, out of turn: the bytes of the stream wait as before.");
    if (step.event.result == 0)
        return language.say("Explain", "recv() returned 0: there is no urgent data, and nothing more will come.");
    if (step.event.error == EINVAL && !sends && is_inline(step, step.event.thread, step.event.fd))
        return together({failed(step), language.say("Explain", "SO_OOBINLINE is on: an urgent byte is in the stream, where a plain recv() gives it.")});
    return step.event.error == EINVAL && !sends
        ? together({failed(step), language.say("Explain", "No urgent data waits: none has come, it has been taken already, or a read of the "
                                                          "stream has gone past it.")})
        : failed(step);
}

} // namespace words
