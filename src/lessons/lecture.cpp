// SPDX-License-Identifier: MIT
// The lecture: its lessons in the deck's order.
#include "lessons/lesson_file.h"

#include <QCoreApplication>
#include <QFile>

#include <algorithm>

// The resources of a static library are linked only if something asks for them; this must stand outside any namespace.
static void load_lessons()
{
    Q_INIT_RESOURCE(lessons);
}

namespace lessons {
namespace {

constexpr const char *in_order[] = {
    "two-inputs-blocking", "two-inputs-polling", "two-inputs-select", "two-phases", "blocking-one-client", "blocking-udp", "nonblocking-recv", "fcntl-flags",
    "nonblocking-send", "select-sleeps", "select-timeout-and-results", "select-deck-case", "select-three-sets", "poll-server", "fd-set-macros", "select-server",
    "stdin-and-socket", "stdin-stdio-trap", "five-models", "chat-nonblocking", "chat-select", "chat-udp", "sigio-steps", "sigio-causes", "sigio-ten", "sigio-udp",
    "chat-sigio", "socket-options", "option-effects", "relay", "aio-read", "aio-signal", "aio-notify",
    "mistake-sets-not-refilled", "mistake-maxfd", "mistake-wrong-set", "mistake-comparison", "mistake-bare-setfl", "mistake-gets",
    "mistake-one-recv-one-message", "mistake-short-send", "mistake-sigpipe", "mistake-eof-not-closed", "mistake-not-cleared", "mistake-eintr",
    "accept-after-reset", "mistake-recv-after-accept", "mistake-handler-reads-once", "mistake-emfile", "mistake-timeval", "mistake-sizeof",
    "both-asleep-in-send",
    "epoll", "epoll-edge", "io_uring", "threads",
};

} // namespace

std::span<const char *const> lecture()
{
    return in_order;
}

bool is_of_lecture(QStringView name)
{
    return std::ranges::any_of(in_order, [&](const char *each) { return name == QLatin1String(each); });
}

LessonFile lesson_of_lecture(const QString &name)
{
    load_lessons();
    QFile file(QStringLiteral(":/lessons/%1.lesson").arg(name));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("The program was built without the lesson %s", qUtf8Printable(name));
    auto read = lesson_file(file.readAll(), name);
    if (const auto *mistake = std::get_if<LessonMistake>(&read))
        qFatal("%s", qUtf8Printable(sentence(words::Language(), name + QStringLiteral(".lesson"), *mistake)));
    return std::get<LessonFile>(std::move(read));
}

} // namespace lessons
