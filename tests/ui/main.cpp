// SPDX-License-Identifier: MIT
#include "shown.h"

#include "posix/process.h"
#include "room.h"
#include "ui/figure/access.h"

#include <QAccessible>
#include <QApplication>
#include <QFile>
#include <QTemporaryDir>

// A beamer beside this screen, for the tests that are about it; `folder` gets the file that says so.
static void plug_in(const QString &folder)
{
    QFile screens(folder + QStringLiteral("/screens.json"));
    if (!screens.open(QIODevice::WriteOnly))
        qFatal("cannot write the screens");
    screens.write(R"({"screens": [{"name": "here", "x": 0, "y": 0, "width": 1600, "height": 1000, "dpr": 1, "logicalDpi": 96, "logicalBaseDpi": 96},
                                  {"name": "beamer", "x": 1600, "y": 0, "width": 1280, "height": 720, "dpr": 1, "logicalDpi": 96, "logicalBaseDpi": 96}]})");
    qputenv("QT_QPA_PLATFORM", "offscreen:configfile=" + QFile::encodeName(screens.fileName()));
}

int main(int argc, char **argv)
{
    posix::prepare_process(); // signals of a run are for its own threads
    const QTemporaryDir screens;
    if (argc > 1 && QByteArrayView(argv[1]) == "hall_screens_test")
        plug_in(screens.path());
    QApplication app(argc, argv);
    QApplication::setOrganizationName("iomodels");
    QApplication::setApplicationName("iomodels_test");
    QAccessible::installFactory(ui::figure_accessible);
    const shown::EmptySettings settings;
    return room::run(argc, argv);
}
