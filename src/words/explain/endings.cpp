// SPDX-License-Identifier: MIT
// What the kernel sends when the last reference to a socket goes: a FIN, a RST or nothing.
#include "words/explain/explain.h"

#include <sys/socket.h>

#include <algorithm>

namespace words {
namespace {

using replay::Ending;

QString other(const Step &step, const Ending &ending)
{
    return ending.peer_thread >= 0 ? step.thread(size_t(ending.peer_thread))
                                   : step.language.say("Explain", "the other end", "of a connection");
}

// What the other end sees of a RST, as far as somebody is there to see it.
QString seen_of_reset(const Step &step, const Ending &ending)
{
    if (ending.peer_closed)
        return {};
    return ending.after_fin
        ? step.language.say("Explain", "There a FIN had come before, so recv() goes on returning 0, and send() fails with EPIPE.")
        : step.language.say("Explain", "There recv() still gives what has come; after that it fails with ECONNRESET, once.");
}

QString reset(const Step &step, const Ending &ending)
{
    const Language &language = step.language;
    const QString seen = seen_of_reset(step, ending);
    if (is_local(step, ending.thread, ending.fd))
        return together({language.say("Explain", "Bytes had come that nobody read. Both ends of the pair are in this kernel: there are no segments, and no RST."),
                         seen});
    switch (ending.why) {
    case Ending::unread:
        return together({ending.bytes == 0
                             ? language.say("Explain", "Bytes had come that nobody read, so the kernel sends a reset (RST) instead of a FIN.")
                             : language.say("Explain", "%n bytes had come that nobody read, so the kernel sends a reset (RST) instead of a "
                                                       "FIN.", nullptr, plural(ending.bytes)), seen});
    case Ending::urgent:
        return together({ending.urgent_taken
                             ? language.say("Explain", "An urgent byte had come. recv() has taken it with MSG_OOB, but no read of the "
                                                       "stream has gone past it: for the kernel it is unread, so it sends a reset "
                                                       "(RST) instead of a FIN.")
                             : language.say("Explain", "An urgent byte had come that nobody took, so the kernel sends a reset (RST) "
                                                       "instead of a FIN."), seen});
    default:
        return together({language.say("Explain", "Because of SO_LINGER with a time of 0 the kernel sends a reset (RST)."), seen});
    }
}

QString fin(const Step &step, const Ending &ending)
{
    const Language &language = step.language;
    if (is_local(step, ending.thread, ending.fd))
        return language.say("Explain", "After the bytes sent before, the other end of the pair reads end of file. Both ends are in this kernel: there are no "
                                       "segments, and no FIN.");
    if (!ending.last)
        return language.say("Explain", "The kernel sends a FIN: after the bytes sent before, the other end's recv() returns 0.");
    return together({language.say("Explain", "The kernel sends a FIN, too: the connection with %1 has ended in both directions.")
                         .arg(other(step, ending)),
                     ending.time_wait && ending.peer_thread < 0
                         ? language.say("Explain", "The other end, whose FIN came first, has TIME_WAIT, unless it has been closed by a reset "
                                                   "meanwhile, which the recording would not show.")
                     : ending.time_wait
                         ? language.say("Explain", "%1, whose FIN came first, has TIME_WAIT: for a while the kernel still keeps that end.",
                                        "an end of a connection").arg(sentence(other(step, ending)))
                         : QString()});
}

// What went by itself with the last reference to a socket.
QString sent(const Step &step, const Ending &ending)
{
    const Language &language = step.language;
    switch (ending.sends) {
    case Ending::fin: return fin(step, ending);
    case Ending::reset: return reset(step, ending);
    case Ending::either:
        return ending.after_fin
            ? language.say("Explain", "Its sending direction had been closed before. If something has come that nobody read, the kernel "
                                      "sends a reset (RST) now: the recording does not tell.")
            : language.say("Explain", "The kernel sends a FIN or, if something has come that nobody read, a reset (RST): the recording does "
                                      "not tell which.");
    case Ending::nothing: break;
    }
    switch (ending.why) {
    case Ending::was_reset: return language.say("Explain", "The connection had been reset already, so nothing is sent.");
    case Ending::was_over: return language.say("Explain", "Both directions had been closed before, so nothing is sent.");
    default: return language.say("Explain", "Its sending direction had been closed before, so nothing is sent.");
    }
}

// A call has kept a socket whose descriptor another thread closed meanwhile.
QString let_go(const Step &step, const Ending &ending)
{
    return together({step.language.say("Explain", "Descriptor %1 had been closed meanwhile, but a call that was under way kept its socket. Now "
                                                  "nothing keeps it any longer.").arg(ending.fd),
                     sent(step, ending)});
}

QString dropped(const Step &step, const std::vector<Ending> &endings)
{
    const auto count = std::ranges::count(endings, Ending::in_queue, &Ending::why);
    return count == 0 ? QString()
                      : step.language.say("Explain", "%n connections wait in the queue, and nobody will accept them: the kernel resets them "
                                                     "(RST).", nullptr, plural(count));
}

QString in_vain(const Step &step, const Ending &ending)
{
    if (ending.meanwhile)
        return step.language.say("Explain", "But %1 was closing its end meanwhile. Whether the bytes came before that, and nobody read them, or after "
                                            "it: the kernel there sends a reset (RST). The bytes are lost, the connection is gone, and no send() on "
                                            "it can succeed any more.").arg(step.thread(ending.thread));
    return step.language.say("Explain", "But %1 had closed its end: the kernel there answers with a reset (RST). The bytes are lost, the "
                                        "connection is gone, and no send() on it can succeed any more.")
        .arg(step.thread(ending.thread));
}

} // namespace

QString closed_socket(const Step &step)
{
    const std::vector<Ending> endings = step.replay.endings(step.sequence);
    const auto own = std::ranges::find_if(endings, [&](const Ending &one) { return one.fd == step.event.fd && one.why != Ending::in_queue; });
    return own == endings.end() ? dropped(step, endings) : sent(step, *own);
}

QString explain_endings(const Step &step)
{
    const auto closing = calls::as_closing(step.event);
    if (step.begins || (closing && closing->descriptor))
        return {};
    const std::vector<Ending> endings = step.replay.endings(step.sequence);
    QStringList said{dropped(step, endings)};
    for (const Ending &ending : endings) {
        if (ending.why == Ending::nobody)
            said += in_vain(step, ending);
        else if (ending.kept)
            said += let_go(step, ending);
    }
    return together(said);
}

} // namespace words
