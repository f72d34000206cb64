// SPDX-License-Identifier: MIT
// What a comparison is to be: which models, how many clients, which messages, how often. Remembered.
#pragma once

#include "comparison/comparison.h"
#include "ui/common/preferences.h"

#include <QWidget>

class QComboBox;
class QDoubleSpinBox;
class QLabel;
class QListWidget;
class QPushButton;
class QSpinBox;

namespace ui {

class ComparisonChoice : public QWidget {
    Q_OBJECT
public:
    explicit ComparisonChoice(Preferences &preferences, QWidget *parent = nullptr);

    std::vector<comparison::Entry> entries() const; // those chosen
    comparison::Workload workload() const;
    void remember() const;
    // Why these cannot be compared; empty when they can.
    QString problem() const;

    QListWidget &models() const { return *m_models; }

signals:
    void changed();

protected:
    void changeEvent(QEvent *event) override;

private:
    void choose(const std::vector<comparison::Entry> &entries);
    void recall();
    void retranslate();

    Preferences &m_preferences;
    const std::vector<comparison::Entry> m_entries;
    QLabel *m_models_label, *m_labels[6];
    QListWidget *m_models;
    QPushButton *m_tcp, *m_udp, *m_inputs;
    QSpinBox *m_clients, *m_bytes, *m_messages, *m_repeats;
    QComboBox *m_arrivals;
    QDoubleSpinBox *m_pace; // ms
};

} // namespace ui
