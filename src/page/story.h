// SPDX-License-Identifier: MIT
// What a lesson says and asks, at the steps of a page; of a recording without one its chapters.
#pragma once

#include "page/page.h"
#include "replay/replay.h"

#include <QJsonArray>
#include <QStringList>

#include <vector>

namespace page {

// The instants that what is said and asked is about, and those of the chapters.
std::vector<replay::Instant> anchors_of(const Source &source, const replay::Replay &replay);

// In order: {"kind":"say","text":[…],"step":17,"chapter":2,"look":"sets","careful":true}; of a question also "id", "answer", "told" (the
// answer as text), "wrong", "after" (the step that shows it), and "choices" or "rows" to answer with.
QJsonArray story_of(const Source &source, const replay::Replay &replay, const std::vector<replay::Instant> &steps);

// Of each step the program whose figures are drawn: that of what is said there or was said last.
std::vector<uint16_t> fronts_of(const Source &source, const replay::Replay &replay, const std::vector<replay::Instant> &steps);
// Of each step whether what select()'s first argument will be is asked there, or next in its chapter: a figure would tell it.
std::vector<bool> bound_asked_at(const Source &source, const replay::Replay &replay, const std::vector<replay::Instant> &steps);
// [{"title":[…],"step":3}, …]
QJsonArray chapters_of(const trace::Trace &trace, const replay::Replay &replay, const std::vector<replay::Instant> &steps);

// The figures to be looked at, the stage and what the page has as text left out.
QStringList figures_of(const Source &source, const replay::Replay &replay);

// Its title: the lesson's, else the server's.
QJsonArray title_of(const Source &source);

} // namespace page
