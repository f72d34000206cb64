// SPDX-License-Identifier: MIT
// Runs: beginning one as it is chosen, with a script or without, holding and stepping it, and what is said when it fails.
#pragma once

#include "lessons/run.h"
#include "ui/live/script_player.h"

#include <QObject>

#include <optional>

class QWidget;

namespace ui {

class Actions;
class Announcer;
class FileActions;
class MessageBar;
class Narration;
class Player;
class Preferences;
class RunBar;
class RunOptions;
class ServerChoice;
class Session;
class StatusLine;

class RunActions : public QObject {
    Q_OBJECT
public:
    // What it works on and speaks to. All outlive it.
    struct Around {
        QWidget &window;
        Session &session;
        Player &player;
        const Actions &actions;
        const Preferences &preferences;
        RunBar &bar;
        RunOptions &options;
        ServerChoice &choice;
        FileActions &files;
        Narration &narration;
        MessageBar &messages;
        StatusLine &status;
        Announcer &announcer;
    };
    // `paused`: the first run begins held at the gate.
    RunActions(const Around &around, bool paused);

    // A run as it is chosen.
    void begin();
    // The same with a script's file, or a lesson's name.
    void play_script(const QString &script);

private:
    void wire_actions();
    void wire_messages();
    std::optional<lessons::PlannedRun> planned(const QString &script);
    void play_or_pause();
    void ask_for_step();
    void ended();
    void say_problem(const lab::Problem &problem);

    const Around m;
    const bool m_paused;
    ScriptPlayer m_scripts;
    bool m_script_runs = false;
};

} // namespace ui
