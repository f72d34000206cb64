// SPDX-License-Identifier: MIT
#include "ui/bench/options_model.h"

#include "ui/bench/look.h"
#include "ui/common/preferences.h"

#include "lessons/option_words.h"
#include "words/quoted.h"
#include "words/sentences.h"

#include <QColor>
#include <QFont>

namespace ui {
namespace {

using words::as_text;

} // namespace

OptionsModel::OptionsModel(const Preferences &preferences, QObject *parent) : QAbstractTableModel(parent), m_preferences(preferences)
{
}

int OptionsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(bench::option_rows().size());
}

int OptionsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : columns;
}

void OptionsModel::show_kind(bench::SocketKind kind)
{
    m_kind = kind;
    m_answers = m_by_kind[kind];
    emit dataChanged(index(0, 0), index(rowCount() - 1, columns - 1));
    if (m_answers)
        return emit answered();
    m_background.run([this, kind]() -> Background::After {
        auto answers = std::make_shared<Answers>();
        for (const bench::OptionRow &row : bench::option_rows())
            answers->push_back(bench::ask_option(row, kind));
        return [this, kind, answers] {
            m_by_kind[kind] = answers;
            if (kind == m_kind)
                show_kind(kind);
        };
    });
}

void OptionsModel::set_read(std::map<QString, QString> values)
{
    if (values == m_read)
        return;
    m_read = std::move(values);
    emit dataChanged(index(0, on_socket), index(rowCount() - 1, on_socket));
}

bool OptionsModel::here(int row) const
{
    return m_answers && (*m_answers)[size_t(row)].missing == bench::OptionAnswer::nowhere;
}

QVariant OptionsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const bench::OptionRow &row = bench::option_rows()[size_t(index.row())];
    const bench::OptionAnswer *answer = m_answers ? &(*m_answers)[size_t(index.row())] : nullptr;
    const bool missing = answer && answer->missing != bench::OptionAnswer::nowhere;
    const bool other = answer && answer->set_to && answer->read_back && *answer->set_to != *answer->read_back;
    if (role == Qt::ForegroundRole && missing)
        return m_preferences.theme().text_colour(drawing::Ink::muted, drawing::Ink::paper);
    if (role == Qt::ForegroundRole && (index.column() == read_back || index.column() == made) && answer)
        return answer->set_error ? QVariant(m_preferences.theme().text_colour(drawing::Ink::failed, drawing::Ink::paper))
            : other              ? QVariant(m_preferences.theme().text_colour(drawing::Ink::signal, drawing::Ink::paper))
                                 : QVariant();
    if (role == Qt::TextAlignmentRole && index.column() >= get && index.column() <= flag)
        return int(Qt::AlignCenter);
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    const auto dot = [](bool on) { return on ? QStringLiteral("●") : QString(); };
    switch (Column(index.column())) {
    case level: return as_text(row.level);
    case name: return as_text(row.name);
    case get: return dot(row.get);
    case set: return dot(row.set);
    case flag: return dot(row.flag);
    case type: return as_text(row.type);
    case value: return answer ? lessons::value_text(row, answer->value) : QString();
    case set_to: return answer ? lessons::value_text(row, answer->set_to) : QString();
    case read_back: return answer ? lessons::value_text(row, answer->read_back) : QString();
    case made: return answer ? lessons::made_of(m_preferences.language(), row, *answer) : QString();
    case on_socket: {
        const auto found = m_read.find(as_text(row.name));
        return found == m_read.end() ? QString() : found->second;
    }
    case columns: break;
    }
    return {};
}

QVariant OptionsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (Column(section)) {
    case level: return QStringLiteral("level");
    case name: return QStringLiteral("optname");
    case get: return m_preferences.language().say("Bench", "get");
    case set: return m_preferences.language().say("Bench", "set");
    case flag: return m_preferences.language().say("Bench", "flag");
    case type: return m_preferences.language().say("Bench", "data type");
    case value: return m_preferences.language().say("Bench", "default");
    case set_to: return m_preferences.language().say("Bench", "set to");
    case read_back: return m_preferences.language().say("Bench", "read back");
    case made: return m_preferences.language().say("Bench", "what the kernel did");
    case on_socket: return tr("on the bench's socket");
    case columns: break;
    }
    return {};
}

void OptionsModel::retranslate()
{
    emit headerDataChanged(Qt::Horizontal, 0, columns - 1);
    emit dataChanged(index(0, 0), index(rowCount() - 1, columns - 1));
}

OptionsFilter::OptionsFilter(OptionsModel &model, QObject *parent) : QSortFilterProxyModel(parent), m_model(model)
{
    setSourceModel(&model);
}

void OptionsFilter::filter(const QString &text, const QString &level, bool flags_only, bool missing_only)
{
    m_text = text;
    m_level = level;
    m_flags = flags_only;
    m_missing = missing_only;
    invalidateFilter();
}

bool OptionsFilter::filterAcceptsRow(int row, const QModelIndex &) const
{
    const bench::OptionRow &option = bench::option_rows()[size_t(row)];
    const bool text = m_text.isEmpty() || as_text(option.name).contains(m_text, Qt::CaseInsensitive) || as_text(option.type).contains(m_text, Qt::CaseInsensitive);
    return text && (m_level.isEmpty() || as_text(option.level) == m_level) && (!m_flags || option.flag) && (!m_missing || !m_model.here(row));
}

} // namespace ui
