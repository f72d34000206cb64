// SPDX-License-Identifier: MIT
#include "whole/catalogue.h"

#include <QFile>
#include <QXmlStreamReader>

#include <algorithm>

namespace whole {

std::vector<int> Saying::numbers(int arg) const
{
    static const QRegularExpression digits("-?[0-9]+");
    std::vector<int> found;
    const auto at = args.find(arg);
    if (at == args.end())
        return found;
    for (auto all = digits.globalMatch(QString(at->second).remove(u',').remove(u'.')); all.hasNext();)
        found.push_back(all.next().captured().toInt());
    if (at->second.startsWith(u'{')) { // a set: its commas part members
        found.clear();
        for (auto all = digits.globalMatch(at->second); all.hasNext();)
            found.push_back(all.next().captured().toInt());
    }
    return found;
}

Catalogue::Catalogue()
{
    for (const char *language : {"en", "vi"})
        take(QStringLiteral(TRANSLATIONS "/iomodels_%1.ts").arg(QLatin1String(language)), QLatin1String(language));
    take(QStringLiteral(TRANSLATIONS "/iomodels_vi.ts"), QString()); // sources without a plural are English as they stand
    for (auto &[language, forms] : m_forms)
        std::ranges::stable_sort(forms, std::greater(), &Form::literal);
}

// `language` empty: the sources themselves.
void Catalogue::take(const QString &path, const QString &language)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("no translations at %s", qPrintable(path));
    QXmlStreamReader xml(&file);
    QString context, source;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        const auto name = xml.name();
        if (name == QLatin1String("name"))
            context = xml.readElementText();
        const bool ours = context == QLatin1String("Explain") || context == QLatin1String("Parts");
        if (name == QLatin1String("source")) {
            source = xml.readElementText();
            if (ours && language.isEmpty()) {
                m_sources += source;
                add(QStringLiteral("en"), source, source);
            }
        } else if (ours && !language.isEmpty() && name == QLatin1String("translation")) {
            const QString whole = xml.readElementText(QXmlStreamReader::IncludeChildElements);
            if (!whole.trimmed().isEmpty() && !whole.startsWith(u'\n'))
                add(language, source, whole);
            else // one line a plural form
                for (const QString &form : whole.split(u'\n', Qt::SkipEmptyParts))
                    if (!form.trimmed().isEmpty())
                        add(language, source, form.trimmed());
        }
    }
}

void Catalogue::add(const QString &language, const QString &source, const QString &text)
{
    static const QRegularExpression place("%([0-9n])");
    Form form{.source = source};
    QString pattern;
    qsizetype at = 0;
    const auto literal = [&](qsizetype until) {
        const QString part = text.mid(at, until - at);
        if (at == 0)
            form.lead = part;
        if (part.size() > form.longest.size())
            form.longest = part;
        form.literal += part.size();
        pattern += QRegularExpression::escape(part);
    };
    for (auto places = place.globalMatch(text); places.hasNext();) {
        const QRegularExpressionMatch one = places.next();
        literal(one.capturedStart());
        const int number = one.captured(1) == u'n' ? 0 : one.captured(1).toInt();
        const auto before = std::ranges::find(form.args, number);
        if (before != form.args.end())
            pattern += QStringLiteral("\\g%1").arg(before - form.args.begin() + 1);
        else
            pattern += number == 0 ? QStringLiteral("([0-9.,]+)") : QStringLiteral("((?:(?!\\. ).)*?)"); // no sentence within
        if (before == form.args.end())
            form.args.push_back(number);
        at = one.capturedEnd();
    }
    literal(text.size());
    form.pattern = QRegularExpression(pattern + QStringLiteral("(?= |$)"), QRegularExpression::DotMatchesEverythingOption);
    if (!form.pattern.isValid())
        qFatal("%s", qPrintable(form.pattern.errorString() + pattern));
    m_forms[language].push_back(std::move(form));
}

bool Catalogue::read(const std::vector<Form> &forms, const QString &text, qsizetype from, std::vector<Saying> &said) const
{
    if (from >= text.size())
        return true;
    const QStringView rest = QStringView(text).mid(from);
    for (const Form &form : forms) {
        if (!rest.startsWith(form.lead) || !rest.contains(form.longest))
            continue;
        const QRegularExpressionMatch match =
            form.pattern.match(text, from, QRegularExpression::NormalMatch, QRegularExpression::AnchorAtOffsetMatchOption);
        if (!match.hasMatch())
            continue;
        Saying saying{.source = form.source};
        for (size_t i = 0; i < form.args.size(); ++i)
            if (form.args[i] == 0)
                saying.n = match.captured(int(i) + 1).remove(u',').remove(u'.').toLongLong();
            else
                saying.args[form.args[i]] = match.captured(int(i) + 1);
        said.push_back(std::move(saying));
        if (read(forms, text, match.capturedEnd() + 1, said))
            return true;
        said.pop_back();
    }
    return false;
}

std::optional<std::vector<Saying>> Catalogue::read(const QString &language, const QString &text) const
{
    const auto [at, is_new] = m_read.try_emplace(language + text);
    if (is_new) {
        std::vector<Saying> said;
        if (read(m_forms.at(language), text, 0, said))
            at->second = std::move(said);
    }
    return at->second;
}

QStringList numbers(const QString &language, const QString &text)
{
    static const QRegularExpression number("[0-9]+(?:[.,][0-9]+)*");
    const QChar thousands = language == QLatin1String("vi") ? u'.' : u',';
    QStringList all;
    for (auto found = number.globalMatch(text); found.hasNext();) {
        QString one = found.next().captured();
        one.remove(thousands);
        all += one.replace(u',', u'.');
    }
    all.sort();
    return all;
}

} // namespace whole
