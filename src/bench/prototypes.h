// SPDX-License-Identifier: MIT
// How the calls of the bench are declared, and which constants may stand where: what completion proposes.
#pragma once

#include "calls/names.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace bench {

struct Prototype {
    std::string_view name;                    // "recv"
    std::string_view gives;                   // "ssize_t"
    std::vector<std::string_view> parameters; // "int fd", "void *buf"
};
// As the manual has it, section 2 or 3; of what cannot be typed one without a name.
Prototype prototype(std::string_view name);

// The type of the constants that stand in place `parameter`, from 0, of that call; number: none do.
calls::Type constants_in(std::string_view call, size_t parameter);

// Where a cursor stands in a statement that is being typed.
struct Place {
    std::string call;         // whose parentheses it is in, innermost; empty: none
    int parameter = 0;        // from 0
    std::string word;         // what has been typed of the name before it
    std::vector<std::string> before; // the arguments before this one, as typed
};
Place place_in(std::string_view statement, size_t cursor);

} // namespace bench
