// SPDX-License-Identifier: MIT
#include "lessons/bench_lesson.h"

#include "bench/bench.h"
#include "calls/schema.h"
#include "lessons/lesson_file.h"
#include "trace/clock.h"

#include <QRegularExpression>

#include <arpa/inet.h>
#include <cerrno>
#include <map>
#include <sys/socket.h>
#include <thread>
#include <unistd.h>

namespace lessons {
namespace {

using namespace std::chrono_literals;

// As in C.
std::string unescaped(const QString &text)
{
    std::string plain;
    const QByteArray bytes = text.toUtf8();
    for (qsizetype i = 0; i < bytes.size(); ++i) {
        if (bytes[i] != '\\' || i + 1 == bytes.size()) {
            plain += bytes[i];
            continue;
        }
        const char next = bytes[++i];
        plain += next == 'n' ? '\n' : next == 't' ? '\t' : next;
    }
    return plain;
}

// A line that is not one of C; false: it is none of them.
bool read_beside(const QString &line, BenchStep &step)
{
    struct Form {
        const char *pattern;
        BenchStep::Kind kind;
    };
    static const Form forms[] = {
        {"^wait bench blocked in (?<call>\\w+)$", BenchStep::wait_asleep}, {"^wait bench idle$", BenchStep::wait_idle},
        {"^pause (?<count>\\d{1,6}) ms$", BenchStep::pause},               {"^interrupt bench$", BenchStep::interrupt},
        {"^type \"(?<text>.*)\"$", BenchStep::type},                       {"^client (?<client>\\d{1,3}) connect$", BenchStep::connect},
        {"^client (?<client>\\d{1,3}) send \"(?<text>.+)\"$", BenchStep::send},
        {"^client (?<client>\\d{1,3}) send urgent \"(?<text>.+)\"$", BenchStep::send_urgent},
        {"^client (?<client>\\d{1,3}) receive (?<count>\\d{1,9}) bytes$", BenchStep::receive},
        {"^client (?<client>\\d{1,3}) close$", BenchStep::close},
    };
    for (const Form &form : forms) {
        const auto match = QRegularExpression(QLatin1String(form.pattern)).match(line);
        if (!match.hasMatch())
            continue;
        step.kind = form.kind;
        step.text = unescaped(match.captured(QStringLiteral("text")));
        step.client = match.captured(QStringLiteral("client")).toInt();
        step.count = match.captured(QStringLiteral("count")).toLongLong();
        step.call = calls::named(match.captured(QStringLiteral("call")).toStdString());
        return form.kind != BenchStep::wait_asleep || step.call != trace::Call::count_;
    }
    return false;
}

// Plain sockets of another program: what they do is seen from the bench's side only.
class Peers {
public:
    ~Peers()
    {
        for (const auto &[client, fd] : m_sockets)
            ::close(fd);
    }
    // 0, or errno.
    int act(const BenchStep &step, uint16_t port)
    {
        int &fd = m_sockets.try_emplace(step.client, -1).first->second;
        if (step.kind == BenchStep::connect) {
            fd = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
            sockaddr_in to{};
            to.sin_family = AF_INET;
            to.sin_port = htons(port);
            to.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
            return fd == -1 || ::connect(fd, reinterpret_cast<sockaddr *>(&to), sizeof to) == -1 ? errno : 0;
        }
        if (step.kind == BenchStep::close) {
            ::close(std::exchange(fd, -1));
            return 0;
        }
        if (step.kind == BenchStep::receive) {
            const timeval longest{10, 0};
            ::setsockopt(fd, SOL_SOCKET, SO_RCVTIMEO, &longest, sizeof longest);
            std::string buffer(size_t(step.count), 0);
            return ::recv(fd, buffer.data(), buffer.size(), MSG_WAITALL) == ssize_t(buffer.size()) ? 0 : errno ? errno : EPIPE;
        }
        const int flags = MSG_NOSIGNAL | (step.kind == BenchStep::send_urgent ? MSG_OOB : 0);
        return ::send(fd, step.text.data(), step.text.size(), flags) == ssize_t(step.text.size()) ? 0 : errno;
    }

private:
    std::map<int, int> m_sockets;
};

class BenchPlayer {
public:
    BenchPlayer(std::chrono::milliseconds patience, const lab::Onlooker &onlooker) : m_onlooker(onlooker), m_patience(patience), m_bench({})
    {
        m_recorded.trace = std::make_unique<trace::Trace>();
        if (const int error = m_bench.start())
            m_recorded.problem = lab::Problem{"pthread_create", error};
        m_recorded.began = !m_recorded.problem;
    }

    lab::Recorded play(const LessonFile &lesson)
    {
        std::vector<trace::Chapter> chapters;
        for (const LessonChapter &chapter : lesson.chapters) {
            if (!m_recorded.began || m_recorded.script_problem || m_recorded.interrupted)
                break;
            trace::Chapter &begun = chapters.emplace_back(trace::Chapter{trace::now(), 0, {}});
            for (const auto &[code, title] : chapter.title.by_language)
                begun.titles.emplace_back(code.toStdString(), title.toStdString());
            for (size_t i = 0; i < chapter.steps.size() && !m_recorded.script_problem && !m_recorded.interrupted; ++i)
                perform(chapter.steps[i], i + 1 < chapter.steps.size() && chapter.steps[i + 1].kind == BenchStep::wait_asleep);
            idle(0);
            begun.end = trace::now();
        }
        m_bench.interrupt();
        m_bench.stop();
        take();
        m_recorded.trace->chapters = std::move(chapters);
        return std::move(m_recorded);
    }

private:
    void take()
    {
        trace::Batch batch = m_bench.take();
        m_onlooker.keep(batch, m_bench.description());
        m_recorded.trace->append(std::move(batch));
        m_recorded.trace->run = m_bench.description();
    }

    void fail(int line, lab::ScriptProblem::What what, std::string word = {}, int error = 0)
    {
        if (!m_recorded.script_problem)
            m_recorded.script_problem = lab::ScriptProblem{what, line, std::move(word), error};
    }

    template <typename Condition>
    bool wait(int line, Condition condition)
    {
        const auto until = std::chrono::steady_clock::now() + m_patience;
        while (!condition()) {
            take();
            m_recorded.interrupted = m_onlooker.breaks_off() || m_recorded.interrupted;
            if (m_recorded.interrupted)
                return false;
            if (std::chrono::steady_clock::now() > until) {
                fail(line, lab::ScriptProblem::timed_out);
                return false;
            }
        }
        return true;
    }

    // The statement given last is done.
    bool idle(int line)
    {
        if (!std::exchange(m_busy, false))
            return true;
        if (!wait(line, [this] { return m_bench.done(2ms); }))
            return false;
        take();
        const bool wrong = std::holds_alternative<bench::Wrong>(m_bench.last());
        if (wrong != m_refused)
            fail(m_line, lab::ScriptProblem::unknown_action, m_text);
        return wrong == m_refused;
    }

    uint16_t port() const // that a getsockname() has told last
    {
        uint16_t told = 0;
        for (const trace::Event &event : m_recorded.trace->events())
            if (calls::row(event.call).has(calls::names_own) && event.result == 0)
                if (const auto port = calls::value(event, "port"); port && *port > 0)
                    told = uint16_t(*port);
        return told;
    }

    void perform(const BenchStep &step, bool sleeps)
    {
        switch (step.kind) {
        case BenchStep::statement:
        case BenchStep::refused:
            if (!idle(step.line))
                return;
            m_line = step.line;
            m_text = step.text;
            m_refused = step.kind == BenchStep::refused;
            m_busy = true;
            m_bench.give(step.parsed, step.line);
            if (!sleeps)
                idle(step.line);
            return;
        case BenchStep::wait_asleep: wait(step.line, [&] { return m_bench.asleep_in(step.call); }); return;
        case BenchStep::wait_idle: idle(step.line); return;
        case BenchStep::interrupt: m_bench.interrupt(); return;
        case BenchStep::type: m_bench.type(step.text); return;
        case BenchStep::pause: {
            const int64_t until = trace::now() + step.count * 1'000'000;
            wait(step.line, [&] { return trace::now() >= until; });
            return;
        }
        default:
            take();
            if (const int error = m_peers.act(step, port()))
                fail(step.line, lab::ScriptProblem::call_failed, step.kind == BenchStep::connect ? "connect" : "send", error);
        }
    }

    const lab::Onlooker &m_onlooker;
    const std::chrono::milliseconds m_patience;
    bench::Bench m_bench;
    lab::Recorded m_recorded;
    Peers m_peers;
    std::string m_text; // of the statement given last
    int m_line = 0;
    bool m_busy = false, m_refused = false;
};

} // namespace

std::variant<std::vector<BenchStep>, lab::ScriptProblem> bench_steps(const QString &script, int first)
{
    static const QRegularExpression statement(QStringLiteral("^(bench|refused) \"(.*)\"$"));
    std::vector<BenchStep> steps;
    int line = first - 1;
    for (const QString &each : script.split(u'\n')) {
        ++line;
        const QString words = each.trimmed();
        if (words.isEmpty() || words.startsWith(u'#'))
            continue;
        BenchStep step;
        step.line = line;
        const auto match = statement.match(words);
        if (match.hasMatch()) {
            step.kind = match.captured(1) == u"bench" ? BenchStep::statement : BenchStep::refused;
            step.text = match.captured(2).replace(QStringLiteral("\\\""), QStringLiteral("\"")).toStdString();
            auto parsed = bench::parse(step.text);
            if (std::holds_alternative<bench::Wrong>(parsed))
                return lab::ScriptProblem{lab::ScriptProblem::unknown_action, line, step.text, 0};
            step.parsed = std::get<bench::Statement>(std::move(parsed));
        } else if (!read_beside(words, step)) {
            return lab::ScriptProblem{lab::ScriptProblem::unknown_action, line, words.toStdString(), 0};
        }
        steps.push_back(std::move(step));
    }
    return steps;
}

lab::Recorded record_on_bench(const LessonFile &lesson, std::chrono::milliseconds patience, const lab::Onlooker &onlooker)
{
    return BenchPlayer(patience, onlooker).play(lesson);
}

} // namespace lessons
