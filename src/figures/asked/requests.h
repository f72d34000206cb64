// SPDX-License-Identifier: MIT
// Asynchronous requests: what each asks for, how far it is, and the threads of the C library seen at work on them.
#pragma once

#include "figures/figure.h"

namespace figures {

// True if the server asks for its reads asynchronously.
bool asks_with_requests(const Scene &scene);

QSizeF requests_size(const Scene &scene);
Drawing requests(const Scene &scene, QSizeF size);

} // namespace figures
