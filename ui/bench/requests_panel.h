// SPDX-License-Identifier: MIT
// Asynchronous I/O, aio(7): several requests at once, how each tells, how far each is, and calling one off.
#pragma once

#include "ui/bench/page.h"

class QLabel;
class QPushButton;
class QSpinBox;
class QTableWidget;

namespace ui {

class RequestsPanel : public BenchPage {
    Q_OBJECT
public:
    RequestsPanel(Desk &desk, Session &session, Preferences &preferences, StatementLine &statement, QWidget *parent = nullptr);

protected:
    void refresh() override;
    void retranslate() override;

private:
    struct Request {
        QString name;
        int fd = -1;
        bool asked = false, outstanding = false;
        QString error; // "EINPROGRESS", "0", "ECANCELED"
        QString call, notify, returned;
    };
    std::vector<Request> requests() const;
    void ask(const QString &call);

    QLabel *m_new, *m_bytes_label, *m_notify_label, *m_note;
    QComboBox *m_descriptor, *m_notify;
    QSpinBox *m_bytes;
    QPushButton *m_read, *m_write, *m_suspend, *m_cancel_all, *m_look, *m_return, *m_cancel;
    QTableWidget *m_table;
};

} // namespace ui
