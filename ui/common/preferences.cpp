// SPDX-License-Identifier: MIT
#include "ui/common/preferences.h"

#include "ui/common/appearance.h"
#include "ui/common/desktop_scheme.h"

#include <QApplication>
#include <QFontInfo>
#include <QSettings>
#include <QTranslator>

#include <algorithm>
#include <array>

namespace ui {
namespace {

constexpr std::array percent_steps = {50, 67, 80, 90, 100, 110, 125, 150, 175, 200, 250, 300, 350, 400};

qreal letters_of(const QFont &font)
{
    constexpr qreal usual = 10 * 96 / 72.; // px: ten points at 96 dots per inch
    return qMax(1., QFontInfo(font).pixelSize() / usual);
}

} // namespace

Preferences::Preferences(const QString &language, const QString &theme, QObject *parent)
    : QObject(parent), m_theme(drawing::Theme::of(drawing::ThemeName::light)), m_letters(letters_of(desktop_font()))
{
    const QSettings settings;
    m_language = words::Language(language.isEmpty() ? settings.value("language", words::Language::of_system()).toString() : language);
    m_scale = std::clamp(settings.value("scale", 100).toInt(), smallest_scale, largest_scale);
    m_motion = Motion(std::clamp(settings.value("motion", 0).toInt(), 0, 2));
    m_chosen_theme = drawing::theme_named(theme.isEmpty() ? settings.value("theme").toString() : theme);
    connect(&DesktopScheme::of_session(), &DesktopScheme::changed, this, &Preferences::follow_theme);
    follow_theme();
    install();
}

void Preferences::choose_theme(std::optional<drawing::ThemeName> theme)
{
    m_chosen_theme = theme;
    QSettings().setValue("theme", theme ? QLatin1String(drawing::name_of(*theme)) : QLatin1String());
    follow_theme();
}

void Preferences::follow_theme()
{
    const drawing::ThemeName of_desktop = DesktopScheme::of_session().dark() ? drawing::ThemeName::dark : drawing::ThemeName::light;
    const drawing::ThemeName now = m_chosen_theme.value_or(of_desktop);
    if (now == m_theme.name)
        return;
    m_theme = drawing::Theme::of(now);
    emit theme_changed();
}

void Preferences::set_language(const QString &code)
{
    if (code == m_language.code())
        return;
    QCoreApplication::removeTranslator(m_language.translator());
    m_language = words::Language(code);
    QSettings().setValue("language", m_language.code());
    install();
    emit language_changed();
}

void Preferences::install()
{
    QLocale::setDefault(m_language.locale());
    QCoreApplication::installTranslator(m_language.translator());
}

void Preferences::set_scale_percent(int percent)
{
    percent = std::clamp(percent, smallest_scale, largest_scale);
    if (percent == m_scale)
        return;
    m_scale = percent;
    QSettings().setValue("scale", m_scale);
    emit scale_changed();
}

void Preferences::scale_up()
{
    const auto next = std::upper_bound(percent_steps.begin(), percent_steps.end(), m_scale);
    set_scale_percent(next == percent_steps.end() ? largest_scale : *next);
}

void Preferences::scale_down()
{
    const auto here = std::lower_bound(percent_steps.begin(), percent_steps.end(), m_scale);
    set_scale_percent(here == percent_steps.begin() ? smallest_scale : *std::prev(here));
}

void Preferences::set_motion(Motion motion)
{
    if (motion == m_motion)
        return;
    m_motion = motion;
    QSettings().setValue("motion", int(motion));
    emit motion_changed();
}

bool Preferences::moves() const
{
    return m_motion == Motion::on || (m_motion == Motion::as_desktop && desktop_animates());
}

} // namespace ui
