// SPDX-License-Identifier: MIT
// A window to test: its own settings in an empty folder, shown, its server listening.
#pragma once

#include "ui/common/preferences.h"
#include "ui/window/main_window.h"

#include <QTemporaryDir>

#include <memory>

namespace shown {

// Settings of this process go to an empty folder from now on.
class EmptySettings {
public:
    EmptySettings();
    QString folder() const { return m_folder.path(); }

private:
    QTemporaryDir m_folder;
};

struct Window {
    // `size`: of the window; `listening`: wait until the server does.
    explicit Window(const QString &language = QStringLiteral("en"), QSize size = {1280, 720}, ui::MainWindow::Beginning beginning = {},
                    bool listening = true);
    ~Window();

    ui::Session &session() { return window->session(); }
    // The texts of a figure as it is drawn now.
    QStringList words(const char *figure);
    ui::FigureView &view(const char *figure);
    // Presses Connect and waits until client `number` is connected and its being accepted is recorded.
    void connect_client(int number);
    bool contains(const char *figure, const QString &text);

    ui::Preferences preferences;
    std::unique_ptr<ui::MainWindow> window;
};

// Every warning is a failure, but for what the offscreen platform cannot do. For init().
void fail_on_warning();

// Waits at most five seconds, with the event loop running.
bool comes_true(const std::function<bool()> &condition);

// Runs the tests of one class.
int access(int argc, char **argv);
int comparison(int argc, char **argv);
int files(int argc, char **argv);
int focus(int argc, char **argv);
int keys(int argc, char **argv);
int models(int argc, char **argv);
int pictures(int argc, char **argv);
int rest(int argc, char **argv);
int server(int argc, char **argv);
int texts(int argc, char **argv);
int timeline(int argc, char **argv);
int window(int argc, char **argv);

} // namespace shown
