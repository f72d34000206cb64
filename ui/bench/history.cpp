// SPDX-License-Identifier: MIT
#include "ui/bench/history.h"

#include "ui/bench/look.h"
#include "ui/common/preferences.h"

#include "calls/schema.h"
#include "trace/clock.h"
#include "words/quoted.h"
#include "words/sentences.h"

#include <QEvent>
#include <QPainter>
#include <QScrollBar>
#include <QStyledItemDelegate>
#include <QTextLayout>

#include <algorithm>

namespace ui {
namespace {

constexpr int clock_ms = 100;

// A block of text, wrapped to a width; drawn unless there is no painter. Returns its height.
qreal put(QPainter *painter, const QString &text, const QFont &font, QRectF room, const QColor &colour)
{
    QTextLayout layout(text, font);
    layout.beginLayout();
    qreal height = 0;
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(qMax<qreal>(20, room.width()));
        line.setPosition({0, height});
        height += line.height();
    }
    layout.endLayout();
    if (painter) {
        painter->setPen(colour);
        layout.draw(painter, room.topLeft());
    }
    return height;
}

class EntryDelegate : public QStyledItemDelegate {
public:
    EntryDelegate(const QListView &view, const Preferences &preferences) : QStyledItemDelegate(const_cast<QListView *>(&view)), m_view(view), m_preferences(preferences) {}

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const int width = m_view.viewport()->width();
        return {qMax(60, width - 2), qRound(lay_out(nullptr, option, index, QRectF(0, 0, width, 0)))};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const bool asleep = index.data(HistoryModel::asleep).toBool(), now = index.data(HistoryModel::now).toBool();
        painter->save();
        const QRectF all(option.rect);
        const drawing::Theme &theme = m_preferences.theme();
        if (asleep || now) {
            const QColor mark = theme.colour(asleep ? drawing::Ink::waiting : drawing::Ink::copying);
            painter->fillRect(all, washed(mark, asleep ? 0.16 : 0.08, option.palette.color(QPalette::Base)));
            painter->fillRect(QRectF(all.left(), all.top(), 4 * scale(), all.height()), mark);
        }
        painter->setPen(option.palette.color(QPalette::Midlight));
        painter->drawLine(QPointF(all.left() + left(), all.bottom()), QPointF(all.right() - gap(), all.bottom()));
        lay_out(painter, option, index, all);
        if (option.state & QStyle::State_HasFocus && m_view.hasFocus()) {
            painter->setPen(QPen(option.palette.color(QPalette::Highlight), 2));
            painter->drawRect(all.adjusted(1, 1, -1, -1));
        }
        painter->restore();
    }

private:
    qreal scale() const { return m_preferences.scale(); }
    qreal gap() const { return 6 * scale(); }
    qreal left() const { return 40 * scale(); }

    qreal lay_out(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index, QRectF room) const
    {
        const drawing::Theme &theme = m_preferences.theme();
        const QFont mono = code_font(option.font), plain = option.font;
        QFont bold = mono;
        bold.setBold(true);
        const QFontMetricsF fixed(mono), small(plain);
        const QColor text = option.palette.color(QPalette::Text), muted = option.palette.color(QPalette::PlaceholderText);
        const qreal top = room.top() + gap() / 2, right = room.right() - gap();
        const QString result = index.data(HistoryModel::result).toString(), took = index.data(HistoryModel::took).toString();
        const bool asleep = index.data(HistoryModel::asleep).toBool(), waits = index.data(HistoryModel::waits).toBool();
        const qreal took_width = qMax(small.horizontalAdvance(took), 52 * scale());
        const qreal result_width = asleep ? 0 : QFontMetricsF(bold).horizontalAdvance(result.left(24)) + gap();
        const qreal pill = asleep ? small.horizontalAdvance(took) + 34 * scale() : 0;
        const qreal code_width = right - room.left() - left() - (asleep ? pill : took_width + result_width) - gap();
        if (painter) {
            painter->setFont(plain);
            painter->setPen(muted);
            painter->drawText(QRectF(room.left() + 6 * scale(), top, left() - 12 * scale(), fixed.height()), Qt::AlignRight | Qt::AlignVCenter, index.data(HistoryModel::number).toString());
            if (asleep) {
                const QRectF place(right - pill, top - 1, pill, fixed.height() + 2);
                painter->setRenderHint(QPainter::Antialiasing);
                painter->setPen(Qt::NoPen);
                painter->setBrush(theme.colour(drawing::Ink::waiting));
                painter->drawRoundedRect(place, place.height() / 2, place.height() / 2);
                const QColor on = theme.text_colour(drawing::Ink::text, drawing::Ink::waiting);
                painter->setBrush(on);
                QPainterPath moon;
                const qreal size = 10 * scale();
                const QPointF at(place.left() + 9 * scale(), place.center().y() - size / 2);
                moon.addEllipse(QRectF(at, QSizeF(size, size)));
                QPainterPath shade;
                shade.addEllipse(QRectF(at + QPointF(size * 0.36, -size * 0.12), QSizeF(size, size)));
                painter->drawPath(moon.subtracted(shade));
                painter->setPen(on);
                QFont strong = plain;
                strong.setBold(true);
                painter->setFont(strong);
                painter->drawText(place.adjusted(22 * scale(), 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter, took);
            } else {
                painter->setFont(plain);
                painter->drawText(QRectF(right - took_width, top, took_width, fixed.height()), Qt::AlignRight | Qt::AlignVCenter, took);
                painter->setFont(bold);
                painter->setPen(index.data(HistoryModel::failed).toBool() ? theme.text_colour(drawing::Ink::failed, drawing::Ink::paper) : text);
                painter->drawText(QRectF(right - took_width - result_width, top, result_width - gap(), fixed.height()), Qt::AlignRight | Qt::AlignVCenter, result.left(24));
            }
        }
        qreal height = put(painter, index.data(Qt::DisplayRole).toString(), mono, QRectF(room.left() + left(), top, code_width, 0), waits ? muted : text);
        height += put(painter, index.data(HistoryModel::explanation).toString(), plain, QRectF(room.left() + left(), top + height, right - room.left() - left(), 0),
                      asleep ? text : muted);
        const double part = index.data(HistoryModel::progress).toDouble();
        if (part >= 0 && asleep) {
            height += 4 * scale();
            const QRectF bar(room.left() + left(), top + height, right - room.left() - left(), 4 * scale());
            if (painter) {
                painter->fillRect(bar, washed(theme.colour(drawing::Ink::waiting), 0.35, option.palette.color(QPalette::Base)));
                painter->fillRect(QRectF(bar.topLeft(), QSizeF(bar.width() * qMin(1., part), bar.height())), theme.colour(drawing::Ink::waiting));
            }
            height += 6 * scale();
        }
        return height + gap() + 1;
    }

    const QListView &m_view;
    const Preferences &m_preferences;
};

} // namespace

HistoryModel::HistoryModel(Desk &desk, Session &session, Preferences &preferences, QObject *parent)
    : QAbstractListModel(parent), m_desk(desk), m_session(session), m_preferences(preferences)
{
}

int HistoryModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_rows;
}

QString HistoryModel::result_text(const Desk::Entry &entry) const
{
    if (entry.asleep)
        return {};
    if (entry.line_given)
        return QStringLiteral("= ") + (entry.line_given->result > 0 ? words::quoted(*entry.line_given) : QStringLiteral("NULL"));
    if (!entry.call || !calls::is_call(entry.call->call))
        return entry.shown;
    const trace::Event &call = *entry.call;
    return words::answered_text(m_session.trace(), call);
}

QVariant HistoryModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid) || size_t(index.row()) >= m_desk.entries().size())
        return {};
    const Desk::Entry &entry = m_desk.entries()[size_t(index.row())];
    const words::Language &language = m_preferences.language();
    const int64_t slept = entry.asleep && entry.call ? (m_session.run() ? trace::now() : m_session.trace().end()) - entry.call->begin : 0;
    switch (role) {
    case Qt::DisplayRole: return entry.text;
    case number: return index.row() + 1;
    case result: return result_text(entry);
    case took: {
        if (entry.asleep) {
            const QString sleeping = tr("asleep %1", "a duration").arg(language.duration(slept));
            return sleeping;
        }
        return entry.enters ? language.duration(entry.call->end - entry.call->begin) : entry.waits ? tr("waits") : QStringLiteral("–");
    }
    case explanation: return m_desk.explanation(entry);
    case asleep: return entry.asleep;
    case waits: return entry.waits;
    case failed: return entry.enters && !entry.asleep && entry.call->result < 0;
    case progress: {
        const auto limit = entry.asleep ? calls::value(*entry.call, "timeout_ns") : std::nullopt;
        return limit && *limit > 0 ? double(slept) / double(*limit) : -1.;
    }
    case now: return index.row() == current();
    case Qt::AccessibleTextRole: {
        const QStringList parts{tr("Statement %1").arg(index.row() + 1), entry.text, entry.asleep ? tr("asleep") : result_text(entry), m_desk.explanation(entry)};
        return parts.join(QStringLiteral(". "));
    }
    default: return {};
    }
}

int HistoryModel::current() const
{
    int found = -1;
    const auto &entries = m_desk.entries();
    for (size_t i = 0; i < entries.size(); ++i)
        if (entries[i].event ? *entries[i].event < m_session.instant().complete : !entries[i].waits && m_session.at_end())
            found = int(i);
    return found;
}

void HistoryModel::refresh()
{
    const int rows = int(m_desk.entries().size());
    if (rows < m_rows) {
        beginResetModel();
        m_rows = rows;
        endResetModel();
    } else if (rows > m_rows) {
        beginInsertRows({}, m_rows, rows - 1);
        m_rows = rows;
        endInsertRows();
    }
    if (rows > 0)
        emit dataChanged(index(std::max(0, rows - 40)), index(rows - 1));
}

HistoryView::HistoryView(Desk &desk, Session &session, Preferences &preferences, QWidget *parent)
    : QListView(parent), m_desk(desk), m_session(session), m_model(new HistoryModel(desk, session, preferences, this))
{
    setObjectName(QStringLiteral("bench_history"));
    setModel(m_model);
    setItemDelegate(new EntryDelegate(*this, preferences));
    setResizeMode(Adjust);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFrameShape(NoFrame);
    setEditTriggers(NoEditTriggers);
    m_clock.setInterval(clock_ms);
    connect(&m_clock, &QTimer::timeout, this, [this] { viewport()->update(); });
    connect(&desk, &Desk::changed, this, &HistoryView::refresh);
    // One goes to its instant; with Enter it stands in the statement line again.
    connect(this, &QListView::clicked, this, [this](const QModelIndex &index) { m_session.go(m_desk.instant_of(m_desk.entries()[size_t(index.row())])); });
    connect(this, &QListView::activated, this, [this](const QModelIndex &index) { emit wanted(index.data().toString()); });
}

void HistoryView::refresh()
{
    const bool at_bottom = verticalScrollBar()->value() >= verticalScrollBar()->maximum() - 4;
    const int before = m_model->rowCount();
    m_model->refresh();
    const auto &entries = m_desk.entries();
    const bool sleeps = !entries.empty() && entries.back().asleep && isVisible();
    const bool any = std::ranges::any_of(entries, &Desk::Entry::asleep) && isVisible();
    if (any != m_clock.isActive())
        any ? m_clock.start() : m_clock.stop();
    if (at_bottom || sleeps || m_model->rowCount() != before)
        scheduleDelayedItemsLayout(), QTimer::singleShot(0, this, &QListView::scrollToBottom);
    setAccessibleName(tr("History of the statements"));
}

void HistoryView::resizeEvent(QResizeEvent *event)
{
    QListView::resizeEvent(event);
    scheduleDelayedItemsLayout();
}

void HistoryView::changeEvent(QEvent *event)
{
    QListView::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::LanguageChange)
        scheduleDelayedItemsLayout();
}

} // namespace ui
