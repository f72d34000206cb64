// SPDX-License-Identifier: MIT
// A recording made by hand, event after event, for tests of what is said about it.
#pragma once

#include "recording/builder.h"
#include "replay/replay.h"
#include "words/sentences.h"

#include <QRegularExpression>
#include <QStringList>
#include <QTest>

#include <functional>
#include <sys/socket.h>

// Lines of text (recording/text.h) without their times: one after the other each takes 10 µs. Threads: 0 the server, 1 client 1, 2 the
// control thread.
class Story {
public:
    Story() : builder(0, 100)
    {
        trace.run.server = "select";
        trace.run.began = 1'000'000;
        trace.files = {"select.cpp"};
        builder.thread("server", recording::Part::server, {"client_FD", "maxfd", "allset", "readfds", "client[].fd"});
        builder.thread("client 1", recording::Part::client);
        builder.thread("control", recording::Part::control);
        trace.append(builder.batch());
    }
    static constexpr uint16_t client_FD = 0, maxfd = 1, allset = 2, readfds = 3, member = 4; // variables of the server's

    [[gnu::format(printf, 2, 3)]] Story &add(const char *line, ...)
    {
        va_list arguments;
        va_start(arguments, line);
        append(m_now, "0..10us", line, arguments);
        va_end(arguments);
        m_now += 11'000;
        return *this;
    }
    // A call that began `before` ns ago, while others went on.
    [[gnu::format(printf, 3, 4)]] Story &add_long(int64_t before, const char *line, ...)
    {
        va_list arguments;
        va_start(arguments, line);
        append(m_now, std::to_string(-before) + "..10us", line, arguments);
        va_end(arguments);
        m_now += 10'000;
        return *this;
    }
    // A call that takes `ns`, and 10 µs.
    [[gnu::format(printf, 3, 4)]] Story &add_slow(int64_t ns, const char *line, ...)
    {
        va_list arguments;
        va_start(arguments, line);
        m_now += ns;
        append(m_now, std::to_string(-ns) + "..10us", line, arguments);
        va_end(arguments);
        m_now += 10'000;
        return *this;
    }
    // A call that has begun and not returned.
    [[gnu::format(printf, 2, 3)]] Story &begin(const char *line, ...)
    {
        va_list arguments;
        va_start(arguments, line);
        append(m_now, "0..", line, arguments);
        va_end(arguments);
        return *this;
    }
    // Any event, of which no line needs to be true; it is added with its result.
    trace::Event event(trace::Call call, int fd = -1, int64_t length = 0, uint32_t flags = 0, uint16_t thread = 0)
    {
        trace::Event made{.begin = m_now, .length = length, .fd = fd, .flags = flags, .thread = thread, .line = 1, .call = call};
        return made;
    }
    void add(trace::Event made, int result, int error = 0)
    {
        made.result = result;
        made.error = uint8_t(error);
        made.begin = m_now;
        made.end = m_now + 10'000;
        m_now += 11'000;
        builder.add(made);
        trace.append(builder.batch());
    }
    void begin(const trace::Event &made)
    {
        builder.add(made, true);
        trace.append(builder.batch());
    }
    // What is said about the last moment.
    QString said(const words::Language &language) const
    {
        const replay::Replay replay(trace);
        const replay::Instant last = replay.last();
        return words::explain(language, replay, replay.at(last), last);
    }

    trace::Trace trace;
    recording::Builder builder; // of the lines

private:
    void append(int64_t time, const std::string &times, const char *line, va_list arguments)
    {
        const QString text = QString::vasprintf(line, arguments);
        builder.lines_after(time, "%s %s%s", times.c_str(), qUtf8Printable(text), text.contains(u'@') ? "" : " @1");
        trace.append(builder.batch());
    }

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

// The server listens on 3, its maxfd and sets are as before the first select().
inline void listening(Story &story)
{
    story.add("server socket(AF_INET, SOCK_STREAM) = 3");
    story.add("server bind(3, :0) = 0");
    story.add("server listen(3, 128) = 0");
    story.add("server getsockname(3) = 0 :40123");
}

inline void with_sets(Story &story)
{
    listening(story);
    story.add("server client_FD[] = -1");
    story.add("server maxfd = 3");
    story.add("server FD_ZERO(&allset)");
    story.add("server FD_SET(3, &allset)");
    story.add("server readfds = allset");
}

// Client 1 is connected from port 51000, not yet accepted.
inline void connected(Story &story)
{
    story.add("client 1 socket(AF_INET, SOCK_STREAM) = 3");
    story.add("client 1 connect(3, :40123) = 0");
    story.add("client 1 getsockname(3) = 0 :51000");
}

inline void accepted(Story &story)
{
    connected(story);
    story.add("server accept(3) = 4 :51000");
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
