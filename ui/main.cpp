// SPDX-License-Identifier: MIT
// The program: a command without a window, or the window.
#include "ui/common/icons.h"
#include "ui/common/preferences.h"
#include "ui/figure/access.h"
#include "ui/window/bench_actions.h"
#include "ui/window/main_window.h"
#include "ui/window/recovery.h"

#include "cli/cli.h"
#include "lessons/problems.h"
#include "lessons/run.h"
#include "posix/process.h"
#include "posix/thread.h"

#include <QAccessible>
#include <QApplication>
#include <QSettings>
#include <QStandardPaths>

#include <cstdio>

namespace {

constexpr int threads_of_a_window = 16; // its own, Qt's, and those of a run with some clients

} // namespace

int main(int argc, char **argv)
{
    posix::prepare_process();
    if (cli::wants(argc, argv))
        return cli::main(argc, argv);
    // Qt waits for ever for a thread that it does not get: to draw with, for one.
    if (const int error = posix::allows_threads(threads_of_a_window)) {
        const words::Language language;
        std::fprintf(stderr, "iomodels: %s\n", qUtf8Printable(lessons::problem(language, "pthread_create", error, 0)));
        return 1;
    }
    const QtMessageHandler usual = qInstallMessageHandler(cli::only_errors);
    QApplication app(argc, argv);
    qInstallMessageHandler(usual);
    QApplication::setOrganizationName(QStringLiteral("iomodels"));
    QApplication::setApplicationName(QStringLiteral("iomodels"));
    QApplication::setApplicationVersion(QStringLiteral(IOMODELS_VERSION));
    QGuiApplication::setDesktopFileName(QStringLiteral("iomodels")); // by which Wayland finds the icon
    QApplication::setWindowIcon(ui::own_icon("iomodels"));
    QAccessible::installFactory(ui::figure_accessible);

    const auto wish = cli::window_wish(QApplication::arguments());
    if (!wish)
        return 2;
    ui::MainWindow::Beginning beginning;
    beginning.file = wish->recording;
    if (!wish->server.isEmpty())
        beginning.server = wish->server;
    beginning.script = wish->script;
    beginning.port = wish->port;
    beginning.paused = wish->paused;
    if (beginning.file.endsWith(lessons::lesson_suffix))
        beginning.lesson = std::exchange(beginning.file, {});
    beginning.progress_file = QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) + QStringLiteral("/progress.json");
    // A newcomer sees the first lesson, ready to begin, beside a run.
    QSettings settings;
    const bool nothing_wanted = wish->recording.isEmpty() && wish->server.isEmpty() && wish->script.isEmpty() && wish->port == 0;
    if (nothing_wanted && !settings.contains(QStringLiteral("welcomed")))
        beginning.offered_lesson = QLatin1String(lessons::lecture().front());
    else if (nothing_wanted)
        beginning.mode = ui::BenchActions::remembered();
    if (beginning.mode == u"lesson")
        beginning.lesson = settings.value(QStringLiteral("lesson"), QLatin1String(lessons::lecture().front())).toString();
    settings.setValue(QStringLiteral("welcomed"), true);
    beginning.recovery_folder = ui::Recovery::usual_folder();

    ui::Preferences preferences(wish->language, wish->theme);
    ui::MainWindow window(preferences, beginning);
    window.show();
    return QApplication::exec();
}
