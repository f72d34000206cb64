// SPDX-License-Identifier: MIT
#include "ui/hall/speaker_view.h"

#include "ui/hall/audience_view.h"
#include "ui/lesson/lecture.h"

#include <QCloseEvent>
#include <QPainter>
#include <QRegularExpression>
#include <QTime>

#include <algorithm>

namespace ui {
namespace {

constexpr qreal height_in_units = 1000;

// What the lesson's file says, without what the recording has put in.
QString unmeasured(QString text)
{
    static const QRegularExpression placeholder(QStringLiteral(R"(\{[a-z]+\})"));
    return text.replace(placeholder, QStringLiteral("…")).remove(u'`');
}

} // namespace

SpeakerView::SpeakerView(AudienceView &audience, Session &session, Lecture &lecture, Preferences &preferences)
    : m_audience(audience), m_session(session), m_lecture(lecture), m_preferences(preferences)
{
    setObjectName("speaker");
    setAttribute(Qt::WA_OpaquePaintEvent);
    setFocusPolicy(Qt::StrongFocus);
    m_since.start();
    follow_clock();
    connect(&lecture, &Lecture::changed, this, &SpeakerView::follow_clock);
    connect(&audience, &AudienceView::redrawn, this, qOverload<>(&QWidget::update));
    m_second.setInterval(1000);
    connect(&m_second, &QTimer::timeout, this, qOverload<>(&QWidget::update));
    m_second.start();
}

void SpeakerView::refresh()
{
    const SpeakerPage now = page();
    setAccessibleName(tr("Speaker's view"));
    setAccessibleDescription(tr("Next: %1").arg(now.next));
    update();
}

void SpeakerView::set_answers_shown(bool shown)
{
    m_answers = shown;
    refresh();
}

// Each lesson has a clock of its own, which goes on when one comes back to it.
void SpeakerView::follow_clock()
{
    const QString lesson = m_lecture.lesson() ? m_lecture.lesson()->name : QString();
    if (lesson.isEmpty() || lesson == m_lesson)
        return;
    m_before[m_lesson] += m_since.restart();
    m_lesson = lesson;
}

qint64 SpeakerView::spent() const
{
    const auto before = m_before.find(m_lesson);
    return ((before == m_before.end() ? 0 : before->second) + m_since.elapsed()) / 1000;
}

// Early: the chapter we are in was to begin later; late: it was to be over.
void SpeakerView::tell_clock(SpeakerPage &page) const
{
    const auto minutes = [](qint64 seconds) { return QStringLiteral("%1:%2").arg(seconds / 60, 2, 10, QLatin1Char('0')).arg(seconds % 60, 2, 10, QLatin1Char('0')); };
    const qint64 spent = this->spent();
    page.clock = QTime::currentTime().toString(QStringLiteral("HH:mm"));
    const lessons::Item *item = m_lecture.item();
    const size_t here = item ? item->in_chapter : 0;
    qint64 whole = 0, from = 0, to = 0; // s
    for (size_t i = 0; m_lecture.lesson() && i < m_lecture.lesson()->chapters.size(); ++i) {
        const qint64 chapter = m_lecture.lesson()->chapters[i].minutes * 60;
        whole += chapter;
        from += i + 1 < here ? chapter : 0;
        to += i + 1 <= here ? chapter : 0;
    }
    if (whole == 0) { // nobody has planned it
        page.spent = tr("lectured %1", "minutes and seconds").arg(minutes(spent));
        return;
    }
    page.spent = tr("lectured %1 of %2", "minutes and seconds, planned").arg(minutes(spent), minutes(whole));
    page.done = double(spent) / double(whole);
    const auto &items = m_lecture.followed().items;
    const auto in_chapter = [&](const lessons::Item &each) { return each.in_chapter == here; };
    const auto first = std::ranges::find_if(items, in_chapter);
    const qint64 all = std::ranges::count_if(items, in_chapter), at = here && first != items.end() ? qint64(m_lecture.at()) - (first - items.begin()) : 0;
    page.planned = (double(from) + double(to - from) * double(at) / double(std::max<qint64>(all, 1))) / double(whole);
    const int early = int((from - spent + 30) / 60), late = int((spent - to + 30) / 60);
    page.pace = here && early > 0 ? tr("%1 min early").arg(early) : here && late > 0 ? tr("%1 min late").arg(late) : tr("on time");
}

QString SpeakerView::chapter_note() const
{
    const lessons::Item *item = m_lecture.item();
    if (!item || item->in_chapter == 0)
        return {};
    return m_lecture.lesson()->chapters[item->in_chapter - 1].note.in(m_preferences.language());
}

void SpeakerView::tell_lesson(SpeakerPage &page) const
{
    using Line = SpeakerPage::Line;
    const words::Language &language = m_preferences.language();
    const lessons::LessonFile &lesson = *m_lecture.lesson();
    const auto &items = m_lecture.followed().items;
    const size_t at = m_lecture.at();
    const lessons::Item *item = m_lecture.item();
    const size_t here = item ? item->in_chapter : 0;
    page.note = chapter_note();
    if (page.note.isEmpty())
        page.note = tr("Goal: %1").arg(lesson.goal.in(language));
    for (size_t i = 0; i < lesson.chapters.size(); ++i) {
        const int minutes = lesson.chapters[i].minutes;
        page.chapters.push_back({i + 1 < here ? Line::done : i + 1 == here ? Line::now : Line::open, QStringLiteral("%1. %2").arg(i + 1).arg(lesson.chapters[i].title.in(language)),
                                 minutes > 0 ? tr("%1 min").arg(minutes) : QString()});
    }
    if (!item) {
        page.next = lesson.title.in(language);
        return;
    }
    page.place = here ? tr("chapter %1 of %2, sentence %3 of %4").arg(here).arg(lesson.chapters.size()).arg(at + 1).arg(m_lecture.items_in_all()) : QString();
    for (size_t i = 0; i < items.size(); ++i) {
        if (items[i].in_chapter != here || !items[i].question)
            continue;
        const bool answered = i < at || (i == at && !m_lecture.waits_for_answer());
        page.questions.push_back({answered ? Line::done : i == at ? Line::now : Line::open, items[i].text, {}});
        if ((answered || m_answers) && items[i].answer)
            page.questions.back().text += QStringLiteral(" → ") + items[i].answer->text;
    }
    if (const lessons::Item *more = m_lecture.asked_next(); more && m_lecture.waits_for_answer()) {
        page.next = more->text;
        return;
    }
    if (m_lecture.waits_for_answer()) {
        page.next = tr("The kernel answers.");
        page.next_note = !item->answer ? tr("There is no answer yet: the kernel has not been asked.")
            : m_answers                ? item->answer->text
                                       : tr("There is no answer yet: the kernel has not been asked. A shows the one that is recorded.");
        return;
    }
    if (at + 1 >= items.size()) {
        page.next = item->kind == lessons::Item::end ? tr("The next lesson") : tr("The kernel answers.");
        return;
    }
    const lessons::Item &next = items[at + 1];
    page.next = next.text;
    if (next.kind != lessons::Item::say || m_answers)
        return;
    for (const lessons::Say &say : lesson.chapters[next.in_chapter - 1].say)
        if (say.moment == next.moment && say.look == next.look) {
            page.next = unmeasured(say.text.in(language));
            if (page.next != next.text)
                page.next_note = tr("What is measured of it is not there yet. A shows it.");
        }
}

SpeakerPage SpeakerView::page() const
{
    SpeakerPage page;
    const HallPage &shown = m_audience.page();
    page.title = shown.title;
    page.screen = m_audience.blank() == AudienceView::Blank::no ? tr("shown") : m_audience.blank() == AudienceView::Blank::black ? tr("black") : tr("white");
    tell_clock(page);
    if (m_lecture.lesson())
        tell_lesson(page);
    else
        page.next = m_session.at_end() ? tr("The run's next step") : tr("The recording's next step");
    return page;
}

drawing::Drawing SpeakerView::drawing(QRectF &preview) const
{
    const QSizeF room = QSizeF(size()) * (height_in_units / qMax(1, height()));
    return speaker_page(m_preferences.language(), page(), room, m_audience.size(), preview);
}

// Dark whatever the audience has: it is read beside a projector.
void SpeakerView::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const drawing::Theme theme = drawing::Theme::of(drawing::ThemeName::dark);
    painter.fillRect(rect(), theme.colour(drawing::Ink::paper));
    const qreal scale = height() / height_in_units;
    painter.scale(scale, scale);
    QRectF preview;
    drawing::paint(drawing(preview), theme, painter);
    painter.setClipRect(preview);
    painter.translate(preview.topLeft());
    m_audience.paint_on(painter, preview.size());
}

void SpeakerView::closeEvent(QCloseEvent *event)
{
    QWidget::closeEvent(event);
    emit closed();
}

} // namespace ui
