// SPDX-License-Identifier: MIT
// The calls that the program says it made, thread by thread, to be held against what strace saw.
#pragma once

#include "truth/strace_log.h"

#include <QJsonObject>

namespace truth {

// As the kernel knows a call, which is what strace writes; empty for what is none.
QString kernel_name(const QString &call);

struct Recorded {
    QString thread;
    QList<QJsonObject> calls; // in the order of their begin
};

// By tid, from the events that `iomodels run --json` prints.
QMap<int, Recorded> recorded_calls(const QByteArray &json);

QList<int> numbers(const QJsonValue &array);
// What a poll() was asked about: descriptors and events.
QStringList entries(const QJsonObject &args);
QStringList entries(const strace::Call &seen);

} // namespace truth
