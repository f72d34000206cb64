// SPDX-License-Identifier: MIT
#include "cli/audience.h"

#include "audience/entrance.h"
#include "lessons/audience.h"
#include "page/typing.h"

namespace cli {

Audience::Audience(Terminal &terminal) : m_terminal(terminal) {}

Audience::~Audience() = default;

int Audience::open(const QString &address, const QString &server)
{
    const words::Language &language = m_terminal.language();
    if (const QString why = lessons::keeps_out(language, server); !why.isEmpty())
        return m_terminal.misuse(why, QStringLiteral("run"));
    auto opened = audience::Entrance::open(address.toStdString(), page::typing_page(language.code()).toStdString());
    if (const auto *problem = std::get_if<audience::Problem>(&opened)) {
        const QString why = lessons::audience_problem(language, *problem, address);
        return problem->what == audience::Problem::no_address ? m_terminal.misuse(why, QStringLiteral("run")) : m_terminal.fail(why);
    }
    m_entrance = std::move(std::get<std::unique_ptr<audience::Entrance>>(opened));
    return done;
}

void Audience::lead_to(uint16_t server)
{
    if (!m_entrance)
        return;
    m_entrance->door().lead_to(server);
    const QString address = QString::fromStdString(audience::text_of(m_entrance->address()));
    m_terminal.note(m_terminal.say("Cli", "The audience comes in with: nc %1 %2, or with a browser at http://%1:%3/. The server sees it as clients of 127.0.0.1.")
                        .arg(address).arg(m_entrance->port()).arg(m_entrance->web_port()));
}

void Audience::close()
{
    if (!m_entrance)
        return;
    const audience::Tally tally = m_entrance->door().tally();
    m_entrance.reset();
    m_terminal.note(m_terminal.say("Cli", "Connections of the audience: %1 let in, %2 turned away, %3 sent out because they left lying what they were sent.")
                        .arg(tally.let_in).arg(tally.turned_away).arg(tally.sent_out));
}

} // namespace cli
