// SPDX-License-Identifier: MIT
// What somebody who looks at a recording has marked in it.
#pragma once

#include "replay/replay.h"

#include <QString>

#include <optional>
#include <vector>

namespace figures {

struct Bookmark {
    replay::Instant instant;
    QString name; // may be empty
    bool operator==(const Bookmark &) const = default;
};

struct Marks {
    std::optional<replay::Instant> a, b; // in either order
    std::vector<Bookmark> bookmarks;     // in order of their instants
    bool operator==(const Marks &) const = default;
};

// The instant of the timeline's part of that id: "mark A", "mark B", "bookmark 2", counted from 1. Nothing: it is none of these.
std::optional<replay::Instant> marked_at(const Marks &marks, const QString &part);

} // namespace figures
