// SPDX-License-Identifier: MIT
#include "shown.h"

#include "room.h"
#include "ui/figure/access.h"

#include <QAccessible>
#include <QApplication>

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    QApplication::setOrganizationName("iomodels");
    QApplication::setApplicationName("iomodels_test");
    QAccessible::installFactory(ui::figure_accessible);
    const shown::EmptySettings settings;
    return room::run(argc, argv);
}
