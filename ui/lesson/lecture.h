// SPDX-License-Identifier: MIT
// A lesson in the window: its run, and its sentences and questions one after the other. At each question the run stands still, before what
// is asked has happened; where it cannot be held there, the session has the recording up to the question only.
#pragma once

#include "ui/common/background.h"
#include "ui/common/preferences.h"
#include "ui/live/session.h"

#include "lab/record.h"
#include "lessons/comparison_lesson.h"
#include "lessons/differences.h"
#include "lessons/progress.h"
#include "lessons/run.h"

#include <QObject>

#include <atomic>
#include <map>

namespace ui {

class Lecture : public QObject {
    Q_OBJECT
public:
    // `progress_file`: what is remembered of the student; empty: nothing is.
    Lecture(Session &session, Preferences &preferences, const QString &progress_file, QObject *parent = nullptr);
    ~Lecture() override; // a run under way is broken off

    enum class State : uint8_t { none, ready, running, open }; // ready: chosen and not begun

    State state() const { return m_state; }
    // Chooses a lesson by its name or its file; refused() follows when it has a mistake.
    void choose(const QString &lesson);
    // Runs the lesson chosen; opened() or failed() follows.
    void begin();
    void leave();
    // Shows a recording: one that was made of a lesson with that lesson, from its beginning, with nothing answered.
    void show_opened(std::shared_ptr<Recording> recording);

    const lessons::LessonFile *lesson() const { return m_lesson.get(); }
    // Where we are; nullptr before it is open.
    const lessons::Item *item() const { return m_state == State::open ? &m_followed.items[m_at] : nullptr; }
    // All that is said and asked, and which of it item() is.
    const lessons::Followed &followed() const { return m_followed; }
    size_t at() const { return m_at; }
    // Sentences and questions of the whole lesson, as far as that is known.
    size_t items_in_all() const;
    QString chapter_title() const;
    // What the question shown was answered with.
    struct Given {
        enum How : uint8_t { open, untold, right, wrong, skipped } how = open; // untold: answered, and the kernel has not
        QJsonValue value;
    };
    Given given() const;
    // Of a wrong answer, where it and the kernel's differ.
    std::vector<lessons::Difference> differences() const;
    // Another question is asked of the same moment, and the run stands still for it.
    bool asks_more() const { return m_goes_on && m_goes_on->open; }
    // Such a question, nobody having answered it; nullptr: there is none.
    const lessons::Item *asked_next() const;
    bool waits_for_answer() const { return item() && item()->question && given().how == Given::open; }
    // What is behind the end of what the session has.
    enum class Ahead : uint8_t { nothing, runs, held, hidden }; // hidden: recorded, and a question comes first
    Ahead ahead() const;
    // One sentence; empty: nothing is.
    QString ahead_words() const;
    // Of a lesson that compares: what was measured; nullptr: it compares nothing, or its questions come first.
    std::shared_ptr<const comparison::Result> comparison() const { return m_state == State::open && !m_cut ? m_result : nullptr; }
    // What can be answered.
    std::vector<lessons::Offer> offers() const;
    std::vector<lessons::Switches> switches() const;
    QString thread_name(size_t thread) const; // as the recording has it

    bool can_go_on() const { return m_state == State::open && !waits_for_answer() && m_at + 1 < m_followed.items.size(); }
    bool can_go_back() const { return m_state == State::open && m_at > 0; }
    void next();
    void previous();
    void next_chapter();
    void previous_chapter();
    void to_chapter(); // where the one we are in begins
    void answer(const QJsonValue &value);
    void skip(); // lets the kernel answer
    // The same before an audience: the next question of this moment first, and after the last of them to the first, which is answered then.
    void leave_to_kernel();
    // To the last page of a lesson that was left, with its run and what was answered; false: its run is not there any more.
    bool return_to(const QString &name);

    lessons::Progress &progress() { return m_progress; }
    bool keeps_progress() const { return m_keeps; }
    void set_keeps_progress(bool keeps) { m_keeps = keeps; }

signals:
    void changed();   // another lesson, state, item or answer
    void refused(const QString &sentence);
    void failed(const QString &sentence); // its run
    void unsaved_progress(const QString &sentence);

private:
    void opened(std::shared_ptr<lab::Recorded> recorded);
    void open(std::shared_ptr<Recording> whole);
    void say_missing();
    void stands_still(std::shared_ptr<Recording> recorded, const lessons::Moment &at);
    void show_recorded(std::shared_ptr<Recording> recorded);
    void grade();
    void let_go_on();
    void begin_comparison();
    void follow();
    void go(size_t item);
    void show();
    size_t first_open(size_t from) const;
    size_t next_of_moment() const;
    void keep();
    QString key(const lessons::Item &item) const;

    Session &m_session;
    Preferences &m_preferences;
    Background m_background{1};
    std::shared_ptr<std::atomic<bool>> m_cancel;
    std::shared_ptr<std::atomic<bool>> m_answer;  // the run that stands still may go on
    std::optional<lessons::GoesOn> m_goes_on;     // the run is not over
    State m_state = State::none;
    QString m_chosen;
    std::shared_ptr<const lessons::LessonFile> m_lesson;
    std::shared_ptr<Recording> m_whole, m_current; // all of it; what the session was given
    std::shared_ptr<const comparison::Result> m_result; // of a lesson that compares
    lessons::Followed m_followed;
    std::map<QString, Given> m_given; // by key()
    size_t m_at = 0;
    std::optional<size_t> m_cut;      // the item up to which the session has the recording; none: all of it
    bool m_shown = false, m_keeps = true;
    // A lesson that was left when its run was over.
    struct Kept {
        QString chosen;
        std::shared_ptr<const lessons::LessonFile> lesson;
        std::shared_ptr<Recording> whole;
        std::shared_ptr<const comparison::Result> result;
        lessons::Followed followed;
        std::map<QString, Given> given;
    };
    std::map<QString, Kept> m_kept; // by the lesson's name
    lessons::Progress m_progress;
};

} // namespace ui
