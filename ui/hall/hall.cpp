// SPDX-License-Identifier: MIT
#include "ui/hall/hall.h"

#include "cli/option_table.h"
#include "lessons/catalogue.h"
#include "ui/audience/usher.h"
#include "ui/common/actions.h"
#include "ui/common/announcer.h"
#include "ui/comparison/runner.h"
#include "ui/hall/audience_view.h"
#include "ui/hall/speaker_view.h"
#include "ui/hall/wakeful.h"
#include "ui/lesson/lecture.h"
#include "words/chapters.h"
#include "words/sentences.h"

#include <QAction>
#include <QApplication>
#include <QKeyEvent>
#include <QScreen>

#include <algorithm>
#include <utility>

namespace ui {
namespace {

constexpr size_t most_figures = 2;

// The first of the lesson, in its order, so that they stay where they are; what is to be looked at is among them.
std::vector<const figures::Figure *> figures_of(const QStringList &front, const figures::Figure *look)
{
    std::vector<const figures::Figure *> chosen;
    for (const QString &name : front)
        if (const figures::Figure *figure = figures::named(name); figure && chosen.size() < most_figures)
            chosen.push_back(figure);
    if (look && std::ranges::find(chosen, look) == chosen.end()) {
        chosen.insert(chosen.begin(), look);
        chosen.resize(std::min(chosen.size(), most_figures));
    }
    return chosen;
}

// The reason tells the answer itself: "0: end of file, too, makes …".
bool begins_with(const QString &reason, const QString &answer)
{
    return reason.startsWith(answer) && (reason.size() == answer.size() || !reason[answer.size()].isLetterOrNumber());
}

// It may be in the middle of the key that ends it.
template <typename View>
void put_away(std::unique_ptr<View> &view)
{
    if (!view)
        return;
    view->hide();
    view.release()->deleteLater();
}

// What the lecture has beside it: -1 the lesson before, 1 the next; empty: there is none.
QString neighbour(const QString &lesson, int which)
{
    const auto all = lessons::lecture();
    const auto here = std::ranges::find_if(all, [&](const char *name) { return lesson == QLatin1String(name); });
    const auto to = here - all.begin() + which;
    return here == all.end() || to < 0 || to >= std::ssize(all) ? QString() : QString::fromLatin1(all[size_t(to)]);
}

bool takes_text(const QWidget &widget)
{
    return widget.inputMethodQuery(Qt::ImEnabled).toBool();
}

} // namespace

Hall::Hall(const Around &around) : QObject(&around.window), m(around), m_compared(std::make_unique<ComparisonRunner>())
{
    connect(m_compared.get(), &ComparisonRunner::over, this, &Hall::show);
    connect(m.actions.present, &QAction::triggered, this, [this] { present(From::chapter); });
    connect(&m.usher, &Usher::changed, this, [this] {
        if (m_invites)
            show();
    });
    connect(m.actions.present_here, &QAction::triggered, this, [this] { present(From::here); });
    for (const auto signal : {&Session::instant_changed, &Session::recording_changed, &Session::state_changed})
        connect(&m.session, signal, this, [this] {
            show();
            if (m_audience)
                m_audience->refresh();
        });
    connect(&m.lecture, &Lecture::changed, this, [this] {
        if (m.lecture.state() != Lecture::State::ready)
            m_problem.clear();
        if (m.lecture.state() != Lecture::State::open)
            m_page = 0;
        go_past_goal();
        show();
    });
    for (const auto signal : {&Lecture::failed, &Lecture::refused})
        connect(&m.lecture, signal, this, [this](const QString &sentence) {
            m_problem = sentence;
            show();
        });
    connect(&m.preferences, &Preferences::language_changed, this, &Hall::show);
    connect(qApp, &QGuiApplication::screenRemoved, this, &Hall::lose);
}

Hall::~Hall()
{
    qApp->removeEventFilter(this);
}

void Hall::present(From from)
{
    if (from == From::chapter)
        to_chapter();
    if (presenting())
        return;
    m_focus = QApplication::focusWidget();
    m_audience = std::make_unique<AudienceView>(m.session, m.preferences);
    connect(m_audience.get(), &AudienceView::closed, this, &Hall::end, Qt::QueuedConnection);
    m_wakeful = std::make_unique<Wakeful>(tr("A lecture is being given"));
    show();
    const QList<QScreen *> screens = QGuiApplication::screens();
    const auto other = std::ranges::find_if(screens, [this](QScreen *screen) { return screen != m.window.screen(); });
    m_screen = other == screens.end() ? m.window.screen() : *other;
    place();
    if (other != screens.end())
        show_speaker();
    qApp->installEventFilter(this);
}

void Hall::place()
{
    m_audience->setScreen(m_screen);
    m_audience->setGeometry(m_screen->geometry());
    m_audience->showFullScreen();
    m_audience->activateWindow();
    m_audience->setFocus();
}

void Hall::show_speaker()
{
    m_speaker = std::make_unique<SpeakerView>(*m_audience, m.session, m.lecture, m.preferences);
    connect(m_speaker.get(), &SpeakerView::closed, this, &Hall::end, Qt::QueuedConnection);
    m_speaker->setScreen(m.window.screen());
    m_speaker->setGeometry(m.window.screen()->geometry());
    m_speaker->showFullScreen();
    m_speaker->activateWindow();
    m_speaker->setFocus();
}

void Hall::end()
{
    if (!presenting())
        return;
    qApp->removeEventFilter(this);
    put_away(m_speaker);
    put_away(m_audience);
    m_invites = false;
    m_wakeful.reset();
    m.window.activateWindow();
    if (m_focus)
        m_focus->setFocus(Qt::OtherFocusReason);
}

void Hall::lose(QScreen *screen)
{
    if (!presenting() || screen != m_screen)
        return;
    put_away(m_speaker);
    const QList<QScreen *> screens = QGuiApplication::screens();
    const auto left = std::ranges::find_if(screens, [screen](const QScreen *each) { return each != screen; });
    m_screen = left == screens.end() ? m.window.screen() : *left;
    place();
    emit screen_lost();
}

HallPage Hall::lesson_page() const
{
    const words::Language &language = m.preferences.language();
    const lessons::LessonFile &lesson = *m.lecture.lesson();
    HallPage page{.title = lesson.title.in(language), .chapter = m.lecture.chapter_title()};
    if (lesson.row.size() > 1 && lesson.row.front() == u'L')
        page.title = tr("Lesson %1 · %2", "of the lecture: its number, its title").arg(lesson.row.mid(1), page.title);
    const lessons::Item *item = m.lecture.item();
    if (!item || item->kind == lessons::Item::goal) {
        page.heading = lesson.title.in(language);
        page.sentence = m_problem.isEmpty() ? lesson.goal.in(language) : m_problem;
        return page;
    }
    page.number = item->in_chapter;
    page.chapters = item->in_chapter ? lesson.chapters.size() : 0;
    page.look = figures::named(item->look);
    page.front = figures_of(lesson.front, page.look);
    page.parts = lessons::parts_looked_at(m.session.trace(), *item);
    if (lesson.comparison)
        put_comparison(page, *item);
    else if (item->look == u"options")
        put_options(page);
    switch (item->kind) {
    case lessons::Item::goal: break;
    case lessons::Item::chapter: page.heading = item->text; break;
    case lessons::Item::say:
        page.heading = item->careful ? tr("Careful") : QString();
        page.sentence = item->text;
        break;
    case lessons::Item::ask:
        page.heading = item->text;
        if (m.lecture.waits_for_answer()) {
            for (const lessons::Offer &offer : m.lecture.offers())
                page.choices += offer.text;
            if (m.lecture.asked_next())
                page.sentence = tr("One more question about this moment comes first, then the answers.");
        } else if (!item->answer)
            page.sentence = tr("The run goes on: the kernel is answering …");
        else
            page.sentence = item->wrong.isEmpty() ? tr("The kernel's answer: %1").arg(item->answer->text)
                : begins_with(item->wrong, item->answer->text) ? tr("The kernel's answer: %1").arg(item->wrong) // it tells the answer itself
                                                  : tr("The kernel's answer: %1. %2", "the answer, the reason").arg(item->answer->text, item->wrong);
        break;
    case lessons::Item::end:
        page.heading = tr("Conclusion");
        page.sentence = item->text;
        break;
    }
    return page;
}

// One message of each model, or what was measured; before it is there, words alone.
void Hall::put_comparison(HallPage &page, const lessons::Item &item) const
{
    const auto &latest = m_compared->latest();
    page.front.clear();
    page.look = nullptr;
    if (!m.lecture.comparison() || !latest || latest->result != m.lecture.comparison())
        return;
    page.comparison = {latest, &latest->scene};
    page.front = {item.look == u"cost" ? &figures::cost_figure() : &figures::one_message_figure()};
    if (!item.question || !item.answer)
        return;
    page.look = page.front.front();
    page.parts = item.question->about == lessons::About::who ? QStringList{QStringLiteral("cell %1 %2").arg(item.answer->value.toString(), item.question->of)}
                                                             : QStringList{QStringLiteral("model ") + item.question->of};
}

// Asked once for each language.
void Hall::put_options(HallPage &page) const
{
    const size_t number = m_page_of == m.lecture.at() ? m_page : 0;
    if (!m_options || m_options->language.code() != m.preferences.language().code())
        m_options = std::make_shared<const figures::OptionsScene>(cli::options_scene(m.preferences.language()));
    if (m_options->page != number) {
        auto turned = std::make_shared<figures::OptionsScene>(*m_options);
        turned->page = number;
        m_options = std::move(turned);
    }
    page.options = m_options;
    page.front = {&figures::options_figure()};
    page.look = nullptr;
}

void Hall::follow_comparison()
{
    const auto result = m.lecture.comparison();
    const QString code = m.preferences.language().code();
    if (!result || (result == m_comparing && code == m_comparing_in))
        return;
    m_comparing = result;
    m_comparing_in = code;
    m_compared->show(result, m.preferences.language());
}

HallPage Hall::page() const
{
    if (m_invites && m.usher.is_open())
        return {.title = tr("I/O Models"), .sentence = spoken(m.preferences.language(), m.usher.invitation()), .invitation = m.usher.invitation()};
    return shown_page();
}

HallPage Hall::shown_page() const
{
    if (m.lecture.lesson())
        return lesson_page();
    const words::Language &language = m.preferences.language();
    const trace::Trace &trace = m.session.trace();
    const QString server = lessons::server_name(trace);
    HallPage page{.title = server.isEmpty() ? tr("I/O Models") : tr("%1 server").arg(server)};
    page.number = words::chapter_at(trace, m.session.world().time);
    page.chapters = page.number ? trace.chapters.size() : 0;
    if (page.number)
        page.chapter = words::chapter_title(language, trace.chapters[page.number - 1]);
    page.sentence = words::explain(language, m.session.replay(), m.session.world(), m.session.instant());
    page.front = figures_of({QStringLiteral("stage"), QStringLiteral("sets")}, nullptr);
    return page;
}

void Hall::show()
{
    if (!presenting())
        return;
    follow_comparison();
    const HallPage now = page();
    if (now != m_audience->page() && m.lecture.lesson())
        m.announcer.say(now.heading.isEmpty() ? now.sentence : now.heading + QStringLiteral(". ") + now.sentence);
    m_audience->show_page(now);
    if (m_speaker)
        m_speaker->refresh();
}

// A question that waits is left to the kernel; at a lesson's end the lecture's next one is chosen.
void Hall::forward()
{
    if (m.lecture.waits_for_answer())
        return m.lecture.leave_to_kernel();
    const lessons::Item *item = m.lecture.item();
    if (item && item->question && !item->answer)
        return; // it is not passed over
    if (turn(1))
        return;
    if (item && item->kind == lessons::Item::end) {
        const QString next = neighbour(m.lecture.lesson()->name, 1);
        return next.isEmpty() ? void() : emit lesson_wanted(next);
    }
    if (m.lecture.state() == Lecture::State::ready)
        m_past_goal = true;
    if (m.lecture.state() != Lecture::State::none)
        return m.actions.forward->trigger();
    const QString before = shown_page().sentence;
    do { // to the next step that has something to say
        if (m.session.at_end())
            return m.actions.step->trigger();
        m.session.next();
    } while (shown_page().sentence.isEmpty() || shown_page().sentence == before);
}

// A lesson's goal stood there before it was begun: the key that began it goes on to what comes next.
void Hall::go_past_goal()
{
    const lessons::Item *item = m.lecture.item();
    if (!item || !std::exchange(m_past_goal, false))
        return;
    if (presenting() && item->kind == lessons::Item::goal)
        m.lecture.next();
}

// What is more than one page; false: there is no further one.
bool Hall::turn(int pages)
{
    const size_t here = m_page_of == m.lecture.at() ? m_page : 0;
    if (!m_audience->page().options)
        return false;
    m_audience->catch_up(); // how many there are
    if ((pages < 0 && here == 0) || (pages > 0 && here + 1 >= m_audience->drawing().pages))
        return false;
    m_page = size_t(int(here) + pages);
    m_page_of = m.lecture.at();
    show();
    return true;
}

void Hall::to_lesson_before()
{
    const QString before = neighbour(m.lecture.lesson()->name, -1);
    if (before.isEmpty())
        return;
    emit lesson_before_wanted(before);
    if (m.lecture.state() != Lecture::State::ready || m.lecture.lesson()->name != before)
        return;
    m_problem = tr("The run of this lesson is not there any more: it begins anew.");
    show();
}

void Hall::backward()
{
    if (turn(-1))
        return;
    if (m.lecture.state() == Lecture::State::ready || (m.lecture.state() == Lecture::State::open && m.lecture.at() == 0))
        return to_lesson_before();
    if (m.lecture.state() != Lecture::State::none)
        return m.actions.backward->trigger();
    const QString before = shown_page().sentence;
    replay::Instant last = m.session.instant();
    do {
        m.session.previous();
        if (m.session.instant() == last)
            return;
        last = m.session.instant();
    } while (shown_page().sentence.isEmpty() || shown_page().sentence == before);
}

void Hall::to_chapter()
{
    if (m.lecture.state() != Lecture::State::none)
        return m.lecture.to_chapter();
    if (m.session.run())
        return; // a run goes on where it is
    const trace::Trace &trace = m.session.trace();
    const size_t chapter = words::chapter_at(trace, m.session.world().time);
    chapter ? m.session.go(m.session.replay().at_time(trace.chapters[chapter - 1].begin)) : m.session.go_first();
}

void Hall::act(const QKeyEvent &key)
{
    const bool ctrl = key.modifiers() & Qt::ControlModifier, blank = m_audience->blank() != AudienceView::Blank::no;
    const auto toggle = [this](AudienceView::Blank wanted) {
        m_audience->set_blank(m_audience->blank() == wanted ? AudienceView::Blank::no : wanted);
        if (m_speaker)
            m_speaker->refresh();
    };
    switch (key.key()) {
    case Qt::Key_Escape: return end();
    case Qt::Key_B:
    case Qt::Key_Period: return toggle(AudienceView::Blank::black);
    case Qt::Key_W: return toggle(AudienceView::Blank::white);
    case Qt::Key_Q:
        m_invites = !m_invites && m.usher.is_open();
        return show();
    case Qt::Key_A:
        if (ctrl && (key.modifiers() & Qt::ShiftModifier)) // nobody is let in from here: only sent out
            return m.usher.is_open() ? m.actions.let_audience_in->trigger() : void();
        if (m_speaker)
            m_speaker->set_answers_shown(!m_speaker->answers_shown());
        return;
    case Qt::Key_Plus:
    case Qt::Key_Equal: return m.preferences.scale_up();
    case Qt::Key_Minus: return m.preferences.scale_down();
    case Qt::Key_0: return m.preferences.set_scale_percent(100);
    default: break;
    }
    if (std::exchange(m_invites, false))
        return show();
    if (blank) { // first what was there comes back
        m_audience->set_blank(AudienceView::Blank::no);
        return show();
    }
    switch (key.key()) {
    case Qt::Key_F5: return key.modifiers() & Qt::ShiftModifier ? void() : to_chapter();
    case Qt::Key_PageDown: return ctrl ? m.lecture.next_chapter() : forward();
    case Qt::Key_PageUp: return ctrl ? m.lecture.previous_chapter() : backward();
    case Qt::Key_Right: return m.actions.step->trigger();
    case Qt::Key_Left: return m.actions.step_back->trigger();
    default: return;
    }
}

// Of the two views every key; elsewhere a clicker's, unless something is being typed.
bool Hall::is_ours(const QWidget &widget, const QKeyEvent &key) const
{
    if (widget.window() == m_audience.get() || widget.window() == m_speaker.get())
        return true;
    switch (key.key()) {
    case Qt::Key_PageDown:
    case Qt::Key_PageUp:
    case Qt::Key_F5:
    case Qt::Key_Escape: return widget.window() == &m.window;
    case Qt::Key_B:
    case Qt::Key_W:
    case Qt::Key_Period: return widget.window() == &m.window && key.modifiers() == Qt::NoModifier && !takes_text(widget);
    default: return false;
    }
}

bool Hall::eventFilter(QObject *watched, QEvent *event)
{
    auto *widget = qobject_cast<QWidget *>(watched);
    if (!widget || !presenting())
        return false;
    switch (event->type()) {
    case QEvent::Wheel: return true;
    case QEvent::ShortcutOverride:
        if (!is_ours(*widget, *static_cast<QKeyEvent *>(event)))
            return false;
        event->accept();
        return true;
    case QEvent::KeyPress:
        if (!is_ours(*widget, *static_cast<QKeyEvent *>(event)))
            return false;
        act(*static_cast<QKeyEvent *>(event));
        return true;
    default: return false;
    }
}

} // namespace ui
