// SPDX-License-Identifier: MIT
#include "words/phrases.h"

#include <QStringList>

#include <algorithm>

namespace words {

int plural(qint64 count)
{
    return int(std::clamp<qint64>(count, 0, 1'000'000'000));
}

QString sentence(QString text)
{
    if (!text.isEmpty())
        text[0] = text[0].toUpper();
    return text;
}

QString together(const QStringList &sentences)
{
    QStringList said;
    for (const QString &one : sentences)
        if (!one.isEmpty())
            said += one;
    return said.join(QLatin1Char(' '));
}

} // namespace words
