// SPDX-License-Identifier: MIT
// The comparison: a row and the cells of every model, the words for who is blocked, nothing written over anything.
#include "figures/comparison/comparison.h"
#include "figures/comparison/six.h"
#include "looks.h"
#include "replay/pair.h"
#include "room.h"
#include "words/message.h"

#include <QRegularExpression>

using namespace figures;
using replay::Stretch;
using trace::Call;

namespace {

constexpr int64_t us = 1000, ms = 1'000'000;

// A server and a client with two messages; what the server does before the second one is the test's.
struct Town : recording::Pair {
    static constexpr int64_t sent = 10 * ms;

    Town()
    {
        builder.lines(R"(
            5'000'000..5'000'010  client 1  send(3, 8) = 8
            300..6'000'000        server    recv(4, 4096) = 8
            6'000'010..6'000'020  server    send(4, 8) = 8
        )");
        builder.lines_after(sent, "0..10us client 1 send(3, 8) = 8");
    }
    // The answer begins at `at`.
    void answer(int64_t at) { builder.lines_after(at, "0..5us server send(4, 8) = 8"); }
    Compared compared(const char *name)
    {
        Compared model{.name = name, .title = QStringLiteral("Model %1").arg(QLatin1String(name)), .failure = {}, .runs = {},
                       .example = {}, .stretches = {}, .answered = 0, .helper = {}};
        const trace::Trace trace = builder.trace();
        const replay::Replay replay(trace);
        model.runs = {replay::measured(replay), replay::measured(replay)};
        show(model, replay);
        return model;
    }
};

Compared blocking()
{
    Town town;
    town.builder.lines_after(Town::sent, "-3ms..30us server recv(4, 4096) = 8");
    town.answer(Town::sent + 40 * us);
    return town.compared("blocking");
}

Compared polling()
{
    Town town;
    town.builder.lines_after(Town::sent, R"(
        -3ms..12us        server  recv(4, 4096) = -1 EAGAIN × 1234
        -2'999'999..13us  server  accept(3) = -1 EAGAIN × 1235
        14us..16us        server  recv(4, 4096) = 8
    )");
    town.answer(Town::sent + 20 * us);
    return town.compared("polling");
}

Compared in_handler()
{
    Town town;
    town.builder.lines_after(Town::sent, R"(
        15us        server  handler_begin(SIGIO, SI_KERNEL)
        15us..16us  server  fcntl(4, F_GETFL) = 0
        16us..18us  server  recv(4, 4096, MSG_DONTWAIT) = 8
        19us        server  handler_end(SIGIO)
    )");
    town.answer(Town::sent + 30 * us);
    return town.compared("handler");
}

ComparisonScene scene(const words::Language &language)
{
    Compared broken{.name = "broken", .title = "Broken", .failure = "Broken: this system lacks it.", .runs = {}, .example = {},
                    .stretches = {}, .answered = 0, .helper = {}};
    return {language, {blocking(), polling(), in_handler(), broken}, "The work.", {"A note."}, {}};
}

// As if the messages of the models had been planned: with the columns that come with it.
void plan(ComparisonScene &scene)
{
    for (Compared &model : scene.models)
        for (replay::Measured &run : model.runs)
            for (const replay::Measure measure : {replay::Measure::planned_median, replay::Measure::planned_worst})
                run.values[size_t(measure)] = 31'400 * us;
}

words::MessageWords told(const words::Language &language, const Compared &model)
{
    return words::message_words(language, model.example->message, model.stretches, model.helper);
}

} // namespace

class ComparisonTest : public QObject {
    Q_OBJECT
private slots:
    void init() { QTest::failOnWarning(QRegularExpression(".*")); }

    void who_is_blocked()
    {
        const words::Language language;
        const auto plain = [&](const Compared &model) {
            words::MessageWords said = told(language, model);
            for (QString *text : {&said.wait, &said.copy, &said.in_hand})
                text->replace(QChar::Nbsp, ' ');
            return said;
        };
        const words::MessageWords blocked = plain(blocking());
        QCOMPARE(blocked.wait, "blocked in recv() for 3.01 ms");
        QCOMPARE(blocked.copy, "in the same recv(): wake-up and copy 20.0–30.0 µs");
        QCOMPARE(blocked.in_hand, "in hand after 20.0–30.0 µs");
        const words::MessageWords polled = plain(polling());
        QCOMPARE(polled.wait, "never blocked, polling: 2,469 failed calls in 4.01 ms");
        QCOMPARE(polled.copy, "recv() copies: 2.00 µs");
        const words::MessageWords handled = plain(in_handler());
        QVERIFY2(handled.wait.startsWith("not blocked: computes on"), qPrintable(handled.wait));
        QCOMPARE(handled.copy, "recv() in the signal's handler copies: 2.00 µs");
        QCOMPARE(handled.in_hand, "in hand after 8.00–18.0 µs");
    }

    void a_server_that_sleeps_of_its_own_accord_is_not_called_busy()
    {
        Compared late = blocking();
        const replay::Message &message = late.example->message;
        const Stretch serves{.kind = Stretch::in_call, .begin = message.earliest - ms, .end = message.latest, .call = Call::send};
        Stretch sleeps{.kind = Stretch::waiting, .begin = message.latest, .end = message.in_hand - 5 * us, .call = Call::nanosleep};
        late.stretches = {serves, sleeps};
        QVERIFY(told(words::Language(), late).wait.startsWith("asleep in nanosleep() for 15.0"));
        sleeps.kind = Stretch::in_call;
        late.stretches = {serves, sleeps};
        QCOMPARE(told(words::Language(), late).wait, "busy: the message has to wait");
    }

    void failing_calls_far_apart_are_no_polling()
    {
        Town town;
        for (const int64_t at : {6 * ms + 50, Town::sent + 20 * us})
            town.builder.lines_after(at, "0..1us server recv(4, 4096) = -1 EAGAIN");
        town.builder.lines_after(Town::sent, "30us..32us server recv(4, 4096, MSG_DONTWAIT) = 8");
        const Compared model = town.compared("far");
        int64_t polling = 0, computing = 0;
        for (const Stretch &one : model.stretches) {
            polling += one.kind == Stretch::polling ? one.duration() : 0;
            computing += one.kind == Stretch::running && !one.handler ? one.duration() : 0;
        }
        QVERIFY(polling <= 2 * us);
        QVERIFY(computing > 3 * ms);
    }

    void an_answer_may_be_a_thread_s_that_the_library_has_started()
    {
        Town town;
        town.builder.lines_after(Town::sent, R"(
            20us..30us  server        recv(4, 4096) = 8
            40us..45us  notification  send(4, 8) = 8
        )");
        QCOMPARE(town.compared("told").answered, Town::sent + 45 * us);
    }

    void stretches_have_no_gaps()
    {
        for (const Compared &model : {blocking(), polling(), in_handler()}) {
            QVERIFY(model.stretches.size() > 2);
            for (size_t i = 1; i < model.stretches.size(); ++i) {
                QCOMPARE(model.stretches[i].begin, model.stretches[i - 1].end);
                QVERIFY(model.stretches[i].end > model.stretches[i].begin);
            }
        }
    }

    void every_model_has_its_row_and_its_cells()
    {
        const words::Language language;
        const ComparisonScene all = scene(language);
        const Drawing drawing = comparison(all, {});
        QStringList ids;
        for (const Part &part : drawing.parts)
            ids += part.id;
        for (const char *name : {"blocking", "polling", "handler"}) {
            QCOMPARE(ids.count(QStringLiteral("model %1").arg(QLatin1String(name))), 1);
            for (const auto &column : words::measure_columns(language, false))
                QVERIFY(ids.contains(QStringLiteral("cell %1 %2").arg(QLatin1String(name), QLatin1String(replay::name(column.most).data()))));
        }
        QVERIFY(ids.contains("failure broken"));
        QVERIFY(!ids.contains("model broken"));
        const Part *cell = recording::part_of(drawing, "cell polling failed_polls");
        QVERIFY(cell && cell->sentence.contains("2,469"));
        const Part *unknown = recording::part_of(drawing, "cell polling cpu_ns"); // it has no thread_end
        QVERIFY(unknown && unknown->sentence.contains("unknown"));
        const QString words = recording::all_words(drawing);
        for (const char *said : {"The work.", "A note.", "Broken: this system lacks it.", "Model polling"})
            QVERIFY2(words.contains(said), said);
    }

    void figures_from_the_plan_stand_where_there_is_one()
    {
        const words::Language language;
        ComparisonScene all = scene(language);
        const auto cell = [&] { return recording::part_of(comparison(all, {}), "cell blocking planned_latency_worst_ns") != nullptr; };
        QVERIFY(!cell());
        plan(all);
        QVERIFY(cell());
    }

    void it_fits_data()
    {
        QTest::addColumn<QString>("code");
        QTest::addColumn<QSizeF>("size");
        for (const char *code : {"en", "vi"})
            for (const QSizeF size : {QSizeF(), QSizeF(1280, 720), QSizeF(1920, 1080), QSizeF(640, 360)})
                QTest::addRow("%s %.0f", code, size.width()) << QString(code) << size;
    }
    void it_fits()
    {
        QFETCH(const QString, code);
        QFETCH(const QSizeF, size);
        const words::Language language(code);
        ComparisonScene all = scene(language);
        plan(all);
        const Drawing drawing = comparison(all, size);
        QCOMPARE(recording::overlaps(drawing), QStringList());
        for (const Shape &shape : drawing.shapes) {
            QVERIFY2(shape.kind != Shape::text || fits(shape, Theme::of(ThemeName::light)), qPrintable(shape.words));
            if (shape.kind == Shape::box || shape.kind == Shape::text)
                QVERIFY(QRectF({}, drawing.size).adjusted(-1, -1, 1, 1).contains(shape.rect));
        }
    }

    // One model may have been run in several ways.
    void models_are_counted_not_their_runs()
    {
        const words::Language language(QStringLiteral("en"));
        SixScene scene{.language = language, .rows = {}};
        for (const char *title : {"Blocking I/O", "Non-blocking I/O", "Non-blocking I/O"}) {
            SixRow &row = scene.rows.emplace_back();
            row.title = QString::fromLatin1(title);
            row.bytes = 3;
        }
        QCOMPARE(six_title(scene), "2 I/O models, the same 3 bytes over TCP");
        QVERIFY2(six_conclusion(scene).startsWith("2 models differ"), qPrintable(six_conclusion(scene)));
        QVERIFY(recording::all_words(six(scene)).contains("3 real runs"));
    }

    void nothing_to_show()
    {
        const words::Language language;
        const Drawing drawing = comparison({language, {}, "The work.", {}, {}}, {});
        QCOMPARE(drawing.size, comparison_size({language, {}, "The work.", {}, {}}));
        QVERIFY(drawing.parts.empty());
    }
};

ROOM_TEST(ComparisonTest)
#include "comparison.moc"
