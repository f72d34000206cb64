// SPDX-License-Identifier: MIT
// Figures 6.1 to 6.5 of the book from a recording: one geometry for all, so that from one to the next only what differs moves. Time
// runs downwards; the axis is broken and says so, the strip at the bottom is not.
#include "drawing/sheet.h"
#include "figures/cast.h"
#include "figures/phases/telling.h"
#include "replay/times.h"
#include "words/sentences.h"

#include <cmath>

namespace figures {
namespace {

using replay::span;

constexpr QSizeF page(1280, 720);
constexpr qreal plot_top = 100, life_top = 142, arrives_at = 400, life_bottom = 596, plot_bottom = 606;
constexpr qreal axis = 138, life = 338, life_width = 20, arrows = 360, border = 796, kernel_bar = 808, bar_width = 14, beside = 850, right = 1256;
constexpr int small = 16, text = 17, strong = 18; // letters, px

enum class Kind : uint8_t { in, out, signal, tick, line };

// What happens at one height.
struct Row {
    Kind kind = Kind::tick;
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
    void add(Kind kind, qreal y, int64_t time, const QString &words, const trace::Event &event) { m_rows.push_back({kind, y, time, words, event}); }
    void in(qreal y, const trace::Event &event) { add(Kind::in, y, event.begin, words::asked_text(trace(), event), event); }
    void out(qreal y, const trace::Event &event) { add(Kind::out, y, event.end, words::answered_text(trace(), event), event); }
    void band(qreal bottom, Ink ink, bool free = false);
    bool suspended() const { return m_one.told && m_one.told->call == trace::Call::aio_suspend; }
    // The program sleeps until the data comes.
    bool blocked() const { return m_one.way == OneRead::asleep || m_one.way == OneRead::multiplexed || suspended(); }
    const trace::Trace &trace() const { return m_scene.replay.trace(); }

    qreal words_at(qreal x, qreal y, const QString &words, int size, Ink ink, bool bold = false, Ink ground = Ink::paper);
    void in_room(QRectF rect, const QString &words, int size, Ink ink, Qt::Alignment align, bool bold = false, Ink ground = Ink::paper);
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
        m_rows.push_back({Kind::tick, *m_wait_top, m_one.wait->begin, {}});
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
        m_rows.push_back({Kind::tick, y, m_one.over->end, {}});
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
            add(Kind::signal, 434, m_one.told->end, m_scene.language.say("Figures", "%1: a read may be started", "a signal").arg(words::signal_name(*m_one.told)), *m_one.told);
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
            add(Kind::signal, 500, m_one.told->end, how, *m_one.told);
            band(500, Ink::running, true);
        }
        qreal y = 530;
        if (m_one.looked) {
            add(Kind::line, y, m_one.looked->end, words::call_text(trace(), *m_one.looked), *m_one.looked);
            y += 28;
        }
        add(Kind::line, y, m_one.read.end, words::call_text(trace(), m_one.read), m_one.read);
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

// A sentence with code in it; returns where it ends.
qreal OneReadPage::words_at(qreal x, qreal y, const QString &words, int size, Ink ink, bool bold, Ink ground)
{
    const QStringList runs = words.split(u'`');
    qreal whole = 0;
    for (qsizetype i = 0; i < runs.size(); ++i)
        whole += width_of(runs[i], size, bold, i % 2);
    const qreal scale = std::min(1.0, (right - x) / std::max(whole, 1.0));
    for (qsizetype i = 0; i < runs.size(); ++i) {
        if (runs[i].isEmpty())
            continue;
        const qreal width = width_of(runs[i], size, bold, i % 2) * scale;
        Shape &shape = m_sheet.text({x, y - size, width + 2, size * 1.5}, runs[i], ink, ground);
        shape.size = size;
        shape.bold = bold;
        shape.fixed_pitch = i % 2;
        shape.scale = scale;
        x += width;
    }
    return x;
}

void OneReadPage::in_room(QRectF rect, const QString &words, int size, Ink ink, Qt::Alignment align, bool bold, Ink ground)
{
    Shape &shape = m_sheet.text(rect, words, ink, ground);
    shape.size = size;
    shape.bold = bold;
    shape.align = align | Qt::AlignVCenter;
    narrow(shape);
}

void OneReadPage::draw_head()
{
    const qreal end = words_at(40, 50, m_said.title, 30, Ink::text, true);
    words_at(end + 18, 50, m_said.gloss, 21, Ink::muted);
    words_at(40, 84, m_said.claim, 20, Ink::text);
    m_sheet.part(QStringLiteral("title"), {40, 20, right - 40, 74}, m_said.title + QStringLiteral(". ") + QString(m_said.claim).remove(u'`'));
}

void OneReadPage::draw_ground()
{
    m_sheet.box({border, plot_top, page.width() - border, plot_bottom - plot_top}, Ink::kernel, QStringLiteral("kernel"));
    m_sheet.line({0, plot_top}, {page.width(), plot_top}, Ink::line);
    m_sheet.line({0, plot_bottom}, {page.width(), plot_bottom}, Ink::line);
    Shape &line = m_sheet.line({border, plot_top}, {border, plot_bottom}, Ink::text);
    line.dashed = true;
    line.width = 2.5;
    const words::Language &language = m_scene.language;
    in_room({8, 110, 120, 26}, language.say("Figures", "time", "head of an axis"), small, Ink::muted, Qt::AlignRight);
    in_room({150, 110, border - 160, 26}, language.say("Figures", "PROCESS (user space)"), small, Ink::muted, Qt::AlignLeft, true);
    in_room({border + 18, 110, right - border - 18, 26}, m_said.kernel, small, Ink::muted, Qt::AlignLeft, true, Ink::kernel);
}

void OneReadPage::draw_break(qreal x, qreal y, qreal half, Ink ground)
{
    QPainterPath gap({x - half, y});
    for (const QPointF &point : {QPointF(x, y - 10), QPointF(x + half, y), QPointF(x + half, y + 8), QPointF(x, y - 2), QPointF(x - half, y + 8)})
        gap.lineTo(point);
    gap.closeSubpath();
    Shape &hole = m_sheet.path(gap, ground);
    hole.filled = true;
    hole.fill = ground;
    hole.stroked = false;
    for (const qreal down : {0., 8.}) {
        QPainterPath way({x - half, y + down});
        way.lineTo(x, y - 10 + down);
        way.lineTo(x + half, y + down);
        m_sheet.path(way, Ink::text).width = 1.5;
    }
}

void OneReadPage::draw_axis()
{
    m_sheet.line({axis, life_top}, {axis, life_bottom}, Ink::muted).width = 1.6;
    for (const qreal y : m_breaks)
        draw_break(axis, y, 9, Ink::paper);
    const auto tick = [&](qreal y, int64_t time) {
        m_sheet.line({axis - 6, y}, {axis + 6, y}, Ink::muted).width = 1.6;
        in_room({4, y - 13, 121, 26}, since_zero(m_scene.language, m_one, time), small, Ink::text, Qt::AlignRight, time == m_one.zero());
    };
    tick(arrives_at, m_one.zero());
    for (const Row &row : m_rows)
        if (!row.untimed && (row.kind != Kind::line || m_one.read.end == row.time))
            tick(row.y, row.time);
}

void OneReadPage::life_words(qreal y, const QString &bold, const QStringList &more, Ink ink)
{
    in_room({150, y, 176, 24}, bold, text, ink, Qt::AlignRight, true);
    for (const QString &line : more)
        in_room({150, y += 23, 176, 24}, line, text, Ink::muted, Qt::AlignRight);
}

void OneReadPage::draw_life()
{
    for (const Band &band : m_life) {
        Shape &box = m_sheet.box({life + (band.free ? 1.5 : 0), band.top, life_width - (band.free ? 3 : 0), band.bottom - band.top}, band.free ? Ink::paper : band.ink);
        box.stroked = band.free;
        box.stroke = band.ink;
        box.width = 3;
    }
    for (const qreal y : m_breaks)
        draw_break(life + life_width / 2, y, life_width / 2 + 4, Ink::paper);
    const bool waits = blocked();
    if (!m_said.before.isEmpty())
        life_words(m_before_words, m_said.before, m_said.before_more, waits ? Ink::waiting : Ink::running);
    const words::Language &language = m_scene.language;
    if (m_copy_top && m_one.way != OneRead::asleep && m_one.way != OneRead::requested)
        life_words((*m_copy_top + *m_copy_bottom) / 2 - 23, language.say("Figures", "copy", "phase 2"), {language.duration(copy_time(m_one).ns)}, Ink::copying);
    const bool handler = m_one.told && m_one.told->call == trace::Call::handler_begin;
    if (handler && m_one.way == OneRead::requested)
        life_words(518, language.say("Figures", "handler", "of a signal"), {words::signal_name(*m_one.told)}, Ink::signal);
    else if (handler)
        life_words(445, language.say("Figures", "handler of %1", "a signal").arg(words::signal_name(*m_one.told)), {}, Ink::signal);
    else if (m_one.way == OneRead::requested && m_one.told && !suspended())
        life_words(518, language.say("Figures", "started thread", "by the C library, to tell of a completion"), {}, Ink::signal);
    else
        life_words(m_one.way == OneRead::requested ? 540 : std::min(m_last + 14, life_bottom - 26), m_said.after, {}, Ink::running);
}

void OneReadPage::draw_rows()
{
    constexpr qreal from = arrows + 12, to = border - 14;
    for (const Row &row : m_rows) {
        const bool outwards = row.kind == Kind::out || row.kind == Kind::signal;
        const Ink ink = row.kind == Kind::signal ? Ink::signal : Ink::text;
        if (row.kind == Kind::in || outwards) {
            Shape &arrow = m_sheet.line({outwards ? border - 1 : arrows, row.y}, {outwards ? arrows : border - 1, row.y}, ink);
            arrow.arrow = true;
            arrow.width = 2.2;
            arrow.dashed = row.kind == Kind::signal;
        }
        const qreal y = row.kind == Kind::line ? row.y - 13 : row.y - 27;
        Shape &words = m_sheet.text({from, y, to - from, 25}, row.words, ink);
        words.size = text;
        words.bold = row.kind == Kind::signal;
        words.fixed_pitch = row.kind != Kind::signal;
        words.align = (outwards ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter;
        narrow(words);
        if (row.event)
            m_sheet.part(QStringLiteral("row %1").arg(row.y), {from, y, to - from, 27}, words::event_sentence(m_scene.language, trace(), *row.event));
    }
    qreal y = m_one.way == OneRead::polling ? 304 : 312;
    for (const QString &line : m_said.between.split(u'\n', Qt::SkipEmptyParts)) {
        in_room({from, y, to - from, 24}, line, text, Ink::muted, Qt::AlignHCenter);
        y += 23;
    }
}

void OneReadPage::draw_bracket(qreal top, qreal bottom)
{
    QPainterPath way({kernel_bar + bar_width + 6, top});
    for (const QPointF &point : {QPointF(kernel_bar + bar_width + 14, top), QPointF(kernel_bar + bar_width + 14, bottom), QPointF(kernel_bar + bar_width + 6, bottom)})
        way.lineTo(point);
    m_sheet.path(way, Ink::text).width = 1.8;
}

void OneReadPage::draw_kernel()
{
    const words::Language &language = m_scene.language;
    const QString first = language.say("Figures", "Phase 1: wait for data"), second = language.say("Figures", "Phase 2: copy");
    if (m_wait_top) {
        const qreal bottom = arrives_at - 4;
        m_sheet.box({kernel_bar, *m_wait_top, bar_width, bottom - *m_wait_top}, Ink::waiting, QStringLiteral("phase 1"));
        draw_break(kernel_bar + bar_width / 2, m_breaks.back(), bar_width / 2 + 3, Ink::kernel);
        draw_bracket(*m_wait_top, bottom);
        const qreal y = std::max((*m_wait_top + bottom) / 2 - 24, *m_wait_top + 20);
        in_room({beside, y, right - beside, 24}, first, strong, Ink::waiting, Qt::AlignLeft, true, Ink::kernel);
        in_room({beside, y + 24, right - beside, 24}, m_said.wait, text, Ink::text, Qt::AlignLeft, false, Ink::kernel);
        m_sheet.part(QStringLiteral("phase 1"), {beside, y, right - beside, 48}, first + QStringLiteral(". ") + m_said.wait);
    }
    if (!m_said.setup.isEmpty())
        in_room({beside, 164, right - beside, 24}, m_said.setup, text, Ink::text, Qt::AlignLeft, false, Ink::kernel);
    if (!m_said.woken.isEmpty())
        in_room({beside, 440, right - beside, 24}, m_said.woken, text, Ink::text, Qt::AlignLeft, false, Ink::kernel);
    m_sheet.box({kernel_bar, *m_copy_top, bar_width, *m_copy_bottom - *m_copy_top}, Ink::copying, QStringLiteral("phase 2"));
    draw_bracket(*m_copy_top, *m_copy_bottom);
    const QStringList lines = m_said.copy.split(u'\n');
    qreal y = (*m_copy_top + *m_copy_bottom) / 2 - 12 * qreal(1 + lines.size());
    y = std::max(y, 436.);
    m_sheet.part(QStringLiteral("phase 2"), {beside, y, right - beside, 24 * qreal(1 + lines.size())}, second + QStringLiteral(". ") + QString(m_said.copy).replace(u'\n', u' '));
    in_room({beside, y, right - beside, 24}, second, strong, Ink::copying, Qt::AlignLeft, true, Ink::kernel);
    for (const QString &line : lines)
        in_room({beside, y += 23, right - beside, 24}, line, text, Ink::text, Qt::AlignLeft, false, Ink::kernel);
}

void OneReadPage::draw_arrival()
{
    Shape &arrow = m_sheet.line({right, arrives_at}, {840, arrives_at}, Ink::signal);
    arrow.arrow = true;
    arrow.width = 3;
    if (m_one.arrival.latest > m_one.arrival.earliest) { // where in it, is not known
        Shape &hatch = m_sheet.box({kernel_bar, arrives_at + 2, bar_width, 28}, Ink::paper, QStringLiteral("arrival"));
        hatch.stroked = true;
        hatch.stroke = Ink::copying;
        for (const qreal y : {2., 9., 16.}) {
            Shape &line = m_sheet.line({kernel_bar, arrives_at + y + 14}, {kernel_bar + bar_width, arrives_at + y}, Ink::copying);
            line.width = 1.6;
        }
    }
    in_room({beside, arrives_at - 28, right - beside, 25}, m_said.arrives, text, Ink::signal, Qt::AlignRight, true, Ink::kernel);
    in_room({beside, arrives_at + 5, right - beside, 25}, m_said.arrival, small, Ink::muted, Qt::AlignRight, false, Ink::kernel);
    m_sheet.part(QStringLiteral("arrival"), {beside, arrives_at - 28, right - beside, 58}, m_said.arrives + QStringLiteral(": ") + m_said.arrival);
}

// ns that a pixel of the strip stands for: of few steps, so that the strips of several pictures compare.
int64_t scale_of(int64_t whole)
{
    constexpr qreal room = 860;
    for (int64_t decade = 1; decade < INT64_MAX / 100; decade *= 10)
        for (const int64_t step : {10, 25, 50})
            if (qreal(step * decade) / 10 * room >= qreal(whole))
                return std::max<int64_t>(step * decade / 10, 1);
    return whole;
}

void OneReadPage::draw_strip()
{
    constexpr qreal left = 250, top = 624, high = 22;
    const words::Language &language = m_scene.language;
    in_room({40, 618, 200, 26}, language.say("Figures", "True scale"), text, Ink::text, Qt::AlignLeft, true);
    in_room({40, 642, 200, 24}, language.say("Figures", "axis not broken"), small, Ink::muted, Qt::AlignLeft);
    const int64_t wait = m_one.wait ? span(m_one.wait->begin, m_one.zero()) : 0, copy = copy_time(m_one).ns;
    const int64_t until = span(m_one.zero(), m_one.way == OneRead::asleep || m_one.way == OneRead::requested ? m_one.zero() : m_one.read.begin);
    const int64_t scale = scale_of(wait + until + copy);
    qreal x = left;
    const auto bar = [&](int64_t length, Ink ink, bool free, const char *id) {
        const qreal width = qreal(length) / qreal(scale);
        Shape &box = m_sheet.box({x, top, width, high}, free ? Ink::paper : ink, QLatin1String(id));
        box.stroked = free;
        box.stroke = ink;
        box.width = 2;
        x += width;
    };
    const bool free = m_one.way == OneRead::requested && !blocked();
    const Ink ink = blocked() ? Ink::waiting : Ink::running;
    if (wait > 0)
        bar(wait, ink, free, "strip phase 1");
    if (until > 0)
        bar(until, Ink::line, false, "strip until");
    const qreal copy_at = x;
    bar(copy, Ink::copying, false, "strip phase 2");
    const bool thicker = x - copy_at < 1.5;
    if (thicker)
        m_sheet.line({copy_at, top}, {copy_at, top + high}, Ink::copying).width = 1.5;
    const Ink ground = free ? Ink::paper : ink;
    if (wait > 0)
        in_room({left + 8, top, std::max(copy_at - left - 16, 20.), high}, m_said.strip_wait, small, Ink::text, Qt::AlignLeft, false, ground);
    const qreal middle = (copy_at + x) / 2;
    m_sheet.line({middle, top + high + 2}, {middle, top + high + 16}, Ink::copying).width = 2;
    const QString share = wait > copy && copy > 0 ? m_said.strip_copy + QStringLiteral(" · 1/") + language.number(qlonglong(wait / copy)) : m_said.strip_copy;
    const QString words = thicker ? language.say("Figures", "%1 (drawn thicker)", "a phase and its duration").arg(share) : share;
    const qreal wide = width_of(words, small, true) + 4;
    const bool before = middle - wide - 8 >= left;
    in_room({before ? middle - wide - 8 : middle + 8, top + high + 3, before ? wide : right - middle - 8, 26}, words, small, Ink::copying, before ? Qt::AlignRight : Qt::AlignLeft, true);
    in_room({1116, 620, right - 1116, 26}, language.say("Figures", "1 px = %1", "a duration").arg(language.duration(scale)), small, Ink::muted, Qt::AlignRight);
    const bool datagram = m_one.arrival.what == replay::Delivery::datagram;
    const QString run = datagram ? language.say("Figures", "A real run over UDP. 0: the client calls %1(). Distances on the axis are not to scale.")
                                 : language.say("Figures", "A real run over TCP. 0: the client calls %1(). Distances on the axis are not to scale.");
    in_room({40, 686, right - 40, 26}, run.arg(words::call_name(trace(), trace().events()[m_one.arrival.by])), small, Ink::muted, Qt::AlignRight);
}

Drawing OneReadPage::draw()
{
    draw_ground();
    draw_head();
    draw_axis();
    draw_life();
    draw_rows();
    draw_kernel();
    draw_arrival();
    draw_strip();
    m_sheet.mark(m_scene.selected);
    return m_sheet.take();
}

} // namespace

QSizeF phases_size(const Scene &)
{
    return page;
}

Drawing phases(const Scene &scene, QSizeF size)
{
    if (size.isEmpty())
        size = page;
    const auto one = one_read(scene);
    if (!one)
        return nothing_to_draw(size, scene.language.say("Figures", "This picture needs a read by one of the five models of the book that has brought data, and a recording that tells when that came: there is none yet."));
    const qreal factor = std::min(size.width() / page.width(), size.height() / page.height());
    Drawing whole;
    whole.size = size;
    const Drawing drawn = scaled(OneReadPage(scene, *one).draw(), factor);
    place(whole, drawn, QPointF((size.width() - drawn.size.width()) / 2, (size.height() - drawn.size.height()) / 2));
    return whole;
}

} // namespace figures
