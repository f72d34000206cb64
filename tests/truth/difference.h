// SPDX-License-Identifier: MIT
// One recorded call against one that strace saw: what was asked, and what was answered.
#pragma once

#include "truth/strace_log.h"

#include <QJsonObject>

namespace truth {

// What differs, in words; empty when they agree.
QString difference(const QJsonObject &recorded, const strace::Call &seen);

} // namespace truth
