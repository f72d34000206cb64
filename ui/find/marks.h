// SPDX-License-Identifier: MIT
// What is marked in the recording shown: A and B, and bookmarks; each change can be undone.
#pragma once

#include "figures/marks.h"
#include "ui/live/session.h"

#include <QUndoStack>

namespace ui {

class Marks : public QObject {
    Q_OBJECT
public:
    explicit Marks(Session &session, QObject *parent = nullptr);
    ~Marks() override;

    const figures::Marks &marks() const { return m_marks; }
    // At the instant shown; there once more takes it away.
    void mark_a();
    void mark_b();
    void forget_a_and_b();
    // A bookmark where there is none, none where there is one.
    void toggle_bookmark(const QString &name);
    // The bookmark after the instant shown, or before it; nothing: none there.
    const figures::Bookmark *next() const;
    const figures::Bookmark *previous() const;
    // Events from A to B: those that were complete after the earlier one and by the later one. Nothing: not both are there.
    struct Span {
        replay::Instant from, to;
    };
    std::optional<Span> span() const;
    QUndoStack &undo() { return m_undo; }

signals:
    void changed();

private:
    class Change;
    void change(const figures::Marks &to);
    void show(const figures::Marks &marks);
    void put(std::optional<replay::Instant> figures::Marks::*mark);

    Session &m_session;
    figures::Marks m_marks;
    QUndoStack m_undo;
};

} // namespace ui
