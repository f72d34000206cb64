// SPDX-License-Identifier: MIT
#include "figures/export.h"

#include "archive/new_file.h"

#include <QBuffer>
#include <QFileInfo>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>
#include <QSvgGenerator>

#include <algorithm>
#include <cmath>

namespace figures {
namespace {

constexpr qreal largest = 32767;                    // px: beyond it QImage and PDF readers refuse
constexpr int dots_per_inch = 96;                   // a px is 1/96 inch, as in CSS
constexpr qreal points_per_px = 72.0 / dots_per_inch;
constexpr int pdf_resolution = 1200;                // fine enough that rounding to dots is not seen
constexpr qsizetype longest_description = 20'000;   // letters

bool has_area(QSizeF size)
{
    return size.width() >= 1 && size.height() >= 1 && size.width() <= largest && size.height() <= largest;
}

void fill_paper(const Drawing &drawing, const Theme &theme, QPainter &painter)
{
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.colour(Ink::paper));
    painter.drawRect(QRectF({}, drawing.size));
}

void write_svg(const Drawing &drawing, const Theme &theme, const QString &title, const QString &description,
               QIODevice &file)
{
    QSvgGenerator svg;
    svg.setOutputDevice(&file);
    svg.setResolution(dots_per_inch);
    svg.setSize(QSize(int(std::ceil(drawing.size.width())), int(std::ceil(drawing.size.height()))));
    svg.setViewBox(QRectF({}, drawing.size));
    svg.setTitle(title);
    svg.setDescription(description);
    QPainter painter(&svg);
    fill_paper(drawing, theme, painter);
    paint(drawing, theme, painter);
}

void write_pdf(const Drawing &drawing, const Theme &theme, const QString &title, QIODevice &file)
{
    QPdfWriter pdf(&file);
    pdf.setTitle(title);
    pdf.setCreator(QStringLiteral("I/O Models"));
    pdf.setResolution(pdf_resolution);
    pdf.setPageSize(QPageSize(drawing.size * points_per_px, QPageSize::Point, QString(), QPageSize::ExactMatch));
    pdf.setPageMargins({});
    QPainter painter(&pdf);
    painter.scale(qreal(pdf_resolution) / dots_per_inch, qreal(pdf_resolution) / dots_per_inch);
    fill_paper(drawing, theme, painter);
    paint(drawing, theme, painter);
}

} // namespace

Drawing laid_out(const Figure &figure, const Scene &scene, QSizeF size)
{
    const QSizeF liked = figure.preferred(scene);
    if (size.isEmpty())
        return figure.draw(scene, liked);
    const qreal factor = std::min(size.width() / liked.width(), size.height() / liked.height());
    if (factor <= 1)
        return figure.draw(scene, size);
    return scaled(figure.draw(scene, size / factor), factor);
}

QImage rendered(const Drawing &drawing, const Theme &theme, qreal scale)
{
    const QSizeF size = drawing.size * scale;
    if (!has_area(size))
        return {};
    QImage image(QSize(int(std::lround(size.width())), int(std::lround(size.height()))), QImage::Format_RGB32);
    if (image.isNull())
        return {};
    image.setDotsPerMeterX(int(std::lround(dots_per_inch * scale / 0.0254)));
    image.setDotsPerMeterY(image.dotsPerMeterX());
    image.fill(theme.colour(Ink::paper));
    QPainter painter(&image);
    painter.scale(scale, scale);
    paint(drawing, theme, painter);
    return image;
}

PictureResult write_picture(const QByteArray &bytes, const QString &path)
{
    const archive::Result result =
        archive::new_file(path, [&bytes](QIODevice &file, const archive::StillGood &) { file.write(bytes); });
    if (result)
        return {};
    return {result.fault == archive::Fault::not_a_file ? PictureFault::not_a_file : PictureFault::cannot_write, result.detail};
}

PictureResult save_picture(const Drawing &drawing, const Theme &theme, const QString &title, const QString &description,
                           const QString &path, qreal scale)
{
    const QString suffix = QFileInfo(path).suffix().toLower();
    if (suffix != u"png" && suffix != u"svg" && suffix != u"pdf")
        return {PictureFault::unknown_format, {}};
    if (!has_area(drawing.size) || (suffix == u"png" && !has_area(drawing.size * scale)))
        return {PictureFault::bad_size, {}};

    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    if (suffix == u"png") {
        const QImage image = rendered(drawing, theme, scale);
        if (image.isNull() || !image.save(&buffer, "PNG"))
            return {PictureFault::no_memory, {}};
    } else if (suffix == u"svg") {
        write_svg(drawing, theme, title, description, buffer);
    } else {
        write_pdf(drawing, theme, title, buffer);
    }

    return write_picture(bytes, path);
}

PictureResult export_figure(const Figure &figure, const Scene &scene, const Theme &theme, QSizeF size,
                            const QString &path, qreal scale)
{
    const Drawing drawing = laid_out(figure, scene, size);
    QStringList sentences;
    qsizetype letters = 0;
    for (const Part &part : drawing.parts) {
        letters += part.sentence.size();
        if (letters > longest_description)
            break;
        sentences.append(part.sentence);
    }
    return save_picture(drawing, theme, figure.title(scene.language), sentences.join(u'\n'), path, scale);
}

} // namespace figures
