// SPDX-License-Identifier: MIT
// The explanation wraps inside its width, in both languages, and says which step it is about.
#include "figures/figure.h"
#include "recording.h"
#include "room.h"
#include "words/sentences.h"

#include <QRegularExpression>

using namespace figures;

namespace {

Drawing drawn(const replay::Replay &replay, replay::Instant instant, const words::Language &language,
              QSizeF size = {380, 340})
{
    const replay::World world = replay.at(instant);
    return explanation({replay, world, instant, language, {}, {}, false, 0, false}, size);
}

} // namespace

class ExplanationTest : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void every_step_fits_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QSizeF>("size");
        for (const char *language : {"en", "vi"})
            for (const QSizeF &size : {QSizeF(380, 340), QSizeF(190, 170), QSizeF(1520, 1360), QSizeF(600, 90)})
                QTest::addRow("%s %g x %g", language, size.width(), size.height()) << QString(language) << size;
    }

    void every_step_fits()
    {
        QFETCH(QString, language);
        QFETCH(QSizeF, size);
        recording::Maker maker;
        const trace::Trace &trace = recording::one_client(maker);
        const replay::Replay replay(trace);
        const words::Language said(language);
        std::vector<replay::Instant> instants{replay.first(), replay.last()};
        for (size_t i = 0; i < trace.events().size(); ++i)
            instants.push_back(replay.step(i));
        for (const replay::Instant &instant : instants) {
            const Drawing drawing = drawn(replay, instant, said, size);
            QCOMPARE(drawing.size.toSize(), size.toSize());
            QVERIFY2(recording::flaws(drawing).isEmpty(), qPrintable(recording::flaws(drawing).join('\n')));
            // All of the words are there, broken into lines as it may be.
            const QString words = words::explain(said, replay, replay.at(instant), instant);
            QString shown = recording::all_words(drawing);
            QVERIFY2(shown.remove(u' ').contains(QString(words).remove(QRegularExpression(QStringLiteral("\\s")))),
                     qPrintable(words));
        }
    }

    void the_step_and_its_call_are_named()
    {
        recording::Maker maker;
        const trace::Trace &trace = recording::one_client(maker);
        const replay::Replay replay(trace);
        const words::Language english;
        const QString last = QString::number(trace.events().size() - 1);
        const QString third = recording::all_words(drawn(replay, replay.step(3), english));
        QVERIFY2(third.contains(QStringLiteral("Step 3 of ") + last), qPrintable(third));
        QVERIFY(third.contains(words::call_text(trace, trace.events()[3])));
        QVERIFY(recording::all_words(drawn(replay, replay.first(), english))
                    .contains(QLatin1String("Before the first step")));
        for (replay::Instant at = replay.first(), next = replay.next(at); !(next == at);
             at = next, next = replay.next(at)) {
            const replay::Replay::Moment moment = replay.moment(next);
            QVERIFY(moment.event);
            const QString words = recording::all_words(drawn(replay, next, english));
            if (moment.sequence >= trace.events().size())
                QVERIFY2(words.contains(QLatin1String("in progress")), qPrintable(words));
            else
                QVERIFY2(words.contains(moment.begins
                                            ? QStringLiteral("After step %1 of %2").arg(next.complete - 1).arg(last)
                                            : QStringLiteral("Step %1 of %2").arg(moment.sequence).arg(last)),
                         qPrintable(words));
        }
    }

    void the_phases_of_a_read_have_their_durations()
    {
        recording::Maker maker;
        const trace::Trace &trace = recording::one_client(maker);
        const replay::Replay replay(trace);
        for (size_t i = 0; i < trace.events().size(); ++i) {
            const Drawing drawing = drawn(replay, replay.step(i), words::Language());
            const std::vector<replay::Phase> phases = replay.phases(i);
            for (size_t k = 0; k < phases.size(); ++k) {
                QVERIFY(recording::part_of(drawing, QStringLiteral("phase %1").arg(k)));
                QVERIFY(phases[k].end);
                const bool copy = phases[k].kind == replay::Phase::copy; // bounded: what it took at most
                const int64_t begin = copy && phases[k].known == replay::Known::bracketed ? phases[k].earliest : phases[k].begin;
                QVERIFY(recording::all_words(drawing).contains(words::Language().duration(*phases[k].end - begin)));
            }
        }
    }
};

ROOM_TEST(ExplanationTest)
#include "explanation.moc"
