// SPDX-License-Identifier: MIT
#include "figures/asked/requests.h"

#include "calls/schema.h"
#include "drawing/excerpt.h"
#include "drawing/sheet.h"
#include "figures/cast.h"
#include "words/requests.h"
#include "words/sentences.h"


#include <algorithm>

namespace figures {
namespace {

using replay::HelperThread;
using replay::Request;
using words::Language;

constexpr qreal head = 62, pitch = 30, least_pitch = 25, foot = 36, apart = 6;
// One a column: the request's number, the four things passed, how to tell, how far it is, who is at work.
constexpr qreal widths[] = {44, 40, 62, 62, 62, 128, 132};

// The rows shown: indices into World::requests, or left_out. Those in progress without a thread come first.
std::vector<int> shown(const replay::World &world, int room)
{
    std::vector<int> wanted;
    for (size_t i = 0; i < world.requests.size(); ++i)
        if (world.requests[i].unattended || world.requests[i].state == Request::complete || world.requests[i].arrived)
            wanted.push_back(int(i));
    return excerpt(int(world.requests.size()), room, wanted);
}

class Rows {
public:
    Rows(Sheet &sheet, const Scene &scene) : m_sheet(sheet), m_scene(scene)
    {
        qreal x = measure::margin;
        for (const qreal width : widths) {
            m_columns.push_back({x, width});
            x += width + apart;
        }
        m_right = x + 4;
        const qreal spare = sheet.size().height() - head - foot;
        m_pitch = std::clamp(spare / qreal(std::max<size_t>(scene.world.requests.size(), 1)), least_pitch, pitch);
        m_shown = shown(scene.world, std::max(3, int(spare / m_pitch + 0.01)));
    }

    void draw()
    {
        const QString names[] = {{}, QStringLiteral("fd"), QStringLiteral("buf"), QStringLiteral("nbytes"), QStringLiteral("offset"),
                                 QStringLiteral("sigevent"), QStringLiteral("aio_error()")};
        for (size_t i = 1; i < std::size(names); ++i) {
            Shape &name = m_sheet.code({m_columns[i].first, head - 24, m_columns[i].second, 20}, names[i], Ink::muted);
            name.align = Qt::AlignCenter;
            name.id = QStringLiteral("column ") + names[i];
            narrow(name);
        }
        const qreal width = m_sheet.size().width() - measure::margin - m_right;
        Shape &who = m_sheet.text({m_right, head - 24, width, 20},
                                  m_scene.language.say("Figures", "library thread (seen from outside)", "a column's title"), Ink::muted);
        who.id = QStringLiteral("column thread");
        narrow(who);
        qreal y = head;
        for (const int index : m_shown) {
            if (index == left_out)
                m_sheet.code(cell(0, y), QStringLiteral("…"), Ink::muted).align = Qt::AlignCenter;
            else
                draw_request(m_scene.world.requests[size_t(index)], y);
            y += m_pitch;
        }
        draw_count(y + 6);
    }

private:
    QRectF cell(size_t column, qreal y) const { return {m_columns[column].first, y, m_columns[column].second, m_pitch - 4}; }

    void draw_value(size_t column, qreal y, const QString &words, Ink ground, const QString &id)
    {
        const QRectF rect = cell(column, y);
        const bool lit = ground != Ink::bit_off;
        Shape &box = m_sheet.box(rect.adjusted(0.5, 0.5, -0.5, -0.5), ground, id);
        box.stroked = true;
        box.stroke = lit ? ground : Ink::line;
        box.radius = 4;
        const Ink letters = ground == Ink::accent || ground == Ink::bit_on || ground == Ink::copying ? Ink::paper
                            : lit                                                                  ? Ink::text
                                                                                                   : Ink::muted;
        Shape &text = m_sheet.code(rect, words, letters, ground);
        text.align = Qt::AlignCenter;
        text.bold = lit;
        text.id = id + QStringLiteral(" value");
        narrow(text);
    }

    // Who is at work on it, as far as was seen.
    QString at_work(const Request &request) const
    {
        const Language &language = m_scene.language;
        if (request.state != Request::in_progress || (request.arrived && !request.unattended)) // what was seen of it was before
            return {};
        const auto &helpers = m_scene.world.helpers;
        const auto helper = std::ranges::find(helpers, request.helper, &HelperThread::tid);
        if (request.helper && helper != helpers.end())
            return helper->state == 'S'
                ? language.say("Figures", "tid %1 sleeps in %2()", "a thread, a system call")
                      .arg(QString::number(helper->tid), words::system_call_name(helper->call))
                : language.say("Figures", "tid %1 is in %2()", "a thread, a system call")
                      .arg(QString::number(helper->tid), words::system_call_name(helper->call));
        return request.unattended ? language.say("Figures", "none: it waits for one (inferred)", "a thread for a request") : QString();
    }

    void draw_request(const Request &request, qreal y)
    {
        const Language &language = m_scene.language;
        const QString id = QStringLiteral("request %1").arg(request.number);
        m_sheet.code(cell(0, y), QStringLiteral("#%1").arg(request.number), Ink::muted).align = Qt::AlignCenter;
        draw_value(1, y, QString::number(request.fd), Ink::bit_on, id + QStringLiteral(" fd"));
        draw_value(2, y, QStringLiteral("buffer"), Ink::bit_off, id + QStringLiteral(" buf"));
        draw_value(3, y, QString::number(request.bytes), Ink::bit_off, id + QStringLiteral(" nbytes"));
        draw_value(4, y, QString::number(request.offset), Ink::bit_off, id + QStringLiteral(" offset"));
        draw_value(5, y, words::constant(calls::Type::notification, request.notify), Ink::bit_off, id + QStringLiteral(" sigevent"));
        const bool open = request.state == Request::in_progress;
        draw_value(6, y, words::request_state(language, request), !open ? Ink::accent : request.arrived && !request.unattended ? Ink::copying : Ink::waiting,
                   id + QStringLiteral(" state"));
        const qreal width = m_sheet.size().width() - measure::margin - m_right;
        if (const QString who = at_work(request); !who.isEmpty()) {
            Shape &words = m_sheet.text({m_right, y, width, m_pitch - 4}, who, request.unattended ? Ink::signal : Ink::text);
            words.id = id + QStringLiteral(" thread");
            narrow(words);
        }
        m_sheet.part(id, {measure::margin, y, m_sheet.size().width() - 2 * measure::margin, m_pitch - 4},
                     words::request_sentence(language, request));
    }

    void draw_count(qreal y)
    {
        const Language &language = m_scene.language;
        const auto open = std::ranges::count(m_scene.world.requests, Request::in_progress, &Request::state);
        const auto &helpers = m_scene.world.helpers;
        const auto reading = std::ranges::count_if(helpers, [](const HelperThread &helper) { return helper.fd >= 0; });
        const QString outstanding = language.say("Figures", "%n requests outstanding", nullptr, int(open));
        const QString seen = language.say("Figures", "%n threads of the C library at a descriptor (seen from outside)", nullptr, int(reading));
        const QString idle = helpers.size() > size_t(reading)
            ? language.say("Figures", "%n without work", "threads of the C library", int(helpers.size()) - int(reading))
            : QString();
        const auto asked_and_seen = [&](const Request &request) {
            return request.state != Request::in_progress
                || std::ranges::any_of(helpers, [&](const HelperThread &helper) { return helper.seen >= request.since; });
        };
        const bool looked = reading > 0 || std::ranges::all_of(m_scene.world.requests, asked_and_seen);
        QStringList all{outstanding, looked ? seen
                                            : language.say("Figures", "what the threads of the C library do now nobody has looked at yet",
                                                           "since a request was made")};
        if (looked && !idle.isEmpty())
            all += idle;
        const QRectF rect(measure::margin, y, m_sheet.size().width() - 2 * measure::margin, 20);
        Shape &words = m_sheet.text(rect, all.join(QStringLiteral(" · ")), Ink::changed);
        words.bold = true;
        words.id = QStringLiteral("outstanding");
        narrow(words);
        QStringList sentences{all.join(QStringLiteral(", ")) + u'.'};
        for (const HelperThread &helper : helpers)
            sentences += words::helper_sentence(language, helper);
        m_sheet.part(QStringLiteral("outstanding"), rect, sentences.join(u' '));
    }

    Sheet &m_sheet;
    const Scene &m_scene;
    std::vector<std::pair<qreal, qreal>> m_columns; // x, width
    qreal m_right = 0, m_pitch = pitch;
    std::vector<int> m_shown;
};

void draw_title(Sheet &sheet, const Scene &scene)
{
    const QString name = QStringLiteral("struct aiocb");
    Shape &title = sheet.code({measure::margin, 8, width_of(name, 13, true, true), 20}, name, Ink::muted);
    title.bold = true;
    const qreal x = title.rect.right() + 16;
    narrow(sheet.text({x, 8, std::max(40.0, sheet.size().width() - measure::margin - x), 20},
                      scene.language.say("Figures", "asked for by aio_read(), which returned at once; waiting and copying go on beside the "
                                                    "program"),
                      Ink::muted));
}

} // namespace

bool asks_with_requests(const Scene &scene)
{
    return !scene.world.requests.empty() || told_by(scene.replay.trace(), scene.front) == trace::Call::aio_read;
}

namespace {

// Why there is no request to show.
QString no_request(const Scene &scene)
{
    const trace::Trace &trace = scene.replay.trace();
    const auto asked = first_step(scene, trace::Call::aio_read, trace.events().size());
    return asked && *asked < scene.instant.complete
        ? scene.language.say("Figures", "No read is outstanding: every descriptor that one was asked for on is closed now.")
        : scene.language.say("Figures", "No read has been asked for yet.");
}

} // namespace

QSizeF requests_size(const Scene &scene)
{
    const size_t rows = std::clamp(scene.world.requests.size(), size_t(3), size_t(8));
    return {860, head + qreal(rows) * pitch + foot};
}

Drawing requests(const Scene &scene, QSizeF size)
{
    if (scene.world.requests.empty())
        return nothing_to_draw(size, no_request(scene));
    const qreal rows = qreal(std::clamp(scene.world.requests.size(), size_t(3), size_t(4)));
    const auto shows_all = [&](QSizeF place) {
        return qreal(scene.world.requests.size()) * least_pitch <= place.height() - head - foot;
    };
    return enlarged(requests_size(scene), size, shows_all, [&](QSizeF place) {
        return at_least({800, head + rows * least_pitch + foot}, place, [&](QSizeF enough) {
            Sheet sheet(enough);
            draw_title(sheet, scene);
            Rows(sheet, scene).draw();
            sheet.mark(scene.selected);
            return sheet.take();
        });
    });
}

} // namespace figures
