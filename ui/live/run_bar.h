// SPDX-License-Identifier: MIT
// The tool bar: which server, run, pause, step, how fast, connect, export.
#pragma once

#include <QList>
#include <QToolBar>

class QComboBox;
class QLabel;
class QSlider;
class QToolButton;

namespace ui {

class Actions;
class ModeSwitch;
class Player;
class Preferences;

class RunBar : public QToolBar {
    Q_OBJECT
public:
    RunBar(const Actions &actions, Player &player, Preferences &preferences, QWidget *parent = nullptr);

    // servers::named()
    QString server() const;
    void set_server(const QString &name);
    // Not in front of the bench, which is no server.
    void show_servers(bool shown);

signals:
    void run_wanted(); // Enter in the box of servers, which else only chooses
    void server_changed(const QString &name);

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void actionEvent(QActionEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void retranslate();
    void show_speed();
    void fit();
    QString speed_text(int index) const;

    Player &m_player;
    Preferences &m_preferences;
    ModeSwitch *m_modes;
    QAction *m_label_place = nullptr, *m_server_place = nullptr;
    QLabel *m_server_label, *m_speed_label, *m_speed_value;
    QComboBox *m_server;
    QSlider *m_speed;
    QList<QToolButton *> m_known_by_sign; // these need no word when there is no room for it
};

} // namespace ui
