// SPDX-License-Identifier: MIT
// The page of one read: what stands at which height, and the drawing of it. px.
#pragma once

#include "drawing/sheet.h"
#include "figures/phases/telling.h"
#include "words/sentences.h"

namespace figures::one_read_page {

inline constexpr QSizeF page(1280, 720);
inline constexpr qreal plot_top = 100, life_top = 142, arrives_at = 400, life_bottom = 596, plot_bottom = 606;
inline constexpr qreal axis = 138, life = 338, life_width = 20, arrows = 360, border = 796, kernel_bar = 808, bar_width = 14, beside = 850, right = 1256;
inline constexpr int small = 17, text = 17, strong = 18; // letters, px

// What happens at one height.
struct Row {
    enum Kind : uint8_t { in, out, signal, tick, line } kind = tick;
    qreal y = 0;
    int64_t time = 0;
    QString words;
    std::optional<trace::Event> event = {};
    bool untimed = false; // one of many that are folded: when exactly it was, is not recorded
};

struct Band {
    qreal top, bottom;
    Ink ink;
    bool free = false; // not waiting, although what it wants is not there yet: an outline
};

class OneReadPage {
public:
    OneReadPage(const Scene &scene, const OneRead &one) : m_scene(scene), m_one(one), m_said(words_of(scene, one)), m_sheet(page) { lay_out(); }
    Drawing draw();

private:
    void lay_out();
    void lay_out_before();
    void lay_out_after();
    void add(Row::Kind kind, qreal y, int64_t time, const QString &words, const trace::Event &event) { m_rows.push_back({kind, y, time, words, event}); }
    void in(qreal y, const trace::Event &event) { add(Row::in, y, event.begin, words::asked_text(trace(), event), event); }
    void out(qreal y, const trace::Event &event) { add(Row::out, y, event.end, words::answered_text(trace(), event), event); }
    void band(qreal bottom, Ink ink, bool free = false);
    bool suspended() const { return m_one.told && m_one.told->call == trace::Call::aio_suspend; }
    // The program sleeps until the data comes.
    bool blocked() const { return m_one.way == OneRead::asleep || m_one.way == OneRead::multiplexed || suspended(); }
    const trace::Trace &trace() const { return m_scene.replay.trace(); }

    void draw_head();
    void draw_ground();
    void draw_axis();
    void draw_life();
    void draw_rows();
    void draw_kernel();
    void draw_arrival();
    void draw_strip();
    void draw_break(qreal x, qreal y, qreal half, Ink ground);
    void draw_bracket(qreal top, qreal bottom);
    void life_words(qreal y, const QString &bold, const QStringList &more, Ink ink);

    const Scene &m_scene;
    const OneRead &m_one;
    const OneReadWords m_said;
    Sheet m_sheet;
    std::vector<Row> m_rows;
    std::vector<Band> m_life;
    std::vector<qreal> m_breaks;
    std::optional<qreal> m_wait_top, m_copy_top, m_copy_bottom;
    qreal m_before_words = 0; // y of the first of them
    qreal m_last = 0;         // y of the last row
};

} // namespace figures::one_read_page
