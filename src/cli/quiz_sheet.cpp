// SPDX-License-Identifier: MIT
#include "cli/quiz_sheet.h"

#include "archive/new_file.h"
#include "drawing/drawing.h"

#include <QBuffer>
#include <QPdfWriter>
#include <QTextDocument>

namespace cli {
namespace {

QString html(const words::Language &language, const lessons::Quiz &quiz, uint64_t seed, bool solved)
{
    QString text = QStringLiteral("<h2>%1</h2>").arg((solved ? language.say("Quiz", "I/O models: the answers of examination %1")
                                                             : language.say("Quiz", "I/O models: examination %1")).arg(seed).toHtmlEscaped());
    size_t run = quiz.runs.size();
    for (size_t i = 0; i < quiz.questions.size(); ++i) {
        const lessons::QuizQuestion &question = quiz.questions[i];
        const lessons::QuizRun &of = quiz.runs[question.run];
        if (!solved && run != question.run && !of.script.isEmpty()) {
            const QString title = (of.is_lesson ? language.say("Quiz", "The script of the lesson “%1”, played on the server “%2”:")
                                                : language.say("Quiz", "The script “%1”, played on the server “%2”:"))
                                      .arg(of.name, of.server);
            const QString waits = language.say("Quiz", "At “…” it waits until what was done before has had its effect.");
            text += QStringLiteral("<p style=\"page-break-after: avoid\"><b>%1</b><br>%2</p><pre>%3</pre>").arg(title.toHtmlEscaped(), waits.toHtmlEscaped(), of.script.toHtmlEscaped());
        }
        run = question.run;
        text += QStringLiteral("<p><b>%1.</b> %2</p>").arg(i + 1).arg(question.text.toHtmlEscaped());
        if (solved)
            text += QStringLiteral("<p><b>%1</b>%2</p>")
                        .arg(question.answer.text.toHtmlEscaped(), question.wrong.isEmpty() ? QString() : QStringLiteral("<br>") + question.wrong.toHtmlEscaped());
        else
            text += QStringLiteral("<p>……………………………………………………………………………………………………</p>");
    }
    return text;
}

} // namespace

archive::Result write_sheet(const words::Language &language, const lessons::Quiz &quiz, uint64_t seed, bool solved, const QString &path)
{
    QByteArray bytes;
    {
        QBuffer buffer(&bytes);
        buffer.open(QIODevice::WriteOnly);
        QPdfWriter writer(&buffer);
        writer.setPageSize(QPageSize(QPageSize::A4));
        writer.setTitle(language.say("Quiz", "I/O models: examination %1").arg(seed));
        QTextDocument document;
        const drawing::Theme theme = drawing::Theme::of(drawing::ThemeName::print);
        document.setDefaultFont(QFont(theme.family, 11));
        document.setHtml(html(language, quiz, seed, solved));
        document.print(&writer);
    }
    return archive::new_file(path, [&bytes](QIODevice &file, const archive::StillGood &) { file.write(bytes); });
}

} // namespace cli
