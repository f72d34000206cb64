// SPDX-License-Identifier: MIT
#include "figures/stage/programs.h"

#include "drawing/sheet.h"
#include "figures/cast.h"
#include "figures/stage/cards.h"
#include "figures/stage/layout.h"
#include "replay/terminal.h"
#include "words/parts.h"
#include "words/sentences.h"

#include <algorithm>

namespace figures {
namespace {

constexpr qreal head = 30, card_high = 136, table_head = 22, entry_high = 44, between = 64, top = 34, line_high = 19;
constexpr size_t most = 3;

// One descriptor, or 0, 1 and 2 together.
struct Entry {
    QString numbers;
    int socket = -1; // index into World::sockets; -1: the terminal, or the pipe that is standard input
    QRectF rect;
    bool reads = false, pipe = false;
};

struct Column {
    uint16_t program = 0;
    size_t thread = 0;
    QRectF card, table;
    std::vector<Entry> entries;
    int more = 0;
};

Ink ink_of(uint16_t program)
{
    constexpr Ink inks[] = {Ink::text, Ink::accent, Ink::signal, Ink::running, Ink::copying};
    return inks[program % std::size(inks)];
}

// The number of a program among those with a listing: what its letter says.
size_t place_among_listings(const trace::Trace &trace, size_t program)
{
    return size_t(std::count_if(trace.programs.begin(), trace.programs.begin() + ptrdiff_t(std::min(program, trace.programs.size())),
                                [](const trace::Program &one) { return one.origin == trace::Origin::listing; }));
}

QString name_of(const Scene &scene, const Column &column)
{
    const trace::Program &program = scene.replay.trace().programs[column.program];
    const QString name = words::thread_name(scene.language, scene.replay.trace(), column.thread);
    QString listing = QString::fromStdString(program.listing);
    return listing.isEmpty() ? name : name + QStringLiteral(" · ") + listing.section(u'.', 0, 0).replace(u'_', u'-');
}

std::vector<Column> columns_of(const Scene &scene, QSizeF size)
{
    const std::vector<uint16_t> programs = programs_side_by_side(scene);
    std::vector<Column> columns;
    const qreal width = (size.width() - 2 * measure::margin - between * qreal(programs.size() - 1)) / qreal(std::max<size_t>(programs.size(), 1));
    const qreal table_top = top + card_high + 2 * measure::gap + 24;
    for (const uint16_t program : programs) {
        const auto thread = trace::main_thread(scene.replay.trace(), program);
        Column column{.program = program, .thread = thread.value_or(0)};
        const qreal left = measure::margin + (width + between) * qreal(columns.size());
        column.card = QRectF(left, top, width, card_high);
        column.table = QRectF(left, table_top + table_head, width, std::max(entry_high, size.height() - table_top - table_head - measure::gap));
        std::vector<Entry> all;
        const auto standard = standard_descriptors(scene, program);
        for (const std::vector<int> &group : standard) {
            QStringList numbers;
            for (const int fd : group)
                numbers += QString::number(fd);
            all.push_back({numbers.join(u' '), -1, {}, group.front() == 0, group.size() == 1});
        }
        for (size_t i = 0; i < scene.world.sockets.size(); ++i)
            if (const replay::Socket &socket = scene.world.sockets[i]; socket.thread == column.thread && !socket.closed)
                all.push_back({QString::number(socket.fd), int(i), {}});
        const size_t room = size_t(std::max(1.0, column.table.height() / entry_high));
        column.more = all.size() > room ? int(all.size() - room + 1) : 0;
        all.resize(all.size() - size_t(column.more));
        qreal y = column.table.top();
        for (Entry &entry : all) {
            entry.rect = QRectF(left, y, width, entry_high);
            y += entry_high;
        }
        column.entries = std::move(all);
        columns.push_back(std::move(column));
    }
    return columns;
}

const Entry *entry_of(const std::vector<Column> &columns, int socket, const Column **of)
{
    for (const Column &column : columns)
        for (const Entry &entry : column.entries)
            if (socket >= 0 && entry.socket == socket) {
                *of = &column;
                return &entry;
            }
    return nullptr;
}

void draw_card(Sheet &sheet, const Scene &scene, const Column &column)
{
    const words::Language &language = scene.language;
    const trace::Trace &trace = scene.replay.trace();
    const Ink ink = ink_of(uint16_t(place_among_listings(trace, column.program)));
    const QString id = QStringLiteral("program %1").arg(column.program);
    Shape &card = sheet.card(column.card, id);
    card.stroke = ink;
    card.width = column.program == scene.front ? 3 : 1.5;
    const QRectF band(column.card.left(), column.card.top(), column.card.width(), head);
    sheet.box(band, ink, id + QStringLiteral(" band")).radius = 4;
    Shape &title = sheet.text(band.adjusted(12, 0, -8, 0), letter_of(uint16_t(place_among_listings(trace, column.program))) + QStringLiteral("  ")
                                  + name_of(scene, column), Ink::paper, ink);
    title.bold = true;
    narrow(title);
    if (column.thread >= scene.world.threads.size())
        return;
    const replay::Thread &now = scene.world.threads[column.thread];
    const qreal left = column.card.left() + 12, width = column.card.width() - 24;
    Shape &call = sheet.code({left, band.bottom() + 5, width, line_high}, last_call(scene, column.thread, width), now.call ? Ink::text : Ink::muted);
    narrow(call);
    sheet.text({left, band.bottom() + 5 + line_high, width, line_high}, words::state_word(language, now), Ink::text).bold = true;
    // What its terminal shows at last.
    if (const auto terminal = replay::terminal_of(scene.replay, column.program, scene.instant)) {
        const QRectF screen(left, band.bottom() + 8 + 2 * line_high, width, column.card.bottom() - band.bottom() - 14 - 2 * line_high);
        Shape &frame = sheet.box(screen, Ink::panel, id + QStringLiteral(" screen"));
        frame.radius = 4;
        frame.stroked = true;
        const size_t room = size_t(std::max(1.0, (screen.height() - 4) / line_high)), count = terminal->pieces.size();
        qreal y = screen.top() + 3;
        for (size_t i = count > room ? count - room : 0; i < count; ++i, y += line_high) {
            const replay::Terminal::Piece &piece = terminal->pieces[i];
            const bool typed = piece.who != replay::Terminal::Piece::written;
            const QString words = piece.who == replay::Terminal::Piece::end_of_file ? QStringLiteral("Ctrl-D")
                                                                                     : QString::fromStdString(piece.text).section(u'\n', 0, 0);
            Shape &text = sheet.code({screen.left() + 8, y, screen.width() - 16, line_high}, (typed ? QStringLiteral("> ") : QString()) + words,
                                     typed ? Ink::accent : Ink::text, Ink::panel);
            narrow(text);
        }
    }
    sheet.part(QStringLiteral("thread %1").arg(column.thread), column.card, words::thread_sentence(language, scene.world, trace, column.thread));
}

QString waiting_words(const Scene &scene, const replay::Socket &socket)
{
    const words::Language &language = scene.language;
    if (socket.role == replay::SocketState::listening || socket.role == replay::SocketState::bound || socket.datagrams)
        return socket.queue ? language.say("Figures", "in its queue: %1", "connections or datagrams").arg(*socket.queue) : language.say("Figures", "in its queue: not known");
    if (!socket.receive_bytes)
        return language.say("Figures", "to be read: not known");
    return *socket.receive_bytes == 0 ? language.say("Figures", "to be read: nothing")
                                      : language.say("Figures", "to be read: %1", "bytes").arg(language.bytes(*socket.receive_bytes));
}

void draw_entry(Sheet &sheet, const Scene &scene, const std::vector<Column> &columns, const Column &column, const Entry &entry)
{
    const words::Language &language = scene.language;
    const trace::Trace &trace = scene.replay.trace();
    const QRectF inner = entry.rect.adjusted(10, 3, -8, -3);
    const qreal numbers = 52;
    Shape &number = sheet.code({inner.left(), inner.top(), numbers, line_high}, entry.numbers, ink_of(uint16_t(place_among_listings(trace, column.program))));
    number.bold = true;
    const QRectF upper(inner.left() + numbers, inner.top(), inner.width() - numbers, line_high), lower = upper.translated(0, line_high);
    if (entry.socket < 0) {
        const auto terminal = replay::terminal_of(scene.replay, column.program, scene.instant);
        const QString what = entry.pipe ? language.say("Figures", "pipe: standard input")
                                        : language.say("Figures", "terminal of %1", "a program's letter").arg(letter_of(uint16_t(place_among_listings(trace, column.program))));
        const QString waits = terminal && !terminal->waiting.empty() ? language.say("Figures", "to be read: %1", "bytes").arg(language.bytes(int64_t(terminal->waiting.size())))
                                                                     : language.say("Figures", "to be read: nothing");
        sheet.text(upper, what);
        if (entry.reads)
            narrow(sheet.text(lower, waits, Ink::muted));
        sheet.part(QStringLiteral("terminal %1 %2").arg(column.program).arg(entry.numbers.section(u' ', 0, 0)), entry.rect, entry.reads ? what + QStringLiteral(". ") + waits : what);
        return;
    }
    const replay::Socket &socket = scene.world.sockets[size_t(entry.socket)];
    const Column *other = nullptr;
    const Entry *there = entry_of(columns, socket.peer, &other);
    QString role = words::role_word(language, trace, socket);
    qreal badge = 0;
    if (there) {
        const size_t place = place_among_listings(trace, other->program);
        const QString words = QStringLiteral("↔ %1 %2").arg(letter_of(uint16_t(place)), there->numbers);
        badge = width_of(words, measure::text, true) + 16;
        const QRectF plate(upper.right() - badge, upper.top() + 1, badge, line_high - 1);
        sheet.box(plate, ink_of(uint16_t(place))).radius = 9;
        Shape &text = sheet.text(plate, words, Ink::paper, ink_of(uint16_t(place)));
        text.bold = true;
        text.align = Qt::AlignCenter;
        role = language.say("Figures", "connected socket");
    }
    narrow(sheet.text(upper.adjusted(0, 0, -badge - 4, 0), role));
    narrow(sheet.text(lower, waiting_words(scene, socket), socket.receive_bytes.value_or(0) > 0 ? Ink::copying : Ink::muted));
    sheet.part(QStringLiteral("socket %1 %2").arg(socket.thread).arg(socket.fd), entry.rect, words::socket_sentence(language, scene.world, trace, socket));
}

// From one table to the other.
void draw_links(Sheet &sheet, const Scene &scene, const std::vector<Column> &columns)
{
    for (size_t i = 0; i < columns.size(); ++i)
        for (const Entry &entry : columns[i].entries) {
            const Column *other = nullptr;
            const Entry *there = entry.socket < 0 ? nullptr : entry_of(columns, scene.world.sockets[size_t(entry.socket)].peer, &other);
            if (!there || other <= &columns[i])
                continue;
            const QPointF from(entry.rect.right(), entry.rect.center().y()), to(there->rect.left(), there->rect.center().y());
            QPainterPath way(from);
            way.cubicTo(from + QPointF(between / 2, 0), to - QPointF(between / 2, 0), to);
            sheet.path(way, Ink::muted).width = 2;
        }
}

} // namespace

std::vector<uint16_t> programs_side_by_side(const Scene &scene)
{
    const trace::Trace &trace = scene.replay.trace();
    std::vector<uint16_t> all;
    for (size_t i = 0; i < trace.programs.size(); ++i) {
        const auto thread = trace::main_thread(trace, i);
        const bool begun = thread && *thread < scene.world.threads.size() && scene.world.threads[*thread].state != replay::State::not_begun;
        if (trace.programs[i].origin == trace::Origin::listing && (begun || i == scene.front))
            all.push_back(uint16_t(i));
    }
    if (all.size() <= most)
        return all;
    const auto front = std::ranges::find(all, scene.front);
    if (front != all.end() && front - all.begin() >= ptrdiff_t(most))
        std::swap(all[most - 1], *front);
    all.resize(most);
    return all;
}

QString letter_of(uint16_t place)
{
    return place == 0 ? QStringLiteral("S") : QString(QChar(u'A' + (place - 1) % 18));
}

QSizeF programs_size(const Scene &scene)
{
    return {programs_side_by_side(scene).size() < 3 ? 760.0 : 980.0, 430};
}

Drawing draw_programs(const Scene &scene, QSizeF size)
{
    const qreal least = 240 * qreal(programs_side_by_side(scene).size()) + between;
    return at_least({least, 340}, size, [&](QSizeF place) {
        const words::Language &language = scene.language;
        Sheet sheet(place);
        const std::vector<Column> columns = columns_of(scene, place);
        const qreal boundary = top + card_high + measure::gap;
        sheet.box({0, boundary, place.width(), place.height() - boundary}, Ink::kernel, QStringLiteral("kernel"));
        Shape &line = sheet.line({0, boundary}, {place.width(), boundary}, Ink::text);
        line.dashed = true;
        line.width = 2;
        sheet.text({measure::margin, 6, place.width() - 2 * measure::margin, 20}, language.say("Figures", "PROCESSES (user space)"), Ink::muted).bold = true;
        sheet.text({measure::margin, boundary + 4, place.width() - 2 * measure::margin, 20}, language.say("Figures", "KERNEL"), Ink::muted, Ink::kernel).bold = true;
        draw_links(sheet, scene, columns);
        for (const Column &column : columns) {
            draw_card(sheet, scene, column);
            const QString table = language.say("Figures", "descriptor table of %1", "a program's letter")
                                      .arg(letter_of(uint16_t(place_among_listings(scene.replay.trace(), column.program))));
            sheet.text({column.table.left(), column.table.top() - table_head, column.table.width(), table_head}, table, Ink::muted, Ink::kernel);
            const qreal high = std::max(entry_high, entry_high * qreal(column.entries.size() + (column.more > 0)));
            Shape &frame = sheet.card(QRectF(column.table.left(), column.table.top(), column.table.width(), high));
            frame.stroke = ink_of(uint16_t(place_among_listings(scene.replay.trace(), column.program)));
            for (const Entry &entry : column.entries)
                draw_entry(sheet, scene, columns, column, entry);
            if (column.more > 0)
                sheet.text({column.table.left() + 10, column.table.top() + entry_high * qreal(column.entries.size()), column.table.width() - 20, entry_high},
                           language.say("Figures", "… and %n more descriptors", nullptr, column.more), Ink::muted);
        }
        sheet.mark(scene.selected);
        return sheet.take();
    });
}

} // namespace figures
