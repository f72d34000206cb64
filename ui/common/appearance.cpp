// SPDX-License-Identifier: MIT
#include "ui/common/appearance.h"

#include <QApplication>
#include <QFont>
#include <QLineEdit>
#include <QPainter>
#include <QPalette>
#include <QStyleFactory>
#include <QStyleOption>
#include <QToolTip>

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

// On a dark ground Fusion's own outlines, darker than it, are not seen.
void ScaledStyle::draw_outline(PrimitiveElement element, const QStyleOption &of, QPainter *painter) const
{
    const QColor ground = of.palette.color(QPalette::Window);
    if (ground.lightness() > of.palette.color(QPalette::WindowText).lightness())
        return;
    painter->save();
    painter->setBrush(Qt::NoBrush);
    painter->setPen(of.palette.color(of.state & State_Enabled ? QPalette::Mid : QPalette::Dark));
    const QRectF rect = QRectF(of.rect).adjusted(0.5, 0.5, -0.5, -0.5);
    if (element == PE_IndicatorRadioButton) {
        painter->setRenderHint(QPainter::Antialiasing);
        painter->drawEllipse(rect);
    } else {
        painter->drawRect(rect);
    }
    painter->restore();
}

// Fusion itself marks some by a thin line, others as it marks what is the default, and only after a key was pressed.
void ScaledStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter, const QWidget *widget) const
{
    if (element == PE_FrameFocusRect)
        return draw_ring(*option, painter);
    QProxyStyle::drawPrimitive(element, option, painter, widget);
    if (element == PE_IndicatorRadioButton || element == PE_IndicatorCheckBox || element == PE_PanelLineEdit)
        draw_outline(element, *option, painter);
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

using drawing::mixed;

const QFont &desktop_font()
{
    static const QFont font = QApplication::font();
    return font;
}

QPalette palette_of(const drawing::Theme &theme)
{
    using drawing::Ink;
    const QColor text = theme.colour(Ink::text), paper = theme.colour(Ink::paper), button = theme.colour(Ink::faint);
    QPalette palette;
    palette.setColor(QPalette::Window, theme.colour(Ink::panel));
    palette.setColor(QPalette::WindowText, text);
    palette.setColor(QPalette::Base, paper);
    palette.setColor(QPalette::AlternateBase, theme.colour(Ink::panel));
    palette.setColor(QPalette::Text, text);
    palette.setColor(QPalette::BrightText, text);
    palette.setColor(QPalette::PlaceholderText, theme.colour(Ink::muted));
    palette.setColor(QPalette::Button, button);
    palette.setColor(QPalette::ButtonText, text);
    palette.setColor(QPalette::ToolTipBase, text);
    palette.setColor(QPalette::ToolTipText, paper);
    palette.setColor(QPalette::Highlight, theme.colour(Ink::accent));
    palette.setColor(QPalette::HighlightedText, paper);
    palette.setColor(QPalette::Link, theme.text_colour(Ink::accent, Ink::panel));
    palette.setColor(QPalette::LinkVisited, theme.text_colour(Ink::accent, Ink::panel));
    palette.setColor(QPalette::Light, mixed(button, paper, 0.6));
    palette.setColor(QPalette::Midlight, mixed(button, text, 0.06));
    palette.setColor(QPalette::Mid, theme.colour(Ink::line));
    palette.setColor(QPalette::Dark, mixed(theme.colour(Ink::line), paper, 0.15));
    palette.setColor(QPalette::Shadow, mixed(theme.colour(Ink::line), text, 0.3));
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, mixed(text, button, 0.5));
    return palette;
}

void apply_appearance(qreal scale, qreal of_desktop, const drawing::Theme &theme)
{
    const QFont &base = desktop_font();
    const QPalette palette = palette_of(theme);
    QFont font = base;
    const qreal points = base.pointSizeF() > 0 ? base.pointSizeF() : 10;
    font.setPointSizeF(qMax(points, 10.) * of_desktop);
    QApplication::setFont(font);
    // The widgets hear of it now and of the style last: with another font alone a combo box keeps its least size.
    QCoreApplication::sendPostedEvents(nullptr, QEvent::ApplicationFontChange);
    QApplication::setStyle(new ScaledStyle(scale));
    QApplication::setPalette(palette);
    QToolTip::setPalette(palette);
}

} // namespace ui
