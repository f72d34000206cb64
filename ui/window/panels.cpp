// SPDX-License-Identifier: MIT
#include "ui/window/panels.h"

#include "ui/common/actions.h"
#include "ui/common/panel_title.h"
#include "ui/figure/timeline_view.h"
#include "ui/live/clients_panel.h"
#include "ui/live/run_options.h"

#include "figures/cast.h"

#include <QAction>
#include <QCoreApplication>
#include <QDockWidget>
#include <QMainWindow>
#include <QScrollArea>
#include <QStyle>
#include <QTabBar>
#include <QToolButton>
#include <QVBoxLayout>

namespace ui {
namespace {

constexpr int low_window = 800; // px: below it two figures of the right-hand column share a place

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
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::TabFocus);
    return button;
}

} // namespace

Panels::Panels(QMainWindow &window, Session &session, Preferences &preferences, const Actions &actions)
    : QObject(&window), m_window(window), m_session(session), m_preferences(preferences),
      m_stage(figure("stage")), m_words_view(figure("words")), m_clients(new ClientsPanel(session, preferences)), m_options(new RunOptions)
{
    m_words = dock("words", m_words_view);
    auto *act = new QWidget;
    auto *column = new QVBoxLayout(act);
    column->addWidget(m_options);
    column->addWidget(m_clients, 1);
    m_clients->layout()->setContentsMargins(0, 0, 0, 0);
    m_act = dock("clients", new TallContent(act)); // large letters do not need a tall screen
    m_sets = dock("sets", figure("sets"));
    m_crossing = dock("crossing", figure("crossing"));
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
    return dock;
}

void Panels::reset()
{
    for (QDockWidget *dock : m_docks) {
        m_window.removeDockWidget(dock);
        dock->setFloating(false);
    }
    for (QDockWidget *dock : {m_words, m_act})
        m_window.addDockWidget(Qt::LeftDockWidgetArea, dock);
    for (QDockWidget *dock : {m_listing, m_table, m_totals})
        m_window.addDockWidget(Qt::RightDockWidgetArea, dock);
    m_window.addDockWidget(Qt::BottomDockWidgetArea, m_sets, Qt::Vertical);
    m_window.splitDockWidget(m_sets, m_time, Qt::Vertical);
    m_window.tabifyDockWidget(m_sets, m_crossing);
    for (QDockWidget *dock : m_docks)
        dock->show();
    const int width = m_window.width(), height = m_window.height();
    m_window.resizeDocks({m_words, m_listing}, {width * 20 / 100, width * 25 / 100}, Qt::Horizontal);
    m_window.resizeDocks({m_words, m_act}, {height * 36 / 100, height * 54 / 100}, Qt::Vertical);
    if (height < low_window) {
        m_window.tabifyDockWidget(m_table, m_totals);
        m_table->raise();
    }
    m_window.resizeDocks({m_listing, m_table, m_totals}, {height * 36 / 100, height * 26 / 100, height * 26 / 100}, Qt::Vertical);
    m_window.resizeDocks({m_sets, m_time}, {height * 23 / 100, height * 26 / 100}, Qt::Vertical);
    raise_sets_or_crossing();
}

void Panels::raise_sets_or_crossing()
{
    (figures::asks_with_sets(m_session.trace(), 0) ? m_sets : m_crossing)->raise();
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

void Panels::retranslate()
{
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
