// SPDX-License-Identifier: MIT
#include "replay/descriptors/descriptor_tables.h"

#include "calls/readiness.h"
#include "calls/verbs.h"
#include "replay/times.h"

#include <algorithm>
#include <cerrno>
#include <tuple>

namespace replay {

using trace::Call;
using trace::Event;

namespace {

// Whether a call that enters the kernel is about `fd`. An epoll_wait() does not hold what is in its list.
bool is_about(const trace::Trace &trace, const Event &call, int fd)
{
    if (!calls::has(call, calls::multiplexes) || call.call == Call::epoll_wait)
        return call.fd == fd;
    return std::ranges::count(calls::asked_about(trace, call), fd, &calls::Ready::fd) > 0;
}

} // namespace

uint32_t DescriptorTables::take(uint32_t sequence, uint16_t table)
{
    const Event &now = event(sequence);
    if (const auto opening = calls::as_opening(now); opening && opening->made >= 0) {
        const bool duplicates = opening->what == calls::Opening::duplicate;
        uint32_t file = duplicates ? named(table, opening->from, begin_of(now)) : none;
        if (file != none && closed(file) != none) // by another thread meanwhile: not known whether before or after
            file = none;
        if (!duplicates || opening->made != opening->from) // dup2(3, 3) does nothing
            open(sequence, table, opening->made, file);
        if (opening->other >= 0)
            open(sequence, table, opening->other, none);
    }
    const auto closing = calls::as_closing(now);
    if (closing && closing->descriptor) {
        const uint32_t descriptor = closing->done ? descriptor_named(table, now.fd, begin_of(now)) : none;
        if (descriptor != none && m_descriptors[descriptor].closed == none)
            close(sequence, descriptor);
        return none;
    }
    if (closing && closing->everything && now.thread == table && table < m_tables.size()) { // with the last owner of the table
        for (const auto &[fd, descriptors] : m_tables[table])
            if (m_descriptors[descriptors.back()].closed == none)
                close(sequence, descriptors.back());
        return none;
    }
    uint32_t changed = none;
    each_kept(now, table, [&](uint32_t file) { changed = std::min(changed, keep(file, sequence)); });
    return changed;
}

// A descriptor has come to be: one more of `file`, or the first of a new one (`none`).
void DescriptorTables::open(uint32_t sequence, uint16_t table, int fd, uint32_t file)
{
    if (table >= m_tables.size()) {
        m_tables.resize(table + size_t(1));
        m_closed_in.resize(m_tables.size());
    }
    const uint32_t descriptor = uint32_t(m_descriptors.size());
    std::vector<uint32_t> &all = m_tables[table][fd];
    if (!all.empty() && m_descriptors[all.back()].closed == none) // dup2() closes it; or its close() was not recorded
        close(sequence, all.back());
    all.push_back(descriptor);
    if (file == none) {
        file = uint32_t(m_files.size());
        m_files.emplace_back().descriptor = descriptor;
    } else {
        ++m_files[file].names;
    }
    m_descriptors.push_back({table, fd, file, sequence, none});
}

void DescriptorTables::close(uint32_t sequence, uint32_t index)
{
    Descriptor &descriptor = m_descriptors[index];
    descriptor.closed = sequence;
    m_closings.push_back(index);
    if (m_files[descriptor.file].names > 1 && !names(descriptor.file, sequence + 1).empty())
        return;
    m_files[descriptor.file].closed = sequence;
    m_closed.push_back(descriptor.file);
    m_closed_in[descriptor.table].push_back(descriptor.file);
}

std::vector<Descriptor> DescriptorTables::names(uint32_t file, uint32_t complete) const
{
    std::vector<Descriptor> all;
    uint32_t found = 0;
    for (size_t i = m_files[file].descriptor; i < m_descriptors.size() && found < m_files[file].names; ++i)
        if (m_descriptors[i].file == file) {
            ++found;
            if (m_descriptors[i].opened < complete && m_descriptors[i].closed >= complete)
                all.push_back(m_descriptors[i]);
        }
    return all;
}

int DescriptorTables::number(uint32_t file, uint32_t complete) const
{
    const std::vector<Descriptor> all = m_files[file].names > 1 ? names(file, complete) : std::vector<Descriptor>();
    return all.empty() ? descriptor(file).fd : all.front().fd;
}

// A call that had found the file before its last descriptor was closed; one that began later found none.
bool DescriptorTables::keeps(const Event &call, uint32_t file) const
{
    const Event &closing = event(closed(file));
    if (!calls::is_call(closing.call) || call.error == EBADF)
        return false;
    uint32_t found = 0;
    for (size_t i = m_files[file].descriptor; i < m_descriptors.size() && found < m_files[file].names; ++i) {
        const Descriptor &name = m_descriptors[i];
        if (name.file != file)
            continue;
        ++found;
        if (event(name.opened).end > begin_of(call) || event(name.closed).end <= begin_of(call) || !is_about(m_trace, call, name.fd))
            continue;
        if (!calls::has(call, calls::multiplexes) || begin_of(call) < begin_of(closing)) // woken, poll() looks once more, and finds none
            return true;
        const auto invalid = [&](const calls::Ready &ready) { return ready.fd == name.fd && ready.invalid; };
        if (std::ranges::none_of(calls::found(m_trace, call), invalid))
            return true;
    }
    return false;
}

template <typename Use> void DescriptorTables::each_kept(const Event &call, uint16_t table, Use use) const
{
    if (!calls::is_system_call(call.call) || call.call == Call::close || table >= m_closed_in.size())
        return;
    constexpr ptrdiff_t far = 4096; // closings looked back at
    const std::vector<uint32_t> &gone = m_closed_in[table];
    for (auto file = gone.rbegin(); file != gone.rend() && file - gone.rbegin() < far; ++file) {
        if (event(closed(*file)).end <= begin_of(call))
            break;
        if (keeps(call, *file))
            use(*file);
    }
}

uint32_t DescriptorTables::keep_for_operation(uint16_t table, int fd, int64_t since, uint32_t last, uint32_t sequence)
{
    const uint32_t file = named(table, fd, since);
    return file != none && closed(file) < last ? keep(file, sequence) : none;
}

uint32_t DescriptorTables::keep(uint32_t file, uint32_t sequence)
{
    uint32_t &kept = m_files[file].kept;
    m_keepings.push_back({sequence, file, kept});
    kept = sequence;
    add_span(file);
    return closed(file);
}

void DescriptorTables::add_span(uint32_t file)
{
    const Span made{closed(file), file, m_files[file].kept};
    const auto order = [](const Span &a, const Span &b) { return std::pair(a.closed, a.file) < std::pair(b.closed, b.file); };
    auto span = std::ranges::lower_bound(m_spans, made, order);
    if (span == m_spans.end() || span->file != file)
        span = m_spans.insert(span, {made.closed, file, span == m_spans.begin() ? 0 : std::prev(span)->latest});
    for (; span != m_spans.end() && span->latest < made.latest; ++span)
        span->latest = made.latest;
}

void DescriptorTables::cut(uint32_t first)
{
    forget_in_flight();
    if (!m_keepings.empty() && m_keepings.back().sequence >= first)
        m_spans.clear();
    const bool anew = m_spans.empty();
    for (; !m_keepings.empty() && m_keepings.back().sequence >= first; m_keepings.pop_back())
        m_files[m_keepings.back().file].kept = m_keepings.back().before;
    for (size_t i = 0; anew && i < m_keepings.size(); ++i)
        add_span(m_keepings[i].file);
    for (; !m_closed.empty() && closed(m_closed.back()) >= first; m_closed.pop_back()) {
        OpenFile &file = m_files[m_closed.back()];
        m_closed_in[m_descriptors[file.descriptor].table].pop_back();
        file.closed = none;
    }
    for (; !m_closings.empty() && m_descriptors[m_closings.back()].closed >= first; m_closings.pop_back())
        m_descriptors[m_closings.back()].closed = none;
    for (; !m_descriptors.empty() && m_descriptors.back().opened >= first; m_descriptors.pop_back()) {
        const Descriptor &last = m_descriptors.back();
        auto &slots = m_tables[last.table];
        const auto found = slots.find(last.fd);
        found->second.pop_back();
        if (found->second.empty())
            slots.erase(found);
        if (--m_files[last.file].names == 0)
            m_files.pop_back();
    }
}

void DescriptorTables::forget_in_flight()
{
    for (const uint32_t file : m_in_use)
        m_files[file].in_use = false;
    m_in_use.clear();
}

void DescriptorTables::in_flight(const Event &call, uint16_t table)
{
    each_kept(call, table, [this](uint32_t file) {
        m_files[file].in_use = true;
        m_in_use.push_back(file);
    });
}

void DescriptorTables::operation_in_flight(uint16_t table, int fd, int64_t since)
{
    const uint32_t file = named(table, fd, since);
    if (file == none || closed(file) == none || !calls::is_call(event(closed(file)).call))
        return;
    m_files[file].in_use = true;
    m_in_use.push_back(file);
}

const std::vector<uint32_t> *DescriptorTables::slot(uint16_t table, int fd) const
{
    if (table >= m_tables.size())
        return nullptr;
    const auto slot = m_tables[table].find(fd);
    return slot == m_tables[table].end() ? nullptr : &slot->second;
}

uint32_t DescriptorTables::named(uint16_t table, int fd, int64_t time) const
{
    const uint32_t found = descriptor_named(table, fd, time);
    return found == none ? none : m_descriptors[found].file;
}

uint32_t DescriptorTables::descriptor_named(uint16_t table, int fd, int64_t time) const
{
    const std::vector<uint32_t> *all = slot(table, fd);
    if (!all)
        return none;
    const auto opened = [this](uint32_t index) { return event(m_descriptors[index].opened).end; };
    const auto next = std::ranges::upper_bound(*all, time, {}, opened);
    if (next == all->begin())
        return none;
    const uint32_t closed = m_descriptors[*std::prev(next)].closed;
    return closed == none || event(closed).end > time ? *std::prev(next) : none;
}

uint32_t DescriptorTables::at(uint16_t table, int fd, uint32_t complete) const
{
    const std::vector<uint32_t> *all = slot(table, fd);
    if (!all)
        return none;
    const auto opened = [this](uint32_t index) { return m_descriptors[index].opened; };
    const auto next = std::ranges::lower_bound(*all, complete, {}, opened);
    return next != all->begin() && m_descriptors[*std::prev(next)].closed >= complete ? m_descriptors[*std::prev(next)].file : none;
}

bool DescriptorTables::gone(uint16_t table, int fd, uint32_t complete) const
{
    const std::vector<uint32_t> *all = slot(table, fd);
    return all && !all->empty() && m_descriptors[all->front()].opened < complete && at(table, fd, complete) == none;
}

std::vector<uint32_t> DescriptorTables::open_at(uint32_t complete) const
{
    std::vector<uint32_t> open;
    for (uint16_t table = 0; table < m_tables.size(); ++table)
        for (const auto &[fd, descriptors] : m_tables[table])
            if (const uint32_t file = at(table, fd, complete); file != none)
                open.push_back(file);
    const size_t with_descriptor = open.size();
    auto span = std::ranges::lower_bound(m_spans, complete, {}, &Span::closed);
    while (span != m_spans.begin() && (--span)->latest >= complete)
        if (kept_by_a_call(span->file, complete))
            open.push_back(span->file);
    for (const uint32_t file : m_in_use)
        if (kept_by_a_call(file, complete))
            open.push_back(file);
    if (open.size() == with_descriptor && m_files.size() == m_descriptors.size()) // none has several names
        return open;
    const auto place = [&](uint32_t file) {
        return std::tuple(descriptor(file).table, number(file, complete), closed(file) < complete, file);
    };
    std::ranges::sort(open, {}, place);
    open.erase(std::ranges::unique(open).begin(), open.end());
    return open;
}

uint32_t DescriptorTables::opened_by(uint32_t sequence) const
{
    const auto found = std::ranges::lower_bound(m_descriptors, sequence, {}, &Descriptor::opened);
    const bool made = found != m_descriptors.end() && found->opened == sequence && descriptor(found->file).opened == sequence;
    return made ? found->file : none;
}

std::span<const uint32_t> DescriptorTables::closed_by(uint32_t sequence) const
{
    const auto by = [this](uint32_t file) { return closed(file); };
    const auto found = std::ranges::equal_range(m_closed, sequence, {}, by);
    return {found.begin(), found.end()};
}

int64_t DescriptorTables::earliest_release(uint32_t sequence) const
{
    const auto kept = std::ranges::equal_range(m_keepings, sequence, {}, &Keeping::sequence);
    int64_t earliest = kept.empty() ? begin_of(event(sequence)) : event(sequence).end;
    for (const Keeping &keeping : kept)
        earliest = std::min(earliest, begin_of(event(closed(keeping.file))));
    return earliest;
}

Bracket DescriptorTables::released(uint32_t file) const
{
    const uint32_t by = released_by(file);
    return by == none ? Bracket() : Bracket{begin_of(event(closed(file))), event(by).end, by};
}

uint32_t DescriptorTables::released_by(uint32_t file) const
{
    const uint32_t last = closed(file), kept = m_files[file].kept;
    return m_files[file].in_use || last == none ? none : kept == none ? last : std::max(last, kept);
}

std::vector<uint32_t> DescriptorTables::released_at(uint32_t sequence) const
{
    std::vector<uint32_t> all;
    for (const uint32_t file : closed_by(sequence))
        if (released_by(file) == sequence)
            all.push_back(file);
    for (const Keeping &keeping : std::ranges::equal_range(m_keepings, sequence, {}, &Keeping::sequence))
        if (released_by(keeping.file) == sequence)
            all.push_back(keeping.file);
    return all;
}

bool DescriptorTables::kept_by_a_call(uint32_t file, uint32_t complete) const
{
    return closed(file) < complete && (m_files[file].in_use || released_by(file) >= complete);
}

} // namespace replay
