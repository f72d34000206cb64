// SPDX-License-Identifier: MIT
// Files of pictures: one table of their formats, which the command line, the dialogs and the clipboard walk.
#pragma once

#include <QByteArray>
#include <QImage>
#include <QString>
#include <QStringList>

#include <functional>
#include <span>

class QIODevice;
class QPainter;

namespace drawing {

inline constexpr int largest_side = 32767; // px: beyond it QImage and PDF readers refuse
inline constexpr int dots_per_inch = 96;   // a px is 1/96 inch, as in CSS

// What is to be written: a drawing, or a window.
struct Picture {
    QSizeF size = {};                           // px
    std::function<void(QPainter &)> paint = {}; // in px
    std::function<QImage()> image = {};         // the same in device pixels, `scale` a px; a null one: no memory
    qreal scale = 1;                            // for formats of pixels only
    int resolution = 1200;                      // dots an inch to which a PDF rounds: fine enough that it is not seen
    QString title = {}, description = {};       // for those who cannot see it
};

// A format of pictures. To add one: a row in picture.cpp.
struct Format {
    const char *suffix;       // of a file's name, in lower case
    const char *name;         // what it is called
    bool pixels;              // it is made of Picture::image, and has a scale
    const char *on_clipboard; // its MIME type there; nullptr: it is not put there as data
    bool (*write)(const Picture &picture, QIODevice &file); // false: no memory
};

std::span<const Format> formats(); // the usual one first
// The format that the suffix of `path` names, in any case; nullptr: none.
const Format *format_of(const QString &path);
QStringList format_names();
// The suffixes, `before` in front of each: before "*." "*.a", "*.b".
QStringList suffixes(const QString &before);
// The bytes of a file of that format; empty: no memory.
QByteArray written(const Picture &picture, const Format &format);

// Why a picture could not be written.
enum class PictureFault : uint8_t {
    none,
    unknown_format, // the file's name ends in no suffix of the table
    bad_size,       // no area, or above largest_side wide or high
    no_memory,
    cannot_write,
    not_a_file,     // a device or a pipe
};

struct PictureResult {
    PictureFault fault = PictureFault::none;
    QString detail; // the system's own words for cannot_write
    explicit operator bool() const { return fault == PictureFault::none; }
};

// True if a picture may have that size, px or device pixels, and be `most` either way.
bool has_area(QSizeF size, int most = largest_side);

// Writes the picture to `path` in the format its suffix names. The file there before stays whole until the new one is
// complete.
PictureResult save(const Picture &picture, const QString &path);

} // namespace drawing
