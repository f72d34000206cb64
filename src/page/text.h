// SPDX-License-Identifier: MIT
// What all pages are put together from.
#pragma once

#include "words/language.h"

#include <QByteArray>
#include <QHash>
#include <QJsonArray>
#include <QJsonObject>
#include <QString>

#include <functional>
#include <vector>

namespace page {

// The program's languages, in the order that every list of texts in a page has.
const std::vector<words::Language> &languages();
// A text in each of them.
QJsonArray in_all(const std::function<QString(const words::Language &)> &text);

// Each text once; others name it by its number.
class Texts {
public:
    int number(const QString &text);
    int number(const QJsonArray &json);
    const QJsonArray &all() const { return m_all; }

private:
    int number(const QString &key, const QJsonValue &value);
    QHash<QString, int> m_numbers;
    QJsonArray m_all;
};

// The words of the page itself, by name, each in all languages.
QJsonObject ui_words();

// A file of resources/page.
QByteArray resource(const char *name);
// JSON that ends no <script>, whatever its texts are.
QByteArray script_safe(const QByteArray &json);
// A page's skeleton: {{name}} is replaced by what is given for it, once, in their order.
QByteArray filled(QByteArray skeleton, const std::vector<std::pair<const char *, QByteArray>> &values);

} // namespace page
