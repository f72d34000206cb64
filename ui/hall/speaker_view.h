// SPDX-License-Identifier: MIT
// The speaker's screen: what the audience sees, what comes next, notes, the clock against the plan.
#pragma once

#include "ui/hall/speaker_page.h"

#include <QElapsedTimer>
#include <QTimer>
#include <QWidget>

#include <map>

namespace ui {

class AudienceView;
class Lecture;
class Preferences;
class Session;

class SpeakerView : public QWidget {
    Q_OBJECT
public:
    SpeakerView(AudienceView &audience, Session &session, Lecture &lecture, Preferences &preferences);

    void refresh();
    // What has not happened yet for the audience: the answer of a question, what was measured of the next sentence.
    void set_answers_shown(bool shown);
    bool answers_shown() const { return m_answers; }
    SpeakerPage page() const;
    drawing::Drawing drawing(QRectF &preview) const;

signals:
    void closed();

protected:
    void paintEvent(QPaintEvent *event) override;
    void closeEvent(QCloseEvent *event) override;

private:
    void tell_clock(SpeakerPage &page) const;
    void tell_lesson(SpeakerPage &page) const;
    QString chapter_note() const;
    void follow_clock();
    qint64 spent() const; // s, on the lesson there is

    AudienceView &m_audience;
    Session &m_session;
    Lecture &m_lecture;
    Preferences &m_preferences;
    QString m_lesson;                   // whose clock runs
    QElapsedTimer m_since;              // that it does
    std::map<QString, qint64> m_before; // ms: what was spent before on each
    QTimer m_second;
    bool m_answers = false;
};

} // namespace ui
