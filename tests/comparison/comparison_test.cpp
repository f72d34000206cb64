// SPDX-License-Identifier: MIT
// Real runs in turn: all are there, in an order that changes, and the table reports what was done to a model.
#include "calls/schema.h"
#include "comparison/comparison.h"
#include "room.h"
#include "servers/calls.h"

#include <QRegularExpression>

#include <algorithm>
#include <map>
#include <set>

using namespace comparison;
using replay::Measure;

namespace {

// A blocking server that has been slowed down: it sleeps before each read, and reads a byte at a time.
servers::Ending slowed(const servers::Settings &settings)
{
    servers::Ending ending;
    const int listenfd = servers::listening_socket(settings, ending);
    while (listenfd != -1 && !servers::stopping()) {
        sockaddr_in peer;
        socklen_t size = sizeof peer;
        const int connfd = servers::accept(listenfd, reinterpret_cast<sockaddr *>(&peer), &size);
        char byte;
        const timespec pause{0, 500'000};
        while (connfd != -1 && servers::recv(connfd, &byte, 1, 0) == 1) {
            servers::nanosleep(&pause, nullptr);
            if (servers::send(connfd, &byte, 1, MSG_NOSIGNAL) != 1)
                break;
        }
        if (connfd != -1)
            servers::close(connfd);
    }
    if (listenfd != -1)
        servers::close(listenfd);
    return {};
}

constexpr servers::Server slowed_server{.name = "slowed", .file = "slowed.cpp", .serve = slowed};

Result compared(const Plan &plan)
{
    Result result{plan, {}};
    compare(plan, [] { return false; }, [&](Run &&run, size_t) { result.add(std::move(run)); });
    return result;
}

Workload small(int clients = 1)
{
    Workload workload;
    workload.clients = clients;
    workload.bytes = 16;
    workload.messages = 5;
    workload.pace = std::chrono::microseconds(1000);
    workload.repeats = 2;
    return workload;
}

int64_t median(const Result &result, size_t entry, Measure measure)
{
    const auto runs = result.measured(entry);
    const replay::Spread spread = replay::spread(runs, measure);
    return spread.empty() ? -1 : spread.median();
}

} // namespace

class ComparisonTest : public QObject {
    Q_OBJECT
private slots:
    void init() { QTest::failOnWarning(QRegularExpression(".*")); }
    void names_of_entries();
    void the_order_changes_and_every_model_has_its_turn();
    void every_model_does_the_same_work_data();
    void every_model_does_the_same_work();
    void a_keyboard_and_a_socket_are_served();
    void a_slowed_model_is_reported();
    void the_plan_is_recorded_and_counts_what_is_late();
    void threads_that_tell_of_a_completion_are_counted();
    void a_lacking_model_is_left_out();
    void a_cancelled_comparison_ends();
    void only_the_latest_recording_is_kept();
    void what_does_not_fit();
    void csv_has_a_line_for_every_run();
};

void ComparisonTest::names_of_entries()
{
    QVERIFY(entry("blocking").server);
    QCOMPARE(entry("nonblocking:2.5").settings.pause.count(), 2500);
    QCOMPARE(entry("nonblocking:2.5").name(), std::string("nonblocking:2.5"));
    for (const char *name : {"", "no such", "blocking:2", "nonblocking:", "nonblocking:0", "nonblocking:-1", "nonblocking:2s",
                             "nonblocking:nan", "nonblocking:edge", "relay"})
        QVERIFY2(!entry(name).server, name);
    std::set<std::string> names;
    for (const Entry &one : every()) {
        names.insert(one.name());
        QCOMPARE(entry(one.name()).server, one.server);
    }
    QCOMPARE(names.size(), every().size());
    for (const servers::Server &server : servers::all())
        QCOMPARE(names.contains(std::string(server.name)), server.echoes);
    for (const Entry &one : usual())
        QVERIFY(!one.server->datagrams && one.server->model != servers::Model::beyond);
    for (const Entry &one : usual_udp())
        QVERIFY(one.server->datagrams);
}

void ComparisonTest::the_order_changes_and_every_model_has_its_turn()
{
    const auto rounds = order(6, 20, 7);
    QCOMPARE(rounds.size(), size_t(20));
    for (auto round : rounds) {
        std::ranges::sort(round);
        QCOMPARE(round, (std::vector<size_t>{0, 1, 2, 3, 4, 5}));
    }
    QVERIFY(std::set(rounds.begin(), rounds.end()).size() > 10);
    QCOMPARE(order(6, 20, 7), rounds);
    QVERIFY(order(6, 20, 8) != rounds);
}

void ComparisonTest::every_model_does_the_same_work_data()
{
    QTest::addColumn<int>("clients");
    QTest::addColumn<bool>("bursty");
    QTest::newRow("one client, paced") << 1 << false;
    QTest::newRow("one client, a burst") << 1 << true;
    QTest::newRow("twenty clients, paced") << 20 << false;
    QTest::newRow("twenty clients, a burst") << 20 << true;
}

void ComparisonTest::every_model_does_the_same_work()
{
    QFETCH(const int, clients);
    QFETCH(const bool, bursty);
    Plan plan{every(), small(clients), 1};
    if (clients > 1) // so many datagrams at once may not fit into the receive buffer
        std::erase_if(plan.entries, [](const Entry &one) { return one.server->datagrams; });
#ifdef __SANITIZE_THREAD__ // it knows nothing of threads that the C library starts: one that starts another crashes in it
    if (clients > 1)
        std::erase_if(plan.entries, [](const Entry &one) { return one.server->model == servers::Model::asynchronous; });
#endif
    plan.workload.arrivals = bursty ? Workload::bursty : Workload::paced;
    const Result result = compared(plan);
    QCOMPARE(result.runs.size(), plan.entries.size() * 2);
    for (const Run &run : result.runs) {
        const std::string name = plan.entries[run.entry].name();
        if (run.failure && run.failure->kind == Failure::lacking)
            continue;
        QVERIFY2(!run.failure, name.c_str());
        if (bursty && name == "aio-udp" && run.measured.messages == 0)
            continue; // equal datagrams that came while the peer's socket was made: which of the two got which is unknown
        QVERIFY2(run.measured.messages == size_t(clients) * 5, name.c_str());
        QVERIFY2(run.measured.taken == run.measured.messages, name.c_str());
        QCOMPARE(run.measured.dropped, uint64_t(0));
        for (const Measure measure : {Measure::system_calls, Measure::failed_polls, Measure::cpu, Measure::median,
                                      Measure::worst, Measure::threads, Measure::descriptors})
            QVERIFY2(run.measured.of(measure), name.c_str());
        QVERIFY(*run.measured.of(Measure::median_least) <= *run.measured.of(Measure::median));
        QVERIFY(*run.measured.of(Measure::median) <= *run.measured.of(Measure::worst));
    }
    // The blocking server has one client at a time, the others have all of them.
    for (size_t i = 0; i < plan.entries.size(); ++i) {
        if (plan.entries[i].name() == "blocking")
            QCOMPARE(median(result, i, Measure::descriptors), 2);
        if (plan.entries[i].name() == "select" && clients == 20 && !bursty)
            QCOMPARE(median(result, i, Measure::descriptors), 21);
        if (plan.entries[i].name() == "nonblocking" && !bursty) // a burst may be there at every call
            QVERIFY(median(result, i, Measure::failed_polls) > 0);
    }
}

// What is sent and what is typed are inputs alike.
void ComparisonTest::a_keyboard_and_a_socket_are_served()
{
    Plan plan{two_inputs(), small(1), 1};
    plan.workload.messages = 9;
    QCOMPARE(misfit_of(plan), Misfit::none);
    const Result result = compared(plan);
    QCOMPARE(result.runs.size(), plan.entries.size() * 2);
    for (const Run &run : result.runs) {
        const std::string name = plan.entries[run.entry].name();
        QVERIFY2(!run.failure, name.c_str());
        QVERIFY2(run.measured.messages == 9 + 3, name.c_str()); // sent, and typed
        QVERIFY2(run.measured.taken == run.measured.messages, name.c_str());
    }
    QVERIFY(median(result, 1, Measure::failed_polls) > median(result, 2, Measure::failed_polls));
    plan.entries.push_back(entry("select"));
    QCOMPARE(misfit_of(plan), Misfit::mixed);
    plan.entries.pop_back();
    plan.workload.clients = 2;
    QCOMPARE(misfit_of(plan), Misfit::one_client);
}

void ComparisonTest::a_slowed_model_is_reported()
{
    const Plan plan{{entry("blocking"), {&slowed_server, {}, {}}}, small(), 1};
    const Result result = compared(plan);
    QCOMPARE(result.runs.size(), size_t(4));
    const auto both = [&](Measure measure) { return std::pair(median(result, 0, measure), median(result, 1, measure)); };
    const auto [median_of, slow_median] = both(Measure::median);
    QVERIFY2(slow_median > 3 * median_of, qPrintable(QStringLiteral("%1 %2").arg(median_of).arg(slow_median)));
    QVERIFY(slow_median >= 15 * 500'000); // it sleeps before 15 of the 16 bytes
    const auto [calls, slow_calls] = both(Measure::system_calls);
    QVERIFY(slow_calls >= calls + 5 * (16 * 3 - 2) - 4); // the stop may have cut off its last turn: sleep, recv, close, accept
    const auto [switches, slow_switches] = both(Measure::voluntary);
    QVERIFY(slow_switches > 2 * switches);
}

void ComparisonTest::the_plan_is_recorded_and_counts_what_is_late()
{
    const Plan plan{{entry("blocking")}, small(2), 1}; // one client waits for the other to be done, and falls behind
    const Result result = compared(plan);
    const Run &run = *result.latest(0);
    QVERIFY(run.trace && !run.failure);
    const auto messages = replay::messages(replay::Replay(*run.trace));
    QCOMPARE(messages.size(), size_t(10));
    const int64_t pace = std::chrono::nanoseconds(plan.workload.pace).count();
    std::map<uint16_t, std::vector<int64_t>> plans; // by client
    std::vector<int64_t> delays;
    int late = 0; // sent a pace and more after they were planned
    for (const replay::Message &message : messages) {
        QVERIFY(message.planned && *message.planned <= message.earliest);
        plans[message.client].push_back(*message.planned);
        delays.push_back(message.in_hand - *message.planned);
        late += message.earliest - *message.planned >= pace;
    }
    QCOMPARE(plans.size(), size_t(2));
    for (const auto &[client, planned] : plans)
        for (size_t i = 1; i < planned.size(); ++i)
            QCOMPARE(planned[i] - planned[i - 1], pace);
    QCOMPARE(plans.rbegin()->second[0] - plans.begin()->second[0], pace / 2); // they take turns
    std::ranges::sort(delays);
    QCOMPARE(run.measured.of(Measure::planned_median), std::optional(delays[4]));
    QCOMPARE(run.measured.of(Measure::planned_worst), std::optional(delays[9]));
    // Whoever comes second has its answers once the first is done, no sooner than four paces after its beginning: its first
    // message waits until then, the second and the third are sent only then.
    QVERIFY(late >= 2);
    QVERIFY(delays[7] >= pace);
    QVERIFY(*run.measured.of(Measure::planned_worst) >= 3 * pace);
    QVERIFY(*run.measured.of(Measure::planned_worst) >= *run.measured.of(Measure::worst));
}

void ComparisonTest::threads_that_tell_of_a_completion_are_counted()
{
#ifdef __SANITIZE_THREAD__
    QSKIP("the thread sanitizer crashes when a thread that it does not know, one of the C library's for aio, starts another one");
#endif
    const Result result = compared({{entry("aio:thread")}, small(3), 1});
    const Run &run = *result.latest(0);
    QVERIFY(run.trace && !run.failure);
    int64_t threads = 0, calls = 0, cpu = 0, switches = 0;
    for (const trace::Event &event : run.trace->events()) {
        if (!trace::serves(*run.trace, event.thread))
            continue;
        threads += event.call == trace::Call::thread_begin;
        calls += calls::is_system_call(event.call) ? event.count : 0;
        if (event.call == trace::Call::thread_end) {
            cpu += event.length;
            switches += int64_t(event.words[0]);
        }
    }
    const replay::Measured &measured = run.measured;
    QCOMPARE(int64_t(measured.notifications), threads - 1);
    QVERIFY(measured.notifications >= 3 * 5); // one for each read that gave a message, at least
    QCOMPARE(measured.of(Measure::threads), std::optional(threads + int64_t(measured.helpers)));
    QCOMPARE(measured.of(Measure::system_calls), std::optional(calls));
    QCOMPARE(measured.of(Measure::cpu), std::optional(cpu));
    QCOMPARE(measured.of(Measure::voluntary), std::optional(switches));
    QCOMPARE(measured.of(Measure::descriptors), std::optional<int64_t>(4));
}

void ComparisonTest::a_lacking_model_is_left_out()
{
    servers::Server lacking = slowed_server;
    lacking.lacks = []() noexcept { return ENOSYS; };
    const Result result = compared({{{&lacking, {}, {}}, entry("poll")}, small(), 1});
    QCOMPARE(result.runs.size(), size_t(3)); // it is not tried again
    QCOMPARE(result.latest(0)->failure->kind, Failure::lacking);
    QCOMPARE(result.latest(0)->failure->error, ENOSYS);
    QCOMPARE(result.measured(1).size(), size_t(2));
}

void ComparisonTest::a_cancelled_comparison_ends()
{
    Plan plan{{entry("blocking"), entry("select")}, small(), 1};
    plan.workload.pace = longest_pace; // it would take minutes
    plan.workload.repeats = most_repeats;
    int asked = 0;
    compare(plan, [&] { return ++asked > 20; }, [](Run &&, size_t) { QFAIL("no run was finished"); });
    QVERIFY(asked > 20);
}

void ComparisonTest::only_the_latest_recording_is_kept()
{
    const Result result = compared({{entry("blocking"), entry("poll")}, small(), 1});
    for (const size_t i : {0, 1}) {
        QVERIFY(result.latest(i)->trace);
        QCOMPARE(result.latest(i)->round, 1);
    }
    QCOMPARE(std::ranges::count_if(result.runs, [](const Run &run) { return run.trace != nullptr; }), 2);
}

void ComparisonTest::what_does_not_fit()
{
    const auto wrong = [](auto change) {
        Workload workload;
        change(workload);
        return misfit(workload);
    };
    QCOMPARE(misfit({}), Misfit::none);
    Workload large;
    large.bytes = most_in_datagram + 1;
    QCOMPARE(misfit(large), Misfit::none);
    QCOMPARE(misfit(large, true), Misfit::in_datagram);
    QCOMPARE(wrong([](Workload &w) { w.clients = 0; }), Misfit::clients);
    QCOMPARE(wrong([](Workload &w) { w.clients = 1001; }), Misfit::clients);
    QCOMPARE(wrong([](Workload &w) { w.bytes = most_bytes + 1; }), Misfit::bytes);
    QCOMPARE(wrong([](Workload &w) { w.messages = 0; }), Misfit::messages);
    QCOMPARE(wrong([](Workload &w) { w.repeats = 101; }), Misfit::repeats);
    QCOMPARE(wrong([](Workload &w) { w.pace = {}; }), Misfit::pace);
    QCOMPARE(wrong([](Workload &w) { w.clients = w.messages = 1000; }), Misfit::in_all);
    QCOMPARE(wrong([](Workload &w) { w.bytes = most_bytes; }), Misfit::none);
    QCOMPARE(wrong([](Workload &w) { w.bytes = most_bytes, w.arrivals = Workload::bursty; }), Misfit::in_burst);
}

void ComparisonTest::csv_has_a_line_for_every_run()
{
    servers::Server lacking = slowed_server;
    lacking.lacks = []() noexcept { return ENOSYS; };
    const Result result = compared({{{&lacking, {}, {}}, entry("poll")}, small(), 1});
    const QStringList lines = QString::fromStdString(csv(result)).split("\r\n");
    QCOMPARE(lines.size(), 5);
    QVERIFY(lines.back().isEmpty());
    const QStringList heads = lines[0].split(',');
    for (int i = 0; i < 3; ++i) {
        const Run &run = result.runs[size_t(i)];
        const QStringList cells = lines[i + 1].split(',');
        QCOMPARE(cells.size(), heads.size());
        QCOMPARE(cells[0], run.entry ? "poll" : "slowed");
        QCOMPARE(cells[int(heads.indexOf("outcome"))], run.failure ? "lacking" : "done");
        for (size_t m = 0; m < replay::measures; ++m) {
            const auto &value = run.measured.values[m]; // none of a run that failed
            const QString head = QString::fromUtf8(replay::name(replay::Measure(m)).data());
            QCOMPARE(cells[int(heads.indexOf(head))], value ? QString::number(*value) : QString());
        }
    }
}

ROOM_TEST(ComparisonTest)
#include "comparison_test.moc"
