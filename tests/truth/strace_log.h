// SPDX-License-Identifier: MIT
// What strace -f -o FILE wrote, call by call.
#pragma once

#include <QList>
#include <QMap>
#include <QString>
#include <QStringList>

namespace strace {

struct Call {
    QString name;
    QStringList args;     // split at the commas outside brackets, braces and quotes
    int result = 0;
    QString error;        // "EAGAIN", or empty
    QList<int> ready[3];  // select: "in [3 4], out [5], except [4]"
    qint64 left_us = -1;  // select: of the timeout, "left {tv_sec=1, tv_nsec=2000}"; -1: not told
    QString line;         // as strace wrote it, for messages
};

bool is_installed();
// Whether this system lets it trace.
bool may_trace();

// The calls of each thread, in the order in which they began. With rt_sigreturn in the log, which is left out, a call that was
// interrupted and begun anew by the kernel (SA_RESTART) is one.
QMap<int, QList<Call>> read(const QString &path);

// "[3 4]" as numbers; empty for NULL and [].
QList<int> set(const QString &text);

} // namespace strace
