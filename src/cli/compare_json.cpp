// SPDX-License-Identifier: MIT
#include "cli/compared.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace cli {
namespace {

using comparison::Failure;
using comparison::Result;
using comparison::Run;
using replay::Measure;

QString text(std::string_view words)
{
    return QString::fromUtf8(words.data(), qsizetype(words.size()));
}

QJsonObject workload_json(const comparison::Workload &workload)
{
    const bool bursty = workload.arrivals == comparison::Workload::bursty;
    return {{"clients", workload.clients},
            {"bytes", qint64(workload.bytes)},
            {"messages", workload.messages},
            {"arrivals", bursty ? "bursty" : "paced"},
            {"pace_ms", bursty ? QJsonValue() : QJsonValue(double(workload.pace.count()) / 1000)},
            {"repeats", workload.repeats}};
}

QJsonObject failure_json(const Failure &failure)
{
    constexpr const char *kinds[] = {"lacking", "refused", "stuck", "cancelled"};
    QJsonObject object{{"kind", kinds[failure.kind]}};
    if (failure.error)
        object["errno"] = failure.error;
    if (!failure.call.empty())
        object["call"] = text(failure.call);
    if (failure.client)
        object["client"] = failure.client;
    if (failure.kind == Failure::stuck) {
        object["received"] = qint64(failure.received);
        object["expected"] = qint64(failure.expected);
    }
    return object;
}

QJsonObject run_json(const Run &run)
{
    QJsonObject object{{"round", run.round + 1}, {"place", run.place + 1}};
    if (run.failure) {
        object["failure"] = failure_json(*run.failure);
        return object;
    }
    object["messages"] = qint64(run.measured.messages);
    object["taken"] = qint64(run.measured.taken);
    object["events_missing"] = qint64(run.measured.dropped);
    object["helper_threads_seen"] = qint64(run.measured.helpers);
    object["notification_threads"] = qint64(run.measured.notifications);
    for (size_t i = 0; i < replay::measures; ++i) {
        const auto &value = run.measured.values[i];
        object[text(replay::name(Measure(i)))] = value ? QJsonValue(qint64(*value)) : QJsonValue();
    }
    return object;
}

QJsonObject model_json(const Result &result, size_t entry)
{
    const servers::Server &server = *result.plan.entries[entry].server;
    QJsonArray runs;
    for (const Run &run : result.runs)
        if (run.entry == entry)
            runs += run_json(run);
    const auto measured = result.measured(entry);
    QJsonObject summary;
    for (size_t i = 0; i < replay::measures; ++i) {
        const replay::Spread spread = replay::spread(measured, Measure(i));
        QJsonValue value;
        if (!spread.empty())
            value = QJsonObject{{"median", qint64(spread.median())}, {"least", qint64(spread.least())},
                                {"most", qint64(spread.most())}};
        summary[text(replay::name(Measure(i)))] = value;
    }
    return {{"model", text(result.plan.entries[entry].name())},
            {"server", text(server.name)},
            {"transport", server.datagrams ? "udp" : "tcp"},
            {"beyond_the_lecture", server.model == servers::Model::beyond},
            {"summary", summary},
            {"runs", runs}};
}

} // namespace

QByteArray comparison_json(const Result &result)
{
    QJsonArray models, order;
    for (size_t i = 0; i < result.plan.entries.size(); ++i)
        models += model_json(result, i);
    for (const Run &run : result.runs)
        order += text(result.plan.entries[run.entry].name());
    const QJsonObject whole{{"work", workload_json(result.plan.workload)},
                            {"seed", QString::number(result.plan.seed)},
                            {"order", order},
                            {"models", models}};
    return QJsonDocument(whole).toJson(QJsonDocument::Compact);
}

} // namespace cli
