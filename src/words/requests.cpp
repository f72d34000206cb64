// SPDX-License-Identifier: MIT
#include "words/requests.h"

#include "calls/schema.h"
#include "words/phrases.h"
#include "words/sentences.h"

#include <algorithm>
#include <sys/syscall.h>

namespace words {

using replay::HelperThread;
using replay::Request;

HelperThread helper_of(const trace::Event &event)
{
    const auto told = [&](const char *field) { return calls::value(event, field).value_or(-1); };
    return {int(told("tid")), char(told("state")), int(std::clamp(told("system_call"), int64_t(-1), int64_t(INT32_MAX))), int(told("fd")),
            event.end};
}

QString system_call_name(int call)
{
    switch (call) {
    case SYS_read: return QStringLiteral("read");
    case SYS_pread64: return QStringLiteral("pread64");
    case SYS_futex: return QStringLiteral("futex");
    default: return QString::number(call);
    }
}

QString request_state(const Language &language, const Request &request)
{
    switch (request.state) {
    case Request::returned:
        return *request.result > 0 || (*request.result == 0 && request.datagrams)
            ? language.say("Words", "%n bytes read", "a request, complete", *request.result)
            : *request.result == 0 ? language.say("Words", "end of file", "a request, complete")
                                   : language.say("Words", "failed", "a request");
    case Request::complete: return language.say("Words", "is complete", "a request");
    case Request::in_progress: break;
    }
    return QStringLiteral("EINPROGRESS");
}

QString request_sentence(const Language &language, const Request &request)
{
    const QString number = QString::number(request.number), fd = QString::number(request.fd);
    const QString asked = language.say("Parts", "Request %1: descriptor %2, a buffer, %n bytes, offset %3; to be told: %4.", nullptr,
                                       plural(request.bytes))
                              .arg(number, fd, QString::number(request.offset), words::constant(calls::Type::notification, request.notify));
    QString state;
    if (request.state == Request::returned)
        state = language.say("Parts", "Its result has been taken: %1.").arg(request_state(language, request));
    else if (request.state == Request::complete)
        state = language.say("Parts", "It is complete: what was read is in the buffer.");
    else if (request.arrived && request.unattended)
        state = language.say("Parts", "Its data has arrived (inferred), but no thread of the library was seen on its descriptor: it waits for one, and "
                                      "nobody copies (inferred).");
    else if (request.arrived)
        state = language.say("Parts", "The program does not know yet, but its data has arrived (inferred): it is being copied, or "
                                      "has been.");
    else if (request.helper)
        state = language.say("Parts", "It is not complete yet (EINPROGRESS). The library's thread %1 was seen waiting for its data.")
                    .arg(request.helper);
    else if (request.unattended)
        state = language.say("Parts", "It is not complete yet (EINPROGRESS). No thread of the library was seen on its descriptor: it "
                                      "waits for one (inferred).");
    else
        state = language.say("Parts", "It is not complete yet (EINPROGRESS).");
    return together({asked, state});
}

QString helper_sentence(const Language &language, const HelperThread &helper)
{
    const QString tid = QString::number(helper.tid);
    if (helper.state == 'X')
        return language.say("Parts", "Seen from outside (/proc): thread %1 of the C library has ended. It had had nothing to do for a "
                                     "while.").arg(tid);
    if (helper.fd >= 0)
        return language.say("Parts", "Seen from outside (/proc): thread %1 of the C library is in %2() on descriptor %3 (state %4). It "
                                     "waits there for what aio_read() has asked for.")
            .arg(tid, system_call_name(helper.call), QString::number(helper.fd), QString(QLatin1Char(helper.state)));
    if (helper.call == SYS_futex)
        return language.say("Parts", "Seen from outside (/proc): thread %1 of the C library is in futex() (state %2). It has no request "
                                     "at the moment.").arg(tid, QString(QLatin1Char(helper.state)));
    if (helper.call < 0)
        return language.say("Parts", "Seen from outside (/proc): thread %1 of the C library, state %2; in which system call it is the "
                                     "kernel does not tell.").arg(tid, QString(QLatin1Char(helper.state)));
    return language.say("Parts", "Seen from outside (/proc): thread %1 of the C library, state %2, is in system call %3.")
        .arg(tid, QString(QLatin1Char(helper.state)), system_call_name(helper.call));
}

} // namespace words
