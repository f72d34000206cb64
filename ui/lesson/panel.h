// SPDX-License-Identifier: MIT
// The lesson's panel: where in the lecture, the goal, what happened, what to look at, the question, the conclusion; and the catalogue.
#pragma once

#include "ui/lesson/lecture.h"

#include <QWidget>

class QLabel;
class QProgressBar;
class QPushButton;
class QScrollArea;
class QStackedWidget;
class QToolButton;
class QTreeWidget;
class QTreeWidgetItem;

namespace ui {

class QuestionCard;

class LessonPanel : public QWidget {
    Q_OBJECT
public:
    LessonPanel(Lecture &lecture, Preferences &preferences, QWidget *parent = nullptr);

    // The tree of lessons instead of the lesson, or back.
    void toggle_catalogue();
    // It stands beside a run that goes on: the keyboard stays where it is.
    void set_offered(bool offered) { m_offered = offered; }
    void show_catalogue();
    // A part of a figure was pressed.
    void take(const QString &part);
    QTreeWidget &catalogue() const { return *m_tree; }
    QSize sizeHint() const override;

signals:
    void lesson_wanted(const QString &name);
    void begin_wanted();
    void said(const QString &sentence); // for who is read to

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void retranslate();
    void fill_catalogue();
    void fit_rows();
    void show_item();
    void show_ready();
    void apply_sizes();
    void place_focus();
    QString next_lesson() const; // of the lecture, at the end of one; else empty

    Lecture &m_lecture;
    Preferences &m_preferences;
    QStackedWidget *m_pages;
    QTreeWidget *m_tree;
    QLabel *m_place, *m_title, *m_goal, *m_heading, *m_sentence, *m_look, *m_score;
    QScrollArea *m_scroll;
    QuestionCard *m_card;
    QToolButton *m_open_catalogue;
    QPushButton *m_begin, *m_back, *m_next;
    bool m_offered = false;
    QString m_told, m_placed; // the item said last; that the keyboard was placed for
};

} // namespace ui
