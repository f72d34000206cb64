// SPDX-License-Identifier: MIT
// Where what is typed waits: the terminal, or the pipe that is standard input, as a socket's card shows its receive buffer.
#include "figures/cast.h"
#include "figures/stage/cards.h"
#include "replay/terminal.h"
#include "words/quoted.h"

namespace figures {

void standard_card(Sheet &sheet, const Scene &scene, const StageLayout::Place &place)
{
    const words::Language &language = scene.language;
    const auto terminal = replay::terminal_of(scene.replay, scene.front, scene.instant);
    if (!terminal)
        return;
    const bool reads = place.standard.front() == 0, pipe = terminal->pipe && reads;
    const QString id = QStringLiteral("standard %1").arg(place.standard.front());
    Shape &card = sheet.card(place.rect, id);
    const QRectF inner = place.rect.adjusted(12, 8, -12, -6);
    const qreal line = (inner.height() - 20) / 5; // as a socket's
    const auto row = [&](qreal which, qreal height = 20) { return QRectF(inner.left(), inner.top() + which * line, inner.width(), height); };
    const int64_t waiting = int64_t(terminal->waiting.size());
    if (reads && terminal->readable()) {
        card.stroke = Ink::accent;
        card.width = 2;
    }
    QStringList numbers;
    for (const int fd : place.standard)
        numbers += QString::number(fd);
    const QString number = QStringLiteral("fd ") + numbers.join(u' ');
    Shape &name = sheet.code({inner.left(), inner.top(), width_of(number, 16, true, true), 23}, number);
    name.bold = true;
    name.size = 16;
    if (reads)
        draw_watch(sheet, scene, uint16_t(scene.front_thread()), 0, row(0, std::min(23.0, 1.1 * line)));
    const QString what = pipe ? language.say("Figures", "pipe: standard input") : language.say("Figures", "terminal /dev/pts/%1").arg(terminal->number);
    narrow(sheet.text(row(1.1), what, Ink::muted));
    QString said = what;
    if (reads) {
        const QString buffer = pipe ? language.say("Figures", "written, not read yet", "bytes in a pipe") : language.say("Figures", "typed, not read yet", "bytes at a terminal");
        narrow(sheet.text(row(2.1), buffer, Ink::muted));
        draw_bar(sheet, row(3.15, line - 3).adjusted(0.5, 0, -0.5, 0), share_of(waiting), QStringLiteral("typed bytes"));
        const QString count = waiting > 0 && terminal->end_waits ? language.say("Figures", "%1, then end of file", "how many bytes").arg(language.bytes(waiting))
            : terminal->end_waits                                ? language.say("Figures", "end of file", "all that is left in a receive buffer")
            : waiting > 0                                        ? language.say("Figures", "%1 waiting", "how many bytes").arg(language.bytes(waiting))
                                                                 : language.say("Figures", "empty", "a buffer or a queue");
        Shape &text = sheet.text(row(4), count, waiting > 0 ? Ink::text : Ink::muted);
        text.bold = waiting > 0;
        narrow(text);
        if (!terminal->unfinished.empty())
            narrow(sheet.text(row(5), language.say("Figures", "%1 more without Enter", "how many bytes").arg(language.bytes(int64_t(terminal->unfinished.size()))), Ink::muted));
        said = language.say("Figures", "%1, %2: %3", "what descriptors are, what waits there, how much").arg(what, buffer, count);
    }
    sheet.part(id, place.rect, language.say("Figures", "%1: %2", "descriptors, what they are").arg(number, said));
}

} // namespace figures
