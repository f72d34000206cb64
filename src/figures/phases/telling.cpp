// SPDX-License-Identifier: MIT
#include "figures/phases/telling.h"

#include "calls/schema.h"
#include "replay/times.h"
#include "words/phrases.h"
#include "words/requests.h"
#include "words/sentences.h"

namespace figures {
namespace {

using words::Language;

QString name_of(const Scene &scene, const trace::Event &event)
{
    return words::call_name(scene.replay.trace(), event);
}

QString figure_number(const Language &language, const char *number, const char *model)
{
    return language.say("Figures", "Figure %1 · %2", "of the book, the model").arg(QLatin1String(number), QLatin1String(model));
}

// Whose figure it is: the book has five.
void say_model(OneReadWords &said, const Scene &scene, const OneRead &one)
{
    const Language &language = scene.language;
    const QString read = name_of(scene, one.read), asked = one.asked ? name_of(scene, *one.asked) : QString();
    switch (one.way) {
    case OneRead::asleep:
        said.title = figure_number(language, "6.1", "Blocking I/O");
        said.gloss = language.say("Figures", "`%1()`", "beside Blocking I/O").arg(read);
        said.claim = language.say("Figures", "The process sleeps in `%1()` through both phases: it waits for data, then the data is copied.").arg(read);
        return;
    case OneRead::polling:
        said.title = figure_number(language, "6.2", "Non-blocking I/O");
        said.gloss = language.say("Figures", "`%1()`", "beside Non-blocking I/O").arg(read);
        said.claim = language.say("Figures", "As long as there is no data, `%1()` returns -1 at once; the process asks again and again (polling).").arg(read);
        return;
    case OneRead::multiplexed:
        said.gloss = language.say("Figures", "`%1()`", "beside I/O multiplexing").arg(asked);
        said.claim = language.say("Figures", "The process sleeps in `%1()`, not in `%2()`: so it can wait for many sockets at once.").arg(asked, read);
        said.title = one.asked->call == trace::Call::epoll_wait
            ? language.say("Figures", "Beyond the book · %1", "a model").arg(QStringLiteral("I/O multiplexing"))
            : figure_number(language, "6.3", "I/O multiplexing");
        return;
    case OneRead::signalled:
        said.title = figure_number(language, "6.4", "Signal-driven I/O");
        said.gloss = language.say("Figures", "`%1`", "beside Signal-driven I/O").arg(one.told ? words::signal_name(*one.told) : QString());
        said.claim = language.say("Figures", "The kernel sends a signal when a read may be started; until then the process does something else.");
        return;
    case OneRead::requested:
        said.title = figure_number(language, "6.5", "Asynchronous I/O");
        said.gloss = language.say("Figures", "`%1()`", "beside Asynchronous I/O").arg(asked);
        said.claim = language.say("Figures", "The program is told when the read is complete: kernel and library have done both phases for it.");
        return;
    case OneRead::at_once: break;
    }
    said.title = language.say("Figures", "A read that did not wait");
    said.gloss = QStringLiteral("`%1()`").arg(read);
    said.claim = language.say("Figures", "The data was in the kernel's buffer when `%1()` was called: phase 1 was over before.").arg(read);
}

void say_before(OneReadWords &said, const Scene &scene, const OneRead &one)
{
    const Language &language = scene.language;
    const QString slept = language.say("Figures", "in %1()", "it sleeps in a call");
    switch (one.way) {
    case OneRead::asleep:
        said.before = language.say("Figures", "process blocks", "it sleeps in a call");
        said.before_more = {slept.arg(name_of(scene, one.read)), language.duration(replay::span(one.wait->begin, one.read.end))};
        return;
    case OneRead::multiplexed:
        said.before = language.say("Figures", "process blocks", "it sleeps in a call");
        said.before_more = {slept.arg(name_of(scene, *one.asked)), language.duration(replay::span(one.wait->begin, one.asked->end))};
        return;
    case OneRead::polling:
        said.before = language.say("Figures", "process continues");
        said.before_more = {language.say("Figures", "asks again", "polling"), language.say("Figures", "and again", "polling")};
        if (one.between_polls > replay::span(one.wait->begin, one.zero()) / 2)
            said.before_more = {language.say("Figures", "between polls asleep", "polling"), slept.arg(QStringLiteral("nanosleep"))};
        return;
    case OneRead::signalled:
        said.before = language.say("Figures", "process continues");
        said.before_more = {language.say("Figures", "does not wait", "signal-driven I/O")};
        return;
    case OneRead::requested:
        said.before = language.say("Figures", "process continues");
        said.before_more = {language.say("Figures", "does not wait", "asynchronous I/O"), language.say("Figures", "for this read", "asynchronous I/O")};
        if (one.told && one.told->call == trace::Call::aio_suspend) {
            said.before = language.say("Figures", "process blocks", "it sleeps in a call");
            said.before_more = {slept.arg(QStringLiteral("aio_suspend"))};
        }
        return;
    case OneRead::at_once: return;
    }
}

void say_between(OneReadWords &said, const Scene &scene, const OneRead &one)
{
    const Language &language = scene.language;
    if (one.way == OneRead::polling && one.polls > 0) {
        const int polls = words::plural(qint64(one.polls));
        said.between = one.between_polls > 0
            ? language.say("Figures", "%n polls in vain", nullptr, polls)
            : language.say("Figures", "%n polls in vain,\n%1 each on average", "a duration", polls)
                  .arg(language.duration(replay::span(replay::begin_of(*one.asked), one.read.begin) / int64_t(one.polls)));
    }
    if (one.way == OneRead::requested && one.meanwhile)
        said.between = language.say("Figures", "free; in this run it went on\nto wait in %1() on descriptor %2", "a call")
                           .arg(name_of(scene, *one.meanwhile)).arg(one.meanwhile->fd);
}

void say_wait(OneReadWords &said, const Scene &scene, const OneRead &one)
{
    const Language &language = scene.language;
    said.kernel = one.way == OneRead::requested ? language.say("Figures", "KERNEL, AND A THREAD OF THE C LIBRARY") : language.say("Figures", "KERNEL");
    if (!one.wait)
        return;
    const QString length = language.duration(replay::span(one.wait->begin, one.zero()));
    switch (one.way) {
    case OneRead::asleep: said.wait = language.say("Figures", "%1; the receive buffer is empty", "a duration"); break;
    case OneRead::polling: said.wait = language.say("Figures", "%1; the kernel lets nobody sleep", "a duration"); break;
    case OneRead::multiplexed: said.wait = language.say("Figures", "%1; no descriptor is ready", "a duration"); break;
    case OneRead::signalled: said.wait = language.say("Figures", "%1; the process does not wait", "a duration"); break;
    case OneRead::requested:
        said.wait = one.helper && one.helper->call >= 0
            ? language.say("Figures", "%2; library thread %3 in %1()", "a call, a duration, a tid")
                  .arg(words::system_call_name(one.helper->call)).arg(QStringLiteral("%1"), QString::number(one.helper->tid))
            : language.say("Figures", "%1; the library waits instead", "a duration");
        break;
    case OneRead::at_once: break;
    }
    said.wait = said.wait.arg(length);
    switch (one.way) {
    case OneRead::asleep: said.strip_wait = language.say("Figures", "phase 1: %1, asleep in %2()", "a duration, a call").arg(length, name_of(scene, one.read)); break;
    case OneRead::multiplexed: said.strip_wait = language.say("Figures", "phase 1: %1, asleep in %2()", "a duration, a call").arg(length, name_of(scene, *one.asked)); break;
    case OneRead::polling: said.strip_wait = language.say("Figures", "phase 1: %1, polling", "a duration").arg(length); break;
    default: said.strip_wait = language.say("Figures", "phase 1: %1, the process does not wait", "a duration").arg(length);
    }
    if (one.told && one.told->call == trace::Call::aio_suspend)
        said.strip_wait = language.say("Figures", "phase 1: %1, asleep in %2()", "a duration, a call").arg(length, QStringLiteral("aio_suspend"));
}

void say_copy(OneReadWords &said, const Scene &scene, const OneRead &one)
{
    const Language &language = scene.language;
    const CopyTime copy = copy_time(one);
    const QString length = language.duration(copy.ns), bytes = language.bytes(one.arrival.bytes > 0 ? std::min<int64_t>(one.arrival.bytes, one.read.result) : one.read.result);
    said.copy = one.way == OneRead::requested ? language.say("Figures", "%1 copied by the library's thread,\nthe program told: at most %2", "bytes, a duration")
        : copy.at_most                        ? language.say("Figures", "woken, and %1 copied into the\nprogram's buffer: at most %2", "bytes, a duration")
                                              : language.say("Figures", "%1 in %2", "bytes, a duration");
    said.copy = said.copy.arg(bytes, length);
    said.strip_copy = copy.at_most ? language.say("Figures", "phase 2: at most %1", "a duration").arg(length)
                                   : language.say("Figures", "phase 2: %1", "a duration").arg(length);
    if (one.way == OneRead::multiplexed)
        said.woken = language.say("Figures", "descriptor %1 is ready: wakes it up").arg(one.read.fd);
    if (one.way == OneRead::signalled)
        said.woken = language.say("Figures", "sends the thread a signal");
    if (one.setup)
        said.setup = language.say("Figures", "notes who is to get the signal");
}

void say_arrival(OneReadWords &said, const Scene &scene, const OneRead &one)
{
    const Language &language = scene.language;
    const QString bytes = language.bytes(one.arrival.bytes);
    said.arrives = one.arrival.what == replay::Delivery::datagram ? language.say("Figures", "a datagram arrives, %1", "bytes").arg(bytes)
                                                                  : language.say("Figures", "data arrives, %1", "bytes").arg(bytes);
    said.arrival = one.arrival.latest > one.arrival.earliest
        ? language.say("Figures", "in the kernel some time from 0 to %1", "an instant").arg(since_zero(language, one, one.arrival.latest))
        : language.say("Figures", "in the kernel at 0");
}

} // namespace

QString since_zero(const Language &language, const OneRead &one, int64_t time)
{
    if (time == one.zero())
        return QStringLiteral("0");
    return time < one.zero() ? QStringLiteral("−") + language.duration(replay::span(time, one.zero())) : QStringLiteral("+") + language.duration(replay::span(one.zero(), time));
}

CopyTime copy_time(const OneRead &one)
{
    if (one.way == OneRead::requested) // seen by the program only once it is told
        return {replay::span(one.zero(), one.told ? one.told->end : one.read.end), true};
    if (one.way == OneRead::asleep)
        return {replay::span(one.zero(), one.read.end), true};
    return {replay::span(one.read.begin, one.read.end), false};
}

OneReadWords words_of(const Scene &scene, const OneRead &one)
{
    OneReadWords said;
    said.after = scene.language.say("Figures", "process continues");
    say_model(said, scene, one);
    say_before(said, scene, one);
    say_between(said, scene, one);
    say_wait(said, scene, one);
    say_copy(said, scene, one);
    say_arrival(said, scene, one);
    return said;
}

} // namespace figures
