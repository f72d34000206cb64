// SPDX-License-Identifier: MIT
#include "cli/pictures.h"

#include "lessons/problems.h"

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
    case drawing::PictureFault::bad_size:
        return given.say("Cli", "The picture would be too large: at most %1 pixels either way.").arg(drawing::largest_side);
    case drawing::PictureFault::no_memory:
        return given.say("Cli", "There is not enough memory for a picture of this size.");
    case drawing::PictureFault::not_a_file:
        return lessons::fault(given.terminal.language(), {archive::Fault::not_a_file}, path);
    case drawing::PictureFault::cannot_write: break;
    }
    return given.say("Cli", "%1 cannot be written: %2").arg(path, result.detail);
}

} // namespace cli
