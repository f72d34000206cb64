// SPDX-License-Identifier: MIT
// The themes: one table. The meanings' colours are Okabe and Ito's or made from them, told apart by colour-blind eyes, which a test measures.
#include "drawing/drawing.h"

#include <QFontDatabase>

#include <algorithm>
#include <array>
#include <atomic>
#include <cmath>

namespace drawing {
namespace {

struct Row {
    Ink ink;
    QRgb light, dark, projector, print; // 0xrrggbb
};

constexpr Row table[] = {
    {Ink::paper, 0xffffff, 0x0a0d12, 0xffffff, 0xffffff},
    {Ink::panel, 0xf6f7f9, 0x12171f, 0xf2f4f7, 0xffffff},
    {Ink::kernel, 0xe3ebf4, 0x2f6595, 0x6f93b8, 0xffffff},
    {Ink::line, 0x8a93a1, 0x7c8798, 0x5f6876, 0x808080},
    {Ink::faint, 0xeef0f4, 0x1c2430, 0xe3e6eb, 0xffffff},
    {Ink::text, 0x1f2430, 0xf4f6f8, 0x000000, 0x000000},
    {Ink::muted, 0x4d5664, 0xc3cbd6, 0x3a414c, 0x404040},
    {Ink::accent, 0x0068a3, 0x7cc8f5, 0x00518a, 0x000000},
    {Ink::waiting, 0xe69f00, 0xffdf7b, 0xf6d44a, 0xffffff},
    {Ink::copying, 0x0072b2, 0xaad4f8, 0x085371, 0x202020},
    {Ink::running, 0x009e73, 0x00b581, 0x07b076, 0xffffff},
    {Ink::signal, 0xd55e00, 0xf07d0e, 0xf38913, 0xffffff},
    {Ink::failed, 0xcc79a7, 0xc18cae, 0xbf88a2, 0xffffff},
    {Ink::bit_on, 0x007d5b, 0x00b581, 0x00614a, 0x202020},
    {Ink::bit_off, 0xffffff, 0x0a0d12, 0xffffff, 0xffffff},
    {Ink::changed, 0xb84f00, 0xff9f6b, 0x8c3400, 0x000000},
    {Ink::selection, 0x1b3f8b, 0x7cc8f5, 0x003a70, 0x000000},
    {Ink::held, 0x1f2430, 0xffffff, 0x000000, 0xffffff},
    {Ink::lit, 0xfdf1dd, 0x3a2f12, 0xffe8b8, 0xe0e0e0},
};
constexpr size_t count = std::size(table);

constexpr bool is_complete()
{
    for (size_t i = 0; i < count; ++i)
        if (table[i].ink != Ink(i))
            return false;
    return Ink(count - 1) == Ink::lit;
}
static_assert(is_complete(), "a row an ink, in their order");

// Relative luminance, WCAG 2.1.
double luminance(const QColor &colour)
{
    const auto linear = [](double channel) {
        return channel <= 0.03928 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF());
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

QColor mixed(const QColor &one, const QColor &other, double share)
{
    const auto channel = [share](int a, int b) { return int(std::lround(a + (b - a) * share)); };
    return {channel(one.red(), other.red()), channel(one.green(), other.green()), channel(one.blue(), other.blue())};
}

QColor Theme::colour(Ink ink) const
{
    const Row &row = table[size_t(ink)];
    switch (name) {
    case ThemeName::light: return row.light;
    case ThemeName::dark: return row.dark;
    case ThemeName::projector: return row.projector;
    case ThemeName::print: return row.print;
    }
    return Qt::black;
}

// Of the same hue, towards the texts' colour until it is seen on paper and kernel.
static QColor found_edge(const Theme &theme, Ink ink)
{
    constexpr double enough = 3;
    const auto seen = [&theme](const QColor &tried) {
        return std::ranges::all_of(std::array{Ink::paper, Ink::panel, Ink::kernel},
                                   [&](Ink ground) { return contrast(tried, theme.colour(ground)) >= enough; });
    };
    QColor tried = theme.colour(ink);
    for (int step = 1; step <= 20 && !seen(tried); ++step)
        tried = mixed(theme.colour(ink), theme.colour(Ink::text), step / 20.0);
    return tried;
}

QColor Theme::edge(Ink ink) const
{
    // The states and happenings, which printing tells apart by pattern.
    const bool is_meaning = (ink >= Ink::accent && ink <= Ink::bit_on) || ink == Ink::changed || ink == Ink::held;
    if (name == ThemeName::print)
        return is_meaning ? QColor(Qt::black) : colour(ink);
    if (!is_meaning)
        return colour(ink);
    static const auto all = [this] { // a timeline asks thousands of times a frame
        std::array<std::array<QColor, count>, theme_names.size()> edges;
        for (const ThemeName each : theme_names)
            for (const Row &row : table)
                edges[size_t(each)][size_t(row.ink)] = found_edge({each, family, fixed_family}, row.ink);
        return edges;
    }();
    return all[size_t(name)][size_t(ink)];
}

Ink Theme::under(Ink ground) const
{
    // Letters at 7 : 1 and areas at 3 : 1 exclude each other on one ground.
    return ground == Ink::kernel && (name == ThemeName::dark || name == ThemeName::projector) ? Ink::paper : ground;
}

double Theme::least_contrast() const
{
    return name == ThemeName::dark || name == ThemeName::projector ? 7 : 4.5; // WCAG 2.1, 1.4.6 and 1.4.3
}

static QRgb found_text_colour(const Theme &theme, Ink ink, Ink ground)
{
    const QColor on = theme.colour(theme.under(ground));
    // What is told by a pattern when printed has white for a colour: as a text it is black.
    const QColor wanted =
        theme.name == ThemeName::print && ink != Ink::paper && ink != Ink::muted ? QColor(Qt::black) : theme.colour(ink);
    const QColor end = contrast(Qt::black, on) > contrast(Qt::white, on) ? Qt::black : Qt::white;
    for (int step = 0; step < 20; ++step) {
        const QColor tried = mixed(wanted, end, step / 20.0);
        if (contrast(tried, on) >= theme.least_contrast())
            return tried.rgb();
    }
    return end.rgb();
}

QColor Theme::text_colour(Ink ink, Ink ground) const
{
    static std::array<std::array<std::array<std::atomic<QRgb>, count>, count>, theme_names.size()> all; // asked for each text of each frame
    std::atomic<QRgb> &found = all[size_t(name)][size_t(ink)][size_t(ground)];
    QRgb colour = found;
    if (colour == 0) // not yet: each is opaque
        found = colour = found_text_colour(*this, ink, ground);
    return colour;
}

Pattern Theme::pattern(Ink fill) const
{
    if (name != ThemeName::print)
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

const char *name_of(ThemeName name)
{
    static constexpr std::array names = {"light", "dark", "projector", "print"};
    return names[size_t(name)];
}

std::optional<ThemeName> theme_named(QStringView name)
{
    for (const ThemeName each : theme_names)
        if (name == QLatin1String(name_of(each)))
            return each;
    return {};
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
