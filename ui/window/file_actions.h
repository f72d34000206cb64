// SPDX-License-Identifier: MIT
// The window's dealings with recordings as files: asking for names, and what is said of how it went.
#pragma once

#include "ui/window/files.h"

#include <QObject>

#include <functional>

class QWidget;

namespace ui {

class Actions;
class Announcer;
class Lecture;
class MessageBar;
class Preferences;
class Session;
class StatusLine;

class FileActions : public QObject {
    Q_OBJECT
public:
    // What it speaks to. All outlive it; `window` is what its dialogs belong to.
    struct Around {
        QWidget &window;
        Session &session;
        Lecture &lecture;
        Files &files;
        const Actions &actions;
        const Preferences &preferences;
        MessageBar &messages;
        StatusLine &status;
        Announcer &announcer;
    };
    explicit FileActions(const Around &around);

    // Opens a recording, after asking about one that is in no file yet.
    void open(const QString &path);
    // Writes the recording shown as `writer` does it; how it went is said.
    void export_by(const QString &path, const Files::Writer &writer);
    // Does `then`, after asking about a recording that is in no file yet.
    void unless_unsaved(std::function<void()> then);
    // Offers to open what an earlier program, which was ended without saving, has left in `folder`.
    void offer_recovery(const QString &folder);

signals:
    void answered();                           // the question about a recording that is in no file
    void script_chosen(const QString &path);

private:
    void wire();
    void choose_open();
    void choose_save(std::function<void()> then);
    void choose_chrome();
    void choose_script();
    QString name_of_recording(const QString &suffix) const; // to suggest: what was recorded
    void say_fault(const archive::Result &result, const QString &path);
    void say_busy();
    void say_work(Files::Kind kind, const QString &path, int percent);

    const Around m;
    std::function<void()> m_after_save;
    Files::Kind m_work_kind = Files::Kind::opening;
    QString m_work_path;
};

} // namespace ui
