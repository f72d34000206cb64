// SPDX-License-Identifier: MIT
// Calls that found nothing because they must not wait: compared by their number.
#pragma once

#include "truth/recorded_calls.h"

namespace truth {

// How often each call found nothing because it must not wait, by what it asked about, between two calls that did: what one
// recorded event may stand for, so their order is not compared, but their number is, exactly.
using Polls = QMap<QString, int>;

// What a call that found nothing was asked about; empty for every other call.
QString asked_in_vain(const QJsonObject &call);

// The calls of one thread, recorded or seen, that are compared one by one.
struct Sequence {
    QList<QJsonObject> recorded;
    QList<strace::Call> seen;
    QList<Polls> polls; // before each of them, and after the last
};
Sequence sequence(const QList<QJsonObject> &calls);
Sequence sequence(const QList<strace::Call> &calls);

} // namespace truth
