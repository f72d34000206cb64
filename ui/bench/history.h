// SPDX-License-Identifier: MIT
// What the bench has executed: each statement with its result, how long it took, and what it did.
#pragma once

#include "ui/bench/desk.h"

#include <QAbstractListModel>
#include <QListView>
#include <QTimer>

namespace ui {

class HistoryModel : public QAbstractListModel {
    Q_OBJECT
public:
    enum Role { number = Qt::UserRole, result, took, explanation, asleep, waits, failed, progress, now };

    HistoryModel(Desk &desk, Session &session, Preferences &preferences, QObject *parent = nullptr);
    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    void refresh();
    // The entry that the instant shown is about, or -1.
    int current() const;

private:
    QString result_text(const Desk::Entry &entry) const;

    Desk &m_desk;
    Session &m_session;
    Preferences &m_preferences;
    int m_rows = 0;
};

class HistoryView : public QListView {
    Q_OBJECT
public:
    HistoryView(Desk &desk, Session &session, Preferences &preferences, QWidget *parent = nullptr);
    const HistoryModel &entries() const { return *m_model; }

signals:
    void wanted(const QString &statement); // once more in the statement line

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void refresh();

    Desk &m_desk;
    Session &m_session;
    HistoryModel *m_model;
    QTimer m_clock; // while one sleeps
};

} // namespace ui
