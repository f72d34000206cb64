// SPDX-License-Identifier: MIT
// The line above a panel: its name, its own few controls, and the buttons that set it free or put it away.
#pragma once

#include <QWidget>

class QDockWidget;
class QHBoxLayout;
class QToolButton;

namespace ui {

class ShortLabel;

class PanelTitle : public QWidget {
    Q_OBJECT
public:
    explicit PanelTitle(QDockWidget &panel);

    // Puts a control of the panel's own beside its name.
    void add(QWidget *control);

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void retranslate();

    QDockWidget &m_panel;
    ShortLabel *m_name;
    QToolButton *m_float, *m_close;
    QHBoxLayout *m_row;
    bool m_in_focus = false; // the panel, or something in it
};

} // namespace ui
