// SPDX-License-Identifier: MIT
// What the window's Help menu says.
#include "ui/common/actions.h"
#include "ui/common/shortcuts.h"
#include "ui/window/main_window.h"

#include <QAction>
#include <QApplication>
#include <QDialog>
#include <QDialogButtonBox>
#include <QLabel>
#include <QMessageBox>
#include <QPushButton>
#include <QScreen>
#include <QScrollArea>
#include <QScrollBar>
#include <QShortcut>
#include <QVBoxLayout>

#include <utility>

namespace ui {

// As high as its rows, and no higher than its screen: then they scroll.
void MainWindow::show_keys()
{
    QString rows;
    for (const ShortcutLine &line : shortcut_lines())
        if (line.does)
            rows += QStringLiteral("<tr><td style='padding-right:16px'><b>%1</b></td><td>%2</td></tr>")
                        .arg(line.keys().toHtmlEscaped(), tr(line.does).toHtmlEscaped());
    auto *box = new QDialog(this);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setObjectName(QStringLiteral("keys"));
    box->setWindowTitle(tr("Keys"));
    auto *table = new QLabel(QStringLiteral("<table>%1</table>").arg(rows));
    table->setAlignment(Qt::AlignTop);
    table->setMargin(8);
    auto *scrolled = new QScrollArea;
    scrolled->setFrameShape(QFrame::NoFrame);
    scrolled->setWidgetResizable(true);
    scrolled->setWidget(table);
    scrolled->setFocusPolicy(Qt::NoFocus); // the dialog's keys are its
    constexpr std::pair<Qt::Key, QScrollBar::SliderAction> keys[] = {
        {Qt::Key_Down, QScrollBar::SliderSingleStepAdd}, {Qt::Key_Up, QScrollBar::SliderSingleStepSub}, {Qt::Key_PageDown, QScrollBar::SliderPageStepAdd},
        {Qt::Key_PageUp, QScrollBar::SliderPageStepSub}, {Qt::Key_Home, QScrollBar::SliderToMinimum}, {Qt::Key_End, QScrollBar::SliderToMaximum},
    };
    for (const auto &[key, action] : keys)
        connect(new QShortcut(key, box), &QShortcut::activated, scrolled, [bar = scrolled->verticalScrollBar(), does = action] { bar->triggerAction(does); });
    auto *buttons = new QDialogButtonBox;
    QPushButton *close = buttons->addButton(tr("C&lose"), QDialogButtonBox::RejectRole);
    connect(buttons, &QDialogButtonBox::rejected, box, &QDialog::reject);
    auto *column = new QVBoxLayout(box);
    column->addWidget(scrolled, 1);
    column->addWidget(buttons);
    const QSize room = screen()->availableSize() - QSize(40, 60); // its frame, and something of the window behind it
    const QSize table_size = table->sizeHint() + QSize(scrolled->verticalScrollBar()->sizeHint().width(), 0);
    const int below = buttons->sizeHint().height() + column->spacing() + column->contentsMargins().top() + column->contentsMargins().bottom();
    box->resize(QSize(table_size.width() + column->contentsMargins().left() + column->contentsMargins().right(), table_size.height() + below).boundedTo(room));
    box->open();
    close->setFocus();
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
