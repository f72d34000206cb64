// SPDX-License-Identifier: MIT
// The figures shown are the ones that were measured, and what was not is not invented.
#include "figures/figure.h"
#include "recording.h"
#include "room.h"

#include <QRegularExpression>

using namespace figures;

namespace {

Drawing drawn(const replay::Replay &replay, replay::Instant instant, const words::Language &language, QSizeF size = {})
{
    const replay::World world = replay.at(instant);
    return totals({replay, world, instant, language, {}, {}, false, 0, false}, size);
}

QString value(const Drawing &drawing, const char *name)
{
    const Part *part = recording::part_of(drawing, QStringLiteral("total %1").arg(QLatin1String(name)));
    return part ? part->sentence.section(QStringLiteral(": "), -1) : QStringLiteral("no such line");
}

} // namespace

class TotalsTest : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void they_are_those_of_the_replay()
    {
        recording::Maker maker;
        const trace::Trace &trace = recording::one_client(maker);
        const replay::Replay replay(trace);
        const words::Language language;
        for (const size_t step : {size_t(1), trace.events().size() / 2, trace.events().size() - 1}) {
            const replay::Instant instant = replay.step(step);
            const replay::Totals measured = replay::totals(replay, instant);
            const Drawing drawing = drawn(replay, instant, language);
            QCOMPARE(value(drawing, "calls"), language.number(qlonglong(measured.rows[0].system_calls)));
            QCOMPARE(value(drawing, "slept"), language.number(qlonglong(measured.rows[0].slept)));
            QCOMPARE(value(drawing, "waiting"), language.duration(measured.rows[0].waiting));
            QCOMPARE(value(drawing, "copying"), language.duration(measured.rows[0].copying));
            QCOMPARE(value(drawing, "longest"), language.duration(measured.rows[0].longest_wait));
            QCOMPARE(value(drawing, "in"), language.number(qlonglong(measured.rows[0].bytes_in)));
            QCOMPARE(value(drawing, "out"), language.number(qlonglong(measured.rows[0].bytes_out)));
            QCOMPARE(value(drawing, "events"), language.number(qlonglong(step + 1)));
            for (const char *name : {"calls", "waiting", "copying", "events"})
                QVERIFY(recording::all_words(drawing).contains(value(drawing, name)));
        }
    }

    void what_was_not_recorded_says_so()
    {
        recording::Maker maker;
        maker.lines("1000..2000 server socket(AF_INET, SOCK_STREAM) = 3");
        const replay::Replay replay(maker.take());
        const Drawing drawing = drawn(replay, replay.last(), words::Language());
        QCOMPARE(value(drawing, "cpu"), QStringLiteral("not recorded"));
        QCOMPARE(value(drawing, "switches"), QStringLiteral("not recorded"));
    }

    // The completion tells that five bytes are there, not when the kernel copied them.
    void the_copy_inside_the_kernel_is_not_known()
    {
        recording::Maker maker;
        maker.lines(R"(
            1000..2000  server  io_uring_setup(0) = 4
            3000        server  cqe_seen(IORING_OP_RECV, 5) = 5
        )");
        const replay::Replay replay(maker.take());
        const words::Language language;
        QCOMPARE(value(drawn(replay, replay.step(0), language), "copying"), language.duration(0));
        QCOMPARE(value(drawn(replay, replay.last(), language), "copying"), QStringLiteral("unknown"));
    }

    void recorded_switches_and_cpu_are_shown()
    {
        recording::Maker maker;
        maker.lines(R"(
            1000..2000  server  socket(AF_INET, SOCK_STREAM) = 3
            5'000'000   server  thread_end(cpu_ns=310'000, voluntary=4, involuntary=17)
        )");
        const replay::Replay replay(maker.take());
        const Drawing drawing = drawn(replay, replay.last(), words::Language());
        QVERIFY2(value(drawing, "cpu").startsWith(words::Language().duration(310'000)),
                 qPrintable(value(drawing, "cpu")));
        QCOMPARE(value(drawing, "switches"), QStringLiteral("4 + 17"));
    }

    // What was seen from outside some time ago is more by now.
    void while_it_runs_they_are_at_least_that_much()
    {
        recording::Maker maker;
        maker.lines(R"(
            1000..2000  server   socket(AF_INET, SOCK_STREAM) = 3
            5'000'000   control  observed_cpu(server, cpu_ns=310'000, voluntary=4, involuntary=17)
        )");
        const replay::Replay replay(maker.take());
        const Drawing drawing = drawn(replay, replay.last(), words::Language());
        QVERIFY2(value(drawing, "cpu").startsWith(QStringLiteral("at least ") + words::Language().duration(310'000)), qPrintable(value(drawing, "cpu")));
        QCOMPARE(value(drawing, "switches"), QStringLiteral("at least 4 + 17"));
    }

    void a_stepped_run_is_not_representative()
    {
        recording::Maker maker;
        trace::Trace &trace = recording::one_client(maker);
        const auto shown = [&] {
            return recording::all_words(
                drawn(replay::Replay(trace), {trace.end(), trace.events().size()}, words::Language()));
        };
        QVERIFY(!shown().contains(QLatin1String("not representative")));
        trace.run.stepped = true;
        QVERIFY(shown().contains(QLatin1String("not representative")));
    }

    void nothing_is_cut_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QSizeF>("size");
        for (const char *language : {"en", "vi"})
            for (const QSizeF &size : {QSizeF(), QSizeF(190, 160), QSizeF(240, 900), QSizeF(1500, 1500)})
                QTest::addRow("%s %g x %g", language, size.width(), size.height()) << QString(language) << size;
    }

    void nothing_is_cut()
    {
        QFETCH(QString, language);
        QFETCH(QSizeF, size);
        recording::Maker maker;
        trace::Trace &trace = recording::one_client(maker);
        trace.dropped = 123'456'789;
        trace.run.stepped = true;
        const replay::Replay replay(trace);
        const QStringList flaws = recording::flaws(drawn(replay, replay.last(), words::Language(language), size));
        QVERIFY2(flaws.isEmpty(), qPrintable(flaws.join('\n')));
    }
};

ROOM_TEST(TotalsTest)
#include "totals.moc"
