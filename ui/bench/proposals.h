// SPDX-License-Identifier: MIT
// What may stand at the cursor of the statement line: the call's declaration, what the current argument is, and the values it may have.
#pragma once

#include "ui/bench/desk.h"

#include "words/language.h"

#include <QWidget>

class QLabel;
class QListWidget;
class QPushButton;

namespace ui {

struct Proposal {
    QString text, meaning;
    bool operator==(const Proposal &) const = default;
};
// At that cursor, in the order in which they are shown. `word` is told what has been typed of the name they replace.
std::vector<Proposal> proposals(Desk &desk, const Session &session, const words::Language &language, const QString &statement, int cursor, QString &word);
// What a call does, and what a constant means: one sentence; empty where none is written.
QString call_meaning(const words::Language &language, const QString &call);
QString constant_meaning(const words::Language &language, const QString &name);

class Proposals : public QWidget {
    Q_OBJECT
public:
    Proposals(Desk &desk, Session &session, Preferences &preferences, QWidget *parent = nullptr);

    void look_at(const QString &statement, int cursor);
    // Why it cannot be run, instead of what may stand there.
    void refuse(const bench::Wrong &wrong, const QString &statement);
    // The chosen one in place of the word: the statement and its cursor. False: there is none.
    bool take(QString &statement, int &cursor) const;
    void choose(int direction);
    void hide_list();
    bool offers() const;
    // The name that the mistyped one is nearest to, put in its place; empty: there is none.
    QString mended() const { return m_mended; }

signals:
    void taken();       // by the mouse
    void mend_wanted();

protected:
    void changeEvent(QEvent *event) override;

private:
    void show_signature(const QString &statement, int cursor);

    Desk &m_desk;
    Session &m_session;
    Preferences &m_preferences;
    QWidget *m_refusal;
    QLabel *m_signature, *m_meaning, *m_wrong, *m_nothing_done, *m_keys;
    QPushButton *m_mend;
    QListWidget *m_list;
    QString m_statement, m_word, m_mended;
    int m_cursor = 0;
};

} // namespace ui
