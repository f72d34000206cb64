// SPDX-License-Identifier: MIT
// The cards on the stage: threads, the application's buffer, sockets.
#pragma once

#include "drawing/sheet.h"
#include "figures/stage/layout.h"

namespace figures {

// Each draws one card with its part for the keyboard.
void server_card(Sheet &sheet, const Scene &scene, const QRectF &rect);
void buffer_card(Sheet &sheet, const Scene &scene, const QRectF &rect);
void peer_card(Sheet &sheet, const Scene &scene, const StageLayout::Peer &peer);
// `origin` is where the bytes in its buffer have just come from; null: they have not.
void socket_card(Sheet &sheet, const Scene &scene, const StageLayout::Place &place, const QRectF &origin);

// Of the program's terminal, or the pipe that is its standard input.
void standard_card(Sheet &sheet, const Scene &scene, const StageLayout::Place &place);
// The bar of a buffer that is filled to that share, 0 to 1; below 0: not known. `origin`: see socket_card().
void draw_bar(Sheet &sheet, const QRectF &rect, double share, const QString &id, const QRectF &origin = {});
// Of so many bytes, where much and little are both to be seen.
double share_of(int64_t bytes);
// "watched" while select() or poll() is asked about descriptor `fd`, "ready" when it has said so; nothing else.
void draw_watch(Sheet &sheet, const Scene &scene, uint16_t table, int fd, const QRectF &row);

// What is in a socket's buffer, or queue: "5 bytes waiting".
QString content_words(const words::Language &, const replay::Socket &socket);

// The call that `thread` is in, or else the one it has completed last, as long as `width` px have room for; empty: none yet.
QString last_call(const Scene &scene, size_t thread, qreal width);

// The server's last read that moved at least one byte, complete at the instant; nullptr: there was none, or if not
// `certain`, none among its latest calls.
struct LastRead {
    const trace::Event *event = nullptr;
    bool certain = true;
};
LastRead last_read(const Scene &scene);

// The id of a connection's bytes from `offset` of its stream on: the same bytes keep it on their way from the socket's
// buffer to the application's.
QString bytes_id(const replay::Socket &socket, int64_t offset);

} // namespace figures
