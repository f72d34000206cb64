// SPDX-License-Identifier: MIT
#include "cli/compared.h"

#include "lessons/comparison.h"
#include "words/measures.h"

#include <algorithm>

namespace cli {
namespace {

constexpr qsizetype widest_head = 16, widest_model = 30; // letters
constexpr auto gap = "  ";

// Broken at spaces into lines of at most `width` letters, as far as that is possible.
QStringList broken(const QString &words, qsizetype width)
{
    QStringList lines;
    for (const QString &word : words.split(u' '))
        if (!lines.isEmpty() && lines.back().size() + 1 + word.size() <= width)
            lines.back() += u' ' + word;
        else
            lines += word;
    return lines;
}

// A cell is some lines, a row as high as its highest cell.
struct Table {
    QList<QList<QStringList>> rows;

    void print(Terminal &terminal) const
    {
        QList<qsizetype> widths;
        for (const auto &row : rows)
            for (qsizetype i = 0; i < row.size(); ++i) {
                if (i == widths.size())
                    widths += 0;
                for (const QString &line : row[i])
                    widths[i] = std::max(widths[i], line.size());
            }
        for (const auto &row : rows) {
            qsizetype height = 0;
            for (const QStringList &cell : row)
                height = std::max(height, cell.size());
            for (qsizetype line = 0; line < height; ++line) {
                QString text;
                for (qsizetype i = 0; i < row.size(); ++i) {
                    const QString cell = row[i].value(line);
                    text += i ? gap + cell.rightJustified(widths[i]) : cell.leftJustified(widths[i]);
                }
                terminal.line(text.trimmed().isEmpty() ? QString() : text);
            }
        }
    }
};

} // namespace

void print_comparison(Terminal &terminal, const comparison::Result &result)
{
    const words::Language &language = terminal.language();
    const auto planned = [](const comparison::Run &run) { return replay::planned({&run.measured, 1}); };
    const auto columns = words::measure_columns(language, std::ranges::any_of(result.runs, planned));
    Table table;
    QList<QStringList> head{{}};
    for (const auto &column : columns)
        head += broken(column.name, widest_head);
    table.rows += head;
    for (size_t entry = 0; entry < result.plan.entries.size(); ++entry) {
        const auto runs = result.measured(entry);
        if (runs.empty())
            continue;
        QList<QStringList> row{broken(lessons::entry_title(language, result.plan.entries[entry]), widest_model)};
        for (const auto &column : columns) {
            const words::MeasureCell cell = words::measure_cell(language, column, runs);
            row += {cell.median, cell.spread};
        }
        table.rows += row;
    }
    terminal.line(lessons::workload_line(language, result.plan.workload));
    terminal.line(QString());
    if (table.rows.size() > 1) {
        table.print(terminal);
        terminal.line(QString());
        if (result.plan.workload.repeats > 1)
            terminal.line(terminal.say("Cli", "Of each model: the median of its runs (of an even number the lower of the two in the middle), "
                                              "below it the least and the most."));
    }
    for (const QString &note : lessons::result_notes(language, result))
        terminal.line(note);
}

} // namespace cli
