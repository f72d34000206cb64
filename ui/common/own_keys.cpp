// SPDX-License-Identifier: MIT
#include "ui/common/own_keys.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSlider>
#include <QAbstractSpinBox>
#include <QComboBox>
#include <QKeyEvent>
#include <QScrollBar>
#include <QTabBar>

namespace ui {
namespace {

bool is_arrow(int key)
{
    return key == Qt::Key_Left || key == Qt::Key_Right || key == Qt::Key_Up || key == Qt::Key_Down;
}

bool is_page(int key)
{
    return key == Qt::Key_PageUp || key == Qt::Key_PageDown;
}

bool moves(int key)
{
    return is_arrow(key) || is_page(key) || key == Qt::Key_Home || key == Qt::Key_End;
}

} // namespace

bool owns_key(const QWidget &control, const QKeyEvent &event)
{
    if (event.modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier))
        return false;
    const int key = event.key();
    const bool types = !event.text().isEmpty() && event.text().front().isPrint(); // what begins with the letter is looked for
    if (qobject_cast<const QAbstractItemView *>(&control) || qobject_cast<const QComboBox *>(&control))
        return moves(key) || types;
    if (qobject_cast<const QAbstractSlider *>(&control))
        return moves(key);
    if (qobject_cast<const QTabBar *>(&control))
        return key == Qt::Key_Left || key == Qt::Key_Right;
    if (qobject_cast<const QAbstractSpinBox *>(&control))
        return key == Qt::Key_Up || key == Qt::Key_Down || is_page(key);
    return qobject_cast<const QAbstractButton *>(&control) && key == Qt::Key_Space;
}

bool owns_wheel(const QWidget &control)
{
    const bool turns = qobject_cast<const QComboBox *>(&control) || qobject_cast<const QAbstractSpinBox *>(&control)
                       || (qobject_cast<const QAbstractSlider *>(&control) && !qobject_cast<const QScrollBar *>(&control));
    return !turns || control.hasFocus();
}

void take_no_focus_from_wheel(QWidget &control)
{
    if (control.focusPolicy() == Qt::WheelFocus)
        control.setFocusPolicy(Qt::StrongFocus);
}

} // namespace ui
