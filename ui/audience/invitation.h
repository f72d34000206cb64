// SPDX-License-Identifier: MIT
// How an audience comes in, as one drawing: the address and the port large, a QR code, how many are in. In the window and in the hall.
#pragma once

#include "drawing/drawing.h"
#include "words/language.h"

#include <QStringList>

namespace ui {

struct Invitation {
    QString address;         // empty: nobody is let in
    int port = 0, web_port = 0;
    bool gone = false;       // this machine does not have the address any more: no way leads there
    QString hindrance;       // why whoever comes meets nobody now; empty: a server is there
    int in = 0, machines = 0;
    qint64 turned_away = 0;
    QStringList names;       // of those who are in, where they are to be seen
    QString url() const { return QStringLiteral("http://%1:%2/").arg(address).arg(web_port); }
    QString command() const { return QStringLiteral("nc %1 %2").arg(address).arg(port); }
    bool operator==(const Invitation &) const = default;
};

// "12 are in, from 9 machines"
QString how_many(const words::Language &language, const Invitation &invitation);
// The same for who is read to: how one comes in, how many are in, what is in the way.
QString spoken(const words::Language &language, const Invitation &invitation);
// `size`: px. `code` gets where its QR code, of url(), goes; null: none would lead anywhere.
drawing::Drawing invitation(const words::Language &language, const Invitation &invitation, QSizeF size, QRectF &code);

} // namespace ui
