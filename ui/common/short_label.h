// SPDX-License-Identifier: MIT
// A line of text that gives way: where there is no room for it, it is shortened with "…", and its tool tip has it all.
#pragma once

#include <QLabel>

namespace ui {

class ShortLabel : public QLabel {
    Q_OBJECT
public:
    using QLabel::QLabel;
    // From now on; before, it is as any label.
    void give_way();
    QSize minimumSizeHint() const override;

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    bool is_short() const; // there is less room than it needs

    bool m_gives_way = false;
};

} // namespace ui
