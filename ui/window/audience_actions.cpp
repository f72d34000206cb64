// SPDX-License-Identifier: MIT
#include "ui/window/audience_actions.h"

#include "ui/audience/usher.h"
#include "ui/audience/window.h"
#include "ui/common/actions.h"
#include "ui/common/announcer.h"
#include "ui/common/preferences.h"
#include "ui/window/status_line.h"

#include <QAction>

namespace ui {

AudienceActions::AudienceActions(const Around &around) : QObject(&around.window), m(around)
{
    connect(m.actions.let_audience_in, &QAction::triggered, this, [this] { m.usher.is_open() ? m.usher.close() : let_in(); });
    connect(&m.usher, &Usher::changed, this, &AudienceActions::show_state);
}

void AudienceActions::let_in()
{
    if (!m_window) {
        m_window = new AudienceWindow(m.usher, m.preferences, &m.window);
        m_window->addAction(m.actions.let_audience_in); // its key works there, too
    }
    m.usher.is_settled() ? m_window->let_in() : m_window->ask();
    if (m_window->isVisible())
        m_window->raise();
    m_window->show();
    m_window->activateWindow();
}

void AudienceActions::show_state()
{
    const bool open = m.usher.is_open(), was_open = std::exchange(m_was_open, open);
    m.actions.let_audience_in->setChecked(open);
    const Invitation invitation = m.usher.invitation();
    const QString how_many = open ? ui::how_many(m.preferences.language(), invitation) : QString();
    m.status.show_audience(open ? tr("Audience: %1").arg(how_many) : QString());
    if (open)
        m.announcer.say_latest(this, how_many);
    else if (was_open) {
        m.announcer.forget(this);
        m.announcer.say(spoken(m.preferences.language(), invitation));
    }
}

} // namespace ui
