// SPDX-License-Identifier: MIT
#include "truth/recorded_calls.h"

#include "calls/schema.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>

#include <algorithm>

namespace truth {

QString kernel_name(const QString &call)
{
    static const QMap<QString, QString> names = [] {
        QMap<QString, QString> all;
        const auto text = [](std::string_view latin) { return QString::fromLatin1(latin.data(), qsizetype(latin.size())); };
        for (const calls::Row &row : calls::rows())
            if (row.call != trace::Call::sigaction && row.call != trace::Call::pthread_sigmask) // signal_test has them
                all[text(row.in_json())] = text(row.in_kernel());
        return all;
    }();
    return names.value(call);
}

QMap<int, Recorded> recorded_calls(const QByteArray &json)
{
    QMap<int, Recorded> threads;
    for (const QByteArray &line : json.split('\n')) {
        const QJsonObject event = QJsonDocument::fromJson(line).object();
        if (kernel_name(event["call"].toString()).isEmpty())
            continue;
        Recorded &thread = threads[event["tid"].toInt()];
        thread.thread = event["thread"].toString();
        thread.calls << event;
    }
    for (Recorded &thread : threads)
        std::stable_sort(thread.calls.begin(), thread.calls.end(), [](const QJsonObject &a, const QJsonObject &b) {
            return a["begin_ns"].toInteger() < b["begin_ns"].toInteger();
        });
    return threads;
}

QList<int> numbers(const QJsonValue &array)
{
    QList<int> list;
    for (const QJsonValue &value : array.toArray())
        list << value.toInt();
    return list;
}

QStringList entries(const QJsonObject &args)
{
    QStringList all;
    for (const QJsonValue &fd : args["fds"].toArray())
        all << (fd["fd"].toInt() < 0 ? "-1" : QString("%1 %2").arg(fd["fd"].toInt()).arg(fd["events"].toString()));
    return all;
}

QStringList entries(const strace::Call &seen)
{
    static const QRegularExpression entry("\\{fd=(-?\\d+)(?:, events=([A-Z|0-9]+))?\\}");
    QStringList all;
    for (auto match = entry.globalMatch(seen.args[0]); match.hasNext();) {
        const auto one = match.next();
        all << (one.captured(1) == "-1" ? "-1" : one.captured(1) + ' ' + one.captured(2));
    }
    return all;
}

} // namespace truth
