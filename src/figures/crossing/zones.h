// SPDX-License-Identifier: MIT
// What a crossing says about one call: its arrows' words, and the stretches of time it spends in the kernel.
#pragma once

#include "figures/crossing/calls.h"

namespace figures {

// A stretch of a call on the kernel's side, marked by a bracket.
struct Zone {
    QString name;        // stable
    Ink ink = Ink::line;
    QString what, detail; // two rows; a zone of one row has no `detail`
    bool arrives = false; // its end is an arrow from the right, which `detail` tells of
    bool open = false;   // it has not ended
    bool uncertain = false; // its end is known to within the peer's call
    qreal height() const;
};
std::vector<Zone> zones_of(const Scene &scene, const KernelCall &call);

// "recv(4, buffer, 4096, 0)", and "= 3 "abc"", "-1 EAGAIN", "0: time is up".
QString asked_words(const Scene &scene, const KernelCall &call);
QString answered_words(const Scene &scene, const KernelCall &call);
// A signal: "SIGIO: its handler begins", with the descriptor if it names one; beside it what it says of the reason.
QString signal_words(const Scene &scene, const KernelCall &signal);
QString signal_detail(const Scene &scene, const KernelCall &signal);
// How long the thread slept in the call.
QString asleep_words(const Scene &scene, const KernelCall &call);
// Everything about the call, for a screen reader.
QString call_sentence(const Scene &scene, const KernelCall &call);

} // namespace figures
