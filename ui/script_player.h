// SPDX-License-Identifier: MIT
// Plays a script against the run, in a thread of its own.
#pragma once

#include "lab/script.h"
#include "ui/background.h"
#include "ui/session.h"

#include <atomic>

namespace ui {

class ScriptPlayer : public QObject {
    Q_OBJECT
public:
    explicit ScriptPlayer(Session &session, QObject *parent = nullptr);
    ~ScriptPlayer() override;

    // Starts a run as `settings` say and, once it listens, does the script; a script still playing is cancelled.
    // `name` is what the user calls it.
    void play(const lab::Script &script, const QString &name, const lab::Settings &settings);
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
