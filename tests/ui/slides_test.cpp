// SPDX-License-Identifier: MIT
// File > Export slides: asked for a folder, made beside the window's own run, cancelled without a trace.
#include "shown.h"

#include "room.h"
#include "figures/slide.h"
#include "ui/common/actions.h"
#include "ui/common/message_bar.h"
#include "ui/window/slide_actions.h"

#include <QAction>
#include <QDir>
#include <QFileDialog>
#include <QLabel>
#include <QSettings>
#include <QSignalSpy>

using shown::comes_true;

class SlidesTest : public QObject {
    Q_OBJECT
private slots:
    void init();
    void a_folder_of_any_kind_can_be_chosen();
    void the_window_goes_on_meanwhile();
    void cancelled_nothing_stays();
    void what_is_there_is_told();

private:
    static ui::SlideActions &slides(const shown::Window &shown) { return *shown.window->findChild<ui::SlideActions *>(); }
    cli::SlidesWish wish(const QString &name, const QStringList &rows) const
    {
        return {.language = words::Language(), .page = figures::wide_slide, .suffix = QString(QLatin1String(drawing::formats()[0].suffix)), .folder = m_folder.filePath(name), .rows = rows};
    }
    QTemporaryDir m_folder;
};

void SlidesTest::init()
{
    shown::fail_on_warning();
    QSettings().clear();
}

void SlidesTest::a_folder_of_any_kind_can_be_chosen()
{
    shown::Window shown;
    shown.window->findChild<ui::Actions *>()->export_slides->trigger();
    auto *dialog = shown.window->findChild<QFileDialog *>("slides_dialog");
    QVERIFY(dialog);
    QCOMPARE(dialog->acceptMode(), QFileDialog::AcceptSave);
    QCOMPARE(dialog->nameFilters().size(), 2 * qsizetype(drawing::formats().size()));
    dialog->close();
}

void SlidesTest::the_window_goes_on_meanwhile()
{
    shown::Window shown;
    QSignalSpy over(&slides(shown), &ui::SlideActions::over);
    slides(shown).start(wish("two", {"L02"}));
    QVERIFY(slides(shown).busy());
    shown.connect_client(1); // its own run goes on
    QVERIFY(comes_true([&] { return shown.contains("stage", "fd 4"); }));
    QTRY_COMPARE_WITH_TIMEOUT(over.size(), 1, 30'000);
    QCOMPARE(QDir(m_folder.filePath("two")).entryList(QDir::Files).size(), 3);
    QVERIFY(!slides(shown).busy());
}

void SlidesTest::cancelled_nothing_stays()
{
    const QStringList before = QDir(m_folder.path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
    shown::Window shown;
    bool cancelled = false;
    connect(&slides(shown), &ui::SlideActions::over, &slides(shown), [&](const cli::SlidesDone &outcome) { cancelled = outcome.cancelled; });
    connect(&slides(shown), &ui::SlideActions::progressed, &slides(shown), [&](int done, int) { done > 0 ? slides(shown).cancel() : void(); });
    slides(shown).start(wish("early", {}));
    QTRY_VERIFY_WITH_TIMEOUT(cancelled, 30'000);
    QCOMPARE(QDir(m_folder.path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot), before);
}

void SlidesTest::what_is_there_is_told()
{
    shown::Window shown;
    QVERIFY(QDir().mkpath(m_folder.filePath("full/of")));
    QSignalSpy over(&slides(shown), &ui::SlideActions::over);
    slides(shown).start(wish("full", {"L02"}));
    QVERIFY(comes_true([&] { return over.size() == 1; }));
    const auto labels = shown.window->findChild<ui::MessageBar *>()->findChildren<QLabel *>();
    QVERIFY(std::ranges::any_of(labels, [](const QLabel *label) { return label->text().contains("is there already"); }));
}

ROOM_TEST(SlidesTest)
#include "slides_test.moc"
