// SPDX-License-Identifier: MIT
// Where the focus is can be seen at every stop of Tab in every window, and Tab goes as the eye does.
#include "shown.h"

#include "room.h"
#include "ui/common/actions.h"
#include "ui/comparison/window.h"
#include "ui/figure/export_dialog.h"
#include "ui/figure/view.h"
#include "ui/live/run_bar.h"
#include "ui/window/panels.h"
#include "ui/window/status_line.h"

#include <QAction>
#include <QApplication>
#include <QDockWidget>
#include <QMessageBox>
#include <QSettings>

#include <algorithm>

using shown::comes_true;

class FocusTest : public QObject {
    Q_OBJECT
private slots:
    void init();
    void it_is_seen_at_every_stop_data();
    void it_is_seen_at_every_stop();
    void tab_goes_as_the_eye_does();
    void what_is_behind_a_tab_has_none();
    void f6_goes_from_panel_to_panel();
};

namespace {

// How many pixels of `area` differ by a contrast of at least 3 : 1 (WCAG 2.1, 1.4.11).
int told_apart(const QImage &one, const QImage &other, const QRect &area)
{
    int count = 0;
    const QRect seen = area.intersected(one.rect());
    for (int y = seen.top(); y <= seen.bottom(); ++y)
        for (int x = seen.left(); x <= seen.right(); ++x)
            if (one.pixel(x, y) != other.pixel(x, y))
                count += drawing::contrast(one.pixelColor(x, y), other.pixelColor(x, y)) >= 3;
    return count;
}

// The stops of Tab in a window where the focus is not seen.
QStringList unseen(QWidget &window, int &stops)
{
    QStringList wrong;
    QSet<QWidget *> been;
    window.activateWindow();
    if (!QTest::qWaitForWindowActive(&window))
        qFatal("the window does not become active");
    if (QWidget *first = window.focusWidget()) // shown as it is without it
        first->clearFocus();
    QImage before = window.grab().toImage();
    QTest::keyClick(&window, Qt::Key_Tab);
    QTest::qWait(5);
    for (; !been.contains(window.focusWidget()); ++stops) {
        QWidget *now = window.focusWidget();
        been << now;
        const QImage after = window.grab().toImage();
        const QRect place(now->mapTo(&window, QPoint()), now->size());
        if (told_apart(before, after, place.adjusted(-4, -4, 4, 4)) < std::min(100, place.width() + place.height()) / 2)
            wrong << QStringLiteral("%1 %2 %3").arg(now->metaObject()->className(), now->objectName(), now->property("text").toString());
        before = after;
        QTest::keyClick(now, Qt::Key_Tab);
        QTest::qWait(5);
    }
    return wrong;
}

ui::FigureView *figure_of(QWidget *widget)
{
    return qobject_cast<ui::FigureView *>(widget);
}

} // namespace

void FocusTest::init()
{
    shown::fail_on_warning();
    QSettings().clear();
}

void FocusTest::it_is_seen_at_every_stop_data()
{
    QTest::addColumn<QString>("which");
    for (const char *which : {"main", "export", "comparison", "keys", "unsaved", "descriptor"})
        QTest::newRow(which) << which;
}

void FocusTest::it_is_seen_at_every_stop()
{
    QFETCH(QString, which);
    shown::Window shown;
    shown.connect_client(1);
    shown.session().pause();
    shown.session().previous();
    QTest::qWait(50); // all is drawn
    const ui::Actions &actions = shown.window->actions();
    QWidget *window = shown.window.get();
    const auto dialog = [&](QAction *opens) {
        opens->trigger();
        const auto dialogs = shown.window->findChildren<QDialog *>();
        const auto open = std::ranges::find_if(dialogs, &QWidget::isVisible);
        return open == dialogs.end() ? nullptr : *open;
    };
    if (which != "main")
        window = dialog(which == "export"       ? actions.export_picture
                        : which == "comparison" ? actions.compare
                        : which == "keys"       ? actions.keys
                        : which == "unsaved"    ? actions.new_run
                                                : actions.close_descriptor);
    QVERIFY(window);
    int stops = 0;
    const QStringList wrong = unseen(*window, stops);
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join('\n')));
    QVERIFY(stops >= (which == "main" ? 35 : 1));
}

void FocusTest::tab_goes_as_the_eye_does()
{
    shown::Window shown("en", {1600, 1000});
    shown.window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(shown.window.get()));
    QTest::qWait(20);
    shown.view("stage").setFocus();
    QStringList passed; // places in the order that Tab reaches them
    do {
        QWidget *here = QApplication::focusWidget();
        QString place = figure_of(here) ? QString(figure_of(here)->figure().name) : QString();
        for (QWidget *around = here; around && place.isEmpty(); around = around->parentWidget())
            place = qobject_cast<ui::StatusLine *>(around)     ? "status"
                    : qobject_cast<ui::RunBar *>(around)       ? "bar"
                    : around->objectName() == "panel_clients" ? "clients"
                                                               : "";
        if (!place.isEmpty() && (passed.isEmpty() || passed.back() != place))
            passed << place;
        QTest::keyClick(here, Qt::Key_Tab);
    } while (QApplication::focusWidget() != &shown.view("stage") && passed.size() < 100);
    QCOMPARE(passed, QStringList({"stage", "sets", "timeline", "listing", "client_FD", "totals", "status", "bar", "words", "clients"}));
}

void FocusTest::what_is_behind_a_tab_has_none()
{
    shown::Window shown;
    auto *sets = shown.window->findChild<QDockWidget *>("panel_sets"), *crossing = shown.window->findChild<QDockWidget *>("panel_crossing");
    for (QDockWidget *front : {crossing, sets, crossing}) {
        front->raise();
        QVERIFY(comes_true([&] { return front->widget()->focusPolicy() == Qt::StrongFocus; }));
        QWidget *behind = (front == sets ? crossing : sets)->widget();
        QVERIFY(comes_true([&] { return behind->focusPolicy() == Qt::NoFocus; }));
    }
}

void FocusTest::f6_goes_from_panel_to_panel()
{
    shown::Window shown;
    shown.window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(shown.window.get()));
    QTest::qWait(20);
    const QWidget *begin = QApplication::focusWidget();
    QList<QWidget *> way;
    for (int i = 0; i < 30; ++i) {
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_F6);
        way << QApplication::focusWidget();
        if (way.back() == begin)
            break;
    }
    QCOMPARE(way.back(), begin);
    for (QDockWidget *dock : shown.window->panels().docks())
        if (!dock->visibleRegion().isEmpty())
            QVERIFY2(std::ranges::any_of(way, [&](const QWidget *at) { return dock->isAncestorOf(at); }), qPrintable(dock->objectName()));
    for (auto at = way.rbegin() + 1; at != way.rend(); ++at) {
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_F6, Qt::ShiftModifier);
        QCOMPARE(QApplication::focusWidget(), *at);
    }
}

ROOM_TEST(FocusTest)

#include "focus_test.moc"
