// SPDX-License-Identifier: MIT
// What was recorded, as a page has it: threads, the events of its steps, and who and what there is at each of them.
#pragma once

#include "figures/figure.h"
#include "page/text.h"

#include <vector>

namespace page {

// [{"name":[…],"aside":false}, …], as Trace::threads; aside: it only serves the run, and has no lane.
QJsonArray threads_of(const trace::Trace &trace);

// What an event is on the timeline.
enum class Kind : uint8_t { call, running, waiting, copying, wait_and_copy, failed, held, signal, none };
Kind kind_of(const replay::Replay &replay, const trace::Event &event, size_t sequence);

// The events that the steps are about, in columns of the same length: "seq", "thread", "begin" and "end" (ns from the recording's
// begin; "end" is null in flight), "call" (a text's number: as it was called and what it returned), "result", "line", "kind".
QJsonObject events_of(const replay::Replay &replay, const std::vector<replay::Instant> &steps, Texts &texts);

// Who there is at an instant, as numbers of texts: threads [name, call, state, word], sockets of the program in front
// [descriptor, who, share filled or null, content].
QJsonArray people_at(const figures::Scene &scene, Texts &texts);

// [[kind, share], …] of what the first program's thread did, in order: the whole is 1.
QJsonArray strip_of(const replay::Replay &replay);

} // namespace page
