// SPDX-License-Identifier: MIT
#include "ui/window/status_line.h"

#include "lessons/catalogue.h"
#include "ui/common/actions.h"
#include "ui/common/icons.h"
#include "ui/common/preferences.h"
#include "ui/common/short_label.h"
#include "ui/lesson/lecture.h"

#include <QApplication>
#include <QClipboard>
#include <QEvent>
#include <QLabel>
#include <QProgressBar>
#include <QToolButton>

#include <algorithm>

namespace ui {

StatusLine::StatusLine(Session &session, Lecture &lecture, Preferences &preferences, const Actions &actions, QWidget *parent)
    : QStatusBar(parent), m_session(session), m_lecture(lecture), m_preferences(preferences), m_listening(new ShortLabel), m_audience(new QLabel), m_work(new ShortLabel),
      m_recorded(new QLabel), m_dropped(new QLabel), m_copy(new QToolButton), m_cancel(new QToolButton), m_progress(new QProgressBar)
{
    for (QLabel *label : {m_listening, m_work})
        static_cast<ShortLabel *>(label)->give_way();
    m_listening->setMargin(3);
    m_listening->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_copy->setAutoRaise(true);
    m_copy->setIcon(icon("edit-copy"));
    m_copy->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    addWidget(m_listening);
    addWidget(m_copy);
    m_work->setTextFormat(Qt::PlainText); // with names of files
    m_audience->setTextFormat(Qt::PlainText);
    m_audience->setObjectName("audience_status");
    m_audience->hide();
    addPermanentWidget(m_audience);
    addPermanentWidget(m_work);
    addPermanentWidget(m_progress);
    addPermanentWidget(m_cancel);
    addPermanentWidget(m_dropped);
    addPermanentWidget(m_recorded);
    for (QAction *language : actions.languages) {
        auto *button = new QToolButton;
        button->setDefaultAction(language);
        button->setAutoExclusive(true); // one of several, to screen readers too
        button->setAutoRaise(true);
        button->setFocusPolicy(Qt::TabFocus);
        addPermanentWidget(button);
    }
    for (QToolButton *button : {m_copy, m_cancel})
        button->setFocusPolicy(Qt::TabFocus);
    m_progress->setTextVisible(false);
    m_progress->setFixedWidth(fontMetrics().averageCharWidth() * 16);
    const auto give_alarm_colour = [this, &preferences] {
        QPalette alarm;
        alarm.setColor(QPalette::WindowText, preferences.theme().text_colour(drawing::Ink::signal, drawing::Ink::panel));
        m_dropped->setPalette(alarm);
    };
    connect(&preferences, &Preferences::theme_changed, this, give_alarm_colour);
    give_alarm_colour();
    hide_work();

    connect(m_copy, &QToolButton::clicked, this, [this] { QApplication::clipboard()->setText(command()); });
    connect(m_cancel, &QToolButton::clicked, this, &StatusLine::cancelled);
    connect(&session, &Session::instant_changed, this, &StatusLine::say);
    connect(&session, &Session::state_changed, this, &StatusLine::say);
    connect(&lecture, &Lecture::changed, this, &StatusLine::say);
    retranslate();
}

void StatusLine::show_work(const QString &what, int percent)
{
    m_work->setText(what);
    m_progress->setRange(0, percent < 0 ? 0 : 100);
    m_progress->setValue(qMax(0, percent));
    for (QWidget *widget : std::initializer_list<QWidget *>{m_work, m_progress, m_cancel})
        widget->show();
}

void StatusLine::hide_work()
{
    for (QWidget *widget : std::initializer_list<QWidget *>{m_work, m_progress, m_cancel})
        widget->hide();
}

void StatusLine::show_audience(const QString &how_many)
{
    m_audience->setText(how_many);
    m_audience->setVisible(!how_many.isEmpty());
}

QString StatusLine::command() const
{
    const int port = m_session.run() ? m_session.run()->port() : 0;
    const servers::Server *server = lessons::server_of(m_session.trace());
    const QString where = server && server->datagrams ? QStringLiteral("-u 127.0.0.1") : QStringLiteral("127.0.0.1");
    return port ? QStringLiteral("nc %1 %2").arg(where).arg(port) : QString();
}

QString StatusLine::listening() const
{
    return m_listening->text();
}

void StatusLine::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    if (event->type() == QEvent::FontChange) {
        m_progress->setFixedWidth(fontMetrics().averageCharWidth() * 16);
        m_recorded->setMinimumWidth(0);
    }
    QStatusBar::changeEvent(event);
}

void StatusLine::retranslate()
{
    m_copy->setText(tr("Copy"));
    m_copy->setToolTip(tr("Copies the command, to be typed into a terminal"));
    m_copy->setAccessibleName(tr("Copy the command"));
    m_cancel->setText(tr("Cancel"));
    m_progress->setAccessibleName(tr("Progress"));
    say();
}

void StatusLine::say()
{
    const QString command = this->command();
    if (!command.isEmpty())
        m_listening->setText(tr("127.0.0.1:%1 is listening. Try: %2").arg(m_session.run()->port()).arg(command));
    else if (m_session.activity() == Session::Activity::starting)
        m_listening->setText(tr("The server is starting."));
    else if (m_session.run() && m_session.run()->settings().occupant)
        m_listening->setText(tr("The bench has no socket that listens."));
    else if (m_lecture.ahead() != Lecture::Ahead::nothing)
        m_listening->setText(m_lecture.ahead_words());
    else
        m_listening->setText(m_session.run() ? tr("The server does not listen yet.") : tr("No server is running."));
    m_copy->setVisible(!command.isEmpty());

    const words::Language &language = m_preferences.language();
    m_recorded->setText(tr("Recorded events: %1").arg(language.number(qlonglong(m_session.trace().events().size()))));
    m_recorded->setMinimumWidth(std::max(m_recorded->minimumWidth(), m_recorded->sizeHint().width())); // grows, never jitters
    const uint64_t dropped = m_session.trace().dropped;
    m_dropped->setVisible(dropped > 0);
    m_dropped->setText(tr("Lost events: %1").arg(language.number(qlonglong(dropped))));
    m_dropped->setToolTip(tr("More happened than could be recorded: the picture may be incomplete"));
}

} // namespace ui
