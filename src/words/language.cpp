// SPDX-License-Identifier: MIT
// Loads a language's translations from the program's resources, and writes numbers the way it does.
#include "words/language.h"

#include <QTranslator>

#include <algorithm>
#include <array>
#include <cmath>

// The resources of a static library are linked only if something asks for them; this must stand outside any namespace.
static void load_resources()
{
    Q_INIT_RESOURCE(i18n);
    Q_INIT_RESOURCE(servers);
    Q_INIT_RESOURCE(clients);
}

namespace words {
namespace {

constexpr QChar no_break_space(0x00A0);

struct Unit {
    double ns;
    const char *name;
};
// Symbols of the SI are the same in every language.
constexpr std::array<Unit, 4> units{{{1, "ns"}, {1e3, "µs"}, {1e6, "ms"}, {1e9, "s"}}};

constexpr Language::Known table[] = {
    {"vi", "Tiếng Việt", QLocale::Vietnamese, QLocale::Vietnam},
    {"en", "English", QLocale::English, QLocale::UnitedStates},
};

// The row of `code`, else that of English.
const Language::Known &row_of(QStringView code)
{
    const auto found = std::ranges::find_if(table, [code](const Language::Known &known) { return code == QLatin1String(known.code); });
    return found == std::end(table) ? *std::prev(std::end(table)) : *found;
}

} // namespace

std::span<const Language::Known> Language::known()
{
    return table;
}

QStringList Language::codes()
{
    QStringList all;
    for (const Known &known : table)
        all += QLatin1String(known.code);
    return all;
}

QString Language::of_system()
{
    return QLatin1String(row_of(QLocale::system().uiLanguages().value(0).section(u'-', 0, 0)).code);
}

Language::Language(const QString &code)
    : m_known(&row_of(code)), m_locale(m_known->language, m_known->country), m_translator(std::make_shared<QTranslator>())
{
    load_resources();
    if (!m_translator->load(QStringLiteral(":/i18n/iomodels_%1.qm").arg(QLatin1String(m_known->code))))
        qFatal("The program was built without its translations: %s", m_known->code);
}

QString Language::code() const
{
    return QLatin1String(m_known->code);
}

QString Language::say(const char *context, const char *text, const char *comment, int n) const
{
    QString said = m_translator->translate(context, text, comment, n);
    if (said.isEmpty())
        said = QString::fromUtf8(text);
    if (n >= 0)
        said.replace(QLatin1String("%n"), m_locale.toString(n));
    return said;
}

QString Language::number(qlonglong value) const
{
    return m_locale.toString(value);
}

QString Language::number(double value, int decimals) const
{
    return m_locale.toString(value, 'f', decimals);
}

QString Language::duration(qint64 ns) const
{
    size_t unit = 0;
    // The next unit begins where three figures no longer suffice: 999.5 µs is 1.00 ms.
    while (unit + 1 < units.size() && std::abs(double(ns)) / units[unit].ns >= 999.5)
        ++unit;
    const double value = double(ns) / units[unit].ns;
    const double size = std::abs(value);
    const int decimals = unit == 0 || size >= 99.95 ? 0 : size >= 9.995 ? 1 : 2;
    return number(value, decimals) + no_break_space + QString::fromUtf8(units[unit].name);
}

QString Language::bytes(qint64 count) const
{
    // The plural goes by an int; the number shown is the whole one.
    const int plural = int(std::clamp<qint64>(count, 0, 1'000'000));
    return say("Words", "%1 bytes", nullptr, plural).arg(number(qlonglong(count)));
}

QString Language::either(const QStringList &items) const
{
    return items.size() < 2 ? items.join(QString())
                            : say("Words", "%1 or %2", "the end of a list").arg(items.first(items.size() - 1).join(QStringLiteral(", ")), items.back());
}

QString Language::all_of(const QStringList &items) const
{
    return items.size() < 2 ? items.join(QString())
                            : say("Words", "%1 and %2", "the end of a list").arg(items.first(items.size() - 1).join(QStringLiteral(", ")), items.back());
}

} // namespace words
