// SPDX-License-Identifier: MIT
#include "ui/common/panel_title.h"

#include "ui/common/icons.h"
#include "ui/common/short_label.h"

#include <QApplication>
#include <QDockWidget>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QStyle>
#include <QToolButton>

namespace ui {

PanelTitle::PanelTitle(QDockWidget &panel)
    : m_panel(panel), m_name(new ShortLabel), m_float(new QToolButton), m_close(new QToolButton), m_row(new QHBoxLayout(this))
{
    m_row->setContentsMargins(6, 0, 2, 2);
    m_row->setSpacing(0);
    m_row->addWidget(m_name, 1);
    m_row->addWidget(m_float);
    m_row->addWidget(m_close);
    m_float->setIcon(icon("window-restore"));
    m_close->setIcon(icon("window-close"));
    for (QToolButton *button : {m_float, m_close}) {
        button->setAutoRaise(true);
        button->setFocusPolicy(Qt::NoFocus); // the View menu does the same from the keyboard
    }
    connect(m_close, &QToolButton::clicked, &panel, &QDockWidget::close);
    connect(m_float, &QToolButton::clicked, &panel, [&panel] { panel.setFloating(!panel.isFloating()); });
    connect(&panel, &QDockWidget::windowTitleChanged, this, &PanelTitle::retranslate);
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget *, QWidget *now) {
        if (m_in_focus != (now && m_panel.isAncestorOf(now))) {
            m_in_focus = !m_in_focus;
            update();
        }
    });
    retranslate();
}

void PanelTitle::paintEvent(QPaintEvent *)
{
    constexpr int line = 2; // px
    if (m_in_focus)
        QPainter(this).fillRect(0, height() - line, width(), line, palette().highlight());
}

void PanelTitle::add(QWidget *control)
{
    m_row->insertWidget(m_row->count() - 2, control);
    m_name->give_way(); // the controls stay
}

void PanelTitle::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::FontChange
        || event->type() == QEvent::StyleChange)
        retranslate();
    QWidget::changeEvent(event);
}

void PanelTitle::retranslate()
{
    QFont bold = font();
    bold.setBold(true);
    const int size = style()->pixelMetric(QStyle::PM_SmallIconSize) * 7 / 10;
    for (QToolButton *button : {m_float, m_close})
        button->setIconSize({size, size});
    m_name->setFont(bold);
    m_name->setText(m_panel.windowTitle());
    m_float->setToolTip(tr("Set this panel free, or dock it again"));
    m_float->setAccessibleName(tr("Set free or dock: %1", "a panel").arg(m_panel.windowTitle()));
    m_close->setToolTip(tr("Hide this panel; the View menu brings it back"));
    m_close->setAccessibleName(tr("Hide: %1", "a panel").arg(m_panel.windowTitle()));
}

} // namespace ui
