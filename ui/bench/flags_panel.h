// SPDX-License-Identifier: MIT
// fcntl(2): the flag word of a descriptor before, as it was passed, and after; and what was wiped when it was set outright.
#pragma once

#include "ui/bench/page.h"

#include <vector>

class QCheckBox;
class QFrame;
class QLabel;
class QPushButton;
class QRadioButton;

namespace ui {

class BitLabel;

// What the last F_SETFL on a descriptor did, as far as the recording tells.
struct FlagWords {
    std::optional<int> before, passed, after;
    // The latest known.
    std::optional<int> now() const { return after ? after : before; }
    // Flags that were on, could be changed, were not passed, and are off.
    int wiped() const;
};
FlagWords flag_words(const Desk &desk, const Session &session, int fd);

class FlagsPanel : public BenchPage {
    Q_OBJECT
public:
    FlagsPanel(Desk &desk, Session &session, Preferences &preferences, StatementLine &statement, QWidget *parent = nullptr);

protected:
    void refresh() override;
    void retranslate() override;

private:
    void compose(int flag, bool on);
    QString both_ways(bool read_first) const;

    QLabel *m_of, *m_way, *m_words[3], *m_names, *m_trap, *m_note, *m_first_text, *m_outright_text;
    QComboBox *m_descriptor;
    QPushButton *m_read, *m_give_back, *m_run_first, *m_run_outright;
    QRadioButton *m_read_then_set, *m_outright;
    std::vector<BitLabel *> m_bits[3]; // by place, the highest first
    std::vector<QCheckBox *> m_flags;
    QFrame *m_warning;
    int m_flag = 0; // the one chosen last
};

} // namespace ui
