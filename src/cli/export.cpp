// SPDX-License-Identifier: MIT
// iomodels export: a figure of a recording as a picture, or the recording for Perfetto.
#include "cli/export_animation.h"
#include "cli/export_page.h"
#include "cli/export_wish.h"
#include "cli/moment.h"
#include "cli/pictures.h"
#include "cli/sources.h"
#include "cli/subject.h"

#include "archive/iotrace.h"
#include "drawing/animation.h"
#include "figures/export.h"
#include "lessons/catalogue.h"
#include "lessons/problems.h"
#include "servers/server.h"

#include <QFileInfo>
#include <QRegularExpression>

#include <chrono>

namespace cli {
namespace {

constexpr auto chrome = "json", page = "html"; // the suffixes of a whole recording
constexpr std::chrono::seconds patience(30); // of a lesson that is run for its picture

const Option options[] = {
    {"figure", "NAME", QT_TRANSLATE_NOOP("Cli", "The figure: one of \"iomodels list figures\". Otherwise an animation has the stage.")},
    {"at", "N|end|CALL[:K]",
     QT_TRANSLATE_NOOP("Cli", "The instant: after step N, at the end, or after the server's K-th call of that name, "
                              "its last one without K. Otherwise the end.")},
    {"range", "FROM-TO",
     QT_TRANSLATE_NOOP("Cli", "For the figures crossing, timeline and overview, for a page and an animation: only steps FROM to TO, as it was "
                              "after TO unless --at says another instant.")},
    {"front", "PROGRAM",
     QT_TRANSLATE_NOOP("Cli", "The program whose descriptors, sets, terminal and listing are shown: its number, 1 for the server, or its name. "
                              "Otherwise the server.")},
    {"theme", "light|dark|projector|print",
     QT_TRANSLATE_NOOP("Cli", "Colours for a screen or a projector, or black on white for paper; otherwise light.")},
    {"frames", "moments|chapters", QT_TRANSLATE_NOOP("Cli", "The frames of an animation: a moment each, which is the usual, or a chapter each, at its end.")},
    {"seconds", "S",
     QT_TRANSLATE_NOOP("Cli", "How long an animation is; otherwise 20. Its frames stand in proportion to the time that really went by, but none "
                              "shorter than 0.1 s or longer than 3 s.")},
    {"size", "WxH", QT_TRANSLATE_NOOP("Cli", "Width and height in pixels at scale 1; otherwise as the figure likes.")},
    {"scale", "S", QT_TRANSLATE_NOOP("Cli", "How many pixels of a PNG or an animation stand for one of --size; otherwise 2, of an animation 1.")},
    {"o,output", "FILE",
     QT_TRANSLATE_NOOP("Cli", "Where to: %1 for a figure, FILE.gif or FILE.webp for one that moves; FILE.json for the whole recording as a Chrome trace, "
                              "which Perfetto opens; FILE.html for a page to step through in any browser; a folder for a "
                              "course, with a page for each LESSON."), picture_files},
};

// The recording named on the command line: a file, or the lesson of a server, run now. On failure says why.
std::unique_ptr<trace::Trace> recording(const Given &given)
{
    Terminal &terminal = given.terminal;
    const QString source = given.arguments[0];
    if (is_lesson(source)) {
        const HeldSignals held;
        Subject of = subject(given, source, held);
        if (!of.trace && of.lesson && of.lesson->comparison)
            terminal.fail(given.say("Cli", "The lesson %1 compares several runs: there is no recording of it to draw.").arg(of.name));
        return std::move(of.trace);
    }
    if (!servers::named(source.toStdString()))
        return open_recording(terminal, source);
    const lessons::Lesson *lesson = lessons::of_server(source);
    if (!lesson) {
        terminal.fail(
            given.say("Cli", "There is no lesson for \"%1\". Record it with \"iomodels run\" first.").arg(source));
        return nullptr;
    }
    const auto plan = planned_run(terminal, {.server = source, .script = QString::fromUtf8(lesson->name)});
    if (!plan)
        return nullptr;
    Recorded recorded = record(*plan, patience, HeldSignals(), [](int) {});
    if (judge(terminal, recorded, plan->script_name) != done)
        return nullptr;
    return std::move(recorded.trace);
}

// On misuse says so: an option of a picture where none is made.
bool is_for_a_picture(const Given &given, std::initializer_list<const char *> of_pictures, const QString &path)
{
    for (const char *option : of_pictures)
        if (given.has(option)) {
            given.terminal.misuse(
                given.say("Cli", "--%1 is for a picture, but %2 takes the whole recording.").arg(QLatin1String(option), path),
                QStringLiteral("export"));
            return true;
        }
    return false;
}

int write_chrome(const Given &given, const QString &path)
{
    if (is_for_a_picture(given, {"figure", "at", "range", "front", "theme", "size", "scale"}, path))
        return wrong_usage;
    const auto trace = recording(given);
    if (!trace)
        return failed;
    const auto result = archive::export_chrome(*trace, path);
    return result ? done
                  : given.terminal.fail(lessons::fault(given.terminal.language(), result, path));
}

int write_picture(const Given &given, const QString &path)
{
    const auto wished = wish(given, false);
    if (!wished)
        return wrong_usage;
    const auto trace = recording(given);
    if (!trace)
        return failed;
    const replay::Replay replay(*trace);
    if (wished->range.to > double(std::max<size_t>(trace->events().size(), 1))) {
        no_step(given.terminal, replay, given.value("range").section(u'-', 1));
        return failed;
    }
    auto instant = moment(given.terminal, replay, given.has("at") ? given.value("at") : QStringLiteral("end"));
    if (!instant)
        return failed;
    if (!given.has("at") && wished->range.to > 0 && wished->range.to < double(trace->events().size()))
        instant = replay.step(size_t(wished->range.to) - 1);
    const auto front = front_of(given, *trace);
    if (!front)
        return failed;
    const replay::World world = replay.at(*instant);
    const figures::Scene scene{.replay = replay,
                               .world = world,
                               .instant = *instant,
                               .language = given.terminal.language(),
                               .range = wished->range,
                               .selected = {},
                               .front = *front};
    const auto result = figures::export_figure(*wished->figure, scene, drawing::Theme::of(wished->theme), wished->size,
                                               path, wished->scale);
    return result ? done : given.terminal.fail(picture_fault(given, result, path));
}

int run(const Given &given)
{
    const QString path = given.value("output");
    const auto endings = [](const QString &before) {
        return drawing::suffixes(before) + drawing::animation_suffixes(before) + QStringList{before + QLatin1String(chrome), before + QLatin1String(page)};
    };
    if (path.isEmpty())
        return given.terminal.misuse(given.say("Cli", "Say where to: -o %1.", "names of files")
                                         .arg(given.terminal.language().either(endings(QStringLiteral("FILE.")))),
                                     QStringLiteral("export"));
    if (is_same_file(given.arguments[0], path))
        return given.terminal.misuse(given.say("Cli", "What is written would replace the recording %1: choose another name.").arg(given.arguments[0]),
                                     QStringLiteral("export"));
    const bool of_recording = QFileInfo(given.arguments[0]).isFile() && !is_lesson(given.arguments[0]); // of that there is no course: the ending was forgotten
    const bool is_folder = QFileInfo(path).isDir() || path.endsWith(u'/') || (QFileInfo(path).suffix().isEmpty() && !of_recording);
    if (is_folder && !is_for_a_picture(given, {"figure", "at", "range", "front", "theme", "size", "scale"}, path))
        return write_course(given, path);
    if (is_folder)
        return wrong_usage;
    if (given.arguments.size() > 1)
        return given.terminal.misuse(given.say("Cli", "\"%1\" is one too many.").arg(given.arguments[1]), QStringLiteral("export"));
    const bool moves = drawing::animation_format_of(path);
    for (const char *option : {"frames", "seconds"})
        if (given.has(option) && !moves)
            return given.terminal.misuse(given.say("Cli", "--%1 is for an animation, and %2 is none.").arg(QLatin1String(option), path), QStringLiteral("export"));
    if (moves && given.has("at"))
        return given.terminal.misuse(given.say("Cli", "An animation has many instants: choose its steps by --range, not by --at."), QStringLiteral("export"));
    if (moves)
        return write_animation(given, path);
    if (QFileInfo(path).suffix().toLower() == QLatin1String(page))
        return is_for_a_picture(given, {"figure", "at", "front", "theme", "size", "scale"}, path) ? wrong_usage : write_page(given, path);
    if (QFileInfo(path).suffix().toLower() == QLatin1String(chrome))
        return write_chrome(given, path);
    if (drawing::format_of(path))
        return write_picture(given, path);
    const QStringList all = endings(QStringLiteral("."));
    return given.terminal.misuse(given.say("Cli", "%1 ends neither in %2 nor in %3.", "a file, a suffix, others")
                                     .arg(path, all.first(), given.terminal.language().either(all.mid(1))),
                                 QStringLiteral("export"));
}

} // namespace

constinit const Command export_command{
    .name = "export",
    .arguments = "FILE.iotrace|SERVER|LESSON...",
    .summary = QT_TRANSLATE_NOOP("Cli", "Draw a figure of a recording into a file, or make a page of it."),
    .more = QT_TRANSLATE_NOOP("Cli", "With a server's name its lesson is run first and drawn then. --lang chooses the "
                                     "language of the picture, too, and the one a page opens in. For a course each LESSON is one of "
                                     "\"iomodels list lessons\", a file of your own, or a row of the lecture, as L7; \"lecture\" means all."),
    .options = options,
    .draws = true,
    .least = 1,
    .most = 1000,
    .run = run,
};

} // namespace cli
