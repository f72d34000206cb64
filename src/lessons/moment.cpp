// SPDX-License-Identifier: MIT
#include "lessons/moment.h"

#include "archive/json.h"
#include "calls/schema.h"
#include "calls/verbs.h"

#include <QRegularExpression>

#include <algorithm>

namespace lessons {
namespace {

using trace::Event;

bool is_name(QStringView name)
{
    static const QRegularExpression pattern(QStringLiteral("^[A-Za-z_][\\w.\\[\\]]*$"));
    return pattern.match(name.toString()).hasMatch();
}

// "recv:2" or "recv".
bool counted(QStringView words, Moment &moment)
{
    const qsizetype colon = words.lastIndexOf(u':');
    const QStringView name = colon < 0 ? words : words.first(colon);
    bool good = is_name(name);
    moment.name = name.toString();
    if (colon >= 0) {
        bool number = false;
        moment.which = words.sliced(colon + 1).toULongLong(&number);
        good = good && number && moment.which > 0;
    }
    return good;
}

// "client 1 ", "program 2 ", "server ", "bench " in front, which goes.
QString whom(QStringView &words)
{
    static const QRegularExpression pattern(QStringLiteral("^((?:client|program) [1-9]\\d{0,4}|server|bench) "));
    const auto match = pattern.match(words.toString());
    if (!match.hasMatch())
        return {};
    words = words.sliced(match.capturedEnd(0));
    return match.captured(1);
}

// The event called `moment.name` counted so, in the order of their ends; those that have not ended come behind them.
struct Found {
    std::optional<size_t> sequence;
    const Event *event = nullptr;
};

Found find(const trace::Trace &trace, const Moment &moment)
{
    const std::string name = moment.name.toStdString();
    Found last;
    size_t seen = 0;
    const auto is_look = [&](const Event &event) { // the bench's own, which no statement made
        return event.line == 0 && calls::is_call(event.call) && event.file < trace.files.size() && trace.files[event.file] == "bench";
    };
    const auto is_it = [&](const Event &event) {
        if (is_look(event))
            return false;
        return event.thread < trace.threads.size() && is_of(trace, event.thread, moment.whom) && archive::call_name(trace, event) == name;
    };
    for (size_t i = 0; i < trace.events().size(); ++i) {
        if (!is_it(trace.events()[i]))
            continue;
        last = {i, &trace.events()[i]};
        if (++seen == moment.which)
            return last;
    }
    for (const Event &event : trace.in_flight()) {
        if (!is_it(event))
            continue;
        last = {std::nullopt, &event};
        if (++seen == moment.which)
            return last;
    }
    return moment.which == 0 ? last : Found();
}

// When the thread has come to the call and does not do it yet: while it is held before it, if it was, else just before it.
replay::Instant before(const replay::Replay &replay, const Event &call)
{
    const trace::Trace &trace = replay.trace();
    const Event *held = nullptr;
    const auto look = [&](const Event &event) {
        if (event.thread == call.thread && event.end != 0 && event.end <= call.begin && calls::row(event.call).kind != calls::Kind::observation
            && (!held || event.end > held->end))
            held = &event;
    };
    std::ranges::for_each(trace.events(), look);
    const bool is_held = held && held->call == trace::Call::held && calls::value(*held, "before") == int64_t(call.call);
    return replay.at_time((is_held ? held->end : call.begin) - 1);
}

// The first instant within the call at which its thread is known to sleep in it.
std::optional<replay::Instant> asleep_in(const replay::Replay &replay, const Event &call)
{
    const trace::Trace &trace = replay.trace();
    const int64_t until = call.end ? call.end : trace.end();
    const auto sleeps = [&](replay::Instant instant) {
        const replay::World world = replay.at(instant);
        return instant.time >= call.begin && instant.time < until && call.thread < world.threads.size()
            && world.threads[call.thread].state == replay::State::asleep;
    };
    for (replay::Instant instant = replay.at_time(call.begin); instant.time < until;) {
        if (sleeps(instant))
            return instant;
        const replay::Instant next = replay.next(instant);
        if (next == instant)
            break;
        instant = next;
    }
    const replay::Instant middle = replay.at_time(call.begin + (until - call.begin) / 2);
    if (sleeps(middle))
        return middle;
    // Of what is no socket it is only known when somebody has looked.
    for (size_t i = 0; i < trace.events().size(); ++i) {
        const Event &event = trace.events()[i];
        const auto seen = calls::as_seen_thread(event);
        if (seen && seen->thread == call.thread && seen->asleep() && event.begin >= call.begin && event.end <= until)
            return replay.step(i);
    }
    return {};
}

std::optional<Place> place_of_chapter(const replay::Replay &replay, const Moment &moment)
{
    const auto span = chapter(replay.trace(), moment.which);
    if (!span)
        return {};
    const int64_t time = moment.kind == Moment::chapter_end ? span->to : span->from;
    return Place{replay.at_time(moment.kind == Moment::before_chapter ? time - 1 : time), {}};
}

} // namespace

std::optional<Moment> moment(QStringView words)
{
    words = words.trimmed();
    Moment moment;
    bool number = false;
    if (const qulonglong step = words.toULongLong(&number); number) {
        moment.kind = Moment::step;
        moment.which = step;
        return moment;
    }
    if (words == u"end")
        return moment;
    if (words == u"comparison" || words == u"before comparison") {
        moment.kind = Moment::comparison;
        return moment;
    }
    const auto begins_with = [&](QStringView prefix) {
        const bool does = words.startsWith(prefix);
        if (does)
            words = words.sliced(prefix.size()).trimmed();
        return does;
    };
    const bool before = begins_with(u"before "), in = !before && begins_with(u"in "), at_end = !before && !in && begins_with(u"end of ");
    moment.whom = whom(words);
    if (!counted(words, moment))
        return {};
    if (moment.name == u"chapter") {
        moment.kind = before ? Moment::before_chapter : at_end ? Moment::chapter_end : Moment::chapter;
        return in || moment.which == 0 || !moment.whom.isEmpty() ? std::nullopt : std::optional(moment);
    }
    moment.kind = before ? Moment::before_call : in ? Moment::in_call : Moment::call;
    return at_end ? std::nullopt : std::optional(moment);
}

bool names_a_call(const Moment &moment)
{
    const std::string name = moment.name.toStdString();
    return moment.name.isEmpty() || moment.of_chapter() || std::ranges::any_of(calls::rows(), [&](const calls::Row &row) { return row.in_json() == name; });
}

bool is_of(const trace::Trace &trace, size_t thread, const QString &whom)
{
    const size_t program = thread < trace.threads.size() ? trace.threads[thread].program : 0;
    if (trace::job(trace, thread) == trace::Job::bench) // in whosever table it sits
        return whom == u"bench";
    if (whom.isEmpty() || whom == u"server") {
        const auto first = std::ranges::find(trace.programs, trace::Origin::listing, &trace::Program::origin) - trace.programs.begin();
        return trace::origin(trace, thread) == trace::Origin::listing && (size_t(first) == program || size_t(first) == trace.programs.size());
    }
    if (program < trace.programs.size() && QString::fromStdString(trace.programs[program].name) == whom)
        return true;
    if (!whom.startsWith(u"program "))
        return false;
    size_t listings = 0; // "program 2": the second that runs a listing
    for (size_t i = 0; i <= program && i < trace.programs.size(); ++i)
        listings += trace.programs[i].origin == trace::Origin::listing;
    return trace::origin(trace, thread) == trace::Origin::listing && listings == whom.section(u' ', 1).toULongLong();
}

std::optional<Span> chapter(const trace::Trace &trace, size_t number)
{
    if (number == 0 || number > trace.chapters.size())
        return {};
    const trace::Chapter &chapter = trace.chapters[number - 1];
    return Span{chapter.begin, chapter.end ? chapter.end : trace.end()};
}

std::optional<Place> place(const replay::Replay &replay, const Moment &moment)
{
    const size_t steps = replay.trace().events().size();
    if (moment.kind == Moment::end)
        return Place{replay.last(), {}};
    if (moment.kind == Moment::step)
        return moment.which < steps ? std::optional(Place{replay.step(moment.which), moment.which}) : std::nullopt;
    if (moment.kind == Moment::comparison)
        return {};
    if (moment.of_chapter())
        return place_of_chapter(replay, moment);
    const Found found = find(replay.trace(), moment);
    if (!found.event)
        return {};
    if (moment.kind == Moment::before_call)
        return Place{before(replay, *found.event), found.sequence};
    if (moment.kind == Moment::in_call) {
        const auto instant = asleep_in(replay, *found.event);
        return instant ? std::optional(Place{*instant, found.sequence}) : std::nullopt;
    }
    return found.sequence ? std::optional(Place{replay.step(*found.sequence), found.sequence}) : std::nullopt;
}

} // namespace lessons
