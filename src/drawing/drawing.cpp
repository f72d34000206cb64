// SPDX-License-Identifier: MIT
#include "drawing/drawing.h"

#include "drawing/measured.h"

#include <QFontMetricsF>
#include <QPaintEngine>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace drawing {
namespace {

constexpr qreal hatch_distance = 6; // px between two lines of a pattern
constexpr qreal arrow_length = 10, arrow_half = 4.5;

QColor with_opacity(QColor colour, qreal opacity)
{
    colour.setAlphaF(float(colour.alphaF() * std::clamp(opacity, 0.0, 1.0)));
    return colour;
}

// Part of the line a + t·d, 0 <= t <= 1, inside `rect` (Liang and Barsky); a null line when there is none.
QLineF inside(const QLineF &line, const QRectF &rect)
{
    double from = 0, to = 1;
    const double p[] = {-line.dx(), line.dx(), -line.dy(), line.dy()};
    const double q[] = {line.x1() - rect.left(), rect.right() - line.x1(), line.y1() - rect.top(),
                        rect.bottom() - line.y1()};
    for (int side = 0; side < 4; ++side) {
        if (p[side] == 0) {
            if (q[side] < 0)
                return {};
            continue;
        }
        const double t = q[side] / p[side];
        if (p[side] < 0)
            from = std::max(from, t);
        else
            to = std::min(to, t);
    }
    return from < to ? QLineF(line.pointAt(from), line.pointAt(to)) : QLineF();
}

void add_hatch(QVector<QLineF> &lines, const QRectF &rect, double degrees)
{
    const double angle = degrees * M_PI / 180;
    const QPointF along(std::cos(angle), -std::sin(angle)), across(std::sin(angle), std::cos(angle));
    const double reach = std::hypot(rect.width(), rect.height());
    // The lines are the same ones everywhere on the sheet, so that neighbours' patterns meet.
    const QPointF centre = rect.center();
    const double offset = centre.x() * across.x() + centre.y() * across.y();
    const double first = std::ceil((offset - reach / 2) / hatch_distance) * hatch_distance;
    for (double at = first; at < offset + reach / 2; at += hatch_distance) {
        const QPointF middle = centre + across * (at - offset);
        const QLineF line = inside(QLineF(middle - along * reach, middle + along * reach), rect);
        if (!line.isNull())
            lines.append(line);
    }
}

// Lines and not a brush's pattern: those are bitmaps, which files and scales do not keep.
void paint_pattern(const QRectF &rect, Pattern pattern, const QColor &colour, QPainter &painter)
{
    QVector<QLineF> lines;
    const QRectF inner = rect.adjusted(1, 1, -1, -1);
    switch (pattern) {
    case Pattern::plain: return;
    case Pattern::rising: add_hatch(lines, inner, 45); break;
    case Pattern::falling: add_hatch(lines, inner, -45); break;
    case Pattern::crossed:
        add_hatch(lines, inner, 45);
        add_hatch(lines, inner, -45);
        break;
    case Pattern::upright: add_hatch(lines, inner, 90); break;
    case Pattern::level: add_hatch(lines, inner, 0); break;
    }
    painter.setPen(QPen(colour, 1));
    painter.drawLines(lines);
}

Pattern pattern_of(const Shape &shape, const Theme &theme)
{
    const Pattern pattern = theme.pattern(shape.fill);
    return shape.hatched && pattern == Pattern::plain ? Pattern::rising : pattern;
}

constexpr qreal least_outlined = 4; // px: an area of fewer would be nothing but its outline

// An area whose colour alone does not stand out from the paper.
bool needs_outline(const Shape &shape, const QRectF &rect, const Theme &theme)
{
    return shape.filled && !shape.stroked && theme.edge(shape.fill) != theme.colour(shape.fill)
        && (theme.name == ThemeName::print || shape.kind == Shape::path || std::min(rect.width(), rect.height()) >= least_outlined);
}

void set_pen(const Shape &shape, const Theme &theme, QPainter &painter)
{
    if (!shape.stroked) {
        painter.setPen(Qt::NoPen);
        return;
    }
    QPen pen(with_opacity(theme.edge(shape.stroke), shape.opacity), shape.width);
    pen.setCapStyle(Qt::FlatCap);
    pen.setJoinStyle(Qt::RoundJoin);
    if (shape.dashed)
        pen.setDashPattern({5, 4});
    painter.setPen(pen);
}

void paint_arrow(const QPointF &tip, double angle, const Shape &shape, QPainter &painter)
{
    const double size = std::max(1.0, shape.width / 2);
    const QPointF back(-std::cos(angle), -std::sin(angle)), side(-back.y(), back.x());
    const QPointF base = tip + back * (arrow_length * size);
    const QColor colour = painter.pen().color();
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    painter.drawPolygon(QPolygonF{tip, base + side * (arrow_half * size), base - side * (arrow_half * size)});
}

void paint_box(const Shape &shape, const QRectF &rect, const Theme &theme, QPainter &painter)
{
    painter.setBrush(shape.filled ? QBrush(with_opacity(theme.colour(shape.fill), shape.opacity)) : Qt::NoBrush);
    const Pattern pattern = shape.filled ? pattern_of(shape, theme) : Pattern::plain;
    if (pattern != Pattern::plain) { // the fill below, then the pattern, then the outline
        painter.setPen(Qt::NoPen);
        painter.drawRoundedRect(rect, shape.radius, shape.radius);
        const QColor lines = theme.text_colour(theme.name == ThemeName::print ? Ink::text : Ink::muted, shape.fill);
        paint_pattern(rect, pattern, with_opacity(lines, shape.opacity * 0.6), painter);
        painter.setBrush(Qt::NoBrush);
    }
    set_pen(shape, theme, painter);
    if (needs_outline(shape, rect, theme))
        painter.setPen(QPen(with_opacity(theme.edge(shape.fill), shape.opacity), 1));
    if (shape.radius > 0)
        painter.drawRoundedRect(rect, shape.radius, shape.radius);
    else
        painter.drawRect(rect);
}

bool on_pixels(const QRectF &rect)
{
    const auto whole = [](qreal edge) { return std::abs(edge - qreal(qRound64(edge))) < 0.01; };
    return whole(rect.left()) && whole(rect.top()) && whole(rect.right()) && whole(rect.bottom());
}

void set_smooth(QPainter &painter, bool smooth)
{
    if (painter.testRenderHint(QPainter::Antialiasing) != smooth)
        painter.setRenderHint(QPainter::Antialiasing, smooth);
}

// A theme's answers for an ink, asked once a drawing.
struct Look {
    QColor fill, edge;
    bool plain = true, outlined = false;
};
using Looks = std::array<Look, size_t(Ink::lit) + 1>;

Looks looks_of(const Theme &theme)
{
    Looks looks;
    for (size_t i = 0; i < looks.size(); ++i) {
        const Ink ink{uint8_t(i)};
        looks[i] = {theme.colour(ink), theme.edge(ink), theme.pattern(ink) == Pattern::plain, theme.edge(ink) != theme.colour(ink)};
    }
    return looks;
}

// Paints boxes that are nothing but one colour and, where it needs it, its edge: there are thousands of them in a timeline, most of
// them with their edges on pixels. Others, and in a file those with an edge, are a box with a pen.
class Areas {
public:
    Areas(const Theme &theme, QPainter &painter)
        : m_theme(theme), m_painter(painter), m_looks(looks_of(theme)), m_device(painter.deviceTransform()),
          m_raster(painter.paintEngine()->type() == QPaintEngine::Raster)
    {
    }

    void paint(const Shape &shape, const QRectF &rect)
    {
        const Look &look = m_looks[size_t(shape.fill)];
        const bool edged = has_edge(look, rect);
        if (!is_area(shape, look) || (edged && (!m_raster || shape.opacity < 1))) {
            set_smooth(m_painter, true);
            return paint_box(shape, rect, m_theme, m_painter);
        }
        set_smooth(m_painter, !on_pixels(m_device.mapRect(rect)));
        if (!edged)
            return m_painter.fillRect(rect, with_opacity(look.fill, shape.opacity));
        m_painter.fillRect(rect, look.edge);
        m_painter.fillRect(within(rect), look.fill);
    }

    void paint_all(const Shape &shape)
    {
        const Look &look = m_looks[size_t(shape.fill)];
        const bool still = m_raster && m_device.type() <= QTransform::TxTranslate && on_pixels({m_device.dx(), m_device.dy(), 0, 0});
        if (!still || !is_area(shape, look) || shape.opacity < 1 || !std::ranges::all_of(shape.places, on_pixels)) {
            for (const QRectF &place : shape.places)
                paint(shape, place);
            return;
        }
        std::vector<QRect> edges, fills; // a painter is quick with whole numbers, of one colour at once
        fills.reserve(shape.places.size());
        for (const QRectF &place : shape.places) {
            const bool edged = has_edge(look, place);
            if (edged)
                edges.push_back(place.toRect());
            fills.push_back((edged ? within(place) : place).toRect());
        }
        set_smooth(m_painter, false);
        m_painter.setPen(Qt::NoPen);
        m_painter.setBrush(look.edge);
        m_painter.drawRects(edges.data(), int(edges.size()));
        m_painter.setBrush(look.fill);
        m_painter.drawRects(fills.data(), int(fills.size()));
    }

private:
    static bool is_area(const Shape &shape, const Look &look)
    {
        return look.plain && shape.filled && !shape.stroked && !shape.hatched && shape.radius <= 0;
    }
    static QRectF within(const QRectF &edge) { return edge.adjusted(1, 1, -1, -1); }
    bool has_edge(const Look &look, const QRectF &rect) const
    {
        return look.outlined && (m_theme.name == ThemeName::print || std::min(rect.width(), rect.height()) >= least_outlined);
    }

    const Theme &m_theme;
    QPainter &m_painter;
    const Looks m_looks;
    const QTransform m_device;
    const bool m_raster;
};

void paint_way(const Shape &shape, const Theme &theme, QPainter &painter)
{
    set_pen(shape, theme, painter);
    if (shape.kind == Shape::line) {
        const QLineF line(shape.rect.topLeft(), shape.rect.bottomRight());
        painter.drawLine(line);
        if (shape.arrow)
            paint_arrow(line.p2(), std::atan2(line.dy(), line.dx()), shape, painter);
        return;
    }
    if (!shape.sign && needs_outline(shape, shape.rect, theme))
        painter.setPen(QPen(with_opacity(theme.edge(shape.fill), shape.opacity), 1));
    const QColor fill = shape.sign ? theme.text_colour(shape.fill, shape.ground) : theme.colour(shape.fill);
    painter.setBrush(shape.filled ? QBrush(with_opacity(fill, shape.opacity)) : Qt::NoBrush);
    painter.drawPath(shape.way);
    if (shape.arrow && shape.way.elementCount() > 1) {
        const QPointF tip = shape.way.currentPosition(), before = shape.way.elementAt(shape.way.elementCount() - 2);
        paint_arrow(tip, std::atan2(tip.y() - before.y(), tip.x() - before.x()), shape, painter);
    }
}

// The text and where its baseline begins.
void paint_text(const Shape &shape, const Theme &theme, QPainter &painter)
{
    const QFont font = theme.font(shape);
    const Letters letters = letters_of(shape, theme);
    const QRectF rect(0, 0, shape.rect.width() / shape.scale, shape.rect.height() / shape.scale);
    Shape written = shape;
    written.scale = 1;
    if (!fits(shape, theme))
        written.words = QFontMetricsF(font).elidedText(shape.words, Qt::ElideRight, rect.width());
    const QString &words = written.words;
    const qreal width = text_width(written, theme);
    qreal x = 0, y = (rect.height() - letters.height) / 2;
    if (shape.align & Qt::AlignRight)
        x = rect.width() - width;
    else if (shape.align & Qt::AlignHCenter)
        x = (rect.width() - width) / 2;
    if (shape.align & Qt::AlignTop)
        y = 0;
    else if (shape.align & Qt::AlignBottom)
        y = rect.height() - letters.height;

    painter.save();
    painter.translate(shape.rect.topLeft());
    if (shape.scale != 1)
        painter.scale(shape.scale, shape.scale);
    const Ink under = theme.under(shape.ground);
    if ((under != shape.ground || theme.pattern(shape.ground) != Pattern::plain) && !words.isEmpty()) { // letters on a pattern are hard to read
        painter.setPen(Qt::NoPen);
        painter.setBrush(with_opacity(theme.colour(under), shape.opacity));
        painter.drawRoundedRect(QRectF(x - 3, y, width + 6, letters.height), 3, 3);
    }
    painter.setFont(font);
    painter.setPen(with_opacity(theme.text_colour(shape.fill, shape.ground), shape.opacity));
    painter.drawText(QPointF(x, y + letters.ascent), words);
    painter.restore();
}

} // namespace

void paint(const Drawing &drawing, const Theme &theme, QPainter &painter)
{
    painter.save();
    painter.setRenderHint(QPainter::TextAntialiasing);
    Areas areas(theme, painter);
    for (const Shape &shape : drawing.shapes) {
        if (shape.opacity <= 0)
            continue;
        if (shape.kind == Shape::box) {
            areas.paint(shape, shape.rect);
            continue;
        }
        if (shape.kind == Shape::boxes) {
            areas.paint_all(shape);
            continue;
        }
        set_smooth(painter, true);
        if (shape.kind == Shape::text)
            paint_text(shape, theme, painter);
        else
            paint_way(shape, theme, painter);
    }
    painter.restore();
}

} // namespace drawing
