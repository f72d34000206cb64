// SPDX-License-Identifier: MIT
// Where the program in front is in its listing.
#pragma once

#include "figures/figure.h"

namespace figures {

// The file and line of its call in progress, else of what it did last.
struct Place {
    QString file;
    int line = 0;
    bool asleep = false;
    std::optional<size_t> server; // index into Trace::threads
};

Place place_of(const Scene &scene);
// It is a bench's: what the bench is given beside a listing is not part of that.
bool is_typed(const Scene &scene, const Place &place);
// The statements of a bench whose program this is, or the file's text.
QStringList text_of(const Scene &scene, const Place &place);

} // namespace figures
