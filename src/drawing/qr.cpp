// SPDX-License-Identifier: MIT
#include "drawing/qr.h"

#include <QPainter>

#include <memory>
#include <qrencode.h>

namespace drawing {

Qr qr_of(const QString &text)
{
    const std::unique_ptr<QRcode, void (*)(QRcode *)> code(QRcode_encodeString8bit(text.toUtf8().constData(), 0, QR_ECLEVEL_M), QRcode_free);
    Qr qr;
    if (!code)
        return qr;
    qr.size = code->width;
    for (int i = 0; i < qr.size * qr.size; ++i)
        qr.dark.push_back(code->data[i] & 1);
    return qr;
}

void paint(const Qr &qr, const QRectF &rect, QPainter &painter)
{
    if (qr.size == 0)
        return;
    constexpr int rim = 4;
    const int modules = qr.size + 2 * rim;
    const qreal least = std::min(rect.width(), rect.height()), module = least >= modules ? std::floor(least / modules) : least / modules;
    const QPointF corner = rect.center() - QPointF(module, module) * modules / 2.;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.fillRect(QRectF(corner, QSizeF(module, module) * modules), Qt::white);
    for (int y = 0; y < qr.size; ++y)
        for (int x = 0; x < qr.size; ++x)
            if (qr.dark[size_t(y * qr.size + x)])
                painter.fillRect(QRectF(corner + QPointF(x + rim, y + rim) * module, QSizeF(module, module)), Qt::black);
    painter.restore();
}

} // namespace drawing
