// SPDX-License-Identifier: MIT
#include "ui/window/panels.h"

#include "ui/bench/panel.h"
#include "ui/bench/variables.h"
#include "ui/common/actions.h"
#include "ui/common/panel_title.h"
#include "ui/figure/timeline_view.h"
#include "ui/lesson/panel.h"
#include "ui/live/clients_panel.h"
#include "ui/live/run_options.h"
#include "ui/live/terminal_panel.h"

#include "figures/cast.h"

#include <QAction>
#include <QApplication>
#include <QDockWidget>
#include <QMainWindow>
#include <QPointer>
#include <QScrollArea>
#include <QStyle>
#include <QTabBar>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace ui {
namespace {

constexpr int least_middle = 600; // px at scale 1: below it the stage has all other figures of the middle in one place below it

// As wide as what it holds: only its height scrolls.
class TallContent : public QScrollArea {
public:
    explicit TallContent(QWidget *content)
    {
        setFrameShape(NoFrame);
        setWidgetResizable(true);
        setFocusPolicy(Qt::NoFocus);
        setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
        setWidget(content);
    }
    QSize minimumSizeHint() const override
    {
        const int bar = style()->pixelMetric(QStyle::PM_ScrollBarExtent);
        return {widget()->minimumSizeHint().width() + bar, QScrollArea::minimumSizeHint().height()};
    }
};

// Of the tabs below a panel that shares its place with others: resizeDocks() counts them in.
int tabs_height(const QMainWindow &window, const QDockWidget &dock)
{
    if (window.tabifiedDockWidgets(const_cast<QDockWidget *>(&dock)).isEmpty())
        return 0;
    for (const QTabBar *tabs : window.findChildren<QTabBar *>(QString(), Qt::FindDirectChildrenOnly))
        if (tabs->isVisible() && tabs->count() > 0)
            return tabs->sizeHint().height();
    return 0;
}

QToolButton *small_button(QAction *action)
{
    auto *button = new QToolButton;
    button->setDefaultAction(action);
    button->setAutoExclusive(action->actionGroup() != nullptr); // one of several, to screen readers too
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::TabFocus);
    return button;
}

} // namespace

Panels::Panels(QMainWindow &window, Session &session, Preferences &preferences, const Actions &actions, Lecture &lecture)
    : QObject(&window), m_window(window), m_session(session), m_preferences(preferences),
      m_stage(figure("stage")), m_words_view(figure("words")), m_clients(new ClientsPanel(session, preferences)), m_options(new RunOptions), m_lesson_panel(new LessonPanel(lecture, preferences)),
      m_bench_panel(new BenchPanel(session, preferences))
{
    m_words = dock("words", m_words_view);
    m_lesson = dock("lesson", m_lesson_panel);
    m_docks.pop_back(); // it has a place only while there is a lesson
    m_lesson->hide();
    m_bench = dock("bench", m_bench_panel);
    m_docks.pop_back(); // likewise
    m_bench->hide();
    m_bench->setTitleBarWidget(new QWidget); // its tabs say what it is
    m_terminal_view = figure("terminal");
    m_views.pop_back();
    m_terminal_panel = new TerminalPanel(session, preferences, m_terminal_view);
    m_terminal = dock("terminal", m_terminal_panel); // and this while a lesson looks at one, or the recording has one
    m_docks.pop_back();
    m_terminal->hide();
    auto *act = new QWidget;
    auto *column = new QVBoxLayout(act);
    column->addWidget(m_options);
    column->addWidget(m_clients, 1);
    m_clients->layout()->setContentsMargins(0, 0, 0, 0);
    m_act = dock("clients", new TallContent(act)); // large letters do not need a tall screen
    m_sets = dock("sets", figure("sets"));
    m_crossing = dock("crossing", figure("crossing"));
    m_phases = dock("phases", figure("phases"));
    m_timeline = new TimelineView(*figures::named(u"timeline"), session, preferences);
    m_views.push_back(m_timeline);
    m_time = dock("timeline", m_timeline);
    m_listing = dock("listing", figure("listing"));
    m_table = dock("client_FD", figure("client_FD"));
    m_totals = dock("totals", figure("totals"));

    auto *title = static_cast<PanelTitle *>(m_time->titleBarWidget());
    for (QAction *action : {actions.axis_events, actions.axis_time, actions.zoom_in, actions.zoom_out, actions.zoom_all})
        title->add(small_button(action));

    m_window.setCorner(Qt::BottomLeftCorner, Qt::LeftDockWidgetArea);
    m_window.setCorner(Qt::BottomRightCorner, Qt::RightDockWidgetArea);
    m_window.setDockNestingEnabled(true);
    retranslate();
    reset();
    connect(&session, &Session::recording_changed, this, &Panels::raise_sets_or_crossing);
    connect(&session, &Session::started, this, &Panels::raise_sets_or_crossing); // now the recording tells what its program is
    for (const auto signal : {&Session::recording_changed, &Session::instant_changed})
        connect(&session, signal, this, &Panels::place_terminal);
}

void Panels::place_terminal()
{
    if (m_in_lesson || m_in_bench) // which say themselves whether it is looked at
        return;
    const bool wanted = m_terminal_panel->wanted();
    if (std::exchange(m_has_terminal, wanted) == wanted)
        return;
    if (!wanted)
        return m_window.removeDockWidget(m_terminal);
    m_window.tabifyDockWidget(m_sets, m_terminal);
    m_terminal->show();
    m_terminal->raise();
}

FigureView *Panels::figure(const char *name)
{
    auto *view = new FigureView(*figures::named(QString::fromLatin1(name)), m_session, m_preferences);
    m_views.push_back(view);
    return view;
}

QDockWidget *Panels::dock(const QString &name, QWidget *content)
{
    auto *dock = new QDockWidget(&m_window);
    dock->setObjectName("panel_" + name);
    dock->setWidget(content);
    dock->setTitleBarWidget(new PanelTitle(*dock));
    m_docks.push_back(dock);
    // Nobody sees what has the focus behind a tab.
    connect(dock, &QDockWidget::visibilityChanged, this, [this, content](bool seen) {
        if (auto *view = qobject_cast<FigureView *>(content))
            view->setFocusPolicy(seen ? Qt::StrongFocus : Qt::NoFocus);
        emit moved();
    });
    connect(dock, &QDockWidget::topLevelChanged, this, &Panels::moved);
    connect(dock, &QDockWidget::dockLocationChanged, this, &Panels::moved);
    return dock;
}

// Of two rows of tabs that are longer than their place each has its own buttons to scroll.
static void name_scroll_buttons(const QMainWindow &window)
{
    for (const QTabBar *tabs : window.findChildren<QTabBar *>(QString(), Qt::FindDirectChildrenOnly))
        for (QToolButton *button : tabs->findChildren<QToolButton *>())
            if (tabs->count() > 0 && !button->accessibleName().contains(tabs->tabText(0)))
                button->setAccessibleName(QStringLiteral("%1: %2").arg(button->accessibleName(), tabs->tabText(0)));
}

void Panels::reset()
{
    QMetaObject::invokeMethod(this, [this] { name_scroll_buttons(m_window); }, Qt::QueuedConnection); // once they have their words
    if (m_in_lesson)
        return show_lesson({});
    if (m_in_bench) {
        m_bench_widths.clear();
        return show_bench();
    }
    for (QDockWidget *dock : m_docks) {
        m_window.removeDockWidget(dock);
        dock->setFloating(false);
    }
    m_window.removeDockWidget(m_terminal);
    for (QDockWidget *dock : {m_words, m_act})
        m_window.addDockWidget(Qt::LeftDockWidgetArea, dock);
    for (QDockWidget *dock : {m_listing, m_table, m_totals})
        m_window.addDockWidget(m_joined ? Qt::LeftDockWidgetArea : Qt::RightDockWidgetArea, dock);
    m_window.addDockWidget(Qt::BottomDockWidgetArea, m_sets, Qt::Vertical);
    m_window.splitDockWidget(m_sets, m_time, Qt::Vertical);
    m_window.tabifyDockWidget(m_sets, m_crossing);
    m_window.tabifyDockWidget(m_sets, m_phases);
    for (QDockWidget *dock : m_docks)
        dock->show();
    const int width = m_window.width(), height = m_window.height();
    if (m_joined) {
        for (QDockWidget *dock : {m_act, m_listing, m_table, m_totals})
            m_window.tabifyDockWidget(m_words, dock);
        m_words->raise();
        if (height < least_middle * m_preferences.scale())
            m_window.tabifyDockWidget(m_sets, m_time);
        m_window.resizeDocks({m_words}, {width * 40 / 100}, Qt::Horizontal);
        m_window.resizeDocks({m_sets}, {height * 40 / 100}, Qt::Vertical);
        raise_sets_or_crossing();
        m_has_terminal = false;
        if (m_offers)
            place_offer();
        return place_terminal();
    }
    m_window.resizeDocks({m_words, m_listing}, {width * 20 / 100, width * 25 / 100}, Qt::Horizontal);
    m_window.resizeDocks({m_words, m_act}, {height * 36 / 100, height * 54 / 100}, Qt::Vertical);
    if (height < low_window) {
        m_window.tabifyDockWidget(m_table, m_totals);
        m_table->raise();
    }
    m_window.resizeDocks({m_listing, m_table, m_totals}, {height * 36 / 100, height * 26 / 100, height * 26 / 100}, Qt::Vertical);
    const bool tight = height < low_window; // the sets with all their rows before the stage's room to spare
    m_window.resizeDocks({m_sets, m_time}, {height * (tight ? 32 : 25) / 100, height * (tight ? 22 : 24) / 100}, Qt::Vertical);
    raise_sets_or_crossing();
    m_has_terminal = false;
    place_terminal();
    if (m_offers)
        place_offer();
}

bool Panels::fit(QSize window)
{
    if (m_in_lesson || m_in_bench)
        return false;
    const auto widest = [](std::initializer_list<const QWidget *> widgets) {
        int width = 0;
        for (const QWidget *widget : widgets)
            width = qMax(width, widget->minimumSizeHint().width());
        return width;
    };
    const int separators = 2 * m_window.style()->pixelMetric(QStyle::PM_DockWidgetSeparatorExtent, nullptr, &m_window);
    const int needed = widest({m_words, m_act}) + widest({m_listing, m_table, m_totals})
                       + widest({m_stage, m_sets, m_crossing, m_time}) + separators;
    if (std::exchange(m_joined, needed > window.width()) == m_joined)
        return false;
    const QStringList away = hidden();
    reset();
    hide(away);
    return true;
}

QStringList Panels::hidden() const
{
    QStringList names;
    for (const QDockWidget *dock : m_docks)
        if (dock->isHidden())
            names << dock->objectName();
    return names;
}

void Panels::hide(const QStringList &names)
{
    for (QDockWidget *dock : m_docks)
        if (names.contains(dock->objectName()))
            dock->hide();
}

void Panels::raise_sets_or_crossing()
{
    if (m_in_lesson || m_in_bench)
        return;
    (figures::asks_with_sets(m_session.trace(), 0) ? m_sets : m_crossing)->raise();
    if (m_has_terminal) // that is what its lesson is about
        m_terminal->raise();
}

std::vector<Panels::Share> Panels::shares() const
{
    std::vector<Share> shares;
    for (QDockWidget *dock : m_docks)
        if (dock->geometry().right() >= 0 && dock->isVisible() && !dock->isFloating()) // not behind a tab
            shares.push_back({dock, dock->size()});
    return shares;
}

void Panels::give(const std::vector<Share> &shares, QSize from, QSize to)
{
    QList<QDockWidget *> beside, all;
    QList<int> widths, heights;
    for (const auto &[dock, size] : shares) {
        if (!dock->isVisible() || dock->isFloating())
            continue;
        all << dock;
        heights << qMax(1, size.height() * to.height() / from.height()) + tabs_height(m_window, *dock);
        if (m_window.dockWidgetArea(dock) & (Qt::LeftDockWidgetArea | Qt::RightDockWidgetArea)) {
            beside << dock;
            widths << qMax(1, size.width() * to.width() / from.width());
        }
    }
    m_window.resizeDocks(beside, widths, Qt::Horizontal);
    m_window.resizeDocks(all, heights, Qt::Vertical);
}

void Panels::grow(QSize from, QSize to)
{
    give(shares(), from, to);
}

void Panels::keep_shares()
{
    m_usual = shares();
    m_usual_window = m_window.size();
}

void Panels::restore_shares()
{
    QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest); // first everything becomes as small as it may
    if (!m_usual.empty())
        give(m_usual, m_usual_window, m_window.size());
}

QWidgetList Panels::eyes_order(const QWidgetList &above, const QWidgetList &middle, QWidget *bottom) const
{
    std::vector<std::pair<QPoint, QWidget *>> columns[3]; // left, middle, right
    const auto add = [this, &columns](QWidget *widget, int column) {
        columns[column].emplace_back(widget->mapTo(&m_window, QPoint()), widget);
    };
    std::vector<QDockWidget *> docks = m_docks;
    docks.push_back(m_lesson);
    docks.push_back(m_bench);
    docks.push_back(m_terminal);
    for (QDockWidget *dock : docks) {
        if (dock->isFloating() || dock->geometry().right() < 0 || !dock->isVisible())
            continue;
        const Qt::DockWidgetArea area = m_window.dockWidgetArea(dock);
        add(dock, area == Qt::LeftDockWidgetArea ? 0 : area == Qt::RightDockWidgetArea ? 2 : 1);
    }
    for (QWidget *widget : middle)
        add(widget, 1);
    add(m_stage, 1);
    for (QTabBar *tabs : m_window.findChildren<QTabBar *>(QString(), Qt::FindDirectChildrenOnly)) {
        const int centre = tabs->mapTo(&m_window, tabs->rect().center()).x();
        const QRect stage(m_stage->mapTo(&m_window, QPoint()), m_stage->size());
        if (tabs->isVisible())
            add(tabs, centre < stage.left() ? 0 : centre > stage.right() ? 2 : 1);
    }
    QWidgetList order = above;
    for (auto &column : columns) {
        std::ranges::stable_sort(column, {}, [](const auto &place) { return std::pair(place.first.y(), place.first.x()); });
        for (const auto &[at, widget] : column)
            order << widget;
    }
    for (QDockWidget *dock : m_docks)
        if (dock->isFloating() && dock->isVisible())
            order << dock;
    order << bottom;
    return order;
}

void Panels::order_focus(const QWidgetList &above, const QWidgetList &middle, QWidget *bottom)
{
    m_window.centralWidget()->lower(); // the stage comes first for who is read to
    m_places = eyes_order(above, middle, bottom);
    for (QTabBar *tabs : m_window.findChildren<QTabBar *>(QString(), Qt::FindDirectChildrenOnly))
        tabs->setElideMode(Qt::ElideNone); // what has no room is scrolled to
    QWidget *last = nullptr;
    for (QWidget *place : std::as_const(m_places)) {
        QWidgetList inside = place->findChildren<QWidget *>();
        if (auto *dock = qobject_cast<QDockWidget *>(place)) { // its title stands above it
            QWidgetList title = dock->titleBarWidget()->findChildren<QWidget *>();
            inside.removeIf([&](QWidget *widget) { return title.contains(widget); });
            inside = title + inside;
        }
        inside.prepend(place);
        for (QWidget *widget : std::as_const(inside)) {
            if (!(widget->focusPolicy() & Qt::TabFocus) || widget->focusProxy() || widget->window() != &m_window)
                continue;
            if (last)
                QWidget::setTabOrder(last, widget);
            last = widget;
        }
    }
}

QDockWidget *Panels::in_focus() const
{
    const auto has = [](const QDockWidget *dock) { return dock->isAncestorOf(QApplication::focusWidget()); };
    const auto found = std::ranges::find_if(m_docks, has);
    return found == m_docks.end() ? nullptr : *found;
}

void Panels::set_free()
{
    QDockWidget *dock = in_focus();
    if (!dock)
        return;
    const QPointer<QWidget> focused = QApplication::focusWidget();
    dock->setFloating(!dock->isFloating());
    dock->activateWindow();
    if (focused)
        focused->setFocus(Qt::OtherFocusReason);
}

void Panels::resize(Qt::Orientation orientation, int direction)
{
    QDockWidget *dock = in_focus();
    if (!dock)
        return;
    const bool wide = orientation == Qt::Horizontal;
    const int by = direction * (wide ? m_window.width() : m_window.height()) / 10;
    if (dock->isFloating())
        dock->resize(dock->width() + (wide ? by : 0), dock->height() + (wide ? 0 : by));
    else
        m_window.resizeDocks({dock}, {(wide ? dock->width() : dock->height()) + by}, orientation);
}

void Panels::go_to_panel(int direction)
{
    const QWidget *focus = QApplication::focusWidget();
    const auto holds = [focus](const QWidget *place) { return focus && (place == focus || place->isAncestorOf(focus)); };
    const qsizetype count = m_places.size();
    qsizetype at = std::ranges::find_if(m_places, holds) - m_places.begin();
    if (at == count)
        at = direction > 0 ? -1 : 0;
    for (qsizetype i = 1; i <= count; ++i) {
        QWidget *place = m_places[((at + direction * i) % count + count) % count];
        auto *dock = qobject_cast<QDockWidget *>(place);
        QWidgetList inside = (dock ? dock->widget() : place)->findChildren<QWidget *>();
        inside.prepend(dock ? dock->widget() : place);
        const auto takes = [](const QWidget *widget) {
            return widget->isVisible() && widget->isEnabled() && (widget->focusPolicy() & Qt::TabFocus) && !widget->focusProxy();
        };
        const auto first = std::ranges::find_if(inside, takes);
        if (qobject_cast<QTabBar *>(place) || first == inside.end())
            continue;
        (*first)->activateWindow();
        (*first)->setFocus(Qt::TabFocusReason);
        return;
    }
}

void Panels::retranslate()
{
    m_lesson->setWindowTitle(tr("Lesson"));
    m_bench->setWindowTitle(tr("Bench"));
    m_terminal->setWindowTitle(m_terminal_view->title());
    for (QDockWidget *dock : m_docks) {
        const auto *view = qobject_cast<FigureView *>(dock->widget());
        dock->setWindowTitle(view ? view->title() : tr("Server and clients"));
    }
    // Qt gives these names, which are in its own translations, once: in the language of that moment.
    for (const QTabBar *tabs : m_window.findChildren<QTabBar *>(QString(), Qt::FindDirectChildrenOnly))
        for (const auto &[name, words] : {std::pair("ScrollLeftButton", "Scroll Left"), std::pair("ScrollRightButton", "Scroll Right")})
            if (auto *button = tabs->findChild<QToolButton *>(QLatin1String(name)))
                button->setAccessibleName(QTabBar::tr(words));
}

} // namespace ui
