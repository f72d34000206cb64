// SPDX-License-Identifier: MIT
#include "ui/common/actions.h"

#include "ui/common/icons.h"
#include "ui/common/shortcuts.h"

#include "drawing/picture.h"

#include <QAction>
#include <QActionGroup>

#include <algorithm>

namespace ui {

Actions::Actions(const words::Language &language, QObject *parent)
    : QObject(parent), m_language(language), new_run(make("new_run", "view-refresh")), play_pause(make("play_pause")),
      step(make("step", "media-skip-forward")), step_back(make("step_back", "media-skip-backward")),
      first(make("first", "go-first")), last(make("last", "go-last")), ten_on(make("ten_on")), ten_back(make("ten_back")), go_to_step(make("go_to_step", "go-jump")),
      stop(make("stop", "media-playback-stop")),
      connect_client(make("connect_client", "list-add")), open_script(make("open_script", "text-x-script")),
      compare(make("compare", "office-chart-bar")), let_audience_in(make("let_audience_in")), send_urgent(make("send_urgent")), receive_urgent(make("receive_urgent")),
      interrupt_server(make("interrupt_server")), hold_signals(make("hold_signals")), close_descriptor(make("close_descriptor")),
      forward(make("forward")), backward(make("backward")), next_chapter(make("next_chapter")), previous_chapter(make("previous_chapter")),
      catalogue(make("catalogue")), open_lesson(make("open_lesson", "document-open")), leave_lesson(make("leave_lesson")),
      keep_progress(make("keep_progress")), forget_progress(make("forget_progress")), export_progress(make("export_progress")),
      mode_watch(make("mode_watch")), mode_lesson(make("mode_lesson")), mode_bench(make("mode_bench")), new_bench(make("new_bench")), run_again(make("run_again")),
      export_c(make("export_c")), other_addresses(make("other_addresses")),
      open(make("open", "document-open")), save(make("save", "document-save")),
      export_picture(make("export_picture", "image-x-generic")), export_chrome(make("export_chrome")), export_slides(make("export_slides")),
      copy_picture(make("copy_picture", "edit-copy")), quit(make("quit", "application-exit")),
      larger(make("larger", "zoom-in")), smaller(make("smaller", "zoom-out")), usual_size(make("usual_size", "zoom-original")),
      full_screen(make("full_screen", "view-fullscreen")), present(make("present")), present_here(make("present_here")), reset_layout(make("reset_layout")), next_panel(make("next_panel")),
      previous_panel(make("previous_panel")), panel_free(make("panel_free")), panel_wider(make("panel_wider")),
      panel_narrower(make("panel_narrower")), panel_higher(make("panel_higher")), panel_lower(make("panel_lower")),
      axis_events(make("axis_events")), axis_time(make("axis_time")), zoom_in(make("zoom_in", "zoom-in")),
      zoom_out(make("zoom_out", "zoom-out")), zoom_all(make("zoom_all", "zoom-fit-best")), lanes(make("lanes")),
      find(make("find")), find_next(make("find_next")), find_previous(make("find_previous")), mark_a(make("mark_a")), mark_b(make("mark_b")),
      forget_marks(make("forget_marks")), zoom_marks(make("zoom_marks")), bookmark(make("bookmark")), next_bookmark(make("next_bookmark")),
      previous_bookmark(make("previous_bookmark")), undo(make("undo")), redo(make("redo")),
      motion_desktop(make("motion_desktop")), motion_on(make("motion_on")), motion_off(make("motion_off")),
      glossary(make("glossary")), keys(make("keys", "input-keyboard")), about(make("about", "help-about")), theme_desktop(make("theme_desktop"))
{
    group({mode_watch, mode_lesson, mode_bench});
    mode_watch->setChecked(true);
    other_addresses->setCheckable(true);
    group({axis_events, axis_time});
    group({motion_desktop, motion_on, motion_off});
    for (const drawing::ThemeName name : drawing::theme_names)
        themes[size_t(name)] = make((QByteArray("theme_") + drawing::name_of(name)).constData());
    group({theme_desktop, themes[0], themes[1], themes[2], themes[3]});
    for (const words::Language::Known &known : words::Language::known()) {
        languages.push_back(make("language"));
        languages.back()->setData(QLatin1String(known.code));
    }
    group(languages);
    full_screen->setCheckable(true);
    hold_signals->setCheckable(true);
    let_audience_in->setCheckable(true);
    keep_progress->setCheckable(true);
    retranslate();
}

QAction *Actions::make(const char *name, const char *icon)
{
    auto *action = new QAction(this);
    action->setObjectName(QString::fromLatin1(name));
    if (icon)
        action->setIcon(ui::icon(icon));
    action->setMenuRole(QAction::NoRole);
    action->setShortcuts(shortcuts_of(action->objectName()));
    m_all.push_back(action);
    return action;
}

void Actions::group(const std::vector<QAction *> &actions)
{
    auto *group = new QActionGroup(this);
    for (QAction *action : actions) {
        action->setCheckable(true);
        group->addAction(action);
    }
}

QAction *Actions::language(const QString &code) const
{
    const auto found = std::ranges::find(languages, code, [](const QAction *action) { return action->data().toString(); });
    return found == languages.end() ? nullptr : *found;
}

void Actions::tell(QAction *action, const QString &tip)
{
    action->setToolTip(with_shortcut(tip, action->objectName()));
}

void Actions::set_play_pause(PlayPause next)
{
    m_next = next;
    const bool pauses = next == PlayPause::pause || next == PlayPause::pause_playing;
    play_pause->setIcon(icon(pauses ? "media-playback-pause" : "media-playback-start"));
    switch (next) {
    case PlayPause::pause:
        play_pause->setText(tr("&Pause"));
        tell(play_pause, tr("Closes the gate: every thread is held before its next call"));
        break;
    case PlayPause::resume:
        play_pause->setText(tr("C&ontinue"));
        tell(play_pause, tr("Opens the gate: the threads run on"));
        break;
    case PlayPause::play:
        play_pause->setText(tr("&Play"));
        tell(play_pause, tr("Plays the recording from the instant shown"));
        break;
    case PlayPause::pause_playing:
        play_pause->setText(tr("&Pause playing"));
        tell(play_pause, tr("Stays at the instant shown"));
        break;
    }
}

void Actions::retranslate()
{
    set_play_pause(m_next);
    new_run->setText(tr("&New run"));
    tell(new_run, tr("Starts the chosen server anew"));
    step->setText(tr("&Step"));
    tell(step, tr("One call further; at now, the thread that has waited longest at the gate does one call"));
    step_back->setText(tr("Step &back"));
    tell(step_back, tr("Looks at the instant one step earlier"));
    first->setText(tr("To the be&ginning"));
    tell(first, tr("Looks at the beginning of the recording"));
    last->setText(tr("To no&w"));
    tell(last, tr("Looks at the latest instant recorded and follows the run"));
    ten_on->setText(tr("Ten steps &further"));
    ten_back->setText(tr("Ten steps bac&k"));
    go_to_step->setText(tr("Go to st&ep…"));
    stop->setText(tr("S&top"));
    tell(stop, tr("Ends the server and its clients; the recording stays"));
    connect_client->setText(tr("Connect a &client"));
    connect_client->setIconText(tr("Connect", "on the tool bar: a client"));
    tell(connect_client, tr("Starts another client thread, which connects to the server"));
    open_script->setText(tr("Play a sc&ript…"));
    compare->setText(tr("Co&mpare the models…"));
    compare->setIconText(tr("Compare", "on the tool bar: the models"));
    tell(compare, tr("Lets the models do the same work, one after the other, and measures them"));
    open->setText(tr("&Open…"));
    save->setText(tr("&Save recording…"));
    export_picture->setText(tr("&Export picture…"));
    export_picture->setIconText(tr("Picture", "on the tool bar: export one"));
    tell(export_picture, tr("Saves a figure or the whole window as %1", "formats").arg(m_language.either(drawing::format_names())));
    export_chrome->setText(tr("Export for &Perfetto…"));
    export_slides->setText(tr("Export s&lides…"));
    tell(export_slides, tr("Runs every lesson of the lecture and saves its pictures, in the lecture's order, into a new folder"));
    copy_picture->setText(tr("&Copy picture"));
    quit->setText(tr("&Quit"));
    glossary->setText(tr("&Glossary"));
    keys->setText(tr("&Keys"));
    about->setText(tr("&About I/O Models"));
    // Languages are called by their own names everywhere; the letter is that of the last word.
    for (size_t i = 0; i < languages.size(); ++i) {
        QString name = QString::fromUtf8(words::Language::known()[i].own_name);
        languages[i]->setText(name.insert(name.lastIndexOf(u' ') + 1, u'&'));
    }
    retranslate_acting();
    retranslate_lessons();
    retranslate_bench();
    retranslate_view();
    retranslate_finding();
}

void Actions::retranslate_lessons()
{
    forward->setText(tr("&Forward"));
    tell(forward, tr("In a lesson the next sentence, else a step"));
    backward->setText(tr("&Backward"));
    tell(backward, tr("In a lesson the sentence before, else a step back"));
    next_chapter->setText(tr("&Next chapter"));
    previous_chapter->setText(tr("&Previous chapter"));
    catalogue->setText(tr("&Catalogue of lessons"));
    tell(catalogue, tr("The lessons of the lecture, in its order"));
    open_lesson->setText(tr("&Open a lesson…"));
    leave_lesson->setText(tr("&Leave the lesson"));
    keep_progress->setText(tr("&Keep my progress"));
    tell(keep_progress, tr("Answers and finished lessons are remembered; switch it off in front of a class"));
    forget_progress->setText(tr("Forge&t my progress…"));
    export_progress->setText(tr("&Export my progress…"));
}

void Actions::retranslate_bench()
{
    mode_watch->setText(tr("&Watch"));
    tell(mode_watch, tr("A program runs; you are its clients, and look"));
    mode_lesson->setText(tr("Le&sson"));
    tell(mode_lesson, tr("A lesson leads, asks and answers"));
    mode_bench->setText(tr("&Bench"));
    tell(mode_bench, tr("You write statements of C, or press buttons that write them; a real thread executes them"));
    new_bench->setText(tr("&New bench"));
    run_again->setText(tr("&Run again from the start"));
    tell(run_again, tr("Executes all statements once more, in a new run"));
    export_c->setText(tr("&Export as C…"));
    tell(export_c, tr("Writes what was executed as a program that makes the same calls"));
    other_addresses->setText(tr("&Allow other addresses"));
    tell(other_addresses, tr("From the next run on bind(), connect() and sendto() may leave 127.0.0.1"));
}

void Actions::retranslate_acting()
{
    let_audience_in->setText(tr("Let the &audience in"));
    tell(let_audience_in, tr("Others come to the server from other machines; once more: all are sent out, and nobody comes in any more"));
    send_urgent->setText(tr("Send &urgent data"));
    tell(send_urgent, tr("The chosen client sends its text with MSG_OOB: the last byte is urgent data"));
    receive_urgent->setText(tr("Recei&ve urgent data"));
    tell(receive_urgent, tr("The chosen client waits for an urgent byte and takes it; only a server that sends one wakes it"));
    interrupt_server->setText(tr("&Interrupt the server"));
    tell(interrupt_server, tr("A signal whose handler does nothing: a call in which the server sleeps returns EINTR"));
    hold_signals->setText(tr("&Hold the server's signals"));
    tell(hold_signals, tr("The main flow of the signal-driven server blocks its signals: no handler runs until they are taken "
                          "again"));
    close_descriptor->setText(tr("Close a &descriptor of the server…"));
    tell(close_descriptor, tr("Another thread of the server closes it, and the server does not know"));
}

void Actions::retranslate_finding()
{
    find->setText(tr("&Find…"));
    tell(find, tr("Calls by thread, descriptor, result and data, as a list"));
    find_next->setText(tr("Find &next"));
    find_previous->setText(tr("Find &previous"));
    mark_a->setText(tr("Mark &A, or take it away"));
    mark_b->setText(tr("Mark &B, or take it away"));
    forget_marks->setText(tr("F&orget A and B"));
    zoom_marks->setText(tr("&Show from A to B"));
    tell(zoom_marks, tr("The timeline shows what is between the two marks"));
    bookmark->setText(tr("Book&mark, or take it away"));
    next_bookmark->setText(tr("N&ext bookmark"));
    previous_bookmark->setText(tr("Previous boo&kmark"));
    undo->setText(tr("&Undo marking"));
    redo->setText(tr("&Redo marking"));
}

void Actions::retranslate_view()
{
    larger->setText(tr("&Larger"));
    smaller->setText(tr("&Smaller"));
    usual_size->setText(tr("&Usual size"));
    full_screen->setText(tr("&Full screen"));
    present->setText(tr("Present from the &chapter's start"));
    tell(present, tr("The audience's picture over the whole screen; with a second screen there, and the speaker's view here"));
    present_here->setText(tr("Present from &here"));
    reset_layout->setText(tr("&Reset layout"));
    next_panel->setText(tr("&Next panel"));
    previous_panel->setText(tr("Pre&vious panel"));
    panel_free->setText(tr("Set the panel &free, or dock it again"));
    panel_wider->setText(tr("&Wider"));
    panel_narrower->setText(tr("&Narrower"));
    panel_higher->setText(tr("&Higher"));
    panel_lower->setText(tr("&Lower"));
    axis_events->setText(tr("&Events"));
    tell(axis_events, tr("Every event has the same room, waits are folded"));
    axis_time->setText(tr("Real &time"));
    tell(axis_time, tr("Widths are in proportion to real time"));
    zoom_in->setText(tr("Zoom &in"));
    zoom_out->setText(tr("Zoom &out"));
    zoom_all->setText(tr("Show &all"));
    lanes->setText(tr("Th&reads shown…"));
    tell(lanes, tr("Which threads have a lane on the timeline"));
    motion_desktop->setText(tr("As the &desktop wishes"));
    motion_on->setText(tr("&On"));
    motion_off->setText(tr("O&ff"));
    theme_desktop->setText(tr("As the &desktop is"));
    const QString names[] = {tr("&Light"), tr("D&ark"), tr("&Projector"), tr("P&rint: black on white")};
    for (size_t i = 0; i < themes.size(); ++i)
        themes[i]->setText(names[i]);
}

} // namespace ui
