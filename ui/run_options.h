// SPDX-License-Identifier: MIT
// What the next run is to be like: the port it listens on, and how long select() waits at most.
#pragma once

#include "servers/server.h"

#include <QWidget>

class QDoubleSpinBox;
class QLabel;
class QSpinBox;

namespace ui {

class RunOptions : public QWidget {
    Q_OBJECT
public:
    explicit RunOptions(QWidget *parent = nullptr);

    servers::Settings settings() const;
    void set_port(int port); // 0: the kernel chooses
    void set_server(const QString &name); // not every server has a timeout, or a pause

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    QLabel *m_port_label, *m_timeout_label;
    QSpinBox *m_port;
    QDoubleSpinBox *m_timeout; // s; 0: none
    QLabel *m_pause_label;
    QDoubleSpinBox *m_pause; // ms; 0: none
};

} // namespace ui
