// SPDX-License-Identifier: MIT
// Each lesson is run for real: its script reaches its end, and there is something to say about every moment of it.
#include "calls/schema.h"
#include "lessons/catalogue.h"
#include "lessons/problems.h"
#include "lessons/run.h"
#include "replay/replay.h"
#include "room.h"
#include "servers/server.h"
#include "words/sentences.h"

#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>

#include <algorithm>

class LessonsTest : public QObject {
    Q_OBJECT
private slots:
    void init() { QTest::failOnWarning(QRegularExpression(".*")); }
    void are_named();
    void a_choice_becomes_a_run();
    void what_is_no_run_is_told();
    void run_data();
    void run();
};

namespace {

// What was recorded of one run of the lesson. A problem of it fails the test.
trace::Trace recording(const lessons::Lesson &lesson)
{
    const auto planned = lessons::run_of({.script = QString::fromLatin1(lesson.name)});
    if (const auto *refusal = std::get_if<lessons::Refusal>(&planned)) {
        QTest::qFail(qPrintable(lessons::sentence(words::Language(), *refusal)), __FILE__, __LINE__);
        return {};
    }
    const auto &plan = std::get<lessons::PlannedRun>(planned);
    lab::Run run(plan.settings);
    if (run.start()) {
        QTest::qFail("The run did not start", __FILE__, __LINE__);
        return {};
    }
    if (const auto problem = lab::play(*plan.script, run, std::chrono::seconds(60), [] { return false; }))
        QTest::qFail(qPrintable(lessons::script_problem(words::Language(), *problem)), __FILE__, __LINE__);
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

namespace {

lessons::PlannedRun planned(const lessons::Choice &choice)
{
    const auto plan = lessons::run_of(choice);
    return std::holds_alternative<lessons::PlannedRun>(plan) ? std::get<lessons::PlannedRun>(plan) : lessons::PlannedRun();
}

} // namespace

void LessonsTest::a_choice_becomes_a_run()
{
    // The lesson by its own name, by its server's, and played on a server that was chosen: one run.
    for (const lessons::Lesson &lesson : lessons::all()) {
        const QString name = QString::fromLatin1(lesson.name), server = QString::fromLatin1(lesson.server);
        const lessons::PlannedRun alone = planned({.script = name}), on_server = planned({.server = server, .script = name});
        QVERIFY(alone.script && !alone.script->actions.empty());
        QCOMPARE(QString::fromStdString(alone.settings.server), server);
        QVERIFY(alone.settings == on_server.settings && alone.script->wishes == on_server.script->wishes);
        QVERIFY2(alone.left_out.empty(), lesson.name); // a lesson wants nothing that its server does not heed
        QVERIFY(lessons::of_server(server) && QLatin1String(lessons::of_server(server)->server) == server);
    }
    QVERIFY(planned({.script = "epoll-edge"}).settings.serve.edge_triggered && !planned({.script = "epoll"}).settings.serve.edge_triggered);
    QVERIFY(planned({.script = "sigio-queued"}).settings.serve.queued_signals);
    QCOMPARE(planned({.script = "writefds"}).settings.serve.send_buffer, 4096);
    lessons::Choice choice{.server = "select", .script = "writefds", .port = 4000};
    choice.wishes.send_buffer = 10'000;
    const lessons::PlannedRun chosen = planned(choice);
    QVERIFY(chosen.settings.server == "select" && chosen.settings.serve.send_buffer == 10'000 && chosen.settings.serve.port == 4000);
    QVERIFY(planned({.server = "blocking"}).settings.server == "blocking" && !planned({.server = "blocking"}).script);
    QVERIFY(planned({.server = "select", .script = "epoll-edge"}).left_out == std::vector{servers::edge_option});
}

void LessonsTest::what_is_no_run_is_told()
{
    QTemporaryDir folder;
    const auto written = [&](const char *name, const QByteArray &text) {
        QFile file(folder.filePath(name));
        return file.open(QIODevice::WriteOnly) && file.write(text) == text.size() ? file.fileName() : QString();
    };
    const QString wrong = written("wrong.txt", "client 1 dance\n"), large = written("large.txt", QByteArray((1 << 20) + 1, '#'));
    const QString good = written("good.txt", "client 1 connect\n");
    const auto refused = [](const QString &server, const QString &script) {
        const auto plan = lessons::run_of({.server = server, .script = script});
        const auto *refusal = std::get_if<lessons::Refusal>(&plan);
        if (!refusal)
            return -1;
        const QString en = lessons::sentence(words::Language("en"), *refusal), vi = lessons::sentence(words::Language("vi"), *refusal);
        return !en.isEmpty() && en != vi ? int(refusal->what) : -2;
    };
    QCOMPARE(refused("select", good), -1);
    QCOMPARE(refused("selekt", good), int(lessons::Refusal::no_server));
    QCOMPARE(refused("", good), int(lessons::Refusal::no_server)); // a file does not say which
    QCOMPARE(refused("select", folder.filePath("none.txt")), int(lessons::Refusal::no_script));
    QCOMPARE(refused("select", folder.path()), int(lessons::Refusal::unreadable));
    QCOMPARE(refused("select", large), int(lessons::Refusal::too_long));
    QCOMPARE(refused("select", wrong), int(lessons::Refusal::mistaken));
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

ROOM_TEST(LessonsTest)
#include "lessons.moc"
