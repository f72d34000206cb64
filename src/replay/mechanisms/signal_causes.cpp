// SPDX-License-Identifier: MIT
#include "replay/mechanisms/signal_causes.h"

#include "calls/verbs.h"
#include "replay/mechanisms/signal_sources.h"
#include "replay/replay.h"
#include "replay/state.h"
#include "replay/times.h"

#include <algorithm>
#include <csignal>

namespace replay {
namespace {

using trace::Call;
using trace::Event;

constexpr size_t far_in_thread = 1 << 12;   // events of the thread looked at, before and after
constexpr size_t most_near = 512; // signals of one descriptor, likewise

calls::Signal told(const Event &event)
{
    return calls::as_signal(event).value_or(calls::Signal());
}

bool queued(int signal)
{
    return signal >= SIGRTMIN;
}

// One signal delivered, among the others of its thread.
class Delivered {
public:
    Delivered(const Index &index, uint32_t sequence)
        : m_index(index), m_sequence(sequence), m_event(index.event(sequence)), m_signal(told(m_event)), m_table(index.table(m_event.thread))
    {
    }
    SignalCauses causes() const;

private:
    using Sources = std::vector<SignalSource>;

    size_t place() const;
    int64_t quiet_before() const;
    std::optional<int64_t> quiet_after() const;
    std::vector<SignalSender> senders(int fd, int64_t from) const;
    std::vector<SignalSender> all_senders(int64_t from) const;
    bool asked_for() const;
    bool outside(const std::vector<SignalSender> &senders) const;
    std::span<const uint32_t> alike() const { return m_index.signals.delivered(m_event.thread, m_signal.number); }
    // standard signals
    Sources arrived_since(int64_t before) const;
    Sources new_ones(int64_t before) const;
    void stand_for_all(SignalCauses &causes) const;
    // queued signals
    Sources without_room(const SignalSender &sender, int64_t from) const;
    Sources of_descriptor(int64_t from, int64_t to) const;
    struct Queue {
        std::vector<uint32_t> signals; // of the same code
        int64_t from = 0, to = 0;      // ns: since none was pending; when the last of them came
        bool over = false;             // none was pending afterwards
    };
    Queue queue() const;
    void be_one_of(SignalCauses &causes) const;
    bool taken(const SignalCause &cause) const;

    const Index &m_index;
    const uint32_t m_sequence;
    const Event &m_event;
    const calls::Signal m_signal;
    const uint16_t m_table;
};

// In the lane of its thread.
size_t Delivered::place() const
{
    const auto &lane = m_index.tracks[m_event.thread].lane();
    size_t at = size_t(std::ranges::lower_bound(lane.begin, begin_of(m_event)) - lane.begin.begin());
    while (at < lane.sequence.size() && lane.sequence[at] != m_sequence)
        ++at;
    return at;
}

// The last moment before it at which none of its number can have been pending: the main flow went on and did not block it.
int64_t Delivered::quiet_before() const
{
    const auto &lane = m_index.tracks[m_event.thread].lane();
    const size_t from = std::min(place(), lane.sequence.size()), last = from > far_in_thread ? from - far_in_thread : 0;
    int within = m_index.signals.nested(m_event.thread, m_sequence);
    int left = 0; // handlers, walking back
    for (size_t i = from; i-- > last;) {
        const Event &event = m_index.event(lane.sequence[i]);
        if (event.call == Call::handler_end)
            ++left;
        else if (event.call == Call::handler_begin)
            left > 0 ? --left : --within;
        else if (left == 0 && within <= 0)
            return m_index.signals.blocked_since(m_event.thread, m_signal.number, lane.begin[i]).value_or(lane.begin[i]);
    }
    return INT64_MIN;
}

// The first such moment after it.
std::optional<int64_t> Delivered::quiet_after() const
{
    const auto &lane = m_index.tracks[m_event.thread].lane();
    const size_t from = place(), last = std::min(lane.sequence.size(), from + far_in_thread);
    int within = m_index.signals.nested(m_event.thread, m_sequence);
    for (size_t i = from; i < last; ++i) {
        const Event &event = m_index.event(lane.sequence[i]);
        if (event.call == Call::handler_begin)
            ++within;
        else if (event.call == Call::handler_end)
            --within;
        else if (within <= 0 && !m_index.signals.blocked_since(m_event.thread, m_signal.number, lane.begin[i]))
            return lane.begin[i];
    }
    return {};
}

// What `fd` was from `from` on until the signal came. A recording may lack the calls that asked for it.
std::vector<SignalSender> Delivered::senders(int fd, int64_t from) const
{
    auto senders = signal_senders(m_index, m_table, fd, from, m_event.end);
    const uint32_t end = m_index.connections.end_at(m_table, fd, m_sequence);
    if (senders.empty() && end != none && m_index.signals.asked(m_table, fd).empty())
        senders.push_back({end, m_signal.number, INT64_MIN, INT64_MIN, never});
    return senders;
}

std::vector<SignalSender> Delivered::all_senders(int64_t from) const
{
    std::vector<SignalSender> all;
    for (const int fd : m_index.signals.senders(m_table))
        std::ranges::move(signal_senders(m_index, m_table, fd, from, m_event.end), std::back_inserter(all));
    if (all.empty() && m_signal.fd != -1)
        return senders(m_signal.fd, from);
    return all;
}

// Whether a descriptor sends signals of this number: SIGIO, or what F_SETSIG has chosen for it.
bool Delivered::asked_for() const
{
    if (m_signal.number == SIGIO)
        return true;
    const auto chosen = [&](const SignalSender &sender) { return sender.signal == m_signal.number; };
    const int64_t quiet = quiet_before();
    return std::ranges::any_of(m_signal.fd == -1 ? all_senders(quiet) : senders(m_signal.fd, quiet), chosen);
}

bool Delivered::outside(const std::vector<SignalSender> &senders) const
{
    return std::ranges::any_of(senders, [&](const SignalSender &one) { return signals_from_outside(m_index, one, m_sequence); });
}

// Of a sender of queued signals, the arrivals until now for which the queue had no room: the latest ones that no signal is for.
Delivered::Sources Delivered::without_room(const SignalSender &sender, int64_t from) const
{
    const int64_t until = quiet_after().value_or(never);
    Sources all = signal_sources(m_index, sender, SI_KERNEL, from, until);
    const int fd = m_index.connections.end(sender.end).fd;
    const auto signals = m_index.signals.delivered(m_event.thread, sender.signal);
    const auto over = [&](uint32_t one) { return m_index.event(one).end < from; };
    uint64_t had_room = 0, sent = 0;
    for (auto at = std::partition_point(signals.begin(), signals.end(), over); at != signals.end() && m_index.event(*at).end <= until; ++at)
        had_room += m_index.event(*at).fd == fd;
    for (const SignalSource &source : all)
        sent += source.most;
    uint64_t missing = sent > had_room ? sent - had_room : 0;
    std::erase_if(all, [&](const SignalSource &source) { return source.begin > m_event.end; });
    Sources left;
    for (auto at = all.rbegin(); at != all.rend() && missing > 0; ++at) {
        left.insert(left.begin(), *at);
        missing -= std::min<uint64_t>(missing, at->most);
    }
    return left;
}

// Everything that may have sent one of its number, while it stayed pending.
Delivered::Sources Delivered::arrived_since(int64_t before) const
{
    Sources all;
    for (const SignalSender &sender : all_senders(before)) {
        if (sender.signal == m_signal.number)
            std::ranges::move(signal_sources(m_index, sender, SI_KERNEL, before, m_event.end), std::back_inserter(all));
        else if (m_signal.number == SIGIO && queued(sender.signal))
            std::ranges::move(without_room(sender, before), std::back_inserter(all));
    }
    std::ranges::stable_sort(all, {}, &SignalSource::begin);
    return all;
}

// Of those, what the signal before, entered at `before` ns, does not stand for already. A call during which that one was
// delivered is among them only if there is nothing else; then one that may have arrived later than it returned; then one over by then that sends several.
Delivered::Sources Delivered::new_ones(int64_t before) const
{
    const Sources all = arrived_since(quiet_before());
    Sources later, around, rest, several;
    for (const SignalSource &source : all)
        (source.begin > before ? later : source.end > before ? around : source.latest > before ? rest : several).push_back(source);
    std::erase_if(several, [](const SignalSource &source) { return source.most < 2; });
    if (!later.empty())
        return later;
    if (!around.empty())
        return around;
    return !rest.empty() || several.empty() ? rest : Sources{several.back()};
}

// Standard signals are not queued: one stands for all arrivals since the last was taken.
void Delivered::stand_for_all(SignalCauses &causes) const
{
    const auto signals = alike();
    const auto at = std::ranges::lower_bound(signals, m_sequence);
    const int64_t before = at == signals.begin() ? INT64_MIN : m_index.event(*std::prev(at)).end;
    Sources sources = new_ones(before);
    const auto is_around = [](const Sources &all, int64_t time) { return !all.empty() && all.back().begin <= time; };
    causes.one_of = sources.size() > 1 && is_around(sources, before);
    // The next one may be for calls that had begun when this was delivered, and for nothing else: then those are not surely for this.
    if (const auto next = at == signals.end() ? at : std::next(at); next != signals.end() && sources.size() > 1) {
        const Sources its = Delivered(m_index, *next).new_ones(m_event.end);
        Sources sure;
        std::ranges::copy_if(sources, std::back_inserter(sure), [&](const SignalSource &source) {
            return source.most > 1 || std::ranges::find(its, source.by, &SignalSource::by) == its.end();
        });
        if (is_around(its, m_event.end) && sure.empty())
            causes.one_of = true;
        else if (is_around(its, m_event.end))
            sources = std::move(sure);
    }
    for (const SignalSource &source : sources)
        causes.causes.push_back({source.what, source.by});
    const auto senders = all_senders(quiet_before());
    causes.outside = outside(senders);
    causes.overflow = m_signal.number == SIGIO && m_signal.code == SI_KERNEL && !senders.empty()
        && std::ranges::all_of(senders, [](const SignalSender &sender) { return queued(sender.signal); });
}

// What sends signals of its code for its descriptor, begun by `to` and not over before `from`, without those that found no room.
Delivered::Sources Delivered::of_descriptor(int64_t from, int64_t to) const
{
    const auto plain = m_index.signals.delivered(m_event.thread, SIGIO);
    const auto over = [&](uint32_t one) { return m_index.event(one).end < from; };
    Sources all;
    for (const SignalSender &sender : senders(m_signal.fd, from)) {
        Sources sources = signal_sources(m_index, sender, m_signal.code, from, to);
        for (auto at = std::partition_point(plain.begin(), plain.end(), over); at != plain.end() && m_index.event(*at).end <= to; ++at) {
            const Delivered instead(m_index, *at);
            for (const SignalSource &lost : instead.without_room(sender, instead.quiet_before()))
                std::erase_if(sources, [&](const SignalSource &source) { return source.by == lost.by && source.most < 2; });
        }
        std::ranges::move(sources, std::back_inserter(all));
    }
    return all;
}

// The queued signals of its descriptor around it, from one moment when none was pending to another.
Delivered::Queue Delivered::queue() const
{
    std::vector<uint32_t> all; // of the descriptor
    const auto signals = alike();
    const size_t own = size_t(std::ranges::lower_bound(signals, m_sequence) - signals.begin());
    for (size_t i = own > far_in_thread ? own - far_in_thread : 0; i < std::min(own + far_in_thread, signals.size()); ++i)
        if (m_index.event(signals[i]).fd == m_signal.fd)
            all.push_back(signals[i]);
    // Whether no call goes on then, of which it could not be told if it has sent its signal.
    const auto clean = [&](int64_t quiet) {
        return std::ranges::none_of(of_descriptor(quiet, quiet), [&](const SignalSource &one) { return one.begin < quiet && one.latest > quiet; });
    };
    const size_t place = size_t(std::ranges::lower_bound(all, m_sequence) - all.begin());
    size_t first = place, last = place;
    Queue queue;
    queue.from = quiet_before();
    while (first > 0 && place - first < most_near && (m_index.event(all[first - 1]).end >= queue.from || !clean(queue.from)))
        queue.from = Delivered(m_index, all[--first]).quiet_before();
    auto quiet = quiet_after();
    while (last + 1 < all.size() && last - place < most_near && (!quiet || m_index.event(all[last + 1]).end <= *quiet || !clean(*quiet)))
        quiet = Delivered(m_index, all[++last]).quiet_after();
    queue.over = quiet.has_value();
    queue.to = m_index.event(all[last]).end;
    for (size_t i = first; i <= last; ++i)
        if (told(m_index.event(all[i])).code == m_signal.code)
            queue.signals.push_back(all[i]);
    return queue;
}

// Queued signals are one each, in order: which of the calls this one can be for when each has sent as many as it does.
void Delivered::be_one_of(SignalCauses &causes) const
{
    const Queue queue = this->queue();
    const Sources sources = of_descriptor(queue.from, queue.to);
    const size_t number = size_t(std::ranges::lower_bound(queue.signals, m_sequence) - queue.signals.begin());
    const size_t later = queue.signals.size() - number; // this one included
    const int64_t quiet = quiet_before();
    uint64_t most_before = 0, least_before = 0, least_after = 0, most_after = 0;
    for (const SignalSource &source : sources) {
        least_after += source.least;
        most_after += source.most;
    }
    for (const SignalSource &source : sources) {
        least_after -= source.least;
        const bool in_time = source.begin <= m_event.end && source.latest >= quiet;
        const bool enough = most_before + source.most > number && (!queue.over || most_after >= later);
        const bool room = least_before <= number && (!queue.over || least_after < later);
        if (in_time && enough && room)
            causes.causes.push_back({source.what, source.by});
        most_before += source.most;
        least_before += source.least;
        most_after -= source.most;
    }
    causes.one_of = causes.causes.size() > 1;
    causes.outside = outside(senders(m_signal.fd, quiet));
}

// Whether the program had taken what it brought: accepted the connection, read the bytes or the datagram.
bool Delivered::taken(const SignalCause &cause) const
{
    const Connections &connections = m_index.connections;
    const uint32_t by = uint32_t(cause.event), from = connections.end_of(by);
    if (from == none)
        return false;
    const End &sender = connections.end(from);
    if (cause.what == SignalCause::datagram) {
        const uint32_t to = connections.end_at(m_table, m_signal.fd, m_sequence);
        return to != none && !connections.end(to).stream && connections.taken(connections.end(to), sender.port(), by, m_sequence);
    }
    if (sender.peer == none)
        return false;
    const End &receiver = connections.end(sender.peer);
    if (cause.what == SignalCause::connection)
        return receiver.created < m_sequence;
    const auto sent = std::ranges::lower_bound(sender.sent, by, {}, &Move::sequence);
    return cause.what == SignalCause::data && sent != sender.sent.end() && sent->sequence == by
        && moved(receiver.received, m_sequence) >= sent->after();
}

SignalCauses Delivered::causes() const
{
    SignalCauses causes;
    const int code = m_signal.code;
    causes.sender = m_signal.about_descriptor() && asked_for()  ? SignalCauses::descriptor
        : code == SI_ASYNCIO ? SignalCauses::request
        : code == SI_TKILL   ? SignalCauses::thread
        : code == SI_USER    ? SignalCauses::process
        : code == SI_QUEUE   ? SignalCauses::value
        : code == SI_TIMER   ? SignalCauses::timer
        : code == SI_KERNEL  ? SignalCauses::kernel
                             : SignalCauses::other;
    causes.pid = m_signal.pid;
    if (const uint32_t begun = m_index.signals.beginning(m_event.thread, m_sequence); begun != none && causes.pid != 0)
        causes.own = calls::value(m_index.event(begun), "pid") == causes.pid;
    if (const uint32_t action = m_index.signals.disposition(m_event.thread, m_signal.number, m_sequence); action != none)
        causes.restarts = calls::value(m_index.event(action), "flags").value_or(0) & SA_RESTART;
    causes.held_since = m_index.signals.blocked_since(m_event.thread, m_signal.number, begin_of(m_event));
    if (causes.sender == SignalCauses::descriptor)
        queued(m_signal.number) && m_signal.fd != -1 ? be_one_of(causes) : stand_for_all(causes);
    causes.taken = !causes.causes.empty() && std::ranges::all_of(causes.causes, [this](const SignalCause &cause) { return taken(cause); });
    return causes;
}

} // namespace

SignalCauses signal_causes(const Index &index, uint32_t sequence)
{
    return Delivered(index, sequence).causes();
}

SignalCauses Replay::signal_causes(size_t sequence) const
{
    const Index &index = m->index;
    if (sequence >= index.taken || index.event(uint32_t(sequence)).call != Call::handler_begin
        || index.event(uint32_t(sequence)).thread >= index.tracks.size())
        return {};
    return replay::signal_causes(index, uint32_t(sequence));
}

} // namespace replay
