// SPDX-License-Identifier: MIT
// What the next run is to be like: the port it listens on, and what its server can be told.
#pragma once

#include "lab/wishes.h"

#include <QWidget>

#include <array>
#include <vector>

class QCheckBox;
class QComboBox;
class QDoubleSpinBox;
class QGridLayout;
class QLabel;
class QSpinBox;

namespace ui {

class RunOptions : public QWidget {
    Q_OBJECT
public:
    explicit RunOptions(QWidget *parent = nullptr);

    lab::Wishes wishes() const; // what is at its least or usual value is left open
    // False while the fields say what a script has wanted: then they are nobody's choice for the next script.
    bool chosen() const { return fields() != m_shown; }
    // The fields say what such a run has, but for its port.
    void show(const servers::Settings &settings);
    uint16_t port() const;      // 0: the kernel chooses
    void set_port(int port); // 0: the kernel chooses
    // Shows what the server heeds, and only that.
    void set_server(const QString &name);

protected:
    void changeEvent(QEvent *event) override;

private:
    struct Row {
        QLabel *label; // nullptr: the editor has its own words
        QWidget *editor;
        unsigned option; // servers::Option; 0: for every server
    };
    void add(const char *name, QLabel *label, QWidget *editor, unsigned option);
    using Fields = std::array<double, 6>;
    Fields fields() const; // all but the port, whether heeded or not
    void retranslate();
    void retranslate_times();
    void retranslate_models();

    QGridLayout *m_grid;
    std::vector<Row> m_rows;
    QLabel *m_port_label, *m_timeout_label, *m_pause_label, *m_send_buffer_label, *m_notify_label;
    QSpinBox *m_port;
    QDoubleSpinBox *m_timeout; // s; below 0: none
    QDoubleSpinBox *m_pause;   // ms; 0: none
    QSpinBox *m_send_buffer;   // bytes; 0: the kernel's choice
    QCheckBox *m_queued, *m_edge;
    QComboBox *m_notify; // servers::Settings::Notify
    Fields m_shown{};
};

} // namespace ui
