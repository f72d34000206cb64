// SPDX-License-Identifier: MIT
#include "ui/window/server_choice.h"

#include "ui/common/message_bar.h"
#include "ui/common/preferences.h"
#include "ui/live/run_bar.h"
#include "ui/live/session.h"

#include "lessons/catalogue.h"
#include "lessons/problems.h"

#include <QAction>

#include <utility>

namespace ui {
namespace {

constexpr QLatin1String topic("server"); // of the bar's one message about it

} // namespace

ServerChoice::ServerChoice(RunBar &bar, Session &session, MessageBar &messages, Preferences &preferences, QAction &new_run)
    : QObject(&bar), m_bar(bar), m_session(session), m_messages(messages), m_preferences(preferences), m_new_run(new_run)
{
    connect(&bar, &RunBar::server_changed, this, &ServerChoice::chosen);
    connect(&session, &Session::started, this, &ServerChoice::started);
    connect(&session, &Session::stopped, this, [this] { m_messages.clear(topic); });
    connect(&session, &Session::instant_changed, this, [this] { // it is being used: nobody wants it undone
        if (m_session.visited() && m_bar.server() == running())
            m_messages.clear(topic);
    });
}

QString ServerChoice::running() const
{
    return m_session.run() ? lessons::server_name(m_session.trace()) : QString();
}

void ServerChoice::starting()
{
    m_replaced = m_session.unsaved() ? QString() : running();
}

void ServerChoice::chosen()
{
    const QString now = running(), wanted = m_bar.server();
    if (now.isEmpty() || now == wanted)
        return m_messages.clear(topic);
    const auto text = [this, now, wanted] {
        const words::Language &language = m_preferences.language();
        return tr("Chosen for the next run: %1. Until then %2 runs on.")
            .arg(lessons::server_title(language, wanted), lessons::server_title(language, now));
    };
    m_messages.say_about(topic, text,
                         {{[] { return tr("Start it"); }, [this] { m_new_run.trigger(); }},
                          {[] { return tr("Undo the choice"); }, [this, now] { m_bar.set_server(now); }}});
}

void ServerChoice::started()
{
    const QString now = running(), before = std::exchange(m_replaced, QString());
    m_bar.set_server(now);
    m_messages.clear(topic);
    if (before.isEmpty() || before == now)
        return;
    const auto text = [this, now, before] {
        const words::Language &language = m_preferences.language();
        return tr("%1 runs now instead of %2.", "servers").arg(lessons::server_title(language, now), lessons::server_title(language, before));
    };
    m_messages.say_about(topic, text, {{[] { return tr("Undo"); }, [this, before] {
                                            m_bar.set_server(before);
                                            m_new_run.trigger();
                                        }}});
}

} // namespace ui
