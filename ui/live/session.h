// SPDX-License-Identifier: MIT
// What the window looks at: one recording, the instant of it that is shown, and the run that may still be adding to it.
#pragma once

#include "ui/common/background.h"
#include "ui/live/recording.h"

#include "lab/run.h"

#include <QObject>
#include <QTimer>

#include <memory>
#include <optional>

namespace ui {

class Session : public QObject {
    Q_OBJECT
public:
    enum class Activity : uint8_t { none, starting, running, stopping };

    explicit Session(QObject *parent = nullptr);
    ~Session() override; // stops the run

    // --- what is shown
    const trace::Trace &trace() const { return *m_recording->trace; }
    const replay::Replay &replay() const { return m_recording->replay; }
    std::shared_ptr<const Recording> recording() const { return m_recording; }
    // What is saved: the recording, or, of one whose end is hidden, all of it.
    std::shared_ptr<const Recording> whole() const { return m_whole ? m_whole : m_recording; }
    replay::Instant instant() const { return m_instant; }
    // The World at instant(); folded once.
    const replay::World &world() const;
    // The instant shown is now: it follows what the run adds.
    bool live() const { return m_following && m_run != nullptr; }
    // The instant shown is the latest recorded.
    bool at_end() const;

    // The program whose descriptors, sets, terminal and listing are shown, of Trace::programs.
    uint16_t front() const { return m_front; }
    void set_front(uint16_t program);
    // A question about the first argument of select() is open: no figure tells it.
    bool bound_asked() const { return m_bound_asked; }
    void set_bound_asked(bool asked);

    // Looks at an instant; the run, if any, goes on.
    void go(replay::Instant instant);
    void go_first();
    void go_last(); // follows the run again
    void next();
    void previous();
    void skip(int moments); // so many further, or back

    // --- the run
    Activity activity() const { return m_activity; }
    // The run, or nothing. To be used from the window's thread and handed to workers.
    const std::shared_ptr<lab::Run> &run() const { return m_run; }
    bool paused() const { return m_run && m_run->paused(); }
    // Ends the run there is and starts another; away from this thread. failed() or started() follows.
    void start(const lab::Settings &settings);
    // Asks the run to end; stopped() follows.
    void stop();
    void pause();
    void resume();
    // Forward by one: at now it lets the thread that has waited longest at the gate do one call, in the past it looks at
    // the next moment. A run that is not paused is paused first.
    void step();

    // Shows another recording; a run there is ends. `whole`: of which it is the beginning, the rest of which is hidden.
    void show(std::shared_ptr<Recording> recording, std::shared_ptr<const Recording> whole = {});

    // The latest change of the instant is nothing to be moved to: only time has passed, or changes come one upon the other.
    bool calm() const { return m_calm; }
    // Something is about to be recorded: it is looked for at once, not when it is convenient.
    void look_soon();
    // The same, now: what was recorded until now is there when it returns.
    void look_now();

    // The first event that the latest change of the recording has put where it is.
    size_t first_new() const { return m_first_new; }

    // While a worker reads the recording nothing is added to it; the run keeps what it records.
    void hold(bool held) { m_held = held; }

    // A client, of this program or another, has come.
    bool visited() const { return m_visited; }
    // Something was recorded that is in no file yet, and somebody did something in it.
    bool unsaved() const { return m_unsaved; }
    void set_saved() { m_unsaved = false; }
    // What is marked in the recording, saved with it; also in what is hidden of it. Those set are of what is shown.
    const std::vector<archive::Bookmark> &bookmarks() const { return whole()->bookmarks; }
    void set_bookmarks(std::vector<archive::Bookmark> bookmarks);

signals:
    void instant_changed();   // or the recording around it has grown
    void recording_changed(); // it is another one
    void state_changed();     // activity, paused or live
    void started();
    void stopped();
    void failed(const lab::Problem &problem);
    void nothing_held();      // a step found no thread at the gate
    void memory_exhausted();  // the run was stopped because of it
    void recorded(const trace::Batch &batch); // before it is part of the trace

private:
    // How long a run that must make room, for another or because the window is closed, may go on without anything of it ending.
    static constexpr std::chrono::milliseconds in_the_way{500};

    void adopt(std::shared_ptr<lab::Run> run);
    void tick();
    // What has been taken in: nothing, time alone, or events.
    enum class Taken : uint8_t { nothing, time, events };
    Taken take_in();
    void set_pace(Taken taken);
    std::optional<size_t> last_returned() const;
    void finish();
    void retire(std::shared_ptr<lab::Run> run);
    void set_instant(replay::Instant instant, bool following);
    void set_activity(Activity activity);

    Background m_background{1}; // in order: a run must have gone before the next wants its port
    std::shared_ptr<Recording> m_recording;
    std::shared_ptr<const Recording> m_whole; // nullptr: m_recording is
    std::shared_ptr<lab::Run> m_run;
    Activity m_activity = Activity::none;
    int m_starts = 0; // tells a late start from the latest
    replay::Instant m_instant;
    uint16_t m_front = 0;
    bool m_bound_asked = false;
    bool m_following = true, m_visited = false, m_unsaved = false, m_held = false;
    mutable std::optional<replay::World> m_world;
    QTimer m_tick;
    int m_in_a_row = 0, m_in_vain = 0; // ticks that brought events, that brought none
    bool m_calm = false;
    bool m_stepped = false;           // a thread at the gate has been let go on: what returns is looked at
    size_t m_first_new = 0;           // of the events taken in last
    std::optional<size_t> m_returned; // the call that did, as long as nothing else happens
};

} // namespace ui
