// SPDX-License-Identifier: MIT
#include "ui/hall/speaker_page.h"

#include "drawing/sheet.h"

#include <algorithm>

namespace ui {
namespace {

using drawing::Ink;
using drawing::Shape;

// Shares of the height.
constexpr qreal head = 0.09, foot = 0.08, margin = 0.03, small = 0.018, body = 0.021, said = 0.026, clock_size = 0.05, line = 1.42;

class Page {
public:
    Page(const words::Language &of, QSizeF size) : language(of), m_sheet(size), m_h(size.height()) {}

    const words::Language &language;

    qreal px(qreal share) const { return share * m_h; }
    Shape &text(const QRectF &rect, const QString &words, qreal size, Ink ink = Ink::text, Ink ground = Ink::paper)
    {
        Shape &shape = m_sheet.text(rect, words, ink, ground);
        shape.size = int(px(size));
        return shape;
    }
    void heading(qreal x, qreal y, qreal width, const QString &words) { text({x, y, width, px(small * line)}, words, small, Ink::muted).bold = true; }
    // In lines from `y` on, no further than to `bottom`; returns where the next line goes.
    qreal paragraph(qreal x, qreal y, qreal width, qreal bottom, const QString &words, qreal size, Ink ink, Ink ground)
    {
        for (const QString &each : drawing::wrapped(words, width, int(px(size)))) {
            if (y + px(size * line) > bottom)
                break;
            text({x, y, width, px(size * line)}, each, size, ink, ground);
            y += px(size * line);
        }
        return y;
    }
    // The largest letters in which all of it has room: those of the body, or somewhat smaller ones.
    qreal fitting(const QString &words, qreal width, qreal height) const
    {
        qreal size = body;
        while (size > small && qreal(drawing::wrapped(words, width, int(px(size))).size()) * px(size * line) > height)
            size -= 0.0005;
        return std::max(size, small);
    }
    Shape &frame(const QRectF &rect)
    {
        Shape &shape = m_sheet.box(rect, Ink::panel);
        shape.stroked = true;
        shape.width = px(0.0014);
        shape.radius = px(0.006);
        return shape;
    }
    drawing::Sheet &sheet() { return m_sheet; }

private:
    drawing::Sheet m_sheet;
    const qreal m_h;
};

void draw_head(Page &page, const SpeakerPage &of)
{
    const qreal width = page.sheet().size().width(), left = page.px(margin), high = page.px(head);
    page.sheet().box({0, 0, width, high}, Ink::panel);
    const qreal clock = drawing::width_of(of.clock, int(page.px(clock_size)), true) + 1;
    page.text({left, 0, clock, high}, of.clock, clock_size, Ink::text, Ink::panel).bold = true;
    const qreal x = left + clock + page.px(margin), bar = width * 0.26;
    page.text({x, page.px(0.012), bar, page.px(body * line)}, of.spent, body, Ink::text, Ink::panel);
    const QRectF trough(x, page.px(0.054), bar, page.px(0.014));
    page.sheet().box(trough, Ink::faint).radius = page.px(0.007);
    page.sheet().box({trough.topLeft(), QSizeF(bar * std::clamp(of.done, 0., 1.), trough.height())}, Ink::accent).radius = page.px(0.007);
    page.sheet().box({x + bar * std::clamp(of.planned, 0., 1.) - page.px(0.002), trough.top() - page.px(0.006), page.px(0.004), trough.height() + page.px(0.012)}, Ink::waiting);
    page.text({x + bar + page.px(0.016), page.px(0.045), width * 0.24, page.px(0.032)}, of.pace, small, Ink::muted, Ink::panel);
    const qreal title = width * 0.56;
    Shape &name = page.text({title, page.px(0.012), width - title - left, page.px(body * line)}, of.title, small, Ink::muted, Ink::panel);
    name.align = Qt::AlignRight | Qt::AlignVCenter;
    Shape &place = page.text({title, page.px(0.045), width - title - left, page.px(0.032)}, of.place, body, Ink::text, Ink::panel);
    place.align = Qt::AlignRight | Qt::AlignVCenter;
    place.bold = true;
}

void draw_foot(Page &page)
{
    const QSizeF size = page.sheet().size();
    const qreal top = size.height() - page.px(foot);
    page.sheet().box({0, top, size.width(), page.px(foot)}, Ink::panel);
    const std::pair<QString, QString> keys[] = {
        {QStringLiteral("Page ↓"), page.language.say("Hall", "next", "a key of the clicker")}, {QStringLiteral("Page ↑"), page.language.say("Hall", "back", "a key of the clicker")},
        {QStringLiteral("."), page.language.say("Hall", "dark", "a key of the clicker")}, {QStringLiteral("W"), page.language.say("Hall", "white", "a key of the clicker")},
        {QStringLiteral("F5"), page.language.say("Hall", "chapter's start", "a key of the clicker")}, {QStringLiteral("Esc"), page.language.say("Hall", "end", "a key of the clicker")},
        {QStringLiteral("→"), page.language.say("Hall", "a step", "a key")}, {QStringLiteral("A"), page.language.say("Hall", "answers", "a key")}};
    qreal x = page.px(margin);
    for (const auto &[key, does] : keys) {
        const qreal wide = drawing::width_of(key, int(page.px(small)), true) + page.px(0.024), word = drawing::width_of(does, int(page.px(small))) + 1;
        if (x + wide + word > size.width())
            break;
        const QRectF cap(x, top + page.px(0.02), wide, page.px(0.04));
        page.frame(cap).stroke = Ink::line;
        Shape &letter = page.text(cap, key, small, Ink::text, Ink::panel);
        letter.align = Qt::AlignCenter;
        letter.bold = true;
        page.text({cap.right() + page.px(0.008), cap.top(), word, cap.height()}, does, small, Ink::text, Ink::panel);
        x = cap.right() + page.px(0.03) + word;
    }
}

// A line with its mark: a check, a triangle, a ring.
qreal draw_line(Page &page, const SpeakerPage::Line &each, qreal x, qreal y, qreal width, qreal size)
{
    const char *marks[] = {"✓", "▶", "○"};
    const qreal mark = page.px(0.03), beside = each.beside.isEmpty() ? 0 : drawing::width_of(each.beside, int(page.px(small))) + page.px(0.012), high = page.px(size * line);
    page.text({x, y, mark, high}, QString::fromUtf8(marks[each.mark]), size, each.mark == SpeakerPage::Line::done ? Ink::running : Ink::accent).bold = true;
    const QStringList lines = drawing::wrapped(each.text, width - mark - beside, int(page.px(size)), each.mark == SpeakerPage::Line::now);
    for (qsizetype i = 0; i < lines.size(); ++i)
        page.text({x + mark, y + qreal(i) * high, width - mark - beside, high}, lines[i], size).bold = each.mark == SpeakerPage::Line::now;
    page.text({x + width - beside, y, beside, high}, each.beside, small, Ink::muted).align = Qt::AlignRight | Qt::AlignVCenter;
    return y + high * qreal(lines.size());
}

} // namespace

drawing::Drawing speaker_page(const words::Language &language, const SpeakerPage &of, QSizeF size, QSizeF audience, QRectF &preview)
{
    Page page(language, size);
    const qreal left = page.px(margin), bottom = size.height() - page.px(foot) - page.px(0.02), middle = size.width() * 0.61;
    draw_head(page, of);
    draw_foot(page);
    qreal y = page.px(head + 0.015);
    page.heading(left, y, middle - left, page.language.say("Hall", "ON THE SCREEN"));
    Shape &state = page.text({left, y, middle - left, page.px(small * line)}, of.screen, small, Ink::running);
    state.bold = true;
    state.align = Qt::AlignRight | Qt::AlignVCenter;
    y += page.px(0.034);
    constexpr qreal next_least = 0.19;
    const qreal room = bottom - y - page.px(next_least);
    QSizeF picture = audience.scaled(middle - left, room, Qt::KeepAspectRatio);
    preview = QRectF(QPointF(left, y), picture);
    Shape &edge = page.sheet().box(preview.adjusted(-2, -2, 2, 2), Ink::waiting);
    edge.filled = false;
    edge.stroked = true;
    edge.stroke = Ink::waiting;
    edge.width = 3;
    y = preview.bottom() + page.px(0.02);
    page.heading(left, y, middle - left, page.language.say("Hall", "NEXT"));
    y += page.px(0.034);
    const QRectF next(left, y, middle - left, bottom - y);
    page.frame(next);
    page.sheet().box({next.left(), next.top(), page.px(0.006), next.height()}, Ink::accent);
    const qreal words_end = page.paragraph(next.left() + page.px(0.025), next.top() + page.px(0.012), next.width() - page.px(0.05), next.bottom(), of.next, said, Ink::text, Ink::panel);
    page.paragraph(next.left() + page.px(0.025), words_end + page.px(0.004), next.width() - page.px(0.05), next.bottom(), of.next_note, small, Ink::muted, Ink::panel);

    const qreal x = middle + page.px(margin), width = size.width() - x - left;
    y = page.px(head + 0.015);
    page.heading(x, y, width, page.language.say("Hall", "THE LECTURER'S NOTES"));
    y += page.px(0.034);
    const qreal chapters = page.px(0.04) + qreal(of.chapters.size()) * page.px(small * line), questions = of.questions.empty() ? 0 : page.px(0.2);
    const QRectF notes(x, y, width, std::max(page.px(0.15), bottom - y - chapters - questions - page.px(0.03)));
    page.frame(notes);
    const QRectF note = notes.adjusted(page.px(0.025), page.px(0.015), -page.px(0.025), 0);
    page.paragraph(note.left(), note.top(), note.width(), note.bottom(), of.note, page.fitting(of.note, note.width(), note.height()), Ink::text, Ink::panel);
    y = notes.bottom() + page.px(0.015);
    if (!of.questions.empty()) {
        page.heading(x, y, width, page.language.say("Hall", "QUESTIONS OF THE CHAPTER"));
        y += page.px(0.034);
        for (const SpeakerPage::Line &each : of.questions)
            if (y + page.px(body * line) < bottom - chapters)
                y = draw_line(page, each, x, y, width, body);
    }
    y = std::max(y, bottom - chapters);
    if (!of.chapters.empty())
        page.heading(x, y, width, page.language.say("Hall", "CHAPTERS"));
    y += page.px(0.034);
    for (const SpeakerPage::Line &each : of.chapters)
        if (y + page.px(small * line) <= bottom + 1)
            y = draw_line(page, each, x, y, width, small);
    return page.sheet().take();
}

} // namespace ui
