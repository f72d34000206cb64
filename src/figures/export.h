// SPDX-License-Identifier: MIT
// Figures as pictures: in any size, in every format of picture.h, with text as text where the format has it.
#pragma once

#include "drawing/picture.h"
#include "figures/figure.h"

namespace figures {

// The figure laid out for `size` px. A size larger than the figure likes magnifies it; `size` empty: the size it likes.
Drawing laid_out(const Figure &figure, const Scene &scene, QSizeF size);

// What stands above an exported figure: its title, and the chapter it is from. Empty: it has a head of its own.
QString heading(const Figure &figure, const Scene &scene);
// The size that figure and heading like together, and both laid out for `size`, as laid_out().
QSizeF headed_size(const Figure &figure, const Scene &scene);
Drawing headed(const Figure &figure, const Scene &scene, QSizeF size);

// The drawing on the theme's paper, `scale` device pixels a px. A null image if has_area() does not hold of it or there
// is no memory for it.
QImage rendered(const Drawing &drawing, const Theme &theme, qreal scale);

// Writes a drawing to `path`, in the format its suffix names; `scale` as above, for formats of pixels only. `title` and
// `description` go into the file for those who cannot see it.
PictureResult save_picture(const Drawing &drawing, const Theme &theme, const QString &title, const QString &description,
                           const QString &path, qreal scale = 1);

// What save_picture() and export_figure() write.
Picture picture_of(Drawing drawing, const Theme &theme, const QString &title, const QString &description, qreal scale = 1);
Picture picture_of(const Figure &figure, const Scene &scene, const Theme &theme, QSizeF size, qreal scale = 1);

// headed() and save_picture() with the sentences of the figure's parts.
PictureResult export_figure(const Figure &figure, const Scene &scene, const Theme &theme, QSizeF size,
                            const QString &path, qreal scale = 1);

} // namespace figures
