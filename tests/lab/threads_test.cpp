// SPDX-License-Identifier: MIT
// A thread may not be had, at any moment: the run then does not begin, or its script goes no further, and all that there is ends.
#include "lab/played.h"
#include "room.h"

#include <QRegularExpression>

#include <atomic>
#include <cerrno>
#include <dlfcn.h>
#include <pthread.h>

namespace {

std::atomic<int> threads_left = -1; // that may still be begun; below 0: as many as one likes

} // namespace

#ifndef __SANITIZE_THREAD__ // which has a pthread_create() of its own
extern "C" int pthread_create(pthread_t *thread, const pthread_attr_t *attributes, void *(*work)(void *), void *given) noexcept
{
    using Create = int (*)(pthread_t *, const pthread_attr_t *, void *(*)(void *), void *);
    static const auto create = reinterpret_cast<Create>(dlsym(RTLD_NEXT, "pthread_create"));
    if (threads_left == 0)
        return EAGAIN;
    if (threads_left > 0)
        --threads_left;
    return create(thread, attributes, work, given);
}
#endif

class ThreadsTest : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(".*")); }
    void initTestCase()
    {
#ifdef __SANITIZE_THREAD__
        QSKIP("the thread sanitizer has a pthread_create() of its own");
#endif
    }
    void cleanup() { threads_left = -1; }

    void a_run_without_enough_threads_says_so_and_ends_data()
    {
        QTest::addColumn<QString>("server");
        QTest::addColumn<int>("enough");
        QTest::addColumn<bool>("paused");
        for (const servers::Server &server : servers::all()) {
            if (server.lacks && server.lacks())
                continue;
            const QByteArray name(server.name.data(), qsizetype(server.name.size()));
            for (int enough = 0; enough < 6; ++enough)
                for (const bool paused : {false, true})
                    QTest::addRow("%s, %d%s", name.constData(), enough, paused ? ", paused" : "") << QString(name) << enough << paused;
        }
    }
    void a_run_without_enough_threads_says_so_and_ends()
    {
        QFETCH(QString, server);
        QFETCH(int, enough);
        QFETCH(bool, paused);
        lab::Settings wanted;
        wanted.server = server.toStdString();
        wanted.paused = paused;
        {
            lab::Run run(wanted);
            threads_left = enough;
            auto problem = run.start();
            if (!problem && !paused) {
                const auto stuck = played::play(run, "client 1..6 connect\n");
                QVERIFY(stuck);
                QCOMPARE(stuck->what, lab::ScriptProblem::call_failed);
                QCOMPARE(QString::fromStdString(stuck->word), QString("pthread_create"));
                QCOMPARE(stuck->error, EAGAIN);
                QVERIFY(enough > 2); // house, control, server
            } else if (!problem) { // paused: it may be told later
                run.resume();
                if (enough <= 2)
                    QTRY_VERIFY(run.ended());
                problem = run.problem();
            }
            run.stop();
            QVERIFY(run.ended());
            if (enough < 2)
                QVERIFY(problem);
            if (problem) {
                QCOMPARE(QString::fromStdString(problem->call), QString("pthread_create"));
                QCOMPARE(problem->error, EAGAIN);
            }
            threads_left = -1;
        }
        wanted.paused = false;
        lab::Run next(wanted);
        QVERIFY(!next.start());
        QVERIFY(!played::play(next, servers::named(wanted.server)->echoes ? "client 1 connect\nclient 1 send \"abc\"\nwait client 1 received 3\n"
                                                                         : "client 1 connect\nclient 1 send \"abc\"\n"));
    }
};

ROOM_TEST(ThreadsTest)
#include "threads_test.moc"
