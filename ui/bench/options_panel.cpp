// SPDX-License-Identifier: MIT
#include "ui/bench/options_panel.h"

#include "ui/bench/look.h"
#include "ui/bench/options_model.h"
#include "ui/bench/statement_line.h"
#include "ui/common/preferences.h"
#include "ui/common/rows.h"

#include "archive/new_file.h"
#include "bench/known_calls.h"
#include "lessons/problems.h"
#include "words/quoted.h"
#include "words/sentences.h"

#include <QApplication>
#include <QButtonGroup>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>
#include <QShortcut>
#include <QSpinBox>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <set>

namespace ui {
namespace {

using words::as_text;

} // namespace

OptionsPanel::OptionsPanel(Desk &desk, Session &session, Preferences &preferences, StatementLine &statement, QWidget *parent)
    : BenchPage(desk, session, preferences, statement, parent), m_model(new OptionsModel(preferences, this)), m_filter(new OptionsFilter(*m_model, this)), m_table(new QTableView),
      m_kinds(new QButtonGroup(this)), m_kind_label(heading()), m_count(text_label(true)), m_on(new QLabel), m_value_label(new QLabel), m_search(new QLineEdit), m_level(new QComboBox),
      m_descriptor(new QComboBox), m_flags(new QCheckBox), m_missing(new QCheckBox), m_value(new QSpinBox), m_copy(push_button()), m_save(push_button()), m_set(push_button()),
      m_get(push_button()), m_get_all(push_button())
{
    setObjectName(QStringLiteral("options_panel"));
    m_table->setObjectName(QStringLiteral("options"));
    auto *kinds = new QHBoxLayout;
    kinds->addWidget(m_kind_label);
    for (const bench::SocketKind kind : bench::socket_kinds()) {
        auto *button = new QToolButton;
        button->setText(as_text(bench::name_of(kind)));
        button->setCheckable(true);
        button->setFocusPolicy(Qt::TabFocus);
        m_kinds->addButton(button, int(kind));
        kinds->addWidget(button);
    }
    m_kinds->button(0)->setChecked(true);
    kinds->addStretch(1);
    kinds->addWidget(m_count);
    m_count->setWordWrap(false);
    auto *filters = new QHBoxLayout;
    filters->addWidget(m_search, 1);
    filters->addWidget(m_level);
    filters->addWidget(m_flags);
    filters->addWidget(m_missing);
    m_level->addItem(QString());
    std::set<std::string_view> levels;
    for (const bench::OptionRow &row : bench::option_rows())
        if (levels.insert(row.level).second)
            m_level->addItem(as_text(row.level), as_text(row.level));
    m_level->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_level->setMinimumContentsLength(13);
    m_table->setModel(m_filter);
    m_table->setSortingEnabled(true);
    m_table->sortByColumn(-1, Qt::AscendingOrder);
    show_as_rows(*m_table);
    m_table->horizontalHeader()->setMinimumSectionSize(20);
    m_table->horizontalHeader()->setStretchLastSection(true);
    auto *on = new QHBoxLayout;
    on->addWidget(m_on);
    on->addWidget(m_descriptor, 1);
    on->addWidget(m_value_label);
    on->addWidget(m_value);
    for (QPushButton *one : {m_set, m_get, m_get_all, m_copy, m_save})
        on->addWidget(one);
    m_descriptor->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_descriptor->setMinimumContentsLength(8);
    m_value->setRange(-1, 1 << 30);
    m_value->setValue(50'000);
    m_on->setBuddy(m_descriptor);
    m_value_label->setBuddy(m_value);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(8, 4, 8, 4);
    column->addLayout(kinds);
    column->addLayout(filters);
    column->addWidget(m_table, 1);
    column->addLayout(on);
    connect(m_kinds, &QButtonGroup::idClicked, this, [this](int kind) { m_model->show_kind(bench::SocketKind(kind)); });
    connect(m_model, &OptionsModel::answered, this, [this] {
        filter();
        fit_columns();
    });
    connect(m_search, &QLineEdit::textChanged, this, &OptionsPanel::filter);
    connect(m_level, &QComboBox::currentIndexChanged, this, &OptionsPanel::filter);
    connect(m_flags, &QCheckBox::toggled, this, &OptionsPanel::filter);
    connect(m_missing, &QCheckBox::toggled, this, &OptionsPanel::filter);
    connect(m_set, &QPushButton::clicked, this, [this] { compose(true); });
    connect(m_get, &QPushButton::clicked, this, [this] { compose(false); });
    connect(m_table, &QTableView::activated, this, [this] { compose(true); });
    connect(m_get_all, &QPushButton::clicked, this, [this] {
        const QString fd = in_statement(chosen(*m_descriptor));
        std::vector<Desk::Step> steps{{"len = 4"}};
        for (const bench::OptionRow &row : bench::option_rows())
            if (row.get && row.layout == bench::Layout::integer && bench::constant(row.name) && bench::constant(row.level)) {
                steps.push_back({QStringLiteral("len = sizeof val")});
                steps.push_back({QStringLiteral("getsockopt(%1, %2, %3, &val, &len)").arg(fd, as_text(row.level), as_text(row.name))});
            }
        steps.insert(steps.begin(), {QStringLiteral("int val")});
        m_desk.play(std::move(steps), true);
    });
    connect(m_copy, &QPushButton::clicked, this, &OptionsPanel::copy);
    auto *copies = new QShortcut(QKeySequence::Copy, m_table);
    copies->setContext(Qt::WidgetShortcut);
    connect(copies, &QShortcut::activated, this, &OptionsPanel::copy);
    connect(m_save, &QPushButton::clicked, this, &OptionsPanel::save);
    retranslate();
}

void OptionsPanel::fit_columns()
{
    m_table->verticalHeader()->setDefaultSectionSize(m_table->fontMetrics().height() + 5);
    m_table->setColumnHidden(OptionsModel::value, false); // else it has no width
    m_table->resizeColumnsToContents();
    const int letter = m_table->fontMetrics().averageCharWidth();
    for (const auto &[column, letters] : {std::pair(int(OptionsModel::level), 12), {int(OptionsModel::name), 21}, {int(OptionsModel::type), 10}, {int(OptionsModel::value), 10},
                                          {int(OptionsModel::set_to), 10}, {int(OptionsModel::read_back), 10}, {int(OptionsModel::made), 30}})
        m_table->setColumnWidth(column, std::min(m_table->columnWidth(column), letter * letters));
    leave_out();
}

void OptionsPanel::resizeEvent(QResizeEvent *event)
{
    BenchPage::resizeEvent(event);
    leave_out();
}

void OptionsPanel::leave_out()
{
    const int before = OptionsModel::value;
    m_table->setColumnHidden(before, false);
    int wanted = 0;
    for (int column = 0; column < OptionsModel::columns; ++column)
        wanted += m_table->columnWidth(column);
    m_table->setColumnHidden(before, wanted > m_table->viewport()->width());
}

void OptionsPanel::filter()
{
    m_filter->filter(m_search->text(), m_level->currentData().toString(), m_flags->isChecked(), m_missing->isChecked());
    int here = 0;
    for (int row = 0; row < m_model->rowCount(); ++row)
        here += m_model->here(row);
    m_count->setText(m_model->known() ? tr("%1 rows: %2 here, %3 missing").arg(m_model->rowCount()).arg(here).arg(m_model->rowCount() - here) : tr("The kernel is being asked."));
}

// setsockopt() of the chosen row on the bench's socket, and reading back; or reading alone.
void OptionsPanel::compose(bool set)
{
    const QModelIndex at = m_table->currentIndex();
    const Descriptor socket = chosen(*m_descriptor);
    if (!at.isValid() || socket.fd < 0)
        return;
    const bench::OptionRow &row = bench::option_rows()[size_t(m_filter->mapToSource(at).row())];
    const QString name = as_text(row.name), level = bench::constant(row.level) ? as_text(row.level) : QStringLiteral("IPPROTO_IP");
    QString variable = QStringLiteral("val"), value = QString::number(m_value->value());
    if (row.layout == bench::Layout::linger)
        variable = QStringLiteral("lin"), value = QStringLiteral("{1, %1}").arg(m_value->value());
    else if (row.layout == bench::Layout::timeval)
        variable = QStringLiteral("tv"), value = QStringLiteral("{%1, 0}").arg(m_value->value());
    const QString fd = in_statement(socket);
    QString text = set ? QStringLiteral("%1 = %2; setsockopt(%3, %4, %5, &%1, sizeof %1); ").arg(variable, value, fd, level, name) : QString();
    text += QStringLiteral("len = sizeof %1; getsockopt(%2, %3, %4, &%1, &len);").arg(variable, fd, level, name);
    if (!set && row.layout == bench::Layout::integer)
        text.prepend(QStringLiteral("int val; "));
    m_statement.write(text, set ? tr("sets %1 and reads it back").arg(name) : tr("reads %1").arg(name));
    m_statement.edit().setFocus();
}

QString OptionsPanel::rows(QChar between, bool selected_only) const
{
    const auto field = [between](QString text) {
        if (between == u',' && (text.contains(u',') || text.contains(u'"')))
            return u'"' + text.replace(u'"', QStringLiteral("\"\"")) + u'"';
        return text;
    };
    QString all;
    for (int row = -1; row < m_filter->rowCount(); ++row) {
        if (selected_only && row >= 0 && m_table->selectionModel()->hasSelection() && !m_table->selectionModel()->isRowSelected(row))
            continue;
        QStringList fields;
        for (int column = 0; column < OptionsModel::columns; ++column) {
            QString text = (row < 0 ? m_filter->headerData(column, Qt::Horizontal) : m_filter->index(row, column).data()).toString();
            fields += field(text.replace(u'●', u'1'));
        }
        all += fields.join(between) + u'\n';
    }
    return all;
}

QString OptionsPanel::csv() const
{
    return rows(u',', false);
}

void OptionsPanel::copy()
{
    QApplication::clipboard()->setText(rows(u'\t', true));
}

void OptionsPanel::save()
{
    auto *dialog = new QFileDialog(window(), tr("Save the table"), QSettings().value("folder").toString(), tr("Tables (*.csv)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("csv"));
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) {
        const auto result = archive::new_file(path, [this](QIODevice &file, const archive::StillGood &) { file.write(csv().toUtf8()); });
        if (!result)
            emit failed(lessons::fault(m_preferences.language(), result, path));
    });
    dialog->open();
}

void OptionsPanel::refresh()
{
    if (!m_model->known())
        m_model->show_kind(bench::SocketKind(std::max(0, m_kinds->checkedId())));
    fill(*m_descriptor, true);
    std::map<QString, QString> values;
    const int fd = m_descriptor->currentIndex() < 0 ? -1 : m_descriptor->currentData().toInt();
    const trace::Trace &trace = m_session.trace();
    for (size_t i = 0; m_desk.thread() && fd >= 0 && i < std::min(trace.events().size(), m_session.instant().complete); ++i) {
        const trace::Event &event = trace.events()[i];
        if (event.thread != *m_desk.thread() || event.call != trace::Call::getsockopt || event.fd != fd)
            continue;
        const auto option = calls::value(event, "option"), level = calls::value(event, "level");
        const auto value = calls::value(event, "value");
        values[words::constant(calls::Type::option, option.value_or(-1), level.value_or(-1))] =
            event.result < 0 ? words::answered_text(trace, event).remove(QStringLiteral("= ")) : value ? QString::number(*value) : words::answered_text(trace, event).remove(QStringLiteral("= "));
    }
    m_model->set_read(std::move(values));
    const bool acts = m_desk.sits() && m_descriptor->count() > 0;
    for (QWidget *one : std::initializer_list<QWidget *>{m_set, m_get, m_get_all, m_value, m_descriptor})
        one->setEnabled(acts);
}

void OptionsPanel::retranslate()
{
    m_kind_label->setText(tr("A fresh socket:"));
    m_search->setPlaceholderText(tr("Search names and types"));
    m_search->setAccessibleName(tr("Search names and types"));
    m_level->setItemText(0, tr("every level"));
    m_level->setAccessibleName(tr("Level"));
    m_flags->setText(tr("Only flags"));
    m_missing->setText(tr("Missing here"));
    m_on->setText(tr("On the bench's socket"));
    m_descriptor->setAccessibleName(tr("The bench's socket"));
    m_value_label->setText(tr("value"));
    m_value->setAccessibleName(tr("Value to set"));
    m_set->setText(tr("Set"));
    m_get->setText(tr("Read"));
    m_get_all->setText(tr("Read all"));
    m_copy->setText(tr("Copy"));
    m_save->setText(tr("Save CSV…"));
    m_table->setAccessibleName(tr("Socket options"));
    m_model->retranslate();
    filter();
    if (isVisible()) {
        fit_columns();
        refresh();
    }
}

} // namespace ui
