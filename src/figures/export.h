// SPDX-License-Identifier: MIT
// Figures as pictures: PNG in any size, SVG and PDF with text as text.
#pragma once

#include "figures/figure.h"

#include <QImage>

namespace figures {

// Why a picture could not be written.
enum class PictureFault : uint8_t {
    none,
    unknown_format, // the file's name ends neither in .png nor in .svg nor in .pdf
    bad_size,       // no area, or above 32,767 px wide or high
    no_memory,
    cannot_write,
    not_a_file,     // a device or a pipe
};

struct PictureResult {
    PictureFault fault = PictureFault::none;
    QString detail; // the system's own words for cannot_write
    explicit operator bool() const { return fault == PictureFault::none; }
};

// The figure laid out for `size` px. A size larger than the figure likes magnifies it; `size` empty: the size it likes.
Drawing laid_out(const Figure &figure, const Scene &scene, QSizeF size);

// The drawing on the theme's paper, `scale` device pixels a px. A null image if it is larger than 32,767 pixels either
// way or there is no memory for it.
QImage rendered(const Drawing &drawing, const Theme &theme, qreal scale);

// Writes a finished picture to `path`. The file there before stays whole until the new one is complete.
PictureResult write_picture(const QByteArray &bytes, const QString &path);

// Writes a drawing to `path`, in the format its suffix names; `scale` as above, for PNG only. `title` and `description`
// go into the file for those who cannot see it.
PictureResult save_picture(const Drawing &drawing, const Theme &theme, const QString &title, const QString &description,
                           const QString &path, qreal scale = 1);

// laid_out() and save_picture() with the figure's title and the sentences of its parts.
PictureResult export_figure(const Figure &figure, const Scene &scene, const Theme &theme, QSizeF size,
                            const QString &path, qreal scale = 1);

} // namespace figures
