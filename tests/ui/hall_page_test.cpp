// SPDX-License-Identifier: MIT
// What the audience sees can be read from the tenth row: every figure, at every size, in both languages.
#include "cli/compared.h"
#include "cli/option_table.h"
#include "lab/record.h"
#include "lessons/followed.h"
#include "lessons/run.h"
#include "room.h"
#include "ui/hall/page.h"
#include "ui/hall/speaker_page.h"

#include <algorithm>

using drawing::Shape;

class HallPageTest : public QObject {
    Q_OBJECT
private slots:
    void the_smallest_letters_are_two_hundredths_of_the_height_data();
    void the_smallest_letters_are_two_hundredths_of_the_height();
    void what_no_recording_has_can_be_read_data();
    void what_no_recording_has_can_be_read();
    void a_title_without_room_is_shortened();
    void a_question_before_any_figure_has_its_choices();
    void strokes_are_in_proportion();
    void larger_letters_are_larger();
    void from_sentence_to_sentence_the_figures_stay();
    void a_long_sentence_leaves_room_for_the_figures();
    void what_is_looked_at_is_a_part_where_it_is_known();
    void the_speakers_page_can_be_read();

private:
    struct Told;
    std::shared_ptr<Told> told(const QString &lesson);
};

struct HallPageTest::Told {
    lessons::LessonFile lesson;
    lab::Recorded recorded;
    std::unique_ptr<replay::Replay> replay;
    lessons::Followed followed;
    std::map<QString, lessons::Followed> in;
};

// A lesson's real run, once.
std::shared_ptr<HallPageTest::Told> HallPageTest::told(const QString &name)
{
    static std::map<QString, std::shared_ptr<Told>> all;
    auto &told = all[name];
    if (told)
        return told;
    told = std::make_shared<Told>();
    const auto planned = lessons::run_of({.lesson = name});
    const auto &plan = std::get<lessons::PlannedRun>(planned);
    told->lesson = *plan.lesson;
    told->recorded = lessons::record(plan, std::chrono::seconds(30), {});
    told->replay = std::make_unique<replay::Replay>(*told->recorded.trace);
    for (const char *code : {"vi", "en"})
        told->in[QLatin1String(code)] = lessons::follow(told->lesson, *told->replay, words::Language(QLatin1String(code)));
    return told;
}

void HallPageTest::the_smallest_letters_are_two_hundredths_of_the_height_data()
{
    QTest::addColumn<QString>("figure");
    QTest::addColumn<QString>("lesson");
    QTest::addColumn<QString>("language");
    QTest::addColumn<QSizeF>("size");
    // A lesson in which the figure has much to show.
    const std::map<QString, QString> lessons{{"stage", "relay"}, {"sets", "select-three-sets"}, {"client_FD", "select-server"}, {"crossing", "select-sleeps"},
        {"timeline", "sigio-steps"}, {"listing", "select-server"}, {"words", "select-server"}, {"terminal", "stdin-and-socket"}, {"totals", "nonblocking-recv"},
        {"overview", "select-server"}};
    for (const figures::Figure &figure : figures::all()) {
        const auto found = lessons.find(QString::fromLatin1(figure.name));
        const QString lesson = found == lessons.end() ? QStringLiteral("select-sleeps") : found->second;
        for (const char *language : {"vi", "en"})
            for (const QSizeF size : {QSizeF(1280, 720), QSizeF(1920, 1080), QSizeF(3840, 2160)})
                QTest::addRow("%s %s %d", figure.name, language, int(size.width())) << QString::fromLatin1(figure.name) << lesson << QString::fromLatin1(language) << size;
    }
}

void HallPageTest::the_smallest_letters_are_two_hundredths_of_the_height()
{
    QFETCH(QString, figure);
    QFETCH(QString, lesson);
    QFETCH(QString, language);
    QFETCH(QSizeF, size);
    const auto told = this->told(lesson);
    const words::Language of(language);
    int number = 0;
    for (const lessons::Item &item : told->in[language].items) {
        if (size.height() != 1080 && number++ % 4 != 0) // of the same proportions: some are enough
            continue;
        const replay::World world = told->replay->at(item.instant);
        const figures::Scene scene{.replay = *told->replay, .world = world, .instant = item.instant, .language = of, .range = {}, .selected = {}, .compact = true};
        for (const char *other : {"", "stage"}) { // alone, and perhaps beside another
            ui::HallPage page{.title = told->lesson.title.in(of), .chapter = told->lesson.chapters.front().title.in(of), .number = 2,
                              .chapters = told->lesson.chapters.size(), .sentence = item.text, .front = {figures::named(figure)}, .look = figures::named(figure)};
            if (const figures::Figure *second = figures::named(QString::fromLatin1(other)); second && second->name != figure)
                page.front.push_back(second);
            const ui::HallDrawing drawn = ui::hall_page(scene, page, size);
            QCOMPARE(drawn.drawing.size, size);
            QCOMPARE(QString::fromLatin1(drawn.shown.front()->name), figure == u"overview" ? QStringLiteral("stage") // what it is made of
                                                                     : figure == u"phases" ? QStringLiteral("crossing") : figure); // that shows the same
            const qreal least = ui::smallest_letters(drawn.drawing) / size.height();
            QVERIFY2(least >= ui::least_letters - 0.0005, qPrintable(QStringLiteral("%1 %: %2").arg(least * 100).arg(item.text))); // half a px of 1080
            QVERIFY(drawn.looked_at.isValid() && QRectF({}, size).adjusted(-1, -1, 1, 1).contains(drawn.looked_at));
        }
    }
}

void HallPageTest::what_no_recording_has_can_be_read_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QSizeF>("size");
    for (const char *language : {"vi", "en"})
        for (const QSizeF size : {QSizeF(1280, 720), QSizeF(1920, 1080), QSizeF(3840, 2160)})
            QTest::addRow("%s %d", language, int(size.width())) << QString::fromLatin1(language) << size;
}

// The comparison of the models, and the lecture's table of options: all rows of them, in letters that can be read.
void HallPageTest::what_no_recording_has_can_be_read()
{
    QFETCH(QString, language);
    QFETCH(QSizeF, size);
    static const comparison::Result result = [] {
        const auto planned = lessons::run_of({.lesson = QStringLiteral("five-models")});
        comparison::Result measured{*std::get<lessons::PlannedRun>(planned).lesson->comparison, {}};
        comparison::compare(measured.plan, [] { return false; }, [&](comparison::Run &&run, size_t) { measured.add(std::move(run)); });
        return measured;
    }();
    const words::Language of(language);
    const auto told = this->told("select-sleeps"); // of which nothing is seen
    const replay::World world = told->replay->at(told->replay->last());
    const figures::Scene scene{.replay = *told->replay, .world = world, .instant = told->replay->last(), .language = of, .range = {}, .selected = {}};
    const auto page_of = [&](const figures::Figure &figure) {
        ui::HallPage page{.title = "a", .chapter = "b", .number = 2, .chapters = 3, .sentence = QStringLiteral("so many words as two lines have ").repeated(5), .front = {&figure}};
        page.comparison = std::make_shared<const figures::ComparisonScene>(cli::comparison_scene(of, result));
        return page;
    };
    const auto can_be_read = [&](const ui::HallDrawing &drawn) {
        const qreal least = ui::smallest_letters(drawn.drawing) / size.height();
        QVERIFY2(least >= ui::least_letters - 0.0005, qPrintable(QString::number(least * 100)));
        for (const drawing::Part &part : drawn.drawing.parts)
            QVERIFY2(QRectF({}, size).adjusted(-1, -1, 1, 1).contains(part.rect), qPrintable(part.id));
    };
    for (const figures::Figure *figure : {&figures::one_message_figure(), &figures::cost_figure()}) {
        const ui::HallDrawing drawn = ui::hall_page(scene, page_of(*figure), size);
        can_be_read(drawn);
        qreal band = 0;
        for (const drawing::Part &part : drawn.drawing.parts)
            if (part.id == u"sentence")
                band = part.rect.top();
        for (const comparison::Entry &entry : result.plan.entries) {
            const QString name = QString::fromStdString(entry.name());
            const auto row = std::ranges::find_if(drawn.drawing.parts, [&](const drawing::Part &part) {
                return part.id == QStringLiteral("comparison model ") + name || part.id == QStringLiteral("cost cell %1 system_calls").arg(name);
            });
            QVERIFY2(row != drawn.drawing.parts.end() && row->rect.bottom() <= band, qPrintable(name));
        }
    }
    ui::HallPage page = page_of(figures::options_figure());
    auto options = cli::options_scene(of);
    QStringList seen;
    for (size_t pages = 1; options.page < pages; ++options.page) {
        page.options = std::make_shared<const figures::OptionsScene>(options);
        const ui::HallDrawing drawn = ui::hall_page(scene, page, size);
        can_be_read(drawn);
        pages = drawn.pages;
        for (const drawing::Part &part : drawn.drawing.parts)
            if (part.id.startsWith(u"options option "))
                seen += part.id.section(u' ', 2);
    }
    QStringList all;
    for (const bench::OptionRow &row : bench::option_rows())
        all += QString::fromUtf8(row.name.data(), qsizetype(row.name.size()));
    QCOMPARE(seen, all); // each once, in the lecture's order
}

void HallPageTest::a_title_without_room_is_shortened()
{
    const auto told = this->told("select-server");
    const words::Language language(QStringLiteral("vi"));
    const replay::World world = told->replay->at(told->replay->last());
    const figures::Scene scene{.replay = *told->replay, .world = world, .instant = told->replay->last(), .language = language, .range = {}, .selected = {}};
    ui::HallPage page{.title = QStringLiteral("Bài 12 · getsockopt(), setsockopt(): mức, tên, giá trị và tác dụng của từng tuỳ chọn trên máy này"),
                      .chapter = QStringLiteral("Mức sai, tên không có và những điều khác nữa"), .number = 3, .chapters = 5, .sentence = "b", .front = {figures::named(u"stage")}};
    const auto title = [&] {
        for (const Shape &shape : ui::hall_page(scene, page, {1280, 720}).drawing.shapes)
            if (shape.kind == Shape::text && shape.words.startsWith(u"Bài 12"))
                return shape.words;
        return QString();
    };
    QVERIFY(title().endsWith(u'…'));
    page.title = QStringLiteral("Bài 12");
    QCOMPARE(title(), page.title);
}

void HallPageTest::a_question_before_any_figure_has_its_choices()
{
    const auto told = this->told("select-server");
    const words::Language language(QStringLiteral("vi"));
    const replay::World world = told->replay->at(told->replay->first());
    const figures::Scene scene{.replay = *told->replay, .world = world, .instant = told->replay->first(), .language = language, .range = {}, .selected = {}};
    const ui::HallPage page{.title = "a", .heading = QStringLiteral("Một câu hỏi dài ").repeated(8), .choices = {"one", "two", "three", "four", "five", "six", "seven"}};
    const ui::HallDrawing drawn = ui::hall_page(scene, page, {1280, 720});
    int choices = 0;
    for (const Shape &shape : drawn.drawing.shapes)
        if (shape.kind == Shape::text && page.choices.contains(shape.words.mid(2))) {
            ++choices;
            QVERIFY(shape.rect.bottom() <= 720);
        }
    QCOMPARE(choices, int(page.choices.size()));
    QVERIFY(ui::smallest_letters(drawn.drawing) >= 0.0195 * 720);
}

void HallPageTest::strokes_are_in_proportion()
{
    const auto told = this->told("select-server");
    const words::Language language(QStringLiteral("en"));
    const lessons::Item &item = told->in["en"].items.back();
    const replay::World world = told->replay->at(item.instant);
    const figures::Scene scene{.replay = *told->replay, .world = world, .instant = item.instant, .language = language, .range = {}, .selected = {}};
    const ui::HallPage page{.title = "a", .sentence = "b", .front = {figures::named(u"stage")}};
    const auto widest = [&](QSizeF size) {
        qreal width = 0;
        for (const Shape &shape : ui::hall_page(scene, page, size).drawing.shapes)
            if (shape.id.endsWith(QLatin1String("boundary")))
                width = shape.width;
        return width;
    };
    QVERIFY(widest({1280, 720}) > 1);
    QVERIFY(qAbs(widest({3840, 2160}) / widest({1280, 720}) - 3) < 0.1);
}

void HallPageTest::larger_letters_are_larger()
{
    const auto told = this->told("select-server");
    const words::Language language(QStringLiteral("en"));
    const lessons::Item &item = told->in["en"].items.back();
    const replay::World world = told->replay->at(item.instant);
    const figures::Scene scene{.replay = *told->replay, .world = world, .instant = item.instant, .language = language, .range = {}, .selected = {}};
    const ui::HallPage page{.title = "a", .sentence = "b", .front = {figures::named(u"words")}};
    const auto letters = [](const drawing::Drawing &drawing) { // of the figure: it comes first
        qreal smallest = 1e9;
        for (const Shape &shape : drawing.shapes)
            if (shape.kind == Shape::text && shape.words != u"a" && shape.words != u"b")
                smallest = std::min(smallest, shape.size * shape.scale);
        return smallest;
    };
    QVERIFY(letters(ui::hall_page(scene, page, {1920, 1080}, 2.5).drawing) > letters(ui::hall_page(scene, page, {1920, 1080}).drawing));
}

void HallPageTest::from_sentence_to_sentence_the_figures_stay()
{
    const auto told = this->told("select-server");
    const words::Language language(QStringLiteral("vi"));
    ui::HallDrawing before;
    int stayed = 0;
    for (const lessons::Item &item : told->in["vi"].items) {
        const replay::World world = told->replay->at(item.instant);
        const figures::Scene scene{.replay = *told->replay, .world = world, .instant = item.instant, .language = language, .range = {}, .selected = {}, .compact = true};
        const ui::HallPage page{.title = "a", .sentence = "b", .front = {figures::named(u"client_FD"), figures::named(u"sets")}, .look = figures::named(item.look)};
        const ui::HallDrawing now = ui::hall_page(scene, page, {1920, 1080}, 1, before.places);
        QCOMPARE(now.shown.size(), size_t(2));
        stayed += now.places == before.places;
        before = now;
    }
    QCOMPARE(stayed, int(told->in["vi"].items.size()) - 1); // but for the first
}

void HallPageTest::a_long_sentence_leaves_room_for_the_figures()
{
    const auto told = this->told("select-server");
    const words::Language language(QStringLiteral("vi"));
    const lessons::Item &item = told->in["vi"].items.back();
    const replay::World world = told->replay->at(item.instant);
    const figures::Scene scene{.replay = *told->replay, .world = world, .instant = item.instant, .language = language, .range = {}, .selected = {}};
    const ui::HallPage page{.title = "a", .sentence = QStringLiteral("một câu dài ").repeated(40), .front = {figures::named(u"stage")}, .look = figures::named(u"stage")};
    const ui::HallDrawing drawn = ui::hall_page(scene, page, {1920, 1080});
    QVERIFY(drawn.looked_at.height() > 0.5 * 1080);
    QVERIFY(ui::smallest_letters(drawn.drawing) >= 0.0195 * 1080);
}

void HallPageTest::what_is_looked_at_is_a_part_where_it_is_known()
{
    const auto told = this->told("select-server");
    const words::Language language(QStringLiteral("en"));
    const replay::World world = told->replay->at(told->replay->last());
    const figures::Scene scene{.replay = *told->replay, .world = world, .instant = told->replay->last(), .language = language, .range = {}, .selected = {}};
    ui::HallPage page{.title = "a", .sentence = "b", .front = {figures::named(u"client_FD"), figures::named(u"stage")}, .look = figures::named(u"stage"), .parts = {"none", "buffer"}};
    const ui::HallDrawing drawn = ui::hall_page(scene, page, {1920, 1080});
    QRectF buffer;
    for (const drawing::Part &part : drawn.drawing.parts)
        if (part.id == u"stage buffer")
            buffer = part.rect;
    QVERIFY(buffer.isValid() && drawn.looked_at.contains(buffer) && drawn.looked_at.width() < buffer.width() * 1.3);
    page.parts = {"none"};
    QVERIFY(ui::hall_page(scene, page, {1920, 1080}).looked_at.width() > drawn.looked_at.width());
}

void HallPageTest::the_speakers_page_can_be_read()
{
    ui::SpeakerPage page{.clock = "09:42", .spent = "18:25 / 45:00", .done = 0.4, .planned = 0.45, .pace = "2", .title = "a", .place = "b", .screen = "c",
                         .next = QStringLiteral("the next sentence ").repeated(12), .next_note = "d", .note = QStringLiteral("a note ").repeated(60)};
    for (int i = 0; i < 6; ++i) {
        page.questions.push_back({ui::SpeakerPage::Line::open, QStringLiteral("a question that is longer than one line is here").repeated(2), {}});
        page.chapters.push_back({ui::SpeakerPage::Line::now, "a chapter", "8"});
    }
    for (const char *code : {"vi", "en"})
        for (const QSizeF size : {QSizeF(1280, 800), QSizeF(1366, 768), QSizeF(3840, 2160)}) {
            QRectF preview;
            const drawing::Drawing drawn = ui::speaker_page(words::Language(QLatin1String(code)), page, size, {1920, 1080}, preview);
            QVERIFY(ui::smallest_letters(drawn) >= 0.0165 * size.height());
            QVERIFY(preview.height() > 0.4 * size.height() && QRectF({}, size).contains(preview));
            QVERIFY(qAbs(preview.width() / preview.height() - 16. / 9) < 0.01);
            for (const Shape &shape : drawn.shapes)
                QVERIFY(shape.rect.normalized().bottom() <= size.height() + 1 && shape.rect.normalized().right() <= size.width() + 1);
        }
}

ROOM_TEST(HallPageTest)
#include "hall_page_test.moc"
