// SPDX-License-Identifier: MIT
// What the window's Help menu says.
#include "ui/actions.h"
#include "ui/main_window.h"

#include <QAction>
#include <QApplication>
#include <QMessageBox>

namespace ui {

void MainWindow::show_keys()
{
    QString rows;
    const auto row = [&rows](const QString &key, const QString &what) {
        rows += QStringLiteral("<tr><td style='padding-right:16px'><b>%1</b></td><td>%2</td></tr>").arg(key.toHtmlEscaped(), what.toHtmlEscaped());
    };
    const auto named = [](Qt::Key key) { return QKeySequence(key).toString(QKeySequence::NativeText); };
    row(named(Qt::Key_Space), tr("Pause and continue a run; play and pause a recording"));
    row(QStringLiteral("← →"), tr("Step back, step"));
    row(named(Qt::Key_Home) + QStringLiteral(", ") + named(Qt::Key_End), tr("To the beginning, to now"));
    row(QStringLiteral("Ctrl+N, Ctrl+."), tr("New run, stop"));
    row(QStringLiteral("Ctrl+K"), tr("Connect a client"));
    row(QStringLiteral("Ctrl+G, Ctrl+Shift+G"), tr("The chosen client sends, receives urgent data"));
    row(QStringLiteral("Ctrl+I, Ctrl+H, Ctrl+D"), tr("Interrupt the server, hold its signals, close one of its descriptors"));
    row(QStringLiteral("Ctrl+M"), tr("Compare the models"));
    row(QStringLiteral("Ctrl+O, Ctrl+S"), tr("Open a recording, save it"));
    row(QStringLiteral("Ctrl+E, Ctrl+C"), tr("Export a picture, copy the figure that has the focus"));
    row(QStringLiteral("Ctrl + − 0"), tr("Everything larger, smaller, in its usual size"));
    row(QStringLiteral("Ctrl+1, Ctrl+2"), tr("Timeline by events, by real time"));
    row(QStringLiteral("Ctrl+Shift+↑ ↓ 0"), tr("Timeline: zoom in, zoom out, show all"));
    row(QStringLiteral("Tab"), tr("To the next figure or control"));
    row(QStringLiteral("↑ ↓, Ctrl+← →"), tr("Inside a figure: from part to part"));
    row(QStringLiteral("Page ↑ ↓"), tr("Inside a figure: to the row above or below"));
    row(QStringLiteral("Enter"), tr("Press the button that has the focus"));
    row(QStringLiteral("F11"), tr("Full screen"));
    auto *box = new QMessageBox(QMessageBox::NoIcon, tr("Keys"), QStringLiteral("<table>%1</table>").arg(rows), QMessageBox::NoButton, this);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->addButton(tr("C&lose"), QMessageBox::RejectRole);
    box->open();
}

void MainWindow::show_about()
{
    auto *box = new QMessageBox(QMessageBox::NoIcon, tr("About I/O Models"),
                                tr("I/O Models %1 shows what real servers and clients ask of the kernel: every system call here was made by a "
                                   "real thread and recorded. MIT licence.").arg(QApplication::applicationVersion()),
                                QMessageBox::NoButton, this);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->addButton(tr("C&lose"), QMessageBox::RejectRole);
    box->open();
}

} // namespace ui
