// SPDX-License-Identifier: MIT
#include "figures/options.h"

#include "drawing/sheet.h"

#include <algorithm>

namespace figures {
namespace {

// Columns, shares of the width.
enum Column : size_t { name, get, set, flag, type, value, set_to, read_back, made, columns };
constexpr qreal shares[columns] = {0.21, 0.035, 0.035, 0.035, 0.135, 0.105, 0.105, 0.105, 0.235};

// A row of the page: an option, or above several the level that they are of.
struct Row {
    const OptionLine *option = nullptr;
    const OptionLine *heads = nullptr;
};

std::vector<std::vector<Row>> pages_of(const OptionsScene &scene, QSizeF size)
{
    const auto most = size_t(std::max(3., std::floor((size.height() - measure::gap - measure::row) / measure::row)));
    std::vector<std::vector<Row>> pages(1);
    const OptionLine *before = nullptr;
    for (const OptionLine &line : scene.lines) {
        const bool begins = !before || before->level != line.level;
        if (pages.back().size() + (begins ? 2 : 1) > most)
            pages.emplace_back();
        if (begins || pages.back().empty())
            pages.back().push_back({nullptr, &line});
        pages.back().push_back({&line, nullptr});
        before = &line;
    }
    return pages;
}

// As much of it as there is room for.
QString shortened(const QString &words, qreal width, bool fixed_pitch = false)
{
    QString left = words;
    while (!left.isEmpty() && width_of(left == words ? words : left + u'…', measure::text, false, fixed_pitch) > width)
        left.chop(1);
    return left == words ? words : left + u'…';
}

QString sentence_of(const words::Language &language, const OptionLine &line)
{
    if (!line.here)
        return language.say("Figures", "%1: %2", "a socket option, why it is missing").arg(line.name, line.made);
    return language.say("Figures", "%1: default %2, set to %3, read back %4: %5", "a socket option, its values, what the kernel did")
        .arg(line.name, line.value, line.set_to, line.read_back, line.made);
}

class Table {
public:
    Table(const OptionsScene &scene, QSizeF size) : m_scene(scene), m_sheet(size) {}
    Drawing draw();

private:
    QRectF cell(size_t column, qreal y, size_t last) const
    {
        const qreal width = m_sheet.size().width() - 2 * measure::margin;
        qreal from = 0, to = 0;
        for (size_t i = 0; i <= last; ++i)
            (i < column ? from : to) += shares[i] * width;
        return {measure::margin + from, y, to - measure::gap, measure::row};
    }
    QRectF cell(size_t column, qreal y) const { return cell(column, y, column); }
    void text(const QRectF &rect, const QString &words, Ink ink) { m_sheet.text(rect, shortened(words, rect.width()), ink); }
    void draw_heads(qreal y, size_t pages);
    void draw_option(const OptionLine &line, qreal y);

    const OptionsScene &m_scene;
    Sheet m_sheet;
};

void Table::draw_heads(qreal y, size_t pages)
{
    const words::Language &l = m_scene.language;
    const std::pair<size_t, QString> heads[] = {{name, m_scene.of}, {get, l.say("Bench", "get")}, {set, l.say("Bench", "set")}, {flag, l.say("Bench", "flag")},
                                                {type, l.say("Bench", "data type")}, {value, l.say("Bench", "default")}, {set_to, l.say("Bench", "set to")},
                                                {read_back, l.say("Bench", "read back")}, {made, l.say("Bench", "what the kernel did")}};
    for (const auto &[column, words] : heads)
        text(cell(column, y), words, Ink::muted);
    if (pages > 1) {
        const QString count = QStringLiteral("%1/%2").arg(m_scene.page + 1).arg(pages);
        const qreal wide = width_of(count, measure::text, true) + 2;
        Shape &shape = m_sheet.text({m_sheet.size().width() - measure::margin - wide, y, wide, measure::row}, count, Ink::accent);
        shape.bold = true;
    }
    m_sheet.line({measure::margin, y + measure::row}, {m_sheet.size().width() - measure::margin, y + measure::row}, Ink::line);
}

void Table::draw_option(const OptionLine &line, qreal y)
{
    const Ink ink = line.here ? Ink::text : Ink::muted, back = !line.here ? Ink::muted : line.other ? Ink::signal : Ink::text;
    const QRectF named = cell(name, y);
    m_sheet.code(named, shortened(line.name, named.width(), true), ink);
    for (const auto &[column, is] : {std::pair(get, line.get), std::pair(set, line.set), std::pair(flag, line.flag)})
        if (is)
            text(cell(column, y), QStringLiteral("●"), ink);
    text(cell(type, y), line.type, ink);
    if (line.here) {
        text(cell(value, y), line.value, ink);
        text(cell(set_to, y), line.set_to, ink);
        text(cell(read_back, y), line.read_back, back);
        text(cell(made, y), line.made, back);
    } else {
        text(cell(value, y, made), line.made, ink);
    }
    m_sheet.part(QStringLiteral("option %1").arg(line.name), {measure::margin - 4, y, m_sheet.size().width() - 2 * measure::margin + 8, measure::row},
                 sentence_of(m_scene.language, line));
}

Drawing Table::draw()
{
    const auto pages = pages_of(m_scene, m_sheet.size());
    qreal y = measure::gap;
    draw_heads(y, pages.size());
    for (const Row &row : pages[std::min(m_scene.page, pages.size() - 1)]) {
        y += measure::row;
        if (row.option) {
            draw_option(*row.option, y);
            continue;
        }
        const QRectF level(measure::margin, y, m_sheet.size().width() - 2 * measure::margin, measure::row);
        m_sheet.box(level.adjusted(0, 1, 0, -1), Ink::panel);
        m_sheet.text(level.adjusted(4, 0, 0, 0), row.heads->level, Ink::accent, Ink::panel).bold = true;
    }
    return m_sheet.take();
}

} // namespace

size_t option_pages(const OptionsScene &scene, QSizeF size)
{
    return pages_of(scene, size).size();
}

Drawing options(const OptionsScene &scene, QSizeF size)
{
    return Table(scene, size).draw();
}

const Figure &options_figure()
{
    static const Figure figure{"options", [](const words::Language &l) { return l.say("Figures", "Socket options", "title of a figure"); },
                               [](const Scene &) { return QSizeF(1240, 560); },
                               [](const Scene &, QSizeF size) { return Sheet(size).take(); }};
    return figure;
}

} // namespace figures
