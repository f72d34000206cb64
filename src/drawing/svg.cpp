// SPDX-License-Identifier: MIT
// QSvgGenerator's work, mended: it takes title and description for markup, lets control characters pass and names one font only.
#include "drawing/svg.h"

#include "drawing/drawing.h"

#include <QBuffer>
#include <QFontDatabase>
#include <QPainter>
#include <QRegularExpression>
#include <QSvgGenerator>

#include <cmath>

namespace drawing {
namespace {

// XML 1.0, 2.2: what is no Char cannot be written, not even as a reference.
bool is_char(char32_t point)
{
    return point == '\t' || point == '\n' || point == '\r' || (point >= 0x20 && point < 0xd800) || (point >= 0xe000 && point < 0xfffe)
           || point >= 0x10000;
}

QString only_chars(const QString &text)
{
    QString all;
    all.reserve(text.size());
    for (const char32_t point : text.toUcs4()) // a lone half of a pair becomes U+FFFD here
        all += QChar::fromUcs4(is_char(point) ? point : U'\ufffd');
    return all;
}

// The font asked for and, where it is not installed, the reader's own of its kind.
QString with_fallback(const QString &family)
{
    const bool fixed = family == Theme::of(ThemeName::light).fixed_family || QFontDatabase::isFixedPitch(family); // not all tell it
    return QStringLiteral("font-family=\"'%1', %2\"").arg(family.toHtmlEscaped(), fixed ? QStringLiteral("monospace") : QStringLiteral("sans-serif"));
}

// In a text a quotation mark is written &quot;, so that this is an attribute wherever it stands.
QString with_fallbacks(const QString &svg)
{
    static const QRegularExpression font(QStringLiteral("font-family=\"([^\"]*)\""));
    QString all;
    qsizetype copied = 0;
    for (auto found = font.globalMatch(svg); found.hasNext();) {
        const QRegularExpressionMatch match = found.next();
        all += QStringView(svg).sliced(copied, match.capturedStart() - copied);
        all += with_fallback(match.captured(1));
        copied = match.capturedEnd();
    }
    all += QStringView(svg).sliced(copied);
    return all;
}

QString with_description(QString svg, const Picture &picture)
{
    const qsizetype begun = svg.indexOf(u'>', svg.indexOf(u"<svg")) + 1;
    return svg.insert(begun, QStringLiteral("\n<title>%1</title>\n<desc>%2</desc>").arg(picture.title.toHtmlEscaped(), picture.description.toHtmlEscaped()));
}

} // namespace

bool write_svg(const Picture &picture, QIODevice &file)
{
    QBuffer drawn;
    drawn.open(QIODevice::WriteOnly);
    QSvgGenerator svg;
    svg.setOutputDevice(&drawn);
    svg.setResolution(dots_per_inch);
    svg.setSize(QSize(int(std::ceil(picture.size.width())), int(std::ceil(picture.size.height()))));
    svg.setViewBox(QRectF({}, picture.size));
    svg.setTitle({});
    svg.setDescription({});
    {
        QPainter painter(&svg);
        picture.paint(painter);
    }
    file.write(only_chars(with_description(with_fallbacks(QString::fromUtf8(drawn.data())), picture)).toUtf8());
    return true;
}

} // namespace drawing
