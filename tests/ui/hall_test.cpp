// SPDX-License-Identifier: MIT
// In front of an audience: one key in, one back to exactly what was before; a clicker alone goes through a lesson, and changes nothing else.
#include "fake_desktop.h"
#include "shown.h"

#include "room.h"
#include "ui/common/actions.h"
#include "ui/common/message_bar.h"
#include "ui/figure/view.h"
#include "ui/hall/audience_view.h"
#include "ui/hall/hall.h"
#include "ui/hall/speaker_view.h"
#include "ui/lesson/lecture.h"
#include "ui/window/panels.h"

#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QLineEdit>
#include <QScreen>
#include <QSettings>
#include <QSlider>
#include <QSpinBox>
#include <QTableView>
#include <QWheelEvent>

using shown::comes_true;
using Blank = ui::AudienceView::Blank;

class HallTest : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void init();
    void one_key_in_and_one_back_to_what_was_before();
    void a_clicker_goes_through_a_lesson();
    void a_clicker_goes_on_to_the_next_lesson();
    void a_lesson_that_compares_shows_what_was_measured();
    void a_table_of_several_pages_is_turned();
    void questions_about_one_moment_are_asked_first_and_answered_then();
    void back_from_the_first_page_is_the_lesson_before();
    void a_lesson_whose_run_has_gone_begins_anew();
    void the_plan_is_that_of_the_chapters();
    void the_screen_is_black_or_white_until_the_next_key();
    void no_key_of_a_clicker_changes_anything_else();
    void a_run_without_a_lesson_is_presented();
    void the_pointer_hides();
    void the_speaker_sees_what_comes_next_without_what_is_not_known();
    void a_lost_screen_loses_nothing();
    void the_screen_saver_is_held_off();
    void cleanupTestCase() { m_desktop.reset(); }

private:
    std::unique_ptr<shown::FakeDesktop> m_desktop;
};

namespace {

struct Hall : shown::Window {
    explicit Hall(const char *lesson = "two-phases") : Window("en", {1366, 768}, beginning(lesson), lesson == nullptr)
    {
        window->activateWindow();
        if (!QTest::qWaitForWindowActive(window.get()))
            qFatal("the window does not become active");
        if (!lesson)
            return;
        if (!QTest::qWaitFor([&] { return lecture().state() == ui::Lecture::State::ready; }, 30'000))
            qFatal("the lesson is not ready");
    }
    static ui::MainWindow::Beginning beginning(const char *lesson)
    {
        ui::MainWindow::Beginning beginning;
        beginning.lesson = QString::fromLatin1(lesson);
        return beginning;
    }
    ui::Lecture &lecture() { return window->lecture(); }
    ui::Hall &hall() { return window->hall(); }
    ui::AudienceView &audience() { return *hall().audience(); }
    void open()
    {
        lecture().begin();
        if (!QTest::qWaitFor([&] { return lecture().state() == ui::Lecture::State::open; }, 60'000))
            qFatal("the lesson does not open");
    }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::keyClick(hall().presenting() ? static_cast<QWidget *>(hall().audience()) : window.get(), key, modifiers);
    }
    // A key of the clicker, as often as it takes; what the kernel has yet to answer is waited for.
    template <typename There>
    void press_until(There there)
    {
        for (int i = 0; i < 100 && !there(); ++i) {
            press(Qt::Key_PageDown);
            const auto answered = [&] {
                const lessons::Item *item = lecture().item();
                return lecture().state() != ui::Lecture::State::running && (!item || !item->question || item->answer || lecture().waits_for_answer());
            };
            if (!QTest::qWaitFor(answered, 60'000))
                qFatal("the lesson does not go on");
        }
        if (!there())
            qFatal("the lesson does not come there");
    }
    bool at_end() { return lecture().item() && lecture().item()->kind == lessons::Item::end; }
    QString said() { return audience().page().heading + audience().page().sentence; }
};

} // namespace

void HallTest::initTestCase()
{
    m_desktop = std::make_unique<shown::FakeDesktop>();
    QVERIFY2(m_desktop->good(), "dbus-daemon is not here");
    m_desktop->portal.scheme = 2;
}

void HallTest::init()
{
    shown::fail_on_warning();
    QSettings().clear();
}

void HallTest::one_key_in_and_one_back_to_what_was_before()
{
    Hall shown;
    shown.open();
    shown.view("stage").setFocus();
    const QRect place = shown.window->geometry();
    const QByteArray panels = shown.window->saveState();
    const QPointer<QWidget> focus = QApplication::focusWidget();
    const replay::Instant instant = shown.session().instant();
    shown.press(Qt::Key_F5, Qt::ShiftModifier);
    QVERIFY(shown.hall().presenting());
    QVERIFY(shown.audience().isFullScreen());
    QVERIFY(shown.audience().findChildren<QWidget *>().isEmpty()); // no menus, no bars
    shown.press(Qt::Key_Escape);
    QVERIFY(!shown.hall().presenting());
    QVERIFY(comes_true([&] { return QApplication::focusWidget() == focus; }));
    QCOMPARE(shown.window->geometry(), place);
    QCOMPARE(shown.window->saveState(), panels);
    QCOMPARE(shown.session().instant(), instant);
}

void HallTest::a_clicker_goes_through_a_lesson()
{
    Hall shown;
    shown.press(Qt::Key_F5);
    QVERIFY(shown.hall().presenting());
    const QString goal = shown.said(); // and its title
    QVERIFY(!goal.isEmpty());
    shown.press(Qt::Key_PageDown);
    QVERIFY(QTest::qWaitFor([&] { return shown.lecture().state() == ui::Lecture::State::open; }, 60'000));
    QTRY_VERIFY(shown.said() != goal); // the first key goes on
    int asked = 0, said = 0;
    for (int i = 0; i < 100 && shown.lecture().item()->kind != lessons::Item::end; ++i) {
        const lessons::Item *item = shown.lecture().item();
        if (shown.lecture().waits_for_answer()) {
            ++asked;
            QCOMPARE(shown.audience().page().heading, item->text);
            QVERIFY(!shown.said().contains(QLatin1String("The kernel's answer")));
            const QString question = item->text;
            shown.press(Qt::Key_PageDown); // the kernel answers
            QVERIFY(QTest::qWaitFor([&] { return shown.lecture().item()->answer.has_value(); }, 30'000));
            item = shown.lecture().item();
            QCOMPARE(item->text, question);
            QTRY_VERIFY(shown.audience().page().sentence.contains(item->answer->text));
            QVERIFY2(!shown.audience().page().sentence.contains(QStringLiteral("%1. %1").arg(item->answer->text)), qPrintable(shown.audience().page().sentence));
        }
        if (item->kind == lessons::Item::say) {
            ++said;
            QCOMPARE(shown.audience().page().sentence, item->text);
            QVERIFY(!shown.audience().page().front.empty());
        }
        shown.press(Qt::Key_PageDown);
        QVERIFY(shown.lecture().item() != item);
    }
    QVERIFY(asked == 4 && said > 3);
    QCOMPARE(shown.lecture().item()->kind, lessons::Item::end);
    shown.press(Qt::Key_F5); // to where the chapter begins
    QCOMPARE(shown.lecture().item()->kind, lessons::Item::chapter);
    const size_t at = shown.lecture().at();
    shown.press(Qt::Key_PageUp);
    QCOMPARE(shown.lecture().at(), at - 1);
}

void HallTest::a_clicker_goes_on_to_the_next_lesson()
{
    Hall shown;
    shown.open();
    shown.press(Qt::Key_F5, Qt::ShiftModifier);
    const QString name = shown.lecture().lesson()->name;
    for (int i = 0; i < 200 && shown.lecture().lesson()->name == name; ++i) {
        shown.press(Qt::Key_PageDown);
        QVERIFY(QTest::qWaitFor([&] {
            const lessons::Item *item = shown.lecture().item();
            const bool answered = item && (!item->question || item->answer); // what the kernel has yet to answer is not passed over
            return (answered && shown.lecture().can_go_on()) || shown.lecture().waits_for_answer() || !item || item->kind == lessons::Item::end;
        }, 30'000));
    }
    QVERIFY(shown.lecture().lesson()->name != name);
    QCOMPARE(shown.lecture().state(), ui::Lecture::State::ready);
    QVERIFY(shown.hall().presenting());
}

void HallTest::a_lesson_that_compares_shows_what_was_measured()
{
    Hall shown("five-models");
    shown.press(Qt::Key_F5);
    shown.press_until([&] { return shown.lecture().waits_for_answer(); });
    const auto front = [&] { return shown.audience().page().front; };
    QVERIFY(front().empty()); // nothing is measured for those who are asked
    QCOMPARE(shown.audience().page().choices.size(), shown.lecture().offers().size());
    int said = 0;
    shown.press_until([&] {
        if (shown.lecture().comparison() && shown.lecture().item()->kind == lessons::Item::say) {
            ++said;
            const bool drawn = QTest::qWaitFor([&] { return front().size() == 1; }, 30'000);
            const bool cost = shown.lecture().item()->look == u"cost";
            if (!drawn || front().front() != (cost ? &figures::cost_figure() : &figures::one_message_figure()) || !shown.audience().page().comparison)
                qFatal("the comparison is not shown");
        }
        return shown.at_end();
    });
    QVERIFY(said >= 5);
}

void HallTest::a_table_of_several_pages_is_turned()
{
    Hall shown("socket-options");
    shown.press(Qt::Key_F5);
    shown.press_until([&] { return shown.lecture().item() && shown.lecture().item()->look == u"options"; });
    QCOMPARE(shown.audience().page().front, std::vector{&figures::options_figure()});
    shown.audience().catch_up();
    const size_t at = shown.lecture().at(), pages = shown.audience().drawing().pages;
    QVERIFY(pages > 1);
    for (size_t page = 1; page < pages; ++page) {
        shown.press(Qt::Key_PageDown);
        QCOMPARE(shown.lecture().at(), at);
        QCOMPARE(shown.audience().page().options->page, page);
    }
    shown.press(Qt::Key_PageUp);
    QCOMPARE(shown.audience().page().options->page, pages - 2);
    shown.press(Qt::Key_PageDown);
    shown.press(Qt::Key_PageDown);
    QCOMPARE(shown.lecture().at(), at + 1);
}

void HallTest::questions_about_one_moment_are_asked_first_and_answered_then()
{
    Hall shown("select-deck-case");
    shown.press(Qt::Key_F5);
    shown.press_until([&] { return shown.lecture().asked_next() && shown.lecture().waits_for_answer(); });
    const QString first = shown.lecture().item()->text, second = shown.lecture().asked_next()->text;
    QCOMPARE(shown.audience().page().heading, first);
    QVERIFY(!shown.audience().page().sentence.isEmpty()); // that one more is asked
    shown.press(Qt::Key_PageDown); // at once
    QCOMPARE(shown.audience().page().heading, second);
    QVERIFY(shown.lecture().waits_for_answer() && !shown.lecture().item()->answer);
    shown.press(Qt::Key_PageDown); // the gate opens
    QVERIFY(QTest::qWaitFor([&] { return shown.lecture().item()->answer.has_value(); }, 30'000));
    for (const QString &question : {first, second}) {
        QTRY_COMPARE(shown.audience().page().heading, question);
        QVERIFY(shown.audience().page().sentence.contains(shown.lecture().item()->answer->text));
        shown.press(Qt::Key_PageDown);
    }
}

void HallTest::back_from_the_first_page_is_the_lesson_before()
{
    Hall shown;
    shown.press(Qt::Key_F5);
    shown.press_until([&] { return shown.at_end(); });
    const QString name = shown.lecture().lesson()->name, conclusion = shown.said();
    const auto recording = shown.session().recording();
    const size_t at = shown.lecture().at();
    shown.press(Qt::Key_PageDown); // one too many
    QVERIFY(shown.lecture().lesson()->name != name);
    shown.press(Qt::Key_PageUp);
    QCOMPARE(shown.lecture().lesson()->name, name);
    QCOMPARE(shown.lecture().at(), at);
    QCOMPARE(shown.said(), conclusion);
    QCOMPARE(shown.session().recording(), recording); // the same run
    shown.press(Qt::Key_PageUp);
    QCOMPARE(shown.lecture().at(), at - 1);
}

void HallTest::a_lesson_whose_run_has_gone_begins_anew()
{
    Hall shown("select-server");
    shown.press(Qt::Key_F5);
    const QString goal = shown.said();
    shown.press(Qt::Key_PageUp);
    QVERIFY(shown.lecture().lesson()->name != u"select-server");
    QCOMPARE(shown.lecture().state(), ui::Lecture::State::ready);
    QVERIFY(shown.said() != goal && shown.said().contains(QLatin1String("begins anew")));
}

void HallTest::the_plan_is_that_of_the_chapters()
{
    Hall shown;
    shown.press(Qt::Key_F5);
    shown.hall().show_speaker();
    ui::SpeakerView &speaker = *shown.hall().speaker();
    const auto planned = [&](size_t chapters) {
        int minutes = 0;
        for (size_t i = 0; i < chapters; ++i)
            minutes += shown.lecture().lesson()->chapters[i].minutes;
        return minutes;
    };
    QCOMPARE(speaker.page().pace, QStringLiteral("on time"));
    shown.press_until([&] { return shown.lecture().item() && shown.lecture().item()->in_chapter == 1; });
    QCOMPARE(speaker.page().pace, QStringLiteral("on time"));
    shown.press_until([&] { return shown.at_end(); }); // in no time
    const size_t chapters = shown.lecture().lesson()->chapters.size();
    QCOMPARE(speaker.page().pace.section(u' ', 0, 0).toInt(), planned(chapters - 1));
    shown.press(Qt::Key_PageDown); // the next lesson has a plan of its own
    QCOMPARE(speaker.page().pace, QStringLiteral("on time"));
    QCOMPARE(speaker.page().planned, 0.);
    QVERIFY(speaker.page().spent.endsWith(QStringLiteral("%1:00").arg(planned(shown.lecture().lesson()->chapters.size()), 2, 10, QLatin1Char('0'))));
}

void HallTest::the_screen_is_black_or_white_until_the_next_key()
{
    Hall shown;
    shown.open();
    shown.press(Qt::Key_F5, Qt::ShiftModifier);
    const size_t at = shown.lecture().at();
    const auto middle = [&] { return shown.audience().grab().toImage().pixelColor(20, 20); };
    for (const auto &[key, blank, colour] : {std::tuple(Qt::Key_B, Blank::black, Qt::black), std::tuple(Qt::Key_Period, Blank::black, Qt::black),
                                             std::tuple(Qt::Key_W, Blank::white, Qt::white)}) {
        shown.press(key);
        QCOMPARE(shown.audience().blank(), blank);
        QCOMPARE(middle(), QColor(colour));
        shown.press(key);
        QCOMPARE(shown.audience().blank(), Blank::no);
    }
    shown.press(Qt::Key_B);
    shown.press(Qt::Key_PageDown); // first the picture comes back
    QCOMPARE(shown.audience().blank(), Blank::no);
    QCOMPARE(shown.lecture().at(), at);
}

void HallTest::no_key_of_a_clicker_changes_anything_else()
{
    Hall shown;
    shown.open();
    shown.press(Qt::Key_F5, Qt::ShiftModifier);
    auto *box = shown.window->findChild<QComboBox *>();
    auto *speed = shown.window->findChild<QSlider *>();
    auto *port = shown.window->findChild<QSpinBox *>("port");
    const auto state = [&] {
        return QStringList{QString::number(box->currentIndex()), QString::number(speed->value()), QString::number(port->value()),
                           QString::number(shown.preferences.scale_percent()), shown.preferences.language().code(), QString::number(shown.window->isFullScreen())};
    };
    const QStringList before = state();
    QWidget *const places[] = {box, speed, port, shown.window->findChild<QTableView *>(), &shown.view("stage"), shown.window.get(), shown.hall().audience()};
    for (QWidget *place : places) {
        place->setFocus();
        const size_t at = shown.lecture().at();
        QTest::keyClick(place, Qt::Key_PageDown);
        QCOMPARE(shown.lecture().at(), at + 1);
        QTest::keyClick(place, Qt::Key_PageUp);
        QCOMPARE(shown.lecture().at(), at);
        QTest::keyClick(place, Qt::Key_B);
        QCOMPARE(shown.audience().blank(), place == port ? Blank::no : Blank::black); // there it is typed
        QTest::keyClick(place, Qt::Key_PageDown);
        shown.audience().set_blank(Blank::no);
        QTest::keyClick(place, Qt::Key_F5, Qt::ShiftModifier);
        QTest::keyClick(place, Qt::Key_F5);
        shown.lecture().to_chapter();
        for (int i = 0; i < 3; ++i) {
            QWheelEvent turn(QPointF(5, 5), place->mapToGlobal(QPointF(5, 5)), {}, {0, -120}, Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
            QApplication::sendEvent(place, &turn);
        }
        QCOMPARE(state(), before);
        QVERIFY(shown.hall().presenting());
    }
    for (const Qt::Key key : {Qt::Key_Space, Qt::Key_Return, Qt::Key_Tab, Qt::Key_Home, Qt::Key_End, Qt::Key_Up, Qt::Key_Down, Qt::Key_F6, Qt::Key_F11, Qt::Key_VolumeUp}) {
        const size_t at = shown.lecture().at();
        const replay::Instant instant = shown.session().instant();
        shown.press(key);
        QVERIFY2(shown.lecture().at() == at && shown.session().instant() == instant && state() == before && shown.hall().presenting(),
                 qPrintable(QKeySequence(key).toString()));
    }
    QTest::keyClick(box, Qt::Key_Escape);
    QVERIFY(!shown.hall().presenting());
}

void HallTest::a_run_without_a_lesson_is_presented()
{
    Hall shown(nullptr);
    shown.connect_client(1);
    shown.session().stop();
    QVERIFY(comes_true([&] { return !shown.session().run(); }));
    shown.press(Qt::Key_F5);
    QVERIFY(shown.hall().presenting());
    QCOMPARE(shown.session().instant(), shown.session().replay().first());
    QVERIFY(shown.audience().page().title.contains(QLatin1String("select")));
    QSet<QString> sentences;
    for (int i = 0; i < 8; ++i) {
        shown.press(Qt::Key_PageDown);
        QVERIFY(!shown.audience().page().sentence.isEmpty());
        QVERIFY(!sentences.contains(shown.audience().page().sentence) || shown.session().at_end());
        sentences += shown.audience().page().sentence;
    }
    const QString here = shown.audience().page().sentence;
    shown.press(Qt::Key_PageUp);
    QVERIFY(shown.audience().page().sentence != here);
}

void HallTest::the_pointer_hides()
{
    Hall shown;
    shown.press(Qt::Key_F5);
    const auto move = [&](QPointF to) {
        QMouseEvent moved(QEvent::MouseMove, to, to, Qt::NoButton, Qt::NoButton, {});
        QApplication::sendEvent(&shown.audience(), &moved);
    };
    move({120, 100});
    QVERIFY(shown.audience().cursor().shape() != Qt::BlankCursor);
    QCOMPARE(shown.audience().pointer_timer().interval(), 2000);
    shown.audience().pointer_timer().start(0);
    QVERIFY(comes_true([&] { return shown.audience().cursor().shape() == Qt::BlankCursor; }));
    shown.audience().pointer_timer().setInterval(2000);
    move({140, 100});
    QVERIFY(shown.audience().cursor().shape() != Qt::BlankCursor);
}

void HallTest::the_speaker_sees_what_comes_next_without_what_is_not_known()
{
    Hall shown;
    shown.open();
    shown.press(Qt::Key_F5, Qt::ShiftModifier);
    QVERIFY(!shown.hall().speaker()); // one screen
    shown.hall().show_speaker();
    ui::SpeakerView &speaker = *shown.hall().speaker();
    const lessons::LessonFile &lesson = *shown.lecture().lesson();
    bool measured = false, asked = false;
    while (shown.lecture().item()->kind != lessons::Item::end) {
        const ui::SpeakerPage page = speaker.page();
        if (shown.lecture().waits_for_answer()) { // nobody knows the answer: the run stands still
            asked = true;
            QVERIFY(!shown.lecture().item()->answer && !page.next_note.isEmpty());
            QTest::keyClick(&speaker, Qt::Key_PageDown);
            QVERIFY(QTest::qWaitFor([&] { return shown.lecture().can_go_on(); }, 30'000));
            QTest::keyClick(&speaker, Qt::Key_PageDown);
            continue;
        }
        QVERIFY(shown.lecture().can_go_on());
        const lessons::Item &next = shown.lecture().followed().items[shown.lecture().at() + 1];
        if (next.kind == lessons::Item::say && page.next != next.text) {
            measured = true;
            QVERIFY(page.next.contains(u'…') && !page.next_note.isEmpty());
            QTest::keyClick(&speaker, Qt::Key_A);
            QCOMPARE(speaker.page().next, next.text);
            QTest::keyClick(&speaker, Qt::Key_A);
        }
        QCOMPARE(page.chapters.size(), lesson.chapters.size());
        QTest::keyClick(&speaker, Qt::Key_PageDown);
    }
    QVERIFY(measured && asked);
    QRectF preview;
    QVERIFY(!speaker.drawing(preview).shapes.empty());
    QVERIFY(!preview.isNull());
    speaker.grab();
}

void HallTest::a_lost_screen_loses_nothing()
{
    Hall shown;
    shown.open();
    shown.press(Qt::Key_F5, Qt::ShiftModifier);
    shown.press(Qt::Key_PageDown);
    shown.hall().show_speaker();
    const size_t at = shown.lecture().at();
    emit qApp->screenRemoved(shown.window->screen()); // the audience is on it: there is no other
    QVERIFY(!shown.hall().speaker());
    QVERIFY(shown.hall().presenting() && shown.audience().isFullScreen());
    QCOMPARE(shown.lecture().at(), at);
    QVERIFY(shown.window->messages().texts().join(u' ').contains(QLatin1String("screen is gone")));
    shown.press(Qt::Key_PageDown);
    QCOMPARE(shown.lecture().at(), at + 1);
}

void HallTest::the_screen_saver_is_held_off()
{
    QVERIFY(comes_true([&] { return m_desktop->saver.held == 0; })); // of the tests before
    Hall shown;
    shown.press(Qt::Key_F5);
    QVERIFY(comes_true([&] { return m_desktop->saver.held == 1; }));
    shown.press(Qt::Key_Escape);
    QVERIFY(comes_true([&] { return m_desktop->saver.held == 0; }));
}

ROOM_TEST(HallTest)
#include "hall_test.moc"
