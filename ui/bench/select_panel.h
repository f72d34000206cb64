// SPDX-License-Identifier: MIT
// select() and poll(): bits over the descriptors there are, asked and answered, and below each column what makes it ready.
#pragma once

#include "ui/bench/hands.h"

#include <QWidget>

#include <map>
#include <set>

class QCheckBox;
class QGridLayout;
class QLabel;
class QPushButton;
class QRadioButton;
class QScrollArea;
class QSpinBox;
class QToolButton;

namespace ui {

class StatementLine;

// What a select() or poll() asks, and was answered: read 0, write 1, except 2.
struct Asked {
    std::set<int> asked[3];
    std::optional<std::set<int>> answered[3]; // none: nothing has been answered
    std::optional<int64_t> timeout, left;     // ns; -1: none was passed
    bool overwritten = false;                 // it has returned, and the sets hold the answers
    bool operator==(const Asked &) const = default;
};
// As the recording has it at the instant shown: the bits that its last select() asked, and what FD_SET, FD_CLR and FD_ZERO have changed since.
Asked asked_sets(const Desk &desk, const Session &session);
// The statements that make the three sets ask for `wanted`, as far as they do not yet.
QStringList set_again(const Desk &desk, const Session &session, const std::set<int> (&wanted)[3]);

class SelectPanel : public QWidget {
    Q_OBJECT
public:
    SelectPanel(Desk &desk, Session &session, Preferences &preferences, StatementLine &statement, QWidget *parent = nullptr);
    // The deck's case on real descriptors: all but the call itself, which is left to Enter.
    void make_deck_case();

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void refresh();
    void rebuild(const std::vector<Descriptor> &all);
    void toggle(int set, int fd, bool on);
    void write();
    void retranslate();
    Asked shown() const;
    std::optional<int64_t> timeout_wanted() const; // ns; none: NULL

    Desk &m_desk;
    Session &m_session;
    Preferences &m_preferences;
    StatementLine &m_statement;
    QToolButton *m_select, *m_poll;
    QPushButton *m_deck, *m_clear;
    QLabel *m_note, *m_left, *m_timeout_label, *m_why, *m_empty;
    QRadioButton *m_for_ever, *m_wait, *m_at_once;
    QSpinBox *m_seconds, *m_micros;
    QScrollArea *m_area;
    QWidget *m_grid = nullptr;
    std::map<std::pair<int, int>, QCheckBox *> m_bits;  // by set and descriptor
    std::map<std::pair<int, int>, QLabel *> m_answers;
    QLabel *m_maxfd = nullptr;
    QStringList m_columns;
    std::set<int> m_polled[3]; // poll() has no sets: what is asked stands here until its array is assigned
    bool m_made_to_sleep = false, m_writing = false;
    int m_written_for = -1; // entries there were
};

} // namespace ui
