// SPDX-License-Identifier: MIT
// The two rings of io_uring and what the kernel has in hand, drawn in place of the descriptor sets.
#pragma once

#include "figures/figure.h"

namespace figures {

// The server's rings, or nullptr: it has none.
const replay::Uring *uring_of(const Scene &scene);

// px; the scene has a uring_of().
QSizeF uring_rings_size(const Scene &scene);
Drawing uring_rings(const Scene &scene, QSizeF size);

} // namespace figures
