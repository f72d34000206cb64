// SPDX-License-Identifier: MIT
// The program of a room whose tests need nothing but an application, the least that they can do with.
#include "room.h"

#if defined(QT_WIDGETS_LIB)
#include <QApplication>
using Application = QApplication;
#elif defined(QT_GUI_LIB)
#include <QGuiApplication>
using Application = QGuiApplication;
#else
#include <QCoreApplication>
using Application = QCoreApplication;
#endif

int main(int argc, char **argv)
{
    Application application(argc, argv);
    return room::run(argc, argv);
}
