// SPDX-License-Identifier: MIT
// The two themes. The meanings' colours are Okabe and Ito's, told apart by colour-blind eyes and on a projector.
#include "drawing/drawing.h"

#include <QFontDatabase>

#include <cmath>

namespace drawing {
namespace {

QColor light(Ink ink)
{
    switch (ink) {
    case Ink::paper: return {0xff, 0xff, 0xff};
    case Ink::panel: return {0xf6, 0xf7, 0xf9};
    case Ink::kernel: return {0xea, 0xf0, 0xf6};
    case Ink::line: return {0x8a, 0x93, 0xa1};
    case Ink::faint: return {0xee, 0xf0, 0xf4};
    case Ink::text: return {0x1f, 0x24, 0x30};
    case Ink::muted: return {0x56, 0x5f, 0x6d};
    case Ink::accent: return {0x00, 0x72, 0xb2};
    case Ink::waiting: return {0xe6, 0x9f, 0x00};
    case Ink::copying: return {0x00, 0x72, 0xb2};
    case Ink::running: return {0x00, 0x9e, 0x73};
    case Ink::signal: return {0xd5, 0x5e, 0x00};
    case Ink::failed: return {0xcc, 0x79, 0xa7};
    case Ink::bit_on: return {0x00, 0x7d, 0x5b};
    case Ink::bit_off: return {0xff, 0xff, 0xff};
    case Ink::changed: return {0xd5, 0x5e, 0x00};
    case Ink::selection: return {0x1b, 0x3f, 0x8b};
    case Ink::held: return {0x6b, 0x5b, 0x95};
    case Ink::lit: return {0xfd, 0xf1, 0xdd};
    }
    return Qt::black;
}

QColor print(Ink ink)
{
    switch (ink) {
    case Ink::paper:
    case Ink::panel:
    case Ink::kernel:
    case Ink::faint:
    case Ink::bit_off:
    case Ink::waiting:
    case Ink::running:
    case Ink::signal:
    case Ink::failed:
    case Ink::held: return Qt::white;
    case Ink::lit: return {0xe0, 0xe0, 0xe0};
    case Ink::line: return {0x80, 0x80, 0x80};
    case Ink::muted: return {0x40, 0x40, 0x40};
    case Ink::copying:
    case Ink::bit_on: return {0x20, 0x20, 0x20};
    case Ink::text:
    case Ink::accent:
    case Ink::changed:
    case Ink::selection: return Qt::black;
    }
    return Qt::black;
}

// Relative luminance, WCAG 2.1.
double luminance(const QColor &colour)
{
    const auto linear = [](double channel) {
        return channel <= 0.03928 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF());
}

QColor mixed(const QColor &one, const QColor &other, double share)
{
    const auto channel = [share](int a, int b) { return int(std::lround(a + (b - a) * share)); };
    return {channel(one.red(), other.red()), channel(one.green(), other.green()), channel(one.blue(), other.blue())};
}

// The first of `wanted` that is installed, else what the system uses.
QString installed(const QStringList &wanted, QFontDatabase::SystemFont otherwise)
{
    for (const QString &family : wanted)
        if (QFontDatabase::hasFamily(family))
            return family;
    return QFontDatabase::systemFont(otherwise).family();
}

} // namespace

double contrast(const QColor &one, const QColor &other)
{
    const double a = luminance(one), b = luminance(other);
    return (std::max(a, b) + 0.05) / (std::min(a, b) + 0.05);
}

QColor Theme::colour(Ink ink) const
{
    return name == ThemeName::print ? print(ink) : light(ink);
}

QColor Theme::edge(Ink ink) const
{
    // The states and happenings, which printing tells apart by pattern.
    const bool is_meaning = (ink >= Ink::waiting && ink <= Ink::failed) || ink == Ink::held;
    if (name == ThemeName::print)
        return is_meaning ? QColor(Qt::black) : colour(ink);
    switch (ink) { // orange is 2.25 : 1 on white
    case Ink::waiting: return {0x9a, 0x6a, 0x00};
    case Ink::running: return {0x00, 0x7d, 0x5b};
    case Ink::failed: return {0xa3, 0x52, 0x7e};
    default: return colour(ink);
    }
}

QColor Theme::text_colour(Ink ink, Ink ground) const
{
    const QColor on = colour(ground);
    // What is told by a pattern when printed has white for a colour: as a text it is black.
    const QColor wanted =
        name == ThemeName::print && ink != Ink::paper && ink != Ink::muted ? QColor(Qt::black) : colour(ink);
    const QColor end = contrast(Qt::black, on) > contrast(Qt::white, on) ? Qt::black : Qt::white;
    for (int step = 0; step < 20; ++step) {
        const QColor tried = mixed(wanted, end, step / 20.0);
        if (contrast(tried, on) >= 4.5)
            return tried;
    }
    return end;
}

Pattern Theme::pattern(Ink fill) const
{
    if (name == ThemeName::light)
        return fill == Ink::failed ? Pattern::falling : fill == Ink::held ? Pattern::level : Pattern::plain;
    switch (fill) {
    case Ink::waiting: return Pattern::rising;
    case Ink::failed: return Pattern::crossed;
    case Ink::signal: return Pattern::upright;
    case Ink::held: return Pattern::level;
    default: return Pattern::plain;
    }
}

QFont Theme::font(const Shape &text) const
{
    QFont font(text.fixed_pitch ? fixed_family : family);
    font.setPixelSize(std::max(1, text.size));
    font.setBold(text.bold);
    font.setFixedPitch(text.fixed_pitch);
    font.setHintingPreference(QFont::PreferNoHinting); // as wide at every scale
    // The least spacing there is switches ligatures off: a PDF's “buﬀer” is found by nobody who looks for “buffer”.
    font.setLetterSpacing(QFont::AbsoluteSpacing, 1.0 / 64);
    return font;
}

Theme Theme::of(ThemeName name)
{
    static const QString family =
        installed({QStringLiteral("Noto Sans"), QStringLiteral("DejaVu Sans")}, QFontDatabase::GeneralFont);
    static const QString fixed =
        installed({QStringLiteral("Noto Sans Mono"), QStringLiteral("DejaVu Sans Mono")}, QFontDatabase::FixedFont);
    return {name, family, fixed};
}

} // namespace drawing
