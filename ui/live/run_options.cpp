// SPDX-License-Identifier: MIT
#include "ui/live/run_options.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QSpinBox>

#include <chrono>

namespace ui {

using Notify = servers::Settings::Notify;

RunOptions::RunOptions(QWidget *parent)
    : QWidget(parent), m_grid(new QGridLayout(this)), m_port_label(new QLabel), m_timeout_label(new QLabel),
      m_pause_label(new QLabel), m_send_buffer_label(new QLabel), m_notify_label(new QLabel), m_port(new QSpinBox),
      m_timeout(new QDoubleSpinBox), m_pause(new QDoubleSpinBox), m_send_buffer(new QSpinBox), m_queued(new QCheckBox),
      m_edge(new QCheckBox), m_notify(new QComboBox)
{
    m_port->setRange(0, 65535);
    m_timeout->setRange(-0.5, 3600);
    m_timeout->setDecimals(1);
    m_timeout->setSingleStep(0.5);
    m_timeout->setValue(m_timeout->minimum());
    m_pause->setRange(0, 10'000);
    m_pause->setDecimals(1);
    m_send_buffer->setRange(0, 1 << 30);
    m_send_buffer->setSingleStep(4096);
    for (const Notify notify : {Notify::suspend, Notify::signal, Notify::thread})
        m_notify->addItem(QString(), int(notify));
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setColumnStretch(1, 1);
    add("port", m_port_label, m_port, 0);
    add("timeout", m_timeout_label, m_timeout, servers::timeout_option);
    add("pause", m_pause_label, m_pause, servers::pause_option);
    add("queued_signals", nullptr, m_queued, servers::signal_option);
    add("notify", m_notify_label, m_notify, servers::notify_option);
    add("edge", nullptr, m_edge, servers::edge_option);
    add("send_buffer", m_send_buffer_label, m_send_buffer, servers::send_buffer_option);
    m_shown = fields();
    retranslate();
}

void RunOptions::add(const char *name, QLabel *label, QWidget *editor, unsigned option)
{
    const int row = int(m_rows.size());
    editor->setObjectName(QLatin1String(name));
    if (label) {
        label->setBuddy(editor);
        m_grid->addWidget(label, row, 0);
        m_grid->addWidget(editor, row, 1);
    } else {
        m_grid->addWidget(editor, row, 0, 1, 2);
    }
    m_rows.push_back({label, editor, option});
}

lab::Wishes RunOptions::wishes() const
{
    lab::Wishes wishes;
    if (m_pause->isEnabled() && m_pause->value() > 0)
        wishes.pause = std::chrono::microseconds(qRound64(m_pause->value() * 1e3));
    if (m_timeout->isEnabled() && m_timeout->value() >= 0)
        wishes.timeout = std::chrono::microseconds(qRound64(m_timeout->value() * 1e6));
    if (m_send_buffer->isEnabled() && m_send_buffer->value() > 0)
        wishes.send_buffer = m_send_buffer->value();
    if (m_notify->isEnabled() && m_notify->currentIndex() > 0)
        wishes.notify = Notify(m_notify->currentData().toInt());
    wishes.queued_signals = m_queued->isEnabled() && m_queued->isChecked();
    wishes.edge_triggered = m_edge->isEnabled() && m_edge->isChecked();
    return wishes;
}

void RunOptions::show(const servers::Settings &settings)
{
    m_timeout->setValue(settings.timeout ? double(settings.timeout->count()) / 1e6 : m_timeout->minimum());
    m_pause->setValue(double(settings.pause.count()) / 1e3);
    m_send_buffer->setValue(settings.send_buffer);
    m_notify->setCurrentIndex(m_notify->findData(int(settings.notify)));
    m_queued->setChecked(settings.queued_signals);
    m_edge->setChecked(settings.edge_triggered);
    m_shown = fields();
}

RunOptions::Fields RunOptions::fields() const
{
    return {m_timeout->value(), m_pause->value(), double(m_send_buffer->value()), double(m_notify->currentIndex()), double(m_queued->isChecked()),
            double(m_edge->isChecked())};
}

uint16_t RunOptions::port() const
{
    return uint16_t(m_port->value());
}

void RunOptions::set_port(int port)
{
    m_port->setValue(port);
}

void RunOptions::set_server(const QString &name)
{
    const servers::Server *server = servers::named(name.toStdString());
    for (const Row &row : m_rows) {
        const bool heeded = row.option == 0 || (server && (server->heeds & row.option));
        for (QWidget *widget : {static_cast<QWidget *>(row.label), row.editor})
            if (widget) {
                widget->setEnabled(heeded);
                widget->setVisible(heeded);
            }
    }
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
    m_send_buffer_label->setText(tr("Send buffer"));
    m_send_buffer->setAccessibleName(tr("Send buffer of the server's connections in the next run"));
    m_send_buffer->setSpecialValueText(tr("as usual"));
    m_send_buffer->setSuffix(tr(" bytes", "after a number"));
    m_send_buffer->setToolTip(tr("SO_SNDBUF of the server's connections in the next run: a small one is soon full"));
    retranslate_times();
    retranslate_models();
}

void RunOptions::retranslate_times()
{
    m_timeout_label->setText(tr("Ti&meout"));
    m_timeout->setAccessibleName(tr("Timeout of the next run's server"));
    m_timeout->setSpecialValueText(tr("none"));
    m_timeout->setSuffix(tr(" s", "seconds"));
    m_timeout->setToolTip(tr("How long the server's call waits at most in the next run; with 0 it does not wait, without a timeout it "
                             "waits forever"));
    m_pause_label->setText(tr("Pa&use"));
    m_pause->setAccessibleName(tr("Pause between two rounds of polling in the next run"));
    m_pause->setSpecialValueText(tr("none"));
    m_pause->setSuffix(tr(" ms", "milliseconds"));
    m_pause->setToolTip(tr("How long the server sleeps between two rounds of polling; without a pause it keeps a processor busy"));
}

void RunOptions::retranslate_models()
{
    m_queued->setText(tr("Queued signals (F_SETSIG)"));
    m_queued->setToolTip(tr("A real-time signal instead of SIGIO in the next run: it is queued, and names the descriptor"));
    m_edge->setText(tr("Edge-triggered (EPOLLET)"));
    m_edge->setToolTip(tr("In the next run epoll tells of each arrival once, not as long as there is something to read"));
    m_notify_label->setText(tr("Notified by", "how a completed aio request tells of itself"));
    m_notify->setAccessibleName(tr("How the next run's server is told of a completed request"));
    m_notify->setToolTip(tr("How the server learns in the next run that an aio request is complete"));
    m_notify->setItemText(0, tr("waiting in aio_suspend()"));
    m_notify->setItemText(1, tr("a signal (SIGEV_SIGNAL)"));
    m_notify->setItemText(2, tr("a thread (SIGEV_THREAD)"));
}

} // namespace ui
