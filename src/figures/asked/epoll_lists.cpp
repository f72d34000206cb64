// SPDX-License-Identifier: MIT
#include "figures/asked/epoll_lists.h"

#include "calls/schema.h"
#include "drawing/excerpt.h"
#include "drawing/sheet.h"
#include "figures/cast.h"
#include "words/parts.h"
#include "words/sentences.h"

#include <sys/epoll.h>

#include <algorithm>

namespace figures {
namespace {

using replay::Interest;
using Entry = Interest::Entry;

constexpr qreal head = 62, pitch = 32, least_pitch = 25, foot = 34;
constexpr qreal fd_width = 46, events_width = 146, way_width = 34, ready_width = 96, told_width = 128, apart = 6;

// The entries shown: their indices, or left_out.
std::vector<int> shown(const Interest &interest, int room)
{
    std::vector<int> wanted;
    for (size_t i = 0; i < interest.entries.size(); ++i)
        if (interest.entries[i].fd == interest.changed || interest.entries[i].told || interest.entries[i].ready == true)
            wanted.push_back(int(i));
    return excerpt(int(interest.entries.size()), room, wanted);
}

class Rows {
public:
    Rows(Sheet &sheet, const Scene &scene, const Interest &interest) : m_sheet(sheet), m_scene(scene), m_interest(interest)
    {
        qreal x = measure::margin;
        for (const qreal width : {fd_width, events_width, way_width, ready_width, told_width}) {
            m_columns.push_back({x, width});
            x += width + apart;
        }
        m_right = x + 4;
        const qreal spare = sheet.size().height() - head - foot;
        m_pitch = std::clamp(spare / qreal(std::max<size_t>(interest.entries.size(), 1)), least_pitch, pitch);
        m_shown = shown(interest, std::max(3, int(spare / m_pitch + 0.01)));
    }

    void draw()
    {
        const words::Language &language = m_scene.language;
        draw_name(m_columns[0].first, fd_width + apart + events_width, language.say("Figures", "interest list", "of epoll"));
        draw_name(m_columns[3].first, ready_width, language.say("Figures", "ready now", "a descriptor in epoll's ready list, inferred"));
        draw_name(m_columns[4].first, told_width, language.say("Figures", "epoll_wait() told"));
        qreal y = head;
        for (const int index : m_shown) {
            if (index == left_out)
                m_sheet.code(cell(0, y), QStringLiteral("…"), Ink::muted).align = Qt::AlignCenter;
            else
                draw_entry(m_interest.entries[size_t(index)], y);
            y += m_pitch;
        }
        draw_foot(y);
    }

private:
    QRectF cell(size_t column, qreal y) const { return {m_columns[column].first, y, m_columns[column].second, m_pitch - 4}; }

    void draw_name(qreal x, qreal width, const QString &words)
    {
        Shape &name = m_sheet.text({x, head - 24, width, 20}, words, Ink::muted);
        name.align = Qt::AlignCenter;
        narrow(name);
    }

    // The ready list is beside the interest list: what is ready has gone over.
    void draw_ready(const Entry &entry, qreal y, const QString &id)
    {
        const words::Language &language = m_scene.language;
        const QRectF way = cell(2, y);
        if (entry.ready == true) {
            Shape &arrow = m_sheet.line({way.left() - apart, way.center().y()}, {way.right() + apart, way.center().y()}, Ink::signal);
            arrow.arrow = true;
            arrow.width = 2;
            arrow.id = id + QStringLiteral(" way");
        }
        const QString words = !entry.ready ? QStringLiteral("?")
            : *entry.ready ? language.say("Figures", "ready", "a descriptor in epoll's ready list") : QStringLiteral("–");
        value_cell(m_sheet, cell(3, y), words, entry.ready == true, Ink::signal, id + QStringLiteral(" ready"));
    }

    void draw_entry(const Entry &entry, qreal y)
    {
        const QString id = QStringLiteral("interest %1").arg(entry.fd);
        const bool marked = entry.fd == m_interest.changed && is_step(m_scene, m_interest.event);
        value_cell(m_sheet, cell(0, y), QString::number(entry.fd), true, Ink::bit_on, id + QStringLiteral(" fd"), marked);
        value_cell(m_sheet, cell(1, y), words::constant(calls::Type::epoll_events, entry.events), false, Ink::bit_on, id + QStringLiteral(" events"), marked);
        draw_ready(entry, y, id);
        const QString told = m_interest.waiting ? QStringLiteral("?")
            : entry.told ? words::constant(calls::Type::epoll_events, entry.told) : QStringLiteral("–");
        value_cell(m_sheet, cell(4, y), told, entry.unused, Ink::accent, id + QStringLiteral(" told"));
        const replay::Socket *socket = m_scene.world.socket(m_interest.thread, entry.fd);
        const qreal width = m_sheet.size().width() - measure::margin - m_right;
        if (socket && width_of(who(m_scene, *socket, width)) <= width)
            m_sheet.text({m_right, y, width, m_pitch - 4}, who(m_scene, *socket, width)).id = id + QStringLiteral(" who");
        m_sheet.part(id, {measure::margin, y, m_sheet.size().width() - 2 * measure::margin, m_pitch - 4},
                     words::interest_sentence(m_scene.language, entry, m_interest.waiting));
    }

    void draw_foot(qreal y)
    {
        const words::Language &language = m_scene.language;
        const bool edge = std::ranges::any_of(m_interest.entries, [](const Entry &entry) { return entry.events & EPOLLET; });
        const QString words = edge
            ? language.say("Figures", "EPOLLET, edge: epoll_wait() tells of a descriptor once for each arrival.")
            : language.say("Figures", "Level: epoll_wait() tells of a descriptor each time, as long as it is ready.");
        narrow(m_sheet.text({measure::margin, y + 4, m_sheet.size().width() - 2 * measure::margin, 20}, words, Ink::muted));
    }

    Sheet &m_sheet;
    const Scene &m_scene;
    const Interest &m_interest;
    std::vector<std::pair<qreal, qreal>> m_columns; // x, width
    qreal m_right = 0, m_pitch = pitch;
    std::vector<int> m_shown;
};

void draw_title(Sheet &sheet, const Scene &scene, const Interest &interest)
{
    const words::Language &language = scene.language;
    const QString name = QStringLiteral("epoll %1").arg(interest.fd);
    Shape &title = sheet.code({measure::margin, 8, width_of(name, 13, true, true), 20}, name, Ink::muted);
    title.bold = true;
    const QString words = interest.entries.empty()
        ? language.say("Figures", "The interest list is empty. The kernel keeps it.")
        : language.say("Figures", "The kernel keeps both lists. What is ready now is inferred from the recorded calls.");
    const qreal x = title.rect.right() + 16;
    narrow(sheet.text({x, 8, std::max(40.0, sheet.size().width() - measure::margin - x), 20}, words, Ink::muted));
}

} // namespace

const replay::Interest *interest_of(const Scene &scene)
{
    const size_t server = scene.front_thread();
    const auto found = std::ranges::find(scene.world.interests, server, &Interest::thread);
    return found == scene.world.interests.end() ? nullptr : &*found;
}

QSizeF epoll_lists_size(const Scene &scene)
{
    const size_t entries = std::clamp(interest_of(scene)->entries.size(), size_t(3), size_t(8));
    return {760, head + qreal(entries) * pitch + foot};
}

Drawing epoll_lists(const Scene &scene, QSizeF size)
{
    const Interest &interest = *interest_of(scene);
    const qreal rows = qreal(std::clamp(interest.entries.size(), size_t(3), size_t(4)));
    const auto shows_all = [&](QSizeF place) {
        return qreal(interest.entries.size()) * least_pitch <= place.height() - head - foot;
    };
    return enlarged(epoll_lists_size(scene), size, shows_all, [&](QSizeF place) {
        return at_least({620, head + rows * least_pitch + foot}, place, [&](QSizeF enough) {
            Sheet sheet(enough);
            draw_title(sheet, scene, interest);
            Rows(sheet, scene, interest).draw();
            sheet.mark(scene.selected);
            return sheet.take();
        });
    });
}

} // namespace figures
