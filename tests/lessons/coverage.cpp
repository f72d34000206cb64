// SPDX-License-Identifier: MIT
// What the lecture teaches is reached by its lessons: each state of each row L1 to L14, told by what was recorded, whichever of the
// row's lessons it is in. A state that no run comes to is a picture that the lecture promises and nobody sees.
#include "bench/options.h"
#include "comparison/comparison.h"
#include "lessons/problems.h"
#include "lessons/run.h"
#include "room.h"
#include "seen.h"

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <map>
#include <sys/socket.h>

class CoverageTest : public QObject {
    Q_OBJECT
private slots:
    void init() { QTest::failOnWarning(QRegularExpression(".*")); }
    void every_row_has_states();
    void is_reached_data();
    void is_reached();
    void every_option_of_the_tables_is_asked();
};

namespace {

using namespace seen;

// --- the table of states

struct Of {
    const char *row, *state;
    bool (*is_reached)(const Seen &);
    const char *lessons = nullptr; // whose recordings are looked through; nullptr: the row's own
};

constexpr int64_t second = 1'000'000'000;

const Of states[] = {
    {"L1", "asleep at the keyboard, it starves the socket", [](const Seen &s) { return starves(s, false); }},
    {"L1", "asleep in recv(), it starves the keyboard", [](const Seen &s) { return starves(s, true); }},
    {"L1", "polling answers both", [](const Seen &s) {
         const auto polls = [&](int fd) { return any(s, [&](const Event &e) { return e.error == EAGAIN && calls::reads(e) && (e.fd == 0) == (fd == 0) && e.count > 1; }); };
         return polls(0) && polls(4) && any(s, [](const Event &e) { return e.fd == 0 && read_something(e); }) && any(s, [](const Event &e) { return e.fd > 2 && read_something(e); });
     }},
    {"L1", "polling asks in vain more often than it is answered", [](const Seen &s) { return s.measured.of(replay::Measure::failed_polls).value_or(0) > 100; }},
    {"L1", "select() sleeps for both", [](const Seen &s) {
         return asleep_in(s, Call::select) && select(s, [&](const Event &e) { const auto set = asked(s, e, 0); return set.size() > 1 && set[0] == 0; });
     }},
    {"L1", "delays, CPU time and system calls are measured", [](const Seen &s) {
         return s.measured.of(replay::Measure::median) && s.measured.of(replay::Measure::cpu) && s.measured.of(replay::Measure::system_calls) && !replay::typed_lines(*s.replay).empty();
     }},

    {"L2", "wait, then copy", [](const Seen &s) { return waits_and_copies(s, false); }},
    {"L2", "copy without a wait", [](const Seen &s) {
         return any_numbered(s, [&](const Event &e, size_t i) {
             const auto phases = s.replay->phases(i);
             return read_something(e) && phases.size() == 1 && phases[0].kind == replay::Phase::copy;
         });
     }},
    {"L2", "the boundary says how it is known", [](const Seen &s) {
         return any_numbered(s, [&](const Event &e, size_t i) {
             const auto phases = s.replay->phases(i);
             return read_something(e) && !phases.empty() && phases[0].known == replay::Known::bracketed && phases[0].earliest <= phases[0].latest;
         });
     }},

    {"L3", "asleep in recv(), TCP", [](const Seen &s) { return asleep_in(s, Call::recv); }},
    {"L3", "both phases in one recv(), TCP", [](const Seen &s) { return waits_and_copies(s, false); }},
    {"L3", "asleep in recvfrom(), UDP", [](const Seen &s) { return asleep_in(s, Call::recvfrom); }},
    {"L3", "both phases in one recvfrom(), UDP", [](const Seen &s) { return waits_and_copies(s, true); }},

    {"L4", "F_GETFL tells O_RDWR", [](const Seen &s) { return told_flag(s, "O_RDWR"); }},
    {"L4", "F_GETFL tells O_NONBLOCK", [](const Seen &s) { return told_flag(s, "O_NONBLOCK"); }},
    {"L4", "F_GETFL tells O_ASYNC", [](const Seen &s) { return told_flag(s, "O_ASYNC"); }},
    {"L4", "recv(): -1 EWOULDBLOCK, later the data", [](const Seen &s) {
         return in_turn(s, [](const Event &e) { return is(e, Call::recv, EAGAIN); }, [](const Event &, const Event &later) { return later.call == Call::recv && read_something(later); });
     }},
    {"L4", "a short send()", [](const Seen &s) { return any(s, [](const Event &e) { return e.call == Call::send && e.result > 0 && e.result < e.length; }); }},
    {"L4", "send(): EWOULDBLOCK", [](const Seen &s) { return any(s, [](const Event &e) { return is(e, Call::send, EAGAIN); }); }},
    {"L4", "a bare F_SETFL wipes a flag, and recv() sleeps", [](const Seen &s) {
         return in_turn(s, [&](const Event &e) { return sets_flag(s, e, "O_NONBLOCK"); }, [&](const Event &before, const Event &e) {
             return e.fd == before.fd && sets_flag(s, e, "O_ASYNC") && !sets_flag(s, e, "O_NONBLOCK");
         }) && asleep_in(s, Call::recv);
     }},
    {"L4", "the pitfall: n is the comparison, so that a client who has sent something is closed", [](const Seen &s) {
         return any_numbered(s, [&](const Event &e, size_t i) {
             const auto next = std::find_if(s.events().begin() + ptrdiff_t(i) + 1, s.events().end(), [&](const Event &of) { return of.thread == e.thread && calls::is_call(of.call); });
             return e.call == Call::recv && e.result > 1 && next != s.events().end() && next->call == Call::close && next->fd == e.fd;
         });
     }, "mistakes"},

    {"L5", "asleep in select(), not in recv()", [](const Seen &s) { return asleep_in(s, Call::select) && !asleep_in(s, Call::recv) && !asleep_in(s, Call::recvfrom); }},
    {"L5", "nfds is the greatest descriptor + 1", [](const Seen &s) {
         return select(s, [&](const Event &e) { const auto set = asked(s, e, 0); return !set.empty() && calls::value(e, "nfds") == set.back() + 1; });
     }},
    {"L5", "all three sets at once", [](const Seen &s) { return select(s, [](const Event &e) { return trace::select_flags::sets_passed(e.flags) == 3; }); }},
    {"L5", "exceptfds answers: urgent data", [](const Seen &s) { return select(s, [&](const Event &e) { return !answered(s, e, 2).empty(); }); }},
    {"L5", "timeout NULL", [](const Seen &s) { return select(s, [](const Event &e) { return !timeout(e); }); }},
    {"L5", "timeout > 0, and the time is up: 0", [](const Seen &s) { return select(s, [](const Event &e) { return timeout(e).value_or(0) > 0 && e.result == 0; }); }},
    {"L5", "timeout 0: no wait", [](const Seen &s) { return select(s, [](const Event &e) { return timeout(e) == 0 && e.result == 0; }); }},
    {"L5", "n > 0", [](const Seen &s) { return select(s, [](const Event &e) { return e.result > 0; }); }},
    {"L5", "-1", [](const Seen &s) { return select(s, [](const Event &e) { return e.result == -1; }); }},
    {"L5", "the sets are overwritten", [](const Seen &s) { return select(s, [&](const Event &e) { return e.result > 0 && asked(s, e, 0).size() > answered(s, e, 0).size(); }); }},
    {"L5", "the deck's case", [](const Seen &s) {
         return select(s, [&](const Event &e) {
             return asked(s, e, 0) == std::vector{0, 4, 5} && asked(s, e, 1) == std::vector{2, 7} && asked(s, e, 2) == std::vector{1, 4} && timeout(e) == 10 * second + second / 5;
         });
     }},
    {"L5", "asleep in poll(), with a pollfd[] of several", [](const Seen &s) {
         return asleep_in(s, Call::poll) && ever(s, [](const World &w) { return !w.pollings.empty() && w.pollings[0].entries.size() > 2; });
     }},
    {"L5", "revents", [](const Seen &s) {
         return ever(s, [](const World &w) { return std::ranges::any_of(w.pollings, [](const auto &p) { return std::ranges::any_of(p.entries, [](const auto &e) { return e.revents != 0; }); }); });
     }},

    {"L6", "FD_ZERO: all bits", [](const Seen &s) { return any(s, [](const Event &e) { return e.call == Call::fd_zero; }); }},
    {"L6", "FD_SET: one bit", [](const Seen &s) { return changes_one_bit(s, Call::fd_set); }},
    {"L6", "FD_CLR: one bit", [](const Seen &s) { return changes_one_bit(s, Call::fd_clr); }},
    {"L6", "FD_ISSET: yes and no", [](const Seen &s) {
         const auto says = [&](int result) { return any(s, [&](const Event &e) { return e.call == Call::fd_isset && e.result == result; }); };
         return says(0) && says(1);
     }},
    {"L6", "two sockets, 10.5 s", [](const Seen &s) { return select(s, [&](const Event &e) { return asked(s, e, 0).size() == 2 && timeout(e) == 10 * second + second / 2; }); }},
    {"L6", "Linux rewrites the timeout", [](const Seen &s) {
         return select(s, [&](const Event &e) { const auto left = trace::time_left(*s.trace, e); return left && *left > 0 && *left < timeout(e); });
     }},
    {"L6", "a descriptor beyond FD_SETSIZE is refused", [](const Seen &s) {
         return std::ranges::any_of(s.lesson->script.actions, [](const lab::Action &a) { return a.kind == lab::Action::give_refused && a.text.starts_with("FD_SET("); });
     }},

    {"L7", "only the listening socket", [](const Seen &s) { return tables(s, {}, {3}, 3); }},
    {"L7", "the first client", [](const Seen &s) { return tables(s, {4}, {3, 4}, 4); }},
    {"L7", "the second client", [](const Seen &s) { return tables(s, {4, 5}, {3, 4, 5}, 5); }},
    {"L7", "the first client is gone: slot and bit are free, maxfd stays", [](const Seen &s) { return tables(s, {-1, 5}, {3, 5}, 5); }},
    {"L7", "one thread serves all", [](const Seen &s) {
         return std::ranges::count_if(s.trace->threads, [&](const trace::Thread &t) { return trace::serves(*s.trace, size_t(&t - s.trace->threads.data())); }) == 1
             && std::ranges::count_if(s.trace->programs, [](const trace::Program &p) { return p.origin == trace::Origin::script; }) > 1;
     }},

    {"L8", "fileno(stdin) and the socket in readfds", [](const Seen &s) { return select(s, [&](const Event &e) { const auto set = asked(s, e, 0); return set.size() == 2 && set[0] == 0; }); }},
    {"L8", "a line typed, then one received", [](const Seen &s) {
         return in_turn(s, [](const Event &e) { return e.fd == 0 && read_something(e); }, [](const Event &, const Event &e) { return e.fd > 2 && read_something(e); });
     }},
    {"L8", "a line received, then one typed", [](const Seen &s) {
         return in_turn(s, [](const Event &e) { return e.fd > 2 && read_something(e); }, [](const Event &, const Event &e) { return e.fd == 0 && read_something(e); });
     }},
    {"L8", "gets(): what is typed runs over the end of what it is read into", [](const Seen &s) {
         // As much as was typed is sent in two pieces, and the first begins behind what it should.
         return in_turn(s, [](const Event &e) { return e.fd == 0 && e.call == Call::read && e.result > 16; },
                        [](const Event &read, const Event &e) { return e.call == Call::send && e.result > 0 && e.words[0] != read.words[0] && e.result < read.result; });
     }, "mistakes"},

    {"L9", "both phases are known of every model, and it is measured", [](const Seen &s) {
         using replay::Measure;
         const bool measured = std::ranges::all_of(std::initializer_list<Measure>{Measure::system_calls, Measure::cpu, Measure::voluntary, Measure::median}, [&](Measure m) { return s.measured.of(m).has_value(); });
         return measured && s.measured.messages > 0 && s.measured.taken == s.measured.messages;
     }},

    {"L10", "O_ASYNC by F_SETFL", [](const Seen &s) { return any(s, [&](const Event &e) { return sets_flag(s, e, "O_ASYNC"); }); }},
    {"L10", "F_SETOWN", [](const Seen &s) { return commands(s, "F_SETOWN") || commands(s, "F_SETOWN_EX"); }},
    {"L10", "the handler reads", reads_in_a_handler},
    {"L10", "the process goes on meanwhile: it sleeps in no read", [](const Seen &s) {
         return any(s, [](const Event &e) { return e.call == Call::handler_begin; }) && !asleep_in(s, Call::recv) && !asleep_in(s, Call::recvfrom);
     }},
    {"L10", "cause: a connection is complete", [](const Seen &s) { return caused(s, replay::SignalCause::connection); }},
    {"L10", "cause: data arrived", [](const Seen &s) { return caused(s, replay::SignalCause::data); }},
    {"L10", "cause: half of it, or all, is closed", [](const Seen &s) { return caused(s, replay::SignalCause::end_of_file); }},
    {"L10", "cause: an asynchronous error", [](const Seen &s) { return caused(s, replay::SignalCause::reset); }},
    {"L10", "cause: POLL_IN", [](const Seen &s) { return signalled(s, POLL_IN); }},
    {"L10", "cause: room to send again, POLL_OUT", [](const Seen &s) { return signalled(s, POLL_OUT); }},
    {"L10", "cause: the disconnect is complete, POLL_HUP", [](const Seen &s) { return signalled(s, POLL_HUP); }},
    {"L10", "UDP beside it", [](const Seen &s) { return caused(s, replay::SignalCause::datagram); }},
    {"L10", "coalesced SIGIO loses count", loses_count},
    {"L10", "F_SETSIG queues, and names the descriptor", [](const Seen &s) {
         return any(s, [](const Event &e) { const auto signal = calls::as_signal(e); return signal && signal->number >= SIGRTMIN && signal->fd > 2; });
     }},

    {"L11", "aio_read() returns while it waits", [](const Seen &s) {
         return ever(s, [](const World &w) { return std::ranges::any_of(w.requests, [](const auto &r) { return r.state == replay::Request::in_progress; }); });
     }},
    {"L11", "aio_error(): EINPROGRESS", [](const Seen &s) { return any(s, [](const Event &e) { return e.call == Call::aio_error && e.result == EINPROGRESS; }); }},
    {"L11", "aio_return(): the data is there", [](const Seen &s) { return any(s, [](const Event &e) { return e.call == Call::aio_return && e.result > 0; }); }},
    {"L11", "asleep in aio_suspend()", [](const Seen &s) { return asleep_in(s, Call::aio_suspend); }},
    {"L11", "told by a signal", [](const Seen &s) { return signalled(s, SI_ASYNCIO); }},
    {"L11", "told by a thread", [](const Seen &s) { return std::ranges::any_of(s.trace->threads, [](const trace::Thread &t) { return t.job == trace::Job::library; }); }},
    {"L11", "glibc's own thread reads meanwhile", [](const Seen &s) {
         return ever(s, [](const World &w) { return std::ranges::any_of(w.requests, [](const auto &r) { return r.helper != 0; }); });
     }},

    {"L12", "an option is read", [](const Seen &s) { return any(s, [](const Event &e) { return is(e, Call::getsockopt); }); }},
    {"L12", "set, and read back", [](const Seen &s) {
         return in_turn(s, [](const Event &e) { return is(e, Call::setsockopt); }, [&](const Event &set, const Event &e) {
             return is(e, Call::getsockopt) && e.fd == set.fd && s.argument(e, "option") == s.argument(set, "option");
         });
     }},
    {"L12", "SO_REUSEADDR", [](const Seen &s) { return any(s, [](const Event &e) { const auto set = calls::as_setting(e); return set && set->is(SOL_SOCKET, SO_REUSEADDR); }); }},
    {"L12", "SO_BROADCAST: without it EACCES", [](const Seen &s) { return any(s, [](const Event &e) { return is(e, Call::sendto, EACCES); }); }},
    {"L12", "an option that is none here: ENOPROTOOPT", [](const Seen &s) { return any(s, [](const Event &e) { return is(e, Call::setsockopt, ENOPROTOOPT); }); }},
    {"L12", "ioctl()", [](const Seen &s) { return any(s, [](const Event &e) { return is(e, Call::ioctl); }); }},
    {"L12", "fcntl()", [](const Seen &s) { return any(s, [](const Event &e) { return is(e, Call::fcntl); }); }},

    {"L13", "sends without having received, TCP", [](const Seen &s) { return one_way_first(s, true, false); }},
    {"L13", "receives without having sent, TCP", [](const Seen &s) { return one_way_first(s, false, false); }},
    {"L13", "sends without having received, UDP", [](const Seen &s) { return one_way_first(s, true, true); }},
    {"L13", "the user types meanwhile", [](const Seen &s) { return chatter(s, [](const Event &e) { return e.fd == 0 && read_something(e); }); }},
    {"L13", "by non-blocking calls", [](const Seen &s) { return chatter(s, [](const Event &e) { return e.error == EAGAIN && calls::reads(e); }) && !chatter(s, [](const Event &e) { return e.call == Call::select; }); }},
    {"L13", "by select()", [](const Seen &s) { return chatter(s, [&](const Event &e) { return e.call == Call::select && asked(s, e, 0).size() == 2; }); }},
    {"L13", "by SIGIO", [](const Seen &s) { return chatter(s, [](const Event &e) { const auto signal = calls::as_signal(e); return signal && signal->about_descriptor(); }); }},

    {"L14", "client 1 to client 2", [](const Seen &s) { return relays(s, "client 1", "client 2"); }},
    {"L14", "client 2 to client 1", [](const Seen &s) { return relays(s, "client 2", "client 1"); }},
    {"L14", "at any time: it sleeps for room, and goes on receiving", [](const Seen &s) { return select(s, [&](const Event &e) { return !asked(s, e, 1).empty() && !answered(s, e, 0).empty(); }); }},
    {"L14", "by non-blocking calls", [](const Seen &s) { return chatter(s, [](const Event &e) { return e.error == EAGAIN && calls::reads(e); }); }, "L13"},
    {"L14", "by SIGIO", [](const Seen &s) { return chatter(s, [](const Event &e) { return e.call == Call::handler_begin; }); }, "L13"},
};

Seen seen_of(std::shared_ptr<const lessons::LessonFile> lesson, std::shared_ptr<const trace::Trace> trace)
{
    auto replay = std::make_shared<replay::Replay>(*trace);
    const replay::Measured measured = replay::measured(*replay);
    return {std::move(lesson), std::move(trace), std::move(replay), measured};
}

// Of the lessons of a row; of one that compares each model's. Each is run once.
const std::vector<Seen> &recordings(const QString &row)
{
    static std::map<QString, std::vector<Seen>> all;
    const auto [found, fresh] = all.try_emplace(row);
    if (!fresh)
        return found->second;
    for (const char *name : lessons::lecture()) {
        const auto planned = lessons::run_of({.lesson = QLatin1String(name)});
        const auto &plan = std::get<lessons::PlannedRun>(planned);
        if (plan.lesson->row != row)
            continue;
        if (plan.lesson->comparison) {
            comparison::compare(*plan.lesson->comparison, [] { return false; }, [&](comparison::Run &&run, size_t) {
                if (run.trace)
                    found->second.push_back(seen_of(plan.lesson, run.trace));
            });
            continue;
        }
        const auto wait = [] {
            std::this_thread::sleep_for(std::chrono::milliseconds(5));
            return false;
        };
        lab::Recorded recorded = lessons::record(plan, std::chrono::seconds(60), {.breaks_off = wait});
        if (!recorded.problem && !recorded.script_problem)
            found->second.push_back(seen_of(plan.lesson, std::move(recorded.trace)));
    }
    return found->second;
}

} // namespace

void CoverageTest::every_row_has_states()
{
    for (int row = 1; row <= 14; ++row) {
        const QString name = QStringLiteral("L%1").arg(row);
        QVERIFY2(std::ranges::any_of(states, [&](const Of &each) { return name == QLatin1String(each.row); }), qPrintable(name));
    }
}

void CoverageTest::is_reached_data()
{
    QTest::addColumn<int>("number");
    for (const Of &each : states)
        QTest::addRow("%s: %s", each.row, each.state) << int(&each - states);
}

void CoverageTest::is_reached()
{
    QFETCH(int, number);
    const Of &state = states[number];
    const auto &all = recordings(QLatin1String(state.lessons ? state.lessons : state.row));
    QVERIFY(!all.empty());
    if (state.row == QLatin1String("L9")) // of each model
        QVERIFY(all.size() >= 5 && std::ranges::all_of(all, state.is_reached));
    QVERIFY(std::ranges::any_of(all, state.is_reached));
}

// The deck's two tables: what the window's panel and `iomodels options` show of each row is the kernel's answer, or why there is none.
void CoverageTest::every_option_of_the_tables_is_asked()
{
    int there = 0;
    for (const bench::OptionRow &row : bench::option_rows()) {
        const bench::OptionAnswer answer = bench::ask_option(row, bench::SocketKind::tcp);
        there += answer.value.has_value();
        QVERIFY2(answer.value || answer.error || answer.missing != bench::OptionAnswer::nowhere, std::string(row.name).c_str());
    }
    QVERIFY(there > 10);
}

ROOM_TEST(CoverageTest)
#include "coverage.moc"
