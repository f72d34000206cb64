// SPDX-License-Identifier: MIT
// What stands at which height: the same for what all models have in common.
#include "figures/phases/page.h"

namespace figures::one_read_page {

void OneReadPage::band(qreal bottom, Ink ink, bool free)
{
    const qreal top = m_life.empty() ? life_top : m_life.back().bottom;
    if (bottom > top)
        m_life.push_back({top, bottom, ink, free});
}

void OneReadPage::lay_out_before()
{
    constexpr qreal first = 165;
    switch (m_one.way) {
    case OneRead::asleep:
    case OneRead::multiplexed: {
        const trace::Event &call = m_one.way == OneRead::asleep ? m_one.read : *m_one.asked;
        in(first, call);
        band(first, Ink::running);
        m_wait_top = first;
        m_breaks = {290};
        m_before_words = 214;
        return;
    }
    case OneRead::polling:
        in(first, *m_one.asked);
        out(196, *m_one.asked);
        m_rows.back().untimed = m_one.asked->count > 1;
        if (m_one.polls > 1) {
            in(242, *m_one.asked);
            out(273, *m_one.asked);
            m_rows[m_rows.size() - 2].untimed = m_rows.back().untimed = true;
        }
        m_wait_top = first;
        m_breaks = {322};
        m_before_words = 198;
        return;
    case OneRead::signalled:
        m_wait_top = first;
        if (m_one.setup) {
            in(162, *m_one.setup);
            out(192, *m_one.setup);
            m_breaks = {222};
            m_wait_top = 248;
        }
        m_rows.push_back({Row::tick, *m_wait_top, m_one.wait->begin, {}});
        m_breaks.push_back(322);
        m_before_words = 246;
        return;
    case OneRead::requested:
        if (m_one.asked) {
            in(162, *m_one.asked);
            out(192, *m_one.asked);
            band(162, Ink::running);
            band(192, Ink::line);
        }
        m_wait_top = 192;
        if (suspended()) {
            in(238, *m_one.told);
            band(238, Ink::running);
        }
        m_breaks = {322};
        m_before_words = 226;
        return;
    case OneRead::at_once: return;
    }
}

void OneReadPage::lay_out_after()
{
    const auto copied = [&](qreal from, qreal to, Ink until) {
        in(from, m_one.read);
        band(from, until);
        out(to, m_one.read);
        band(to, Ink::copying);
        m_copy_top = from;
        m_copy_bottom = to;
    };
    const auto handler_over = [&](qreal y) {
        if (!m_one.over)
            return;
        m_rows.push_back({Row::tick, y, m_one.over->end, {}});
        band(y, Ink::signal);
    };
    switch (m_one.way) {
    case OneRead::asleep:
        out(506, m_one.read);
        band(506, Ink::waiting);
        m_copy_top = 434;
        m_copy_bottom = 506;
        break;
    case OneRead::multiplexed:
        out(442, *m_one.asked);
        band(442, Ink::waiting);
        copied(488, 542, Ink::running);
        break;
    case OneRead::at_once:
    case OneRead::polling: copied(458, 522, Ink::running); break;
    case OneRead::signalled:
        if (m_one.told) {
            add(Row::signal, 434, m_one.told->end, m_scene.language.say("Figures", "%1: a read may be started", "a signal").arg(words::signal_name(*m_one.told)), *m_one.told);
            band(434, Ink::running);
        }
        copied(480, 534, Ink::signal);
        handler_over(566);
        break;
    case OneRead::requested: {
        const bool handler = m_one.told && m_one.told->call == trace::Call::handler_begin;
        m_copy_top = 434;
        m_copy_bottom = 500;
        if (suspended()) {
            out(500, *m_one.told);
            band(500, Ink::waiting);
        } else if (m_one.told) {
            const QString how = handler ? m_scene.language.say("Figures", "%1: the read is complete", "a signal").arg(words::signal_name(*m_one.told))
                                        : m_scene.language.say("Figures", "a thread only to tell: the read is complete");
            add(Row::signal, 500, m_one.told->end, how, *m_one.told);
            band(500, Ink::running, true);
        }
        qreal y = 530;
        if (m_one.looked) {
            add(Row::line, y, m_one.looked->end, words::call_text(trace(), *m_one.looked), *m_one.looked);
            y += 28;
        }
        add(Row::line, y, m_one.read.end, words::call_text(trace(), m_one.read), m_one.read);
        if (handler)
            handler_over(580);
        else if (!suspended())
            band(580, Ink::signal);
        break;
    }
    }
    m_last = m_rows.back().y;
    band(life_bottom, Ink::running);
}

void OneReadPage::lay_out()
{
    lay_out_before();
    lay_out_after();
}

} // namespace figures::one_read_page
