// SPDX-License-Identifier: MIT
// The program without a window: list, run, show, export.
#pragma once

#include <QStringList>
#include <QtGlobal>

#include <cstdint>
#include <optional>

namespace cli {

// True if the command line asks for a command of this room, for --help or for --version: no window is wanted. Anything
// else (nothing, a recording to open, the window's own options) is the window's. `argv` as main() got it.
bool wants(int argc, char **argv);

// Does what the command line asks. Needs no display. To be called from main() before any thread and any
// QCoreApplication exists: it makes its own. Returns the exit code: 0 done, 1 it failed and said why on stderr, 2 wrong
// usage.
int main(int argc, char **argv);

// A message handler (qInstallMessageHandler) for while Qt starts: what it warns of then concerns the desktop, a locale without
// UTF-8, which it mends itself, a folder for the session.
void only_errors(QtMsgType type, const QMessageLogContext &context, const QString &text);

// What the window is to begin with.
struct WindowWish {
    QString recording, server, script, language, theme; // empty: not given
    uint16_t port = 0;
    bool paused = false;
};
// From the window's command line, QCoreApplication::arguments(); nothing: it is wrong, and one sentence on stderr has said how.
std::optional<WindowWish> window_wish(const QStringList &arguments);

} // namespace cli
