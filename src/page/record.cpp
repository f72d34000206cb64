// SPDX-License-Identifier: MIT
#include "page/record.h"

#include "calls/schema.h"
#include "figures/stage/cards.h"
#include "words/sentences.h"

#include <algorithm>
#include <cmath>

namespace page {
namespace {

using trace::Event;

constexpr qsizetype most_rows = 12;

double filled(int64_t bytes) // logarithmic, as on the stage
{
    constexpr double full = 1 << 20;
    return bytes <= 0 ? 0 : std::round(std::clamp(std::log2(1 + double(bytes)) / std::log2(1 + full), 0.04, 1.0) * 100) / 100;
}

// It only serves the run: what it does is seen elsewhere.
bool is_aside(const trace::Trace &trace, size_t thread)
{
    const trace::Job job = trace::job(trace, thread);
    return job == trace::Job::control || job == trace::Job::keyboard;
}

} // namespace

QJsonArray threads_of(const trace::Trace &trace)
{
    QJsonArray threads;
    for (size_t i = 0; i < trace.threads.size(); ++i)
        threads += QJsonObject{{QStringLiteral("name"), in_all([&](const words::Language &language) { return words::thread_name(language, trace, i); })},
                               {QStringLiteral("aside"), is_aside(trace, i)}};
    return threads;
}

Kind kind_of(const replay::Replay &replay, const Event &event, size_t sequence)
{
    using trace::Call;
    if (event.call == Call::held)
        return Kind::held;
    if (event.call == Call::handler_begin || event.call == Call::handler_end)
        return Kind::signal;
    if (calls::is_observation(event.call) || event.call == Call::thread_begin || event.call == Call::thread_end || event.call == Call::planned)
        return Kind::none;
    if (!calls::is_call(event.call))
        return Kind::running;
    if (event.error != 0)
        return Kind::failed;
    bool waits = false, copies = false;
    for (const replay::Phase &phase : replay.phases(sequence)) {
        waits |= phase.kind == replay::Phase::wait && phase.begin >= event.begin;
        copies |= phase.kind == replay::Phase::copy;
    }
    return waits && copies ? Kind::wait_and_copy : waits ? Kind::waiting : copies ? Kind::copying : Kind::call;
}

QJsonObject events_of(const replay::Replay &replay, const std::vector<replay::Instant> &steps, Texts &texts)
{
    const trace::Trace &trace = replay.trace();
    std::vector<size_t> numbers;
    for (const replay::Instant &step : steps)
        if (const auto moment = replay.moment(step); moment.event && moment.sequence < trace.events().size())
            numbers.push_back(moment.sequence);
    std::ranges::sort(numbers);
    numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
    QJsonArray seq, thread, begin, end, call, result, line, kind;
    for (const size_t number : numbers) {
        const Event &event = trace.events()[number];
        seq += qint64(number);
        thread += event.thread;
        begin += qint64(event.begin - trace.begin());
        end += qint64(event.end - trace.begin());
        call += texts.number(words::call_text(trace, event));
        result += event.result;
        line += event.line;
        kind += int(kind_of(replay, event, number));
    }
    return {{QStringLiteral("seq"), seq}, {QStringLiteral("thread"), thread}, {QStringLiteral("begin"), begin}, {QStringLiteral("end"), end},
            {QStringLiteral("call"), call}, {QStringLiteral("result"), result}, {QStringLiteral("line"), line}, {QStringLiteral("kind"), kind}};
}

QJsonArray people_at(const figures::Scene &scene, Texts &texts)
{
    const trace::Trace &trace = scene.replay.trace();
    QJsonArray threads, sockets;
    for (size_t i = 0; i < scene.world.threads.size() && threads.size() < most_rows; ++i) {
        const replay::Thread &thread = scene.world.threads[i];
        if (thread.state == replay::State::not_begun || is_aside(trace, i))
            continue;
        const auto name = in_all([&](const words::Language &language) { return words::thread_name(language, trace, i); });
        const auto word = in_all([&](const words::Language &language) { return words::state_word(language, thread); });
        const QString call = figures::last_call(scene, i, 10'000);
        threads += texts.number({texts.number(name), call, thread.repeats() ? -1 : int(thread.state), texts.number(word)});
    }
    for (const replay::Socket &socket : scene.world.sockets) {
        if (!scene.in_front(socket.thread) || sockets.size() >= most_rows)
            continue;
        const auto who = in_all([&](const words::Language &language) { return words::role_word(language, trace, socket); });
        const auto content = in_all([&](const words::Language &language) { return figures::content_words(language, socket); });
        const bool listens = socket.role == replay::SocketState::listening;
        const std::optional<int64_t> waiting = listens ? socket.queue : socket.receive_bytes;
        const QJsonValue share = waiting ? QJsonValue(listens ? std::min(1.0, double(*waiting) / std::max(1, socket.backlog + 1)) : filled(*waiting)) : QJsonValue();
        sockets += texts.number({socket.fd, texts.number(who), share, texts.number(content)});
    }
    return {threads, sockets};
}

QJsonArray strip_of(const replay::Replay &replay)
{
    constexpr size_t most = 120;
    const trace::Trace &trace = replay.trace();
    std::vector<Kind> kinds;
    for (size_t i = 0; i < trace.events().size(); ++i)
        if (trace::runs_listing(trace, trace.events()[i].thread) && trace.threads[trace.events()[i].thread].program == 0)
            if (const Kind kind = kind_of(replay, trace.events()[i], i); kind != Kind::none)
                kinds.push_back(kind);
    QJsonArray strip;
    const size_t shown = std::min(kinds.size(), most);
    for (size_t i = 0; i < shown; ++i)
        strip += QJsonArray{int(kinds[i * kinds.size() / shown]), 1.0 / double(shown)};
    return strip;
}

} // namespace page
