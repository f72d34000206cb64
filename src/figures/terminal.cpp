// SPDX-License-Identifier: MIT
// A program's terminal: what was typed and what the program wrote; below it, on either side of the line between program and kernel,
// what fgets() has read ahead and what waits to be read.
#include "calls/schema.h"
#include "drawing/fitted.h"
#include "drawing/sheet.h"
#include "figures/cast.h"
#include "replay/terminal.h"

#include <algorithm>

namespace figures {
namespace {

using replay::Terminal;
using Piece = Terminal::Piece;

constexpr qreal inset = 12, line_high = 19;
constexpr int fewest_lines = 4;
constexpr QSizeF liked(460, 330);

// One row of the screen.
struct Row {
    QString words;
    Piece::Who who = Piece::typed;
    size_t event = 0;
};

int count_of(int64_t number)
{
    return int(std::clamp(number, int64_t(0), int64_t(INT32_MAX)));
}

// What can be written on one line: a newline as \n, other bytes that are no text as "·".
QString visible(const std::string &bytes)
{
    QString text;
    for (const QChar c : QString::fromUtf8(bytes.data(), qsizetype(bytes.size())))
        if (c == u'\n')
            text += QStringLiteral("\\n");
        else
            text += c.isPrint() ? c : QChar(u'·');
    return text;
}

std::vector<Row> rows_of(const Scene &scene, const Terminal &terminal)
{
    const words::Language &language = scene.language;
    std::vector<Row> rows;
    for (const Piece &piece : terminal.pieces) {
        if (piece.who == Piece::end_of_file) {
            rows.push_back({QStringLiteral("> Ctrl-D"), piece.who, piece.event});
            continue;
        }
        if (piece.who == Piece::typed) {
            rows.push_back({QStringLiteral("> ") + visible(piece.text), piece.who, piece.event});
            continue;
        }
        std::string rest = piece.text;
        while (!rest.empty()) {
            const size_t end = rest.find('\n');
            rows.push_back({visible(rest.substr(0, end)), piece.who, piece.event});
            rest.erase(0, end == rest.npos ? rest.size() : end + 1);
        }
        if (piece.missing > 0)
            rows.push_back({language.say("Figures", "… %n more byte(s)", "written to a terminal, not recorded", count_of(int64_t(piece.missing))),
                            piece.who, piece.event});
    }
    return rows;
}

void draw_screen(Sheet &sheet, const Scene &scene, const Terminal &terminal, const QRectF &area)
{
    const words::Language &language = scene.language;
    Shape &frame = sheet.box(area, Ink::panel, QStringLiteral("screen"));
    frame.radius = 6;
    frame.stroked = true;
    const std::vector<Row> rows = rows_of(scene, terminal);
    const size_t room = size_t(std::max(1.0, (area.height() - 2 * inset + 6) / line_high));
    const size_t first = rows.size() > room ? rows.size() - room : 0;
    qreal y = area.top() + inset - 4;
    for (size_t i = first; i < rows.size(); ++i, y += line_high) {
        const Row &row = rows[i];
        const QRectF place(area.left() + inset, y, area.width() - 2 * inset, line_high);
        Shape &text = sheet.code(place, row.words, row.who == Piece::written ? Ink::text : Ink::accent, Ink::panel);
        text.bold = is_step(scene, row.event);
        const QString said = row.who == Piece::written  ? language.say("Figures", "The program has written: %1").arg(row.words)
            : row.who == Piece::end_of_file ? language.say("Figures", "Ctrl-D was pressed: end of file.")
                                            : language.say("Figures", "Typed: %1").arg(row.words.mid(2));
        sheet.part(QStringLiteral("line %1").arg(i), place, said);
    }
    if (rows.empty()) {
        const QString nothing = language.say("Figures", "Nothing was typed, and nothing has been written.");
        sheet.text(QRectF(area.left() + inset, y, area.width() - 2 * inset, line_high), nothing, Ink::muted, Ink::panel);
        sheet.part(QStringLiteral("nothing"), area, nothing);
    }
}

// A buffer with a name, what is in it, and what that means.
qreal draw_buffer(Sheet &sheet, const QString &id, const QString &name, const QString &content, const QString &meaning, bool lit,
                  qreal left, qreal width, qreal y)
{
    const QStringList lines = wrapped(meaning, width - 2 * inset);
    const qreal high = 30 + (content.isEmpty() ? 0 : 28) + line_high * qreal(lines.size()) + 6;
    const QRectF area(left, y, width, high);
    Shape &frame = sheet.box(area, Ink::paper, id);
    frame.radius = 5;
    frame.stroked = true;
    frame.stroke = lit ? Ink::changed : Ink::line;
    frame.width = lit ? 2 : 1;
    Shape &title = sheet.text(QRectF(left + inset, y + 5, width - 2 * inset, line_high), name);
    title.bold = true;
    narrow(title);
    qreal below = y + 28;
    if (!content.isEmpty()) {
        const QRectF cell(left + inset, below, std::min(width - 2 * inset, width_of(content, measure::text, false, true) + 16), 23);
        Shape &box = sheet.box(cell, Ink::lit, id + QStringLiteral(" content"));
        box.radius = 3;
        Shape &text = sheet.code(cell.adjusted(8, 0, -8, 0), content, Ink::text, Ink::lit);
        narrow(text);
        below += 27;
    }
    for (const QString &line : lines) {
        sheet.text(QRectF(left + inset, below, width - 2 * inset, line_high), line, lit ? Ink::text : Ink::muted);
        below += line_high;
    }
    sheet.part(id, area, name + QStringLiteral(". ") + (content.isEmpty() ? QString() : content + QStringLiteral(". ")) + meaning);
    return area.bottom();
}

bool uses_stdio(const Scene &scene)
{
    return first_step(scene, trace::Call::fgets).has_value();
}

Drawing at_width(const Scene &scene, const Terminal &terminal, QSizeF size, qreal &bottom)
{
    const words::Language &language = scene.language;
    Sheet sheet(size);
    const qreal left = measure::margin, width = size.width() - 2 * measure::margin;
    // What is below the screen is laid out first: the screen has the rest.
    const auto draw_below = [&](Sheet &on, qreal y) {
        if (uses_stdio(scene)) {
            const QString held = terminal.ahead > 0 ? visible(terminal.ahead_text) : QString();
            const QString meaning = terminal.ahead > 0
                ? language.say("Figures", "%n byte(s) read ahead: they are in the program, and select() does not see them. The next fgets() gives them.",
                               nullptr, count_of(int64_t(terminal.ahead)))
                : language.say("Figures", "empty: fgets() would have to call read()");
            y = draw_buffer(on, QStringLiteral("stdio"), language.say("Figures", "The C library's buffer (stdio)"), held, meaning, terminal.ahead > 0,
                            left, width, y) + 12;
        }
        Shape &boundary = on.line({left, y}, {left + width, y}, Ink::muted);
        boundary.dashed = true;
        y += 2;
        Shape &word = on.text(QRectF(left, y, width, line_high), language.say("Figures", "kernel: select() sees what is below this line"), Ink::muted);
        word.align = Qt::AlignRight | Qt::AlignVCenter;
        y += line_high + 2;
        const QString name = terminal.pipe ? language.say("Figures", "Descriptor 0: the pipe's buffer")
                                           : language.say("Figures", "Descriptor 0: the line buffer of terminal /dev/pts/%1").arg(terminal.number);
        QString meaning;
        if (!terminal.waiting.empty())
            meaning = language.say("Figures", "%n byte(s) wait to be read", nullptr, count_of(int64_t(terminal.waiting.size())));
        else if (terminal.end_waits)
            meaning = language.say("Figures", "end of file: the next read() returns 0");
        else if (!terminal.unfinished.empty())
            meaning = language.say("Figures", "no Enter yet: a read() sees nothing of it");
        else
            meaning = language.say("Figures", "empty: a read() would sleep");
        const std::string content = terminal.waiting + (terminal.waiting.empty() ? terminal.unfinished : std::string());
        return draw_buffer(on, QStringLiteral("line buffer"), name, visible(content), meaning, terminal.readable(), left, width, y);
    };
    Sheet probe(size);
    const qreal below = draw_below(probe, 0);
    const qreal least = fewest_lines * line_high + 2 * inset;
    const qreal high = std::max(least, size.height() - below - 3 * measure::gap - 4);
    draw_screen(sheet, scene, terminal, QRectF(left, measure::gap, width, high));
    bottom = draw_below(sheet, measure::gap + high + 12) + measure::gap - 4;
    sheet.mark(scene.selected);
    return sheet.take();
}

} // namespace

QSizeF terminal_size(const Scene &)
{
    return liked;
}

Drawing terminal(const Scene &scene, QSizeF size)
{
    if (size.isEmpty())
        size = liked;
    const auto terminal = replay::terminal_of(scene.replay, scene.front, scene.instant);
    if (!terminal && replay::terminal_of(scene.replay, scene.front, scene.replay.last()))
        return nothing_to_draw(size, scene.language.say("Figures", "This program has not opened its terminal yet."));
    if (!terminal)
        return nothing_to_draw(size, scene.language.say("Figures", "This program has no terminal."));
    return fitted(size, 300, [&](QSizeF room, qreal &bottom) { return at_width(scene, *terminal, room, bottom); });
}

} // namespace figures
