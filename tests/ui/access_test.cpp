// SPDX-License-Identifier: MIT
// The window for those who do not see it or do not use a mouse: names, the parts of figures, walking over them.
#include "shown.h"

#include "room.h"
#include "ui/common/actions.h"
#include "ui/common/announcer.h"
#include "ui/figure/access.h"
#include "ui/figure/view.h"
#include "ui/live/clients_panel.h"
#include "ui/window/panels.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QAction>
#include <QSettings>
#include <QTableView>

#include <algorithm>

using shown::comes_true;

class AccessTest : public QObject {
    Q_OBJECT
private slots:
    void init();
    void every_control_has_a_name();
    void parts_are_children_with_a_sentence();
    void keys_walk_over_the_parts();
    void the_focused_part_is_told();
    void a_gone_part_is_not_valid();
    void tab_reaches_every_figure();
    void what_happens_is_said();
    void changed_parts_are_told();
    void the_focus_stays_near_a_part_that_is_gone();
    void connecting_moves_no_focus();
};

namespace {

// What is said to a screen reader by itself.
class Heard : public QStringList {
public:
    explicit Heard(shown::Window &shown)
    {
        QObject::connect(&shown.window->announcer(), &ui::Announcer::said, &m_here, [this](const QString &sentence) { append(sentence); });
    }
    bool comes(const QString &text)
    {
        return comes_true([&] { return join(u'\n').contains(text); });
    }

private:
    QObject m_here;
};

} // namespace

void AccessTest::init()
{
    shown::fail_on_warning();
    QSettings().clear();
}

void AccessTest::every_control_has_a_name()
{
    shown::Window shown("vi");
    QStringList nameless;
    for (QWidget *widget : shown.window->findChildren<QWidget *>()) {
        if (!widget->isVisible() || (widget->focusPolicy() == Qt::NoFocus && !qobject_cast<QAbstractButton *>(widget)))
            continue;
        QAccessibleInterface *access = QAccessible::queryAccessibleInterface(widget);
        const bool inner = widget->objectName().startsWith("qt_") || qobject_cast<QAbstractButton *>(widget->parentWidget())
                           || widget->parentWidget()->inherits("QAbstractSpinBox") || widget->inherits("QScrollBar");
        if (!inner && (!access || access->text(QAccessible::Name).isEmpty()))
            nameless << QString("%1 %2 in %3").arg(widget->metaObject()->className(), widget->objectName(),
                                                   widget->parentWidget()->metaObject()->className());
    }
    QVERIFY2(nameless.isEmpty(), qPrintable(nameless.join('\n')));
}

void AccessTest::parts_are_children_with_a_sentence()
{
    shown::Window shown;
    shown.connect_client(1);
    QVERIFY(comes_true([&] { return shown.contains("sets", "allset"); }));
    for (ui::FigureView *view : shown.window->panels().views()) {
        QAccessibleInterface *access = QAccessible::queryAccessibleInterface(view);
        QVERIFY(access);
        QVERIFY(!access->text(QAccessible::Name).isEmpty());
        const auto &parts = view->drawing().parts;
        QCOMPARE(access->childCount(), int(parts.size()));
        for (int i = 0; i < access->childCount(); ++i) {
            QAccessibleInterface *part = access->child(i);
            QVERIFY(part && part->isValid());
            QVERIFY(!part->text(QAccessible::Name).isEmpty());
            QCOMPARE(part->text(QAccessible::Name), parts[size_t(i)].sentence);
            QCOMPARE(part->role(), QAccessible::ListItem);
            QVERIFY(part->state().focusable);
            QCOMPARE(part->parent(), access);
            QCOMPARE(access->indexOfChild(part), i);
            QVERIFY(part->rect().isValid() || parts[size_t(i)].rect.isEmpty());
        }
    }
    QVERIFY(!shown.view("stage").drawing().parts.empty());
    QVERIFY(!shown.view("sets").drawing().parts.empty());
    QVERIFY(!shown.view("client_FD").drawing().parts.empty());
    QVERIFY(!shown.view("timeline").drawing().parts.empty());
}

void AccessTest::keys_walk_over_the_parts()
{
    shown::Window shown;
    shown.window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(shown.window.get()));
    ui::FigureView &sets = shown.view("sets");
    QVERIFY(comes_true([&] { return shown.contains("sets", "allset"); }));
    sets.setFocus(Qt::TabFocusReason);
    QCOMPARE(sets.selected_part(), 0);
    QTest::keyClick(&sets, Qt::Key_Down);
    QCOMPARE(sets.selected_part(), 1);
    QTest::keyClick(&sets, Qt::Key_Right, Qt::ControlModifier);
    QCOMPARE(sets.selected_part(), 2);
    QTest::keyClick(&sets, Qt::Key_Up);
    QCOMPARE(sets.selected_part(), 1);
    QTest::keyClick(&sets, Qt::Key_End, Qt::ControlModifier);
    QCOMPARE(sets.selected_part(), int(sets.drawing().parts.size()) - 1);
    QTest::keyClick(&sets, Qt::Key_Down);
    QCOMPARE(sets.selected_part(), int(sets.drawing().parts.size()) - 1);
    QTest::keyClick(&sets, Qt::Key_Home, Qt::ControlModifier);
    QTest::keyClick(&sets, Qt::Key_PageDown);
    QVERIFY(sets.drawing().parts[size_t(sets.selected_part())].rect.top() > sets.drawing().parts[0].rect.top());
    QVERIFY(shown.session().live()); // none of them moved the instant
}

void AccessTest::the_focused_part_is_told()
{
    shown::Window shown;
    shown.window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(shown.window.get()));
    ui::FigureView &stage = shown.view("stage");
    QVERIFY(comes_true([&] { return stage.drawing().parts.size() > 1; }));
    QAccessibleInterface *access = QAccessible::queryAccessibleInterface(&stage);
    QAccessibleInterface *part = access->child(1);
    QVERIFY(!part->state().focused);
    part->actionInterface()->doAction(QAccessibleActionInterface::setFocusAction());
    QVERIFY(stage.hasFocus());
    QVERIFY(part->state().focused);
    QCOMPARE(access->focusChild(), part);
    const QPoint middle = part->rect().center();
    QVERIFY(access->childAt(middle.x(), middle.y()));
}

void AccessTest::a_gone_part_is_not_valid()
{
    shown::Window shown;
    shown.connect_client(1);
    QVERIFY(comes_true([&] { return shown.contains("stage", "fd 4"); }));
    ui::FigureView &stage = shown.view("stage");
    QAccessibleInterface *access = QAccessible::queryAccessibleInterface(&stage);
    QAccessibleInterface *last = access->child(access->childCount() - 1);
    QVERIFY(last->isValid());
    shown.session().go_first();
    QVERIFY(comes_true([&] { return !last->isValid(); }));
    QVERIFY(last->text(QAccessible::Name).isEmpty());
    QVERIFY(last->rect().isEmpty());
}

void AccessTest::tab_reaches_every_figure()
{
    shown::Window shown;
    shown.window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(shown.window.get()));
    QSet<QWidget *> reached;
    shown.view("stage").setFocus();
    for (int i = 0; i < 100; ++i) {
        QWidget *focus = QApplication::focusWidget();
        QVERIFY(focus);
        reached.insert(focus);
        QTest::keyClick(focus, Qt::Key_Tab);
    }
    for (ui::FigureView *view : shown.window->panels().views())
        QVERIFY2(reached.contains(view) == !view->visibleRegion().isEmpty(), view->figure().name); // not what is behind a tab
    for (auto *button : shown.window->findChildren<QAbstractButton *>())
        if (button->isVisible() && button->isEnabled() && button->focusPolicy() != Qt::NoFocus)
            QVERIFY2(reached.contains(button), qPrintable(button->text()));
}

void AccessTest::what_happens_is_said()
{
    shown::Window shown;
    Heard heard(shown);
    const ui::Actions &actions = shown.window->actions();
    const auto first_part = [&] { return shown.view("words").drawing().parts.front().sentence; };
    shown.connect_client(1);
    QVERIFY(heard.comes("Client 1 is connected."));
    for (int i = 0; i < 5; ++i) { // whatever the step shows
        heard.clear();
        actions.step_back->trigger();
        QVERIFY2(heard.size() == 1, qPrintable(heard.join(u'\n')));
        QVERIFY2(heard.front().contains(first_part()), qPrintable(heard.front()));
    }
    actions.last->trigger();
    QVERIFY(heard.comes("You see what is happening now."));
    actions.play_pause->trigger();
    QVERIFY(heard.comes("The gate holds every thread"));
    for (int i = 0; i < 2; ++i) { // the same again is said again
        heard.clear();
        actions.step->trigger();
        QVERIFY(heard.comes("No thread waits at the gate"));
    }
    heard.clear();
    shown.session().run()->tell(1, {.kind = clients::Command::close});
    QVERIFY(comes_true([&] { return shown.session().run()->held(); }));
    actions.step->trigger(); // it is told once there is something
    QVERIFY(heard.comes("close"));
    actions.play_pause->trigger();
    QVERIFY(heard.comes("Client 1 has closed its connection."));
}

void AccessTest::changed_parts_are_told()
{
    using Parts = std::vector<drawing::Part>;
    const Parts before{{"a", {}, "A"}, {"b", {}, "B"}};
    QCOMPARE(ui::changes(before, before), ui::PartChanges());
    QCOMPARE(ui::changes(before, (Parts{{"a", {}, "A"}, {"b", {}, "C"}})), (ui::PartChanges{{1}, false}));
    QCOMPARE(ui::changes(before, (Parts{{"b", {}, "B"}})), (ui::PartChanges{{0}, true}));
}

void AccessTest::the_focus_stays_near_a_part_that_is_gone()
{
    shown::Window shown;
    shown.connect_client(1);
    shown.window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(shown.window.get()));
    QVERIFY(comes_true([&] { return shown.contains("stage", "fd 4"); }));
    ui::FigureView &stage = shown.view("stage");
    const auto &parts = stage.drawing().parts;
    const auto socket = std::ranges::find_if(parts, [](const drawing::Part &part) { return part.sentence.contains("descriptor 4"); });
    QVERIFY(socket != parts.end());
    const QString id = socket->id;
    stage.setFocus(Qt::TabFocusReason);
    stage.select_part(int(socket - parts.begin()));
    QTest::qWait(20);
    shown.session().go_first();
    QVERIFY(std::ranges::find(stage.drawing().parts, id, &drawing::Part::id) == stage.drawing().parts.end());
    QVERIFY(comes_true([&] { return stage.selected_part() >= 0; }));
}

void AccessTest::connecting_moves_no_focus()
{
    shown::Window shown;
    shown.window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(shown.window.get()));
    shown.connect_client(1);
    const auto *table = shown.window->panels().clients().findChild<QTableView *>();
    QCOMPARE(table->selectionModel()->selectedRows().size(), 1);
    QVERIFY(!table->currentIndex().isValid()); // a screen reader hears of a current one as of the focus
}

ROOM_TEST(AccessTest)

#include "access_test.moc"
