// SPDX-License-Identifier: MIT
#include "cli/export_wish.h"

#include "cli/pictures.h"

#include <QRegularExpression>

namespace cli {
namespace {

constexpr double most_scale = 100;

QString ranged_figures()
{
    QStringList names;
    for (const figures::Figure &figure : figures::all())
        if (figure.ranged)
            names += QString::fromUtf8(figure.name);
    return names.join(QStringLiteral(", "));
}

} // namespace

std::optional<Wish> wish(const Given &given, bool moves)
{
    Wish wish;
    wish.scale = moves ? 1 : 2;
    const auto wrong = [&](const QString &why) {
        given.terminal.misuse(why, QStringLiteral("export"));
        return std::nullopt;
    };
    if (!given.has("figure") && !moves)
        return wrong(given.say("Cli", "Say which figure: --figure NAME."));
    wish.figure = figures::named(given.has("figure") ? given.value("figure") : QStringLiteral("stage"));
    if (!wish.figure)
        return wrong(given.say("Cli", "There is no figure \"%1\"; \"iomodels list figures\" names them.")
                         .arg(given.value("figure")));

    const auto theme = wished_theme(given);
    if (!theme)
        return wrong(no_theme(given));
    wish.theme = *theme;

    QString mistake;
    const auto size = wished_size(given, mistake);
    if (!size)
        return wrong(mistake);
    wish.size = *size;
    if (given.has("range") && !moves && !wish.figure->ranged)
        return wrong(given.say("Cli", "The figure %1 has no range; %2 take one.", "a figure, others separated by commas")
                         .arg(given.value("figure"), ranged_figures()));
    if (given.has("range")) {
        static const QRegularExpression form(QStringLiteral("^([0-9]{1,12})-([0-9]{1,12})$"));
        const auto match = form.match(given.value("range"));
        wish.range = {figures::Axis::events, match.captured(1).toDouble(), match.captured(2).toDouble() + 1};
        if (!match.hasMatch() || wish.range.to <= wish.range.from)
            return wrong(given.say("Cli", "A range is the numbers of its first and last step, like 20-45, not \"%1\".")
                             .arg(given.value("range")));
    }
    if (given.has("scale")) {
        bool good = false;
        wish.scale = given.value("scale").toDouble(&good);
        if (!good || !(wish.scale > 0 && wish.scale <= most_scale))
            return wrong(given.say("Cli", "A scale is a number above 0 and up to %1, not \"%2\".")
                             .arg(most_scale)
                             .arg(given.value("scale")));
    }
    return wish;
}

std::optional<uint16_t> front_of(const Given &given, const trace::Trace &trace)
{
    const QString wanted = given.value("front");
    if (!given.has("front") || wanted == u"1")
        return 0;
    for (size_t i = 0; i < trace.programs.size(); ++i) {
        const QString name = QString::fromStdString(trace.programs[i].name);
        if (trace.programs[i].origin == trace::Origin::listing && (name == wanted || name == QStringLiteral("program ") + wanted))
            return uint16_t(i);
    }
    given.terminal.fail(given.say("Cli", "There is no program \"%1\" in the recording.").arg(wanted));
    return {};
}

} // namespace cli
