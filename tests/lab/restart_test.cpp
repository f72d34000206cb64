// SPDX-License-Identifier: MIT
// Start and stop at any moment, hundreds of times: no thread, no descriptor and no event in flight is left.
#include "calls/schema.h"
#include "lab/played.h"
#include "room.h"

#include <QRandomGenerator>
#include <QRegularExpression>

#include <thread>

namespace {

#if defined __SANITIZE_THREAD__ || defined __SANITIZE_ADDRESS__ // under which a round takes ten times as long
constexpr int rounds = 25;
#else
constexpr int rounds = 200;
#endif

// What client 1 got back.
QByteArray echoed(lab::Run &run)
{
    QByteArray bytes;
    for (const trace::Event &event : played::of(played::taken(run), trace::Call::recv, "client 1"))
        if (event.result > 0)
            bytes.append(reinterpret_cast<const char *>(event.words), std::min(event.result, int(sizeof event.words)));
    return bytes;
}

} // namespace

class RestartTest : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(".*")); }

    void stopped_at_any_moment_data()
    {
        QTest::addColumn<QString>("server");
        QTest::addColumn<int>("notify");
        using Notify = servers::Settings::Notify;
        for (const servers::Server &server : servers::all()) {
#ifdef __SANITIZE_THREAD__ // it crashes when a thread that it does not know, one of the C library's for aio, starts another one
            if (server.heeds & servers::notify_option)
                continue;
#endif
            const std::string name(server.name);
            QTest::newRow(name.c_str()) << QString::fromStdString(name) << int(Notify::suspend);
            if (!(server.heeds & servers::notify_option))
                continue;
            QTest::newRow((name + ", signal").c_str()) << QString::fromStdString(name) << int(Notify::signal);
            QTest::newRow((name + ", thread").c_str()) << QString::fromStdString(name) << int(Notify::thread);
        }
    }
    void stopped_at_any_moment()
    {
        QFETCH(QString, server);
        QFETCH(int, notify);
        {
            lab::Settings settings;
            settings.server = server.toStdString();
            lab::Run first(settings); // what lasts longer than a run is there now
            QVERIFY(!first.start());
        }
        const auto script = played::script("client 1..3 connect\nclient 1..3 send \"abc\"\nclient 1 receive\n"
                                           "client 2 reset\nclient 1 shutdown\nclient 3 send 300000 bytes\n"
                                           "client 1 close\nclient 4 connect\nclient 4 close\n");
        QRandomGenerator random(20261123); // the same moments each time, as far as a machine can
        const size_t descriptors = played::open_descriptors();
        const size_t threads = played::threads();
        for (int round = 0; round < rounds; ++round) {
            lab::Settings settings;
            settings.server = server.toStdString();
            settings.serve.notify = servers::Settings::Notify(notify);
            settings.paused = round % 5 == 4;
            lab::Run run(settings);
            QVERIFY(!run.start());
            std::atomic<bool> over{false};
            std::thread player([&] { lab::play(script, run, std::chrono::seconds(20), [&] { return over.load(); }); });
            const int turns = int(random.bounded(60));
            for (int turn = 0; turn < turns; ++turn) {
                if (round % 3 == 0 && turn == turns / 2)
                    run.pause();
                if (run.paused())
                    run.step();
                run.take();
                std::this_thread::yield();
            }
            if (round % 4 == 0)
                std::this_thread::sleep_for(std::chrono::microseconds(random.bounded(3000)));
            if (round % 7 == 0)
                run.resume();
            trace::Trace trace = played::taken(run);
            over = true;
            player.join();
            trace.append(run.take());
            QVERIFY(run.ended());
            QVERIFY(!run.problem());
            QVERIFY2(trace.in_flight().empty(), calls::name(trace.in_flight().empty() ? trace::Call::count_ : trace.in_flight()[0].call).data());
        }
        QCOMPARE(played::open_descriptors(), descriptors);
        QTRY_VERIFY(played::threads() <= threads); // fewer: the C library's for aio end when they have been idle for a while
    }

    void two_runs_at_once_do_not_meet_data() { stopped_at_any_moment_data(); }
    void two_runs_at_once_do_not_meet()
    {
        QFETCH(QString, server);
        QFETCH(int, notify);
        if (!servers::named(server.toStdString())->echoes)
            QSKIP("its client gets nothing back from it");
        lab::Settings settings;
        settings.server = server.toStdString();
        settings.serve.notify = servers::Settings::Notify(notify);
        if (!servers::named(settings.server)->echoes)
            QSKIP("who sends gets nothing back from it");
        for (int time = 0; time < 2; ++time) { // and two in a row
            lab::Run one(settings), two(settings);
            QVERIFY(!one.start());
            QVERIFY(!two.start());
            QVERIFY(one.port() != two.port());
            QVERIFY(!played::play(one, "client 1 connect\nclient 1 send \"one\"\nwait client 1 received 3\n"));
            QVERIFY(!played::play(two, "client 1 connect\nclient 1 send \"two\"\nwait client 1 received 3\n"));
            QCOMPARE(echoed(one), QByteArray("one"));
            QCOMPARE(echoed(two), QByteArray("two"));
        }
    }

    void both_of_two_runs_number_their_descriptors_from_3()
    {
        lab::Run one({}), two({});
        for (lab::Run *run : {&one, &two}) {
            QVERIFY(!run->start());
            QVERIFY(!played::play(*run, "client 1 connect\nwait server accepted 1\n"));
            QCOMPARE(played::of(played::taken(*run), trace::Call::accept)[0].result, 4);
        }
    }

    void a_run_that_never_started_ends()
    {
        lab::Run run({});
        run.stop();
        QCOMPARE(run.clients(), 0);
    }
};

ROOM_TEST(RestartTest)
#include "restart_test.moc"
