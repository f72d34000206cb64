// SPDX-License-Identifier: MIT
#include "trace/place.h"

#include <cstring>

namespace trace {

const char *file_name(uint32_t place) noexcept
{
    const char *name = anchor + int32_t(place);
    const char *slash = std::strrchr(name, '/');
    return slash ? slash + 1 : name;
}

} // namespace trace
