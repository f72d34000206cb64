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
    "two-phases", "blocking-one-client", "blocking-udp", "nonblocking-recv", "select-sleeps", "select-three-sets", "poll-server", "select-server",
    "sigio-steps", "sigio-causes", "sigio-ten", "sigio-udp", "aio-read", "aio-notify", "accept-after-reset", "both-asleep-in-send",
    "epoll", "epoll-edge", "io_uring",
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
