// SPDX-License-Identifier: MIT
#include "figures/asked/pollfds.h"

#include "calls/schema.h"
#include "drawing/excerpt.h"
#include "drawing/sheet.h"
#include "figures/cast.h"
#include "words/parts.h"
#include "words/sentences.h"

#include <algorithm>

namespace figures {
namespace {

using Entry = replay::Polling::Entry;

constexpr qreal head = 62, pitch = 32, least_pitch = 25, foot = 34;
constexpr qreal index_width = 56, fd_width = 52, events_width = 150, apart = 6;

// The entries shown: their indices, or left_out.
std::vector<int> shown(const replay::Polling &polling, int room)
{
    std::vector<int> wanted;
    for (size_t i = 0; i < polling.entries.size(); ++i)
        if (polling.entries[i].revents != 0)
            wanted.push_back(int(i));
    return excerpt(int(polling.entries.size()), room, wanted);
}

class Rows {
public:
    Rows(Sheet &sheet, const Scene &scene, const replay::Polling &polling) : m_sheet(sheet), m_scene(scene), m_polling(polling)
    {
        qreal x = measure::margin;
        for (const qreal width : {index_width, fd_width, events_width, events_width}) {
            m_columns.push_back({x, width});
            x += width + apart;
        }
        m_right = x + 4;
        const qreal spare = sheet.size().height() - head - foot;
        m_pitch = std::clamp(spare / qreal(std::max<size_t>(polling.entries.size(), 1)), least_pitch, pitch);
        m_shown = shown(polling, std::max(3, int(spare / m_pitch + 0.01)));
    }

    void draw()
    {
        const char *names[] = {"", "fd", "events", "revents"};
        for (size_t i = 1; i < std::size(names); ++i) {
            Shape &name = m_sheet.code({m_columns[i].first, head - 24, m_columns[i].second, 20}, QLatin1String(names[i]), Ink::muted);
            name.align = Qt::AlignCenter;
            name.id = QStringLiteral("column ") + QLatin1String(names[i]);
        }
        qreal y = head;
        for (const int index : m_shown) {
            if (index == left_out)
                m_sheet.code(cell(0, y), QStringLiteral("…"), Ink::muted).align = Qt::AlignCenter;
            else
                draw_entry(index, y);
            y += m_pitch;
        }
        if (m_scene.bound_asked)
            return;
        const QString words = QStringLiteral("nfds = %1").arg(m_polling.entries.size());
        Shape &nfds = m_sheet.code({measure::margin, y + 4, width_of(words, 13, true, true), 20}, words, Ink::changed);
        nfds.bold = true;
        nfds.id = QStringLiteral("nfds words");
    }

private:
    QRectF cell(size_t column, qreal y) const { return {m_columns[column].first, y, m_columns[column].second, m_pitch - 4}; }

    void draw_entry(int index, qreal y)
    {
        const Entry &entry = m_polling.entries[size_t(index)];
        const words::Language &language = m_scene.language;
        const QString id = QStringLiteral("pollfd %1").arg(index);
        const bool free = entry.fd < 0, ready = entry.revents != 0;
        Shape &number = m_sheet.code(cell(0, y), QStringLiteral("[%1]").arg(index), Ink::muted);
        number.align = Qt::AlignCenter;
        value_cell(m_sheet, cell(1, y), QString::number(entry.fd), !free, Ink::bit_on, id + QStringLiteral(" fd"));
        value_cell(m_sheet, cell(2, y), words::constant(calls::Type::poll_events, entry.events), false, Ink::bit_on, id + QStringLiteral(" events"));
        const bool failed = m_polling.returned && m_polling.result == -1;
        const QString answer = failed ? QStringLiteral("–") : m_polling.returned ? words::constant(calls::Type::poll_events, entry.revents) : QStringLiteral("?");
        value_cell(m_sheet, cell(3, y), answer, ready, Ink::accent, id + QStringLiteral(" revents"));
        const replay::Socket *socket = m_scene.world.socket(m_polling.thread, entry.fd);
        const qreal width = m_sheet.size().width() - measure::margin - m_right;
        const QString whose = free     ? language.say("Figures", "free: poll() passes it over")
                              : socket ? who(m_scene, *socket, width)
                                       : language.say("Figures", "closed", "the descriptor in a slot of client_FD[]");
        if (width_of(whose) <= width)
            m_sheet.text({m_right, y, width, m_pitch - 4}, whose, free ? Ink::muted : Ink::text).id = id + QStringLiteral(" who");
        m_sheet.part(id, {measure::margin, y, m_sheet.size().width() - 2 * measure::margin, m_pitch - 4},
                     failed ? words::failed_pollfd_sentence(language, index, entry) : words::pollfd_sentence(language, index, entry, m_polling.returned));
    }

    Sheet &m_sheet;
    const Scene &m_scene;
    const replay::Polling &m_polling;
    std::vector<std::pair<qreal, qreal>> m_columns; // x, width
    qreal m_right = 0, m_pitch = pitch;
    std::vector<int> m_shown;
};

void draw_title(Sheet &sheet, const Scene &scene, const replay::Polling &polling)
{
    const QString name = QStringLiteral("struct pollfd[]");
    Shape &title = sheet.code({measure::margin, 8, width_of(name, 13, true, true), 20}, name, Ink::muted);
    title.bold = true;
    const QString words = polling.returned && polling.result == -1 ? scene.language.say("Figures", "poll() failed: it has answered nothing")
        : polling.returned
        ? scene.language.say("Figures", "revents: the kernel’s answer. events stay as they were.")
        : scene.language.say("Figures", "asked of the kernel; none found ready so far");
    const qreal x = title.rect.right() + 16;
    narrow(sheet.text({x, 8, std::max(40.0, sheet.size().width() - measure::margin - x), 20}, words, Ink::muted));
}

} // namespace

const replay::Polling *polling_of(const Scene &scene)
{
    const size_t server = scene.front_thread();
    const auto found = std::ranges::find(scene.world.pollings, server, &replay::Polling::thread);
    return found == scene.world.pollings.end() ? nullptr : &*found;
}

QSizeF pollfds_size(const Scene &scene)
{
    const size_t entries = std::clamp(polling_of(scene)->entries.size(), size_t(3), size_t(8));
    return {760, head + qreal(entries) * pitch + foot};
}

Drawing pollfds(const Scene &scene, QSizeF size)
{
    const replay::Polling &polling = *polling_of(scene);
    const qreal rows = qreal(std::clamp(polling.entries.size(), size_t(3), size_t(4)));
    const auto shows_all = [&](QSizeF place) {
        return qreal(polling.entries.size()) * least_pitch <= place.height() - head - foot;
    };
    return enlarged(pollfds_size(scene), size, shows_all, [&](QSizeF place) {
        return at_least({620, head + rows * least_pitch + foot}, place, [&](QSizeF enough) {
            Sheet sheet(enough);
            draw_title(sheet, scene, polling);
            Rows(sheet, scene, polling).draw();
            sheet.mark(scene.selected);
            return sheet.take();
        });
    });
}

} // namespace figures
