// SPDX-License-Identifier: MIT
// What went wrong or needs a decision, said above all panels without stopping anybody.
#pragma once

#include <QDockWidget>
#include <QPointer>

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
    // A notice about something that changes: it takes the place of what was said about the same `topic`.
    void say_about(const QString &topic, const Text &text, std::vector<Answer> answers);
    // Takes what is said about it away.
    void clear(const QString &topic);
    // Takes the problems away: something new begins. Notices stay.
    void clear_problems();
    // The texts shown, oldest first.
    QStringList texts() const;
    // Where the focus goes from a message that goes, when nobody had it before.
    void set_home(QWidget &home) { m_home = &home; }

signals:
    void said(const QString &text); // also what is there already, once more

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    struct Message;

    Message *made(Tone tone, const Text &text, std::vector<Answer> answers);
    void leave(Message *message);
    void fit();
    std::vector<Message *> messages() const;

    QVBoxLayout *m_rows;
    QPointer<QWidget> m_home, m_had_focus; // m_had_focus: before it went to a message
};

} // namespace ui
