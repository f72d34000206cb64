// SPDX-License-Identifier: MIT
// The window as it is used: a server comes up, clients connect, one steps, goes back, returns.
#include "shown.h"

#include "lessons/run.h"
#include "room.h"
#include "ui/common/actions.h"
#include "ui/common/message_bar.h"
#include "ui/figure/view.h"
#include "ui/live/player.h"
#include "ui/window/instant_bar.h"
#include "ui/window/panels.h"
#include "ui/window/status_line.h"

#include <QAction>
#include <QDockWidget>
#include <QDoubleSpinBox>
#include <QElapsedTimer>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QSettings>

#include <algorithm>

using shown::comes_true;

class WindowTest : public QObject {
    Q_OBJECT
private slots:
    void init();
    void begins_with_the_select_server();
    void time_passes_while_nothing_ends();
    void connecting_shows_socket_4();
    void stepping_holds_the_threads();
    void a_step_shows_the_call_that_returned();
    void the_past_says_so();
    void keys_work_wherever_the_focus_is();
    void keys_are_letters_in_a_text_field();
    void enter_presses_the_focused_button();
    void a_recording_is_played_to_its_end();
    void speeds_are_kept_for_each_axis();
    void the_layout_is_remembered();
    void a_hidden_panel_comes_back();
    void the_crossing_is_in_front_where_there_are_no_sets();
    void what_fits_has_no_scroll_bars();
    void everything_scales();
    void the_usual_size_brings_back_the_shares();
    void it_never_grows_beyond_its_size();
    void letters_stay_readable();
    void a_text_is_no_wider_than_its_panel();
    void options_follow_the_server();
    void a_port_in_use_is_explained();
    void an_error_in_a_script_names_the_line();
    void a_lesson_is_played();
};

void WindowTest::init()
{
    shown::fail_on_warning();
    QSettings().clear();
}

void WindowTest::begins_with_the_select_server()
{
    shown::Window shown;
    QVERIFY(comes_true([&] { return shown.contains("stage", "fd 3"); }));
    QVERIFY(shown.window->windowTitle().contains("select"));
    QVERIFY(shown.window->status().listening().contains(QString::number(shown.session().run()->port())));
    QCOMPARE(shown.window->status().command(), QString("nc 127.0.0.1 %1").arg(shown.session().run()->port()));
    QVERIFY(shown.session().live());
    QVERIFY(!shown.session().unsaved());
}

void WindowTest::time_passes_while_nothing_ends()
{
    shown::Window shown;
    const auto slept = [&] { return replay::totals(shown.session().replay(), shown.session().instant()).rows[0].waiting; };
    QVERIFY(shown::comes_true([&] { return slept() > 0; }));
    const int64_t before = slept();
    const size_t events = shown.session().trace().events().size();
    QVERIFY(shown::comes_true([&] { return slept() > before; }));
    QVERIFY(shown.session().live());
    QVERIFY(shown.session().trace().events().size() <= events + 3); // seen from outside: state, time, sockets
}

void WindowTest::connecting_shows_socket_4()
{
    shown::Window shown;
    QVERIFY(!shown.contains("stage", "fd 4"));
    shown.connect_client(1);
    QVERIFY(comes_true([&] { return shown.contains("stage", "fd 4"); }));
    QVERIFY(comes_true([&] { return shown.contains("client_FD", "4"); }));
    QVERIFY(shown.session().unsaved());
}

void WindowTest::stepping_holds_the_threads()
{
    shown::Window shown;
    shown.connect_client(1);
    shown.window->actions().play_pause->trigger();
    QVERIFY(shown.session().paused());
    QVERIFY(shown.window->instant_bar().sentence().contains("no longer representative"));
    shown.session().run()->tell(1, {.kind = clients::Command::send, .text = "abc"});
    QVERIFY(comes_true([&] { return shown.session().run()->held(); }));
    QVERIFY(comes_true([&] { return shown.session().at_end(); }));
    const int64_t sent = shown.session().run()->progress(1)->sent;
    QCOMPARE(sent, 0);
    shown.window->actions().step->trigger(); // the client's send()
    QVERIFY(comes_true([&] { return shown.session().run()->progress(1)->sent == 3; }));
    QVERIFY(shown.session().live());
    shown.window->actions().play_pause->trigger();
    QVERIFY(!shown.session().paused());
    QVERIFY(comes_true([&] { return shown.contains("totals", "3"); }));
}

void WindowTest::a_step_shows_the_call_that_returned()
{
    shown::Window shown;
    shown.connect_client(1);
    shown.session().pause();
    shown.session().run()->tell(1, {.kind = clients::Command::send, .text = "abc"});
    QVERIFY(comes_true([&] { return shown.session().run()->held(); }));
    const size_t before = shown.session().trace().events().size();
    shown.window->actions().step->trigger(); // the client's send(); the server's select() returns by it and waits at the gate
    const auto returned_by_it = [&] {
        const auto &events = shown.session().trace().events();
        return std::any_of(events.begin() + std::min(before, events.size()), events.end(), [](const trace::Event &event) { return event.call == trace::Call::select; });
    };
    QVERIFY(comes_true(returned_by_it));
    const auto told = [&] { return shown.view("words").drawing().parts.front().sentence; };
    QVERIFY(comes_true([&] { return shown.session().run()->progress(1)->sent == 3; }));
    QVERIFY2(comes_true([&] { return !told().contains("in progress"); }), qPrintable(told()));
    const replay::Instant returned = shown.session().instant();
    const int64_t until = shown.session().trace().until();
    QVERIFY(comes_true([&] { return shown.session().trace().until() > until + 1'000'000'000; })); // the clock goes on
    QVERIFY(shown.session().instant() == returned);
    QVERIFY(shown.session().live());
    shown.window->actions().play_pause->trigger();
    QVERIFY(comes_true([&] { return shown.session().at_end(); }));
}

void WindowTest::the_past_says_so()
{
    shown::Window shown;
    shown.connect_client(1);
    QVERIFY(comes_true([&] { return shown.contains("stage", "fd 4"); }));
    auto *now = shown.window->findChild<ui::InstantBar *>()->findChild<QPushButton *>();
    QVERIFY(!now->isVisible());
    while (shown.contains("stage", "fd 4")) {
        const replay::Instant before = shown.session().instant();
        shown.window->actions().step_back->trigger();
        QVERIFY(shown.session().instant() != before);
    }
    QVERIFY(!shown.session().live());
    QVERIFY(shown.window->instant_bar().sentence().contains("past"));
    QVERIFY(shown.window->instant_bar().sentence().contains("run on")); // so they do
    shown.session().pause();
    QVERIFY(shown.window->instant_bar().sentence().contains("stay where they are"));
    shown.session().resume();
    QVERIFY(now->isVisible());
    now->click();
    QVERIFY(shown.session().live());
    QVERIFY(shown.contains("stage", "fd 4"));
}

void WindowTest::keys_work_wherever_the_focus_is()
{
    shown::Window shown;
    shown.connect_client(1);
    shown.window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(shown.window.get()));
    QList<QWidget *> places = {&shown.view("stage"), shown.window->findChild<QPushButton *>("connect")};
    for (QWidget *place : places) {
        place->setFocus();
        if (place == places.front()) { // a button's Space presses it
            QTest::keyClick(place, Qt::Key_Space);
            QVERIFY(shown.session().paused());
            QTest::keyClick(place, Qt::Key_Space);
            QVERIFY(!shown.session().paused());
        }
        QTest::keyClick(place, Qt::Key_Left);
        QVERIFY(!shown.session().live());
        const replay::Instant before = shown.session().instant();
        QTest::keyClick(place, Qt::Key_Left);
        // A call that begins completes nothing: then only the time differs.
        const replay::Instant after = shown.session().instant();
        QVERIFY(after.time < before.time || after.complete < before.complete);
        QTest::keyClick(place, Qt::Key_Right);
        QVERIFY(shown.session().instant() == before);
        QTest::keyClick(place, Qt::Key_Home);
        QCOMPARE(shown.session().instant().complete, size_t(0));
        QTest::keyClick(place, Qt::Key_End);
        QVERIFY(shown.session().live());
    }
    QCOMPARE(shown.session().run()->clients(), 1);
}

void WindowTest::keys_are_letters_in_a_text_field()
{
    shown::Window shown;
    shown.window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(shown.window.get()));
    auto *text = shown.window->findChild<QLineEdit *>("text");
    QVERIFY(text);
    text->setFocus();
    text->setText("a");
    QTest::keyClick(text, Qt::Key_Space);
    QTest::keyClick(text, Qt::Key_Left);
    QTest::keyClick(text, Qt::Key_Home);
    QTest::keyClick(text, 'b');
    QCOMPARE(text->text(), QString("ba "));
    QVERIFY(!shown.session().paused());
    QVERIFY(shown.session().live());
}

void WindowTest::enter_presses_the_focused_button()
{
    shown::Window shown;
    auto *button = shown.window->findChild<QPushButton *>("connect");
    button->setFocus();
    QTest::keyClick(button, Qt::Key_Return);
    QVERIFY(comes_true([&] { return shown.session().run()->clients() == 1; }));
}

void WindowTest::a_recording_is_played_to_its_end()
{
    shown::Window shown;
    shown.connect_client(1);
    shown.window->actions().stop->trigger();
    QVERIFY(comes_true([&] { return shown.session().activity() == ui::Session::Activity::none; }));
    ui::Player &player = shown.window->player();
    player.set_speed(int(ui::Player::speeds(figures::Axis::events).size()) - 1);
    shown.window->actions().play_pause->trigger(); // at the end: from the beginning
    QVERIFY(player.playing());
    QCOMPARE(shown.session().instant().complete, size_t(0));
    QVERIFY(comes_true([&] { return shown.session().instant().complete > 3; }));
    QVERIFY(comes_true([&] { return !player.playing(); }));
    QVERIFY(shown.session().at_end());
}

void WindowTest::speeds_are_kept_for_each_axis()
{
    shown::Window shown;
    ui::Player &player = shown.window->player();
    player.set_speed(5);
    shown.window->actions().axis_time->trigger();
    player.set_speed(0);
    shown.window->actions().axis_events->trigger();
    QCOMPARE(player.speed(), 5);
    shown.window->actions().axis_time->trigger();
    QCOMPARE(player.speed(), 0);
}

void WindowTest::the_layout_is_remembered()
{
    {
        shown::Window shown;
        shown.window->findChild<QDockWidget *>("panel_totals")->close();
        shown.preferences.set_scale_percent(125);
        shown.preferences.set_language("vi");
        shown.session().set_saved();
        shown.window->close();
    }
    ui::Preferences preferences;
    QCOMPARE(preferences.language().code(), QString("vi"));
    QCOMPARE(preferences.scale_percent(), 125);
    ui::MainWindow window(preferences, {});
    window.show();
    QVERIFY(!window.findChild<QDockWidget *>("panel_totals")->isVisible());
    QVERIFY(window.findChild<QDockWidget *>("panel_sets")->isVisible());
    window.actions().reset_layout->trigger();
    QVERIFY(window.findChild<QDockWidget *>("panel_totals")->isVisible());
    preferences.set_scale_percent(100);
}

void WindowTest::a_hidden_panel_comes_back()
{
    shown::Window shown;
    auto *dock = shown.window->findChild<QDockWidget *>("panel_sets");
    dock->toggleViewAction()->trigger();
    QVERIFY(!dock->isVisible());
    dock->toggleViewAction()->trigger();
    QVERIFY(dock->isVisible());
    QVERIFY(comes_true([&] { return shown.contains("sets", "allset"); }));
}

void WindowTest::the_crossing_is_in_front_where_there_are_no_sets()
{
    for (const char *server : {"select", "blocking"}) {
        ui::MainWindow::Beginning beginning;
        beginning.server = QString::fromLatin1(server);
        shown::Window shown("en", {1280, 720}, beginning);
        const auto in_front = [&](const char *panel) {
            return !shown.window->findChild<QDockWidget *>(QLatin1String(panel))->visibleRegion().isEmpty();
        };
        const bool has_sets = beginning.server == u"select";
        QVERIFY2(comes_true([&] { return in_front("panel_sets") == has_sets && in_front("panel_crossing") != has_sets; }), server);
        QVERIFY(comes_true([&] { return shown.contains("crossing", "not returned yet"); }));
    }
}

void WindowTest::what_fits_has_no_scroll_bars()
{
    shown::Window shown("vi", {1280, 720}, {.server = "nonblocking"});
    shown.connect_client(1);
    shown.session().pause();
    for (int height = 720; height < 760; ++height) { // each with another factor, rounded another way
        shown.window->resize(1280, height);
        shown.session().previous();
        QCoreApplication::processEvents();
        for (const char *figure : {"stage", "timeline", "client_FD"}) {
            const ui::FigureView &view = shown.view(figure);
            QVERIFY2(!view.verticalScrollBar()->isVisible() && !view.horizontalScrollBar()->isVisible(), figure);
        }
    }
}

void WindowTest::everything_scales()
{
    shown::Window shown;
    auto *button = shown.window->findChild<QPushButton *>("connect");
    const int height = button->sizeHint().height();
    const QSize figure = shown.view("sets").sizeHint();
    for (int i = 0; i < 20; ++i)
        shown.window->actions().larger->trigger();
    QCOMPARE(shown.preferences.scale_percent(), 400);
    QVERIFY(button->sizeHint().height() > 3 * height);
    QVERIFY(shown.view("sets").sizeHint().height() > 3 * figure.height());
    for (int i = 0; i < 30; ++i)
        shown.window->actions().smaller->trigger();
    QCOMPARE(shown.preferences.scale_percent(), 50);
    QVERIFY(button->sizeHint().height() < height);
    shown.window->actions().usual_size->trigger();
    QCOMPARE(button->sizeHint().height(), height);
}

void WindowTest::the_usual_size_brings_back_the_shares()
{
    shown::Window shown("en", {1920, 1080});
    const auto sizes = [&] {
        QList<QSize> of_docks;
        for (const QDockWidget *dock : shown.window->panels().docks())
            of_docks << (dock->geometry().right() < 0 ? QSize() : dock->size()); // behind a tab it has none
        return of_docks;
    };
    shown.connect_client(1);
    const auto scrolled = [&] {
        return std::ranges::count_if(shown.window->panels().views(), [](const ui::FigureView *view) {
            return view->horizontalScrollBar()->maximum() > 0 || view->verticalScrollBar()->maximum() > 0;
        });
    };
    const QList<QSize> before = sizes();
    const auto scrolled_before = scrolled();
    for (int i = 0; i < 4; ++i) {
        shown.window->actions().larger->trigger();
        QCoreApplication::processEvents(); // each step is laid out
    }
    QVERIFY(sizes() != before);
    shown.window->actions().usual_size->trigger();
    QVERIFY(comes_true([&] { return sizes() == before; }));
    QVERIFY(comes_true([&] { return scrolled() == scrolled_before; }));
}

// However large everything in it is made: what has no room side by side is one before the other.
void WindowTest::it_never_grows_beyond_its_size()
{
    for (const QSize size : {QSize(683, 384), QSize(1366, 768)}) {
        shown::Window shown("vi", size);
        for (int i = 0; i < 7; ++i, shown.window->actions().larger->trigger()) {
            QTest::qWait(20);
            QCOMPARE(shown.window->size(), size);
        }
        shown.preferences.set_scale_percent(size.width() > 1000 ? 200 : 100);
        QTest::qWait(20);
        const QRect inside({}, size);
        for (QDockWidget *dock : shown.window->panels().docks()) { // each can be brought into sight
            dock->raise();
            QTest::qWait(5);
            QVERIFY2(!dock->widget()->visibleRegion().isEmpty(), qPrintable(dock->objectName()));
            const QRect place(dock->mapTo(shown.window.get(), QPoint()), dock->size());
            QVERIFY2(inside.contains(place), qPrintable(dock->objectName()));
        }
    }
}

// A figure that has no room scrolls before its letters are too small: the digits of three sets, the two phases, the words.
void WindowTest::letters_stay_readable()
{
    for (const char *server : {"select-all", "nonblocking"}) {
        shown::Window shown("vi", {1366, 768}, {.server = QLatin1String(server)});
        shown.window->actions().connect_client->trigger();
        QVERIFY(comes_true([&] { return shown.contains("timeline", "client 1"); }));
        for (const char *figure : {"sets", "crossing", "words", "totals"})
            for (const drawing::Shape &shape : shown.view(figure).drawing().shapes)
                if (shape.kind == drawing::Shape::text)
                    QVERIFY2(shape.scale * 13 >= 10.9, qPrintable(QString("%1 %2 %3").arg(figure, shape.words).arg(shape.scale)));
        const int height = shown.view("client_FD").drawing().parts.front().rect.height();
        shown.preferences.set_scale_percent(200);
        QVERIFY(shown.view("client_FD").drawing().parts.front().rect.height() * 2 > height);
    }
}

void WindowTest::a_text_is_no_wider_than_its_panel()
{
    for (const char *language : {"vi", "en"}) {
        shown::Window shown(QLatin1String(language), {1280, 720});
        shown.connect_client(1);
        ui::FigureView &words = shown.view("words");
        int read = 0;
        for (shown.session().go_first(); !shown.session().at_end(); shown.session().step(), ++read) {
            const drawing::Drawing &drawing = words.drawing();
            QVERIFY(!drawing.shapes.empty());
            QVERIFY2(drawing.size.width() * shown.preferences.scale() <= words.maximumViewportSize().width() + 1, qPrintable(drawing.parts.front().sentence));
            for (const drawing::Shape &shape : drawing.shapes)
                if (shape.kind == drawing::Shape::text)
                    QVERIFY2(shape.scale * 13 >= 10.9, qPrintable(shape.words));
        }
        QVERIFY(read > 10);
    }
}

void WindowTest::options_follow_the_server()
{
    shown::Window shown("en", {1280, 720}, {.server = "blocking"});
    const auto *timeout = shown.window->findChild<QWidget *>("timeout");
    QVERIFY(!timeout->isEnabled());
    shown.window->play_script("select");
    QVERIFY(timeout->isEnabled());
    const auto *pause = shown.window->findChild<QWidget *>("pause");
    QVERIFY(!pause->isEnabled() && !pause->isVisible());
    shown.window->play_script("nonblocking");
    QVERIFY(pause->isEnabled() && pause->isVisible() && !timeout->isVisible());
    shown.window->play_script("timeouts"); // what a lesson wants is shown
    const auto plan = std::get<lessons::PlannedRun>(lessons::run_of({.script = "timeouts"}));
    QVERIFY(plan.settings.serve.timeout);
    QCOMPARE(shown.window->findChild<QDoubleSpinBox *>("timeout")->value(), double(plan.settings.serve.timeout->count()) / 1e6);
}

void WindowTest::a_port_in_use_is_explained()
{
    shown::Window first;
    shown::Window second("en", {1280, 720}, {.port = first.session().run()->port()}, false);
    QVERIFY(comes_true([&] { return !second.window->messages().texts().isEmpty(); }));
    QVERIFY(second.window->messages().texts().constFirst().contains(QString::number(first.session().run()->port())));
    QVERIFY(!second.session().run());
}

void WindowTest::an_error_in_a_script_names_the_line()
{
    shown::Window shown;
    QTemporaryDir folder;
    QFile file(folder.filePath("wrong.txt"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("client 1 connect\n\nclient 1 sing\n");
    file.close();
    shown.window->play_script(file.fileName());
    QCOMPARE(shown.window->messages().texts().size(), 1);
    QVERIFY(shown.window->messages().texts().constFirst().contains('3'));
    QVERIFY(shown.session().run());
}

void WindowTest::a_lesson_is_played()
{
    shown::Window shown("en", {1280, 720}, {.script = "select"}, false);
    QVERIFY(comes_true([&] { return shown.session().trace().events().size() > 40; }));
    QVERIFY(shown.window->messages().texts().isEmpty());
    QVERIFY(comes_true([&] { return shown.window->player().playing(); })); // from the beginning, once all is recorded
    QVERIFY(!shown.session().unsaved());
    shown.session().go_last();
    QVERIFY(shown.session().world().table(trace::main_thread(shown.session().trace(), 0).value_or(0), "client_FD"));
}

ROOM_TEST(WindowTest)

#include "window_test.moc"
