// SPDX-License-Identifier: MIT
// A tab of the bench: it is drawn from the recording, and only writes into the statement line.
#pragma once

#include "ui/bench/hands.h"

#include <QWidget>

class QComboBox;

namespace ui {

class StatementLine;

class BenchPage : public QWidget {
    Q_OBJECT
public:
    BenchPage(Desk &desk, Session &session, Preferences &preferences, StatementLine &statement, QWidget *parent = nullptr);

protected:
    virtual void refresh() = 0;     // the recording, or the instant shown, is another
    virtual void retranslate() = 0; // as is the language
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    // The descriptors of `kinds` in a box: "4 · t · connected ↔ client 1". The chosen one stays as long as it is there.
    void fill(QComboBox &box, bool sockets_only);
    Descriptor chosen(const QComboBox &box) const; // fd -1: none
    // Its name in a statement: a variable that holds it, or its number.
    static QString in_statement(const Descriptor &descriptor);

    Desk &m_desk;
    Session &m_session;
    Preferences &m_preferences;
    StatementLine &m_statement;
};

} // namespace ui
