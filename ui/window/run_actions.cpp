// SPDX-License-Identifier: MIT
#include "ui/window/run_actions.h"

#include "lessons/catalogue.h"
#include "lessons/problems.h"
#include "ui/common/actions.h"
#include "ui/common/announcer.h"
#include "ui/common/message_bar.h"
#include "ui/common/preferences.h"
#include "ui/live/player.h"
#include "ui/live/run_bar.h"
#include "ui/live/run_options.h"
#include "ui/live/session.h"
#include "ui/window/file_actions.h"
#include "ui/window/narration.h"
#include "ui/window/server_choice.h"
#include "ui/window/status_line.h"

#include <QAction>
#include <QInputDialog>

#include <functional>

namespace ui {

RunActions::RunActions(const Around &around, bool paused) : QObject(&around.window), m(around), m_paused(paused), m_scripts(around.session)
{
    wire_actions();
    wire_messages();
}

void RunActions::wire_actions()
{
    const auto on = [this](QAction *action, auto act) { connect(action, &QAction::triggered, this, act); };
    on(m.actions.new_run, [this] {
        if (m.actions.mode_bench->isChecked()) // it is the bench that begins anew
            return m.actions.new_bench->trigger();
        m.files.unless_unsaved([this] { begin(); });
    });
    connect(&m.bar, &RunBar::run_wanted, m.actions.new_run, &QAction::trigger);
    connect(&m.files, &FileActions::script_chosen, this, &RunActions::play_script);
    on(m.actions.play_pause, [this] { play_or_pause(); });
    // Whoever steps or jumps has taken over from the player.
    const auto by_hand = [this, on](QAction *action, auto act) {
        on(action, [this, act] {
            m.player.pause();
            m.narration.by_hand([&] { act(m.session); });
        });
    };
    by_hand(m.actions.step, std::mem_fn(&Session::step));
    by_hand(m.actions.step_back, std::mem_fn(&Session::previous));
    by_hand(m.actions.first, std::mem_fn(&Session::go_first));
    by_hand(m.actions.last, std::mem_fn(&Session::go_last));
    by_hand(m.actions.ten_on, [](Session &session) { session.skip(10); });
    by_hand(m.actions.ten_back, [](Session &session) { session.skip(-10); });
    on(m.actions.go_to_step, [this] { ask_for_step(); });
    on(m.actions.stop, [this] {
        m_script_runs = false;
        m.session.stop();
    });
    connect(&m.session, &Session::stopped, this, &RunActions::ended);
    connect(&m.status, &StatusLine::cancelled, this, [this] { m_scripts.cancel(); });
}

void RunActions::wire_messages()
{
    connect(&m.session, &Session::failed, this, &RunActions::say_problem);
    connect(&m.session, &Session::started, &m.messages, &MessageBar::clear_problems);
    connect(&m.session, &Session::nothing_held, this, [this] {
        m.messages.say(MessageBar::Tone::notice, [] {
            return tr("No thread waits at the gate: all of them sleep in the kernel. Connect a client or send something.");
        });
    });
    connect(&m.session, &Session::memory_exhausted, this, [this] {
        m.messages.say(MessageBar::Tone::problem, [] {
            return tr("There is no memory left for the recording, so the run was stopped. What was recorded is still here: save it.");
        });
    });
    connect(&m_scripts, &ScriptPlayer::begun, this,
            [this](const QString &name) { m.status.show_work(tr("Playing the script %1").arg(name), -1); });
    connect(&m_scripts, &ScriptPlayer::over, &m.status, &StatusLine::hide_work);
    connect(&m_scripts, &ScriptPlayer::failed, this, [this](const lab::ScriptProblem &problem, const QString &name) {
        m.messages.say(MessageBar::Tone::problem, [this, problem, name] {
            return tr("The script %1 has stopped. %2").arg(name, lessons::script_problem(m.preferences.language(), problem));
        });
    });
}

// A run as it is chosen, with the script if it is not empty. Nothing: it has been said why there is none.
std::optional<lessons::PlannedRun> RunActions::planned(const QString &script)
{
    if (const lessons::Lesson *lesson = lessons::named(script))
        m.bar.set_server(QString::fromLatin1(lesson->server));
    lessons::Choice chosen;
    chosen.server = m.bar.server();
    chosen.wishes = m.options.wishes();
    chosen.port = m.options.port();
    chosen.paused = m_paused && m.session.trace().events().empty();
    chosen.script = script;
    if (!script.isEmpty() && !m.options.chosen())
        chosen.wishes = {};
    auto plan = lessons::run_of(chosen);
    if (const auto *refusal = std::get_if<lessons::Refusal>(&plan)) {
        m.messages.say(MessageBar::Tone::problem, [this, refusal = *refusal] { return lessons::sentence(m.preferences.language(), refusal); });
        return {};
    }
    auto &run = std::get<lessons::PlannedRun>(plan);
    if (!script.isEmpty())
        m.options.show(run.settings.serve);
    for (const servers::Option option : run.left_out)
        m.messages.say(MessageBar::Tone::notice, [this, option, server = QString::fromStdString(run.settings.server)] {
            return lessons::unheeded(m.preferences.language(), option, server);
        });
    return std::move(run);
}

void RunActions::begin()
{
    const auto plan = planned({});
    if (!plan)
        return;
    m.player.pause();
    m_script_runs = false;
    m.choice.starting();
    m.session.start(plan->settings);
}

void RunActions::play_script(const QString &script)
{
    const auto plan = planned(script);
    if (!plan)
        return;
    m.player.pause();
    m_script_runs = true;
    m_scripts.play(*plan);
}

// A script has done all it does and stopped the run: now it can be looked at, from the beginning.
void RunActions::ended()
{
    if (!std::exchange(m_script_runs, false))
        return;
    m.session.set_saved(); // the script makes the same again
    m.session.go_first();
    const QString recorded = tr("All of the script is recorded. It is played from the beginning.");
    m.announcer.say(recorded);
    m.player.play();
}

void RunActions::play_or_pause()
{
    if (m.player.playing())
        m.player.pause();
    else if (!m.session.live())
        m.player.play();
    else if (m.session.paused())
        m.session.resume();
    else
        m.session.pause();
}

void RunActions::ask_for_step()
{
    const int steps = int(m.session.trace().events().size());
    auto *dialog = new QInputDialog(&m.window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Go to a step"));
    dialog->setLabelText(tr("&Step, 1 to %1:").arg(m.preferences.language().number(steps)));
    dialog->setInputMode(QInputDialog::IntInput);
    dialog->setIntRange(std::min(1, steps), steps);
    dialog->setIntValue(int(m.session.instant().complete));
    connect(dialog, &QInputDialog::intValueSelected, this, [this](int step) {
        m.player.pause();
        m.narration.by_hand([&] { m.session.go(m.session.replay().step(size_t(std::max(step, 1) - 1))); });
    });
    dialog->open();
}

void RunActions::say_problem(const lab::Problem &problem)
{
    const auto again = [this] { m.actions.new_run->trigger(); };
    std::vector<MessageBar::Answer> answers = {{[] { return tr("Try again"); }, again}};
    if (problem.port != 0)
        answers.push_back({[] { return tr("Let the kernel choose the port"); }, [this, again] {
                               m.options.set_port(0);
                               again();
                           }});
    const auto text = [this, problem] {
        return lessons::problem(m.preferences.language(), problem);
    };
    m.messages.say(MessageBar::Tone::problem, text, std::move(answers));
}

} // namespace ui
