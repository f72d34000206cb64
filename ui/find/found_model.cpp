// SPDX-License-Identifier: MIT
#include "ui/find/found_model.h"

#include "ui/common/preferences.h"

#include "words/phrases.h"
#include "words/sentences.h"

#include <algorithm>

namespace ui {

FoundModel::FoundModel(const Search &search, const Session &session, const Preferences &preferences, QObject *parent)
    : QAbstractTableModel(parent), m_search(search), m_session(session), m_preferences(preferences)
{
    connect(&search, &Search::restarted, this, &FoundModel::restart);
    connect(&search, &Search::advanced, this, &FoundModel::take_in);
}

void FoundModel::restart()
{
    beginResetModel();
    m_rows = 0;
    endResetModel();
    take_in();
}

void FoundModel::take_in()
{
    const int rows = int(std::min<size_t>(m_search.found().size(), most_rows));
    if (rows < m_rows) {
        beginRemoveRows({}, rows, m_rows - 1);
        m_rows = rows;
        endRemoveRows();
    }
    if (rows == m_rows)
        return;
    beginInsertRows({}, m_rows, rows - 1);
    m_rows = rows;
    endInsertRows();
}

void FoundModel::retranslate()
{
    beginResetModel();
    endResetModel();
}

int FoundModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_rows;
}

int FoundModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : columns;
}

int FoundModel::row_of(size_t sequence) const
{
    const auto &found = m_search.found();
    const auto at = std::ranges::lower_bound(found, sequence);
    return at != found.end() && *at == sequence && at - found.begin() < m_rows ? int(at - found.begin()) : -1;
}

QVariant FoundModel::data(const QModelIndex &index, int role) const
{
    if (role == Qt::TextAlignmentRole && (index.column() == step || index.column() == time || index.column() == took))
        return QVariant::fromValue(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole || size_t(index.row()) >= m_search.found().size())
        return {};
    const trace::Trace &trace = m_session.trace();
    const size_t sequence = m_search.found()[size_t(index.row())];
    if (sequence >= trace.events().size())
        return {};
    const trace::Event &event = trace.events()[sequence];
    const words::Language &language = m_preferences.language();
    switch (index.column()) {
    case step: return language.number(qlonglong(sequence));
    case time: return language.duration(words::span(trace.begin(), event.end));
    case thread: return words::thread_name(language, trace, event.thread);
    case call: return words::call_text(language, trace, event);
    default: return calls::is_call(event.call) ? language.duration(words::length_of(event)) : QString();
    }
}

QVariant FoundModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case step: return tr("Step", "a column");
    case time: return tr("Time", "a column");
    case thread: return tr("Thread", "a column");
    case call: return tr("Call", "a column");
    default: return tr("Took", "a column: how long a call took");
    }
}

} // namespace ui
