// SPDX-License-Identifier: MIT
#include "ui/bench/options_model.h"

#include "ui/bench/look.h"
#include "ui/common/preferences.h"

#include "lessons/option_words.h"
#include "words/errors.h"
#include "words/quoted.h"
#include "words/sentences.h"

#include <QColor>
#include <QFont>

#include <arpa/inet.h>
#include <cstring>
#include <sys/socket.h>
#include <sys/time.h>

namespace ui {
namespace {

using words::as_text;

template <typename T>
T as(const bench::Bytes &bytes)
{
    T value{};
    std::memcpy(&value, bytes.data(), std::min(bytes.size(), sizeof value));
    return value;
}

QString text_of(const bench::OptionRow &row, const std::optional<bench::Bytes> &bytes)
{
    if (!bytes)
        return QStringLiteral("–");
    if (const auto number = bench::number_in(row.layout, *bytes))
        return QString::number(*number);
    const auto pair = [](qint64 a, qint64 b) { return QStringLiteral("{%1, %2}").arg(a).arg(b); };
    if (row.layout == bench::Layout::linger)
        return pair(as<linger>(*bytes).l_onoff, as<linger>(*bytes).l_linger);
    if (row.layout == bench::Layout::timeval)
        return pair(as<timeval>(*bytes).tv_sec, as<timeval>(*bytes).tv_usec);
    if (row.layout == bench::Layout::address) {
        char text[INET_ADDRSTRLEN] = "";
        const auto address = as<in_addr>(*bytes);
        return QString::fromLatin1(inet_ntop(AF_INET, &address, text, sizeof text));
    }
    return QString::fromLatin1(QByteArray(reinterpret_cast<const char *>(bytes->data()), qsizetype(std::min<size_t>(bytes->size(), 8))).toHex(' '));
}

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

QString OptionsModel::made_text(const bench::OptionRow &row, const bench::OptionAnswer &answer) const
{
    const words::Language &language = m_preferences.language();
    if (answer.missing != bench::OptionAnswer::nowhere)
        return lessons::why_missing(language, row, answer);
    const auto error = [&](int number) { return QStringLiteral("%1: %2").arg(words::error_name(number), words::error_meaning(language, number)); };
    if (answer.set_error)
        return error(answer.set_error);
    if (!answer.set_to)
        return answer.error ? error(answer.error) : tr("can only be read");
    if (!answer.read_back)
        return tr("can only be set");
    if (*answer.read_back == *answer.set_to)
        return tr("as it was set");
    const auto asked = bench::number_in(row.layout, *answer.set_to), got = bench::number_in(row.layout, *answer.read_back);
    if (!asked || !got)
        return tr("something else than was set");
    return *got == 2 * *asked ? tr("doubled") : *got > *asked ? tr("raised to a floor") : *got == 0 ? tr("reading it clears it") : tr("taken, but not as it was set");
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
    case value: return answer ? text_of(row, answer->value) : QString();
    case set_to: return answer ? text_of(row, answer->set_to) : QString();
    case read_back: return answer ? text_of(row, answer->read_back) : QString();
    case made: return answer ? made_text(row, *answer) : QString();
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
    case get: return tr("get");
    case set: return tr("set");
    case flag: return tr("flag");
    case type: return tr("data type");
    case value: return tr("default");
    case set_to: return tr("set to");
    case read_back: return tr("read back");
    case made: return tr("what the kernel did");
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
