// SPDX-License-Identifier: MIT
// The descriptor sets as what they are: rows of bits, bit n for descriptor n; the program's own, those select() was
// asked about and those it answered with.
#include "calls/schema.h"
#include "drawing/excerpt.h"
#include "drawing/sheet.h"
#include "figures/asked/epoll_lists.h"
#include "figures/asked/pollfds.h"
#include "figures/asked/requests.h"
#include "figures/asked/set_rows.h"
#include "figures/asked/uring_rings.h"
#include "figures/cast.h"
#include "words/parts.h"
#include "words/sentences.h"

#include <algorithm>

namespace figures {
namespace {

constexpr qreal cell = 30, pitch = 34, least_pitch = 24, least_head = 50, head = 58, foot = 50;
using words::Language;

// bound_of() as a column.
int limit_of(const Scene &scene)
{
    return int(std::clamp<int64_t>(bound_of(scene).first, 0, set_size));
}

// The columns shown: bit numbers, or left_out.
std::vector<int> columns_of(const Scene &scene, const std::vector<SetRow> &rows, int room)
{
    int needed = std::max(limit_of(scene) + 1, 8);
    std::vector<int> wanted;
    const auto want = [&wanted](const Bits &bits, int at_most) {
        for (int bit = 0; bit < set_size && at_most > 0; ++bit)
            if (bits.test(size_t(bit))) {
                wanted.push_back(bit);
                --at_most;
            }
    };
    for (const SetRow &row : rows) {
        needed = std::max(needed, highest(row.bits) + 2);
        wanted.push_back(row.tested);
        want(row.changed, 4);
        if (row.kind == SetRow::kept)
            wanted.push_back(highest(row.bits));
    }
    wanted.push_back(limit_of(scene) - 1);
    for (const SetRow &row : rows)
        if (row.kind == SetRow::answered)
            want(row.bits, 8);
    const int total = scene.compact ? std::min(needed, set_size) : set_size;
    return excerpt(total, room, wanted);
}

class Grid {
public:
    Grid(Sheet &sheet, const Scene &scene, std::vector<SetRow> rows)
        : m_sheet(sheet), m_scene(scene), m_rows(std::move(rows))
    {
        qreal names = 0, words = 0;
        for (const SetRow &row : m_rows) {
            names = std::max(names, width_of(row.name, 13, true, true) + 8 + width_of(row.direction(scene.language)));
            words = std::max(words, width_of(row.meaning(scene.language)));
        }
        m_left = measure::margin + names + 14;
        const qreal places = sheet.size().width() - m_left - 14 - words - measure::margin;
        m_columns = columns_of(scene, m_rows, std::max(4, int((places + pitch - cell) / pitch)));
        m_head = std::clamp(sheet.size().height() - foot - qreal(m_rows.size()) * pitch, least_head, head);
        const qreal spare = sheet.size().height() - m_head - foot;
        m_pitch = std::clamp(m_rows.empty() ? pitch : spare / qreal(m_rows.size()), least_pitch, 44.0);
    }

    void draw()
    {
        draw_indices();
        for (size_t i = 0; i < m_rows.size(); ++i)
            draw_row(m_rows[i], m_head + qreal(i) * m_pitch);
        draw_bracket(m_head + qreal(m_rows.size()) * m_pitch);
    }
    qreal bottom() const { return m_head + qreal(m_rows.size()) * m_pitch + 28; }
    // How many bits there was no room for, and how many of those are on in some row.
    std::pair<int, int> hidden() const;

private:
    qreal column_x(size_t column) const { return m_left + qreal(column) * pitch; }
    void draw_indices();
    void draw_row(const SetRow &row, qreal y);
    void draw_cell(const SetRow &row, int bit, const QRectF &rect);
    void draw_bracket(qreal y);
    QString sentence(const SetRow &row, int bit) const;

    Sheet &m_sheet;
    const Scene &m_scene;
    const std::vector<SetRow> m_rows;
    std::vector<int> m_columns;
    qreal m_left = 0, m_head = head, m_pitch = pitch;
};

std::pair<int, int> Grid::hidden() const
{
    Bits on, shown;
    for (const SetRow &row : m_rows)
        on |= row.bits;
    for (const int bit : m_columns)
        if (bit != left_out)
            shown.set(size_t(bit));
    return {int(set_size - shown.count()), int((on & ~shown).count())};
}

void Grid::draw_indices()
{
    for (size_t i = 0; i < m_columns.size(); ++i) {
        const QRectF rect(column_x(i) - 2, m_head - 22, pitch, 20);
        const bool gap = m_columns[i] == left_out;
        const bool inside = !gap && m_columns[i] < limit_of(m_scene);
        Shape &index = m_sheet.code(rect, gap ? QStringLiteral("…") : QString::number(m_columns[i]),
                                    inside ? Ink::text : Ink::muted);
        index.align = Qt::AlignCenter;
        index.id = gap ? QString() : QStringLiteral("index %1").arg(m_columns[i]);
        if (m_columns[i] > 999)
            index.size = 12;
    }
}

QString Grid::sentence(const SetRow &row, int bit) const
{
    const bool on = row.bits.test(size_t(bit)), other = row.other.test(size_t(bit));
    if (row.kind != SetRow::kept && bit >= row.limit)
        return words::bit_beyond_sentence(m_scene.language, row.name, bit, row.limit, bit < row.recorded ? std::optional(on) : std::nullopt);
    if (row.failed)
        return words::failed_bit_sentence(m_scene.language, row.name, bit, on);
    switch (row.kind) {
    case SetRow::asked:
        return words::asked_bit_sentence(m_scene.language, row.name, bit, on,
                                         row.pending ? std::nullopt : std::optional(other));
    case SetRow::answered: return words::answered_bit_sentence(m_scene.language, row.name, bit, other, on);
    default: return words::bit_sentence(m_scene.language, row.name, bit, on);
    }
}

void Grid::draw_cell(const SetRow &row, int bit, const QRectF &rect)
{
    const bool on = row.bits.test(size_t(bit)), beyond = bit >= row.limit;
    const Ink lit = row.kind == SetRow::answered ? Ink::accent : Ink::bit_on;
    const QString id = QStringLiteral("bit %1 %2").arg(row.id()).arg(bit);
    const bool counts = on && (!beyond || row.kind == SetRow::kept);
    const Ink ground = counts ? lit : beyond ? Ink::faint : Ink::bit_off;
    Shape &box = m_sheet.box(rect, ground, id);
    box.stroked = true;
    box.stroke = on ? lit : Ink::line;
    box.radius = 4;
    if (row.changed.test(size_t(bit)) || row.tested == bit) {
        box.stroke = row.tested == bit ? Ink::text : Ink::changed;
        box.dashed = row.tested == bit;
        box.width = 3;
    }
    m_sheet.part(id, rect, sentence(row, bit));
    if (bit >= row.recorded)
        return;
    Shape &value = m_sheet.code(rect, on ? QStringLiteral("1") : QStringLiteral("0"), counts ? Ink::paper : on ? Ink::text : Ink::muted, ground);
    value.align = Qt::AlignCenter;
    value.bold = on;
    value.size = 14;
    value.id = id + QStringLiteral(" value");
}

void Grid::draw_row(const SetRow &row, qreal y)
{
    const QString id = row.id();
    const qreal name = width_of(row.name, 13, true, true);
    const qreal high = m_pitch - (m_pitch < pitch ? 3 : 6);
    Shape &label = m_sheet.code({measure::margin, y, name, high}, row.name);
    label.bold = true;
    label.id = QStringLiteral("row ") + id;
    const QString direction = row.direction(m_scene.language);
    if (!direction.isEmpty())
        m_sheet.text({measure::margin + name + 8, y, width_of(direction), high}, direction).id =
            QStringLiteral("direction ") + id;
    for (size_t i = 0; i < m_columns.size(); ++i) {
        const QRectF rect(column_x(i) + 0.5, y + 0.5, cell, high);
        if (m_columns[i] == left_out)
            m_sheet.code(rect, QStringLiteral("…"), Ink::muted).align = Qt::AlignCenter;
        else
            draw_cell(row, m_columns[i], rect);
    }
    const qreal right = column_x(m_columns.size());
    if (row.all_changed) {
        Shape &outline =
            m_sheet.box({m_left - 3, y - 2, right - m_left + 3, high + 5}, Ink::paper, QStringLiteral("changed ") + id);
        outline.filled = false;
        outline.stroked = true;
        outline.stroke = Ink::changed;
        outline.width = 2;
        outline.radius = 6;
    }
    const QString words = row.meaning(m_scene.language);
    m_sheet.text({right + 8, y, width_of(words), high}, words, Ink::muted).id = QStringLiteral("words ") + id;
}

void Grid::draw_bracket(qreal y)
{
    const auto [beyond, of_maxfd] = bound_of(m_scene);
    size_t under = 0; // columns below it
    for (size_t i = 0; i < m_columns.size(); ++i)
        if (m_columns[i] != left_out && m_columns[i] < beyond)
            under = i + 1;
    if (under == 0)
        return;
    const qreal left = column_x(0) + 0.5, right = column_x(under) - (pitch - cell) + 0.5;
    QPainterPath way(QPointF(left, y));
    way.lineTo(left, y + 6);
    way.lineTo(right, y + 6);
    way.lineTo(right, y);
    m_sheet.path(way, Ink::changed, QStringLiteral("bracket")).width = 2;
    const QString words = of_maxfd ? QStringLiteral("maxfd + 1 = %1").arg(beyond) : QStringLiteral("nfds = %1").arg(beyond);
    const qreal width = std::max(width_of(words, 13, true, true), right - left);
    Shape &label = m_sheet.code({left, y + 8, width, 20}, words, Ink::changed);
    label.bold = true;
    label.id = QStringLiteral("bracket words");
    if (width <= right - left)
        label.align = Qt::AlignCenter;
    if (const replay::Number *maxfd = of_maxfd ? m_scene.world.number(m_scene.front_thread(), "maxfd") : nullptr)
        m_sheet.part(QStringLiteral("number maxfd"), {left, y, width, 30},
                     words::number_sentence(m_scene.language, QStringLiteral("maxfd"), maxfd->value));
}

// What the descriptors stand for, in one line.
void draw_descriptors(Sheet &sheet, const Scene &scene, qreal y)
{
    const Language &language = scene.language;
    const qreal right = sheet.size().width() - measure::margin;
    std::vector<const replay::Socket *> sockets;
    for (const replay::Socket &socket : scene.world.sockets)
        if (socket.thread == scene.front_thread())
            sockets.push_back(&socket);
    qreal x = measure::margin;
    for (size_t i = 0; i < sockets.size(); ++i) {
        const QString number = QString::number(sockets[i]->fd);
        const QString role = words::role_word(language, scene.replay.trace(), *sockets[i]);
        const QString rest =
            language.say("Figures", "and %n more", "descriptors that there is no room for", int(sockets.size() - i));
        const qreal wide = width_of(number, 13, true, true), role_width = width_of(role);
        const bool last = i + 1 == sockets.size();
        if (x + wide + 6 + role_width + (last ? 0 : 18 + width_of(rest)) > right) {
            sheet.text({x, y, std::min(width_of(rest), right - x), 20}, rest, Ink::muted);
            return;
        }
        sheet.code({x, y, wide, 20}, number).bold = true;
        sheet.text({x + wide + 6, y, role_width, 20}, role, Ink::muted);
        x += wide + 6 + role_width + 18;
    }
}

void draw_title(Sheet &sheet, const Scene &scene, std::pair<int, int> hidden)
{
    const Language &language = scene.language;
    qreal x = measure::margin;
    Shape &title = sheet.code({x, 8, width_of(QStringLiteral("fd_set"), 13, true, true), 20}, QStringLiteral("fd_set"),
                              Ink::muted);
    title.bold = true;
    x = title.rect.right() + 16;
    QString words = language.say("Figures", "bit n stands for descriptor n, of %1 (FD_SETSIZE)")
                        .arg(language.number(qlonglong(set_size)));
    if (hidden.second > 0) // then it is the more important thing to say
        words = language.say("Figures", "%n bits that are on are not shown for lack of room", nullptr, hidden.second);
    sheet.text({x, 8, width_of(words), 20}, words, Ink::muted);
    x += width_of(words) + 24;
    const trace::Event *step = server_step(scene);
    if (!step || !calls::has(*step, calls::on_set))
        return;
    const QString call = words::call_text(scene.replay.trace(), *step);
    const qreal width = width_of(call, 13, true, true);
    const qreal right = sheet.size().width() - measure::margin;
    if (right - width < x)
        return; // it stands in the listing, too
    Shape &text = sheet.code({right - width, 8, width, 20}, call, Ink::changed);
    text.bold = true;
}

// Of a server without sets: what it has instead, and whether it has it.
QString no_sets(const Scene &scene)
{
    const words::Language &language = scene.language;
    const trace::Trace &trace = scene.replay.trace();
    const trace::Call by = told_by(trace, scene.front);
    const auto setup = first_step(scene, trace::Call::io_uring_setup), created = first_step(scene, trace::Call::epoll_create1);
    const auto was_made = [&](const std::optional<size_t> &made) {
        return made && *made < scene.instant.complete && trace.events()[*made].result != -1;
    };
    if (setup || by == trace::Call::io_uring_enter)
        return was_made(setup)
            ? language.say("Figures", "This server keeps no descriptor sets: it has io_uring's two rings. They are closed now.")
            : language.say("Figures", "This server keeps no descriptor sets: it will have io_uring's two rings, in which it hands "
                                      "operations to the kernel. They have not been made yet.");
    if (created || by == trace::Call::epoll_wait)
        return was_made(created)
            ? language.say("Figures", "This server keeps no descriptor sets: the kernel keeps epoll's interest list. It is closed now.")
            : language.say("Figures", "This server keeps no descriptor sets: the kernel will keep a list of them, epoll's interest list. "
                                      "It has not been made yet.");
    if (by == trace::Call::poll)
        return language.say("Figures", "This server keeps no descriptor sets: it passes poll() an array of pollfd. It has not called "
                                       "it yet.");
    const size_t front = scene.front_thread();
    const bool bench = front < trace.threads.size() && (trace.threads[front].name == "bench" || trace::job(trace, front) == trace::Job::bench);
    const auto makes = first_step(scene, [](const trace::Event &event) { return calls::has(event, calls::on_set); }, trace.events().size());
    return bench || makes || by == trace::Call::count_ || by == trace::Call::select
        ? language.say("Figures", "There are no descriptor sets yet.")
        : language.say("Figures", "This server keeps no descriptor sets: they belong to select().");
}

} // namespace

QSizeF sets_size(const Scene &scene)
{
    if (asks_with_requests(scene))
        return requests_size(scene);
    if (uring_of(scene))
        return uring_rings_size(scene);
    if (interest_of(scene))
        return epoll_lists_size(scene);
    if (polling_of(scene))
        return pollfds_size(scene);
    const qreal rows = qreal(std::clamp(set_rows(scene).size(), size_t(4), size_t(8)));
    return {880, head + rows * pitch + foot};
}

Drawing sets(const Scene &scene, QSizeF size)
{
    std::vector<SetRow> rows = set_rows(scene);
    if (asks_with_requests(scene))
        return requests(scene, size);
    if (uring_of(scene))
        return uring_rings(scene, size);
    if (interest_of(scene))
        return epoll_lists(scene, size);
    if (polling_of(scene))
        return pollfds(scene, size);
    if (rows.empty())
        return nothing_to_draw(size, no_sets(scene));
    const QSizeF least(620, least_head + qreal(rows.size()) * least_pitch + foot);
    const auto shows_all = [&](QSizeF place) {
        Sheet sheet(place);
        return Grid(sheet, scene, rows).hidden().second == 0;
    };
    return enlarged(sets_size(scene), size, shows_all, [&](QSizeF place) {
        return at_least(least, place, [&](QSizeF enough) {
            Sheet sheet(enough);
            Grid grid(sheet, scene, rows);
            draw_title(sheet, scene, grid.hidden());
            grid.draw();
            draw_descriptors(sheet, scene, grid.bottom());
            sheet.mark(scene.selected);
            return sheet.take();
        });
    });
}

} // namespace figures
