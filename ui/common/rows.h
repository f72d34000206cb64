// SPDX-License-Identifier: MIT
#pragma once

class QTableView;

namespace ui {

// A table that is read row by row: a whole row is selected, rows are told apart by their colour instead of a grid and are all of one
// height, and Tab leaves it.
void show_as_rows(QTableView &table);

} // namespace ui
