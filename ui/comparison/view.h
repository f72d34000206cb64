// SPDX-License-Identifier: MIT
// Shows the figure of a comparison.
#pragma once

#include "ui/comparison/runner.h"
#include "ui/figure/view.h"

namespace ui {

class ComparisonView : public FigureView {
    Q_OBJECT
public:
    ComparisonView(Session &session, Preferences &preferences, QWidget *parent = nullptr);

    void show_comparison(std::shared_ptr<const Comparison> comparison);
    figures::Scene scene() const override;
    // The name of the model whose row or cell has the keyboard's focus; empty: none.
    QString selected_model();

protected:
    bool moves() const override { return false; }
    QSizeF least_size(const figures::Scene &scene) const override;

private:
    std::shared_ptr<const Comparison> m_comparison;
};

} // namespace ui
