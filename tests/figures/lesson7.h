// SPDX-License-Identifier: MIT
// The deck's states of a TCP server with select(), recorded by hand: only the listening socket; a first client; a
// second one; the first one sends three bytes, is answered, and goes.
#pragma once

#include "calls/schema.h"
#include "recording.h"

#include <memory>

namespace recording {

class Lesson7 {
public:
    Lesson7()
    {
        m_server = m_maker.thread("server", recording::Part::server, {"client_FD", "maxfd", "allset", "readfds"});
        m_client[0] = m_maker.thread("client 1", recording::Part::client);
        m_client[1] = m_maker.thread("client 2", recording::Part::client);
        set_up();
        wait_and_serve_first();
        serve_second();
        serve_data();
        serve_end();
        readfds_from_allset();
        trace::Event &asleep = m_maker.in_flight(m_server, trace::Call::select, m_now + 1'000, 6);
        fill_select(asleep, 0x28, 0);
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
    trace::Event &step(uint16_t thread, trace::Call call, int64_t length, int fd = -1, int result = 0)
    {
        m_now += 10'000;
        trace::Event &event =
            m_maker.event(thread, call, m_now, m_now + (calls::is_call(call) ? 4'000 : 0), fd, result);
        event.length = length;
        return event;
    }
    void set_step(trace::Call call, int fd, uint16_t set, int result = 0)
    {
        step(m_server, call, 0, fd, result).flags = set;
    }
    void readfds_from_allset() { set_step(trace::Call::set_assigned, allset, readfds); }
    static void fill_select(trace::Event &event, uint64_t asked, uint64_t answered)
    {
        event.length = -1;
        event.flags = trace::select_flags::passed(readfds);
        event.words[0] = asked;
        event.words[1] = answered;
        event.line = 39;
    }
    // The server waits, and during it `peer` does something.
    template <typename During>
    void select(int nfds, uint64_t asked, uint64_t answered, During during)
    {
        readfds_from_allset();
        const int64_t begin = m_now += 10'000;
        m_now += 2'000'000;
        during();
        fill_select(m_maker.event(m_server, trace::Call::select, begin, m_now + 8'000, nfds, 1), asked, answered);
        m_now += 10'000;
    }
    void connect(uint16_t client, int port)
    {
        step(client, trace::Call::thread_begin, 0);
        step(client, trace::Call::socket, 0, -1, 3).flags = 1;
        step(client, trace::Call::connect, 7000, 3);
        step(client, trace::Call::getsockname, port, 3);
    }
    void accept(int fd, int port, int slot)
    {
        set_step(trace::Call::fd_isset, 3, readfds, 1);
        step(m_server, trace::Call::accept, port, 3, fd);
        step(m_server, trace::Call::table_assigned, fd, slot).flags = client_FD;
        set_step(trace::Call::fd_set, fd, allset);
        step(m_server, trace::Call::number_assigned, fd).flags = maxfd;
    }
    void set_up()
    {
        step(m_server, trace::Call::thread_begin, 0);
        step(m_server, trace::Call::socket, 0, -1, 3).flags = 1;
        step(m_server, trace::Call::bind, 7000, 3);
        step(m_server, trace::Call::listen, 128, 3);
        step(m_server, trace::Call::getsockname, 7000, 3);
        step(m_server, trace::Call::table_assigned, -1, -1).flags = client_FD;
        step(m_server, trace::Call::number_assigned, 3).flags = maxfd;
        set_step(trace::Call::fd_zero, -1, allset);
        set_step(trace::Call::fd_set, 3, allset);
    }
    void wait_and_serve_first()
    {
        select(4, 0x8, 0x8, [this] { connect(m_client[0], 51344); });
        accept(4, 51344, 0);
    }
    void serve_second()
    {
        select(5, 0x18, 0x8, [this] { connect(m_client[1], 51350); });
        accept(5, 51350, 1);
    }
    void serve_data()
    {
        select(6, 0x38, 0x10, [this] {
            trace::Event &send = step(m_client[0], trace::Call::send, 3, 3, 3);
            send.words[0] = abc;
            send.end = send.begin + 12'000; // select() returns during it
        });
        set_step(trace::Call::fd_isset, 3, readfds, 0);
        set_step(trace::Call::fd_isset, 4, readfds, 1);
        step(m_server, trace::Call::recv, 4096, 4, 3).words[0] = abc;
        step(m_server, trace::Call::send, 3, 4, 3).words[0] = abc;
        step(m_client[0], trace::Call::recv, 4096, 3, 3).words[0] = abc;
    }
    void serve_end()
    {
        select(6, 0x38, 0x10, [this] { step(m_client[0], trace::Call::close, 0, 3); });
        set_step(trace::Call::fd_isset, 4, readfds, 1);
        step(m_server, trace::Call::recv, 4096, 4, 0);
        step(m_server, trace::Call::close, 0, 4);
        set_step(trace::Call::fd_clr, 4, allset);
        step(m_server, trace::Call::table_assigned, -1, 0).flags = client_FD;
    }

    static constexpr uint16_t client_FD = 0, maxfd = 1, allset = 2, readfds = 3; // the variables' numbers
    static constexpr uint64_t abc = 0x636261;
    Maker m_maker;
    uint16_t m_server = 0, m_client[2] = {};
    int64_t m_now = 0;
};

} // namespace recording
