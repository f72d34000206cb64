// SPDX-License-Identifier: MIT
// A recording together with what finds the World at any instant of it.
#pragma once

#include "archive/bookmarks.h"
#include "replay/replay.h"
#include "trace/trace.h"

#include <memory>

namespace ui {

struct Recording {
    explicit Recording(std::unique_ptr<trace::Trace> recorded = std::make_unique<trace::Trace>())
        : trace(std::move(recorded)), replay(*trace)
    {
    }
    const std::unique_ptr<trace::Trace> trace; // replay looks into it
    replay::Replay replay;
    std::vector<archive::Bookmark> bookmarks{}; // the window's thread's
};

} // namespace ui
