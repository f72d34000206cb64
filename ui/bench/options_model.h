// SPDX-License-Identifier: MIT
// The lecture's socket options as a table: what this kernel answers for a kind of socket, asked on a fresh one for each row.
#pragma once

#include "bench/options.h"
#include "ui/common/background.h"

#include <QAbstractTableModel>
#include <QSortFilterProxyModel>

#include <map>
#include <memory>

namespace ui {

class Preferences;

class OptionsModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { level, name, get, set, flag, type, value, set_to, read_back, made, on_socket, columns };

    explicit OptionsModel(const Preferences &preferences, QObject *parent = nullptr);
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    // Asks the kernel, in a worker; once for each kind.
    void show_kind(bench::SocketKind kind);
    // What was read last on the bench's chosen socket, by the option's name.
    void set_read(std::map<QString, QString> values);
    bool known() const { return m_answers != nullptr; }
    bool here(int row) const; // this system has it, on this kind of socket
    void retranslate();

signals:
    void answered();

private:
    using Answers = std::vector<bench::OptionAnswer>;

    const Preferences &m_preferences;
    Background m_background{1};
    std::map<bench::SocketKind, std::shared_ptr<const Answers>> m_by_kind;
    std::shared_ptr<const Answers> m_answers;
    bench::SocketKind m_kind = bench::SocketKind::tcp;
    std::map<QString, QString> m_read;
};

// Rows that hold a text, of a level, that are flags, or that are missing here.
class OptionsFilter : public QSortFilterProxyModel {
    Q_OBJECT
public:
    explicit OptionsFilter(OptionsModel &model, QObject *parent = nullptr);
    void filter(const QString &text, const QString &level, bool flags_only, bool missing_only);

protected:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override;

private:
    OptionsModel &m_model;
    QString m_text, m_level;
    bool m_flags = false, m_missing = false;
};

} // namespace ui
