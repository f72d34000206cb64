// SPDX-License-Identifier: MIT
// iomodels export … -o a.html, and -o FOLDER: pages for a browser.
#pragma once

#include "cli/command.h"

namespace cli {

// One page of a recording, a lesson or a server's lesson.
int write_page(const Given &given, const QString &path);
// A page of each lesson named, and their index, in a folder that is made if it is not there.
int write_course(const Given &given, const QString &folder);

} // namespace cli
