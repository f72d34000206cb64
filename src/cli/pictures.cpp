// SPDX-License-Identifier: MIT
#include "cli/pictures.h"

#include "lessons/problems.h"

namespace cli {

std::optional<figures::ThemeName> wished_theme(const Given &given)
{
    if (given.value("theme") == u"print")
        return figures::ThemeName::print;
    if (given.has("theme") && given.value("theme") != u"light")
        return {};
    return figures::ThemeName::light;
}

QString no_format(const Given &given, const QString &path)
{
    return given.say("Cli", "The name of a picture ends in %1; %2 does not.", "suffixes, a file")
        .arg(given.terminal.language().either(figures::suffixes(QStringLiteral("."))), path);
}

QString picture_files(const words::Language &language)
{
    return language.either(figures::suffixes(QStringLiteral("FILE.")));
}

QString picture_fault(const Given &given, const figures::PictureResult &result, const QString &path)
{
    switch (result.fault) {
    case figures::PictureFault::none: return {};
    case figures::PictureFault::unknown_format:
        return no_format(given, path);
    case figures::PictureFault::bad_size:
        return given.say("Cli", "The picture would be too large: at most %1 pixels either way.").arg(figures::largest_side);
    case figures::PictureFault::no_memory:
        return given.say("Cli", "There is not enough memory for a picture of this size.");
    case figures::PictureFault::not_a_file:
        return lessons::fault(given.terminal.language(), {archive::Fault::not_a_file}, path);
    case figures::PictureFault::cannot_write: break;
    }
    return given.say("Cli", "%1 cannot be written: %2").arg(path, result.detail);
}

} // namespace cli
