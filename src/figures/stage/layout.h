// SPDX-License-Identifier: MIT
// Where everything stands on the stage: the process above, the kernel below, and between them lanes for what crosses.
#pragma once

#include "figures/figure.h"

namespace figures {

struct StageLayout {
    // A card for a client thread, for the peer of a socket that is another program, or for those there is no room for.
    struct Peer {
        int thread = -1; // index into Trace::threads
        int socket = -1; // index into World::sockets: the server's end of an outside program's connection
        int more = 0;    // how many this card stands for
        QRectF rect;
        bool beside = false; // they are threads of the program
    };
    // A card for a socket of the server, or for those there is no room for.
    // Or for descriptors that are its terminal, or the pipe that is standard input.
    struct Place {
        int socket = -1; // index into World::sockets
        int more = 0;
        QRectF rect;
        int row = 0;
        std::vector<int> standard{}; // descriptors: no socket
    };
    QSizeF size;
    qreal boundary = 0; // y
    QRectF server, buffer;
    std::vector<Peer> beside; // threads of the same program, at the same descriptors
    std::vector<Peer> peers;
    std::vector<Place> places;
    qreal buffer_lane = 0, client_lane = 0; // y, between the cards and the boundary: ways to the application's buffer, to a client
    qreal labels = 0;   // top of the strip for the arrows' words, just above the sockets

    bool shows_all() const; // no card stands for several
    const Place *place_of(int socket) const;
    const Place *place_of_standard(int fd) const;
    const Peer *peer_of(const replay::World &world, int thread, int socket) const;
};

// The descriptors of a program that are no sockets, each group with one place: its terminal, or a pipe and the terminal.
std::vector<std::vector<int>> standard_descriptors(const Scene &scene, size_t program);

StageLayout stage_layout(const Scene &scene, QSizeF size);
// The smallest size at which everything can be read.
QSizeF stage_least();

} // namespace figures
