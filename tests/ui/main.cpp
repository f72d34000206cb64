// SPDX-License-Identifier: MIT
#include "shown.h"

#include "posix/process.h"
#include "room.h"
#include "ui/figure/access.h"

#include <QAccessible>
#include <QApplication>

int main(int argc, char **argv)
{
    posix::prepare_process(); // signals of a run are for its own threads
    QApplication app(argc, argv);
    QApplication::setOrganizationName("iomodels");
    QApplication::setApplicationName("iomodels_test");
    QAccessible::installFactory(ui::figure_accessible);
    const shown::EmptySettings settings;
    return room::run(argc, argv);
}
