// SPDX-License-Identifier: MIT
// Recorded text is UTF-8 in std::string; Qt's is QString.
#pragma once

#include <QString>

#include <string>

namespace archive {

inline QString text(const std::string &utf8)
{
    return QString::fromUtf8(utf8.data(), qsizetype(utf8.size()));
}

} // namespace archive
