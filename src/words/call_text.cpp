// SPDX-License-Identifier: MIT
// Events written as the program's own lines, with their results: names and numbers only, the same in every language. How a
// call is written stands in its row.
#include "words/quoted.h"
#include "words/sentences.h"

#include "calls/names.h"
#include "calls/verbs.h"

#include <algorithm>
#include <sys/socket.h>

namespace words {
namespace {

using calls::Field;
using calls::Side;
using calls::Type;
using trace::Event;
using trace::Trace;

const QString dots = QStringLiteral("…");

// A time as the members of a timeval or a timespec.
QString members_of(int64_t ns, int64_t unit)
{
    if (ns < 0)
        return QStringLiteral("NULL");
    return QStringLiteral("{%1, %2}").arg(ns / 1'000'000'000).arg(ns % 1'000'000'000 / unit);
}

QString sets(const Trace &trace, const Event &event, Side side)
{
    QStringList all;
    const auto variables = uint32_t(calls::value(event, "variables").value_or(0));
    for (int set = 0; set < 3; ++set) {
        const bool passed = trace::select_flags::variable(variables, set) != trace::select_flags::none;
        const auto words = side == Side::asked ? trace::asked(trace, event, set) : trace::answered(trace, event, set);
        if (passed)
            all += set_text(trace::members(words, calls::descriptors_in_a_set)); // from nfds on, too: it was passed
        else if (side == Side::asked)
            all += QStringLiteral("NULL");
    }
    return all.join(side == Side::asked ? QStringLiteral(", ") : QStringLiteral(" "));
}

// The descriptors poll() is asked about, or those found ready.
QString polled(const Trace &trace, const Event &event, Side side)
{
    const std::vector<int> descriptors = trace::polled_descriptors(trace, event, side == Side::answered);
    return descriptors.empty() ? dots : set_text(descriptors);
}

// What stands in no program, and so has a word of the language where others have a call's name.
struct Word {
    trace::Call call;
    struct {
        const char *source, *comment;
    } text;
};
constexpr Word words_of[] = {
    {trace::Call::held, QT_TRANSLATE_NOOP3("Words", "held", "a thread at the gate, where else the call's name stands")},
    {trace::Call::thread_begin, QT_TRANSLATE_NOOP3("Words", "thread begins", "where else a call's name stands")},
    {trace::Call::thread_end, QT_TRANSLATE_NOOP3("Words", "thread ends", "where else a call's name stands")},
    {trace::Call::lost, QT_TRANSLATE_NOOP3("Words", "events lost", "of a recording, where else a call's name stands")},
    {trace::Call::killed, QT_TRANSLATE_NOOP3("Words", "killed", "a program by a signal, where else a call's name stands")},
    {trace::Call::planned, QT_TRANSLATE_NOOP3("Words", "planned", "a client's message, where else a call's name stands")},
    {trace::Call::handler_begin, QT_TRANSLATE_NOOP3("Words", "handler begins", "where else a call's name stands")},
    {trace::Call::handler_end, QT_TRANSLATE_NOOP3("Words", "handler ends", "where else a call's name stands")},
    {trace::Call::observed_state, QT_TRANSLATE_NOOP3("Words", "state observed", "where else a call's name stands")},
    {trace::Call::observed_socket, QT_TRANSLATE_NOOP3("Words", "socket observed", "where else a call's name stands")},
    {trace::Call::observed_drops, QT_TRANSLATE_NOOP3("Words", "datagrams dropped", "where else a call's name stands")},
    {trace::Call::observed_cpu, QT_TRANSLATE_NOOP3("Words", "CPU time observed", "where else a call's name stands")},
    {trace::Call::observed_task, QT_TRANSLATE_NOOP3("Words", "library thread observed", "where else a call's name stands")},
};

// What a thread held at the gate is about to do. Which variable an assignment is of, the gate does not record.
QString held_before(int64_t call)
{
    const calls::Row &row = calls::row(trace::Call(std::min<int64_t>(call, int64_t(trace::Call::count_))));
    return row.has(calls::assigns) ? QStringLiteral("… = …") : as_text(row.name);
}

QString text_of(const Trace &trace, const Event &event, const Field &field, int64_t value)
{
    switch (field.type) {
    case Type::timeval: return members_of(value, 1000);
    case Type::timespec: return members_of(value, 1);
    case Type::milliseconds: return QString::number(value < 0 ? -1 : value / 1'000'000);
    case Type::variable: return QString::fromStdString(trace::variable(trace, event, uint16_t(value)));
    case Type::preview: return quoted(event);
    case Type::handler: return value ? QStringLiteral("&handler") : QStringLiteral("SIG_DFL");
    case Type::call: return held_before(value);
    case Type::domain: return value ? as_text(calls::name_of(field.type, value)) : dots; // 0: not recorded
    case Type::value:
        if (const int error = field.side == Side::answered ? error_told(event) : 0)
            return QStringLiteral("%1 (%2)").arg(error).arg(error_name(error));
        if (const auto microseconds = calls::value(event, "microseconds"))
            return QStringLiteral("{%1, %2}").arg(value).arg(*microseconds);
        [[fallthrough]];
    default: return as_text(calls::name_of(field.type, value, calls::beside(event, field.type)));
    }
}

// Text of a field; null: the event has none.
QString field_text(const Trace &trace, const Event &event, const Field &field)
{
    switch (field.type) {
    case Type::sets: return sets(trace, event, field.side);
    case Type::pollfds:
    case Type::told:
        return field.side == Side::answered && event.result <= 0 ? QString() : polled(trace, event, field.side);
    case Type::left: {
        const auto left = trace::time_left(trace, event);
        return left ? members_of(*left, 1000) : QString();
    }
    default: break;
    }
    const auto value = calls::value(event, field);
    const bool nothing = value && ((field.type == Type::preview && event.result <= 0)
                                   || (*value < 0 && !calls::is_call(event.call) && (field.type == Type::descriptor || field.type == Type::index)));
    if (!calls::has_field(event, field) || nothing)
        return {};
    return value ? text_of(trace, event, field, *value) : dots;
}

bool in_word(QChar character)
{
    return character.isLower() || character.isDigit() || character == QLatin1Char('_');
}

// A part of what a row says is written: names of fields in their places. Null: a field of it is not there.
QString part_text(const Trace &trace, const Event &event, const QString &part, Side side)
{
    QString text;
    for (qsizetype at = 0; at < part.size();) {
        qsizetype end = at;
        while (end < part.size() && in_word(part[end]))
            ++end;
        if (end == at) {
            text += part[at++];
            continue;
        }
        const QString word = part.mid(at, end - at);
        at = end;
        bool known = false;
        QString shown;
        for (const Field &field : calls::row(event.call).all())
            if (field.side == side && word == as_text(field.name) && shown.isNull()) {
                known = true;
                shown = field_text(trace, event, field);
            }
        if (known && shown.isNull())
            return {};
        text += known ? shown : word;
    }
    return text;
}

QStringList parts(const Trace &trace, const Event &event, std::string_view written, Side side)
{
    QStringList all;
    for (const QString &part : as_text(written).split(QLatin1Char(';'), Qt::SkipEmptyParts))
        for (const QString &one : part.split(QLatin1Char('|')))
            if (const QString text = part_text(trace, event, one, side); !text.isNull()) {
                all += text;
                break;
            }
    return all;
}

// An assignment; of a table's slot with its index, which stands inside a member's name: client[0].fd.
QString assigned(const Event &event, const QString &name, const QString &value)
{
    const calls::Field *index = calls::row(event.call).field("index");
    if (!index)
        return QStringLiteral("%1 = %2").arg(name, value);
    const QString number = event.fd < 0 ? QString() : QString::number(event.fd);
    const qsizetype inside = name.indexOf(QLatin1String("[]"));
    return inside < 0 ? QStringLiteral("%1[%2] = %3").arg(name, number, value)
                      : QStringLiteral("%1%2%3 = %4").arg(name.left(inside + 1), number, name.mid(inside + 1), value);
}

} // namespace

QString asked_text(const Trace &trace, const Event &event)
{
    const calls::Row &row = calls::row(event.call);
    const QString name = call_name(trace, event), given = parts(trace, event, row.written, Side::asked).join(QStringLiteral(", "));
    if (row.has(calls::assigns))
        return assigned(event, name, given);
    if (calls::is_call(event.call) || row.has(calls::on_set))
        return QStringLiteral("%1(%2)").arg(name, given);
    if (row.has(calls::submits) || row.has(calls::completes))
        return QStringLiteral("%1 {%2}").arg(name, given);
    return given.isEmpty() ? name : QStringLiteral("%1: %2").arg(name, given);
}

QString answered_text(const Trace &trace, const Event &event)
{
    const QString failed = QStringLiteral("= -1 ");
    if (event.result == -1)
        return failed + error_name(event.error);
    const calls::Row &row = calls::row(event.call);
    QString result = QString::number(event.result);
    for (const Field &field : row.all())
        if (field.slot == calls::Slot::result && calls::has_field(event, field) && !(field.type == Type::error && event.result == 0))
            result = text_of(trace, event, field, event.result);
    return (QStringList{QStringLiteral("="), result} + parts(trace, event, row.answered, Side::answered)).join(QLatin1Char(' '));
}

QString call_name(const Trace &trace, const Event &event)
{
    const calls::Row &row = calls::row(event.call);
    return row.has(calls::assigns) ? QString::fromStdString(calls::variable_of(trace, event)) : as_text(row.name);
}

QString call_text(const Trace &trace, const Event &event)
{
    QString text = asked_text(trace, event);
    const calls::Row &row = calls::row(event.call);
    if (event.end != 0 && (calls::is_call(event.call) || row.field("result") || row.has(calls::completes)))
        text += QLatin1Char(' ') + answered_text(trace, event);
    if (event.count > 1)
        text += QStringLiteral(" × %1").arg(event.count);
    return text;
}

QString call_name(const Language &language, const Trace &trace, const Event &event)
{
    const auto word = std::ranges::find(words_of, event.call, &Word::call);
    return word == std::end(words_of) ? call_name(trace, event) : language.say("Words", word->text.source, word->text.comment);
}

QString call_text(const Language &language, const Trace &trace, const Event &event)
{
    const QString word = call_name(language, trace, event), name = call_name(trace, event);
    const QString text = call_text(trace, event);
    return word == name ? text : word + text.mid(name.size());
}

QString constant(Type type, int64_t value, int64_t beside)
{
    return as_text(calls::name_of(type, value, beside));
}

QString signal_name(const Event &event)
{
    return constant(Type::signal, calls::value(event, "signal").value_or(0));
}

QString signal_code(const Event &event)
{
    return constant(Type::si_code, calls::value(event, "code").value_or(0), calls::beside(event, Type::si_code));
}

} // namespace words
