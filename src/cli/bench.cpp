// SPDX-License-Identifier: MIT
// iomodels bench: statements of C, each executed by a real, measured thread, and answered.
#include "cli/command.h"
#include "cli/event_lines.h"
#include "cli/kept.h"
#include "cli/sources.h"

#include "archive/new_file.h"
#include "bench/seat.h"
#include "lab/run.h"
#include "lessons/catalogue.h"
#include "lessons/problems.h"
#include "lessons/statement_problem.h"
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
    if (!outcome.shown.empty())
        return {QStringLiteral("= ") + QString::fromStdString(outcome.shown), {}};
    // A poll in vain that may still be repeated is over, too.
    for (const auto *events : {&trace.in_flight(), &trace.events()})
        for (size_t i = events->size(); i-- > 0 && outcome.call != calls::Call::count_;)
            if (const trace::Event &event = (*events)[i]; event.line == uint16_t(line) && event.call == outcome.call)
                return {calls::is_call(outcome.call) || outcome.value ? words::answered_text(trace, event) : QString(),
                        calls::is_call(outcome.call) ? terminal.language().duration(event.end - event.begin) : QString()};
    return {outcome.value ? QStringLiteral("= %1").arg(*outcome.value) : QString(), {}};
}

class Session {
public:
    Session(const Given &given, lab::Run &run, Kept &kept, const HeldSignals &held)
        : m_given(given), m_terminal(given.terminal), m_run(run), m_bench(*run.bench()), m_kept(kept), m_held(held)
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
        trace::Batch batch = m_run.take();
        m_kept.take(batch, m_run.description());
        m_recorded.trace->append(std::move(batch));
        m_recorded.trace->run = m_run.description();
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

    int execute(QByteArray line, int number, const QString &name, bool interactive)
    {
        if (number == 1 && line.startsWith("\xef\xbb\xbf")) // some editors begin a file with it
            line.remove(0, 3);
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
            if (m_run.ended())
                return m_terminal.fail(lessons::problem(m_terminal.language(), m_run.problem().value_or(lab::Problem{"bench", ESRCH})));
            if (!m_held.arrived())
                continue;
            m_bench.interrupt();
            m_recorded.interrupted = !interactive;
        }
        take();
        const auto outcome = m_bench.last()->outcome;
        if (const auto *wrong = std::get_if<Wrong>(&outcome))
            return refuse(*wrong, number, name);
        if (m_given.has("json"))
            return done;
        const Told answer = told(m_terminal, *m_recorded.trace, std::get<bench::Outcome>(outcome), number);
        const QString shown = QStringLiteral("%1 %2; %3").arg(number, 4).arg(text, answer.answer).trimmed();
        m_terminal.line(answer.took.isEmpty() ? shown : QStringLiteral("%1   (%2)").arg(shown, answer.took));
        m_terminal.finish();
        return done;
    }

    int refuse(const Wrong &wrong, int number, const QString &name)
    {
        m_terminal.finish();
        return m_terminal.fail(m_given.say("Cli", "%1, line %2, column %3: %4", "a file, and what is wrong there").arg(name).arg(number).arg(wrong.column)
                                   .arg(lessons::statement_problem(m_terminal.language(), wrong)));
    }

    const Given &m_given;
    Terminal &m_terminal;
    lab::Run &m_run;
    bench::Seat &m_bench;
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
    lab::Run of_bench({.server = "bench", .occupant = std::make_shared<bench::Seat>(given.has("allow-other-addresses"))});
    if (const auto problem = of_bench.start())
        return terminal.fail(lessons::problem(terminal.language(), *problem));
    Session session(given, of_bench, kept, *held);
    int code = session.run(lines, name, name == u"-" && ::isatty(0));
    of_bench.stop();
    session.take();
    if (!c.isEmpty() && !write_c(given, c, of_bench.bench()->in_c()))
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
