// SPDX-License-Identifier: MIT
#include "lessons/catalogue.h"

#include <QCoreApplication>
#include <QFile>

#include <algorithm>

// The resources of a static library are linked only if something asks for them; this must stand outside any namespace.
static void load_resources()
{
    Q_INIT_RESOURCE(scripts);
    Q_INIT_RESOURCE(benches);
}

namespace lessons {
namespace {

constexpr Lesson catalogue[] = {
    {"two-inputs-blocking", "two-inputs-blocking", QT_TRANSLATE_NOOP("Lessons", "Keyboard and socket: with blocking reads one of them starves")},
    {"two-inputs-polling", "two-inputs-polling", QT_TRANSLATE_NOOP("Lessons", "Polling: everybody is answered, and the processor never rests")},
    {"two-inputs-select", "two-inputs-select", QT_TRANSLATE_NOOP("Lessons", "select(): asleep in one place, waiting for keyboard and socket")},
    {"stdin-and-socket", "two-inputs-select", QT_TRANSLATE_NOOP("Lessons", "fileno(stdin) and a socket in one select()")},
    {"stdin-stdio-trap", "two-inputs-stdio", QT_TRANSLATE_NOOP("Lessons", "The trap: select() mixed with fgets()")},
    {"select", "select", QT_TRANSLATE_NOOP("Lessons", "TCP server with select()")},
    {"many", "select", QT_TRANSLATE_NOOP("Lessons", "select(): one thread, twenty clients")},
    {"reset", "select", QT_TRANSLATE_NOOP("Lessons", "select(): a client resets the connection")},
    {"slow-reader", "select", QT_TRANSLATE_NOOP("Lessons", "select(): one client that does not read stops all others")},
    {"poll", "poll", QT_TRANSLATE_NOOP("Lessons", "TCP server with poll()")},
    {"writefds", "select-all", QT_TRANSLATE_NOOP("Lessons", "select(): writefds and a full send buffer")},
    {"urgent", "select-all", QT_TRANSLATE_NOOP("Lessons", "select(): exceptfds and urgent data")},
    {"timeouts", "select-all", QT_TRANSLATE_NOOP("Lessons", "select(): the time is up")},
    {"errors", "select-all", QT_TRANSLATE_NOOP("Lessons", "select(): -1 with EINTR and EBADF")},
    {"revents", "poll-all", QT_TRANSLATE_NOOP("Lessons", "poll(): all that revents tells")},
    {"phases", "blocking", QT_TRANSLATE_NOOP("Lessons", "Blocking I/O: the two phases of a read")},
    {"nonblocking", "nonblocking", QT_TRANSLATE_NOOP("Lessons", "Non-blocking I/O: polling two clients")},
    {"sigio", "sigio", QT_TRANSLATE_NOOP("Lessons", "Signal-driven I/O: the handler reads, the main flow computes on")},
    {"sigio-causes", "sigio", QT_TRANSLATE_NOOP("Lessons", "Signal-driven I/O: what sends a signal on TCP")},
    {"sigio-ten", "sigio", QT_TRANSLATE_NOOP("Lessons", "Signal-driven I/O: ten arrivals, one SIGIO")},
    {"sigio-queued", "sigio", QT_TRANSLATE_NOOP("Lessons", "Signal-driven I/O: ten arrivals, ten queued signals")},
    {"sigio-udp", "sigio-udp", QT_TRANSLATE_NOOP("Lessons", "Signal-driven I/O over UDP: three datagrams, one SIGIO")},
    {"aio", "aio", QT_TRANSLATE_NOOP("Lessons", "Asynchronous I/O: a read that is only asked for")},
    {"aio-many", "aio", QT_TRANSLATE_NOOP("Lessons", "Asynchronous I/O: several reads outstanding")},
    {"aio-limit", "aio", QT_TRANSLATE_NOOP("Lessons", "Asynchronous I/O: more reads than the library has threads")},
    {"aio-udp", "aio-udp", QT_TRANSLATE_NOOP("Lessons", "Asynchronous I/O over UDP: a socket for each peer")},
    {"blocking", "blocking", QT_TRANSLATE_NOOP("Lessons", "Blocking I/O: the second client must wait")},
    {"one-datagram", "blocking-udp", QT_TRANSLATE_NOOP("Lessons", "One message, long awaited: for the book's pictures of the five models")},
    {"interrupted", "blocking", QT_TRANSLATE_NOOP("Lessons", "Blocking I/O: a signal interrupts recv() and send()")},
    {"blocking-udp", "blocking-udp", QT_TRANSLATE_NOOP("Lessons", "Blocking I/O over UDP: the two phases of recvfrom()")},
    {"select-udp", "select-udp", QT_TRANSLATE_NOOP("Lessons", "select() over UDP: one socket, many clients")},
    {"chat-nonblocking", "chat-server", QT_TRANSLATE_NOOP("Lessons", "Chat: a blocking client and a non-blocking one")},
    {"chat-select", "chat-server", QT_TRANSLATE_NOOP("Lessons", "Chat with select(): send and receive in any order")},
    {"chat-udp", "chat-server-udp", QT_TRANSLATE_NOOP("Lessons", "Chat over UDP: no connection, no end of file")},
    {"chat-sigio", "chat-server", QT_TRANSLATE_NOOP("Lessons", "Chat with SIGIO: asleep at the keyboard, receiving in the handler")},
    {"chat-killed", "chat-server", QT_TRANSLATE_NOOP("Lessons", "Chat: Ctrl-C ends one program, the others go on")},
    {"chat-server", "chat-server", QT_TRANSLATE_NOOP("Lessons", "Chat server: a line goes to every other client, and is never torn")},
    {"chat-server-udp", "chat-server-udp", QT_TRANSLATE_NOOP("Lessons", "Chat server over UDP: it knows who has sent")},
    {"relay", "relay", QT_TRANSLATE_NOOP("Lessons", "A relay between two clients: a slow reader, one that leaves, a third")},
    {"relay-udp", "relay-udp", QT_TRANSLATE_NOOP("Lessons", "A relay over UDP: the first two who send")},
    {"epoll", "epoll", QT_TRANSLATE_NOOP("Lessons", "Beyond the lecture: epoll, level")},
    {"epoll-edge", "epoll", QT_TRANSLATE_NOOP("Lessons", "Beyond the lecture: epoll, edge")},
    {"io_uring", "io_uring", QT_TRANSLATE_NOOP("Lessons", "Beyond the lecture: io_uring")},
    {"threads", "threads", QT_TRANSLATE_NOOP("Lessons", "Beyond the lecture: a thread for each client")},
};

constexpr BenchFile bench_catalogue[] = {
    {"deck-case", QT_TRANSLATE_NOOP("Lessons", "select(): the lecture's case, {0, 4, 5}, {2, 7}, {1, 4}, 10.2 s")},
    {"overwritten", QT_TRANSLATE_NOOP("Lessons", "select(): its sets and its timeout are overwritten")},
    {"fcntl", QT_TRANSLATE_NOOP("Lessons", "fcntl(): flags read and then set, and set outright")},
};

QString resource(const char *folder, const char *name)
{
    load_resources();
    QFile file(QStringLiteral(":/%1/%2.txt").arg(QLatin1String(folder), QLatin1String(name)));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("The program was built without %s/%s", folder, name);
    return QString::fromUtf8(file.readAll());
}

} // namespace

std::span<const BenchFile> benches()
{
    return bench_catalogue;
}

const BenchFile *bench_named(QStringView name)
{
    const auto found = std::ranges::find_if(bench_catalogue, [&](const BenchFile &file) { return name == QLatin1String(file.name); });
    return found == std::end(bench_catalogue) ? nullptr : found;
}

QString statements(const BenchFile &file)
{
    return resource("benches", file.name);
}

std::span<const Lesson> all()
{
    return catalogue;
}

const Lesson *named(QStringView name)
{
    const auto is_it = [&](const Lesson &lesson) { return name == QLatin1String(lesson.name); };
    const auto found = std::ranges::find_if(catalogue, is_it);
    return found == std::end(catalogue) ? nullptr : found;
}

const Lesson *of_server(QStringView server)
{
    const auto on_it = [&](const Lesson &lesson) { return server == QLatin1String(lesson.server); };
    if (const Lesson *same = named(server); same && on_it(*same))
        return same;
    const auto first = std::ranges::find_if(catalogue, on_it);
    return first == std::end(catalogue) ? nullptr : first;
}

QString script(const Lesson &lesson)
{
    return resource("scripts", lesson.name);
}

const servers::Server *server_of(const trace::Trace &trace)
{
    return servers::named(trace.run.server);
}

QString server_name(const trace::Trace &trace)
{
    return QString::fromStdString(trace.run.server);
}

QString server_title(const words::Language &language, const QString &name)
{
    const servers::Server *server = servers::named(name.toStdString());
    return server && server->title ? language.say("Servers", server->title) : name;
}

} // namespace lessons
