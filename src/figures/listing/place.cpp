// SPDX-License-Identifier: MIT
#include "figures/listing/place.h"

namespace figures {
namespace {

// What `thread` did last that stands in a listing: the line it left for a handler, once that has been left. Looks back so far.
const trace::Event *last_in_listing(const trace::Trace &trace, size_t thread, size_t last)
{
    constexpr size_t farthest = 4096;
    int handlers = 0; // left on the way back
    for (size_t i = std::min(last + 1, trace.events().size()), seen = 0; i-- > 0 && seen < farthest; ++seen) {
        const trace::Event &event = trace.events()[i];
        if (event.thread != thread)
            continue;
        if (event.line > 0 && event.file < trace.files.size() && handlers <= 0)
            return &event;
        handlers += (event.call == trace::Call::handler_end) - (event.call == trace::Call::handler_begin);
    }
    return nullptr;
}

} // namespace

Place place_of(const Scene &scene)
{
    const trace::Trace &trace = scene.replay.trace();
    Place place;
    if (const size_t front = scene.front_thread(); front < trace.threads.size()) {
        place.server = front;
        if (*place.server < scene.world.threads.size()) {
            const replay::Thread &thread = scene.world.threads[*place.server];
            const trace::Event *event = thread.call ? &*thread.call : nullptr;
            if (!event && thread.last)
                event = last_in_listing(trace, *place.server, *thread.last);
            if (event && event->line > 0 && event->file < trace.files.size()) {
                place.file = QString::fromStdString(trace.files[event->file]);
                place.line = event->line;
                place.asleep = thread.call && thread.state == replay::State::asleep;
            }
        }
    }
    if (place.file.isEmpty() && scene.front < trace.programs.size())
        place.file = QString::fromStdString(trace.programs[scene.front].listing);
    return place;
}

bool is_typed(const Scene &scene, const Place &place)
{
    const auto &programs = scene.replay.trace().programs;
    return scene.front < programs.size() && !programs[scene.front].text.empty() && listing_text(place.file).isEmpty();
}

QStringList text_of(const Scene &scene, const Place &place)
{
    return is_typed(scene, place) ? QString::fromStdString(scene.replay.trace().programs[scene.front].text).split(u'\n') : listing_text(place.file);
}

} // namespace figures
