// SPDX-License-Identifier: MIT
#include "ui/audience/usher.h"

#include "lessons/audience.h"
#include "lessons/catalogue.h"
#include "page/typing.h"
#include "ui/common/preferences.h"
#include "ui/live/session.h"

#include <QSet>
#include <QSettings>

namespace ui {
namespace {

constexpr int tally_ms = 500;

QString address_before()
{
    return QSettings().value("audience_address").toString();
}

} // namespace

bool is_settled(const QStringList &all, const QString &before)
{
    return all.size() <= 1 || all.contains(before);
}

Usher::Usher(Session &session, Preferences &preferences, QObject *parent) : QObject(parent), m_session(session), m_preferences(preferences)
{
    m_look.setInterval(tally_ms);
    connect(&m_look, &QTimer::timeout, this, [this] {
        lead(); // the bench begins to listen when it likes
        if (std::exchange(m_told, invitation()) != m_told)
            emit changed();
    });
    for (const auto signal : {&Session::started, &Session::stopped, &Session::state_changed})
        connect(&session, signal, this, &Usher::lead);
    connect(&preferences, &Preferences::language_changed, this, &Usher::changed);
}

Usher::~Usher() = default;

bool Usher::let_in(const QString &address, const audience::Limits &limits)
{
    m_entrance.reset();
    m_problem.reset();
    m_address = address;
    auto opened = audience::Entrance::open(address.toStdString(), page::typing_page(m_preferences.language().code()).toStdString(), limits);
    if (const auto *problem = std::get_if<audience::Problem>(&opened)) {
        m_problem = *problem;
    } else {
        m_entrance = std::move(std::get<std::unique_ptr<audience::Entrance>>(opened));
        QSettings().setValue("audience_address", address);
        lead();
        m_look.start();
    }
    m_told = invitation();
    emit changed();
    return is_open();
}

void Usher::close()
{
    m_look.stop();
    m_entrance.reset();
    m_problem.reset();
    m_told = {};
    emit changed();
}

void Usher::send_all_out()
{
    if (m_entrance)
        m_entrance->door().send_all_out();
}

// To the server of the run there is.
void Usher::lead()
{
    if (m_entrance)
        m_entrance->door().lead_to(hindrance().isEmpty() ? uint16_t(m_session.run()->port()) : 0);
}

// A door at the server's own port would be taken for the server by whoever looks at its queues.
QString Usher::hindrance() const
{
    const auto &run = m_session.run();
    if (!run || m_session.activity() != Session::Activity::running || run->port() == 0)
        return tr("No server is running now.");
    if (QString why = lessons::keeps_out(m_preferences.language(), QString::fromStdString(run->settings().server)); !why.isEmpty())
        return why;
    if (m_entrance && (run->port() == m_entrance->port() || run->port() == m_entrance->web_port()))
        return tr("The server has the audience's port: choose another one for it.");
    return {};
}

Invitation Usher::invitation() const
{
    Invitation told;
    if (!m_entrance)
        return told;
    told.address = QString::fromStdString(audience::text_of(m_entrance->address()));
    told.port = m_entrance->port();
    told.web_port = m_entrance->web_port();
    told.gone = !audience::is_of_this_machine(m_entrance->address());
    told.hindrance = told.gone ? lessons::audience_address_gone(m_preferences.language(), told.address) : hindrance();
    const audience::Tally tally = this->tally();
    told.in = int(tally.in.size());
    told.turned_away = tally.turned_away;
    QSet<uint32_t> machines;
    for (const audience::Visitor &each : tally.in) {
        if (m_names && !machines.contains(each.host))
            told.names += QString::fromStdString(audience::text_of(each.host));
        machines += each.host;
    }
    told.machines = int(machines.size());
    return told;
}

QString Usher::problem() const
{
    return m_problem ? lessons::audience_problem(m_preferences.language(), *m_problem, m_address) : QString();
}

void Usher::show_names(bool shown)
{
    m_names = shown;
    m_told = invitation();
    emit changed();
}

QStringList Usher::addresses()
{
    QStringList all;
    for (const uint32_t each : audience::addresses_of_this_machine())
        all += QString::fromStdString(audience::text_of(each));
    return all;
}

QString Usher::usual_address() const
{
    const QStringList all = addresses();
    const QString before = address_before();
    return all.contains(before) ? before : all.value(0);
}

bool Usher::is_settled() const
{
    return ui::is_settled(addresses(), address_before());
}

} // namespace ui
