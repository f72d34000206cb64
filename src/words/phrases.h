// SPDX-License-Identifier: MIT
// What all sentences are made with: durations of events and phases, plurals, one sentence after another.
#pragma once

#include "replay/world.h"

#include <QString>

namespace words {

// ns from `begin` to `end`; whatever a damaged recording says, without overflow.
constexpr int64_t span(int64_t begin, int64_t end)
{
    return int64_t(uint64_t(end) - uint64_t(begin));
}
constexpr int64_t length_of(const trace::Event &event)
{
    return span(event.begin, event.end);
}
// True if all that is known of the boundary is that it lies between two instants.
constexpr bool between(const replay::Phase &phase)
{
    return phase.known == replay::Known::bracketed || phase.known == replay::Known::unknown;
}
// True if what was waited for may have been there when the wait began: how long it was, if at all, is not known then.
constexpr bool perhaps_none(const replay::Phase &wait)
{
    return between(wait) && wait.earliest <= wait.begin;
}

// A count as it chooses the plural: within an int, never negative.
int plural(qint64 count);

// The first letter large: for a sentence that begins with somebody's name.
QString sentence(QString text);
// The sentences that are not empty, one after the other.
QString together(const QStringList &sentences);

} // namespace words
