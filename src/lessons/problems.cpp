// SPDX-License-Identifier: MIT
#include "lessons/problems.h"

#include "lessons/statement_problem.h"
#include "words/errors.h"
#include "words/sentences.h"

#include <cerrno>

namespace lessons {

using words::error_meaning;
using words::error_name;
using words::Language;

QString problem(const Language &language, const char *call, int error, int port)
{
    const QLatin1String what(call ? call : "");
    if (what == QLatin1String("server"))
        return language.say("Problems", "There is no server of that name.");
    if (what == QLatin1String("bind") && error == EADDRINUSE)
        return language.say("Problems", "Port %1 is in use already. Choose another port, or 0: then the system chooses "
                                        "a free one.")
            .arg(port);
    if (what == QLatin1String("bind") && error == EACCES)
        return language.say("Problems", "The system does not permit port %1: ports below 1024 are reserved. Choose a "
                                        "port from 1024 on, or 0: then the system chooses a free one.").arg(port);
    if (what == QLatin1String("io_uring_setup") && (error == EPERM || error == EACCES || error == ENOSYS))
        return language.say("Problems", "This system does not permit io_uring (io_uring_setup: %1); all other servers work. It may be "
                                        "switched off (sysctl kernel.io_uring_disabled), forbidden to this program (seccomp), or missing "
                                        "in the kernel.").arg(error_name(error));
    if (error == EMFILE || error == ENFILE)
        return language.say("Problems", "%1() failed (%2): no descriptor is left. Close some clients, or raise the "
                                        "limit with “ulimit -n”.").arg(what, error_name(error));
    if (what == QLatin1String("connect") && error == ECONNREFUSED)
        return language.say("Problems", "Nobody listens on port %1 any more: has the server been stopped?").arg(port);
    if (what == QLatin1String("malloc"))
        return language.say("Problems", "There is no memory left, so the run was ended. Close other programs, or raise the limit with “ulimit -v”.");
    if (what == QLatin1String("pthread_create"))
        return language.say("Problems", "The system does not allow another thread (pthread_create: %1). Close some clients or other programs, or "
                                        "raise the limit with “ulimit -u”.").arg(error_name(error));
    if (what == QLatin1String("close_range"))
        return language.say("Problems", "This system does not let a thread have a descriptor table of its own "
                                        "(close_range: %1). Linux 5.9 or newer is needed.").arg(error_name(error));
    return language.say("Problems", "%1() failed (%2): %3.")
        .arg(what, error_name(error), error_meaning(language, error));
}

QString problem(const Language &language, const lab::Problem &problem)
{
    QStringList sentences, read_at;
    if (problem.call != "stop")
        sentences += lessons::problem(language, problem.call.c_str(), problem.error, problem.port);
    for (const lab::Left &left : problem.left) {
        const QString thread = QString::fromStdString(left.thread), call = QString::fromStdString(left.call);
        if (thread.isEmpty())
            read_at += QString::number(left.fd);
        else if (call.isEmpty())
            sentences += language.say("Problems", "The thread “%1” did not end and was left behind.").arg(thread);
        else
            sentences += language.say("Problems", "The thread “%1” did not end and was left behind: it is in %2().").arg(thread, call);
    }
    if (!read_at.isEmpty())
        sentences += language.say("Problems", "%n threads of the C library sleep in read() for ever, at descriptor %1: it was closed while they "
                                              "read, so nothing reaches them any more.", nullptr, int(read_at.size()))
                         .arg(language.all_of(read_at));
    return sentences.join(u' ');
}

QString fault(const Language &language, const archive::Result &result, const QString &path)
{
    using archive::Fault;
    switch (result.fault) {
    case Fault::none: return {};
    case Fault::cannot_read: return language.say("Problems", "%1 cannot be read: %2").arg(path, result.detail);
    case Fault::not_a_trace: return language.say("Problems", "%1 is not a recording of this program.").arg(path);
    case Fault::newer_version:
        return language.say("Problems", "%1 was recorded by a newer version of this program, which this one does not "
                                        "understand.").arg(path);
    case Fault::truncated:
        return language.say("Problems", "%1 ends too early: a part of the recording is missing.").arg(path);
    case Fault::damaged:
        return language.say("Problems", "%1 is damaged at byte %2.").arg(path, language.number(result.byte));
    case Fault::too_large: return language.say("Problems", "%1 is too large for this program to open.").arg(path);
    case Fault::no_memory: return language.say("Problems", "There is not enough memory for %1.").arg(path);
    case Fault::cannot_write: return language.say("Problems", "%1 cannot be written: %2").arg(path, result.detail);
    case Fault::not_a_file:
        return language.say("Problems", "%1 is a device or a pipe and is left alone: choose the name of a file.").arg(path);
    case Fault::cancelled: return language.say("Problems", "Cancelled: %1 is as it was.").arg(path);
    }
    return {};
}

QString unfinished(const Language &language, const QString &path)
{
    return language.say("Problems", "%1 was kept while its run went on, which did not end in order: up to a second may be missing at its end.").arg(path);
}

// What failed is not one of the calls of a client: it had no thread, no descriptor table or no memory.
static bool is_no_call(const QString &what)
{
    return what == QLatin1String("pthread_create") || what == QLatin1String("close_range") || what == QLatin1String("malloc");
}

QString script_problem(const Language &language, const lab::ScriptProblem &problem)
{
    using What = lab::ScriptProblem;
    const QString line = QString::number(problem.line), word = QString::fromStdString(problem.word);
    switch (problem.what) {
    case What::unknown_action:
        return language.say("Problems", "Script, line %1: there is no action “%2”.").arg(line, word);
    case What::unknown_condition:
        return language.say("Problems", "Script, line %1: “%2” is nothing to wait for.").arg(line, word);
    case What::unknown_call:
        return language.say("Problems", "Script, line %1: there is no system call “%2”.").arg(line, word);
    case What::bad_number:
        return language.say("Problems", "Script, line %1: “%2” is not a number, or it is out of range.")
            .arg(line, word);
    case What::missing_word:
        return language.say("Problems", "Script, line %1: something is missing after “%2”.").arg(line, word);
    case What::extra_word: return language.say("Problems", "Script, line %1: “%2” is too much.").arg(line, word);
    case What::open_quote:
        return language.say("Problems", "Script, line %1: the closing quotation mark is missing.").arg(line);
    case What::bad_unit:
        return language.say("Problems", "Script, line %1: “%2” is not a unit that fits here.").arg(line, word);
    case What::no_text:
        return language.say("Problems", "Script, line %1: a text in quotation marks is wanted, not “%2”.").arg(line, word);
    case What::no_such_client:
        return language.say("Problems", "Script, line %1: client %2 has not connected yet.").arg(line, word);
    case What::too_many_clients:
        return language.say("Problems", "Script, line %1: more clients than the program can start.").arg(line);
    case What::timed_out:
        return language.say("Problems", "Script, line %1: what it waits for did not happen in time.").arg(line);
    case What::run_ended:
        return language.say("Problems", "Script, line %1: the run has ended before it was done.").arg(line);
    case What::call_failed:
        if (is_no_call(word))
            return language.say("Problems", "Script, line %1: %2").arg(line, lessons::problem(language, problem.word.c_str(), problem.error, 0));
        return language.say("Problems", "Script, line %1: %2() failed (%3): %4.")
            .arg(line, word, error_name(problem.error), error_meaning(language, problem.error));
    case What::already_connected:
        return language.say("Problems", "Script, line %1: client %2 is connected already.").arg(line, word);
    case What::no_signals:
        return language.say("Problems", "Script, line %1: this server is not driven by signals, it has none to hold.").arg(line);
    case What::never_sleeps:
        return language.say("Problems", "Script, line %1: this server never sleeps in %2(). The script is for another model.").arg(line, word);
    case What::no_connection:
        return language.say("Problems", "Script, line %1: the server %2 has no connections (UDP). The script is for another model.")
            .arg(line, word);
    case What::accepts_nobody:
        return language.say("Problems", "Script, line %1: %2 connects to another program and accepts nobody. The script is for a server that does.")
            .arg(line, word);
    case What::nothing_to_send:
        return language.say("Problems", "Script, line %1: the server %2 talks TCP, a stream of bytes, in which 0 bytes are nothing to send. Only "
                                        "a datagram can be empty: that is for the servers over UDP.").arg(line, word);
    case What::only_asks:
        return language.say("Problems", "Script, line %1: with a timeout of 0 this server only asks and never sleeps in %2(): the wait "
                                        "could not come true.").arg(line, word);
    case What::no_urgent:
        return language.say("Problems", "Script, line %1: the server %2 never sends urgent data, so the client would wait for ever.")
            .arg(line, word);
    case What::no_descriptor:
        return language.say("Problems", "Script, line %1: what it waits for cannot come: %2() failed (%3), the server has no descriptor left "
                                        "for another client. Close some clients, or raise the limit with “ulimit -n”.")
            .arg(line, word, error_name(problem.error));
    case What::no_program:
        return language.say("Problems", "Script, line %1: there is no program “%2”. They are numbered from 2, and “iomodels list servers” names "
                                        "those that can be started.").arg(line, word);
    case What::wrong_number:
        return language.say("Problems", "Script, line %1: programs are numbered in a row: the next one is program %2.").arg(line, word);
    case What::no_terminal:
        return language.say("Problems", "Script, line %1: the program %2 has no terminal: nothing can be typed there, and it shows nothing.").arg(line, word);
    case What::program_ended:
        return language.say("Problems", "Script, line %1: what it waits for cannot come: program %2 has ended.").arg(line, word);
    case What::no_statement:
        return language.say("Problems", "Script, line %1, column %2 of the statement: %3").arg(line).arg(problem.wrong.column)
            .arg(statement_problem(language, problem.wrong));
    case What::not_refused:
        return language.say("Problems", "Script, line %1: the bench was to refuse “%2”, and has run it.").arg(line, word);
    case What::bench_sits:
        return language.say("Problems", "Script, line %1: the bench sits somewhere already; “bench in …” comes before its first statement.").arg(line);
    case What::no_bench:
        return language.say("Problems", "Script, line %1: the bench has been given no statement yet.").arg(line);
    case What::bench_idle:
        return language.say("Problems", "Script, line %1: the bench does not sleep in %2(): it has nothing to do.").arg(line, word);
    case What::stuck:
        return language.say("Problems", "Script, line %1: client after client still waits in %2(): nobody answers in time.").arg(line, word);
    case What::not_connected:
        return language.say("Problems", "Script, line %1: client %2 is not connected.").arg(line, word);
    }
    return {};
}

QString unheeded(const Language &language, servers::Option option, const QString &server)
{
    switch (option) {
    case servers::timeout_option:
        return language.say("Problems", "The script wants a timeout (“with timeout”), but the server %1 has none: that is left out.").arg(server);
    case servers::pause_option:
        return language.say("Problems", "The script wants a pause between two rounds of polling (“with pause”), but the server %1 does not "
                                        "poll: that is left out.").arg(server);
    case servers::send_buffer_option:
        return language.say("Problems", "The script wants a send buffer of its own size (“with send-buffer”), but the server %1 sets none: "
                                        "that is left out.").arg(server);
    case servers::signal_option:
        return language.say("Problems", "The script wants queued signals (“with queued signals”), but the server %1 is not driven by "
                                        "signals: that is left out.").arg(server);
    case servers::notify_option:
        return language.say("Problems", "The script wants to choose how a complete read is told of (“with notify”), but the server %1 does "
                                        "not use aio: that is left out.").arg(server);
    case servers::pipe_option:
        return language.say("Problems", "The script wants a pipe as standard input (“with stdin pipe”), but the server %1 reads none: that is "
                                        "left out.").arg(server);
    case servers::descriptors_option:
        return language.say("Problems", "The script wants only so many descriptors free (“with free descriptors”), but the server %1 cannot be "
                                        "given that: it is left out.").arg(server);
    case servers::edge_option:
        return language.say("Problems", "The script wants epoll to tell of each arrival once (“with edge”), but the server %1 knows no edge: "
                                        "that is left out.").arg(server);
    }
    return {};
}

} // namespace lessons
