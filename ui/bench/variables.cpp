// SPDX-License-Identifier: MIT
#include "ui/bench/variables.h"

#include "ui/bench/hands.h"
#include "ui/bench/look.h"
#include "ui/common/preferences.h"

#include <QEvent>
#include <QHeaderView>

#include <algorithm>

namespace ui {
namespace {

constexpr int most_rows = 6; // seen at once

} // namespace

VariablesView::VariablesView(Desk &desk, Session &session, Preferences &preferences, QWidget *parent)
    : QTableWidget(0, 4, parent), m_desk(desk), m_session(session), m_preferences(preferences)
{
    setObjectName(QStringLiteral("variables"));
    verticalHeader()->hide();
    horizontalHeader()->setStretchLastSection(true);
    horizontalHeader()->setHighlightSections(false);
    setShowGrid(false);
    setEditTriggers(NoEditTriggers);
    setSelectionBehavior(SelectRows);
    setSelectionMode(SingleSelection);
    setTabKeyNavigation(false);
    setFrameShape(NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(this, &QTableWidget::cellActivated, this, [this](int row) { emit wanted(item(row, 0)->text()); });
    connect(this, &QTableWidget::cellClicked, this, [this](int row) { emit wanted(item(row, 0)->text()); });
    connect(&desk, &Desk::changed, this, &VariablesView::refresh);
    refresh();
}

QSize VariablesView::sizeHint() const
{
    const int row = QFontMetrics(code_font(font())).height() + 6, rows = std::clamp(rowCount(), 1, window() && window()->height() < 760 ? 3 : most_rows);
    return {300, horizontalHeader()->sizeHint().height() + row * rows + 4};
}

QSize VariablesView::minimumSizeHint() const
{
    return {120, sizeHint().height()};
}

void VariablesView::refresh()
{
    if (isHidden())
        return;
    std::vector<bench::Shown> now = m_desk.variables();
    const QString language = m_preferences.language().code();
    if (now == m_shown && language == m_language && columnCount() == 4 && horizontalHeaderItem(0))
        return;
    const bool another = now.size() != m_shown.size();
    m_shown = std::move(now);
    m_language = language;
    setAccessibleName(tr("The bench's variables"));
    setHorizontalHeaderLabels({tr("The bench's variables"), tr("type"), tr("value"), QString()});
    for (int column = 0; column < 4; ++column)
        horizontalHeaderItem(column)->setTextAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    setRowCount(int(m_shown.size()));
    const auto all = descriptors(m_desk, m_session, m_preferences.language());
    const QFont mono = code_font(font());
    QFont bold = mono;
    bold.setBold(true);
    for (int row = 0; row < rowCount(); ++row) {
        const bench::Shown &one = m_shown[size_t(row)];
        QString note;
        const auto fd = std::ranges::find(all, QString::fromStdString(one.name), &Descriptor::name);
        if (fd != all.end() && one.type == "int")
            note = QStringLiteral("descriptor · %1").arg(fd->text);
        const QString texts[] = {QString::fromStdString(one.name), QString::fromStdString(one.type), QString::fromStdString(one.value), note};
        for (int column = 0; column < 4; ++column) {
            auto *item = new QTableWidgetItem(texts[column]);
            item->setFont(column == 0 ? bold : column == 3 ? font() : mono);
            item->setToolTip(texts[column]);
            if (column == 1 || column == 3)
                item->setForeground(palette().color(QPalette::PlaceholderText));
            setItem(row, column, item);
        }
        setRowHeight(row, QFontMetrics(mono).height() + 6);
    }
    resizeColumnsToContents();
    for (const int column : {0, 1, 2})
        setColumnWidth(column, std::min(columnWidth(column), viewport()->width() * 45 / 100));
    if (another) {
        updateGeometry();
        scrollToBottom();
    }
}

void VariablesView::changeEvent(QEvent *event)
{
    QTableWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange) {
        m_language.clear();
        refresh();
    }
}

} // namespace ui
