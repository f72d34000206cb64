// SPDX-License-Identifier: MIT
// One language: its translations and its way of writing numbers. A value to pass along, so that a picture can be made
// in a language that is not the window's.
#pragma once

#include <QLocale>
#include <QString>
#include <QStringList>

#include <memory>
#include <span>

class QTranslator;

namespace words {

class Language {
public:
    // A language of the program. To add one: a row in language.cpp, translations/iomodels_CODE.ts.
    struct Known {
        const char *code, *own_name; // own_name: what it is called in itself, UTF-8
        QLocale::Language language;
        QLocale::Country country;
    };
    static std::span<const Known> known(); // English, in which the texts are written, last
    static QStringList codes();            // of these
    static QString of_system();            // the code of the one that the user's system speaks; of another: English

    // Of any other code it is English.
    explicit Language(const QString &code = {});

    QString code() const;
    const QLocale &locale() const { return m_locale; }
    // The translations, for QCoreApplication::installTranslator(); lives as long as this.
    QTranslator *translator() const { return m_translator.get(); }

    // The text of `context` in this language; `n` chooses the plural and replaces %n. lupdate knows say() as
    // translate(); give `n` as a plain variable: on a comma, a bracket or a template in that argument lupdate 6.4
    // never comes to an end.
    QString say(const char *context, const char *text, const char *comment = nullptr, int n = -1) const;

    // 1.234,5 or 1,234.5
    QString number(qlonglong value) const;
    QString number(double value, int decimals) const;
    // A duration in the unit that suits it, three significant figures: "2.41 ms", "2,41 ms".
    QString duration(qint64 ns) const;
    // "4,096 bytes"
    QString bytes(qint64 count) const;
    // "a, b or c", "a, b and c"
    QString either(const QStringList &items) const;
    QString all_of(const QStringList &items) const;

private:
    const Known *m_known;
    QLocale m_locale;
    std::shared_ptr<QTranslator> m_translator;
};

} // namespace words
