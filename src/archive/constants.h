// SPDX-License-Identifier: MIT
// The C names of recorded numbers, for JSON.
#pragma once

#include <QString>

namespace archive {

// Each gives the name as a C program writes it, or the number itself when it has none here.
QString domain_name(qint64 domain);     // "AF_INET"
QString socket_type_name(int type);     // "SOCK_STREAM|SOCK_NONBLOCK"
QString socket_option_name(int option); // "SO_REUSEADDR", of level SOL_SOCKET
QString shutdown_name(int how);         // "SHUT_WR"
QString message_flags(int flags);       // "MSG_NOSIGNAL|MSG_DONTWAIT", "0"
QString fcntl_command_name(int command); // "F_SETFL"
QString file_status_flags(qint64 flags); // "O_RDWR|O_NONBLOCK"
QString poll_events(int events);         // "POLLIN|POLLHUP", "0"
QString signal_name(qint64 signal);      // "SIGIO", "SIGRTMIN+2"
QString signal_set(quint64 mask);        // "SIGIO|SIGRTMIN": bit n-1 is signal n; "0"
QString signal_code(int code);           // si_code: "POLL_IN", "SI_KERNEL"
QString signal_action_flags(quint64 flags); // "SA_SIGINFO|SA_RESTART", "0"
QString signal_mask_way(int way);        // "SIG_BLOCK"
QString signal_owner_type(qint64 type);  // "F_OWNER_TID"
QString notification_name(int how);    // "SIGEV_THREAD"
QString epoll_operation_name(int operation); // "EPOLL_CTL_ADD"
QString epoll_events(uint32_t events);   // "EPOLLIN|EPOLLET", "0"
QString uring_operation_name(int code);  // "IORING_OP_RECV"
QString error_constant(int error);      // "EAGAIN"

} // namespace archive
