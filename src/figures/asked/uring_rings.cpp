// SPDX-License-Identifier: MIT
#include "figures/asked/uring_rings.h"

#include "calls/schema.h"
#include "drawing/sheet.h"
#include "figures/cast.h"
#include "words/parts.h"
#include "words/sentences.h"


#include <algorithm>

namespace figures {
namespace {

using replay::Uring;
using words::Language;

constexpr qreal name_width = 150, apart = 6, least_cell = 92;

// How the three rows lie: with little height the places' numbers stand within them.
struct Rows {
    qreal head, band, box, foot;
    bool numbers_below;
    constexpr qreal height() const { return head + 3 * band + foot; }
    constexpr qreal top(int row) const { return head + row * band + 18; }
};
constexpr Rows spacious{40, 78, 34, 8, true}, dense{20, 43, 24, 0, false};

// "RECV 5": what it does, and with which descriptor.
QString brief(uint8_t code, int fd)
{
    const QString name = words::constant(calls::Type::uring_operation, code).mid(int(sizeof "IORING_OP_") - 1);
    return fd < 0 ? name : QStringLiteral("%1 %2").arg(name).arg(fd);
}

class Rings {
public:
    Rings(Sheet &sheet, const Scene &scene, const Uring &uring, const Rows &rows)
        : m_sheet(sheet), m_scene(scene), m_uring(uring), m_rows(rows)
    {
        for (const Uring::Operation &one : uring.operations)
            (one.done == true ? m_done : one.handed_in ? m_kernel : m_queued).push_back(&one);
        const qreal spare = sheet.size().width() - 2 * measure::margin - name_width;
        m_cells = std::max(3, int((spare + apart) / (least_cell + apart)));
        m_width = (spare + apart) / m_cells - apart;
    }

    void draw()
    {
        const Language &language = m_scene.language;
        draw_name(0, language.say("Figures", "submission ring", "of io_uring"), uint64_t(m_uring.entries));
        draw_submission(m_rows.top(0));
        draw_name(1, language.say("Figures", "in the kernel’s hands", "operations of io_uring"), 0);
        draw_kernel(m_rows.top(1));
        draw_name(2, language.say("Figures", "completion ring", "of io_uring"), uint64_t(m_uring.completion_entries));
        draw_completion(m_rows.top(2));
    }

private:
    QRectF cell(int column, qreal y) const { return {measure::margin + name_width + column * (m_width + apart), y, m_width, m_rows.box}; }

    void draw_name(int row, const QString &words, uint64_t places)
    {
        const qreal y = m_rows.top(row) - (places && !m_rows.numbers_below ? 12 : 0);
        narrow(m_sheet.text({measure::margin, y, name_width - 8, places ? 18 : m_rows.box}, words));
        const int count = int(std::min(places, uint64_t(INT32_MAX)));
        if (count)
            m_sheet.text({measure::margin, y + 18, name_width - 8, 16}, m_scene.language.say("Figures", "%n places", "in a ring", count),
                         Ink::muted);
    }

    // A place of a ring with what stands in it; `position` counts from the beginning, the ring goes round.
    void draw_place(const QRectF &rect, const QString &words, Ink ink, bool inferred, const QString &id, const QString &sentence)
    {
        const bool empty = words.isEmpty();
        Shape &shape = m_sheet.box(rect.adjusted(0.5, 0.5, -0.5, -0.5), empty ? Ink::bit_off : ink, id);
        shape.stroked = true;
        shape.stroke = empty || ink == Ink::faint ? Ink::line : Ink::text;
        shape.dashed = inferred;
        shape.radius = 4;
        if (!empty) {
            Shape &text = m_sheet.code(rect.adjusted(4, 0, -4, 0), words, ink == Ink::faint ? Ink::muted : Ink::paper, ink);
            text.align = Qt::AlignCenter;
            text.bold = ink != Ink::faint;
            text.id = id + QStringLiteral(" words");
            narrow(text);
        }
        m_sheet.part(id, rect, sentence);
    }

    void draw_index(const QRectF &rect, uint64_t position, int64_t places, bool empty)
    {
        const QString index = places > 0 ? QString::number(position % uint64_t(places)) : QString::number(position);
        if (!m_rows.numbers_below && !empty)
            return;
        const QRectF below(rect.left(), rect.bottom() + 1, rect.width(), 16);
        Shape &text = m_sheet.code(m_rows.numbers_below ? below : rect, index, Ink::muted, m_rows.numbers_below ? Ink::paper : Ink::bit_off);
        text.align = Qt::AlignCenter;
    }

    // "head" or "tail" above a place.
    void draw_end(const QRectF &rect, const QString &words, const QString &id)
    {
        Shape &text = m_sheet.text({rect.left() - 30, rect.top() - 18, rect.width() + 60, 16}, words, Ink::changed);
        text.align = Qt::AlignCenter;
        text.bold = true;
        text.id = id;
    }
    void draw_ends(uint64_t first, uint64_t headed, uint64_t tailed, qreal y, const QString &id)
    {
        const Language &language = m_scene.language;
        const auto place = [&](uint64_t position) { return cell(int(position - first), y); };
        const QString head_word = language.say("Figures", "head", "of a ring"), tail_word = language.say("Figures", "tail", "of a ring");
        if (headed == tailed)
            return draw_end(place(headed), language.say("Figures", "head = tail", "of an empty ring"), id + QStringLiteral(" head"));
        if (headed >= first)
            draw_end(place(headed), head_word, id + QStringLiteral(" head"));
        draw_end(place(tailed), tail_word, id + QStringLiteral(" tail"));
    }
    // The first position shown, so that `tail`, and before it some of what is over, has a place.
    uint64_t first_shown(uint64_t headed, uint64_t tailed) const
    {
        const uint64_t room = uint64_t(m_cells - 1);
        const uint64_t over = std::min<uint64_t>(headed, room - std::min<uint64_t>(room, tailed - headed));
        return std::max(headed - over, tailed > room ? tailed - room : 0);
    }

    void draw_submission(qreal y)
    {
        const Language &language = m_scene.language;
        const uint64_t tailed = m_uring.queued_in_all, headed = tailed - std::min<uint64_t>(tailed, m_queued.size());
        const uint64_t first = first_shown(headed, tailed);
        for (int column = 0; column < m_cells; ++column) {
            const uint64_t position = first + uint64_t(column);
            const QString id = QStringLiteral("sqe %1").arg(position);
            const bool queued = position >= headed && position < tailed;
            const Uring::Operation *one = queued ? m_queued[size_t(position - headed)] : nullptr;
            draw_place(cell(column, y), one ? brief(one->code, one->fd) : QString(), Ink::accent, false, id,
                       one ? words::uring_sentence(language, *one)
                           : language.say("Figures", "A free place of the submission ring."));
            draw_index(cell(column, y), position, m_uring.entries, !one);
        }
        draw_ends(first, headed, tailed, y, QStringLiteral("sq"));
    }

    void draw_kernel(qreal y)
    {
        const Language &language = m_scene.language;
        const int count = int(m_kernel.size());
        for (int i = 0; i < std::min(count, m_cells); ++i) {
            const int more = count - m_cells + 1;
            if (i == m_cells - 1 && more > 1) {
                m_sheet.text(cell(i, y), language.say("Figures", "and %n more", "operations", more), Ink::muted);
                return;
            }
            const Uring::Operation &one = *m_kernel[size_t(i)];
            draw_place(cell(i, y), brief(one.code, one.fd), Ink::waiting, !one.done, QStringLiteral("operation %1").arg(one.queued),
                       words::uring_sentence(language, one));
        }
        if (count == 0)
            m_sheet.text({cell(0, y).left(), y, m_cells * (m_width + apart), m_rows.box},
                         language.say("Figures", "none", "no operation is in the kernel's hands"), Ink::muted);
    }

    void draw_completion(qreal y)
    {
        const Language &language = m_scene.language;
        const uint64_t headed = m_uring.seen_in_all, tailed = headed + m_done.size();
        const uint64_t first = first_shown(headed, tailed);
        for (int column = 0; column < m_cells; ++column) {
            const uint64_t position = first + uint64_t(column);
            const QString id = QStringLiteral("cqe %1").arg(position);
            QString words, sentence = language.say("Figures", "A free place of the completion ring.");
            bool inferred = false;
            if (position < headed && headed - position <= m_uring.seen.size()) {
                const Uring::Completion &one = m_uring.seen[m_uring.seen.size() - size_t(headed - position)];
                words = brief(one.code, one.fd) + QStringLiteral(" = %1").arg(one.result);
                sentence = words::uring_sentence(language, one);
            } else if (position >= headed && position < tailed) {
                const Uring::Operation &one = *m_done[size_t(position - headed)];
                words = brief(one.code, one.fd);
                sentence = words::uring_sentence(language, one);
                inferred = true;
            }
            draw_place(cell(column, y), words, inferred ? Ink::signal : Ink::faint, inferred, id, sentence);
            draw_index(cell(column, y), position, m_uring.completion_entries, words.isEmpty());
        }
        draw_ends(first, headed, tailed, y, QStringLiteral("cq"));
    }

    Sheet &m_sheet;
    const Scene &m_scene;
    const Uring &m_uring;
    const Rows &m_rows;
    std::vector<const Uring::Operation *> m_queued, m_kernel, m_done;
    int m_cells = 3;
    qreal m_width = least_cell;
};

void draw_title(Sheet &sheet, const Scene &scene, const Uring &uring, qreal y)
{
    const QString name = QStringLiteral("io_uring %1").arg(uring.fd);
    Shape &title = sheet.code({measure::margin, y, width_of(name, 13, true, true), 20}, name, Ink::muted);
    title.bold = true;
    const qreal x = title.rect.right() + 16;
    const QString words = scene.language.say("Figures", "Memory that the program and the kernel share. Dashed: inferred from what came.");
    narrow(sheet.text({x, y, std::max(40.0, sheet.size().width() - measure::margin - x), 20}, words, Ink::muted));
}

} // namespace

const replay::Uring *uring_of(const Scene &scene)
{
    const size_t server = scene.front_thread();
    const auto found = std::ranges::find(scene.world.urings, server, &Uring::thread);
    return found == scene.world.urings.end() ? nullptr : &*found;
}

QSizeF uring_rings_size(const Scene &)
{
    return {860, spacious.height()};
}

Drawing uring_rings(const Scene &scene, QSizeF size)
{
    const auto shows_all = [](QSizeF place) { return place.width() >= 620; };
    return enlarged(uring_rings_size(scene), size, shows_all, [&](QSizeF place) {
        const Rows &rows = place.height() < spacious.height() ? dense : spacious;
        return at_least({620, rows.height()}, place, [&](QSizeF enough) {
            Sheet sheet(enough);
            const Uring &uring = *uring_of(scene);
            draw_title(sheet, scene, uring, rows.numbers_below ? 8 : 0);
            Rings(sheet, scene, uring, rows).draw();
            sheet.mark(scene.selected);
            return sheet.take();
        });
    });
}

} // namespace figures
