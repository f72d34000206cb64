// SPDX-License-Identifier: MIT
#include "drawing/excerpt.h"

#include <algorithm>
#include <numeric>

namespace drawing {
namespace {

// Chosen numbers and what they cost: a place for each, and one for each stretch between them.
class Choice {
public:
    explicit Choice(int total) : m_chosen(size_t(total) + 2), m_places(1)
    {
        m_chosen.front() = m_chosen.back() = true; // beyond either end there is nothing to leave out
    }

    void add_if_room(int number, int capacity)
    {
        const size_t at = size_t(number) + 1;
        if (m_chosen[at])
            return;
        // The stretch it lies in is split in two, shortened or closed.
        const int cost = 1 + !m_chosen[at - 1] + !m_chosen[at + 1] - 1;
        if (m_places + cost > capacity)
            return;
        m_chosen[at] = true;
        m_places += cost;
    }

    std::vector<int> places() const
    {
        std::vector<int> places;
        for (size_t at = 1; at + 1 < m_chosen.size(); ++at) {
            if (m_chosen[at])
                places.push_back(int(at) - 1);
            else if (m_chosen[at - 1])
                places.push_back(left_out);
        }
        return places;
    }

private:
    std::vector<bool> m_chosen;
    int m_places;
};

} // namespace

std::vector<int> excerpt(int total, int capacity, std::span<const int> wanted)
{
    std::vector<int> places;
    if (total <= 0 || capacity <= 0)
        return places;
    if (total <= capacity) {
        places.resize(size_t(total));
        std::iota(places.begin(), places.end(), 0);
        return places;
    }
    Choice choice(total);
    for (const int number : wanted)
        if (number >= 0 && number < total)
            choice.add_if_room(number, capacity);
    for (int number = 0; number < total; ++number)
        choice.add_if_room(number, capacity);
    return choice.places();
}

std::vector<int> some_of(int total, int room, std::span<const int> wanted)
{
    total = std::max(total, 0);
    std::vector<bool> chosen(size_t(total), false);
    int left = std::min(room, total);
    const auto choose = [&](int number) {
        if (left <= 0 || number < 0 || number >= total || chosen[size_t(number)])
            return;
        chosen[size_t(number)] = true;
        --left;
    };
    for (const int number : wanted)
        choose(number);
    for (int number = 0; number < total && left > 0; ++number)
        choose(number);
    std::vector<int> numbers;
    for (int number = 0; number < total; ++number)
        if (chosen[size_t(number)])
            numbers.push_back(number);
    return numbers;
}

} // namespace drawing
