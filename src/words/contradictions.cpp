// SPDX-License-Identifier: MIT
#include "words/contradictions.h"

#include "calls/verbs.h"
#include "words/phrases.h"
#include "words/sentences.h"

namespace words {
namespace {

using calls::Contradiction;

// The event it is about; nullptr: it is the recording.
const trace::Event *event_of(const trace::Trace &trace, const Contradiction &one)
{
    if (one.step)
        return *one.step < trace.events().size() ? &trace.events()[*one.step] : nullptr;
    for (const trace::Event &event : trace.in_flight())
        if (event.thread == one.thread)
            return &event;
    return nullptr;
}

} // namespace

QString contradiction(const Language &language, const trace::Trace &trace, const Contradiction &one)
{
    const trace::Event *event = one.what == Contradiction::too_many_lost ? nullptr : event_of(trace, one);
    if (!event)
        return language.say("Contradictions", "%1 events are said to be lost, more than one a nanosecond in each thread.").arg(language.number(qint64(trace.dropped)));
    const QString step = one.step ? language.say("Contradictions", "Step %1").arg(language.number(qint64(*one.step)))
                                  : language.say("Contradictions", "At the end", "what is still in flight then");
    const QString call = call_name(trace, *event), who = thread_name(language, trace, event->thread);
    const QString result = language.number(event->result), other = one.other ? language.number(qint64(*one.other)) : QString();
    switch (one.what) {
    case Contradiction::more_than_asked:
        if (const auto transfer = calls::as_transfer(*event))
            return language.say("Contradictions", "%1: %2() of %3 moved %4 bytes and was asked for %5 at most.")
                .arg(step, call, who, result, language.number(transfer->asked));
        return language.say("Contradictions", "%1: %2() of %3 found %4 ready, more than it was asked about.").arg(step, call, who, result);
    case Contradiction::below_minus_one:
        return language.say("Contradictions", "%1: %2() of %3 returned %4: below -1 a call returns nothing.").arg(step, call, who, result);
    case Contradiction::no_error:
        return language.say("Contradictions", "%1: %2() of %3 failed, and with no error.").arg(step, call, who);
    case Contradiction::no_descriptor:
        return language.say("Contradictions", "%1: %2() of %3 did its work on descriptor %4, which cannot be.").arg(step, call, who, language.number(event->fd));
    case Contradiction::more_than_done:
        return language.say("Contradictions", "%1: %2() of %3 returned %4, and returns 0 or -1 only.").arg(step, call, who, result);
    case Contradiction::given_twice:
        return language.say("Contradictions", "%1: %2() of %3 made descriptor %4, which its program had open since step %5.").arg(step, call, who, result, other);
    case Contradiction::negative_size:
        return language.say("Contradictions", "%1: %2() of %3 was asked for fewer than 0 bytes.").arg(step, call, who);
    case Contradiction::overlaps:
        return language.say("Contradictions", "%1: %2() of %3 began before its call of step %4 had ended: a thread is in one call at a time.")
            .arg(step, call, who, other);
    case Contradiction::after_its_end:
        return language.say("Contradictions", "%1: %2 of %3 comes after its thread had ended (step %4).").arg(step, call, who, other);
    case Contradiction::too_often:
        return language.say("Contradictions", "%1: %2() of %3 was repeated %4 times, more than once a nanosecond.")
            .arg(step, call, who, language.number(qint64(event->count)));
    case Contradiction::too_many_lost:
    case Contradiction::count_: break;
    }
    return {};
}

QString contradictions(const Language &language, const trace::Trace &trace, const std::vector<Contradiction> &all)
{
    if (all.empty())
        return {};
    return language.say("Contradictions", "The recording contradicts itself in %n places and is shown as far as it makes sense. %1", nullptr, plural(all.size()))
        .arg(contradiction(language, trace, all.front()));
}

} // namespace words
