// SPDX-License-Identifier: MIT
// A lesson in the window: it is begun by one key, walked through by another; what is asked has not happened yet; what was answered is kept.
#include "archive/iotrace.h"
#include "room.h"
#include "shown.h"
#include "ui/common/actions.h"
#include "ui/common/message_bar.h"
#include "ui/comparison/window.h"
#include "ui/figure/view.h"
#include "ui/lesson/glossary.h"
#include "ui/lesson/panel.h"
#include "ui/window/instant_bar.h"
#include "ui/window/panels.h"
#include "ui/window/status_line.h"

#include <QAction>
#include <QDockWidget>
#include <QFile>
#include <QJsonArray>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QRadioButton>
#include <QSettings>
#include <QTemporaryDir>
#include <QToolButton>
#include <QTreeWidget>
#include <QTreeWidgetItemIterator>

#include <algorithm>

class LessonTest : public QObject {
    Q_OBJECT
private slots:
    void init();
    void a_lesson_is_walked_through_by_one_key();
    void what_is_asked_has_not_happened();
    void a_held_lesson_says_before_which_call();
    void a_recording_knows_its_lesson();
    void what_is_asked_is_hidden_in_a_recording();
    void a_comparison_is_hidden_until_it_is_predicted();
    void a_wrong_answer_gets_the_reason();
    void a_question_is_answered_with_the_keyboard();
    void what_was_answered_is_kept();
    void a_damaged_progress_is_kept_aside();
    void the_catalogue_has_them_all();
    void a_figure_answers();
    void each_wrong_bit_is_ringed();
    void a_word_is_looked_up();
    void leaving_gives_the_panels_back();
    void the_program_that_is_spoken_of_is_shown();

private:
    QString progress() const { return m_dir.filePath("progress.json"); }
    QTemporaryDir m_dir;
};

namespace {

struct Lesson : shown::Window {
    explicit Lesson(const QString &progress, const char *name = "two-phases") : Window("en", {1366, 768}, beginning(name, progress), false) {}
    static ui::MainWindow::Beginning beginning(const char *name, const QString &progress)
    {
        ui::MainWindow::Beginning beginning;
        beginning.lesson = QString::fromLatin1(name);
        beginning.progress_file = progress;
        return beginning;
    }
    ui::Lecture &lecture() { return window->lecture(); }
    template <typename Widget>
    Widget *find(const char *name) { return window->findChild<Widget *>(QLatin1String(name)); }
    bool open()
    {
        if (!QTest::qWaitFor([&] { return lecture().state() == ui::Lecture::State::ready; }, 30'000))
            return false;
        lecture().begin();
        return QTest::qWaitFor([&] { return lecture().state() == ui::Lecture::State::open; }, 60'000);
    }
    void to_question()
    {
        while (!lecture().waits_for_answer() && lecture().can_go_on())
            lecture().next();
    }
    // The run has gone on, and told the answer.
    bool graded()
    {
        // Another question about the same moment comes first.
        const auto told = [&] { return lecture().item()->answer && lecture().given().how != ui::Lecture::Given::untold; };
        return QTest::qWaitFor([&] { return lecture().item() && (told() || lecture().can_go_on()); }, 30'000);
    }
};

} // namespace

void LessonTest::init()
{
    shown::fail_on_warning();
    QSettings().clear();
    QFile::remove(progress());
}

void LessonTest::a_lesson_is_walked_through_by_one_key()
{
    Lesson shown({});
    QVERIFY(QTest::qWaitFor([&] { return shown.lecture().state() == ui::Lecture::State::ready; }, 30'000));
    QVERIFY(shown.find<QPushButton>("begin_lesson")->isVisible());
    QTRY_VERIFY(shown.find<QPushButton>("begin_lesson")->hasFocus() || !shown.window->isActiveWindow());
    QTest::keyClick(shown.window.get(), Qt::Key_PageDown);
    QVERIFY(QTest::qWaitFor([&] { return shown.lecture().state() == ui::Lecture::State::open; }, 60'000));
    QCOMPARE(shown.lecture().item()->kind, lessons::Item::goal);
    int asked = 0, said = 0;
    for (int i = 0; i < 100 && shown.lecture().item()->kind != lessons::Item::end; ++i) {
        if (shown.lecture().waits_for_answer()) {
            ++asked;
            const lessons::Item *item = shown.lecture().item();
            QTest::keyClick(shown.window.get(), Qt::Key_PageDown);
            QCOMPARE(shown.lecture().item(), item); // an open question is not passed by
            QVERIFY(!shown.find<QPushButton>("next")->isEnabled());
            shown.find<QPushButton>("skip")->click();
            QVERIFY(shown.graded());
        }
        said += shown.lecture().item()->kind == lessons::Item::say;
        QTest::keyClick(shown.window.get(), Qt::Key_PageDown);
    }
    QCOMPARE(shown.lecture().item()->kind, lessons::Item::end);
    QVERIFY(asked == 4 && said > 3);
    QCOMPARE(shown.find<QLabel>("sentence")->text(), shown.lecture().item()->text);
    QTest::keyClick(shown.window.get(), Qt::Key_PageUp);
    QVERIFY(shown.lecture().item()->kind != lessons::Item::end);
    QTest::keyClick(shown.window.get(), Qt::Key_PageUp, Qt::ControlModifier);
    QCOMPARE(shown.lecture().item()->kind, lessons::Item::chapter);
}

void LessonTest::what_is_asked_has_not_happened()
{
    Lesson shown({});
    QVERIFY(shown.open());
    shown.to_question();
    QVERIFY(shown.lecture().waits_for_answer());
    const lessons::Ask &ask = *shown.lecture().item()->question;
    const words::Language language;
    QVERIFY(!shown.lecture().item()->answer && !lessons::answer(language, shown.session().replay(), ask)); // nobody knows yet
    const auto sent = [&] {
        return std::ranges::any_of(shown.session().trace().events(), [](const trace::Event &event) { return event.call == trace::Call::send; });
    };
    QVERIFY(shown.session().at_end() && !sent());
    const auto held = shown.session().trace().in_flight();
    QVERIFY(std::ranges::any_of(held, [](const trace::Event &event) { return event.call == trace::Call::held; })); // the gate holds it
    QVERIFY(!shown.lecture().can_go_on());
    shown.lecture().skip();
    QVERIFY(shown.graded());
    QVERIFY(lessons::answer(language, shown.session().replay(), ask));
    shown.lecture().next_chapter();
    const lessons::Item *item = shown.lecture().item();
    QVERIFY(item->in_chapter <= 2); // no further than to the next question
}

void LessonTest::a_held_lesson_says_before_which_call()
{
    Lesson shown({});
    QVERIFY(shown.open());
    shown.to_question();
    QCOMPARE(shown.lecture().ahead(), ui::Lecture::Ahead::held);
    const auto &status = *shown.window->findChild<ui::StatusLine *>();
    const auto &bar = *shown.window->findChild<ui::InstantBar *>();
    QVERIFY2(status.listening().contains("recv()") && bar.sentence() == status.listening(), qPrintable(status.listening()));
    shown.preferences.set_language(QStringLiteral("vi"));
    QVERIFY2(status.listening().contains("recv()") && status.listening().startsWith(QString::fromUtf8("Chốt")), qPrintable(status.listening()));
}

// Whether its file is at hand or not: a lecturer's own lesson is in the recording.
void LessonTest::a_recording_knows_its_lesson()
{
    const QString own = m_dir.filePath("own.lesson"), saved = m_dir.filePath("own.iotrace");
    QFile source(":/lessons/two-phases.lesson"), file(own);
    QVERIFY(source.open(QIODevice::ReadOnly) && file.open(QIODevice::WriteOnly));
    file.write(source.readAll());
    file.close();
    {
        Lesson shown({}, qPrintable(own));
        QVERIFY(shown.open());
        while (shown.lecture().item()->kind != lessons::Item::end) {
            const bool asked = shown.lecture().waits_for_answer();
            asked ? shown.lecture().skip() : shown.lecture().next();
            QVERIFY(!asked || shown.graded());
        }
        QVERIFY(shown.window->files().save(saved));
        QVERIFY(QTest::qWaitFor([&] { return !shown.window->files().busy(); }, 30'000));
    }
    QVERIFY(QFile::remove(own));
    ui::MainWindow::Beginning beginning;
    beginning.file = saved;
    shown::Window shown("en", {1366, 768}, beginning, false);
    ui::Lecture &lecture = shown.window->lecture();
    QVERIFY(QTest::qWaitFor([&] { return lecture.state() == ui::Lecture::State::open; }, 30'000));
    QVERIFY(shown.window->panels().in_lesson() && shown.window->panels().lesson().isVisible());
    QCOMPARE(lecture.lesson()->name, "own");
    QCOMPARE(lecture.item()->kind, lessons::Item::goal);
    QVERIFY(std::ranges::count_if(lecture.followed().items, [](const lessons::Item &item) { return item.question != nullptr; }) == 4);
}

// Recorded long ago, and as hidden as what has not happened: to whoever steps, in every figure, in what is saved nothing is missing.
void LessonTest::what_is_asked_is_hidden_in_a_recording()
{
    const auto planned = lessons::run_of({.lesson = "two-phases"});
    const lab::Recorded recorded = lessons::record(std::get<lessons::PlannedRun>(planned), std::chrono::seconds(30), {.breaks_off = [] { QTest::qSleep(5); return false; }});
    QVERIFY(!recorded.problem && !recorded.script_problem);
    const QString saved = m_dir.filePath("recorded.iotrace"), again = m_dir.filePath("again.iotrace");
    QVERIFY(archive::save(*recorded.trace, saved));
    ui::MainWindow::Beginning beginning;
    beginning.file = saved;
    shown::Window shown("en", {1366, 768}, beginning, false);
    ui::Lecture &lecture = shown.window->lecture();
    QVERIFY(QTest::qWaitFor([&] { return lecture.state() == ui::Lecture::State::open; }, 30'000));
    const auto sent = [&] {
        return std::ranges::any_of(shown.session().trace().events(), [](const trace::Event &event) { return event.call == trace::Call::send; });
    };
    const auto &bar = *shown.window->findChild<ui::InstantBar *>();
    QCOMPARE(lecture.ahead(), ui::Lecture::Ahead::hidden);
    QVERIFY(!sent() && shown.session().trace().programs.size() <= 2 && shown.session().trace().chapters.size() < recorded.trace->chapters.size());
    for (int i = 0; i < 1'000 && !shown.session().at_end(); ++i)
        shown.window->actions().step->trigger();
    const replay::Instant last = shown.session().instant();
    QVERIFY2(bar.sentence().contains("hidden"), qPrintable(bar.sentence()));
    for (QAction *action : {shown.window->actions().step, shown.window->actions().ten_on, shown.window->actions().last})
        action->trigger();
    QVERIFY(shown.session().instant() == last && !sent());
    shown.window->actions().next_chapter->trigger();
    while (!lecture.waits_for_answer())
        lecture.next();
    QVERIFY(!lecture.can_go_on());
    QCOMPARE(shown.window->findChild<ui::StatusLine *>()->listening(), lecture.ahead_words());

    QVERIFY(shown.window->files().save(again));
    QVERIFY(QTest::qWaitFor([&] { return !shown.window->files().busy(); }, 30'000));
    std::unique_ptr<trace::Trace> whole;
    QVERIFY(archive::open(again, whole));
    QCOMPARE(whole->events().size(), recorded.trace->events().size());

    while (lecture.item()->kind != lessons::Item::end)
        lecture.waits_for_answer() ? lecture.skip() : lecture.next();
    QCOMPARE(lecture.ahead(), ui::Lecture::Ahead::nothing);
    QVERIFY(sent());
    QCOMPARE(shown.session().trace().events().size(), recorded.trace->events().size());
}

void LessonTest::a_comparison_is_hidden_until_it_is_predicted()
{
    Lesson shown({}, "five-models");
    QVERIFY(shown.open());
    int asked = 0;
    while (shown.lecture().item()->kind != lessons::Item::say) {
        QVERIFY(shown.session().trace().events().empty() && !shown.lecture().comparison());
        QCOMPARE(shown.window->findChild<ui::InstantBar *>()->sentence(), shown.lecture().ahead_words());
        shown.window->actions().compare->trigger();
        QVERIFY(!shown.window->comparison() || !shown.window->comparison()->isVisible());
        const bool question = shown.lecture().waits_for_answer();
        asked += question;
        question ? shown.lecture().skip() : shown.lecture().next();
        if (question && shown.lecture().ahead() == ui::Lecture::Ahead::nothing)
            shown.lecture().next();
    }
    QCOMPARE(asked, 3);
    QVERIFY(!shown.session().trace().events().empty() && shown.lecture().comparison());
    shown.window->actions().compare->trigger();
    QVERIFY(shown.window->comparison()->isVisible());
    QTRY_VERIFY(shown.window->comparison()->runner().latest());
    QCOMPARE(shown.window->comparison()->runner().latest()->result, shown.lecture().comparison()); // the lesson's own, not another one
}

void LessonTest::a_question_is_answered_with_the_keyboard()
{
    Lesson shown({});
    QVERIFY(shown.open());
    shown.window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(shown.window.get()));
    shown.to_question();
    QVERIFY(shown.lecture().waits_for_answer());
    const auto choices = shown.find<QWidget>("answers")->findChildren<QRadioButton *>();
    QTRY_VERIFY(choices.contains(QApplication::focusWidget()) && choices.front()->isVisible());
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
    QVERIFY(std::ranges::any_of(choices, &QRadioButton::isChecked));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    QCOMPARE(QApplication::focusWidget()->objectName(), QString("answer"));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Backtab);
    QVERIFY(choices.contains(QApplication::focusWidget()));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QVERIFY(!shown.lecture().waits_for_answer());
}

void LessonTest::a_wrong_answer_gets_the_reason()
{
    Lesson shown({});
    QVERIFY(shown.open());
    shown.to_question();
    const auto choices = shown.find<QWidget>("answers")->findChildren<QRadioButton *>();
    QCOMPARE(choices.size(), 2);
    choices[1]->setChecked(true); // it does not sleep
    shown.find<QPushButton>("answer")->click();
    QVERIFY(!shown.lecture().waits_for_answer());
    QVERIFY(shown.graded());
    QVERIFY(shown.find<QLabel>("question_verdict")->text().contains("it sleeps in recv()"));
    QVERIFY(shown.find<QLabel>("question_reason")->isVisible());
    QCOMPARE(shown.lecture().progress().score("two-phases").right, 0);
    shown.lecture().next();
    while (!shown.lecture().waits_for_answer() || shown.window->findChildren<QLineEdit *>("number").isEmpty()) {
        QVERIFY(shown.lecture().waits_for_answer() || shown.lecture().can_go_on());
        const bool asked = shown.lecture().waits_for_answer();
        asked ? shown.lecture().skip() : shown.lecture().next();
        QVERIFY(!asked || shown.graded());
    }
    auto *number = shown.find<QLineEdit>("number");
    QTest::keyClicks(number, "4096");
    QTest::keyClick(number, Qt::Key_Return);
    QVERIFY(shown.graded());
    QCOMPARE(shown.lecture().given().how, ui::Lecture::Given::right);
    QVERIFY(!shown.find<QLabel>("question_reason")->isVisible());
}

void LessonTest::what_was_answered_is_kept()
{
    {
        Lesson shown(progress());
        QVERIFY(shown.open());
        shown.to_question();
        shown.lecture().answer(true);
        QVERIFY(shown.graded());
        QCOMPARE(shown.lecture().given().how, ui::Lecture::Given::right);
    }
    lessons::Progress kept(progress());
    QCOMPARE(kept.score("two-phases").right, 1);
    QVERIFY(kept.csv().contains("two-phases,\"recv:1 asleep\",1\n") && !kept.finished("two-phases") && kept.kept_aside().isEmpty());
    kept.forget();
    QVERIFY(kept.save());
    QCOMPARE(lessons::Progress(progress()).score().answered, 0);
    {
        Lesson shown(progress());
        shown.window->actions().keep_progress->trigger(); // switched off
        QVERIFY(shown.open());
        shown.to_question();
        shown.lecture().answer(true);
        QVERIFY(shown.graded());
    }
    QCOMPARE(lessons::Progress(progress()).score().answered, 0);
}

void LessonTest::a_damaged_progress_is_kept_aside()
{
    for (const QByteArray &text : {QByteArray("{\"format\":\"iomodels progress\",\"version\":2,\"lessons\":{}}"), QByteArray("{\"form"), QByteArray(2 << 20, 'x')}) {
        QFile file(progress());
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(text) == text.size());
        file.close();
        Lesson shown(progress());
        const QString aside = shown.lecture().progress().kept_aside();
        QVERIFY(!aside.isEmpty() && !QFile::exists(progress()));
        QCOMPARE(shown.window->messages().texts().filter(QFileInfo(aside).fileName()).size(), 1);
        QFile kept(aside);
        QVERIFY(kept.open(QIODevice::ReadOnly) && kept.readAll() == text);
    }
}

void LessonTest::the_catalogue_has_them_all()
{
    Lesson shown({});
    QVERIFY(QTest::qWaitFor([&] { return shown.lecture().state() == ui::Lecture::State::ready; }, 30'000));
    QTest::keyClick(shown.window.get(), Qt::Key_L, Qt::ControlModifier);
    QTreeWidget &tree = shown.window->panels().lesson().catalogue();
    QVERIFY(tree.isVisible());
    size_t all = 0;
    QTreeWidgetItem *last = nullptr;
    for (int i = 0; i < tree.topLevelItemCount(); ++i) {
        all += size_t(tree.topLevelItem(i)->childCount());
        last = tree.topLevelItem(i)->child(0);
    }
    QCOMPARE(all, lessons::lecture().size());
    for (QTreeWidgetItemIterator at(&tree); *at; ++at) { // whole, with the marks above and below its letters
        QVERIFY(!(*at)->toolTip(0).isEmpty());
        const QRect place = tree.visualItemRect(*at);
        const QRect needed = tree.fontMetrics().boundingRect(QRect(0, 0, place.width() - 8, 1000), Qt::TextWordWrap, (*at)->text(0));
        QVERIFY2(place.height() >= needed.height() + 4, qPrintable((*at)->text(0)));
    }
    emit tree.itemActivated(last, 0);
    QVERIFY(!tree.isVisible());
    QCOMPARE(shown.lecture().lesson()->name, last->data(0, Qt::UserRole).toString());
}

void LessonTest::a_figure_answers()
{
    Lesson shown({}, "select-server");
    QVERIFY(shown.open());
    const auto question = [&](lessons::About about) {
        for (int i = 0; i < 100; ++i) {
            if (shown.lecture().waits_for_answer() && shown.lecture().item()->question->about == about)
                return true;
            const bool asked = shown.lecture().waits_for_answer();
            asked ? shown.lecture().skip() : shown.lecture().next();
            if (asked && !shown.graded())
                return false;
        }
        return false;
    };
    QVERIFY(question(lessons::About::slot));
    emit shown.view("client_FD").part_chosen("slot client_FD 0");
    QCOMPARE(shown.find<QLineEdit>("number")->text(), "0");
    QVERIFY(question(lessons::About::bits));
    emit shown.view("sets").part_chosen("bit readfds 5");
    shown.find<QPushButton>("answer")->click();
    QVERIFY(shown.graded());
    QCOMPARE(shown.lecture().given().how, ui::Lecture::Given::right); // bit 5 and no other
    emit shown.view("sets").part_chosen("bit readfds 3");             // too late
    QCOMPARE(shown.lecture().given().how, ui::Lecture::Given::right);
}

void LessonTest::each_wrong_bit_is_ringed()
{
    Lesson shown({}, "select-server");
    QVERIFY(shown.open());
    const auto answer = [&](lessons::About about, const QJsonValue &value) {
        for (int i = 0; i < 100; ++i) {
            const bool asked = shown.lecture().waits_for_answer(), here = asked && shown.lecture().item()->question->about == about;
            here ? shown.lecture().answer(value) : asked ? shown.lecture().skip() : shown.lecture().next();
            if (asked && !shown.graded())
                return false;
            if (here)
                return true;
        }
        return false;
    };
    const auto reason = [&] { return shown.find<QLabel>("question_reason")->text(); };
    using Rings = std::vector<std::pair<int, QString>>;
    QVERIFY(answer(lessons::About::slot, 1)); // it is 0
    QCOMPARE(shown.view("client_FD").ringed_parts(), (Rings{{1, "slot client_FD 0"}, {2, "slot client_FD 1"}}));
    QVERIFY2(reason().contains(QChar(0x2460)) && reason().contains(QChar(0x2461)), qPrintable(reason()));
    const auto bits = [&] { return shown.lecture().waits_for_answer() && shown.lecture().item()->question->about == lessons::About::bits; };
    for (int i = 0; i < 100 && !bits(); ++i) {
        const bool asked = shown.lecture().waits_for_answer();
        asked ? shown.lecture().skip() : shown.lecture().next();
        QVERIFY(!asked || shown.graded());
    }
    const auto cells = shown.find<QWidget>("answers")->findChildren<QToolButton *>("bit");
    for (const int bit : {4, 5}) { // 5 alone would be right
        cells[bit]->setFocus();
        QTest::keyClick(cells[bit], Qt::Key_Space);
    }
    QVERIFY(cells[4]->isChecked() && cells[5]->isChecked());
    QTest::keyClick(cells[5], Qt::Key_Return);
    QVERIFY(!shown.lecture().waits_for_answer() && shown.graded());
    QCOMPARE(shown.view("sets").ringed_parts(), (Rings{{1, "bit readfds out 4"}}));
    QVERIFY2(reason().contains(QChar(0x2460)) && !reason().contains(QChar(0x2461)), qPrintable(reason()));
    const QString english = reason();
    shown.preferences.set_language(QStringLiteral("vi"));
    QVERIFY(reason().contains(QChar(0x2460)) && reason() != english);
    shown.lecture().next();
    QVERIFY(shown.view("sets").ringed_parts().size() <= 1);
}

void LessonTest::a_word_is_looked_up()
{
    Lesson shown({});
    QVERIFY(QTest::qWaitFor([&] { return shown.lecture().state() == ui::Lecture::State::ready; }, 30'000));
    shown.window->actions().glossary->trigger();
    auto *words = shown.window->findChild<ui::Glossary *>();
    QVERIFY(words && words->isVisible());
    QTest::keyClicks(words->findChild<QLineEdit *>("query"), "emfile");
    QCOMPARE(words->findChild<QListWidget *>("terms")->count(), 1);
    QVERIFY(words->findChild<QLabel *>("means")->text().contains("no descriptor left"));
    words->findChild<QPushButton *>("show_lesson")->click();
    QTRY_VERIFY(shown.lecture().lesson() && shown.lecture().lesson()->name == "mistake-emfile");
}

void LessonTest::leaving_gives_the_panels_back()
{
    Lesson shown({});
    const QStringList before = shown.window->panels().hidden();
    QVERIFY(shown.open());
    QVERIFY(shown.window->panels().in_lesson());
    shown.to_question();
    QVERIFY(std::ranges::any_of(shown.window->panels().views(), &ui::FigureView::ringed));
    shown.window->actions().leave_lesson->trigger();
    QVERIFY(!shown.window->panels().in_lesson() && shown.lecture().state() == ui::Lecture::State::none);
    QCOMPARE(shown.window->panels().hidden(), before);
    QVERIFY(std::ranges::none_of(shown.window->panels().views(), &ui::FigureView::ringed));
    QVERIFY(!shown.window->panels().lesson().isVisible());
}

void LessonTest::the_program_that_is_spoken_of_is_shown()
{
    Lesson shown({}, "chat-nonblocking");
    QVERIFY(shown.open());
    QCOMPARE(shown.session().front(), uint16_t(0));
    shown.to_question();
    QCOMPARE(shown.lecture().item()->look, QString("terminal"));
    const trace::Trace &trace = shown.session().trace();
    QCOMPARE(trace.programs[shown.session().front()].name, std::string("program 2"));
    QTRY_VERIFY(!shown.find<QDockWidget>("panel_terminal")->visibleRegion().isEmpty()); // none of the others is in front of it
}

ROOM_TEST(LessonTest)
#include "lesson_test.moc"
