// SPDX-License-Identifier: MIT
#include "ui/actions.h"

#include "ui/icons.h"

#include <QAction>
#include <QActionGroup>

namespace ui {

Actions::Actions(QObject *parent)
    : QObject(parent), new_run(make("new_run", "view-refresh")), play_pause(make("play_pause")),
      step(make("step", "media-skip-forward")), step_back(make("step_back", "media-skip-backward")),
      first(make("first", "go-first")), last(make("last", "go-last")), stop(make("stop", "media-playback-stop")),
      connect_client(make("connect_client", "list-add")), open_script(make("open_script", "text-x-script")),
      compare(make("compare", "office-chart-bar")), send_urgent(make("send_urgent")), receive_urgent(make("receive_urgent")),
      interrupt_server(make("interrupt_server")), hold_signals(make("hold_signals")), close_descriptor(make("close_descriptor")),
      open(make("open", "document-open")), save(make("save", "document-save")),
      export_picture(make("export_picture", "image-x-generic")), export_chrome(make("export_chrome")),
      copy_picture(make("copy_picture", "edit-copy")), quit(make("quit", "application-exit")),
      larger(make("larger", "zoom-in")), smaller(make("smaller", "zoom-out")), usual_size(make("usual_size", "zoom-original")),
      full_screen(make("full_screen", "view-fullscreen")), reset_layout(make("reset_layout")),
      axis_events(make("axis_events")), axis_time(make("axis_time")), zoom_in(make("zoom_in", "zoom-in")),
      zoom_out(make("zoom_out", "zoom-out")), zoom_all(make("zoom_all", "zoom-fit-best")),
      motion_desktop(make("motion_desktop")), motion_on(make("motion_on")), motion_off(make("motion_off")),
      vietnamese(make("vietnamese")), english(make("english")), keys(make("keys", "input-keyboard")),
      about(make("about", "help-about"))
{
    group({axis_events, axis_time});
    group({motion_desktop, motion_on, motion_off});
    group({vietnamese, english});
    full_screen->setCheckable(true);
    hold_signals->setCheckable(true);
    set_keys();
    retranslate();
}

QAction *Actions::make(const char *name, const char *icon)
{
    auto *action = new QAction(this);
    action->setObjectName(QString::fromLatin1(name));
    if (icon)
        action->setIcon(ui::icon(icon));
    action->setMenuRole(QAction::NoRole);
    m_all.push_back(action);
    return action;
}

void Actions::group(std::initializer_list<QAction *> actions)
{
    auto *group = new QActionGroup(this);
    for (QAction *action : actions) {
        action->setCheckable(true);
        group->addAction(action);
    }
}

void Actions::set_keys()
{
    new_run->setShortcut(QKeySequence::New);
    play_pause->setShortcut(Qt::Key_Space);
    step->setShortcut(Qt::Key_Right);
    step_back->setShortcut(Qt::Key_Left);
    first->setShortcut(Qt::Key_Home);
    last->setShortcut(Qt::Key_End);
    stop->setShortcut(Qt::CTRL | Qt::Key_Period);
    connect_client->setShortcut(Qt::CTRL | Qt::Key_K);
    send_urgent->setShortcut(Qt::CTRL | Qt::Key_G);
    receive_urgent->setShortcut(Qt::CTRL | Qt::SHIFT | Qt::Key_G);
    interrupt_server->setShortcut(Qt::CTRL | Qt::Key_I);
    hold_signals->setShortcut(Qt::CTRL | Qt::Key_H);
    close_descriptor->setShortcut(Qt::CTRL | Qt::Key_D);
    compare->setShortcut(Qt::CTRL | Qt::Key_M);
    open->setShortcut(QKeySequence::Open);
    save->setShortcut(QKeySequence::Save);
    export_picture->setShortcut(Qt::CTRL | Qt::Key_E);
    copy_picture->setShortcut(QKeySequence::Copy);
    quit->setShortcut(Qt::CTRL | Qt::Key_Q);
    larger->setShortcuts({Qt::CTRL | Qt::Key_Plus, Qt::CTRL | Qt::Key_Equal});
    smaller->setShortcut(Qt::CTRL | Qt::Key_Minus);
    usual_size->setShortcut(Qt::CTRL | Qt::Key_0);
    full_screen->setShortcut(Qt::Key_F11);
    axis_events->setShortcut(Qt::CTRL | Qt::Key_1);
    axis_time->setShortcut(Qt::CTRL | Qt::Key_2);
    zoom_in->setShortcut(Qt::CTRL | Qt::SHIFT | Qt::Key_Up);
    zoom_out->setShortcut(Qt::CTRL | Qt::SHIFT | Qt::Key_Down);
    zoom_all->setShortcut(Qt::CTRL | Qt::SHIFT | Qt::Key_0);
    keys->setShortcut(Qt::Key_F1);
}

void Actions::set_play_pause(PlayPause next)
{
    m_next = next;
    const bool pauses = next == PlayPause::pause || next == PlayPause::pause_playing;
    play_pause->setIcon(icon(pauses ? "media-playback-pause" : "media-playback-start"));
    switch (next) {
    case PlayPause::pause:
        play_pause->setText(tr("&Pause"));
        play_pause->setToolTip(tr("Closes the gate: every thread is held before its next call (Space)"));
        break;
    case PlayPause::resume:
        play_pause->setText(tr("C&ontinue"));
        play_pause->setToolTip(tr("Opens the gate: the threads run on (Space)"));
        break;
    case PlayPause::play:
        play_pause->setText(tr("&Play"));
        play_pause->setToolTip(tr("Plays the recording from the instant shown (Space)"));
        break;
    case PlayPause::pause_playing:
        play_pause->setText(tr("&Pause playing"));
        play_pause->setToolTip(tr("Stays at the instant shown (Space)"));
        break;
    }
}

void Actions::retranslate()
{
    set_play_pause(m_next);
    new_run->setText(tr("&New run"));
    new_run->setToolTip(tr("Starts the chosen server anew (Ctrl+N)"));
    step->setText(tr("&Step"));
    step->setToolTip(tr("One call further; at now, the thread that has waited longest at the gate does one call (Right)"));
    step_back->setText(tr("Step &back"));
    step_back->setToolTip(tr("Looks at the instant one step earlier (Left)"));
    first->setText(tr("To the be&ginning"));
    first->setToolTip(tr("Looks at the beginning of the recording (Home)"));
    last->setText(tr("To no&w"));
    last->setToolTip(tr("Looks at the latest instant recorded and follows the run (End)"));
    stop->setText(tr("S&top"));
    stop->setToolTip(tr("Ends the server and its clients; the recording stays (Ctrl+.)"));
    connect_client->setText(tr("Connect a &client"));
    connect_client->setIconText(tr("Connect", "on the tool bar: a client"));
    connect_client->setToolTip(tr("Starts another client thread, which connects to the server (Ctrl+K)"));
    open_script->setText(tr("Play a sc&ript…"));
    compare->setText(tr("Co&mpare the models…"));
    compare->setIconText(tr("Compare", "on the tool bar: the models"));
    compare->setToolTip(tr("Lets the models do the same work, one after the other, and measures them (Ctrl+M)"));
    open->setText(tr("&Open…"));
    save->setText(tr("&Save recording…"));
    export_picture->setText(tr("&Export picture…"));
    export_picture->setIconText(tr("Picture", "on the tool bar: export one"));
    export_picture->setToolTip(tr("Saves a figure or the whole window as PNG, SVG or PDF (Ctrl+E)"));
    export_chrome->setText(tr("Export for &Perfetto…"));
    copy_picture->setText(tr("&Copy picture"));
    quit->setText(tr("&Quit"));
    keys->setText(tr("&Keys"));
    about->setText(tr("&About I/O Models"));
    // Languages are called by their own names everywhere.
    vietnamese->setText(QStringLiteral("Tiếng &Việt"));
    english->setText(QStringLiteral("&English"));
    retranslate_acting();
    retranslate_view();
}

void Actions::retranslate_acting()
{
    send_urgent->setText(tr("Send &urgent data"));
    send_urgent->setToolTip(tr("The chosen client sends its text with MSG_OOB: the last byte is urgent data (Ctrl+G)"));
    receive_urgent->setText(tr("Recei&ve urgent data"));
    receive_urgent->setToolTip(tr("The chosen client waits for an urgent byte and takes it; only a server that sends one wakes it "
                                  "(Ctrl+Shift+G)"));
    interrupt_server->setText(tr("&Interrupt the server"));
    interrupt_server->setToolTip(tr("A signal whose handler does nothing: a call in which the server sleeps returns EINTR (Ctrl+I)"));
    hold_signals->setText(tr("&Hold the server's signals"));
    hold_signals->setToolTip(tr("The main flow of the signal-driven server blocks its signals: no handler runs until they are taken "
                                "again (Ctrl+H)"));
    close_descriptor->setText(tr("Close a &descriptor of the server…"));
    close_descriptor->setToolTip(tr("Another thread of the server closes it, and the server does not know (Ctrl+D)"));
}

void Actions::retranslate_view()
{
    larger->setText(tr("&Larger"));
    smaller->setText(tr("&Smaller"));
    usual_size->setText(tr("&Usual size"));
    full_screen->setText(tr("&Full screen"));
    reset_layout->setText(tr("&Reset layout"));
    axis_events->setText(tr("&Events"));
    axis_events->setToolTip(tr("Every event has the same room, waits are folded (Ctrl+1)"));
    axis_time->setText(tr("Real &time"));
    axis_time->setToolTip(tr("Widths are in proportion to real time (Ctrl+2)"));
    zoom_in->setText(tr("Zoom &in"));
    zoom_out->setText(tr("Zoom &out"));
    zoom_all->setText(tr("Show &all"));
    motion_desktop->setText(tr("As the &desktop wishes"));
    motion_on->setText(tr("&On"));
    motion_off->setText(tr("O&ff"));
}

} // namespace ui
