// SPDX-License-Identifier: MIT
// With a second screen one key shows the audience its picture there, and the speaker's view here; without it again nothing is lost.
#include "shown.h"

#include "room.h"
#include "ui/common/message_bar.h"
#include "ui/hall/audience_view.h"
#include "ui/hall/hall.h"
#include "ui/hall/speaker_view.h"
#include "ui/lesson/lecture.h"

#include <QApplication>
#include <QScreen>
#include <QSettings>

class HallScreensTest : public QObject {
    Q_OBJECT
private slots:
    void init();
    void one_key_shows_both();
    void a_lost_screen_loses_nothing();
    void closing_one_ends_both();
};

namespace {

struct Lesson : shown::Window {
    Lesson() : Window("en", {1366, 768}, beginning(), false)
    {
        if (!QTest::qWaitFor([&] { return window->lecture().state() == ui::Lecture::State::ready; }, 30'000))
            qFatal("the lesson is not ready");
        window->lecture().begin();
        if (!QTest::qWaitFor([&] { return window->lecture().state() == ui::Lecture::State::open; }, 60'000))
            qFatal("the lesson does not open");
        QTest::keyClick(window.get(), Qt::Key_F5);
    }
    static ui::MainWindow::Beginning beginning()
    {
        ui::MainWindow::Beginning beginning;
        beginning.lesson = QStringLiteral("select-server");
        return beginning;
    }
    ui::Hall &hall() { return window->hall(); }
    QScreen *other() const
    {
        for (QScreen *screen : QGuiApplication::screens())
            if (screen != window->screen())
                return screen;
        return nullptr;
    }
};

} // namespace

void HallScreensTest::init()
{
    shown::fail_on_warning();
    QSettings().clear();
}

void HallScreensTest::one_key_shows_both()
{
    Lesson shown;
    QCOMPARE(QGuiApplication::screens().size(), 2);
    QVERIFY(shown.hall().audience() && shown.hall().speaker());
    QCOMPARE(shown.hall().audience()->geometry(), shown.other()->geometry());
    QCOMPARE(shown.hall().speaker()->geometry(), shown.window->screen()->geometry());
    QTRY_VERIFY(shown.hall().speaker()->isActiveWindow());
    QTest::keyClick(shown.hall().speaker(), Qt::Key_PageDown);
    QTest::keyClick(shown.hall().audience(), Qt::Key_PageDown);
    QCOMPARE(shown.window->lecture().at(), size_t(2));
    const QRect before = shown.window->geometry();
    QTest::keyClick(shown.hall().speaker(), Qt::Key_Escape);
    QVERIFY(!shown.hall().audience() && !shown.hall().speaker());
    QCOMPARE(shown.window->geometry(), before);
}

void HallScreensTest::a_lost_screen_loses_nothing()
{
    Lesson shown;
    QTest::keyClick(shown.hall().speaker(), Qt::Key_PageDown);
    emit qApp->screenRemoved(shown.other());
    QVERIFY(shown.hall().audience() && !shown.hall().speaker());
    QCOMPARE(shown.hall().audience()->geometry(), shown.window->screen()->geometry());
    QCOMPARE(shown.window->lecture().at(), size_t(1));
    QVERIFY(shown.window->messages().texts().join(u' ').contains(QLatin1String("screen is gone")));
    QTest::keyClick(shown.hall().audience(), Qt::Key_PageDown);
    QCOMPARE(shown.window->lecture().at(), size_t(2));
}

void HallScreensTest::closing_one_ends_both()
{
    Lesson shown;
    shown.hall().audience()->close();
    QTRY_VERIFY(!shown.hall().presenting());
    QVERIFY(!shown.hall().speaker());
}

ROOM_TEST(HallScreensTest)
#include "hall_screens_test.moc"
