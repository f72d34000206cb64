// SPDX-License-Identifier: MIT
// What a search has found, as a table: step, time, thread, call, how long it took.
#pragma once

#include "ui/find/search.h"

#include <QAbstractTableModel>

namespace ui {

class Preferences;

class FoundModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { step, time, thread, call, took, columns };
    static constexpr int most_rows = 100'000; // a view takes its time for each

    FoundModel(const Search &search, const Session &session, const Preferences &preferences, QObject *parent = nullptr);
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    // Its row; -1: it is not listed.
    int row_of(size_t sequence) const;
    void retranslate();

private:
    void restart();
    void take_in();

    const Search &m_search;
    const Session &m_session;
    const Preferences &m_preferences;
    int m_rows = 0;
};

} // namespace ui
