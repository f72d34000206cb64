// SPDX-License-Identifier: MIT
// What is put into a payload is read back from it, wherever it stands; from a damaged one nothing is.
#include "room.h"
#include "trace/payload.h"


#include <poll.h>
#include <sys/epoll.h>

using namespace trace;

namespace {

struct Packed {
    Event event;
    std::vector<uint64_t> pool{11, 12, 13}; // of others, before it
};

// As a call that has these two sides is recorded.
Packed packed(Event event, const std::vector<uint64_t> &asked, const std::vector<uint64_t> &answered, bool in_event)
{
    Packed made{event, {11, 12, 13}};
    if (in_event) {
        std::ranges::copy(asked, made.event.words);
        std::ranges::copy(answered, made.event.words + asked.size());
        return made;
    }
    made.event.flags |= payload_elsewhere;
    payload::stands_at(made.event, made.pool.size(), asked.size() + answered.size());
    made.pool.insert(made.pool.end(), asked.begin(), asked.end());
    made.pool.insert(made.pool.end(), answered.begin(), answered.end());
    return made;
}

std::vector<uint64_t> as_vector(payload::Words words)
{
    return {words.begin(), words.end()};
}

} // namespace

class PayloadTest : public QObject {
    Q_OBJECT
private slots:
    void sets_are_read_back_data()
    {
        QTest::addColumn<int>("nfds");
        QTest::addColumn<int>("passed"); // bit n: set n
        QTest::addColumn<qint64>("timeout");
        for (const int nfds : {0, 1, 64, 65, 1024})
            for (int passed = 0; passed < 8; ++passed)
                for (const qint64 timeout : {-1, 0, 5'000})
                    QTest::addRow("%d descriptors, sets %d, timeout %lld", nfds, passed, timeout) << nfds << passed << timeout;
    }
    void sets_are_read_back()
    {
        QFETCH(int, nfds);
        QFETCH(int, passed);
        QFETCH(qint64, timeout);
        const size_t per_set = size_t(payload::words_per_set(nfds));
        uint64_t bits[3][16], later[3][16], words[49], answers[49];
        const uint64_t *sets[3] = {}, *results[3] = {};
        uint16_t variables[3];
        for (int set = 0; set < 3; ++set) {
            for (size_t i = 0; i < 16; ++i) {
                bits[set][i] = 100u * unsigned(set) + i;
                later[set][i] = 7000u + 100u * unsigned(set) + i;
            }
            if (passed >> set & 1) {
                sets[set] = bits[set];
                results[set] = later[set];
            }
            variables[set] = passed >> set & 1 ? uint16_t(set) : select_flags::none;
        }
        const auto ns = [&](int64_t value) { return timeout > 0 ? std::optional(value) : std::nullopt; };
        const size_t count = size_t(payload::put_sets(words, sets, per_set, ns(timeout)) - words);
        QCOMPARE(size_t(payload::put_sets(answers, results, per_set, ns(40)) - answers), count);
        Event event;
        event.call = Call::select;
        event.fd = nfds;
        event.length = timeout;
        event.end = 1;
        event.flags = select_flags::passed(variables[0], variables[1], variables[2]);
        const auto made = packed(event, {words, words + count}, {answers, answers + count}, payload::fits_in_event(count, timeout));
        QVERIFY(payload::is_inside(made.event, made.pool.size()));
        for (int set = 0; set < 3; ++set) {
            const bool there = sets[set] && per_set > 0;
            const auto expected = [&](const uint64_t *from) { return there ? std::vector(from, from + per_set) : std::vector<uint64_t>(); };
            if (per_set > 0 || !sets[set]) {
                QCOMPARE(as_vector(payload::set(made.event, made.pool, set, false)), expected(bits[set]));
                QCOMPARE(as_vector(payload::set(made.event, made.pool, set, true)), expected(later[set]));
            }
        }
        QCOMPARE(payload::left(made.event, made.pool), ns(40));
        if (has_words_elsewhere(made.event)) { // cut off
            const auto cut = payload::Words(made.pool).first(made.pool.size() - 1);
            QVERIFY(!payload::is_inside(made.event, cut.size()));
            QVERIFY(payload::set(made.event, cut, 0, false).empty() && !payload::left(made.event, cut));
            Event moved = made.event;
            payload::move_behind(moved, 2);
            std::vector<uint64_t> behind{1, 2};
            behind.insert(behind.end(), made.pool.begin(), made.pool.end());
            QCOMPARE(as_vector(payload::all(moved, behind)), as_vector(payload::all(made.event, made.pool)));
        }
    }

    void after_a_failure_no_bit_is_on()
    {
        const uint64_t bits[] = {~uint64_t(0)};
        const uint64_t *const sets[] = {bits, nullptr, bits};
        uint64_t words[3] = {9, 9, 9};
        QCOMPARE(payload::put_sets(words, sets, 1, 77, true), words + 3);
        QCOMPARE(std::vector(words, words + 3), (std::vector<uint64_t>{0, 0, 77}));
    }

    void pollfds_are_read_back()
    {
        for (const size_t count : {1, 2, 300}) {
            std::vector<pollfd> fds;
            for (size_t i = 0; i < count; ++i)
                fds.push_back({int(i) - 1, POLLIN | POLLPRI, short(i % 2 ? POLLHUP : 0)});
            std::vector<uint64_t> asked(count), answered(count);
            payload::put_pollfds(asked.data(), fds.data(), count, false);
            payload::put_pollfds(answered.data(), fds.data(), count, true);
            Event event;
            event.call = Call::poll;
            event.fd = int(count);
            const auto made = packed(event, asked, answered, count == 1);
            const auto in = payload::polled(made.event, made.pool, false), out = payload::polled(made.event, made.pool, true);
            QCOMPARE(in.size(), count);
            QCOMPARE(out.size(), count);
            for (size_t i = 0; i < count; ++i) {
                QCOMPARE(polled_of(in[i]), (Polled{fds[i].fd, fds[i].events, 0}));
                QCOMPARE(polled_of(out[i]), (Polled{fds[i].fd, fds[i].events, fds[i].revents}));
            }
            Event more = made.event;
            ++more.fd;
            QVERIFY(payload::polled(more, made.pool, false).empty());
        }
    }

    void what_epoll_answers_is_read_back()
    {
        for (const int count : {0, 1, 2, 40}) {
            std::vector<epoll_event> events(size_t(count), epoll_event{});
            for (int i = 0; i < count; ++i) {
                events[size_t(i)].data.fd = 100 + i;
                events[size_t(i)].events = EPOLLIN | EPOLLRDHUP;
            }
            std::vector<uint64_t> words(size_t(count), 0);
            payload::put_epoll_events(words.data(), events.data(), size_t(count));
            Event event;
            event.call = Call::epoll_wait;
            event.fd = 5;
            event.result = count;
            const auto made = packed(event, {}, words, count <= 2);
            const auto told = payload::polled(made.event, made.pool, true);
            QCOMPARE(told.size(), size_t(count));
            for (int i = 0; i < count; ++i)
                QCOMPARE(polled_of(told[size_t(i)]), (Polled{100 + i, 0, EPOLLIN | EPOLLRDHUP}));
            QVERIFY(payload::polled(made.event, made.pool, false).empty());
        }
        QCOMPARE(payload::both_sides(Call::epoll_wait, 6), size_t(6));
        QCOMPARE(payload::both_sides(Call::poll, 6), size_t(12));
    }
};

ROOM_TEST(PayloadTest)
#include "payload_test.moc"
