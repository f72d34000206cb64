// SPDX-License-Identifier: MIT
// Socket options: the table, sorted and filtered as wished; and set and read back on a socket of the bench.
#pragma once

#include "ui/bench/page.h"

class QCheckBox;
class QButtonGroup;
class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;
class QTableView;

namespace ui {

class OptionsFilter;
class OptionsModel;

class OptionsPanel : public BenchPage {
    Q_OBJECT
public:
    OptionsPanel(Desk &desk, Session &session, Preferences &preferences, StatementLine &statement, QWidget *parent = nullptr);
    // The rows that are shown, as comma-separated values, with a heading.
    QString csv() const;

signals:
    void failed(const QString &sentence);

protected:
    void refresh() override;
    void retranslate() override;

private:
    void compose(bool set);
    void copy();
    void save();
    QString rows(QChar between, bool selected_only) const;
    void filter();
    void fit_columns();
    void resizeEvent(QResizeEvent *event) override;
    // The column of what was before is left out where there is no room for all.
    void leave_out();

    OptionsModel *m_model;
    OptionsFilter *m_filter;
    QTableView *m_table;
    QButtonGroup *m_kinds;
    QLabel *m_kind_label, *m_count, *m_on, *m_value_label;
    QLineEdit *m_search;
    QComboBox *m_level, *m_descriptor;
    QCheckBox *m_flags, *m_missing;
    QSpinBox *m_value;
    QPushButton *m_copy, *m_save, *m_set, *m_get, *m_get_all;
};

} // namespace ui
