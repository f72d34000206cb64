// SPDX-License-Identifier: MIT
// What the programs with a keyboard and a socket have in common.
#pragma once

#include "servers/server.h"

#include <sys/types.h>

namespace servers {

// The one client of a program that accepts once, or -1, with `ending` filled in unless it is to stop; then `listenfd` is closed. UNP 4.6.
int one_client(const Settings &settings, int &listenfd, Ending &ending);
// A socket connected to the port wanted, SOCK_STREAM or SOCK_DGRAM; -1 with `ending` filled in. UNP 4.3, 8.11.
int connecting_socket(const Settings &settings, int type, Ending &ending);
// Sends, writes everything, or until the program is to stop. False: it cannot, see errno. UNP 3.9.
bool send_all(int sockfd, const char *data, ssize_t size);
bool write_all(int fd, const char *data, ssize_t size);

} // namespace servers
