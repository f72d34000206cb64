// SPDX-License-Identifier: MIT
// A recording as the bytes of format.h.
#pragma once

#include "archive/bookmarks.h"

#include <functional>
#include <optional>

class QIODevice;

namespace archive {

// Writes all of it. `part`: its number in a journal. `between`: asked after each piece, with the number of events written so far.
void write_document(QIODevice &device, const trace::Trace &trace, std::optional<int64_t> part, const std::function<void(size_t events)> &between,
                    const std::vector<Bookmark> &bookmarks = {});

} // namespace archive
