// SPDX-License-Identifier: MIT
#include "figures/crossing/slot.h"

#include "figures/timeline/block.h"
#include "words/sentences.h"

namespace figures {
namespace {

constexpr qreal label = measure::row + 2;             // above an arrow
constexpr qreal least_inside = label + 4, tail = 14;  // between the arrows; after a wait: the thread wakes up
constexpr qreal bar = 10, bracket = 8, beside = 34;   // px from the kernel's boundary
constexpr qreal asleep_width = 128;

// "[" open to the left, from the kernel's boundary; without its lower end while it has not ended.
QPainterPath bracket_way(qreal x, qreal top, qreal bottom, bool open)
{
    QPainterPath way({x, top});
    way.lineTo(x + bracket, top);
    way.lineTo(x + bracket, bottom);
    if (!open)
        way.lineTo(x, bottom);
    return way;
}

// As many letters as there is room for.
QString shortened(const QString &code, qreal width)
{
    const auto room = qsizetype(width / width_of(QStringLiteral("0"), measure::text, false, true));
    return code.size() <= room ? code : code.left(std::max<qsizetype>(room - 1, 0)) + QChar(u'…');
}

} // namespace

CrossingSlot::CrossingSlot(const Scene &scene, KernelCall call)
    : m_scene(scene), m_call(std::move(call)), m_zones(m_call.signal() ? std::vector<Zone>() : zones_of(scene, m_call))
{
}

// The begin is the same before and after the call has returned, its number is not.
QString CrossingSlot::id(const char *what) const
{
    if (m_call.part == KernelCall::coming_out)
        return QStringLiteral("call %1 back %2").arg(m_call.event.begin).arg(QLatin1String(what));
    return QStringLiteral("call %1 %2").arg(m_call.event.begin).arg(QLatin1String(what));
}

qreal CrossingSlot::arrow_in() const
{
    return label;
}

qreal CrossingSlot::arrow_out() const
{
    if (m_call.signal() || m_call.part != KernelCall::whole)
        return label;
    qreal inside = 0;
    for (const Zone &zone : m_zones)
        inside += zone.height();
    if (!m_call.in_flight() && m_zones.back().ink == Ink::waiting)
        inside += tail;
    return label + std::max(inside, least_inside);
}

qreal CrossingSlot::height() const
{
    return arrow_out() + 12;
}

// The kernel calls the program: an arrow out that no call has asked for.
void CrossingSlot::draw_signal(Sheet &sheet, const CrossingColumns &columns, qreal y) const
{
    const qreal left = columns.application + 10, room = columns.kernel - 12 - left;
    const QString text = signal_words(m_scene, m_call);
    const QString fitting = width_of(text, measure::text, true) <= room ? text : words::signal_name(m_call.event);
    Shape &words = sheet.text({left, y - label, room, measure::row}, fitting, Ink::signal);
    words.bold = true;
    words.align = Qt::AlignRight | Qt::AlignVCenter;
    words.id = id("signal words");
    narrow(words);
    Shape &arrow = sheet.line({columns.kernel - 1, y}, {columns.application + 2, y}, Ink::signal);
    arrow.arrow = true;
    arrow.width = 3;
    arrow.id = id("signal");
    // A flag in the kernel, where it comes from.
    constexpr qreal mast = 12;
    const qreal x = columns.kernel + 8;
    QPainterPath flag({x, y + 2});
    flag.lineTo(x, y - mast);
    flag.lineTo(x + 12, y - mast + 4);
    flag.lineTo(x, y - mast + 8);
    Shape &shape = sheet.path(flag, Ink::signal, id("signal flag"));
    shape.width = 2;
    shape.filled = true;
    shape.fill = Ink::signal;
    const QString behind = signal_detail(m_scene, m_call);
    const qreal text_left = columns.kernel + beside;
    Shape &detail = sheet.text({text_left, y - label, columns.right - text_left, measure::row}, behind, Ink::muted, Ink::kernel);
    detail.id = id("signal detail");
    narrow(detail);
}

void CrossingSlot::draw_asked(Sheet &sheet, const CrossingColumns &columns, qreal y) const
{
    const qreal left = columns.application + 10, right = columns.kernel - 8;
    qreal room = right - left;
    if (m_call.event.count > 1 || m_call.repeated) {
        const QString words = QStringLiteral("× ")
            + (m_call.repeated ? QStringLiteral("…") : m_scene.language.number(qlonglong(m_call.event.count)));
        const qreal width = width_of(words, measure::text, true) + 12;
        const QRectF plate(right - width, y - label, width, measure::row);
        sheet.box(plate, Ink::failed, id("count plate")).radius = 4;
        Shape &count = sheet.text(plate, words, Ink::text, Ink::failed);
        count.bold = true;
        count.align = Qt::AlignCenter;
        count.id = id("count");
        room -= width + measure::gap;
    }
    sheet.code({left, y - label, room, measure::row}, shortened(asked_words(m_scene, m_call), room)).id = id("asked");
    Shape &arrow = sheet.line({columns.application + 2, y}, {columns.kernel - 1, y}, Ink::text);
    arrow.arrow = true;
    arrow.width = 1.5;
    arrow.id = id("in");
}

void CrossingSlot::draw_answered(Sheet &sheet, const CrossingColumns &columns, qreal y) const
{
    const qreal left = columns.application + 10, room = columns.kernel - 12 - left;
    const bool refused = m_call.event.result == -1;
    Shape &words = sheet.code({left, y - label, room, measure::row}, shortened(answered_words(m_scene, m_call), room),
                              refused ? Ink::failed : Ink::text);
    words.align = Qt::AlignRight | Qt::AlignVCenter;
    words.id = id("answered");
    Shape &arrow = sheet.line({columns.kernel - 1, y}, {columns.application + 2, y}, Ink::text);
    arrow.arrow = true;
    arrow.width = 1.5;
    arrow.id = id("out");
}

void CrossingSlot::draw_zone(Sheet &sheet, const CrossingColumns &columns, const Zone &zone, qreal top,
                             qreal bottom) const
{
    const auto zone_id = [&](const char *what) { return id("") + zone.name + QLatin1Char(' ') + QLatin1String(what); };
    const qreal x = columns.kernel + 6, text = columns.kernel + beside, width = columns.right - text;
    if (zone.ink != Ink::line)
        sheet.box({x, top + 1, bar, bottom - top - 2}, zone.ink, zone_id("bar"));
    if (zone.uncertain)
        draw_uncertain(sheet, {x, bottom - 13, bar, 12});
    Shape &way = sheet.path(bracket_way(x + bar + 2, top + 1, bottom - 1, zone.open), Ink::muted, zone_id("bracket"));
    way.width = 1.5;
    way.dashed = zone.open;

    const qreal rows = zone.detail.isEmpty() ? 1 : 2;
    const qreal first = !zone.arrives ? (top + bottom) / 2 - rows * measure::row / 2 : top + 2;
    Shape &what = sheet.text({text, first, width, measure::row}, zone.what,
                             zone.ink == Ink::line ? Ink::muted : zone.ink, Ink::kernel);
    what.bold = zone.ink != Ink::line;
    what.id = zone_id("words");
    narrow(what);
    if (zone.detail.isEmpty())
        return;
    Shape &detail = sheet.text({text, first + measure::row, width, measure::row}, zone.detail,
                               zone.arrives ? Ink::signal : Ink::muted, Ink::kernel);
    detail.id = zone_id("detail");
    narrow(detail);
    if (!zone.arrives)
        return;
    detail.align = Qt::AlignRight | Qt::AlignVCenter;
    Shape &arrow = sheet.line({columns.right, bottom}, {x + bar + bracket + 4, bottom}, Ink::signal);
    arrow.arrow = true;
    arrow.width = 2;
    arrow.id = zone_id("arrival");
}

// Stevens' "process blocks", as long as the thread really slept.
void CrossingSlot::draw_asleep(Sheet &sheet, const CrossingColumns &columns, qreal top, qreal bottom) const
{
    const qreal width = std::min(asleep_width, columns.application - 3 - columns.left);
    const QRectF band(columns.application - 3 - width, top, width, bottom - top);
    const Ink ground = m_call.untold() ? Ink::lit : Ink::waiting; // paler where it may have slept less
    Shape &box = sheet.box(band, ground, id("asleep"));
    box.radius = 3;
    if (m_call.untold()) {
        box.stroked = box.dashed = true;
        box.stroke = Ink::waiting;
    }
    const QString rows[] = {m_scene.language.say("Figures", "process blocks", "it sleeps in a call"),
                            asleep_words(m_scene, m_call)};
    qreal y = band.center().y() - measure::row;
    for (const QString &row : rows) {
        Shape &words = sheet.text({band.left() + 4, y, band.width() - 8, measure::row}, row, Ink::text, ground);
        words.align = Qt::AlignCenter;
        words.bold = &row == rows;
        words.id = id(&row == rows ? "asleep words" : "asleep time");
        narrow(words);
        y += measure::row;
    }
}

void CrossingSlot::draw(Sheet &sheet, const CrossingColumns &columns, qreal top) const
{
    const qreal in = top + arrow_in(), out = top + arrow_out();
    if (m_call.signal() || m_call.part != KernelCall::whole) {
        if (m_call.signal())
            draw_signal(sheet, columns, out);
        else if (m_call.part == KernelCall::going_in)
            draw_asked(sheet, columns, in);
        else
            draw_answered(sheet, columns, out);
        const QString sequence = QString::number(m_call.sequence.value_or(0));
        sheet.part((m_call.part == KernelCall::coming_out ? QStringLiteral("event %1 back") : QStringLiteral("event %1")).arg(sequence),
                   {columns.left, top, columns.right - columns.left, height()}, call_sentence(m_scene, m_call));
        return;
    }
    qreal y = in;
    for (const Zone &zone : m_zones) {
        const bool last = &zone == &m_zones.back(), waits = zone.ink == Ink::waiting;
        const qreal bottom = last && (m_call.in_flight() || !waits) ? out : y + zone.height();
        draw_zone(sheet, columns, zone, y, bottom);
        if (waits)
            draw_asleep(sheet, columns, y, bottom);
        y = bottom;
    }
    draw_asked(sheet, columns, in);
    if (m_call.in_flight()) {
        Shape &open = sheet.text({columns.application + 10, out - label, columns.kernel - columns.application - 22, measure::row},
                                 m_scene.language.say("Figures", "not returned yet", "a call"), Ink::muted);
        open.align = Qt::AlignRight | Qt::AlignVCenter;
        open.id = id("open");
        narrow(open);
    } else {
        draw_answered(sheet, columns, out);
    }
    const QString part = m_call.in_flight() ? QStringLiteral("in flight %1").arg(m_call.event.thread)
                         : m_call.sequence  ? QStringLiteral("event %1").arg(*m_call.sequence)
                                            : QStringLiteral("polls %1 %2").arg(m_call.event.thread).arg(m_call.event.begin);
    sheet.part(part, {columns.left, top, columns.right - columns.left, height()}, call_sentence(m_scene, m_call));
}

} // namespace figures
