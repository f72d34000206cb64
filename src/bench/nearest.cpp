// SPDX-License-Identifier: MIT
// Names like a mistyped one.
#include "bench/statement.h"

#include <algorithm>
#include <numeric>
#include <utility>

namespace bench {
namespace {

// How many letters differ, or have changed places with the next: the optimal string alignment distance.
size_t distance(std::string_view a, std::string_view b)
{
    std::vector<size_t> row(b.size() + 1), above(row), before;
    std::iota(row.begin(), row.end(), size_t(0));
    for (size_t i = 1; i <= a.size(); ++i) {
        before = std::exchange(above, row);
        row[0] = i;
        for (size_t j = 1; j <= b.size(); ++j) {
            row[j] = std::min({above[j] + 1, row[j - 1] + 1, above[j - 1] + (a[i - 1] != b[j - 1])});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                row[j] = std::min(row[j], before[j - 2] + 1);
        }
    }
    return row.back();
}

} // namespace

std::vector<std::string> nearest(std::string_view word, const std::vector<std::string_view> &names)
{
    const std::string_view head = word.substr(0, 64);
    std::vector<std::pair<size_t, std::string_view>> by_distance;
    for (const std::string_view name : names)
        if (const size_t far = distance(head, name); far <= std::max<size_t>(1, head.size() / 3))
            by_distance.emplace_back(far, name);
    std::ranges::stable_sort(by_distance, {}, &std::pair<size_t, std::string_view>::first);
    std::vector<std::string> found;
    for (const auto &[far, name] : by_distance)
        if (found.size() < 3 && std::ranges::find(found, name) == found.end())
            found.emplace_back(name);
    return found;
}

} // namespace bench
