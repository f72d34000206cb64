// SPDX-License-Identifier: MIT
#include "ui/comparison/view.h"

namespace ui {

ComparisonView::ComparisonView(Session &session, Preferences &preferences, QWidget *parent)
    : FigureView(figures::comparison_figure(), session, preferences, parent)
{
}

void ComparisonView::show_comparison(std::shared_ptr<const Comparison> comparison)
{
    m_comparison = std::move(comparison);
    invalidate();
}

figures::Scene ComparisonView::scene() const
{
    figures::Scene scene = FigureView::scene();
    scene.comparison = m_comparison ? &m_comparison->scene : nullptr;
    return scene;
}

// Wide enough to be read, and then as high as it is: it scrolls down rather than shrinks.
QSizeF ComparisonView::least_size(const figures::Scene &scene) const
{
    constexpr qreal readable = 0.72;
    return figure().preferred(scene) * readable;
}

QString ComparisonView::selected_model()
{
    const int index = selected_part();
    return index < 0 ? QString() : drawing().parts[size_t(index)].id.section(u' ', 1, 1);
}

} // namespace ui
