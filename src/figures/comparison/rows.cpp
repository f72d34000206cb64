// SPDX-License-Identifier: MIT
// One message of each model: on the left the whole wait, on the right what happens around its arrival, magnified. Both axes
// are real time, the same for every row, and 0 is where the client calls send().
#include "calls/schema.h"
#include "drawing/sheet.h"
#include "figures/comparison/comparison.h"
#include "words/message.h"

#include <algorithm>
#include <cmath>

namespace figures {
namespace {

using replay::Stretch;

constexpr qreal title_width = 210, panel_gap = 26, bar = 22, thin = 5; // px
constexpr qreal row_height = bar + measure::row + 14, least_row_height = bar + measure::row + 4;

// A stretch of real time, ns from the client's send(), on a stretch of paper.
struct Panel {
    qreal left = 0, right = 0;
    int64_t from = 0, to = 1;
    qreal x(int64_t time) const { return left + (right - left) * qreal(time - from) / qreal(to - from); }
    qreal inside(int64_t time) const { return std::clamp(x(time), left, right); }
};

int64_t ended(const Compared &model)
{
    return std::max(model.answered, model.example->message.in_hand) - model.example->message.earliest;
}

// All of the waits, all of the messages.
Panel whole(const std::vector<const Compared *> &models)
{
    Panel panel;
    panel.to = 0;
    for (const Compared *model : models) {
        const replay::Message &message = model->example->message;
        const int64_t since = model->stretches.empty() ? message.earliest : model->stretches.front().begin;
        panel.from = std::min(panel.from, since - message.earliest);
        panel.to = std::max(panel.to, ended(*model));
    }
    panel.to += std::max<int64_t>((panel.to - panel.from) / 20, 1);
    return panel;
}

// As much as lets the quick ones be seen: those that take up to a few times as long as the quickest.
Panel magnified(const std::vector<const Compared *> &models)
{
    constexpr int64_t at_most = 4;
    int64_t least = INT64_MAX, most = 0;
    for (const Compared *model : models)
        least = std::min(least, ended(*model));
    for (const Compared *model : models)
        if (ended(*model) <= at_most * least)
            most = std::max(most, ended(*model));
    return {.from = -std::max<int64_t>(most / 5, 1), .to = most + std::max<int64_t>(most / 6, 1)};
}

Ink ink_of(Stretch::Kind kind)
{
    switch (kind) {
    case Stretch::waiting: return Ink::waiting;
    case Stretch::copying: return Ink::copying;
    case Stretch::polling: return Ink::failed;
    case Stretch::running: return Ink::running;
    case Stretch::in_call: break;
    }
    return Ink::line;
}

void draw_axis(Sheet &sheet, const Panel &panel, const words::Language &language, qreal y)
{
    constexpr qreal label_room = 86; // px
    const double least = double(panel.to - panel.from) * label_room / (panel.right - panel.left);
    double step = std::pow(10, std::floor(std::log10(least)));
    for (const double times : {1., 2., 5., 10.})
        if (step * times >= least) {
            step *= times;
            break;
        }
    sheet.line({panel.left, y + measure::row}, {panel.right, y + measure::row}, Ink::line);
    for (double at = std::ceil(double(panel.from) / step) * step; at <= double(panel.to); at += step) {
        const auto time = int64_t(std::llround(at));
        const qreal x = panel.x(time);
        sheet.line({x, y + measure::row - 4}, {x, y + measure::row + (time == 0 ? 4 : 0)}, time == 0 ? Ink::signal : Ink::line);
        const QString label = time == 0 ? QStringLiteral("0")
            : time < 0                  ? QStringLiteral("−") + language.duration(-time)
                                        : language.duration(time);
        const qreal half = width_of(label) / 2 + 1;
        if (x - half < panel.left - 12 || x + half > panel.right + 12)
            continue;
        sheet.text(QRectF(x - half, y - 4, 2 * half, measure::row), label, time == 0 ? Ink::signal : Ink::muted).align
            = Qt::AlignCenter;
    }
}

// From waiting to copying: somewhere between two instants, no more is known.
void draw_between(Sheet &sheet, const QRectF &rect)
{
    sheet.box(rect, Ink::waiting);
    QPainterPath way(rect.bottomLeft());
    way.lineTo(rect.topRight());
    way.lineTo(rect.bottomRight());
    way.closeSubpath();
    Shape &copy = sheet.path(way, Ink::copying);
    copy.fill = Ink::copying;
    copy.filled = true;
    copy.stroked = false;
}

void draw_bar(Sheet &sheet, const Panel &panel, const Compared &model, qreal top)
{
    const int64_t zero = model.example->message.earliest;
    qreal drawn = panel.left; // up to here
    for (const Stretch &one : model.stretches) {
        const qreal from = std::max(drawn, std::round(panel.inside(one.begin - zero)));
        const qreal to = std::round(panel.inside(one.end - zero));
        if (to <= from)
            continue;
        drawn = to;
        const qreal height = one.kind == Stretch::running ? thin : bar;
        const QRectF rect(from, top + bar - height, to - from, height);
        sheet.box(rect, ink_of(one.kind));
        if (one.handler) {
            Shape &frame = sheet.box(QRectF(from, top, to - from, bar), Ink::paper);
            frame.filled = false;
            frame.stroked = true;
            frame.stroke = Ink::signal;
            frame.width = 2;
        }
        if (one.kind == Stretch::waiting && one.known == replay::Known::bracketed && one.earliest < one.end) {
            const qreal earliest = std::max(from, panel.inside(one.earliest - zero)), latest = panel.inside(one.latest - zero);
            if (latest - earliest >= 2)
                draw_between(sheet, QRectF(earliest, top, latest - earliest, bar));
        }
        const QString call = one.call == trace::Call::count_
                                 ? QString()
                                 : QString::fromUtf8(calls::name(one.call).data(), qsizetype(calls::name(one.call).size()));
        if (!call.isEmpty() && to - from > width_of(call, measure::text, false, true) + 8)
            sheet.code(rect.adjusted(4, 0, -4, 0), call, Ink::text, ink_of(one.kind));
    }
    Shape &send = sheet.line({panel.x(0), top - 4}, {panel.x(0), top + bar + 3}, Ink::signal);
    send.width = 1.5;
    // The moment it is in hand.
    const int64_t in_hand = model.example->message.in_hand - zero;
    if (in_hand <= panel.to) {
        const qreal x = panel.x(in_hand);
        Shape &mark = sheet.line({x, top - 4}, {x, top + bar + 3}, Ink::text);
        mark.width = 2;
    } else {
        sheet.text(QRectF(panel.right - 18, top - 1, 18, bar), QStringLiteral("→"), Ink::text, Ink::paper).align = Qt::AlignCenter;
    }
}

qreal draw_legend(Sheet &sheet, const words::Language &language, qreal left, qreal top)
{
    struct Sign {
        Ink ink;
        QString words;
    };
    const Sign signs[] = {
        {Ink::waiting, language.say("Figures", "blocked: waits for data (phase 1)")},
        {Ink::copying, language.say("Figures", "copies (phase 2)")},
        {Ink::failed, language.say("Figures", "calls that find nothing")},
        {Ink::line, language.say("Figures", "in another call")},
        {Ink::running, language.say("Figures", "runs")},
    };
    qreal x = left;
    const auto put = [&](const QString &words, auto draw_sign) {
        const qreal width = width_of(words) + 2;
        if (x > left && x + 24 + width > sheet.size().width() - measure::margin) { // on to the next line
            x = left;
            top += measure::row;
        }
        draw_sign();
        sheet.text(QRectF(x + 24, top, width, measure::row), words, Ink::muted);
        x += 24 + width + 14;
    };
    for (const Sign &sign : signs)
        put(sign.words, [&] {
            const qreal height = sign.ink == Ink::running ? thin : 12;
            sheet.box(QRectF(x, top + 4 + 12 - height, 18, height), sign.ink);
        });
    put(language.say("Figures", "from the one to the other, when exactly is not known"),
        [&] { draw_between(sheet, QRectF(x, top + 4, 18, 12)); });
    return top + measure::row + measure::gap;
}

// The first of them for which there is room in the usual letters.
void say_what_fits(Sheet &sheet, const QRectF &rect, const QStringList &from_long_to_short)
{
    for (const QString &words : from_long_to_short)
        if (width_of(words) <= rect.width()) {
            sheet.text(rect, words);
            return;
        }
}

void draw_row(Sheet &sheet, const words::Language &language, const Compared &model, const Panel &left, const Panel &right, qreal y, qreal height, bool large)
{
    const QStringList title = wrapped(model.title, title_width - 10, measure::text, true);
    for (qsizetype line = 0; line < std::min<qsizetype>(title.size(), 2); ++line) {
        Shape &shape = sheet.text(QRectF(measure::margin, y + qreal(line) * measure::row, title_width - 10, measure::row), title[line]);
        shape.bold = true;
        narrow(shape);
    }
    draw_bar(sheet, left, model, y);
    draw_bar(sheet, right, model, y);
    const words::MessageWords said = words::message_words(language, model.example->message, model.stretches, model.helper);
    const QRectF below_left(left.left, y + bar + 2, left.right - left.left + (large ? panel_gap - 8 : 0), measure::row);
    const QRectF below_right(right.left, y + bar + 2, right.right - right.left, measure::row);
    const QString end = said.copy + QStringLiteral(" · ") + said.in_hand;
    if (large) {
        say_what_fits(sheet, below_left, {said.wait});
        say_what_fits(sheet, below_right, {end, said.in_hand});
    } else {
        narrow(sheet.text(below_left, said.wait));
        narrow(sheet.text(below_right, end));
    }
    sheet.part(QStringLiteral("model %1").arg(model.name),
               QRectF(measure::margin - 4, y - 4, sheet.size().width() - 2 * measure::margin + 8, height - 4),
               language.say("Figures", "%1. Phase 1: %2. Phase 2: %3; %4.", "a model, three descriptions")
                   .arg(model.title, said.wait, said.copy, said.in_hand));
}

} // namespace

qreal comparison_rows(Sheet &sheet, const ComparisonScene &scene, qreal top, qreal lowest)
{
    std::vector<const Compared *> models;
    for (const Compared &model : scene.models)
        if (model.example && model.failure.isEmpty())
            models.push_back(&model);
    if (models.empty())
        return top;
    const words::Language &language = scene.language;
    const qreal begin = measure::margin + title_width, end = sheet.size().width() - measure::margin;
    Panel left = whole(models), right = magnified(models);
    left.left = begin;
    left.right = begin + std::round((end - begin) * 0.42);
    right.left = left.right + panel_gap;
    right.right = end;

    qreal y = draw_legend(sheet, language, measure::margin, top);
    const auto head = [&](const Panel &panel, const QString &words) {
        Shape &shape = sheet.text(QRectF(panel.left, y, panel.right - panel.left, measure::row), words);
        shape.bold = true;
        narrow(shape);
    };
    head(left, language.say("Figures", "Phase 1: waiting for one message"));
    head(right, lowest > 0 ? language.say("Figures", "Phase 2, magnified; 0: send() of the client")
                           : language.say("Figures", "Phase 2: from the client's send() (0) to the answer, magnified"));
    y += measure::row + 2;
    const qreal room = lowest - y - measure::row - 10;
    const qreal height = lowest > 0 ? std::clamp(room / qreal(models.size()), least_row_height, row_height) : row_height;
    if (lowest > 0)
        models.resize(std::min(models.size(), size_t(std::max(room / height, 0.))));
    const qreal bottom = y + measure::row + 10 + height * qreal(models.size()) - 10;
    // What of the left side the right one shows.
    const QRectF shown(left.inside(right.from), y + measure::row, left.inside(right.to) - left.inside(right.from), bottom - y - measure::row);
    sheet.box(shown, Ink::faint);
    for (const auto &[from, to] : {std::pair(shown.topRight(), QPointF(right.left, y + measure::row)),
                                   std::pair(shown.bottomRight(), QPointF(right.left, bottom))})
        sheet.line(from, to, Ink::line).dashed = true;
    draw_axis(sheet, left, language, y);
    draw_axis(sheet, right, language, y);
    y += measure::row + 10;
    for (const Compared *model : models) {
        draw_row(sheet, language, *model, left, right, y, height, lowest > 0);
        y += height;
    }
    return y + measure::gap;
}

} // namespace figures
