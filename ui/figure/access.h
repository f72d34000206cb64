// SPDX-License-Identifier: MIT
// What screen readers see of a FigureView: a list whose items are the parts of the figure, each with its sentence.
#pragma once

#include "drawing/drawing.h"

class QAccessibleInterface;
class QString;
class QObject;

namespace ui {

class FigureView;

// For QAccessible::installFactory().
QAccessibleInterface *figure_accessible(const QString &class_name, QObject *object);

// What is different between the parts `before` and `now`.
struct PartChanges {
    std::vector<int> renamed; // indices of those with another sentence
    bool renumbered = false;  // there are more or fewer
    bool operator==(const PartChanges &) const = default;
};
PartChanges changes(const std::vector<drawing::Part> &before, const std::vector<drawing::Part> &now);
// Tells who listens; of other sentences, those that were asked for.
void tell_changes(FigureView &view, const PartChanges &changes);
// Tells which part has the focus.
void tell_focus(FigureView &view, int part);

} // namespace ui
