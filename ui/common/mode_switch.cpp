// SPDX-License-Identifier: MIT
#include "ui/common/mode_switch.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPaintEvent>
#include <QStyleOptionToolButton>
#include <QToolButton>

namespace ui {
namespace {

// One of the segments: what is chosen stands out in the colour of a selection.
class Segment : public QToolButton {
public:
    explicit Segment(QAction *action)
    {
        setDefaultAction(action);
        setAutoExclusive(true);
        setToolButtonStyle(Qt::ToolButtonTextOnly);
        setFocusPolicy(Qt::TabFocus);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const QPalette &colours = palette();
        const QRectF place = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
        painter.setPen(colours.color(QPalette::Mid));
        painter.setBrush(isChecked() ? colours.color(QPalette::Highlight) : underMouse() ? colours.color(QPalette::Midlight) : colours.color(QPalette::Base));
        painter.drawRoundedRect(place, 4, 4);
        QFont letters = font();
        letters.setBold(isChecked());
        painter.setFont(letters);
        painter.setPen(colours.color(isChecked() ? QPalette::HighlightedText : QPalette::ButtonText));
        painter.drawText(rect(), Qt::AlignCenter | Qt::TextHideMnemonic, text());
        if (hasFocus()) {
            QStyleOptionFocusRect ring;
            ring.initFrom(this);
            ring.rect = rect();
            ring.backgroundColor = isChecked() ? colours.color(QPalette::Highlight) : colours.color(QPalette::Base);
            style()->drawPrimitive(QStyle::PE_FrameFocusRect, &ring, &painter, this);
        }
    }
    QSize sizeHint() const override
    {
        QFont letters = font();
        letters.setBold(true);
        const QFontMetrics metrics(letters);
        return {metrics.horizontalAdvance(text()) + metrics.averageCharWidth() * 2, metrics.height() + 8};
    }
};

} // namespace

ModeSwitch::ModeSwitch(const QList<QAction *> &modes, QWidget *parent) : QWidget(parent), m_modes(modes), m_box(new QComboBox), m_name(new QLabel(this))
{
    setObjectName(QStringLiteral("mode_switch"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(2, 0, 6, 0);
    row->setSpacing(0);
    for (QAction *mode : m_modes) {
        auto *button = new Segment(mode);
        m_buttons += button;
        row->addWidget(button);
        m_box->addItem(QString());
        connect(mode, &QAction::toggled, m_box, [this, index = int(m_buttons.size()) - 1](bool chosen) {
            if (chosen)
                m_box->setCurrentIndex(index);
        });
    }
    row->addWidget(m_box);
    m_name->setBuddy(m_box);
    m_name->hide();
    m_box->hide();
    connect(m_box, &QComboBox::activated, this, [this](int index) { m_modes[index]->trigger(); });
    retranslate();
}

void ModeSwitch::set_compact(bool compact)
{
    m_compact = compact;
    for (QToolButton *button : m_buttons)
        button->setVisible(!compact);
    m_box->setVisible(compact);
}

void ModeSwitch::retranslate()
{
    for (int i = 0; i < m_modes.size(); ++i)
        m_box->setItemText(i, m_modes[i]->text().remove(u'&'));
    m_name->setText(tr("Mode")); // which a screen reader speaks
    for (QToolButton *button : m_buttons)
        button->updateGeometry();
}

} // namespace ui
