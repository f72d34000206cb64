// SPDX-License-Identifier: MIT
// The audience's screen.
#pragma once

#include "ui/common/preferences.h"
#include "ui/hall/page.h"
#include "ui/live/session.h"

#include <QTimer>
#include <QVariantAnimation>
#include <QWidget>

namespace ui {

class AudienceView : public QWidget {
    Q_OBJECT
public:
    AudienceView(Session &session, Preferences &preferences);

    void show_page(const HallPage &page);
    // Nothing is to be seen but one colour.
    enum class Blank : uint8_t { no, black, white };
    void set_blank(Blank blank);
    Blank blank() const { return m_blank; }
    // The recording is drawn again: something has happened in it.
    void refresh();
    // At once, if it is to be.
    void catch_up();

    // Laid out for a height of units, which the window's height stands for: strokes stay in proportion.
    static constexpr qreal height_in_units = 1080;
    const HallDrawing &drawing();
    const HallPage &page() const { return m_page; }
    // On any ground of that size, blank or not; `as_it_moves`: in the midst of what moves, else as it will be.
    void paint_on(QPainter &painter, QSizeF size, bool as_it_moves = false);
    // The pointer hides when this has run out.
    QTimer &pointer_timer() { return m_pointer; }

signals:
    void closed();
    void redrawn(); // the picture is another

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void closeEvent(QCloseEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    figures::Scene scene() const;
    void invalidate();

    Session &m_session;
    Preferences &m_preferences;
    HallPage m_page;
    HallDrawing m_drawing, m_before;
    std::vector<const figures::Figure *> m_laid_out; // that m_drawing is of
    Blank m_blank = Blank::no;
    bool m_stale = true;
    QTimer m_pointer, m_refresh;
    QVariantAnimation m_motion;
    int m_cost_ms = 0; // of the last drawing
};

} // namespace ui
