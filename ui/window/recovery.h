// SPDX-License-Identifier: MIT
// Keeps a copy of what is being recorded on disk, half a second old at most, so that it survives the end of the program, however it ends.
#pragma once

#include "ui/common/background.h"
#include "ui/live/session.h"

#include "archive/journal.h"

#include <QTimer>

#include <memory>
#include <optional>
#include <vector>

namespace ui {

class Recovery : public QObject {
    Q_OBJECT
public:
    // Writes to `folder`, one file for each process.
    Recovery(Session &session, const QString &folder, QObject *parent = nullptr);
    // The recording was saved, or is not wanted: its copy goes.
    ~Recovery() override;

    // Recordings left by programs that have ended without removing them.
    static QStringList left(const QString &folder);
    // Where copies go: a folder below QStandardPaths::AppDataLocation.
    static QString usual_folder();
    // Writes now what has come since the last time; for tests and the timer.
    void write();
    QString path() const { return m_path; }
    bool writing() const { return m_writing; }

signals:
    void written();

private:
    Session &m_session;
    const QString m_path;
    std::vector<trace::Batch> m_pending;
    bool m_writing = false;
    std::shared_ptr<std::optional<archive::Journal>> m_journal; // what it holds is touched by the worker only
    QTimer m_timer;
    Background m_background{1};
};

} // namespace ui
