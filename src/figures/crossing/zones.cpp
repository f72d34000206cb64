// SPDX-License-Identifier: MIT
#include "figures/crossing/zones.h"

#include "calls/verbs.h"
#include "drawing/sheet.h"
#include "replay/times.h"
#include "words/measures.h"
#include "words/parts.h"
#include "words/sentences.h"

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <optional>

namespace figures {
namespace {

using replay::span;
using trace::Call;
using words::Language;

QString so_far(const Language &language, int64_t ns)
{
    return ns > 0 ? language.say("Figures", "%1 so far", "a duration").arg(language.duration(ns)) : language.say("Figures", "from now on", "it waits, it sleeps");
}

QString wait_words(const Language &language, const KernelCall &waiting)
{
    switch (waiting.wait ? waiting.wait->what : replay::Phase::data) {
    case replay::Phase::room: return language.say("Figures", "wait for room in the buffer", "beside a bracket in the kernel");
    case replay::Phase::urgent: return language.say("Figures", "wait for urgent data", "beside a bracket in the kernel");
    case replay::Phase::several: return language.say("Figures", "wait until one is ready", "beside a bracket in the kernel");
    case replay::Phase::connection: return language.say("Figures", "wait for a connection", "beside a bracket in the kernel");
    case replay::Phase::data: break;
    }
    const auto wait = calls::as_wait(waiting.event);
    switch (wait ? wait->what : calls::Wait::data) {
    case calls::Wait::connection: return language.say("Figures", "wait for a connection", "beside a bracket in the kernel");
    case calls::Wait::established: return language.say("Figures", "wait for room in the queue", "beside a bracket in the kernel");
    case calls::Wait::room: return language.say("Figures", "wait for room in the buffer", "beside a bracket in the kernel");
    case calls::Wait::request: return language.say("Figures", "wait until a read is complete", "beside a bracket in the kernel");
    case calls::Wait::time: return language.say("Figures", "wait for the time to pass", "beside a bracket in the kernel");
    default: return language.say("Figures", "wait for data", "beside a bracket in the kernel");
    }
}

// What `by`, an event of the recording, brought to the thread that waited; nothing when it is not known.
std::optional<replay::Delivery> delivery(const Scene &scene, const trace::Event &by, const replay::Phase &wait)
{
    const size_t sequence = size_t(&by - scene.replay.trace().events().data());
    std::optional<replay::Delivery> found;
    for (const replay::Delivery &one : scene.replay.brought_by(sequence))
        if (one.thread == wait.thread && (!found || one.fd == wait.fd))
            found = one;
    return found;
}

QString arrival_words(const Scene &scene, const trace::Event *by, const replay::Phase &wait)
{
    using enum replay::Delivery::What;
    const Language &language = scene.language;
    if (by && trace::job(scene.replay.trace(), by->thread) == trace::Job::control)
        return language.say("Figures", "is woken", "a thread that waited, beside an arrow into the kernel");
    const auto brought = by ? delivery(scene, *by, wait) : std::nullopt;
    switch (brought ? brought->what : by && calls::as_closing(*by) ? end_of_file : data) {
    case urgent: return language.say("Figures", "urgent data arrives", "beside an arrow into the kernel");
    case connection: return language.say("Figures", "a connection arrives", "beside an arrow into the kernel");
    case reset: return language.say("Figures", "a reset arrives", "beside an arrow into the kernel");
    case end_of_file:
    case either: return language.say("Figures", "end of file arrives", "beside an arrow into the kernel");
    case data:
    case datagram: break;
    }
    return language.say("Figures", "data arrives", "beside an arrow into the kernel");
}

// What arrives, and how it is known when.
QString arrival_sentence(const Scene &scene, const replay::Phase &wait)
{
    const Language &language = scene.language;
    const trace::Trace &trace = scene.replay.trace();
    const trace::Event *by = bringer(trace, wait);
    const QString arrives = arrival_words(scene, by, wait);
    if (!by || wait.known != replay::Known::bracketed)
        return language.say("Figures", "%1 · %2", "what arrives, how it is known when")
            .arg(arrives, words::known_word(language, wait.known));
    return language.say("Figures", "%1 within %2's %3()", "what arrives, the sender, its call")
        .arg(arrives, words::thread_name(language, trace, by->thread), words::call_name(trace, *by));
}

Zone wait_zone(const Scene &scene, const KernelCall &call)
{
    const Language &language = scene.language;
    Zone zone{QStringLiteral("wait"), Ink::waiting, wait_words(language, call), {}, false, false, false};
    const bool over = !call.in_flight() || call.state != replay::State::asleep;
    if (!over) {
        zone.open = true;
        zone.detail = so_far(language, call.asleep);
        return zone;
    }
    const QString titled = language.say("Figures", "%1: %2", "what is waited for, how long");
    if (!call.untold())
        zone.what = titled.arg(zone.what, language.duration(call.asleep));
    const replay::Known known = call.wait ? call.wait->known : replay::Known::observed;
    const bool came = call.wait && call.wait->latest > call.wait->begin && known != replay::Known::unknown;
    zone.arrives = came;
    zone.uncertain = came && call.wait->latest > call.wait->earliest;
    zone.detail = came ? arrival_sentence(scene, *call.wait)
                       : language.say("Figures", "boundary: %1", "between two phases, how it is known")
                             .arg(words::known_word(language, known));
    return zone;
}

Zone copy_zone(const Scene &scene, const KernelCall &call)
{
    const Language &language = scene.language;
    Zone zone{QStringLiteral("copy"), Ink::copying,
              language.say("Figures", "copy data from kernel to user", "beside a bracket in the kernel"), {},
              false, false, false};
    if (call.in_flight()) {
        zone.open = true;
        zone.detail = call.copy ? so_far(language, span(call.copy->begin, scene.instant.time)) : QString();
        return zone;
    }
    const QString bytes = language.bytes(call.event.result);
    if (!call.copy) // untold: one duration for both phases
        zone.detail = language.say("Figures", "%1; both phases: %2", "bytes, duration")
                          .arg(bytes, language.duration(span(call.event.begin, call.event.end)));
    else { // it may have begun with the peer's call
        const bool uncertain = call.copy->earliest < call.copy->latest;
        const QString length = language.duration(
            span(uncertain ? call.copy->earliest : call.copy->begin, call.copy->end.value_or(call.event.end)));
        zone.detail = (uncertain ? language.say("Figures", "%1 in at most %2, waking up included", "bytes, duration")
                       : call.copy->with_wake
                           ? language.say("Figures", "%1 in %2, waking up included", "bytes, duration")
                           : language.say("Figures", "%1 in %2", "bytes, duration"))
                          .arg(bytes, length);
    }
    return zone;
}

// A call that found nothing, once or again and again.
Zone failed_zone(const Scene &scene, const KernelCall &call)
{
    const Language &language = scene.language;
    const trace::Event &event = call.event;
    const bool full = event.error == EMFILE || event.error == ENFILE;
    const QString what = full ? language.say("Figures", "no descriptor is left", "a call returns at once")
                              : language.say("Figures", "nothing there yet", "a call returns at once");
    const QString length = language.duration(span(event.begin, call.repeated ? scene.instant.time : event.end));
    const QString detail = call.repeated ? language.say("Figures", "asked again and again, for %1", "duration").arg(length)
        : event.count > 1 ? language.say("Figures", "asked %1 times in %2", "number, duration").arg(language.number(qlonglong(event.count)), length)
                          : length;
    return {QStringLiteral("failed"), Ink::failed, what, detail, false, false, false};
}

// A call into the C library that only asks, or only answers: nothing is waited for or copied in it.
std::optional<Zone> aio_zone(const Scene &scene, const KernelCall &call)
{
    const Language &language = scene.language;
    const trace::Event &event = call.event;
    if (call.in_flight() || event.result == -1)
        return {};
    const QString length = language.duration(span(event.begin, event.end));
    if (event.call == Call::aio_read)
        return Zone{QStringLiteral("asked"), Ink::running, language.say("Figures", "returns at once: the read goes on without it", "aio_read()"),
                    length, false, false, false};
    if (event.call == Call::aio_error)
        return event.result == EINPROGRESS
            ? Zone{QStringLiteral("pending"), Ink::line, language.say("Figures", "not complete yet", "a request"), length, false, false, false}
            : Zone{QStringLiteral("complete"), Ink::accent, language.say("Figures", "is complete", "a request"), length, false, false, false};
    if (event.call != Call::aio_return || !call.sequence || event.result <= 0)
        return {};
    QString wait, copy;
    for (const replay::Phase &phase : scene.replay.phases(*call.sequence))
        (phase.kind == replay::Phase::wait ? wait : copy) =
            phase.end ? language.duration(span(phase.kind == replay::Phase::wait ? phase.begin : phase.earliest, *phase.end)) : QString();
    const QString detail = copy.isEmpty() ? QString()
        : wait.isEmpty() ? language.say("Figures", "phase 2 was: at most %1", "a duration").arg(copy)
                         : language.say("Figures", "phase 1 was: %1, phase 2: at most %2", "two durations").arg(wait, copy);
    return Zone{QStringLiteral("result"), Ink::accent, language.say("Figures", "the data is in the buffer already", "aio_return()"), detail,
                false, false, false};
}

} // namespace

qreal Zone::height() const
{
    return (detail.isEmpty() ? 1 : 2) * measure::row + 6;
}

std::vector<Zone> zones_of(const Scene &scene, const KernelCall &call)
{
    if (call.repeated || call.event.count > 1 || calls::in_vain(call.event))
        return {failed_zone(scene, call)};
    std::vector<Zone> zones;
    if (call.slept())
        zones.push_back(wait_zone(scene, call));
    const bool copies = call.in_flight() ? call.state == replay::State::copying : calls::reads(call.event) && call.event.result > 0;
    if (copies && (call.copy || call.in_flight() || call.untold()))
        zones.push_back(copy_zone(scene, call));
    if (!zones.empty())
        return zones;
    if (const auto zone = aio_zone(scene, call))
        return {*zone};
    const int64_t end = call.in_flight() ? scene.instant.time : call.event.end;
    const QString length = scene.language.duration(span(call.event.begin, end));
    return {{QStringLiteral("whole"), Ink::line, call.in_flight() ? so_far(scene.language, span(call.event.begin, end)) : length,
             {}, false, call.in_flight(), false}};
}

QString asked_words(const Scene &scene, const KernelCall &call)
{
    return words::asked_text(scene.replay.trace(), call.event);
}

QString answered_words(const Scene &scene, const KernelCall &call)
{
    const Language &language = scene.language;
    const trace::Event &answered = call.event;
    const QString text = words::answered_text(scene.replay.trace(), answered);
    if (answered.result == -1)
        return text.mid(2); // without "= "
    if (answered.result == 0 && calls::has(answered, calls::multiplexes))
        return language.say("Figures", "0: time is up", "the result of a call");
    const auto transfer = calls::as_transfer(answered);
    const bool tells_sender = calls::has(answered, calls::names_peer); // of datagrams, which may be empty
    return transfer && transfer->reads() && !transfer->beside && transfer->empty() && !tells_sender
        ? language.say("Figures", "0: end of file", "the result of a call") : text;
}

QString asleep_words(const Scene &scene, const KernelCall &call)
{
    const Language &language = scene.language;
    if (call.in_flight() && call.state == replay::State::asleep)
        return so_far(language, call.asleep);
    const QString length = language.duration(call.asleep);
    if (call.untold() && call.wait->earliest > call.wait->begin)
        return words::interval(language, span(call.wait->begin, call.wait->earliest), call.asleep);
    return call.untold() ? language.say("Figures", "at most %1", "a duration").arg(length) : length;
}

QString signal_words(const Scene &scene, const KernelCall &signal)
{
    const trace::Event &event = signal.event;
    if (signal.told)
        return scene.language.say("Figures", "a thread only to tell", "started by the C library, beside an arrow to the program");
    const QString name = words::signal_name(event);
    return event.fd < 0 ? scene.language.say("Figures", "%1: its handler begins", "a signal").arg(name)
                        : scene.language.say("Figures", "%1, descriptor %2: its handler begins", "a signal").arg(name).arg(event.fd);
}

QString signal_detail(const Scene &scene, const KernelCall &signal)
{
    const auto why = signal.sequence && !signal.told ? scene.replay.signal_causes(*signal.sequence) : replay::SignalCauses();
    const size_t others = why.one_of ? 1 : why.causes.size();
    const QString code = words::signal_code(signal.event);
    const auto delivered = calls::as_signal(signal.event);
    if (signal.told || (delivered && delivered->code == SI_ASYNCIO))
        return scene.language.say("Figures", "is complete: request %1", "a signal")
            .arg(qulonglong(calls::value(signal.event, "request").value_or(0)));
    return others < 2 ? scene.language.say("Figures", "signal, si_code %1", "from the kernel").arg(code)
                      : scene.language.say("Figures", "signal, si_code %1; %n arrivals (inferred)", "from the kernel", int(others)).arg(code);
}

QString call_sentence(const Scene &scene, const KernelCall &call)
{
    const trace::Trace &trace = scene.replay.trace();
    QStringList sentences{call.repeated ? words::repeated_sentence(scene.language, trace, call.event, scene.instant.time)
                                        : words::event_sentence(scene.language, trace, call.event)};
    for (const auto &phase : {call.wait, call.copy})
        if (phase)
            sentences += words::phase_sentence(scene.language, trace, *phase);
    return sentences.join(u' ');
}

} // namespace figures
