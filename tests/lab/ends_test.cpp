// SPDX-License-Identifier: MIT
// Every stop has a deadline: whatever a script has done to the server, the run ends, and who cannot be woken is told.
#include "calls/schema.h"
#include "lab/played.h"
#include "room.h"

#include <QRandomGenerator>
#include <QRegularExpression>

#include <future>

using namespace std::chrono_literals;
using Notify = servers::Settings::Notify;

Q_DECLARE_METATYPE(servers::Settings::Notify)

namespace {

constexpr auto hung = 20s; // no stop takes so long

struct Variant {
    std::string server;
    servers::Settings serve;
};

// Every server, each way in which it can be told.
std::vector<Variant> variants()
{
    std::vector<Variant> all;
    for (const servers::Server &server : servers::all()) {
        const std::string name(server.name);
        if (server.lacks && server.lacks())
            continue;
        if (server.heeds & servers::notify_option) {
#ifndef __SANITIZE_THREAD__ // it crashes when a thread that it does not know, one of the C library's for aio, starts another one
            for (const Notify notify : {Notify::suspend, Notify::signal, Notify::thread})
                all.push_back({name, {.notify = notify}});
#endif
            continue;
        }
        all.push_back({name, {}});
        if (server.heeds & servers::signal_option)
            all.push_back({name, {.queued_signals = true}});
        if (server.heeds & servers::edge_option)
            all.push_back({name, {.edge_triggered = true}});
    }
    return all;
}

lab::Settings settings(const Variant &variant)
{
    lab::Settings settings;
    settings.server = variant.server;
    settings.serve = variant.serve;
    return settings;
}

// Whether one of the C library's helpers has been seen asleep in a read of `fd`: before it has come there, the read may be woken.
bool a_helper_sleeps_on(int fd, lab::Run &run, trace::Trace &trace)
{
    trace.append(run.take());
    return std::ranges::any_of(played::of(trace, trace::Call::observed_task),
                               [fd](const trace::Event &task) { return calls::value(task, "fd") == fd && calls::value(task, "state") == 'S'; });
}

std::string random_line(QRandomGenerator &random)
{
    const std::string client = "client " + std::to_string(random.bounded(1, 4)) + " ";
    switch (random.bounded(16)) {
    case 0:
    case 1:
    case 2: return client + "connect";
    case 3:
    case 4: return client + "send \"abc\"";
    case 5: return client + "send " + std::to_string(random.bounded(1, 3'000'000)) + " bytes";
    case 6: return client + "send urgent \"!\"";
    case 7: return client + "receive";
    case 8: return client + "shutdown";
    case 9: return client + (random.bounded(2) ? "close" : "reset");
    case 10: return "interrupt server";
    case 11: return "hold server";
    case 12: return "release server";
    case 13: return "pause 20 ms";
    default: return "close descriptor " + std::to_string(random.bounded(3, 8));
    }
}

std::string random_script(QRandomGenerator &random)
{
    std::string text = "client 1 connect\n";
    for (int lines = random.bounded(3, 12); lines > 0; --lines)
        text += random_line(random) + "\n";
    return text;
}

// Each line on its own, so that one that cannot be done is left out and the others follow.
void play_lines(lab::Run &run, const std::string &text)
{
    const lab::Script script = played::script(text.c_str());
    for (const lab::Action &action : script.actions)
        lab::play({{action}, {}}, run, 100ms, [] { return false; });
}

} // namespace

class EndsTest : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(".*")); }

    void a_read_on_a_closed_descriptor_returns_when_its_client_ends_data()
    {
        QTest::addColumn<Notify>("notify");
        QTest::newRow("suspend") << Notify::suspend;
        QTest::newRow("signal") << Notify::signal;
        QTest::newRow("thread") << Notify::thread;
    }
    void a_read_on_a_closed_descriptor_returns_when_its_client_ends()
    {
#ifdef __SANITIZE_THREAD__
        QSKIP("the thread sanitizer crashes when a thread that it does not know, one of the C library's for aio, starts another one");
#endif
        QFETCH(Notify, notify);
        lab::Run run(settings({"aio", {.notify = notify}}));
        QVERIFY(!run.start());
        QVERIFY(!played::play(run, "client 1 connect\nwait server accepted 1\nclose descriptor 4\n"));
        const trace::Trace trace = played::taken(run);
        QVERIFY(!run.problem());
        QVERIFY(trace.in_flight().empty());
    }

    void who_cannot_be_woken_is_left_behind_and_told_data() { a_read_on_a_closed_descriptor_returns_when_its_client_ends_data(); }
    void who_cannot_be_woken_is_left_behind_and_told()
    {
#ifdef __SANITIZE_THREAD__
        QSKIP("the thread sanitizer crashes when a thread that it does not know, one of the C library's for aio, starts another one");
#endif
        QFETCH(Notify, notify);
        const Variant variant{"aio-udp", {.notify = notify}};
        int connected = -1;
        {
            lab::Run run(settings(variant));
            QVERIFY(!run.start());
            QVERIFY(!played::play(run, "client 1 connect\nclient 1 send \"abc\"\nwait client 1 received 3\n"));
            trace::Trace trace;
            const auto asked = [&] {
                trace.append(run.take());
                return played::served(trace, trace::Call::aio_read).size() == 1;
            };
            QTRY_VERIFY(asked());
            connected = played::served(trace, trace::Call::aio_read)[0].fd;
            QTRY_VERIFY(a_helper_sleeps_on(connected, run, trace));
            run.close_descriptor(connected);
            run.stop(300ms);
            trace.append(run.take());
            QVERIFY(run.problem());
            QCOMPARE(QString::fromStdString(run.problem()->call), QString("stop"));
            const std::vector<lab::Left> left = run.problem()->left;
            QCOMPARE(QString::fromStdString(left.at(0).thread), QString("server"));
            QVERIFY(std::ranges::find(left, lab::Left{{}, "read", connected}) != left.end());
            QCOMPARE(played::of(trace, trace::Call::thread_end, "client 1").size(), 1u); // all others have ended
            QCOMPARE(played::of(trace, trace::Call::close, "control").size(), 2u); // the one asked for, and the server's own
        }
        lab::Run next(settings(variant)); // goes on as if nothing were
        QVERIFY(!next.start());
        QVERIFY(!played::play(next, "client 1 connect\nclient 1 send \"abc\"\nwait client 1 received 3\n"));
        next.stop();
        QVERIFY(!next.problem());
    }

    void a_second_wish_to_stop_waits_for_nothing()
    {
#ifdef __SANITIZE_THREAD__
        QSKIP("the thread sanitizer crashes when a thread that it does not know, one of the C library's for aio, starts another one");
#endif
        lab::Run run(settings({"aio-udp", {}}));
        QVERIFY(!run.start());
        QVERIFY(!played::play(run, "client 1 connect\nclient 1 send \"abc\"\nwait client 1 received 3\nwait server blocked in aio_suspend\n"));
        trace::Trace trace;
        trace.append(run.take());
        const int connected = played::served(trace, trace::Call::aio_read).at(0).fd;
        QTRY_VERIFY(a_helper_sleeps_on(connected, run, trace));
        run.close_descriptor(connected);
        run.request_stop(std::chrono::hours(1));
        QTest::qWait(300);
        QVERIFY(!run.ended());
        run.stop(0ms);
        QVERIFY(run.problem());
    }

    // IOMODELS_SEED chooses others.
    void random_scripts_end()
    {
        const quint32 seed = qEnvironmentVariableIsSet("IOMODELS_SEED") ? quint32(qEnvironmentVariableIntValue("IOMODELS_SEED")) : 20261129;
        qInfo("seed %u", seed);
        QRandomGenerator random(seed);
        const auto all = variants();
        constexpr size_t scripts = 100;
        for (size_t i = 0; i < scripts; ++i) {
            const Variant &variant = all[i % all.size()];
            const std::string text = random_script(random);
            lab::Settings wanted = settings(variant);
            wanted.paused = random.bounded(10) == 0;
            auto run = std::make_shared<lab::Run>(wanted);
            auto ended = std::async(std::launch::async, [run, text] {
                if (run->start())
                    return false;
                if (run->paused())
                    run->resume();
                play_lines(*run, text);
                run->stop(400ms);
                return run->ended();
            });
            if (ended.wait_for(hung) != std::future_status::ready)
                qFatal("script %zu of seed %u hangs %s:\n%s", i, seed, variant.server.c_str(), text.c_str());
            QVERIFY(ended.get());
            trace::Trace trace;
            trace.append(run->take());
            if (const auto problem = run->problem(); !problem || problem->left.empty())
                QVERIFY2(trace.in_flight().empty(), text.c_str());
        }
    }
};

ROOM_TEST(EndsTest)
#include "ends_test.moc"
