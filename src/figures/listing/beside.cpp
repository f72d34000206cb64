// SPDX-License-Identifier: MIT
#include "figures/listing/beside.h"

#include <QRegularExpression>

#include <algorithm>

namespace figures {
namespace {

// The comment at its head, and what it is called, are no differences.
bool is_name(const QString &line)
{
    return line.startsWith(u"//") || line.startsWith(u"Ending ");
}

} // namespace

QString beside(const QStringList &text)
{
    static const QRegularExpression names(QStringLiteral("^// Wrong on purpose, beside (\\w+\\.cpp)"));
    for (const QString &line : text.mid(0, 4))
        if (const auto match = names.match(line); match.hasMatch())
            return match.captured(1);
    return {};
}

// The longest common subsequence, from the end.
std::vector<Difference> differences(const QStringList &wrong, const QStringList &right)
{
    const qsizetype rows = wrong.size(), columns = right.size();
    std::vector<std::vector<int>> common(size_t(rows) + 1, std::vector<int>(size_t(columns) + 1));
    for (qsizetype i = rows; i-- > 0;)
        for (qsizetype j = columns; j-- > 0;)
            common[size_t(i)][size_t(j)] = wrong[i] == right[j] ? common[size_t(i) + 1][size_t(j) + 1] + 1
                                                               : std::max(common[size_t(i) + 1][size_t(j)], common[size_t(i)][size_t(j) + 1]);
    std::vector<Difference> all;
    for (qsizetype i = 0, j = 0; i < rows || j < columns;) {
        if (i < rows && j < columns && wrong[i] == right[j]) {
            ++i, ++j;
            continue;
        }
        Difference one{int(i) + 1, int(i), {}};
        bool counts = false;
        while ((i < rows || j < columns) && !(i < rows && j < columns && wrong[i] == right[j])) {
            const bool takes_right = j < columns && (i == rows || common[size_t(i)][size_t(j) + 1] >= common[size_t(i) + 1][size_t(j)]);
            const QString &line = takes_right ? right[j++] : wrong[i++];
            counts |= !is_name(line);
            if (takes_right)
                one.right += line;
            else
                one.last = int(i);
        }
        if (counts)
            all.push_back(std::move(one));
    }
    return all;
}

} // namespace figures
