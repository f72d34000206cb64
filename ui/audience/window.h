// SPDX-License-Identifier: MIT
// Where the lecturer lets the audience in: at which address, within which limits; what to show it; one button to close all.
#pragma once

#include "ui/audience/invitation.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QLabel;
class QPushButton;
class QSpinBox;

namespace ui {

class Usher;
class Preferences;

// The invitation, painted.
class InvitationView : public QWidget {
    Q_OBJECT
public:
    explicit InvitationView(Preferences &preferences);
    void show_invitation(const Invitation &invitation);
    QSize sizeHint() const override { return {900, 440}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Preferences &m_preferences;
    Invitation m_invitation;
};

class AudienceWindow : public QDialog {
    Q_OBJECT
public:
    AudienceWindow(Usher &usher, Preferences &preferences, QWidget *parent);

    // Lets in at the address that is chosen.
    void let_in();
    // Nobody is let in before an address is chosen.
    void ask();

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void show_state();
    QString address() const;

    Usher &m_usher;
    InvitationView *m_view;
    QComboBox *m_address;
    QSpinBox *m_in_all, *m_a_host, *m_bytes;
    QLabel *m_labels[4], *m_message;
    QCheckBox *m_names;
    QPushButton *m_toggle, *m_out, *m_hide;
    bool m_asks = false;
};

} // namespace ui
