// SPDX-License-Identifier: MIT
#include "ui/bench/proposals.h"

#include "ui/bench/look.h"
#include "ui/common/preferences.h"

#include "bench/prototypes.h"
#include "lessons/statement_problem.h"
#include "words/quoted.h"
#include "words/sentences.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace ui {
namespace {

using words::as_text;

// What a descriptor of the bench is now: "connected", as the stage says it.
QString descriptor_meaning(const Desk &desk, const Session &session, const words::Language &language, int fd)
{
    if (fd >= 0 && fd <= 2)
        return language.say("Bench", "the bench's terminal");
    const replay::World &world = session.world();
    for (const replay::Socket &socket : world.sockets)
        if (desk.thread() && socket.thread == *desk.thread() && (socket.fd == fd || std::ranges::find(socket.also, fd) != socket.also.end())) {
            const QString role = words::role_word(language, session.trace(), socket);
            if (socket.peer_thread < 0 || socket.role != replay::SocketState::connected)
                return role;
            return QStringLiteral("%1 ↔ %2").arg(role, words::thread_name(language, session.trace(), size_t(socket.peer_thread)));
        }
    return {};
}

bool fits(const QString &parameter, const bench::Shown &variable)
{
    const QString type = QString::fromStdString(variable.type);
    if (parameter.contains(QLatin1String("fd_set")))
        return type == QLatin1String("fd_set");
    for (const char *name : {"timeval", "timespec", "sockaddr", "pollfd", "epoll_event", "sigaction", "aiocb", "sigset_t"})
        if (parameter.contains(QLatin1String(name)))
            return type.contains(QLatin1String(name));
    if (parameter.contains(QLatin1String("socklen_t *")))
        return type == QLatin1String("int") || type == QLatin1String("socklen_t");
    if (parameter.contains(QLatin1String("fds[2]")))
        return type.startsWith(QLatin1String("int["));
    if (parameter.contains(QLatin1String("void *opt")) || parameter.contains(QLatin1String("int *")))
        return !type.startsWith(QLatin1String("char["));
    return type.startsWith(QLatin1String("char["));
}

} // namespace

std::vector<Proposal> proposals(Desk &desk, const Session &session, const words::Language &language, const QString &statement, int cursor, QString &word)
{
    const std::string bytes = statement.left(cursor).toStdString();
    const bench::Place place = bench::place_in(bytes, bytes.size());
    word = QString::fromStdString(place.word);
    std::vector<Proposal> all;
    const auto add = [&](const QString &text, const QString &meaning) {
        if (text.startsWith(word, Qt::CaseInsensitive) && text != word && std::ranges::find(all, text, &Proposal::text) == all.end())
            all.push_back({text, meaning});
    };
    const bench::Prototype prototype = bench::prototype(place.call);
    const QString parameter = size_t(place.parameter) < prototype.parameters.size() ? as_text(prototype.parameters[size_t(place.parameter)]) : QString();
    if (!parameter.isEmpty()) {
        const calls::Type type = bench::constants_in(place.call, size_t(place.parameter));
        if (type == calls::Type::message_flags)
            add(QStringLiteral("0"), language.say("Bench", "as usual: sleeps until there is data, then copies"));
        const bool sets_flags = place.call != "fcntl" || place.parameter != 2 || place.before.at(1) == "F_SETFL";
        const auto level = type == calls::Type::option && place.before.size() > 1 ? calls::number_of(calls::Type::level, place.before[1]) : std::nullopt;
        if (type != calls::Type::number && sets_flags)
            for (const calls::Constant &one : calls::constants(type))
                if (!level || one.level == *level)
                    add(as_text(one.name), constant_meaning(language, as_text(one.name)));
        if (parameter.contains(u'*') || parameter.contains(u'['))
            for (const bench::Shown &variable : desk.variables())
                if (fits(parameter, variable)) {
                    const bool array = parameter.contains(QLatin1String("buf")) || parameter.contains(u'[');
                    add((array ? QString() : QStringLiteral("&")) + QString::fromStdString(variable.name), QString::fromStdString(variable.value));
                }
        if (parameter.contains(u'*') && !parameter.contains(QLatin1String("buf")))
            add(QStringLiteral("NULL"), constant_meaning(language, QStringLiteral("NULL")));
        if (parameter.startsWith(QLatin1String("size_t len")) && !place.before.empty())
            add(QStringLiteral("sizeof %1").arg(QString::fromStdString(place.before.back())), language.say("Bench", "all of it"));
        if (parameter.endsWith(QLatin1String("fd")))
            for (const bench::Shown &variable : desk.variables())
                if (variable.type == "int")
                    if (const QString meaning = descriptor_meaning(desk, session, language, std::atoi(variable.value.c_str())); !meaning.isEmpty())
                        add(QString::fromStdString(variable.name), QStringLiteral("%1 · %2").arg(QString::fromStdString(variable.value), meaning));
    }
    if (!word.isEmpty() || place.call.empty()) {
        for (const bench::Shown &variable : desk.variables())
            if (!word.isEmpty())
                add(QString::fromStdString(variable.name), QString::fromStdString(variable.type + " " + variable.value));
        for (const bench::KnownCall &call : bench::known_calls())
            if (place.call.empty())
                add(as_text(call.name) + u'(', call_meaning(language, as_text(call.name)));
        if (word.size() > 1)
            for (const std::string_view name : bench::constant_names())
                add(as_text(name), constant_meaning(language, as_text(name)));
    }
    std::ranges::stable_sort(all, {}, [](const Proposal &one) { return one.meaning.isEmpty(); });
    return all;
}

Proposals::Proposals(Desk &desk, Session &session, Preferences &preferences, QWidget *parent)
    : QWidget(parent), m_desk(desk), m_session(session), m_preferences(preferences), m_refusal(new QWidget), m_signature(new QLabel), m_meaning(text_label(true)),
      m_wrong(text_label()), m_nothing_done(text_label(true)), m_keys(text_label(true)), m_mend(push_button()), m_list(new QListWidget)
{
    auto *column = new QVBoxLayout(this);
    auto *row = new QHBoxLayout(m_refusal);
    auto *texts = new QVBoxLayout;
    texts->addWidget(m_wrong);
    texts->addWidget(m_nothing_done);
    row->addLayout(texts, 1);
    row->addWidget(m_mend, 0, Qt::AlignVCenter);
    m_refusal->setAutoFillBackground(true);
    column->addWidget(m_refusal);
    column->addWidget(m_signature);
    column->addWidget(m_meaning);
    column->addWidget(m_list, 100);
    column->addStretch(1);
    column->addWidget(m_keys);
    column->setContentsMargins(8, 4, 8, 4);
    m_signature->setTextFormat(Qt::RichText);
    m_signature->setWordWrap(true);
    m_list->setFocusPolicy(Qt::NoFocus); // the keyboard stays in the statement line
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setObjectName(QStringLiteral("proposals"));
    m_list->viewport()->setAutoFillBackground(false);
    m_mend->setObjectName(QStringLiteral("mend"));
    m_wrong->setObjectName(QStringLiteral("refusal"));
    connect(m_list, &QListWidget::itemClicked, this, &Proposals::taken);
    connect(m_mend, &QPushButton::clicked, this, &Proposals::mend_wanted);
    m_refusal->hide();
    look_at({}, 0);
}

void Proposals::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::FontChange)
        look_at(m_statement, m_cursor);
}

void Proposals::show_signature(const QString &statement, int cursor)
{
    const std::string bytes = statement.left(cursor).toStdString();
    const bench::Place place = bench::place_in(bytes, bytes.size());
    const bench::Prototype prototype = bench::prototype(place.call);
    m_signature->setVisible(!prototype.name.empty());
    m_meaning->setVisible(!prototype.name.empty());
    if (prototype.name.empty())
        return;
    QStringList parameters;
    for (size_t i = 0; i < prototype.parameters.size(); ++i) {
        const QString one = as_text(prototype.parameters[i]).toHtmlEscaped();
        parameters += int(i) == place.parameter
            ? QStringLiteral("<b style=\"color:%1\">%2</b>").arg(m_preferences.theme().text_colour(drawing::Ink::copying, drawing::Ink::panel).name(), one)
            : one;
    }
    m_signature->setFont(code_font(font()));
    m_signature->setText(QStringLiteral("%1 %2(%3)").arg(as_text(prototype.gives), as_text(prototype.name), parameters.join(QStringLiteral(", "))));
    m_meaning->setText(call_meaning(m_preferences.language(), as_text(prototype.name)));
}

void Proposals::look_at(const QString &statement, int cursor)
{
    m_statement = statement;
    m_cursor = cursor;
    m_refusal->hide();
    m_mended.clear();
    show_signature(statement, cursor);
    m_list->clear();
    m_list->setAccessibleName(tr("What may stand here"));
    m_keys->setText(tr("↑ ↓ history · Tab takes what is proposed · Alt + ↓ the next one · Esc hides them"));
    const QFont mono = code_font(font());
    if (!statement.trimmed().isEmpty())
        for (const Proposal &one : proposals(m_desk, m_session, m_preferences.language(), statement, cursor, m_word)) {
            auto *item = new QListWidgetItem(one.meaning.isEmpty() ? one.text : QStringLiteral("%1   %2").arg(one.text.leftJustified(14), one.meaning), m_list);
            item->setData(Qt::UserRole, one.text);
            item->setFont(mono);
        }
    m_list->setVisible(m_list->count() > 0);
    if (m_list->count() > 0)
        m_list->setCurrentRow(0);
}

void Proposals::refuse(const bench::Wrong &wrong, const QString &statement)
{
    m_list->hide();
    m_signature->hide();
    m_meaning->hide();
    m_mended.clear();
    if (!wrong.nearest.empty() && !wrong.word.empty()) {
        const qsizetype at = statement.indexOf(QString::fromStdString(wrong.word), qMax(0, wrong.column - 1));
        const QString nearest = QString::fromStdString(wrong.nearest.front());
        if (at >= 0)
            m_mended = QString(statement).replace(at, qsizetype(wrong.word.size()), nearest);
        m_mend->setText(tr("Change it to %1").arg(nearest));
    }
    m_mend->setVisible(!m_mended.isEmpty());
    const QString why = wrong.what == bench::Wrong::other_address ? tr("only 127.0.0.1, unless allowed in the menu Bench.")
                                                                   : lessons::statement_problem(m_preferences.language(), wrong);
    m_wrong->setText(tr("Column %1: %2").arg(m_preferences.language().number(wrong.column), why));
    m_nothing_done->setText(tr("The statement has not been run, and nothing was recorded."));
    QPalette colours = palette();
    const QColor red = m_preferences.theme().colour(drawing::Ink::failed);
    colours.setColor(QPalette::Window, washed(red, 0.12, colours.color(QPalette::Base)));
    m_refusal->setPalette(colours);
    m_refusal->show();
}

bool Proposals::offers() const
{
    return m_list->isVisibleTo(this) && m_list->currentItem();
}

bool Proposals::take(QString &statement, int &cursor) const
{
    if (!offers())
        return false;
    const QString text = m_list->currentItem()->data(Qt::UserRole).toString();
    statement.replace(cursor - m_word.size(), m_word.size(), text);
    cursor += int(text.size() - m_word.size());
    return true;
}

void Proposals::choose(int direction)
{
    if (const int count = m_list->count(); count > 0)
        m_list->setCurrentRow((m_list->currentRow() + direction + count) % count);
}

void Proposals::hide_list()
{
    m_list->hide();
}

} // namespace ui
