// SPDX-License-Identifier: MIT
// The program's own sentences, as its translations have them: what is said is read back into them, in either language.
#pragma once

#include <QRegularExpression>
#include <QStringList>

#include <map>
#include <optional>
#include <vector>

namespace whole {

// One sentence: its English source text, and what stands in it.
struct Saying {
    QString source;
    std::optional<qint64> n;  // in place of %n; none: it has no %n, or its form names no number
    std::map<int, QString> args; // by their number: %1
    // The numbers in an argument, as "{3, 4}" has two.
    std::vector<int> numbers(int arg) const;
    qint64 number(int arg) const { return numbers(arg).empty() ? -1 : numbers(arg).front(); }
};

class Catalogue {
public:
    Catalogue();
    // The sentences that `text` is made of; nothing: it is no row of them. `language`: "en" or "vi".
    std::optional<std::vector<Saying>> read(const QString &language, const QString &text) const;
    bool knows(const QString &source) const { return m_sources.contains(source); }

private:
    struct Form {
        QString source, lead, longest; // the text before the first argument, the longest between two
        qsizetype literal = 0;         // letters that are no argument
        QRegularExpression pattern;
        std::vector<int> args;         // which group is which: 0 is %n
    };
    void take(const QString &path, const QString &language);
    void add(const QString &language, const QString &source, const QString &text);
    bool read(const std::vector<Form> &forms, const QString &text, qsizetype from, std::vector<Saying> &said) const;

    std::map<QString, std::vector<Form>> m_forms; // by language, the longest first
    QStringList m_sources;
    mutable std::map<QString, std::optional<std::vector<Saying>>> m_read;
};

// All numbers in a text, written the one way: "1,234.5" and "1.234,5" are 1234.5.
QStringList numbers(const QString &language, const QString &text);

} // namespace whole
