// SPDX-License-Identifier: MIT
// Nothing of a lesson's panel is clipped, in any language, on small and large screens and with letters twice as large: each word of every
// lesson has room in its line, each line in its label, each label in the panel, which scrolls up and down only. There is room for one beside a run.
#include "room.h"
#include "shown.h"
#include "ui/lesson/panel.h"
#include "ui/window/panels.h"

#include <QAbstractButton>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QSettings>

class LessonRoomTest : public QObject {
    Q_OBJECT
private slots:
    void init();
    void every_word_has_room_data();
    void every_word_has_room();
    void nothing_is_clipped_data() { every_word_has_room_data(); }
    void nothing_is_clipped();
    void one_is_offered_beside_a_run();
};

namespace {

struct Lesson : shown::Window {
    Lesson(const QString &language, QSize size, int scale, const char *name) : Window(language, size, beginning(name), false)
    {
        preferences.set_scale_percent(scale);
        if (!QTest::qWaitFor([&] { return lecture().state() == ui::Lecture::State::ready; }, 30'000))
            qFatal("The lesson is not ready");
        panel().layout()->activate();
    }
    static ui::MainWindow::Beginning beginning(const char *name)
    {
        ui::MainWindow::Beginning beginning;
        beginning.lesson = QString::fromLatin1(name);
        return beginning;
    }
    ui::Lecture &lecture() { return window->lecture(); }
    ui::LessonPanel &panel() { return window->panels().lesson(); }
    int room() { return panel().findChild<QScrollArea *>()->viewport()->width(); }
};

// What is too wide or too high for its place, a line each.
QStringList clipped(Lesson &shown)
{
    QStringList all;
    QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
    auto *scroll = shown.panel().findChild<QScrollArea *>();
    if (scroll->widget()->minimumSizeHint().width() > scroll->viewport()->width())
        all += QStringLiteral("the page wants %1 px and has %2").arg(scroll->widget()->minimumSizeHint().width()).arg(scroll->viewport()->width());
    for (QLabel *label : shown.panel().findChildren<QLabel *>())
        if (label->isVisible() && !label->text().isEmpty() && label->wordWrap() && label->heightForWidth(label->width()) > label->height())
            all += QStringLiteral("“%1”: %2 px high, wants %3").arg(label->text()).arg(label->height()).arg(label->heightForWidth(label->width()));
    for (QAbstractButton *button : shown.panel().findChildren<QAbstractButton *>())
        if (button->isVisible() && !button->text().isEmpty() && button->minimumSizeHint().width() > button->width())
            all += QStringLiteral("“%1”: %2 px wide, wants %3").arg(button->text()).arg(button->width()).arg(button->minimumSizeHint().width());
    return all;
}

// Words that are wider than the room, in the letters of `label`.
void too_wide(const QLabel &label, const QString &text, int room, QStringList &all)
{
    const QFontMetrics metrics(label.font());
    for (const QString &word : text.split(u' '))
        if (metrics.horizontalAdvance(word) > room)
            all += label.objectName() + ": " + word;
}

} // namespace

void LessonRoomTest::init()
{
    shown::fail_on_warning();
    QSettings().clear();
}

void LessonRoomTest::every_word_has_room_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QSize>("size");
    QTest::addColumn<int>("scale");
    for (const QString &language : words::Language::codes()) {
        QTest::newRow(qPrintable(language + " 1280x720")) << language << QSize(1280, 720) << 100;
        QTest::newRow(qPrintable(language + " 1366x768")) << language << QSize(1366, 768) << 100;
        QTest::newRow(qPrintable(language + " 1920x1080")) << language << QSize(1920, 1080) << 100;
        QTest::newRow(qPrintable(language + " 1920x1080, 200 %")) << language << QSize(1920, 1080) << 200;
    }
}

void LessonRoomTest::every_word_has_room()
{
    QFETCH(QString, language);
    QFETCH(QSize, size);
    QFETCH(int, scale);
    Lesson shown(language, size, scale, "two-phases");
    const auto label = [&](const char *name) { return shown.panel().findChild<QLabel *>(QLatin1String(name)); };
    const words::Language in(language);
    const int room = shown.room() - 24; // the margins
    const int card = room - 24;         // and the card's
    QStringList all;
    for (const char *name : lessons::lecture()) {
        const lessons::LessonFile lesson = lessons::lesson_of_lecture(QLatin1String(name));
        too_wide(*label("title"), lesson.title.in(in), room, all);
        too_wide(*label("goal"), lesson.goal.in(in), room, all);
        too_wide(*label("sentence"), lesson.conclusion.in(in), room, all);
        for (const lessons::LessonChapter &chapter : lesson.chapters) {
            too_wide(*label("title"), chapter.title.in(in), room, all);
            for (const lessons::Say &say : chapter.say)
                too_wide(*label("sentence"), say.text.in(in), room, all);
            for (const lessons::Ask &ask : chapter.ask) {
                too_wide(*label("question_text"), ask.text.in(in), card, all);
                too_wide(*label("question_reason"), ask.wrong.in(in), card, all);
            }
        }
    }
    all.removeDuplicates();
    QVERIFY2(all.isEmpty(), qPrintable("\n" + all.join('\n')));
}

void LessonRoomTest::nothing_is_clipped()
{
    QFETCH(QString, language);
    QFETCH(QSize, size);
    QFETCH(int, scale);
    QStringList all;
    for (const char *name : {"two-phases", "select-server"}) { // choices and numbers; bits
        Lesson shown(language, size, scale, name);
        all += clipped(shown);
        shown.lecture().begin();
        QVERIFY(QTest::qWaitFor([&] { return shown.lecture().state() == ui::Lecture::State::open; }, 60'000));
        for (int i = 0; i < 100 && shown.lecture().item()->kind != lessons::Item::end; ++i) {
            all += clipped(shown);
            if (shown.lecture().waits_for_answer()) {
                shown.lecture().answer(-7); // wrong in any case: with its reason
                QVERIFY(QTest::qWaitFor([&] { return shown.lecture().given().how != ui::Lecture::Given::untold || shown.lecture().can_go_on(); }, 30'000));
                all += clipped(shown);
            }
            QVERIFY(QTest::qWaitFor([&] { return shown.lecture().can_go_on(); }, 30'000));
            shown.lecture().next();
        }
        QCOMPARE(shown.lecture().item()->kind, lessons::Item::end);
        all += clipped(shown);
    }
    all.removeDuplicates();
    QVERIFY2(all.isEmpty(), qPrintable("\n" + all.join('\n')));
}

void LessonRoomTest::one_is_offered_beside_a_run()
{
    ui::MainWindow::Beginning beginning;
    beginning.offered_lesson = QStringLiteral("two-inputs-blocking");
    shown::Window shown("en", {1366, 768}, beginning);
    ui::Lecture &lecture = shown.window->lecture();
    QVERIFY(QTest::qWaitFor([&] { return lecture.state() == ui::Lecture::State::ready && shown.session().run(); }, 30'000));
    QVERIFY(shown.window->panels().offers_lesson() && shown.window->panels().lesson().isVisible());
    QVERIFY(shown.window->findChild<QPushButton *>("begin_lesson")->isVisible());
    QVERIFY(!shown.window->findChild<QPushButton *>("begin_lesson")->hasFocus()); // Space is the run's
    QTRY_VERIFY(!shown.session().trace().events().empty());
    QTest::keyClick(shown.window.get(), Qt::Key_PageDown);
    QVERIFY(QTest::qWaitFor([&] { return lecture.state() == ui::Lecture::State::open; }, 60'000));
    QVERIFY(!shown.window->panels().offers_lesson() && shown.window->panels().in_lesson());
}

ROOM_TEST(LessonRoomTest)
#include "lesson_room_test.moc"
