// SPDX-License-Identifier: MIT
#include "ui/run_options.h"

#include <QDoubleSpinBox>
#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QSpinBox>

#include <chrono>

namespace ui {

RunOptions::RunOptions(QWidget *parent)
    : QWidget(parent), m_port_label(new QLabel), m_timeout_label(new QLabel), m_port(new QSpinBox),
      m_timeout(new QDoubleSpinBox), m_pause_label(new QLabel), m_pause(new QDoubleSpinBox)
{
    m_port->setObjectName("port");
    m_port->setRange(0, 65535);
    m_timeout->setObjectName("timeout");
    m_timeout->setRange(0, 3600);
    m_timeout->setDecimals(1);
    m_timeout->setSingleStep(0.5);
    m_pause->setObjectName("pause");
    m_pause->setRange(0, 10'000);
    m_pause->setDecimals(1);
    m_pause_label->setBuddy(m_pause);
    m_port_label->setBuddy(m_port);
    m_timeout_label->setBuddy(m_timeout);
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->addWidget(m_port_label, 0, 0);
    grid->addWidget(m_port, 0, 1);
    grid->addWidget(m_timeout_label, 1, 0);
    grid->addWidget(m_timeout, 1, 1);
    grid->addWidget(m_pause_label, 1, 0);
    grid->addWidget(m_pause, 1, 1);
    grid->setColumnStretch(1, 1);
    retranslate();
}

servers::Settings RunOptions::settings() const
{
    servers::Settings settings;
    settings.port = uint16_t(m_port->value());
    if (m_pause->isEnabled())
        settings.pause = std::chrono::microseconds(qRound64(m_pause->value() * 1e3));
    if (m_timeout->isEnabled() && m_timeout->value() > 0)
        settings.timeout = std::chrono::microseconds(qRound64(m_timeout->value() * 1e6));
    return settings;
}

void RunOptions::set_port(int port)
{
    m_port->setValue(port);
}

void RunOptions::set_server(const QString &name)
{
    const servers::Server *server = servers::named(name.toStdString());
    m_timeout->setEnabled(server && (server->heeds & servers::timeout_option));
    m_timeout_label->setEnabled(m_timeout->isEnabled());
    m_pause->setEnabled(server && (server->heeds & servers::pause_option));
    for (QWidget *widget : std::initializer_list<QWidget *>{m_pause, m_pause_label}) // they take turns in one row
        widget->setVisible(m_pause->isEnabled());
    for (QWidget *widget : std::initializer_list<QWidget *>{m_timeout, m_timeout_label})
        widget->setVisible(!m_pause->isEnabled());
}

void RunOptions::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void RunOptions::retranslate()
{
    m_port_label->setText(tr("&Port"));
    m_port->setAccessibleName(tr("Port of the next run"));
    m_port->setSpecialValueText(tr("any free one"));
    m_port->setToolTip(tr("Where the next run listens; 0 lets the kernel choose"));
    m_timeout_label->setText(tr("Ti&meout"));
    m_timeout->setAccessibleName(tr("Timeout of select() in the next run"));
    m_timeout->setSpecialValueText(tr("none"));
    m_pause_label->setText(tr("Pa&use"));
    m_pause->setAccessibleName(tr("Pause between two rounds of polling in the next run"));
    m_pause->setSpecialValueText(tr("none"));
    m_pause->setSuffix(tr(" ms", "milliseconds"));
    m_pause->setToolTip(tr("How long the server sleeps between two rounds of polling; without a pause it keeps a processor busy"));
    m_timeout->setSuffix(tr(" s", "seconds"));
    m_timeout->setToolTip(tr("How long select() waits at most in the next run; without a timeout it waits forever"));
}

} // namespace ui
