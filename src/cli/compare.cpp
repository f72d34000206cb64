// SPDX-License-Identifier: MIT
// iomodels compare: the same work by several models, measured.
#include "cli/command.h"
#include "cli/compare_files.h"
#include "cli/sources.h"

#include "archive/new_file.h"
#include "lessons/comparison.h"
#include "lessons/problems.h"

#include <QDir>

#include <atomic>
#include <cmath>
#include <future>
#include <random>
#include <unistd.h>

namespace cli {
namespace {

using comparison::Result;
using comparison::Workload;

const Option options[] = {
    {"models", "NAME,...",
     QT_TRANSLATE_NOOP("Cli", "Which models: servers of \"iomodels list servers\", with a variant after a colon: "
                              "nonblocking:MS (a pause between rounds of polling), sigio:queued, aio:signal, aio:thread, "
                              "epoll:edge. \"udp\" is one of each model of the lecture over UDP, \"all\" is every server, "
                              "\"two-inputs\" are the three ways to wait for a keyboard and a socket. "
                              "Otherwise one of each model over TCP.")},
    {"clients", "N", QT_TRANSLATE_NOOP("Cli", "How many clients, 1 to 1000; otherwise 1.")},
    {"bytes", "N", QT_TRANSLATE_NOOP("Cli", "The size of a message; otherwise 64.")},
    {"messages", "N", QT_TRANSLATE_NOOP("Cli", "How many messages each client sends; otherwise 10.")},
    {"arrivals", "paced|bursty",
     QT_TRANSLATE_NOOP("Cli", "Paced: a client sends a message at a time and waits for the answer. Bursty: all clients "
                              "send all their messages at once. Otherwise paced.")},
    {"pace", "MILLISECONDS", QT_TRANSLATE_NOOP("Cli", "The time from one message of a client to its next; otherwise 4.")},
    {"repeat", "N", QT_TRANSLATE_NOOP("Cli", "How often each model runs; otherwise 5.")},
    {"seed", "N", QT_TRANSLATE_NOOP("Cli", "The order of the runs is shuffled from this number; otherwise it is new each time.")},
    {"json", nullptr, QT_TRANSLATE_NOOP("Cli", "Print one JSON object instead of the table; times in ns.")},
    {"csv", "FILE", QT_TRANSLATE_NOOP("Cli", "Also write the figures of every run, a line each.")},
    {"o,output", "FILE", QT_TRANSLATE_NOOP("Cli", "Also draw the comparison: %1."), picture_files},
    {"from", "FILE.iotrace ...",
     QT_TRANSLATE_NOOP("Cli", "Run nothing: draw the last message that was awaited in each of these recordings, all over UDP or all over TCP.")},
    {"table", "in|out",
     QT_TRANSLATE_NOOP("Cli", "The picture with the table of the figures, or without it, as a slide; otherwise in, with --from out.")},
    {"title", "TEXT", QT_TRANSLATE_NOOP("Cli", "The picture's title, instead of the usual one.")},
    {"size", "WxH", QT_TRANSLATE_NOOP("Cli", "Width and height of the picture in pixels at scale 1; otherwise as the figure likes.")},
    {"theme", "light|dark|projector|print",
     QT_TRANSLATE_NOOP("Cli", "Colours for a screen or a projector, or black on white for paper; otherwise light.")},
    {"save-traces", "FOLDER", QT_TRANSLATE_NOOP("Cli", "Also save the recording of every run.")},
};

std::nullopt_t wrong(const Given &given, const QString &why)
{
    given.terminal.misuse(why, QStringLiteral("compare"));
    return std::nullopt;
}

// A whole number; nothing: misused, which has been said.
std::optional<qlonglong> whole(const Given &given, const char *option, qlonglong otherwise)
{
    if (!given.has(option))
        return otherwise;
    bool good = false;
    const qlonglong value = given.value(option).toLongLong(&good);
    if (good)
        return value;
    return wrong(given, given.say("Cli", "--%1 takes a whole number, not \"%2\".").arg(QLatin1String(option), given.value(option)));
}

std::optional<Workload> workload(const Given &given)
{
    Workload workload;
    const auto clients = whole(given, "clients", workload.clients);
    const auto bytes = clients ? whole(given, "bytes", workload.bytes) : clients;
    const auto messages = bytes ? whole(given, "messages", workload.messages) : bytes;
    const auto repeats = messages ? whole(given, "repeat", workload.repeats) : messages;
    if (!repeats)
        return {};
    const auto narrow = [](qlonglong value) { return int(std::clamp<qlonglong>(value, INT32_MIN, INT32_MAX)); };
    workload.clients = narrow(*clients);
    workload.bytes = *bytes;
    workload.messages = narrow(*messages);
    workload.repeats = narrow(*repeats);
    if (given.value("arrivals") == u"bursty")
        workload.arrivals = Workload::bursty;
    else if (given.has("arrivals") && given.value("arrivals") != u"paced")
        return wrong(given, given.say("Cli", "Arrivals are paced or bursty, not \"%1\".").arg(given.value("arrivals")));
    if (given.has("pace")) {
        if (workload.arrivals == Workload::bursty)
            return wrong(given, given.say("Cli", "A burst has no pace: --pace is for paced arrivals."));
        bool good = false;
        const double pace = given.value("pace").toDouble(&good);
        if (!good || !std::isfinite(pace))
            return wrong(given, given.say("Cli", "--%1 takes a number of milliseconds, not \"%2\".")
                                    .arg(QStringLiteral("pace"), given.value("pace")));
        workload.pace = std::chrono::microseconds(std::llround(std::clamp(pace, -1.0, 1e9) * 1000));
    }
    return workload;
}

std::optional<std::vector<comparison::Entry>> entries(const Given &given)
{
    if (!given.has("models"))
        return comparison::usual();
    if (given.value("models") == u"udp")
        return comparison::usual_udp();
    if (given.value("models") == u"all")
        return comparison::every();
    if (given.value("models") == u"two-inputs")
        return comparison::two_inputs();
    std::vector<comparison::Entry> entries;
    for (const QString &name : given.value("models").split(u',')) {
        const comparison::Entry entry = comparison::entry(name.toStdString());
        if (!entry.server)
            return wrong(given, given.say("Cli", "There is no model \"%1\"; \"iomodels list servers\" names them.").arg(name));
        entries.push_back(entry);
    }
    return entries;
}

// While it runs, on a terminal: how far it is.
class Meter {
public:
    explicit Meter(Terminal &terminal) : m_terminal(terminal), m_shown(isatty(STDERR_FILENO)) {}
    ~Meter() { write({}); }
    void show(size_t done, size_t all) const
    {
        write(m_terminal.say("Cli", "Run %1 of %2", "progress").arg(done).arg(all));
    }

private:
    void write(const QString &text) const
    {
        const QByteArray line = "\r\033[K" + text.toUtf8();
        if (m_shown && ::write(STDERR_FILENO, line.constData(), size_t(line.size())) < 0)
            return; // a terminal that is gone
    }
    Terminal &m_terminal;
    const bool m_shown;
};

QString trace_path(const QString &folder, const comparison::Entry &entry, int round)
{
    QString model = QString::fromStdString(entry.name());
    return QStringLiteral("%1/%2-%3.iotrace").arg(folder, model.replace(u':', u'-')).arg(round + 1);
}

// All that the options make it write.
QStringList to_be_written(const Given &given, const std::vector<comparison::Entry> &models, const comparison::Workload &work)
{
    QStringList all{given.value("csv"), given.value("output")};
    if (given.has("save-traces"))
        for (const comparison::Entry &model : models)
            for (int round = 0; round < work.repeats; ++round)
                all += trace_path(given.value("save-traces"), model, round);
    return all;
}

bool write_csv(const Given &given, const Result &result, const QString &path)
{
    const std::string text = comparison::csv(result);
    const auto written = archive::new_file(path, [&](QIODevice &file, const archive::StillGood &) {
        file.write(text.data(), qint64(text.size()));
    });
    if (!written)
        given.terminal.fail(lessons::fault(given.terminal.language(), written, path));
    return bool(written);
}

// Does the runs; true if a signal broke them off. `good` becomes false when a recording could not be saved.
bool perform(const Given &given, Result &result, bool &good)
{
    const HeldSignals held;
    const Meter meter(given.terminal);
    const QString folder = given.value("save-traces");
    const size_t all = result.plan.entries.size() * size_t(result.plan.workload.repeats);
    std::atomic<bool> cancelled = false;
    auto done = std::async(std::launch::async, [&] {
        comparison::compare(result.plan, [&] { return cancelled.load(); }, [&](comparison::Run &&run, size_t to_come) {
            if (good && run.trace && !folder.isEmpty())
                good = save_recording(given.terminal, *run.trace, trace_path(folder, result.plan.entries[run.entry], run.round));
            result.add(std::move(run));
            meter.show(all - to_come, all);
        });
    });
    while (done.wait_for(std::chrono::seconds(0)) != std::future_status::ready)
        if (held.arrived())
            cancelled = true;
    done.get();
    return cancelled;
}

int run(const Given &given)
{
    Terminal &terminal = given.terminal;
    if (given.has("from"))
        return compare_recordings(given);
    if (!given.arguments.isEmpty())
        return terminal.misuse(given.say("Cli", "\"%1\" is one too many.").arg(given.arguments[0]), QStringLiteral("compare"));
    const auto work = workload(given);
    const auto models = work ? entries(given) : std::nullopt;
    const auto misfit = models ? comparison::misfit_of({*models, *work}) : comparison::Misfit::none;
    if (misfit != comparison::Misfit::none)
        return terminal.misuse(lessons::misfit(terminal.language(), misfit), QStringLiteral("compare"));
    const auto seed = models ? whole(given, "seed", 0) : std::nullopt;
    if (!seed)
        return wrong_usage;
    const auto wish = compared_picture(given, true);
    if (!wish)
        return wrong_usage;
    const QString picture = given.value("output");
    if (given.has("output") && !drawing::format_of(picture))
        return terminal.misuse(no_format(given, picture), QStringLiteral("compare"));
    for (const QString &file : {picture, given.value("csv")})
        if (!file.isEmpty() && !can_write(terminal, file))
            return failed;
    if (const QString twice = written_twice(to_be_written(given, *models, *work)); !twice.isEmpty())
        return terminal.misuse(given.say("Cli", "%1 would be written twice.").arg(twice), QStringLiteral("compare"));
    if (const QString folder = given.value("save-traces"); !folder.isEmpty() && !QDir().mkpath(folder))
        return terminal.fail(given.say("Cli", "The folder %1 cannot be made.").arg(folder));

    Result result{{*models, *work, given.has("seed") ? uint64_t(*seed) : std::random_device()()}, {}};
    bool good = true;
    const bool interrupted = perform(given, result, good);
    int code = good ? done : failed;
    // First the files: who reads the output may not read.
    if (given.has("csv") && !write_csv(given, result, given.value("csv")))
        code = failed;
    if (given.has("output") && !draw_compared(given, *wish, comparison_scene(terminal.language(), result), slide_scene(terminal.language(), result, wish->title), picture))
        code = failed;
    if (given.has("json"))
        terminal.line(comparison_json(result));
    else
        print_comparison(terminal, result);
    code = terminal.finish(code);
    for (const comparison::Run &run : result.runs)
        if (run.failure)
            code = terminal.fail(lessons::failure(terminal.language(), result.plan.entries[run.entry], *run.failure));
    if (interrupted)
        code = terminal.fail(given.say("Cli", "A signal ended the comparison early; the runs that were over by then are shown."));
    return code;
}

} // namespace

constinit const Command compare_command{
    .name = "compare",
    .arguments = "[--from FILE.iotrace ...]",
    .summary = QT_TRANSLATE_NOOP("Cli", "Let several models do the same work, and measure them."),
    .more = QT_TRANSLATE_NOOP("Cli", "Real runs, one at a time, in an order that changes from round to round. What is "
                                     "printed was measured: the order of the models is what it turns out to be."),
    .options = options,
    .draws = true,
    .least = 0,
    .most = 1000,
    .run = run,
};

} // namespace cli
