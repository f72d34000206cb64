// SPDX-License-Identifier: MIT
// What screen readers see of a FigureView: a list whose items are the parts of the figure, each with its sentence.
#pragma once

class QAccessibleInterface;
class QString;
class QObject;

namespace ui {

// For QAccessible::installFactory().
QAccessibleInterface *figure_accessible(const QString &class_name, QObject *object);

} // namespace ui
