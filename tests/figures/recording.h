// SPDX-License-Identifier: MIT
// Recordings made by hand, for the tests of figures: times in ns after the beginning, which is far from 0.
#pragma once

#include "figures/figure.h"
#include "trace/part.h"

#include <QImage>
#include <QPainter>

#include <algorithm>

namespace recording {

inline constexpr int64_t began = 7'000'000'000;

class Maker {
public:
    Maker()
    {
        trace.run.server = "select";
        trace.run.port = 7000;
        trace.run.began = began;
        trace.files = {"select.cpp", "client.cpp"};
    }
    uint16_t thread(const char *name, Part part, std::vector<std::string> variables = {})
    {
        m_batch.thread_index.push_back(m_batch.threads.size());
        m_batch.threads.push_back(m_cast.thread(name, part, int32_t(4000 + m_batch.threads.size()), std::move(variables)));
        m_batch.programs = m_cast.programs;
        return uint16_t(m_batch.threads.size() - 1);
    }
    // The reference is good until the next event.
    trace::Event &event(uint16_t thread, trace::Call call, int64_t begin, int64_t end, int fd = -1, int result = 0)
    {
        trace::Event &made = m_batch.events.emplace_back();
        made.thread = thread;
        made.call = call;
        made.begin = began + begin;
        made.end = began + end;
        made.fd = fd;
        made.result = result;
        return made;
    }
    trace::Event &in_flight(uint16_t thread, trace::Call call, int64_t begin, int fd = -1)
    {
        m_batch.in_flight_changed = true;
        trace::Event &made = m_batch.in_flight.emplace_back();
        made.thread = thread;
        made.call = call;
        made.begin = began + begin;
        made.fd = fd;
        return made;
    }
    trace::Trace &take()
    {
        std::ranges::stable_sort(m_batch.events, {}, &trace::Event::end);
        trace.append(std::move(m_batch));
        return trace;
    }

    trace::Trace trace;

private:
    trace::Batch m_batch;
    Cast m_cast;
};

// One select() server, one client that connects and sends "abc"; the server sleeps in select() at the end.
inline trace::Trace &one_client(Maker &maker)
{
    using trace::Call;
    const uint16_t server = maker.thread("server", recording::Part::server, {"client_FD", "maxfd", "allset", "readfds"});
    const uint16_t client = maker.thread("client 1", recording::Part::client);
    maker.event(server, Call::thread_begin, 100, 100);
    maker.event(server, Call::socket, 1'000, 9'000, -1, 3).flags = 1;
    maker.event(server, Call::bind, 10'000, 12'000, 3).length = 7000;
    maker.event(server, Call::listen, 13'000, 15'000, 3).length = 128;
    maker.event(server, Call::getsockname, 16'000, 16'500, 3).length = 7000;
    maker.event(server, Call::fd_zero, 20'000, 20'000).flags = 2;
    maker.event(server, Call::fd_set, 21'000, 21'000, 3).flags = 2;
    const auto select = [&](int64_t begin, int64_t end, int nfds, uint64_t asked, uint64_t answered) {
        trace::Event &event = maker.event(server, Call::select, begin, end, nfds, 1);
        event.length = -1;
        event.flags = trace::select_flags::passed(3);
        event.words[0] = asked;
        event.words[1] = answered;
        event.file = 0;
        event.line = 39;
    };
    select(30'000, 2'050'000, 4, 0x8, 0x8);
    maker.event(client, Call::thread_begin, 1'000'000, 1'000'000);
    maker.event(client, Call::socket, 1'900'000, 1'910'000, -1, 3).flags = 1;
    maker.event(client, Call::connect, 2'000'000, 2'040'000, 3).length = 7000;
    maker.event(client, Call::getsockname, 2'041'000, 2'042'000, 3).length = 51344;
    trace::Event &accept = maker.event(server, Call::accept, 2'060'000, 2'075'000, 3, 4);
    accept.length = 51344;
    accept.line = 52;
    maker.event(server, Call::table_assigned, 2'080'000, 2'080'000, 0).length = 4;
    maker.event(server, Call::fd_set, 2'081'000, 2'081'000, 4).flags = 2;
    maker.event(server, Call::number_assigned, 2'082'000, 2'082'000).length = 4;
    select(2'090'000, 5'030'000, 5, 0x18, 0x10);
    trace::Event &send = maker.event(client, Call::send, 5'000'000, 5'020'000, 3, 3);
    send.length = 3;
    send.words[0] = 0x636261;
    trace::Event &recv = maker.event(server, Call::recv, 5'040'000, 5'045'000, 4, 3);
    recv.length = 4096;
    recv.words[0] = 0x636261;
    recv.line = 80;
    trace::Event &echo = maker.event(server, Call::send, 5'046'000, 5'060'000, 4, 3);
    echo.length = 3;
    echo.line = 81;
    trace::Event &back = maker.event(client, Call::recv, 5'025'000, 5'070'000, 3, 3);
    back.length = 4096;
    trace::Event &asleep = maker.in_flight(server, Call::select, 5'075'000, 5);
    asleep.length = -1;
    asleep.flags = trace::select_flags::passed(3);
    asleep.words[0] = 0x18;
    asleep.line = 39;
    trace::Trace &trace = maker.take();
    for (const uint16_t thread : {server, client})
        trace.threads[thread].tid = 4000 + thread;
    return trace;
}

// Each filled box in this ink, also of those that are one shape.
inline std::vector<QRectF> boxes_of(const drawing::Drawing &drawing, drawing::Ink fill)
{
    std::vector<QRectF> boxes;
    for (const drawing::Shape &shape : drawing.shapes) {
        if (!shape.filled || shape.fill != fill)
            continue;
        if (shape.kind == drawing::Shape::box)
            boxes.push_back(shape.rect);
        boxes.insert(boxes.end(), shape.places.begin(), shape.places.end());
    }
    return boxes;
}

inline int count_of(const drawing::Drawing &drawing, drawing::Ink fill)
{
    return int(boxes_of(drawing, fill).size());
}

inline const drawing::Shape *shape_of(const drawing::Drawing &drawing, const QString &id)
{
    const auto found = std::ranges::find(drawing.shapes, id, &drawing::Shape::id);
    return found == drawing.shapes.end() ? nullptr : &*found;
}

inline const drawing::Part *part_of(const drawing::Drawing &drawing, const QString &id)
{
    const auto found = std::ranges::find(drawing.parts, id, &drawing::Part::id);
    return found == drawing.parts.end() ? nullptr : &*found;
}

inline QString all_words(const drawing::Drawing &drawing)
{
    QStringList words;
    for (const drawing::Shape &shape : drawing.shapes)
        if (shape.kind == drawing::Shape::text)
            words += shape.words;
    return words.join(u' ');
}

// Texts that their rectangle cuts, and shapes outside the sheet: a complete figure has neither.
inline QStringList flaws(const drawing::Drawing &drawing)
{
    QStringList found;
    const QRectF sheet = QRectF(QPointF(), drawing.size).adjusted(-1, -1, 1, 1);
    for (const drawing::Shape &shape : drawing.shapes) {
        if (!drawing::fits(shape, drawing::Theme::of(drawing::ThemeName::light)))
            found += QStringLiteral("cut: ") + shape.words;
        const QRectF rect = shape.kind == drawing::Shape::path ? shape.way.boundingRect() : shape.rect.normalized();
        for (const QRectF &place : shape.places)
            if (!shape.rect.adjusted(-0.01, -0.01, 0.01, 0.01).contains(place))
                found += QStringLiteral("a box outside of what is around all");
        if (!sheet.contains(rect.topLeft()) || !sheet.contains(rect.bottomRight()))
            found += QStringLiteral("outside: %1 %2 at %3, %4")
                         .arg(shape.id, shape.words)
                         .arg(rect.right())
                         .arg(rect.bottom());
    }
    return found;
}

} // namespace recording
