// SPDX-License-Identifier: MIT
#include "ui/audience/invitation.h"

#include "drawing/sheet.h"

#include <algorithm>

namespace ui {
namespace {

using drawing::Ink;

// Shares of the height.
constexpr qreal margin = 0.05, heading = 0.05, usual = 0.036, least = 0.022, line = 1.42;

class Column {
public:
    Column(drawing::Sheet &sheet, const QRectF &room, qreal h) : m_sheet(sheet), m_room(room), m_h(h) {}
    void skip(qreal share) { m_room.setTop(m_room.top() + share * m_h); }
    // In as many lines as it takes.
    void put(const QString &text, qreal share, Ink ink = Ink::text, bool bold = false)
    {
        for (const QString &each : drawing::wrapped(text, m_room.width(), std::max(int(share * m_h), drawing::measure::text), bold))
            size(m_sheet.text(next(share), each, ink), share, bold);
    }
    // In one line, as large as it can be.
    void large(const QString &text, qreal most)
    {
        while (most > least && drawing::width_of(text, int(most * m_h), true, true) + 1 > m_room.width())
            most *= 0.97;
        size(m_sheet.code(next(most), text, Ink::accent), most, true);
    }
    qreal left() const { return m_room.height() / m_h; }

private:
    QRectF next(qreal share)
    {
        const QRectF row(m_room.topLeft(), QSizeF(m_room.width(), share * m_h * line));
        m_room.setTop(row.bottom());
        return row;
    }
    void size(drawing::Shape &shape, qreal share, bool bold) const
    {
        shape.size = std::max(int(share * m_h), drawing::measure::text);
        shape.bold = bold;
    }

    drawing::Sheet &m_sheet;
    QRectF m_room;
    const qreal m_h;
};

} // namespace

QString how_many(const words::Language &language, const Invitation &invitation)
{
    if (invitation.in == 0)
        return language.say("Audience", "Nobody is in yet");
    const QString in = language.say("Audience", "%n are in", nullptr, invitation.in);
    const QString from = language.say("Audience", "from %n machines", nullptr, invitation.machines);
    return language.say("Audience", "%1, %2", "12 are in, from 9 machines").arg(in, from);
}

QString spoken(const words::Language &language, const Invitation &invitation)
{
    if (invitation.address.isEmpty())
        return language.say("Audience", "Nobody from other machines is let in.");
    const QString sentence = language.say("Audience", "With a browser at %1, or in a terminal with %2. %3.", "%3: how many are in")
                                 .arg(invitation.url(), invitation.command(), how_many(language, invitation));
    return invitation.hindrance.isEmpty() ? sentence : sentence + u' ' + invitation.hindrance;
}

drawing::Drawing invitation(const words::Language &language, const Invitation &invitation, QSizeF size, QRectF &code)
{
    drawing::Sheet sheet(size);
    const qreal h = size.height(), rim = margin * h;
    code = {};
    if (invitation.address.isEmpty()) {
        Column column(sheet, QRectF({}, size).adjusted(rim, rim, -rim, -rim), h);
        column.put(spoken(language, invitation), heading, Ink::muted);
        sheet.part(QStringLiteral("invitation"), QRectF({}, size), spoken(language, invitation));
        return sheet.take();
    }
    const qreal side = std::min(h - 2 * rim, size.width() * 0.42);
    code = QRectF(size.width() - rim - side, (h - side) / 2, side, side);
    Column column(sheet, {rim, rim, code.left() - 2 * rim, h - 2 * rim}, h);
    const QString title = language.say("Audience", "Be a client of this server");
    column.put(title, heading, Ink::text, true);
    column.skip(0.03);
    column.put(language.say("Audience", "With a phone, or in a browser:"), usual, Ink::muted);
    column.large(invitation.url(), 0.075);
    column.skip(0.02);
    column.put(language.say("Audience", "In a terminal:"), usual, Ink::muted);
    column.large(invitation.command(), 0.075);
    column.skip(0.03);
    column.put(how_many(language, invitation), 0.05, Ink::text, true);
    if (invitation.turned_away > 0)
        column.put(language.say("Audience", "Turned away: %1").arg(language.number(invitation.turned_away)), usual, Ink::muted);
    if (!invitation.hindrance.isEmpty())
        column.put(invitation.hindrance, usual, Ink::signal);
    else
        column.put(language.say("Audience", "A door of this program stands before the server, which sees all as clients of 127.0.0.1."), least * 1.15, Ink::muted);
    if (!invitation.names.isEmpty() && column.left() > 2 * least * line) {
        const int rows = int(column.left() / (least * line));
        const QString all = invitation.names.join(QStringLiteral("   "));
        const QStringList lines = drawing::wrapped(all, code.left() - 2 * rim, int(least * h) + 1);
        for (const QString &each : lines.mid(0, std::max(rows - 1, 1)))
            column.put(each, least * 1.02);
    }
    sheet.part(QStringLiteral("invitation"), QRectF({}, size), spoken(language, invitation));
    if (invitation.gone)
        code = {};
    return sheet.take();
}

} // namespace ui
