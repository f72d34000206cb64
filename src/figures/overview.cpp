// SPDX-License-Identifier: MIT
// The figures on one sheet of 16:10, as the window arranges them, sets or crossing as the server asks for: for a slide.
#include "drawing/sheet.h"
#include "figures/cast.h"
#include "words/sentences.h"

#include <algorithm>

namespace figures {
namespace {

constexpr QSizeF sheet_size(1600, 1000);
constexpr qreal outer = 16, between_panels = 12, head_height = 52, title_height = 32, left_width = 1000;

void draw_panel(Drawing &sheet, const Scene &scene, QLatin1String name, const QRectF &rect)
{
    const Figure *figure = named(QString(name));
    if (!figure)
        return;
    Sheet frame(sheet.size);
    frame.card(rect).stroke = Ink::line;
    const QRectF title(rect.left() + measure::margin, rect.top() + 4, rect.width() - 2 * measure::margin,
                       title_height - 4);
    Shape &words = frame.text(title, figure->title(scene.language), Ink::muted);
    words.bold = true;
    words.size = 14;
    place(sheet, frame.take(), {});
    const QRectF inside = rect.adjusted(2, title_height, -2, -4);
    place(sheet, figure->draw(scene, inside.size()), inside.topLeft());
}

QString instant_text(const Scene &scene)
{
    const words::Language &language = scene.language;
    const trace::Trace &trace = scene.replay.trace();
    const QString time = language.duration(scene.instant.time - std::min(scene.instant.time, trace.begin()));
    if (scene.instant.complete == 0)
        return language.say("Figures", "%1 after the beginning", "the instant shown: a duration").arg(time);
    return language
        .say("Figures", "Step %1 of %2 · %3 after the beginning", "the instant shown: two numbers, a duration")
        .arg(language.number(qlonglong(scene.instant.complete) - 1),
             language.number(qlonglong(trace.events().size()) - 1), time);
}

void draw_head(Drawing &sheet, const Scene &scene)
{
    const trace::Run &run = scene.replay.trace().run;
    Sheet head(sheet.size);
    head.box(QRectF(QPointF(), sheet.size), Ink::panel);
    const QRectF row(outer + measure::margin, 4, sheet.size.width() - 2 * (outer + measure::margin), head_height - 4);
    const QString server = QString::fromStdString(run.server);
    const QString name = server.isEmpty() ? scene.language.say("Figures", "A recorded run")
        : run.port ? scene.language.say("Figures", "Server %1, port %2").arg(server, QString::number(run.port))
                   : scene.language.say("Figures", "Server %1").arg(server);
    Shape &title = head.text(row, name, Ink::text, Ink::panel);
    title.size = 20;
    title.bold = true;
    Shape &instant = head.text(row, instant_text(scene), Ink::text, Ink::panel);
    instant.size = 17;
    instant.align = Qt::AlignRight | Qt::AlignVCenter;
    place(sheet, head.take(), {});
}

// One panel of a column and its share of the height.
struct Panel {
    QLatin1String name;
    qreal share;
};

void draw_column(Drawing &sheet, const Scene &scene, const std::vector<Panel> &panels, const QRectF &column)
{
    qreal whole = 0;
    for (const Panel &panel : panels)
        whole += panel.share;
    const qreal height = column.height() - between_panels * qreal(panels.size() - 1);
    qreal y = column.top();
    for (const Panel &panel : panels) {
        const qreal own = height * panel.share / whole;
        draw_panel(sheet, scene, panel.name, QRectF(column.left(), y, column.width(), own));
        y += own + between_panels;
    }
}

// Whether the server has a table to show: that of a blocking one would stay empty.
bool has_variables(const Scene &scene)
{
    const auto &threads = scene.replay.trace().threads;
    const size_t front = scene.front_thread();
    return front < threads.size() && !threads[front].variables.empty();
}

Drawing draw_overview(const Scene &scene)
{
    Drawing sheet;
    sheet.size = sheet_size;
    draw_head(sheet, scene);
    const qreal top = head_height, height = sheet_size.height() - top - outer;
    std::vector<Panel> left{{QLatin1String("stage"), 370}};
    const bool variables = has_variables(scene);
    left.push_back({QLatin1String(asks_with_sets(scene.replay.trace(), scene.front) ? "sets" : "crossing"), 240});
    left.push_back({QLatin1String("timeline"), 300});
    draw_column(sheet, scene, left, QRectF(outer, top, left_width, height));

    const qreal right = outer + left_width + between_panels, width = sheet_size.width() - outer - right;
    const QRectF column(right, top, width, height);
    const qreal low = 320; // the bottom row: totals, and the table if there is one
    draw_column(sheet, scene, {{QLatin1String("listing"), 360}, {QLatin1String("words"), 230}},
                column.adjusted(0, 0, 0, -low - between_panels));
    const QRectF bottom(right, column.bottom() - low, width, low);
    const qreal table = variables ? 262 : 0;
    if (table > 0)
        draw_panel(sheet, scene, QLatin1String("client_FD"), QRectF(bottom.left(), bottom.top(), table, low));
    draw_panel(sheet, scene, QLatin1String("totals"),
               bottom.adjusted(table > 0 ? table + between_panels : 0, 0, 0, 0));
    return sheet;
}

} // namespace

QSizeF overview_size(const Scene &)
{
    return sheet_size;
}

Drawing overview(const Scene &scene, QSizeF size)
{
    if (size.isEmpty())
        size = sheet_size;
    const qreal factor = std::min(size.width() / sheet_size.width(), size.height() / sheet_size.height());
    const Drawing sheet = scaled(draw_overview(scene), factor);
    Drawing whole;
    whole.size = size;
    Sheet ground(size);
    ground.box(QRectF(QPointF(), size), Ink::panel);
    place(whole, ground.take(), {});
    place(whole, sheet, QPointF((size.width() - sheet.size.width()) / 2, (size.height() - sheet.size.height()) / 2));
    return whole;
}

} // namespace figures
