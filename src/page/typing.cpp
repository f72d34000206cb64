// SPDX-License-Identifier: MIT
#include "page/typing.h"

#include "page/text.h"

#include <QCoreApplication>

namespace page {
namespace {

constexpr std::pair<const char *, const char *> table[] = {
    {"title", QT_TRANSLATE_NOOP("Page", "A client of the server on the screen")},
    {"under_way", QT_TRANSLATE_NOOP("Page", "connect(): the connection is being made …")},
    {"open", QT_TRANSLATE_NOOP("Page", "Connected. What you type goes to the real server.")},
    {"ended", QT_TRANSLATE_NOOP("Page", "The connection has ended.")},
    {"refused", QT_TRANSLATE_NOOP("Page", "Nobody was let in: perhaps no server is running, or too many are in already.")},
    {"gone", QT_TRANSLATE_NOOP("Page", "You have closed the connection.")},
    {"said", QT_TRANSLATE_NOOP("Page", "What was sent and received")},
    {"what", QT_TRANSLATE_NOOP("Page", "A line to send")},
    {"send", QT_TRANSLATE_NOOP("Page", "Send")},
    {"connect", QT_TRANSLATE_NOOP("Page", "Connect")},
    {"close", QT_TRANSLATE_NOOP("Page", "Close the connection")},
};

} // namespace

QByteArray typing_page(const QString &language)
{
    QJsonObject all;
    for (const auto &[name, text] : table)
        all[QLatin1String(name)] = in_all([text = text](const words::Language &each) { return each.say("Page", text); });
    QJsonArray names;
    for (const words::Language::Known &known : words::Language::known())
        names += QString::fromUtf8(known.own_name);
    all[QLatin1String("language")] = names;
    const QByteArray words = QJsonDocument(all).toJson(QJsonDocument::Compact);
    const QByteArray languages = QJsonDocument(QJsonArray::fromStringList(words::Language::codes())).toJson(QJsonDocument::Compact);
    return filled(resource("typing.html"),
                  {{"language", language.toUtf8()}, {"words", script_safe(words)}, {"languages", languages}, {"language", language.toUtf8()}});
}

} // namespace page
