// SPDX-License-Identifier: MIT
// Two linear axes that meet at 0, where the client begins to send: the right one magnified, which is said.
#include "figures/comparison/six.h"

#include "drawing/with_code.h"
#include "figures/cast.h"

#include <cmath>
#include <set>

namespace figures {
namespace {

using Piece = SixRow::Piece;

constexpr qreal left = 40, right = 1240, plot_top = 143, plot_bottom = 620;
constexpr qreal wait_left = 320, wait_right = 731, zero = 744, copy_left = 757;
constexpr int above = 17, small = 17, words = 17, name = 20, said = 18, least_said = 17; // letters, px

Ink ink_of(Piece::Kind kind)
{
    switch (kind) {
    case Piece::waiting:
    case Piece::again: return Ink::waiting;
    case Piece::copying:
    case Piece::copy_at_most: return Ink::copying;
    case Piece::handler: return Ink::signal;
    case Piece::call: return Ink::line;
    default: return Ink::running;
    }
}

bool only_outlined(Piece::Kind kind)
{
    return kind == Piece::free || kind == Piece::free_meanwhile || kind == Piece::copy_at_most;
}

void draw_piece(Sheet &sheet, Piece::Kind kind, const QRectF &rect)
{
    const bool outline = only_outlined(kind);
    Shape &box = sheet.box(outline ? rect.adjusted(1, 1, -1, -1) : rect, outline ? Ink::paper : ink_of(kind));
    box.stroked = outline;
    box.stroke = ink_of(kind);
    box.width = outline ? 2 : 1;
    box.opacity = kind == Piece::again ? 0.35 : 1;
    if (kind == Piece::copy_at_most || kind == Piece::free_meanwhile) {
        constexpr qreal apart = 8;
        const qreal top = kind == Piece::copy_at_most ? rect.top() + 1 : rect.bottom() - 12, bottom = rect.bottom() - 2, high = bottom - top;
        for (qreal x = rect.left() + 2; x + high < rect.right() - 1; x += apart)
            sheet.line({x, bottom}, {x + high, top}, Ink::copying).width = 1.6;
    }
    if (kind == Piece::polling) // it asks, again and again
        for (qreal x = rect.left() + 5; x < rect.right() - 3; x += 6)
            sheet.line({x, rect.bottom() - 7}, {x, rect.bottom()}, Ink::text).width = 1.2;
}

qreal nice(qreal least)
{
    const qreal decade = std::pow(10, std::floor(std::log10(std::max(least, 1e-9))));
    for (const qreal times : {1., 2., 5.})
        if (times * decade >= least)
            return times * decade;
    return 10 * decade;
}

class Six {
public:
    explicit Six(const SixScene &scene);
    Drawing draw();

private:
    qreal x(int64_t time) const
    {
        return time < 0 ? wait_right - qreal(-time) / m_before * (wait_right - wait_left - 16) : copy_left + std::min(qreal(time) / m_after, 1.) * (right - copy_left);
    }
    qreal pitch() const { return (plot_bottom - plot_top) / qreal(std::max<size_t>(m_scene.rows.size(), 1)); }
    void draw_head();
    void draw_axes();
    void draw_ticks(qreal from, qreal to, int sign);
    void draw_row(const SixRow &row, qreal top);
    void draw_legend();

    const SixScene &m_scene;
    const words::Language &m_language;
    Sheet m_sheet{six_size};
    qreal m_before = 1, m_after = 1; // ns that the two sides show
};

// As much of the right side as lets the quick ones be seen.
Six::Six(const SixScene &scene) : m_scene(scene), m_language(scene.language)
{
    constexpr int64_t at_most = 10;
    int64_t least = INT64_MAX, most = 1;
    for (const SixRow &row : scene.rows) {
        m_before = std::max(m_before, qreal(-row.waited_from));
        least = std::min(least, std::max<int64_t>(row.until, 1));
    }
    for (const SixRow &row : scene.rows)
        if (row.until / at_most <= least)
            most = std::max(most, row.until);
    m_after = qreal(most) * 1.18;
}

void Six::draw_head()
{
    const int count = int(m_scene.rows.size());
    const bool datagrams = std::ranges::any_of(m_scene.rows, &SixRow::datagram);
    const QString runs = datagrams ? m_language.say("Figures", "%n real runs, UDP", nullptr, count) : m_language.say("Figures", "%n real runs, TCP", nullptr, count);
    const qreal wide = width_of(runs, small) + 2;
    text_in(m_sheet, {right - wide, 22, wide, 30}, runs, small, Ink::muted, Qt::AlignRight);
    const QString title = six_title(m_scene), conclusion = six_conclusion(m_scene);
    // In one line, or in two that are closer together.
    const int size = width_of(conclusion, said) <= right - left ? said : least_said;
    const QStringList lines = wrapped(conclusion, right - left, size);
    const bool one = lines.size() < 2;
    text_with_code(m_sheet, {left, one ? 48. : 40.}, right - wide - 20, title, 30, Ink::text, true);
    for (qsizetype i = 0; i < lines.size(); ++i)
        text_with_code(m_sheet, {left, (one ? 82. : 70.) + qreal(i) * 22}, right, lines[i], size);
    m_sheet.part(QStringLiteral("title"), {left, 20, right - left, 70}, title + QStringLiteral(". ") + QString(conclusion).remove(u'`'));
}

void Six::draw_ticks(qreal from, qreal to, int sign)
{
    constexpr qreal label_room = 96;
    const qreal shown = sign < 0 ? m_before : m_after;
    const qreal step = nice(shown * label_room / std::abs(to - from));
    for (qreal at = step; at <= shown; at += step) {
        const auto time = int64_t(std::llround(at)) * sign;
        const qreal place = x(time);
        const QString label = (sign < 0 ? QStringLiteral("−") : QStringLiteral("+")) + m_language.duration(std::abs(time));
        const qreal half = width_of(label, small) / 2 + 1;
        if (place - half < wait_left - 10 || place + half > right + 4)
            continue;
        m_sheet.line({place, plot_bottom}, {place, plot_bottom + 6}, Ink::line);
        text_in(m_sheet, {place - half, plot_bottom + 7, 2 * half, 26}, label, small, Ink::muted, Qt::AlignHCenter);
    }
}

void Six::draw_axes()
{
    for (const auto &[from, to, head, ink] : {std::tuple(wait_left, wait_right, m_language.say("Figures", "Phase 1: wait for data"), Ink::waiting),
                                              std::tuple(copy_left, right, m_language.say("Figures", "Phase 2: copy"), Ink::copying)}) {
        m_sheet.box({from, plot_top, to - from, plot_bottom - plot_top}, Ink::faint);
        text_in(m_sheet, {from, 102, to - from, 28}, head, words, ink, Qt::AlignHCenter, true);
        QPainterPath bracket({from, plot_top - 2});
        for (const QPointF &point : {QPointF(from, plot_top - 9), QPointF(to, plot_top - 9), QPointF(to, plot_top - 2)})
            bracket.lineTo(point);
        m_sheet.path(bracket, ink).width = 2;
    }
    m_sheet.line({zero, plot_top - 4}, {zero, plot_bottom + 4}, Ink::signal).width = 3;
    QPainterPath mark({zero - 9, plot_top - 16});
    mark.lineTo(zero + 9, plot_top - 16);
    mark.lineTo(zero, plot_top - 1);
    mark.closeSubpath();
    Shape &arrow = m_sheet.path(mark, Ink::signal);
    arrow.filled = true;
    arrow.fill = Ink::signal;
    text_in(m_sheet, {zero - 20, plot_bottom + 7, 40, 26}, QStringLiteral("0"), small, Ink::signal, Qt::AlignHCenter, true);
    draw_ticks(wait_left, wait_right, -1);
    draw_ticks(copy_left, right, 1);
    text_in(m_sheet, {left, plot_bottom + 7, wait_left - left - 8, 26}, m_language.say("Figures", "0: the client calls send()"), small, Ink::muted, Qt::AlignLeft);
}

void Six::draw_row(const SixRow &row, qreal top)
{
    const qreal bar = std::min(38., pitch() * 0.44), y = top + (pitch() - bar) / 2 + 8;
    text_in(m_sheet, {left, y - 14, wait_left - left - 14, 28}, row.title, name, Ink::text, Qt::AlignLeft, true);
    text_with_code(m_sheet, {left, y + 32}, wait_left - 12, row.how, small, Ink::muted);
    if (row.waited_from < 0) {
        const QRectF rect(x(row.waited_from), y, wait_right - x(row.waited_from), bar);
        draw_piece(m_sheet, row.before, rect);
        if (width_with_code(row.waited, words) < rect.width() - 20)
            text_with_code(m_sheet, {rect.left() + 10, y + bar / 2 + (row.before == Piece::polling ? 3 : 6)}, rect.right() - 6, row.waited, words, Ink::text, false, only_outlined(row.before) ? Ink::paper : ink_of(row.before));
        else
            text_with_code(m_sheet, {wait_left + 6, y - 8}, wait_right, row.waited, words, Ink::text, false, Ink::faint);
    }
    for (const Piece &piece : row.pieces) {
        const qreal from = std::round(x(piece.from)), to = std::max(std::round(x(piece.to)), piece.kind == Piece::copying ? from + 2 : from);
        if (to > from && from < right)
            draw_piece(m_sheet, piece.kind, {from, y, std::min(to, right) - from, bar});
    }
    const bool beyond = qreal(row.in_hand) > m_after;
    const QString in_hand = m_language.say("Figures", "in hand: +%1", "a duration").arg(m_language.duration(row.in_hand)), done = in_hand + QStringLiteral(" · ") + row.copied;
    const qreal at = x(row.in_hand);
    if (!beyond) {
        QPainterPath mark({at - 7, y - 13});
        mark.lineTo(at + 7, y - 13);
        mark.lineTo(at, y - 2);
        mark.closeSubpath();
        Shape &shape = m_sheet.path(mark, Ink::text);
        shape.filled = true;
        shape.fill = Ink::text;
        shape.stroked = false;
    }
    const auto wide = [](const QString &told) { return width_of(told, above) + 2; };
    const qreal after = right - at - 12, before = at - 12 - copy_left;
    if (beyond)
        text_in(m_sheet, {copy_left, y - 27, right - copy_left, 26}, done + QStringLiteral(" →"), above, Ink::text, Qt::AlignRight, false, Ink::faint);
    else if (const QString told = wide(done) <= std::max(after, before) ? done : in_hand; wide(told) <= after)
        text_in(m_sheet, {at + 12, y - 27, after, 26}, told, above, Ink::text, Qt::AlignLeft, false, Ink::faint);
    else
        text_in(m_sheet, {copy_left, y - 27, before, 26}, told, above, Ink::text, Qt::AlignRight, false, Ink::faint);
    m_sheet.part(QStringLiteral("model %1").arg(row.name), {left - 4, y - 28, right - left + 8, bar + 34},
                 m_language.say("Figures", "%1, %2. Phase 1: %3. Phase 2: %4", "a model and what is said of it")
                     .arg(row.title, QString(row.how).remove(u'`'), QString(row.waited).remove(u'`'), done));
}

void Six::draw_legend()
{
    struct Sign {
        Piece::Kind kind;
        QString words;
    };
    const Sign signs[] = {{Piece::waiting, m_language.say("Figures", "blocked")},
                          {Piece::running, m_language.say("Figures", "runs")},
                          {Piece::free, m_language.say("Figures", "free", "legend: it need not wait")},
                          {Piece::copying, m_language.say("Figures", "copy", "phase 2")},
                          {Piece::copy_at_most, m_language.say("Figures", "copy: at most", "legend")},
                          {Piece::handler, m_language.say("Figures", "told", "legend: by a signal's handler or a thread")},
                          {Piece::call, m_language.say("Figures", "in another call")},
                          {Piece::again, m_language.say("Figures", "waits again", "legend")}};
    const auto shown = [&](Piece::Kind kind) {
        return std::ranges::any_of(m_scene.rows, [&](const SixRow &row) {
            return row.before == kind || std::ranges::any_of(row.pieces, [&](const Piece &piece) { return piece.kind == kind && qreal(piece.from) < m_after; });
        });
    };
    const QString scale = m_language.say("Figures", "right side magnified %1 times", "a number")
                              .arg(m_language.number(std::max<qlonglong>(std::llround(m_before / (wait_right - wait_left - 16) * (right - copy_left) / m_after), 1)));
    const qreal scale_wide = width_of(scale, small) + 2;
    qreal at = left;
    for (const Sign &sign : signs) {
        if (!shown(sign.kind))
            continue;
        const qreal wide = width_of(sign.words, small) + 2;
        if (at + 25 + wide > right - scale_wide - 10)
            break;
        draw_piece(m_sheet, sign.kind, {at, 676, 20, 17});
        text_in(m_sheet, {at + 25, 671, wide, 26}, sign.words, small, Ink::text, Qt::AlignLeft);
        at += 25 + wide + 10;
    }
    text_in(m_sheet, {right - scale_wide, 671, scale_wide, 26}, scale, small, Ink::muted, Qt::AlignRight);
}

Drawing Six::draw()
{
    draw_head();
    draw_axes();
    for (size_t i = 0; i < m_scene.rows.size(); ++i)
        draw_row(m_scene.rows[i], plot_top + qreal(i) * pitch());
    draw_legend();
    m_sheet.mark(m_scene.selected);
    return m_sheet.take();
}

// How many models these rows are of: one may have been run in several ways.
int models_of(const std::vector<SixRow> &rows)
{
    std::set<QString> titles;
    for (const SixRow &row : rows)
        titles.insert(row.title);
    return int(titles.size());
}

} // namespace

QString six_title(const SixScene &scene)
{
    if (!scene.title.isEmpty() || scene.rows.empty())
        return scene.title;
    const SixRow &first = scene.rows.front();
    const int count = models_of(scene.rows);
    const bool same = std::ranges::all_of(scene.rows, [&](const SixRow &row) { return row.bytes == first.bytes && row.datagram == first.datagram; });
    if (!same)
        return scene.language.say("Figures", "%n I/O models, one message each", "title of a figure", count);
    return (first.datagram ? scene.language.say("Figures", "%n I/O models, the same datagram of %1", "title of a figure; bytes", count)
                           : scene.language.say("Figures", "%n I/O models, the same %1 over TCP", "title of a figure; bytes", count))
        .arg(scene.language.bytes(first.bytes));
}

QString six_conclusion(const SixScene &scene)
{
    const words::Language &language = scene.language;
    int told = 0;
    std::vector<SixRow> of_self; // those that do phase 2 themselves
    const SixRow *quickest = nullptr, *slowest = nullptr;
    for (const SixRow &row : scene.rows) {
        if (row.way == OneRead::requested) {
            ++told;
            continue;
        }
        of_self.push_back(row);
        quickest = !quickest || row.copy.ns < quickest->copy.ns ? &row : quickest;
        slowest = !slowest || row.copy.ns > slowest->copy.ns ? &row : slowest;
    }
    const auto took = [&](const SixRow &row) {
        const QString length = language.duration(row.copy.ns);
        return row.copy.at_most ? language.say("Figures", "at most %1", "a duration").arg(length) : length;
    };
    const int self = models_of(of_self);
    if (self == 0)
        return language.say("Figures", "Asynchronous I/O does neither phase itself: it is told when the read is complete.");
    if (self == 1)
        return (told > 0 ? language.say("Figures", "One model does both phases itself (phase 2: %1); asynchronous I/O does neither.", "a duration")
                         : language.say("Figures", "The model does both phases itself (phase 2: %1).", "a duration"))
            .arg(took(*slowest));
    const QString between = language.say("Figures", "%1 to %2", "two durations").arg(took(*quickest), took(*slowest));
    return (told > 0 ? language.say("Figures", "%n models differ in phase 1 and do phase 2 themselves (%1); asynchronous I/O does neither.", "durations", self)
                     : language.say("Figures", "%n models differ in phase 1; each does phase 2 itself (%1).", "durations", self))
        .arg(between);
}

Drawing six(const SixScene &scene, QSizeF size)
{
    const qreal factor = std::min(size.width() / six_size.width(), size.height() / six_size.height());
    const Drawing drawn = scaled(Six(scene).draw(), factor);
    Drawing whole;
    whole.size = size;
    place(whole, drawn, QPointF((size.width() - drawn.size.width()) / 2, (size.height() - drawn.size.height()) / 2));
    return whole;
}

} // namespace figures
