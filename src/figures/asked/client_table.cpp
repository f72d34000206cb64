// SPDX-License-Identifier: MIT
// client_FD[]: which descriptor stands in which slot, whose it is, which slots are free, and the change just made.
#include "calls/verbs.h"
#include "drawing/excerpt.h"
#include "drawing/sheet.h"
#include "figures/cast.h"
#include "words/parts.h"

#include <algorithm>

namespace figures {
namespace {

constexpr int usual_size = calls::descriptors_in_a_set; // FD_SETSIZE
constexpr qreal head = 42, pitch = 29, high = 25, foot = 10;
constexpr qreal index_width = 56, value_width = 46;

const replay::Table *table_of(const Scene &scene)
{
    const size_t server = scene.front_thread();
    const auto table = std::ranges::find(scene.world.tables, server, &replay::Table::thread);
    return table == scene.world.tables.end() ? nullptr : &*table;
}

int size_of(const replay::Table &table)
{
    return table.size > 0 ? table.size : usual_size;
}

int value_at(const replay::Table &table, int slot)
{
    return size_t(slot) < table.values.size() ? table.values[size_t(slot)] : table.empty;
}

// The slots shown: numbers, or left_out.
std::vector<int> slots_of(const Scene &scene, const replay::Table &table, int room)
{
    std::vector<int> wanted{size_of(table) - 1};
    if (is_step(scene, table.event))
        wanted.push_back(table.changed);
    // The slot of the descriptor that the step is about.
    if (const trace::Event *step = server_step(scene))
        for (size_t slot = 0; slot < table.values.size() && slot < size_t(size_of(table)); ++slot)
            if (table.values[slot] != table.empty && table.values[slot] == step->fd)
                wanted.push_back(int(slot));
    return excerpt(size_of(table), room, wanted);
}

class Rows {
public:
    Rows(Sheet &sheet, const Scene &scene, const replay::Table &table) : m_sheet(sheet), m_scene(scene), m_table(table)
    {
    }

    void draw(int slot, qreal y);
    void draw_gap(int missing, int used, qreal y);

private:
    QString change_word(bool taken) const;
    void draw_change(bool taken, const QRectF &row);
    QString owner(int value, qreal width) const;

    Sheet &m_sheet;
    const Scene &m_scene;
    const replay::Table &m_table;
};

QString Rows::change_word(bool taken) const
{
    return taken ? m_scene.language.say("Figures", "new", "a slot of client_FD[] just taken")
                 : m_scene.language.say("Figures", "freed", "a slot of client_FD[] just freed");
}

// Whose descriptor `value` is, as far as `width` px have room for it.
QString Rows::owner(int value, qreal width) const
{
    const replay::Socket *socket = m_scene.world.socket(m_table.thread, value);
    return socket ? who(m_scene, *socket, width)
                  : m_scene.language.say("Figures", "closed", "the descriptor in a slot of client_FD[]");
}

// The word for what has just happened to the slot, with an arrow to it, at the right of its row.
void Rows::draw_change(bool taken, const QRectF &row)
{
    const QString word = change_word(taken);
    const qreal width = width_of(word, 13, true);
    const QRectF rect(row.right() - width - 8, row.top(), width, row.height());
    Shape &text = m_sheet.text(rect, word, Ink::changed);
    text.bold = true;
    text.id = QStringLiteral("slot change");
    Shape &arrow =
        m_sheet.line({rect.left() - 4, rect.center().y()}, {rect.left() - 24, rect.center().y()}, Ink::changed);
    arrow.arrow = true;
    arrow.width = 2;
    arrow.id = QStringLiteral("slot change arrow");
}

void Rows::draw(int slot, qreal y)
{
    const words::Language &language = m_scene.language;
    const QString name = QString::fromStdString(m_table.name);
    const int value = value_at(m_table, slot);
    const bool free = value == m_table.empty;
    const bool changed = is_step(m_scene, m_table.event) && m_table.changed == slot;
    const QString id = QStringLiteral("slot %1 %2").arg(name).arg(slot);
    const qreal right = m_sheet.size().width() - measure::margin;
    const QRectF index(measure::margin, y, index_width, high), cell(index.right() + 4, y, value_width, high);

    Shape &index_box = m_sheet.box(index, Ink::faint, id + QStringLiteral(" index box"));
    index_box.radius = 4;
    Shape &index_text = m_sheet.code(index, QStringLiteral("[%1]").arg(slot), Ink::muted, Ink::faint);
    index_text.align = Qt::AlignCenter;
    index_text.id = id + QStringLiteral(" index");

    const Ink ground = free ? Ink::paper : Ink::bit_on;
    Shape &box = m_sheet.box(cell.adjusted(0.5, 0.5, -0.5, -0.5), ground, id);
    box.stroked = true;
    box.stroke = changed ? Ink::changed : free ? Ink::line : Ink::bit_on;
    box.width = changed ? 3 : 1;
    box.radius = 4;
    Shape &number = m_sheet.code(cell, QString::number(value), free ? Ink::muted : Ink::paper, ground);
    number.align = Qt::AlignCenter;
    number.size = 14;
    number.bold = !free;
    number.id = id + QStringLiteral(" value");

    QRectF rest(cell.right() + 10, y, right - cell.right() - 10, high);
    const QRectF row(index.left(), y, right - index.left(), high);
    if (changed) {
        draw_change(!free, row);
        rest.setRight(right - width_of(change_word(!free), 13, true) - 38);
    }
    const QString words = free ? language.say("Figures", "free", "a slot of client_FD[]") : owner(value, rest.width());
    if (width_of(words) <= rest.width()) // else the sentence says it
        m_sheet.text(rest, words, free ? Ink::muted : Ink::text).id = id + QStringLiteral(" who");
    m_sheet.part(id, row, words::slot_sentence(language, name, slot, value, m_table.empty, changed));
}

// Stands for `missing` slots, `used` of them not free.
void Rows::draw_gap(int missing, int used, qreal y)
{
    const words::Language &language = m_scene.language;
    m_sheet.code({measure::margin, y, index_width, high}, QStringLiteral("…"), Ink::muted).align = Qt::AlignCenter;
    const QString words = used == 0 ? language.say("Figures", "%n free slots", nullptr, missing)
                                    : language.say("Figures", "%n more in use", "slots of client_FD[]", used);
    const qreal left = measure::margin + index_width + 4 + value_width + 10;
    m_sheet.text({left, y, m_sheet.size().width() - measure::margin - left, high}, words, Ink::muted);
}

int room_in(QSizeF size)
{
    return int((size.height() - head - foot + pitch - high) / pitch);
}

void draw_rows(Sheet &sheet, const Scene &scene, const replay::Table &table)
{
    const std::vector<int> shown = slots_of(scene, table, room_in(sheet.size()));
    Rows rows(sheet, scene, table);
    qreal y = head;
    int expected = 0;
    for (size_t i = 0; i < shown.size(); ++i, y += pitch) {
        if (shown[i] != left_out) {
            rows.draw(shown[i], y);
            expected = shown[i] + 1;
            continue;
        }
        const int next = i + 1 < shown.size() ? shown[i + 1] : size_of(table);
        int used = 0;
        for (int slot = expected; slot < next; ++slot)
            used += value_at(table, slot) != table.empty;
        rows.draw_gap(next - expected, used, y);
    }
}

Drawing draw_table(const Scene &scene, const replay::Table &table, QSizeF size)
{
    return at_least({260, head + 5 * pitch + foot}, size, [&](QSizeF place) {
        Sheet sheet(place);
        const qreal width = place.width() - 2 * measure::margin;
        const QString name = QString::fromStdString(table.name) + (table.name.ends_with(".fd") ? QString() : QStringLiteral("[]"));
        const QString length = size_of(table) == usual_size ? QStringLiteral("FD_SETSIZE = %1").arg(usual_size)
                                                            : QStringLiteral("[%1]").arg(size_of(table));
        Shape &title = sheet.code({measure::margin, 12, width_of(name, 13, true, true), 20}, name, Ink::muted);
        title.bold = true;
        sheet.code({measure::margin, 12, width, 20}, length, Ink::muted).align = Qt::AlignRight | Qt::AlignVCenter;
        draw_rows(sheet, scene, table);
        sheet.mark(scene.selected);
        return sheet.take();
    });
}

// What a server is without a table shows in its first calls.
QString no_table(const Scene &scene)
{
    const words::Language &language = scene.language;
    const trace::Trace &trace = scene.replay.trace();
    const size_t server = scene.front_thread();
    const auto calls = [&](trace::Call call) { return first_step(scene, call).has_value(); };
    if (calls(trace::Call::io_uring_setup))
        return language.say("Figures", "This server keeps no table of clients: each operation in the rings names its client's descriptor.");
    if (calls(trace::Call::epoll_create1))
        return language.say("Figures", "This server keeps no table of clients: the kernel keeps a list of their descriptors, epoll's interest list.");
    if (first_step(scene, [](const trace::Event &event) {
        const auto opening = calls::as_opening(event);
        return opening && opening->what == calls::Opening::socket && !opening->stream;
    }))
        return language.say("Figures", "This server keeps no table of clients: the datagrams of all of them come to one socket.");
    const bool variables = server < trace.threads.size() && !trace.threads[server].variables.empty();
    if (!variables && calls(trace::Call::accept))
        return language.say("Figures", "This server keeps no table of clients: it serves one at a time.");
    return language.say("Figures", "There is no table of clients yet.");
}

} // namespace

QSizeF client_table_size(const Scene &)
{
    return {380, head + 8 * pitch + foot};
}

Drawing client_table(const Scene &scene, QSizeF size)
{
    const replay::Table *table = table_of(scene);
    if (!table)
        return nothing_to_draw(size, no_table(scene));
    const auto shows_all = [&](QSizeF place) { return int(table->values.size()) + 2 <= room_in(place); };
    return enlarged(client_table_size(scene), size, shows_all,
                    [&](QSizeF place) { return draw_table(scene, *table, place); });
}

} // namespace figures
