// SPDX-License-Identifier: MIT
// What is asked before an audience, and the way back to a lesson that was left.
#include "ui/lesson/lecture.h"

#include <algorithm>

namespace ui {

// That of the moment of the question there is: an open one, else the first of all.
size_t Lecture::next_of_moment() const
{
    const lessons::Moment &moment = item()->question->before;
    std::optional<size_t> first;
    for (size_t i = 0; i < m_followed.items.size(); ++i) {
        const lessons::Item &each = m_followed.items[i];
        if (!each.question || each.question->before != moment)
            continue;
        if (i != m_at && !m_given.contains(key(each)))
            return i;
        first = first.value_or(i);
    }
    return *first; // there is that question itself
}

const lessons::Item *Lecture::asked_next() const
{
    if (!item() || !item()->question)
        return nullptr;
    const size_t next = next_of_moment();
    return next != m_at && !m_given.contains(key(m_followed.items[next])) ? &m_followed.items[next] : nullptr;
}

void Lecture::leave_to_kernel()
{
    if (!waits_for_answer())
        return;
    m_given[key(*item())] = {Given::skipped, {}};
    let_go_on();
    go(next_of_moment());
}

void Lecture::keep()
{
    if (m_state == State::open && !m_goes_on)
        m_kept[m_lesson->name] = {m_chosen, m_lesson, m_whole, m_result, m_followed, m_given};
}

bool Lecture::return_to(const QString &name)
{
    auto node = m_kept.extract(name);
    if (node.empty())
        return false;
    Kept &kept = node.mapped();
    keep();
    leave();
    m_chosen = kept.chosen;
    m_lesson = kept.lesson;
    m_result = kept.result;
    m_followed = std::move(kept.followed);
    m_given = std::move(kept.given);
    m_at = std::min(first_open(0), m_followed.items.size() - 1);
    show_recorded(kept.whole);
    return true;
}

} // namespace ui
