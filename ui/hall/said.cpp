// SPDX-License-Identifier: MIT
#include "ui/hall/said.h"

#include <QRegularExpression>
#include <QStringList>

namespace ui {

// "recv()", "client_FD[]", "fd_set", "maxfd", "POLLIN" with what stands before and behind it.
static const QRegularExpression &code_in_a_word()
{
    static const QRegularExpression code(QStringLiteral(R"(^([^\w]*)(\w+\(\)|\w*_\w+(?:\[\w*\])?|\w+\[\w*\]|readfds|writefds|exceptfds|allset|maxfd|nfds|errno|)"
                                                        R"(r?events|E[A-Z]{4,}|(?:POLL|EPOLL|SIG|F_|O_|SO_|MSG_|SHUT_)[A-Z_]{2,})([^\w]*)$)"));
    return code;
}

Said::Said(const QString &sentence, qreal width, qreal size, bool bold) : m_size(size), m_bold(bold)
{
    const qreal space = drawing::width_of(QStringLiteral(" "), int(size), bold);
    qreal room = 0; // left in the line
    for (const QString &word : sentence.split(u' ', Qt::SkipEmptyParts)) {
        const QRegularExpressionMatch found = code_in_a_word().match(word);
        std::vector<Run> runs;
        qreal wide = 0;
        const auto parts = found.hasMatch() ? std::vector{std::pair(found.captured(1), false), std::pair(found.captured(2), true), std::pair(found.captured(3), false)}
                                            : std::vector{std::pair(word, false)};
        for (const auto &[words, code] : parts)
            if (!words.isEmpty()) {
                runs.push_back(run(words, code));
                wide += runs.back().width;
            }
        const bool fits = !m_lines.empty() && space + wide <= room;
        if (!fits) {
            m_lines.emplace_back();
            room = width;
        }
        auto &line = m_lines.back();
        if (fits && !line.back().code && !runs.front().code) { // one text, as long as it is of one kind
            line.back() = run(line.back().text + u' ' + runs.front().text, false);
            line.insert(line.end(), runs.begin() + 1, runs.end());
        } else {
            if (fits)
                line.push_back({{}, false, space});
            line.insert(line.end(), runs.begin(), runs.end());
        }
        room -= wide + (fits ? space : 0);
    }
}

int Said::size(bool code) const
{
    constexpr qreal of_code = 0.94; // its letters are higher
    return int(code ? m_size * of_code : m_size);
}

Said::Run Said::run(const QString &words, bool code) const
{
    return {words, code, drawing::width_of(words, size(code), m_bold, code)};
}

void Said::draw(drawing::Sheet &sheet, QPointF at, qreal pitch, drawing::Ink ink, drawing::Ink ground) const
{
    for (const auto &line : m_lines) {
        qreal x = at.x();
        for (const Run &each : line) {
            if (!each.text.isEmpty()) {
                drawing::Shape &text = sheet.text({x, at.y(), each.width + 1, pitch}, each.text, ink, ground);
                text.size = size(each.code);
                text.bold = m_bold;
                text.fixed_pitch = each.code;
            }
            x += each.width;
        }
        at.ry() += pitch;
    }
}

} // namespace ui
