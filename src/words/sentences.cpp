// SPDX-License-Identifier: MIT
// Names of threads, states, sockets and ways of knowing; one sentence for an event; what to do about a run's problem.
#include "words/sentences.h"

#include "calls/schema.h"
#include "words/errors.h"
#include "words/explain.h"
#include "words/requests.h"

#include <cerrno>

namespace words {

using trace::Call;

QString state_word(const Language &language, replay::State state)
{
    switch (state) {
    case replay::State::not_begun: return language.say("Words", "not begun", "a thread's state");
    case replay::State::running: return language.say("Words", "running", "a thread's state");
    case replay::State::idle: return language.say("Words", "between calls", "a thread's state");
    case replay::State::asleep: return language.say("Words", "asleep", "a thread's state");
    case replay::State::copying: return language.say("Words", "copying", "a thread's state");
    case replay::State::held: return language.say("Words", "held at the gate", "a thread's state");
    case replay::State::ended: return language.say("Words", "ended", "a thread's state");
    }
    return {};
}

QString state_word(const Language &language, const replay::Thread &thread)
{
    return thread.repeats() ? language.say("Words", "polling", "a thread's state") : state_word(language, thread.state);
}

QString known_word(const Language &language, replay::Known known)
{
    switch (known) {
    case replay::Known::measured: return language.say("Words", "measured", "how it is known");
    case replay::Known::bracketed: return language.say("Words", "within the sender's send()", "how it is known");
    case replay::Known::derived: return language.say("Words", "inferred", "how it is known");
    case replay::Known::observed: return language.say("Words", "seen from outside", "how it is known");
    case replay::Known::unknown: return language.say("Words", "unknown", "how it is known");
    }
    return {};
}

QString server_title(const Language &language, const QString &name)
{
    if (name == QLatin1String("aio"))
        return language.say("Servers", "Asynchronous I/O: POSIX aio");
    if (name == QLatin1String("aio-udp"))
        return language.say("Servers", "Asynchronous I/O: POSIX aio, UDP");
    if (name == QLatin1String("blocking"))
        return language.say("Servers", "Blocking I/O");
    if (name == QLatin1String("blocking-udp"))
        return language.say("Servers", "Blocking I/O, UDP");
    if (name == QLatin1String("nonblocking"))
        return language.say("Servers", "Non-blocking I/O");
    if (name == QLatin1String("nonblocking-udp"))
        return language.say("Servers", "Non-blocking I/O, UDP");
    if (name == QLatin1String("poll"))
        return language.say("Servers", "I/O multiplexing: poll()");
    if (name == QLatin1String("poll-udp"))
        return language.say("Servers", "I/O multiplexing: poll(), UDP");
    if (name == QLatin1String("select"))
        return language.say("Servers", "I/O multiplexing: select()");
    if (name == QLatin1String("sigio"))
        return language.say("Servers", "Signal-driven I/O");
    if (name == QLatin1String("sigio-udp"))
        return language.say("Servers", "Signal-driven I/O, UDP");
    if (name == QLatin1String("epoll"))
        return language.say("Servers", "Beyond the lecture: epoll");
    if (name == QLatin1String("select-udp"))
        return language.say("Servers", "I/O multiplexing: select(), UDP");
    if (name == QLatin1String("io_uring"))
        return language.say("Servers", "Beyond the lecture: io_uring");
    if (name == QLatin1String("poll-all"))
        return language.say("Servers", "I/O multiplexing: all that poll() tells");
    if (name == QLatin1String("select-all"))
        return language.say("Servers", "I/O multiplexing: the three sets of select()");
    return name;
}

QString thread_name(const Language &language, const trace::Trace &trace, size_t thread)
{
    if (thread >= trace.threads.size())
        return language.say("Words", "unknown thread");
    const QString name = QString::fromStdString(trace.threads[thread].name);
    if (name == QLatin1String("server"))
        return language.say("Words", "server", "a thread's name");
    if (name == QLatin1String("control"))
        return language.say("Words", "control", "a thread's name");
    if (name.startsWith(QLatin1String("notification thread"))) {
        const QString which = name.mid(20); // the second at once is called so
        return which.isEmpty() ? language.say("Words", "notification thread", "a thread's name")
                               : language.say("Words", "notification thread %1", "a thread's name").arg(which);
    }
    bool number = false;
    const int client = name.startsWith(QLatin1String("client ")) ? name.mid(7).toInt(&number) : 0;
    return number ? language.say("Words", "client %1", "a thread's name").arg(client) : name;
}

QString role_word(const Language &language, const replay::World &world, const trace::Trace &trace,
                  const replay::Socket &socket)
{
    Q_UNUSED(world)
    switch (socket.role) {
    case replay::SocketState::listening: return language.say("Words", "listening socket");
    case replay::SocketState::bound: return language.say("Words", "datagram socket");
    case replay::SocketState::fresh:
        return socket.datagrams ? language.say("Words", "no port yet", "a datagram socket")
                                : language.say("Words", "not connected", "a socket");
    case replay::SocketState::connected: break;
    }
    if (socket.peer_thread >= 0)
        return thread_name(language, trace, size_t(socket.peer_thread));
    if (socket.outside)
        return language.say("Words", "another program, port %1").arg(socket.peer_port);
    return language.say("Words", "connected", "a socket");
}

QString event_sentence(const Language &language, const trace::Trace &trace, const trace::Event &event)
{
    const QString name = thread_name(language, trace, event.thread);
    switch (event.call) {
    case Call::thread_begin: return language.say("Words", "%1: the thread begins.").arg(name);
    case Call::thread_end: return language.say("Words", "%1: the thread ends.").arg(name);
    case Call::planned: return language.say("Words", "%1: told when to send.").arg(name);
    case Call::held:
        return event.end == 0 ? language.say("Words", "%1: held at the gate.").arg(name)
                              : language.say("Words", "%1: held at the gate for %2.")
                                  .arg(name, language.duration(length_of(event)));
    case Call::observed_state:
    case Call::observed_cpu:
        return language.say("Words", "%1: looked at from outside.").arg(thread_name(language, trace, size_t(event.fd)));
    case Call::observed_task: return helper_sentence(language, helper_of(event));
    case Call::observed_socket:
    case Call::observed_drops:
        return language.say("Words", "Port %1: looked at from outside.").arg(qulonglong(event.words[0]));
    default: break;
    }
    const QString text = call_text(trace, event);
    if (!calls::is_call(event.call))
        return language.say("Words", "%1: %2.", "thread, step").arg(name, text);
    if (event.end == 0)
        return language.say("Words", "%1: %2, not returned yet.", "thread, call").arg(name, text);
    return language.say("Words", "%1: %2, took %3.", "thread, call, duration")
        .arg(name, text, language.duration(length_of(event)));
}

QString repeated_sentence(const Language &language, const trace::Trace &trace, const trace::Event &poll, int64_t now)
{
    return language.say("Words", "%1: %2, again and again for %3, each time in vain so far.", "thread, call, duration")
        .arg(thread_name(language, trace, poll.thread), asked_text(trace, poll), language.duration(span(poll.begin, now)));
}

QString repeated_text(const trace::Trace &trace, const replay::Thread &thread, size_t most)
{
    QStringList calls;
    for (const trace::Event &poll : thread.polls) {
        if (size_t(calls.size()) == most) {
            calls += QStringLiteral("…");
            break;
        }
        const bool many = poll.call == Call::select || poll.call == Call::poll; // that is no descriptor
        calls += many ? asked_text(trace, poll) : QStringLiteral("%1(%2)").arg(call_name(trace, poll)).arg(poll.fd);
    }
    return calls.join(QStringLiteral(", "));
}

QString problem(const Language &language, const char *call, int error, int port)
{
    const QLatin1String what(call ? call : "");
    if (what == QLatin1String("server"))
        return language.say("Problems", "There is no server of that name.");
    if (what == QLatin1String("bind") && error == EADDRINUSE)
        return language.say("Problems", "Port %1 is in use already. Choose another port, or 0: then the system chooses "
                                        "a free one.")
            .arg(port);
    if (what == QLatin1String("bind") && error == EACCES)
        return language.say("Problems", "The system does not permit port %1: ports below 1024 are reserved. Choose a "
                                        "port from 1024 on, or 0: then the system chooses a free one.").arg(port);
    if (what == QLatin1String("io_uring_setup") && (error == EPERM || error == EACCES || error == ENOSYS))
        return language.say("Problems", "This system does not permit io_uring (io_uring_setup: %1); all other servers work. It may be "
                                        "switched off (sysctl kernel.io_uring_disabled), forbidden to this program (seccomp), or missing "
                                        "in the kernel.").arg(error_name(error));
    if (error == EMFILE || error == ENFILE)
        return language.say("Problems", "%1() failed (%2): no descriptor is left. Close some clients, or raise the "
                                        "limit with “ulimit -n”.").arg(what, error_name(error));
    if (what == QLatin1String("connect") && error == ECONNREFUSED)
        return language.say("Problems", "Nobody listens on port %1 any more: has the server been stopped?").arg(port);
    if (what == QLatin1String("close_range"))
        return language.say("Problems", "This system does not let a thread have a descriptor table of its own "
                                        "(close_range: %1). Linux 5.9 or newer is needed.").arg(error_name(error));
    return language.say("Problems", "%1() failed (%2): %3.")
        .arg(what, error_name(error), error_meaning(language, error));
}

} // namespace words
