// SPDX-License-Identifier: MIT
#include "cli/compare_files.h"

#include "cli/sources.h"
#include "figures/slide.h"
#include "lessons/catalogue.h"

#include <QFileInfo>

namespace cli {
namespace {

constexpr qreal pixels = 2; // of a PNG for one of the figure

// The recordings, or nothing: why not has been said.
std::vector<std::unique_ptr<trace::Trace>> opened(const Given &given, const QStringList &files)
{
    std::vector<std::unique_ptr<trace::Trace>> all;
    for (const QString &file : files) {
        auto trace = open_recording(given.terminal, file);
        if (!trace)
            return {};
        all.push_back(std::move(trace));
    }
    return all;
}

QString title_of(const Given &given, const trace::Trace &trace)
{
    return lessons::server_title(given.terminal.language(), lessons::server_name(trace));
}

} // namespace

std::optional<ComparedPicture> compared_picture(const Given &given, bool table)
{
    ComparedPicture wish;
    const auto wrong = [&](const QString &why) {
        given.terminal.misuse(why, QStringLiteral("compare"));
        return std::nullopt;
    };
    const auto theme = wished_theme(given);
    if (!theme)
        return wrong(no_theme(given));
    wish.theme = *theme;
    wish.table = given.has("table") ? given.value("table") == u"in" : table;
    if (given.has("table") && given.value("table") != u"in" && given.value("table") != u"out")
        return wrong(given.say("Cli", "--table is in or out, not \"%1\".").arg(given.value("table")));
    wish.title = given.value("title");
    for (const char *option : {"table", "title", "size"})
        if (given.has(option) && !given.has("output"))
            return wrong(given.say("Cli", "--%1 is for the picture: say where to with -o.").arg(QLatin1String(option)));
    QString mistake;
    const auto size = wished_size(given, mistake);
    if (!size)
        return wrong(mistake);
    wish.size = *size;
    return wish;
}

bool draw_compared(const Given &given, const ComparedPicture &wish, const figures::ComparisonScene &whole, const figures::SixScene &slide, const QString &path)
{
    const words::Language &language = given.terminal.language();
    const QString title = wish.title.isEmpty() ? figures::comparison_title(language) : wish.title;
    drawing::Drawing drawing;
    if (!wish.table)
        drawing = figures::six(slide, wish.size.isEmpty() ? figures::six_size : wish.size);
    else if (wish.size.isEmpty() && wish.title.isEmpty())
        drawing = figures::comparison(whole, {});
    else
        drawing = figures::slide({.above = {}, .title = title, .below = {}}, wish.size.isEmpty() ? figures::comparison_size(whole) + QSizeF(24, 104) : wish.size,
                                 [&](QSizeF room) { return figures::comparison(whole, room); });
    QStringList sentences;
    for (const drawing::Part &part : drawing.parts)
        sentences += part.sentence;
    const auto drawn = figures::save_picture(drawing, drawing::Theme::of(wish.theme), wish.table ? title : figures::six_title(slide),
                                             sentences.join(u'\n'), path, pixels);
    if (!drawn)
        given.terminal.fail(picture_fault(given, drawn, path));
    return bool(drawn);
}

int compare_recordings(const Given &given)
{
    Terminal &terminal = given.terminal;
    const words::Language &language = terminal.language();
    const QStringList files = QStringList(given.value("from")) + given.arguments;
    const QString path = given.value("output");
    const auto wrong = [&](const QString &why) { return terminal.misuse(why, QStringLiteral("compare")); };
    for (const char *option : {"models", "clients", "bytes", "messages", "arrivals", "pace", "repeat", "seed", "json", "csv", "save-traces"})
        if (given.has(option))
            return wrong(given.say("Cli", "--%1 is for new runs, but --from takes recordings that are there.").arg(QLatin1String(option)));
    if (path.isEmpty())
        return wrong(given.say("Cli", "Say where to: -o %1.", "names of files").arg(picture_files(language)));
    if (!drawing::format_of(path))
        return wrong(no_format(given, path));
    if (size_t(files.size()) > figures::most_in_six)
        return wrong(given.say("Cli", "A picture has room for %1 recordings; these are %2.").arg(figures::most_in_six).arg(files.size()));
    for (const QString &file : files)
        if (is_same_file(file, path))
            return wrong(given.say("Cli", "What is written would replace the recording %1: choose another name.").arg(file));
    const auto wish = compared_picture(given, false);
    if (!wish)
        return wrong_usage;
    if (!can_write(terminal, path))
        return failed;

    const auto traces = opened(given, files);
    if (traces.empty())
        return failed;
    figures::ComparisonScene whole{.language = language, .models = {}, .work = {}, .notes = {}, .selected = {}};
    figures::SixScene slide{.language = language, .rows = {}, .title = wish->title};
    for (size_t i = 0; i < traces.size(); ++i) {
        const replay::Replay replay(*traces[i]);
        const QString name = QString::number(i + 1), title = title_of(given, *traces[i]);
        auto row = figures::six_row(language, replay, name, title);
        if (!row)
            return terminal.fail(given.say("Cli", "%1: no message of a client was read in it of which is recorded when it came, so there is nothing to compare.").arg(files[qsizetype(i)]));
        if (!slide.rows.empty() && slide.rows.front().datagram != row->datagram) {
            const QString one = files.front(), other = files[qsizetype(i)];
            return terminal.fail(given.say("Cli", "%1 is a run over UDP and %2 one over TCP: they do not differ in the model alone, so they are not compared.")
                                     .arg(row->datagram ? other : one, row->datagram ? one : other));
        }
        slide.rows.push_back(std::move(*row));
        figures::Compared &model = whole.models.emplace_back();
        model.name = name;
        model.title = title;
        model.runs = {replay::measured(replay)};
        figures::show(model, replay);
    }
    QStringList names;
    for (const QString &file : files)
        names += QFileInfo(file).fileName();
    whole.work = given.say("Cli", "From recordings: %1", "names of files").arg(language.all_of(names));
    return draw_compared(given, *wish, whole, slide, path) ? done : failed;
}

} // namespace cli
