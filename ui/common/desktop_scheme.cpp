// SPDX-License-Identifier: MIT
#include "ui/common/desktop_scheme.h"

#include "ui/common/portal.h"

#include <QGuiApplication>
#include <QPalette>
#include <QStyleHints>

namespace ui {
namespace {

const QString appearance = QStringLiteral("org.freedesktop.appearance"), scheme = QStringLiteral("color-scheme");

// The portal's number: 0 is no wish, or a value of a later version.
std::optional<bool> is_dark(const QVariant &value)
{
    const uint number = value.toUInt();
    return number == 1 ? std::optional(true) : number == 2 ? std::optional(false) : std::nullopt;
}

bool palette_is_dark()
{
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    if (const Qt::ColorScheme known = QGuiApplication::styleHints()->colorScheme(); known != Qt::ColorScheme::Unknown)
        return known == Qt::ColorScheme::Dark;
#endif
    const QPalette palette = QGuiApplication::palette();
    return palette.color(QPalette::Window).lightness() < palette.color(QPalette::WindowText).lightness();
}

} // namespace

DesktopScheme &DesktopScheme::of_session()
{
    static auto *const scheme = new DesktopScheme; // for as long as there is a bus that may call it
    return *scheme;
}

DesktopScheme::DesktopScheme() : m_dark(is_dark(portal_setting(appearance, scheme)).value_or(palette_is_dark()))
{
    follow_portal_settings(*this, SLOT(setting_changed(QString, QString, QDBusVariant)));
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    connect(QGuiApplication::styleHints(), &QStyleHints::colorSchemeChanged, this, [this](Qt::ColorScheme now) {
        if (now != Qt::ColorScheme::Unknown)
            set_dark(now == Qt::ColorScheme::Dark);
    });
#endif
}

void DesktopScheme::setting_changed(const QString &group, const QString &name, const QDBusVariant &value)
{
    if (group == appearance && name == scheme)
        set_dark(is_dark(value.variant()).value_or(false));
}

void DesktopScheme::set_dark(bool dark)
{
    if (std::exchange(m_dark, dark) != dark)
        emit changed();
}

} // namespace ui
