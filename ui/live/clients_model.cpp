// SPDX-License-Identifier: MIT
#include "ui/live/clients_model.h"

#include "ui/common/preferences.h"
#include "ui/live/session.h"

#include "calls/schema.h"
#include "words/errors.h"
#include "words/sentences.h"

#include <cerrno>
#include <utility>

namespace ui {
namespace {

bool connected(const clients::Progress &client)
{
    return client.connected && !client.closed_by_server;
}

} // namespace

ClientsModel::ClientsModel(Session &session, Preferences &preferences, QObject *parent)
    : QAbstractTableModel(parent), m_session(session), m_preferences(preferences)
{
}

int ClientsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_clients.size());
}

int ClientsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : columns;
}

QString ClientsModel::state_text(const clients::Progress &client) const
{
    if (client.call != trace::Call::count_) // the call it is in
        return QStringLiteral("%1()").arg(QString::fromLatin1(calls::name(client.call).data()));
    if (client.error == ECONNRESET)
        return tr("reset by server");
    if (client.error && client.failed != trace::Call::count_)
        return tr("%1() failed").arg(QString::fromLatin1(calls::name(client.failed).data()));
    if (client.connected)
        return client.closed_by_server ? tr("closed by server") : client.half_closed ? tr("half-closed") : tr("connected");
    return client.waiting ? tr("waiting") : tr("closed");
}

QVariant ClientsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const clients::Progress &client = m_clients[size_t(index.row())];
    if (role == Qt::TextAlignmentRole)
        return int(index.column() == state ? Qt::AlignLeft | Qt::AlignVCenter : Qt::AlignRight | Qt::AlignVCenter);
    if (role == Qt::ToolTipRole && client.error && client.failed != trace::Call::count_)
        return tr("%1() failed: %2, %3")
            .arg(QString::fromLatin1(calls::name(client.failed).data()), words::error_name(client.error),
                 words::error_meaning(m_preferences.language(), client.error));
    if (role != Qt::DisplayRole)
        return {};
    const words::Language &language = m_preferences.language();
    switch (Column(index.column())) {
    case number: return language.number(qlonglong(index.row() + 1));
    case state: return state_text(client);
    case sent: return language.number(qlonglong(client.sent));
    case received: return language.number(qlonglong(client.received));
    case columns: break;
    }
    return {};
}

QVariant ClientsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (Column(section)) {
    case number: return tr("No.");
    case state: return tr("State");
    case sent: return tr("Sent");
    case received: return tr("Received");
    case columns: break;
    }
    return {};
}

bool ClientsModel::refresh()
{
    const auto run = m_session.run();
    const int count = run ? run->clients() : 0;
    const int before = int(m_clients.size());
    bool changed = count != before;
    if (count < before) { // another run
        beginResetModel();
        m_clients.clear();
        endResetModel();
    }
    const int known = int(m_clients.size());
    for (int i = 0; i < known; ++i) {
        const auto progress = run->progress(i + 1);
        if (!progress || *progress == m_clients[size_t(i)])
            continue;
        const clients::Progress was = std::exchange(m_clients[size_t(i)], *progress);
        emit dataChanged(index(i, 0), index(i, columns - 1));
        changed = true;
        if (connected(was) != connected(*progress))
            emit turned(i + 1);
    }
    if (count > known) {
        beginInsertRows({}, known, count - 1);
        for (int i = known; i < count; ++i)
            m_clients.push_back(run->progress(i + 1).value_or(clients::Progress{}));
        endInsertRows();
        for (int i = known; i < count; ++i)
            if (connected(m_clients[size_t(i)]))
                emit turned(i + 1);
    }
    return changed;
}

void ClientsModel::retranslate()
{
    emit headerDataChanged(Qt::Horizontal, 0, columns - 1);
    if (!m_clients.empty())
        emit dataChanged(index(0, 0), index(rowCount() - 1, columns - 1));
}

} // namespace ui
