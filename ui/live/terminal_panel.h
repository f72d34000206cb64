// SPDX-License-Identifier: MIT
// The program in front, its terminal, and the keyboard: a line that is typed there goes to the program as it goes on.
#pragma once

#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace ui {

class FigureView;
class Preferences;
class Session;

class TerminalPanel : public QWidget {
    Q_OBJECT
public:
    // `view` shows the figure of the terminal.
    TerminalPanel(Session &session, Preferences &preferences, FigureView *view, QWidget *parent = nullptr);

    // There is something to be chosen or typed at: a program with a terminal, or several programs.
    bool wanted() const;
    // The number of the program in front in its run, from 1; 0: none that can be typed at.
    int number() const;
    void type_line();
    void type_end();
    void type_interrupt();

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void refresh();
    void choose(int index);

    Session &m_session;
    Preferences &m_preferences;
    QLabel *m_front_label;
    QComboBox *m_front;
    QLineEdit *m_line;
    QPushButton *m_enter, *m_end, *m_interrupt;
    QStringList m_names; // of the programs, as shown
};

} // namespace ui
