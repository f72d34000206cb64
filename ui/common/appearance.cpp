// SPDX-License-Identifier: MIT
#include "ui/common/appearance.h"

#include "drawing/drawing.h"

#include <QApplication>
#include <QFont>
#include <QLineEdit>
#include <QPainter>
#include <QPalette>
#include <QStyleFactory>
#include <QStyleOption>

namespace ui {
namespace {

int pictures_being_made = 0;

} // namespace

WithoutMnemonics::WithoutMnemonics()
{
    ++pictures_being_made;
}

WithoutMnemonics::~WithoutMnemonics()
{
    --pictures_being_made;
}

ScaledStyle::ScaledStyle(qreal scale) : QProxyStyle(QStyleFactory::create("Fusion")), m_scale(scale)
{
}

int ScaledStyle::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    const int value = QProxyStyle::pixelMetric(metric, option, widget);
    switch (metric) {
    case PM_DefaultFrameWidth: // lines stay hair lines
    case PM_MenuPanelWidth:
    case PM_MenuBarPanelWidth:
    case PM_ToolBarFrameWidth:
    case PM_TabBarBaseOverlap:
    case PM_HeaderDefaultSectionSizeHorizontal:
        return value;
    case PM_ToolBarIconSize:
    case PM_ButtonIconSize:
    case PM_SmallIconSize:
    case PM_TabBarIconSize:
        return qRound(18 * m_scale);
    case PM_ToolBarItemSpacing:
        return qRound(2 * m_scale);
    case PM_DockWidgetSeparatorExtent:
        return qRound(6 * m_scale);
    case PM_LayoutLeftMargin:
    case PM_LayoutRightMargin:
    case PM_LayoutTopMargin:
    case PM_LayoutBottomMargin:
        return qRound(7 * m_scale);
    case PM_LayoutHorizontalSpacing:
    case PM_LayoutVerticalSpacing:
        return qRound(4 * m_scale);
    default:
        return value > 0 ? qMax(1, qRound(value * m_scale)) : value;
    }
}

void ScaledStyle::draw_ring(const QStyleOption &around, QPainter *painter) const
{
    const auto *focus = qstyleoption_cast<const QStyleOptionFocusRect *>(&around);
    const QColor ground = focus && focus->backgroundColor.isValid() ? focus->backgroundColor : around.palette.color(QPalette::Window);
    const QColor usual = around.palette.color(QPalette::Highlight);
    constexpr qreal width = 2, enough = 3; // px; WCAG 2.1, 1.4.11
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing, false);
    painter->setBrush(Qt::NoBrush);
    painter->setPen(QPen(drawing::contrast(usual, ground) >= enough ? usual : around.palette.color(QPalette::HighlightedText), width, Qt::SolidLine,
                         Qt::SquareCap, Qt::MiterJoin));
    painter->drawRect(QRectF(around.rect).adjusted(width / 2, width / 2, -width / 2, -width / 2));
    painter->restore();
}

// Fusion itself marks some by a thin line, others as it marks what is the default, and only after a key was pressed.
void ScaledStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter, const QWidget *widget) const
{
    if (element == PE_FrameFocusRect)
        return draw_ring(*option, painter);
    QProxyStyle::drawPrimitive(element, option, painter, widget);
    if (element == PE_PanelLineEdit && option->state & State_HasFocus && qobject_cast<const QLineEdit *>(widget)
        && static_cast<const QLineEdit *>(widget)->hasFrame())
        draw_ring(*option, painter);
}

void ScaledStyle::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter, const QWidget *widget) const
{
    QProxyStyle::drawControl(element, option, painter, widget);
    if ((element == CE_ToolButtonLabel || element == CE_PushButton) && option->state & State_HasFocus)
        draw_ring(*option, painter);
}

void ScaledStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter, const QWidget *widget) const
{
    QProxyStyle::drawComplexControl(control, option, painter, widget);
    if ((control == CC_ComboBox || control == CC_SpinBox) && option->state & State_HasFocus)
        draw_ring(*option, painter);
}

int ScaledStyle::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget, QStyleHintReturn *data) const
{
    if (hint == SH_UnderlineShortcut) // mnemonics are part of what the keyboard needs to see
        return pictures_being_made == 0;
    return QProxyStyle::styleHint(hint, option, widget, data);
}

const QFont &desktop_font()
{
    static const QFont font = QApplication::font();
    return font;
}

void apply_appearance(qreal scale, qreal of_desktop)
{
    const QFont &base = desktop_font();
    QPalette palette;
    palette.setColor(QPalette::Window, QColor(0xf3, 0xf5, 0xf8));
    palette.setColor(QPalette::WindowText, QColor(0x1b, 0x24, 0x30));
    palette.setColor(QPalette::Base, Qt::white);
    palette.setColor(QPalette::AlternateBase, QColor(0xf3, 0xf5, 0xf8));
    palette.setColor(QPalette::Text, QColor(0x1b, 0x24, 0x30));
    palette.setColor(QPalette::PlaceholderText, QColor(0x5c, 0x67, 0x75));
    palette.setColor(QPalette::Button, QColor(0xea, 0xee, 0xf3));
    palette.setColor(QPalette::ButtonText, QColor(0x1b, 0x24, 0x30));
    palette.setColor(QPalette::ToolTipBase, QColor(0x1b, 0x24, 0x30));
    palette.setColor(QPalette::ToolTipText, Qt::white);
    palette.setColor(QPalette::Highlight, QColor(0x00, 0x72, 0xb2));
    palette.setColor(QPalette::HighlightedText, Qt::white);
    palette.setColor(QPalette::Link, QColor(0x00, 0x5a, 0x8e));
    palette.setColor(QPalette::Light, Qt::white);
    palette.setColor(QPalette::Midlight, QColor(0xe3, 0xe8, 0xee));
    palette.setColor(QPalette::Mid, QColor(0x8a, 0x93, 0xa1));
    palette.setColor(QPalette::Dark, QColor(0x9a, 0xa5, 0xb1));
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, QColor(0x8b, 0x95, 0xa1));

    QFont font = base;
    const qreal points = base.pointSizeF() > 0 ? base.pointSizeF() : 10;
    font.setPointSizeF(qMax(points, 10.) * of_desktop);
    QApplication::setFont(font);
    // The widgets hear of it now and of the style last: with another font alone a combo box keeps its least size.
    QCoreApplication::sendPostedEvents(nullptr, QEvent::ApplicationFontChange);
    QApplication::setStyle(new ScaledStyle(scale));
    QApplication::setPalette(palette);
}

} // namespace ui
