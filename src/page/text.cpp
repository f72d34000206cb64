// SPDX-License-Identifier: MIT
#include "page/text.h"

#include <QFile>
#include <QJsonDocument>

// The resources of a static library are linked only if something asks for them; this must stand outside any namespace.
static void load_pages()
{
    Q_INIT_RESOURCE(page);
}

namespace page {

const std::vector<words::Language> &languages()
{
    static const std::vector<words::Language> all = [] {
        std::vector<words::Language> each;
        for (const QString &code : words::Language::codes())
            each.emplace_back(code);
        return each;
    }();
    return all;
}

QJsonArray in_all(const std::function<QString(const words::Language &)> &text)
{
    QJsonArray texts;
    for (const words::Language &language : languages())
        texts += text(language);
    return texts;
}

int Texts::number(const QString &key, const QJsonValue &value)
{
    const auto found = m_numbers.constFind(key);
    if (found != m_numbers.constEnd())
        return *found;
    const int number = int(m_all.size());
    m_numbers.insert(key, number);
    m_all += value;
    return number;
}

int Texts::number(const QString &text)
{
    return number(u'"' + text, text);
}

int Texts::number(const QJsonArray &json)
{
    return number(QString::fromUtf8(QJsonDocument(json).toJson(QJsonDocument::Compact)), json);
}

QByteArray resource(const char *name)
{
    load_pages();
    QFile file(QStringLiteral(":/page/%1").arg(QLatin1String(name)));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("The program was built without page/%s", name);
    return file.readAll();
}

QByteArray script_safe(const QByteArray &json)
{
    QByteArray safe = json;
    // In JSON these stand in texts only, and there an escape means the same.
    return safe.replace('<', "\\u003c").replace('>', "\\u003e").replace('&', "\\u0026");
}

QByteArray filled(QByteArray skeleton, const std::vector<std::pair<const char *, QByteArray>> &values)
{
    QByteArray page;
    qsizetype copied = 0;
    for (const auto &[name, value] : values) {
        const QByteArray mark = QByteArray("{{") + name + "}}";
        const qsizetype at = skeleton.indexOf(mark, copied);
        if (at < 0)
            qFatal("A page's skeleton has no %s", mark.constData());
        page += skeleton.sliced(copied, at - copied) + value;
        copied = at + mark.size();
    }
    return page + skeleton.sliced(copied);
}

} // namespace page
