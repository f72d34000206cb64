// SPDX-License-Identifier: MIT
// Themes in the window: the desktop's scheme is followed, another can be chosen, everything can be read in each.
#include "fake_desktop.h"
#include "shown.h"

#include "room.h"
#include "ui/common/actions.h"
#include "ui/common/appearance.h"
#include "ui/common/desktop_scheme.h"
#include "ui/figure/view.h"
#include "ui/lesson/lecture.h"

#include <QAction>
#include <QApplication>
#include <QFontInfo>
#include <QSettings>

using drawing::ThemeName;
using shown::comes_true;

class ThemeTest : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void init();
    void the_desktops_scheme_is_followed();
    void a_theme_is_chosen_and_remembered();
    void the_command_lines_theme_is_not_remembered();
    void every_control_can_be_read();
    void full_screen_remembers_maximised();
    void no_scale_makes_the_window_larger_than_its_screen();
    void everything_follows_the_scale();
    void cleanupTestCase() { m_desktop.reset(); }

private:
    std::unique_ptr<shown::FakeDesktop> m_desktop;
};

void ThemeTest::initTestCase()
{
    m_desktop = std::make_unique<shown::FakeDesktop>();
    QVERIFY2(m_desktop->good(), "dbus-daemon is not here");
    m_desktop->portal.scheme = 1;
}

void ThemeTest::init()
{
    shown::fail_on_warning();
    QSettings().clear();
}

void ThemeTest::the_desktops_scheme_is_followed()
{
    QVERIFY(ui::DesktopScheme::of_session().dark());
    shown::Window shown("en", {1280, 720}, {}, false);
    QCOMPARE(shown.preferences.theme().name, ThemeName::dark);
    const auto paper = [&] { return shown.view("stage").grab().toImage().pixelColor(2, 2); };
    QCOMPARE(paper(), shown.preferences.theme().colour(drawing::Ink::paper));
    QVERIFY(QApplication::palette().color(QPalette::Window).lightness() < 60);
    m_desktop->set_scheme(2);
    QVERIFY(comes_true([&] { return shown.preferences.theme().name == ThemeName::light; }));
    QCOMPARE(paper(), QColor(Qt::white));
    QVERIFY(QApplication::palette().color(QPalette::Window).lightness() > 200);
    m_desktop->set_scheme(0); // no wish
    m_desktop->set_scheme(1);
    QVERIFY(comes_true([&] { return shown.preferences.theme().name == ThemeName::dark; }));
}

void ThemeTest::a_theme_is_chosen_and_remembered()
{
    shown::Window shown("en", {1280, 720}, {}, false);
    QVERIFY(shown.window->actions().theme_desktop->isChecked());
    shown.window->actions().themes[size_t(ThemeName::projector)]->trigger();
    QCOMPARE(shown.preferences.theme().name, ThemeName::projector);
    QCOMPARE(ui::Preferences().theme().name, ThemeName::projector);
    shown.window->actions().theme_desktop->trigger();
    QCOMPARE(ui::Preferences().theme().name, ui::DesktopScheme::of_session().dark() ? ThemeName::dark : ThemeName::light);
}

void ThemeTest::the_command_lines_theme_is_not_remembered()
{
    QCOMPARE(ui::Preferences({}, QStringLiteral("print")).theme().name, ThemeName::print);
    QVERIFY(!ui::Preferences().chosen_theme());
}

void ThemeTest::every_control_can_be_read()
{
    using P = QPalette;
    constexpr std::pair<P::ColorRole, P::ColorRole> pairs[] = {
        {P::WindowText, P::Window}, {P::Text, P::Base}, {P::Text, P::AlternateBase}, {P::PlaceholderText, P::Base}, {P::ButtonText, P::Button},
        {P::ToolTipText, P::ToolTipBase}, {P::HighlightedText, P::Highlight}, {P::Link, P::Window}};
    for (const ThemeName name : drawing::theme_names) {
        const drawing::Theme theme = drawing::Theme::of(name);
        const QPalette palette = ui::palette_of(theme);
        for (const auto &[words, ground] : pairs)
            QVERIFY2(drawing::contrast(palette.color(words), palette.color(ground)) >= theme.least_contrast(),
                     qPrintable(QStringLiteral("%1: %2 on %3").arg(QLatin1String(drawing::name_of(name))).arg(words).arg(ground)));
        QVERIFY(drawing::contrast(palette.color(P::Mid), palette.color(P::Base)) >= 3); // the outline of a box
    }
}

void ThemeTest::full_screen_remembers_maximised()
{
    shown::Window shown("en", {1280, 720}, {}, false);
    shown.window->showMaximized();
    shown.window->actions().full_screen->trigger();
    QVERIFY(shown.window->isFullScreen());
    shown.window->actions().full_screen->trigger();
    QVERIFY(!shown.window->isFullScreen());
    QVERIFY(shown.window->isMaximized());
}

void ThemeTest::no_scale_makes_the_window_larger_than_its_screen()
{
    shown::Window shown("vi", {1000, 700}, {}, false);
    for (const int scale : {150, 250, 400, 100}) {
        shown.preferences.set_scale_percent(scale);
        QCoreApplication::processEvents();
        QCOMPARE(shown.window->size(), QSize(1000, 700));
    }
}

// Figures, the explanation among them, the lesson's words, every control.
void ThemeTest::everything_follows_the_scale()
{
    ui::MainWindow::Beginning beginning;
    beginning.lesson = QStringLiteral("two-phases");
    shown::Window shown("en", {1366, 768}, beginning, false);
    const auto letters = [&] {
        std::vector<int> heights;
        for (const char *name : {"title", "goal", "sentence", "question_text", "begin_lesson", "connect"})
            heights.push_back(QFontInfo(shown.window->findChild<QWidget *>(QLatin1String(name))->font()).pixelSize());
        return heights;
    };
    QVERIFY(QTest::qWaitFor([&] { return shown.window->lecture().state() == ui::Lecture::State::ready; }, 30'000));
    const std::vector<int> before = letters();
    shown.preferences.set_scale_percent(200);
    const std::vector<int> after = letters();
    for (size_t i = 0; i < before.size(); ++i)
        QVERIFY2(qAbs(after[i] - 2 * before[i]) <= 2, qPrintable(QStringLiteral("%1: %2, %3").arg(i).arg(before[i]).arg(after[i])));
    for (const char *figure : {"words", "stage", "listing"})
        QCOMPARE(shown.view(figure).to_viewport({0, 0, 10, 10}).width(), 20.);
}

ROOM_TEST(ThemeTest)
#include "theme_test.moc"
