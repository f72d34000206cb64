// SPDX-License-Identifier: MIT
// Names of threads, states, sockets and ways of knowing; one sentence for an event.
#include "words/sentences.h"

#include "calls/names.h"
#include "calls/schema.h"
#include "words/phrases.h"
#include "words/quoted.h"
#include "words/requests.h"

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
    if (thread.state == replay::State::ended && thread.killed)
        return language.say("Words", "killed by %1", "a program that has ended").arg(as_text(calls::name_of(calls::Type::signal, thread.killed)));
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

QString thread_name(const Language &language, const trace::Trace &trace, size_t thread)
{
    if (thread >= trace.threads.size())
        return language.say("Words", "unknown thread");
    const QString name = QString::fromStdString(trace.threads[thread].name);
    if (name == QLatin1String("server"))
        return language.say("Words", "server", "a thread's name");
    if (name == QLatin1String("control"))
        return language.say("Words", "control", "a thread's name");
    if (name == QLatin1String("bench"))
        return language.say("Words", "bench", "a thread's name");
    if (name.startsWith(QLatin1String("notification thread"))) {
        const QString which = name.mid(20); // the second at once is called so
        return which.isEmpty() ? language.say("Words", "notification thread", "a thread's name")
                               : language.say("Words", "notification thread %1", "a thread's name").arg(which);
    }
    if (name == QLatin1String("keyboard"))
        return language.say("Words", "keyboard", "a thread's name");
    if (name == QLatin1String("keyboard of bench"))
        return language.say("Words", "keyboard of the bench", "a thread's name");
    if (name == QLatin1String("control of bench"))
        return language.say("Words", "control of the bench", "a thread's name");
    if (name == QLatin1String("chat-server") || name == QLatin1String("chat-server-udp"))
        return language.say("Words", "chat server", "a program's name");
    bool number = false;
    const auto of_program = [&](QLatin1String before) {
        const int program = name.startsWith(before) ? name.mid(before.size()).toInt(&number) : 0;
        return number ? program : 0;
    };
    if (const int worker = of_program(QLatin1String("worker ")))
        return language.say("Words", "worker %1", "a thread's name").arg(worker);
    if (const int program = of_program(QLatin1String("program ")))
        return language.say("Words", "program %1", "a thread's name").arg(program);
    if (const int program = of_program(QLatin1String("keyboard of program ")))
        return language.say("Words", "keyboard of program %1", "a thread's name").arg(program);
    if (const int program = of_program(QLatin1String("control of program ")))
        return language.say("Words", "control of program %1", "a thread's name").arg(program);
    number = false;
    const int client = name.startsWith(QLatin1String("client ")) ? name.mid(7).toInt(&number) : 0;
    return number ? language.say("Words", "client %1", "a thread's name").arg(client) : name;
}

QString role_word(const Language &language, const trace::Trace &trace, const replay::Socket &socket)
{
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
    if (event.call == Call::thread_begin)
        return language.say("Words", "%1: the thread begins.").arg(name);
    if (event.call == Call::thread_end)
        return language.say("Words", "%1: the thread ends.").arg(name);
    if (event.call == Call::killed)
        return language.say("Words", "%1: killed by %2.").arg(name, signal_name(event));
    if (event.call == Call::planned)
        return language.say("Words", "%1: told when to send.").arg(name);
    if (event.call == Call::lost) {
        const int events = plural(calls::value(event, "events").value_or(0));
        return language.say("Words", "%1: %n events were not recorded.", nullptr, events).arg(name);
    }
    if (event.call == Call::held)
        return event.end == 0 ? language.say("Words", "%1: held at the gate.").arg(name)
                              : language.say("Words", "%1: held at the gate for %2.")
                                  .arg(name, language.duration(length_of(event)));
    if (calls::is_observation(event.call)) {
        if (const auto thread = calls::value(event, "thread"))
            return language.say("Words", "%1: looked at from outside.").arg(thread_name(language, trace, size_t(*thread)));
        const auto port = calls::value(event, "local_port");
        return port ? language.say("Words", "Port %1: looked at from outside.").arg(qulonglong(*port)) : helper_sentence(language, helper_of(event));
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
        const bool many = calls::row(poll.call).field("nfds"); // which stands where others have a descriptor
        calls += many ? asked_text(trace, poll) : QStringLiteral("%1(%2)").arg(call_name(trace, poll)).arg(poll.fd);
    }
    return calls.join(QStringLiteral(", "));
}

} // namespace words
