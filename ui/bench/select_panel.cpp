// SPDX-License-Identifier: MIT
#include "ui/bench/select_panel.h"

#include "ui/bench/bit_box.h"
#include "ui/bench/look.h"
#include "ui/bench/statement_line.h"
#include "ui/common/preferences.h"

#include "calls/names.h"
#include "calls/schema.h"

#include <QButtonGroup>
#include <QEvent>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QRadioButton>
#include <QScrollArea>
#include <QSpinBox>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <poll.h>

namespace ui {
namespace {

constexpr const char *names[] = {"readfds", "writefds", "exceptfds"};
constexpr int16_t events_of[] = {POLLIN, POLLOUT, POLLPRI};

std::set<int> members(const replay::DescriptorSet &set)
{
    std::set<int> all;
    for (size_t fd = 0; fd < set.size(); ++fd)
        if (set.test(fd))
            all.insert(int(fd));
    return all;
}

const replay::Selection *last_selection(const Desk &desk, const Session &session)
{
    for (const replay::Selection &one : session.world().selections)
        if (desk.thread() && one.thread == *desk.thread())
            return &one;
    return nullptr;
}

std::set<int> now_in(const Desk &desk, const Session &session, int which)
{
    for (const replay::Set &set : session.world().sets)
        if (desk.thread() && set.thread == *desk.thread() && set.name == names[which])
            return members(set.now);
    return {};
}

} // namespace

Asked asked_sets(const Desk &desk, const Session &session)
{
    Asked all;
    if (!desk.thread())
        return all;
    const trace::Trace &trace = session.trace();
    const replay::Selection *selection = last_selection(desk, session);
    size_t from = 0;
    if (selection) {
        for (int i = 0; i < 3; ++i) {
            const int which = int(std::ranges::find(names, selection->sets[i].name) - std::begin(names));
            if (which > 2)
                continue;
            all.asked[which] = members(selection->sets[i].asked);
            if (selection->returned)
                all.answered[which] = members(selection->sets[i].answered);
        }
        all.timeout = selection->timeout;
        all.overwritten = selection->returned && selection->result >= 0;
        from = selection->event ? *selection->event + 1 : trace.events().size();
        if (selection->returned && selection->event)
            all.left = trace::time_left(trace, trace.events()[*selection->event]);
    }
    for (size_t i = from; i < std::min(trace.events().size(), session.instant().complete); ++i) {
        const trace::Event &event = trace.events()[i];
        if (event.thread != *desk.thread() || !calls::has(event, calls::on_set))
            continue;
        const auto &variables = trace.threads[event.thread].variables;
        const auto number = calls::value(event, "set");
        const std::string name = number && size_t(*number) < variables.size() ? variables[size_t(*number)] : std::string();
        const auto which = size_t(std::ranges::find(names, name) - std::begin(names));
        if (which > 2)
            continue;
        if (event.call == trace::Call::fd_zero)
            all.asked[which].clear();
        else if (event.call == trace::Call::fd_set)
            all.asked[which].insert(event.fd);
        else if (event.call == trace::Call::fd_clr)
            all.asked[which].erase(event.fd);
    }
    return all;
}

QStringList set_again(const Desk &desk, const Session &session, const std::set<int> (&wanted)[3])
{
    QStringList all;
    for (int which = 0; which < 3; ++which) {
        const std::set<int> now = now_in(desk, session, which);
        const QString name = QLatin1String(names[which]);
        if (std::ranges::any_of(now, [&](int fd) { return !wanted[which].contains(fd); }))
            all += QStringLiteral("FD_ZERO(&%1)").arg(name);
        const bool cleared = !all.isEmpty() && all.back() == QStringLiteral("FD_ZERO(&%1)").arg(name);
        for (const int fd : wanted[which])
            if (cleared || !now.contains(fd))
                all += QStringLiteral("FD_SET(%1, &%2)").arg(fd).arg(name);
    }
    return all;
}

SelectPanel::SelectPanel(Desk &desk, Session &session, Preferences &preferences, StatementLine &statement, QWidget *parent)
    : QWidget(parent), m_desk(desk), m_session(session), m_preferences(preferences), m_statement(statement), m_select(new QToolButton), m_poll(new QToolButton),
      m_deck(push_button()), m_clear(push_button()), m_note(text_label(true)), m_left(new QLabel), m_timeout_label(heading()), m_why(text_label(true)), m_empty(text_label(true)),
      m_for_ever(new QRadioButton), m_wait(new QRadioButton), m_at_once(new QRadioButton), m_seconds(new QSpinBox), m_micros(new QSpinBox), m_area(new QScrollArea)
{
    setObjectName(QStringLiteral("select_panel"));
    auto *ways = new QButtonGroup(this);
    auto *top = new QHBoxLayout;
    for (QToolButton *way : {m_select, m_poll}) {
        way->setCheckable(true);
        way->setFocusPolicy(Qt::TabFocus);
        ways->addButton(way);
        top->addWidget(way);
    }
    m_select->setText(QStringLiteral("select()"));
    m_poll->setText(QStringLiteral("poll()"));
    m_select->setChecked(true);
    top->addWidget(m_deck);
    top->addWidget(m_clear);
    top->addWidget(m_note, 1);
    m_deck->setObjectName(QStringLiteral("deck_case"));
    m_clear->setObjectName(QStringLiteral("clear_sets"));
    auto *bottom = new QHBoxLayout;
    bottom->addWidget(m_timeout_label);
    bottom->addWidget(m_for_ever);
    bottom->addWidget(m_wait);
    bottom->addWidget(m_seconds);
    bottom->addWidget(m_micros);
    bottom->addWidget(m_at_once);
    bottom->addWidget(m_left, 1);
    m_seconds->setRange(0, 3600);
    m_micros->setRange(0, 999'999);
    m_micros->setSingleStep(100'000);
    m_for_ever->setChecked(true);
    m_area->setFrameShape(QFrame::NoFrame);
    m_area->setWidgetResizable(true);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(8, 4, 8, 4);
    column->addLayout(top);
    column->addWidget(m_empty);
    column->addWidget(m_area, 1);
    column->addWidget(m_why);
    column->addLayout(bottom);
    connect(m_deck, &QPushButton::clicked, this, &SelectPanel::make_deck_case);
    connect(m_clear, &QPushButton::clicked, this, [this] {
        for (std::set<int> &set : m_polled)
            set.clear();
        if (m_select->isChecked())
            m_desk.run(QStringLiteral("FD_ZERO(&readfds); FD_ZERO(&writefds); FD_ZERO(&exceptfds)"));
        refresh();
        write();
    });
    connect(ways, &QButtonGroup::buttonToggled, this, [this](QAbstractButton *, bool on) {
        if (!on)
            return;
        if (m_poll->isChecked()) {
            const Asked now = asked_sets(m_desk, m_session);
            std::ranges::copy(now.asked, m_polled);
        }
        refresh();
        write();
    });
    for (QRadioButton *one : {m_for_ever, m_wait, m_at_once})
        connect(one, &QRadioButton::toggled, this, [this](bool on) {
            if (on)
                write();
        });
    for (QSpinBox *one : {m_seconds, m_micros})
        connect(one, &QSpinBox::valueChanged, this, [this] {
            m_writing ? void() : m_wait->setChecked(true);
            write();
        });
    connect(&desk, &Desk::changed, this, &SelectPanel::refresh);
    retranslate();
}

Asked SelectPanel::shown() const
{
    if (m_select->isChecked())
        return asked_sets(m_desk, m_session);
    Asked all;
    std::ranges::copy(m_polled, all.asked);
    for (const replay::Polling &one : m_session.world().pollings) {
        if (!m_desk.thread() || one.thread != *m_desk.thread() || !one.returned)
            continue;
        for (std::optional<std::set<int>> &set : all.answered)
            set.emplace();
        for (const replay::Polling::Entry &entry : one.entries)
            for (int which = 0; which < 3; ++which)
                if (entry.revents & (events_of[which] | (which == 0 ? POLLHUP | POLLERR : 0)))
                    all.answered[which]->insert(entry.fd);
    }
    return all;
}

void SelectPanel::make_deck_case()
{
    using Step = Desk::Step;
    std::vector<Step> steps{{"s = socket(AF_INET, SOCK_STREAM, 0)"}, {"addr = {AF_INET, htons(0), htonl(INADDR_LOOPBACK)}"}, {"bind(s, &addr, sizeof addr)"}, {"listen(s, 5)"}};
    for (const char *name : {"a", "b", "c", "d"}) {
        steps.push_back({});
        steps.push_back({QStringLiteral("%1 = accept(s, NULL, NULL)").arg(QLatin1String(name))});
    }
    const QString fill = QStringLiteral("n = send(d, much, sizeof much, MSG_DONTWAIT)"), pause = QStringLiteral("nanosleep(&wait, NULL)");
    for (const QString &one : {QStringLiteral("tcflow(2, TCOOFF)"), QStringLiteral("char much[200000]"), QStringLiteral("wait = {0, 300000000}")})
        steps.push_back({one});
    // Full once is not full: a moment later the kernel has passed some of it on.
    for (const Step &one : {Step{fill, true}, Step{pause}, Step{fill, true}, Step{pause}, Step{fill, true}})
        steps.push_back(one);
    for (const char *name : names)
        steps.push_back({QStringLiteral("FD_ZERO(&%1)").arg(QLatin1String(name))});
    for (const auto &[fd, which] : {std::pair(0, 0), {4, 0}, {5, 0}, {2, 1}, {7, 1}, {1, 2}, {4, 2}})
        steps.push_back({QStringLiteral("FD_SET(%1, &%2)").arg(fd).arg(QLatin1String(names[which]))});
    steps.push_back({"tv = {10, 200000}"});
    m_made_to_sleep = true;
    m_writing = true;
    m_select->setChecked(true);
    m_wait->setChecked(true);
    m_seconds->setValue(10);
    m_micros->setValue(200'000);
    m_writing = false;
    m_desk.play(std::move(steps), false);
}

void SelectPanel::toggle(int set, int fd, bool on)
{
    if (m_poll->isChecked()) {
        on ? void(m_polled[set].insert(fd)) : void(m_polled[set].erase(fd));
        return write();
    }
    const QString statement = QStringLiteral("%1(%2, &%3)").arg(on ? QStringLiteral("FD_SET") : QStringLiteral("FD_CLR")).arg(fd).arg(QLatin1String(names[set]));
    m_desk.run(statement);
}

std::optional<int64_t> SelectPanel::timeout_wanted() const
{
    if (m_for_ever->isChecked())
        return {};
    return m_at_once->isChecked() ? 0 : int64_t(m_seconds->value()) * 1'000'000'000 + int64_t(m_micros->value()) * 1000;
}

// The call as it is asked for now, and what has to be set again before it.
void SelectPanel::write()
{
    if (!isVisible() || m_writing || !m_desk.sits())
        return;
    const Asked now = shown();
    const auto timeout = timeout_wanted();
    QStringList before;
    int most = -1;
    for (const std::set<int> &set : now.asked)
        most = set.empty() ? most : std::max(most, *set.rbegin());
    if (most < 0 || !m_statement.is_free())
        return;
    if (m_poll->isChecked()) {
        std::map<int, QStringList> entries;
        constexpr const char *events[] = {"POLLIN", "POLLOUT", "POLLPRI"};
        for (int which = 0; which < 3; ++which)
            for (const int fd : now.asked[which])
                entries[fd] += QLatin1String(events[which]);
        QStringList list;
        for (const auto &[fd, of] : entries)
            list += QStringLiteral("{%1, %2}").arg(fd).arg(of.join(QStringLiteral(" | ")));
        const QString name = QStringLiteral("fds%1").arg(list.size()); // an array keeps its size
        before += QStringLiteral("%1 = {%2}").arg(name, list.join(QStringLiteral(", ")));
        return m_statement.write(QStringLiteral("n = poll(%1, %2, %3);").arg(name).arg(list.size()).arg(timeout ? *timeout / 1'000'000 : -1),
                                 tr("the array is assigned before; the kernel writes only revents"), before);
    }
    before = set_again(m_desk, m_session, now.asked);
    const auto tv = QStringLiteral("{%1, %2}").arg(timeout.value_or(0) / 1'000'000'000).arg(timeout.value_or(0) / 1000 % 1'000'000);
    if (timeout && std::ranges::none_of(m_desk.variables(), [&](const bench::Shown &one) { return one.name == "tv" && one.value == tv.toStdString(); }))
        before += QStringLiteral("tv = %1").arg(tv);
    QStringList passed;
    for (int which = 0; which < 3; ++which)
        passed += now.asked[which].empty() ? QStringLiteral("NULL") : QStringLiteral("&%1").arg(QLatin1String(names[which]));
    const QString why = now.overwritten && !before.isEmpty() ? tr("called at once it would ask only for what was answered; set again before: %n statement(s)", nullptr, int(before.size()))
                                                             : QString();
    m_statement.write(QStringLiteral("n = select(%1, %2, %3);").arg(most + 1).arg(passed.join(QStringLiteral(", ")), timeout ? QStringLiteral("&tv") : QStringLiteral("NULL")), why, before);
}

void SelectPanel::rebuild(const std::vector<Descriptor> &all)
{
    m_bits.clear();
    m_answers.clear();
    m_grid = new QWidget;
    auto *grid = new QGridLayout(m_grid);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(4);
    grid->setVerticalSpacing(2);
    m_maxfd = new QLabel;
    m_maxfd->setTextFormat(Qt::PlainText);
    grid->addWidget(m_maxfd, 0, 0, 1, 2);
    const QString questions[] = {tr("readable?"), tr("writable?"), tr("an exception?")};
    const bool polls = m_poll->isChecked();
    const QString poll_names[] = {QStringLiteral("POLLIN"), QStringLiteral("POLLOUT"), QStringLiteral("POLLPRI")};
    for (int which = 0; which < 3; ++which) {
        auto *name = new QLabel(QStringLiteral("<b>%1</b><br>%2").arg(polls ? poll_names[which] : QLatin1String(names[which]), questions[which]));
        name->setTextFormat(Qt::RichText);
        grid->addWidget(name, 1 + which * 3, 0, 2, 1);
        auto *asked = text_label(true), *answered = text_label(true);
        asked->setText(polls ? QStringLiteral("events") : tr("asked"));
        answered->setText(polls ? QStringLiteral("revents") : tr("answered"));
        grid->addWidget(asked, 1 + which * 3, 1, Qt::AlignRight | Qt::AlignVCenter);
        grid->addWidget(answered, 2 + which * 3, 1, Qt::AlignRight | Qt::AlignVCenter);
        auto *line = new QFrame;
        line->setFrameShape(QFrame::HLine);
        line->setForegroundRole(QPalette::Midlight);
        grid->addWidget(line, 3 + which * 3, 0, 1, int(all.size()) + 2);
    }
    auto *ready = heading();
    ready->setText(tr("Make ready by hand"));
    ready->setWordWrap(true);
    grid->addWidget(ready, 10, 0, 1, 2, Qt::AlignTop);
    const words::Language &language = m_preferences.language();
    for (size_t i = 0; i < all.size(); ++i) {
        const Descriptor &one = all[i];
        const int place = int(i) + 2;
        auto *title = new QLabel(QStringLiteral("<b>%1</b><br>%2").arg(one.fd).arg(one.client > 0 ? QStringLiteral("↔ client %1").arg(one.client) : one.text.toHtmlEscaped()));
        title->setTextFormat(Qt::RichText);
        title->setAlignment(Qt::AlignCenter);
        title->setWordWrap(true);
        title->setToolTip(one.text);
        grid->addWidget(title, 0, place);
        for (int which = 0; which < 3; ++which) {
            auto *bit = new BitBox(m_preferences);
            connect(bit, &QCheckBox::clicked, this, [this, which, fd = one.fd](bool on) { toggle(which, fd, on); });
            auto *answer = new BitLabel(m_preferences);
            grid->addWidget(bit, 1 + which * 3, place, Qt::AlignCenter);
            grid->addWidget(answer, 2 + which * 3, place, Qt::AlignCenter);
            m_bits[{which, one.fd}] = bit;
            m_answers[{which, one.fd}] = answer;
        }
        std::vector<Act> acts;
        if (one.what == Descriptor::What::terminal)
            acts = one.fd == 0 ? std::vector{Act::type_line, Act::type_end} : one.fd == 2 ? std::vector{Act::output_on, Act::output_off} : std::vector<Act>{};
        else if (one.what == Descriptor::What::listening)
            acts = {Act::connect};
        else if (one.client > 0)
            acts = {Act::send, Act::urgent, Act::read_some, Act::close, Act::reset};
        auto *hands = new QVBoxLayout;
        hands->setSpacing(2);
        for (const Act act : acts) {
            QPushButton *button = push_button();
            button->setText(act_text(language, act));
            button->setAccessibleName(QStringLiteral("%1 %2: %3").arg(one.fd).arg(one.text, act_text(language, act)));
            button->setMinimumWidth(1);
            connect(button, &QPushButton::clicked, this, [this, act, client = one.client] { do_act(m_desk, act, client); });
            hands->addWidget(button);
        }
        if (one.fd == 1) {
            auto *never = text_label(true);
            never->setText(tr("no exception ever"));
            never->setAlignment(Qt::AlignCenter);
            hands->addWidget(never);
        }
        hands->addStretch(1);
        grid->addLayout(hands, 10, place);
        grid->setColumnStretch(place, 1);
    }
    grid->setRowStretch(11, 1);
    m_area->setWidget(m_grid);
}

void SelectPanel::refresh()
{
    if (!isVisible())
        return;
    const std::vector<Descriptor> all = descriptors(m_desk, m_session, m_preferences.language());
    QStringList columns{m_preferences.language().code(), m_poll->isChecked() ? QStringLiteral("poll") : QString(), QString::number(font().pointSizeF())};
    for (const Descriptor &one : all)
        columns += QStringLiteral("%1 %2").arg(one.fd).arg(one.text);
    if (columns != m_columns) {
        m_columns = columns;
        rebuild(all);
    }
    const Asked now = shown();
    int most = -1;
    for (int which = 0; which < 3; ++which)
        for (const Descriptor &one : all) {
            auto *bit = static_cast<BitBox *>(m_bits[{which, one.fd}]);
            auto *answer = static_cast<BitLabel *>(m_answers[{which, one.fd}]);
            const bool asked = now.asked[which].contains(one.fd);
            most = asked ? std::max(most, one.fd) : most;
            bit->setChecked(asked);
            bit->setEnabled(m_desk.sits());
            const bool told = now.answered[which].has_value(), set = told && now.answered[which]->contains(one.fd);
            answer->show_bit(!told ? BitLabel::Bit::none : set ? BitLabel::Bit::set : asked ? BitLabel::Bit::cleared : BitLabel::Bit::zero);
            const QString name = QLatin1String(names[which]);
            bit->setAccessibleName(!told    ? tr("%1, descriptor %2").arg(name).arg(one.fd)
                                   : set    ? tr("%1, descriptor %2, answered 1").arg(name).arg(one.fd)
                                   : asked  ? tr("%1, descriptor %2, answered 0, cleared by the kernel").arg(name).arg(one.fd)
                                            : tr("%1, descriptor %2, answered 0").arg(name).arg(one.fd));
        }
    m_maxfd->setText(m_poll->isChecked() ? tr("descriptor") : tr("descriptor\nmaxfd + 1 = %1").arg(most + 1));
    m_left->setText(now.left ? tr("left: {%1, %2}").arg(*now.left / 1'000'000'000).arg(*now.left / 1000 % 1'000'000) : QString());
    m_empty->setVisible(!m_desk.has_bench());
    m_area->setVisible(m_desk.has_bench());
    m_why->setVisible(m_made_to_sleep && m_desk.sits());
    for (QWidget *one : std::initializer_list<QWidget *>{m_clear, m_for_ever, m_wait, m_at_once, m_seconds, m_micros})
        one->setEnabled(m_desk.sits());
    m_deck->setEnabled(!m_desk.plays());
    const int written_for = m_desk.busy() ? -1 : int(m_desk.entries().size());
    if (written_for >= 0 && written_for != m_written_for && !m_desk.plays() && m_session.live()) {
        m_written_for = written_for;
        write();
    }
}

void SelectPanel::retranslate()
{
    m_deck->setText(tr("The lecture's case: {0,4,5} {2,7} {1,4} %1 s").arg(m_preferences.language().number(10.2, 1)));
    m_clear->setText(tr("Clear all three"));
    m_note->setText(tr("Click a bit: FD_SET or FD_CLR"));
    m_timeout_label->setText(tr("timeout"));
    m_for_ever->setText(tr("NULL: waits for ever"));
    m_wait->setText(tr("waits"));
    m_at_once->setText(tr("{0, 0}: does not wait"));
    m_seconds->setSuffix(tr(" s", "seconds"));
    m_micros->setSuffix(tr(" µs", "microseconds"));
    m_seconds->setAccessibleName(tr("Seconds of the timeout"));
    m_micros->setAccessibleName(tr("Microseconds of the timeout"));
    m_empty->setText(tr("This recording has no bench."));
    m_why->setText(tr("2 and 7 are always writable as a rule: the bench has stopped the terminal's output and filled the send buffer of 7, else select() would return at once."));
    m_columns.clear();
    refresh();
}

void SelectPanel::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    else if (event->type() == QEvent::FontChange)
        refresh();
}

void SelectPanel::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_written_for = -1;
    refresh();
}

} // namespace ui
