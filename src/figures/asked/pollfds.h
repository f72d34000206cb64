// SPDX-License-Identifier: MIT
// struct pollfd[], which poll() is asked with: drawn in place of the descriptor sets.
#pragma once

#include "figures/figure.h"

namespace figures {

// The server's last poll(), or nullptr: it has called none.
const replay::Polling *polling_of(const Scene &scene);

// px; the scene has a polling_of().
QSizeF pollfds_size(const Scene &scene);
Drawing pollfds(const Scene &scene, QSizeF size);

} // namespace figures
