// SPDX-License-Identifier: MIT
// A bit that can be flipped, and one that was answered.
#pragma once

#include <QCheckBox>
#include <QLabel>

namespace ui {

class Preferences;

class BitBox : public QCheckBox {
    Q_OBJECT
public:
    explicit BitBox(const Preferences &preferences, QWidget *parent = nullptr);
    void set_colour(bool changed); // as what a call has changed
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;
    bool hitButton(const QPoint &at) const override { return rect().contains(at); }
    void keyPressEvent(QKeyEvent *event) override; // arrows go from bit to bit

private:
    const Preferences &m_preferences;
    bool m_changed = false;
};

class BitLabel : public QLabel {
    Q_OBJECT
public:
    enum class Bit : uint8_t { none, zero, set, set_new, cleared }; // cleared: by the kernel, it was asked for
    explicit BitLabel(const Preferences &preferences, QWidget *parent = nullptr);
    void show_bit(Bit bit);
    void make_small() { m_small = true; }
    Bit bit() const { return m_bit; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Preferences &m_preferences;
    Bit m_bit = Bit::none;
    bool m_small = false;
};

} // namespace ui
