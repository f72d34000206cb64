// SPDX-License-Identifier: MIT
#include "lessons/lesson_file.h"

#include "calls/schema.h"
#include "lessons/told.h"
#include "servers/server.h"

#include <QFile>
#include <QFileInfo>
#include <QStringDecoder>

#include <toml++/toml.h>

#include <algorithm>
#include <array>

namespace lessons {
namespace {

using What = LessonMistake::What;

constexpr std::array about_words{"result", "errno", "bits", "asleep", "descriptor", "slot", "maxfd", "signals", "next", "bytes", "who", "phase"};
constexpr const char *top_keys[] = {"title", "row", "goal", "compare", "run", "timeout", "pause", "send-buffer", "free-descriptors", "queued-signals", "edge",
                                    "notify", "front", "chapter", "end"};
constexpr const char *figure_names[] = {"stage", "sets", "client_FD", "crossing", "phases", "timeline", "listing", "words", "totals", "overview", "terminal",
                                        "bench", "options", "comparison", "cost"};

QString text_of(std::string_view utf8)
{
    return QString::fromUtf8(utf8.data(), qsizetype(utf8.size()));
}

int line_of(const toml::node &node)
{
    return int(node.source().begin.line);
}

[[noreturn]] void wrong(What what, int line, const QString &word = {}, const QStringList &good = {})
{
    throw LessonMistake{what, line, word, good.join(QStringLiteral(", ")), {}};
}

// One table of the file: every key of it is asked for once, and what was not asked for is a mistake.
class Table {
public:
    explicit Table(const toml::table &table, int line = 0) : m_table(table), m_line(line ? line : line_of(table)) {}

    int line() const { return m_line; }
    const toml::node *find(const char *key)
    {
        m_known += QLatin1String(key);
        return m_table.get(key);
    }
    const toml::node &need(const char *key)
    {
        const toml::node *node = find(key);
        if (!node)
            wrong(What::missing_key, m_line, QLatin1String(key));
        return *node;
    }
    QString string(const char *key, bool needed = true)
    {
        const toml::node *node = needed ? &need(key) : find(key);
        if (!node)
            return {};
        const auto value = node->value_exact<std::string>();
        if (!value)
            wrong(What::wrong_type, line_of(*node), QLatin1String(key));
        return text_of(*value);
    }
    // The words in every language: in a table of its own, or as keys of this one.
    Text text(const char *key)
    {
        Table table(sub(key));
        Text text = table.own_text();
        table.end();
        return text;
    }
    Text own_text()
    {
        Text text;
        for (const QString &code : words::Language::codes()) {
            const toml::node *node = find(qUtf8Printable(code));
            const auto value = node ? node->value_exact<std::string>() : std::nullopt;
            if (node && !value)
                wrong(What::wrong_type, line_of(*node), code);
            if (!value || text_of(*value).trimmed().isEmpty())
                wrong(What::missing_language, m_line, code);
            text.by_language[code] = text_of(*value);
            if (const QString unknown = unknown_placeholder(text.by_language[code]); !unknown.isEmpty())
                wrong(What::no_placeholder, line_of(*node), unknown, placeholders());
        }
        return text;
    }
    Text optional_text(const char *key) { return find(key) ? text(key) : Text(); }
    const toml::table &sub(const char *key)
    {
        const toml::node &node = need(key);
        if (!node.is_table())
            wrong(What::wrong_type, line_of(node), QLatin1String(key));
        return *node.as_table();
    }
    // The tables of an array of tables.
    std::vector<Table> tables(const char *key)
    {
        std::vector<Table> all;
        const toml::node *node = find(key);
        if (node && !node->is_array())
            wrong(What::wrong_type, line_of(*node), QLatin1String(key));
        if (node)
            for (const toml::node &each : *node->as_array()) {
                if (!each.is_table())
                    wrong(What::wrong_type, line_of(each), QLatin1String(key));
                all.emplace_back(*each.as_table());
            }
        return all;
    }
    bool flag(const char *key, bool otherwise = false)
    {
        const toml::node *node = find(key);
        if (node && !node->is_boolean())
            wrong(What::wrong_type, line_of(*node), QLatin1String(key));
        return node ? *node->value_exact<bool>() : otherwise;
    }
    std::optional<double> number(const char *key, double least, double most)
    {
        const toml::node *node = find(key);
        if (!node)
            return {};
        const auto value = node->value<double>();
        if (!value || node->is_boolean())
            wrong(What::wrong_type, line_of(*node), QLatin1String(key));
        if (!(*value >= least && *value <= most))
            wrong(What::no_value, line_of(*node), QLatin1String(key));
        return value;
    }
    void end() const { only(m_known); }
    // What else there is is misspelt.
    void only(const QStringList &known) const
    {
        for (const auto &[key, node] : m_table)
            if (const QString name = text_of(key.str()); !known.contains(name))
                wrong(What::unknown_key, int(key.source().begin.line), name, known);
    }

private:
    const toml::table &m_table;
    int m_line;
    QStringList m_known;
};

Moment moment_of(Table &table, const char *key, const QString &words)
{
    const auto read = moment(words);
    const int line = line_of(table.need(key));
    if (!read || read->kind == Moment::step || read->kind == Moment::end)
        wrong(What::no_moment, line, words);
    if (!names_a_call(*read))
        wrong(What::no_call, line, read->name);
    return *read;
}

QString figure(Table &table, const char *key)
{
    const QString name = table.string(key, false);
    if (!name.isEmpty() && std::ranges::none_of(figure_names, [&](const char *each) { return name == QLatin1String(each); }))
        wrong(What::no_figure, line_of(table.need(key)), name, QStringList(std::begin(figure_names), std::end(figure_names)));
    return name;
}

Say say(Table table)
{
    Say say;
    say.line = table.line();
    say.moment = table.string("at");
    say.at = moment_of(table, "at", say.moment);
    say.look = figure(table, "look");
    say.careful = table.flag("careful");
    say.text = table.own_text();
    table.end();
    return say;
}

Ask ask(Table table)
{
    Ask ask;
    ask.line = table.line();
    ask.moment = table.string("before");
    ask.before = moment_of(table, "before", QStringLiteral("before ") + ask.moment);
    const QString about = table.string("about");
    const auto found = std::ranges::find_if(about_words, [&](const char *word) { return about == QLatin1String(word); });
    if (found == about_words.end())
        wrong(What::no_about, line_of(table.need("about")), about, about_names());
    ask.about = About(found - about_words.begin());
    ask.call = table.string("call", false);
    if (!ask.call.isEmpty() && calls::named(ask.call.toStdString()) == trace::Call::count_)
        wrong(What::no_call, line_of(table.need("call")), ask.call);
    ask.of = table.string("of", false);
    if (const QString models = table.string("among", false); !models.isEmpty())
        ask.among = models.split(u',');
    if (const auto below = table.number("below", 0, 1e18))
        ask.below = int64_t(*below);
    ask.least = table.flag("least");
    ask.again = table.flag("again");
    ask.alone = table.flag("alone", true);
    ask.hold = table.flag("hold", true);
    ask.look = figure(table, "look");
    ask.text = table.own_text();
    ask.wrong = table.optional_text("wrong");
    table.end();
    return ask;
}

// The first line of a script's text: behind ''' it begins in the next one.
int script_line(const toml::node &node)
{
    return line_of(node) + (node.source().end.line > node.source().begin.line ? 1 : 0);
}

LessonChapter chapter(Table table, lab::Script &whole)
{
    LessonChapter chapter;
    chapter.line = table.line();
    chapter.title = table.text("title");
    chapter.note = table.optional_text("note");
    constexpr double longest_chapter = 600; // minutes
    chapter.minutes = int(table.number("minutes", 0, longest_chapter).value_or(0));
    lab::Action begins{.kind = lab::Action::chapter, .line = chapter.line};
    for (const auto &[code, title] : chapter.title.by_language)
        begins.titles.emplace_back(code.toStdString(), title.toStdString());
    whole.actions.push_back(std::move(begins));
    const std::string text = chapter.script = table.string("script", false).toStdString();
    const int first = text.empty() ? 0 : script_line(table.need("script"));
    auto parsed = lab::parse(text);
    if (auto *problem = std::get_if<lab::ScriptProblem>(&parsed)) {
        problem->line += first - 1;
        throw LessonMistake{What::script, problem->line, {}, {}, *problem};
    }
    auto &script = std::get<lab::Script>(parsed);
    for (lab::Action &action : script.actions) {
        action.line += first - 1;
        whole.actions.push_back(std::move(action));
    }
    whole.wishes = lab::together(whole.wishes, script.wishes);
    for (Table &each : table.tables("say"))
        chapter.say.push_back(say(std::move(each)));
    for (Table &each : table.tables("ask"))
        chapter.ask.push_back(ask(std::move(each)));
    table.end();
    return chapter;
}

// The options of `iomodels run`, by their names there.
lab::Wishes options(Table &table)
{
    lab::Wishes wishes;
    constexpr double longest = 1e9, most = 1 << 30;
    if (const auto timeout = table.number("timeout", 0, longest))
        wishes.timeout = std::chrono::microseconds(std::llround(*timeout * 1e6));
    if (const auto pause = table.number("pause", 0, longest))
        wishes.pause = std::chrono::microseconds(std::llround(*pause * 1e3));
    if (const auto buffer = table.number("send-buffer", 1, most))
        wishes.send_buffer = int(*buffer);
    if (const auto left = table.number("free-descriptors", 1, 1000))
        wishes.free_descriptors = int(*left);
    wishes.queued_signals = table.flag("queued-signals");
    wishes.edge_triggered = table.flag("edge");
    if (const QString how = table.string("notify", false); !how.isEmpty()) {
        wishes.notify = servers::notify_named(how.toStdString());
        if (!wishes.notify)
            wrong(What::no_value, line_of(table.need("notify")), QStringLiteral("notify"));
    }
    return wishes;
}

bool is_row(const QString &row)
{
    bool number = false;
    const int which = row.sliced(std::min<qsizetype>(1, row.size())).toInt(&number);
    return row.isEmpty() || row == u"beyond" || row == u"mistakes" || (row[0] == u'L' && number && which >= 1 && which <= 14);
}

// The work and its models.
comparison::Plan plan(Table table)
{
    comparison::Plan plan;
    for (const QString &name : table.string("models").split(u',')) {
        plan.entries.push_back(comparison::entry(name.trimmed().toStdString()));
        if (!plan.entries.back().server)
            wrong(What::no_model, line_of(table.need("models")), name);
    }
    constexpr double longest_pace = 10'000;
    plan.workload.clients = int(table.number("clients", 1, comparison::most_clients).value_or(1));
    plan.workload.messages = int(table.number("messages", 1, comparison::most_messages).value_or(10));
    plan.workload.bytes = int64_t(table.number("bytes", 1, comparison::most_bytes).value_or(64));
    plan.workload.pace = std::chrono::microseconds(std::llround(table.number("pace", 0.1, longest_pace).value_or(4) * 1e3));
    plan.workload.repeats = 1;
    table.end();
    return plan;
}

// Who can be chosen from also before he has come.
void count_clients(LessonFile &lesson)
{
    int clients = 0;
    size_t chapter = 0; // counted from 1
    const auto set = [&] {
        if (chapter > 0)
            for (Ask &ask : lesson.chapters[chapter - 1].ask)
                ask.clients = clients;
    };
    for (const lab::Action &action : lesson.script.actions) {
        if (action.kind == lab::Action::chapter) {
            set();
            ++chapter;
        } else if (action.kind == lab::Action::connect) {
            clients = std::max(clients, action.last);
        }
    }
    set();
}

// A chapter that is named is there; what is asked of a chapter names a call where one is needed.
void check_chapters(const LessonFile &lesson)
{
    const auto there = [&](const Moment &moment, int line, const QString &words) {
        if (moment.of_chapter() && moment.which > lesson.chapters.size())
            wrong(What::no_chapter, line, words);
        if ((moment.kind == Moment::comparison) != lesson.comparison.has_value())
            wrong(What::no_moment, line, words);
    };
    for (const LessonChapter &chapter : lesson.chapters) {
        for (const Say &say : chapter.say)
            there(say.at, say.line, say.moment);
        for (const Ask &ask : chapter.ask)
            there(ask.before, ask.line, ask.moment);
    }
}

LessonFile read(const toml::table &file)
{
    Table top(file, 1);
    // First of all: behind [[chaptr]] a [[chapter.say]] would be at fault.
    top.only(QStringList(std::begin(top_keys), std::end(top_keys)));
    LessonFile lesson;
    lesson.title = top.text("title");
    lesson.row = top.string("row", false);
    if (!is_row(lesson.row))
        wrong(What::no_row, line_of(top.need("row")), lesson.row);
    lesson.goal = top.text("goal");
    if (top.find("compare"))
        lesson.comparison = plan(Table(top.sub("compare")));
    lesson.server = top.string("run", !lesson.comparison);
    if (!lesson.comparison && !servers::named(lesson.server.toStdString()))
        wrong(What::no_server, line_of(top.need("run")), lesson.server);
    lesson.wishes = options(top);
    if (const toml::node *front = top.find("front")) {
        if (!front->is_array())
            wrong(What::wrong_type, line_of(*front), QStringLiteral("front"));
        for (const toml::node &each : *front->as_array()) {
            const QString name = text_of(each.value_or(std::string()));
            if (std::ranges::none_of(figure_names, [&](const char *known) { return name == QLatin1String(known); }))
                wrong(What::no_figure, line_of(each), name, QStringList(std::begin(figure_names), std::end(figure_names)));
            lesson.front += name;
        }
    }
    for (Table &each : top.tables("chapter"))
        lesson.chapters.push_back(chapter(std::move(each), lesson.script));
    if (lesson.chapters.empty())
        wrong(What::missing_key, 1, QStringLiteral("chapter"));
    Table last(top.sub("end"));
    lesson.conclusion = last.own_text();
    lesson.figure = figure(last, "figure");
    last.end();
    top.end();
    check_chapters(lesson);
    count_clients(lesson);
    return lesson;
}

// The line of the first byte that is no UTF-8; 0: there is none.
int line_without_text(const QByteArray &toml)
{
    int line = 1;
    for (qsizetype from = 0; from < toml.size(); ++line) {
        qsizetype end = toml.indexOf('\n', from);
        end = end < 0 ? toml.size() : end;
        QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
        const QString decoded = decoder.decode(QByteArrayView(toml).sliced(from, end - from));
        if (decoder.hasError() || decoded.contains(QChar(0)))
            return line;
        from = end + 1;
    }
    return 0;
}

} // namespace

std::variant<LessonFile, LessonMistake> lesson_file(const QByteArray &toml, const QString &name)
{
    if (toml.size() > longest_lesson)
        return LessonMistake{What::too_long, 0, {}, {}, {}};
    if (const int line = line_without_text(toml))
        return LessonMistake{What::no_text, line, {}, {}, {}};
    try {
        const toml::table file = toml::parse(std::string_view(toml.constData(), size_t(toml.size())));
        LessonFile lesson = read(file);
        lesson.name = name;
        lesson.source = toml.toStdString();
        return lesson;
    } catch (const toml::parse_error &error) {
        return LessonMistake{What::no_toml, int(error.source().begin.line), text_of(error.description()), {}, {}};
    } catch (const LessonMistake &mistake) {
        return mistake;
    }
}

std::variant<LessonFile, LessonMistake> lesson_at(const QString &path)
{
    QFile file(path);
    const QFileInfo there(path);
    if (there.isDir())
        return LessonMistake{What::unreadable, 0, qt_error_string(EISDIR), {}, {}};
    if (there.exists() && !there.isFile())
        return LessonMistake{What::no_file, 0, {}, {}, {}};
    if (!file.open(QIODevice::ReadOnly))
        return LessonMistake{What::unreadable, 0, file.errorString(), {}, {}};
    const QByteArray text = file.read(longest_lesson + 1);
    if (file.error() != QFile::NoError)
        return LessonMistake{What::unreadable, 0, file.errorString(), {}, {}};
    return lesson_file(text, there.completeBaseName());
}

QStringList about_names()
{
    return QStringList(about_words.begin(), about_words.end());
}

bool looks_at(const LessonFile &lesson, QStringView figure)
{
    const auto looks = [figure](const auto &each) { return each.look == figure; };
    return lesson.front.contains(figure) || lesson.figure == figure || std::ranges::any_of(lesson.chapters, [&](const LessonChapter &chapter) {
        return std::ranges::any_of(chapter.say, looks) || std::ranges::any_of(chapter.ask, looks);
    });
}

QString name(About about)
{
    return QLatin1String(about_words[size_t(about)]);
}

} // namespace lessons
