// SPDX-License-Identifier: MIT
// How the window's own controls look: calm and light, and everything as large as the scale says.
#pragma once

#include "drawing/drawing.h"

#include <QProxyStyle>

namespace ui {

// Fusion, with every measure multiplied by `scale`.
class ScaledStyle : public QProxyStyle {
    Q_OBJECT
public:
    explicit ScaledStyle(qreal scale);
    int pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const override;
    // What has the focus has one ring, 2 px wide, in a colour that stands out from what is around it.
    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter, const QWidget *widget) const override;
    void drawControl(ControlElement element, const QStyleOption *option, QPainter *painter, const QWidget *widget) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter, const QWidget *widget) const override;
    int styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget, QStyleHintReturn *data) const override;

private:
    void draw_ring(const QStyleOption &around, QPainter *painter) const;
    void draw_outline(PrimitiveElement element, const QStyleOption &of, QPainter *painter) const;

    const qreal m_scale;
};

// As long as it lives, mnemonics are not underlined: in a picture a text then stays one piece.
class WithoutMnemonics {
public:
    WithoutMnemonics();
    ~WithoutMnemonics();
    WithoutMnemonics(const WithoutMnemonics &) = delete;
    WithoutMnemonics &operator=(const WithoutMnemonics &) = delete;
};

// The font that the desktop has chosen, before any scale.
const QFont &desktop_font();

// The colours of the window's own controls in that theme.
QPalette palette_of(const drawing::Theme &theme);

// Gives the application style, palette and font: measures `scale` times as large as usual, letters `of_desktop` times as large as
// the desktop's. To be called again when the scale or the theme changes.
void apply_appearance(qreal scale, qreal of_desktop, const drawing::Theme &theme);

} // namespace ui
