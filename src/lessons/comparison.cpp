// SPDX-License-Identifier: MIT
#include "lessons/comparison.h"

#include "lessons/catalogue.h"
#include "lessons/problems.h"
#include "words/errors.h"
#include "words/sentences.h"

#include <algorithm>

namespace lessons {

using comparison::Entry;
using comparison::Failure;
using comparison::Misfit;
using comparison::Workload;
using words::error_meaning;
using words::error_name;
using words::Language;

namespace {

QString with_variant(const Language &language, const QString &title, const Entry &entry)
{
    const servers::Settings &settings = entry.settings;
    if (settings.pause.count() > 0)
        return language.say("Comparison", "%1, pause %2", "a model, a duration")
            .arg(title, language.duration(std::chrono::nanoseconds(settings.pause).count()));
    if (settings.queued_signals)
        return language.say("Comparison", "%1, queued signals", "a model").arg(title);
    if (settings.edge_triggered)
        return language.say("Comparison", "%1, edge-triggered", "a model").arg(title);
    if (settings.notify == servers::Settings::Notify::signal)
        return language.say("Comparison", "%1, tells by a signal", "a model").arg(title);
    if (settings.notify == servers::Settings::Notify::thread)
        return language.say("Comparison", "%1, tells by a thread", "a model").arg(title);
    if (entry.server->heeds & servers::pause_option)
        return language.say("Comparison", "%1, without a pause", "a model").arg(title);
    return title;
}

QString pace_of(const Language &language, const Workload &workload)
{
    return language.duration(std::chrono::nanoseconds(workload.pace).count());
}

} // namespace

QString entry_title(const Language &language, const Entry &entry)
{
    const auto &name = entry.server->name;
    const QString server = server_title(language, QString::fromUtf8(name.data(), qsizetype(name.size())));
    return with_variant(language, server, entry);
}

QString workload_line(const Language &language, const Workload &workload)
{
    const QString arrivals = workload.arrivals == Workload::bursty
                                 ? language.say("Comparison", "all at once")
                                 : language.say("Comparison", "every %1").arg(pace_of(language, workload));
    return language.say("Comparison", "Clients: %1 · messages of each client: %2 · bytes of a message: %3 · messages come: %4 · "
                                      "runs of each model: %5")
        .arg(language.number(qlonglong(workload.clients)), language.number(qlonglong(workload.messages)),
             language.number(qlonglong(workload.bytes)), arrivals, language.number(qlonglong(workload.repeats)));
}

// What a program with a keyboard and a socket is given.
static QString inputs_note(const Language &language, const Workload &workload)
{
    const QString lines = language.number(qlonglong(comparison::lines_typed(workload)));
    return workload.arrivals == Workload::bursty
        ? language.say("Comparison", "The same inputs for every program: the client sends all its messages at once, meanwhile lines are typed, %1 in all. A line's "
                                     "delay counts from its last keystroke.").arg(lines)
        : language.say("Comparison", "The same inputs for every program: the client sends a message every %1, meanwhile lines are typed, %2 in all. A line's delay "
                                     "counts from its last keystroke.").arg(pace_of(language, workload), lines);
}

QStringList result_notes(const Language &language, const comparison::Result &result)
{
    const Workload &workload = result.plan.workload;
    const bool typed = std::ranges::any_of(result.plan.entries, [](const Entry &entry) { return comparison::has_two_inputs(*entry.server); });
    QStringList notes{
        typed ? inputs_note(language, workload)
        : workload.arrivals == Workload::bursty
            ? language.say("Comparison", "The same work for every model: each client connects, at one instant all of them "
                                         "send all their messages, then they read the answers and close.")
            : language.say("Comparison", "The same work for every model: each client connects, sends a message every "
                                         "%1 (or, if an answer comes later than that, as soon as it has it), and closes.")
                  .arg(pace_of(language, workload)),
        language.say("Comparison", "The models take turns, one run at a time, in an order shuffled anew for every round; "
                                   "there is no warm-up. Figures are those of the server's threads over a whole run."),
        language.say("Comparison", "Arrival to data in hand is an interval: the data arrives while the client is in its "
                                   "send(), so the delay is at most counted from the beginning of that call, at least "
                                   "from its end."),
    };
    const auto one_by_one = [](const Entry &entry) { return entry.server->model == servers::Model::blocking && !entry.server->datagrams; };
    if (workload.clients > 1 && std::ranges::any_of(result.plan.entries, one_by_one))
        notes += language.say("Comparison", "The blocking server serves one client after the other: the others' messages "
                                            "wait in the kernel meanwhile, and that is part of the delay. Once it is their "
                                            "turn they send what they are behind with, and these messages wait for nobody.");
    const auto any = [&](auto has) {
        return std::ranges::any_of(result.runs, [&](const comparison::Run &run) { return !run.failure && has(run.measured); });
    };
    if (any([](const replay::Measured &run) { return replay::planned({&run, 1}); }))
        notes += language.say("Comparison", "Planned to data in hand begins at the moment for which the message was planned, and so counts "
                                            "how late the client was to send it, whatever the reason: it may have waited for an answer, or "
                                            "for a processor. Arrival to data in hand leaves that out.");
    if (any([](const replay::Measured &run) { return run.helpers > 0; }))
        notes += language.say("Comparison", "Threads of the C library that wait and copy for the server, as for aio, are counted among the "
                                            "threads as far as they were seen, but their system calls, CPU time and switches are in no "
                                            "figure.");
    if (any([](const replay::Measured &run) { return run.notifications > 0; }))
        notes += language.say("Comparison", "A server that is told by a thread has one started by the C library for each complete read: each "
                                            "of them is counted among the threads, and its system calls, CPU time and switches with those "
                                            "of the server.");
    if (any([](const replay::Measured &run) { return run.out_of_descriptors; }))
        notes += language.say("Comparison", "In some runs accept() failed, since no descriptor was left (EMFILE): these clients waited until "
                                            "another one had closed, and that is part of the delay. Raise the limit with “ulimit -n”.");
    if (any([](const replay::Measured &run) { return run.dropped > 0; }))
        notes += language.say("Comparison", "Some recordings are incomplete, since events came faster than they could be kept: the "
                                            "counts of those runs are too low.");
    const auto &entries = result.plan.entries;
    const auto datagrams = [](const Entry &entry) { return entry.server->datagrams; };
    if (comparison::any_datagrams(entries) && !std::ranges::all_of(entries, datagrams))
        notes += language.say("Comparison", "Some of these servers use UDP and some TCP: what differs between them is not the model "
                                            "alone.");
    return notes;
}

QString failure(const Language &language, const Entry &entry, const Failure &failure)
{
    const QString title = entry_title(language, entry);
    switch (failure.kind) {
    case Failure::lacking:
        return language.say("Comparison", "%1: this system lacks what it needs (%2: %3).", "a model, an error, its meaning")
            .arg(title, error_name(failure.error), error_meaning(language, failure.error));
    case Failure::refused:
        return failure.client
                   ? language.say("Comparison", "%1: client %2 could not go on. %3", "a model, a client, a sentence")
                         .arg(title, language.number(qlonglong(failure.client)),
                              problem(language, failure.call.c_str(), failure.error, 0))
                   : language.say("Comparison", "%1: %2", "a model, a sentence")
                         .arg(title, problem(language, failure.call.c_str(), failure.error, 0));
    case Failure::stuck:
        if (entry.server->datagrams)
            return language.say("Comparison", "%1 did not come to an end: of the bytes for client %2, %4, only %3 had come back. Datagrams "
                                              "are lost when a receive buffer is full: fewer clients or paced arrivals leave room.",
                                "a model, a client, bytes received, bytes expected")
                .arg(title, language.number(qlonglong(failure.client)), language.number(qlonglong(failure.received)),
                     language.number(qlonglong(failure.expected)));
        return language.say("Comparison", "%1 did not come to an end: of the bytes for client %2, %4, only %3 had come back.",
                            "a model, a client, bytes received, bytes expected")
            .arg(title, language.number(qlonglong(failure.client)), language.number(qlonglong(failure.received)),
                 language.number(qlonglong(failure.expected)));
    case Failure::cancelled: break;
    }
    return language.say("Comparison", "%1: cancelled.", "a model").arg(title);
}

QString misfit(const Language &language, Misfit misfit)
{
    using namespace comparison;
    const auto number = [&](qlonglong value) { return language.number(value); };
    switch (misfit) {
    case Misfit::none: return {};
    case Misfit::clients: return language.say("Comparison", "There can be 1 to %1 clients.").arg(number(most_clients));
    case Misfit::bytes: return language.say("Comparison", "A message can have 1 to %1 bytes.").arg(number(most_bytes));
    case Misfit::messages:
        return language.say("Comparison", "A client can send 1 to %1 messages.").arg(number(most_messages));
    case Misfit::repeats: return language.say("Comparison", "Each model can run 1 to %1 times.").arg(number(most_repeats));
    case Misfit::pace:
        return language.say("Comparison", "Messages can come every %1 to %2.")
            .arg(language.duration(std::chrono::nanoseconds(shortest_pace).count()),
                 language.duration(std::chrono::nanoseconds(longest_pace).count()));
    case Misfit::in_all:
        return language.say("Comparison", "All clients together can send %1 messages at most.").arg(number(most_in_all));
    case Misfit::in_burst:
        return language.say("Comparison", "In a burst a client can send %1 bytes at most: it does not read meanwhile, and "
                                          "with all buffers full it and the server would wait for each other forever.")
            .arg(number(most_in_burst));
    case Misfit::in_datagram:
        return language.say("Comparison", "Over UDP a message can have %1 bytes at most: the servers read each datagram into a buffer of "
                                          "that size, and what does not fit into it is lost.")
            .arg(number(most_in_datagram));
    case Misfit::mixed:
        return language.say("Comparison", "Programs with a keyboard and a socket (two-inputs-…) do another work than the servers: they are compared with each "
                                          "other only.");
    case Misfit::one_client: return language.say("Comparison", "A program with a keyboard and a socket has one client.");
    case Misfit::in_line:
        return language.say("Comparison", "To a program with a keyboard and a socket a message can have %1 bytes at most: a line has no more.")
            .arg(number(longest_line));
    }
    return {};
}

} // namespace lessons
