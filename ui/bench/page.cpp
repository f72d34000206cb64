// SPDX-License-Identifier: MIT
#include "ui/bench/page.h"

#include "ui/bench/statement_line.h"
#include "ui/common/preferences.h"

#include <QComboBox>
#include <QEvent>

#include <algorithm>

namespace ui {

BenchPage::BenchPage(Desk &desk, Session &session, Preferences &preferences, StatementLine &statement, QWidget *parent)
    : QWidget(parent), m_desk(desk), m_session(session), m_preferences(preferences), m_statement(statement)
{
    connect(&desk, &Desk::changed, this, [this] {
        if (isVisible())
            refresh();
    });
}

void BenchPage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::FontChange)
        retranslate();
}

void BenchPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    refresh();
}

void BenchPage::fill(QComboBox &box, bool sockets_only)
{
    QStringList texts;
    QList<int> numbers;
    for (const Descriptor &one : descriptors(m_desk, m_session, m_preferences.language())) {
        if (sockets_only && one.what == Descriptor::What::terminal)
            continue;
        QStringList parts{QString::number(one.fd), one.name, one.text};
        parts.removeAll(QString());
        texts += parts.join(QStringLiteral(" · "));
        numbers += one.fd;
    }
    bool same = box.count() == texts.size();
    for (int i = 0; same && i < box.count(); ++i)
        same = box.itemText(i) == texts[i];
    if (same)
        return;
    const QVariant before = box.currentData();
    const QSignalBlocker quiet(box);
    box.clear();
    for (int i = 0; i < texts.size(); ++i)
        box.addItem(texts[i], numbers[i]);
    const int at = before.isValid() ? box.findData(before) : -1;
    box.setCurrentIndex(at >= 0 ? at : box.count() - 1);
}

Descriptor BenchPage::chosen(const QComboBox &box) const
{
    const int fd = box.currentIndex() < 0 ? -1 : box.currentData().toInt();
    const auto all = descriptors(m_desk, m_session, m_preferences.language());
    const auto found = std::ranges::find(all, fd, &Descriptor::fd);
    return found == all.end() ? Descriptor{} : *found;
}

QString BenchPage::in_statement(const Descriptor &descriptor)
{
    return descriptor.name.isEmpty() ? QString::number(descriptor.fd) : descriptor.name;
}

} // namespace ui
