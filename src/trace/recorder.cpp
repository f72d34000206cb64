// SPDX-License-Identifier: MIT
#include "trace/recorder.h"

#include "trace/payload.h"

#include <algorithm>

namespace trace {

void Recorder::keep(Slot &slot, int64_t end) noexcept
{
    Ring::end(slot, -end);
    m_folding.keep(slot);
}

// What it was asked about may hang on the polls before it: it takes turns with none.
void Recorder::close_multiplexing(Slot &slot, const Outcome &outcome, int64_t end) noexcept
{
    m_folding.finish();
    if (has_words_elsewhere(slot))
        m_ring.answer(slot, outcome.words, outcome.count);
    else if (outcome.words)
        slot.words[1] = outcome.words[outcome.count - 1]; // a reader may be looking at the first, what was asked
    if (in_vain(slot.call, slot.length, outcome.result, outcome.error))
        keep(slot, end);
    else
        Ring::end(slot, end);
}

bool Recorder::repeats_kept(const Slot &asked, const uint64_t *words, size_t count) const noexcept
{
    const Slot *kept = m_folding.kept_like(asked);
    if (!kept || !has_words_elsewhere(asked) || !payload::is_asked(asked.call))
        return kept;
    if (asked.call == Call::poll && count != size_t(asked.fd)) // too many to be written down: nobody knows
        return false;
    return m_ring.asks(*kept, words, count);
}

void Recorder::close_repeated(const Slot &asked, const Outcome &outcome, int64_t end, const uint64_t *words, size_t count) noexcept
{
    if (!in_vain(asked.call, asked.length, outcome.result, outcome.error) || !m_folding.count(asked, outcome.error, end))
        close(open(asked, words, count), asked.call, outcome, end);
}

// False: it belongs to no select() that is being folded.
bool Recorder::fold_assignment(const Slot &event, int64_t time) noexcept
{
    if (!m_folding.belongs(event))
        return false;
    if (!m_folding.count(event, 0, time))
        if (Slot *slot = m_ring.put(event, time, -time))
            m_folding.keep(*slot);
    return true;
}

uint16_t Recorder::variable(const char *name)
{
    const std::scoped_lock lock(m_mutex);
    const auto known = std::ranges::find(m_names, name);
    if (known != m_names.end())
        return uint16_t(known - m_names.begin());
    if (m_names.size() == unnamed_variable)
        return unnamed_variable;
    m_names.emplace_back(name);
    return uint16_t(m_names.size() - 1);
}

std::vector<std::string> Recorder::variables() const
{
    const std::scoped_lock lock(m_mutex);
    return m_names;
}

} // namespace trace
