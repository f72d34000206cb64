// SPDX-License-Identifier: MIT
// Instants of a recording that somebody has marked, kept in its file.
#pragma once

#include "archive/iotrace.h"

#include <string>
#include <vector>

namespace archive {

struct Bookmark {
    int64_t time = 0;    // ns, CLOCK_MONOTONIC
    size_t complete = 0; // how many events were complete then
    std::string name;    // may be empty
    bool operator==(const Bookmark &) const = default;
};

// As save() and open(), with the recording's bookmarks. What stands in a file is as it stands there: of times nothing is promised.
Result save_marked(const trace::Trace &trace, const std::vector<Bookmark> &bookmarks, const QString &path, const Progress &progress = {});
Result open_marked(const QString &path, std::unique_ptr<trace::Trace> &trace, std::vector<Bookmark> &bookmarks, const Progress &progress = {});

} // namespace archive
