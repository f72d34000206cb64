// SPDX-License-Identifier: MIT
#include "ui/common/announcer.h"

#include <QAccessible>
#include <QAccessibleWidget>
#include <QEvent>


namespace ui {
namespace {

constexpr int pause_ms = 1000;

// Screen readers speak of a notification that comes into sight by themselves.
class Notification : public QAccessibleWidget {
public:
    explicit Notification(QWidget *widget) : QAccessibleWidget(widget, QAccessible::Notification) {}
};

QAccessibleInterface *notification(const QString &, QObject *object)
{
    auto *announcer = qobject_cast<Announcer *>(object);
    return announcer ? new Notification(announcer) : nullptr;
}

} // namespace

Announcer::Announcer(QWidget *window) : QWidget(window)
{
    QAccessible::installFactory(notification);
    setObjectName("announcer");
    setAttribute(Qt::WA_TransparentForMouseEvents);
    resize(0, 0);
    m_pause.setSingleShot(true);
    m_pause.setInterval(pause_ms);
    connect(&m_pause, &QTimer::timeout, this, [this] {
        if (!m_waiting.isEmpty())
            say(m_waiting.takeFirst().second);
    });
}

void Announcer::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        setAccessibleName({}); // it was said in the language before
    QWidget::changeEvent(event);
}

void Announcer::say(const QString &sentence)
{
    m_pause.start();
    setAccessibleName(sentence);
#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)
    QAccessibleAnnouncementEvent event(window(), sentence);
    QAccessible::updateAccessibility(&event);
#else
    for (const QAccessible::Event what : {QAccessible::ObjectHide, QAccessible::ObjectShow}) {
        QAccessibleEvent event(this, what);
        QAccessible::updateAccessibility(&event);
    }
#endif
    emit said(sentence);
}

void Announcer::say_latest(const QObject *about, const QString &sentence)
{
    forget(about);
    if (m_pause.isActive())
        m_waiting.emplaceBack(about, sentence);
    else
        say(sentence);
}

void Announcer::forget(const QObject *about)
{
    m_waiting.removeIf([about](const auto &one) { return one.first == about; });
}

} // namespace ui
