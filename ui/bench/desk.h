// SPDX-License-Identifier: MIT
// The bench of the window: what is typed or pressed becomes statements, which the run's first program executes; what became of them is
// read from the recording.
#pragma once

#include "bench/seat.h"
#include "ui/live/session.h"

#include <QObject>
#include <QStringList>

#include <deque>
#include <map>
#include <memory>
#include <mutex>
#include <optional>

namespace ui {

class Preferences;

class Desk : public QObject {
    Q_OBJECT
public:
    Desk(Session &session, Preferences &preferences, QObject *parent = nullptr);

    // A statement, as the recording has it.
    struct Entry {
        int line = 0;                   // of the program's text
        QString text;
        std::optional<size_t> event;    // the last that it made
        std::optional<trace::Event> call; // its call, as begun; of one that has returned, whole
        bool asleep = false;            // in that call, at the end of the recording
        bool waits = false;             // for its turn
        bool enters = false;            // the kernel
        std::optional<trace::Event> line_given; // what fgets() has made of it
        QString shown;                  // the value of an expression; empty: it has none, or this window has not executed it
    };
    // In their order; of a recording that has no bench none.
    const std::vector<Entry> &entries() const { return m_entries; }
    // What an entry's events say, in one to three sentences; asked for once.
    QString explanation(const Entry &entry);
    // Its instant.
    replay::Instant instant_of(const Entry &entry) const;

    // The recording is a bench's; and its run goes on.
    bool has_bench() const { return m_thread.has_value(); }
    bool sits() const { return m_seat != nullptr && m_session.activity() == Session::Activity::running; }
    bool begins() const { return m_seat != nullptr && m_session.activity() == Session::Activity::starting; }
    // A statement is being executed, or waits.
    bool busy() const { return !m_given.empty(); }
    size_t waiting() const { return m_given.size(); } // the one that is being executed, too
    // The main thread of the bench, of Trace::threads.
    std::optional<size_t> thread() const { return m_thread; }

    // Its variables after the last statement before the instant shown, as far as they are known.
    std::vector<bench::Shown> variables() const;

    // Sits in the table of a program of the run there is, from 1, as one more thread of it. Nothing, or why not.
    std::optional<lab::Problem> attach(int program);
    int attached() const { return sits() ? m_attached : 0; } // 0: it has its own
    // Starts a run that the bench is the first program of; the run there is ends.
    void begin();
    // Executes one statement or several, with ';' between them. Nothing, or what cannot be read, and then nothing is done. Begins a run
    // when there is none of the bench.
    std::optional<bench::Wrong> run(const QString &statements);
    // The same of a panel's, one after the other; the ones behind it are not done when one is refused.
    void run_all(const QStringList &statements);
    // One thing after the other, each once the one before is done: what a button of a panel does.
    struct Step {
        QString statement;       // empty: a client connects
        bool until_full = false; // again and again until it returns -1, EAGAIN, at least `times`
        int times = 1;
    };
    // In a new run unless nothing has been executed in this one, or `here`. What is left of it is given up when a statement is refused.
    void play(std::vector<Step> steps, bool here);
    bool plays() const { return !m_steps.empty(); }
    // Its call returns with EINTR; what waits behind it is forgotten.
    void interrupt();
    // All statements that were executed, once more, in a new run.
    void again();
    // What was executed, as a program; not while it is busy.
    QString in_c() const;

    bool other_addresses() const { return m_other_addresses; }
    void set_other_addresses(bool allowed) { m_other_addresses = allowed; } // from the next run on

    // Of the run's clients: one more, that connects; a command. 0: there is no run.
    int connect_client();
    void tell(int client, clients::Command command);
    void type(const QString &text);

signals:
    void changed();                        // entries, variables, or whether it is busy
    void refused(const QString &statement, const bench::Wrong &wrong); // by the machine: it was not executed
    void wanted();                         // a run is to begin, and another one's recording may have to be saved before
    void done(int line);

private:
    void make_seat();
    void take(bench::Done done);
    void take_all();
    void follow();
    void next_step(const bench::Outcome *outcome);
    void give(const QString &text, bench::Statement statement);
    void give_first();

    Session &m_session;
    Preferences &m_preferences;
    // What the bench's thread has done and nobody has looked at. In that thread every descriptor is the bench's: it cannot wake the window.
    struct Told {
        std::mutex mutex;
        std::deque<bench::Done> done;
    };
    std::shared_ptr<Told> m_told;
    std::shared_ptr<bench::Seat> m_seat;
    std::vector<Entry> m_entries;
    std::optional<size_t> m_thread;
    struct Given {
        QString text;
        bench::Statement statement;
    };
    std::deque<Given> m_given; // the first is being executed; the next is given once it is done, so that a refused one stops all
    std::deque<Step> m_steps;
    int m_full = 0; // times it was
    QStringList m_first; // statements to be given when the run has begun
    std::map<int, std::vector<bench::Shown>> m_variables; // by line
    std::map<int, QString> m_values;                      // likewise, of expressions
    std::map<int, QString> m_explained;
    QString m_language;
    int m_lines = 0, m_attached = 0;
    QTimer m_look; // while something is given and not done
    bool m_other_addresses = false, m_own = false; // m_own: the recording is of m_seat's run
};

// Splits "a = 1; b = 2;" at the semicolons outside of quotes and braces.
QStringList statements_in(const QString &line);

} // namespace ui
