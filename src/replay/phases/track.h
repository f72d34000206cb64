// SPDX-License-Identifier: MIT
// What one thread did, in order of begin: which call it was in at an instant, how long it had waited by then.
#pragma once

#include "replay/replay.h"
#include "replay/sockets/connections.h"

namespace replay {

class Track {
public:
    // --- taking events in: cut() or nothing, then add() in order of sequence, then settle()

    void reserve(size_t events);
    void add(const trace::Event &event, uint32_t sequence);
    // The thread was seen asleep at some moment from `begin` to `end` ns, by event `sequence`.
    void add_sleep(int64_t begin, int64_t end, uint32_t sequence) { m_sleeps.push_back({begin, end, sequence}); }
    // The thread was seen, by event `sequence`, to have used `cpu` ns of processor time between `begin` and `end`.
    void add_cpu(int64_t begin, int64_t end, int64_t cpu, uint32_t sequence) { m_cpu.push_back({begin, end, cpu, sequence}); }
    // Forgets events from `first` on.
    void cut(uint32_t first);
    // ns of an event, as the lane sums them up.
    struct Parts {
        int64_t asleep = 0, copying = 0, calls = 0;
        int64_t surely = 0; // of the sleep: what it took at least
    };
    // Puts late events in their places and sums up anew what is new or ended with event `changed` or later.
    template <typename PartsOf> // Parts(uint32_t sequence)
    void settle(uint32_t changed, PartsOf parts_of)
    {
        order();
        if (!unsettled(changed))
            return;
        for (size_t i = m_settled; i < m_lane.begin.size(); ++i)
            sum_up(i, parts_of(m_lane.sequence[i]));
        m_settled = m_lane.begin.size();
    }

    // --- looking

    const Replay::Lane &lane() const { return m_lane; }
    // The event in progress at `time` when `complete` events were; of several, which handlers of signals can bring
    // about, the innermost. `none` when there is none or it has not ended in this recording.
    uint32_t in_progress(int64_t time, uint32_t complete) const;
    // The others in progress then, in order of begin.
    std::vector<uint32_t> around(uint32_t inner, int64_t time, uint32_t complete) const;
    // The last select() or poll() complete before event `sequence`, `none` if there is none.
    uint32_t select_before(uint32_t sequence) const;
    // Until when, at least, it slept between `from` and `to` ns, as events before `complete` have seen: looking takes its time, and
    // it slept at some moment of that. None: it was not seen asleep within.
    std::optional<int64_t> seen_asleep(int64_t from, int64_t to, uint32_t complete) const;
    // Which share of a processor it had from `from` to `to` ns, as far as events before `complete` have seen; none: they have not.
    std::optional<double> busy(int64_t from, int64_t to, uint32_t complete) const;
    // Sums over what was complete.
    struct Sums {
        int64_t asleep = 0, copying = 0, longest = 0; // ns
        int64_t surely = 0;                           // ns asleep at least
        uint64_t slept = 0, perhaps = 0;              // events with a wait; those of them that had perhaps none
    };
    Sums sums(int64_t time, uint32_t complete) const;

private:
    struct Sleep {
        int64_t begin, end; // of the look
        uint32_t sequence;
    };
    struct Cpu {
        int64_t begin, end, cpu;
        uint32_t sequence;
    };
    // Waits up to an event of the lane, every so many events.
    struct Waits {
        int64_t longest = 0;
        uint64_t count = 0, perhaps = 0;
        void add(int64_t ns, int64_t surely);
    };
    static constexpr size_t block = 256;

    void order();
    bool unsettled(uint32_t changed);
    void sum_up(size_t index, const Parts &parts);
    void append(int64_t begin, int64_t end, uint32_t sequence);
    void resize(size_t size);
    void find_outer(size_t from);
    bool is_outer(size_t index) const;
    int64_t asleep(size_t index) const { return m_lane.asleep[index + 1] - m_lane.asleep[index]; }
    int64_t surely(size_t index) const { return m_surely[index + 1] - m_surely[index]; }

    Replay::Lane m_lane;
    std::vector<int64_t> m_surely;   // prefix sums, as the lane's
    std::vector<uint32_t> m_outer;   // indices of events during which another one of this thread began and ended
    std::vector<uint32_t> m_highest; // the highest sequence number among those up to this one
    std::vector<uint32_t> m_selects; // sequence numbers
    std::vector<Sleep> m_sleeps;
    std::vector<Cpu> m_cpu;
    std::vector<Waits> m_waits;      // before events 0, 256, …; those of m_outer left out
    Waits m_now;
    struct Late {
        int64_t begin, end;
        uint32_t sequence;
    };
    std::vector<Late> m_late;        // begun before one that is in the lane already
    size_t m_settled = 0;
};

} // namespace replay
