// SPDX-License-Identifier: MIT
// The listing: the text that was compiled, with the line lit that the server is at.
#include "drawing/sheet.h"
#include "figures/figure.h"
#include "figures/listing/beside.h"
#include "figures/listing/place.h"
#include "figures/listing/statements.h"
#include "words/sentences.h"

#include <QFile>

#include <algorithm>
#include <cmath>

namespace figures {
namespace {

constexpr qreal text_size = 13, row_height = 19, mark_width = 16, gap_after_numbers = 14;
constexpr int comfortable = 72; // columns; with fewer the text is indented less

// A row of the picture: a part of a line.
struct Shown {
    int line = 0;
    Row row;
};

std::vector<Shown> rows_shown(const QStringList &text, int columns, int first, int last)
{
    std::vector<Shown> rows;
    for (int line = first; line <= last; ++line)
        for (const Row &row : rows_of(text[line - 1], columns))
            rows.push_back({line, row});
    return rows;
}

// The first line to show: as asked, else so that the lit lines are in the middle third.
int first_shown(const QStringList &text, int columns, int capacity, const Lines &lit, int asked)
{
    const int count = int(text.size());
    if (asked > 0)
        return std::min(asked, count);
    const auto height = [&](int line) { return int(rows_of(text[line - 1], columns).size()); };
    // No more empty room at the end than needed.
    int latest = count;
    for (int rows = height(count); latest > 1 && rows + height(latest - 1) <= capacity;)
        rows += height(--latest);
    if (lit.first < 1)
        return 1;
    int first = std::min(lit.first, count);
    for (int rows = 0; first > 1 && rows + height(first - 1) <= capacity * 2 / 5;)
        rows += height(--first);
    return std::min(first, latest);
}

void draw_code(Sheet &sheet, const QString &line, const Row &row, QPointF at, qreal letter, Ink ground)
{
    for (const Stretch &stretch : stretches(line)) {
        const qsizetype from = std::max(stretch.from, row.from);
        const qsizetype end = std::min(stretch.from + stretch.size, row.from + row.size);
        const QString words = line.mid(from, end - from);
        if (end <= from || words.trimmed().isEmpty())
            continue;
        const bool comment = stretch.style == Stretch::comment;
        const QRectF rect(at.x() + letter * qreal(row.indent + from - row.from), at.y(),
                          letter * qreal(words.size() + 1), row_height);
        sheet.code(rect, words, comment ? Ink::muted : Ink::text, ground).bold = stretch.style == Stretch::keyword;
    }
}

// A line of a listing that is wrong on purpose, where the right one has others.
void mark_difference(Sheet &sheet, const Scene &scene, const QString &right, const Difference &difference, const QRectF &band)
{
    const bool missing = difference.last < difference.first;
    Shape &mark = missing ? sheet.line(band.topLeft(), band.topRight(), Ink::changed) : sheet.box(band, Ink::changed);
    mark.filled = false;
    mark.stroked = true;
    mark.stroke = Ink::changed;
    mark.width = 2;
    QStringList there;
    for (const QString &line : difference.right)
        there += commented(line, scene.language).trimmed();
    const QString what = there.join(u' ').trimmed();
    sheet.part(QStringLiteral("difference %1").arg(difference.first), band.adjusted(0, missing ? -3 : 0, 0, 0),
               what.isEmpty() ? scene.language.say("Figures", "%1, which is right, has nothing here.", "a listing's file").arg(right)
                              : scene.language.say("Figures", "%1, which is right, has here: %2", "a listing's file, its lines").arg(right, what));
}

// What the step is about when it is not the server's.
QString note_of(const Scene &scene, const Place &place)
{
    const replay::Replay::Moment moment = scene.replay.moment(scene.instant);
    if (!moment.event || !place.server || moment.event->thread == *place.server)
        return {};
    const trace::Trace &trace = scene.replay.trace();
    return scene.language.say("Figures", "This step is of %1: %2", "name of a thread, its call")
        .arg(words::thread_name(scene.language, trace, moment.event->thread), words::call_text(scene.language, trace, *moment.event));
}

// The word that the server sleeps, at the right end of `rect`.
void draw_asleep(Sheet &sheet, const QString &word, const QRectF &rect)
{
    const qreal width = std::min(width_of(word, text_size, true) + 16, rect.width());
    const QRectF chip(rect.right() - width, rect.top() + 1, width, rect.height() - 2);
    sheet.box(chip, Ink::waiting).radius = 4;
    Shape &said = sheet.text(chip, word, Ink::text, Ink::waiting);
    said.bold = true;
    said.align = Qt::AlignCenter;
}

void draw_header(Sheet &sheet, const Scene &scene, const Place &place, const QString &asleep, const QRectF &rect)
{
    const qreal width = std::min(width_of(place.file, text_size, true, true) + 4, rect.width());
    sheet.code(QRectF(rect.topLeft(), QSizeF(width, rect.height())), place.file).bold = true;
    const bool typed = is_typed(scene, place);
    const QString remark = typed ? scene.language.say("Figures", "each statement as it was typed and executed")
                                 : scene.language.say("Figures", "the text that was compiled and runs");
    if (!asleep.isEmpty())
        draw_asleep(sheet, asleep, rect.adjusted(width + measure::gap, 0, 0, 0));
    else if (width + measure::margin + width_of(remark) <= rect.width())
        sheet.text(rect, remark, Ink::muted).align = Qt::AlignRight | Qt::AlignVCenter;
}

Drawing draw_listing(const Scene &scene, QSizeF size)
{
    Sheet sheet(size);
    const Place place = place_of(scene);
    QStringList text = text_of(scene, place);
    QRectF area(measure::gap, measure::gap, size.width() - 2 * measure::gap, size.height() - 2 * measure::gap);
    const QRectF header(area.left() + mark_width, area.top(), area.width() - mark_width, measure::row);
    area.setTop(area.top() + measure::row + 4);

    const QStringList note = wrapped(note_of(scene, place), area.width() - mark_width);
    const bool noted = !note.isEmpty() && !note.first().isEmpty();
    if (noted) {
        QRectF row(area.left() + mark_width, area.bottom() - measure::row * qreal(note.size()),
                   area.width() - mark_width, measure::row);
        area.setBottom(row.top() - 4);
        for (const QString &line : note) {
            sheet.text(row, line, Ink::muted);
            row.translate(0, measure::row);
        }
    }
    if (text.isEmpty()) {
        const QString words = place.file.isEmpty() ? scene.language.say("Explain", "Nothing has been recorded yet.")
                                                   : scene.language.say("Figures", "The program has no listing of this name.");
        QRectF row(area.left() + mark_width, area.top(), area.width() - mark_width, measure::row);
        for (const QString &line : wrapped(words, row.width())) {
            sheet.text(row, line, Ink::muted);
            row.translate(0, measure::row);
        }
        if (!place.file.isEmpty())
            sheet.code(header, place.file).bold = true;
        return sheet.take();
    }

    const qreal letter = width_of(QStringLiteral("0"), text_size, false, true);
    const qreal numbers = letter * qreal(QString::number(text.size()).size());
    const qreal left = area.left() + mark_width + numbers + gap_after_numbers;
    const int columns = std::max(20, int((area.right() - left) / letter));
    const QString right = beside(text);
    const std::vector<Difference> marked = right.isEmpty() ? std::vector<Difference>() : differences(text, listing_text(right));
    std::ranges::transform(text, text.begin(), [&](const QString &line) { return commented(line, scene.language); });
    if (columns < comfortable)
        std::ranges::transform(text, text.begin(), narrowed);
    const int capacity = std::max(1, int(area.height() / row_height));
    const bool known = place.line >= 1 && place.line <= text.size();
    const Lines lit = known ? statement_at(text, place.line) : Lines{};
    const int first = first_shown(text, columns, capacity, lit, scene.first_line);
    const std::vector<Shown> rows =
        rows_shown(text, columns, first, std::min<int>(int(text.size()), first + capacity - 1));

    QString asleep =
        place.asleep ? scene.language.say("Figures", "asleep here", "the server, in this line") : QString();
    qreal y = area.top();
    QRectF lit_area;
    for (size_t i = 0; i < rows.size() && int(i) < capacity; ++i, y += row_height) {
        const Shown &shown = rows[i];
        const QString &line = text[shown.line - 1];
        const bool on = known && shown.line >= lit.first && shown.line <= lit.last;
        const bool begins = shown.row.from == 0;
        if (on) {
            const QRectF band(area.left(), y, area.width(), row_height);
            sheet.box(band, Ink::lit);
            lit_area |= band;
        }
        if (begins)
            sheet
                .code(QRectF(area.left() + mark_width, y, numbers, row_height), QString::number(shown.line), Ink::muted,
                      on ? Ink::lit : Ink::paper)
                .align = Qt::AlignRight | Qt::AlignVCenter;
        if (on && begins && shown.line == lit.first)
            sheet.text(QRectF(area.left() + 2, y, mark_width, row_height), QStringLiteral("▸"),
                       place.asleep ? Ink::waiting : Ink::accent, Ink::lit).bold = true;
        draw_code(sheet, line, shown.row, {left, y}, letter, on ? Ink::lit : Ink::paper);
        for (const Difference &difference : marked)
            if (begins && (shown.line == difference.first || (shown.line > difference.first && shown.line <= difference.last)))
                mark_difference(sheet, scene, right, difference, QRectF(area.left() + mark_width - 2, y, area.width() - mark_width, row_height));
        const qreal word = width_of(asleep, text_size, true) + 18;
        if (on && !asleep.isEmpty()
            && left + letter * qreal(shown.row.indent + shown.row.size + 1) + word <= area.right()) {
            draw_asleep(sheet, asleep, QRectF(area.left(), y, area.width() - 2, row_height));
            asleep.clear();
        }
        if (on && begins)
            sheet.part(QStringLiteral("line %1").arg(shown.line), QRectF(area.left(), y, area.width(), row_height),
                       scene.language.say("Figures", "Line %1 of %2: %3", "number, file, text of the line")
                           .arg(QString::number(shown.line), place.file, line.trimmed()));
    }
    if (!lit_area.isNull())
        sheet.box(QRectF(lit_area.left(), lit_area.top(), 3, lit_area.height()),
                  place.asleep ? Ink::waiting : Ink::accent, QStringLiteral("running line"));
    draw_header(sheet, scene, place, asleep, header); // has the word when no lit line had room for it
    sheet.mark(scene.selected);
    return sheet.take();
}

} // namespace

QStringList listing_text(const QString &file)
{
    if (file.isEmpty() || file.contains(u'/'))
        return {};
    QFile source(QStringLiteral(":/listings/") + file);
    if (!source.open(QIODevice::ReadOnly))
        return {};
    QStringList lines = QString::fromUtf8(source.readAll()).split(u'\n');
    if (lines.last().isEmpty())
        lines.removeLast();
    return lines;
}

QSizeF listing_size(const Scene &)
{
    return {560, 620};
}

Drawing listing(const Scene &scene, QSizeF size)
{
    return at_least({280, 160}, size, [&](QSizeF room) { return draw_listing(scene, room); });
}

} // namespace figures
