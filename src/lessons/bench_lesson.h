// SPDX-License-Identifier: MIT
// A lesson on the bench: statements of C, one a line, and what goes on beside them.
//
//   bench "n = recv(s, buf, sizeof buf, 0);"      given once the one before is done, unless the next line waits for it to sleep
//   refused "FD_SET(2000, &readfds);"              the bench does not run it
//   wait bench blocked in recv · wait bench idle · pause 300 ms · interrupt bench · type "abc\n"
//   client 1 connect · send "abc" · send urgent "!" · receive 60000 bytes · close      another program, at the port that getsockname() told
#pragma once

#include "bench/statement.h"
#include "lab/record.h"


#include <QString>

#include <variant>
#include <vector>

namespace lessons {

struct LessonFile;

struct BenchStep {
    enum Kind : uint8_t { statement, refused, wait_asleep, wait_idle, pause, interrupt, type, connect, send, send_urgent, receive, close } kind = statement;
    int line = 0;              // of the lesson's file
    std::string text;          // as typed; to send
    bench::Statement parsed{};
    trace::Call call = trace::Call::count_;
    int client = 0;
    int64_t count = 0;         // ns, bytes
};

// The steps of a chapter's script, which begins on line `first`; or what is wrong with a line of it.
std::variant<std::vector<BenchStep>, lab::ScriptProblem> bench_steps(const QString &script, int first);
// As lab::record(): all chapters of a lesson on the bench.
lab::Recorded record_on_bench(const LessonFile &lesson, std::chrono::milliseconds patience, const lab::Onlooker &onlooker);

} // namespace lessons
