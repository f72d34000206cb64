// SPDX-License-Identifier: MIT
// Figures 6.1 to 6.5 of the book from a recording: one geometry for all, so that from one to the next only what differs moves. Time
// runs downwards; the axis is broken and says so, the strip at the bottom is not.
#include "drawing/with_code.h"
#include "figures/cast.h"
#include "figures/phases/page.h"
#include "replay/times.h"

#include <cmath>

namespace figures {
namespace one_read_page {

using replay::span;

void OneReadPage::draw_head()
{
    const qreal end = text_with_code(m_sheet, {40, 50}, right, m_said.title, 30, Ink::text, true);
    text_with_code(m_sheet, {end + 18, 50}, right, m_said.gloss, 21, Ink::muted);
    text_with_code(m_sheet, {40, 84}, right, m_said.claim, 20);
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
    text_in(m_sheet, {8, 110, 120, 26}, language.say("Figures", "time", "head of an axis"), small, Ink::muted, Qt::AlignRight);
    text_in(m_sheet, {150, 110, border - 160, 26}, language.say("Figures", "PROCESS (user space)"), small, Ink::muted, Qt::AlignLeft, true);
    text_in(m_sheet, {border + 18, 110, right - border - 18, 26}, m_said.kernel, small, Ink::muted, Qt::AlignLeft, true, Ink::kernel);
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
        text_in(m_sheet, {4, y - 13, 121, 26}, since_zero(m_scene.language, m_one, time), small, Ink::text, Qt::AlignRight, time == m_one.zero());
    };
    tick(arrives_at, m_one.zero());
    for (const Row &row : m_rows)
        if (!row.untimed && (row.kind != Row::line || m_one.read.end == row.time))
            tick(row.y, row.time);
}

void OneReadPage::life_words(qreal y, const QString &bold, const QStringList &more, Ink ink)
{
    text_in(m_sheet, {147, y, 187, 24}, bold, text, ink, Qt::AlignRight, true);
    for (const QString &line : more)
        text_in(m_sheet, {147, y += 23, 187, 24}, line, text, Ink::muted, Qt::AlignRight);
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

// As much of a call as there is room for: its beginning and its end, cut between two arguments.
static QString shortened(const QString &code, qreal width)
{
    const auto room = qsizetype(width / width_of(QStringLiteral("0"), text, false, true));
    if (code.size() <= room)
        return code;
    const auto parts = [](QChar letter) { return letter == u' ' || letter == u'|'; };
    qsizetype tail = code.size() - room * 2 / 5, head = room - 1 - (code.size() - tail);
    while (tail < code.size() - 1 && !parts(code[tail - 1]))
        ++tail;
    while (head > 1 && !parts(code[head - 1]))
        --head;
    return code.left(head) + QChar(u'…') + code.mid(tail);
}

void OneReadPage::draw_rows()
{
    constexpr qreal from = arrows + 12, to = border - 14;
    for (const Row &row : m_rows) {
        const bool outwards = row.kind == Row::out || row.kind == Row::signal;
        const Ink ink = row.kind == Row::signal ? Ink::signal : Ink::text;
        if (row.kind == Row::in || outwards) {
            Shape &arrow = m_sheet.line({outwards ? border - 1 : arrows, row.y}, {outwards ? arrows : border - 1, row.y}, ink);
            arrow.arrow = true;
            arrow.width = 2.2;
            arrow.dashed = row.kind == Row::signal;
        }
        const qreal y = row.kind == Row::line ? row.y - 13 : row.y - 27;
        Shape &words = m_sheet.text({from, y, to - from, 25}, row.kind == Row::signal ? row.words : shortened(row.words, to - from), ink);
        words.size = text;
        words.bold = row.kind == Row::signal;
        words.fixed_pitch = row.kind != Row::signal;
        words.align = (outwards ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter;
        narrow(words);
        if (row.event)
            m_sheet.part(QStringLiteral("row %1").arg(row.y), {from, y, to - from, 27}, words::event_sentence(m_scene.language, trace(), *row.event));
    }
    qreal y = m_one.way == OneRead::polling ? 304 : 312;
    for (const QString &line : m_said.between.split(u'\n', Qt::SkipEmptyParts)) {
        text_in(m_sheet, {from, y, to - from, 24}, line, text, Ink::muted, Qt::AlignHCenter);
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
        text_in(m_sheet, {beside, y, right - beside, 24}, first, strong, Ink::waiting, Qt::AlignLeft, true, Ink::kernel);
        text_in(m_sheet, {beside, y + 24, right - beside, 24}, m_said.wait, text, Ink::text, Qt::AlignLeft, false, Ink::kernel);
        m_sheet.part(QStringLiteral("phase 1"), {beside, y, right - beside, 48}, first + QStringLiteral(". ") + m_said.wait);
    }
    if (!m_said.setup.isEmpty())
        text_in(m_sheet, {beside, 164, right - beside, 24}, m_said.setup, text, Ink::text, Qt::AlignLeft, false, Ink::kernel);
    if (!m_said.woken.isEmpty())
        text_in(m_sheet, {beside, 440, right - beside, 24}, m_said.woken, text, Ink::text, Qt::AlignLeft, false, Ink::kernel);
    m_sheet.box({kernel_bar, *m_copy_top, bar_width, *m_copy_bottom - *m_copy_top}, Ink::copying, QStringLiteral("phase 2"));
    draw_bracket(*m_copy_top, *m_copy_bottom);
    const QStringList lines = m_said.copy.split(u'\n');
    qreal y = (*m_copy_top + *m_copy_bottom) / 2 - 12 * qreal(1 + lines.size());
    y = std::max(y, 436.);
    m_sheet.part(QStringLiteral("phase 2"), {beside, y, right - beside, 24 * qreal(1 + lines.size())}, second + QStringLiteral(". ") + QString(m_said.copy).replace(u'\n', u' '));
    text_in(m_sheet, {beside, y, right - beside, 24}, second, strong, Ink::copying, Qt::AlignLeft, true, Ink::kernel);
    for (const QString &line : lines)
        text_in(m_sheet, {beside, y += 23, right - beside, 24}, line, text, Ink::text, Qt::AlignLeft, false, Ink::kernel);
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
    text_in(m_sheet, {beside, arrives_at - 28, right - beside, 25}, m_said.arrives, text, Ink::signal, Qt::AlignRight, true, Ink::kernel);
    text_in(m_sheet, {beside, arrives_at + 5, right - beside, 25}, m_said.arrival, small, Ink::muted, Qt::AlignRight, false, Ink::kernel);
    m_sheet.part(QStringLiteral("arrival"), {beside, arrives_at - 28, right - beside, 58}, m_said.arrives + QStringLiteral(": ") + m_said.arrival);
}

// ns that a pixel of the strip stands for: of few steps, so that the strips of several pictures compare.
static int64_t scale_of(int64_t whole)
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
    text_in(m_sheet, {40, 618, 200, 26}, language.say("Figures", "True scale"), text, Ink::text, Qt::AlignLeft, true);
    text_in(m_sheet, {40, 642, 200, 24}, language.say("Figures", "axis not broken"), small, Ink::muted, Qt::AlignLeft);
    const int64_t wait = m_one.wait ? span(m_one.wait->begin, m_one.zero()) : 0, copy = copy_time(m_one).ns;
    const int64_t until = span(m_one.zero(), m_one.way == OneRead::asleep || m_one.way == OneRead::requested ? m_one.zero() : m_one.read.begin);
    constexpr qreal beside_ends = 1110;
    const qreal wide = width_of(m_said.strip_wait, small);
    const int64_t whole = wait + until + copy;
    int64_t scale = scale_of(whole);
    // What is said of phase 1 stands in its bar, or beside the strip, which a slow run would leave no room for.
    for (int64_t shown = whole; wide + 16 > qreal(wait) / qreal(scale) && left + qreal(whole) / qreal(scale) + 10 + wide > beside_ends; shown *= 2)
        scale = scale_of(shown * 2);
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
    const bool inside = wide + 16 <= qreal(wait) / qreal(scale); // else beside the strip
    if (wait > 0)
        text_in(m_sheet, {inside ? left + 8 : x + 10, top, (inside ? copy_at - 8 : beside_ends) - (inside ? left + 8 : x + 10), high}, m_said.strip_wait, small, Ink::text, Qt::AlignLeft, false, inside ? ground : Ink::paper);
    const qreal middle = (copy_at + x) / 2;
    m_sheet.line({middle, top + high + 2}, {middle, top + high + 16}, Ink::copying).width = 2;
    const QString share = wait > copy && copy > 0 ? m_said.strip_copy + QStringLiteral(" · 1/") + language.number(qlonglong(wait / copy)) : m_said.strip_copy;
    const qreal room_before = middle - 8 - left, room_after = right - middle - 8;
    QString words;
    for (const QString &tried : {share, m_said.strip_copy}) { // as much as there is room for
        words = thicker ? language.say("Figures", "%1 (drawn thicker)", "a phase and its duration").arg(tried) : tried;
        if (width_of(words, small, true) <= std::max(room_before, room_after))
            break;
    }
    const bool before = width_of(words, small, true) <= room_before;
    text_in(m_sheet, {before ? left : middle + 8, top + high + 3, before ? room_before : room_after, 26}, words, small, Ink::copying, before ? Qt::AlignRight : Qt::AlignLeft, true);
    text_in(m_sheet, {1116, 620, right - 1116, 26}, language.say("Figures", "1 px = %1", "a duration").arg(language.duration(scale)), small, Ink::muted, Qt::AlignRight);
    const bool datagram = m_one.arrival.what == replay::Delivery::datagram;
    const QString run = datagram ? language.say("Figures", "A real run over UDP. 0: the client calls %1(). Distances on the axis are not to scale.")
                                 : language.say("Figures", "A real run over TCP. 0: the client calls %1(). Distances on the axis are not to scale.");
    text_in(m_sheet, {40, 686, right - 40, 26}, run.arg(words::call_name(trace(), trace().events()[m_one.arrival.by])), small, Ink::muted, Qt::AlignRight);
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

} // namespace one_read_page

QSizeF phases_size(const Scene &)
{
    return one_read_page::page;
}

Drawing phases(const Scene &scene, QSizeF size)
{
    if (size.isEmpty())
        size = one_read_page::page;
    const auto one = one_read(scene);
    if (!one)
        return nothing_to_draw(size, scene.language.say("Figures", "This picture needs a read by one of the five models of the book that has brought data, and a recording that tells when that came: there is none yet."));
    const qreal factor = std::min(size.width() / one_read_page::page.width(), size.height() / one_read_page::page.height());
    Drawing whole;
    whole.size = size;
    const Drawing drawn = scaled(one_read_page::OneReadPage(scene, *one).draw(), factor);
    place(whole, drawn, QPointF((size.width() - drawn.size.width()) / 2, (size.height() - drawn.size.height()) / 2));
    return whole;
}

} // namespace figures
