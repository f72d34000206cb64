// SPDX-License-Identifier: MIT
// Signal-driven I/O: the lecture's seven causes of SIGIO, each provoked by a button on a real connection, and the signals that came.
#pragma once

#include "ui/bench/page.h"

#include <array>
#include <optional>

class QCheckBox;
class QGridLayout;
class QLabel;
class QPushButton;
class QTimer;

namespace ui {

// The signals that came to the bench from one event to another.
struct Arrived {
    int count = 0;
    QStringList codes, bands; // si_code, si_band, each once
    bool operator==(const Arrived &) const = default;
};
Arrived arrived(const Desk &desk, const Session &session, size_t from, size_t to);

class SignalsPanel : public BenchPage {
    Q_OBJECT
public:
    static constexpr int causes = 9, over_tcp = 7; // the lecture's seven of TCP, and the two of UDP
    SignalsPanel(Desk &desk, Session &session, Preferences &preferences, StatementLine &statement, QWidget *parent = nullptr);
    // Provokes cause 1 to 7 on the connection that is there for it, 8 and 9 with datagrams.
    void provoke(int cause);

protected:
    void refresh() override;
    void retranslate() override;

private:
    // The statements that prepare a listening socket and five connections for signals.
    void set_up();
    void provoke_next();
    void test_ten();
    QString signal_name() const;
    bool prepared() const;

    struct Row {
        QLabel *number, *cause, *count, *code, *band, *said;
        QPushButton *button;
    };
    std::array<Row, causes> m_rows{};
    std::array<std::optional<std::pair<size_t, size_t>>, causes> m_spans; // events from, to, that belong to it; to 0: until now
    int m_latest = -1, m_next = 0; // the cause provoked last; of all in turn
    bool m_in_turn = false;
    QCheckBox *m_queued;
    QPushButton *m_set_up, *m_all, *m_fill, *m_ten;
    QLabel *m_steps, *m_head[5], *m_ten_title, *m_ten_told;
    std::optional<std::pair<size_t, size_t>> m_test; // events of the test with ten
    QTimer *m_turn;
};

} // namespace ui
