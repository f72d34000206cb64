// SPDX-License-Identifier: MIT
// What the window's Help menu says.
#include "ui/common/actions.h"
#include "ui/common/shortcuts.h"
#include "ui/window/main_window.h"

#include <QAction>
#include <QApplication>
#include <QMessageBox>

namespace ui {

void MainWindow::show_keys()
{
    QString rows;
    for (const ShortcutLine &line : shortcut_lines())
        if (line.does)
            rows += QStringLiteral("<tr><td style='padding-right:16px'><b>%1</b></td><td>%2</td></tr>")
                        .arg(line.keys().toHtmlEscaped(), tr(line.does).toHtmlEscaped());
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
