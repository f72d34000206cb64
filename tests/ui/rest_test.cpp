// SPDX-License-Identifier: MIT
// While nothing changes, next to nothing is drawn and hardly a timer runs out.
#include "shown.h"

#include "room.h"
#include "ui/figure/view.h"
#include "ui/window/panels.h"

#include <QApplication>
#include <QSettings>

using shown::comes_true;

class RestTest : public QObject {
    Q_OBJECT
private slots:
    void init();
    void nothing_is_drawn_data();
    void nothing_is_drawn();
    void what_happens_is_drawn_at_once();
};

namespace {

// Counts what goes on in the window as long as it lives.
class Counted : public QObject {
public:
    explicit Counted(shown::Window &shown)
    {
        for (ui::FigureView *view : shown.window->panels().views())
            m_figures << view->viewport();
        qApp->installEventFilter(this);
    }
    int paints = 0, timers = 0;

private:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        paints += event->type() == QEvent::Paint && m_figures.contains(watched);
        timers += event->type() == QEvent::Timer;
        return false;
    }
    QObjectList m_figures;
};

} // namespace

void RestTest::init()
{
    shown::fail_on_warning();
    QSettings().clear();
}

void RestTest::nothing_is_drawn_data()
{
    QTest::addColumn<QString>("state");
    QTest::addColumn<int>("paints"); // in two seconds
    QTest::newRow("asleep") << "asleep" << 24; // the time that passes is shown once a second
    QTest::newRow("paused") << "paused" << 24;
    QTest::newRow("past") << "past" << 0;
}

void RestTest::nothing_is_drawn()
{
    QFETCH(QString, state);
    QFETCH(int, paints);
    shown::Window shown;
    shown.preferences.set_motion(ui::Preferences::Motion::on);
    shown.connect_client(1);
    shown.connect_client(2);
    if (state == u"paused")
        shown.session().pause();
    if (state == u"past")
        shown.session().previous();
    QTest::qWait(2000); // what has begun to move has come to rest, and nobody looks for more
    Counted counted(shown);
    QTest::qWait(2000);
    QVERIFY2(counted.paints <= paints, qPrintable(QString::number(counted.paints)));
    QVERIFY2(counted.timers <= 60, qPrintable(QString::number(counted.timers)));
    QVERIFY(counted.timers > 0);
}

// Rest does not make it slow to answer: a step at the gate is looked for as soon as it is asked for.
void RestTest::what_happens_is_drawn_at_once()
{
    shown::Window shown;
    shown.connect_client(1);
    shown.session().pause();
    shown.session().run()->tell(1, {.kind = clients::Command::send, .text = "abc"});
    QVERIFY(comes_true([&] { return shown.session().run()->held(); }));
    QTest::qWait(1000);
    Counted counted(shown);
    const size_t before = shown.session().trace().events().size();
    shown.session().step();
    QVERIFY(comes_true([&] { return shown.session().trace().events().size() > before; }));
    QVERIFY2(counted.timers < 30, qPrintable(QString::number(counted.timers)));
    QVERIFY(comes_true([&] { return counted.paints > 0; }));
}

ROOM_TEST(RestTest)

#include "rest_test.moc"
