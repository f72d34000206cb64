// SPDX-License-Identifier: MIT
// Finding one's way in a recording: what happened, chosen by thread, call, descriptor, result and data, in a window beside the main one.
#pragma once

#include "ui/find/found_model.h"
#include "ui/find/marks.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;
class QTableView;

namespace ui {

class Actions;

class FindWindow : public QDialog {
    Q_OBJECT
public:
    FindWindow(Session &session, Preferences &preferences, Marks &marks, const Actions &actions, QWidget *parent);

    const Search &search() const { return m_search; }
    QComboBox *thread_choice() const { return m_thread; }
    QComboBox *call_choice() const { return m_call; }
    QComboBox *descriptor_choice() const { return m_descriptor; }
    QComboBox *result_choice() const { return m_result; }
    QLineEdit *data() const { return m_data; }
    QCheckBox *between() const { return m_between; }
    QTableView *table() const { return m_table; }
    // What is said of how many there are.
    QString count() const;

    // To the one after the instant shown, or before it. Begins the search, if there was none. False: there is none there.
    bool go_next();
    bool go_previous();

signals:
    void step_wanted(size_t sequence);
    void nothing_there(); // the search has no further one there

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void build();
    void look_for();
    void show_state();
    void fill_choices();
    void show_seen();
    void select_current();
    void retranslate();
    void begin();
    bool go(std::optional<size_t> sequence);
    replay::Wanted wanted() const;

    Session &m_session;
    Preferences &m_preferences;
    Marks &m_marks;
    Search m_search;
    FoundModel *m_model;
    QLabel *m_labels[5];
    QComboBox *m_thread, *m_call, *m_descriptor, *m_result;
    QLineEdit *m_data;
    QCheckBox *m_between;
    QTableView *m_table;
    QLabel *m_count;
    QProgressBar *m_progress;
    QPushButton *m_cancel, *m_previous, *m_next, *m_close;
    size_t m_seen_descriptors = 0, m_seen_errors = 0, m_seen_threads = 0;
    std::array<bool, size_t(trace::Call::count_)> m_seen_calls{};
    bool m_begun = false;
};

} // namespace ui
