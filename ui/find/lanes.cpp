// SPDX-License-Identifier: MIT
#include "ui/find/lanes.h"

#include "ui/common/preferences.h"
#include "ui/figure/timeline_view.h"

#include "words/sentences.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QListWidget>
#include <QPushButton>
#include <QSignalBlocker>

namespace ui {
namespace {

constexpr int thread_role = Qt::UserRole;

} // namespace

LanesWindow::LanesWindow(TimelineView &timeline, Session &session, Preferences &preferences, QWidget *parent)
    : QDialog(parent), m_timeline(timeline), m_session(session), m_preferences(preferences), m_threads(new QListWidget), m_all(new QPushButton),
      m_front(new QPushButton), m_close(new QPushButton)
{
    setObjectName("lanes");
    auto *buttons = new QHBoxLayout;
    for (QPushButton *button : {m_all, m_front, m_close}) {
        button->setAutoDefault(false);
        buttons->addWidget(button);
    }
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_threads, 1);
    column->addLayout(buttons);

    connect(m_threads, &QListWidget::itemChanged, this, &LanesWindow::leave_out);
    connect(m_all, &QPushButton::clicked, this, [this] { only([](size_t) { return true; }); });
    connect(m_front, &QPushButton::clicked, this, [this] {
        only([this](size_t thread) { return m_session.trace().threads[thread].program == m_session.front(); });
    });
    connect(m_close, &QPushButton::clicked, this, &QDialog::reject);
    connect(&session, &Session::recording_changed, this, &LanesWindow::fill);
    connect(&session, &Session::instant_changed, this, [this] { // a run may have begun more
        if (isVisible() && int(figures::timeline_threads(m_session.replay()).size()) != m_threads->count())
            fill();
    });
    retranslate();
}

void LanesWindow::showEvent(QShowEvent *event)
{
    QDialog::showEvent(event);
    fill();
    m_threads->setFocus();
}

void LanesWindow::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QDialog::changeEvent(event);
}

void LanesWindow::fill()
{
    const QSignalBlocker quiet(m_threads);
    const int row = m_threads->currentRow();
    m_threads->clear();
    for (const size_t thread : figures::timeline_threads(m_session.replay())) {
        auto *item = new QListWidgetItem(words::thread_name(m_preferences.language(), m_session.trace(), thread), m_threads);
        item->setData(thread_role, qulonglong(thread));
        item->setCheckState(m_timeline.left_out().contains(thread) ? Qt::Unchecked : Qt::Checked);
    }
    m_threads->setCurrentRow(qBound(0, row, m_threads->count() - 1));
}

void LanesWindow::leave_out()
{
    std::set<size_t> left_out;
    for (int row = 0; row < m_threads->count(); ++row)
        if (const QListWidgetItem *item = m_threads->item(row); item->checkState() == Qt::Unchecked)
            left_out.insert(size_t(item->data(thread_role).toULongLong()));
    m_timeline.leave_out(std::move(left_out));
}

void LanesWindow::only(const std::function<bool(size_t thread)> &wanted)
{
    {
        const QSignalBlocker quiet(m_threads);
        for (int row = 0; row < m_threads->count(); ++row)
            m_threads->item(row)->setCheckState(wanted(size_t(m_threads->item(row)->data(thread_role).toULongLong())) ? Qt::Checked : Qt::Unchecked);
    }
    leave_out();
}

void LanesWindow::retranslate()
{
    setWindowTitle(tr("Threads on the timeline"));
    m_threads->setAccessibleName(windowTitle());
    m_all->setText(tr("&All"));
    m_front->setText(tr("&Only those of the program in front"));
    m_close->setText(tr("&Close"));
    if (isVisible())
        fill();
}

} // namespace ui
