// SPDX-License-Identifier: MIT
// Keys and the wheel belong to the control that has the focus; choosing a server only chooses.
#include "shown.h"

#include "room.h"
#include "ui/common/actions.h"
#include "ui/common/message_bar.h"
#include "ui/figure/view.h"
#include "ui/live/player.h"
#include "ui/live/run_bar.h"
#include "ui/live/clients_panel.h"
#include "ui/window/panels.h"

#include <QAction>
#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDockWidget>
#include <QInputDialog>
#include <QMessageBox>
#include <QPushButton>
#include <QSettings>
#include <QSlider>
#include <QSpinBox>
#include <QTabBar>
#include <QTableView>
#include <QToolButton>
#include <QWheelEvent>

#include <algorithm>

using shown::comes_true;

class KeysTest : public QObject {
    Q_OBJECT
private slots:
    void init();
    void the_focus_begins_on_the_stage();
    void no_key_of_the_run_is_taken_from_a_control();
    void controls_do_what_their_like_do();
    void a_clicker_steps();
    void nothing_done_to_a_box_changes_the_run();
    void a_choice_is_undone();
    void enter_in_the_box_starts();
    void a_change_can_be_undone();
    void a_change_of_something_asks();
    void the_wheel_changes_nothing_in_passing();
    void a_closed_message_gives_the_focus_back();
    void digits_are_where_they_are_on_other_keyboards();
    void enter_on_a_part_of_the_timeline_goes_there();
    void ten_steps_and_a_step_by_its_number();
    void a_panel_is_sized_by_keys();
};

namespace {

struct Active : shown::Window {
    explicit Active(const char *server = "select") : shown::Window("en", {1280, 720}, {.server = QLatin1String(server)})
    {
        window->activateWindow();
        if (!QTest::qWaitForWindowActive(window.get()))
            qFatal("the window does not become active");
    }
    QComboBox *box() { return window->findChild<ui::RunBar *>()->findChild<QComboBox *>("server"); }
    QString running() { return session().run() ? QString::fromStdString(session().run()->settings().server) : QString(); }
    // The button of a message with that text.
    QPushButton *answer(const char *text)
    {
        for (auto *button : window->messages().findChildren<QPushButton *>())
            if (button->text() == QLatin1String(text) && button->isVisible())
                return button;
        return nullptr;
    }
};

void turn_wheel(QWidget *over)
{
    const QPoint middle = over->rect().center();
    for (int i = 0; i < 3; ++i) {
        QWheelEvent turn(middle, over->mapToGlobal(middle), {}, {0, -120}, Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
        QApplication::sendEvent(over, &turn);
    }
}

} // namespace

void KeysTest::init()
{
    shown::fail_on_warning();
    QSettings().clear();
}

void KeysTest::the_focus_begins_on_the_stage()
{
    Active shown;
    QCOMPARE(QApplication::focusWidget(), &shown.view("stage"));
    QTest::keyClick(shown.window.get(), Qt::Key_Space);
    QVERIFY(shown.session().paused());
}

// Whatever has the focus: a key that it uses itself is not also the run's.
void KeysTest::no_key_of_the_run_is_taken_from_a_control()
{
    Active shown("nonblocking");
    shown.connect_client(1);
    const QList<std::pair<QWidget *, QList<Qt::Key>>> owners = {
        {shown.box(), {Qt::Key_Left, Qt::Key_Right, Qt::Key_Home, Qt::Key_End, Qt::Key_PageUp, Qt::Key_PageDown}},
        {shown.window->findChild<QSlider *>(), {Qt::Key_Left, Qt::Key_Right, Qt::Key_Home, Qt::Key_End, Qt::Key_PageUp, Qt::Key_PageDown}},
        {shown.window->panels().clients().findChild<QTableView *>(), {Qt::Key_Left, Qt::Key_Right, Qt::Key_Home, Qt::Key_End, Qt::Key_Space}},
        {shown.window->findChild<QSpinBox *>("port"), {Qt::Key_PageUp, Qt::Key_PageDown, Qt::Key_Home, Qt::Key_End, Qt::Key_Left}},
        {shown.window->findChild<QCheckBox *>("echo"), {Qt::Key_Space}},
    };
    for (const auto &[control, keys] : owners) {
        control->setFocus();
        for (const Qt::Key key : keys) {
            QTest::keyClick(control, key);
            QVERIFY2(shown.session().live() && !shown.session().paused(), qPrintable(control->metaObject()->className() + QKeySequence(key).toString()));
        }
    }
}

void KeysTest::controls_do_what_their_like_do()
{
    Active shown;
    auto *speed = shown.window->findChild<QSlider *>();
    const int slow = speed->value();
    speed->setFocus();
    QTest::keyClick(speed, Qt::Key_Right);
    QCOMPARE(speed->value(), slow + 1);
    auto *echo = shown.window->findChild<QCheckBox *>("echo");
    const bool ticked = echo->isChecked();
    echo->setFocus();
    QTest::keyClick(echo, Qt::Key_Space);
    QCOMPARE(echo->isChecked(), !ticked);
    auto *connect = shown.window->findChild<QPushButton *>("connect");
    connect->setFocus();
    QTest::keyClick(connect, Qt::Key_Space);
    QVERIFY(comes_true([&] { return shown.session().run()->clients() == 1; }));
    QVERIFY(!shown.session().paused());
    for (QTabBar *tabs : shown.window->findChildren<QTabBar *>(QString(), Qt::FindDirectChildrenOnly)) {
        if (!tabs->isVisible() || tabs->count() < 2)
            continue;
        tabs->setCurrentIndex(0);
        tabs->setFocus();
        QTest::keyClick(tabs, Qt::Key_Right);
        QCOMPARE(tabs->currentIndex(), 1);
        QVERIFY(shown.session().live());
    }
}

// It sends Page Up and Page Down, wherever it is pointed at.
void KeysTest::a_clicker_steps()
{
    Active shown;
    shown.connect_client(1);
    shown.session().pause();
    QTest::keyClick(shown.window.get(), Qt::Key_PageUp);
    QVERIFY(!shown.session().live());
    const replay::Instant before = shown.session().instant();
    QTest::keyClick(shown.window.get(), Qt::Key_PageUp);
    QVERIFY(shown.session().instant() != before);
    QTest::keyClick(shown.window.get(), Qt::Key_PageDown);
    QVERIFY(shown.session().instant() == before);
    ui::FigureView &stage = shown.view("stage");
    QTest::mouseClick(stage.viewport(), Qt::LeftButton, {}, stage.viewport()->rect().center());
    QTest::keyClick(&stage, Qt::Key_PageUp);
    QVERIFY(shown.session().instant() != before); // pointing at something is not walking over it
}

void KeysTest::nothing_done_to_a_box_changes_the_run()
{
    Active shown;
    for (auto *box : shown.window->findChildren<QComboBox *>()) {
        if (!box->isVisible())
            continue;
        const auto run = shown.session().run();
        box->setFocus();
        for (const Qt::Key key : {Qt::Key_Down, Qt::Key_Up, Qt::Key_PageDown, Qt::Key_PageUp, Qt::Key_End, Qt::Key_Home, Qt::Key_B, Qt::Key_Right})
            QTest::keyClick(box, key, Qt::NoModifier);
        QTest::keyClicks(box, "b");
        turn_wheel(box);
        QKeyEvent opens(QEvent::ShortcutOverride, Qt::Key_Space, Qt::NoModifier, " ");
        QApplication::sendEvent(box, &opens);
        QVERIFY(opens.isAccepted());
        QTest::qWait(50);
        QCOMPARE(shown.session().run(), run);
        QCOMPARE(shown.running(), QString("select"));
        QVERIFY(!shown.session().paused());
        QVERIFY(!shown.window->findChild<QMessageBox *>()); // and asks nothing
    }
}

void KeysTest::a_choice_is_undone()
{
    Active shown;
    const QString running = shown.box()->currentText();
    shown.box()->setFocus();
    QVERIFY(!shown.answer("Undo the choice"));
    QTest::keyClick(shown.box(), Qt::Key_Down);
    QTest::keyClick(shown.box(), Qt::Key_Down);
    QCOMPARE(shown.window->messages().texts().size(), 1); // one message that changes
    const QString text = shown.window->messages().texts().constFirst();
    QVERIFY2(text.contains(running) && text.contains(shown.box()->currentText()), qPrintable(text));
    shown.session().pause(); // it stays chosen, whatever the run does
    shown.session().resume();
    QVERIFY(shown.box()->currentText() != running);
    shown.answer("Undo the choice")->click();
    QCOMPARE(shown.box()->currentText(), running);
    QVERIFY(shown.window->messages().texts().isEmpty());
}

void KeysTest::enter_in_the_box_starts()
{
    Active shown;
    shown.window->findChild<ui::RunBar *>()->set_server("poll");
    shown.box()->setFocus();
    QTest::keyClick(shown.box(), Qt::Key_Return);
    QVERIFY(comes_true([&] { return shown.running() == "poll"; }));
    QVERIFY(!shown.window->findChild<QMessageBox *>()); // there was nothing to lose
}

void KeysTest::a_change_can_be_undone()
{
    Active shown;
    shown.window->findChild<ui::RunBar *>()->set_server("poll");
    shown.answer("Start it")->click();
    QVERIFY(comes_true([&] { return shown.running() == "poll" && shown.answer("Undo"); }));
    QTest::mouseClick(shown.answer("Undo"), Qt::LeftButton);
    QVERIFY(comes_true([&] { return shown.running() == "select"; }));
    shown.connect_client(1);
    QVERIFY(comes_true([&] { return !shown.answer("Undo"); })); // it is being used
}

void KeysTest::a_change_of_something_asks()
{
    Active shown;
    shown.connect_client(1);
    shown.window->findChild<ui::RunBar *>()->set_server("poll");
    shown.window->actions().new_run->trigger();
    QCOMPARE(shown.running(), QString("select"));
    auto *question = shown.window->findChild<QMessageBox *>("unsaved");
    QVERIFY(question);
    question->reject();
    QVERIFY(shown.answer("Undo the choice"));
}

void KeysTest::the_wheel_changes_nothing_in_passing()
{
    Active shown;
    QHash<QWidget *, QVariant> before;
    for (auto *widget : shown.window->findChildren<QWidget *>()) {
        const bool turns = qobject_cast<QComboBox *>(widget) || qobject_cast<QAbstractSpinBox *>(widget) || qobject_cast<QSlider *>(widget);
        if (turns && widget->isVisible())
            before.insert(widget, widget->property(qobject_cast<QComboBox *>(widget) ? "currentIndex" : "value"));
    }
    QVERIFY(before.size() > 3);
    for (const auto &[widget, value] : before.asKeyValueRange()) {
        turn_wheel(widget);
        QCOMPARE(widget->property(qobject_cast<QComboBox *>(widget) ? "currentIndex" : "value"), value);
        QVERIFY(!widget->hasFocus());
    }
}

void KeysTest::a_closed_message_gives_the_focus_back()
{
    Active shown;
    ui::MessageBar &messages = shown.window->messages();
    QWidget *places[] = {&shown.view("timeline"), shown.window->findChild<QPushButton *>("connect")};
    for (QWidget *place : places) {
        messages.say(ui::MessageBar::Tone::notice, [] { return QString("One"); });
        place->setFocus();
        const auto buttons = messages.findChildren<QToolButton *>();
        QToolButton *close = *std::ranges::find_if(buttons, &QWidget::isVisible);
        close->setFocus(Qt::TabFocusReason);
        QTest::keyClick(close, Qt::Key_Return);
        QVERIFY(messages.texts().isEmpty());
        QCOMPARE(QApplication::focusWidget(), place);
    }
}

// On a Vietnamese keyboard 1, 2, = and 0 are letters.
void KeysTest::digits_are_where_they_are_on_other_keyboards()
{
    Active shown;
    const auto press = [&](int letter, quint32 scan_code) {
        QKeyEvent key(QEvent::KeyPress, letter, Qt::ControlModifier, scan_code, 0, 0, QString(QChar(letter)));
        QApplication::sendEvent(QApplication::focusWidget(), &key);
    };
    const ui::Actions &actions = shown.window->actions();
    press(0x0102, 11); // Ă, where others have 2
    QVERIFY(actions.axis_time->isChecked());
    press(0x0103, 10);
    QVERIFY(actions.axis_events->isChecked());
    press(0x20ab, 21);
    QVERIFY(shown.preferences.scale_percent() > 100);
    press(0x0111, 19);
    QCOMPARE(shown.preferences.scale_percent(), 100);
}

void KeysTest::enter_on_a_part_of_the_timeline_goes_there()
{
    Active shown;
    shown.connect_client(1);
    ui::FigureView &timeline = shown.view("timeline");
    timeline.setFocus(Qt::TabFocusReason);
    const auto &parts = timeline.drawing().parts;
    const auto event = std::ranges::find_if(parts, [](const drawing::Part &part) { return part.id.startsWith("event "); });
    QVERIFY(event != parts.end());
    const size_t sequence = event->id.section(' ', 1).toULongLong();
    timeline.select_part(int(event - parts.begin()));
    QTest::keyClick(&timeline, Qt::Key_Return);
    QVERIFY(shown.session().instant() == shown.session().replay().step(sequence));
}

void KeysTest::ten_steps_and_a_step_by_its_number()
{
    Active shown;
    shown.connect_client(1);
    shown.session().stop();
    QVERIFY(comes_true([&] { return !shown.session().run(); }));
    QTest::keyClick(shown.window.get(), Qt::Key_Home);
    const replay::Replay &replay = shown.session().replay();
    replay::Instant tenth = replay.first();
    for (int i = 0; i < 10; ++i)
        tenth = replay.next(tenth);
    QTest::keyClick(shown.window.get(), Qt::Key_Right, Qt::ShiftModifier);
    QVERIFY(shown.session().instant() == tenth);
    QTest::keyClick(shown.window.get(), Qt::Key_Left, Qt::ShiftModifier);
    QVERIFY(shown.session().instant() == replay.first());

    QTest::keyClick(shown.window.get(), Qt::Key_J, Qt::ControlModifier);
    QInputDialog *asks = nullptr;
    QVERIFY(comes_true([&] { return (asks = shown.window->findChild<QInputDialog *>()) && asks->isVisible(); }));
    asks->setIntValue(5);
    asks->accept();
    QVERIFY(shown.session().instant() == replay.step(4));
}

void KeysTest::a_panel_is_sized_by_keys()
{
    shown::Window shown("en", {1920, 1080}); // where there is room
    shown.window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(shown.window.get()));
    ui::FigureView &view = shown.view("words");
    QDockWidget *panel = nullptr;
    for (auto *dock : shown.window->findChildren<QDockWidget *>())
        if (dock->isAncestorOf(&view))
            panel = dock;
    QVERIFY(panel && !panel->isFloating());
    panel->raise();
    view.setFocus(Qt::TabFocusReason);
    QVERIFY(comes_true([&] { return view.hasFocus(); }));
    const int wide = panel->width(), high = panel->height();
    const auto press = [&](Qt::Key key) { QTest::keyClick(&view, key, Qt::AltModifier | Qt::ShiftModifier); };
    press(Qt::Key_Right);
    QVERIFY(comes_true([&] { return panel->width() > wide; }));
    press(Qt::Key_Left);
    QVERIFY(comes_true([&] { return panel->width() == wide; }));
    press(Qt::Key_Up);
    QVERIFY(comes_true([&] { return panel->height() > high; }));
    const int higher = panel->height(); // as far as the panels below it give way
    press(Qt::Key_Down);
    QVERIFY(comes_true([&] { return panel->height() < higher; }));
}

ROOM_TEST(KeysTest)

#include "keys_test.moc"
