// SPDX-License-Identifier: MIT
#include "ui/window/unsaved.h"

#include <QCoreApplication>
#include <QMessageBox>
#include <QPushButton>

namespace ui {

void ask_about_unsaved(QWidget *parent, std::function<void(Unsaved)> answered)
{
    const QString question =
        QCoreApplication::translate("Unsaved", "This recording is in no file yet. Shall it be saved first?");
    auto *box = new QMessageBox(QMessageBox::Question, QCoreApplication::translate("Unsaved", "Unsaved recording"), question,
                                QMessageBox::NoButton, parent);
    box->setObjectName("unsaved");
    box->setAttribute(Qt::WA_DeleteOnClose);
    QAbstractButton *save = box->addButton(QCoreApplication::translate("Unsaved", "&Save…"), QMessageBox::AcceptRole);
    QAbstractButton *discard = box->addButton(QCoreApplication::translate("Unsaved", "&Discard it"), QMessageBox::DestructiveRole);
    auto *keep = box->addButton(QCoreApplication::translate("Unsaved", "&Cancel"), QMessageBox::RejectRole);
    box->setDefaultButton(static_cast<QPushButton *>(save));
    box->setEscapeButton(keep);
    QObject::connect(box, &QMessageBox::finished, parent, [box, save, discard, answered = std::move(answered)] {
        answered(box->clickedButton() == save      ? Unsaved::save
                 : box->clickedButton() == discard ? Unsaved::discard
                                                   : Unsaved::keep);
    });
    box->open();
}

} // namespace ui
