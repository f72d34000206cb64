// SPDX-License-Identifier: MIT
// Shows one figure of the session's instant: moves from one drawing to the next, scrolls when the figure is larger than its
// place, and lets the keyboard and screen readers walk over its parts.
#pragma once

#include "figures/figure.h"
#include "ui/common/preferences.h"
#include "ui/live/session.h"

#include <QAbstractScrollArea>
#include <QPointer>
#include <QTimer>
#include <QVariantAnimation>

class QLabel;

namespace ui {

class FigureView : public QAbstractScrollArea {
    Q_OBJECT
public:
    FigureView(const figures::Figure &figure, Session &session, Preferences &preferences, QWidget *parent = nullptr);

    const figures::Figure &figure() const { return m_figure; }
    QString title() const { return m_figure.title(m_preferences.language()); }
    // What is to be drawn now, before any motion.
    virtual figures::Scene scene() const;
    // The drawing of the instant shown, up to date.
    const drawing::Drawing &drawing();
    // What is on the screen: on the way from the drawing before while it moves.
    drawing::Drawing shown();
    // Pixels of the viewport for a point of the drawing: scale and scrolling.
    QRectF to_viewport(const QRectF &rect) const;
    QPointF to_drawing(QPointF viewport) const;

    // Something in it is to be looked at: a ring, yellow and dark, with its number, for each of `marks`, around the first of its parts
    // that there is; when there is none of any, around all of it.
    void set_ringed(bool ringed, const std::vector<QStringList> &marks = {});
    // The parts that have a ring, with their numbers from 1; empty: all of it, or it has none.
    std::vector<std::pair<int, QString>> ringed_parts();
    bool ringed() const { return m_ringed; }

    // The part that has the keyboard's focus, as an index of Drawing::parts; -1: none.
    int selected_part();
    // Selects a part, scrolls it into view and tells screen readers.
    void select_part(int index);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

signals:
    void copy_wanted();
    void save_wanted();
    void part_chosen(const QString &id); // with the mouse

protected:
    // False: a change is shown at once.
    virtual bool moves() const { return m_preferences.moves(); }
    // The smallest size to draw at, px at scale 1; a figure with less room scrolls.
    virtual QSizeF least_size(const figures::Scene &scene) const;
    // How large its letters are at least, beside their usual size: it rather scrolls than that they become smaller.
    virtual qreal least_letters() const;
    // What its place leaves beside the scroll bars that a drawing of that size needs: px at scale 1.
    QSizeF room_for(QSizeF least) const;
    // The size to draw at: px at scale 1.
    QSizeF drawing_size(const figures::Scene &scene) const;
    void paint_ring(QPainter &painter);
    // The drawing is to be made again soon, and moved to unless nothing has happened (`calm`).
    void invalidate(bool calm = false);

    bool event(QEvent *event) override;
    bool viewportEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void changeEvent(QEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;

    Session &m_session;
    Preferences &m_preferences;

private:
    void refresh();
    drawing::Drawing readable(const figures::Scene &scene) const;
    void place_scroll_bars();
    void show_sentence();
    void hide_sentence();
    int part_at(QPointF viewport);
    int part_beyond(int index, int direction);
    int part_nearest(QPointF place);
    // What has become of the parts since they were told of last, and of the one in focus.
    void follow_parts();
    void set_names();

    const figures::Figure &m_figure;
    drawing::Drawing m_drawing, m_before; // m_before: what is on the screen until m_drawing is, and where its motion begins
    std::vector<drawing::Part> m_told;    // the parts that were told of last; empty while nobody listens
    QString m_selected;
    bool m_ringed = false;
    std::vector<QStringList> m_marks; // ringed
    bool m_walked = false; // the keyboard goes from part to part: Page Up and Page Down are then the figure's, else the run's
    bool m_stale = true, m_unseen = false; // m_drawing is not of the instant shown; it is, but not yet on the screen
    QTimer m_refresh;
    bool m_calm = true; // what has changed since the last drawing is nothing to be moved to
    int m_cost_ms = 0; // of making and painting the last drawing
    QVariantAnimation m_motion;
    QPointer<QLabel> m_sentence; // of the part in focus; the window's child once it was shown, and may lie across other panels
};

} // namespace ui
