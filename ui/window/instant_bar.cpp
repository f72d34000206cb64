// SPDX-License-Identifier: MIT
#include "ui/window/instant_bar.h"

#include "ui/common/preferences.h"
#include "ui/lesson/lecture.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace ui {

InstantBar::InstantBar(Session &session, Lecture &lecture, Preferences &preferences, QWidget *parent)
    : QWidget(parent), m_session(session), m_lecture(lecture), m_preferences(preferences), m_badge(new QLabel), m_sentence(new QLabel),
      m_now(new QPushButton)
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(6, 2, 6, 2);
    row->addWidget(m_badge);
    row->addWidget(m_sentence, 1);
    row->addWidget(m_now);
    m_badge->setAutoFillBackground(true);
    m_badge->setMargin(3);
    m_badge->setAlignment(Qt::AlignCenter);
    m_sentence->setTextFormat(Qt::PlainText); // it quotes what peers have sent
    m_sentence->setWordWrap(true);
    QSizePolicy keep = m_now->sizePolicy();
    keep.setRetainSizeWhenHidden(true); // nothing jumps when it comes and goes
    m_now->setSizePolicy(keep);
    m_now->setAutoDefault(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    connect(m_now, &QPushButton::clicked, &session, &Session::go_last);
    connect(&session, &Session::instant_changed, this, &InstantBar::say);
    connect(&session, &Session::state_changed, this, &InstantBar::say);
    connect(&lecture, &Lecture::changed, this, &InstantBar::say);
    connect(&preferences, &Preferences::theme_changed, this, &InstantBar::say);
    say();
}

QString InstantBar::badge() const
{
    return m_badge->text();
}

QString InstantBar::sentence() const
{
    return m_sentence->text();
}

void InstantBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        say();
    QWidget::changeEvent(event);
}

void InstantBar::say()
{
    const auto number = [this](size_t value) { return m_preferences.language().number(qlonglong(value)); };
    // Steps are numbered from 0, as on the command line and in the figures.
    const size_t complete = m_session.instant().complete, events = m_session.trace().events().size();
    const QString step = number(complete ? complete - 1 : 0), steps = number(events ? events - 1 : 0);
    const bool run = m_session.run() != nullptr;
    const Lecture::Ahead ahead = run ? Lecture::Ahead::nothing : m_lecture.ahead();
    QString badge, sentence;
    drawing::Ink ink = drawing::Ink::muted;
    if (m_session.activity() == Session::Activity::starting) {
        badge = tr("STARTING");
        sentence = tr("The server is starting.");
    } else if (run && m_session.live() && m_session.paused()) {
        badge = tr("STEPPING");
        ink = drawing::Ink::waiting;
        sentence = tr("The gate holds every thread before its next call: timings are no longer representative.");
    } else if (run && m_session.live()) {
        badge = tr("LIVE");
        ink = drawing::Ink::running;
        sentence = m_session.visited() || m_session.run()->settings().occupant ? tr("You see what is happening now.")
                                       : tr("The server waits for its first client: connect one, or type the command below.");
    } else if (ahead == Lecture::Ahead::held && m_session.at_end()) {
        badge = tr("HELD");
        ink = drawing::Ink::held;
        sentence = m_lecture.ahead_words();
    } else if (ahead == Lecture::Ahead::hidden && m_session.at_end()) {
        badge = tr("HIDDEN");
        ink = drawing::Ink::held;
        sentence = events ? tr("Step %1. %2", "a number, why no step comes behind it").arg(step, m_lecture.ahead_words()) : m_lecture.ahead_words();
    } else if (complete == 0 && events > 0) {
        badge = run ? tr("PAST") : tr("RECORDING");
        ink = run ? drawing::Ink::signal : drawing::Ink::copying;
        sentence = tr("Here the recording begins: nothing has happened yet. Its last step is step %1.").arg(steps);
    } else if (run) {
        badge = tr("PAST");
        ink = drawing::Ink::signal;
        sentence = (m_session.paused() ? tr("You are looking at the past: step %1 of %2. The threads stay where they are.")
                                       : tr("You are looking at the past: step %1 of %2. The threads run on meanwhile."))
                       .arg(step, steps);
    } else if (events == 0) {
        badge = tr("EMPTY");
        sentence = tr("Nothing is recorded yet: start a run or open a recording.");
    } else if (ahead == Lecture::Ahead::hidden) {
        badge = tr("RECORDING");
        ink = drawing::Ink::copying;
        sentence = tr("Step %1 of %2. What comes behind is hidden until the question is answered.").arg(step, steps);
    } else if (ahead != Lecture::Ahead::nothing) {
        badge = tr("LESSON");
        ink = drawing::Ink::running;
        sentence = tr("Step %1 of %2 so far: the lesson's run is not over.").arg(step, steps);
    } else if (m_session.trace().run.stepped) {
        badge = tr("RECORDING");
        ink = drawing::Ink::copying;
        sentence = tr("Step %1 of %2. Threads were held at the gate while this was recorded: its timings are not representative.")
                       .arg(step, steps);
    } else {
        badge = tr("RECORDING");
        ink = drawing::Ink::copying;
        sentence = tr("Step %1 of %2 of a run that has ended.").arg(step, steps);
    }
    const QColor ground = m_preferences.theme().colour(ink);
    QPalette colours;
    colours.setColor(QPalette::Window, ground);
    colours.setColor(QPalette::WindowText, m_preferences.theme().text_colour(drawing::Ink::paper, ink));
    m_badge->setPalette(colours);
    QFont bold = font();
    bold.setBold(true);
    m_badge->setFont(bold);
    m_badge->setText(badge);
    m_sentence->setText(sentence);
    m_now->setText(tr("Return to no&w"));
    m_now->setVisible(run && !m_session.live());
}

} // namespace ui
