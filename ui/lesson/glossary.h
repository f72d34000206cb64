// SPDX-License-Identifier: MIT
// The words of the lecture, to be looked up: what each means, and the way to the lesson that shows it.
#pragma once

#include <QDialog>

class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;

namespace ui {

class Preferences;

class Glossary : public QDialog {
    Q_OBJECT
public:
    explicit Glossary(const Preferences &preferences, QWidget *parent = nullptr);

signals:
    void lesson_wanted(const QString &name);

private:
    void retranslate();
    void fill();
    void show_term();

    const Preferences &m_preferences;
    QLabel *m_query_label, *m_word, *m_means;
    QLineEdit *m_query;
    QListWidget *m_terms;
    QPushButton *m_lesson, *m_close;
};

} // namespace ui
