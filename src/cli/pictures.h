// SPDX-License-Identifier: MIT
// What the commands that draw have in common.
#pragma once

#include "cli/command.h"
#include "figures/export.h"

#include <optional>

namespace cli {

inline constexpr int largest = 32767; // px, what Qt can paint on

// The theme of --theme; nothing: there is none of that name.
std::optional<figures::ThemeName> wished_theme(const Given &given);
// Why a picture could not be written; empty when it was.
QString picture_fault(const Given &given, const figures::PictureResult &result, const QString &path);

} // namespace cli
