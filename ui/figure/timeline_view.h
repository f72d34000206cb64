// SPDX-License-Identifier: MIT
// The timeline as one works with it: drag to pan, wheel to zoom, click to go to an instant, drag the cursor to scrub.
#pragma once

#include "figures/marks.h"
#include "ui/figure/view.h"

namespace ui {

class TimelineView : public FigureView {
    Q_OBJECT
public:
    TimelineView(const figures::Figure &figure, Session &session, Preferences &preferences, QWidget *parent = nullptr);

    figures::Scene scene() const override;
    const figures::Range &range() const { return m_range; }
    // to <= from: everything.
    void set_range(const figures::Range &range);
    void set_marks(const figures::Marks &marks);
    // These threads have no lane, until there is another recording.
    void leave_out(std::set<size_t> threads);
    const std::set<size_t> &left_out() const { return m_left_out; }
    void set_axis(figures::Axis axis);
    // Shows `factor` times as much (below 1: less), the value under viewport pixel `x` staying where it is.
    void zoom(double factor, double x);
    void zoom_in();
    void zoom_out();
    void show_all();

signals:
    void scrubbed(); // the user has moved the instant

protected:
    bool moves() const override { return false; } // panning follows the hand
    QSizeF least_size(const figures::Scene &scene) const override;
    qreal least_letters() const override { return 0; }
    void keyPressEvent(QKeyEvent *event) override; // Enter goes to the part that has the focus
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;

private:
    enum class Drag : uint8_t { none, pressed, panning, scrubbing };

    QRectF plot() const;
    double value_at(double x) const;
    double cursor() const; // viewport x of the instant
    double instant_value() const;
    void go_to(double x);
    void follow();

    figures::Range m_range;
    figures::Marks m_marks;
    std::set<size_t> m_left_out;
    Drag m_drag = Drag::none;
    double m_pressed_x = 0;
    figures::Range m_pressed_range;
};

} // namespace ui
