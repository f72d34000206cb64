// SPDX-License-Identifier: MIT
// Which send() brought which datagram: by the sender's port and in order, as long as none can have been lost on the way.
#pragma once

#include "trace/trace.h"

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <vector>

namespace replay {

// Inboxes are numbered in the order they are opened; `none` (UINT32_MAX) is no event. Queries are hindsight, as those of
// Connections.
class Datagrams {
public:
    explicit Datagrams(const trace::Trace &trace) : m_trace(trace) {}

    // A datagram socket was made: the number of its inbox.
    uint32_t open();
    // Forgets the inbox opened last.
    void forget_last() { m_inboxes.pop_back(); }
    // Event `sequence` has sent a datagram to `inbox` from port `from`. Returns the event from which on calls may have waited
    // for something else than was thought, or `none`: the sender was taken for a stranger until now.
    uint32_t sent(uint32_t sequence, uint32_t inbox, uint16_t from);
    // Event `sequence` has sent one to either of two, which cannot be known yet.
    void sent_to_either(uint32_t sequence, uint32_t one, uint32_t other, uint16_t from);
    // As event `sequence` tells, what was being sent to `inbox` after `since` ns and is not taken may be in `other` instead.
    // Returns as sent() does, like the next two.
    uint32_t doubt(uint32_t sequence, uint32_t inbox, uint32_t other, int64_t since);
    // True if `inbox` has already given out what event `sequence` has sent from port `from`.
    bool took_early(uint32_t sequence, uint32_t inbox, uint16_t from);
    // Event `sequence` has taken a datagram out of `inbox` that came from port `from`; 0: which was not told.
    uint32_t received(uint32_t sequence, uint32_t inbox, uint16_t from);
    // Event `sequence` has found none in `inbox`.
    uint32_t emptied(uint32_t sequence, uint32_t inbox);
    // From `sequence` on the size of its buffer is not known: datagrams may get lost.
    void lose_order(uint32_t sequence, uint32_t inbox) { lose_order(sequence, inbox, sequence); }
    // Forgets what events from `first` on have told.
    void cut(uint32_t first);
    void shrink();

    // The event that brought the datagram which event `sequence` took; `none` when the recording cannot tell.
    uint32_t bringer(uint32_t inbox, uint32_t sequence) const;
    // The reverse: the event that took what event `send` has sent from port `from`; `none` likewise, or not yet.
    uint32_t taker(uint32_t inbox, uint16_t from, uint32_t send) const;
    // The events that sent datagrams to it, in order.
    std::span<const uint32_t> sends(uint32_t inbox) const { return m_inboxes[inbox].sends; }
    // Whether event `sequence` took one.
    bool took(uint32_t inbox, uint32_t sequence) const;
    // The event that brought the first datagram that was not taken when `complete` events were, of several that came at once
    // the one whose send() returned first; `none` likewise.
    uint32_t next(uint32_t inbox, uint32_t complete) const;
    // True when a program that is not in the recording has sent to it.
    bool stranger(uint32_t inbox, uint32_t complete) const;
    // Sent and not taken; none when the recording cannot tell.
    struct Waiting {
        int64_t datagrams = 0, bytes = 0;
    };
    std::optional<Waiting> waiting(uint32_t inbox, uint32_t complete) const;
    // True if what the send() `sequence` (`none`: it has not ended) from port `from` sends was taken already.
    bool taken(uint32_t inbox, uint16_t from, uint32_t sequence, uint32_t complete) const;

private:
    struct Datagram {
        uint32_t sequence;
        int64_t after; // bytes from the same port so far, this one included
    };
    // From one port.
    struct Flow {
        std::vector<Datagram> sent, received;
        int64_t load() const; // of the buffer, as much as it can be
    };
    struct Inbox {
        std::map<uint16_t, Flow> flows;
        struct Load {
            uint32_t sequence;
            int64_t after; // of all flows
        };
        std::vector<Load> loads;
        std::vector<uint32_t> sends; // from all ports
        struct Taken {
            uint32_t sequence;
            uint16_t from;
        };
        std::vector<Taken> taken;
        struct Lost {
            uint32_t sequence; // of the event that tells
            uint32_t from;     // the first event by which a datagram may have been lost
        };
        std::vector<Lost> lost; // each with the lowest so far
        uint32_t uncertain() const { return lost.empty() ? UINT32_MAX : lost.back().from; }
    };
    // datagrams_in_doubt.cpp: sent to a port that two sockets had at that moment.
    struct Doubt {
        uint32_t sequence;         // of the event that raised it
        uint32_t send;
        uint32_t inboxes[2];
        uint16_t from;
        bool was_first;            // it had been thought to be in the first
        uint32_t settled = UINT32_MAX; // the event that tells which
        uint32_t inbox = UINT32_MAX;   // which
        uint32_t tied = UINT32_MAX;    // the event that took it or another one that is equal
        bool concerns(uint32_t number) const { return inboxes[0] == number || inboxes[1] == number; }
        uint32_t other(uint32_t number) const { return inboxes[inboxes[0] == number]; }
    };
    void lose_order(uint32_t sequence, uint32_t inbox, uint32_t from);
    void put(uint32_t inbox, uint16_t from, uint32_t send);
    void take_back(uint32_t inbox, uint16_t from, uint32_t send);
    uint32_t settle(Doubt &doubt, uint32_t inbox, uint32_t sequence);
    uint32_t mistake(uint32_t sequence, uint32_t inbox, uint16_t from);
    std::vector<Doubt *> doubts(uint32_t inbox, uint16_t from);
    uint32_t recognize(uint32_t sequence, uint32_t inbox, uint16_t from);
    bool in_doubt(uint32_t inbox, uint32_t complete) const;
    bool tied(uint32_t send) const;
    void cut_doubts(uint32_t first);
    const trace::Event &event(uint32_t sequence) const { return m_trace.events()[sequence]; }
    static void add(std::vector<Datagram> &datagrams, uint32_t sequence, int64_t bytes);
    void weigh(Inbox &inbox, uint32_t sequence, int64_t more);
    bool agree(const trace::Event &send, const trace::Event &receive) const;

    const trace::Trace &m_trace;
    std::vector<Inbox> m_inboxes;
    std::vector<Doubt> m_doubts; // in the order they were raised
    size_t m_unsettled = 0;
};

} // namespace replay
