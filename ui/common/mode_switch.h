// SPDX-License-Identifier: MIT
// The three modes as one control: buttons side by side, or, where there is no room for them, a box.
#pragma once

#include <QAction>
#include <QWidget>

class QComboBox;
class QLabel;
class QToolButton;

namespace ui {

class ModeSwitch : public QWidget {
    Q_OBJECT
public:
    explicit ModeSwitch(const QList<QAction *> &modes, QWidget *parent = nullptr); // of one group
    void set_compact(bool compact);
    bool compact() const { return m_compact; }
    void retranslate();

private:
    QList<QAction *> m_modes;
    QList<QToolButton *> m_buttons;
    QComboBox *m_box;
    QLabel *m_name; // of the box
    bool m_compact = false;
};

} // namespace ui
