// SPDX-License-Identifier: MIT
#include "ui/find/search.h"

#include "calls/schema.h"

#include <QElapsedTimer>

#include <algorithm>

namespace ui {
namespace {

constexpr int slice_ms = 4;         // of a frame's 16
constexpr size_t between_looks = 512; // events, at the clock

} // namespace

Search::Search(Session &session, QObject *parent) : QObject(parent), m_session(session)
{
    m_slice.setInterval(0);
    connect(&m_slice, &QTimer::timeout, this, &Search::go_on);
    connect(&session, &Session::recording_changed, this, [this] { look_for(m_wanted); });
    connect(&session, &Session::instant_changed, this, &Search::follow);
}

size_t Search::end() const
{
    const size_t all = m_session.trace().events().size();
    return m_to > 0 ? std::min(m_to, all) : all;
}

void Search::look_for(const replay::Wanted &wanted, size_t from, size_t to)
{
    m_wanted = wanted;
    m_from = m_at = from;
    m_to = to;
    m_found.clear();
    m_is_call.clear();
    m_calls = 0;
    m_seen = {};
    m_begun = true;
    m_cancelled = false;
    m_slice.start();
    emit restarted();
}

void Search::cancel()
{
    m_slice.stop();
    m_cancelled = true;
    emit advanced();
}

double Search::share() const
{
    return end() > m_from ? double(m_at - m_from) / double(end() - m_from) : 1;
}

// What a run has added may have put events before others that were there.
void Search::follow()
{
    if (!m_begun || m_cancelled || m_to > 0)
        return;
    const size_t first = std::max(m_session.first_new(), m_from);
    if (m_session.run() && first < m_at) {
        for (; !m_found.empty() && m_found.back() >= first; m_found.pop_back(), m_is_call.pop_back())
            m_calls -= m_is_call.back();
        m_at = first;
        emit advanced();
    }
    if (m_at < end())
        m_slice.start();
}

void Search::go_on()
{
    const trace::Trace &trace = m_session.trace();
    const auto &events = trace.events();
    const size_t last = end();
    QElapsedTimer time;
    time.start();
    for (size_t i = 0; m_at < last; ++m_at, ++i) {
        if (i % between_looks == between_looks - 1 && time.elapsed() >= slice_ms)
            break;
        const trace::Event &event = events[m_at];
        m_seen.add(event);
        if (replay::is_wanted(trace, event, m_wanted)) {
            m_found.push_back(uint32_t(m_at));
            m_is_call.push_back(calls::is_call(event.call));
            m_calls += m_is_call.back();
        }
    }
    if (m_at >= last)
        m_slice.stop();
    emit advanced();
}

std::optional<size_t> Search::next() const
{
    const auto after = std::ranges::lower_bound(m_found, m_session.instant().complete);
    return after == m_found.end() ? std::nullopt : std::optional<size_t>(*after);
}

std::optional<size_t> Search::previous() const
{
    const size_t complete = m_session.instant().complete;
    const auto at = std::ranges::lower_bound(m_found, complete > 0 ? complete - 1 : 0);
    return at == m_found.begin() ? std::nullopt : std::optional<size_t>(*std::prev(at));
}

} // namespace ui
