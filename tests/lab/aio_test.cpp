// SPDX-License-Identifier: MIT
// Asynchronous reads: asked for, carried out by threads of the C library that can be seen, complete, taken; several servers at once.
#include "lab/played.h"
#include "room.h"

#include "replay/replay.h"

#include <QRegularExpression>

#include <cerrno>
#include <csignal>
#include <set>
#include <sys/syscall.h>

using played::served;
using trace::Call;
using trace::Event;
using Notify = servers::Settings::Notify;

Q_DECLARE_METATYPE(servers::Settings::Notify)

namespace {

lab::Settings settings(Notify notify = Notify::suspend)
{
    lab::Settings settings;
    settings.server = "aio";
    settings.serve.notify = notify;
    return settings;
}

} // namespace

class AioTest : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(".*")); }
    void initTestCase()
    {
#ifdef __SANITIZE_THREAD__
        QSKIP("the thread sanitizer crashes when a thread that it does not know, one of the C library's for aio, starts another one");
#endif
    }

    void each_read_is_asked_for_and_its_result_taken_once_data()
    {
        QTest::addColumn<Notify>("notify");
        QTest::addColumn<int>("sigev");
        QTest::newRow("suspend") << Notify::suspend << int(SIGEV_NONE);
        QTest::newRow("signal") << Notify::signal << int(SIGEV_SIGNAL);
        QTest::newRow("thread") << Notify::thread << int(SIGEV_THREAD);
    }
    void each_read_is_asked_for_and_its_result_taken_once()
    {
        QFETCH(Notify, notify);
        QFETCH(int, sigev);
        lab::Run run(settings(notify));
        QVERIFY(!run.start());
        const auto problem = played::play(run, "client 1..3 connect\nwait server accepted 3\nclient 2 send \"two\"\nwait client 2 received 3\n"
                                               "client 1 send \"one!\"\nwait client 1 received 4\nclient 3 shutdown\nwait client 3 closed\n");
        QVERIFY(!problem);
        const trace::Trace trace = played::taken(run);
        std::set<uint64_t> asked, taken;
        std::vector<int> results;
        for (const Event &event : served(trace, Call::aio_read)) {
            QCOMPARE(event.result, 0);
            QCOMPARE(int(event.flags), sigev);
            QVERIFY(asked.insert(event.words[1]).second);
            QCOMPARE(event.words[1], uint64_t(asked.size())); // numbered in order
        }
        for (const Event &event : served(trace, Call::aio_return)) {
            QVERIFY(asked.contains(event.words[1]));
            QVERIFY(taken.insert(event.words[1]).second);
            results.push_back(event.result);
        }
        QCOMPARE(asked, taken);
        QCOMPARE(asked.size(), size_t(5)); // three, and after each of two answers one more
        QCOMPARE(results[0], 3);
        QCOMPARE(results[1], 4);
        QCOMPARE(results[2], 0);
        QVERIFY(served(trace, Call::recv).empty());
        size_t told = 0; // each read that was not told of by ourselves: once, with its number
        for (const Event &event : served(trace, notify == Notify::signal ? Call::handler_begin : Call::thread_begin))
            told += asked.erase(event.words[1]);
        QCOMPARE(told, notify == Notify::suspend ? size_t(0) : size_t(5));
    }

    void a_thread_of_the_library_is_seen_waiting()
    {
        lab::Run run(settings());
        QVERIFY(!run.start());
        QVERIFY(!played::play(run, "client 1 connect\nwait server accepted 1\nwait server blocked in aio_suspend\n"));
        trace::Trace trace;
        const auto seen = [&] {
            trace.append(run.take());
            const auto found = played::of(trace, Call::observed_task);
            return std::ranges::any_of(found, [](const Event &task) { return task.length == SYS_read && task.result == 'S'; });
        };
        QTRY_VERIFY(seen());
        const Event read = played::of(trace, Call::aio_read).at(0);
        for (const Event &task : played::of(trace, Call::observed_task))
            if (task.length == SYS_read)
                QCOMPARE(int(task.words[0]), read.fd);
        for (const trace::Thread &thread : trace.threads) // none of ours is taken for one of the library's
            for (const Event &task : played::of(trace, Call::observed_task))
                QVERIFY(task.fd != thread.tid);
    }

    void past_twenty_threads_requests_wait()
    {
        lab::Run run(settings());
        QVERIFY(!run.start());
        QVERIFY(!played::play(run, "client 1..25 connect\nwait server accepted 25\n"));
        trace::Trace trace;
        const auto twenty_at_work = [&] {
            trace.append(run.take());
            const replay::Replay replay(trace);
            const replay::World world = replay.at(replay.last());
            const auto unattended = std::ranges::count(world.requests, true, &replay::Request::unattended);
            return world.requests.size() == 25 && unattended == 5;
        };
        QTRY_VERIFY(twenty_at_work());
        const replay::Replay replay(trace);
        QCOMPARE(std::ranges::count_if(replay.at(replay.last()).helpers, [](const auto &helper) { return helper.fd >= 0; }), 20);
        // One of those that have no thread yet is served as soon as others are complete.
        QVERIFY(!played::play(run, "client 25 send \"late\"\nclient 1..5 send \"x\"\nwait client 1..5 received 1\nwait client 25 received 4\n"));
    }

    void two_share_a_table_and_a_stop_closes_its_own_only()
    {
        lab::Run one(settings()), two(settings());
        QVERIFY(!one.start());
        QVERIFY(!played::play(one, "client 1 connect\nwait server accepted 1\n"));
        QVERIFY(!two.start());
        QVERIFY(!played::play(two, "client 1 connect\nwait server accepted 1\nclient 1 send \"a\"\nwait client 1 received 1\n"));
        const trace::Trace first = played::taken(one);
        QVERIFY(!played::play(two, "client 1 send \"b\"\nwait client 1 received 2\nclient 2 connect\nwait server accepted 2\n"));
        const trace::Trace second = played::taken(two);
        const int listening = played::of(first, Call::socket)[0].result, connected = played::of(first, Call::accept)[0].result;
        QCOMPARE(connected, listening + 1);
        QVERIFY(played::of(second, Call::socket)[0].result > connected); // numbered on
        QCOMPARE(played::of(second, Call::accept)[1].result, listening); // free again
    }
};

ROOM_TEST(AioTest)
#include "aio_test.moc"
