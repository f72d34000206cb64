// SPDX-License-Identifier: MIT
#include "ui/live/run_bar.h"

#include "ui/common/actions.h"
#include "ui/common/mode_switch.h"
#include "ui/common/preferences.h"
#include "ui/live/player.h"

#include "lessons/catalogue.h"
#include "lessons/problems.h"
#include "servers/server.h"

#include <QAction>
#include <QActionEvent>
#include <QComboBox>
#include <QEvent>
#include <QKeyEvent>
#include <QLabel>
#include <QLayout>
#include <QSlider>
#include <QStandardItemModel>
#include <QToolButton>

#include <utility>

namespace ui {

RunBar::RunBar(const Actions &actions, Player &player, Preferences &preferences, QWidget *parent)
    : QToolBar(parent), m_player(player), m_preferences(preferences), m_modes(new ModeSwitch({actions.mode_watch, actions.mode_lesson, actions.mode_bench})), m_server_label(new QLabel), m_speed_label(new QLabel),
      m_speed_value(new QLabel), m_server(new QComboBox), m_speed(new QSlider(Qt::Horizontal))
{
    setObjectName("run_bar");
    setMovable(false);
    setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    setContextMenuPolicy(Qt::PreventContextMenu);

    addWidget(m_modes);
    m_label_place = addWidget(m_server_label);
    bool beyond = false;
    for (const servers::Server &server : servers::all()) {
        if (server.model == servers::Model::beyond && !std::exchange(beyond, true))
            m_server->insertSeparator(m_server->count());
        m_server->addItem(QString(), QString::fromLatin1(server.name.data(), qsizetype(server.name.size())));
        if (server.lacks && server.lacks() != 0)
            static_cast<QStandardItemModel *>(m_server->model())->item(m_server->count() - 1)->setEnabled(false);
    }
    m_server_place = addWidget(m_server);
    addAction(actions.new_run);
    addSeparator();
    for (QAction *action : {actions.first, actions.step_back, actions.play_pause, actions.step, actions.last, actions.stop})
        addAction(action);
    // The arrows to either end say enough without a word.
    for (QAction *action : {actions.first, actions.last})
        static_cast<QToolButton *>(widgetForAction(action))->setToolButtonStyle(Qt::ToolButtonIconOnly);
    addSeparator();
    addWidget(m_speed_label);
    addWidget(m_speed);
    addWidget(m_speed_value);
    addSeparator();
    addAction(actions.connect_client);
    addAction(actions.compare);
    addAction(actions.export_picture);
    for (QAction *action : this->actions())
        if (auto *button = qobject_cast<QToolButton *>(widgetForAction(action)))
            button->setFocusPolicy(Qt::TabFocus);

    for (QAction *action : {actions.stop, actions.play_pause, actions.step, actions.step_back})
        m_known_by_sign += static_cast<QToolButton *>(widgetForAction(action));

    for (QAction *action : {actions.export_picture, actions.compare, actions.connect_client})
        m_known_by_sign += static_cast<QToolButton *>(widgetForAction(action));
    m_server->setObjectName(QStringLiteral("server"));
    m_server_label->setBuddy(m_server);
    m_server_label->setMargin(4);
    m_speed_label->setMargin(4);
    m_speed_value->setMargin(4);
    m_speed_label->setBuddy(m_speed);
    m_speed->setPageStep(1);
    m_speed->setTickPosition(QSlider::TicksBelow);
    m_speed->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Preferred);
    connect(m_speed, &QSlider::valueChanged, &player, &Player::set_speed);
    connect(&player, &Player::speed_changed, this, &RunBar::show_speed);
    connect(m_server, &QComboBox::currentIndexChanged, this, [this] { emit server_changed(server()); });
    m_server->installEventFilter(this);
    retranslate();
}

QString RunBar::server() const
{
    return m_server->currentData().toString();
}

void RunBar::set_server(const QString &name)
{
    m_server->setCurrentIndex(qMax(0, m_server->findData(name)));
}

void RunBar::show_servers(bool shown)
{
    if (m_server_place->isVisible() == shown)
        return;
    m_label_place->setVisible(shown);
    m_server_place->setVisible(shown);
    fit();
}

bool RunBar::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_server && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Return || key == Qt::Key_Enter) {
            emit run_wanted();
            return true;
        }
    }
    return QToolBar::eventFilter(watched, event);
}

void RunBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::FontChange)
        retranslate();
    QToolBar::changeEvent(event);
}

void RunBar::resizeEvent(QResizeEvent *event)
{
    QToolBar::resizeEvent(event);
    fit();
}

// The word of an action may have changed: "Play", "Pause playing".
void RunBar::actionEvent(QActionEvent *event)
{
    QToolBar::actionEvent(event);
    if (event->type() == QEvent::ActionChanged)
        fit();
}

// As many words as there is room for: what is known by its sign gives up its word before anything goes out of sight.
void RunBar::fit()
{
    for (QToolButton *button : m_known_by_sign)
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_modes->set_compact(false);
    for (QToolButton *button : m_known_by_sign) {
        layout()->invalidate();
        if (sizeHint().width() <= width())
            return;
        button->setToolButtonStyle(Qt::ToolButtonIconOnly);
    }
    layout()->invalidate();
    m_modes->set_compact(sizeHint().width() > width());
}

QString RunBar::speed_text(int index) const
{
    const double speed = Player::speeds(m_player.axis())[size_t(index)];
    const words::Language &language = m_preferences.language();
    if (m_player.axis() == figures::Axis::events)
        return speed < 1 ? tr("1 step in %1 s").arg(language.number(qlonglong(1 / speed)))
                         : tr("%n step(s)/s", nullptr, int(speed));
    return speed < 1 ? tr("1/%1 × real").arg(language.number(qlonglong(1 / speed + 0.5)))
                     : tr("%1 × real").arg(language.number(qlonglong(speed)));
}

void RunBar::show_speed()
{
    const auto speeds = Player::speeds(m_player.axis());
    const int index = m_player.speed();
    m_speed->blockSignals(true);
    m_speed->setRange(0, int(speeds.size()) - 1);
    m_speed->setValue(index);
    m_speed->blockSignals(false);
    m_speed_value->setText(speed_text(index));
    int widest = 0; // so that nothing beside it moves
    for (int i = 0; i < int(speeds.size()); ++i)
        widest = qMax(widest, fontMetrics().horizontalAdvance(speed_text(i)));
    m_speed_value->setMinimumWidth(widest + 2 * m_speed_value->margin());
    m_speed->setFixedWidth(fontMetrics().averageCharWidth() * 10);
}

void RunBar::retranslate()
{
    setWindowTitle(tr("Run"));
    m_modes->retranslate();
    m_server_label->setText(tr("&Server:"));
    m_server->setAccessibleName(tr("Server"));
    m_server->setToolTip(tr("The I/O model the next run shows"));
    for (int i = 0; i < m_server->count(); ++i) {
        const QString name = m_server->itemData(i).toString();
        m_server->setItemText(i, lessons::server_title(m_preferences.language(), name));
        const servers::Server *server = servers::named(name.toStdString());
        if (const int refused = server && server->lacks ? server->lacks() : 0)
            m_server->setItemData(i, lessons::problem(m_preferences.language(), "io_uring_setup", refused, 0), Qt::ToolTipRole);
    }
    m_server->adjustSize();
    if (auto *more = findChild<QToolButton *>(QStringLiteral("qt_toolbar_ext_button"))) { // Qt's own, for what has no room
        more->setAccessibleName(tr("More of the tool bar"));
        more->setToolTip(more->accessibleName());
        more->setFocusPolicy(Qt::TabFocus);
    }
    m_speed_label->setText(tr("Sp&eed:"));
    m_speed->setAccessibleName(tr("Speed of playing"));
    m_speed->setToolTip(tr("How fast a recording is played"));
    show_speed();
    fit();
}

} // namespace ui
