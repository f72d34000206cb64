// SPDX-License-Identifier: MIT
#pragma once

#include <functional>

class QWidget;

namespace ui {

enum class Unsaved { save, discard, keep };

// Asks what shall become of a recording that is in no file yet, without stopping the window; `answered` gets the answer.
void ask_about_unsaved(QWidget *parent, std::function<void(Unsaved)> answered);

} // namespace ui
