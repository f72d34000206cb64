// SPDX-License-Identifier: MIT
// One language: its translations and its way of writing numbers. A value to pass along, so that a picture can be made
// in a language that is not the window's.
#pragma once

#include <QLocale>
#include <QString>

#include <memory>

class QTranslator;

namespace words {

class Language {
public:
    // "en" or "vi"; anything else gives English.
    explicit Language(const QString &code = QStringLiteral("en"));

    QString code() const { return m_code; }
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

private:
    QString m_code;
    QLocale m_locale;
    std::shared_ptr<QTranslator> m_translator;
};

} // namespace words
