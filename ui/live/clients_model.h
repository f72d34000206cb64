// SPDX-License-Identifier: MIT
// The clients of the run as a table: what each has done and what it is doing.
#pragma once

#include "clients/client.h"

#include <QAbstractTableModel>

#include <vector>

namespace ui {

class Preferences;
class Session;

class ClientsModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { number, state, sent, received, columns };

    ClientsModel(Session &session, Preferences &preferences, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    // What client `which`, from 1, was last heard to do.
    const clients::Progress &client(int which) const { return m_clients[size_t(which - 1)]; }
    // Asks the run how its clients are doing. True: otherwise than before.
    bool refresh();
    void retranslate();

signals:
    void turned(int number); // client `number`, from 1, is connected, or no longer

private:
    QString state_text(const clients::Progress &client) const;

    Session &m_session;
    Preferences &m_preferences;
    std::vector<clients::Progress> m_clients; // number 1 first
};

} // namespace ui
