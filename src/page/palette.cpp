// SPDX-License-Identifier: MIT
#include "page/palette.h"

#include <algorithm>

namespace page {

using drawing::Ink;
using drawing::Theme;
using drawing::ThemeName;

namespace {

constexpr const char *rules[] = {":root{%1}", "@media (prefers-color-scheme:dark){:root{%1}}", "@media print{:root{%1}}"};

} // namespace

Palette::Palette() : m_themes{Theme::of(ThemeName::light), Theme::of(ThemeName::dark), Theme::of(ThemeName::print)} {}

QString Palette::name(const QString &key, const std::function<QColor(const Theme &)> &colour)
{
    std::vector<QColor> &colours = m_colours[key];
    if (colours.empty())
        for (const Theme &theme : m_themes)
            colours.push_back(colour(theme));
    return key;
}

QString Palette::fill(Ink ink)
{
    return name(QStringLiteral("f%1").arg(int(ink)), [ink](const Theme &theme) { return theme.colour(ink); });
}

QString Palette::edge(Ink ink)
{
    return name(QStringLiteral("e%1").arg(int(ink)), [ink](const Theme &theme) { return theme.edge(ink); });
}

QString Palette::letters(Ink ink, Ink ground)
{
    return name(QStringLiteral("t%1-%2").arg(int(ink)).arg(int(ground)), [=](const Theme &theme) { return theme.text_colour(ink, ground); });
}

QString Palette::plate(Ink ground)
{
    const auto differs = [ground](const Theme &theme) { return theme.under(ground) != ground || theme.pattern(ground) != drawing::Pattern::plain; };
    if (std::ranges::none_of(m_themes, differs))
        return {};
    return name(QStringLiteral("p%1").arg(int(ground)), [ground](const Theme &theme) { return theme.colour(theme.under(ground)); });
}

QString Palette::outline(Ink ink)
{
    const auto needs = [ink](const Theme &theme) { return theme.edge(ink) != theme.colour(ink); };
    return std::ranges::any_of(m_themes, needs) ? edge(ink) : QString();
}

int Palette::pattern(Ink ink) const
{
    return int(m_themes.back().pattern(ink));
}

QByteArray Palette::css() const
{
    QString css;
    for (size_t i = 0; i < m_themes.size(); ++i) {
        QString colours;
        for (const auto &[key, each] : m_colours)
            colours += QStringLiteral("--%1:%2;").arg(key, each[i].name());
        css += QString::fromLatin1(rules[i]).arg(colours);
    }
    return css.toUtf8();
}

} // namespace page
