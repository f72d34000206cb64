// SPDX-License-Identifier: MIT
// Writing a file so that the one that is there survives every failure.
#pragma once

#include "archive/format.h"

class QIODevice;

namespace archive {

// Called between pieces of the content; throws Broken once a write has failed, so that a full disk is noticed early.
using StillGood = std::function<void()>;

// Calls `content` with a device to write to and puts what it wrote at `path` when everything went well. `content` may
// throw Broken. Only regular files are replaced; where there is none, one is made.
using Content = std::function<void(QIODevice &device, const StillGood &still_good)>;
Result new_file(const QString &path, const Content &content);

} // namespace archive
