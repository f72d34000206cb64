// SPDX-License-Identifier: MIT
#include "ui/window/main_window.h"

#include "lessons/catalogue.h"
#include "ui/audience/usher.h"
#include "ui/bench/variables.h"
#include "ui/bench/panel.h"
#include "ui/common/actions.h"
#include "ui/common/announcer.h"
#include "ui/common/appearance.h"
#include "ui/common/message_bar.h"
#include "ui/common/own_keys.h"
#include "ui/common/preferences.h"
#include "ui/common/shortcuts.h"
#include "ui/comparison/window.h"
#include "ui/figure/export_dialog.h"
#include "ui/figure/pictures.h"
#include "ui/figure/timeline_view.h"
#include "ui/find/actions.h"
#include "ui/hall/hall.h"
#include "ui/lesson/question_card.h"
#include "ui/live/clients_panel.h"
#include "ui/live/player.h"
#include "ui/live/run_bar.h"
#include "ui/live/run_options.h"
#include "ui/window/audience_actions.h"
#include "ui/window/bench_actions.h"
#include "ui/window/file_actions.h"
#include "ui/window/instant_bar.h"
#include "ui/window/lesson_actions.h"
#include "ui/window/menus.h"
#include "ui/window/narration.h"
#include "ui/window/panels.h"
#include "ui/window/recovery.h"
#include "ui/window/run_actions.h"
#include "ui/window/server_actions.h"
#include "ui/window/slide_actions.h"
#include "ui/window/server_choice.h"
#include "ui/window/status_line.h"

#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QCloseEvent>
#include <QKeyEvent>
#include <QDragEnterEvent>
#include <QMimeData>
#include <QScreen>
#include <QSettings>
#include <QUrl>
#include <QVBoxLayout>

namespace ui {
namespace {

constexpr QSize least_window(320, 240); // px

} // namespace

MainWindow::MainWindow(Preferences &preferences, const Beginning &beginning)
    : m_preferences(preferences), m_beginning(beginning), m_files(m_session),
      m_player(new Player(m_session, this)), m_lecture(new Lecture(m_session, preferences, beginning.progress_file, this)), m_actions(new Actions(preferences.language(), this)), m_messages(new MessageBar), m_announcer(new Announcer(this))
{
    setObjectName("main_window");
    m_usual_scale = preferences.scale_percent() == 100;
    apply_appearance(preferences.scale(), preferences.scale_percent() / 100., preferences.theme());
    setAcceptDrops(true);
    setMinimumSize(least_window); // whatever is in it: it never grows beyond its screen by itself
    resize(QSize(1600, 1000).boundedTo(screen()->availableSize()));
    m_first_size = size();

    m_run_bar = new RunBar(*m_actions, *m_player, preferences, this);
    addToolBar(m_run_bar);
    m_status = new StatusLine(m_session, *m_lecture, preferences, *m_actions, this);
    setStatusBar(m_status);
    m_instant_bar = new InstantBar(m_session, *m_lecture, preferences);
    auto *centre = new QWidget(this); // before the panels, also for who is read to
    m_panels = new Panels(*this, m_session, preferences, *m_actions, *m_lecture);
    auto *column = new QVBoxLayout(centre);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    addDockWidget(Qt::TopDockWidgetArea, m_messages);
    column->addWidget(m_instant_bar);
    column->addWidget(&m_panels->bench().variables());
    column->addWidget(&m_panels->stage(), 1);
    setCentralWidget(centre);

    m_file_actions = new FileActions({*this, m_session, *m_lecture, m_files, *m_actions, preferences, *m_messages, *m_status, *m_announcer});
    wire_actions();
    wire_view_actions();
    m_server_actions = new ServerActions(m_session, *m_actions, m_panels->clients(), *this);
    connect(m_run_bar, &RunBar::server_changed, &m_panels->options(), &RunOptions::set_server);
    m_run_bar->set_server(beginning.server);
    m_panels->options().set_server(m_run_bar->server());
    m_panels->options().set_port(beginning.port);
    m_narration = new Narration(*m_announcer, m_session, *m_player, m_panels->words(), *m_instant_bar, m_panels->clients().model());
    connect(m_messages, &MessageBar::said, m_announcer, &Announcer::say);
    m_choice = new ServerChoice(*m_run_bar, m_session, *m_messages, preferences, *m_actions->new_run);
    m_find_actions = new FindActions({*this, m_session, *m_player, *m_actions, preferences, m_panels->timeline(), *m_status, *m_announcer});
    new SlideActions({*this, *m_actions, preferences, *m_messages, *m_status, *m_announcer});
    m_run_actions = new RunActions({*this, m_session, *m_player, *m_actions, preferences, *m_run_bar, m_panels->options(), *m_choice, *m_file_actions,
                                    *m_narration, *m_messages, *m_status, *m_announcer},
                                   beginning.paused);
    m_menus = new Menus(*this, *m_actions, preferences, m_files, *m_panels);
    connect(m_menus, &Menus::file_wanted, m_file_actions, &FileActions::open);
    m_lesson_actions = new LessonActions({*this, *m_lecture, m_session, *m_player, *m_actions, preferences, *m_panels, *m_run_bar, *m_file_actions, *m_messages, *m_announcer});
    m_usher = new Usher(m_session, preferences, this);
    m_audience_actions = new AudienceActions({*this, *m_usher, *m_actions, preferences, *m_status, *m_announcer});
    m_hall = new Hall({*this, m_session, *m_lecture, preferences, *m_actions, *m_announcer, *m_usher});
    connect(m_hall, &Hall::lesson_wanted, m_lesson_actions, &LessonActions::choose);
    connect(m_hall, &Hall::lesson_before_wanted, m_lesson_actions, &LessonActions::go_back_to);
    connect(m_hall, &Hall::screen_lost, this, [this] {
        m_messages->say(MessageBar::Tone::notice, [] { return tr("The audience's screen is gone: its picture went on here."); });
    });
    m_bench_actions = new BenchActions({*this, m_session, *m_player, *m_actions, preferences, *m_panels, *m_run_bar, *m_file_actions, *m_lesson_actions, *m_messages, *m_announcer});
    connect(m_menus, &Menus::script_wanted, this, [this](const QString &name) {
        m_file_actions->unless_unsaved([this, name] { m_run_actions->play_script(name); });
    });
    m_messages->set_home(m_panels->stage());
    restore_layout();
    show_state();
    m_panels->stage().setFocus(); // the keys are the run's until one goes elsewhere
    qApp->installEventFilter(this);
}

MainWindow::~MainWindow() = default;

void MainWindow::wire_actions()
{
    const auto on = [this](QAction *action, auto act) { connect(action, &QAction::triggered, this, act); };
    on(m_actions->compare, [this] { show_comparison(); });
    on(m_actions->connect_client, [this] { m_panels->clients().connect_client(); });
    on(m_actions->export_picture, [this] { choose_picture(); });
    on(m_actions->copy_picture, [this] { copy_picture(); });
    on(m_actions->keys, [this] { show_keys(); });
    on(m_actions->about, [this] { show_about(); });
    connect(&m_panels->timeline(), &TimelineView::scrubbed, this, [this] {
        m_player->pause();
        m_narration->moved();
    });

    connect(&m_session, &Session::state_changed, this, &MainWindow::show_state);
    connect(&m_session, &Session::recording_changed, this, &MainWindow::show_state);
    connect(m_player, &Player::playing_changed, this, &MainWindow::show_state);
    connect(m_file_actions, &FileActions::answered, this, &MainWindow::show_state);
}

void MainWindow::wire_view_actions()
{
    const auto on = [this](QAction *action, auto act) { connect(action, &QAction::triggered, this, act); };
    on(m_actions->larger, [this] { m_preferences.scale_up(); });
    on(m_actions->smaller, [this] { m_preferences.scale_down(); });
    on(m_actions->usual_size, [this] { m_preferences.set_scale_percent(100); });
    connect(&m_preferences, &Preferences::scale_changed, this, &MainWindow::apply_scale);
    connect(&m_preferences, &Preferences::theme_changed, this,
            [this] { apply_appearance(m_preferences.scale(), m_preferences.scale_percent() / 100., m_preferences.theme()); });
    on(m_actions->full_screen, [this](bool full) { setWindowState(full ? windowState() | Qt::WindowFullScreen : windowState() & ~Qt::WindowFullScreen); });
    on(m_actions->reset_layout, [this] { m_panels->reset(); });
    on(m_actions->next_panel, [this] { m_panels->go_to_panel(1); });
    on(m_actions->previous_panel, [this] { m_panels->go_to_panel(-1); });
    on(m_actions->panel_free, [this] { m_panels->set_free(); });
    on(m_actions->panel_wider, [this] { m_panels->resize(Qt::Horizontal, 1); });
    on(m_actions->panel_narrower, [this] { m_panels->resize(Qt::Horizontal, -1); });
    on(m_actions->panel_higher, [this] { m_panels->resize(Qt::Vertical, 1); });
    on(m_actions->panel_lower, [this] { m_panels->resize(Qt::Vertical, -1); });
    m_order.setSingleShot(true);
    m_order.setInterval(0);
    connect(&m_order, &QTimer::timeout, this, [this] { m_panels->order_focus({m_run_bar, m_messages}, {m_instant_bar}, m_status); });
    const auto order_soon = qOverload<>(&QTimer::start);
    connect(m_panels, &Panels::moved, &m_order, order_soon);
    connect(m_messages, &MessageBar::said, &m_order, order_soon); // its buttons are new
    m_order.start();

    TimelineView &timeline = m_panels->timeline();
    const auto axis = [this, &timeline](figures::Axis chosen) {
        timeline.set_axis(chosen);
        m_player->set_axis(chosen);
    };
    on(m_actions->axis_events, [axis] { axis(figures::Axis::events); });
    on(m_actions->axis_time, [axis] { axis(figures::Axis::time); });
    m_actions->axis_events->setChecked(true);
    on(m_actions->zoom_in, [&timeline] { timeline.zoom_in(); });
    on(m_actions->zoom_out, [&timeline] { timeline.zoom_out(); });
    on(m_actions->zoom_all, [&timeline] { timeline.show_all(); });

    const std::pair<QAction *, Preferences::Motion> motions[] = {{m_actions->motion_desktop, Preferences::Motion::as_desktop},
                                                                 {m_actions->motion_on, Preferences::Motion::on},
                                                                 {m_actions->motion_off, Preferences::Motion::off}};
    for (const auto &[action, motion] : motions) {
        on(action, [this, motion = motion] { m_preferences.set_motion(motion); });
        action->setChecked(m_preferences.motion() == motion);
    }
    on(m_actions->theme_desktop, [this] { m_preferences.choose_theme({}); });
    m_actions->theme_desktop->setChecked(!m_preferences.chosen_theme());
    for (const drawing::ThemeName theme : drawing::theme_names) {
        QAction *action = m_actions->themes[size_t(theme)];
        on(action, [this, theme] { m_preferences.choose_theme(theme); });
        action->setChecked(m_preferences.chosen_theme() == theme);
    }
    for (QAction *action : m_actions->languages) {
        on(action, [this, action] { m_preferences.set_language(action->data().toString()); });
        action->setChecked(m_preferences.language().code() == action->data());
    }

    for (FigureView *view : m_panels->views()) {
        connect(view, &FigureView::copy_wanted, this, &MainWindow::copy_picture);
        connect(view, &FigureView::save_wanted, this, &MainWindow::choose_picture);
    }
}

void MainWindow::showEvent(QShowEvent *event)
{
    QMainWindow::showEvent(event);
    if (std::exchange(m_begun, true))
        return;
    // After the first picture: the window comes up at once, the server a moment later.
    QTimer::singleShot(0, this, [this] { QTimer::singleShot(0, this, &MainWindow::begin); });
    constexpr int framed_by = 3000; // ms
    m_framing.setSingleShot(true);
    m_framing.start(framed_by);
    QTimer::singleShot(0, this, &MainWindow::stay_on_screen);
}

// A window manager has put its frame around it.
void MainWindow::moveEvent(QMoveEvent *event)
{
    QMainWindow::moveEvent(event);
    if (m_framing.isActive())
        QTimer::singleShot(0, this, &MainWindow::stay_on_screen);
}

void MainWindow::resizeEvent(QResizeEvent *event)
{
    QMainWindow::resizeEvent(event);
    if (!m_panels->fit(event->size()) && isVisible() && !event->oldSize().isEmpty())
        m_panels->grow(event->oldSize(), event->size());
}

// With its frame, of which nobody knows before it is shown.
void MainWindow::stay_on_screen()
{
    const QRect room = screen()->availableGeometry();
    const QSize frame = frameGeometry().size() - size();
    if (isMaximized() || isFullScreen() || size() != m_first_size || room.contains(frameGeometry()))
        return; // whoever has chosen another size has it
    resize(size().boundedTo(room.size() - frame));
    const QPoint last = room.bottomRight() - QPoint(frameGeometry().width() - 1, frameGeometry().height() - 1);
    move(qBound(room.left(), x(), qMax(room.left(), last.x())), qBound(room.top(), y(), qMax(room.top(), last.y())));
}

void MainWindow::begin()
{
    if (!m_beginning.recovery_folder.isEmpty()) {
        m_recovery = std::make_unique<Recovery>(m_session, m_beginning.recovery_folder);
        m_file_actions->offer_recovery(m_beginning.recovery_folder);
    }
    if (!m_beginning.file.isEmpty())
        m_files.open(m_beginning.file);
    else if (!m_beginning.lesson.isEmpty())
        m_lesson_actions->choose(m_beginning.lesson);
    else if (!m_beginning.script.isEmpty())
        m_run_actions->play_script(m_beginning.script);
    else if (m_beginning.mode == u"bench")
        m_actions->mode_bench->trigger();
    else
        m_run_actions->begin();
    if (!m_beginning.offered_lesson.isEmpty())
        m_lesson_actions->offer(m_beginning.offered_lesson);
}

void MainWindow::open_file(const QString &path)
{
    m_file_actions->open(path);
}

void MainWindow::play_script(const QString &script)
{
    m_run_actions->play_script(script);
}

void MainWindow::choose_lesson(const QString &lesson)
{
    m_lesson_actions->choose(lesson);
}

// One file: a lesson, or a recording.
void MainWindow::dragEnterEvent(QDragEnterEvent *event)
{
    const QList<QUrl> urls = event->mimeData()->urls();
    if (urls.size() == 1 && urls.front().isLocalFile())
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent *event)
{
    const QString path = event->mimeData()->urls().value(0).toLocalFile();
    path.endsWith(lessons::lesson_suffix) ? choose_lesson(path) : open_file(path);
}

FigureView &MainWindow::focused_view() const
{
    return m_last_view ? *m_last_view : m_panels->stage();
}

void MainWindow::choose_picture()
{
    auto *dialog = new ExportDialog(*this, m_panels->views(), focused_view(), m_preferences);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &ExportDialog::failed, this,
            [this](const QString &sentence) { m_messages->say(MessageBar::Tone::problem, [sentence] { return sentence; }); });
    connect(dialog, &ExportDialog::animation_wanted, m_file_actions, &FileActions::export_by);
    dialog->open();
}

void MainWindow::copy_picture()
{
    FigureView &view = focused_view();
    QApplication::clipboard()->setMimeData(clipboard_content(view.drawing(), m_preferences.theme(), 2 * m_preferences.scale()));
    m_status->showMessage(tr("The picture is on the clipboard: %1").arg(view.title()), 3000);
}

// Of a lesson that compares it is the lesson's, and what is asked comes before it.
void MainWindow::show_comparison()
{
    const auto of_lesson = m_lecture->comparison();
    const bool compares = m_lecture->lesson() && m_lecture->lesson()->comparison;
    if (compares && m_lecture->ahead() == Lecture::Ahead::hidden)
        return m_messages->say(MessageBar::Tone::notice, [this] { return m_lecture->ahead_words(); });
    if (!m_comparison) {
        m_comparison = new ComparisonWindow(m_session, m_preferences, this);
        connect(m_comparison, &ComparisonWindow::compared, this, [this] {
            const QString over = tr("The comparison is over.");
            m_announcer->say(over);
        });
        connect(m_comparison, &ComparisonWindow::recording_wanted, this, [this](std::shared_ptr<Recording> recording) {
            m_file_actions->unless_unsaved([this, recording] {
                m_player->pause();
                m_session.show(recording);
            });
        });
    }
    if (m_comparison->isVisible())
        m_comparison->raise();
    m_comparison->show();
    m_comparison->activateWindow();
    if (of_lesson)
        m_comparison->show_result(of_lesson);
    else if (!m_comparison->runner().latest())
        m_comparison->run();
}

void MainWindow::show_state()
{
    const bool run = m_session.run() != nullptr;
    const bool recorded = !m_session.trace().events().empty();
    using Next = Actions::PlayPause;
    m_actions->set_play_pause(m_player->playing()   ? Next::pause_playing
                              : !m_session.live()   ? Next::play
                              : m_session.paused()  ? Next::resume
                                                    : Next::pause);
    m_actions->stop->setEnabled(run || m_session.activity() == Session::Activity::starting);
    m_actions->connect_client->setEnabled(m_session.activity() == Session::Activity::running);
    for (QAction *action : {m_actions->play_pause, m_actions->step, m_actions->step_back, m_actions->first, m_actions->last,
                            m_actions->ten_on, m_actions->ten_back, m_actions->go_to_step})
        action->setEnabled(run || recorded);
    m_server_actions->show_state();
    const QString server = lessons::server_name(m_session.trace());
    setWindowTitle(server.isEmpty() ? tr("I/O Models") : tr("%1 server - I/O Models").arg(server));
}

void MainWindow::apply_scale()
{
    const bool was_usual = std::exchange(m_usual_scale, m_preferences.scale_percent() == 100);
    if (was_usual)
        m_panels->keep_shares();
    apply_appearance(m_preferences.scale(), m_preferences.scale_percent() / 100., m_preferences.theme());
    m_panels->fit(size());
    if (m_usual_scale)
        m_panels->restore_shares();
}

void MainWindow::remember_layout()
{
    QSettings settings;
    settings.setValue("geometry", saveGeometry());
    if (m_panels->mode() != Panels::Mode::watch)
        return; // its places are its own
    settings.setValue(m_panels->joined() ? "layout_joined" : "layout", saveState());
    settings.setValue("hidden", m_panels->hidden());
}

void MainWindow::restore_layout()
{
    const QSettings settings;
    restoreGeometry(settings.value("geometry").toByteArray());
    m_panels->reset();
    restoreState(settings.value(m_panels->joined() ? "layout_joined" : "layout").toByteArray());
    m_panels->hide(settings.value("hidden").toStringList());
    m_messages->hide();
    m_actions->full_screen->setChecked(isFullScreen());
}

void MainWindow::changeEvent(QEvent *event)
{
    QMainWindow::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        setLocale(m_preferences.language().locale()); // of every number field
        m_actions->retranslate();
        m_panels->retranslate();
        m_menus->retranslate();
        show_state();
    } else if (event->type() == QEvent::WindowStateChange) {
        m_actions->full_screen->setChecked(isFullScreen());
    }
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    if (m_session.unsaved() && !m_closing) {
        event->ignore();
        m_file_actions->unless_unsaved([this] {
            m_closing = true;
            close();
        });
        return;
    }
    remember_layout();
    QMainWindow::closeEvent(event);
}

// Where a keyboard has letters instead of digits, no shortcut has taken the key: its place counts.
bool MainWindow::press_by_place(const QKeyEvent &event)
{
    constexpr int latin_end = 0x80;
    const Qt::Key place = key_at(event.nativeScanCode());
    if (!(event.modifiers() & Qt::ControlModifier) || event.key() < latin_end || place == Qt::Key_unknown)
        return false;
    const QKeySequence keys(QKeyCombination(event.modifiers(), place));
    for (QAction *action : m_actions->all())
        if (action->isEnabled() && action->shortcuts().contains(keys)) {
            action->trigger();
            return true;
        }
    return false;
}

// Keys and the wheel belong to the control that has the focus, in every window; Enter presses a button that is no choice, as Space does.
bool MainWindow::eventFilter(QObject *watched, QEvent *event)
{
    auto *widget = qobject_cast<QWidget *>(watched);
    if (!widget)
        return QMainWindow::eventFilter(watched, event);
    if (event->type() == QEvent::ShortcutOverride) {
        const auto &key = *static_cast<QKeyEvent *>(event);
        if (widget == QApplication::focusWidget() && (owns_key(*widget, key) || (widget->window() == this && m_bench_actions->owns(key)))) {
            event->accept();
            return true;
        }
    } else if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (widget->window() == this && press_by_place(*static_cast<QKeyEvent *>(event)))
            return true;
        if (widget->window() == this && m_bench_actions->owns(*static_cast<QKeyEvent *>(event))) {
            m_bench_actions->press(*static_cast<QKeyEvent *>(event));
            return true;
        }
        auto *button = qobject_cast<QAbstractButton *>(widget);
        if (button && button->window() == this && !QuestionCard::answers_with(*button) && (key == Qt::Key_Return || key == Qt::Key_Enter)) {
            button->click();
            return true;
        }
    } else if (event->type() == QEvent::Wheel) {
        if (!owns_wheel(*widget)) {
            event->ignore(); // what is around it may scroll
            return true;
        }
    } else if (event->type() == QEvent::Polish) {
        take_no_focus_from_wheel(*widget);
    } else if (event->type() == QEvent::FocusIn) {
        if (auto *view = qobject_cast<FigureView *>(widget); view && view->window() == this)
            m_last_view = view;
    }
    return QMainWindow::eventFilter(watched, event);
}

} // namespace ui
