// SPDX-License-Identifier: MIT
// What is said about descriptors of pipes and terminals, about further names of one, and about what is asked of one.
#include "words/explain/explain.h"

#include "calls/verbs.h"
#include "words/errors.h"
#include "words/sentences.h"

#include <linux/sockios.h>
#include <sys/ioctl.h>
#include <termios.h>

namespace words {
namespace {

QString two_descriptors(const Step &step, const calls::Opening &opening)
{
    const Language &language = step.language;
    const bool pipe = opening.what == calls::Opening::pipe;
    if (step.begins)
        return pipe ? language.say("Explain", "%1 asks the kernel for a pipe: a buffer with two descriptors, one to read from, one to write to.").arg(step.subject())
                    : language.say("Explain", "%1 asks the kernel for two sockets that are connected with each other.").arg(step.subject());
    const QString one = step.plain(opening.made), other = step.plain(opening.other);
    return pipe ? language.say("Explain", "There is a pipe now: what is written to descriptor %2 is read from descriptor %1.").arg(one, other)
                : language.say("Explain", "Descriptors %1 and %2 are two sockets connected with each other, without addresses.").arg(one, other);
}

QString second_name(const Step &step, const calls::Opening &opening)
{
    const Language &language = step.language;
    const QString from = step.plain(opening.from), made = step.plain(opening.made);
    const bool bounded = calls::value(step.event, "command").has_value(); // F_DUPFD
    if (step.begins)
        return bounded ? language.say("Explain", "%1 asks for a second descriptor for what descriptor %2 names: the smallest number that is free, from %3 on.")
                             .arg(step.subject(), from, step.plain(step.value("argument")))
                       : language.say("Explain", "%1 asks for a second descriptor for what descriptor %2 names.").arg(step.subject(), from);
    const QString number = bounded ? language.say("Explain", "It is the smallest number that was free, from %1 on.", "a descriptor").arg(step.plain(step.value("argument")))
                                   : QString();
    return together({language.say("Explain", "Descriptor %1 names the same open file as descriptor %2 now. They share its flags, such as O_NONBLOCK; it is "
                                             "closed when the last of its descriptors is.").arg(made, from), number});
}

QString control(const Step &step)
{
    const Language &language = step.language;
    const QString fd = step.plain(step.event.fd);
    const int64_t request = step.value("request");
    if (request == FIONBIO || request == FIOASYNC) {
        const QString flag = request == FIONBIO ? QStringLiteral("O_NONBLOCK") : QStringLiteral("O_ASYNC");
        if (step.value("argument") == 0)
            return language.say("Explain", "ioctl() switches %1 off for descriptor %2; other flags stay as they are.").arg(flag, fd);
        return language.say("Explain", "ioctl() switches %1 on for descriptor %2; other flags stay as they are.").arg(flag, fd);
    }
    const QString name = constant(calls::Type::control, request);
    if (step.begins)
        return language.say("Explain", "%1 asks the kernel about descriptor %2: %3.").arg(step.subject(), fd, name);
    const int64_t answer = step.value("value");
    if (request == FIONREAD)
        return language.say("Explain", "%n byte(s) can be read from descriptor %1 without waiting.", nullptr, plural(answer)).arg(fd);
    if (request == SIOCATMARK && answer == 0)
        return language.say("Explain", "Descriptor %1 is not at the mark of an urgent byte.").arg(fd);
    if (request == SIOCATMARK)
        return language.say("Explain", "Descriptor %1 is at the mark: the next byte of the stream is the one after the urgent byte.").arg(fd);
    return language.say("Explain", "The kernel answers %1 about descriptor %2.").arg(step.plain(answer), fd);
}

QString flow(const Step &step)
{
    const QString fd = step.plain(step.event.fd);
    const int64_t action = step.value("action");
    return action == TCOOFF
        ? step.language.say("Explain", "The output of the terminal, descriptor %1, is stopped: it is not writable until it goes on.").arg(fd)
        : action == TCOON ? step.language.say("Explain", "The output of the terminal, descriptor %1, goes on.").arg(fd)
                          : step.language.say("Explain", "The terminal, descriptor %1, tells its keyboard to stop, or to go on.").arg(fd);
}

QString option_asked(const Step &step)
{
    const QString fd = step.plain(step.event.fd);
    const QString option = constant(calls::Type::option, step.value("option"), step.value("level"));
    if (const int error = error_told(step.event); error && !step.begins)
        return step.language.say("Explain", "The option %1 of descriptor %2 is %3, %4: %5. To ask for it has taken it away.", "an errno")
            .arg(option, fd, step.plain(error), error_name(error), error_meaning(step.language, error));
    return step.begins ? step.language.say("Explain", "%1 asks for the option %2 of descriptor %3.").arg(step.subject(), option, fd)
                       : step.language.say("Explain", "The option %1 of descriptor %2 is %3.").arg(option, fd, step.plain(step.value("value")));
}

} // namespace

QString explain_descriptors(const Step &step)
{
    if (!step.begins && step.event.result == -1)
        return failed(step);
    if (const auto opening = calls::as_opening(step.event)) {
        switch (opening->what) {
        case calls::Opening::pipe:
        case calls::Opening::pair: return two_descriptors(step, *opening);
        case calls::Opening::terminal:
            return step.language.say("Explain", "Descriptor %1 is the terminal %2.")
                .arg(step.plain(opening->made), QStringLiteral("/dev/pts/%1").arg(step.value("number")));
        default: return second_name(step, *opening);
        }
    }
    if (calls::row(step.event.call).field("request"))
        return control(step);
    if (calls::row(step.event.call).field("action"))
        return flow(step);
    if (calls::row(step.event.call).field("option"))
        return option_asked(step);
    const QString fd = step.plain(step.event.fd);
    return step.begins ? step.language.say("Explain", "%1 asks the kernel which port the other end of descriptor %2 has.").arg(step.subject(), fd)
                       : step.language.say("Explain", "The other end of descriptor %1 has port %2.").arg(fd, step.plain(step.value("port")));
}

} // namespace words
