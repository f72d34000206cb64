// SPDX-License-Identifier: MIT
#include "whole/played.h"

#include "lessons/run.h"

#include <algorithm>
#include <random>

namespace whole {

std::unique_ptr<trace::Trace> played(const QString &server, const QString &script)
{
    const auto planned = lessons::run_of({.server = server, .script = script});
    const auto *plan = std::get_if<lessons::PlannedRun>(&planned);
    if (!plan || !plan->script)
        return nullptr;
    lab::Run run(plan->settings);
    if (run.start())
        return nullptr;
    const auto problem = lab::play(*plan->script, run, std::chrono::milliseconds(1500), [] { return false; });
    run.stop();
    using P = lab::ScriptProblem;
    constexpr P::What misfits[] = {P::never_sleeps, P::no_signals, P::no_connection, P::accepts_nobody, P::only_asks, P::no_urgent, P::no_terminal};
    if (problem && std::ranges::count(misfits, problem->what))
        return nullptr;
    auto trace = std::make_unique<trace::Trace>();
    trace->append(run.take());
    trace->run = run.description();
    return trace;
}

std::string random_script(uint32_t seed, const servers::Server &server)
{
    const bool datagrams = server.datagrams;
    std::mt19937 random(seed);
    const auto one_of = [&](int count) { return int(random() % uint32_t(count)); };
    constexpr const char *wishes[] = {"", "", "", "with timeout 0 ms\n", "with timeout 3 ms\n", "with send-buffer 4096\n", "with edge\n",
                                      "with queued signals\n", "with notify signal\n", "with notify thread\n", "with pause 1 ms\n"};
    std::string script = wishes[one_of(int(std::size(wishes)))];
    enum State { unconnected, connected, half, gone } clients[3] = {};
    bool disturbed = server.model == servers::Model::asynchronous; // the library's thread would read for ever on what is closed
    for (int line = 0; line < 26; ++line) {
        const int client = one_of(3);
        const std::string who = "client " + std::to_string(client + 1) + " ";
        State &state = clients[client];
        const auto pause = [&] { script += "pause " + std::to_string(1 + one_of(5)) + " ms\n"; };
        if (state == unconnected || state == gone) {
            if (state == unconnected || one_of(3) == 0) {
                script += who + "connect\n";
                state = connected;
            }
            continue;
        }
        const bool sends = state == connected;
        if (server.terminal && one_of(3) == 0) {
            constexpr const char *typed[] = {"\"abc\\n\"", "\"x\"", "\"0123456789abcdefghij\\n\"", "\"one\\ntwo\\n\"", "end"};
            script += std::string("type ") + typed[one_of(int(std::size(typed)))] + "\n";
            continue;
        }
        switch (one_of(14)) {
        case 0: script += who + "close\n", state = gone; break;
        case 1:
            if (!datagrams)
                script += who + "reset\n", state = gone;
            break;
        case 2:
            if (sends && !datagrams)
                script += who + "shutdown\n", state = half;
            break;
        case 3: script += who + "receive\n"; break;
        case 4:
            if (sends && !datagrams)
                script += who + "send urgent \"u\"\n";
            break;
        case 5:
            if (sends && datagrams)
                script += who + "send \"\"\n";
            break;
        case 6: script += "interrupt server\n"; break;
        case 7:
            if (!disturbed && one_of(4) == 0)
                script += "close descriptor " + std::to_string(3 + one_of(4)) + "\n", disturbed = true;
            break;
        case 8: pause(); break;
        case 9:
            if (sends)
                script += who + "send " + std::to_string(1 + one_of(datagrams ? 6000 : 200'000)) + " bytes\n";
            break;
        case 10: pause(); [[fallthrough]];
        default:
            if (sends)
                script += who + "send \"" + std::string(size_t(1 + one_of(9)), char('a' + client)) + "\"\n";
            break;
        }
    }
    return script + "pause 5 ms\nstop\n";
}

} // namespace whole
