// SPDX-License-Identifier: MIT
#include "truth/difference.h"

#include "truth/recorded_calls.h"

#include <QJsonArray>
#include <QRegularExpression>

namespace truth {
namespace {

QString of_select(const QJsonObject &args, const strace::Call &seen)
{
    if (args["nfds"].toInt() != seen.args[0].toInt())
        return "another nfds";
    const char *sets[] = {"readfds", "writefds", "exceptfds"};
    for (int which = 0; which < 3; ++which) {
        const QString name = sets[which];
        if (numbers(args[name]) != strace::set(seen.args[1 + which]))
            return "another " + name + " was asked";
        if (numbers(args[name + "_after"]) != seen.ready[which])
            return "another " + name + " was answered";
    }
    if (args["timeout_ns"].isNull() != (seen.args[4] == "NULL"))
        return "another timeout";
    const bool waits = args["timeout_ns"].toInteger() > 0;
    if (waits && seen.result > 0 && args["timeout_left_ns"].toInteger(-1'000) / 1'000 != seen.left_us)
        return "another time was left";
    return {};
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
    if (args["nfds"].toInt() != seen.args[1].toInt())
        return "another number of descriptors";
    if (args["timeout_ns"].isNull() != (seen.args[2].toInt() < 0))
        return "another timeout";
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

QString of_io_uring_enter(const QJsonObject &args, const strace::Call &seen)
{
    if (args["fd"].toInt() != seen.args[0].toInt() || args["to_submit"].toInt() != seen.args[1].toInt()
        || args["min_complete"].toInt() != seen.args[2].toInt())
        return "another ring, to_submit or min_complete";
    return {};
}

QString of_epoll_ctl(const QJsonObject &args, const strace::Call &seen)
{
    const QString events = args["events"].toString();
    static const QRegularExpression asked("events=([A-Z|0-9]+), data=");
    const auto match = asked.match(seen.args.value(3));
    if (args["epfd"].toInt() != seen.args[0].toInt() || args["operation"].toString() != seen.args[1]
        || args["fd"].toInt() != seen.args[2].toInt() || (events != "0" && events != match.captured(1)))
        return "another descriptor, operation or other events";
    return {};
}

QString of_epoll_wait(const QJsonObject &args, const strace::Call &seen)
{
    if (args["epfd"].toInt() != seen.args[0].toInt() || args["maxevents"].toInt() != seen.args[2].toInt()
        || args["timeout_ns"].isNull() != (seen.args[3].toInt() < 0))
        return "another descriptor, maxevents or timeout";
    static const QRegularExpression entry("\\{events=(?<what>[A-Z|0-9]+), data=(?:\\{u32=)?(?<fd>\\d+)");
    QStringList mine;
    for (const QJsonValue &told : args["events"].toArray())
        mine << QString("%1 %2").arg(told["fd"].toInt()).arg(told["events"].toString());
    return others("others were told of", mine, entry, seen.args[1], seen.line.contains("...]"));
}

QString of_nanosleep(const QJsonObject &args, const strace::Call &seen)
{
    static const QRegularExpression sleep("tv_sec=(\\d+), tv_nsec=(\\d+)");
    const auto match = sleep.match(seen.args[2]);
    if (args["duration_ns"].toInteger() != match.captured(1).toLongLong() * 1'000'000'000 + match.captured(2).toLongLong())
        return "another duration";
    return {};
}

QString of_fcntl(const QJsonObject &args, const strace::Call &seen)
{
    if (args["command"] == "F_GETFD")
        return seen.args[1] != "F_GETFD" || args["fd"].toInt() != seen.args[0].toInt() ? "another command or descriptor" : QString();
    QString flags = args["command"] == "F_GETFL" ? seen.line.section("flags ", 1).chopped(1) : seen.args.value(2);
    flags.replace("FASYNC", "O_ASYNC"); // its older name
    const bool of_file = args["command"].toString().endsWith("FL"); // the other ones: signal_test
    if (args["command"].toString() != seen.args[1] || (of_file && args["flags"].toString() != flags))
        return "another command or other flags";
    return {};
}

QString of_io_uring_setup(const QJsonObject &args, const strace::Call &seen)
{
    return args["entries"].toInt() != seen.args[0].toInt() ? "another number of entries" : QString();
}

QString of_descriptor(const QJsonObject &args, const strace::Call &seen)
{
    return args["fd"].toInt(-1) != seen.args[0].toInt() ? "another descriptor" : QString();
}

// What this call alone is asked and answers; of most others the descriptor.
QString of_arguments(const QString &call, const QJsonObject &args, const strace::Call &seen)
{
    static const QMap<QString, QString (*)(const QJsonObject &, const strace::Call &)> own = {
        {"select", of_select}, {"poll", of_poll}, {"io_uring_setup", of_io_uring_setup}, {"io_uring_enter", of_io_uring_enter},
        {"epoll_ctl", of_epoll_ctl}, {"epoll_wait", of_epoll_wait}, {"nanosleep", of_nanosleep}, {"fcntl", of_fcntl},
    };
    if (call == "socket" || call == "epoll_create1")
        return {};
    return own.value(call, of_descriptor)(args, seen);
}

} // namespace

QString difference(const QJsonObject &recorded, const strace::Call &seen)
{
    const QString call = recorded["call"].toString();
    const QJsonObject args = recorded["args"].toObject();
    if (kernel_name(call) != seen.name && call != seen.name)
        return "another call";
    if (recorded["result"].toInt() != seen.result)
        return "another result";
    if (recorded["errno"].toString() != seen.error)
        return "another errno";
    if (const QString other = of_arguments(call, args, seen); !other.isEmpty())
        return other;
    const bool moves = call == "recv" || call == "send" || call == "recvfrom" || call == "sendto";
    if (moves && args["length"].toInt() != seen.args[2].toInt())
        return "another length";
    if (moves && args["flags"].toString() != seen.args[3])
        return "other flags";
    static const QRegularExpression port("htons\\((\\d+)\\)");
    if ((call == "bind" || call == "connect" || call == "getsockname")
        && args["port"].toInt() != port.match(seen.args[1]).captured(1).toInt())
        return "another port";
    if ((call == "recvfrom" || call == "sendto") && seen.result >= 0 && seen.line.contains("htons(")
        && args["peer_port"].toInt() != port.match(seen.line).captured(1).toInt())
        return "another sender or receiver";
    if (call == "accept" && seen.result >= 0 && args["peer_port"].toInt() != port.match(seen.args[1]).captured(1).toInt())
        return "another peer";
    return {};
}

} // namespace truth
