// SPDX-License-Identifier: MIT
// The window that compares the models: chooses, asks about the run there is, runs, shows, writes, opens a recording.
#include "shown.h"

#include "room.h"
#include "ui/common/actions.h"
#include "ui/comparison/choice.h"
#include "ui/comparison/view.h"
#include "ui/comparison/window.h"

#include <QAction>
#include <QDir>
#include <QFile>
#include <QListWidget>
#include <QPushButton>
#include <QSettings>
#include <QSpinBox>

using shown::comes_true;

class ComparisonTest : public QObject {
    Q_OBJECT
private slots:
    void init();
    void a_run_that_goes_on_is_stopped_first();
    void it_is_shown_and_written();
    void a_recording_opens_in_the_window();
    void it_can_be_cancelled();
    void choices_are_remembered();
    void one_of_each_is_chosen_at_once();
    void the_language_changes();

private:
    // Opens it with a small comparison of two models chosen.
    ui::ComparisonWindow &opened(shown::Window &shown);
    void compare(ui::ComparisonWindow &window);
};

void ComparisonTest::init()
{
    shown::fail_on_warning();
    QSettings().clear();
    QSettings settings;
    settings.beginGroup("comparison");
    settings.setValue("models", QStringList{"blocking", "select"});
    settings.setValue("messages", 3);
    settings.setValue("repeats", 2);
    settings.setValue("pace", 1.);
}

ui::ComparisonWindow &ComparisonTest::opened(shown::Window &shown)
{
    shown.window->actions().compare->trigger();
    return *shown.window->comparison();
}

void ComparisonTest::compare(ui::ComparisonWindow &window)
{
    window.findChild<QPushButton *>("run_beside")->click();
    QVERIFY(window.runner().busy());
    QVERIFY(comes_true([&] { return !window.runner().busy(); }));
    QVERIFY(window.runner().latest());
}

void ComparisonTest::a_run_that_goes_on_is_stopped_first()
{
    shown::Window shown;
    ui::ComparisonWindow &window = opened(shown);
    auto *stop = window.findChild<QPushButton *>("stop_and_run");
    QVERIFY(stop->isVisible());
    QVERIFY(!window.runner().busy()); // it asks first
    QVERIFY(shown.session().run());
    stop->click();
    QVERIFY(comes_true([&] { return window.runner().latest() != nullptr; }));
    QVERIFY(!shown.session().run());
    QVERIFY(!stop->isVisible());
    QCOMPARE(window.runner().latest()->result->runs.size(), size_t(4));
    window.findChild<QPushButton *>("run")->click(); // now nothing is in its way
    QVERIFY(window.runner().busy());
    QVERIFY(comes_true([&] { return !window.runner().busy(); }));
}

void ComparisonTest::it_is_shown_and_written()
{
    shown::Window shown;
    ui::ComparisonWindow &window = opened(shown);
    compare(window);
    QStringList ids;
    for (const drawing::Part &part : window.view().drawing().parts)
        ids += part.id;
    QVERIFY(ids.contains("model blocking") && ids.contains("model select"));
    QVERIFY(ids.contains("cell select system_calls"));
    const QTemporaryDir folder;
    for (const char *name : {"a.png", "a.svg", "a.pdf"}) {
        QCOMPARE(window.write_picture(folder.filePath(name)), QString());
        QVERIFY(QFile(folder.filePath(name)).size() > 1000);
    }
    QVERIFY(window.write_picture(folder.filePath("a.txt")).contains("a.txt"));
    QCOMPARE(window.write_csv(folder.filePath("a.csv")), QString());
    QFile csv(folder.filePath("a.csv"));
    QVERIFY(csv.open(QIODevice::ReadOnly));
    QCOMPARE(csv.readAll().count('\n'), 5);
    QVERIFY(!window.write_csv(folder.filePath("none/a.csv")).isEmpty());
    QCOMPARE(window.write_recordings(folder.path()), QString());
    QCOMPARE(QDir(folder.path()).entryList({"*.iotrace"}), (QStringList{"blocking.iotrace", "select.iotrace"}));
}

void ComparisonTest::a_recording_opens_in_the_window()
{
    shown::Window shown("en", {1280, 720}, {.server = "poll"});
    ui::ComparisonWindow &window = opened(shown);
    compare(window);
    ui::ComparisonView &view = window.view();
    const auto &parts = view.drawing().parts;
    for (size_t i = 0; i < parts.size(); ++i)
        if (parts[i].id == "model select")
            view.select_part(int(i));
    QCOMPARE(view.selected_model(), QString("select"));
    window.findChild<QPushButton *>("open_recording")->click();
    QVERIFY(comes_true([&] { return shown.session().trace().run.server == "select"; }));
    QVERIFY(!shown.session().trace().events().empty());
}

void ComparisonTest::it_can_be_cancelled()
{
    shown::Window shown;
    ui::ComparisonWindow &window = opened(shown);
    window.choice().findChild<QSpinBox *>("messages")->setValue(1000);
    window.findChild<QPushButton *>("run_beside")->click();
    QVERIFY(window.runner().busy());
    QVERIFY(!window.choice().isEnabled());
    window.findChild<QPushButton *>("run")->click(); // it says Cancel now
    QVERIFY(comes_true([&] { return !window.runner().busy(); }));
    QVERIFY(window.choice().isEnabled());
}

void ComparisonTest::choices_are_remembered()
{
    {
        shown::Window shown;
        ui::ComparisonWindow &window = opened(shown);
        QCOMPARE(window.choice().entries().size(), size_t(2));
        auto *clients = window.choice().findChild<QSpinBox *>("clients");
        for (const int expected : {10, 100, 1000, 1000}) {
            clients->stepUp();
            QCOMPARE(clients->value(), expected);
        }
        auto *models = &window.choice().models();
        for (int i = 0; i < models->count(); ++i)
            models->item(i)->setCheckState(Qt::Unchecked);
        QVERIFY(!window.findChild<QPushButton *>("run")->isEnabled());
        QVERIFY(!window.choice().problem().isEmpty());
        models->item(0)->setCheckState(Qt::Checked);
        QVERIFY(window.choice().problem().isEmpty());
    }
    shown::Window shown;
    ui::ComparisonWindow &window = opened(shown);
    QCOMPARE(window.choice().workload().clients, 1000);
    QCOMPARE(window.choice().entries().size(), size_t(1));
}

void ComparisonTest::one_of_each_is_chosen_at_once()
{
    shown::Window shown;
    ui::ComparisonWindow &window = opened(shown);
    auto *choice = window.findChild<ui::ComparisonChoice *>();
    for (const auto &[button, datagrams] : {std::pair("usual_udp", true), std::pair("usual_tcp", false)}) {
        window.findChild<QPushButton *>(button)->click();
        const auto entries = choice->entries();
        QVERIFY(entries.size() > 4);
        for (const comparison::Entry &one : entries)
            QCOMPARE(one.server->datagrams, datagrams);
    }
    window.choice().findChild<QSpinBox *>("clients")->setValue(100);
    window.findChild<QPushButton *>("two_inputs")->click();
    QCOMPARE(choice->entries().size(), size_t(3));
    QVERIFY(std::ranges::all_of(choice->entries(), [](const comparison::Entry &one) { return comparison::has_two_inputs(*one.server); }));
    QVERIFY2(choice->problem().isEmpty(), qPrintable(choice->problem()));
    window.choice().findChild<QSpinBox *>("clients")->setValue(2);
    QVERIFY(!choice->problem().isEmpty()); // they have one
}

void ComparisonTest::the_language_changes()
{
    shown::Window shown;
    ui::ComparisonWindow &window = opened(shown);
    compare(window);
    shown.preferences.set_language("vi");
    QVERIFY(comes_true([&] { return window.runner().latest()->language.code() == "vi"; }));
    QCOMPARE(window.windowTitle(), QString("So sánh các mô hình"));
    QVERIFY(comes_true([&] {
        const auto &shapes = window.view().drawing().shapes;
        return std::ranges::any_of(shapes, [](const drawing::Shape &shape) { return shape.words.contains("Giai đoạn 1"); });
    }));
    shown.preferences.set_language("en");
}

ROOM_TEST(ComparisonTest)

#include "comparison_test.moc"
