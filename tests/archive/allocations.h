// SPDX-License-Identifier: MIT
// What a piece of code asks the heap for: the C library's allocator, watched.
#pragma once

#include <cstddef>

namespace allocations {

// False under a sanitizer, which has an allocator of its own: then largest() is always 0, and the sanitizer itself ends the
// program on a request above 256 MiB.
bool watched();
// Forgets what was asked so far.
void forget();
// The largest single request since, and the sum of all, in bytes.
size_t largest();
size_t sum();

} // namespace allocations
