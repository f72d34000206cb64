// SPDX-License-Identifier: MIT
// The page on which an audience types what goes to the server: for Web of the room audience.
#pragma once

#include <QByteArray>
#include <QString>

namespace page {

// `language`: code of the one it opens in where the browser speaks none of the program's.
QByteArray typing_page(const QString &language);

} // namespace page
