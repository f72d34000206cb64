// SPDX-License-Identifier: MIT
// iomodels options: the socket options of the lecture, and what this kernel makes of each on a fresh socket.
#include "cli/command.h"

#include "bench/options.h"
#include "lessons/option_words.h"
#include "words/quoted.h"
#include "words/sentences.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <arpa/inet.h>
#include <cstring>
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/time.h>

namespace cli {
namespace {

using words::as_text;

const Option command_options[] = {
    {"socket", "KIND", QT_TRANSLATE_NOOP("Cli", "Of which kind of socket: tcp, tcp-connected, udp, raw, tcp6, udp6 or raw6; otherwise tcp.")},
    {"json", nullptr, QT_TRANSLATE_NOOP("Cli", "As JSON, one object a row: name, level, defined, get, set, flag, type, value (null with error when the "
                                               "kernel refuses), set_to, read_back, set_error, why_missing.")},
    {"csv", nullptr, QT_TRANSLATE_NOOP("Cli", "The same, as comma-separated values.")},
};

template <typename T>
T as(const bench::Bytes &bytes)
{
    T value{};
    std::memcpy(&value, bytes.data(), std::min(bytes.size(), sizeof value));
    return value;
}

// A value as its structure says: a number, an object of its members, an address; else its bytes.
QJsonValue value_of(const bench::OptionRow &row, const std::optional<bench::Bytes> &bytes)
{
    if (!bytes)
        return QJsonValue::Null;
    if (const auto number = bench::number_in(row.layout, *bytes))
        return qint64(*number);
    if (row.layout == bench::Layout::linger && bytes->size() == sizeof(linger)) {
        const auto value = as<linger>(*bytes);
        return QJsonObject{{"l_onoff", value.l_onoff}, {"l_linger", value.l_linger}};
    }
    if (row.layout == bench::Layout::timeval && bytes->size() == sizeof(timeval)) {
        const auto value = as<timeval>(*bytes);
        return QJsonObject{{"tv_sec", qint64(value.tv_sec)}, {"tv_usec", qint64(value.tv_usec)}};
    }
    if (row.layout == bench::Layout::address && bytes->size() == sizeof(in_addr)) {
        char text[INET_ADDRSTRLEN];
        const auto value = as<in_addr>(*bytes);
        return QString::fromLatin1(inet_ntop(AF_INET, &value, text, sizeof text));
    }
    return QString::fromLatin1(QByteArray(reinterpret_cast<const char *>(bytes->data()), qsizetype(bytes->size())).toHex(' '));
}

QJsonValue error_of(int error)
{
    return error ? QJsonValue(words::error_name(error)) : QJsonValue::Null;
}

QJsonObject object_of(const bench::OptionRow &row, const bench::OptionAnswer &answer, const QString &why)
{
    return {{"name", as_text(row.name)},
            {"level", as_text(row.level)},
            {"defined", bench::header_constant(row.name).has_value()},
            {"get", row.get},
            {"set", row.set},
            {"flag", row.flag},
            {"type", as_text(row.type)},
            {"value", value_of(row, answer.value)},
            {"error", error_of(answer.error)},
            {"set_to", value_of(row, answer.set_to)},
            {"read_back", value_of(row, answer.read_back)},
            {"set_error", error_of(answer.set_error)},
            {"why_missing", why.isEmpty() ? QJsonValue::Null : QJsonValue(why)}};
}

constexpr const char *columns[] = {"name",  "level", "defined", "get",      "set",       "flag",     "type",
                                   "value", "error", "set_to",  "read_back", "set_error", "why_missing"};

QString plain(const QJsonValue &value)
{
    switch (value.type()) {
    case QJsonValue::Null: return {};
    case QJsonValue::Bool: return value.toBool() ? QStringLiteral("true") : QStringLiteral("false");
    case QJsonValue::Double: return QString::number(value.toInteger());
    case QJsonValue::Object: {
        QStringList members;
        const QJsonObject object = value.toObject();
        for (const char *name : {"l_onoff", "l_linger", "tv_sec", "tv_usec"})
            if (object.contains(QLatin1String(name)))
                members += QString::number(object[QLatin1String(name)].toInteger());
        return QStringLiteral("{%1}").arg(members.join(QStringLiteral(", ")));
    }
    default: return value.toString();
    }
}

QString quoted(QString text)
{
    if (!text.contains(u',') && !text.contains(u'"'))
        return text;
    return u'"' + text.replace(u'"', QStringLiteral("\"\"")) + u'"';
}

// One row of the table for people: what it is now, what it was set to and what came back, or the errno.
QString readable(const QJsonObject &row)
{
    const auto told = [&](const char *name) { return plain(row[QLatin1String(name)]); };
    constexpr qsizetype widest = 14;
    const auto fitted = [](const QString &text) { return text.size() <= widest ? text : text.left(widest - 1) + u'…'; };
    const QString value = row["value"].isNull() ? told("error") : told("value");
    const QString set_to = row["set_to"].isNull() ? QStringLiteral("–") : told("set_to");
    const QString back = row["set_error"].isNull() ? told("read_back") : told("set_error");
    const auto dot = [](bool on) { return on ? QStringLiteral("•") : QStringLiteral(" "); };
    return QStringLiteral("%1 %2 %3 %4 %5 %6 %7 %8 %9")
        .arg(told("name"), -27).arg(dot(row["get"].toBool()), 4).arg(dot(row["set"].toBool()), 4).arg(dot(row["flag"].toBool()), 4)
        .arg(told("type"), -22).arg(fitted(value), -14).arg(fitted(set_to), -14).arg(fitted(back), -14).arg(told("why_missing")).trimmed();
}

int run(const Given &given)
{
    Terminal &terminal = given.terminal;
    const QString wanted = given.has("socket") ? given.value("socket") : QStringLiteral("tcp");
    const auto kind = bench::socket_kind(wanted.toStdString());
    if (!kind) {
        const auto all = bench::socket_kinds();
        return terminal.misuse(given.say("Cli", "There is no kind of socket \"%1\", only %2.").arg(wanted, lessons::kinds_of({all.begin(), all.end()})),
                               QStringLiteral("options"));
    }
    const bool json = given.has("json"), csv = given.has("csv");
    if (json && csv)
        return terminal.misuse(given.say("Cli", "Either --json or --csv."), QStringLiteral("options"));
    if (csv) {
        QStringList names;
        for (const char *name : columns)
            names += QLatin1String(name);
        terminal.line(names.join(u','));
    }
    std::string_view level;
    for (const bench::OptionRow &row : bench::option_rows()) {
        const bench::OptionAnswer answer = bench::ask_option(row, *kind);
        // What programs read does not change with the user's language.
        const QJsonObject object = object_of(row, answer, lessons::why_missing(json || csv ? words::Language() : terminal.language(), row, answer));
        if (json) {
            terminal.line(QJsonDocument(object).toJson(QJsonDocument::Compact));
        } else if (csv) {
            QStringList cells;
            for (const char *name : columns)
                cells += quoted(plain(object[QLatin1String(name)]));
            terminal.line(cells.join(u','));
        } else {
            if (row.level != level) {
                level = row.level;
                terminal.line(QStringLiteral("%1 %2 %3 %4 %5 %6 %7 %8")
                                  .arg(as_text(level), -27).arg(given.say("Cli", "get"), 4).arg(given.say("Cli", "set"), 4)
                                  .arg(given.say("Cli", "flag", "of a socket option"), 4).arg(given.say("Cli", "type", "of a socket option"), -22)
                                  .arg(given.say("Cli", "now", "the value of a socket option"), -14).arg(given.say("Cli", "set to"), -14)
                                  .arg(given.say("Cli", "read back")));
            }
            terminal.line(readable(object));
        }
    }
    return terminal.finish();
}

} // namespace

constinit const Command options_command{
    .name = "options", .arguments = "",
    .summary = QT_TRANSLATE_NOOP("Cli", "Show what this kernel makes of each socket option."),
    .more = QT_TRANSLATE_NOOP("Cli", "Every row of the lecture's two tables, asked on a fresh socket each: its value, what it is after being set, or "
                                     "the errno, and, if it is missing, whether the headers or the kernel lack it."),
    .options = command_options, .draws = false, .least = 0, .most = 0, .run = run,
};

} // namespace cli
