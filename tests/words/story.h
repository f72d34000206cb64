// SPDX-License-Identifier: MIT
// A recording made by hand, event after event, for tests of what is said about it.
#pragma once

#include "replay/replay.h"
#include "words/sentences.h"

#include <QRegularExpression>
#include <QStringList>
#include <QTest>

#include <functional>
#include <sys/socket.h>

// Threads: 0 the server, 1 client 1, 2 the control thread. Every event takes 10 µs.
class Story {
public:
    Story()
    {
        trace.run.server = "select";
        trace.run.began = 1'000'000;
        trace.files = {"select.cpp"};
        trace.programs = {{"server"}, {"client 1", trace::Origin::script}};
        trace.threads = {{"server", 0, trace::Job::main, 100, {"client_FD", "maxfd", "allset", "readfds", "client[].fd"}},
                         {"client 1", 1, trace::Job::main, 101, {}},
                         {"control", 0, trace::Job::control, 102, {}}};
    }
    static constexpr uint16_t client_FD = 0, maxfd = 1, allset = 2, readfds = 3, member = 4;
    // readfds is the only set passed.
    static constexpr uint32_t reading = trace::select_flags::passed(readfds);

    trace::Event event(trace::Call call, int fd = -1, int64_t length = 0, uint32_t flags = 0, uint16_t thread = 0)
    {
        trace::Event made;
        made.call = call;
        made.fd = fd;
        made.length = length;
        made.flags = flags;
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
    // Appends a call that takes `ns`.
    Story &add_slow(trace::Event made, int64_t ns, int result)
    {
        m_now += ns;
        return add_long(made, ns, result);
    }
    // The event has begun, `before` ns ago, and not returned.
    Story &begin(trace::Event made, int64_t before = 0)
    {
        made.begin = m_now - before;
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

// What is missing of these parts in what is said about the last moment, or too much (`neither`, English words in Vietnamese);
// empty when all is well.
inline QString missing(const Story &story, const QStringList &english, const QStringList &vietnamese, const QStringList &neither = {})
{
    const QString en = story.said(words::Language("en")), vi = story.said(words::Language("vi"));
    QStringList complaints;
    for (const QString &part : english)
        if (!en.contains(part))
            complaints += part + QStringLiteral(" is not in: ") + en;
    for (const QString &part : vietnamese)
        if (!vi.contains(part))
            complaints += part + QStringLiteral(" is not in: ") + vi;
    for (const QString &part : neither)
        if (en.contains(part))
            complaints += part + QStringLiteral(" is in: ") + en;
    for (const QString &word : english_left(vi))
        complaints += word + QStringLiteral(" is in: ") + vi;
    return complaints.join(u'\n');
}

inline trace::Event with(trace::Event event, uint64_t first, uint64_t second)
{
    event.words[0] = first;
    event.words[1] = second;
    return event;
}

// The server listens on 3, its maxfd and sets are as before the first select().
inline void listening(Story &story)
{
    story.add(story.event(trace::Call::socket, -1, 0, SOCK_STREAM), 3);
    story.add(story.event(trace::Call::bind, 3));
    story.add(story.event(trace::Call::listen, 3, 128));
    story.add(story.event(trace::Call::getsockname, 3, 40123));
}

inline void with_sets(Story &story)
{
    listening(story);
    story.add(story.event(trace::Call::table_assigned, -1, -1, Story::client_FD));
    story.add(story.event(trace::Call::number_assigned, -1, 3, Story::maxfd));
    story.add(story.event(trace::Call::fd_zero, -1, 0, Story::allset));
    story.add(story.event(trace::Call::fd_set, 3, 0, Story::allset));
    story.add(story.event(trace::Call::set_assigned, Story::allset, 0, Story::readfds));
}

// Client 1 is connected from port 51000, not yet accepted.
inline void connected(Story &story)
{
    story.add(story.event(trace::Call::socket, -1, 0, SOCK_STREAM, 1), 3);
    story.add(story.event(trace::Call::connect, 3, 40123, 0, 1));
    story.add(story.event(trace::Call::getsockname, 3, 51000, 0, 1));
}

inline void accepted(Story &story)
{
    connected(story);
    story.add(story.event(trace::Call::accept, 3, 51000), 4);
}

using Tale = std::function<void(Story &)>;
Q_DECLARE_METATYPE(Tale)

// The rows of a test of what is said: a tale, what is said about its last moment in English and in Vietnamese, and what in English
// would be wrong to say. `before`: how every tale begins.
class Tales {
public:
    explicit Tales(Tale before = {}) : m_before(std::move(before))
    {
        QTest::addColumn<Tale>("tell");
        QTest::addColumn<QStringList>("english");
        QTest::addColumn<QStringList>("vietnamese");
        QTest::addColumn<QStringList>("neither");
    }
    void operator()(const char *name, const Tale &tell, const QStringList &english, const QStringList &vietnamese,
                    const QStringList &neither = {}) const
    {
        const Tale whole = [before = m_before, tell](Story &story) {
            if (before)
                before(story);
            tell(story);
        };
        QTest::newRow(name) << whole << english << vietnamese << neither;
    }

private:
    Tale m_before;
};

// What is wrong with what is said of the row's tale; empty when all is well.
inline QString complaints()
{
    QFETCH(Tale, tell);
    QFETCH(QStringList, english);
    QFETCH(QStringList, vietnamese);
    QFETCH(QStringList, neither);
    Story story;
    tell(story);
    return missing(story, english, vietnamese, neither);
}
