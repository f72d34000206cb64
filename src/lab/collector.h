// SPDX-License-Identifier: MIT
// Gathers what the recorders of a run hold into batches.
#pragma once

#include "trace/recorder.h"
#include "trace/trace.h"

#include <map>
#include <memory>
#include <mutex>

namespace lab {

// The program that is watched is the first of a run.
inline constexpr uint16_t server_program = 0;

// All members may be called from any thread.
class Collector {
public:
    // Keeps at most `max_events` events in a run; what comes later is dropped and counted.
    explicit Collector(size_t max_events);
    ~Collector();

    // A new program; returns its number, Thread::program.
    uint16_t add(trace::Program program);
    // The text of a program that has no file, as far as it goes.
    void tell(uint16_t program, std::string text);
    // A recorder for a new thread of at least `slots` slots; valid as long as the collector.
    trace::Recorder &add(trace::Thread thread, size_t slots, size_t folds = 64);
    // A fact seen from outside goes into the recording.
    void observe(const trace::Event &event);
    // A chapter begins now, and the one before it ends; or, with no titles, the last one only ends.
    void begin_chapter(std::vector<std::pair<std::string, std::string>> titles);
    // Empties the recorders, so that they do not run full.
    void drain();
    // Empties the recorders and hands over what was gathered since the last time.
    trace::Batch take();
    // The recorder of thread `index`, nullptr when there is none.
    trace::Recorder *recorder(size_t index) const;

private:
    struct Source;
    struct InFlight {
        trace::Event event;
        uint32_t place;
        std::vector<uint64_t> words;
    };
    void drain_all(std::vector<InFlight> *in_flight);
    void drain(Source &source, std::vector<InFlight> *in_flight);
    void mark(const Source &source, const trace::Ring::Loss &loss);
    bool room();
    trace::Event kept(const trace::Event &event, uint32_t place, const uint64_t *words, size_t count);
    uint16_t file(uint32_t place);

    const size_t m_max_events;
    mutable std::mutex m_mutex; // all below
    std::vector<trace::Program> m_programs;
    std::vector<std::unique_ptr<Source>> m_sources;
    std::map<uint32_t, uint16_t> m_file_of; // place → index in m_files
    std::vector<std::string> m_files;
    std::vector<trace::Chapter> m_chapters;
    size_t m_files_told = 0;
    size_t m_events = 0;
    trace::Batch m_batch;
    std::vector<InFlight> m_in_flight; // as last handed over
};

} // namespace lab
