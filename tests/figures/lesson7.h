// SPDX-License-Identifier: MIT
// The deck's states of a TCP server with select(), recorded by hand: only the listening socket; a first client; a
// second one; the first one sends three bytes, is answered, and goes.
#pragma once

#include "recording.h"

#include <memory>

namespace recording {

class Lesson7 {
public:
    Lesson7()
    {
        m_maker.lines(R"(
            10us              server    thread_begin()
            20us..24us        server    socket(AF_INET, SOCK_STREAM) = 3
            30us..34us        server    bind(3, :7000) = 0
            40us..44us        server    listen(3, 128) = 0
            50us..54us        server    getsockname(3) = 0 :7000
            60us              server    client_FD[] = -1
            70us              server    maxfd = 3
            80us              server    FD_ZERO(&allset)
            90us              server    FD_SET(3, &allset)
            100us             server    readfds = allset
            2'120us           client 1  thread_begin()
            2'130us..2'134us  client 1  socket(AF_INET, SOCK_STREAM) = 3
            2'140us..2'144us  client 1  connect(3, :7000) = 0
            2'150us..2'154us  client 1  getsockname(3) = 0 :51344
            110us..2'158us    server    select(4, readfds {3}) = 1 {3} @39
            2'170us           server    FD_ISSET(3, &readfds) = 1
            2'180us..2'184us  server    accept(3) = 4 :51344
            2'190us           server    client_FD[0] = 4
            2'200us           server    FD_SET(4, &allset)
            2'210us           server    maxfd = 4
            2'220us           server    readfds = allset
            4'240us           client 2  thread_begin()
            4'250us..4'254us  client 2  socket(AF_INET, SOCK_STREAM) = 3
            4'260us..4'264us  client 2  connect(3, :7000) = 0
            4'270us..4'274us  client 2  getsockname(3) = 0 :51350
            2'230us..4'278us  server    select(5, readfds {3, 4}) = 1 {3} @39
            4'290us           server    FD_ISSET(3, &readfds) = 1
            4'300us..4'304us  server    accept(3) = 5 :51350
            4'310us           server    client_FD[1] = 5
            4'320us           server    FD_SET(5, &allset)
            4'330us           server    maxfd = 5
            4'340us           server    readfds = allset
            4'350us..6'368us  server    select(6, readfds {3, 4, 5}) = 1 {4} @39
            6'360us..6'372us  client 1  send(3, 3) = 3 "abc"
            6'380us           server    FD_ISSET(3, &readfds) = 0
            6'390us           server    FD_ISSET(4, &readfds) = 1
            6'400us..6'404us  server    recv(4, 4096) = 3 "abc"
            6'410us..6'414us  server    send(4, 3) = 3 "abc"
            6'420us..6'424us  client 1  recv(3, 4096) = 3 "abc"
            6'430us           server    readfds = allset
            8'450us..8'454us  client 1  close(3) = 0
            6'440us..8'458us  server    select(6, readfds {3, 4, 5}) = 1 {4} @39
            8'470us           server    FD_ISSET(4, &readfds) = 1
            8'480us..8'484us  server    recv(4, 4096) = 0
            8'490us..8'494us  server    close(4) = 0
            8'500us           server    FD_CLR(4, &allset)
            8'510us           server    client_FD[0] = -1
            8'520us           server    readfds = allset
            8'521us..         server    select(6, readfds {3, 5}) @39
        )");
        trace::Trace &trace = m_maker.take();
        replay = std::make_unique<replay::Replay>(trace);
    }

    // The instant at which the `nth` event of that call is complete, or, with `begins`, has just begun. The events of a
    // thread.
    replay::Instant after(uint16_t thread, trace::Call call, int nth = 0) const
    {
        const auto &events = replay->trace().events();
        for (size_t i = 0; i < events.size(); ++i)
            if (events[i].thread == thread && events[i].call == call && nth-- == 0)
                return replay->step(i);
        qFatal("no such event");
    }
    replay::Instant begin_of(uint16_t thread, trace::Call call, int nth = 0) const
    {
        const replay::Instant end = after(thread, call, nth);
        for (replay::Instant at = end; at != replay->first();) {
            at = replay->previous(at);
            const replay::Replay::Moment moment = replay->moment(at);
            if (moment.begins && moment.event && moment.event->thread == thread && moment.event->call == call)
                return at;
        }
        qFatal("no such beginning");
    }

    static constexpr uint16_t server = 0, client1 = 1, client2 = 2;
    std::unique_ptr<replay::Replay> replay;

private:
    Maker m_maker;
};

} // namespace recording
