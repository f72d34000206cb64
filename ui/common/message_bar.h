// SPDX-License-Identifier: MIT
// What went wrong or needs a decision, said above all panels without stopping anybody.
#pragma once

#include <QDockWidget>

#include <functional>
#include <vector>

class QVBoxLayout;

namespace ui {

class MessageBar : public QDockWidget {
    Q_OBJECT
public:
    explicit MessageBar(QWidget *parent = nullptr);

    enum class Tone : uint8_t { problem, notice };
    using Text = std::function<QString()>; // asked again when the language changes
    struct Answer {
        Text text;
        std::function<void()> act;
    };
    // Shows one message with its answers; any answer, and the closing cross, takes it away. A text already there is not
    // shown twice.
    void say(Tone tone, const Text &text, std::vector<Answer> answers = {});
    // Takes the problems away: something new begins. Notices stay.
    void clear_problems();
    // The texts shown, oldest first.
    QStringList texts() const;

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    struct Message;

    void leave(Message *message);
    void fit();
    std::vector<Message *> messages() const;

    QVBoxLayout *m_rows;
};

} // namespace ui
