// SPDX-License-Identifier: MIT
// Finding one's way in a recording: searching, marking, going back and forth, by the keyboard.
#include "shown.h"

#include "calls/schema.h"
#include "room.h"
#include "ui/common/actions.h"
#include "ui/figure/timeline_view.h"
#include "ui/find/actions.h"
#include "ui/find/lanes.h"
#include "ui/find/window.h"
#include "ui/window/panels.h"

#include "words/sentences.h"

#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTableView>

using shown::comes_true;

class FindTest : public QObject {
    Q_OBJECT
private slots:
    void init()
    {
        shown::fail_on_warning();
        QSettings().clear();
    }
    void calls_are_found_and_gone_to();
    void millions_are_looked_through_between_frames();
    void marks_tell_what_is_between_them();
    void bookmarks_are_gone_to_and_undone();
    void threads_can_be_left_out_of_the_timeline();
    void a_run_goes_on_meanwhile();
};

namespace {

void choose(QComboBox *box, const QString &text)
{
    const int index = box->findText(text);
    QVERIFY2(index >= 0, qPrintable(text));
    box->setCurrentIndex(index);
    emit box->activated(index);
}

// One select() server with a client that has sent "abc", stopped.
void record(shown::Window &shown)
{
    shown.connect_client(1);
    shown.session().stop();
    QVERIFY(comes_true([&] { return shown.session().activity() == ui::Session::Activity::none; }));
}

std::shared_ptr<ui::Recording> long_recording(size_t events)
{
    auto trace = std::make_unique<trace::Trace>();
    trace::Batch batch;
    batch.programs = {{.name = "server", .listing = "select.cpp"}};
    batch.threads = {{.name = "server", .tid = 1, .variables = {}}};
    batch.thread_index = {0};
    for (size_t i = 0; i < events; ++i) {
        trace::Event event;
        event.call = trace::Call::recv;
        event.begin = int64_t(i) * 10 + 1;
        event.end = event.begin + 5; // 6, 16, 26, …
        event.fd = 4;
        calls::set(event, "length", 16);
        event.result = i % 1000 == 999 ? 3 : 1;
        std::memcpy(event.words, i % 1000 == 999 ? "abc" : "x", size_t(event.result));
        batch.events.push_back(event);
    }
    trace->append(std::move(batch));
    return std::make_shared<ui::Recording>(std::move(trace));
}

} // namespace

void FindTest::calls_are_found_and_gone_to()
{
    shown::Window shown;
    record(shown);
    ui::FindWindow &find = shown.window->finding().find_window();
    shown.window->actions().find->trigger();
    QVERIFY(comes_true([&] { return find.isVisible() && find.search().over(); }));
    const size_t all = find.search().found().size();
    choose(find.call_choice(), "accept");
    QVERIFY(comes_true([&] { return find.search().over(); }));
    const auto &events = shown.session().trace().events();
    const std::vector<uint32_t> found = find.search().found();
    QVERIFY(!found.empty() && found.size() < all);
    for (const uint32_t sequence : found)
        QVERIFY(events[sequence].call == trace::Call::accept);
    shown.session().go_first();
    shown.window->actions().find_next->trigger();
    QCOMPARE(shown.session().instant().complete, size_t(found.front()) + 1);
    QCOMPARE(find.table()->currentIndex().row(), 0);
    shown.window->actions().find_previous->trigger(); // there is none before: it stays
    QCOMPARE(shown.session().instant().complete, size_t(found.front()) + 1);
    shown.session().go_last();
    shown.window->actions().find_previous->trigger();
    QCOMPARE(shown.session().instant().complete, size_t(found.back()) + 1);
    choose(find.call_choice(), "Any");
    choose(find.descriptor_choice(), "4");
    QVERIFY(comes_true([&] { return find.search().over(); }));
    for (const uint32_t sequence : find.search().found())
        QVERIFY(replay::is_about(shown.session().trace(), events[sequence], 4));
    find.data()->setText("no such bytes");
    QVERIFY(comes_true([&] { return find.search().over(); }));
    QVERIFY(find.search().found().empty());
    QVERIFY(find.count().startsWith("Steps found: 0,"));
}

void FindTest::millions_are_looked_through_between_frames()
{
    shown::Window shown;
    shown.session().show(long_recording(1'000'000));
    ui::FindWindow &find = shown.window->finding().find_window();
    find.show();
    find.data()->setText("abc");
    QVERIFY(!find.search().over()); // it is not done within the call
    QVERIFY(comes_true([&] { return find.search().over(); }));
    QCOMPARE(find.search().found().size(), size_t(1'000));
    QCOMPARE(find.search().found().front(), 999u);
    find.data()->setText("x");
    ui::Search &search = const_cast<ui::Search &>(find.search());
    search.cancel();
    QVERIFY(find.search().over() && find.search().found().size() < 999'000);
}

void FindTest::marks_tell_what_is_between_them()
{
    shown::Window shown;
    record(shown);
    const ui::Actions &actions = shown.window->actions();
    ui::Marks &marks = shown.window->finding().marks();
    ui::TimelineView &timeline = shown.window->panels().timeline();
    const replay::Replay &replay = shown.session().replay();
    QVERIFY(!actions.zoom_marks->isEnabled());
    shown.session().go(replay.step(12));
    actions.mark_b->trigger();
    shown.session().go(replay.step(2));
    actions.mark_a->trigger();
    QCOMPARE(marks.span()->from, replay.step(2));
    QCOMPARE(marks.span()->to, replay.step(12));
    QStringList parts;
    for (const drawing::Part &part : timeline.drawing().parts)
        parts += part.id;
    QVERIFY(parts.contains("mark A") && parts.contains("mark B") && parts.contains("marked"));
    for (const drawing::Part &part : timeline.drawing().parts)
        if (part.id == u"marked")
            QVERIFY2(part.sentence.contains("10 steps"), qPrintable(part.sentence));
    actions.zoom_marks->trigger();
    QVERIFY(timeline.range().from >= 1 && timeline.range().to <= 15 && timeline.range().to > timeline.range().from);
    ui::FindWindow &find = shown.window->finding().find_window();
    find.show();
    find.between()->setChecked(true);
    QVERIFY(comes_true([&] { return find.search().over(); }));
    for (const uint32_t sequence : find.search().found())
        QVERIFY(sequence > 2 && sequence <= 12);
    QVERIFY(find.count().startsWith("From A to B"));
    actions.mark_a->trigger(); // once more: it is taken away
    QVERIFY(!marks.span() && !actions.zoom_marks->isEnabled());
    actions.undo->trigger();
    QVERIFY(marks.span());
    actions.forget_marks->trigger();
    QVERIFY(!marks.marks().a && !marks.marks().b);
}

void FindTest::bookmarks_are_gone_to_and_undone()
{
    shown::Window shown;
    record(shown);
    const ui::Actions &actions = shown.window->actions();
    ui::Marks &marks = shown.window->finding().marks();
    const replay::Replay &replay = shown.session().replay();
    for (const size_t step : {9, 3, 6}) {
        shown.session().go(replay.step(step));
        actions.bookmark->trigger();
    }
    QCOMPARE(marks.marks().bookmarks.size(), size_t(3));
    QVERIFY(!marks.marks().bookmarks.front().name.isEmpty());
    shown.session().go_first();
    for (const size_t step : {3, 6, 9, 9}) {
        actions.next_bookmark->trigger();
        QCOMPARE(shown.session().instant(), replay.step(step));
    }
    actions.previous_bookmark->trigger();
    QCOMPARE(shown.session().instant(), replay.step(6));
    actions.bookmark->trigger(); // taken away
    QCOMPARE(marks.marks().bookmarks.size(), size_t(2));
    actions.undo->trigger();
    QCOMPARE(marks.marks().bookmarks.size(), size_t(3));
    actions.undo->trigger();
    actions.redo->trigger();
    QCOMPARE(marks.marks().bookmarks.size(), size_t(3));
    QVERIFY(shown.session().unsaved());
    QTemporaryDir folder;
    const QString path = folder.filePath("marked.iotrace");
    const auto before = marks.marks().bookmarks;
    QSignalSpy saved(&shown.window->files(), &ui::Files::saved), opened(&shown.window->files(), &ui::Files::opened);
    QVERIFY(shown.window->files().save(path));
    QVERIFY(comes_true([&] { return saved.count() == 1; }));
    QVERIFY(!shown.session().unsaved());
    QVERIFY(shown.window->files().open(path));
    QVERIFY(comes_true([&] { return opened.count() == 1; }));
    QVERIFY(marks.marks().bookmarks == before);
    QVERIFY(!shown.session().unsaved());
    // Of a recording whose end is hidden only those are seen that are before it; saving keeps them all.
    const auto whole = long_recording(20), beginning = long_recording(10);
    whole->bookmarks = {{.time = 36, .complete = 4, .name = "a"}, {.time = 156, .complete = 16, .name = "b"}};
    shown.session().show(beginning, whole);
    QCOMPARE(marks.marks().bookmarks.size(), size_t(1));
    shown.session().go(shown.session().replay().step(5));
    actions.bookmark->trigger();
    QCOMPARE(shown.session().bookmarks().size(), size_t(3));
    QVERIFY(shown.session().unsaved());
    shown.session().show(whole, whole);
    QCOMPARE(marks.marks().bookmarks.size(), size_t(3));
    QVERIFY(shown.session().unsaved());
    shown.session().show(long_recording(10)); // which has none of them
    QVERIFY(marks.marks().bookmarks.empty() && !actions.undo->isEnabled());
}

void FindTest::threads_can_be_left_out_of_the_timeline()
{
    shown::Window shown;
    shown.connect_client(1);
    shown.connect_client(2);
    ui::TimelineView &timeline = shown.window->panels().timeline();
    const auto lanes = [&timeline] {
        return std::ranges::count_if(timeline.drawing().parts, [](const drawing::Part &part) { return part.id.startsWith(u"thread "); });
    };
    const auto all = lanes();
    shown.window->actions().lanes->trigger();
    ui::LanesWindow &window = shown.window->finding().lanes();
    QVERIFY(comes_true([&] { return window.isVisible() && window.threads()->hasFocus(); }));
    QCOMPARE(window.threads()->count(), int(all));
    window.threads()->setCurrentRow(1);
    QTest::keyClick(window.threads(), Qt::Key_Space);
    QCOMPARE(lanes(), all - 1);
    QVERIFY(std::ranges::any_of(timeline.drawing().shapes, [](const drawing::Shape &shape) { return shape.words.contains(u"left out"); }));
    window.front()->click();
    QCOMPARE(lanes(), 1);
    window.all()->click();
    QCOMPARE(lanes(), all);
    window.threads()->item(0)->setCheckState(Qt::Unchecked);
    shown.session().show(long_recording(10)); // of which nothing was said
    QVERIFY(timeline.left_out().empty());
}

void FindTest::a_run_goes_on_meanwhile()
{
    shown::Window shown;
    ui::FindWindow &find = shown.window->finding().find_window();
    find.show();
    QVERIFY(comes_true([&] { return find.search().over(); }));
    const size_t before = find.search().found().size();
    shown.connect_client(1);
    QVERIFY(comes_true([&] { return find.search().over() && find.search().found().size() > before; }));
    const auto &events = shown.session().trace().events();
    size_t told = 0;
    for (const trace::Event &event : events)
        told += replay::is_told(event);
    QVERIFY(comes_true([&] { return find.search().over() && std::ranges::is_sorted(find.search().found()) && find.search().found().size() >= told; }));
}

ROOM_TEST(FindTest)

#include "find_test.moc"
