// SPDX-License-Identifier: MIT
// The C library's own threads, which nobody but the kernel can tell about.
#include "lab/observe/observe.h"

#include "calls/schema.h"
#include "lab/shared_table.h"

#include "trace/clock.h"

#include <cinttypes>
#include <cstdio>
#include <cstring>
#include <dirent.h>
#include <memory>
#include <string>
#include <sys/syscall.h>
#include <vector>

namespace lab {
namespace {

std::string task(int tid, const char *name)
{
    return "/proc/self/task/" + std::to_string(tid) + "/" + name;
}

// The first line of a file; empty when there is none.
std::string line_of(const std::string &path)
{
    const std::unique_ptr<FILE, int (*)(FILE *)> file(std::fopen(path.c_str(), "re"), [](FILE *open) { return open ? std::fclose(open) : 0; });
    char line[512];
    if (!file || !std::fgets(line, sizeof line, file.get()))
        return {};
    line[std::strcspn(line, "\n")] = 0;
    return line;
}

std::vector<int> tasks()
{
    std::vector<int> tids;
    const std::unique_ptr<DIR, int (*)(DIR *)> folder(opendir("/proc/self/task"), [](DIR *open) { return open ? closedir(open) : 0; });
    while (const dirent *entry = folder ? readdir(folder.get()) : nullptr)
        if (const int tid = std::atoi(entry->d_name); tid > 0)
            tids.push_back(tid);
    return tids;
}

// The calls in which a helper works on a descriptor, which is their first argument (glibc: aio_misc.c).
bool on_descriptor(int64_t call)
{
    return call == SYS_read || call == SYS_pread64 || call == SYS_write || call == SYS_pwrite64;
}

} // namespace

std::optional<Observer::Task> Observer::look_at_task(int tid)
{
    const std::string stat = line_of(task(tid, "stat"));
    const size_t name_end = stat.rfind(')');
    if (name_end == std::string::npos || name_end + 2 >= stat.size())
        return {};
    Task now;
    now.state = stat[name_end + 2];
    uint64_t first = 0;
    if (std::sscanf(line_of(task(tid, "syscall")).c_str(), "%" SCNd64 " %" SCNx64, &now.call, &first) < 1) // "running"
        now.call = -1;
    if (on_descriptor(now.call) && first < UINT16_MAX)
        now.fd = int(first);
    return now;
}

void Observer::look_at_helpers(int thread, const std::function<bool(int)> &ours)
{
    trace::Event event;
    event.call = trace::Call::observed_task;
    event.thread = uint16_t(thread);
    std::map<int, Task> seen;
    for (const int tid : tasks()) {
        event.begin = trace::now();
        if (m_no_helpers.contains(tid))
            continue;
        if (is_own_thread(tid) || line_of(task(tid, "comm")) != shared_table_name) {
            m_no_helpers.insert(tid);
            continue;
        }
        const std::optional<Task> now = look_at_task(tid);
        if (!now || now->state == 'X' || now->state == 'Z' || (now->fd != -1 && !ours(now->fd)))
            continue;
        seen[tid] = *now;
        if (const auto before = m_helpers.find(tid); before != m_helpers.end() && before->second == *now)
            continue;
        calls::set(event, {{"tid", tid}, {"state", now->state}, {"system_call", now->call}, {"fd", now->fd}});
        event.end = trace::now();
        m_found(event);
    }
    for (const auto &[tid, before] : m_helpers) {
        if (seen.contains(tid))
            continue;
        calls::set(event, {{"tid", tid}, {"state", 'X'}, {"system_call", -1}, {"fd", -1}});
        event.begin = event.end = trace::now();
        m_found(event);
    }
    m_helpers = std::move(seen);
}

std::vector<int> Observer::helpers_reading(const std::function<bool(int)> &ours)
{
    std::vector<int> all;
    for (const int tid : tasks())
        if (!is_own_thread(tid) && line_of(task(tid, "comm")) == shared_table_name)
            if (const std::optional<Task> now = look_at_task(tid); now && now->state == 'S' && now->fd != -1 && ours(now->fd))
                all.push_back(now->fd);
    return all;
}

} // namespace lab
