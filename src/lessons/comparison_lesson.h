// SPDX-License-Identifier: MIT
// A lesson whose run is a comparison: what is said and asked beside its figures.
#pragma once

#include "comparison/comparison.h"
#include "lessons/followed.h"

namespace lessons {

// As follow() of a recording; every moment is "comparison". A model that could not run answers nothing.
Followed follow(const LessonFile &lesson, const comparison::Result &result, const words::Language &language);
// As choices() of a recording: the models asked about.
std::vector<Offer> choices(const words::Language &, const comparison::Result &result, const Ask &ask);

} // namespace lessons
