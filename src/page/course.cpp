// SPDX-License-Identifier: MIT
#include "page/course.h"

#include "page/palette.h"
#include "page/text.h"

#include <QJsonDocument>

#include <algorithm>

namespace page {

QByteArray course_of(const std::vector<Entry> &entries, const QString &language)
{
    Palette palette;
    for (int ink = 0; ink <= int(drawing::Ink::lit); ++ink) {
        palette.fill(drawing::Ink(ink));
        palette.edge(drawing::Ink(ink));
    }
    QJsonArray lessons;
    for (const Entry &entry : entries)
        lessons += QJsonObject{{QStringLiteral("name"), entry.lesson.name},
                               {QStringLiteral("row"), entry.lesson.row},
                               {QStringLiteral("file"), entry.file},
                               {QStringLiteral("title"), in_all([&](const words::Language &in) { return entry.lesson.title.in(in); })},
                               {QStringLiteral("goal"), in_all([&](const words::Language &in) { return entry.lesson.goal.in(in); })},
                               {QStringLiteral("chapters"), qint64(entry.chapters)},
                               {QStringLiteral("questions"), qint64(entry.questions)},
                               {QStringLiteral("strip"), entry.strip}};
    const QJsonObject data{{QStringLiteral("languages"), QJsonArray::fromStringList(words::Language::codes())},
                           {QStringLiteral("words"), ui_words()},
                           {QStringLiteral("lessons"), lessons}};
    const qsizetype opens_in = std::max<qsizetype>(words::Language::codes().indexOf(language), 0);
    const QString title = data[QStringLiteral("words")][QStringLiteral("course")][opens_in].toString();
    return filled(resource("course.html"), {{"language", words::Language::codes()[opens_in].toUtf8()},
                                            {"title", title.toHtmlEscaped().toUtf8()},
                                            {"style", palette.css() + resource("course.css")},
                                            {"data", script_safe(QJsonDocument(data).toJson(QJsonDocument::Compact))},
                                            {"script", resource("common.js") + resource("course.js")}});
}

} // namespace page
