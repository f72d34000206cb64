// SPDX-License-Identifier: MIT
// The colours of a page's drawings, by what they mean: the browser chooses between light, dark and paper.
#pragma once

#include "drawing/drawing.h"

#include <QByteArray>
#include <QString>

#include <functional>
#include <map>
#include <vector>

namespace page {

class Palette {
public:
    Palette();
    // Each answers the name under which the page's style has the colour: "f3".
    QString fill(drawing::Ink ink);
    QString edge(drawing::Ink ink);
    QString letters(drawing::Ink ink, drawing::Ink ground);
    // What letters on the ground stand on in some theme; empty: on the ground itself in all.
    QString plate(drawing::Ink ground);
    // An outline that some theme gives an area without a stroke; empty: none does.
    QString outline(drawing::Ink fill);
    // The number of Pattern that the fill has on paper.
    int pattern(drawing::Ink fill) const;
    const drawing::Theme &measure() const { return m_themes[0]; } // whose letters are measured

    // As rules of CSS.
    QByteArray css() const;

private:
    QString name(const QString &key, const std::function<QColor(const drawing::Theme &)> &colour);
    std::vector<drawing::Theme> m_themes; // light, dark, print
    std::map<QString, std::vector<QColor>> m_colours;
};

} // namespace page
