// SPDX-License-Identifier: MIT
#include "lab/record.h"

#include "posix/thread.h"

#include <atomic>
#include <new>
#include <thread>
#include <utility>

namespace lab {

Recorded record(const Settings &settings, const Script *script, std::chrono::milliseconds patience, const Onlooker &onlooker)
{
    Recorded recorded;
    recorded.trace = std::make_unique<trace::Trace>();
    Run run(settings);
    const auto take_in = [&] {
        try {
            trace::Batch batch = run.take();
            onlooker.keep(batch, run.description());
            recorded.trace->append(std::move(batch));
        } catch (const std::bad_alloc &) {
            recorded.out_of_memory = true;
            run.request_stop();
        }
    };
    recorded.problem = run.start();
    recorded.began = !recorded.problem;
    if (recorded.began) {
        if (const int port = run.port()) // the bench may listen later, or never
            onlooker.listening(port);
        std::atomic<bool> cancelled = false;
        const auto stop = [&](void *) {
            cancelled = true;
            run.request_stop();
        };
        std::thread player;
        const auto play_it = [&] {
            recorded.script_problem = play(*script, run, patience, [&] { return cancelled.load(); }, onlooker.before);
            stop(nullptr);
        };
        const int no_thread = script ? posix::start_thread(player, play_it) : 0;
        const auto join = [&](void *) { // also when memory runs out
            stop(nullptr);
            if (player.joinable())
                player.join();
        };
        std::unique_ptr<void, decltype(join)> at_last(&run, join);
        if (no_thread)
            stop(nullptr);
        std::optional<size_t> open;
        while (!run.ended()) {
            if (onlooker.breaks_off()) {
                if (recorded.interrupted) // the second time: what does not end at once is left behind
                    run.request_stop(std::chrono::milliseconds(0));
                recorded.interrupted = true;
                stop(nullptr);
            }
            const auto asked = run.asked();
            take_in(); // all until the thread came to the question
            if (std::exchange(open, asked) != asked && asked) {
                recorded.trace->run = run.description();
                onlooker.asked(*recorded.trace, *asked);
            }
            if (open && onlooker.answered())
                run.answered();
            if (run.problem())
                run.request_stop();
        }
        at_last.reset();
        recorded.problem = no_thread ? Problem{"pthread_create", no_thread} : run.problem();
    }
    run.stop();
    take_in();
    recorded.trace->run = run.description();
    return recorded;
}

} // namespace lab
