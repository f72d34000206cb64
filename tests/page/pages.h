// SPDX-License-Identifier: MIT
// Runs to make pages of, and what is in a page.
#pragma once

#include "lessons/run.h"
#include "page/page.h"

#include <QJsonObject>
#include <QProcess>
#include <QStringList>

namespace pages {

// A lesson's run, from its beginning to its end.
struct Played {
    lessons::PlannedRun plan;
    lab::Recorded recorded;
};
Played played(const lessons::Choice &choice);

// The data of a page, unpacked; empty if they are damaged.
QJsonObject data_of(const QByteArray &html);

// The built program, without a display, to its end.
struct Answer {
    int code = -1;
    QByteArray out, err;
};
Answer program(const QStringList &arguments);
// Not started yet.
void prepare(QProcess &process, const QStringList &arguments);
QByteArray content(const QString &path);

} // namespace pages
