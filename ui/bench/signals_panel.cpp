// SPDX-License-Identifier: MIT
#include "ui/bench/signals_panel.h"

#include "ui/bench/look.h"
#include "ui/bench/statement_line.h"
#include "ui/common/preferences.h"

#include "calls/names.h"
#include "words/sentences.h"

#include <QCheckBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>

namespace ui {
namespace {

constexpr int turn_ms = 350; // from one cause to the next, so that each has its signals

// The descriptor that a cause is provoked on: 3 listens, 4 to 8 are connected with clients 1 to 5.
constexpr int client_of[SignalsPanel::over_tcp] = {0, 2, 3, 4, 1, 1, 5};
// Over UDP the bench does it itself: v sends to u, w to a port where nobody is.
constexpr const char *datagram_sent[] = {"n = sendto(v, \"datagram\", 8, 0, &uaddr, sizeof uaddr)", "n = send(w, \"nobody\", 6, 0)"};

} // namespace

Arrived arrived(const Desk &desk, const Session &session, size_t from, size_t to)
{
    Arrived all;
    const trace::Trace &trace = session.trace();
    for (size_t i = from; desk.thread() && i < std::min({to, trace.events().size(), session.instant().complete}); ++i) {
        const trace::Event &event = trace.events()[i];
        if (event.thread != *desk.thread() || event.call != trace::Call::handler_begin)
            continue;
        ++all.count;
        const QString code = words::signal_code(event);
        if (!all.codes.contains(code))
            all.codes += code;
        if (const auto band = calls::value(event, "band")) {
            const QString text = words::constant(calls::Type::poll_events, *band).replace(u'|', QStringLiteral(" | "));
            if (!all.bands.contains(text))
                all.bands += text;
        }
    }
    return all;
}

SignalsPanel::SignalsPanel(Desk &desk, Session &session, Preferences &preferences, StatementLine &statement, QWidget *parent)
    : BenchPage(desk, session, preferences, statement, parent), m_queued(new QCheckBox), m_set_up(push_button()), m_all(push_button()), m_fill(push_button()), m_ten(push_button()),
      m_steps(text_label(true)), m_ten_title(heading()), m_ten_told(text_label()), m_turn(new QTimer(this))
{
    setObjectName(QStringLiteral("signals_panel"));
    m_set_up->setObjectName(QStringLiteral("signals_set_up"));
    m_all->setObjectName(QStringLiteral("signals_all"));
    m_queued->setObjectName(QStringLiteral("signals_queued"));
    m_ten->setObjectName(QStringLiteral("signals_ten"));
    auto *top = new QHBoxLayout;
    top->addWidget(m_set_up);
    top->addWidget(m_queued);
    top->addStretch(1);
    top->addWidget(m_all);
    auto *table = new QGridLayout;
    table->setHorizontalSpacing(8);
    table->setVerticalSpacing(2);
    for (int i = 0; i < 5; ++i) {
        m_head[i] = heading();
        table->addWidget(m_head[i], 0, i == 0 ? 0 : i + 2, 1, i == 0 ? 2 : 1);
    }
    for (int cause = 0; cause < causes; ++cause) {
        Row &row = m_rows[size_t(cause)];
        row = {heading(), text_label(), heading(), new QLabel, new QLabel, text_label(true), push_button()};
        row.number->setText(cause < over_tcp ? QString::number(cause + 1) : QStringLiteral("UDP %1").arg(cause - over_tcp + 1));
        row.button->setObjectName(QStringLiteral("cause_%1").arg(cause + 1));
        QWidget *const places[] = {row.number, row.cause, row.button, row.count, row.code, row.band, row.said};
        for (int column = 0; column < 7; ++column)
            table->addWidget(places[column], cause + 1, column, column == 0 ? Qt::AlignTop : Qt::Alignment());
        connect(row.button, &QPushButton::clicked, this, [this, cause] {
            m_in_turn = false;
            provoke(cause + 1);
        });
    }
    for (const auto &[column, width] : {std::pair(3, 60), {4, 80}, {5, 150}})
        table->setColumnMinimumWidth(column, width);
    table->setColumnStretch(1, 3);
    table->setColumnStretch(6, 2);
    auto *ten = new QHBoxLayout;
    ten->addWidget(m_ten_told, 1);
    ten->addWidget(m_ten);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(8, 4, 8, 4);
    column->addLayout(top);
    column->addWidget(m_steps);
    column->addLayout(table);
    auto *fill = new QHBoxLayout;
    fill->addStretch(1);
    fill->addWidget(m_fill);
    column->addLayout(fill);
    column->addWidget(m_ten_title);
    column->addLayout(ten);
    column->addStretch(1);
    m_turn->setInterval(turn_ms);
    connect(m_turn, &QTimer::timeout, this, &SignalsPanel::provoke_next);
    connect(m_set_up, &QPushButton::clicked, this, &SignalsPanel::set_up);
    connect(m_all, &QPushButton::clicked, this, [this] {
        m_next = 0;
        m_in_turn = true;
        m_turn->start();
    });
    connect(m_fill, &QPushButton::clicked, this, [this] {
        const QString fill_it = QStringLiteral("n = send(a, much, sizeof much, MSG_DONTWAIT)"), pause = QStringLiteral("nanosleep(&wait, NULL)");
        m_desk.play({{"char much[200000]"}, {"wait = {0, 300000000}"}, {fill_it, true}, {pause}, {fill_it, true}}, true);
    });
    connect(m_ten, &QPushButton::clicked, this, &SignalsPanel::test_ten);
    connect(&session, &Session::recording_changed, this, [this] {
        m_spans = {};
        m_test.reset();
        m_latest = -1;
        m_turn->stop();
    });
    retranslate();
}

QString SignalsPanel::signal_name() const
{
    return m_queued->isChecked() ? QStringLiteral("SIGRTMIN") : QStringLiteral("SIGIO");
}

bool SignalsPanel::prepared() const
{
    return m_desk.sits() && std::ranges::any_of(m_desk.variables(), [](const bench::Shown &one) { return one.name == "act"; })
        && std::ranges::any_of(m_desk.variables(), [](const bench::Shown &one) { return one.name == "e"; })
        && std::ranges::any_of(m_desk.variables(), [](const bench::Shown &one) { return one.name == "w"; });
}

void SignalsPanel::set_up()
{
    using Step = Desk::Step;
    std::vector<Step> steps{{"s = socket(AF_INET, SOCK_STREAM, 0)"}, {"addr = {AF_INET, htons(0), htonl(INADDR_LOOPBACK)}"}, {"bind(s, &addr, sizeof addr)"}, {"listen(s, 5)"}};
    for (const char *name : {"a", "b", "c", "d", "e"}) {
        steps.push_back({});
        steps.push_back({QStringLiteral("%1 = accept(s, NULL, NULL)").arg(QLatin1String(name))});
    }
    for (const char *statement : {"u = socket(AF_INET, SOCK_DGRAM, 0)", "uaddr = {AF_INET, htons(0), htonl(INADDR_LOOPBACK)}", "bind(u, &uaddr, sizeof uaddr)",
                                  "getsockname(u, &uaddr, &ulen)", "v = socket(AF_INET, SOCK_DGRAM, 0)", "naddr = {AF_INET, htons(0), htonl(INADDR_LOOPBACK)}",
                                  "bind(v, &naddr, sizeof naddr)", "getsockname(v, &naddr, &nlen)", "close(v)", // now nobody is at that port
                                  "w = socket(AF_INET, SOCK_DGRAM, 0)", "connect(w, &naddr, sizeof naddr)", "v = socket(AF_INET, SOCK_DGRAM, 0)"})
        steps.push_back({QString::fromLatin1(statement)});
    steps.push_back({"act = {count, SA_RESTART}"});
    steps.push_back({QStringLiteral("sigaction(%1, &act, NULL)").arg(signal_name())});
    for (const char *name : {"s", "a", "b", "c", "d", "e", "u", "w"}) {
        const QString fd = QLatin1String(name);
        steps.push_back({QStringLiteral("fcntl(%1, F_SETOWN, getpid())").arg(fd)});
        if (m_queued->isChecked())
            steps.push_back({QStringLiteral("fcntl(%1, F_SETSIG, SIGRTMIN)").arg(fd)});
        steps.push_back({QStringLiteral("flags = fcntl(%1, F_GETFL)").arg(fd)});
        steps.push_back({QStringLiteral("fcntl(%1, F_SETFL, flags | O_ASYNC | O_NONBLOCK)").arg(fd)});
    }
    m_desk.play(std::move(steps), false);
}

void SignalsPanel::provoke(int cause)
{
    if (!prepared())
        return;
    const size_t now = m_session.trace().events().size();
    if (m_latest >= 0 && m_spans[size_t(m_latest)] && m_spans[size_t(m_latest)]->second == 0)
        m_spans[size_t(m_latest)]->second = now;
    m_latest = cause - 1;
    m_spans[size_t(cause - 1)] = std::pair(now, size_t(0));
    if (cause > over_tcp) {
        m_desk.run(QLatin1String(datagram_sent[cause - over_tcp - 1]));
        return refresh();
    }
    const int client = client_of[cause - 1];
    switch (cause) {
    case 1: do_act(m_desk, Act::connect, 0); break;
    case 2: do_act(m_desk, Act::close, client); break;
    case 3:
        m_desk.run(QStringLiteral("shutdown(c, SHUT_WR)"));
        do_act(m_desk, Act::close, client);
        break;
    case 4: do_act(m_desk, Act::half_close, client); break;
    case 5: do_act(m_desk, Act::send_ten, client); break;
    case 6: do_act(m_desk, Act::read_some, client); break;
    default: do_act(m_desk, Act::reset, client); break;
    }
    refresh();
}

void SignalsPanel::provoke_next()
{
    if (!m_in_turn || m_next >= over_tcp || !prepared())
        return m_turn->stop();
    provoke(++m_next);
}

// Ten sends while the signal is blocked: what waits at the kernel is told once, or queued.
void SignalsPanel::test_ten()
{
    if (!prepared())
        return;
    m_test = std::pair(m_session.trace().events().size(), size_t(0));
    m_desk.run(QStringLiteral("io = {%1}; sigprocmask(SIG_BLOCK, &io, NULL)").arg(signal_name()));
    do_act(m_desk, Act::send_ten, 1);
    m_desk.run(QStringLiteral("wait = {0, 300000000}; nanosleep(&wait, NULL); sigprocmask(SIG_UNBLOCK, &io, NULL)"));
}

void SignalsPanel::refresh()
{
    const bool ready = prepared();
    m_set_up->setEnabled(!m_desk.plays());
    m_all->setEnabled(ready);
    m_ten->setEnabled(ready);
    m_fill->setEnabled(ready);
    for (size_t i = 0; i < causes; ++i) {
        const Row &row = m_rows[i];
        row.button->setEnabled(ready);
        const auto &span = m_spans[i];
        if (!span) {
            row.count->setText(QStringLiteral("–"));
            for (QLabel *label : {row.code, row.band, row.said})
                label->clear();
            continue;
        }
        const Arrived all = arrived(m_desk, m_session, span->first, span->second ? span->second : m_session.trace().events().size());
        row.count->setText(m_preferences.language().number(all.count));
        row.code->setText(all.codes.join(u'\n'));
        row.band->setText(all.bands.join(u'\n'));
        const int asked = i == 4 ? 10 : 1;
        row.said->setText(all.count == 0 ? (i == 5 ? tr("Provoked, no signal: the send buffer has never been full.") : tr("Provoked, no signal."))
                          : all.count < asked ? tr("%n coalesced", nullptr, asked - all.count)
                          : i == 4            ? tr("none coalesced; the one we want")
                                              : QString());
    }
    QString told = tr("Ten sends while the signal is blocked, then it is let in.");
    if (m_test) {
        const Arrived all = arrived(m_desk, m_session, m_test->first, m_session.trace().events().size());
        const int came = std::min(all.count, 10);
        const QString marks = QString(came, QChar(0x25B2)) + QString(10 - came, QChar(0x25B3));
        told = QStringLiteral("%1  %2  %3").arg(signal_name(), marks, came < 10 ? tr("%n coalesced: read until EAGAIN", nullptr, 10 - came) : tr("queued: each names its descriptor"));
    }
    m_ten_told->setText(told);
}

void SignalsPanel::retranslate()
{
    const QString cause_texts[] = {tr("A connection has been accepted by the listening socket"), tr("A disconnect request has been sent: the peer closes"),
                                   tr("A disconnect has been completed: we first, then the peer"), tr("Half of a connection has been shut down"),
                                   tr("Data has arrived at the socket: ten sends"), tr("Data has been sent: the send buffer has room again"), tr("An asynchronous error has occurred: RST"),
                                   tr("Over UDP: a datagram has arrived"), tr("Over UDP: an asynchronous error has occurred: nobody is there (ICMP)")};
    for (size_t i = 0; i < causes; ++i) {
        m_rows[i].cause->setText(cause_texts[i]);
        if (i >= over_tcp) {
            m_rows[i].button->setText(i == over_tcp ? QStringLiteral("sendto(v, …)") : QStringLiteral("send(w, …)"));
            m_rows[i].button->setAccessibleName(QStringLiteral("%1: %2").arg(cause_texts[i], m_rows[i].button->text()));
            continue;
        }
        const QString act = act_text(m_preferences.language(), std::array{Act::connect, Act::close, Act::close, Act::half_close, Act::send_ten, Act::read_some, Act::reset}[i]);
        m_rows[i].button->setText(client_of[i] == 0 ? act : QStringLiteral("client %1: %2").arg(client_of[i]).arg(act));
        m_rows[i].button->setAccessibleName(QStringLiteral("%1: %2").arg(cause_texts[i], m_rows[i].button->text()));
    }
    const QString heads[] = {tr("Cause"), tr("signals"), QStringLiteral("si_code"), QStringLiteral("si_band"), tr("what is said")};
    for (int i = 0; i < 5; ++i)
        m_head[i]->setText(heads[i]);
    m_set_up->setText(tr("Prepare: five clients, handler, F_SETOWN, O_ASYNC"));
    m_queued->setText(QStringLiteral("F_SETSIG"));
    m_queued->setToolTip(tr("A real-time signal, SIGRTMIN: it is queued and says descriptor and cause. Else SIGIO: coalesced, and says nothing."));
    m_all->setText(tr("Provoke all seven in turn"));
    m_fill->setText(tr("Fill the send buffer of client 1's connection"));
    m_ten_title->setText(tr("Coalesced or queued?"));
    m_ten->setText(tr("Do the test"));
    m_steps->setText(tr("The lecture's three steps: a handler (sigaction), an owner (F_SETOWN), O_ASYNC on each descriptor."));
    if (isVisible())
        refresh();
}

} // namespace ui
