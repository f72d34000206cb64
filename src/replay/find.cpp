// SPDX-License-Identifier: MIT
#include "replay/find.h"

#include "calls/names.h"
#include "calls/verbs.h"

#include <algorithm>
#include <cstring>

namespace replay {
namespace {

// Calls `found` with each descriptor that stands in the event itself; true as soon as it says so.
template <typename Found>
bool any_descriptor(const trace::Event &event, Found found)
{
    for (const calls::Field &field : calls::row(event.call).all())
        if (field.type == calls::Type::descriptor)
            if (const auto value = calls::value(event, field); value && *value >= 0 && found(int(*value)))
                return true;
    return false;
}

} // namespace

bool is_told(const trace::Event &event) noexcept
{
    return calls::is_call(event.call) || calls::row(event.call).kind == calls::Kind::step;
}

bool is_about(const trace::Trace &trace, const trace::Event &event, int fd)
{
    if (any_descriptor(event, [fd](int one) { return one == fd; }))
        return true;
    if (!calls::has(event, calls::multiplexes))
        return false;
    for (int set = 0; set < 3; ++set)
        for (const auto words : {trace::asked(trace, event, set), trace::answered(trace, event, set)})
            if (fd >= 0 && size_t(fd) / 64 < words.size() && words[size_t(fd) / 64] >> (fd % 64) & 1)
                return true;
    for (const bool answered : {false, true})
        if (const std::vector<int> all = trace::polled_descriptors(trace, event, answered); std::ranges::find(all, fd) != all.end())
            return true;
    return false;
}

bool is_wanted(const trace::Trace &trace, const trace::Event &event, const Wanted &wanted)
{
    if (!is_told(event) || (wanted.thread && event.thread != *wanted.thread) || (wanted.call != trace::Call::count_ && event.call != wanted.call))
        return false;
    if (wanted.outcome == Wanted::failed && event.error == 0)
        return false;
    if (wanted.outcome == Wanted::with_error && event.error != wanted.error)
        return false;
    if (!wanted.data.empty()) {
        const auto bytes = calls::preview(event);
        if (bytes.size() < wanted.data.size() || !memmem(bytes.data(), bytes.size(), wanted.data.data(), wanted.data.size()))
            return false;
    }
    return !wanted.fd || is_about(trace, event, *wanted.fd);
}

void Seen::add(const trace::Event &event)
{
    if (!is_told(event))
        return;
    calls[size_t(event.call)] = true;
    if (event.error)
        errors.insert(event.error);
    any_descriptor(event, [this](int fd) {
        descriptors.insert(fd);
        return false;
    });
}

} // namespace replay
