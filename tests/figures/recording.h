// SPDX-License-Identifier: MIT
// Recordings made by hand, for the tests of figures: times in ns after the beginning, which is far from 0.
#pragma once

#include "figures/figure.h"
#include "recording/builder.h"

#include <QImage>
#include <QPainter>

#include <algorithm>

namespace recording {

inline constexpr int64_t began = 7'000'000'000;

class Maker : public Builder {
public:
    Maker() : Builder(began, 4000)
    {
        trace.run.server = "select";
        trace.run.port = 7000;
        trace.run.began = began;
        trace.files = {"select.cpp", "client.cpp"};
    }
    trace::Trace &take()
    {
        trace.append(batch());
        return trace;
    }

    trace::Trace trace;
};

// One select() server, one client that connects and sends "abc"; the server sleeps in select() at the end.
inline trace::Trace &one_client(Maker &maker)
{
    maker.thread("server", Part::server, {"client_FD", "maxfd", "allset", "readfds"});
    maker.lines(R"(
        100                   server    thread_begin()
        1000..9000            server    socket(AF_INET, SOCK_STREAM) = 3
        10'000..12'000        server    bind(3, :7000) = 0
        13'000..15'000        server    listen(3, 128) = 0
        16'000..16'500        server    getsockname(3) = 0 :7000
        20'000                server    FD_ZERO(&allset)
        21'000                server    FD_SET(3, &allset)
        30'000..2'050'000     server    select(4, readfds {3}) = 1 {3} @39
        1'000'000             client 1  thread_begin()
        1'900'000..1'910'000  client 1  socket(AF_INET, SOCK_STREAM) = 3
        2'000'000..2'040'000  client 1  connect(3, :7000) = 0
        2'041'000..2'042'000  client 1  getsockname(3) = 0 :51344
        2'060'000..2'075'000  server    accept(3) = 4 :51344 @52
        2'080'000             server    client_FD[0] = 4
        2'081'000             server    FD_SET(4, &allset)
        2'082'000             server    maxfd = 4
        2'090'000..5'030'000  server    select(5, readfds {3, 4}) = 1 {4} @39
        5'000'000..5'020'000  client 1  send(3, 3) = 3 "abc"
        5'040'000..5'045'000  server    recv(4, 4096) = 3 "abc" @80
        5'046'000..5'060'000  server    send(4, 3) = 3 @81
        5'025'000..5'070'000  client 1  recv(3, 4096) = 3
        5'075'000..           server    select(5, readfds {3, 4}) @39
    )");
    return maker.take();
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
