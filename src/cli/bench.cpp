// SPDX-License-Identifier: MIT
// iomodels bench: statements of C, each executed by a real, measured thread, and answered.
#include "cli/command.h"
#include "cli/event_lines.h"
#include "cli/kept.h"
#include "cli/sources.h"

#include "archive/new_file.h"
#include "bench/bench.h"
#include "lessons/catalogue.h"
#include "lessons/problems.h"
#include "words/sentences.h"

#include <QFile>
#include <QFileInfo>

#include <chrono>
#include <poll.h>
#include <unistd.h>

namespace cli {
namespace {

using namespace std::chrono_literals;
using bench::Wrong;

const Option options[] = {
    {"save", "FILE.iotrace", QT_TRANSLATE_NOOP("Cli", "Save the recording. While the bench is used it is kept in FILE.unfinished-PID.iotrace, which stays "
                                                   "and can be opened if the program is killed.")},
    {"export-c", "FILE.c", QT_TRANSLATE_NOOP("Cli", "Write what was executed as a program in C, which makes the same calls.")},
    {"allow-other-addresses", nullptr, QT_TRANSLATE_NOOP("Cli", "bind(), connect() and sendto() may leave this machine's loopback, 127.0.0.1.")},
    {"json", nullptr, QT_TRANSLATE_NOOP("Cli", "Instead of the statements print every event as JSON, one object a line, at the end.")},
};

QString latin(std::string_view text)
{
    return QString::fromUtf8(text.data(), qsizetype(text.size()));
}

QString wanted(const Given &given, Wrong::Wanted what)
{
    switch (what) {
    case Wrong::a_number: return given.say("Cli", "a number", "an argument of a call");
    case Wrong::a_buffer: return given.say("Cli", "the name of an array of char");
    case Wrong::bytes: return given.say("Cli", "a string, or the name of an array of char");
    case Wrong::a_set: return given.say("Cli", "a descriptor set such as &readfds, or NULL where the call takes it");
    case Wrong::a_timeval: return given.say("Cli", "a struct timeval such as &tv, or NULL");
    case Wrong::an_address: return given.say("Cli", "a struct sockaddr_in such as &addr, or NULL where the call takes it");
    case Wrong::a_size: return given.say("Cli", "the address of an int that holds a size, such as &len");
    case Wrong::pollfds: return given.say("Cli", "the name of an array of struct pollfd");
    case Wrong::a_value: return given.say("Cli", "the address of a variable that holds the option's value, such as &on");
    case Wrong::a_pair: return given.say("Cli", "the name of an int[2]");
    case Wrong::an_int: return given.say("Cli", "the address of an int, such as &n");
    case Wrong::events: return given.say("Cli", "the name of an array of struct epoll_event");
    case Wrong::an_event: return given.say("Cli", "the address of a struct epoll_event, such as &ev");
    case Wrong::a_timespec: return given.say("Cli", "a struct timespec such as &ts, or NULL where the call takes it");
    case Wrong::a_mask: return given.say("Cli", "a sigset_t such as &mask, or NULL");
    case Wrong::an_action: return given.say("Cli", "a struct sigaction such as &act");
    case Wrong::a_request: return given.say("Cli", "the address of a struct aiocb, such as &r");
    case Wrong::requests: return given.say("Cli", "the name of an array of requests: list = {&r1, &r2};");
    case Wrong::null: return QStringLiteral("NULL");
    default: return given.say("Cli", "something else");
    }
}

QString why(const Given &given, const Wrong &wrong)
{
    const QString word = latin(wrong.word), number = QString::number(wrong.number);
    switch (wrong.what) {
    case Wrong::expected: return given.say("Cli", "expected here: %1").arg(word);
    case Wrong::value_expected: return given.say("Cli", "a value was expected: a number, a constant, a variable, a call.");
    case Wrong::name_expected: return given.say("Cli", "the name of a variable was expected.");
    case Wrong::type_expected: return given.say("Cli", "the bench does not know this structure; it knows timeval, timespec, linger, pollfd, "
                                                             "sockaddr_in, epoll_event, sigaction and aiocb.");
    case Wrong::open_text: return given.say("Cli", "the quotation mark that ends this text is missing.");
    case Wrong::bad_escape: return given.say("Cli", "%1 means nothing within a text.", "an escape sequence").arg(word);
    case Wrong::bad_number: return given.say("Cli", "%1 is no number.").arg(word);
    case Wrong::bad_character: return given.say("Cli", "a statement cannot hold %1 here.").arg(word);
    case Wrong::too_long: return given.say("Cli", "the statement is too long.");
    case Wrong::too_deep: return given.say("Cli", "the statement is nested too deeply.");
    case Wrong::reserved: return given.say("Cli", "%1 cannot be a variable: it has a meaning already.").arg(word);
    case Wrong::unknown_call: return given.say("Cli", "there is no call %1.").arg(word);
    case Wrong::unknown_name: return given.say("Cli", "there is no variable or constant %1.").arg(word);
    case Wrong::unknown_member: return given.say("Cli", "it has no member %1.").arg(word);
    case Wrong::wrong_count: return given.say("Cli", "%1() takes %n argument(s).", nullptr, int(wrong.number)).arg(word);
    case Wrong::wrong_kind: return given.say("Cli", "expected here: %1").arg(wanted(given, wrong.wanted));
    case Wrong::other_kind: return given.say("Cli", "%1 is a variable of another type.").arg(word);
    case Wrong::not_assignable: return given.say("Cli", "nothing can be assigned to this.");
    case Wrong::outside_set: return given.say("Cli", "an fd_set has room for the descriptors 0 to 1023, FD_SETSIZE is 1024: %1 would be written "
                                                     "or read outside of it, which "
                                                     "is undefined (select(2)).").arg(number);
    case Wrong::outside_array: return given.say("Cli", "%1 has no room for %2: the call would leave its memory.").arg(word, number);
    case Wrong::other_address: return given.say("Cli", "only this machine's loopback, 127.0.0.1, unless --allow-other-addresses is given.");
    case Wrong::other_domain: return given.say("Cli", "the bench makes sockets of AF_INET and AF_INET6, and pairs of AF_UNIX.");
    case Wrong::other_command: return given.say("Cli", "the bench does not know this command of fcntl() or ioctl().");
    case Wrong::other_option: return given.say("Cli", "the bench does not know this socket option at this level.");
    case Wrong::other_signal: return given.say("Cli", "only SIGIO, SIGURG and real-time signals.");
    case Wrong::other_process: return given.say("Cli", "signals may go to the bench itself only: getpid() or gettid().");
    case Wrong::busy: return given.say("Cli", "the request %1 has not been done yet.").arg(word);
    case Wrong::no_buffer: return given.say("Cli", "the request %1 has no buffer: %1.aio_buf = buffer;").arg(word);
    case Wrong::too_large: return given.say("Cli", "the bench has no room for this.");
    }
    return {};
}

QString near_names(const Given &given, const Wrong &wrong)
{
    QStringList names;
    for (const std::string &name : wrong.nearest)
        names += latin(name);
    return names.isEmpty() ? QString() : u' ' + given.say("Cli", "Nearest: %1.", "names like a mistyped one").arg(names.join(QStringLiteral(", ")));
}

// The statements of a file or of standard input, a line each.
class Lines {
public:
    explicit Lines(const QString &name)
    {
        if (name == u"-")
            return;
        if (const lessons::BenchFile *file = lessons::bench_named(name)) {
            m_kept = lessons::statements(*file).toUtf8();
            m_ended = true;
            return;
        }
        m_file.setFileName(name);
        m_good = m_file.open(QIODevice::ReadOnly);
        m_descriptor = m_file.handle();
    }
    bool good() const { return m_good; }
    QString error() const { return m_file.errorString(); }
    int descriptor() const { return m_descriptor; }
    // The next one as far as it is there; nothing: not yet, or `ended`.
    std::optional<QByteArray> next()
    {
        const qsizetype end = m_kept.indexOf('\n');
        if (end < 0 && !(m_ended && !m_kept.isEmpty()))
            return {};
        const QByteArray line = m_kept.left(end < 0 ? m_kept.size() : end);
        m_kept = end < 0 ? QByteArray() : m_kept.mid(end + 1);
        return line;
    }
    // Reads what there is; call it when there is something.
    void read_more()
    {
        char bytes[1 << 16];
        const ssize_t got = ::read(m_descriptor, bytes, sizeof bytes);
        if (got > 0)
            m_kept.append(bytes, got);
        else if (got == 0 || errno != EINTR)
            m_ended = true;
    }
    bool ended() const { return m_ended && m_kept.isEmpty(); }
    bool too_long() const { return m_kept.size() > (1 << 20) && !m_kept.contains('\n'); }

private:
    QFile m_file;
    QByteArray m_kept;
    int m_descriptor = 0;
    bool m_good = true, m_ended = false;
};

// How long the last call of that line took, and what the recording says of it.
struct Told {
    QString answer, took;
};
Told told(const Terminal &terminal, const trace::Trace &trace, const bench::Outcome &outcome, int line)
{
    const auto &events = trace.events();
    for (size_t i = events.size(); i-- > 0 && outcome.call != calls::Call::count_;)
        if (events[i].line == uint16_t(line) && events[i].call == outcome.call)
            return {calls::is_call(outcome.call) || outcome.value ? words::answered_text(trace, events[i]) : QString(),
                    calls::is_call(outcome.call) ? terminal.language().duration(events[i].end - events[i].begin) : QString()};
    return {outcome.value ? QStringLiteral("= %1").arg(*outcome.value) : QString(), {}};
}

class Session {
public:
    Session(const Given &given, bench::Bench &bench, Kept &kept, const HeldSignals &held)
        : m_given(given), m_terminal(given.terminal), m_bench(bench), m_kept(kept), m_held(held)
    {
        m_recorded.trace = std::make_unique<trace::Trace>();
        m_recorded.began = true;
    }

    // Until the lines end, a statement is wrong, or a signal comes. Returns the exit code.
    int run(Lines &lines, const QString &name, bool interactive)
    {
        for (int number = 1; !m_recorded.interrupted; ++number) {
            const auto line = next(lines);
            if (!line)
                break;
            if (const int code = execute(*line, number, name, interactive))
                if (!interactive)
                    return code;
        }
        return lines.too_long() ? m_terminal.fail(m_given.say("Cli", "%1: a line is longer than a statement can be.").arg(name)) : done;
    }
    Recorded &recorded() { return m_recorded; }
    void take()
    {
        trace::Batch batch = m_bench.take();
        m_kept.take(batch, m_bench.description());
        m_recorded.trace->append(std::move(batch));
        m_recorded.trace->run = m_bench.description();
    }

private:
    std::optional<QByteArray> next(Lines &lines)
    {
        while (true) {
            if (const auto line = lines.next())
                return line;
            if (lines.ended() || lines.too_long())
                return {};
            m_terminal.finish();
            pollfd input{lines.descriptor(), POLLIN, 0};
            if (::poll(&input, 1, 100) != 0)
                lines.read_more();
            if (m_held.arrived()) {
                m_recorded.interrupted = true;
                return {};
            }
        }
    }

    int execute(const QByteArray &line, int number, const QString &name, bool interactive)
    {
        auto parsed = bench::parse(std::string_view(line.constData(), size_t(line.size())));
        if (const auto *wrong = std::get_if<Wrong>(&parsed))
            return refuse(*wrong, number, name);
        bench::Statement &statement = std::get<bench::Statement>(parsed);
        if (statement.parts.empty())
            return done;
        const QString text = QString::fromStdString(statement.text);
        m_bench.give(std::move(statement), number);
        while (!m_bench.done(50ms)) {
            take();
            if (!m_held.arrived())
                continue;
            m_bench.interrupt();
            m_recorded.interrupted = !interactive;
        }
        take();
        if (const auto *wrong = std::get_if<Wrong>(&m_bench.last()))
            return refuse(*wrong, number, name);
        if (m_given.has("json"))
            return done;
        const Told answer = told(m_terminal, *m_recorded.trace, std::get<bench::Outcome>(m_bench.last()), number);
        const QString shown = QStringLiteral("%1 %2; %3").arg(number, 4).arg(text, answer.answer).trimmed();
        m_terminal.line(answer.took.isEmpty() ? shown : QStringLiteral("%1   (%2)").arg(shown, answer.took));
        m_terminal.finish();
        return done;
    }

    int refuse(const Wrong &wrong, int number, const QString &name)
    {
        m_terminal.finish();
        return m_terminal.fail(m_given.say("Cli", "%1, line %2, column %3: %4", "a file, and what is wrong there").arg(name).arg(number).arg(wrong.column)
                                   .arg(why(m_given, wrong) + near_names(m_given, wrong)));
    }

    const Given &m_given;
    Terminal &m_terminal;
    bench::Bench &m_bench;
    Kept &m_kept;
    const HeldSignals &m_held;
    Recorded m_recorded;
};

bool write_c(const Given &given, const QString &path, const std::string &text)
{
    const auto written = archive::new_file(path, [&](QIODevice &file, const archive::StillGood &) { file.write(text.data(), qint64(text.size())); });
    if (!written)
        given.terminal.fail(lessons::fault(given.terminal.language(), written, path));
    return bool(written);
}

int run(const Given &given)
{
    Terminal &terminal = given.terminal;
    const QString name = given.arguments[0], save = given.value("save"), c = given.value("export-c");
    for (const char *option : {"save", "export-c"})
        if (given.has(option) && given.value(option).isEmpty())
            return terminal.misuse(given.say("Cli", "The option %1 needs a value.").arg(QStringLiteral("--") + QLatin1String(option)), QStringLiteral("bench"));
    for (const QString &written : {save, c})
        if (!written.isEmpty() && name != u"-" && !lessons::bench_named(name) && is_same_file(written, name))
            return terminal.misuse(given.say("Cli", "%1 holds the statements: write to another file.").arg(name), QStringLiteral("bench"));
    if (const QString twice = written_twice({save, c}); !twice.isEmpty())
        return terminal.misuse(given.say("Cli", "%1 would be written twice.").arg(twice), QStringLiteral("bench"));
    if (!c.isEmpty() && !can_write(terminal, c))
        return failed;
    Lines lines(name);
    if (!lines.good())
        return terminal.fail(given.say("Cli", "%1 cannot be read: %2.").arg(name, lines.error()));
    Kept kept(terminal, save, {.server = "bench"});
    if (!kept.can_be_saved())
        return failed;
    std::optional<HeldSignals> held(std::in_place); // until the recording is saved
    bench::Bench bench({.other_addresses = given.has("allow-other-addresses")});
    if (const int error = bench.start())
        return terminal.fail(given.say("Cli", "The bench cannot begin: %1.").arg(words::error_name(error)));
    Session session(given, bench, kept, *held);
    int code = session.run(lines, name, name == u"-" && ::isatty(0));
    bench.stop();
    session.take();
    if (!c.isEmpty() && !write_c(given, c, bench.in_c()))
        code = failed;
    if (!kept.save(session.recorded()))
        code = failed;
    held.reset();
    if (given.has("json"))
        print_events(terminal, *session.recorded().trace, true);
    return terminal.finish(code);
}

} // namespace

constinit const Command bench_command{
    .name = "bench",
    .arguments = "FILE|NAME|-",
    .summary = QT_TRANSLATE_NOOP("Cli", "Execute statements of C, one a line, each by a real, measured thread."),
    .more = QT_TRANSLATE_NOOP("Cli", "A file, or a name from \"iomodels list benches\"; with - they are read from standard input, and each is "
                                     "answered at once. The thread has a descriptor table of its own, "
                                     "whose 0, 1 and 2 are a terminal of its own. Ctrl-C interrupts a statement that sleeps."),
    .options = options,
    .draws = false,
    .least = 1,
    .most = 1,
    .run = run,
};

} // namespace cli
