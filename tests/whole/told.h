// SPDX-License-Identifier: MIT
// All that is said at one instant: the World, its JSON, the words in both languages, the stage.
#pragma once

#include "figures/figure.h"
#include "whole/catalogue.h"
#include "whole/hindsight.h"

#include <QJsonObject>

namespace whole {

// In one language.
struct Voice {
    QString language;
    QString words;                          // the explanation
    std::optional<std::vector<Saying>> said; // the same, as sentences
    QStringList parts;                      // of the stage: the sentences of threads and sockets, and every text that is drawn
    std::vector<std::pair<size_t, QString>> threads; // by number in the World
    std::vector<std::pair<size_t, QString>> sockets;
    drawing::Drawing stage;
};

struct Told {
    const replay::Replay &replay;
    const Hindsight &later;
    replay::Instant instant;
    replay::World world;
    replay::Replay::Moment moment;
    QJsonObject json;
    Voice en, vi;

    size_t complete() const { return world.complete; }
    int64_t time() const { return world.time; }
    // The moment's event with its end, when it has one and is a call; else nullptr.
    const Event *event() const;
    const Life *life(const replay::Socket &socket) const { return later.life(socket.thread, socket.fd, socket.since); }
    // The socket that the moment's event is about; nullptr: none.
    const replay::Socket *socket(int fd) const { return moment.event ? world.socket(later.table(moment.event->thread), fd) : nullptr; }
};

// `drawn`: the stage as well.
Told told(const replay::Replay &replay, const Hindsight &later, const Catalogue &catalogue, replay::Instant instant, bool drawn);

// What was found to be wrong, in words for a developer.
class Contradictions {
public:
    void add(const Told &now, int kind, const QString &what);
    const QStringList &all() const { return m_all; }
    int of(int kind) const { return m_of[kind]; }

private:
    QStringList m_all;
    QStringList m_said;
    int m_of[9] = {};
};

// The eight kinds of statements. Each holds them against what the recording tells later.
void sleeping(const Told &, Contradictions &);   // 1 who sleeps, will, did
void readiness(const Told &, Contradictions &);  // 2 what can be done without sleeping
void bytes(const Told &, Contradictions &);      // 3 what waits in receive buffers
void queues(const Told &, Contradictions &);     // 4 what waits in accept queues
void endings(const Told &, Contradictions &);    // 5 FIN, RST, open
void results(const Told &, Contradictions &);    // 6 nothing of what has not come yet
void agreement(const Told &, Contradictions &);  // 7 words, World, JSON and stage say one thing
void languages(const Told &, Contradictions &);  // 8 and both languages


} // namespace whole
