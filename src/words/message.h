// SPDX-License-Identifier: MIT
// What happens to one message that a server receives: who is blocked, and how, in phase 1 and in phase 2; when it is in hand.
#pragma once

#include "replay/measures/stretches.h"
#include "words/language.h"

#include <span>

namespace words {

struct MessageWords {
    QString wait, copy, in_hand;
};
// `stretches`: what the server's thread did around it. `helper`: the system call in which a thread of the C library was seen asleep,
// waiting for it; empty: none was.
MessageWords message_words(const Language &, const replay::Message &message, std::span<const replay::Stretch> stretches,
                           const QString &helper);

} // namespace words
