// SPDX-License-Identifier: MIT
#include "figures/export.h"

#include "drawing/sheet.h"
#include "words/chapters.h"

#include <QPainter>

#include <algorithm>
#include <cmath>
#include <memory>
#include <utility>

namespace figures {
namespace {

constexpr qsizetype longest_description = 20'000; // letters

constexpr qreal head = 34; // px, of a heading

QString title_of(const Figure &figure, const Scene &scene)
{
    const trace::Trace &trace = scene.replay.trace();
    const QString title = figure.title(scene.language), chapter = words::chapter_words(scene.language, trace, words::chapter_at(trace, scene.instant.time));
    return chapter.isEmpty() ? title : title + QStringLiteral(" · ") + chapter;
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

QString heading(const Figure &figure, const Scene &scene)
{
    if (figure.draw == phases || figure.draw == overview || figure.draw == comparison_figure().draw)
        return {};
    return title_of(figure, scene);
}

QSizeF headed_size(const Figure &figure, const Scene &scene)
{
    return figure.preferred(scene) + QSizeF(0, heading(figure, scene).isEmpty() ? 0 : head);
}

Drawing headed(const Figure &figure, const Scene &scene, QSizeF size)
{
    const QString words = heading(figure, scene);
    if (words.isEmpty())
        return laid_out(figure, scene, size);
    const QSizeF liked = headed_size(figure, scene);
    const qreal factor = size.isEmpty() ? 1 : std::max(1.0, std::min(size.width() / liked.width(), size.height() / liked.height()));
    if (size.isEmpty())
        size = liked;
    const qreal high = std::min(head * factor, size.height() / 4); // of a very low picture most is the figure
    Sheet sheet({size.width() / factor, high / factor});
    Shape &text = sheet.text({measure::margin, 0, sheet.size().width() - 2 * measure::margin, high / factor}, words);
    text.size = 17;
    text.bold = true;
    narrow(text);
    Drawing whole = scaled(sheet.take(), factor);
    whole.size = size;
    place(whole, laid_out(figure, scene, {size.width(), size.height() - high}), {0, high});
    return whole;
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

Picture picture_of(Drawing drawing, const Theme &theme, const QString &title, const QString &description, qreal scale)
{
    const auto drawn = std::make_shared<const Drawing>(std::move(drawing));
    Picture picture{.size = drawn->size, .scale = scale, .title = title, .description = description};
    picture.paint = [drawn, theme](QPainter &painter) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.colour(Ink::paper));
        painter.drawRect(QRectF({}, drawn->size));
        paint(*drawn, theme, painter);
    };
    picture.image = [drawn, theme, scale] { return rendered(*drawn, theme, scale); };
    return picture;
}

Picture picture_of(const Figure &figure, const Scene &scene, const Theme &theme, QSizeF size, qreal scale)
{
    Drawing drawing = headed(figure, scene, size);
    QStringList sentences;
    qsizetype letters = 0;
    for (const Part &part : drawing.parts) {
        letters += part.sentence.size();
        if (letters > longest_description)
            break;
        sentences.append(part.sentence);
    }
    return picture_of(std::move(drawing), theme, title_of(figure, scene), sentences.join(u'\n'), scale);
}

PictureResult save_picture(const Drawing &drawing, const Theme &theme, const QString &title, const QString &description,
                           const QString &path, qreal scale)
{
    return save(picture_of(drawing, theme, title, description, scale), path);
}

PictureResult export_figure(const Figure &figure, const Scene &scene, const Theme &theme, QSizeF size,
                            const QString &path, qreal scale)
{
    return save(picture_of(figure, scene, theme, size, scale), path);
}

} // namespace figures
