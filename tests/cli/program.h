// SPDX-License-Identifier: MIT
// The built program, run as a person would in a terminal that has no display.
#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QList>
#include <QProcess>
#include <QStringList>

namespace program {

// How it ended.
struct Answer {
    int code = -1; // the exit code; -1: it crashed, did not start or did not end
    QByteArray out, err;
};

// A process that is not started yet: the program, English, without a display.
void prepare(QProcess &process, const QStringList &arguments);

// Runs it to its end, at most a minute.
Answer run(const QStringList &arguments);
// The same through sh(1): `command` finds the program as "$iomodels".
Answer shell(const QString &command);

// Waits until the program has said on stderr where it listens; 0 if it did not.
int listening_port(QProcess &process);

// Each line of `out` as an object; an empty list if one of them is none.
QList<QJsonObject> objects(const QByteArray &out);

} // namespace program
