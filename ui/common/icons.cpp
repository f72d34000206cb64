// SPDX-License-Identifier: MIT
#include "ui/common/icons.h"

#include <QDir>
#include <QGuiApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPalette>

namespace ui {

namespace {

// A sign in the colour of the words beside it, whenever it is painted.
class Sign : public QIconEngine {
public:
    explicit Sign(const QIcon &drawn) : m_drawn(drawn) {}

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state) override
    {
        const qreal pixels = painter->device()->devicePixelRatioF();
        QPixmap sign = pixmap((QSizeF(rect.size()) * pixels).toSize(), mode, state);
        sign.setDevicePixelRatio(pixels);
        painter->drawPixmap(rect.topLeft(), sign);
    }
    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State) override
    {
        QPixmap sign = m_drawn.pixmap(size, 1.);
        const auto group = mode == QIcon::Disabled ? QPalette::Disabled : QPalette::Active;
        QPainter painter(&sign);
        painter.setCompositionMode(QPainter::CompositionMode_SourceIn);
        painter.fillRect(sign.rect(), QGuiApplication::palette().color(group, QPalette::ButtonText));
        return sign;
    }
    QIconEngine *clone() const override { return new Sign(*this); }

private:
    const QIcon m_drawn;
};

} // namespace

QIcon icon(const char *name)
{
    const QIcon drawn = own_icon(name);
    return drawn.isNull() ? drawn : QIcon(new Sign(drawn));
}

QIcon own_icon(const char *name)
{
    const QDir icons(QStringLiteral(":/icons"));
    const QStringList files = icons.entryList({QLatin1String(name) + QStringLiteral(".*")});
    return files.isEmpty() ? QIcon() : QIcon(icons.filePath(files.front()));
}

} // namespace ui
