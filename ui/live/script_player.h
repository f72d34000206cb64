// SPDX-License-Identifier: MIT
// Plays a script against the run, in a thread of its own.
#pragma once

#include "lessons/run.h"
#include "ui/common/background.h"
#include "ui/live/session.h"

#include <atomic>

namespace ui {

class ScriptPlayer : public QObject {
    Q_OBJECT
public:
    explicit ScriptPlayer(Session &session, QObject *parent = nullptr);
    ~ScriptPlayer() override;

    // Starts the run and, once it listens, does its script; a script still playing is cancelled.
    void play(const lessons::PlannedRun &plan);
    void cancel();
    bool playing() const { return m_cancel != nullptr; }

signals:
    void begun(const QString &name);
    void over(); // done, cancelled or failed
    void failed(const lab::ScriptProblem &problem, const QString &name);

private:
    void begin();

    Session &m_session;
    std::optional<lab::Script> m_waiting; // for its run
    QString m_name;
    std::shared_ptr<std::atomic<bool>> m_cancel;
    Background m_background{2}; // one that is being cancelled, and the next
};

} // namespace ui
