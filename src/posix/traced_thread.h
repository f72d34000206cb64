// SPDX-License-Identifier: MIT
// Threads that a program starts itself: the call that starts one, and the thread from its first step to its last.
#pragma once

#include "trace/place.h"

#include <pthread.h>

namespace traced {

// pthread_create(3). The thread is measured, belongs to the program of the one that starts it, and knows its variables.
struct PthreadCreate {
    int operator()(pthread_t *thread, const pthread_attr_t *attributes, void *(*start)(void *), void *argument,
                   trace::Here = std::source_location::current()) const;
};
inline constexpr PthreadCreate pthread_create{};

} // namespace traced

namespace servers {

using traced::pthread_create;

} // namespace servers
