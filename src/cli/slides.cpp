// SPDX-License-Identifier: MIT
#include "cli/slides.h"

#include "cli/compared.h"
#include "cli/option_table.h"
#include "cli/slide_deck.h"
#include "figures/export.h"
#include "figures/slide.h"
#include "lessons/catalogue.h"
#include "lessons/comparison.h"
#include "lessons/followed.h"
#include "lessons/problems.h"
#include "lessons/run.h"

#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>
#include <QTemporaryDir>

#include <algorithm>
#include <map>

namespace cli {
namespace {

using figures::SlideWords;

constexpr std::chrono::seconds patience(30); // of a script's wait
constexpr const char *models_of_six[] = {"blocking-udp", "nonblocking-udp", "select-udp", "sigio-udp", "aio-udp"};

// What stops it all.
struct Stopped {
    bool cancelled = false;
    QString fault;
};

// "The first client" as "first-client": a part of a file's name.
QString slug(QString english)
{
    static const QRegularExpression article(QStringLiteral("^(the|a|an) ")), others(QStringLiteral("[^a-z0-9]+"));
    english = english.toLower().remove(article).replace(others, QStringLiteral("-"));
    while (english.startsWith(u'-'))
        english.remove(0, 1);
    while (english.endsWith(u'-'))
        english.chop(1);
    return english;
}

class Maker {
public:
    Maker(const SlidesWish &wish, const SlidesLookOn &look_on, SlidesDone &outcome) : m_wish(wish), m_look_on(look_on), m_done(outcome) {}

    void make(const QString &folder);

private:
    // A slide and what its file is called.
    struct Made {
        drawing::Drawing drawing;
        QString name, title;
    };
    std::optional<Made> made(const DeckSlide &slide);
    Made of_chapter(const DeckSlide &slide);
    Made of_phases(const DeckSlide &slide);
    Made of_six();
    Made of_comparison(DeckSlide::Kind kind);
    std::optional<Made> of_options(const DeckSlide &slide);
    Made of_table(const QString &name, const QString &title, const std::vector<replay::Measure> &columns);
    const comparison::Result &compared();
    const trace::Trace &run(const lessons::Choice &choice);
    const trace::Trace &datagram(const QString &server);
    bool lacks(const DeckSlide &slide);
    drawing::Drawing on_page(const drawing::Drawing &drawing) const;

    const SlidesWish &m_wish;
    const SlidesLookOn &m_look_on;
    SlidesDone &m_done;
    QString m_lesson;                                  // whose run the next two are
    std::shared_ptr<const lessons::LessonFile> m_file;
    std::unique_ptr<trace::Trace> m_trace;
    std::map<QString, std::unique_ptr<trace::Trace>> m_datagrams; // by server
    std::optional<comparison::Result> m_compared;
    std::optional<figures::OptionsScene> m_options;
};

const trace::Trace &Maker::run(const lessons::Choice &choice)
{
    auto planned = lessons::run_of(choice);
    if (const auto *refusal = std::get_if<lessons::Refusal>(&planned))
        throw Stopped{false, lessons::sentence(m_wish.language, *refusal)};
    const auto &plan = std::get<lessons::PlannedRun>(planned);
    lab::Recorded recorded = lessons::record(plan, patience, {.breaks_off = m_look_on.breaks_off});
    if (recorded.interrupted)
        throw Stopped{true, {}};
    if (recorded.problem)
        throw Stopped{false, lessons::problem(m_wish.language, *recorded.problem)};
    if (recorded.script_problem)
        throw Stopped{false, plan.script_name + QStringLiteral(": ") + lessons::script_problem(m_wish.language, *recorded.script_problem)};
    m_file = plan.lesson;
    m_trace = std::move(recorded.trace);
    return *m_trace;
}

const trace::Trace &Maker::datagram(const QString &server)
{
    auto &kept = m_datagrams[server];
    if (!kept) {
        lessons::Choice choice{.server = server, .script = QStringLiteral("one-datagram")};
        if (server == u"aio-udp")
            choice.wishes.notify = servers::Settings::Notify::signal;
        run(choice);
        m_lesson.clear();
        kept = std::move(m_trace);
    }
    return *kept;
}

// Enlarged or made smaller to the page, in its middle.
drawing::Drawing Maker::on_page(const drawing::Drawing &drawing) const
{
    const qreal factor = std::min(m_wish.page.width() / drawing.size.width(), m_wish.page.height() / drawing.size.height());
    drawing::Drawing whole;
    whole.size = m_wish.page;
    const drawing::Drawing fitting = scaled(drawing, factor);
    place(whole, fitting, QPointF((whole.size.width() - fitting.size.width()) / 2, (whole.size.height() - fitting.size.height()) / 2));
    return whole;
}

Maker::Made Maker::of_phases(const DeckSlide &slide)
{
    const replay::Replay replay(datagram(QString::fromLatin1(slide.of)));
    const replay::Instant instant = replay.last();
    const replay::World world = replay.at(instant);
    const figures::Scene scene{.replay = replay, .world = world, .instant = instant, .language = m_wish.language, .range = {}, .selected = {}};
    drawing::Drawing drawing = on_page(figures::phases(scene, figures::wide_slide));
    const QString title = drawing.parts.empty() ? QString() : drawing.parts.front().sentence;
    static const QRegularExpression number(QStringLiteral("6\\.[1-5]"));
    return {std::move(drawing), QStringLiteral("figure-") + number.match(title).captured().replace(u'.', u'-'), title};
}

Maker::Made Maker::of_six()
{
    figures::SixScene scene{.language = m_wish.language, .rows = {}};
    for (const char *server : models_of_six) {
        const QString name = QString::fromLatin1(server);
        if (auto row = figures::six_row(m_wish.language, replay::Replay(datagram(name)), name, lessons::server_title(m_wish.language, name)))
            scene.rows.push_back(*std::move(row));
    }
    return {on_page(figures::six(scene)), QStringLiteral("figure-6-6"), figures::six_title(scene)};
}

const comparison::Result &Maker::compared()
{
    if (m_compared)
        return *m_compared;
    m_compared = comparison::Result{{comparison::usual(), {}, 1}, {}};
    bool cancelled = false;
    comparison::compare(m_compared->plan, [&] { return cancelled = m_look_on.breaks_off() || cancelled; }, [&](comparison::Run &&run, size_t) { m_compared->add(std::move(run)); });
    if (cancelled)
        throw Stopped{true, {}};
    return *m_compared;
}

// Of the table as much as can be read on a slide.
Maker::Made Maker::of_table(const QString &name, const QString &title, const std::vector<replay::Measure> &columns)
{
    figures::ComparisonScene scene = comparison_scene(m_wish.language, compared());
    const SlideWords said{figures::comparison_title(m_wish.language), title, scene.work};
    scene.work.clear();
    scene.notes.clear(); // for reading, not for a slide
    scene.columns = columns;
    for (figures::Compared &model : scene.models)
        model.example.reset();
    return {figures::slide(said, m_wish.page, [&](QSizeF room) { return figures::comparison(scene, room); }), name, said.above + QStringLiteral(" · ") + title};
}

Maker::Made Maker::of_comparison(DeckSlide::Kind kind)
{
    using enum replay::Measure;
    const words::Language &language = m_wish.language;
    if (kind == DeckSlide::cost)
        return of_table(QStringLiteral("cost"), language.say("Cli", "What it costs"), {system_calls, failed_polls, cpu, voluntary, involuntary, threads});
    if (kind == DeckSlide::delay)
        return of_table(QStringLiteral("delay"), language.say("Cli", "How long it takes"), {longest_blocked, median, worst, planned_median, planned_worst});
    const figures::SixScene scene = slide_scene(language, compared(), {});
    return {on_page(figures::six(scene)), QStringLiteral("one-message"), figures::six_title(scene)};
}

// The sentence of the chapter that is about a figure: the last that is no warning, or else the last.
const lessons::Item *sentence_of(const std::vector<lessons::Item> &items, size_t chapter)
{
    const lessons::Item *found = nullptr;
    for (const lessons::Item &item : items)
        if (item.kind == lessons::Item::say && item.in_chapter == chapter && (!found || found->careful || !item.careful))
            found = &item;
    return found;
}

// The figure, as high as it needs to be, and below it the sockets that it is about.
drawing::Drawing with_stage(const figures::Figure &figure, const figures::Scene &scene, QSizeF room)
{
    constexpr qreal most = 0.55;
    const drawing::Drawing upper = figures::laid_out(figure, scene, {room.width(), std::round(room.height() * most)});
    const qreal high = std::min(figures::used_height(upper) + drawing::measure::margin, upper.size.height());
    drawing::Drawing both;
    both.size = room;
    place(both, upper, {});
    place(both, figures::laid_out(*figures::named(u"stage"), scene, {room.width(), room.height() - high}), {0, high});
    return both;
}

Maker::Made Maker::of_chapter(const DeckSlide &slide)
{
    const QString lesson = QString::fromLatin1(slide.of);
    if (m_lesson != lesson) {
        run({.lesson = lesson});
        m_lesson = lesson;
    }
    const replay::Replay replay(*m_trace);
    const size_t number = size_t(slide.number);
    const lessons::Followed followed = lessons::follow(*m_file, replay, m_wish.language);
    const lessons::Item *item = sentence_of(followed.items, number);
    const auto span = lessons::chapter(*m_trace, number);
    replay::Instant instant = item ? item->instant : span ? replay.at_time(span->to) : replay.last();
    if (slide.at)
        if (const auto moment = lessons::moment(QString::fromLatin1(slide.at)); moment)
            if (const auto there = lessons::place(replay, *moment))
                instant = there->instant;
    const QString looked_at = slide.figure ? QString::fromLatin1(slide.figure) : item ? item->look : QString();
    const figures::Figure *figure = figures::named(looked_at);
    if (!figure && !m_file->front.isEmpty())
        figure = figures::named(m_file->front.front());
    if (!figure)
        figure = figures::named(u"words");
    const replay::World world = replay.at(instant);
    figures::Scene scene{.replay = replay, .world = world, .instant = instant, .language = m_wish.language, .range = {}, .selected = {}, .compact = true};
    if (item)
        scene.front = lessons::program_of(*m_trace, *item).value_or(0);
    if (span && figure->draw == figures::timeline)
        scene.range = {figures::Axis::events, double(replay.at_time(span->from).complete), double(std::max(instant.complete, replay.at_time(span->from).complete + 1))};
    const lessons::LessonChapter &chapter = m_file->chapters[number - 1];
    const SlideWords said{m_file->title.in(m_wish.language), chapter.title.in(m_wish.language), item ? item->text : QString()};
    drawing::Drawing drawing = figures::slide(said, m_wish.page, [&](QSizeF room) { return figures::laid_out(*figure, scene, room); });
    constexpr qreal half_full = 0.6;
    const bool of_sockets = (figure->draw == figures::explanation || figure == figures::named(u"sets")) && !scene.world.sockets.empty();
    if (of_sockets && (figure->draw == figures::explanation || figures::used_height(drawing) < half_full * m_wish.page.height())) {
        drawing::Drawing both = figures::slide(said, m_wish.page, [&](QSizeF room) { return with_stage(*figure, scene, room); });
        if (figures::smallest_letter(both) >= figures::least_letter) // rather less, and large
            drawing = std::move(both);
    }
    return {std::move(drawing),
            slug(chapter.title.in(words::Language())), said.above + QStringLiteral(" · ") + said.title};
}

// Nothing: it has not so many pages.
std::optional<Maker::Made> Maker::of_options(const DeckSlide &slide)
{
    const lessons::LessonFile lesson = lessons::lesson_of_lecture(QString::fromLatin1(slide.of));
    const lessons::LessonChapter &chapter = lesson.chapters[size_t(slide.number - 1)];
    if (!m_options)
        m_options = options_scene(m_wish.language);
    m_options->page = size_t(slide.page);
    const SlideWords said{lesson.title.in(m_wish.language), chapter.title.in(m_wish.language), {}};
    bool there = false;
    drawing::Drawing drawing = figures::slide(said, m_wish.page, [&](QSizeF room) {
        there = m_options->page < figures::option_pages(*m_options, room);
        return figures::options(*m_options, room);
    });
    if (!there)
        return {};
    return Made{std::move(drawing), slug(chapter.title.in(words::Language())), said.above + QStringLiteral(" · ") + said.title};
}

bool Maker::lacks(const DeckSlide &slide)
{
    if (slide.kind != DeckSlide::chapter)
        return false;
    const lessons::LessonFile lesson = lessons::lesson_of_lecture(QString::fromLatin1(slide.of));
    const servers::Server *server = servers::named(lesson.server.toStdString());
    const int error = server && server->lacks ? server->lacks() : 0;
    if (error == 0)
        return false;
    const QString said = lessons::problem(m_wish.language, slide.of, error, 0);
    if (!m_done.left_out.contains(said))
        m_done.left_out += said;
    return true;
}

std::optional<Maker::Made> Maker::made(const DeckSlide &slide)
{
    if (lacks(slide))
        return {};
    switch (slide.kind) {
    case DeckSlide::chapter: return of_chapter(slide);
    case DeckSlide::options: return of_options(slide);
    case DeckSlide::phases: return of_phases(slide);
    case DeckSlide::six: return of_six();
    default: return of_comparison(slide.kind);
    }
}

void Maker::make(const QString &folder)
{
    std::vector<DeckSlide> wanted;
    for (const DeckSlide &slide : slide_deck())
        if (m_wish.rows.isEmpty() || m_wish.rows.contains(QLatin1String(slide.row)))
            wanted.push_back(slide);
    std::map<QString, int> numbers; // of slides so far, by row
    const drawing::Theme theme = drawing::Theme::of(m_wish.theme);
    for (size_t i = 0; i < wanted.size(); ++i) {
        if (m_look_on.breaks_off())
            throw Stopped{true, {}};
        m_look_on.progressed(int(i), int(wanted.size()));
        const QString row = QString::fromLatin1(wanted[i].row);
        const auto one = made(wanted[i]);
        if (!one)
            continue;
        const int number = ++numbers[row];
        QStringList sentences;
        for (const drawing::Part &part : one->drawing.parts)
            sentences += part.sentence;
        const QString path = QStringLiteral("%1/%2-%3-%4.%5").arg(folder, row).arg(number).arg(one->name, m_wish.suffix);
        const auto result = figures::save_picture(one->drawing, theme, one->title, sentences.join(u'\n'), path, m_wish.scale);
        if (!result)
            throw Stopped{false, m_wish.language.say("Cli", "%1 cannot be written: %2").arg(m_wish.folder, result.detail)};
        ++m_done.pictures;
    }
    m_look_on.progressed(int(wanted.size()), int(wanted.size()));
}

// Why nothing can be written there; empty: it can.
QString refused(const SlidesWish &wish)
{
    const QFileInfo there(wish.folder);
    if (there.exists() && (!there.isDir() || !QDir(wish.folder).isEmpty(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot)))
        return wish.language.say("Cli", "%1 is there already: choose the name of a folder that is not, or an empty one.").arg(wish.folder);
    if (const QFileInfo parent(QFileInfo(QDir(wish.folder).absolutePath()).absolutePath()); !parent.isDir() || !parent.isWritable())
        return wish.language.say("Cli", "%1 cannot be written: choose a folder that exists and that you may write to.").arg(wish.folder);
    return {};
}

} // namespace

QStringList slide_rows()
{
    QStringList all;
    for (const DeckSlide &slide : slide_deck())
        if (const QString row = QLatin1String(slide.row); !all.contains(row))
            all += row;
    return all;
}

SlidesDone export_slides(const SlidesWish &wish, const SlidesLookOn &look_on)
{
    SlidesDone outcome;
    outcome.fault = refused(wish);
    if (!outcome.fault.isEmpty())
        return outcome;
    const QString folder = QDir(wish.folder).absolutePath();
    QTemporaryDir beside(QStringLiteral("%1/.%2-XXXXXX").arg(QFileInfo(folder).absolutePath(), QFileInfo(folder).fileName())); // removed with all that is in it
    if (!beside.isValid()) {
        outcome.fault = wish.language.say("Cli", "%1 cannot be written: %2").arg(wish.folder, beside.errorString());
        return outcome;
    }
    try {
        Maker(wish, look_on, outcome).make(beside.path());
    } catch (const Stopped &stopped) {
        outcome.cancelled = stopped.cancelled;
        outcome.fault = stopped.fault;
        return outcome;
    }
    QDir().rmdir(folder); // an empty one
    QFile(beside.path()).setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner | QFile::ReadGroup | QFile::ExeGroup | QFile::ReadOther | QFile::ExeOther);
    if (!QDir().rename(beside.path(), folder)) {
        outcome.fault = wish.language.say("Cli", "%1 cannot be written: choose a folder that exists and that you may write to.").arg(wish.folder);
        return outcome;
    }
    beside.setAutoRemove(false);
    return outcome;
}

} // namespace cli
