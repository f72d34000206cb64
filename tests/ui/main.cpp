// SPDX-License-Identifier: MIT
#include "shown.h"

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
    int failures = 0;
    for (const auto run : {shown::window, shown::access, shown::comparison, shown::files, shown::focus, shown::keys, shown::models, shown::pictures, shown::rest, shown::server,
                           shown::texts, shown::timeline})
        failures += run(argc, argv);
    return failures;
}
