// SPDX-License-Identifier: MIT
#include "ui/common/plain_label.h"

#include <QLabel>

namespace ui {

QLabel *plain_label(const char *name, Qt::TextInteractionFlags marked)
{
    auto *label = new QLabel;
    label->setObjectName(QLatin1String(name));
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    label->setTextInteractionFlags(marked);
    if (!(marked & Qt::TextSelectableByKeyboard))
        label->setFocusPolicy(Qt::NoFocus);
    return label;
}

} // namespace ui
