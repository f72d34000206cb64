// SPDX-License-Identifier: MIT
// What an errno means, in words.
#pragma once

#include "words/language.h"

namespace words {

// "the port is in use already": a clause to stand after a colon. Never empty.
QString error_meaning(const Language &, int error);

} // namespace words
