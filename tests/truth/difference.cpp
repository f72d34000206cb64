// SPDX-License-Identifier: MIT
// A recorded call and one that strace saw, field by field, as the rows of calls/schema.cpp tell where each stands.
#include "truth/difference.h"

#include "calls/names.h"
#include "truth/recorded_calls.h"

#include <QJsonArray>
#include <QRegularExpression>

#include <algorithm>
#include <cstring>

namespace truth {
namespace {

using calls::Field;
using calls::Type;

QString text(std::string_view latin)
{
    return QString::fromLatin1(latin.data(), qsizetype(latin.size()));
}

const calls::Row &row_of(const QString &call)
{
    const auto found = std::ranges::find_if(calls::rows(), [&](const calls::Row &row) { return text(row.in_json()) == call; });
    return found == calls::rows().end() ? calls::row(trace::Call::count_) : *found;
}

// What `form` finds first in `text`, as a number; none: nothing.
std::optional<qint64> number_in(const QString &text, const char *form)
{
    const auto match = QRegularExpression(form).match(text);
    return match.hasMatch() ? std::optional(match.captured(1).toLongLong(nullptr, 0)) : std::nullopt;
}

// Names joined by '|', in any order, and those of other names for the same.
QStringList bits(QString names)
{
    static const std::pair<const char *, const char *> others[] = {
        {"FASYNC", "O_ASYNC"}, {"SOL_TCP", "IPPROTO_TCP"}, {"SOL_IP", "IPPROTO_IP"}, {"SOL_UDP", "IPPROTO_UDP"}};
    QStringList all = names.split('|');
    for (QString &one : all)
        for (const auto &[other, name] : others)
            if (one == other)
                one = name;
    all.sort();
    return all;
}

// A timespec, or NULL: ns, -1.
qint64 ns_of(const QString &given)
{
    static const QRegularExpression form("tv_sec=(\\d+), tv_nsec=(\\d+)");
    const auto match = form.match(given);
    return match.hasMatch() ? match.captured(1).toLongLong() * 1'000'000'000 + match.captured(2).toLongLong() : -1;
}

// The bytes of "\x61\x62" as strace -xx writes them.
QByteArray bytes_of(const QString &given)
{
    return QByteArray::fromHex(given.section('"', 1, 1).remove("\\x").toLatin1());
}

// The bytes between quotes as the JSON has them.
QByteArray unquoted(const QString &data)
{
    QByteArray bytes;
    for (qsizetype i = 0; i < data.size(); ++i) {
        if (data[i] != u'\\') {
            bytes += data[i].toLatin1();
            continue;
        }
        const QChar what = data[++i];
        if (what == u'x') {
            bytes += char(data.mid(i + 1, 2).toInt(nullptr, 16));
            i += 2;
        } else {
            bytes += what == u'n' ? '\n' : what == u'r' ? '\r' : what == u't' ? '\t' : '\\';
        }
    }
    return bytes;
}

// Whether strace's argument says of a field of that type what the recording does.
bool agrees(const Field &field, const QJsonValue &mine, const QString &theirs)
{
    switch (field.type) {
    case Type::descriptor:
    case Type::number:
    case Type::bytes: return mine.toInteger(-1) == theirs.toLongLong();
    case Type::value:
        if (theirs.startsWith('"')) { // SO_BINDTODEVICE: a name; of it the recording's number has the first bytes
            int number = 0;
            const QByteArray bytes = bytes_of(theirs);
            std::memcpy(&number, bytes.constData(), std::min(size_t(bytes.size()), sizeof number));
            return mine.toInteger() == number;
        }
        return mine.toInteger() == number_in(theirs, "\\[(-?\\w+)\\]").value_or(number_in(theirs, "=(\\d+)").value_or(-1)); // [1], {l_onoff=1, …}
    case Type::tid: return mine.toInteger() == number_in(theirs, "pid=(\\d+)").value_or(theirs.toLongLong(nullptr, 0));
    case Type::port: return mine.toInteger() == number_in(theirs, "htons\\((\\d+)\\)").value_or(0);
    case Type::timeval: // of it the kernel is told µs
    case Type::timespec: return mine.toInteger(-1) / 1000 == ns_of(theirs) / 1000;
    case Type::milliseconds: return theirs.toInt() < 0 ? mine.isNull() : mine.toInteger() == theirs.toLongLong() * 1'000'000;
    case Type::owner: return theirs.contains("type=" + mine.toString());
    case Type::signal: return theirs == mine.toString() || theirs == "SIGRT_2"; // strace numbers them from 32; signal_test has them
    case Type::epoll_events: {
        static const QRegularExpression events("events=([A-Z|0-9]+)");
        const auto match = events.match(theirs);
        return match.hasMatch() ? bits(mine.toString()) == bits(match.captured(1)) : mine == "0";
    }
    case Type::option: return bits(mine.toString()) == bits(QString(theirs).remove("_OLD")); // SO_RCVTIMEO has two numbers, strace tells which
    case Type::preview: return unquoted(mine.toString()) == bytes_of(theirs).left(unquoted(mine.toString()).size());
    default: return bits(mine.toString()) == bits(theirs);
    }
}

QString of_select(const QJsonObject &args, const strace::Call &seen)
{
    const char *sets[] = {"readfds", "writefds", "exceptfds"};
    for (int which = 0; which < 3; ++which) {
        const QString name = sets[which];
        if (numbers(args[name]) != strace::set(seen.args[1 + which]))
            return "another " + name + " was asked";
        if (numbers(args[name + "_after"]) != seen.ready[which])
            return "another " + name + " was answered";
    }
    const bool waits = args["timeout_ns"].toInteger() > 0;
    if (waits && seen.result > 0 && args["timeout_left_ns"].toInteger(-1'000) / 1'000 != seen.left_us)
        return "another time was left";
    return args["timeout_ns"].toInteger(-1) / 1000 == ns_of(seen.args[4]) / 1000 ? QString() : "another timeout";
}

// Whether the descriptors in strace's list `text`, each as `form` finds it ("fd" and "what"), are not ours; `cut`: strace had no
// room for more than it wrote.
QString others(const QString &complaint, QStringList mine, const QRegularExpression &form, const QString &text, bool cut)
{
    QStringList theirs;
    for (auto match = form.globalMatch(text); match.hasNext();) {
        const auto one = match.next();
        theirs << one.captured("fd") + ' ' + one.captured("what");
    }
    if (cut)
        mine = mine.mid(0, theirs.size());
    return mine == theirs ? QString() : complaint + ": " + mine.join(", ") + " / " + theirs.join(", ");
}

QString of_poll(const QJsonObject &args, const strace::Call &seen)
{
    QStringList mine = entries(args), theirs = entries(seen);
    if (mine != theirs)
        return "other descriptors were asked about: " + mine.join(", ") + " / " + theirs.join(", ");
    static const QRegularExpression answer("\\{fd=(?<fd>\\d+), revents=(?<what>[A-Z|]+)\\}");
    mine.clear();
    for (const QJsonValue &fd : args["fds"].toArray())
        if (fd["revents"].toString("0") != "0")
            mine << QString("%1 %2").arg(fd["fd"].toInt()).arg(fd["revents"].toString());
    return others("others were ready", mine, answer, seen.line, seen.line.contains("...])"));
}

QString of_epoll_wait(const QJsonObject &args, const strace::Call &seen)
{
    static const QRegularExpression entry("\\{events=(?<what>[A-Z|0-9]+), data=(?:\\{u32=)?(?<fd>\\d+)");
    QStringList mine;
    for (const QJsonValue &told : args["events"].toArray())
        mine << QString("%1 %2").arg(told["fd"].toInt()).arg(told["events"].toString());
    return others("others were told of", mine, entry, seen.args[1], seen.line.contains("...]"));
}

// The two descriptors of a pipe, or a pair.
QString of_two(const QJsonObject &args, const strace::Call &seen)
{
    const QList<int> theirs = strace::set(seen.args.value(seen.name == "socketpair" ? 3 : 0));
    const QList<int> mine = args.contains("reading") ? QList<int>{args["reading"].toInt(), args["writing"].toInt()}
                                                     : QList<int>{args["one"].toInt(), args["other"].toInt()};
    return seen.result == -1 || mine == theirs ? QString() : "other descriptors";
}

QString of_io_uring_setup(const QJsonObject &args, const strace::Call &seen)
{
    const QString &params = seen.args.value(1);
    const bool same = args["flags"].toString().toLongLong(nullptr, 0) == number_in(params, "flags=(\\w+)").value_or(-1)
        && args["submission_entries"].toInteger() == number_in(params, "sq_entries=(\\d+)").value_or(-1)
        && args["completion_entries"].toInteger() == number_in(params, "cq_entries=(\\d+)").value_or(-1);
    return same ? QString() : "other rings";
}

// What stands in memory that the call was given, where the rows say no more than that.
QString of_memory(const QString &call, const QJsonObject &args, const strace::Call &seen)
{
    static const QMap<QString, QString (*)(const QJsonObject &, const strace::Call &)> own = {
        {"select", of_select}, {"poll", of_poll}, {"epoll_wait", of_epoll_wait}, {"io_uring_setup", of_io_uring_setup}, {"pipe", of_two}, {"socketpair", of_two}};
    const auto found = own.find(call);
    return found == own.end() ? QString() : (*found)(args, seen);
}

// What stands at one place of the arguments: each of its fields that this call has.
QString of_argument(const calls::Row &row, const QString &part, const QJsonObject &args, const QString &theirs)
{
    for (const Field &field : row.all()) {
        const QString name = text(field.name);
        if (field.slot == calls::Slot::payload || field.side != calls::Side::asked || !args.contains(name)
            || !QRegularExpression("\\b" + name + "\\b").match(part).hasMatch())
            continue;
        const bool one_of_two = field.when == calls::When::sets_owner || field.when == calls::When::sets_other;
        if (one_of_two && (field.when == calls::When::sets_owner) != theirs.startsWith('{')) // a number, or a struct f_owner_ex
            continue;
        if (!agrees(field, args[name], theirs))
            return "another " + name;
    }
    return {};
}

// What was answered into memory: an address, the bytes received.
QString of_answer(const calls::Row &row, const QJsonObject &args, const strace::Call &seen)
{
    for (const Field &field : row.all()) {
        const QString name = text(field.name);
        if (seen.result < 0 || !args.contains(name) || args[name].isNull())
            continue;
        if (field.type == Type::preview && !agrees(field, args[name], seen.args[1]))
            return "other bytes";
        if (field.type == Type::value && field.side == calls::Side::answered && !agrees(field, args[name], seen.args.value(row.call == trace::Call::ioctl ? 2 : 3)))
            return "another " + name;
        const bool untold = row.has(calls::opens) && seen.args.value(1) == "NULL"; // the call did not tell who it was: another has
        if (field.type == Type::port && field.side == calls::Side::answered && !untold && !agrees(field, args[name], seen.line))
            return "another " + name;
        if (field.when == calls::When::gets_flags && args["command"] == "F_GETFL"
            && !agrees(field, args[name], seen.line.section("flags ", 1).chopped(1)))
            return "other flags were answered";
    }
    return {};
}

} // namespace

QString difference(const QJsonObject &recorded, const strace::Call &seen)
{
    const QString call = recorded["call"].toString();
    const QJsonObject args = recorded["args"].toObject();
    const calls::Row &row = row_of(call);
    if (kernel_name(call) != seen.name && call != seen.name)
        return "another call";
    if (recorded["result"].toInt() != seen.result)
        return "another result";
    if (recorded["errno"].toString() != seen.error)
        return "another errno";
    const QStringList parts = text(row.written).split(';');
    int place = seen.name == "clock_nanosleep" ? 2 : 0; // the clock and its flags come first
    for (const QString &part : parts) {
        place += call == "tcflow" && place == 1; // TCXONC, which tcflow(3) puts in between
        if (const QString other = of_argument(row, part, args, seen.args.value(place)); place < seen.args.size() && !other.isEmpty())
            return other;
        place += part == "sets" ? 3 : 1;
    }
    if (const QString other = of_memory(call, args, seen); !other.isEmpty())
        return other;
    return of_answer(row, args, seen);
}

} // namespace truth
