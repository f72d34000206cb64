// SPDX-License-Identifier: MIT
// A QR code, by libqrencode: black on white in every theme, since not every camera reads it otherwise.
#pragma once

#include <QRectF>
#include <QString>

#include <vector>

class QPainter;

namespace drawing {

struct Qr {
    int size = 0;           // modules a side, without what must stay white around them; 0: there is none
    std::vector<bool> dark; // row by row
};
Qr qr_of(const QString &text);

// The largest that has room in `rect`, in its middle, with its white rim of four modules (ISO/IEC 18004).
void paint(const Qr &qr, const QRectF &rect, QPainter &painter);

} // namespace drawing
