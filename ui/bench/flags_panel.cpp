// SPDX-License-Identifier: MIT
#include "ui/bench/flags_panel.h"

#include "ui/bench/bit_box.h"
#include "ui/bench/look.h"
#include "ui/bench/statement_line.h"
#include "ui/common/preferences.h"

#include "calls/names.h"
#include "words/sentences.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFrame>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QRadioButton>
#include <QVBoxLayout>

#include <algorithm>
#include <fcntl.h>

namespace ui {
namespace {

constexpr int bits = 20;
// What F_SETFL can change, fcntl(2).
constexpr std::pair<int, const char *> settable[] = {{O_NONBLOCK, "O_NONBLOCK"}, {O_ASYNC, "O_ASYNC"}, {O_APPEND, "O_APPEND"}, {O_DIRECT, "O_DIRECT"}, {O_NOATIME, "O_NOATIME"}};

QString word(int flags)
{
    return QStringLiteral("0x%1").arg(flags, 0, 16);
}

// The access mode is none of those that are set: O_RDONLY is 0.
QString names_of(int flags)
{
    return words::constant(calls::Type::status_flags, flags).remove(QStringLiteral("O_RDONLY|"));
}

} // namespace

int FlagWords::wiped() const
{
    int can = 0;
    for (const auto &[flag, name] : settable)
        can |= flag;
    return before && passed && after ? *before & can & ~*passed & ~*after : 0;
}

FlagWords flag_words(const Desk &desk, const Session &session, int fd)
{
    FlagWords all;
    std::optional<int> known;
    const trace::Trace &trace = session.trace();
    for (size_t i = 0; desk.thread() && i < std::min(trace.events().size(), session.instant().complete); ++i) {
        const trace::Event &event = trace.events()[i];
        if (event.thread != *desk.thread() || event.call != trace::Call::fcntl || event.fd != fd || event.result < 0)
            continue;
        const auto command = calls::value(event, "command");
        if (command == F_GETFL) {
            known = int(event.result);
            if (all.passed && !all.after)
                all.after = known;
            else if (!all.passed)
                all.before = known;
        } else if (command == F_SETFL) {
            const auto passed = calls::value(event, "flags");
            all = {known, passed ? std::optional(int(*passed)) : std::nullopt, {}};
        }
    }
    return all;
}

FlagsPanel::FlagsPanel(Desk &desk, Session &session, Preferences &preferences, StatementLine &statement, QWidget *parent)
    : BenchPage(desk, session, preferences, statement, parent), m_of(new QLabel), m_way(text_label(true)), m_names(text_label(true)), m_trap(text_label()), m_note(text_label(true)),
      m_first_text(new QLabel), m_outright_text(new QLabel), m_descriptor(new QComboBox), m_read(push_button()), m_give_back(push_button()), m_run_first(push_button()),
      m_run_outright(push_button()), m_read_then_set(new QRadioButton), m_outright(new QRadioButton), m_warning(new QFrame)
{
    setObjectName(QStringLiteral("flags_panel"));
    m_descriptor->setObjectName(QStringLiteral("flags_descriptor"));
    m_descriptor->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_descriptor->setMinimumContentsLength(14);
    auto *top = new QHBoxLayout;
    top->addWidget(m_of);
    top->addWidget(m_descriptor, 1);
    top->addWidget(m_read);
    auto *way = new QHBoxLayout;
    m_way->setWordWrap(false);
    way->addWidget(m_way);
    way->addWidget(m_read_then_set);
    way->addWidget(m_outright);
    way->addStretch(1);
    m_of->setBuddy(m_descriptor);
    m_read_then_set->setChecked(true);
    auto *words = new QGridLayout;
    words->setHorizontalSpacing(1);
    words->setVerticalSpacing(3);
    for (int place = 0; place < bits; ++place) {
        auto *number = text_label(true);
        number->setText(QString::number(bits - 1 - place));
        number->setAlignment(Qt::AlignCenter);
        number->setWordWrap(false);
        words->addWidget(number, 0, place + 1 + place / 4);
    }
    for (int row = 0; row < 3; ++row) {
        m_words[row] = new QLabel;
        m_words[row]->setTextFormat(Qt::RichText); // of its own words alone
        words->addWidget(m_words[row], row + 1, 0);
        for (int place = 0; place < bits; ++place) {
            auto *bit = new BitLabel(preferences);
            bit->make_small();
            m_bits[row].push_back(bit);
            words->addWidget(bit, row + 1, place + 1 + place / 4, Qt::AlignCenter);
        }
    }
    words->setColumnStretch(0, 1);
    for (int group = 1; group < bits / 4; ++group)
        words->setColumnMinimumWidth(group * 5, 5);
    auto *flags = new QHBoxLayout;
    for (const auto &[flag, name] : settable) {
        auto *box = new QCheckBox(QLatin1String(name));
        box->setObjectName(QLatin1String(name));
        m_flags.push_back(box);
        flags->addWidget(box);
        connect(box, &QCheckBox::clicked, this, [this, flag = flag](bool on) { compose(flag, on); });
    }
    flags->addStretch(1);
    auto *warning = new QHBoxLayout(m_warning);
    m_warning->setFrameShape(QFrame::StyledPanel);
    m_warning->setAutoFillBackground(true);
    warning->addWidget(m_trap, 1);
    warning->addWidget(m_give_back);
    auto *cards = new QHBoxLayout;
    for (const auto &[text, button] : {std::pair(m_first_text, m_run_first), std::pair(m_outright_text, m_run_outright)}) {
        text->setTextFormat(Qt::RichText);
        auto *card = new QFrame;
        card->setFrameShape(QFrame::StyledPanel);
        auto *column = new QVBoxLayout(card);
        text->setTextFormat(Qt::RichText);
        text->setWordWrap(true);
        column->addWidget(text, 1);
        column->addWidget(button, 0, Qt::AlignLeft);
        cards->addWidget(card, 1);
    }
    m_run_outright->setObjectName(QStringLiteral("run_trap"));
    m_run_first->setObjectName(QStringLiteral("run_read_then_set"));
    m_give_back->setObjectName(QStringLiteral("give_back"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(8, 4, 8, 4);
    column->addLayout(top);
    column->addLayout(way);
    column->addLayout(words);
    column->addLayout(flags);
    column->addWidget(m_names);
    column->addWidget(m_warning);
    column->addLayout(cards);
    column->addWidget(m_note);
    column->addStretch(1);
    connect(m_descriptor, &QComboBox::currentIndexChanged, this, [this] { refresh(); });
    connect(m_read, &QPushButton::clicked, this, [this] { m_desk.run(QStringLiteral("flags = fcntl(%1, F_GETFL)").arg(in_statement(chosen(*m_descriptor)))); });
    connect(m_give_back, &QPushButton::clicked, this, [this] {
        if (const auto before = flag_words(m_desk, m_session, m_descriptor->currentData().toInt()).before)
            m_statement.write(QStringLiteral("fcntl(%1, F_SETFL, %2);").arg(in_statement(chosen(*m_descriptor)), names_of(*before)), tr("puts back what was wiped"));
    });
    connect(m_run_first, &QPushButton::clicked, this, [this] { m_desk.run(both_ways(true)); });
    connect(m_run_outright, &QPushButton::clicked, this, [this] { m_desk.run(both_ways(false)); });
    retranslate();
}

QString FlagsPanel::both_ways(bool read_first) const
{
    const QString fd = in_statement(chosen(*m_descriptor)), flag = names_of(m_flag ? m_flag : O_ASYNC);
    return read_first ? QStringLiteral("flags = fcntl(%1, F_GETFL); fcntl(%1, F_SETFL, flags | %2);").arg(fd, flag) : QStringLiteral("fcntl(%1, F_SETFL, %2);").arg(fd, flag);
}

// The bit was flipped: the statement does it in the way that is chosen.
void FlagsPanel::compose(int flag, bool on)
{
    const QString fd = in_statement(chosen(*m_descriptor)), name = names_of(flag);
    if (on)
        m_flag = flag;
    if (m_read_then_set->isChecked())
        m_statement.write(QStringLiteral("flags = fcntl(%1, F_GETFL); fcntl(%1, F_SETFL, flags %2%3);").arg(fd, on ? QStringLiteral("| ") : QStringLiteral("& ~"), name),
                          on ? tr("switches %1 on").arg(name) : tr("switches %1 off").arg(name));
    else
        m_statement.write(QStringLiteral("fcntl(%1, F_SETFL, %2);").arg(fd, on ? name : QStringLiteral("0")), tr("replaces the whole word"));
    refresh();
}

void FlagsPanel::refresh()
{
    fill(*m_descriptor, false);
    const FlagWords all = flag_words(m_desk, m_session, m_descriptor->currentIndex() < 0 ? -1 : m_descriptor->currentData().toInt());
    const std::optional<int> words[] = {all.before, all.passed, all.after};
    const QString titles[] = {tr("Before"), tr("Passed"), tr("After")};
    const int wiped = all.wiped();
    for (int row = 0; row < 3; ++row) {
        m_words[row]->setText(QStringLiteral("<b>%1</b><br>%2 %3").arg(titles[row], row == 1 ? QStringLiteral("F_SETFL") : QStringLiteral("F_GETFL"), words[row] ? word(*words[row]) : QStringLiteral("–")));
        for (int place = 0; place < bits; ++place) {
            const int bit = 1 << (bits - 1 - place);
            const bool on = words[row] && *words[row] & bit, was = all.before && *all.before & bit;
            using Bit = BitLabel::Bit;
            m_bits[row][size_t(place)]->show_bit(!words[row] ? Bit::none : row == 2 && wiped & bit ? Bit::cleared : !on ? Bit::zero : row == 2 && !was ? Bit::set : Bit::set_new);
        }
    }
    const auto now = all.now();
    for (size_t i = 0; i < m_flags.size(); ++i) {
        m_flags[i]->setChecked(now && *now & settable[i].first);
        m_flags[i]->setEnabled(m_desk.sits());
    }
    m_names->setText(now ? tr("On now: %1. 0 and 1 are how it was opened: F_SETFL does not change them.").arg(names_of(*now)) : tr("Not read yet: press “Read the flags”."));
    m_warning->setVisible(wiped != 0);
    if (wiped) {
        const QString what = names_of(wiped);
        m_trap->setText(wiped & O_NONBLOCK ? tr("Trap: F_SETFL replaces the whole word. %1 was not passed, so it was wiped: recv() sleeps again.").arg(what)
                                           : tr("Trap: F_SETFL replaces the whole word. %1 was not passed, so it was wiped.").arg(what));
        QPalette colours = palette();
        colours.setColor(QPalette::Window, washed(m_preferences.theme().colour(drawing::Ink::signal), 0.14, colours.color(QPalette::Base)));
        m_warning->setPalette(colours);
    }
    const QString code = code_font(font()).family();
    const auto shown = [&](const QString &title, const QString &statements, const QString &what) {
        return QStringLiteral("<b>%1</b><br><span style=\"font-family:'%2'\">%3</span><br>%4").arg(title, code, statements.toHtmlEscaped().replace(QStringLiteral("; f"), QStringLiteral(";<br>f")), what);
    };
    m_first_text->setText(shown(tr("Read, then set"), both_ways(true), tr("What was on stays on.")));
    m_outright_text->setText(shown(tr("Set outright (the lecture's trap)"), both_ways(false), tr("Returns 0, and wipes what is not passed.")));
    for (QWidget *one : std::initializer_list<QWidget *>{m_read, m_run_first, m_run_outright, m_read_then_set, m_outright})
        one->setEnabled(m_desk.sits() && m_descriptor->count() > 0);
    m_give_back->setEnabled(m_desk.sits());
}

void FlagsPanel::retranslate()
{
    m_of->setText(tr("Descriptor"));
    m_descriptor->setAccessibleName(tr("Descriptor"));
    m_read->setText(tr("Read the flags"));
    m_way->setText(tr("The boxes write:"));
    m_read_then_set->setText(tr("read, then set"));
    m_outright->setText(tr("set outright (the trap)"));
    m_give_back->setText(tr("Put the old flags back"));
    m_run_first->setText(tr("Run it this way"));
    m_run_outright->setText(tr("Run the trap"));
    m_note->setText(tr("Flags belong to the open file description, not to the number: 0, 1 and 2 are one, and what dup() gives is one with what it was given."));
    refresh();
}

} // namespace ui
