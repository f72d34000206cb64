// SPDX-License-Identifier: MIT
// The Session's dealings with the run: starting, stepping, taking in what it records, ending.
#include "ui/live/session.h"

#include "calls/verbs.h"

#include <new>
#include <utility>

namespace ui {
namespace {

constexpr int64_t idle_ns = 2'000'000'000; // how often the time that passes is shown while nothing ends
constexpr int frame_ms = 16, leisure_ms = 150; // how often it is looked for what was recorded: in between, and at rest or in a flood
constexpr int flood = 8, rest = 12;            // ticks in a row that brought events, that brought none

} // namespace

void Session::set_activity(Activity activity)
{
    if (activity == m_activity)
        return;
    m_activity = activity;
    emit state_changed();
}

void Session::start(const lab::Settings &settings)
{
    const int start = ++m_starts;
    m_tick.stop();
    retire(std::exchange(m_run, nullptr));
    set_activity(Activity::starting);
    m_background.run([this, settings, start]() -> Background::After {
        auto run = std::make_shared<lab::Run>(settings);
        const std::optional<lab::Problem> problem = run->start();
        return [this, start, run, problem] {
            if (start != m_starts)
                return retire(run);
            if (!problem)
                return adopt(run);
            set_activity(Activity::none);
            emit failed(*problem);
        };
    });
}

void Session::adopt(std::shared_ptr<lab::Run> run)
{
    m_run = std::move(run);
    m_recording = std::make_shared<Recording>();
    m_whole.reset();
    m_recording->trace->run = m_run->description();
    m_unsaved = m_visited = false;
    m_following = true;
    m_world.reset();
    m_instant = {};
    m_front = 0;
    m_activity = Activity::running;
    emit recording_changed();
    m_tick.start();
    tick();
    emit state_changed();
    emit started();
}

Session::Taken Session::take_in()
{
    trace::Batch batch = m_run->take();
    if (batch.empty() && (!m_following || batch.until < trace().until() + idle_ns)) // of the past no more is to be seen
        return Taken::nothing;
    bool called = false, happened = batch.in_flight_changed; // and was not only seen from outside
    for (const trace::Program &program : batch.programs)
        m_visited |= program.origin == trace::Origin::script;
    for (const trace::Event &event : batch.events) {
        m_visited |= calls::accepts(event) && event.result >= 0;
        called |= calls::is_system_call(event.call);
        m_visited |= m_run->settings().occupant && event.line != 0; // somebody has given it a statement
        happened |= calls::row(event.call).kind != calls::Kind::observation;
    }
    m_unsaved |= m_visited && called;
    emit recorded(batch);
    m_first_new = m_recording->trace->append(std::move(batch));
    m_recording->replay.extend(m_first_new);
    m_recording->trace->run = m_run->description();
    m_world.reset();
    return happened ? Taken::events : Taken::time;
}

void Session::tick()
{
    if (m_held)
        return;
    const bool ended = m_run->ended(); // asked first: what was recorded before is then complete
    try {
        const Taken taken = take_in();
        set_pace(taken);
        if (taken == Taken::events || (taken == Taken::time && m_following)) { // else nothing is to be seen of it
            if (taken == Taken::events)
                m_returned = paused() && m_stepped ? last_returned() : std::nullopt;
            if (m_following)
                m_instant = m_returned ? replay().step(*m_returned) : replay().last();
            m_calm = taken == Taken::time || m_in_a_row >= flood || !m_following;
            emit instant_changed();
            m_calm = false;
        }
    } catch (const std::bad_alloc &) {
        emit memory_exhausted();
        stop();
    }
    if (ended)
        finish();
}

// The latest of the new events that a thread has done, not what was seen of it from outside.
std::optional<size_t> Session::last_returned() const
{
    const auto &events = trace().events();
    for (size_t i = events.size(); i > m_first_new; --i)
        if (calls::row(events[i - 1].call).kind != calls::Kind::observation)
            return i - 1;
    return {};
}

// At rest nobody waits for the next event, and in a flood nobody can follow each.
void Session::set_pace(Taken taken)
{
    m_in_a_row = taken == Taken::events ? m_in_a_row + 1 : 0;
    m_in_vain = taken == Taken::events ? 0 : m_in_vain + 1;
    const int interval = m_in_a_row >= flood || m_in_vain >= rest ? leisure_ms : frame_ms;
    if (interval != m_tick.interval()) {
        m_tick.setTimerType(interval == frame_ms ? Qt::PreciseTimer : Qt::CoarseTimer);
        m_tick.setInterval(interval);
    }
}

void Session::look_soon()
{
    m_in_vain = 0;
    if (m_tick.isActive() && m_in_a_row < flood)
        m_tick.setInterval(frame_ms);
}

void Session::look_now()
{
    if (m_tick.isActive())
        tick();
}

void Session::finish()
{
    const std::optional<lab::Problem> problem = m_run->problem();
    m_tick.stop();
    retire(std::exchange(m_run, nullptr));
    set_activity(Activity::none);
    if (problem)
        emit failed(*problem);
    emit stopped();
}

// Its last owner waits for its threads, and that is not to be this one.
void Session::retire(std::shared_ptr<lab::Run> run)
{
    if (!run)
        return;
    run->request_stop(in_the_way);
    m_background.run([run]() mutable -> Background::After {
        run->stop();
        run.reset();
        return {};
    });
}

void Session::stop()
{
    if (m_activity == Activity::starting) {
        ++m_starts;
        set_activity(Activity::none);
        emit stopped();
    } else if (m_run) {
        m_run->request_stop();
        set_activity(Activity::stopping);
    }
}

void Session::pause()
{
    if (m_run && !m_run->paused()) {
        m_run->pause();
        emit state_changed();
    }
}

void Session::resume()
{
    if (m_run && m_run->paused()) {
        look_soon();
        m_stepped = false;
        m_returned.reset();
        m_run->resume();
        emit state_changed();
    }
}

void Session::step()
{
    if (!live() && !at_end())
        return next();
    if (!m_run)
        return;
    if (!m_run->paused())
        return pause();
    if (!live())
        go_last();
    look_soon();
    m_stepped = true;
    if (!m_run->step())
        emit nothing_held();
}

} // namespace ui
