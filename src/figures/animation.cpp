// SPDX-License-Identifier: MIT
#include "figures/animation.h"

#include "drawing/sheet.h"
#include "figures/export.h"

#include <algorithm>

namespace figures {
namespace {

constexpr qreal below = 200, strip = 6; // px: of the words, and of the time that is over

const Figure &in_words()
{
    return *named(u"words");
}

// Whether the step is told in words beside the figure: an overview has them, and they themselves need them not.
bool has_words_below(const Figure &figure)
{
    return figure.draw != overview && figure.draw != explanation;
}

Scene scene_of(const Film &film, const replay::World &world, replay::Instant instant)
{
    return {.replay = film.replay, .world = world, .instant = instant, .language = film.language, .range = film.range, .selected = {}, .front = film.front};
}

std::vector<Frame> of_chapters(const replay::Replay &replay)
{
    const auto &chapters = replay.trace().chapters;
    std::vector<Frame> frames;
    for (size_t i = 0; i < chapters.size(); ++i) {
        int64_t end = chapters[i].end ? chapters[i].end : replay.trace().end();
        if (i + 1 < chapters.size())
            end = std::min(end, chapters[i + 1].begin - 1); // it is still this one then
        frames.push_back({replay.at_time(end), end - chapters[i].begin});
    }
    return frames;
}

std::vector<Frame> of_moments(const replay::Replay &replay, const Range &range)
{
    const bool all = range.to <= range.from;
    const size_t from = all ? 0 : size_t(range.from), to = size_t(range.to); // steps [from, to)
    std::vector<Frame> frames;
    for (replay::Instant now = all || from == 0 ? replay.first() : replay.step(from);;) {
        if (!frames.empty())
            frames.back().lasted = now.time - frames.back().instant.time;
        frames.push_back({now, 0});
        const replay::Instant next = replay.next(now);
        if (next == now || (!all && next.complete > to) || frames.size() > most_frames)
            return frames;
        now = next;
    }
}

} // namespace

std::vector<Frame> frames_of(const Film &film)
{
    return film.each == Frames::chapters ? of_chapters(film.replay) : of_moments(film.replay, film.range);
}

QSizeF animated_size(const Figure &figure, const Scene &scene)
{
    return headed_size(figure, scene) + QSizeF(0, strip + (has_words_below(figure) ? below : 0));
}

QSizeF size_of(const Film &film, const std::vector<Frame> &frames)
{
    if (!film.size.isEmpty())
        return film.size;
    const replay::Instant last = frames.back().instant;
    const replay::World world = film.replay.at(last);
    return animated_size(film.figure, scene_of(film, world, last));
}

Drawing drawn(const Film &film, const std::vector<Frame> &frames, size_t frame)
{
    const QSizeF size = size_of(film, frames);
    const replay::Instant instant = frames[frame].instant;
    const replay::World world = film.replay.at(instant);
    const Scene scene = scene_of(film, world, instant);
    Sheet sheet(size);
    sheet.line({0, size.height() - strip}, {size.width(), size.height() - strip}, Ink::line);
    const bool chapters = film.each == Frames::chapters;
    const int64_t begin = frames.front().instant.time - (chapters ? frames.front().lasted : 0), end = std::max(frames.back().instant.time, begin + 1);
    sheet.box({0, size.height() - strip, size.width() * double(instant.time - begin) / double(end - begin), strip}, Ink::accent);
    Drawing whole = sheet.take();
    const qreal told = has_words_below(film.figure) ? std::min(below, size.height() / 3) : 0;
    place(whole, headed(film.figure, scene, {size.width(), size.height() - strip - told}), {});
    if (told > 0)
        place(whole, laid_out(in_words(), scene, {size.width(), told}), {0, size.height() - strip - told});
    return whole;
}

Animation animation_of(const Film &film, const std::vector<Frame> &frames)
{
    std::vector<int64_t> lasted(frames.size());
    std::ranges::transform(frames, lasted.begin(), &Frame::lasted);
    Animation animation;
    if (film.each == Frames::moments && !frames.empty()) { // the end is to be read before it begins anew
        lasted.pop_back();
        animation.stands = stands(lasted, std::max(0, film.whole - longest_frame));
        animation.stands.push_back(longest_frame);
    } else {
        animation.stands = stands(lasted, film.whole);
    }
    Film sized = film;
    sized.size = frames.empty() ? film.size : size_of(film, frames);
    animation.image = [sized, frames](size_t frame) { return rendered(drawn(sized, frames, frame), sized.theme, sized.scale); };
    for (Ink ink = Ink::paper; ink <= Ink::lit; ink = Ink(int(ink) + 1))
        animation.exact.push_back(film.theme.colour(ink).rgb());
    return animation;
}

} // namespace figures
