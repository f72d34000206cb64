// SPDX-License-Identifier: MIT
#include "cli/pictures.h"

#include "drawing/animation.h"
#include "lessons/problems.h"

#include <QRegularExpression>

namespace cli {

std::optional<drawing::ThemeName> wished_theme(const Given &given)
{
    return given.has("theme") ? drawing::theme_named(given.value("theme")) : drawing::ThemeName::light;
}

QString no_theme(const Given &given)
{
    QStringList names;
    for (const drawing::ThemeName name : drawing::theme_names)
        names += QLatin1String(drawing::name_of(name));
    return given.say("Cli", "There is no theme \"%1\", only %2.", "a name, the names").arg(given.value("theme"), given.terminal.language().either(names));
}

std::optional<QSizeF> wished_size(const Given &given, QString &mistake)
{
    if (!given.has("size"))
        return QSizeF();
    static const QRegularExpression form(QStringLiteral("^0*([0-9]+)x0*([0-9]+)$"));
    const auto match = form.match(given.value("size"));
    const auto too_large = [](const QString &digits) { return digits.size() > 5 || digits.toInt() > drawing::largest_side; };
    if (match.hasMatch() && (too_large(match.captured(1)) || too_large(match.captured(2)))) {
        mistake = given.say("Cli", "A picture has at most %1 pixels either way; \"%2\" is too large.").arg(drawing::largest_side).arg(given.value("size"));
        return {};
    }
    const QSizeF size(match.captured(1).toInt(), match.captured(2).toInt());
    if (!size.isEmpty())
        return size;
    mistake = given.say("Cli", "A size is a width and a height in pixels, like 1200x800, not \"%1\".").arg(given.value("size"));
    return {};
}

QString no_format(const Given &given, const QString &path)
{
    return given.say("Cli", "The name of a picture ends in %1; %2 does not.", "suffixes, a file")
        .arg(given.terminal.language().either(drawing::suffixes(QStringLiteral("."))), path);
}

QString picture_files(const words::Language &language)
{
    return language.either(drawing::suffixes(QStringLiteral("FILE.")));
}

QString picture_fault(const Given &given, const drawing::PictureResult &result, const QString &path)
{
    switch (result.fault) {
    case drawing::PictureFault::none: return {};
    case drawing::PictureFault::unknown_format:
        return no_format(given, path);
    case drawing::PictureFault::bad_size: {
        const auto *moving = drawing::animation_format_of(path);
        return given.say("Cli", "The picture would be too large: at most %1 pixels either way.").arg(moving ? moving->largest_side : drawing::largest_side);
    }
    case drawing::PictureFault::no_memory:
        return given.say("Cli", "There is not enough memory for a picture of this size.");
    case drawing::PictureFault::not_a_file:
        return lessons::fault(given.terminal.language(), {archive::Fault::not_a_file}, path);
    case drawing::PictureFault::cannot_write: break;
    }
    return given.say("Cli", "%1 cannot be written: %2").arg(path, result.detail);
}

} // namespace cli
