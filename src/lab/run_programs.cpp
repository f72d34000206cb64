// SPDX-License-Identifier: MIT
// The programs of a run beside its first: they are added while it goes on; and what is typed at their keyboards.
#include "lab/run.h"

#include "bench/seat.h"
#include "lab/state.h"
#include "posix/interrupt.h"

#include <cerrno>

namespace lab {

std::optional<Problem> Run::add_program(std::string_view name)
{
    const servers::Server *listing = servers::named(name);
    if (!listing)
        return Problem{"server"};
    posix::accept_interrupts();
    Participant *added = nullptr;
    {
        const std::scoped_lock lock(m->mutex);
        if (!m->accepting_guests)
            return Problem{"server", ESHUTDOWN};
        const bool hosts = m->settings.awaits_host && listing->peer.empty() && !m->hosted;
        m->hosted = m->hosted || hosts;
        servers::Settings serve;
        serve.address = m->settings.serve.address;
        serve.connect = m->settings.serve.connect;
        if (hosts)
            serve.port = m->settings.serve.port;
        added = m->programs.emplace_back(std::make_unique<Participant>(*m, listing, serve, "program " + std::to_string(m->programs.size() + 1), false,
                                                                       hosts ? &m->port : nullptr)).get();
    }
    return m->begin_added(*added);
}

std::optional<Problem> Run::State::begin_added(Participant &added)
{
    if (paused) {
        added.gate.close();
        added.company.close_gates(true);
        if (added.terminal)
            added.terminal->gate.close();
    }
    return added.begin();
}

std::optional<Problem> Run::add_bench(int number, std::shared_ptr<bench::Seat> seat)
{
    posix::accept_interrupts();
    if (!seat)
        seat = std::make_shared<bench::Seat>(false);
    Participant *program = m->program(number);
    {
        const std::scoped_lock lock(m->mutex);
        if (!m->accepting_guests || m->bench || (number != 0 && !program))
            return Problem{"bench", m->bench ? EBUSY : ESRCH};
        m->bench = seat;
        if (number == 0)
            program = (m->beside = std::make_unique<Participant>(*m, servers::named("bench"), servers::Settings(), "bench", false, nullptr, seat.get())).get();
    }
    auto why = number == 0 ? m->begin_added(*program) : program->attach(*seat);
    if (why && number != 0) {
        const std::scoped_lock lock(m->mutex);
        m->bench.reset();
    }
    return why;
}

std::shared_ptr<bench::Seat> Run::bench() const
{
    const std::scoped_lock lock(m->mutex);
    return m->bench;
}

int Run::programs() const
{
    const std::scoped_lock lock(m->mutex);
    return int(m->programs.size());
}

const servers::Server *Run::listing(int number) const
{
    const Participant *program = m->program(number);
    return program ? program->listing : nullptr;
}

std::optional<ProgramProgress> Run::program(int number) const
{
    const Participant *program = m->program(number);
    if (!program)
        return {};
    ProgramProgress progress{.call = program->pulse.call, .over = program->over};
    if (progress.over) {
        const std::scoped_lock lock(m->mutex);
        progress.failed = program->failed;
    }
    return progress;
}

bool Run::asleep_in(int number, trace::Call call) const
{
    const Participant *program = m->program(number);
    return program && program->asleep_in(call);
}

bool Run::type(int number, std::string text)
{
    Participant *program = m->program(number);
    if (!program || !program->terminal)
        return false;
    program->terminal->type(std::move(text));
    return true;
}

bool Run::type_end(int number)
{
    Participant *program = m->program(number);
    if (!program || !program->terminal)
        return false;
    program->terminal->type_end();
    return true;
}

bool Run::hang_up(int number)
{
    Participant *program = m->program(number);
    if (!program || !program->terminal)
        return false;
    program->terminal->hang_up();
    return true;
}

bool Run::all_typed(int number) const
{
    const Participant *program = m->program(number);
    return !program || !program->terminal || program->terminal->all_typed();
}

bool Run::shows(int number, std::string_view text) const
{
    const Participant *program = m->program(number);
    return program && program->terminal && program->terminal->shows(text);
}

} // namespace lab
