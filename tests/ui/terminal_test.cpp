// SPDX-License-Identifier: MIT
// The terminal of a program in the window: it has a place when there is one, what is typed there arrives, another program comes to the front.
#include "shown.h"

#include "room.h"

#include <QComboBox>
#include <QDockWidget>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>

#include <algorithm>

using shown::comes_true;

class TerminalTest : public QObject {
    Q_OBJECT
private slots:
    void init()
    {
        shown::fail_on_warning();
        QSettings().clear();
    }

    void a_server_without_a_terminal_has_no_place_for_one()
    {
        shown::Window shown("en", {1280, 720}, {.server = "select"});
        QVERIFY(!shown.window->findChild<QDockWidget *>("panel_terminal")->isVisible());
    }

    void what_is_typed_arrives()
    {
        shown::Window shown("en", {1280, 720}, {.server = "two-inputs-select"});
        auto *dock = shown.window->findChild<QDockWidget *>("panel_terminal");
        QVERIFY(comes_true([&] { return dock->isVisible(); }));
        shown.connect_client(1);
        auto *line = dock->findChild<QLineEdit *>("keyboard");
        QVERIFY(comes_true([&] { return line->isEnabled(); }));
        line->setFocus();
        QTest::keyClicks(line, "abc");
        QTest::keyClick(line, Qt::Key_Return);
        QVERIFY(line->text().isEmpty());
        const auto sent = [&] {
            return std::ranges::any_of(shown.session().trace().events(), [&](const trace::Event &event) {
                return event.call == trace::Call::send && event.result == 4 && trace::runs_listing(shown.session().trace(), event.thread);
            });
        };
        QVERIFY(comes_true(sent));
        QVERIFY(comes_true([&] { return shown.contains("terminal", "> abc"); }));
        QTest::mouseClick(dock->findChild<QPushButton *>("end_of_file"), Qt::LeftButton);
        QVERIFY(comes_true([&] { return shown.contains("terminal", "> Ctrl-D"); }));
    }

    void another_program_comes_to_the_front()
    {
        shown::Window shown("en", {1280, 720}, {.server = "chat-select"});
        auto *front = shown.window->findChild<QComboBox *>("front");
        QVERIFY(comes_true([&] { return front->count() == 2; })); // and its chat server
        QCOMPARE(shown.session().front(), uint16_t(0));
        front->setCurrentIndex(1);
        emit front->activated(1);
        QVERIFY(shown.session().front() != 0);
        QVERIFY(comes_true([&] { return shown.words("listing").join(u' ').contains("writefds"); })); // chat_server.cpp has them
        QVERIFY(!shown.window->findChild<QLineEdit *>("keyboard")->isEnabled()); // it has none
    }
};

ROOM_TEST(TerminalTest)
#include "terminal_test.moc"
