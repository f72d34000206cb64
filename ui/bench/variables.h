// SPDX-License-Identifier: MIT
// The bench's variables at the instant shown.
#pragma once

#include "ui/bench/desk.h"

#include <QTableWidget>

namespace ui {

class VariablesView : public QTableWidget {
    Q_OBJECT
public:
    VariablesView(Desk &desk, Session &session, Preferences &preferences, QWidget *parent = nullptr);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

signals:
    void wanted(const QString &name); // in the statement

protected:
    void changeEvent(QEvent *event) override;

private:
    void refresh();

    Desk &m_desk;
    Session &m_session;
    Preferences &m_preferences;
    std::vector<bench::Shown> m_shown;
    QString m_language;
};

} // namespace ui
