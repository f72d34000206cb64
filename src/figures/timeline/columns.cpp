// SPDX-License-Identifier: MIT
#include "figures/timeline/columns.h"

#include "figures/timeline/block.h"

#include <algorithm>
#include <cmath>
#include <tuple>
#include <utility>

namespace figures {
namespace {

constexpr int levels = 12; // of a stack: few, so that neighbours are often equal

// Something that happened is seen, be it ever so short.
int level_of(int64_t part, int64_t whole)
{
    if (part <= 0 || whole <= 0)
        return 0;
    return std::clamp(int(std::lround(double(part) / double(whole) * levels)), 1, levels);
}

} // namespace

Columns::Columns(Sheet &sheet, const QRectF &band)
    : m_sheet(sheet), m_band(band), m_layers{{{Ink::waiting}, {Ink::copying}, {other_call_ink}, {Ink::running}}}
{
}

void Columns::add(int column, int end, const Shares &shares)
{
    int asleep = level_of(shares.asleep, shares.whole);
    int copying = level_of(shares.copying, shares.whole);
    int calls = level_of(shares.calls, shares.whole);
    while (asleep + copying + calls > levels) // the largest gives way to those that were rounded up
        --(asleep >= std::max(copying, calls) ? asleep : copying >= calls ? copying : calls);
    const bool steps =
        asleep + copying + calls == 0 && shares.events > 0; // in user space, which take no time of their own
    const std::array<std::pair<int, int>, 4> stack{{
        {0, asleep},
        {asleep, asleep + copying},
        {asleep + copying, asleep + copying + calls},
        {0, steps ? levels / 2 : 0},
    }};
    for (size_t i = 0; i < stack.size(); ++i) {
        Layer &open = m_layers[i];
        if (m_next == column && std::pair(open.from, open.to) == stack[i])
            continue;
        flush(open, m_next);
        std::tie(open.from, open.to) = stack[i];
        open.begin = column;
    }
    m_next = end;
}

void Columns::finish()
{
    for (Layer &layer : m_layers) {
        flush(layer, m_next);
        layer.from = layer.to = 0;
        if (!layer.boxes.empty())
            m_sheet.boxes(std::exchange(layer.boxes, {}), layer.ink);
    }
}

void Columns::flush(Layer &layer, int end)
{
    if (layer.from == layer.to || layer.begin >= end)
        return;
    const qreal unit = m_band.height() / levels;
    const qreal top = std::round(m_band.bottom() - layer.to * unit),
                bottom = std::round(m_band.bottom() - layer.from * unit);
    layer.boxes.emplace_back(m_band.left() + layer.begin, top, end - layer.begin, std::max(bottom - top, 1.0));
}

} // namespace figures
