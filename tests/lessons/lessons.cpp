// SPDX-License-Identifier: MIT
// Each lesson is run for real: its script reaches its end, and there is something to say about every moment of it.
#include "calls/schema.h"
#include "lab/script.h"
#include "lessons/catalogue.h"
#include "replay/replay.h"
#include "servers/server.h"
#include "words/problems.h"
#include "words/sentences.h"

#include <QRegularExpression>
#include <QTest>

#include <algorithm>

class LessonsTest : public QObject {
    Q_OBJECT
private slots:
    void init() { QTest::failOnWarning(QRegularExpression(".*")); }
    void are_named();
    void run_data();
    void run();
};

namespace {

// What was recorded of one run of the lesson. A problem of it fails the test.
trace::Trace recording(const lessons::Lesson &lesson)
{
    const auto parsed = lab::parse(lessons::script(lesson).toStdString());
    if (const auto *problem = std::get_if<lab::ScriptProblem>(&parsed)) {
        QTest::qFail(qPrintable(words::script_problem(words::Language(), *problem)), __FILE__, __LINE__);
        return {};
    }
    lab::Settings settings;
    settings.server = lesson.server;
    lab::prepare(settings.serve, std::get<lab::Script>(parsed));
    lab::Run run(settings);
    if (run.start()) {
        QTest::qFail("The run did not start", __FILE__, __LINE__);
        return {};
    }
    const auto &script = std::get<lab::Script>(parsed);
    if (const auto problem = lab::play(script, run, std::chrono::seconds(60), [] { return false; }))
        QTest::qFail(qPrintable(words::script_problem(words::Language(), *problem)), __FILE__, __LINE__);
    run.stop();
    trace::Trace trace;
    trace.append(run.take());
    trace.run = run.description();
    return trace;
}

} // namespace

void LessonsTest::are_named()
{
    QVERIFY(lessons::named(u"select"));
    QVERIFY(lessons::named(u"blocking"));
    QVERIFY(!lessons::named(u"no such lesson"));
    for (const lessons::Lesson &lesson : lessons::all()) {
        QCOMPARE(lessons::named(QString::fromLatin1(lesson.name)), &lesson);
        QVERIFY(servers::named(lesson.server));
        QVERIFY(words::Language("vi").say("Lessons", lesson.title) != QLatin1String(lesson.title));
    }
}

void LessonsTest::run_data()
{
    QTest::addColumn<int>("index");
    for (size_t i = 0; i < lessons::all().size(); ++i)
        QTest::newRow(lessons::all()[i].name) << int(i);
}

void LessonsTest::run()
{
    QFETCH(int, index);
    const trace::Trace trace = recording(lessons::all()[size_t(index)]);
    QVERIFY(trace.events().size() > 20);
    QCOMPARE(trace.dropped, 0);
    const replay::Replay replay(trace);
    const words::Language en("en"), vi("vi");
    size_t moments = 0;
    for (replay::Instant instant = replay.first(), next; ; instant = next) {
        const replay::World world = replay.at(instant);
        const QString said = words::explain(en, replay, world, instant);
        const QString said_vi = words::explain(vi, replay, world, instant);
        QVERIFY(!said.isEmpty() && said != said_vi);
        QVERIFY2(!said.contains(QRegularExpression("%[0-9n]")), qPrintable(said));
        if (qEnvironmentVariableIsSet("SHOW_WORDS")) {
            const replay::Replay::Moment moment = replay.moment(instant);
            if (moment.event)
                qInfo().noquote() << (moment.begins ? ">" : "=") << words::event_sentence(en, trace, *moment.event)
                                  << "\n     " << said << "\n     " << said_vi;
        }
        ++moments;
        next = replay.next(instant);
        if (next == instant)
            break;
    }
    const auto steps = std::ranges::count_if(trace.events(), [](const trace::Event &event) {
        return !calls::is_observation(event.call); // what is seen from outside is no step
    });
    QVERIFY(moments > size_t(steps));
}

QTEST_GUILESS_MAIN(LessonsTest)
#include "lessons.moc"
