// SPDX-License-Identifier: MIT
#include "ui/figure/pictures.h"

#include "ui/common/appearance.h"

#include <QMainWindow>
#include <QMenuBar>
#include <QMimeData>
#include <QPainter>
#include <QStyleOptionMenuItem>
#include <QWidget>

namespace ui {
namespace {

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

} // namespace

QMimeData *clipboard_content(const drawing::Drawing &drawing, const drawing::Theme &theme, qreal scale)
{
    auto *content = new QMimeData;
    const QImage image = figures::rendered(drawing, theme, scale);
    content->setImageData(image);
    const drawing::Picture picture{.size = drawing.size.toSize(),
                                   .paint = [&](QPainter &painter) { drawing::paint(drawing, theme, painter); },
                                   .image = [&] { return image; },
                                   .scale = scale};
    for (const drawing::Format &format : drawing::formats())
        if (format.on_clipboard)
            content->setData(QLatin1String(format.on_clipboard), drawing::written(picture, format));
    return content;
}

QImage window_image(QWidget &window, qreal scale)
{
    const QSize size = (QSizeF(window.size()) * scale).toSize();
    if (!drawing::has_area(size))
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

drawing::PictureResult save_window(QWidget &window, const QString &path, qreal scale)
{
    const WithoutMnemonics plain;
    drawing::Picture picture{.size = window.size(), .scale = scale, .title = window.windowTitle()};
    picture.resolution = drawing::dots_per_inch; // widgets choose their fonts by it
    picture.image = [&] { return window_image(window, scale); };
    picture.paint = [&window](QPainter &painter) {
        window.render(&painter);
        if (auto *main = qobject_cast<QMainWindow *>(&window))
            draw_menus_again(*main->menuBar(), painter);
    };
    return drawing::save(picture, path);
}

} // namespace ui
