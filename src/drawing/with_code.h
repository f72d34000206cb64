// SPDX-License-Identifier: MIT
// Single lines of text on a page: with code in them, or in a room that they must fit into.
#pragma once

#include "drawing/sheet.h"

namespace drawing {

// One line that begins at `from`, its base line, and ends at `right` at the latest; smaller where it is too long. What stands between
// backticks is code. Returns where it ends.
qreal text_with_code(Sheet &sheet, QPointF from, qreal right, const QString &words, int size, Ink ink = Ink::text, bool bold = false,
                     Ink ground = Ink::paper);
// How wide that is at its full size.
qreal width_with_code(const QString &words, int size, bool bold = false);
// One line in `rect`; smaller where it is too long.
void text_in(Sheet &sheet, const QRectF &rect, const QString &words, int size, Ink ink, Qt::Alignment align, bool bold = false,
             Ink ground = Ink::paper);

} // namespace drawing
