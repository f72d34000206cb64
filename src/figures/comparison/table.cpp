// SPDX-License-Identifier: MIT
// The measured table: a row a model, a column a figure; the median, under it the spread.
#include "drawing/sheet.h"
#include "figures/comparison/comparison.h"

#include <algorithm>

namespace figures {
namespace {

constexpr qreal title_width = 210, strip = 10; // px

// How wide a column is, of what all have: intervals are written longer, so are heads that say from when to when.
qreal share_of(const words::MeasureColumn &column)
{
    switch (column.most) {
    case replay::Measure::planned_median:
    case replay::Measure::planned_worst: return 1.1;
    case replay::Measure::threads: return 0.8;
    default: return column.least ? 1.4 : 1;
    }
}

// A mark for every run, on the scale that all models of the column share.
void draw_runs(Sheet &sheet, const QRectF &rect, const replay::Spread &spread, int64_t most)
{
    sheet.line({rect.left(), rect.bottom()}, {rect.right(), rect.bottom()}, Ink::line);
    for (const int64_t value : spread.values) {
        const qreal x = rect.left() + (most > 0 ? rect.width() * qreal(value) / qreal(most) : 0);
        sheet.line({x, rect.top() + 2}, {x, rect.bottom()}, Ink::accent).width = 1.5;
    }
}

} // namespace

qreal comparison_table(Sheet &sheet, const ComparisonScene &scene, qreal top, qreal bottom)
{
    const words::Language &language = scene.language;
    const auto planned = [](const Compared &model) { return replay::planned(model.runs); };
    auto columns = words::measure_columns(language, std::ranges::any_of(scene.models, planned));
    if (!scene.columns.empty())
        std::erase_if(columns, [&](const words::MeasureColumn &column) { return std::ranges::find(scene.columns, column.most) == scene.columns.end(); });
    const qreal left = measure::margin, right = sheet.size().width() - measure::margin;
    std::vector<qreal> edges{0};
    for (const auto &column : columns)
        edges.push_back(edges.back() + share_of(column));
    const qreal unit = (right - left - title_width) / edges.back();
    const auto cell = [&](size_t column, qreal y, qreal height) {
        return QRectF(left + title_width + edges[column] * unit + 4, y, (edges[column + 1] - edges[column]) * unit - 8, height);
    };

    std::vector<QStringList> heads;
    qsizetype lines = 1;
    for (size_t i = 0; i < columns.size(); ++i) {
        heads.push_back(wrapped(columns[i].name, cell(i, 0, 0).width(), measure::text, true));
        lines = std::max(lines, heads.back().size());
    }
    for (size_t i = 0; i < columns.size(); ++i)
        for (qsizetype line = 0; line < heads[i].size(); ++line) {
            const qreal y = top + qreal(lines - heads[i].size() + line) * measure::row;
            Shape &head = sheet.text(cell(i, y, measure::row), heads[i][line]);
            head.align = Qt::AlignRight | Qt::AlignVCenter;
            head.bold = true;
            narrow(head);
        }
    qreal y = top + qreal(lines) * measure::row + 2;

    std::vector<int64_t> most(columns.size(), 0);
    for (size_t i = 0; i < columns.size(); ++i)
        for (const Compared &model : scene.models)
            if (const auto spread = replay::spread(model.runs, columns[i].most); !spread.empty())
                most[i] = std::max(most[i], spread.most());

    for (const Compared &model : scene.models) {
        if (model.runs.empty())
            continue;
        const QStringList title = wrapped(model.title, title_width - 8, measure::text, true);
        const bool one_run = bottom > 0 && model.runs.size() == 1; // no spread
        const qreal height = std::max(one_run ? measure::row + 4 : 2 * measure::row + strip + 4, qreal(title.size()) * measure::row + 4);
        if (bottom > 0 && y + height > bottom)
            break;
        sheet.line({left, y}, {right, y}, Ink::faint);
        for (qsizetype line = 0; line < title.size(); ++line)
            sheet.text(QRectF(left, y + 2 + qreal(line) * measure::row, title_width - 8, measure::row), title[line]).bold = true;
        for (size_t i = 0; i < columns.size(); ++i) {
            const words::MeasureCell value = words::measure_cell(language, columns[i], model.runs);
            const auto text = [&](qreal at, const QString &words, Ink ink) -> Shape & {
                Shape &shape = sheet.text(cell(i, at, measure::row), words, ink);
                shape.align = Qt::AlignRight | Qt::AlignVCenter;
                return shape;
            };
            Shape &median = text(y + 2, value.median, value.known ? Ink::text : Ink::muted);
            median.bold = value.known;
            narrow(median);
            QString sentence = language.say("Figures", "%1, %2: %3", "a model, a measured figure, its value")
                                   .arg(model.title, columns[i].name, value.median);
            if (!value.spread.isEmpty()) {
                narrow(text(y + 2 + measure::row, value.spread, Ink::muted));
                draw_runs(sheet, cell(i, y + 2 + 2 * measure::row, strip), replay::spread(model.runs, columns[i].most), most[i]);
                sentence = language.say("Figures", "%1, %2: median %3, all runs %4", "a model, a measured figure, values")
                               .arg(model.title, columns[i].name, value.median, value.spread);
            }
            sheet.part(QStringLiteral("cell %1 %2").arg(model.name, QLatin1String(replay::name(columns[i].most).data())),
                       cell(i, y, height), sentence);
        }
        y += height;
    }
    return y + measure::gap;
}

} // namespace figures
