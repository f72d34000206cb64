// SPDX-License-Identifier: MIT
#include "comparison/comparison.h"

#include <charconv>

namespace comparison {
namespace {

const char *outcome(const Run &run)
{
    if (!run.failure)
        return "done";
    switch (run.failure->kind) {
    case Failure::lacking: return "lacking";
    case Failure::refused: return "refused";
    case Failure::stuck: return "stuck";
    case Failure::cancelled: break;
    }
    return "cancelled";
}

} // namespace

std::string csv(const Result &result)
{
    const Workload &workload = result.plan.workload;
    std::string text = "model,clients,bytes,messages_each,arrivals,pace_ms,round,place,outcome,messages,taken,events_missing,"
                       "helper_threads_seen,notification_threads";
    for (size_t i = 0; i < replay::measures; ++i)
        text.append(1, ',').append(replay::name(replay::Measure(i)));
    text += "\r\n";
    const bool bursty = workload.arrivals == Workload::bursty;
    char pace[32] = "";
    if (!bursty)
        std::to_chars(pace, pace + sizeof pace - 1, double(workload.pace.count()) / 1000); // a point in every locale
    for (const Run &run : result.runs) {
        const auto add = [&](auto number) { text.append(1, ',').append(std::to_string(number)); };
        text += result.plan.entries[run.entry].name();
        add(workload.clients);
        add(workload.bytes);
        add(workload.messages);
        text += std::string(bursty ? ",bursty," : ",paced,") + pace;
        add(run.round + 1);
        add(run.place + 1);
        text += std::string(",") + outcome(run);
        if (run.failure) {
            text.append(5 + replay::measures, ',');
        } else {
            add(run.measured.messages);
            add(run.measured.taken);
            add(run.measured.dropped);
            add(run.measured.helpers);
            add(run.measured.notifications);
            for (const auto &value : run.measured.values)
                text.append(1, ',').append(value ? std::to_string(*value) : std::string());
        }
        text += "\r\n";
    }
    return text;
}

} // namespace comparison
