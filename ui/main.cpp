// SPDX-License-Identifier: MIT
// The program: a command without a window, or the window.
#include "ui/figure_access.h"
#include "ui/main_window.h"
#include "ui/preferences.h"
#include "ui/recovery.h"

#include "cli/cli.h"
#include "posix/process.h"

#include <QAccessible>
#include <QApplication>
#include <QCommandLineParser>
#include <QIcon>

int main(int argc, char **argv)
{
    posix::prepare_process();
    if (cli::wants(argc, argv))
        return cli::main(argc, argv);
    const QtMessageHandler usual = qInstallMessageHandler(cli::only_errors);
    QApplication app(argc, argv);
    qInstallMessageHandler(usual);
    QApplication::setOrganizationName(QStringLiteral("iomodels"));
    QApplication::setApplicationName(QStringLiteral("iomodels"));
    QApplication::setApplicationVersion(QStringLiteral(IOMODELS_VERSION));
    QApplication::setWindowIcon(QIcon(QStringLiteral(":/icons/iomodels.svg")));
    QAccessible::installFactory(ui::figure_accessible);

    if (const int wrong = cli::check_window(QApplication::arguments()))
        return wrong;
    QCommandLineParser parser;
    const QCommandLineOption server("server", QString(), "name", "select"), script("script", QString(), "script"),
        language("lang", QString(), "code"), port("port", QString(), "number", "0"), paused("paused");
    parser.addOptions({server, script, language, port, paused});
    parser.process(app);
    ui::MainWindow::Beginning beginning;
    beginning.file = parser.positionalArguments().value(0);
    beginning.server = parser.value(server);
    beginning.script = parser.value(script);
    beginning.port = parser.value(port).toUShort();
    beginning.paused = parser.isSet(paused);
    beginning.recovery_folder = ui::Recovery::usual_folder();

    ui::Preferences preferences(parser.value(language));
    ui::MainWindow window(preferences, beginning);
    window.show();
    return QApplication::exec();
}
