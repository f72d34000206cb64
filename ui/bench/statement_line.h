// SPDX-License-Identifier: MIT
// The one line in which statements are written, by hand or by a panel; and what runs it, or interrupts what it runs.
#pragma once

#include "ui/bench/desk.h"

#include <QPlainTextEdit>
#include <QWidget>

class QLabel;
class QPushButton;

namespace ui {

// A single line of code, in colours.
class StatementEdit : public QPlainTextEdit {
    Q_OBJECT
public:
    explicit StatementEdit(const Preferences &preferences, QWidget *parent = nullptr);
    QString text() const { return toPlainText(); }
    void set_text(const QString &text, int cursor = -1); // -1: at its end
    int cursor() const { return textCursor().position(); }
    // From this column, 1 the first, something is wrong, as long as that name; 0: nothing is.
    void mark(int column);
    int marked() const { return m_marked; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

signals:
    void entered(bool at_once); // Enter; with Ctrl
    void recalled(int direction); // the statement before, -1, or after
    void take_wanted();
    void choose_wanted(int direction);
    void proposals_wanted();
    void hide_wanted();

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void insertFromMimeData(const QMimeData *source) override;
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    class Colours;
    const Preferences &m_preferences;
    Colours *m_colours;
    int m_marked = 0;
    bool m_offers = false;

public:
    void set_offers(bool offers) { m_offers = offers; } // Tab takes one; else it goes on
};

class Proposals;

class StatementLine : public QWidget {
    Q_OBJECT
public:
    StatementLine(Desk &desk, Session &session, Preferences &preferences, Proposals &proposals, QWidget *parent = nullptr);

    // A panel's statement, what it is for, and what is to be run before it so that it is asked again as it was.
    void write(const QString &statement, const QString &why = {}, const QStringList &before = {});
    // Nothing stands in it that somebody has typed.
    bool is_free() const { return m_edit->text().isEmpty() || m_written; }
    StatementEdit &edit() const { return *m_edit; }
    void run(bool at_once);
    void retranslate();
    void show_state();
    void refuse(const bench::Wrong &wrong, const QString &statement);

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void recall(int direction);
    void propose();

    Desk &m_desk;
    Session &m_session;
    Preferences &m_preferences;
    Proposals &m_proposals;
    QLabel *m_title, *m_hint, *m_key;
    StatementEdit *m_edit;
    QPushButton *m_run;
    QString m_why, m_typed;
    QStringList m_before;
    int m_at = -1; // of the history; -1: what is typed
    bool m_writing = false, m_written = false;
};

} // namespace ui
