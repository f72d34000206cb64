// SPDX-License-Identifier: MIT
#include "ui/bench/panel.h"

#include "ui/bench/flags_panel.h"
#include "ui/bench/hands.h"
#include "ui/bench/history.h"
#include "ui/bench/look.h"
#include "ui/bench/options_panel.h"
#include "ui/bench/proposals.h"
#include "ui/bench/requests_panel.h"
#include "ui/bench/select_panel.h"
#include "ui/bench/signals_panel.h"
#include "ui/bench/statement_line.h"
#include "ui/bench/variables.h"
#include "ui/common/preferences.h"

#include "lessons/problems.h"
#include "words/sentences.h"

#include <QEvent>
#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>
#include <QTabBar>
#include <QVBoxLayout>

#include <algorithm>

namespace ui {
namespace {

// Five statements and a server stands.
const QStringList five{QStringLiteral("s = socket(AF_INET, SOCK_STREAM, 0)"), QStringLiteral("addr = {AF_INET, htons(0), htonl(INADDR_LOOPBACK)}"),
                       QStringLiteral("bind(s, &addr, sizeof addr)"), QStringLiteral("listen(s, 5)"), QStringLiteral("t = accept(s, NULL, NULL)")};

QFrame *card(QLabel *title, QLabel *text, QPushButton *button)
{
    auto *frame = new QFrame;
    frame->setFrameShape(QFrame::StyledPanel);
    auto *row = new QHBoxLayout(frame);
    auto *texts = new QVBoxLayout;
    texts->addWidget(title);
    texts->addWidget(text);
    row->addLayout(texts, 1);
    row->addWidget(button, 0, Qt::AlignVCenter);
    return frame;
}

} // namespace

BenchPanel::BenchPanel(Session &session, Preferences &preferences, QWidget *parent)
    : QWidget(parent), m_session(session), m_preferences(preferences), m_desk(new Desk(session, preferences, this)), m_tabs(new QTabBar), m_pages(new QStackedWidget),
      m_title(heading()), m_title_more(text_label(true)), m_empty(heading()), m_empty_more(text_label(true)), m_own(text_label()), m_again(push_button()), m_export(push_button()),
      m_new(push_button()), m_five(push_button()), m_deck(push_button()), m_attach(push_button()), m_detach(push_button()), m_five_text(text_label(true)), m_deck_text(text_label(true)), m_attach_text(text_label(true)), m_attached(text_label()), m_attach_card(nullptr), m_attached_row(new QWidget), m_first(nullptr), m_header(new QWidget),
      m_history(new HistoryView(*m_desk, session, preferences)), m_hands(new HandBar(*m_desk, session, preferences)), m_proposals(new Proposals(*m_desk, session, preferences)),
      m_statement(new StatementLine(*m_desk, session, preferences, *m_proposals)), m_variables(new VariablesView(*m_desk, session, preferences))
{
    setObjectName(QStringLiteral("bench"));
    m_tabs->setObjectName(QStringLiteral("bench_tabs"));
    m_tabs->setExpanding(false);
    m_tabs->setDocumentMode(true);
    m_tabs->addTab({});
    m_pages->addWidget(new QWidget);
    add_page(new SelectPanel(*m_desk, session, preferences, *m_statement));
    add_page(new FlagsPanel(*m_desk, session, preferences, *m_statement));
    add_page(new SignalsPanel(*m_desk, session, preferences, *m_statement));
    add_page(new RequestsPanel(*m_desk, session, preferences, *m_statement));
    auto *options = new OptionsPanel(*m_desk, session, preferences, *m_statement);
    connect(options, &OptionsPanel::failed, this, &BenchPanel::failed);
    add_page(options);
    auto *top = new QHBoxLayout(m_header);
    top->setContentsMargins(8, 2, 8, 2);
    top->addWidget(m_title);
    top->addWidget(m_title_more, 1);
    top->addWidget(m_again);
    top->addWidget(m_export);
    m_title_more->setWordWrap(false);
    m_title_more->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_first = first_page();
    auto *attached = new QHBoxLayout(m_attached_row);
    attached->setContentsMargins(8, 4, 8, 4);
    attached->addWidget(m_attached, 1);
    attached->addWidget(m_detach);
    m_attached_row->setAutoFillBackground(true);
    m_attached_row->setBackgroundRole(QPalette::Midlight);
    m_attach->setObjectName(QStringLiteral("attach"));
    connect(m_attach, &QPushButton::clicked, this, &BenchPanel::choose_program);
    connect(m_detach, &QPushButton::clicked, m_desk, &Desk::wanted);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_tabs);
    column->addWidget(m_pages, 5);
    column->addWidget(m_attached_row);
    column->addWidget(m_header);
    column->addWidget(m_history, 4);
    column->addWidget(m_first, 4);
    column->addWidget(m_hands);
    column->addWidget(m_statement);
    column->addWidget(m_proposals, 2);
    connect(m_tabs, &QTabBar::currentChanged, this, &BenchPanel::show_tab);
    connect(m_again, &QPushButton::clicked, m_desk, &Desk::again);
    connect(m_export, &QPushButton::clicked, this, &BenchPanel::export_wanted);
    connect(m_new, &QPushButton::clicked, m_desk, &Desk::wanted);
    connect(m_five, &QPushButton::clicked, this, [this] {
        m_statement->write(five.join(QStringLiteral("; ")) + u';');
        focus_statement();
    });
    connect(m_deck, &QPushButton::clicked, this, [this] { set_tab(1); });
    connect(m_history, &HistoryView::wanted, this, [this](const QString &statement) {
        m_statement->write(statement);
        focus_statement();
    });
    connect(m_variables, &VariablesView::wanted, this, [this](const QString &name) {
        m_statement->edit().insertPlainText(name);
        focus_statement();
    });
    connect(m_desk, &Desk::changed, this, &BenchPanel::show_state);
    retranslate();
    show_tab();
}

QWidget *BenchPanel::first_page()
{
    auto *page = new QWidget;
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(24, 8, 24, 8);
    column->addWidget(m_empty);
    column->addWidget(m_empty_more);
    auto *own = new QHBoxLayout;
    own->addWidget(m_own, 1);
    own->addWidget(m_new);
    column->addLayout(own);
    auto *five_title = heading(), *deck_title = heading();
    five_title->setObjectName(QStringLiteral("five"));
    deck_title->setObjectName(QStringLiteral("deck"));
    column->addWidget(card(five_title, m_five_text, m_five));
    column->addWidget(card(deck_title, m_deck_text, m_deck));
    auto *attach_title = heading();
    attach_title->setObjectName(QStringLiteral("attach_title"));
    m_attach_card = card(attach_title, m_attach_text, m_attach);
    column->addWidget(m_attach_card);
    column->addStretch(1);
    return page;
}

void BenchPanel::add_page(QWidget *page)
{
    m_tabs->addTab({});
    auto *place = new QScrollArea; // where letters are large, or the window small, nothing is cut off
    place->setWidgetResizable(true);
    place->setFrameShape(QFrame::NoFrame);
    place->setFocusPolicy(Qt::NoFocus);
    place->setWidget(page);
    place->setMinimumSize(0, 0);
    m_pages->addWidget(place);
}

// Of the programs of the run: the first at once, or one of several.
void BenchPanel::choose_program()
{
    const int count = m_session.run() ? m_session.run()->programs() : 0;
    const auto attach = [this](int program) {
        if (const auto problem = m_desk->attach(program))
            emit failed(lessons::problem(m_preferences.language(), *problem));
        focus_statement();
    };
    if (count <= 1)
        return attach(1);
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const trace::Trace &trace = m_session.trace();
    for (int program = 1; program <= count; ++program) {
        const std::string name = program == 1 ? "server" : "program " + std::to_string(program);
        const auto found = std::ranges::find(trace.threads, name, &trace::Thread::name);
        if (found != trace.threads.end())
            menu->addAction(words::thread_name(m_preferences.language(), trace, size_t(found - trace.threads.begin())), this, [attach, program] { attach(program); });
    }
    menu->popup(m_attach->mapToGlobal(QPoint(0, m_attach->height())));
}

int BenchPanel::tab() const
{
    return m_tabs->currentIndex();
}

int BenchPanel::tabs() const
{
    return m_tabs->count();
}

void BenchPanel::set_tab(int index)
{
    m_tabs->setCurrentIndex((index + m_tabs->count()) % m_tabs->count());
}

void BenchPanel::focus_statement()
{
    m_statement->edit().setFocus(Qt::ShortcutFocusReason);
}

int BenchPanel::wanted_width() const
{
    constexpr int widths[] = {650, 800, 800, 860, 860, 966}; // of the tabs
    return widths[std::clamp(tab(), 0, 5)];
}

QSize BenchPanel::sizeHint() const
{
    return {qRound(wanted_width() * m_preferences.scale()), 700};
}

void BenchPanel::show_tab()
{
    const bool statements = tab() == 0;
    m_pages->setCurrentIndex(tab());
    m_pages->setVisible(!statements);
    show_state();
    emit tab_changed();
}

void BenchPanel::show_state()
{
    const bool statements = tab() == 0, any = !m_desk->entries().empty(), other = !m_desk->has_bench() && !m_session.trace().events().empty();
    m_first->setVisible(statements && !any);
    m_history->setVisible(any);
    m_header->setVisible(any || statements);
    m_again->setVisible(statements);
    m_export->setVisible(statements);
    m_hands->setVisible(statements && m_desk->sits() && any && height() > 420);
    m_proposals->setVisible(statements || m_statement->edit().marked() > 0);
    m_again->setEnabled(any && !m_desk->begins());
    m_export->setEnabled(any && m_desk->sits() && !m_desk->busy());
    m_attach_card->setVisible(other && m_session.activity() == Session::Activity::running);
    m_attached_row->setVisible(m_desk->attached() > 0);
    m_history->setMaximumHeight(statements ? QWIDGETSIZE_MAX : qRound((height() < 700 * m_preferences.scale() ? 110 : 190) * m_preferences.scale()));
    m_own->setVisible(other || (m_desk->has_bench() && !m_desk->sits() && !m_desk->begins()));
    m_new->setVisible(m_own->isVisibleTo(m_first));
    m_own->setText(other ? tr("This recording is of another program. A statement begins a run of the bench, with a descriptor table of its own.")
                         : tr("The run has ended: the bench is read-only."));
    m_title->setText(statements ? tr("History") : tr("Just run"));
}

void BenchPanel::retranslate()
{
    const QString names[] = {tr("Statements"), tr("select · poll"), QStringLiteral("fcntl"), QStringLiteral("SIGIO"), QStringLiteral("aio"), tr("Socket options")};
    for (int i = 0; i < m_tabs->count(); ++i)
        m_tabs->setTabText(i, names[i]);
    m_tabs->setAccessibleName(tr("What the bench shows"));
    m_title_more->setText(tr("each line is a real call, measured"));
    m_empty->setText(tr("No statement yet."));
    m_empty_more->setText(tr("Each statement you type, and each button you press, is a call of C that a real thread makes at once. Its result, errno, the time it took and an "
                             "explanation appear here."));
    m_again->setText(tr("Run again from the start"));
    m_export->setText(tr("Export as C…"));
    m_new->setText(tr("Go on in a new run"));
    m_five->setText(tr("Put into the statement line"));
    m_deck->setText(tr("Open the select panel"));
    m_first->findChild<QLabel *>(QStringLiteral("five"))->setText(tr("A server in five statements"));
    m_first->findChild<QLabel *>(QStringLiteral("deck"))->setText(tr("The lecture's case"));
    m_attach->setText(tr("Choose a program…"));
    m_first->findChild<QLabel *>(QStringLiteral("attach_title"))->setText(tr("Attach to a running program"));
    m_attach_text->setText(tr("Read and change flags and options of the server's sockets while it works."));
    m_attached->setText(tr("Attached to the program: 3, 4, 5 are its descriptors here. It does not know who has changed them."));
    m_detach->setText(tr("A descriptor table of its own"));
    m_five_text->setText(tr("socket, an address, bind, listen, accept: then connect a client."));
    m_deck_text->setText(tr("select() with {0, 4, 5}, {2, 7}, {1, 4} and 10.2 s, on real descriptors."));
    show_state();
}

void BenchPanel::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void BenchPanel::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    show_state();
}

} // namespace ui
