// SPDX-License-Identifier: MIT
#include "words/quoted.h"

#include "calls/names.h"

#include <QStringDecoder>
#include <QStringList>

#include <algorithm>

namespace words {
namespace {

// Without the last character if the recording has cut it in its middle: a UTF-8 character has up to four bytes.
QByteArray whole_characters(QByteArray bytes)
{
    for (qsizetype back = 1; back <= std::min<qsizetype>(3, bytes.size()); ++back) {
        const auto lead = uchar(bytes[bytes.size() - back]);
        if ((lead & 0xC0) == 0x80)
            continue;
        const qsizetype needed = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC0 ? 2 : 1;
        if (needed > back)
            bytes.chop(back);
        break;
    }
    return bytes;
}

QString escaped(QChar character)
{
    switch (character.unicode()) {
    case '\n': return QStringLiteral("\\n");
    case '\r': return QStringLiteral("\\r");
    case '\t': return QStringLiteral("\\t");
    case '"': return QStringLiteral("\\\"");
    case '\\': return QStringLiteral("\\\\");
    default: break;
    }
    if (character.isPrint() || character.isSurrogate())
        return character;
    return QStringLiteral("\\x%1").arg(int(character.unicode()), 2, 16, QLatin1Char('0'));
}

} // namespace

QString as_text(std::string_view utf8)
{
    return QString::fromUtf8(utf8.data(), qsizetype(utf8.size()));
}

QString quoted(const trace::Event &event)
{
    const auto first = calls::preview(event);
    const QByteArray bytes(reinterpret_cast<const char *>(first.data()), qsizetype(first.size()));
    const bool more = event.result > int(first.size());
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    QString text = decoder.decode(more ? whole_characters(bytes) : bytes);
    if (decoder.hasError())
        text = QString::fromLatin1(bytes);
    QString literal = QStringLiteral("\"");
    for (const QChar character : std::as_const(text))
        literal += decoder.hasError() && character.unicode() > 0x7E
            ? QStringLiteral("\\x%1").arg(int(character.unicode()), 2, 16, QLatin1Char('0'))
            : escaped(character);
    literal += QLatin1Char('"');
    return more ? literal + QStringLiteral("…") : literal;
}

QString set_text(const std::vector<int> &members)
{
    constexpr size_t shown = 12, kept_before = 6;
    QStringList parts;
    for (size_t i = 0; i < members.size(); ++i) {
        if (members.size() > shown && i == kept_before) {
            parts += QStringLiteral("…");
            i = members.size() - 1;
        }
        parts += QString::number(members[i]);
    }
    return QLatin1Char('{') + parts.join(QStringLiteral(", ")) + QLatin1Char('}');
}

} // namespace words
