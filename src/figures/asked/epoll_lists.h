// SPDX-License-Identifier: MIT
// The two lists of an epoll instance, drawn in place of the descriptor sets.
#pragma once

#include "figures/figure.h"

namespace figures {

// The server's epoll instance, or nullptr: it has none.
const replay::Interest *interest_of(const Scene &scene);

// px; the scene has an interest_of().
QSizeF epoll_lists_size(const Scene &scene);
Drawing epoll_lists(const Scene &scene, QSizeF size);

} // namespace figures
