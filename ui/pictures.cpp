// SPDX-License-Identifier: MIT
#include "ui/pictures.h"

#include "ui/appearance.h"

#include <QBuffer>
#include <QFileInfo>
#include <QMainWindow>
#include <QMenuBar>
#include <QMimeData>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>
#include <QStyleOptionMenuItem>
#include <QSvgGenerator>
#include <QWidget>

#include <functional>

namespace ui {
namespace {

constexpr int largest = 32767; // px a QImage can be wide or high
constexpr int dots_per_inch = 96;

using Painting = std::function<void(QPainter &)>;

QByteArray svg(QSize size, const QString &title, const Painting &painting)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setResolution(dots_per_inch);
    generator.setSize(size);
    generator.setViewBox(QRect({}, size));
    generator.setTitle(title);
    QPainter painter(&generator);
    painting(painter);
    painter.end();
    return buffer.data();
}

QByteArray pdf(QSize size, const QString &title, const Painting &painting)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setTitle(title);
    writer.setCreator(QStringLiteral("I/O Models"));
    writer.setResolution(dots_per_inch);
    writer.setPageSize(QPageSize(QSizeF(size) * 72 / dots_per_inch, QPageSize::Point, QString(), QPageSize::ExactMatch));
    writer.setPageMargins({});
    QPainter painter(&writer);
    painting(painter);
    painter.end();
    return buffer.data();
}

// The menu bar clips what it fills, and SVG pictures know no clipping: its words would lie below.
void draw_menus_again(const QMenuBar &bar, QPainter &painter)
{
    painter.save();
    painter.translate(bar.pos());
    for (QAction *action : bar.actions()) {
        QStyleOptionMenuItem item;
        item.initFrom(&bar);
        item.rect = bar.actionGeometry(action);
        item.text = action->text();
        item.menuItemType = QStyleOptionMenuItem::Normal;
        bar.style()->drawControl(QStyle::CE_MenuBarItem, &item, &painter, &bar);
    }
    painter.restore();
}

QByteArray png(const QImage &image)
{
    QBuffer buffer;
    image.save(&buffer, "PNG");
    return buffer.data();
}

} // namespace

QMimeData *clipboard_content(const figures::Drawing &drawing, const figures::Theme &theme, qreal scale)
{
    auto *content = new QMimeData;
    content->setImageData(figures::rendered(drawing, theme, scale));
    content->setData(QStringLiteral("image/svg+xml"), svg(drawing.size.toSize(), QString(), [&](QPainter &painter) {
                         figures::paint(drawing, theme, painter);
                     }));
    return content;
}

QImage window_image(QWidget &window, qreal scale)
{
    const QSize size = (QSizeF(window.size()) * scale).toSize();
    if (size.isEmpty() || size.width() > largest || size.height() > largest)
        return {};
    QImage image(size, QImage::Format_ARGB32_Premultiplied);
    if (image.isNull())
        return {};
    image.setDevicePixelRatio(scale);
    image.fill(window.palette().color(QPalette::Window));
    QPainter painter(&image);
    window.render(&painter);
    return image;
}

figures::PictureResult save_window(QWidget &window, const QString &path, qreal scale)
{
    using Fault = figures::PictureFault;
    const QString suffix = QFileInfo(path).suffix().toLower();
    const WithoutMnemonics plain;
    const Painting painting = [&window](QPainter &painter) {
        window.render(&painter);
        if (auto *main = qobject_cast<QMainWindow *>(&window))
            draw_menus_again(*main->menuBar(), painter);
    };
    QByteArray content;
    if (suffix == QLatin1String("png")) {
        const QImage image = window_image(window, scale);
        if (image.isNull())
            return {Fault::bad_size, {}};
        content = png(image);
    } else if (suffix == QLatin1String("svg")) {
        content = svg(window.size(), window.windowTitle(), painting);
    } else if (suffix == QLatin1String("pdf")) {
        content = pdf(window.size(), window.windowTitle(), painting);
    } else {
        return {Fault::unknown_format, {}};
    }
    return figures::write_picture(content, path);
}

} // namespace ui
