// SPDX-License-Identifier: MIT
// The lecture's two tables, row by row, and the one place where the headers are asked for a name.
#include "bench/options.h"

#include <netinet/icmp6.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#if __has_include(<netinet/sctp.h>)
#include <netinet/sctp.h>
#elif __has_include(<linux/sctp.h>)
#include <linux/sctp.h>
#endif

#include <algorithm>

namespace bench {
namespace {

constexpr bool yes = true, no = false;
using L = Layout;

constexpr OptionRow rows[] = {
    {"SOL_SOCKET", "SO_BROADCAST", yes, yes, yes, "int", "sys/socket.h", L::integer},
    {"SOL_SOCKET", "SO_DEBUG", yes, yes, yes, "int", "sys/socket.h", L::integer},
    {"SOL_SOCKET", "SO_DONTROUTE", yes, yes, yes, "int", "sys/socket.h", L::integer},
    {"SOL_SOCKET", "SO_ERROR", yes, no, no, "int", "sys/socket.h", L::integer},
    {"SOL_SOCKET", "SO_KEEPALIVE", yes, yes, yes, "int", "sys/socket.h", L::integer},
    {"SOL_SOCKET", "SO_LINGER", yes, yes, no, "linger{}", "sys/socket.h", L::linger},
    {"SOL_SOCKET", "SO_OOBINLINE", yes, yes, yes, "int", "sys/socket.h", L::integer},
    {"SOL_SOCKET", "SO_RCVBUF", yes, yes, no, "int", "sys/socket.h", L::integer},
    {"SOL_SOCKET", "SO_SNDBUF", yes, yes, no, "int", "sys/socket.h", L::integer},
    {"SOL_SOCKET", "SO_RCVLOWAT", yes, yes, no, "int", "sys/socket.h", L::integer},
    {"SOL_SOCKET", "SO_SNDLOWAT", yes, yes, no, "int", "sys/socket.h", L::integer},
    {"SOL_SOCKET", "SO_RCVTIMEO", yes, yes, no, "timeval{}", "sys/socket.h", L::timeval},
    {"SOL_SOCKET", "SO_SNDTIMEO", yes, yes, no, "timeval{}", "sys/socket.h", L::timeval},
    {"SOL_SOCKET", "SO_REUSEADDR", yes, yes, yes, "int", "sys/socket.h", L::integer},
    {"SOL_SOCKET", "SO_REUSEPORT", yes, yes, yes, "int", "sys/socket.h", L::integer},
    {"SOL_SOCKET", "SO_TYPE", yes, no, no, "int", "sys/socket.h", L::integer},
    {"SOL_SOCKET", "SO_USELOOPBACK", yes, yes, yes, "int", "sys/socket.h", L::integer},
    {"IPPROTO_IP", "IP_HDRINCL", yes, yes, yes, "int", "netinet/in.h", L::integer},
    {"IPPROTO_IP", "IP_OPTIONS", yes, yes, no, "(see text)", "netinet/in.h", L::bytes},
    {"IPPROTO_IP", "IP_RECVDSTADDR", yes, yes, yes, "int", "netinet/in.h", L::integer},
    {"IPPROTO_IP", "IP_RECVIF", yes, yes, yes, "int", "netinet/in.h", L::integer},
    {"IPPROTO_IP", "IP_TOS", yes, yes, no, "int", "netinet/in.h", L::integer},
    {"IPPROTO_IP", "IP_TTL", yes, yes, no, "int", "netinet/in.h", L::integer},
    {"IPPROTO_IP", "IP_MULTICAST_IF", yes, yes, no, "in_addr{}", "netinet/in.h", L::address},
    {"IPPROTO_IP", "IP_MULTICAST_TTL", yes, yes, no, "u_char", "netinet/in.h", L::byte},
    {"IPPROTO_IP", "IP_MULTICAST_LOOP", yes, yes, no, "u_char", "netinet/in.h", L::byte},
    {"IPPROTO_IP", "IP_ADD_MEMBERSHIP", yes, yes, no, "ip_mreq{}", "netinet/in.h", L::bytes},
    {"IPPROTO_IP", "IP_DROP_MEMBERSHIP", yes, yes, no, "ip_mreq{}", "netinet/in.h", L::bytes},
    {"IPPROTO_IP", "IP_BLOCK_SOURCE", yes, yes, no, "ip_mreq_source{}", "netinet/in.h", L::bytes},
    {"IPPROTO_IP", "IP_UNBLOCK_SOURCE", yes, yes, no, "ip_mreq_source{}", "netinet/in.h", L::bytes},
    {"IPPROTO_IP", "IP_ADD_SOURCE_MEMBERSHIP", yes, yes, no, "ip_mreq_source{}", "netinet/in.h", L::bytes},
    {"IPPROTO_IP", "IP_DROP_SOURCE_MEMBERSHIP", yes, yes, no, "ip_mreq_source{}", "netinet/in.h", L::bytes},
    {"IPPROTO_ICMPV6", "ICMP6_FILTER", yes, yes, no, "icmp6_filter{}", "netinet/icmp6.h", L::bytes},
    {"IPPROTO_IPV6", "IPV6_CHECKSUM", yes, yes, no, "int", "netinet/in.h", L::integer},
    {"IPPROTO_IPV6", "IPV6_DONTFRAG", yes, yes, yes, "int", "netinet/in.h", L::integer},
    {"IPPROTO_IPV6", "IPV6_NEXTHOP", yes, yes, no, "sockaddr_in6{}", "netinet/in.h", L::bytes},
    {"IPPROTO_IPV6", "IPV6_PATHMTU", yes, yes, no, "ip6_mtuinfo{}", "netinet/in.h", L::bytes},
    {"IPPROTO_IPV6", "IPV6_RECVDSTOPTS", yes, yes, yes, "int", "netinet/in.h", L::integer},
    {"IPPROTO_IPV6", "IPV6_RECVHOPLIMIT", yes, yes, yes, "int", "netinet/in.h", L::integer},
    {"IPPROTO_IPV6", "IPV6_RECVHOPOPTS", yes, yes, yes, "int", "netinet/in.h", L::integer},
    {"IPPROTO_IPV6", "IPV6_RECVPATHMTU", yes, yes, yes, "int", "netinet/in.h", L::integer},
    {"IPPROTO_IPV6", "IPV6_RECVPKTINFO", yes, yes, yes, "int", "netinet/in.h", L::integer},
    {"IPPROTO_IPV6", "IPV6_RECVRTHDR", yes, yes, yes, "int", "netinet/in.h", L::integer},
    {"IPPROTO_IPV6", "IPV6_RECVTCLASS", yes, yes, yes, "int", "netinet/in.h", L::integer},
    {"IPPROTO_IPV6", "IPV6_UNICAST_HOPS", yes, yes, no, "int", "netinet/in.h", L::integer},
    {"IPPROTO_IPV6", "IPV6_USE_MIN_MTU", yes, yes, yes, "int", "netinet/in.h", L::integer},
    {"IPPROTO_IPV6", "IPV6_V6ONLY", yes, yes, yes, "int", "netinet/in.h", L::integer},
    {"IPPROTO_IPV6", "IPV6_XXX", yes, yes, no, "(see text)", "netinet/in.h", L::bytes, "IPV6_HOPOPTS, IPV6_DSTOPTS, IPV6_RTHDR, IPV6_RTHDRDSTOPTS, IPV6_PKTINFO, IPV6_TCLASS"},
    {"IPPROTO_IPV6", "IPV6_HOPOPTS", yes, yes, no, "(see text)", "netinet/in.h", L::bytes},
    {"IPPROTO_IPV6", "IPV6_DSTOPTS", yes, yes, no, "(see text)", "netinet/in.h", L::bytes},
    {"IPPROTO_IPV6", "IPV6_RTHDR", yes, yes, no, "(see text)", "netinet/in.h", L::bytes},
    {"IPPROTO_IPV6", "IPV6_RTHDRDSTOPTS", yes, yes, no, "(see text)", "netinet/in.h", L::bytes},
    {"IPPROTO_IPV6", "IPV6_PKTINFO", yes, yes, no, "in6_pktinfo{}", "netinet/in.h", L::bytes},
    {"IPPROTO_IPV6", "IPV6_TCLASS", yes, yes, no, "int", "netinet/in.h", L::integer},
    {"IPPROTO_IPV6", "IPV6_MULTICAST_IF", yes, yes, no, "u_int", "netinet/in.h", L::integer},
    {"IPPROTO_IPV6", "IPV6_MULTICAST_HOPS", yes, yes, no, "int", "netinet/in.h", L::integer},
    {"IPPROTO_IPV6", "IPV6_MULTICAST_LOOP", yes, yes, yes, "u_int", "netinet/in.h", L::integer},
    {"IPPROTO_IPV6", "IPV6_JOIN_GROUP", yes, yes, no, "ipv6_mreq{}", "netinet/in.h", L::bytes},
    {"IPPROTO_IPV6", "IPV6_LEAVE_GROUP", yes, yes, no, "ipv6_mreq{}", "netinet/in.h", L::bytes},
    {"IPPROTO_IP or IPPROTO_IPV6", "MCAST_JOIN_GROUP", no, yes, no, "group_req{}", "netinet/in.h", L::bytes},
    {"IPPROTO_IP or IPPROTO_IPV6", "MCAST_LEAVE_GROUP", no, yes, no, "group_source_req{}", "netinet/in.h", L::bytes},
    {"IPPROTO_IP or IPPROTO_IPV6", "MCAST_BLOCK_SOURCE", no, yes, no, "group_source_req{}", "netinet/in.h", L::bytes},
    {"IPPROTO_IP or IPPROTO_IPV6", "MCAST_UNBLOCK_SOURCE", no, yes, no, "group_source_req{}", "netinet/in.h", L::bytes},
    {"IPPROTO_IP or IPPROTO_IPV6", "MCAST_JOIN_SOURCE_GROUP", no, yes, no, "group_source_req{}", "netinet/in.h", L::bytes},
    {"IPPROTO_IP or IPPROTO_IPV6", "MCAST_LEAVE_SOURCE_GROUP", no, yes, no, "group_source_req{}", "netinet/in.h", L::bytes},
    {"IPPROTO_TCP", "TCP_MAXSEG", yes, yes, no, "int", "netinet/tcp.h", L::integer},
    {"IPPROTO_TCP", "TCP_NODELAY", yes, yes, yes, "int", "netinet/tcp.h", L::integer},
    {"IPPROTO_SCTP", "SCTP_ADAPTION_LAYER", yes, yes, no, "sctp_setadaption{}", "netinet/sctp.h", L::bytes},
    {"IPPROTO_SCTP", "SCTP_ASSOCINFO", yes, yes, no, "sctp_assocparams{}", "netinet/sctp.h", L::bytes},
    {"IPPROTO_SCTP", "SCTP_AUTOCLOSE", yes, yes, no, "int", "netinet/sctp.h", L::integer},
    {"IPPROTO_SCTP", "SCTP_DEFAULT_SEND_PARAM", yes, yes, no, "sctp_sndrcvinfo{}", "netinet/sctp.h", L::bytes},
    {"IPPROTO_SCTP", "SCTP_DISABLE_FRAGMENTS", yes, yes, yes, "int", "netinet/sctp.h", L::integer},
    {"IPPROTO_SCTP", "SCTP_EVENTS", yes, yes, no, "sctp_event_subscribe{}", "netinet/sctp.h", L::bytes},
    {"IPPROTO_SCTP", "SCTP_GET_PEER_ADDR_INFO", yes, no, no, "sctp_paddrinfo{}", "netinet/sctp.h", L::bytes},
    {"IPPROTO_SCTP", "SCTP_I_WANT_MAPPED_V4_ADDR", yes, yes, yes, "int", "netinet/sctp.h", L::integer},
    {"IPPROTO_SCTP", "SCTP_INITMSG", yes, yes, no, "sctp_initmsg{}", "netinet/sctp.h", L::bytes},
    {"IPPROTO_SCTP", "SCTP_MAXBURST", yes, yes, no, "int", "netinet/sctp.h", L::integer},
    {"IPPROTO_SCTP", "SCTP_MAXSEG", yes, yes, no, "int", "netinet/sctp.h", L::integer},
    {"IPPROTO_SCTP", "SCTP_NODELAY", yes, yes, yes, "int", "netinet/sctp.h", L::integer},
    {"IPPROTO_SCTP", "SCTP_PEER_ADDR_PARAMS", yes, yes, no, "sctp_paddrparams{}", "netinet/sctp.h", L::bytes},
    {"IPPROTO_SCTP", "SCTP_PRIMARY_ADDR", yes, yes, no, "sctp_setprim{}", "netinet/sctp.h", L::bytes},
    {"IPPROTO_SCTP", "SCTP_RTOINFO", yes, yes, no, "sctp_rtoinfo{}", "netinet/sctp.h", L::bytes},
    {"IPPROTO_SCTP", "SCTP_SET_PEER_PRIMARY_ADDR", no, yes, no, "sctp_setpeerprim{}", "netinet/sctp.h", L::bytes},
    {"IPPROTO_SCTP", "SCTP_STATUS", yes, no, no, "sctp_status{}", "netinet/sctp.h", L::bytes},
};

struct Name {
    std::string_view name;
    int number;
};
constexpr Name names[] = {
    {"SOL_SOCKET", SOL_SOCKET}, {"IPPROTO_IP", IPPROTO_IP}, {"IPPROTO_ICMPV6", IPPROTO_ICMPV6}, {"IPPROTO_IPV6", IPPROTO_IPV6},
    {"IPPROTO_TCP", IPPROTO_TCP}, {"IPPROTO_SCTP", IPPROTO_SCTP},
#ifdef SO_BROADCAST
    {"SO_BROADCAST", SO_BROADCAST},
#endif
#ifdef SO_DEBUG
    {"SO_DEBUG", SO_DEBUG},
#endif
#ifdef SO_DONTROUTE
    {"SO_DONTROUTE", SO_DONTROUTE},
#endif
#ifdef SO_ERROR
    {"SO_ERROR", SO_ERROR},
#endif
#ifdef SO_KEEPALIVE
    {"SO_KEEPALIVE", SO_KEEPALIVE},
#endif
#ifdef SO_LINGER
    {"SO_LINGER", SO_LINGER},
#endif
#ifdef SO_OOBINLINE
    {"SO_OOBINLINE", SO_OOBINLINE},
#endif
#ifdef SO_RCVBUF
    {"SO_RCVBUF", SO_RCVBUF},
#endif
#ifdef SO_SNDBUF
    {"SO_SNDBUF", SO_SNDBUF},
#endif
#ifdef SO_RCVLOWAT
    {"SO_RCVLOWAT", SO_RCVLOWAT},
#endif
#ifdef SO_SNDLOWAT
    {"SO_SNDLOWAT", SO_SNDLOWAT},
#endif
#ifdef SO_RCVTIMEO
    {"SO_RCVTIMEO", SO_RCVTIMEO},
#endif
#ifdef SO_SNDTIMEO
    {"SO_SNDTIMEO", SO_SNDTIMEO},
#endif
#ifdef SO_REUSEADDR
    {"SO_REUSEADDR", SO_REUSEADDR},
#endif
#ifdef SO_REUSEPORT
    {"SO_REUSEPORT", SO_REUSEPORT},
#endif
#ifdef SO_TYPE
    {"SO_TYPE", SO_TYPE},
#endif
#ifdef SO_USELOOPBACK
    {"SO_USELOOPBACK", SO_USELOOPBACK},
#endif
#ifdef IP_HDRINCL
    {"IP_HDRINCL", IP_HDRINCL},
#endif
#ifdef IP_OPTIONS
    {"IP_OPTIONS", IP_OPTIONS},
#endif
#ifdef IP_RECVDSTADDR
    {"IP_RECVDSTADDR", IP_RECVDSTADDR},
#endif
#ifdef IP_RECVIF
    {"IP_RECVIF", IP_RECVIF},
#endif
#ifdef IP_TOS
    {"IP_TOS", IP_TOS},
#endif
#ifdef IP_TTL
    {"IP_TTL", IP_TTL},
#endif
#ifdef IP_MULTICAST_IF
    {"IP_MULTICAST_IF", IP_MULTICAST_IF},
#endif
#ifdef IP_MULTICAST_TTL
    {"IP_MULTICAST_TTL", IP_MULTICAST_TTL},
#endif
#ifdef IP_MULTICAST_LOOP
    {"IP_MULTICAST_LOOP", IP_MULTICAST_LOOP},
#endif
#ifdef IP_ADD_MEMBERSHIP
    {"IP_ADD_MEMBERSHIP", IP_ADD_MEMBERSHIP},
#endif
#ifdef IP_DROP_MEMBERSHIP
    {"IP_DROP_MEMBERSHIP", IP_DROP_MEMBERSHIP},
#endif
#ifdef IP_BLOCK_SOURCE
    {"IP_BLOCK_SOURCE", IP_BLOCK_SOURCE},
#endif
#ifdef IP_UNBLOCK_SOURCE
    {"IP_UNBLOCK_SOURCE", IP_UNBLOCK_SOURCE},
#endif
#ifdef IP_ADD_SOURCE_MEMBERSHIP
    {"IP_ADD_SOURCE_MEMBERSHIP", IP_ADD_SOURCE_MEMBERSHIP},
#endif
#ifdef IP_DROP_SOURCE_MEMBERSHIP
    {"IP_DROP_SOURCE_MEMBERSHIP", IP_DROP_SOURCE_MEMBERSHIP},
#endif
#ifdef ICMP6_FILTER
    {"ICMP6_FILTER", ICMP6_FILTER},
#endif
#ifdef IPV6_CHECKSUM
    {"IPV6_CHECKSUM", IPV6_CHECKSUM},
#endif
#ifdef IPV6_DONTFRAG
    {"IPV6_DONTFRAG", IPV6_DONTFRAG},
#endif
#ifdef IPV6_NEXTHOP
    {"IPV6_NEXTHOP", IPV6_NEXTHOP},
#endif
#ifdef IPV6_PATHMTU
    {"IPV6_PATHMTU", IPV6_PATHMTU},
#endif
#ifdef IPV6_RECVDSTOPTS
    {"IPV6_RECVDSTOPTS", IPV6_RECVDSTOPTS},
#endif
#ifdef IPV6_RECVHOPLIMIT
    {"IPV6_RECVHOPLIMIT", IPV6_RECVHOPLIMIT},
#endif
#ifdef IPV6_RECVHOPOPTS
    {"IPV6_RECVHOPOPTS", IPV6_RECVHOPOPTS},
#endif
#ifdef IPV6_RECVPATHMTU
    {"IPV6_RECVPATHMTU", IPV6_RECVPATHMTU},
#endif
#ifdef IPV6_RECVPKTINFO
    {"IPV6_RECVPKTINFO", IPV6_RECVPKTINFO},
#endif
#ifdef IPV6_RECVRTHDR
    {"IPV6_RECVRTHDR", IPV6_RECVRTHDR},
#endif
#ifdef IPV6_RECVTCLASS
    {"IPV6_RECVTCLASS", IPV6_RECVTCLASS},
#endif
#ifdef IPV6_UNICAST_HOPS
    {"IPV6_UNICAST_HOPS", IPV6_UNICAST_HOPS},
#endif
#ifdef IPV6_USE_MIN_MTU
    {"IPV6_USE_MIN_MTU", IPV6_USE_MIN_MTU},
#endif
#ifdef IPV6_V6ONLY
    {"IPV6_V6ONLY", IPV6_V6ONLY},
#endif
#ifdef IPV6_XXX
    {"IPV6_XXX", IPV6_XXX},
#endif
#ifdef IPV6_HOPOPTS
    {"IPV6_HOPOPTS", IPV6_HOPOPTS},
#endif
#ifdef IPV6_DSTOPTS
    {"IPV6_DSTOPTS", IPV6_DSTOPTS},
#endif
#ifdef IPV6_RTHDR
    {"IPV6_RTHDR", IPV6_RTHDR},
#endif
#ifdef IPV6_RTHDRDSTOPTS
    {"IPV6_RTHDRDSTOPTS", IPV6_RTHDRDSTOPTS},
#endif
#ifdef IPV6_PKTINFO
    {"IPV6_PKTINFO", IPV6_PKTINFO},
#endif
#ifdef IPV6_TCLASS
    {"IPV6_TCLASS", IPV6_TCLASS},
#endif
#ifdef IPV6_MULTICAST_IF
    {"IPV6_MULTICAST_IF", IPV6_MULTICAST_IF},
#endif
#ifdef IPV6_MULTICAST_HOPS
    {"IPV6_MULTICAST_HOPS", IPV6_MULTICAST_HOPS},
#endif
#ifdef IPV6_MULTICAST_LOOP
    {"IPV6_MULTICAST_LOOP", IPV6_MULTICAST_LOOP},
#endif
#ifdef IPV6_JOIN_GROUP
    {"IPV6_JOIN_GROUP", IPV6_JOIN_GROUP},
#endif
#ifdef IPV6_LEAVE_GROUP
    {"IPV6_LEAVE_GROUP", IPV6_LEAVE_GROUP},
#endif
#ifdef MCAST_JOIN_GROUP
    {"MCAST_JOIN_GROUP", MCAST_JOIN_GROUP},
#endif
#ifdef MCAST_LEAVE_GROUP
    {"MCAST_LEAVE_GROUP", MCAST_LEAVE_GROUP},
#endif
#ifdef MCAST_BLOCK_SOURCE
    {"MCAST_BLOCK_SOURCE", MCAST_BLOCK_SOURCE},
#endif
#ifdef MCAST_UNBLOCK_SOURCE
    {"MCAST_UNBLOCK_SOURCE", MCAST_UNBLOCK_SOURCE},
#endif
#ifdef MCAST_JOIN_SOURCE_GROUP
    {"MCAST_JOIN_SOURCE_GROUP", MCAST_JOIN_SOURCE_GROUP},
#endif
#ifdef MCAST_LEAVE_SOURCE_GROUP
    {"MCAST_LEAVE_SOURCE_GROUP", MCAST_LEAVE_SOURCE_GROUP},
#endif
#ifdef TCP_MAXSEG
    {"TCP_MAXSEG", TCP_MAXSEG},
#endif
#ifdef TCP_NODELAY
    {"TCP_NODELAY", TCP_NODELAY},
#endif
#ifdef SCTP_ADAPTION_LAYER
    {"SCTP_ADAPTION_LAYER", SCTP_ADAPTION_LAYER},
#endif
#ifdef SCTP_ASSOCINFO
    {"SCTP_ASSOCINFO", SCTP_ASSOCINFO},
#endif
#ifdef SCTP_AUTOCLOSE
    {"SCTP_AUTOCLOSE", SCTP_AUTOCLOSE},
#endif
#ifdef SCTP_DEFAULT_SEND_PARAM
    {"SCTP_DEFAULT_SEND_PARAM", SCTP_DEFAULT_SEND_PARAM},
#endif
#ifdef SCTP_DISABLE_FRAGMENTS
    {"SCTP_DISABLE_FRAGMENTS", SCTP_DISABLE_FRAGMENTS},
#endif
#ifdef SCTP_EVENTS
    {"SCTP_EVENTS", SCTP_EVENTS},
#endif
#ifdef SCTP_GET_PEER_ADDR_INFO
    {"SCTP_GET_PEER_ADDR_INFO", SCTP_GET_PEER_ADDR_INFO},
#endif
#ifdef SCTP_I_WANT_MAPPED_V4_ADDR
    {"SCTP_I_WANT_MAPPED_V4_ADDR", SCTP_I_WANT_MAPPED_V4_ADDR},
#endif
#ifdef SCTP_INITMSG
    {"SCTP_INITMSG", SCTP_INITMSG},
#endif
#ifdef SCTP_MAXBURST
    {"SCTP_MAXBURST", SCTP_MAXBURST},
#endif
#ifdef SCTP_MAXSEG
    {"SCTP_MAXSEG", SCTP_MAXSEG},
#endif
#ifdef SCTP_NODELAY
    {"SCTP_NODELAY", SCTP_NODELAY},
#endif
#ifdef SCTP_PEER_ADDR_PARAMS
    {"SCTP_PEER_ADDR_PARAMS", SCTP_PEER_ADDR_PARAMS},
#endif
#ifdef SCTP_PRIMARY_ADDR
    {"SCTP_PRIMARY_ADDR", SCTP_PRIMARY_ADDR},
#endif
#ifdef SCTP_RTOINFO
    {"SCTP_RTOINFO", SCTP_RTOINFO},
#endif
#ifdef SCTP_SET_PEER_PRIMARY_ADDR
    {"SCTP_SET_PEER_PRIMARY_ADDR", SCTP_SET_PEER_PRIMARY_ADDR},
#endif
#ifdef SCTP_STATUS
    {"SCTP_STATUS", SCTP_STATUS},
#endif
};

} // namespace

std::span<const OptionRow> option_rows() noexcept
{
    return rows;
}

std::optional<int> header_constant(std::string_view name) noexcept
{
    const auto found = std::ranges::find(names, name, &Name::name);
    return found == std::end(names) ? std::nullopt : std::optional(found->number);
}

} // namespace bench
