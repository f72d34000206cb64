// SPDX-License-Identifier: MIT
#include "ui/bench/requests_panel.h"

#include "ui/bench/look.h"
#include "ui/bench/statement_line.h"
#include "ui/common/preferences.h"

#include "words/sentences.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QRegularExpression>
#include <QSpinBox>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace ui {

RequestsPanel::RequestsPanel(Desk &desk, Session &session, Preferences &preferences, StatementLine &statement, QWidget *parent)
    : BenchPage(desk, session, preferences, statement, parent), m_new(heading()), m_bytes_label(new QLabel), m_notify_label(new QLabel), m_note(text_label(true)),
      m_descriptor(new QComboBox), m_notify(new QComboBox), m_bytes(new QSpinBox), m_read(push_button()), m_write(push_button()), m_suspend(push_button()),
      m_cancel_all(push_button()), m_look(push_button()), m_return(push_button()), m_cancel(push_button()), m_table(new QTableWidget(0, 6))
{
    setObjectName(QStringLiteral("requests_panel"));
    m_read->setObjectName(QStringLiteral("request_read"));
    m_cancel->setObjectName(QStringLiteral("request_cancel"));
    auto *top = new QHBoxLayout;
    top->addWidget(m_new);
    top->addWidget(m_descriptor, 1);
    top->addWidget(m_bytes_label);
    top->addWidget(m_bytes);
    top->addWidget(m_notify_label);
    top->addWidget(m_notify);
    top->addWidget(m_read);
    top->addWidget(m_write);
    m_descriptor->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_descriptor->setMinimumContentsLength(10);
    m_notify->addItem(QString(), QStringLiteral("SIGEV_NONE"));
    m_notify->addItem(QString(), QStringLiteral("SIGEV_SIGNAL"));
    m_notify->addItem(QString(), QStringLiteral("SIGEV_THREAD"));
    m_bytes->setRange(1, 4096);
    m_bytes->setValue(64);
    m_bytes_label->setBuddy(m_bytes);
    m_notify_label->setBuddy(m_notify);
    m_read->setText(QStringLiteral("aio_read"));
    m_write->setText(QStringLiteral("aio_write"));
    auto *acts = new QHBoxLayout;
    for (QPushButton *one : {m_look, m_return, m_cancel})
        acts->addWidget(one);
    acts->addStretch(1);
    acts->addWidget(m_suspend);
    acts->addWidget(m_cancel_all);
    m_table->verticalHeader()->hide();
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setTabKeyNavigation(false);
    m_table->setShowGrid(false);
    m_table->setObjectName(QStringLiteral("requests"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(8, 4, 8, 4);
    column->addLayout(top);
    column->addWidget(m_table, 1);
    column->addLayout(acts);
    column->addWidget(m_note);
    connect(m_read, &QPushButton::clicked, this, [this] { ask(QStringLiteral("aio_read")); });
    connect(m_write, &QPushButton::clicked, this, [this] { ask(QStringLiteral("aio_write")); });
    const auto on_chosen = [this](const QString &text) {
        const auto all = requests();
        const int row = m_table->currentRow();
        if (row >= 0 && size_t(row) < all.size())
            m_statement.write(text.arg(all[size_t(row)].name).replace(QStringLiteral("FD"), QString::number(all[size_t(row)].fd)));
        m_statement.edit().setFocus();
    };
    connect(m_look, &QPushButton::clicked, this, [on_chosen] { on_chosen(QStringLiteral("n = aio_error(&%1);")); });
    connect(m_return, &QPushButton::clicked, this, [on_chosen] { on_chosen(QStringLiteral("n = aio_return(&%1);")); });
    connect(m_cancel, &QPushButton::clicked, this, [on_chosen] { on_chosen(QStringLiteral("n = aio_cancel(FD, &%1);")); });
    connect(m_suspend, &QPushButton::clicked, this, [this] {
        QStringList names;
        for (const Request &one : requests())
            if (one.outstanding)
                names += u'&' + one.name;
        if (names.isEmpty())
            return;
        const QString list = QStringLiteral("list%1").arg(names.size()); // an array keeps its size
        m_statement.write(QStringLiteral("%1 = {%2}; aio_suspend(%1, %3, NULL);").arg(list, names.join(QStringLiteral(", "))).arg(names.size()),
                          tr("sleeps until one request is complete"));
        m_statement.edit().setFocus();
    });
    connect(m_cancel_all, &QPushButton::clicked, this, [this] {
        m_statement.write(QStringLiteral("n = aio_cancel(%1, NULL);").arg(in_statement(chosen(*m_descriptor))));
        m_statement.edit().setFocus();
    });
    retranslate();
}

// The requests among the variables, and what the recording has of each.
std::vector<RequestsPanel::Request> RequestsPanel::requests() const
{
    std::vector<Request> all;
    static const QRegularExpression form(QStringLiteral("^\\{(-?\\d+), [^,]+, \\d+\\}(?: (\\S+))?$"));
    for (const bench::Shown &one : m_desk.variables()) {
        const auto parts = form.match(QString::fromStdString(one.value));
        if (one.type != "struct aiocb" || !parts.hasMatch())
            continue;
        all.push_back({.name = QString::fromStdString(one.name), .fd = parts.captured(1).toInt(), .error = parts.captured(2), .call = {}, .notify = {}, .returned = {}});
    }
    for (Request &request : all)
        for (const Desk::Entry &entry : m_desk.entries()) {
            const QString own = QStringLiteral("(&%1)").arg(request.name);
            if (!entry.event || *entry.event >= m_session.instant().complete)
                continue;
            if (entry.text.contains(QStringLiteral("aio_read") + own) || entry.text.contains(QStringLiteral("aio_write") + own)) {
                request.call = entry.text.contains(QStringLiteral("aio_read")) ? QStringLiteral("aio_read") : QStringLiteral("aio_write");
                request.asked = entry.call->result == 0;
                request.outstanding = request.asked;
                request.returned.clear();
                request.error = request.asked ? QStringLiteral("EINPROGRESS") : request.error;
            } else if (entry.text.contains(QStringLiteral("aio_error") + own)) {
                const int64_t error = entry.call->result;
                request.error = error == 0 ? QStringLiteral("0") : words::error_name(int(error));
                request.outstanding = error == EINPROGRESS;
            } else if (entry.text.contains(QStringLiteral("aio_return") + own)) {
                request.returned = words::answered_text(m_session.trace(), *entry.call);
                request.outstanding = false;
            } else if (entry.text.contains(QStringLiteral("&%1.aio_sigevent").arg(request.name)) || entry.text.startsWith(request.name + QStringLiteral(".aio_sigevent.sigev_notify"))) {
                request.notify = QStringLiteral("SIGEV_NONE");
                for (const QString &how : {QStringLiteral("SIGEV_SIGNAL"), QStringLiteral("SIGEV_THREAD")})
                    if (entry.text.contains(how))
                        request.notify = how;
            }
        }
    return all;
}

// One more request: its block, its buffer, how it tells, and the call.
void RequestsPanel::ask(const QString &call)
{
    const QString name = QStringLiteral("r%1").arg(requests().size() + 1), notify = m_notify->currentData().toString();
    QString text = QStringLiteral("struct aiocb %1; char b_%1[%2]; %1.aio_fildes = %3; %1.aio_buf = b_%1; %1.aio_nbytes = %2; %1.aio_sigevent.sigev_notify = %4;")
                       .arg(name).arg(m_bytes->value()).arg(in_statement(chosen(*m_descriptor)), notify);
    if (notify == QLatin1String("SIGEV_SIGNAL"))
        text += QStringLiteral(" %1.aio_sigevent.sigev_signo = SIGRTMIN;").arg(name);
    m_statement.write(QStringLiteral("%1 %2(&%3);").arg(text, call, name), tr("asks, and returns at once"));
    m_statement.edit().setFocus();
}

void RequestsPanel::refresh()
{
    fill(*m_descriptor, true);
    const auto all = requests();
    const bool acts = m_desk.sits();
    m_read->setEnabled(acts && m_descriptor->count() > 0);
    m_write->setEnabled(acts && m_descriptor->count() > 0);
    for (QPushButton *one : {m_look, m_return, m_cancel, m_suspend, m_cancel_all})
        one->setEnabled(acts && !all.empty());
    const int chosen_row = m_table->currentRow();
    m_table->setRowCount(int(all.size()));
    for (int row = 0; row < int(all.size()); ++row) {
        const Request &one = all[size_t(row)];
        QString where = one.error;
        for (const replay::Request &known : m_session.world().requests)
            if (one.outstanding && known.fd == one.fd && known.state == replay::Request::in_progress)
                where = known.helper > 0 ? tr("%1: a helper thread sleeps in read(%2)").arg(one.error).arg(one.fd)
                    : known.unattended   ? tr("%1: queued, no helper thread is free").arg(one.error)
                                         : one.error;
        const QString texts[] = {one.name, one.call, QString::number(one.fd), one.notify.isEmpty() ? QStringLiteral("SIGEV_NONE") : one.notify, where, one.returned};
        for (int column = 0; column < 6; ++column) {
            QTableWidgetItem *item = m_table->item(row, column);
            if (!item)
                m_table->setItem(row, column, item = new QTableWidgetItem);
            item->setText(texts[column]);
            item->setFont(column == 4 ? font() : code_font(font()));
        }
    }
    m_table->resizeColumnsToContents();
    if (!all.empty())
        m_table->selectRow(std::clamp(chosen_row, 0, int(all.size()) - 1));
}

void RequestsPanel::retranslate()
{
    m_new->setText(tr("New request"));
    m_bytes_label->setText(tr("bytes"));
    m_bytes->setAccessibleName(tr("Bytes asked for"));
    m_notify_label->setText(tr("notify by"));
    m_notify->setItemText(0, tr("nothing (SIGEV_NONE)"));
    m_notify->setItemText(1, tr("a signal (SIGEV_SIGNAL)"));
    m_notify->setItemText(2, tr("a thread (SIGEV_THREAD)"));
    m_notify->setAccessibleName(tr("How the request tells"));
    m_descriptor->setAccessibleName(tr("Descriptor of the request"));
    m_suspend->setText(tr("Wait for one: aio_suspend"));
    m_cancel_all->setText(tr("Cancel all: aio_cancel(…)"));
    m_look->setText(QStringLiteral("aio_error"));
    m_return->setText(QStringLiteral("aio_return"));
    m_cancel->setText(tr("Cancel"));
    m_note->setText(tr("The helper threads are the C library's, not the kernel's: each makes an ordinary read(). A request's buffer must stay until it is complete."));
    m_table->setHorizontalHeaderLabels({tr("name"), tr("call"), QStringLiteral("fd"), tr("notify by"), tr("aio_error(): where it is"), QStringLiteral("aio_return()")});
    m_table->setAccessibleName(tr("Requests"));
    if (isVisible())
        refresh();
}

} // namespace ui
