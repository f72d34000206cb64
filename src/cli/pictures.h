// SPDX-License-Identifier: MIT
// What the commands that draw have in common.
#pragma once

#include "cli/command.h"
#include "figures/export.h"

#include <optional>

namespace cli {

// The theme of --theme; nothing: there is none of that name.
std::optional<drawing::ThemeName> wished_theme(const Given &given);
// That there is none.
QString no_theme(const Given &given);
// The size of --size, empty when it is not given; nothing: `mistake` says what is wrong with it.
std::optional<QSizeF> wished_size(const Given &given, QString &mistake);
// That the name of a picture ends in no format's suffix.
QString no_format(const Given &given, const QString &path);
// The files of a picture, for help: "FILE.a or FILE.b".
QString picture_files(const words::Language &language);
// Why a picture could not be written; empty when it was.
QString picture_fault(const Given &given, const drawing::PictureResult &result, const QString &path);

} // namespace cli
