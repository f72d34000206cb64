// SPDX-License-Identifier: MIT
#include "ui/live/terminal_panel.h"

#include "ui/figure/view.h"
#include "ui/common/preferences.h"
#include "ui/live/session.h"

#include "calls/keys.h"
#include "words/sentences.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <vector>

namespace ui {
namespace {

constexpr int longest_line = 4000; // a terminal keeps no longer one

// Those that run a listing, as indices into Trace::programs.
std::vector<uint16_t> listings(const trace::Trace &trace)
{
    std::vector<uint16_t> all;
    for (size_t i = 0; i < trace.programs.size(); ++i)
        if (trace.programs[i].origin == trace::Origin::listing)
            all.push_back(uint16_t(i));
    return all;
}

bool has_keyboard(const trace::Trace &trace, uint16_t program)
{
    for (const trace::Thread &thread : trace.threads)
        if (thread.program == program && thread.job == trace::Job::keyboard)
            return true;
    return false;
}

} // namespace

TerminalPanel::TerminalPanel(Session &session, Preferences &preferences, FigureView *view, QWidget *parent)
    : QWidget(parent), m_session(session), m_preferences(preferences), m_front_label(new QLabel), m_front(new QComboBox), m_line(new QLineEdit), m_enter(new QPushButton),
      m_end(new QPushButton), m_interrupt(new QPushButton)
{
    auto *column = new QVBoxLayout(this);
    auto *choice = new QHBoxLayout;
    choice->addWidget(m_front_label);
    choice->addWidget(m_front, 1);
    column->addLayout(choice);
    column->addWidget(view, 1);
    auto *keys = new QHBoxLayout;
    keys->addWidget(m_line, 1);
    keys->addWidget(m_enter);
    keys->addWidget(m_end);
    keys->addWidget(m_interrupt);
    column->addLayout(keys);
    column->setContentsMargins(0, 0, 0, 0);
    m_front_label->setBuddy(m_front);
    m_front->setObjectName(QStringLiteral("front"));
    m_line->setObjectName(QStringLiteral("keyboard"));
    m_end->setObjectName(QStringLiteral("end_of_file"));
    m_interrupt->setObjectName(QStringLiteral("interrupt_key"));
    m_line->setMaxLength(longest_line);
    for (QPushButton *button : {m_enter, m_end, m_interrupt})
        button->setAutoDefault(false);
    connect(m_front, &QComboBox::activated, this, &TerminalPanel::choose);
    connect(m_line, &QLineEdit::returnPressed, this, &TerminalPanel::type_line);
    connect(m_enter, &QPushButton::clicked, this, &TerminalPanel::type_line);
    connect(m_end, &QPushButton::clicked, this, &TerminalPanel::type_end);
    connect(m_interrupt, &QPushButton::clicked, this, &TerminalPanel::type_interrupt);
    for (const auto signal : {&Session::recording_changed, &Session::state_changed, &Session::instant_changed})
        connect(&session, signal, this, &TerminalPanel::refresh);
    retranslate();
}

bool TerminalPanel::wanted() const
{
    const trace::Trace &trace = m_session.trace();
    const std::vector<uint16_t> all = listings(trace);
    return all.size() > 1 || (!all.empty() && has_keyboard(trace, all.front()));
}

int TerminalPanel::number() const
{
    const trace::Trace &trace = m_session.trace();
    const uint16_t front = m_session.front();
    if (!m_session.run() || m_session.activity() != Session::Activity::running || front >= trace.programs.size() || !has_keyboard(trace, front))
        return 0;
    const QString name = QString::fromStdString(trace.programs[front].name);
    return name == QLatin1String("server") || (name == QLatin1String("bench") && front == 0) ? 1 : name.startsWith(QLatin1String("program ")) ? name.mid(8).toInt() : 0;
}

void TerminalPanel::type_line()
{
    const int program = number();
    if (program == 0)
        return;
    m_session.run()->type(program, (m_line->text() + u'\n').toStdString());
    m_line->clear();
    m_session.look_soon();
}

void TerminalPanel::type_end()
{
    if (const int program = number()) {
        m_session.run()->type_end(program);
        m_session.look_soon();
    }
}

void TerminalPanel::type_interrupt()
{
    if (const int program = number()) {
        m_session.run()->type(program, std::string(1, calls::interrupt_key));
        m_session.look_soon();
    }
}

void TerminalPanel::choose(int index)
{
    m_session.set_front(uint16_t(m_front->itemData(index).toInt()));
}

void TerminalPanel::refresh()
{
    const trace::Trace &trace = m_session.trace();
    QStringList names;
    const std::vector<uint16_t> all = listings(trace);
    for (const uint16_t program : all) {
        const QString listing = QString::fromStdString(trace.programs[program].listing).section(u'.', 0, 0).replace(u'_', u'-');
        const QString name = words::thread_name(m_preferences.language(), trace, trace::main_thread(trace, program).value_or(trace.threads.size()));
        names += listing.isEmpty() ? name : QStringLiteral("%1 · %2").arg(name, listing);
    }
    if (names != m_names) {
        m_names = names;
        m_front->clear();
        for (size_t i = 0; i < all.size(); ++i)
            m_front->addItem(names[qsizetype(i)], int(all[i]));
    }
    m_front->setCurrentIndex(m_front->findData(int(m_session.front())));
    const bool types = number() != 0;
    for (QWidget *widget : std::initializer_list<QWidget *>{m_line, m_enter, m_end, m_interrupt})
        widget->setEnabled(types);
}

void TerminalPanel::retranslate()
{
    m_front_label->setText(tr("&Program in front:"));
    m_front->setAccessibleName(tr("Program in front"));
    m_line->setPlaceholderText(tr("Type a line here; Enter sends it to the program"));
    m_line->setAccessibleName(tr("Keyboard of the program in front"));
    m_enter->setText(tr("Enter"));
    m_end->setText(QStringLiteral("Ctrl-D"));
    m_end->setToolTip(tr("End of file: the program's next read() of its keyboard returns 0"));
    m_interrupt->setText(QStringLiteral("Ctrl-C"));
    m_interrupt->setToolTip(tr("The terminal sends SIGINT: the program in front ends, the others go on"));
    refresh();
}

void TerminalPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace ui
