// SPDX-License-Identifier: MIT
// Servers that are wrong on purpose do go wrong: each failure is looked for in the recording of its lesson.
#include "calls/verbs.h"
#include "lab/record.h"
#include "lessons/problems.h"
#include "lessons/run.h"
#include "room.h"
#include "servers/server.h"

#include <QRegularExpression>

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <thread>

using trace::Call;
using trace::Event;

class MistakesTest : public QObject {
    Q_OBJECT
private slots:
    void init() { QTest::failOnWarning(QRegularExpression(".*")); }
    void each_has_its_lesson();
    void it_goes_wrong_data();
    void it_goes_wrong();
};

namespace {

// What the server, or a client, did of one kind, in order.
std::vector<Event> of(const trace::Trace &trace, Call call, const std::string &thread = "server")
{
    std::vector<Event> all;
    for (const Event &event : trace.events())
        if (event.call == call && trace.threads[event.thread].name == thread)
            all.push_back(event);
    return all;
}

uint64_t times(const std::vector<Event> &events)
{
    uint64_t all = 0;
    for (const Event &event : events)
        all += event.count;
    return all;
}

int64_t took(const Event &event)
{
    return event.end - event.begin;
}

std::string preview(const Event &moved)
{
    return {reinterpret_cast<const char *>(moved.words), size_t(std::clamp<int64_t>(moved.result, 0, sizeof moved.words))};
}

constexpr int64_t long_ns = 300'000'000; // far below what the scripts wait for

struct Mistake {
    const char *lesson;
    bool (*goes_wrong)(const trace::Trace &);
};
constexpr Mistake all[] = {
    {"mistake-sets-not-refilled", [](const trace::Trace &trace) { // the second client is connected, has sent, and is never accepted
         return of(trace, Call::accept).size() == 1 && !of(trace, Call::send, "client 2").empty() && took(of(trace, Call::select).at(2)) > long_ns;
     }},
    {"mistake-maxfd", [](const trace::Trace &trace) { // connected, and select() sleeps on
         return of(trace, Call::connect, "client 1").size() == 1 && of(trace, Call::accept).empty() && took(of(trace, Call::select).at(0)) > long_ns;
     }},
    {"mistake-wrong-set", [](const trace::Trace &trace) { // asleep for the silent one
         const auto reads = of(trace, Call::recv);
         return reads.at(0).fd == 4 && took(reads[0]) > long_ns;
     }},
    {"mistake-comparison", [](const trace::Trace &trace) { // what was read is taken for the end
         return of(trace, Call::recv).at(0).result == 3 && of(trace, Call::send).empty() && of(trace, Call::close).at(0).fd == 4;
     }},
    {"mistake-one-recv-one-message", [](const trace::Trace &trace) { // two messages, one answer
         int64_t answered = 0;
         for (const Event &send : of(trace, Call::send))
             answered += send.result;
         return of(trace, Call::send, "client 1").size() == 2 && answered == 3;
     }},
    {"mistake-eof-not-closed", [](const trace::Trace &trace) { // told again and again
         const auto reads = of(trace, Call::recv);
         return times(reads) > 100 && std::ranges::all_of(reads, [](const Event &read) { return read.result == 0; });
     }},
    {"mistake-not-cleared", [](const trace::Trace &trace) {
         const auto asked = of(trace, Call::select);
         return std::ranges::count(asked, EBADF, [](const Event &event) { return int(event.error); }) > 0 && times(asked) > 100;
     }},
    {"mistake-eintr", [](const trace::Trace &trace) { // a harmless signal ends it
         return of(trace, Call::select).back().error == EINTR && !of(trace, Call::thread_end).empty() && of(trace, Call::close).empty();
     }},
    {"mistake-recv-after-accept", [](const trace::Trace &trace) { // one silent client stops all
         const auto reads = of(trace, Call::recv);
         return reads.at(0).fd == 4 && took(reads[0]) > long_ns && of(trace, Call::send, "client 2").at(0).end < reads[0].end;
     }},
    {"mistake-timeval", [](const trace::Trace &trace) { // only the first one waits
         const auto asked = of(trace, Call::select);
         return took(asked.at(0)) > long_ns && times(asked) > 1000;
     }},
    {"mistake-bare-setfl", [](const trace::Trace &trace) { // the handler sleeps, and the main flow with it
         const Event handler = of(trace, Call::handler_begin).at(0), read = of(trace, Call::recv).at(0);
         return read.begin > handler.begin && took(read) > long_ns;
     }},
    {"mistake-gets", [](const trace::Trace &trace) { // the name is what was typed
         const auto sent = of(trace, Call::send);
         return of(trace, Call::read).at(1).result == 20 && sent.at(0).result == 4 && sent.at(3).result == 3 && preview(sent[3]) == "XYZ";
     }},
    {"mistake-short-send", [](const trace::Trace &trace) { // what the full send buffer did not take never comes
         int64_t back = 0;
         for (const Event &read : of(trace, Call::recv, "client 1"))
             back += std::max(read.result, 0);
         const auto sent = of(trace, Call::send);
         const auto full = std::ranges::count_if(sent, [](const Event &each) { return each.error == EWOULDBLOCK || each.result < each.length; });
         return full > 0 && back < 1'000'000;
     }},
    {"mistake-sigpipe", [](const trace::Trace &trace) { // the signal comes, and ends it
         const auto sent = of(trace, Call::send);
         const Event signal = of(trace, Call::killed).at(0);
         return sent.at(0).result == 5 && sent.at(1).error == EPIPE && signal.length == SIGPIPE && of(trace, Call::close).empty()
             && of(trace, Call::thread_end).size() == 1;
     }},
    {"mistake-handler-reads-once", [](const trace::Trace &trace) { // four have come, two were read
         return of(trace, Call::handler_begin).size() == 2 && of(trace, Call::sendto).size() == 2;
     }},
    {"mistake-emfile", [](const trace::Trace &trace) { // refused again and again
         const auto accepted = of(trace, Call::accept);
         return accepted.at(0).result == 4 && accepted.back().error == EMFILE && times(accepted) > 100;
     }},
    {"mistake-sizeof", [](const trace::Trace &trace) { // 4 were typed, 2 received
         const auto written = of(trace, Call::write);
         return of(trace, Call::read).at(0).result == 4 && of(trace, Call::send).at(0).result == 50 && written.at(1).result == 5
             && of(trace, Call::recv).at(1).result == 2;
     }},
};

} // namespace

void MistakesTest::each_has_its_lesson()
{
    for (const servers::Server &server : servers::mistakes()) {
        const QString name = QString::fromLatin1(server.name.data(), qsizetype(server.name.size()));
        QVERIFY2(std::ranges::any_of(all, [&](const Mistake &mistake) { return name == mistake.lesson; }), qPrintable(name));
        QVERIFY(lessons::is_of_lecture(name) && lessons::lesson_of_lecture(name).server == name);
        QVERIFY(servers::named(server.instead_of) && servers::named(server.name) == &server && !server.echoes);
        QVERIFY(std::ranges::none_of(servers::all(), [&](const servers::Server &right) { return right.name == server.name; }));
        QVERIFY(words::Language("vi").say("Servers", server.title) != QLatin1String(server.title));
    }
}

void MistakesTest::it_goes_wrong_data()
{
    QTest::addColumn<int>("index");
    for (size_t i = 0; i < std::size(all); ++i)
        QTest::newRow(all[i].lesson) << int(i);
}

void MistakesTest::it_goes_wrong()
{
    QFETCH(int, index);
    const auto planned = lessons::run_of({.lesson = all[index].lesson});
    const auto *plan = std::get_if<lessons::PlannedRun>(&planned);
    QVERIFY(plan);
    const auto wait = [] {
        std::this_thread::sleep_for(std::chrono::milliseconds(5));
        return false;
    };
    const auto run = [&](const std::string &server) {
        lab::Settings settings = plan->settings;
        settings.server = server;
        return lab::record(settings, &*plan->script, std::chrono::seconds(2), {.breaks_off = wait});
    };
    const lab::Recorded wrong = run(plan->settings.server);
    QVERIFY2(!wrong.script_problem, wrong.script_problem ? qPrintable(lessons::script_problem(words::Language(), *wrong.script_problem)) : "");
    QVERIFY(all[index].goes_wrong(*wrong.trace));
    // and the right one, with the same clients, does not
    const lab::Recorded right = run(std::string(servers::named(plan->settings.server)->instead_of));
    bool goes_wrong = false;
    try {
        goes_wrong = all[index].goes_wrong(*right.trace);
    } catch (const std::out_of_range &) {
    }
    QVERIFY(!goes_wrong);
}

ROOM_TEST(MistakesTest)
#include "mistakes.moc"
