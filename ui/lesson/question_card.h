// SPDX-License-Identifier: MIT
// The question of a lesson: choices, bits to switch or a number to type, then the kernel's answer.
#pragma once

#include "ui/lesson/lecture.h"

#include <QFrame>

#include <functional>

class QAbstractButton;
class QBoxLayout;
class QLabel;
class QPushButton;
class QVBoxLayout;

namespace ui {

class QuestionCard : public QFrame {
    Q_OBJECT
public:
    explicit QuestionCard(Lecture &lecture, QWidget *parent = nullptr);

    // What the lecture is at; hidden when it is at no question.
    void show_question();
    // A part of a figure was pressed: if it can be an answer, it is given here, to be confirmed.
    void take(const QString &part);
    // It is a choice or a bit of the question: Space switches it, and Enter answers with what is chosen.
    static bool answers_with(const QAbstractButton &button);
    // The keyboard goes to the first answer that can be given.
    void focus_answers();
    void retranslate();
    // What is said of the answer; empty while it is open.
    QString verdict() const;

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void ask();
    void show_verdict();
    void outline_differences();
    void add_choices(QVBoxLayout &column);
    void add_switches(QVBoxLayout &column);
    void add_number(QVBoxLayout &column);
    QString in_words(const QJsonValue &value) const;

    Lecture &m_lecture;
    QLabel *m_heading, *m_text, *m_verdict, *m_reason;
    QWidget *m_answers = nullptr;
    QVBoxLayout *m_column;
    QBoxLayout *m_buttons;
    QPushButton *m_answer, *m_skip;
    std::function<QJsonValue()> m_value; // what is chosen; undefined: nothing yet
    QString m_asked;                     // that m_answers is for
};

} // namespace ui
