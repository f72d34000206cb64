// SPDX-License-Identifier: MIT
#include "figures/listing/statements.h"

#include <QSet>

#include <algorithm>

namespace figures {
namespace {

constexpr int deepest = 12; // lines of the longest statement there is

bool is_keyword(const QString &word)
{
    static const QSet<QString> words{
        QStringLiteral("auto"),    QStringLiteral("bool"),
        QStringLiteral("break"),   QStringLiteral("char"),
        QStringLiteral("const"),   QStringLiteral("continue"),
        QStringLiteral("do"),      QStringLiteral("else"),
        QStringLiteral("false"),   QStringLiteral("for"),
        QStringLiteral("if"),      QStringLiteral("int"),
        QStringLiteral("long"),    QStringLiteral("namespace"),
        QStringLiteral("nullptr"), QStringLiteral("reinterpret_cast"),
        QStringLiteral("return"),  QStringLiteral("sizeof"),
        QStringLiteral("static"),  QStringLiteral("struct"),
        QStringLiteral("switch"),  QStringLiteral("true"),
        QStringLiteral("using"),   QStringLiteral("void"),
        QStringLiteral("while"),   QStringLiteral("#include"),
    };
    return words.contains(word);
}

bool in_word(QChar letter)
{
    return letter.isLetterOrNumber() || letter == u'_';
}

// Where the literal that begins at `from` ends, with its quote.
qsizetype literal_end(const QString &line, qsizetype from)
{
    for (qsizetype i = from + 1; i < line.size(); ++i) {
        if (line[i] == u'\\')
            ++i;
        else if (line[i] == line[from])
            return i + 1;
    }
    return line.size();
}

// How many brackets are open after `line`, and whether an operator at its end calls for more.
int open_after(const QString &line, int open, bool &unfinished)
{
    QString code;
    for (const Stretch &stretch : stretches(line)) {
        if (stretch.style == Stretch::comment)
            break;
        const QStringView words = QStringView(line).mid(stretch.from, stretch.size);
        if (stretch.style == Stretch::literal) {
            code += u'x';
            continue;
        }
        code += words;
        for (const QChar letter : words)
            open += (letter == u'(' || letter == u'[') - (letter == u')' || letter == u']');
    }
    code = code.trimmed();
    unfinished = !code.isEmpty() && QStringView(u"=+-*/&|,?<").contains(code.back());
    return std::max(open, 0);
}

} // namespace

QString commented(const QString &line, const words::Language &language)
{
    for (const Stretch &stretch : stretches(line)) {
        const QString comment = line.mid(stretch.from + 2).trimmed();
        if (stretch.style == Stretch::comment && !comment.isEmpty())
            return line.first(stretch.from) + QStringLiteral("// ") + language.say("Listings", comment.toUtf8().constData());
    }
    return line;
}

QString narrowed(const QString &line)
{
    qsizetype leading = 0;
    while (leading < line.size() && line[leading] == u' ')
        ++leading;
    return line.mid(leading / 2);
}

Lines statement_at(const QStringList &text, int line)
{
    if (line < 1 || line > text.size())
        return {line, line};
    int first = 1, open = 0;
    for (int number = 1; number <= text.size(); ++number) {
        bool unfinished = false;
        open = open_after(text[number - 1], open, unfinished);
        const bool goes_on = (open > 0 || unfinished) && number - first < deepest;
        if (goes_on)
            continue;
        if (number >= line)
            return {first, number};
        first = number + 1;
        open = 0;
    }
    return {std::min(first, line), int(text.size())};
}

std::vector<Stretch> stretches(const QString &line)
{
    std::vector<Stretch> found;
    const auto add = [&](Stretch::Style style, qsizetype from, qsizetype end) {
        if (from == end)
            return;
        if (!found.empty() && found.back().style == style && style == Stretch::plain)
            found.back().size += end - from;
        else
            found.push_back({style, from, end - from});
    };
    for (qsizetype i = 0; i < line.size();) {
        if (line[i] == u'/' && i + 1 < line.size() && line[i + 1] == u'/') {
            add(Stretch::comment, i, line.size());
            break;
        }
        qsizetype end = i + 1;
        if (line[i] == u'"' || line[i] == u'\'') {
            end = literal_end(line, i);
            add(Stretch::literal, i, end);
        } else if (in_word(line[i]) || line[i] == u'#') {
            const bool number = line[i].isDigit(); // its digits may be grouped: 1'000'000
            while (end < line.size() && (in_word(line[end]) || (number && line[end] == u'\'')))
                ++end;
            add(is_keyword(line.mid(i, end - i)) ? Stretch::keyword : Stretch::plain, i, end);
        } else {
            add(Stretch::plain, i, end);
        }
        i = end;
    }
    return found;
}

std::vector<Row> rows_of(const QString &line, int columns)
{
    columns = std::max(columns, 8);
    qsizetype leading = 0;
    while (leading < line.size() && line[leading].isSpace())
        ++leading;
    const int indent = int(std::min<qsizetype>(leading + 4, columns / 2));
    std::vector<Row> rows;
    qsizetype from = 0;
    while (line.size() - from > columns - (rows.empty() ? 0 : indent)) {
        const qsizetype room = columns - (rows.empty() ? 0 : indent);
        const qsizetype least = (rows.empty() ? leading : from) + 1;
        qsizetype end = line.lastIndexOf(u' ', from + room);
        if (end < least + room / 3) // no space, or so early that half a row stays empty
            for (qsizetype i = from + room; i > std::max(end, least); --i)
                if (QStringView(u"(,").contains(line[i - 1])) {
                    end = i;
                    break;
                }
        if (end < least)
            end = from + room;
        rows.push_back({from, end - from, rows.empty() ? 0 : indent});
        from = end;
        while (from < line.size() && line[from] == u' ')
            ++from;
    }
    if (from < line.size() || rows.empty())
        rows.push_back({from, line.size() - from, rows.empty() ? 0 : indent});
    return rows;
}

} // namespace figures
