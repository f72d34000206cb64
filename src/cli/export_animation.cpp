// SPDX-License-Identifier: MIT
#include "cli/export_animation.h"

#include "cli/export_wish.h"
#include "cli/moment.h"
#include "cli/pictures.h"
#include "cli/sources.h"
#include "cli/subject.h"
#include "figures/animation.h"
#include "lessons/problems.h"

namespace cli {
namespace {

constexpr double most_seconds = 600;

// The frames and the seconds asked for; on misuse says what is wrong and returns false.
bool paced(const Given &given, figures::Film &film)
{
    const QString frames = given.value("frames");
    if (given.has("frames") && frames != u"moments" && frames != u"chapters") {
        given.terminal.misuse(given.say("Cli", "The frames of an animation are moments or chapters, not \"%1\".").arg(frames), QStringLiteral("export"));
        return false;
    }
    film.each = frames == u"chapters" ? figures::Frames::chapters : figures::Frames::moments;
    if (film.each == figures::Frames::chapters && given.has("range")) {
        given.terminal.misuse(given.say("Cli", "A range is of steps: it goes with --frames moments."), QStringLiteral("export"));
        return false;
    }
    bool good = true;
    const double seconds = given.has("seconds") ? given.value("seconds").toDouble(&good) : 20;
    if (!good || !(seconds > 0 && seconds <= most_seconds)) {
        given.terminal.misuse(given.say("Cli", "The seconds of an animation are a number above 0 and up to %1, not \"%2\".").arg(most_seconds).arg(given.value("seconds")),
                              QStringLiteral("export"));
        return false;
    }
    film.whole = int(seconds * 1'000);
    return true;
}

} // namespace

int write_animation(const Given &given, const QString &path)
{
    const auto wished = wish(given, true);
    if (!wished)
        return wrong_usage;
    const auto &language = given.terminal.language();
    const auto film_of = [&](const replay::Replay &replay) {
        return figures::Film{.replay = replay, .figure = *wished->figure, .language = language, .theme = drawing::Theme::of(wished->theme),
                             .range = wished->range, .size = wished->size, .scale = wished->scale};
    };
    const trace::Trace none;
    const replay::Replay nothing(none);
    figures::Film asked = film_of(nothing);
    if (!paced(given, asked))
        return wrong_usage;
    if (!can_write(given.terminal, path))
        return failed;
    const HeldSignals held;
    const Subject of = subject(given, given.arguments[0], held);
    if (!of.trace && of.lesson && of.lesson->comparison)
        return given.terminal.fail(given.say("Cli", "The lesson %1 compares several runs: it has no animation.").arg(of.name));
    if (!of.trace)
        return failed;
    const replay::Replay replay(*of.trace);
    if (wished->range.to > double(std::max<size_t>(of.trace->events().size(), 1))) {
        no_step(given.terminal, replay, given.value("range").section(u'-', 1));
        return failed;
    }
    const auto front = front_of(given, *of.trace);
    if (!front)
        return failed;
    figures::Film film = film_of(replay);
    film.front = *front;
    film.each = asked.each;
    film.whole = asked.whole;
    const std::vector<figures::Frame> frames = figures::frames_of(film);
    if (frames.empty())
        return given.terminal.fail(given.say("Cli", "The recording has no chapters: its frames can be its moments only."));
    if (frames.size() > drawing::most_frames)
        return given.terminal.fail(given.say("Cli", "%1 was not written: an animation has at most %2 frames. Choose some steps with --range FROM-TO.").arg(path).arg(drawing::most_frames));
    if (!drawing::has_area(figures::size_of(film, frames) * film.scale, drawing::animation_format_of(path)->largest_side))
        return given.terminal.fail(picture_fault(given, {drawing::PictureFault::bad_size, {}}, path));
    const auto result = drawing::save(figures::animation_of(film, frames), path, [&held](qint64, qint64) { return !held.arrived(); });
    if (result.fault == archive::Fault::cancelled)
        return interrupted(given);
    return result ? done : given.terminal.fail(lessons::fault(language, result, path));
}

} // namespace cli
