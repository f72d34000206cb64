// SPDX-License-Identifier: MIT
// A recording made by hand, event after event, for tests of what is said about it.
#pragma once

#include "replay/replay.h"
#include "words/sentences.h"

#include <QRegularExpression>
#include <QStringList>

// Threads: 0 the server, 1 client 1, 2 the control thread. Every event takes 10 µs.
class Story {
public:
    Story()
    {
        trace.run.server = "select";
        trace.run.began = 1'000'000;
        trace.files = {"select.cpp"};
        trace.threads = {{"server", trace::Role::server, 100, {"client_FD", "maxfd", "allset", "readfds", "client[].fd"}},
                         {"client 1", trace::Role::client, 101, {}},
                         {"control", trace::Role::control, 102, {}}};
    }
    static constexpr uint16_t client_FD = 0, maxfd = 1, allset = 2, readfds = 3, member = 4;
    // readfds is the only set passed.
    static constexpr uint16_t none = trace::select_flags::none, reading = uint16_t(readfds | none << 4 | none << 8);

    trace::Event event(trace::Call call, int fd = -1, int64_t length = 0, int flags = 0, uint16_t thread = 0)
    {
        trace::Event made;
        made.call = call;
        made.fd = fd;
        made.length = length;
        made.flags = uint16_t(flags);
        made.thread = thread;
        made.begin = m_now;
        made.line = 1;
        return made;
    }
    // Appends the event with its result.
    Story &add(trace::Event made, int result = 0, int error = 0)
    {
        made.result = result;
        made.error = uint8_t(error);
        made.begin = m_now;
        made.end = m_now += 10'000;
        trace::Batch batch;
        batch.events = {made};
        trace.append(std::move(batch));
        m_now += 1000;
        return *this;
    }
    // Appends a call that began `before` ns ago, while others went on.
    Story &add_long(trace::Event made, int64_t before, int result)
    {
        m_now -= before;
        made.begin = m_now;
        m_now += before;
        made.result = result;
        made.end = m_now += 10'000;
        trace::Batch batch;
        batch.events = {made};
        trace.append(std::move(batch));
        return *this;
    }
    // The event has begun and not returned.
    Story &begin(trace::Event made)
    {
        made.begin = m_now;
        trace::Batch batch;
        batch.in_flight = {made};
        batch.in_flight_changed = true;
        trace.append(std::move(batch));
        return *this;
    }
    // What is said about the last moment.
    QString said(const words::Language &language) const
    {
        const replay::Replay replay(trace);
        const replay::Instant last = replay.last();
        return words::explain(language, replay, replay.at(last), last);
    }

    trace::Trace trace;

private:
    int64_t m_now = 2'000'000;
};

// English words that no Vietnamese text may hold: what a forgotten translation would show.
inline QStringList english_left(QString text)
{
    static const QRegularExpression words(
        QStringLiteral("\\b(the|is|are|was|has|have|and|of|to|for|with|that|this|it|its|not|from|by|on|now|end|wait|"
                       "waits|returned|sleeps|ready|data|bytes|connection|queue|closed|closes|thread|kernel|asks|free|"
                       "slot)\\b"),
        QRegularExpression::CaseInsensitiveOption);
    QStringList left;
    for (auto found = words.globalMatch(text); found.hasNext();)
        left += found.next().captured();
    return left;
}
