// SPDX-License-Identifier: MIT
// Who is blocked in each phase, and in what.
#include "words/message.h"

#include "calls/schema.h"
#include "words/measures.h"

#include <algorithm>

namespace words {
namespace {

using replay::Message;
using replay::Stretch;
using Stretches = std::span<const Stretch>;

QString call_of(trace::Call call)
{
    const auto name = calls::name(call);
    return QString::fromUtf8(name.data(), qsizetype(name.size()));
}

// What the server did until the message arrived.
struct Before {
    uint64_t failed = 0;                                     // polls
    int64_t polling = 0, waiting = 0, running = 0, calls = 0; // ns
    const Stretch *longest = nullptr;                        // wait
};

Before before(const Message &message, Stretches stretches)
{
    Before all;
    for (const Stretch &one : stretches) {
        const int64_t length = std::min(one.end, message.latest) - one.begin;
        if (length <= 0)
            continue;
        switch (one.kind) {
        case Stretch::polling:
            all.failed += one.count;
            all.polling += length;
            break;
        case Stretch::waiting:
            all.waiting += length;
            if (!all.longest || length > std::min(all.longest->end, message.latest) - all.longest->begin)
                all.longest = &one;
            break;
        case Stretch::running: all.running += length; break;
        default: all.calls += length;
        }
    }
    return all;
}

// How long the server slept of its own accord while the message lay in its buffer, ns.
int64_t slept_meanwhile(const Message &message, Stretches stretches)
{
    int64_t slept = 0;
    for (const Stretch &one : stretches)
        if (one.kind == Stretch::waiting && one.call == trace::Call::nanosleep)
            slept += std::max<int64_t>(0, std::min(one.end, message.in_hand) - std::max(one.begin, message.latest));
    return slept;
}

QString wait_words(const Language &language, const Message &message, Stretches stretches)
{
    const Before was = before(message, stretches);
    const int64_t in_all = was.polling + was.waiting + was.running + was.calls;
    const auto failed = int(std::min<uint64_t>(was.failed, INT32_MAX));
    if (was.failed > 0 && was.longest && was.longest->call == trace::Call::nanosleep)
        return language.say("Figures", "asleep in nanosleep() between polls: %n failed calls in %1", nullptr, failed)
            .arg(language.duration(in_all));
    if (was.failed > 0 && was.polling > was.waiting && was.polling > was.running)
        return language.say("Figures", "never blocked, polling: %n failed calls in %1", nullptr, failed)
            .arg(language.duration(in_all));
    if (was.longest && was.waiting > was.running)
        return language.say("Figures", "blocked in %1() for %2", "a call, a duration")
            .arg(call_of(was.longest->call), language.duration(std::min(was.longest->end, message.latest) - was.longest->begin));
    if (was.running > 0)
        return language.say("Figures", "not blocked: computes on, %1 of %2", "two durations")
            .arg(language.duration(was.running), language.duration(in_all));
    if (const int64_t slept = slept_meanwhile(message, stretches); slept > 0)
        return language.say("Figures", "asleep in nanosleep() for %1: the message has to wait", "a duration").arg(language.duration(slept));
    return language.say("Figures", "busy: the message has to wait");
}

QString copy_words(const Language &language, const Message &message, Stretches stretches)
{
    for (size_t i = 0; i < stretches.size(); ++i) {
        const Stretch &one = stretches[i];
        if (one.end != message.in_hand || one.kind == Stretch::running)
            continue;
        const QString call = call_of(one.call);
        const Stretch *wait = one.kind == Stretch::waiting ? &one : i > 0 ? &stretches[i - 1] : nullptr;
        if (wait && wait->kind == Stretch::waiting && wait->call == one.call && wait->end >= one.begin)
            return language.say("Figures", "in the same %1(): wake-up and copy %2", "a call, a duration")
                .arg(call, interval(language, message.in_hand - wait->latest, message.in_hand - wait->earliest));
        const QString took = language.duration(one.duration());
        if (one.handler)
            return language.say("Figures", "%1() in the signal's handler copies: %2", "a call, a duration").arg(call, took);
        if (one.kind == Stretch::copying)
            return language.say("Figures", "%1() copies: %2", "a call, a duration").arg(call, took);
        return language.say("Figures", "copied before; %1() tells of it", "a call").arg(call);
    }
    return language.say("Figures", "copied before, by the kernel or the C library");
}

} // namespace

MessageWords message_words(const Language &language, const Message &message, Stretches stretches, const QString &helper)
{
    MessageWords said{wait_words(language, message, stretches), copy_words(language, message, stretches),
                      language.say("Figures", "in hand after %1", "a duration")
                           .arg(interval(language, message.in_hand - message.latest, message.in_hand - message.earliest))};
    if (!helper.isEmpty())
        said.wait = language.say("Figures", "%1; a helper thread waits in %2(), seen from outside", "what the server does, a call")
                         .arg(said.wait, helper);
    return said;
}

} // namespace words
