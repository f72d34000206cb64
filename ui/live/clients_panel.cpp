// SPDX-License-Identifier: MIT
#include "ui/live/clients_panel.h"

#include "lessons/catalogue.h"
#include "ui/common/icons.h"
#include "ui/common/shortcuts.h"
#include "ui/live/clients_model.h"
#include "ui/live/session.h"

#include <QCheckBox>
#include <QEvent>
#include <QGridLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QTableView>

#include <algorithm>

namespace ui {
namespace {

constexpr int refresh_ms = 100, rest_ms = 1000; // while something changes, while nothing does
constexpr int most_bytes = 1 << 30;

} // namespace

ClientsPanel::ClientsPanel(Session &session, Preferences &preferences, QWidget *parent)
    : QWidget(parent), m_session(session), m_model(new ClientsModel(session, preferences, this)), m_table(new QTableView),
      m_text_label(new QLabel), m_bytes_label(new QLabel), m_text(new QLineEdit(QStringLiteral("abc"))), m_bytes(new QSpinBox),
      m_echo(new QCheckBox)
{
    m_connect = button(&ClientsPanel::connect_client);
    m_connect->setIcon(icon("list-add"));
    m_connect->setObjectName("connect");
    m_send_text = button(&ClientsPanel::send_text);
    m_send_text->setObjectName("send_text");
    m_send_bytes = button(&ClientsPanel::send_bytes);
    m_send_bytes->setObjectName("send_bytes");
    m_receive = button(&ClientsPanel::receive);
    m_receive->setObjectName("receive");
    m_send_urgent = button(&ClientsPanel::send_urgent);
    m_send_urgent->setObjectName("send_urgent_text");
    m_receive_urgent = button(&ClientsPanel::receive_urgent);
    m_receive_urgent->setObjectName("receive_urgent_byte");
    m_half_close = button(&ClientsPanel::half_close);
    m_half_close->setObjectName("half_close");
    m_close = button(&ClientsPanel::close_client);
    m_close->setObjectName("close");
    m_reset = button(&ClientsPanel::reset);
    m_reset->setObjectName("reset");
    m_bytes->setObjectName("bytes");
    m_bytes->setRange(1, most_bytes);
    m_bytes->setValue(4096);
    m_bytes->setGroupSeparatorShown(true);
    m_echo->setObjectName("echo");
    m_echo->setChecked(true);
    m_text_label->setBuddy(m_text);
    m_bytes_label->setBuddy(m_bytes);
    m_text->setObjectName("text");
    connect(m_text, &QLineEdit::returnPressed, this, &ClientsPanel::send_text);

    m_table->setModel(m_model);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setTabKeyNavigation(false);
    m_table->setShowGrid(false);
    m_table->setAlternatingRowColors(true);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setSectionResizeMode(ClientsModel::state, QHeaderView::Stretch);
    m_table->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->setMinimumHeight(fontMetrics().height() * 4);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &ClientsPanel::enable);

    auto *grid = new QGridLayout(this);
    grid->addWidget(m_connect, 0, 0, 1, 4);
    grid->addWidget(m_table, 1, 0, 1, 4);
    grid->addWidget(m_text_label, 2, 0);
    grid->addWidget(m_text, 2, 1, 1, 2);
    grid->addWidget(m_send_text, 2, 3);
    grid->addWidget(m_bytes_label, 3, 0);
    grid->addWidget(m_bytes, 3, 1, 1, 2);
    grid->addWidget(m_send_bytes, 3, 3);
    grid->addWidget(m_echo, 4, 0, 1, 4);
    grid->addWidget(m_receive, 5, 0, 1, 2);
    grid->addWidget(m_half_close, 5, 2, 1, 2);
    grid->addWidget(m_send_urgent, 6, 0, 1, 2);
    grid->addWidget(m_receive_urgent, 6, 2, 1, 2);
    grid->addWidget(m_close, 7, 0, 1, 2);
    grid->addWidget(m_reset, 7, 2, 1, 2);
    grid->setVerticalSpacing(grid->verticalSpacing() / 2); // ten rows are to fit on a small screen
    grid->setColumnStretch(1, 1);
    grid->setColumnStretch(2, 1);
    grid->setRowStretch(1, 1);

    connect(&session, &Session::recording_changed, this, &ClientsPanel::refresh);
    connect(&session, &Session::state_changed, this, &ClientsPanel::refresh);
    connect(&session, &Session::recorded, this, [this] { m_timer.setInterval(refresh_ms); });
    m_timer.setInterval(refresh_ms);
    connect(&m_timer, &QTimer::timeout, this, &ClientsPanel::refresh);
    m_timer.start();
    retranslate();
    enable();
}

QPushButton *ClientsPanel::button(void (ClientsPanel::*act)())
{
    auto *button = new QPushButton;
    button->setAutoDefault(true); // Enter presses it: Space belongs to pause and play
    connect(button, &QPushButton::clicked, this, act);
    return button;
}

void ClientsPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void ClientsPanel::retranslate()
{
    m_connect->setText(tr("Connect a &client"));
    m_connect->setToolTip(tr("Starts another client thread, which connects to the server"));
    m_table->setAccessibleName(tr("Clients"));
    m_text_label->setText(tr("&Text"));
    m_text->setAccessibleName(tr("Text to send"));
    m_send_text->setText(tr("Sen&d"));
    m_send_text->setAccessibleName(tr("Send the text"));
    m_bytes_label->setText(tr("B&ytes"));
    m_bytes->setAccessibleName(tr("Number of bytes to send"));
    m_send_bytes->setText(tr("Se&nd bytes"));
    m_send_bytes->setAccessibleName(tr("Send that many bytes"));
    m_echo->setText(tr("Then read the ech&o"));
    m_echo->setToolTip(tr("After sending, the client receives as many bytes as it has sent"));
    m_receive->setText(tr("Rece&ive"));
    m_receive->setToolTip(tr("One recv(): the client sleeps in it until something comes"));
    m_send_urgent->setText(tr("Send urgent"));
    m_send_urgent->setToolTip(with_shortcut(
        tr("send() of the text with MSG_OOB: its last byte is urgent data, the rest is read as usual"), QStringLiteral("send_urgent")));
    m_receive_urgent->setText(tr("Receive urgent"));
    m_receive_urgent->setToolTip(with_shortcut(
        tr("Waits in poll() for an urgent byte and takes it with recv(MSG_OOB); only a server that sends one wakes the client"),
        QStringLiteral("receive_urgent")));
    m_half_close->setText(tr("Half-close"));
    m_half_close->setToolTip(tr("shutdown(SHUT_WR): the client sends no more and can still receive"));
    m_close->setText(tr("Close"));
    m_close->setToolTip(tr("close(): the server reads end of file"));
    m_reset->setText(tr("Reset"));
    m_reset->setToolTip(tr("SO_LINGER 0, then close(): the server gets a reset, ECONNRESET"));
    m_model->retranslate();
}

void ClientsPanel::refresh()
{
    if (!isVisible() && m_session.run())
        return;
    const bool first = m_model->rowCount() == 0;
    const bool changed = m_model->refresh();
    m_timer.setInterval(changed ? refresh_ms : std::min(2 * m_timer.interval(), rest_ms));
    if (first && m_model->rowCount() > 0 && selected() == 0)
        select(1);
    enable();
}

bool ClientsPanel::stream() const
{
    const servers::Server *server = lessons::server_of(m_session.trace());
    return !server || !server->datagrams;
}

void ClientsPanel::enable()
{
    const bool running = m_session.activity() == Session::Activity::running;
    const int number = selected();
    const clients::Progress client = running && number > 0 ? m_model->client(number) : clients::Progress();
    m_connect->setEnabled(running);
    // Commands wait their turn: what counts is how the client stands after those it has been given.
    const servers::Server *server = lessons::server_of(m_session.trace());
    const bool stream = this->stream(); // datagrams know no end, no reset and nothing urgent
    m_bytes->setMinimum(stream ? 1 : 0); // but an empty one is one
    const bool sends = client.will_be_connected && !client.will_be_half_closed;
    const bool receives = client.will_be_connected && !client.closed_by_server;
    m_close->setEnabled(client.will_be_connected);
    m_reset->setEnabled(client.will_be_connected && stream);
    for (QWidget *widget : {m_send_text, m_send_bytes})
        widget->setEnabled(sends);
    for (QWidget *widget : {m_half_close, m_send_urgent})
        widget->setEnabled(sends && stream);
    m_receive->setEnabled(receives);
    const bool answered = !server || server->sends_urgent; // else the client would wait for ever
    m_receive_urgent->setEnabled(receives && answered);
    emit urgent_changed(sends && stream, receives && answered);
}

int ClientsPanel::selected() const
{
    const QModelIndexList rows = m_table->selectionModel()->selectedRows();
    return rows.isEmpty() ? 0 : rows.constFirst().row() + 1;
}

void ClientsPanel::select(int number)
{
    if (number >= 1 && number <= m_model->rowCount()) // the focus stays where it is
        m_table->selectionModel()->select(m_model->index(number - 1, 0), QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
}

void ClientsPanel::connect_client()
{
    const auto run = m_session.run();
    if (!run)
        return;
    m_session.look_soon();
    const int number = run->add_client();
    if (number == 0)
        return emit m_session.failed({"pthread_create", EAGAIN});
    run->tell(number, {.kind = clients::Command::connect});
    m_model->refresh();
    select(number);
    enable();
}

void ClientsPanel::tell(clients::Command command)
{
    m_session.look_soon();
    if (const auto run = m_session.run(); run && selected() > 0)
        run->tell(selected(), std::move(command));
    m_timer.setInterval(refresh_ms);
    refresh();
}

void ClientsPanel::send(clients::Command command, int64_t bytes)
{
    tell(std::move(command));
    if (m_echo->isChecked())
        tell({.kind = clients::Command::receive, .bytes = bytes});
}

void ClientsPanel::send_text()
{
    const std::string text = m_text->text().toStdString();
    if ((!text.empty() || !stream()) && m_send_text->isEnabled()) // Enter in the text comes here, too
        send({.kind = clients::Command::send, .text = text}, int64_t(text.size()));
}

void ClientsPanel::send_bytes()
{
    send({.kind = clients::Command::send, .bytes = m_bytes->value()}, m_bytes->value());
}

void ClientsPanel::receive()
{
    tell({.kind = clients::Command::receive});
}

void ClientsPanel::send_urgent()
{
    const std::string text = m_text->text().toStdString();
    if (!text.empty() && m_send_urgent->isEnabled())
        tell({.kind = clients::Command::send_urgent, .text = text});
}

void ClientsPanel::receive_urgent()
{
    if (m_receive_urgent->isEnabled())
        tell({.kind = clients::Command::receive_urgent});
}

void ClientsPanel::half_close()
{
    tell({.kind = clients::Command::shutdown});
}

void ClientsPanel::close_client()
{
    tell({.kind = clients::Command::close});
}

void ClientsPanel::reset()
{
    tell({.kind = clients::Command::reset});
}

} // namespace ui
