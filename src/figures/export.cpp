// SPDX-License-Identifier: MIT
#include "figures/export.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace figures {
namespace {

constexpr qsizetype longest_description = 20'000; // letters

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

PictureResult save_picture(const Drawing &drawing, const Theme &theme, const QString &title, const QString &description,
                           const QString &path, qreal scale)
{
    Picture picture{.size = drawing.size, .scale = scale, .title = title, .description = description};
    picture.paint = [&](QPainter &painter) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.colour(Ink::paper));
        painter.drawRect(QRectF({}, drawing.size));
        paint(drawing, theme, painter);
    };
    picture.image = [&] { return rendered(drawing, theme, scale); };
    return save(picture, path);
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
