// SPDX-License-Identifier: MIT
// The program: a command without a window, or the window.
#include "ui/figure_access.h"
#include "ui/main_window.h"
#include "ui/preferences.h"
#include "ui/recovery.h"

#include "cli/cli.h"
#include "posix/process.h"
#include "servers/server.h"

#include <QAccessible>
#include <QApplication>
#include <QCommandLineParser>
#include <QIcon>

int main(int argc, char **argv)
{
    posix::prepare_process();
    if (cli::wants(argc, argv))
        return cli::main(argc, argv);
    QApplication app(argc, argv);
    QApplication::setOrganizationName(QStringLiteral("iomodels"));
    QApplication::setApplicationName(QStringLiteral("iomodels"));
    QApplication::setApplicationVersion(QStringLiteral(IOMODELS_VERSION));
    QApplication::setWindowIcon(QIcon(QStringLiteral(":/icons/iomodels.svg")));
    QAccessible::installFactory(ui::figure_accessible);

    QCommandLineParser parser;
    const QCommandLineOption server("server", "The server to start: select or blocking.", "name", "select");
    const QCommandLineOption script("script", "A script to play: a lesson's name or a file.", "script");
    const QCommandLineOption language("lang", "The language: vi or en.", "code");
    const QCommandLineOption port("port", "Where the server listens; 0 lets the kernel choose.", "number", "0");
    const QCommandLineOption paused("paused", "Hold the server before its first call.");
    parser.addOptions({server, script, language, port, paused});
    parser.addPositionalArgument("file", "A recording to open.", "[FILE.iotrace]");
    parser.process(app);
    bool number = false;
    ui::MainWindow::Beginning beginning;
    beginning.file = parser.positionalArguments().value(0);
    beginning.server = parser.value(server);
    beginning.script = parser.value(script);
    beginning.port = parser.value(port).toUShort(&number);
    beginning.paused = parser.isSet(paused);
    beginning.recovery_folder = ui::Recovery::usual_folder();
    if (!number || !servers::named(beginning.server.toStdString()) || parser.positionalArguments().size() > 1
        || (parser.isSet(language) && parser.value(language) != "vi" && parser.value(language) != "en")) {
        std::fputs(qPrintable(parser.helpText()), stderr);
        return 2;
    }

    ui::Preferences preferences(parser.value(language));
    ui::MainWindow window(preferences, beginning);
    window.show();
    return QApplication::exec();
}
