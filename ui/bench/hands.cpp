// SPDX-License-Identifier: MIT
#include "ui/bench/hands.h"

#include "ui/bench/look.h"
#include "ui/common/preferences.h"

#include "words/sentences.h"

#include <QCoreApplication>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>
#include <map>

namespace ui {

std::vector<Descriptor> descriptors(const Desk &desk, const Session &session, const words::Language &language)
{
    std::vector<Descriptor> all;
    if (!desk.thread())
        return all;
    const replay::World &world = session.world();
    const trace::Trace &trace = session.trace();
    std::map<int, QString> names;
    for (const bench::Shown &variable : desk.variables())
        if (variable.type == "int")
            names.emplace(std::atoi(variable.value.c_str()), QString::fromStdString(variable.name));
    const QString texts[] = {language.say("Bench", "keyboard"), language.say("Bench", "screen"), language.say("Bench", "screen")};
    const uint16_t program = trace.threads[*desk.thread()].program;
    for (int fd = 0; fd < 3 && desk.attached() == 0; ++fd)
        all.push_back({.fd = fd, .what = Descriptor::What::terminal, .text = texts[fd], .name = {}});
    for (const replay::Socket &socket : world.sockets) {
        if (trace.threads[socket.thread].program != program || socket.closed)
            continue;
        Descriptor one{.fd = socket.fd, .text = words::role_word(language, trace, socket), .name = {}, .socket = socket};
        one.what = socket.role == replay::SocketState::listening ? Descriptor::What::listening
            : socket.role == replay::SocketState::connected      ? Descriptor::What::connected
                                                                 : Descriptor::What::other;
        if (socket.peer_thread >= 0 && one.what == Descriptor::What::connected) {
            const std::string &peer = trace.threads[size_t(socket.peer_thread)].name;
            if (peer.starts_with("client "))
                one.client = std::atoi(peer.c_str() + 7);
            one.text = QStringLiteral("%1 ↔ %2").arg(one.text, words::thread_name(language, trace, size_t(socket.peer_thread)));
        }
        std::vector<int> numbers{socket.fd};
        numbers.insert(numbers.end(), socket.also.begin(), socket.also.end());
        for (const int fd : numbers) {
            one.fd = fd;
            if (const auto found = names.find(fd); found != names.end())
                one.name = found->second;
            all.push_back(one);
        }
    }
    std::ranges::stable_sort(all, {}, &Descriptor::fd);
    return all;
}

QString act_text(const words::Language &language, Act act)
{
    switch (act) {
    case Act::connect: return language.say("Bench", "Connect");
    case Act::send: return language.say("Bench", "Send");
    case Act::send_ten: return language.say("Bench", "Send × 10");
    case Act::urgent: return language.say("Bench", "Urgent byte");
    case Act::read_some: return language.say("Bench", "Read some");
    case Act::half_close: return QStringLiteral("SHUT_WR");
    case Act::close: return language.say("Bench", "Close");
    case Act::reset: return language.say("Bench", "Reset");
    case Act::type_line: return language.say("Bench", "Type a line");
    case Act::type_end: return QStringLiteral("Ctrl-D");
    case Act::output_on: return language.say("Bench", "Let it print");
    case Act::output_off: return language.say("Bench", "Stop printing");
    }
    return {};
}

void do_act(Desk &desk, Act act, int client)
{
    using Command = clients::Command;
    constexpr int64_t some = 1 << 20; // bytes: as much as waits at most
    switch (act) {
    case Act::connect: desk.connect_client(); break;
    case Act::send: return desk.tell(client, {.kind = Command::send, .text = "abc"});
    case Act::send_ten:
        for (int i = 0; i < 10; ++i)
            desk.tell(client, {.kind = Command::send, .text = "abc"});
        break;
    case Act::urgent: return desk.tell(client, {.kind = Command::send_urgent, .text = "!"});
    case Act::read_some: return desk.tell(client, {.kind = Command::receive, .text = {}, .bytes = some});
    case Act::half_close: return desk.tell(client, {.kind = Command::shutdown, .text = {}});
    case Act::close: return desk.tell(client, {.kind = Command::close, .text = {}});
    case Act::reset: return desk.tell(client, {.kind = Command::reset, .text = {}});
    case Act::type_line: return desk.type(QStringLiteral("abc\n"));
    case Act::type_end: return desk.type(QString(QChar(4)));
    case Act::output_on: return desk.type(QString(QChar(0x11)));  // Ctrl-Q, termios(3)
    case Act::output_off: return desk.type(QString(QChar(0x13))); // Ctrl-S
    }
}

HandBar::HandBar(Desk &desk, Session &session, Preferences &preferences, QWidget *parent)
    : QWidget(parent), m_desk(desk), m_session(session), m_preferences(preferences), m_title(heading()), m_rows(nullptr)
{
    setObjectName(QStringLiteral("hands"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(8, 2, 8, 2);
    column->addWidget(m_title);
    connect(&desk, &Desk::changed, this, &HandBar::refresh);
    refresh();
}

// Rebuilt only when there is another descriptor, so that no button goes away under the pointer.
void HandBar::refresh()
{
    m_title->setText(tr("Make ready by hand"));
    if (!isVisibleTo(parentWidget()) && m_rows)
        return;
    std::vector<Descriptor> all;
    if (m_desk.sits())
        for (const Descriptor &one : descriptors(m_desk, m_session, m_preferences.language()))
            if (one.fd == 0 || one.what == Descriptor::What::listening || one.client > 0)
                all.push_back(one);
    QStringList shown{m_preferences.language().code(), QString::number(font().pointSizeF())};
    for (const Descriptor &one : all)
        shown += QStringLiteral("%1 %2 %3").arg(one.fd).arg(one.client).arg(one.text);
    m_title->setVisible(!all.empty());
    if (shown == m_shown && m_rows)
        return;
    m_shown = shown;
    delete m_rows;
    m_rows = new QWidget;
    auto *rows = new QVBoxLayout(m_rows);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(2);
    for (const Descriptor &one : all) {
        auto *row = new QHBoxLayout;
        auto *label = new QLabel(QStringLiteral("%1  %2").arg(one.fd).arg(one.text));
        label->setTextFormat(Qt::PlainText);
        label->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
        label->setToolTip(label->text());
        row->addWidget(label, 1);
        std::vector<Act> acts{Act::send, Act::urgent, Act::read_some, Act::close, Act::reset};
        if (one.what == Descriptor::What::terminal)
            acts = {Act::type_line, Act::type_end};
        else if (one.what == Descriptor::What::listening)
            acts = {Act::connect};
        for (const Act act : acts) {
            QPushButton *button = push_button();
            button->setText(act_text(m_preferences.language(), act));
            button->setAccessibleName(QStringLiteral("%1: %2").arg(label->text(), act_text(m_preferences.language(), act)));
            connect(button, &QPushButton::clicked, this, [this, act, client = one.client] { do_act(m_desk, act, client); });
            row->addWidget(button);
        }
        rows->addLayout(row);
    }
    layout()->addWidget(m_rows);
}

void HandBar::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::FontChange)
        refresh();
}

} // namespace ui
