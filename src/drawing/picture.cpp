// SPDX-License-Identifier: MIT
#include "drawing/picture.h"

#include "archive/new_file.h"
#include "drawing/svg.h"

#include <QBuffer>
#include <QFileInfo>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>

#include <algorithm>

namespace drawing {
namespace {

constexpr qreal points_per_px = 72.0 / dots_per_inch;

bool write_png(const Picture &picture, QIODevice &file)
{
    const QImage image = picture.image();
    return !image.isNull() && image.save(&file, "PNG");
}

bool write_pdf(const Picture &picture, QIODevice &file)
{
    QPdfWriter pdf(&file);
    pdf.setTitle(picture.title);
    pdf.setCreator(QStringLiteral("I/O Models"));
    pdf.setResolution(picture.resolution);
    pdf.setPageSize(QPageSize(picture.size * points_per_px, QPageSize::Point, QString(), QPageSize::ExactMatch));
    pdf.setPageMargins({});
    QPainter painter(&pdf);
    painter.scale(qreal(picture.resolution) / dots_per_inch, qreal(picture.resolution) / dots_per_inch);
    picture.paint(painter);
    return true;
}

constexpr Format table[] = {
    {"png", "PNG", true, nullptr, write_png}, // the clipboard has the image itself
    {"svg", "SVG", false, "image/svg+xml", write_svg},
    {"pdf", "PDF", false, nullptr, write_pdf},
};

} // namespace

std::span<const Format> formats()
{
    return table;
}

const Format *format_of(const QString &path)
{
    const QString suffix = QFileInfo(path).suffix().toLower();
    const auto found = std::ranges::find(table, suffix, [](const Format &format) { return QLatin1String(format.suffix); });
    return found == std::end(table) ? nullptr : found;
}

QStringList format_names()
{
    QStringList all;
    for (const Format &format : table)
        all += QLatin1String(format.name);
    return all;
}

QStringList suffixes(const QString &before)
{
    QStringList all;
    for (const Format &format : table)
        all += before + QLatin1String(format.suffix);
    return all;
}

QByteArray written(const Picture &picture, const Format &format)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    return format.write(picture, buffer) ? bytes : QByteArray();
}

bool has_area(QSizeF size, int most)
{
    return size.width() >= 1 && size.height() >= 1 && size.width() <= most && size.height() <= most;
}

PictureResult save(const Picture &picture, const QString &path)
{
    const Format *format = format_of(path);
    if (!format)
        return {PictureFault::unknown_format, {}};
    if (!has_area(picture.size) || (format->pixels && !has_area(picture.size * picture.scale)))
        return {PictureFault::bad_size, {}};
    const QByteArray bytes = written(picture, *format);
    if (bytes.isEmpty())
        return {PictureFault::no_memory, {}};
    const archive::Result result =
        archive::new_file(path, [&bytes](QIODevice &file, const archive::StillGood &) { file.write(bytes); });
    if (result)
        return {};
    return {result.fault == archive::Fault::not_a_file ? PictureFault::not_a_file : PictureFault::cannot_write, result.detail};
}

} // namespace drawing
