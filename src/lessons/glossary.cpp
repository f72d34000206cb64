// SPDX-License-Identifier: MIT
#include "lessons/glossary.h"

#include <QCoreApplication>
#include <QFile>

#include <toml++/toml.h>

#include <algorithm>

// The resources of a static library are linked only if something asks for them; this must stand outside any namespace.
static void load_glossary()
{
    Q_INIT_RESOURCE(glossary);
}

namespace lessons {
namespace {

Text text_of(const toml::table &table)
{
    Text text;
    for (const QString &code : words::Language::codes())
        text.by_language[code] = QString::fromStdString(table[code.toStdString()].value_or(std::string()));
    return text;
}

std::vector<Term> read()
{
    load_glossary();
    QFile file(QStringLiteral(":/glossary.toml"));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("The program was built without its glossary");
    const QByteArray toml = file.readAll();
    const toml::table all = toml::parse(std::string_view(toml.constData(), size_t(toml.size())));
    std::vector<Term> terms;
    for (const toml::node &each : *all["term"].as_array()) {
        const toml::table &term = *each.as_table();
        terms.push_back({text_of(term), text_of(*term["means"].as_table()), QString::fromStdString(term["lesson"].value_or(std::string()))});
    }
    return terms;
}

// Without accents and capitals: what is typed on any keyboard finds it.
QString folded(const QString &text)
{
    QString plain;
    for (const QChar letter : text.toLower().normalized(QString::NormalizationForm_D))
        if (letter.category() != QChar::Mark_NonSpacing)
            plain += letter == u'đ' ? QChar(u'd') : letter;
    return plain;
}

// Where `word` stands in `text` as one; -1: nowhere.
qsizetype place(const QString &text, const QString &word)
{
    const auto part_of_word = [&](qsizetype at) { return at >= 0 && at < text.size() && (text[at].isLetterOrNumber() || text[at] == u'_'); };
    for (qsizetype at = text.indexOf(word, 0, Qt::CaseInsensitive); at >= 0; at = text.indexOf(word, at + 1, Qt::CaseInsensitive))
        if (!part_of_word(at - 1) && !part_of_word(at + word.size()))
            return at;
    return -1;
}

} // namespace

std::span<const Term> glossary()
{
    static const std::vector<Term> terms = read();
    return terms;
}

std::vector<const Term *> terms_in(const QString &text, const words::Language &language, size_t most)
{
    std::vector<std::pair<qsizetype, const Term *>> found;
    for (const Term &term : glossary())
        if (const qsizetype at = place(text, term.word.in(language)); at >= 0)
            found.push_back({at, &term});
    std::ranges::sort(found);
    std::vector<const Term *> terms;
    for (const auto &[at, term] : found)
        if (terms.size() < most)
            terms.push_back(term);
    return terms;
}

bool matches(const Term &term, const words::Language &language, const QString &query)
{
    const QString wanted = folded(query.trimmed());
    const auto has = [&](const QString &text) { return folded(text).contains(wanted); };
    return has(term.means.in(language)) || std::ranges::any_of(term.word.by_language, [&](const auto &word) { return has(word.second); });
}

} // namespace lessons
