// SPDX-License-Identifier: MIT
#include "ui/live/script_player.h"

namespace ui {
namespace {

constexpr std::chrono::hours patience(4); // a lecturer may step through it; Cancel ends it sooner

} // namespace

ScriptPlayer::ScriptPlayer(Session &session, QObject *parent) : QObject(parent), m_session(session)
{
    connect(&session, &Session::started, this, &ScriptPlayer::begin);
    connect(&session, &Session::failed, this, [this] { m_waiting.reset(); });
    connect(&session, &Session::recording_changed, this, &ScriptPlayer::cancel);
}

ScriptPlayer::~ScriptPlayer()
{
    cancel();
}

void ScriptPlayer::play(const lessons::PlannedRun &plan)
{
    cancel();
    m_waiting = plan.script;
    m_name = plan.script_name;
    m_session.start(plan.settings);
}

void ScriptPlayer::cancel()
{
    if (m_cancel)
        m_cancel->store(true);
}

void ScriptPlayer::begin()
{
    if (!m_waiting)
        return;
    m_cancel = std::make_shared<std::atomic<bool>>(false);
    emit begun(m_name);
    m_background.run([this, script = *std::exchange(m_waiting, std::nullopt), run = m_session.run(), cancel = m_cancel,
                      name = m_name]() mutable -> Background::After {
        const auto problem = lab::play(script, *run, patience, [cancel] { return cancel->load(); });
        run.reset();
        return [this, problem, cancel, name] {
            if (cancel != m_cancel)
                return;
            m_cancel.reset();
            emit over();
            if (problem && !cancel->load())
                emit failed(*problem, name);
        };
    });
}

} // namespace ui
