// SPDX-License-Identifier: MIT
#include "lessons/question.h"

#include "archive/json.h"
#include "calls/verbs.h"
#include "lessons/answer_words.h"
#include "replay/times.h"
#include "words/phrases.h"
#include "words/sentences.h"

#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>

namespace lessons {
namespace {

using trace::Event;
using words::Language;

// The event asked about, and the chapter when it is of one.
struct Asked {
    const Language &language;
    const replay::Replay &replay;
    const Ask &ask;
    std::optional<Span> span;
    const Event *event = nullptr; // nullptr: of the whole chapter
    size_t sequence = 0;

    const trace::Trace &trace() const { return replay.trace(); }
    const std::vector<Event> &events() const { return replay.trace().events(); }
    // Of the program asked about: of a chapter the one that the question names, else the moment's.
    const QString &whom() const { return ask.about == About::asleep && !ask.of.isEmpty() ? ask.of : ask.before.whom; }
    bool of_program(const Event &of) const { return is_of(trace(), of.thread, whom()) && trace::job(trace(), of.thread) != trace::Job::control; }
};

Answer number(const Asked &asked, qint64 value)
{
    return {value, asked.language.number(qlonglong(value)), asked.event ? std::optional(asked.sequence) : std::nullopt, {}};
}

Answer plain(const Asked &asked, qint64 value) // of a descriptor: no thousands
{
    return {value, QString::number(value), asked.event ? std::optional(asked.sequence) : std::nullopt, {}};
}

Answer word(const Asked &asked, const QString &value, const QString &text)
{
    return {value, text, asked.event ? std::optional(asked.sequence) : std::nullopt, {}};
}

using Right = std::optional<Answer>;

Right result(const Asked &asked)
{
    // What a call of options answers is not what it returns.
    if (const calls::Field *told = asked.event ? calls::row(asked.event->call).field("value") : nullptr; told && told->side == calls::Side::answered)
        if (const auto value = calls::value(*asked.event, *told))
            return number(asked, *value);
    if (!asked.event)
        return {};
    const auto opening = calls::as_opening(*asked.event);
    return opening && opening->made >= 0 ? plain(asked, asked.event->result) : number(asked, asked.event->result);
}

Right error(const Asked &asked)
{
    if (!asked.event)
        return {};
    const QString name = words::error_name(asked.event->error);
    Answer answer = word(asked, name, error_text(asked.language, name));
    if (name.isEmpty())
        answer.value = QJsonValue();
    return answer;
}

QJsonArray array_of(const std::vector<int> &numbers)
{
    QJsonArray all;
    for (const int number : numbers)
        all += number;
    return all;
}

QString braced(const QJsonArray &all)
{
    QStringList words;
    for (const QJsonValue &each : all)
        words += each.isString() ? each.toString() : QString::number(each.toInt());
    return u'{' + words.join(QStringLiteral(", ")) + u'}';
}

Right bits_of_select(const Asked &asked)
{
    constexpr const char *names[] = {"readfds", "writefds", "exceptfds"};
    QJsonObject sets;
    QStringList text;
    for (int which = 0; which < 3; ++which) {
        if (trace::select_flags::variable(uint32_t(calls::value(*asked.event, "variables").value_or(0)), which) == trace::select_flags::none)
            continue;
        const int nfds = int(calls::value(*asked.event, "nfds").value_or(0));
        // Of a call that failed, a signal's handler having run say, the sets are as they were asked: select(2).
        const bool failed = asked.event->result < 0;
        const QJsonArray left = array_of(trace::members(failed ? trace::asked(asked.trace(), *asked.event, which) : trace::answered(asked.trace(), *asked.event, which), nfds));
        sets[QLatin1String(names[which])] = left;
        text += QStringLiteral("%1 %2").arg(QLatin1String(names[which]), braced(left));
    }
    if (sets.isEmpty())
        return {};
    if (sets.size() == 1)
        return Answer{sets.begin().value(), braced(sets.begin().value().toArray()), asked.sequence, {}};
    return Answer{sets, text.join(QStringLiteral(", ")), asked.sequence, {}};
}

// "A|B" as names; "0": none.
QJsonArray names_in(const QString &flags)
{
    QJsonArray all;
    for (const QString &name : flags.split(u'|', Qt::SkipEmptyParts))
        if (name != u"0")
            all += name;
    return all;
}

Right bits_of_poll(const Asked &asked)
{
    if (asked.event->result < 0) // of which nothing is said
        return {};
    QJsonObject entries;
    const QJsonArray fds = archive::arguments(asked.trace(), *asked.event)[QStringLiteral("fds")].toArray();
    for (const QJsonValue &each : fds) {
        const QJsonArray told = names_in(each[QStringLiteral("revents")].toString());
        const QString fd = QString::number(each[QStringLiteral("fd")].toInt());
        if (asked.ask.of.isEmpty() ? !told.isEmpty() : asked.ask.of == fd)
            entries[fd] = told;
    }
    if (entries.size() != 1)
        return Answer{entries, {}, asked.sequence, {}};
    return Answer{entries.begin().value(), braced(entries.begin().value().toArray()), asked.sequence, {}};
}

// Of F_GETFL what it has told; of F_SETFL what the next F_GETFL on the descriptor tells.
Right bits_of_flags(const Asked &asked)
{
    const auto told = [&](const Event &event) { return archive::arguments(asked.trace(), event)[QStringLiteral("flags")].toString(); };
    const auto gets = [&](const Event &event) {
        return event.call == asked.event->call && event.fd == asked.event->fd
            && archive::arguments(asked.trace(), event)[QStringLiteral("command")].toString() == u"F_GETFL";
    };
    for (size_t i = asked.sequence; i < asked.events().size(); ++i)
        if (gets(asked.events()[i])) {
            const QJsonArray flags = names_in(told(asked.events()[i]));
            return Answer{flags, braced(flags), asked.sequence, {}};
        }
    return {};
}

Right bits_of_macro(const Asked &asked)
{
    const std::string &name = calls::variable_of(asked.trace(), *asked.event);
    const replay::World world = asked.replay.at(asked.replay.step(asked.sequence));
    for (const replay::Set &set : world.sets) {
        if (set.name != name || set.thread != asked.event->thread)
            continue;
        QJsonArray on;
        for (size_t bit = 0; bit < set.now.size(); ++bit)
            if (set.now[bit])
                on += int(bit);
        return Answer{on, braced(on), asked.sequence, {}};
    }
    return {};
}

Right bits(const Asked &asked)
{
    if (!asked.event)
        return {};
    const calls::Row &row = calls::row(asked.event->call);
    return row.field("sets") ? bits_of_select(asked)
        : row.field("fds")   ? bits_of_poll(asked)
        : row.field("command") ? bits_of_flags(asked)
        : row.has(calls::on_set) ? bits_of_macro(asked)
                                 : std::nullopt;
}

bool seen_asleep(const replay::Replay &replay, const Event &call)
{
    return std::ranges::any_of(replay.trace().events(), [&](const Event &event) {
        const auto seen = calls::as_seen_thread(event);
        return seen && seen->thread == call.thread && seen->asleep() && event.begin >= call.begin && event.end <= call.end;
    });
}

// Whether a call that may have waited did so is not known: what it waited for may have been there when it began.
bool left_open(const replay::Replay &replay, size_t sequence)
{
    const Event &call = replay.trace().events()[sequence];
    const auto perhaps = [&](const replay::Phase &phase) {
        return phase.kind == replay::Phase::wait && phase.request == 0 && phase.begin >= call.begin && words::perhaps_none(phase);
    };
    return std::ranges::any_of(replay.phases(sequence), perhaps) && !seen_asleep(replay, call);
}

// How long, ns, event `sequence` of `thread` slept.
int64_t slept(const replay::Replay &replay, size_t thread, size_t sequence)
{
    const replay::Replay::Lane &lane = replay.lane(thread);
    const auto found = std::ranges::find(lane.sequence, uint32_t(sequence));
    const auto i = size_t(found - lane.sequence.begin());
    return found == lane.sequence.end() ? 0 : lane.asleep[i + 1] - lane.asleep[i];
}

// In the middle of the longest time, between these two, that the thread slept in the call; nothing: it is not known to have slept at that.
std::optional<replay::Instant> in_sleep(const replay::Replay &replay, size_t sequence, int64_t from, int64_t to)
{
    int64_t longest = 0, middle = 0;
    for (const replay::Phase &phase : replay.phases(sequence)) {
        const int64_t begin = std::max(phase.begin, from), end = std::min(phase.end.value_or(to), to);
        if (phase.kind == replay::Phase::wait && phase.request == 0 && end - begin > longest) {
            longest = end - begin;
            middle = begin + longest / 2;
        }
    }
    const replay::Instant at = replay.at_time(middle);
    const size_t thread = replay.trace().events()[sequence].thread;
    const replay::World world = longest > 0 ? replay.at(at) : replay::World();
    return thread < world.threads.size() && world.threads[thread].state == replay::State::asleep ? std::optional(at) : std::nullopt;
}

Answer sleeping(const Asked &asked, const QString &call, std::optional<replay::Instant> at = {})
{
    const Language &language = asked.language;
    const QString sleeps = language.say("Lessons", "it sleeps in %1()", "the thread").arg(call);
    Answer answer = word(asked, {}, call.isEmpty() ? language.say("Lessons", "it does not sleep") : sleeps);
    answer.value = !call.isEmpty();
    answer.call = call;
    answer.shown_at = at;
    return answer;
}

Right asleep(const Asked &asked)
{
    const auto called = [&](const Event &event) { return QString::fromStdString(std::string(archive::call_name(asked.trace(), event))); };
    if (asked.event && left_open(asked.replay, asked.sequence))
        return {};
    if (asked.event && (slept(asked.replay, asked.event->thread, asked.sequence) > 0 || (calls::row(asked.event->call).has(calls::waits) && seen_asleep(asked.replay, *asked.event))))
        return sleeping(asked, called(*asked.event), in_sleep(asked.replay, asked.sequence, asked.event->begin, asked.event->end));
    // A function of the C library sleeps in a call that it makes.
    const auto made_by_it = [&](const Event &event) { return event.thread == asked.event->thread && event.begin >= asked.event->begin && event.end <= asked.event->end; };
    for (size_t i = 0; asked.event && i < asked.sequence; ++i)
        if (made_by_it(asked.events()[i]) && slept(asked.replay, asked.event->thread, i) > 0)
            return sleeping(asked, called(asked.events()[i]), in_sleep(asked.replay, i, asked.events()[i].begin, asked.events()[i].end));
    if (asked.event)
        return sleeping(asked, {});
    // Of a chapter: the call in which the program's own thread slept longest in these times.
    int64_t longest = 0;
    QString in;
    std::optional<size_t> slept_in; // none: it sleeps still
    for (size_t i = 0; i < asked.events().size(); ++i) {
        const Event &event = asked.events()[i];
        if (!trace::runs_listing(asked.trace(), event.thread) || !asked.of_program(event) || event.begin >= asked.span->to || event.end <= asked.span->from)
            continue;
        if (asked.ask.again && event.begin < asked.span->from)
            continue;
        const int64_t within = std::min({slept(asked.replay, event.thread, i), asked.span->to - event.begin, event.end - asked.span->from});
        if (within > longest) {
            longest = within;
            in = called(event);
            slept_in = i;
        }
    }
    // In which it may sleep still: the run stands still behind the chapter.
    const replay::World world = asked.replay.at(asked.replay.last());
    for (const Event &event : asked.trace().in_flight()) {
        const bool counts = trace::runs_listing(asked.trace(), event.thread) && asked.of_program(event) && event.begin < asked.span->to
            && (!asked.ask.again || event.begin >= asked.span->from);
        if (!counts || event.thread >= world.threads.size() || world.threads[event.thread].state != replay::State::asleep)
            continue;
        if (const int64_t within = asked.span->to - std::max(event.begin, asked.span->from); within > longest) {
            longest = within;
            in = called(event);
            slept_in.reset();
        }
    }
    return sleeping(asked, in, in.isEmpty() ? std::nullopt : slept_in ? in_sleep(asked.replay, *slept_in, asked.span->from, asked.span->to) : std::optional(asked.replay.last()));
}

Right descriptor(const Asked &asked)
{
    if (!asked.event)
        return {};
    const auto opening = calls::as_opening(*asked.event);
    return plain(asked, opening ? opening->made : asked.event->fd);
}

Right slot(const Asked &asked)
{
    for (size_t i = asked.event ? asked.sequence : 0; i < asked.events().size(); ++i) {
        const auto assigned = calls::as_assignment(asked.events()[i]);
        if (assigned && assigned->what == calls::Assignment::slot && asked.of_program(asked.events()[i])
            && (asked.event || asked.events()[i].end >= asked.span->from)) {
            Answer answer = plain(asked, assigned->index);
            answer.shown_by = i;
            return answer;
        }
    }
    return {};
}

Right greatest(const Asked &asked)
{
    const auto nfds = asked.event ? calls::value(*asked.event, "nfds") : std::nullopt;
    return nfds ? Right(plain(asked, *nfds)) : std::nullopt;
}

Right signal_handlers(const Asked &asked)
{
    const int64_t from = asked.event ? asked.event->begin : asked.span->from, to = asked.event ? asked.event->end : asked.span->to;
    const QString &reason = asked.ask.of;
    const auto entered = std::ranges::count_if(asked.events(), [&](const Event &event) {
        return calls::as_signal(event) && asked.of_program(event) && event.begin >= from && event.begin < to
            && (reason.isEmpty() || words::signal_code(event) == reason);
    });
    if (reason.isEmpty())
        return number(asked, qint64(entered));
    Answer any = word(asked, {}, entered ? asked.language.say("Lessons", "yes") : asked.language.say("Lessons", "no"));
    any.value = entered > 0;
    return any;
}

Right next(const Asked &asked)
{
    if (!asked.event)
        return {};
    for (size_t i = asked.sequence + 1; i < asked.events().size(); ++i) {
        const Event &event = asked.events()[i];
        if (event.thread != asked.event->thread || event.begin < asked.event->end)
            continue;
        const calls::Kind kind = calls::row(event.call).kind;
        const bool ends = kind == calls::Kind::life && calls::has(event, calls::ends);
        if (!ends && (kind == calls::Kind::life || kind == calls::Kind::observation))
            continue;
        const QString name = QString::fromStdString(std::string(archive::call_name(asked.trace(), event)));
        return ends ? word(asked, QStringLiteral("end"), asked.language.say("Lessons", "none: the program ends"))
                    : word(asked, name, words::call_name(asked.language, asked.trace(), event));
    }
    return {};
}

Right moved(const Asked &asked)
{
    if (asked.event) {
        const auto transfer = calls::as_transfer(*asked.event);
        return transfer ? Right(number(asked, transfer->moved.value_or(asked.event->result))) : std::nullopt;
    }
    qint64 bytes = 0;
    for (const Event &event : asked.events()) {
        const auto transfer = calls::as_transfer(event);
        if (transfer && transfer->reads() && transfer->moved && is_of(asked.trace(), event.thread, asked.ask.of) && event.end > asked.span->from
            && event.end <= asked.span->to)
            bytes += *transfer->moved;
    }
    return number(asked, bytes);
}

Right participant(const Asked &asked, size_t thread)
{
    const auto &trace = asked.trace();
    if (thread >= trace.threads.size() || trace.threads[thread].program >= trace.programs.size())
        return {};
    return word(asked, QString::fromStdString(trace.programs[trace.threads[thread].program].name), words::thread_name(asked.language, trace, thread));
}

// Whose datagram or stream it is that event `sequence` is about.
Right other_side(const Asked &asked, size_t sequence)
{
    const Event &event = asked.events()[sequence];
    const auto delivery = asked.replay.taken_by(sequence);
    if (delivery && delivery->by < asked.events().size())
        return participant(asked, asked.events()[delivery->by].thread);
    const replay::World world = asked.replay.at(asked.replay.at_time(event.begin));
    const size_t program = asked.trace().threads[event.thread].program;
    const replay::Socket *socket = world.socket(uint16_t(trace::main_thread(asked.trace(), program).value_or(event.thread)), event.fd);
    if (socket && socket->peer_thread >= 0)
        return participant(asked, size_t(socket->peer_thread));
    const auto port = calls::value(event, "peer_port");
    for (const replay::Socket &each : world.sockets)
        if (port && *port > 0 && each.local_port == *port)
            return participant(asked, each.thread);
    return {};
}

Right who(const Asked &asked)
{
    if (asked.event)
        return other_side(asked, asked.sequence);
    for (size_t i = 0; i < asked.events().size(); ++i) {
        const Event &event = asked.events()[i];
        const auto transfer = calls::as_transfer(event);
        const bool sent = (transfer && transfer->sends() && transfer->moved.value_or(0) > 0);
        if (sent && asked.of_program(event) && event.end > asked.span->from && event.end <= asked.span->to)
            return other_side(asked, i);
    }
    return {};
}

Right phase(const Asked &asked)
{
    if (!asked.event || left_open(asked.replay, asked.sequence))
        return {};
    bool waits = false, copies = calls::reads(*asked.event) && asked.event->result > 0; // also where nothing tells when the copying began
    for (const replay::Phase &phase : asked.replay.phases(asked.sequence)) {
        if (phase.request || phase.begin < asked.event->begin) // beside the program, or before the call: in the select() that told
            continue;
        (phase.kind == replay::Phase::wait ? waits : copies) = true;
    }
    const QString which = waits && copies ? QStringLiteral("both") : copies ? QStringLiteral("copy") : waits ? QStringLiteral("wait") : QStringLiteral("none");
    return word(asked, which, phase_text(asked.language, which));
}

using Work = Right (*)(const Asked &);
constexpr Work kinds[] = {result, error, bits, asleep, descriptor, slot, greatest, signal_handlers, next, moved, who, phase};

// Of a chapter, the first call of that name that returned in it.
bool find_in_chapter(Asked &asked)
{
    asked.span = chapter(asked.trace(), asked.ask.before.which);
    if (!asked.span || asked.ask.call.isEmpty())
        return bool(asked.span);
    const std::string name = asked.ask.call.toStdString();
    for (size_t i = 0; i < asked.events().size(); ++i) {
        const Event &event = asked.events()[i];
        if (!asked.of_program(event) || archive::call_name(asked.trace(), event) != name || event.end <= asked.span->from || event.end > asked.span->to)
            continue;
        if (calls::in_vain(event))
            continue;
        asked.event = &event;
        asked.sequence = i;
        return true;
    }
    return false;
}

} // namespace

std::optional<Answer> answer(const Language &language, const replay::Replay &replay, const Ask &ask)
{
    Asked asked{language, replay, ask, {}};
    if (ask.before.of_chapter()) {
        if (!find_in_chapter(asked))
            return {};
    } else {
        const auto there = place(replay, ask.before);
        if (!there || !there->event)
            return {};
        asked.sequence = *there->event;
        asked.event = &asked.events()[asked.sequence];
    }
    Right right = kinds[size_t(ask.about)](asked);
    if (right && ask.below && right->value.isDouble()) {
        const bool fewer = right->value.toInteger() < *ask.below;
        right->value = fewer;
        right->text = fewer ? language.say("Lessons", "fewer: %1").arg(right->text) : language.say("Lessons", "all: %1").arg(right->text);
    }
    return right;
}

} // namespace lessons
