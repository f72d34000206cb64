// SPDX-License-Identifier: MIT
#include "ui/common/message_bar.h"

#include "drawing/drawing.h"
#include "ui/common/icons.h"

#include <QApplication>
#include <QEvent>
#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QStyle>
#include <QToolButton>

#include <algorithm>

namespace ui {
namespace {

constexpr size_t most_messages = 3;

} // namespace

// One row of the bar.
struct MessageBar::Message : QFrame {
    Message(Tone as, const Text &what) : tone(as), text(what), picture(new QLabel), label(new QLabel), close(new QToolButton)
    {
        setAutoFillBackground(true);
        setFrameShape(StyledPanel);
        tint();
        const int size = style()->pixelMetric(QStyle::PM_SmallIconSize);
        picture->setPixmap(ui::own_icon(tone == Tone::problem ? "dialog-warning" : "dialog-information").pixmap(size));
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
        close->setIcon(ui::icon("window-close"));
        close->setAutoRaise(true);
        close->setFocusPolicy(Qt::StrongFocus);
        row = new QHBoxLayout(this);
        row->setContentsMargins(8, 3, 8, 3);
        row->addWidget(picture);
        row->addWidget(label, 1);
        row->addWidget(close);
    }

    // A hint of orange or blue over the paper of the theme.
    void tint()
    {
        QPalette colours;
        const QColor hint = tone == Tone::problem ? QColor(0xd5, 0x5e, 0x00) : QColor(0x00, 0x72, 0xb2);
        colours.setColor(QPalette::Window, drawing::mixed(colours.color(QPalette::Base), hint, 0.13));
        setPalette(colours);
    }

    void retranslate()
    {
        picture->setAccessibleName(tone == Tone::problem ? MessageBar::tr("Problem") : MessageBar::tr("Notice"));
        label->setText(text());
        for (const auto &[button, words] : answers)
            button->setText(words());
        close->setToolTip(MessageBar::tr("Close this message"));
        close->setAccessibleName(MessageBar::tr("Close this message: %1").arg(text()));
    }

    const Tone tone;
    const Text text;
    QString topic;
    QLabel *const picture, *const label;
    QToolButton *const close;
    QHBoxLayout *row;
    std::vector<std::pair<QPushButton *, Text>> answers;
};

MessageBar::MessageBar(QWidget *parent) : QDockWidget(parent), m_rows(new QVBoxLayout)
{
    setObjectName("messages");
    setFeatures(NoDockWidgetFeatures);
    auto *no_title = new QWidget; // with a layout, or its height would be -1
    (new QHBoxLayout(no_title))->setContentsMargins(0, 0, 0, 0);
    setTitleBarWidget(no_title);
    auto *content = new QWidget;
    content->setLayout(m_rows);
    m_rows->setContentsMargins(0, 0, 0, 0);
    m_rows->setSpacing(1);
    setWidget(content);
    hide();
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget *before, QWidget *now) {
        if (now && isAncestorOf(now) && before && !isAncestorOf(before))
            m_had_focus = before;
    });
}

// As high as its messages are at this width, and not there without one.
void MessageBar::fit()
{
    setVisible(m_rows->count() > 0);
    // A layout without rows has no height at all: -1.
    widget()->setFixedHeight(qMax(0, m_rows->hasHeightForWidth() ? m_rows->heightForWidth(width()) : m_rows->sizeHint().height()));
}

void MessageBar::resizeEvent(QResizeEvent *event)
{
    QDockWidget::resizeEvent(event);
    fit();
}

std::vector<MessageBar::Message *> MessageBar::messages() const
{
    std::vector<Message *> messages;
    for (int i = 0; i < m_rows->count(); ++i)
        messages.push_back(static_cast<Message *>(m_rows->itemAt(i)->widget()));
    return messages;
}

void MessageBar::leave(Message *message)
{
    if (message->isAncestorOf(QApplication::focusWidget())) // given back to whom it was taken from
        if (QWidget *to = m_had_focus && m_had_focus->isVisible() && m_had_focus->isEnabled() ? m_had_focus : m_home)
            to->setFocus();
    m_rows->removeWidget(message);
    message->hide();
    message->deleteLater();
    fit();
}

void MessageBar::say(Tone tone, const Text &text, std::vector<Answer> answers)
{
    if (!texts().contains(text())) {
        if (messages().size() >= most_messages)
            leave(messages().front());
        Message *message = made(tone, text, std::move(answers));
        m_rows->addWidget(message);
        message->show();
        fit();
    }
    emit said(text());
}

void MessageBar::say_about(const QString &topic, const Text &text, std::vector<Answer> answers)
{
    const std::vector<Message *> there = messages();
    const auto before = std::ranges::find(there, topic, &Message::topic);
    Message *message = made(Tone::notice, text, std::move(answers));
    message->topic = topic;
    if (before == there.end()) {
        m_rows->addWidget(message);
    } else {
        m_rows->insertWidget(m_rows->indexOf(*before), message);
        leave(*before);
    }
    message->show();
    fit();
    emit said(text());
}

void MessageBar::clear(const QString &topic)
{
    for (Message *message : messages())
        if (message->topic == topic)
            leave(message);
}

MessageBar::Message *MessageBar::made(Tone tone, const Text &text, std::vector<Answer> answers)
{
    auto *message = new Message(tone, text);
    for (Answer &answer : answers) {
        auto *button = new QPushButton;
        connect(button, &QPushButton::clicked, this, [this, message, act = std::move(answer.act)] {
            leave(message);
            act();
        });
        message->row->insertWidget(message->row->count() - 1, button);
        message->answers.emplace_back(button, answer.text);
    }
    connect(message->close, &QToolButton::clicked, this, [this, message] { leave(message); });
    message->retranslate();
    return message;
}

void MessageBar::clear_problems()
{
    for (Message *message : messages())
        if (message->tone == Tone::problem)
            leave(message);
}

QStringList MessageBar::texts() const
{
    QStringList texts;
    for (const Message *message : messages())
        texts << message->label->text();
    return texts;
}

void MessageBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        for (Message *message : messages())
            message->retranslate();
    else if (event->type() == QEvent::PaletteChange)
        for (Message *message : messages())
            message->tint();
    QDockWidget::changeEvent(event);
}

} // namespace ui
