// SPDX-License-Identifier: MIT
#include "allocations.h"

#include <algorithm>
#include <atomic>

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
#define IOMODELS_OWN_ALLOCATOR
#endif

namespace allocations {
namespace {

std::atomic<size_t> g_largest, g_sum;

} // namespace

void forget()
{
    g_largest = g_sum = 0;
}

size_t largest()
{
    return g_largest;
}

size_t sum()
{
    return g_sum;
}

#ifdef IOMODELS_OWN_ALLOCATOR

bool watched()
{
    return false;
}

} // namespace allocations

extern "C" const char *__asan_default_options()
{
    return "max_allocation_size_mb=256:allocator_may_return_null=0";
}

#else

bool watched()
{
    return true;
}

static size_t noted(size_t size)
{
    g_sum += size;
    size_t known = g_largest;
    while (size > known && !g_largest.compare_exchange_weak(known, size)) {
    }
    return size;
}

} // namespace allocations

// glibc lets a program put its own in their place (malloc(3), "Replacing malloc" in the library's manual); free() fits them.
extern "C" {
void *__libc_malloc(size_t size);
void *__libc_calloc(size_t count, size_t size);
void *__libc_realloc(void *old, size_t size);
void *__libc_memalign(size_t alignment, size_t size);

void *malloc(size_t size)
{
    return __libc_malloc(allocations::noted(size));
}
void *calloc(size_t count, size_t size)
{
    allocations::noted(count * size);
    return __libc_calloc(count, size);
}
void *realloc(void *old, size_t size)
{
    return __libc_realloc(old, allocations::noted(size));
}
void *aligned_alloc(size_t alignment, size_t size)
{
    return __libc_memalign(alignment, allocations::noted(size));
}
}

#endif
