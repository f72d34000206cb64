// SPDX-License-Identifier: MIT
// One call of a crossing: an arrow in, brackets in the kernel, an arrow out. Or a signal: an arrow out.
#pragma once

#include "drawing/sheet.h"
#include "figures/crossing/zones.h"

namespace figures {

// The verticals of a crossing, px.
struct CrossingColumns {
    qreal left = 0, application = 0, kernel = 0, right = 0;
};
inline constexpr qreal life_width = 5; // of the bar that says that the program runs

class CrossingSlot {
public:
    CrossingSlot(const Scene &scene, KernelCall call);

    const KernelCall &call() const { return m_call; }
    qreal height() const;
    // From the arrow in to the arrow out.
    void draw(Sheet &sheet, const CrossingColumns &columns, qreal top) const;
    // px below its top; while the call has not returned the lower one is where it ends so far.
    qreal arrow_in() const;
    qreal arrow_out() const;

private:
    void draw_signal(Sheet &sheet, const CrossingColumns &columns, qreal y) const;
    void draw_asked(Sheet &sheet, const CrossingColumns &columns, qreal y) const;
    void draw_answered(Sheet &sheet, const CrossingColumns &columns, qreal y) const;
    void draw_zone(Sheet &sheet, const CrossingColumns &columns, const Zone &zone, qreal top, qreal bottom) const;
    void draw_asleep(Sheet &sheet, const CrossingColumns &columns, qreal top, qreal bottom) const;
    QString id(const char *what) const;

    const Scene &m_scene;
    const KernelCall m_call;
    const std::vector<Zone> m_zones;
};

} // namespace figures
