// SPDX-License-Identifier: MIT
// What the picture of one read says beside its lines. What stands between backticks is code.
#pragma once

#include "figures/phases/one_read.h"

namespace figures {

struct OneReadWords {
    QString title, gloss, claim; // "Figure 6.1 · Blocking I/O", what it is called, one sentence
    QString kernel;              // head of the kernel's side
    QString before, after;       // what the program does until the data comes, and in the end: one bold line each
    QStringList before_more;     // below it
    QString between;             // in the middle, until the data comes; may be empty
    QString wait, copy;          // below the names of the phases
    QString woken;               // in the kernel, between the two; may be empty
    QString arrives, arrival;    // what comes, and between which instants
    QString strip_wait, strip_copy;
    QString setup;               // in the kernel, beside what switches signals on
};
OneReadWords words_of(const Scene &scene, const OneRead &one);

// ns from when the client began to send: "−20.8 ms", "0", "+46.5 µs".
QString since_zero(const words::Language &, const OneRead &one, int64_t time);
// How long the data took from the kernel's buffer into the program's, ns: at most, where `at_most`.
struct CopyTime {
    int64_t ns = 0;
    bool at_most = false;
};
CopyTime copy_time(const OneRead &one);

} // namespace figures
