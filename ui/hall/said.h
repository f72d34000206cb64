// SPDX-License-Identifier: MIT
// A sentence for an audience: names of a program stand out as code does.
#pragma once

#include "drawing/sheet.h"

namespace ui {

class Said {
public:
    // Broken into lines no wider than `width`, letters of `size` px.
    Said(const QString &sentence, qreal width, qreal size, bool bold = false);

    size_t lines() const { return m_lines.size(); }
    // From `at` on, `pitch` px from line to line.
    void draw(drawing::Sheet &sheet, QPointF at, qreal pitch, drawing::Ink ink, drawing::Ink ground) const;

private:
    struct Run {
        QString text;
        bool code = false;
        qreal width = 0;
    };
    Run run(const QString &words, bool code) const;
    int size(bool code) const;

    const qreal m_size;
    const bool m_bold;
    std::vector<std::vector<Run>> m_lines;
};

} // namespace ui
