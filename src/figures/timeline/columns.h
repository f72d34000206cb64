// SPDX-License-Identifier: MIT
// Many events in one pixel: each column is a stack of what the thread did in it, and equal neighbours become one box.
#pragma once

#include "drawing/sheet.h"

#include <array>
#include <vector>

namespace figures {

using namespace drawing;

// What a thread did during a column, in ns of `whole`.
struct Shares {
    int64_t whole = 0, asleep = 0, copying = 0, calls = 0;
    size_t events = 0; // that ended in it
};

class Columns {
public:
    // Columns are 1 px wide; the first is at the left of `band`.
    Columns(Sheet &sheet, const QRectF &band);
    // Columns [column, end) are alike. They come in ascending order; those left out are empty.
    void add(int column, int end, const Shares &shares);
    // Puts all into the sheet, a shape for each kind of thing done.
    void finish();

private:
    struct Layer {
        Ink ink = Ink::paper;
        int from = 0, to = 0; // levels, from the bottom; from == to: nothing
        int begin = 0;        // column
        std::vector<QRectF> boxes{}; // of the columns before that
    };
    void flush(Layer &layer, int end);

    Sheet &m_sheet;
    const QRectF m_band;
    std::array<Layer, 4> m_layers; // by what was done
    int m_next = 0; // the column after the last one added
};

} // namespace figures
