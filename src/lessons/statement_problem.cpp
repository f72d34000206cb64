// SPDX-License-Identifier: MIT
#include "lessons/statement_problem.h"

#include "bench/known_calls.h"
#include "words/quoted.h"

#include <QStringList>

namespace lessons {
namespace {

using bench::Wrong;

QString wanted(const words::Language &language, Wrong::Wanted what)
{
    switch (what) {
    case Wrong::a_number: return language.say("Bench", "a number", "an argument of a call");
    case Wrong::a_buffer: return language.say("Bench", "the name of an array of char");
    case Wrong::bytes: return language.say("Bench", "a string, or the name of an array of char");
    case Wrong::a_set: return language.say("Bench", "a descriptor set such as &readfds, or NULL where the call takes it");
    case Wrong::a_timeval: return language.say("Bench", "a struct timeval such as &tv, or NULL");
    case Wrong::an_address: return language.say("Bench", "a struct sockaddr_in such as &addr, or NULL where the call takes it");
    case Wrong::a_size: return language.say("Bench", "the address of an int that holds a size, such as &len");
    case Wrong::pollfds: return language.say("Bench", "the name of an array of struct pollfd");
    case Wrong::a_value: return language.say("Bench", "the address of a variable that holds the option's value, such as &on");
    case Wrong::a_pair: return language.say("Bench", "the name of an int[2]");
    case Wrong::an_int: return language.say("Bench", "the address of an int, such as &n");
    case Wrong::events: return language.say("Bench", "the name of an array of struct epoll_event");
    case Wrong::an_event: return language.say("Bench", "the address of a struct epoll_event, such as &ev");
    case Wrong::a_timespec: return language.say("Bench", "a struct timespec such as &ts, or NULL where the call takes it");
    case Wrong::a_mask: return language.say("Bench", "a sigset_t such as &mask, or NULL");
    case Wrong::an_action: return language.say("Bench", "a struct sigaction such as &act");
    case Wrong::a_request: return language.say("Bench", "the address of a struct aiocb, such as &r");
    case Wrong::requests: return language.say("Bench", "the name of an array of requests: list = {&r1, &r2};");
    case Wrong::null: return QStringLiteral("NULL");
    default: return language.say("Bench", "something else");
    }
}

QString other_address(const words::Language &language, const QString &read)
{
    if (read.isEmpty())
        return language.say("Bench", "an address of the bench is of the family AF_INET: addr = {AF_INET, htons(4000), htonl(INADDR_LOOPBACK)};");
    return language.say("Bench", "%1 is not on this machine's loopback: the bench uses 127.0.0.1, unless other addresses are allowed (--allow-other-addresses, or the "
                                 "menu Bench).").arg(read);
}

QString why(const words::Language &language, const Wrong &wrong)
{
    const QString word = words::as_text(wrong.word), number = QString::number(wrong.number), room = QString::number(wrong.room);
    switch (wrong.what) {
    case Wrong::expected: return language.say("Bench", "expected here: %1").arg(word);
    case Wrong::value_expected: return language.say("Bench", "a value was expected: a number, a constant, a variable, a call.");
    case Wrong::name_expected: return language.say("Bench", "the name of a variable was expected.");
    case Wrong::type_expected: return language.say("Bench", "the bench does not know this structure; it knows timeval, timespec, linger, pollfd, "
                                                             "sockaddr_in, epoll_event, sigaction and aiocb.");
    case Wrong::open_text: return language.say("Bench", "the quotation mark that ends this text is missing.");
    case Wrong::bad_escape: return language.say("Bench", "%1 means nothing within a text.", "an escape sequence").arg(word);
    case Wrong::bad_number: return language.say("Bench", "%1 is no number.").arg(word);
    case Wrong::large_number: return language.say("Bench", "%1 is too large: an unsigned int holds at most 4294967295, an int 2147483647.").arg(word);
    case Wrong::no_character: return language.say("Bench", "%1 is not one character: in single quotes stands one byte, and a letter such as é has two. A text stands "
                                                           "in double quotes.").arg(word);
    case Wrong::two_statements: return language.say("Bench", "the statement has ended before this: the next one stands on a line of its own.");
    case Wrong::unknown_operator: return language.say("Bench", "the bench does not know %1 here: its operators are + - & | and ~.", "an operator, or another character")
                                      .arg(word);
    case Wrong::too_long: return language.say("Bench", "the statement is too long.");
    case Wrong::too_deep: return language.say("Bench", "the statement is nested too deeply.");
    case Wrong::reserved: return language.say("Bench", "%1 cannot be a variable: it has a meaning already.").arg(word);
    case Wrong::no_program: return language.say("Bench", "%1 belongs to a program: the bench has no loops, no conditions and no functions. A statement is a call, an "
                                                         "assignment, a declaration or a value to be shown; they are executed one after the other.").arg(word);
    case Wrong::reads_errno: return language.say("Bench", "no statement reads errno: it is shown beside the result of each call that fails.");
    case Wrong::unknown_call: return language.say("Bench", "there is no call %1.").arg(word);
    case Wrong::unknown_name: return language.say("Bench", "there is no variable or constant %1.").arg(word);
    case Wrong::unknown_member: return language.say("Bench", "it has no member %1.").arg(word);
    case Wrong::wrong_count: return language.say("Bench", "%1() takes %n argument(s).", nullptr, int(wrong.number)).arg(word);
    case Wrong::wrong_kind: return language.say("Bench", "expected here: %1").arg(wanted(language, wrong.wanted));
    case Wrong::other_kind: return language.say("Bench", "%1 is a variable of another type.").arg(word);
    case Wrong::not_assignable: return language.say("Bench", "nothing can be assigned to this.");
    case Wrong::outside_set: return language.say("Bench", "an fd_set has room for the descriptors 0 to 1023, FD_SETSIZE is 1024: %1 would be written "
                                                     "or read outside of it, which "
                                                     "is undefined (select(2)).").arg(number);
    case Wrong::outside_array: return language.say("Bench", "%1 has no room for %2: the call would leave its memory.").arg(word, number);
    case Wrong::no_place: return language.say("Bench", "%1 has %n place(s), counted from 0: there is no %1[%2].", nullptr, int(wrong.room)).arg(word, number);
    case Wrong::no_room: return language.say("Bench", "%1 has room for %2, and would need room for %3. A text needs one more than it has letters, for its final 0.")
                             .arg(word, room, number);
    case Wrong::other_values: return language.say("Bench", "%1 cannot hold what is in the braces: that is too much, or one of the values is impossible there.").arg(word);
    case Wrong::other_address: return other_address(language, word);
    case Wrong::host_order: return language.say("Bench", "the address is read as %1, since its bytes are in the order of this machine: htonl(INADDR_LOOPBACK) puts them into "
                                                         "the order of the network, 127.0.0.1.").arg(word);
    case Wrong::other_domain: return language.say("Bench", "the bench makes sockets of AF_INET and AF_INET6, and pairs of AF_UNIX.");
    case Wrong::other_command: return language.say("Bench", "the bench does not know this command of fcntl() or ioctl().");
    case Wrong::other_option: return language.say("Bench", "the bench does not know this socket option at this level.");
    case Wrong::other_signal: return language.say("Bench", "of signals the bench takes SIGIO, SIGURG and the real-time signals.");
    case Wrong::other_process: return language.say("Bench", "signals may go to the bench itself only: getpid() or gettid().");
    case Wrong::busy: return language.say("Bench", "the request %1 has not been done yet.").arg(word);
    case Wrong::no_buffer: return language.say("Bench", "the request %1 has no buffer: %1.aio_buf = buffer;").arg(word);
    case Wrong::too_large: return language.say("Bench", "the bench has no room for this.");
    }
    return {};
}

QString near_names(const words::Language &language, const Wrong &wrong)
{
    QStringList names;
    for (const std::string &name : wrong.nearest)
        names += words::as_text(name);
    if (!names.isEmpty())
        return u' ' + language.say("Bench", "Nearest: %1.", "names like a mistyped one").arg(names.join(QStringLiteral(", ")));
    if (wrong.what != Wrong::unknown_call)
        return {};
    for (const bench::KnownCall &call : bench::known_calls())
        names += words::as_text(call.name);
    return u' ' + language.say("Bench", "The bench has these: %1.", "calls").arg(names.join(QStringLiteral(", ")));
}

} // namespace

QString statement_problem(const words::Language &language, const Wrong &wrong)
{
    return why(language, wrong) + near_names(language, wrong);
}

} // namespace lessons
