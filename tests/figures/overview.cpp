// SPDX-License-Identifier: MIT
// The overview has every figure, and names the server and the instant.
#include "figures/figure.h"
#include "recording.h"
#include "room.h"

#include <QRegularExpression>

using namespace figures;

class OverviewTest : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void it_has_every_figure_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QSizeF>("size");
        for (const char *language : {"en", "vi"})
            for (const QSizeF &size : {QSizeF(1600, 1000), QSizeF(800, 500), QSizeF(1920, 1080), QSizeF(6400, 4000)})
                QTest::addRow("%s %g x %g", language, size.width(), size.height()) << QString(language) << size;
    }

    void it_has_every_figure()
    {
        QFETCH(QString, language);
        QFETCH(QSizeF, size);
        recording::Maker maker;
        const trace::Trace &trace = recording::one_client(maker);
        const replay::Replay replay(trace);
        const words::Language said(language);
        for (const replay::Instant &instant : {replay.last(), replay.step(9)}) {
            const replay::World world = replay.at(instant);
            const Drawing drawing = overview({replay, world, instant, said, {}, {}, false, 0, false}, size);
            QCOMPARE(drawing.size.toSize(), size.toSize());
            const QString words = recording::all_words(drawing);
            for (const Figure &figure : all())
                if (figure.draw != overview && figure.draw != crossing && figure.draw != phases && figure.draw != tables // which it has no room for
                    && figure.name != std::string_view("terminal"))   // which this program has not
                    QVERIFY2(words.contains(figure.title(said)), figure.name);
            QVERIFY(words.contains(QLatin1String("select")));
            QVERIFY(words.contains(QLatin1String("7000")));
            QVERIFY2(recording::flaws(drawing).isEmpty(), qPrintable(recording::flaws(drawing).join('\n')));
        }
    }

    void a_terminal_is_opened_before_it_is_there()
    {
        recording::Maker maker;
        const uint16_t server = maker.thread("server", recording::Part::server);
        const uint16_t keyboard = maker.thread("keyboard", recording::Part::server);
        maker.lines("1000..2000 server socket(AF_INET, SOCK_STREAM) = 3");
        for (int fd = 0; fd < 3; ++fd)
            maker.lines("3000 server terminal_opened(0, %d) = %d", fd, fd);
        trace::Trace &trace = maker.take();
        trace.threads[keyboard].program = trace.threads[server].program;
        trace.threads[keyboard].job = trace::Job::keyboard;
        const replay::Replay replay(trace);
        const words::Language language;
        const auto said = [&](replay::Instant instant) {
            const replay::World world = replay.at(instant);
            return recording::all_words(terminal({replay, world, instant, language, {}, {}, false, 0, false}, {600, 400}));
        };
        QVERIFY(said(replay.step(0)).contains("has not opened its terminal yet"));
        QVERIFY(!said(replay.last()).contains("terminal yet"));
    }

    void a_server_without_sets_shows_its_calls()
    {
        recording::Maker maker;
        trace::Trace &trace = recording::one_client(maker);
        const words::Language said(QStringLiteral("en"));
        for (const trace::Call told_by : {trace::Call::recv, trace::Call::select}) {
            trace.programs.at(0).told_by = told_by;
            const replay::Replay replay(trace);
            const replay::World world = replay.at(replay.last());
            const QString words = recording::all_words(overview({replay, world, replay.last(), said, {}, {}, false, 0, false}, {}));
            const bool calls = told_by == trace::Call::recv;
            QCOMPARE(words.contains(named(u"crossing")->title(said)), calls);
            QCOMPARE(words.contains(named(u"sets")->title(said)), !calls);
        }
    }
};

ROOM_TEST(OverviewTest)
#include "overview.moc"
