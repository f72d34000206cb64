// SPDX-License-Identifier: MIT
// The crossing: application on the left, kernel on the right, time runs downward; each system call goes in and comes
// out. Stevens' figures of the I/O models, made from the recording.
#include "figures/asked/requests.h"
#include "figures/cast.h"
#include "figures/crossing/slot.h"
#include "words/sentences.h"

#include <climits>
#include <cmath>

namespace figures {
namespace {

constexpr qreal head = 34, foot = 10, row = 22;
constexpr qreal least_slot = 58;        // about the height of a call
constexpr QSizeF liked(900, 560);
constexpr qreal least_width = 700;
constexpr qreal highest = 6000;          // px, of a picture of a chosen range

CrossingColumns columns_of(QSizeF size)
{
    const qreal left = measure::margin, right = size.width() - measure::margin;
    const qreal application = left + std::clamp(size.width() * 0.2, 150.0, 200.0);
    return {left, application, std::round(std::max(application + 160, right - std::clamp(size.width() * 0.4, 280.0, 400.0))), right};
}

class Crossing {
public:
    Crossing(const Scene &scene, qreal height);

    qreal height() const { return m_height; }
    Drawing draw(QSizeF size) const;

private:
    qreal height_of(const CrossingSlot &slot) const { return slot.height() + (slot.call().steps ? row : 0); }
    qreal ends() const { return (m_calls.steps ? row : 0) + (m_calls.held || goes_on() ? row : 0); }
    void draw_ground(Sheet &sheet, const CrossingColumns &columns) const;
    void draw_head(Sheet &sheet, const CrossingColumns &columns) const;
    QString earlier() const;
    void draw_steps(Sheet &sheet, const CrossingColumns &columns, size_t steps, qreal y, const QString &id) const;
    void draw_held(Sheet &sheet, const CrossingColumns &columns, qreal y) const;
    void draw_runs(Sheet &sheet, const CrossingColumns &columns, qreal y) const;
    void draw_life(Sheet &sheet, const CrossingColumns &columns, qreal from, qreal to, bool handler, const QString &id) const;
    bool goes_on() const;

    const Scene &m_scene;
    KernelCalls m_calls;
    std::vector<CrossingSlot> m_slots; // latest first
    bool m_all = false;                // none before them
    int m_left_out = 0;                // polls that are being repeated, for which there was no room
    qreal m_height = 0;
};

// Those in flight, and the latest others that fit into `height`; at least one.
Crossing::Crossing(const Scene &scene, qreal height)
    : m_scene(scene), m_calls(kernel_calls(scene, size_t(std::max(height / least_slot, 0.0)) + 1))
{
    m_height = head + foot + ends();
    std::vector<CrossingSlot> all;
    for (const KernelCall &call : m_calls.latest)
        all.emplace_back(scene, call);
    for (const CrossingSlot &slot : all)
        m_height += slot.call().in_flight() ? height_of(slot) : 0;
    bool full = false;
    for (const CrossingSlot &slot : all) {
        if (!slot.call().in_flight()) {
            full |= !m_slots.empty() && m_height + height_of(slot) > height;
            m_left_out += full && slot.call().repeated;
            if (full)
                continue;
            m_height += height_of(slot);
        }
        m_slots.push_back(slot);
    }
    m_all = m_calls.complete && m_slots.size() == all.size();
}

void Crossing::draw_ground(Sheet &sheet, const CrossingColumns &columns) const
{
    const QSizeF size = sheet.size();
    sheet.box({columns.kernel, 0, size.width() - columns.kernel, size.height()}, Ink::kernel, QStringLiteral("kernel"));
    for (const qreal x : {columns.application, columns.kernel}) {
        Shape &line = sheet.line({x, head - 4}, {x, size.height()}, Ink::text);
        line.dashed = x == columns.kernel;
        line.width = x == columns.kernel ? 2 : 1;
        line.id = x == columns.kernel ? QStringLiteral("boundary") : QStringLiteral("application");
    }
}

// Empty when all calls are shown.
QString Crossing::earlier() const
{
    std::vector<KernelCall> shown;
    for (const CrossingSlot &slot : m_slots)
        shown.push_back(slot.call());
    const uint64_t count = m_all ? 0 : calls_before(m_scene, shown);
    const QString number = m_scene.language.number(qlonglong(count));
    if (m_left_out > 0)
        return m_scene.language.say("Figures", "… %1 earlier calls, %n more polls in turn", "system calls; some that are being repeated", m_left_out)
            .arg(number);
    return count == 0 ? QString() : m_scene.language.say("Figures", "… %1 earlier calls", "system calls").arg(number);
}

void Crossing::draw_head(Sheet &sheet, const CrossingColumns &columns) const
{
    constexpr qreal top = 8;
    const words::Language &language = m_scene.language;
    const QString left_out = earlier();
    qreal middle = columns.kernel - measure::gap; // where the words of the left side end
    if (!left_out.isEmpty()) {
        const QRectF rect(middle - width_of(left_out) - 1, top, width_of(left_out) + 1, measure::row);
        sheet.text(rect, left_out, Ink::muted).id = QStringLiteral("earlier");
        sheet.part(QStringLiteral("earlier"), rect, left_out);
        middle = rect.left() - 2 * measure::gap;
    }
    Shape &process = sheet.text({columns.left, top, middle - columns.left, measure::row},
                                language.say("Figures", "PROCESS (user space)"), Ink::muted);
    process.bold = true;
    narrow(process);
    Shape &kernel = sheet.text({columns.kernel + measure::gap, top, columns.right - columns.kernel - measure::gap, measure::row},
                               asks_with_requests(m_scene) ? language.say("Figures", "C LIBRARY, KERNEL") : language.say("Figures", "KERNEL"),
                               Ink::muted, Ink::kernel);
    kernel.bold = true;
}

void Crossing::draw_steps(Sheet &sheet, const CrossingColumns &columns, size_t steps, qreal y, const QString &id) const
{
    if (steps == 0)
        return;
    const int count = int(std::min<size_t>(steps, INT_MAX));
    const QString words = m_scene.language.say("Figures", "%n steps in the program", "between two system calls", count);
    const qreal right = columns.application - life_width - 10;
    Shape &text = sheet.text({columns.left, y, right - columns.left, measure::row}, words, Ink::muted);
    text.align = Qt::AlignRight | Qt::AlignVCenter;
    text.id = id;
    narrow(text);
    Shape &line = sheet.line({right + 3, y + measure::row / 2}, {columns.application - life_width - 1, y + measure::row / 2}, Ink::muted);
    line.id = id + QStringLiteral(" line");
}

// Before a call that the gate does not let it make yet.
void Crossing::draw_held(Sheet &sheet, const CrossingColumns &columns, qreal y) const
{
    const QRectF band(columns.left, y, columns.application - 3 - columns.left, measure::row);
    Shape &box = sheet.box(band, Ink::held, QStringLiteral("held"));
    box.radius = 3;
    Shape &words = sheet.text(band.adjusted(4, 0, -4, 0),
                              words::state_word(m_scene.language, replay::State::held), Ink::text, Ink::held);
    words.align = Qt::AlignCenter;
    narrow(words);
}

// What the program does now.
void Crossing::draw_runs(Sheet &sheet, const CrossingColumns &columns, qreal y) const
{
    const replay::Thread &server = m_scene.world.threads[m_scene.front_thread()];
    const qreal right = columns.application - life_width - 10;
    Shape &words = sheet.text({columns.left, y, right - columns.left, measure::row},
                              words::state_word(m_scene.language, server), Ink::running);
    words.align = Qt::AlignRight | Qt::AlignVCenter;
    words.bold = true;
    words.id = QStringLiteral("runs");
    narrow(words);
}

// Between its calls the program runs: its main flow, or beside it, while that one is interrupted, a signal's handler.
void Crossing::draw_life(Sheet &sheet, const CrossingColumns &columns, qreal from, qreal to, bool handler, const QString &id) const
{
    const qreal x = columns.application - (handler ? 2 * life_width + 3 : life_width + 1);
    sheet.box({x, from, life_width, to - from}, handler ? Ink::signal : Ink::running, id);
}

bool Crossing::goes_on() const
{
    const size_t front = m_scene.front_thread();
    return front < m_scene.world.threads.size() && !m_scene.world.threads[front].call
        && m_scene.world.threads[front].state != replay::State::ended;
}

Drawing Crossing::draw(QSizeF size) const
{
    Sheet sheet(size);
    const CrossingColumns columns = columns_of(size);
    draw_ground(sheet, columns);
    draw_head(sheet, columns);
    qreal y = head, runs = head - 4;
    for (size_t i = m_slots.size(); i-- > 0;) {
        const CrossingSlot &slot = m_slots[i];
        const bool handler = slot.call().handler, signal = slot.call().signal();
        const QString id = (slot.call().part == KernelCall::coming_out ? QStringLiteral("before %1 back") : QStringLiteral("before %1"))
                               .arg(slot.call().event.begin);
        draw_steps(sheet, columns, slot.call().steps, y, id);
        y += slot.call().steps ? row : 0;
        // The stretch before it: of the handler, or of the main flow, which the signal interrupts.
        const bool out = slot.call().part == KernelCall::coming_out;
        if (!out)
            draw_life(sheet, columns, runs, y + slot.arrow_in(), handler && !signal, id + QStringLiteral(" life"));
        if (handler)
            draw_life(sheet, columns, y + slot.arrow_in(), y + slot.height(), true, id + QStringLiteral(" handler"));
        slot.draw(sheet, columns, y);
        runs = y + (handler && !signal ? slot.height() : slot.arrow_out());
        y += slot.height();
    }
    draw_steps(sheet, columns, m_calls.steps, y, QStringLiteral("after"));
    if (m_calls.held)
        draw_held(sheet, columns, y + (m_calls.steps ? row : 0));
    if (goes_on()) {
        draw_life(sheet, columns, runs, y + ends(), m_calls.handler, QStringLiteral("after life"));
        draw_runs(sheet, columns, y + ends() - row);
    }
    sheet.mark(m_scene.selected);
    return sheet.take();
}

// What `draw` makes of the scene; of a range of events that ends before the instant, as it was at its end: what had not returned by
// then is in flight.
template <typename Draw>
auto by_range_end(const Scene &scene, Draw draw)
{
    const Range &range = scene.range;
    if (range.axis != Axis::events || range.to <= range.from || range.to < 1 || range.to >= double(scene.instant.complete))
        return draw(scene);
    const replay::Instant end = scene.replay.step(size_t(range.to) - 1);
    const replay::World world = scene.replay.at(end);
    return draw(Scene{scene.replay, world, end, scene.language, range, scene.selected});
}

QString nothing_words(const Scene &scene)
{
    return scene.range.to > scene.range.from ? scene.language.say("Figures", "The server has made no system call in these steps.")
                                             : scene.language.say("Figures", "The server has made no system call yet.");
}

} // namespace

QSizeF crossing_size(const Scene &scene)
{
    if (scene.range.axis != Axis::events || scene.range.to <= scene.range.from)
        return liked;
    return by_range_end(scene, [](const Scene &then) { return QSizeF(liked.width(), std::ceil(Crossing(then, highest).height())); });
}

Drawing crossing(const Scene &scene, QSizeF size)
{
    if (size.isEmpty())
        size = crossing_size(scene);
    return by_range_end(scene, [&](const Scene &then) {
        if (kernel_calls(then, 1).latest.empty())
            return nothing_to_draw(size, nothing_words(then));
        return at_least({least_width, Crossing(then, 0).height()}, size, [&](QSizeF place) {
            const Crossing crossing(then, place.height());
            return crossing.draw(place);
        });
    });
}

} // namespace figures
