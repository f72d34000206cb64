// SPDX-License-Identifier: MIT
#include "ui/audience/window.h"

#include "audience/limits.h"
#include "drawing/qr.h"
#include "ui/audience/usher.h"
#include "ui/common/plain_label.h"
#include "ui/common/preferences.h"
#include "ui/common/shortcuts.h"

#include <QCheckBox>
#include <QComboBox>
#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QPushButton>
#include <QSpinBox>

namespace ui {

InvitationView::InvitationView(Preferences &preferences) : m_preferences(preferences)
{
    setObjectName("invitation");
    setFocusPolicy(Qt::TabFocus); // to be read to
    setMinimumSize(480, 240);
    connect(&preferences, &Preferences::theme_changed, this, qOverload<>(&QWidget::update));
}

void InvitationView::show_invitation(const Invitation &invitation)
{
    m_invitation = invitation;
    setAccessibleName(spoken(m_preferences.language(), invitation));
    update();
}

void InvitationView::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const drawing::Theme &theme = m_preferences.theme();
    painter.fillRect(rect(), theme.colour(drawing::Ink::paper));
    QRectF code;
    drawing::paint(ui::invitation(m_preferences.language(), m_invitation, size(), code), theme, painter);
    if (!code.isNull())
        drawing::paint(drawing::qr_of(m_invitation.url()), code, painter);
    if (hasFocus()) {
        painter.setPen(QPen(theme.colour(drawing::Ink::accent), 3));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(QRectF(rect()).adjusted(1.5, 1.5, -1.5, -1.5));
    }
}

AudienceWindow::AudienceWindow(Usher &usher, Preferences &preferences, QWidget *parent)
    : QDialog(parent), m_usher(usher), m_view(new InvitationView(preferences)), m_address(new QComboBox), m_in_all(new QSpinBox), m_a_host(new QSpinBox),
      m_bytes(new QSpinBox), m_message(plain_label("audience_problem")), m_names(new QCheckBox), m_toggle(new QPushButton), m_out(new QPushButton),
      m_hide(new QPushButton)
{
    setObjectName("audience_window");
    setWindowFlag(Qt::WindowMaximizeButtonHint);
    const audience::Limits usual;
    m_address->setObjectName("audience_address");
    m_address->setEditable(true);
    m_address->addItems(usher.addresses());
    m_address->setCurrentText(usher.usual_address());
    m_in_all->setRange(1, usual.in_all);
    m_in_all->setValue(usual.in_all);
    m_a_host->setRange(1, usual.in_all); // a whole class may come by one address
    m_a_host->setValue(usual.a_host);
    m_bytes->setRange(1, usual.bytes_in_all);
    m_bytes->setValue(usual.bytes);
    m_bytes->setGroupSeparatorShown(true);
    m_toggle->setObjectName("let_in");
    m_out->setObjectName("send_all_out");
    m_names->setObjectName("names");

    auto *grid = new QGridLayout;
    QWidget *const fields[] = {m_address, m_in_all, m_a_host, m_bytes};
    for (int i = 0; i < 4; ++i) {
        m_labels[i] = new QLabel;
        m_labels[i]->setBuddy(fields[i]);
        grid->addWidget(m_labels[i], i / 2, i % 2 * 2);
        grid->addWidget(fields[i], i / 2, i % 2 * 2 + 1);
    }
    grid->setColumnStretch(1, 1);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_toggle);
    buttons->addWidget(m_out);
    buttons->addWidget(m_names);
    buttons->addStretch();
    buttons->addWidget(m_hide);
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_view, 1);
    column->addWidget(m_message);
    column->addLayout(grid);
    column->addLayout(buttons);

    connect(m_toggle, &QPushButton::clicked, this, [this] { m_usher.is_open() ? m_usher.close() : let_in(); });
    connect(m_out, &QPushButton::clicked, &usher, &Usher::send_all_out);
    connect(m_names, &QCheckBox::toggled, &usher, &Usher::show_names);
    connect(m_hide, &QPushButton::clicked, this, &QDialog::hide);
    connect(&usher, &Usher::changed, this, &AudienceWindow::show_state);
    retranslate();
}

QString AudienceWindow::address() const
{
    return m_address->currentText().trimmed();
}

void AudienceWindow::let_in()
{
    m_usher.let_in(address(), {.in_all = m_in_all->value(), .a_host = m_a_host->value(), .bytes = m_bytes->value()});
}

void AudienceWindow::ask()
{
    m_asks = true;
    show_state();
    m_address->setFocus();
}

void AudienceWindow::show_state()
{
    const bool open = m_usher.is_open();
    m_asks = m_asks && !open;
    m_view->show_invitation(m_usher.invitation());
    const QString problem = m_usher.problem();
    m_message->setText(problem.isEmpty() && m_asks ? tr("This machine has several addresses: choose that of the audience's network, then let them in.") : problem);
    m_message->setVisible(!m_message->text().isEmpty());
    m_toggle->setText(open ? tr("&Close, and send all out") : tr("&Let the audience in"));
    m_out->setEnabled(open);
    for (QWidget *widget : std::initializer_list<QWidget *>{m_address, m_in_all, m_a_host, m_bytes})
        widget->setEnabled(!open);
}

void AudienceWindow::retranslate()
{
    setWindowTitle(tr("The audience"));
    m_labels[0]->setText(tr("&Address of this machine"));
    m_labels[1]->setText(tr("Connections &in all"));
    m_labels[2]->setText(tr("Co&nnections of one address"));
    m_labels[3]->setText(tr("&Bytes a second from each"));
    m_address->lineEdit()->setAccessibleName(tr("Address of this machine"));
    m_toggle->setToolTip(with_shortcut(tr("Everybody who is in goes, and nobody comes in any more"), QStringLiteral("let_audience_in")));
    m_out->setText(tr("&Send all out"));
    m_out->setToolTip(tr("Those who are in go; they and others may come in again"));
    m_names->setText(tr("Show their a&ddresses"));
    m_hide->setText(tr("&Hide this window"));
    show_state();
}

void AudienceWindow::changeEvent(QEvent *event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace ui
