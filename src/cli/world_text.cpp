// SPDX-License-Identifier: MIT
#include "cli/world_text.h"

#include "words/chapters.h"
#include "words/parts.h"
#include "words/requests.h"
#include "words/sentences.h"

namespace cli {
namespace {

using replay::World;
using trace::Trace;

constexpr auto indent = QLatin1String("  ");

QString set_text(const replay::DescriptorSet &set)
{
    QStringList members;
    for (size_t bit = 0; bit < set.size(); ++bit)
        if (set[bit])
            members += QString::number(bit);
    return u'{' + members.join(QStringLiteral(", ")) + u'}';
}

void print_sets(Terminal &terminal, const World &world)
{
    if (world.sets.empty())
        return;
    terminal.line(terminal.say("Cli", "Sets:"));
    for (const replay::Set &set : world.sets)
        terminal.line(QStringLiteral("  %1 = %2").arg(QString::fromStdString(set.name), set_text(set.now)));
    for (const replay::Selection &selection : world.selections) {
        for (const auto &passed : selection.sets) {
            if (passed.name.empty())
                continue;
            const QString name = QString::fromStdString(passed.name);
            terminal.line(
                indent + terminal.say("Cli", "The last select() was asked %1 = %2.").arg(name, set_text(passed.asked)));
            if (selection.returned && selection.result >= 0)
                terminal.line(indent
                              + terminal.say("Cli", "It answered %1 = %2.").arg(name, set_text(passed.answered)));
        }
    }
}

void print_pollings(Terminal &terminal, const World &world)
{
    for (const replay::Polling &polling : world.pollings) {
        const QString name = QString::fromStdString(polling.name);
        terminal.line(polling.returned ? terminal.say("Cli", "The last poll(), of %1, returned %2:").arg(name).arg(polling.result)
                                       : terminal.say("Cli", "poll() is asked about %1:").arg(name));
        for (size_t i = 0; i < polling.entries.size(); ++i)
            terminal.line(indent + (polling.returned && polling.result == -1 ? words::failed_pollfd_sentence(terminal.language(), int(i), polling.entries[i])
                                                                             : words::pollfd_sentence(terminal.language(), int(i), polling.entries[i], polling.returned)));
    }
}

void print_requests(Terminal &terminal, const World &world)
{
    if (!world.requests.empty())
        terminal.line(terminal.say("Cli", "Asynchronous requests:"));
    for (const replay::Request &request : world.requests)
        terminal.line(indent + words::request_sentence(terminal.language(), request));
    for (const replay::HelperThread &helper : world.helpers)
        terminal.line(indent + words::helper_sentence(terminal.language(), helper));
}

void print_interests(Terminal &terminal, const World &world)
{
    for (const replay::Interest &interest : world.interests) {
        terminal.line(terminal.say("Cli", "epoll instance, descriptor %1:").arg(interest.fd));
        for (const auto &entry : interest.entries)
            terminal.line(indent + words::interest_sentence(terminal.language(), entry, interest.waiting));
    }
}

void print_urings(Terminal &terminal, const World &world)
{
    for (const replay::Uring &uring : world.urings) {
        terminal.line(terminal.say("Cli", "io_uring, descriptor %1:").arg(uring.fd));
        for (const auto &operation : uring.operations)
            terminal.line(indent + words::uring_sentence(terminal.language(), operation));
        for (const auto &completion : uring.seen)
            terminal.line(indent + words::uring_sentence(terminal.language(), completion));
    }
}

void print_tables(Terminal &terminal, const World &world)
{
    for (const replay::Table &table : world.tables) {
        QStringList values;
        for (const int slot : table.values)
            values += QString::number(slot);
        terminal.line(
            QStringLiteral("%1[] = {%2}").arg(QString::fromStdString(table.name), values.join(QStringLiteral(", "))));
    }
    for (const replay::Number &number : world.numbers)
        terminal.line(QStringLiteral("%1 = %2").arg(QString::fromStdString(number.name)).arg(number.value));
}

} // namespace

void print_world(Terminal &terminal, const replay::Replay &replay, replay::Instant instant)
{
    const words::Language &language = terminal.language();
    const Trace &trace = replay.trace();
    const World world = replay.at(instant);
    const qint64 since = qint64(uint64_t(instant.time) - uint64_t(trace.run.began));
    terminal.line(terminal.say("Cli", "Step %1, at %2:")
                      .arg(language.number(qlonglong(world.complete) - 1), language.duration(since)));
    if (const size_t chapter = words::chapter_at(trace, instant.time))
        terminal.line(words::chapter_words(language, trace, chapter));
    terminal.line(indent + words::explain(language, replay, world, instant));

    terminal.line(terminal.say("Cli", "Threads:"));
    for (size_t i = 0; i < world.threads.size(); ++i)
        terminal.line(indent + words::thread_sentence(language, world, trace, i));
    if (!world.sockets.empty())
        terminal.line(terminal.say("Cli", "Sockets:"));
    for (const replay::Socket &socket : world.sockets)
        terminal.line(indent + words::socket_sentence(language, world, trace, socket));
    print_sets(terminal, world);
    print_pollings(terminal, world);
    print_interests(terminal, world);
    print_urings(terminal, world);
    print_requests(terminal, world);
    print_tables(terminal, world);
    if (!world.phases.empty())
        terminal.line(terminal.say("Cli", "Phases:"));
    for (const replay::Phase &phase : world.phases)
        terminal.line(indent + words::phase_sentence(language, trace, phase));
    if (world.dropped)
        terminal.line(
            terminal.say("Cli", "%n events are missing from this recording.", nullptr, plural(world.dropped)));
}

} // namespace cli
