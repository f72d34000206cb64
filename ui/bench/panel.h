// SPDX-License-Identifier: MIT
// The left column of the bench: its tabs, what they show, and below all of them the one statement line.
#pragma once

#include "ui/bench/desk.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QPushButton;
class QStackedWidget;
class QTabBar;

namespace ui {

class HandBar;
class HistoryView;
class Proposals;
class StatementLine;
class VariablesView;

class BenchPanel : public QWidget {
    Q_OBJECT
public:
    BenchPanel(Session &session, Preferences &preferences, QWidget *parent = nullptr);

    Desk &desk() { return *m_desk; }
    StatementLine &statement() const { return *m_statement; }
    VariablesView &variables() const { return *m_variables; } // stands beside the stage
    // Tabs, from 0: statements, select · poll, fcntl, SIGIO, aio, socket options.
    int tab() const;
    void set_tab(int index);
    int tabs() const;
    void focus_statement();
    int wanted_width() const; // px at scale 1, of the tab in front
    QSize sizeHint() const override;

signals:
    void export_wanted();
    void failed(const QString &sentence);
    void tab_changed();

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void retranslate();
    void show_state();
    void show_tab();
    void choose_program();
    QWidget *first_page();
    void add_page(QWidget *page);

    Session &m_session;
    Preferences &m_preferences;
    Desk *m_desk;
    QTabBar *m_tabs;
    QStackedWidget *m_pages;
    QLabel *m_title, *m_title_more, *m_empty, *m_empty_more, *m_own;
    QPushButton *m_again, *m_export, *m_new, *m_five, *m_deck, *m_attach, *m_detach;
    QLabel *m_five_text, *m_deck_text, *m_attach_text, *m_attached;
    QWidget *m_attach_card, *m_attached_row;
    QWidget *m_first, *m_header;
    HistoryView *m_history;
    HandBar *m_hands;
    Proposals *m_proposals;
    StatementLine *m_statement;
    VariablesView *m_variables;
};

} // namespace ui
