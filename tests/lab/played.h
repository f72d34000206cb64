// SPDX-License-Identifier: MIT
// A run played from a script to its end, for tests.
#pragma once

#include "lab/script.h"

#include <QTest>

#include <cstdio>
#include <fcntl.h>
#include <sys/resource.h>

namespace played {

inline lab::Script script(const char *text)
{
    const auto parsed = lab::parse(text);
    if (const auto *problem = std::get_if<lab::ScriptProblem>(&parsed))
        qFatal("line %d of the test's script: %d", problem->line, problem->what);
    return std::get<lab::Script>(parsed);
}

inline std::optional<lab::ScriptProblem> play(lab::Run &run, const char *text)
{
    return lab::play(script(text), run, std::chrono::seconds(20), [] { return false; });
}

inline trace::Trace taken(lab::Run &run)
{
    run.stop();
    trace::Trace trace;
    trace.run = run.description();
    trace.append(run.take());
    return trace;
}

inline std::vector<trace::Event> of(const trace::Trace &trace, trace::Call call, const std::string &thread = "server")
{
    std::vector<trace::Event> found;
    for (const trace::Event &event : trace.events())
        if (event.call == call && trace.threads[event.thread].name == thread)
            found.push_back(event);
    return found;
}

inline size_t open_descriptors()
{
    size_t count = 0;
    for (int fd = 0; fd < 4096; ++fd)
        count += fcntl(fd, F_GETFD) != -1;
    return count;
}

inline size_t threads()
{
    size_t count = 0;
    FILE *status = fopen("/proc/self/status", "re");
    char line[256];
    while (fgets(line, sizeof line, status))
        if (sscanf(line, "Threads: %zu", &count) == 1)
            break;
    fclose(status);
    return count;
}

// Those of all threads that serve.
inline std::vector<trace::Event> served(const trace::Trace &trace, trace::Call call)
{
    std::vector<trace::Event> found;
    for (const trace::Event &event : trace.events())
        if (event.call == call && trace::origin(trace, event.thread) == trace::Origin::listing)
            found.push_back(event);
    return found;
}

// At most `soft` descriptors for this process while the object lives.
class DescriptorLimit {
public:
    explicit DescriptorLimit(rlim_t soft)
    {
        getrlimit(RLIMIT_NOFILE, &m_before);
        rlimit now = m_before;
        now.rlim_cur = std::min(soft, m_before.rlim_max);
        setrlimit(RLIMIT_NOFILE, &now);
    }
    ~DescriptorLimit() { setrlimit(RLIMIT_NOFILE, &m_before); }
    static rlim_t hard()
    {
        rlimit limit;
        getrlimit(RLIMIT_NOFILE, &limit);
        return limit.rlim_max;
    }

private:
    rlimit m_before{};
};

} // namespace played
