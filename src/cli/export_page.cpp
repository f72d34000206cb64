// SPDX-License-Identifier: MIT
#include "cli/export_page.h"

#include "archive/new_file.h"
#include "cli/sources.h"
#include "cli/subject.h"
#include "lessons/catalogue.h"
#include "lessons/problems.h"
#include "page/course.h"
#include "page/page.h"

#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>

namespace cli {
namespace {

constexpr size_t look_every = 8;             // steps between two looks for Ctrl-C
const QString page_suffix = QStringLiteral(".html");

page::Progress until(const HeldSignals &held)
{
    return [&held](size_t step, size_t) { return step % look_every != 0 || !held.arrived(); };
}

int too_long(const Given &given, const QString &path)
{
    return given.terminal.fail(given.say("Cli", "%1 was not written: so many steps do not fit into a page of %2 kB. Choose some with --range FROM-TO.")
                                   .arg(path).arg(page::most_bytes / 1000));
}

// False: why not was said.
bool written(const Given &given, const QByteArray &content, const QString &path)
{
    const auto result = archive::new_file(path, [&](QIODevice &file, const archive::StillGood &) { file.write(content); });
    if (!result)
        given.terminal.fail(lessons::fault(given.terminal.language(), result, path));
    return bool(result);
}

QString size_of(const Given &given, const page::Page &page)
{
    const QString kb = given.terminal.language().number(double(page.html.size()) / 1000, 0);
    const QString steps = given.terminal.language().number(qlonglong(page.steps));
    if (page.left_out == 0)
        return given.say("Cli", "%1 steps, %2 kB", "of a page").arg(steps, kb);
    return given.say("Cli", "%1 steps, %2 kB; left out far from what is said and asked: %3", "of a page; a number of steps")
        .arg(steps, kb, given.terminal.language().number(qlonglong(page.left_out)));
}

// The lessons that are meant: by name, by file, by row of the lecture ("L7"), or "lecture" for all.
QStringList meant(const QStringList &arguments)
{
    QStringList names;
    for (const QString &argument : arguments) {
        QStringList of_row;
        for (const char *name : lessons::lecture())
            if (argument == u"lecture" || lessons::lesson_of_lecture(QString::fromUtf8(name)).row == argument)
                of_row += QString::fromUtf8(name);
        names += of_row.isEmpty() ? QStringList(argument) : of_row;
    }
    names.removeDuplicates();
    return names;
}

} // namespace

int write_page(const Given &given, const QString &path)
{
    static const QRegularExpression form(QStringLiteral("^([0-9]{1,12})-([0-9]{1,12})$"));
    const auto range = form.match(given.value("range"));
    const size_t from = range.captured(1).toULongLong(), to = range.captured(2).toULongLong();
    if (given.has("range") && (!range.hasMatch() || to < from || to == 0))
        return given.terminal.misuse(given.say("Cli", "A range is the numbers of its first and last step, like 20-45, not \"%1\".").arg(given.value("range")),
                                     QStringLiteral("export"));
    const QStringList named = meant(given.arguments.first(1));
    if (named.size() > 1)
        return given.terminal.misuse(given.say("Cli", "%1 stands for several lessons, and a page has one: name a folder for their course, or one of %2.", "a row of the lecture, lessons")
                                         .arg(given.arguments[0], named.join(QStringLiteral(", "))), QStringLiteral("export"));
    if (!can_write(given.terminal, path))
        return failed;
    const HeldSignals held;
    const Subject of = subject(given, named[0], held);
    if (!of.trace && of.lesson && of.lesson->comparison)
        return given.terminal.fail(given.say("Cli", "The lesson %1 compares several runs: it has no page.").arg(of.name));
    if (!of.trace)
        return failed;
    const page::Page page = page::page_of({*of.trace, of.lesson.get(), of.name, given.terminal.language().code(), from, to}, until(held));
    if (page.cancelled)
        return interrupted(given);
    if (page.html.isEmpty())
        return too_long(given, path);
    return written(given, page.html, path) ? done : failed;
}

int write_course(const Given &given, const QString &folder)
{
    Terminal &terminal = given.terminal;
    const QStringList names = meant(given.arguments);
    for (const QString &name : names)
        if (!is_lesson(name))
            return terminal.misuse(given.say("Cli", "A course is made of lessons, and %1 is none; \"iomodels list lessons\" names them.").arg(name), QStringLiteral("export"));
    const QDir there(folder);
    if (!there.exists() && !QDir().mkpath(folder))
        return terminal.fail(given.say("Cli", "The folder %1 cannot be made.").arg(folder));
    const QString language = terminal.language().code(), index = QStringLiteral("index") + page_suffix;
    std::vector<page::Entry> entries;
    int code = done;
    const HeldSignals held;
    for (qsizetype i = 0; i < names.size(); ++i) {
        if (held.arrived())
            return interrupted(given);
        const Subject of = subject(given, names[i], held);
        if (!of.lesson)
            return failed;
        page::Entry entry{*of.lesson, {}};
        QString said = given.say("Cli", "it compares several runs: it has no page", "a lesson");
        if (of.trace) {
            const QString file = of.name + page_suffix, recording = of.name + QStringLiteral(".iotrace");
            if (!save_recording(terminal, *of.trace, there.filePath(recording)))
                return failed;
            const page::Page page = page::page_of({*of.trace, of.lesson.get(), of.name, language, 0, 0, index, recording}, until(held));
            if (page.cancelled)
                return interrupted(given);
            if (page.html.isEmpty())
                code = too_long(given, there.filePath(file));
            else if (!written(given, page.html, there.filePath(file)))
                return failed;
            said = page.html.isEmpty() ? QString() : size_of(given, page);
            entry = {*of.lesson, page.html.isEmpty() ? QString() : file, page.strip, page.chapters, page.questions};
        } else if (!of.lesson->comparison) {
            code = failed; // said why
            said.clear();
        }
        entries.push_back(std::move(entry));
        const QString progress = given.say("Cli", "%1 of %2: %3: %4", "progress; a lesson, what became of it").arg(i + 1).arg(names.size()).arg(of.name, said);
        if (!said.isEmpty() && (!terminal.line(progress) || terminal.finish() != done)) // seen while it goes on
            return failed;
    }
    if (!written(given, page::course_of(entries, language), there.filePath(index)))
        return failed;
    return terminal.finish(code);
}

} // namespace cli
