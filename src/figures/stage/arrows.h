// SPDX-License-Identifier: MIT
// What crosses between the cards at the instant shown: connections, data, end of file.
#pragma once

#include "drawing/sheet.h"
#include "figures/stage/layout.h"

#include <optional>

namespace figures {

// One arrow of the instant and its word.
struct Crossing {
    QString id;
    QPainterPath way;
    QString words;
    QPointF label; // where the words begin
    Ink ink = Ink::signal;
    bool dashed = false;
};

// The crossings the instant's event is about; most instants have none.
std::vector<Crossing> crossings(const Scene &scene, const StageLayout &layout);

// Bytes that a client is sending at the instant, or has just sent.
struct Sent {
    int socket = -1; // index into World::sockets: the server's end
    QRectF rect;     // at the client's card
    bool on_the_way = false;
};
std::optional<Sent> sent(const Scene &scene, const StageLayout &layout);

void draw_ways(Sheet &sheet, const std::vector<Crossing> &crossings);
void draw_words(Sheet &sheet, std::vector<Crossing> crossings, const StageLayout &layout);

} // namespace figures
