// SPDX-License-Identifier: MIT
// iomodels list: what there is to run and to draw.
#include "cli/command.h"

#include "figures/figure.h"
#include "lessons/catalogue.h"
#include "lessons/lesson_file.h"
#include "servers/server.h"
#include "words/sentences.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace cli {
namespace {

struct Kind {
    QString name;
    QString title;
    std::vector<std::pair<QString, QString>> rows; // a name, what it is
    std::vector<QString> places{};                 // of lessons: their rows of the lecture
};

Kind lessons_of(const Terminal &terminal)
{
    Kind kind{QStringLiteral("lessons"), terminal.say("Cli", "Lessons:"), {}};
    for (const char *name : lessons::lecture()) {
        const lessons::LessonFile lesson = lessons::lesson_of_lecture(QLatin1String(name));
        kind.rows.emplace_back(lesson.name, lesson.title.in(terminal.language()));
        kind.places.push_back(lesson.row);
    }
    return kind;
}

std::vector<Kind> kinds(const Terminal &terminal)
{
    Kind servers{QStringLiteral("servers"), terminal.say("Cli", "Servers:"), {}};
    for (const servers::Server &server : servers::all()) {
        const QString file = QString::fromUtf8(server.file.data(), qsizetype(server.file.size()));
        const int refused = server.lacks ? server.lacks() : 0;
        const QString meaning = refused ? terminal.say("Cli", "%1 (beyond the lecture; this system refuses it: %2)", "a listing's file, an errno")
                                              .arg(file, words::error_name(refused))
            : server.model == servers::Model::beyond ? terminal.say("Cli", "%1 (beyond the lecture)", "a listing's file").arg(file)
                                                     : file;
        servers.rows.emplace_back(QString::fromUtf8(server.name.data(), qsizetype(server.name.size())), meaning);
    }
    Kind all_lessons = lessons_of(terminal);
    Kind scripts{QStringLiteral("scripts"), terminal.say("Cli", "Scripts:"), {}};
    for (const lessons::Lesson &lesson : lessons::all())
        scripts.rows.emplace_back(QString::fromUtf8(lesson.name), terminal.language().say("Lessons", lesson.title));
    Kind benches{QStringLiteral("benches"), terminal.say("Cli", "Statements for the bench:"), {}};
    for (const lessons::BenchFile &file : lessons::benches())
        benches.rows.emplace_back(QString::fromUtf8(file.name), terminal.language().say("Lessons", file.title));
    Kind figures{QStringLiteral("figures"), terminal.say("Cli", "Figures:"), {}};
    for (const figures::Figure &figure : figures::all())
        figures.rows.emplace_back(QString::fromUtf8(figure.name), figure.title(terminal.language()));
    return {servers, all_lessons, scripts, benches, figures};
}

void print_json(Terminal &terminal, const Kind &kind)
{
    for (size_t i = 0; i < kind.rows.size(); ++i) {
        QJsonObject object{{QStringLiteral("name"), kind.rows[i].first}, {QStringLiteral("title"), kind.rows[i].second}};
        if (!kind.places.empty())
            object[QStringLiteral("row")] = kind.places[i];
        terminal.line(QJsonDocument(object).toJson(QJsonDocument::Compact));
    }
}

int run(const Given &given)
{
    Terminal &terminal = given.terminal;
    const QString wanted = given.arguments.value(0);
    bool any = false;
    for (const Kind &kind : kinds(terminal)) {
        if (!wanted.isEmpty() && wanted != kind.name)
            continue;
        any = true;
        if (given.has("json")) {
            print_json(terminal, kind);
            continue;
        }
        if (wanted.isEmpty())
            terminal.line(kind.title);
        qsizetype width = 12;
        for (const auto &row : kind.rows)
            width = std::max(width, row.first.size());
        for (const auto &[name, meaning] : kind.rows)
            terminal.line(wanted.isEmpty() ? QStringLiteral("  %1 %2").arg(name, int(-width)).arg(meaning) : name);
    }
    if (!any)
        return terminal.misuse(
            given.say("Cli", "There is no list \"%1\", only servers, lessons, scripts, benches and figures.").arg(wanted),
            QStringLiteral("list"));
    return terminal.finish();
}

constexpr Option options[] = {{"json", nullptr, QT_TRANSLATE_NOOP("Cli", "One JSON object a line, with name and title; of a lesson also its row of the lecture.")}};

} // namespace

constinit const Command list_command{
    .name = "list", .arguments = "[servers|lessons|scripts|benches|figures]",
    .summary = QT_TRANSLATE_NOOP("Cli", "List the servers, the lessons, the scripts, the bench's statements and the figures."),
    .more = QT_TRANSLATE_NOOP("Cli", "With one of the five words: just those names, one a line."),
    .options = options, .draws = false, .least = 0, .most = 1, .run = run,
};

} // namespace cli
