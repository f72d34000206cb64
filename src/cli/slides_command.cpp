// SPDX-License-Identifier: MIT
// iomodels slides: the pictures of the whole lecture.
#include "cli/live.h"
#include "cli/pictures.h"
#include "cli/slides.h"
#include "figures/slide.h"

#include <QFileInfo>

#include <unistd.h>

namespace cli {
namespace {

const Option options[] = {
    {"format", "FORMAT", QT_TRANSLATE_NOOP("Cli", "%1; otherwise svg."), [](const words::Language &language) { return language.either(drawing::suffixes({})); }},
    {"aspect", "16:9|4:3", QT_TRANSLATE_NOOP("Cli", "The shape of a slide; otherwise 16:9.")},
    {"rows", "L07,...", QT_TRANSLATE_NOOP("Cli", "Only these rows of the lecture: L01 to L14, M for the models measured, X for what is beyond.")},
    {"theme", "light|dark|projector|print",
     QT_TRANSLATE_NOOP("Cli", "Colours for a screen or a projector, or black on white for paper; otherwise light.")},
    {"o,output", "FOLDER", QT_TRANSLATE_NOOP("Cli", "Where to: a folder that is not there yet, or is empty.")},
};

// One whose letters stay letters.
QString usual_format()
{
    return QLatin1String(std::ranges::find_if(drawing::formats(), [](const drawing::Format &format) { return !format.pixels; })->suffix);
}

// "L7" as "L07".
QString row_of(const QString &given)
{
    const QString row = given.trimmed().toUpper();
    return row.size() == 2 && row[0] == u'L' ? QStringLiteral("L0") + row[1] : row;
}

int run(const Given &given)
{
    Terminal &terminal = given.terminal;
    const auto wrong = [&](const QString &why) { return terminal.misuse(why, QStringLiteral("slides")); };
    SlidesWish wish{.language = terminal.language(), .page = figures::wide_slide, .suffix = usual_format(), .folder = given.value("output"), .rows = {}};
    if (wish.folder.isEmpty())
        return wrong(given.say("Cli", "Say where to: -o FOLDER."));
    if (given.has("format"))
        wish.suffix = given.value("format").toLower();
    if (!drawing::format_of(QStringLiteral("a.") + wish.suffix))
        return wrong(given.say("Cli", "A format is %1, not \"%2\".", "suffixes").arg(terminal.language().either(drawing::suffixes({})), given.value("format")));
    if (given.value("aspect") == u"4:3")
        wish.page = figures::narrow_slide;
    else if (given.has("aspect") && given.value("aspect") != u"16:9")
        return wrong(given.say("Cli", "--aspect is 16:9 or 4:3, not \"%1\".").arg(given.value("aspect")));
    const auto theme = wished_theme(given);
    if (!theme)
        return wrong(no_theme(given));
    wish.theme = *theme;
    for (const QString &one : given.value("rows").split(u',', Qt::SkipEmptyParts)) {
        wish.rows += row_of(one);
        if (!slide_rows().contains(wish.rows.back()))
            return wrong(given.say("Cli", "There is no row \"%1\", only %2.").arg(one, slide_rows().join(QStringLiteral(", "))));
    }
    const bool shown = isatty(STDERR_FILENO);
    const auto meter = [&](const QString &text) {
        const QByteArray line = "\r\033[K" + text.toUtf8();
        if (shown && ::write(STDERR_FILENO, line.constData(), size_t(line.size())) < 0)
            return; // a terminal that is gone
    };
    SlidesDone outcome;
    {
        const HeldSignals held;
        bool broken_off = false; // a signal is told of once
        outcome = export_slides(wish, {.progressed = [&](int made, int all) { meter(given.say("Cli", "Picture %1 of %2", "progress").arg(made).arg(all)); },
                                    .breaks_off = [&] { return broken_off = held.arrived() || broken_off; }});
    }
    meter({});
    for (const QString &lacking : outcome.left_out)
        terminal.note(lacking);
    if (outcome.cancelled)
        return terminal.fail(given.say("Cli", "A signal ended it early; nothing was written."));
    if (!outcome.fault.isEmpty())
        return terminal.fail(outcome.fault);
    terminal.line(given.say("Cli", "%n pictures are in %1.", "a folder", outcome.pictures).arg(wish.folder));
    return terminal.finish();
}

} // namespace

constinit const Command slides_command{
    .name = "slides",
    .arguments = "",
    .summary = QT_TRANSLATE_NOOP("Cli", "Draw the pictures of the whole lecture, in its order."),
    .more = QT_TRANSLATE_NOOP("Cli", "Every lesson is run for it, which takes about a minute. The files' names sort in the order of the lecture. Nothing is in the "
                                     "folder before everything is."),
    .options = options,
    .draws = true,
    .least = 0,
    .most = 0,
    .run = run,
};

} // namespace cli
